//! Plan → calendar: placement, meetings, deadlines, cycles, steps, reports, offices, duties.
//!
//! Everything follows from the plan alone: a longer range gives the same
//! entries inside a shorter one, on every machine.

mod assignments;
mod backgrounds;
mod beside;
mod candidates;
mod civic;
mod counting;
mod courses;
mod duties;
mod engine;
mod found;
mod horizon;
mod impossible;
mod landings;
mod locks;
mod meetings;
pub(crate) mod offices;
mod partial;
mod pattern;
mod periods;
mod preparation;
mod reports;
mod schedule;
mod seek;
mod spread;
mod steps;
mod trouble;
mod windows;

pub(crate) use candidates::same_hours;
pub(crate) use civic::revision_day;
pub use periods::CoursePeriod;
pub(crate) use periods::course_periods;
pub use schedule::{CountPeriod, MeetingRef, Occurrence, Origin, Schedule, SeriesSchedule};
pub use seek::{Sought, seek};
pub use trouble::{NoEffect, Trouble, TroubleKind};

use crate::calendar::Calendar;
use crate::plan::Plan;
use crate::time::DateRange;
use engine::Engine;

/// What a plan gives for a range of days.
#[derive(Clone, Debug)]
pub struct Outcome {
    calendar: Calendar,
    schedule: Schedule,
    trouble: Vec<Trouble>,
}

impl Outcome {
    /// Every entry in the range.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Where the meetings of every series fell, also around the range.
    #[must_use]
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// What could not be placed as the plan asks.
    #[must_use]
    pub fn trouble(&self) -> &[Trouble] {
        &self.trouble
    }

    /// Gives up everything but the calendar.
    #[must_use]
    pub fn into_calendar(self) -> Calendar {
        self.calendar
    }
}

/// Computes the calendar of a plan.
///
/// # Example
/// ```
/// use planning_wheel::{compute::compute, document::{Catalogue, PlanDocument}, plan::Plan, time::DateRange};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let outcome = compute(&plan, DateRange::year(2026).unwrap());
/// // Even an empty plan knows the election and the new council.
/// let ids: Vec<&str> = outcome.calendar().entries().iter().map(|entry| entry.id.as_str()).collect();
/// assert_eq!(ids, ["election/2026", "term-start/council/2026"]);
/// ```
#[must_use]
pub fn compute(plan: &Plan, range: DateRange) -> Outcome {
    let mut engine = Engine::new(plan, range);
    engine.civic();
    engine.meetings();
    let mut steps = steps::Memo::new();
    engine.courses(&mut steps);
    engine.reports(&mut steps);
    engine.assignments();
    engine.offices();
    engine.goals();
    engine.duties();
    engine.activities();
    engine.backgrounds();
    engine.revisions();
    engine.notes();
    let Engine {
        entries,
        schedule,
        trouble,
        ..
    } = engine;
    Outcome {
        calendar: Calendar::new(range, entries),
        schedule,
        trouble,
    }
}
