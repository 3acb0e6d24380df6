//! The checked plan: references resolved, groups of like bodies written out.
//!
//! A [`Plan`] cannot be built with a dangling reference or an impossible count:
//! [`Plan::check`] returns every problem of the document instead.

mod check;
mod counted;
mod edits;
mod id;
mod parts;
mod quorum;
mod ranges;
mod settle;
mod source;

pub(crate) use counted::touches;
pub(crate) use edits::NamedEdit;
pub use id::{BodyId, LevelId, PrincipalId, SeriesId};
pub use parts::{
    Activity, Assignment, Background, Body, Course, CourseKind, Duty, Goal, Holder, Level, Office,
    Principal, Report, Seat, Series, Side, Step, StepRef, Term, Window,
};
pub use quorum::QuorumShare;

pub(crate) use settle::{Heirs, settle};
pub use source::Source;

use crate::document::{BreakTreatment, Catalogue, PlanDocument, Text};
use crate::error::Problems;
use crate::time::{DateRange, MandateCalendar, RuleContext, WorkCalendar, add_days, date};

/// A checked plan.
#[derive(Clone, Debug)]
pub struct Plan {
    document: PlanDocument,
    mandates: MandateCalendar,
    levels: Vec<Level>,
    principals: Vec<Principal>,
    sides: Vec<Side>,
    bodies: Vec<Body>,
    series: Vec<Series>,
    order: Vec<SeriesId>,
    offices: Vec<Office>,
    courses: Vec<Course>,
    reports: Vec<Report>,
    assignments: Vec<Assignment>,
    goals: Vec<Goal>,
    duties: Vec<Duty>,
    activities: Vec<Activity>,
    backgrounds: Vec<Background>,
    terms: Vec<Term>,
}

impl Plan {
    /// Checks a document against the rules of the format.
    ///
    /// # Errors
    /// Every problem of the document, each with its document path.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
    /// let mut document = PlanDocument::blank("nso", "Nätverket");
    /// assert!(Plan::check(document.clone(), &Catalogue::empty()).is_ok());
    /// document.first_year = 1800;
    /// let problems = Plan::check(document, &Catalogue::empty()).unwrap_err();
    /// assert_eq!(problems.0[0].path, "/first_year");
    /// ```
    pub fn check(document: PlanDocument, catalogue: &Catalogue) -> Result<Self, Problems> {
        check::check(document, catalogue)
    }

    /// The document as it was written.
    #[must_use]
    pub fn document(&self) -> &PlanDocument {
        &self.document
    }

    /// Elections and terms of office.
    #[must_use]
    pub fn mandates(&self) -> &MandateCalendar {
        &self.mandates
    }

    /// Levels from the outer ring inwards.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// Principals in the document's order.
    #[must_use]
    pub fn principals(&self) -> &[Principal] {
        &self.principals
    }

    /// Sides in the document's order.
    #[must_use]
    pub fn sides(&self) -> &[Side] {
        &self.sides
    }

    /// Bodies in the document's order.
    #[must_use]
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// Meeting series in the document's order.
    #[must_use]
    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// Series in the order in which they are placed: each after those that it depends on.
    #[must_use]
    pub fn placement_order(&self) -> &[SeriesId] {
        &self.order
    }

    /// Offices, one for each body.
    #[must_use]
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    /// Governing documents, then posts.
    #[must_use]
    pub fn courses(&self) -> &[Course] {
        &self.courses
    }

    /// Reports.
    #[must_use]
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// Assignments.
    #[must_use]
    pub fn assignments(&self) -> &[Assignment] {
        &self.assignments
    }

    /// Goals.
    #[must_use]
    pub fn goals(&self) -> &[Goal] {
        &self.goals
    }

    /// Statutory duties.
    #[must_use]
    pub fn duties(&self) -> &[Duty] {
        &self.duties
    }

    /// Activities.
    #[must_use]
    pub fn activities(&self) -> &[Activity] {
        &self.activities
    }

