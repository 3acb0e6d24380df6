//! A plan's year: the calendar, and which days it covers.

use crate::shared::Shared;
use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::{Calendar, Entry, Relation};
use planning_wheel::compute::compute;
use planning_wheel::findings::{self, Findings};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, EndOfMonth, add_days, add_months, date};
use planning_wheel::wheel::Colour;

/// One turn of the wheel of a plan.
#[derive(Debug)]
pub(crate) struct Year {
    pub(crate) plan: Shared<Plan>,
    pub(crate) year: i32,
    pub(crate) calendar: Calendar,
    pub(crate) findings: Findings,
}

impl Year {
    pub(crate) fn new(plan: Shared<Plan>, year: i32) -> Self {
        let outcome = compute(&plan, turn(&plan, year));
        let findings = findings::findings(&plan, &outcome);
        Self {
            plan,
            year,
            calendar: outcome.into_calendar(),
            findings,
        }
    }

    /// Entries that take place at another, such as the decisions of a meeting.
    pub(crate) fn at(&self, id: &str) -> impl Iterator<Item = &Entry> {
        let entries = self.calendar.entries().iter();
        entries.filter(move |entry| entry.related(Relation::At) == Some(id))
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

/// The days of a year of a plan: twelve months, not always from January.
pub(crate) fn turn(plan: &Plan, year: i32) -> DateRange {
    let month = plan.document().year_starts.map_or(1, |month| month.get());
    let start = date(year, u32::from(month), 1).unwrap_or_default();
    DateRange {
        start,
        end: add_months(start, 12, EndOfMonth::LastDay),
    }
}

/// The year of a plan that a day lies in.
pub(crate) fn year_of(plan: &Plan, day: NaiveDate) -> i32 {
    if day < turn(plan, day.year()).start {
        day.year() - 1
    } else {
        day.year()
    }
}

/// The days from one on, a year ahead, inside what plans compute.
pub(crate) fn ahead(day: NaiveDate) -> DateRange {
    DateRange {
        start: day,
        end: add_days(day, 366),
    }
}

/// Levels that most plans have keep their colours; others take what is free.
pub(crate) fn level_colour(plan: &Plan, level: usize) -> Colour {
    const KNOWN: [&str; 4] = ["political", "strategic", "tactical", "operational"];
    let known = |id: &str| KNOWN.iter().position(|known| *known == id);
    let Some(own) = plan.levels().get(level) else {
        return Colour::Neutral;
    };
    if let Some(colour) = own.spec().colour.as_deref().and_then(Colour::parse) {
        return colour;
    }
    let slot = known(own.id()).unwrap_or_else(|| {
        let taken = |slot: &usize| {
            plan.levels()
                .iter()
                .any(|level| known(level.id()) == Some(*slot))
        };
        let strangers = plan.levels().iter().take(level);
        let before = strangers
            .filter(|level| known(level.id()).is_none())
            .count();
        let mut free = (0..usize::MAX).filter(|slot| !taken(slot));
        free.nth(before).unwrap_or_default()
    });
    Colour::Slot(u8::try_from(slot).unwrap_or_default())
}
