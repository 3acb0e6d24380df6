//! How far beyond the range meetings must be placed, so that every range tells the same.

use super::engine::Engine;
use crate::document::{DayFinding, DeadlineOffset, Edit, MeetingSeries, ReportRhythm, StepAt};
use crate::order::Order;
use crate::plan::{Course, Plan, Series};
use crate::time::{DateRange, MAX_YEAR, add_days};
use chrono::Datelike;

/// Days around the range in which a meeting's deadlines are looked for at least.
const NEAR: i64 = 400;

/// What the computation of a range must know beyond it.
#[derive(Clone, Debug)]
pub(super) struct Horizon {
    /// Last year in which meetings are placed for entries of the range.
    pub(super) year: i32,
    /// The same for each series: one that others wait for is placed further.
    pub(super) series: Vec<i32>,
    /// Meetings whose deadlines may lie in the range.
    pub(super) near: DateRange,
}

impl Horizon {
    pub(super) fn new(plan: &Plan, range: DateRange) -> Self {
        let reach = plan
            .series()
            .iter()
            .map(|one| deadline_reach(one.spec()))
            .max();
        let reach = reach.unwrap_or(0).max(NEAR);
        let years = [
            1 + years_of(reach - NEAR),
            step_reach(plan.courses()) + plan.courses().iter().map(beside_years).max().unwrap_or(0),
            report_reach(plan),
        ];
        let ahead = years.into_iter().max().unwrap_or(1);
        let last = add_days(range.end, -1).year();
        let year = last.saturating_add(ahead).min(last_year(plan));
        Self {
            year,
            series: series_horizons(plan, year),
            near: DateRange {
                start: add_days(range.start, -reach),
                end: add_days(range.end, reach),
            },
        }
    }

    /// The last year in which anything is placed.
    pub(super) fn last(&self) -> i32 {
        self.series
            .iter()
            .copied()
            .max()
            .unwrap_or(self.year)
            .max(self.year)
    }
}

impl Engine<'_> {
    /// Last year in which meetings are placed for entries of the range.
    pub(super) fn horizon(&self) -> i32 {
        self.horizon.year
    }
}

/// Last year of the plan.
fn last_year(plan: &Plan) -> i32 {
    plan.document().last_year.unwrap_or(MAX_YEAR).min(MAX_YEAR)
}

/// Whole years that so many days may reach into.
fn years_of(days: i64) -> i32 {
    i32::try_from((days.max(0) + 364) / 365).unwrap_or(MAX_YEAR)
}

/// At least as many days as a deadline can lie from its meeting: those counted
/// from each other add up.
fn deadline_reach(spec: &MeetingSeries) -> i64 {
    spec.deadlines
        .iter()
        .map(|deadline| days_in(&deadline.offset) + 15)
        .sum()
}

/// At least as many days as a meeting can lie from the one that it stands beside.
pub(super) fn beside_reach(spec: &MeetingSeries) -> i64 {
    match &spec.days {
        DayFinding::Beside(beside) => beside.offset.as_ref().map_or(0, days_in) + 15,
        _ => 0,
    }
}

/// At least as many days as an offset can span.
fn days_in(offset: &DeadlineOffset) -> i64 {
    match offset {
        DeadlineOffset::Days(days) => i64::from(days.unsigned_abs()),
        DeadlineOffset::Weeks(weeks) => 7 * i64::from(weeks.unsigned_abs()),
        DeadlineOffset::Months(months) => 31 * i64::from(months.unsigned_abs()),
        // No fifteen days hold fewer than five working days, and a rest is never longer.
        DeadlineOffset::WorkingDays(days) => 3 * i64::from(days.unsigned_abs()) + 15,
        DeadlineOffset::EndOfWeekBefore(weeks) => 7 * i64::from(*weeks) + 15,
    }
}

/// Years between the first and the last step of a course, when steps look ahead to others.
fn step_reach(courses: &[Course]) -> i32 {
    let steps = || courses.iter().flat_map(|course| course.steps());
    let offsets = || steps().map(|step| i32::from(step.spec().year_offset));
    let looks_ahead = steps().any(|step| {
        let own = step.spec().year_offset;
        let later = |at: &crate::plan::StepRef| {
            courses
                .get(at.course)
                .and_then(|course| course.steps().get(at.step))
                .is_some_and(|other| other.spec().year_offset > own)
        };
        matches!(step.spec().at, StepAt::Span(_) | StepAt::Beside(_))
            || step.after().iter().any(later)
    });
    match offsets().min().zip(offsets().max()) {
        Some((first, last)) if looks_ahead => (last - first).max(1),
        _ => 1,
    }
}

