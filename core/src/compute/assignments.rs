//! Assignments, and reports on them at the giver's meetings.

use super::engine::{Engine, link, one_day};
use super::schedule::MeetingRef;
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, Relation};
use crate::document::{AssignmentStatus, MeetingChoice, ReportRhythm, Text};
use crate::plan::Assignment;
use crate::reason::Reason;
use crate::time::{DateRange, EndOfMonth, MAX_YEAR, add_days, add_months, date};
use chrono::{Datelike, NaiveDate};

/// Longest time before the end in which the last report is looked for, in days.
const LAST_REPORT_DAYS: i64 = 400;

impl Engine<'_> {
    pub(super) fn assignments(&mut self) {
        for assignment in self.plan.assignments() {
            self.assignment_entry(assignment);
            if assignment.spec().status != AssignmentStatus::Paused {
                self.assignment_reports(assignment);
            }
        }
    }

    fn assignment_entry(&mut self, assignment: &Assignment) {
        let spec = assignment.spec();
        let end = spec
            .end
            .map(|end| add_days(end.0, 1))
            .or_else(|| date(MAX_YEAR + 1, 1, 1))
            .unwrap_or_else(|| add_days(spec.start.0, 1));
        let mut entry = Entry::during(
            spec.id.clone(),
            EntryKind::Assignment,
            spec.title.clone(),
            spec.start.0,
            end,
        );
        self.place_on(&mut entry, assignment.to());
        entry.sources = self.plan.sources(&spec.cite);
        entry.links.extend(
            assignment
                .course()
                .and_then(|course| self.edition_on(course, spec.start.0))
                .map(|edition| link(Relation::Serves, edition)),
        );
        entry.reasons.push(Reason::OwnPeriod);
        entry
            .reasons
            .extend(spec.choice.clone().map(Reason::Choice));
        self.push(entry);
    }

    fn assignment_reports(&mut self, assignment: &Assignment) {
        let spec = assignment.spec();
        let Some(rhythm) = &spec.reports else { return };
        let end = spec.end.map(|end| end.0);
        let last = end.and_then(|end| self.last_meeting(assignment, end));
        if let (Some(end), None) = (end, last) {
            let known = DateRange::year(self.horizon()).is_some_and(|year| end < year.end)
                && end.year() >= self.plan.document().first_year;
            if known {
                let kind = TroubleKind::NoMeetingForReport {
                    report: spec.title.clone(),
                    body: assignment.from(),
                    due: end,
                };
                self.trouble(assignment.path(), Some(&spec.id), one_day(end), kind);
            }
        }
        let stop = last.map(|meeting| meeting.date);
        match rhythm {
            ReportRhythm::AtEnd => {}
            ReportRhythm::EveryMeeting => {
                let span = DateRange {
                    start: spec.start.0.max(self.range.start),
                    end: end.map_or(self.range.end, |end| add_days(end, 1).min(self.range.end)),
                };
                for meeting in self.schedule.of_body(assignment.from(), span).to_vec() {
                    if stop != Some(meeting.date) {
                        let name = self.meeting_id(meeting);
                        self.assignment_report(
                            assignment,
                            &format!("report/{name}"),
                            meeting,
                            None,
                        );
                    }
                }
            }
            ReportRhythm::EveryMonths(months) => self.monthly_reports(assignment, *months, stop),
        }
        if let Some(meeting) = last {
            self.assignment_report(assignment, "final", meeting, end);
        }
    }

    /// The giver's nearest meeting no later than each so many months from the start.
    fn monthly_reports(&mut self, assignment: &Assignment, months: u8, stop: Option<NaiveDate>) {
        let start = assignment.spec().start.0;
        let end = assignment.spec().end.map(|end| end.0);
        // A meeting in the range may carry the report of a due day so long after it.
        let ahead = add_days(self.range.end, 31 * (i64::from(months) + 1));
        let mut earlier: Option<NaiveDate> = None;
        for number in 1..=1_200_i32 {
            // Counted from the start, never from the report before.
            let due = add_months(
                start,
                number * i32::from(months.max(1)),
                EndOfMonth::LastDay,
            );
            if end.is_some_and(|end| due >= end) || due >= ahead {
                break;
            }
            let since = DateRange {
                start,
                end: add_days(due, 1),
            };
            let Some(meeting) = self
                .schedule
                .of_body(assignment.from(), since)
                .last()
                .copied()
            else {
                continue;
            };
            if earlier.is_none_or(|day| meeting.date > day) && stop != Some(meeting.date) {
                earlier = Some(meeting.date);
                self.assignment_report(assignment, &format!("report/{number}"), meeting, Some(due));
            }
        }
    }

    /// The giver's last meeting no later than the end.
    fn last_meeting(&self, assignment: &Assignment, end: NaiveDate) -> Option<MeetingRef> {
        let start = assignment
            .spec()
            .start
            .0
            .max(add_days(end, -LAST_REPORT_DAYS));
        let span = DateRange {
            start,
            end: add_days(end, 1),
        };
        self.schedule
            .of_body(assignment.from(), span)
            .last()
            .copied()
    }

    fn assignment_report(
        &mut self,
        assignment: &Assignment,
        name: &str,
        meeting: MeetingRef,
        due: Option<NaiveDate>,
    ) {
        if !self.range.contains(meeting.date) {
            return;
        }
        let spec = assignment.spec();
        let last = name == "final";
        let title =
            Text::compose(|lang| crate::text::assignment_report(lang, spec.title.get(lang), last));
        let mut entry = Entry::on(
            format!("{}/{name}", spec.id),
            EntryKind::Report,
            title,
            meeting.date,
        );
        let mut bodies = assignment.to().clone();
        bodies.push(assignment.from());
        self.place_on(&mut entry, &bodies);
        entry.time = self.plan.one_series(meeting.series).spec().time;
        entry.sources = self.plan.sources(&spec.cite);
        entry
            .links
            .push(link(Relation::At, self.meeting_id(meeting)));
        entry.links.push(link(Relation::Serves, spec.id.clone()));
        entry.reasons.push(Reason::AtMeeting {
            title: self.meeting_title(meeting.series).clone(),
            date: meeting.date,
            which: MeetingChoice::Last,
            months: Vec::new(),
        });
        if let Some(due) = due {
            entry.reasons.push(Reason::BeforeMeeting {
                title: spec.title.clone(),
                date: due,
                days: (due - meeting.date).num_days(),
            });
        }
        self.push(entry);
    }
}
