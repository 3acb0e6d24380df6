//! What every part of the computation shares.

use super::horizon::Horizon;
use super::schedule::{MeetingRef, Origin, Schedule};
use super::trouble::{Trouble, TroubleKind};
use crate::calendar::{Entry, Link, Relation};
use crate::document::Text;
use crate::plan::{BodyId, Plan, SeriesId};
use crate::reason::NonWorking;
use crate::time::{DateRange, MAX_YEAR, RuleContext, WorkCalendar, add_days};
use chrono::{Datelike, NaiveDate};

/// The computation of one range.
pub(super) struct Engine<'a> {
    pub(super) plan: &'a Plan,
    pub(super) range: DateRange,
    pub(super) horizon: Horizon,
    /// Working days, without those that the plan closes; it knows those that the plan avoids.
    pub(super) work: WorkCalendar,
    pub(super) schedule: Schedule,
    pub(super) entries: Vec<Entry>,
    pub(super) trouble: Vec<Trouble>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(plan: &'a Plan, range: DateRange) -> Self {
        let horizon = Horizon::new(plan, range);
        let first = plan.document().first_year.min(range.start.year());
        let last = horizon.last().max(range.end.year()).min(MAX_YEAR) + 1;
        let wide = DateRange::years(first - 1, last).unwrap_or(range);
        let work = plan.work_calendar(wide);
        let mut engine = Self {
            plan,
            range,
            horizon,
            work,
            schedule: Schedule::with_series(plan.series().len()),
            entries: Vec::new(),
            trouble: Vec::new(),
        };
        engine.place_all();
        engine.schedule.index(plan);
        engine
    }

    pub(super) fn rules(&self) -> RuleContext<'_> {
        RuleContext {
            work: &self.work,
            mandates: self.plan.mandates(),
        }
    }

    /// Adds an entry when it touches the range.
    pub(super) fn push(&mut self, entry: Entry) {
        if entry.range().overlaps(&self.range) {
            self.entries.push(entry);
        }
    }

    /// Notes trouble when it touches the range.
    pub(super) fn trouble(
        &mut self,
        path: &str,
        entry: Option<&str>,
        range: DateRange,
        kind: TroubleKind,
    ) {
        if range.overlaps(&self.range) {
            self.trouble.push(Trouble {
                path: path.to_owned(),
                entry: entry.map(str::to_owned),
                range,
                kind,
            });
        }
    }

    /// Id of a meeting entry.
    pub(super) fn meeting_id(&self, meeting: MeetingRef) -> String {
        let days = self.schedule.of_series(meeting.series);
        let Some(occurrence) = days.occurrences.get(meeting.at) else {
            return String::new();
        };
        let key = days
            .periods
            .get(occurrence.period)
            .map(|period| period.key.as_str())
            .unwrap_or_default();
        occurrence_id(
            self.plan.one_series(meeting.series).id(),
            key,
            &occurrence.name,
        )
    }

    /// Title of a meeting's series.
    pub(super) fn meeting_title(&self, series: SeriesId) -> &'a Text {
        self.plan.one_series(series).title()
    }

    /// Held meetings of a body in the given months of a year; no months means the whole year.
    pub(super) fn meetings_in(
        &self,
        body: BodyId,
        year: i32,
        months: &[crate::time::Month],
    ) -> Vec<MeetingRef> {
        let Some(range) = DateRange::year(year) else {
            return Vec::new();
        };
        self.schedule
            .of_body(body, range)
            .iter()
            .filter(|meeting| {
                let found = self.schedule.occurrence(**meeting);
                // A day on which a meeting only goes on is no further meeting.
                found.is_none_or(|one| !matches!(one.origin, Origin::Continued(_)))
            })
            .filter(|meeting| {
                months.is_empty()
                    || months
                        .iter()
                        .any(|month| u32::from(month.get()) == meeting.date.month())
            })
            .copied()
            .collect()
    }

    /// Body and level of an entry.
    pub(super) fn place_on(&self, entry: &mut Entry, bodies: &[BodyId]) {
        entry.bodies = bodies.to_vec();
        entry.level = bodies.first().map(|body| self.plan.body(*body).level());
    }

    /// Why nothing can be held on a day; `None` on a working day.
    pub(super) fn why_off(&self, day: NaiveDate) -> Option<NonWorking> {
        NonWorking::of(&self.work, day)
    }
}

/// Id of a meeting entry from its parts.
pub(super) fn occurrence_id(series: &str, period: &str, name: &str) -> String {
    let mut id = String::with_capacity(series.len() + period.len() + name.len() + 2);
    id.push_str(series);
    id.push('/');
    id.push_str(period);
    id.push('/');
    id.push_str(name);
    id
}

/// A link to another entry.
pub(super) fn link(relation: Relation, to: impl Into<String>) -> Link {
    Link {
        relation,
        to: to.into(),
    }
}

/// A range of one day.
pub(super) fn one_day(day: NaiveDate) -> DateRange {
    DateRange {
        start: day,
        end: add_days(day, 1),
    }
}