/// Whole years that a course's steps can lie from those that they are counted from.
pub(super) fn beside_years(course: &Course) -> i32 {
    let offsets = course
        .steps()
        .iter()
        .filter_map(|step| match &step.spec().at {
            StepAt::Beside(beside) => Some(days_in(&beside.offset) + 15),
            _ => None,
        });
    years_of(offsets.sum())
}

/// Years in which an assignment's last or next report may fall, counted from the range's last.
fn report_reach(plan: &Plan) -> i32 {
    let rhythms = plan
        .assignments()
        .iter()
        .filter_map(|one| one.spec().reports.as_ref());
    let years = |rhythm: &ReportRhythm| match rhythm {
        ReportRhythm::EveryMonths(months) => 2 + i32::from(*months) / 12,
        ReportRhythm::EveryMeeting | ReportRhythm::AtEnd => 2,
    };
    rhythms.map(years).max().unwrap_or(1)
}

/// A series that another waits for or must precede is placed as far as the other needs it.
fn series_horizons(plan: &Plan, year: i32) -> Vec<i32> {
    let limit = last_year(plan);
    let mut last = vec![year; plan.series().len()];
    let order = plan.placement_order();
    for (place, &id) in order.iter().enumerate().rev() {
        let series = plan.one_series(id);
        let own =
            edited_until(plan, series, last.get(id.index()).copied().unwrap_or(year)).min(limit);
        // A meeting of several days may run into the next year and must know who meets there.
        let whole = period_end(plan, series, own) + i32::from(series.length() > 1);
        if let Some(slot) = last.get_mut(id.index()) {
            *slot = own;
        }
        let ahead = series.windows().iter().filter_map(|window| {
            let lead = window.spec().before_each.as_ref()?;
            let days = i64::from(lead.max_days.max(lead.min_days));
            Some((window.before_each()?, whole + years_of(days).max(1)))
        });
        let earlier =
            |other: &crate::plan::SeriesId| order.iter().take(place).any(|one| one == other);
        let beside = series
            .windows()
            .iter()
            .filter_map(|window| window.after())
            .chain(series.clashes().iter().copied().filter(earlier))
            .chain(series.joint().iter().copied())
            .chain(series.continues())
            .map(|other| (other, whole));
        let hangs_on = series
            .beside()
            .map(|other| (other, whole + years_of(beside_reach(series.spec())).max(1)));
        for (other, year) in ahead.chain(beside).chain(hangs_on) {
            if let Some(slot) = last.get_mut(other.index()) {
                *slot = year.max(*slot).min(limit);
            }
        }
    }
    last
}

/// Last year of the period that a series counts its meetings over.
fn period_end(plan: &Plan, series: &Series, year: i32) -> i32 {
    match series.spec().count.per {
        crate::document::CountPer::MandatePeriod => plan
            .mandates()
            .period_containing_year(year)
            .map_or(year, |period| period.last_year.max(year)),
        _ => year,
    }
}

/// A meeting of a later year that was moved, added or published into an earlier
/// one is placed as soon as that earlier one is.
fn edited_until(plan: &Plan, series: &Series, year: i32) -> i32 {
    let edited = plan.edits_of(series).filter_map(|named| {
        let day = match named.edit {
            Edit::Move { to, .. } => to,
            Edit::Add { date, .. } | Edit::Lock { date, .. } => date,
            Edit::Cancel { .. } | Edit::Continue { .. } => return None,
        };
        Some((day.0.year(), named.period.get(..4)?.parse().ok()?))
    });
    let published = plan
        .document()
        .published
        .iter()
        .flat_map(|year| year.days.iter().map(|day| (day.date.0.year(), year.year)));
    let mut moves: Vec<(i32, i32)> = edited
        .chain(published)
        .filter(|(day, of)| day < of)
        .collect();
    moves.order();
    moves.iter().fold(
        year,
        |last, (day, of)| if *day <= last { last.max(*of) } else { last },
    )
}
