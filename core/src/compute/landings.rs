//! Where reports land: on meetings of the receiver, in turn, or on a day.

use super::engine::Engine;
use super::schedule::MeetingRef;
use crate::document::{MeetingChoice, MeetingSlot, ReportDue};
use crate::plan::{BodyId, Report};
use crate::time::{DateRange, add_days, date};
use chrono::NaiveDate;

/// Where one body's report lands.
pub(super) struct Landing {
    pub(super) body: BodyId,
    pub(super) number: usize,
    pub(super) day: NaiveDate,
    pub(super) meeting: Option<MeetingRef>,
    pub(super) found: bool,
}

impl Engine<'_> {
    /// Where the report of each of its bodies lands in a year, before a day when there is a limit.
    pub(super) fn landings(
        &self,
        report: &Report,
        year: i32,
        limit: Option<NaiveDate>,
    ) -> Vec<Landing> {
        let exists: Vec<BodyId> = report
            .from()
            .iter()
            .copied()
            .filter(|body| {
                DateRange::year(year)
                    .is_some_and(|year| !self.plan.body(*body).exists_in(year).is_empty())
            })
            .collect();
        match &report.spec().due {
            ReportDue::Date(rule) => self.on_date(report, &exists, rule, year),
            ReportDue::Meeting(slot) => self.on_meetings(report, &exists, slot, year, limit),
            ReportDue::InTurn(slot) => self.in_turn(report, &exists, slot, year),
        }
    }

    fn on_date(
        &self,
        report: &Report,
        from: &[BodyId],
        rule: &crate::time::DateRule,
        year: i32,
    ) -> Vec<Landing> {
        let Some(range) = DateRange::year(year) else {
            return Vec::new();
        };
        let Some(day) = rule
            .occurrences(range, &self.rules())
            .first()
            .map(|day| day.date)
        else {
            return Vec::new();
        };
        let since = DateRange {
            start: add_days(day, -366),
            end: add_days(day, 1),
        };
        let meeting = self.schedule.of_body(report.to(), since).last().copied();
        let meets = self
            .plan
            .series()
            .iter()
            .any(|series| series.bodies().contains(&report.to()));
        let found = meeting.is_some() || !meets || year == self.plan.document().first_year;
        from.iter()
            .map(|body| Landing {
                body: *body,
                number: 1,
                day,
                meeting,
                found,
            })
            .collect()
    }

    fn on_meetings(
        &self,
        report: &Report,
        from: &[BodyId],
        slot: &MeetingSlot,
        year: i32,
        limit: Option<NaiveDate>,
    ) -> Vec<Landing> {
        let all = self.meetings_in(report.to(), year, &slot.months);
        let early: Vec<MeetingRef> = all
            .iter()
            .filter(|meeting| limit.is_none_or(|day| meeting.date < day))
            .copied()
            .collect();
        let last_day = limit
            .or_else(|| {
                slot.months
                    .last()
                    .and_then(|month| crate::time::month_end(year, month.get().into()))
            })
            .or_else(|| date(year, 12, 31));
        let mut landings = Vec::new();
        for &body in from {
            let chosen: Vec<MeetingRef> = match slot.which {
                MeetingChoice::First => early.first().into_iter().copied().collect(),
                MeetingChoice::Last => early.last().into_iter().copied().collect(),
                MeetingChoice::Every => early.clone(),
            };
            if let (true, Some(day)) = (chosen.is_empty(), last_day) {
                landings.push(Landing {
                    body,
                    number: 1,
                    day,
                    meeting: None,
                    found: false,
                });
            }
            landings.extend(chosen.into_iter().enumerate().map(|(at, meeting)| Landing {
                body,
                number: at + 1,
                day: meeting.date,
                meeting: Some(meeting),
                found: true,
            }));
        }
        landings
    }

    /// Reporting bodies share the receiver's meetings: once each as evenly as can be, or one of
    /// them at every meeting.
    fn in_turn(
        &self,
        report: &Report,
        from: &[BodyId],
        slot: &MeetingSlot,
        year: i32,
    ) -> Vec<Landing> {
        let meetings = self.meetings_in(report.to(), year, &slot.months);
        let every = slot.which == MeetingChoice::Every && meetings.len() >= from.len();
        let turns: Vec<(usize, BodyId)> = if every {
            (0..meetings.len())
                .zip(from.iter().copied().cycle())
                .collect()
        } else {
            let place = |at: usize| at * meetings.len() / from.len().max(1);
            let each = from.iter().enumerate();
            each.map(|(at, body)| (place(at), *body)).collect()
        };
        let land = |(at, body): (usize, BodyId)| {
            let meeting = meetings.get(at).copied();
            let day = meeting.map_or_else(|| date(year, 12, 31), |meeting| Some(meeting.date))?;
            Some(Landing {
                body,
                number: at + 1,
                day,
                meeting,
                found: meeting.is_some(),
            })
        };
        turns.into_iter().filter_map(land).collect()
    }
}
