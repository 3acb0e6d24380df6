//! Reports and follow-ups: on meetings of the receiver, in turn, or on a day.

use super::engine::{Engine, link, one_day};
use super::schedule::MeetingRef;
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, EntryStatus, Relation};
use crate::document::{MeetingChoice, MeetingSlot, ReportDue, ReportKind, Text};
use crate::plan::{BodyId, Report};
use crate::reason::Reason;
use crate::time::{DateRange, add_days, date};
use chrono::{Datelike, NaiveDate};

/// Where one body's report lands.
struct Landing {
    body: BodyId,
    number: usize,
    day: NaiveDate,
    meeting: Option<MeetingRef>,
    found: bool,
}

impl Engine<'_> {
    pub(super) fn reports(&mut self) {
        let years = self.range.start.year()..=add_days(self.range.end, -1).year();
        for year in years {
            for index in 0..self.plan.reports().len() {
                let Some(report) = self.plan.reports().get(index) else {
                    continue;
                };
                if self.is_due_in(report, year) {
                    self.report_entries(report, year);
                }
            }
        }
    }

    fn is_due_in(&self, report: &Report, year: i32) -> bool {
        let document = self.plan.document();
        let first = report.spec().from_year.unwrap_or(document.first_year);
        let every = i32::from(report.spec().every_years.unwrap_or(1).max(1));
        year >= first.max(document.first_year)
            && year <= document.last_year.unwrap_or(i32::MAX)
            && (year - first).rem_euclid(every) == 0
    }

    fn report_entries(&mut self, report: &Report, year: i32) {
        let limit = self.report_limit(report, year);
        let landings = self.landings(report, year, limit.as_ref().map(|(day, _)| *day));
        for landing in landings {
            let id = self.report_id(report, year, &landing);
            if !landing.found {
                let kind = TroubleKind::NoMeetingForReport {
                    report: report.spec().title.clone(),
                    body: report.to(),
                    due: landing.day,
                };
                self.trouble(report.path(), Some(&id), one_day(landing.day), kind);
            }
            if !self.range.contains(landing.day) {
                continue;
            }
            let entry = self.report_entry(report, id, year, &landing, limit.as_ref());
            self.push(entry);
        }
    }

    fn report_entry(
        &self,
        report: &Report,
        id: String,
        year: i32,
        landing: &Landing,
        limit: Option<&(NaiveDate, Text)>,
    ) -> Entry {
        let spec = report.spec();
        let kind = match spec.kind {
            ReportKind::Report => EntryKind::Report,
            ReportKind::FollowUp => EntryKind::FollowUp,
        };
        let about = year - i32::from(spec.about_year_offset);
        let title = self.report_title(report, landing.body, about);
        let mut entry = Entry::on(id, kind, title, landing.day);
        let mut bodies = vec![landing.body];
        if report.to() != landing.body {
            bodies.push(report.to());
        }
        self.place_on(&mut entry, &bodies);
        entry.sources = self.plan.sources(&spec.cite);
        entry.responsible.clone_from(&spec.responsible);
        if !landing.found {
            entry.status = EntryStatus::Undecided;
        }
        match (&spec.due, landing.meeting) {
            (ReportDue::Meeting(slot) | ReportDue::InTurn(slot), Some(meeting)) => {
                entry
                    .links
                    .push(link(Relation::At, self.meeting_id(meeting)));
                entry.time = self.plan.one_series(meeting.series).spec().time;
                let (title, date) = (self.meeting_title(meeting.series).clone(), meeting.date);
                entry.reasons.push(match &spec.due {
                    ReportDue::InTurn(_) => Reason::InTurn { title, date },
                    _ => Reason::AtMeeting {
                        title,
                        date,
                        which: slot.which,
                        months: slot.months.clone(),
                    },
                });
            }
            (ReportDue::Date(rule), meeting) => {
                entry.reasons.push(Reason::Rule(rule.clone()));
                entry
                    .links
                    .extend(meeting.map(|meeting| link(Relation::For, self.meeting_id(meeting))));
            }
            _ => {}
        }
        if let Some((day, title)) = limit {
            entry.reasons.push(Reason::BeforeMeeting {
                title: title.clone(),
                date: *day,
                days: (*day - landing.day).num_days(),
            });
        }
        entry
            .reasons
            .extend(spec.choice.clone().map(Reason::Choice));
        entry
    }

    fn report_title(&self, report: &Report, body: BodyId, about: i32) -> Text {
        let spec = report.spec();
        Text::compose(|lang| {
            let mut title = spec.title.get(lang).to_owned();
            if spec.about_year_offset != 0 {
                title.push(' ');
                title.push_str(&about.to_string());
            }
            if report.from().len() > 1 {
                title = format!("{title}: {}", self.plan.body(body).short().get(lang));
            }
            match &spec.theme {
                Some(theme) => format!("{title} – {}", theme.get(lang)),
                None => title,
            }
        })
    }

    fn report_id(&self, report: &Report, year: i32, landing: &Landing) -> String {
        let mut id = format!("{}/{year}", report.spec().id);
        if report.from().len() > 1 {
            id.push('/');
            id.push_str(self.plan.body(landing.body).id());
        }
        let (ReportDue::Meeting(slot) | ReportDue::InTurn(slot)) = &report.spec().due else {
            return id;
        };
        if slot.which == MeetingChoice::Every {
            id.push('/');
            id.push_str(&landing.number.to_string());
        }
        id
    }

    /// First day of the reports that this one must come before, and their title.
    fn report_limit(&self, report: &Report, year: i32) -> Option<(NaiveDate, Text)> {
        report
            .before()
            .iter()
            .filter_map(|index| self.plan.reports().get(*index))
            .filter(|later| self.is_due_in(later, year))
            .filter_map(|later| {
                let limit = self.report_limit(later, year).map(|(day, _)| day);
                let first = self
                    .landings(later, year, limit)
                    .into_iter()
                    .map(|landing| landing.day)
                    .min()?;
                Some((first, later.spec().title.clone()))
            })
            .min_by_key(|(day, _)| *day)
    }

    fn landings(&self, report: &Report, year: i32, limit: Option<NaiveDate>) -> Vec<Landing> {
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