    /// Calendars of others.
    #[must_use]
    pub fn backgrounds(&self) -> &[Background] {
        &self.backgrounds
    }

    /// School terms.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// A body.
    #[must_use]
    pub fn body(&self, id: BodyId) -> &Body {
        &self.bodies[id.index()]
    }

    /// A level.
    #[must_use]
    pub fn level(&self, id: LevelId) -> &Level {
        &self.levels[id.index()]
    }

    /// A principal.
    #[must_use]
    pub fn principal(&self, id: PrincipalId) -> &Principal {
        &self.principals[id.index()]
    }

    /// The body with an id of the document.
    #[must_use]
    pub fn body_by_id(&self, id: &str) -> Option<BodyId> {
        self.bodies
            .iter()
            .position(|body| body.id == id)
            .and_then(BodyId::at)
    }

    /// The principal with an id of the document.
    #[must_use]
    pub fn principal_by_id(&self, id: &str) -> Option<PrincipalId> {
        let place = self.principals.iter().position(|one| one.id() == id);
        place.and_then(PrincipalId::at)
    }

    /// A meeting series.
    pub(crate) fn one_series(&self, id: SeriesId) -> &Series {
        &self.series[id.index()]
    }

    /// Breaks with their days, for those that touch a range.
    #[must_use]
    pub fn breaks(&self, range: DateRange) -> Vec<(Text, DateRange)> {
        let wide = DateRange {
            start: add_days(range.start, -400),
            end: range.end,
        };
        let work = WorkCalendar::new(wide);
        self.break_spans(wide, &work)
            .filter(|(_, span)| span.overlaps(&range))
            .map(|(rule, span)| (rule.title.clone(), span))
            .collect()
    }

    /// The days of a wheel's year: twelve months from the month in which it starts.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan, time::{Month, date}};
    /// let mut document = PlanDocument::blank("school", "Läsåret");
    /// document.year_starts = Month::new(8);
    /// let plan = Plan::check(document, &Catalogue::empty()).unwrap();
    /// assert_eq!(plan.year_range(2027).unwrap().start, date(2027, 8, 1).unwrap());
    /// assert_eq!(plan.year_range(2027).unwrap().end, date(2028, 8, 1).unwrap());
    /// ```
    #[must_use]
    pub fn year_range(&self, year: i32) -> Option<DateRange> {
        let month = self
            .document
            .year_starts
            .map_or(1, |month| u32::from(month.get()));
        DateRange::year(year)?;
        DateRange::new(date(year, month, 1)?, date(year + 1, month, 1)?)
    }

    /// Working days of a range, without those that the plan closes; it knows those that it avoids.
    pub(crate) fn work_calendar(&self, range: DateRange) -> WorkCalendar {
        let mut work = WorkCalendar::new(range);
        let spans: Vec<(BreakTreatment, DateRange)> = self
            .break_spans(range, &work)
            .map(|(rule, span)| (rule.treatment, span))
            .collect();
        for (treatment, span) in spans {
            work = match treatment {
                BreakTreatment::Closed => work.with_closed(span),
                BreakTreatment::Avoid => work.with_avoided(span),
                BreakTreatment::Show => work,
            };
        }
        work
    }

    /// Every break that starts in a range.
    pub(crate) fn break_spans<'a>(
        &'a self,
        range: DateRange,
        work: &'a WorkCalendar,
    ) -> impl Iterator<Item = (&'a crate::document::Break, DateRange)> {
        self.document.calendar.breaks.iter().flat_map(move |rule| {
            let context = RuleContext {
                work,
                mandates: &self.mandates,
            };
            rule.from
                .occurrences(range, &context)
                .into_iter()
                .map(move |first| {
                    let end = add_days(first.date, i64::from(rule.days));
                    (
                        rule,
                        DateRange {
                            start: first.date,
                            end,
                        },
                    )
                })
        })
    }
}
