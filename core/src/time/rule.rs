//! The date rule: one way to say when something happens, used everywhere in a plan.

use super::fields::{Day, MissingDay, Month, MonthDay};
use super::holiday::HolidayName;
use super::mandate::MandateCalendar;
use super::numbers::{Nth, NthWorkingDay, bounded, bounded_option};
use super::week::Weekday;
use super::workday::{Roll, WorkCalendar};
use crate::read::Read;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When something happens: on which days, in which years, and what a day off does to them.
///
/// ```
/// use planning_wheel::time::*;
/// let rule: DateRule = serde_json::from_str(
///     r#"{"on": {"nth_weekday": {"nth": 2, "weekday": "tuesday", "months": [3]}}}"#,
/// ).unwrap();
/// let range = DateRange::year(2027).unwrap();
/// let (work, mandates) = (WorkCalendar::new(range), MandateCalendar::swedish());
/// let days = rule.occurrences(range, &RuleContext { work: &work, mandates: &mandates });
/// assert_eq!(days.first().map(|day| day.date), date(2027, 3, 9));
/// assert_eq!(rule.describe(Lang::Sv), "andra tisdagen i mars");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DateRule {
    /// The days.
    pub on: DayRule,
    /// What happens to a day that is off.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "as_is")))]
    pub roll: Roll,
    /// What happens in a year without 29 February, and in an offset of months when a month lacks the day.
    #[serde(default, skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "last_of_month")))]
    pub missing: MissingDay,
    /// Only every so many years, counted from `from_year` or else from year 0.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "bounded_option::<_, _, 1, 100>"
    )]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 100)))]
    pub every_years: Option<u8>,
    /// The first year.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "bounded_option::<_, _, 1970, 2100>"
    )]
    #[cfg_attr(feature = "schema", schemars(range(min = 1970, max = 2100)))]
    pub from_year: Option<i32>,
    /// The last year.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        deserialize_with = "bounded_option::<_, _, 1970, 2100>"
    )]
    #[cfg_attr(feature = "schema", schemars(range(min = 1970, max = 2100)))]
    pub until_year: Option<i32>,
}

