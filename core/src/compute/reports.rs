//! Reports and follow-ups as entries.

use super::engine::{Engine, link, one_day};
use super::landings::Landing;
use super::steps::Memo;
use super::trouble::TroubleKind;
use crate::calendar::{Entry, EntryKind, EntryStatus, Relation};
use crate::document::{MeetingChoice, ReportDue, ReportKind, Text};
use crate::map::Map;
use crate::plan::{BodyId, Report};
use crate::reason::Reason;
use crate::time::add_days;
use chrono::{Datelike, NaiveDate};

/// First day of what a report must come before, and its title.
type Limit = Option<(NaiveDate, Text)>;
/// Limits of a year that are known, by the report's place in the plan.
type Limits = Map<usize, Limit>;

impl Engine<'_> {
    pub(super) fn reports(&mut self, steps: &mut Memo) {
        let years = self.range.start.year()..=add_days(self.range.end, -1).year();
        for year in years {
            let mut limits = Limits::new();
            for (index, report) in self.plan.reports().iter().enumerate() {
                if self.is_due_in(report, year) {
                    let limit = self.report_limit(index, year, &mut limits, steps);
                    self.report_entries(report, year, limit);
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
            && year <= report.spec().until_year.unwrap_or(i32::MAX)
            && (year - first).rem_euclid(every) == 0
    }

    fn report_entries(&mut self, report: &Report, year: i32, limit: Limit) {
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
            if report.names_body() {
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
        if report.names_body() {
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

    /// First day of what this report must come before, and its title.
    fn report_limit(
        &mut self,
        index: usize,
        year: i32,
        known: &mut Limits,
        steps: &mut Memo,
    ) -> Limit {
        if let Some(limit) = known.get(&index) {
            return limit.clone();
        }
        let report = self.plan.reports().get(index)?;
        let mut limit: Limit = None;
        let mut sooner = |day: NaiveDate, title: &Text| {
            if limit.as_ref().is_none_or(|(least, _)| day < *least) {
                limit = Some((day, title.clone()));
            }
        };
        for &at in report.before_steps() {
            let landed = self.land_in_year(at, year, None, steps);
            for step in landed.iter().filter(|step| step.decided) {
                sooner(step.range.start, &step.title);
            }
        }
        for &at in report.before() {
            let later = self.plan.reports().get(at)?;
            if !self.is_due_in(later, year) {
                continue;
            }
            let bound = self
                .report_limit(at, year, known, steps)
                .map(|(day, _)| day);
            let landings = self.landings(later, year, bound).into_iter();
            if let Some(day) = landings.map(|landing| landing.day).min() {
                sooner(day, &later.spec().title);
            }
        }
        known.insert(index, limit.clone());
        limit
    }
}
