//! Rules for ordinary election days.

use super::fields::{Month, MonthDay};
use super::numbers::{Nth, bounded};
use super::range::days_in_month;
use super::week::Weekday;
use crate::read::Read;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A rule for ordinary elections that holds from one year until the next regime begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionRegime {
    /// The first election year under the rule.
    #[serde(deserialize_with = "bounded::<_, _, 1900, 2100>")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1900, max = 2100)))]
    pub from_year: i32,
    /// Years between elections.
    #[serde(deserialize_with = "bounded::<_, _, 1, 20>")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 20)))]
    pub every_years: u8,
    /// The month of election day.
    pub month: Month,
    /// Which of the month's weekdays; the nearest there is where a month has too few.
    pub nth: Nth,
    /// The weekday of election day.
    pub weekday: Weekday,
}

/// Election rules and term starts that a plan brings with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MandateRules {
    /// The regimes; each holds until the next one's first year.
    pub elections: Vec<ElectionRegime>,
    /// A council's term begins on the first such day on or after election day.
    pub council_starts: MonthDay,
    /// A board's term begins on the first such day on or after election day.
    pub board_starts: MonthDay,
}

impl ElectionRegime {
    /// Election day in a year, were it an election year.
    ///
    /// The fifth weekday where there are four: the fourth stands in, so that no term is endless.
    pub(crate) fn day_in(&self, year: i32) -> Option<NaiveDate> {
        nth_weekday(year, self.month, self.nth, self.weekday).or_else(|| {
            let nearest = if self.nth.get() > 0 {
                Nth::LAST
            } else {
                Nth::FIRST
            };
            nth_weekday(year, self.month, nearest, self.weekday)
        })
    }

    /// Years between elections, at least one.
    pub(crate) fn every(&self) -> i32 {
        i32::from(self.every_years.max(1))
    }
}

/// The nth weekday of a month from its start or, negative, from its end.
pub fn nth_weekday(year: i32, month: Month, nth: Nth, weekday: Weekday) -> Option<NaiveDate> {
    let month = u32::from(month.get());
    let first = NaiveDate::from_ymd_opt(year, month, 1)?
        .weekday()
        .num_days_from_monday();
    let to_first = (u32::from(weekday.number()) + 6 - first) % 7;
    let days = days_in_month(year, month);
    let steps = u32::from(nth.get().unsigned_abs()) * 7 - 7;
    let day = if nth.get() > 0 {
        to_first + 1 + steps
    } else {
        // The last such weekday, then back; a step before the month gives no day.
        let last = to_first + 1 + (days - 1 - to_first) / 7 * 7;
        last.checked_sub(steps)?
    };
    // Day 0 and days after the month's last do not exist, so the constructor refuses them.
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::super::range::date;
    use super::*;

    #[test]
    fn places_count_from_both_ends_of_a_month() {
        let may = Month::new(5).unwrap();
        let day = |nth| nth_weekday(2026, may, Nth::new(nth).unwrap(), Weekday::Friday);
        assert_eq!(day(1), date(2026, 5, 1));
        assert_eq!(day(5), date(2026, 5, 29));
        assert_eq!(day(-1), date(2026, 5, 29));
        assert_eq!(day(-5), date(2026, 5, 1));
        let monday = |nth| nth_weekday(2026, may, Nth::new(nth).unwrap(), Weekday::Monday);
        assert_eq!(monday(5), None);
        assert_eq!(monday(-5), None);
        assert_eq!(monday(-4), date(2026, 5, 4));
    }
}
