//! A plan's year: the calendar, and which days it covers.

use crate::shared::Shared;
use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::{Calendar, Entry};
use planning_wheel::compute::compute;
use planning_wheel::findings::{self, Findings};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, TermKind, add_days};
use planning_wheel::wheel::{Colour, level_colour};

/// One turn of the wheel of a plan: a year, or a mandate period.
#[derive(Debug)]
pub(crate) struct Year {
    pub(crate) plan: Shared<Plan>,
    /// The year, or the first of the period.
    pub(crate) year: i32,
    /// Whose term of office the period is.
    pub(crate) term: TermKind,
    pub(crate) calendar: Calendar,
    pub(crate) findings: Findings,
}

/// Days of a year that no plan computes.
const EMPTY: DateRange = DateRange {
    start: NaiveDate::MIN,
    end: NaiveDate::MIN,
};

impl Year {
    pub(crate) fn new(plan: Shared<Plan>, year: i32) -> Self {
        let range = plan.year_range(year).unwrap_or(EMPTY);
        Self::over(plan, year, range)
    }

    /// The mandate period that a year is part of.
    pub(crate) fn of_period(plan: Shared<Plan>, year: i32, term: TermKind) -> Self {
        let range = plan.mandate_range(year, term);
        Self {
            term,
            ..Self::over(plan, year, range.unwrap_or(EMPTY))
        }
    }

    fn over(plan: Shared<Plan>, year: i32, range: DateRange) -> Self {
        let outcome = compute(&plan, range);
        let findings = findings::findings(&plan, &outcome);
        Self::of(plan, year, outcome.into_calendar(), findings)
    }

    /// The days from one on, a year ahead.
    pub(crate) fn ahead(plan: Shared<Plan>, day: NaiveDate) -> Self {
        let range = DateRange {
            start: day,
            end: add_days(day, 366),
        };
        let calendar = compute(&plan, range).into_calendar();
        let year = year_of(&plan, day);
        Self::of(plan, year, calendar, Findings::default())
    }

    fn of(plan: Shared<Plan>, year: i32, calendar: Calendar, findings: Findings) -> Self {
        Self {
            plan,
            year,
            term: TermKind::Calendar,
            calendar,
            findings,
        }
    }

    /// The colour of an entry.
    pub(crate) fn colour(&self, entry: &Entry) -> Colour {
        let level = entry.level.or_else(|| {
            let body = entry.bodies.first()?;
            Some(self.plan.body(*body).level())
        });
        level.map_or(Colour::Neutral, |level| {
            level_colour(&self.plan, level.index())
        })
    }
}

/// The year of a plan that a day lies in.
pub(crate) fn year_of(plan: &Plan, day: NaiveDate) -> i32 {
    let year = day.year();
    match plan.year_range(year) {
        Some(range) if day < range.start => year - 1,
        _ => year,
    }
}
