//! A year whose days are fixed, and one whose days are let go.

use super::Refusal;
use super::by_hand::Meeting;
use crate::compute::{Occurrence, Origin, SeriesSchedule, compute};
use crate::document::{Change, PublishedDay, PublishedYear};
use crate::order::Order;
use crate::plan::{Plan, Series, SeriesId};
use crate::time::{DateRange, Day, MAX_YEAR};
use chrono::{Datelike, NaiveDate};

/// Fixes every meeting of the periods that begin in a year.
///
/// A period counts as published when one of its years is, so that all its days are listed with its
/// first year. Of one that began before and is not published, the days in the year are locked.
pub(super) fn publish(plan: &Plan, year: i32, today: NaiveDate) -> Result<Vec<Change>, Refusal> {
    let document = plan.document();
    let last = document.last_year.unwrap_or(MAX_YEAR);
    let range = DateRange::year(year).filter(|_| (document.first_year..=last).contains(&year));
    let range = range.ok_or(Refusal::YearOutside(year))?;
    if document.published.iter().any(|one| one.year == year) {
        return Err(Refusal::Published(year));
    }
    let outcome = compute(plan, periods_from(plan, year, range));
    let mut days = Vec::new();
    let mut locks = Vec::new();
    for (index, series) in plan.series().iter().enumerate() {
        let Some(id) = SeriesId::at(index) else {
            continue;
        };
        let schedule = outcome.schedule().of_series(id);
        for occurrence in &schedule.occurrences {
            match fate(schedule, occurrence, year) {
                Fate::Listed(key) => days.push(day(series, key, occurrence)),
                Fate::Locked(key) => {
                    let meeting = Meeting::new(plan, series, key, occurrence.clone());
                    locks.extend(meeting.locked(None));
                }
                Fate::Free => {}
            }
        }
    }
    if days.is_empty() {
        return Err(Refusal::NoMeetings(year));
    }
    days.order_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    let at = document.published.iter().filter(|one| one.year < year);
    let published = PublishedYear {
        year,
        on: Some(Day(today)),
        days,
    };
    locks.push(Change::Insert {
        path: "/published".into(),
        at: at.count(),
        // A published year holds nothing that JSON cannot.
        value: serde_json::to_value(&published).unwrap_or_default(),
    });
    Ok(locks)
}

/// The days of every period that begins in the year.
fn periods_from(plan: &Plan, year: i32, range: DateRange) -> DateRange {
    let periods = plan.series().iter();
    let periods = periods.flat_map(|series| plan.periods_of(series, year, year));
    let ends = periods.filter(|(_, period)| period.start.year() == year);
    DateRange {
        start: range.start,
        end: ends.fold(range.end, |end, (_, period)| end.max(period.end)),
    }
}

/// What becomes of a meeting when a year is published.
enum Fate<'a> {
    Listed(&'a str),
    Locked(&'a str),
    Free,
}

fn fate<'a>(schedule: &'a SeriesSchedule, occurrence: &Occurrence, year: i32) -> Fate<'a> {
    let Some(period) = schedule.periods.get(occurrence.period) else {
        return Fate::Free;
    };
    // What goes on on another day follows its meeting.
    if period.published || matches!(occurrence.origin, Origin::Continued(_)) {
        return Fate::Free;
    }
    match period.range.start.year() == year {
        true => Fate::Listed(&period.key),
        false if occurrence.date.year() == year && is_by_rule(occurrence) => {
            Fate::Locked(&period.key)
        }
        false => Fate::Free,
    }
}

/// True for a meeting whose day could still change with the rules.
fn is_by_rule(occurrence: &Occurrence) -> bool {
    !matches!(occurrence.origin, Origin::Added(_) | Origin::Locked(_))
}

fn day(series: &Series, key: &str, occurrence: &Occurrence) -> PublishedDay {
    PublishedDay {
        id: format!("{}/{key}/{}", series.id(), occurrence.name),
        date: Day(occurrence.date),
        time: occurrence.time.or(series.spec().time),
    }
}

/// Lets a year go: its days follow the rules again.
pub(super) fn unpublish(plan: &Plan, year: i32) -> Result<Vec<Change>, Refusal> {
    let published = &plan.document().published;
    let at = published.iter().position(|one| one.year == year);
    let at = at.ok_or(Refusal::NotPublished(year))?;
    Ok(vec![Change::Remove {
        path: format!("/published/{at}"),
    }])
}
