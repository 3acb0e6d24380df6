//! Time values as they stand in a plan document.

use super::coded::{CodedError, DateTextError};
use super::iso::{format, parse};
use super::range::{days_in_month, month_end};
use super::written::{read_pair, write_pair, written_as_text};
use crate::read::{At, Read, Source, numbered};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A date in a document, written YYYY-MM-DD.
///
/// ```
/// use planning_wheel::time::{Day, date};
/// let day: Day = serde_json::from_str("\"mån 2027-03-01\"").unwrap();
/// assert_eq!(Some(day.0), date(2027, 3, 1));
/// assert_eq!(serde_json::to_string(&day).unwrap(), "\"2027-03-01\"");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format(self.0))
    }
}

impl FromStr for Day {
    type Err = CodedError;

    fn from_str(text: &str) -> Result<Self, CodedError> {
        parse(text).map(Self).map_err(DateTextError::into)
    }
}

/// What happens when there is no such day: 29 February in most years, the 31st in shorter months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MissingDay {
    /// The last day of the month: lag (1930:173) 1 §.
    #[default]
    LastOfMonth,
    /// No day then.
    Skip,
    /// The first day of the month after.
    NextDay,
}

/// A day of every year, written MM-DD; 02-29 is allowed.
///
/// ```
/// use planning_wheel::time::{MissingDay, MonthDay, date};
/// let leap: MonthDay = "02-29".parse().unwrap();
/// assert_eq!(leap.in_year(2027, MissingDay::LastOfMonth), date(2027, 2, 28));
/// assert_eq!(leap.in_year(2027, MissingDay::Skip), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    /// The first of January.
    pub const JANUARY_1: Self = Self { month: 1, day: 1 };
    /// The fifteenth of October.
    pub const OCTOBER_15: Self = Self { month: 10, day: 15 };
    /// The first of November.
    pub const NOVEMBER_1: Self = Self { month: 11, day: 1 };

    /// The day `day` of month `month`, if a leap year has it.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        let valid = (1..=12).contains(&month)
            && day >= 1
            && u32::from(day) <= days_in_month(2000, month.into());
        valid.then_some(Self { month, day })
    }

    /// The day and month of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self {
            month: u8::try_from(date.month()).unwrap_or(1),
            day: u8::try_from(date.day()).unwrap_or(1),
        }
    }

    /// The month.
    pub const fn month(self) -> Month {
        Month(self.month)
    }

    /// The day of the month, 1–31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The date in a year; `missing` says what stands in for 29 February.
    pub fn in_year(self, year: i32, missing: MissingDay) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month.into(), self.day.into()).or_else(
            || match missing {
                MissingDay::LastOfMonth => month_end(year, self.month.into()),
                MissingDay::Skip => None,
                MissingDay::NextDay => month_end(year, self.month.into())?.succ_opt(),
            },
        )
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pair(f, self.month, '-', self.day)
    }
}

impl FromStr for MonthDay {
    type Err = CodedError;

    fn from_str(text: &str) -> Result<Self, CodedError> {
        let (month, day) = read_pair(text, b'-').ok_or(CodedError::NotAMonthDay)?;
        if !(1..=12).contains(&month) {
            return Err(CodedError::MonthMissing { month });
        }
        let last_day = u8::try_from(days_in_month(2000, month.into())).unwrap_or(31);
        Self::new(month, day).ok_or(CodedError::MonthDayMissing { month, last_day })
    }
}

/// A time of day, written HH:MM.
///
/// ```
/// use planning_wheel::time::Time;
/// let time: Time = "13:30".parse().unwrap();
/// assert_eq!(time.minutes(), 810);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl Time {
    /// The time `hour`:`minute`, if it lies within 00:00–23:59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// The hour, 0–23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0–59.
    pub const fn minute(self) -> u8 {
        self.minute
    }

    /// Minutes since midnight, 0–1439.
    pub fn minutes(self) -> u16 {
        u16::from(self.hour) * 60 + u16::from(self.minute)
    }

    /// The time at a number of minutes since midnight, if within the day.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        Self::new(
            u8::try_from(minutes / 60).ok()?,
            u8::try_from(minutes % 60).ok()?,
        )
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_pair(f, self.hour, ':', self.minute)
    }
}

