//! A checked plan and its calendar as input of the layout: the only place that knows both.

use super::super::from_plan::levels;
use super::input::MandateWheelInput;
use super::{collect, events, terms};
use crate::calendar::{Calendar, EntryKind};
use crate::findings::Findings;
use crate::plan::Plan;
use crate::time::{Lang, MandatePeriod, TermKind};

impl<'a> MandateWheelInput<'a> {
    /// The wheel of one mandate period of a plan, by the term of councils or of boards.
    ///
    /// The calendar should hold the days of that term; the findings say what those who step down
    /// decide. The day of the hand and the chosen entry are for the caller to set.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::{compute::compute, document::{Catalogue, PlanDocument}};
    /// use planning_wheel::{findings::findings, plan::Plan, time::{Lang, TermKind}};
    /// use planning_wheel::wheel::{MandateWheel, MandateWheelInput};
    /// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
    /// let period = plan.mandates().period_containing_year(2027).unwrap();
    /// let outcome = compute(&plan, period.term(TermKind::Calendar));
    /// let found = findings(&plan, &outcome);
    /// let input = MandateWheelInput::from_plan(
    ///     &plan, outcome.calendar(), &found, &period, TermKind::Calendar, Lang::Sv,
    /// );
    /// let wheel = MandateWheel::new(&input);
    /// assert_eq!(wheel.title, "Nätverket · mandatperiod 2027–2030");
    /// assert_eq!(wheel.notices[1].title, "Val till riksdag, region och kommun");
    /// ```
    #[must_use]
    pub fn from_plan(
        plan: &Plan,
        calendar: &'a Calendar,
        findings: &Findings,
        period: &MandatePeriod,
        term: TermKind,
        lang: Lang,
    ) -> Self {
        let turn = period.term(term);
        let meetings = calendar.of_kind(EntryKind::Meeting);
        let level = |meeting: &'a crate::calendar::Entry| {
            let none = plan.levels().len();
            (meeting.level.map_or(none, |level| level.index()), meeting)
        };
        Self {
            term,
            title: plan.document().title.get(lang).to_owned(),
            levels: levels(plan, lang),
            entries: calendar.entries().iter().collect(),
            meetings: meetings.map(level).collect(),
            lanes: collect::lanes(plan, calendar, turn, lang),
            events: events::events(plan, calendar, findings, turn, lang),
            shifts: terms::shifts(plan.mandates(), turn),
            previous: neighbour(plan, period.first_year.saturating_sub(1)),
            next: neighbour(plan, period.last_year.saturating_add(1)),
            ..Self::new(turn, lang)
        }
    }
}

/// Years of the period that a year is part of.
fn neighbour(plan: &Plan, year: i32) -> Option<(i32, i32)> {
    let period = plan.mandates().period_containing_year(year)?;
    Some((period.first_year, period.last_year))
}
