//! The next day on which a meeting could be held.

use super::Refusal;
use crate::document::DayFinding;
use crate::order::Order;
use crate::plan::{Plan, Series};
use crate::reason::NonWorking;
use crate::time::{DateRange, Weekday, add_days};
use chrono::NaiveDate;

/// How far one key press or button leads a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next day.
    Day,
    /// To the same weekday of the next week.
    Week,
}

/// Strides that are tried: no time of the year is closed for longer than that.
const TRIES: i64 = 30;

/// The next day, or the one before, on which a meeting of a series could be held: weekends,
/// holidays and closed days are passed over, unless the series names its weekend day.
///
/// # Errors
/// When the plan has no such meeting, or no such day lies near.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, parse}, plan::Plan, time::date};
/// use planning_wheel::session::{Stride, near_day};
/// let text = br#"{ "format": "planning-wheel/1", "id": "nso", "title": "NSO", "first_year": 2026,
///   "bodies": [{ "id": "board", "name": "Styrelsen", "level": "political" }],
///   "meetings": [{ "id": "moten", "bodies": ["board"], "count": { "per": "year", "min": 4, "max": 4 },
///     "days": { "spread": {} } }] }"#;
/// let plan = Plan::check(parse(text).unwrap().document, &Catalogue::empty()).unwrap();
/// let ascension_eve = date(2027, 5, 5).unwrap();
/// let next = |stride, back| near_day(&plan, "moten/2027/2", ascension_eve, stride, back).unwrap();
/// assert_eq!(next(Stride::Day, false), date(2027, 5, 7).unwrap());
/// assert_eq!(next(Stride::Day, true), date(2027, 5, 4).unwrap());
/// assert_eq!(next(Stride::Week, false), date(2027, 5, 12).unwrap());
/// ```
pub fn near_day(
    plan: &Plan,
    meeting: &str,
    from: NaiveDate,
    stride: Stride,
    back: bool,
) -> Result<NaiveDate, Refusal> {
    let days = match stride {
        Stride::Day => 1,
        Stride::Week => 7,
    };
    let days = if back { -days } else { days };
    let series = series_of(plan, meeting);
    let series = series.ok_or_else(|| Refusal::NoMeeting(meeting.to_owned()))?;
    let mut ends = [from, add_days(from, TRIES * days)];
    ends.order();
    let [start, end] = ends;
    let work = plan.work_calendar(DateRange { start, end }.widened(1, 1));
    let named = match &series.spec().days {
        DayFinding::Spread(spread) => spread.weekdays.as_slice(),
        _ => &[],
    };
    let open = |day: &NaiveDate| match NonWorking::of(&work, *day) {
        None => true,
        Some(NonWorking::Weekend(_)) => named.contains(&Weekday::of(*day)),
        Some(_) => false,
    };
    let near = (1..=TRIES).map(|times| add_days(from, times * days));
    // A week from a Saturday on, the day after it that can be.
    let after = (0..TRIES).map(|times| add_days(from, days + times * days.signum()));
    let mut near = near.chain(after);
    near.find(open).ok_or(Refusal::OutsideSeries(from))
}

/// The series of a meeting, by its entry id.
pub(super) fn series_of<'a>(plan: &'a Plan, meeting: &str) -> Option<&'a Series> {
    let (series, _) = meeting.split_once('/')?;
    plan.series().iter().find(|one| one.id() == series)
}