/// On which days a rule falls, before years are left out and days off avoided.
///
/// An empty list of months means every month. The year of a day is its calendar year; of a
/// [`DayRule::Week`] it is the ISO year, of [`DayRule::AfterElection`] the election year, of
/// [`DayRule::Holiday`] the year of the holiday.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DayRule {
    /// One date.
    Date(Day),
    /// The same day every year.
    Day(MonthDay),
    /// The nth weekday of months; months that have no fifth one are left out.
    NthWeekday {
        /// Which one.
        nth: Nth,
        /// The weekday.
        weekday: Weekday,
        /// The months; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        months: Vec<Month>,
    },
    /// The nth working day of months.
    WorkingDay {
        /// Which one.
        nth: NthWorkingDay,
        /// The months; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        months: Vec<Month>,
    },
    /// The last day of months.
    MonthEnd {
        /// The months; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        months: Vec<Month>,
    },
    /// A day of one ISO week of every year.
    Week {
        /// The week number, 1–53.
        #[serde(deserialize_with = "bounded::<_, _, 1, 53>")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 53)))]
        week: u8,
        /// The weekday.
        weekday: Weekday,
        /// What happens to week 53 in a year of 52 weeks.
        #[serde(default, skip_serializing_if = "is_default")]
        #[cfg_attr(feature = "schema", schemars(extend("default" = "skip")))]
        without_53: Week53,
    },
    /// A weekday every so many weeks, from the first such weekday on or after `start`.
    EveryNthWeek {
        /// Weeks between the days.
        #[serde(deserialize_with = "bounded::<_, _, 1, 104>")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 104)))]
        weeks: u8,
        /// The weekday.
        weekday: Weekday,
        /// The rhythm begins here; there is no day before it.
        start: Day,
    },
    /// A weekday in odd or even ISO weeks; weeks 53 and 1 are both odd and follow each other.
    WeekParity {
        /// Odd weeks, or else even.
        odd: bool,
        /// The weekday.
        weekday: Weekday,
        /// The months in which the days lie; empty means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        months: Vec<Month>,
    },
    /// A day in one year of each mandate period, by the calendar term.
    MandateDay {
        /// The year of the period, from 1.
        #[serde(deserialize_with = "bounded::<_, _, 1, 20>")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
        mandate_year: u8,
        /// The day.
        day: MonthDay,
    },
    /// A time after each ordinary election day, counted by lag (1930:173) 1 §.
    AfterElection {
        /// Months after election day.
        #[serde(deserialize_with = "bounded::<_, _, -1200, 1200>")]
        #[cfg_attr(feature = "schema", schemars(range(min = -1200, max = 1200)))]
        months: i32,
        /// Days after that.
        #[serde(
            default,
            skip_serializing_if = "is_default",
            deserialize_with = "bounded::<_, _, -36600, 36600>"
        )]
        #[cfg_attr(feature = "schema", schemars(range(min = -36600, max = 36600)))]
        days: i32,
    },
    /// A Swedish holiday or eve, or a number of days beside it: the Monday before Easter is six
    /// days before Easter Sunday. A year that lacks the holiday has no such day.
    Holiday {
        /// The holiday, eve or squeeze day.
        name: HolidayName,
        /// Days after it, or before it when negative.
        #[serde(
            default,
            skip_serializing_if = "is_default",
            deserialize_with = "bounded::<_, _, -366, 366>"
        )]
        #[cfg_attr(feature = "schema", schemars(range(min = -366, max = 366)))]
        days: i32,
    },
    /// A time after, or before when negative, the days of another rule once these have been moved
    /// off days off: first months, then weeks and days, then working days.
    Offset {
        /// The other rule.
        from: Box<DateRule>,
        /// Days.
        #[serde(
            default,
            skip_serializing_if = "is_default",
            deserialize_with = "bounded::<_, _, -36600, 36600>"
        )]
        #[cfg_attr(feature = "schema", schemars(range(min = -36600, max = 36600)))]
        days: i32,
        /// Weeks.
        #[serde(
            default,
            skip_serializing_if = "is_default",
            deserialize_with = "bounded::<_, _, -5200, 5200>"
        )]
        #[cfg_attr(feature = "schema", schemars(range(min = -5200, max = 5200)))]
        weeks: i32,
        /// Months; `missing` says what a day becomes that the month lacks.
        #[serde(
            default,
            skip_serializing_if = "is_default",
            deserialize_with = "bounded::<_, _, -1200, 1200>"
        )]
        #[cfg_attr(feature = "schema", schemars(range(min = -1200, max = 1200)))]
        months: i32,
        /// Working days.
        #[serde(
            default,
            skip_serializing_if = "is_default",
            deserialize_with = "bounded::<_, _, -2600, 2600>"
        )]
        #[cfg_attr(feature = "schema", schemars(range(min = -2600, max = 2600)))]
        working_days: i32,
    },
}

/// What a rule for week 53 does in a year of 52 weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Week53 {
    /// Nothing that year.
    #[default]
    Skip,
    /// Week 52 stands in.
    Week52,
    /// Week 1 of the next year stands in.
    Week1Next,
}

/// One day that a rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence {
    /// The day that the rule names.
    pub nominal: NaiveDate,
    /// The day after it has been moved off a day off.
    pub date: NaiveDate,
}

/// What a rule must know besides itself.
#[derive(Clone, Copy, Debug)]
pub struct RuleContext<'a> {
    /// The working days.
    pub work: &'a WorkCalendar,
    /// The elections and mandate periods.
    pub mandates: &'a MandateCalendar,
}

impl From<DayRule> for DateRule {
    fn from(on: DayRule) -> Self {
        Self {
            on,
            roll: Roll::AsIs,
            missing: MissingDay::LastOfMonth,
            every_years: None,
            from_year: None,
            until_year: None,
        }
    }
}

impl DateRule {
    /// The same rule with another treatment of days off.
    #[must_use]
    pub fn rolled(mut self, roll: Roll) -> Self {
        self.roll = roll;
        self
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(all(test, feature = "schema"))]
mod tests {
    use super::*;

    #[test]
    fn the_schema_names_every_kind_of_day_and_its_bounds() {
        let schema = schemars::schema_for!(DateRule).to_value().to_string();
        for kind in [
            "date",
            "day",
            "nth_weekday",
            "working_day",
            "month_end",
            "week",
            "every_nth_week",
            "week_parity",
            "mandate_day",
            "after_election",
            "holiday",
            "offset",
        ] {
            assert!(schema.contains(&format!("\"{kind}\"")), "{kind}");
        }
        assert!(schema.contains("\"maximum\":53") && schema.contains("\"minimum\":-20"));
    }
}