impl FromStr for Time {
    type Err = CodedError;

    fn from_str(text: &str) -> Result<Self, CodedError> {
        read_pair(text, b':')
            .and_then(|(hour, minute)| Self::new(hour, minute))
            .ok_or(CodedError::NotATime)
    }
}

/// A month by its number 1–12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u8")]
pub struct Month(u8);

impl Month {
    /// January.
    pub const JANUARY: Self = Self(1);
    /// September.
    pub const SEPTEMBER: Self = Self(9);

    /// The month with a number 1–12.
    pub fn new(number: u8) -> Option<Self> {
        (1..=12).contains(&number).then_some(Self(number))
    }

    /// The month of a date.
    pub fn of(date: NaiveDate) -> Self {
        Self(u8::try_from(date.month()).unwrap_or(1))
    }

    /// The number, 1–12.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// January to December.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=12).map(Self)
    }
}

impl TryFrom<i64> for Month {
    type Error = CodedError;

    fn try_from(number: i64) -> Result<Self, CodedError> {
        u8::try_from(number)
            .ok()
            .and_then(Self::new)
            .ok_or(CodedError::NotAMonth)
    }
}

impl Read for Month {
    fn read(from: &mut dyn Source, at: At) -> Self {
        numbered(from, at, Self(1))
    }
}

impl From<Month> for u8 {
    fn from(month: Month) -> Self {
        month.0
    }
}

written_as_text!(
    Day,
    "a date YYYY-MM-DD in 1970–2100, a weekday may stand before or after it",
    "^([^0-9 ]{3,10} )?(19[7-9][0-9]|20[0-9]{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])( [^0-9 ]{3,10})?$",
    Self(NaiveDate::default())
);
written_as_text!(
    MonthDay,
    "a day of the year MM-DD",
    "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    Self { month: 1, day: 1 }
);
written_as_text!(
    Time,
    "a time of day HH:MM",
    "^([01][0-9]|2[0-3]):[0-5][0-9]$",
    Self { hour: 0, minute: 0 }
);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Month {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 12 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coded<T: serde::de::DeserializeOwned>(json: &str) -> Option<CodedError> {
        let error = serde_json::from_str::<T>(json).err()?;
        CodedError::parse(&error.to_string())
    }

    #[test]
    fn faults_keep_their_code_through_serde() {
        assert_eq!(coded::<Day>("\"18 nov\""), Some(CodedError::NotADate));
        assert_eq!(
            coded::<MonthDay>("\"2-29\""),
            Some(CodedError::NotAMonthDay)
        );
        assert_eq!(
            coded::<MonthDay>("\"02-30\""),
            Some(CodedError::MonthDayMissing {
                month: 2,
                last_day: 29
            })
        );
        assert_eq!(
            coded::<MonthDay>("\"00-30\""),
            Some(CodedError::MonthMissing { month: 0 })
        );
        assert_eq!(coded::<Time>("\"24:00\""), Some(CodedError::NotATime));
        assert_eq!(coded::<Month>("13"), Some(CodedError::NotAMonth));
        assert_eq!(coded::<Month>("-1"), Some(CodedError::NotAMonth));
    }

    #[test]
    fn values_are_written_as_they_are_read() {
        let time: Time = serde_json::from_str("\"08:05\"").unwrap();
        assert_eq!(serde_json::to_string(&time).unwrap(), "\"08:05\"");
        assert_eq!(Time::from_minutes(time.minutes()), Some(time));
        assert_eq!(Time::from_minutes(1440), None);
        let day: MonthDay = serde_json::from_str("\"02-29\"").unwrap();
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"02-29\"");
        assert_eq!(serde_json::to_string(&Month::new(9)).unwrap(), "9");
    }
}
