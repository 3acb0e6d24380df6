//! A repetition written out as moments.

use super::moment::{Moment, When};
use super::rule::Rule;
use crate::time::{DateRange, MAX_YEAR};
use chrono::{Datelike, NaiveDate};

/// Periods that are looked at in one file, all rules together: more than a lifetime of days for
/// every event of a large calendar.
pub(super) const BUDGET: u32 = 2_000_000;

/// The days of a rule that touch a range, from its first day on.
///
/// # Errors
/// That there are more periods to look at than the budget allows.
pub(super) fn days(
    rule: &Rule,
    start: NaiveDate,
    range: DateRange,
    budget: &mut u32,
) -> Result<Vec<NaiveDate>, ()> {
    let mut found = Vec::new();
    let until = rule.until.map(When::day);
    // A day of slack: the last moment may be one of another zone.
    let until = until.map(|day| crate::time::add_days(day, 1));
    let mut left = rule.count.unwrap_or(u32::MAX);
    // What is counted is counted from the beginning.
    let mut number = match rule.count {
        Some(_) => 0,
        None => rule.number_before(start, range.start),
    };
    loop {
        *budget = budget.checked_sub(1).ok_or(())?;
        let Some(begin) = rule.period(start, number) else {
            return Ok(found);
        };
        if begin >= range.end || begin.year() > MAX_YEAR || until.is_some_and(|day| begin > day) {
            return Ok(found);
        }
        for day in rule.days(start, begin) {
            if day < start || left == 0 {
                continue;
            }
            left -= 1;
            if range.contains(day) && until.is_none_or(|until| day <= until) {
                found.push(day);
            }
        }
        if left == 0 {
            return Ok(found);
        }
        number = number.saturating_add(1);
    }
}

/// Whether a moment comes no later than the end of a rule. A day means all of it.
pub(super) fn within(rule: &Rule, moment: Moment, until: Option<Moment>) -> bool {
    match (rule.until, until) {
        (Some(When::Day(day)), _) => moment.day() <= day,
        (Some(_), Some(until)) => moment <= until,
        _ => true,
    }
}
