//! Weekdays and ISO 8601 weeks.

use super::lang::Lang;
use super::range::{add_days, day_number};
use crate::letters::in_lower;
use crate::read::Read;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day of the week; weeks begin on Monday (ISO 8601).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// Monday to Sunday.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The weekday of a date.
    pub fn of(date: NaiveDate) -> Self {
        date.weekday().into()
    }

    /// ISO number: Monday is 1, Sunday 7.
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The weekday with an ISO number 1–7.
    pub fn from_number(number: i64) -> Option<Self> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        Self::ALL.get(index).copied()
    }

    /// Days since Monday, 0–6.
    pub(crate) fn days_from_monday(self) -> i32 {
        self as i32
    }

    /// Full name: "torsdag", "Thursday".
    pub const fn name(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Sv, Self::Monday) => "måndag",
            (Lang::Sv, Self::Tuesday) => "tisdag",
            (Lang::Sv, Self::Wednesday) => "onsdag",
            (Lang::Sv, Self::Thursday) => "torsdag",
            (Lang::Sv, Self::Friday) => "fredag",
            (Lang::Sv, Self::Saturday) => "lördag",
            (Lang::Sv, Self::Sunday) => "söndag",
            (Lang::En, Self::Monday) => "Monday",
            (Lang::En, Self::Tuesday) => "Tuesday",
            (Lang::En, Self::Wednesday) => "Wednesday",
            (Lang::En, Self::Thursday) => "Thursday",
            (Lang::En, Self::Friday) => "Friday",
            (Lang::En, Self::Saturday) => "Saturday",
            (Lang::En, Self::Sunday) => "Sunday",
        }
    }

    /// Short name of three letters: "tor", "Thu".
    pub fn short_name(self, lang: Lang) -> &'static str {
        let name = self.name(lang);
        name.char_indices()
            .nth(3)
            .and_then(|(end, _)| name.get(..end))
            .unwrap_or(name)
    }

    /// The weekday that a Swedish or English word names, in full or cut to three letters or more.
    ///
    /// ```
    /// use planning_wheel::time::Weekday;
    /// assert_eq!(Weekday::from_word("Tors."), Some(Weekday::Thursday));
    /// ```
    pub fn from_word(word: &str) -> Option<Self> {
        let word = in_lower(word.trim_end_matches(['.', ',']));
        if word.chars().count() < 3 {
            return None;
        }
        Self::ALL.into_iter().find(|weekday| {
            weekday.name(Lang::Sv).starts_with(&word)
                || in_lower(weekday.name(Lang::En)).starts_with(&word)
        })
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(weekday: chrono::Weekday) -> Self {
        match weekday {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

impl From<Weekday> for chrono::Weekday {
    fn from(weekday: Weekday) -> Self {
        match weekday {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

/// A week by ISO 8601: Monday first, week 1 holds the year's first Thursday.
///
/// ```
/// use planning_wheel::time::{IsoWeek, date};
/// let week = IsoWeek::of(date(2027, 1, 3).unwrap());
/// assert_eq!((week.year(), week.week()), (2026, 53));
/// assert_eq!(week.next(), IsoWeek::new(2027, 1).unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoWeek {
    year: i32,
    week: u8,
}

impl IsoWeek {
    /// The week `week` of ISO year `year`, if that year has it.
    pub fn new(year: i32, week: u8) -> Option<Self> {
        // The first of January of the year must exist for every other day to be computed from it.
        NaiveDate::from_ymd_opt(year, 1, 4)?;
        (1..=Self::weeks_in(year))
            .contains(&week)
            .then_some(Self { year, week })
    }

    /// The week that holds a date.
    pub fn of(date: NaiveDate) -> Self {
        let week = date.iso_week();
        Self {
            year: week.year(),
            week: u8::try_from(week.week()).unwrap_or(1),
        }
    }

    /// The ISO year, which can differ from the calendar year around the turn of the year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The week number 1–53.
    pub const fn week(self) -> u8 {
        self.week
    }

    /// The week's first day.
    pub fn monday(self) -> NaiveDate {
        // 4 January is always in week 1.
        let fourth = NaiveDate::from_ymd_opt(self.year, 1, 4).unwrap_or(NaiveDate::MIN);
        let monday = i64::from(fourth.weekday().num_days_from_monday());
        add_days(fourth, i64::from(self.week) * 7 - 7 - monday)
    }

    /// A day of the week.
    pub fn day(self, weekday: Weekday) -> NaiveDate {
        add_days(self.monday(), weekday.days_from_monday().into())
    }

    /// The number of weeks in an ISO year: 52 or 53 (53 in 2026).
    pub fn weeks_in(year: i32) -> u8 {
        // A year has 53 weeks when it begins on a Thursday, or on a Wednesday and is a leap year.
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else {
            return 52;
        };
        match first.weekday() {
            chrono::Weekday::Thu => 53,
            chrono::Weekday::Wed if first.leap_year() => 53,
            _ => 52,
        }
    }

    /// The week `weeks` weeks later, or earlier when negative.
    pub fn offset(self, weeks: i32) -> Self {
        Self::of(add_days(self.monday(), i64::from(weeks) * 7))
    }

    /// The week after.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "a week is no iterator")]
    pub fn next(self) -> Self {
        self.offset(1)
    }

    /// The week before.
    #[must_use]
    pub fn prev(self) -> Self {
        self.offset(-1)
    }

    /// Whether the week number is odd.
    pub const fn is_odd(self) -> bool {
        self.week % 2 == 1
    }
}

/// The first day on or after `date` with a weekday.
pub fn weekday_on_or_after(date: NaiveDate, weekday: Weekday) -> NaiveDate {
    add_days(
        date,
        (weekday.days_from_monday() - weekday_index(day_number(date)))
            .rem_euclid(7)
            .into(),
    )
}

/// Days since Monday of a day number.
pub(crate) fn weekday_index(day: i32) -> i32 {
    day.wrapping_sub(1).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::super::range::date;
    use super::*;

    #[test]
    fn years_with_53_weeks() {
        let long: Vec<i32> = (2025..=2060)
            .filter(|y| IsoWeek::weeks_in(*y) == 53)
            .collect();
        assert_eq!(long, [2026, 2032, 2037, 2043, 2048, 2054, 2060]);
        assert_eq!(IsoWeek::new(2027, 53), None);
        assert_eq!(IsoWeek::new(2026, 0), None);
    }

    #[test]
    fn week_1_may_begin_in_december() {
        let first = IsoWeek::new(2026, 1).unwrap();
        assert_eq!(Some(first.monday()), date(2025, 12, 29));
        assert_eq!(Some(first.day(Weekday::Sunday)), date(2026, 1, 4));
        assert_eq!(first.prev(), IsoWeek::new(2025, 52).unwrap());
    }

    #[test]
    fn words_name_weekdays_in_both_languages() {
        for weekday in Weekday::ALL {
            for lang in [Lang::Sv, Lang::En] {
                assert_eq!(Weekday::from_word(weekday.name(lang)), Some(weekday));
                assert_eq!(Weekday::from_word(weekday.short_name(lang)), Some(weekday));
            }
            assert_eq!(Weekday::from_number(weekday.number().into()), Some(weekday));
            assert_eq!(Weekday::from(chrono::Weekday::from(weekday)), weekday);
        }
        assert_eq!(Weekday::from_word("to"), None);
        assert_eq!(Weekday::from_number(i64::MIN), None);
    }
}
