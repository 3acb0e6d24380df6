//! Elections and new terms of office, goals, and revisions.

use super::engine::{Engine, link};
use crate::calendar::{Entry, EntryKind, Relation, Source};
use crate::document::{Revision, Text};
use crate::plan::{Course, CourseKind};
use crate::reason::Reason;
use crate::time::{EndOfMonth, MAX_YEAR, MIN_YEAR, add_days, add_months, date};
use chrono::{Datelike, NaiveDate};

impl Engine<'_> {
    /// Elections, and the first days of councils' and boards' terms.
    pub(super) fn civic(&mut self) {
        let swedish = self.plan.document().mandate.is_none();
        let law = |citation: &str| {
            let source = Source {
                agreement: Text::from(citation),
                section: String::new(),
                quote: None,
            };
            if swedish { vec![source] } else { Vec::new() }
        };
        let (from, to) = (self.range.start.year() - 1, self.range.end.year() + 1);
        for period in self
            .plan
            .mandates()
            .periods(from.max(MIN_YEAR), to.min(MAX_YEAR))
        {
            let mandate = (period.first_year, period.last_year);
            let year = period.election.year();
            let title = Text::both("Val till riksdag, region och kommun", "General election");
            let mut entry = Entry::on(
                format!("election/{year}"),
                EntryKind::Election,
                title,
                period.election,
            );
            let rule = self.plan.mandates().election_rule(year);
            entry.reasons.extend(rule.map(Reason::ElectionDay));
            entry.sources = law("vallagen (2005:837) 1 kap. 2–3 §§");
            self.push(entry);
            let starts = [
                (
                    "council",
                    period.council.start,
                    Text::both("Nya fullmäktige tillträder", "New councils take office"),
                    "KL 5 kap. 9 §",
                ),
                (
                    "calendar",
                    period.calendar.start,
                    Text::both(
                        "Nya styrelser och nämnder tillträder",
                        "New boards take office",
                    ),
                    "KL 6 kap. 18 §",
                ),
            ];
            for (kind, day, title, citation) in starts {
                let id = format!("term-start/{kind}/{}", day.year());
                let mut entry = Entry::on(id, EntryKind::TermStart, title, day);
                entry.reasons.push(Reason::Mandate { mandate, year: 1 });
                entry.sources = law(citation);
                self.push(entry);
            }
        }
    }

    pub(super) fn goals(&mut self) {
        for goal in self.plan.goals() {
            let spec = goal.spec();
            let end = spec
                .period
                .until
                .map(|until| add_days(until.0, 1))
                .or_else(|| date(MAX_YEAR + 1, 1, 1));
            let Some(end) = end else { continue };
            let mut entry = Entry::during(
                spec.id.clone(),
                EntryKind::Goal,
                spec.title.clone(),
                spec.period.from.0,
                end,
            );
            let bodies: Vec<_> = goal.owner().into_iter().collect();
            self.place_on(&mut entry, &bodies);
            entry.sources = self.plan.sources(&spec.cite);
            entry.reasons.push(Reason::OwnPeriod);
            entry
                .reasons
                .extend(spec.choice.clone().map(Reason::Choice));
            self.push(entry);
        }
    }

    /// Days on which sources and registered documents come up for revision.
    pub(super) fn revisions(&mut self) {
        for source in &self.plan.document().sources {
            if let Some(day) = source.next_revision {
                let entry = revision(format!("{}/revision", source.id), &source.title, day.0);
                self.push(entry);
            }
        }
        for course in self.plan.courses() {
            if let Some(day) = revision_day(course) {
                let mut entry = revision(format!("{}/revision", course.id()), course.title(), day);
                let bodies: Vec<_> = course.owner().into_iter().collect();
                self.place_on(&mut entry, &bodies);
                entry.sources = self.plan.sources(course.cite());
                entry
                    .links
                    .push(link(Relation::Serves, course.id().clone()));
                self.push(entry);
            }
        }
    }

    /// Notes of the plan on the documents and decisions that they are about.
    pub(super) fn notes(&mut self) {
        for note in &self.plan.document().notes {
            for entry in &mut self.entries {
                let part = entry.id.split('/').next().unwrap_or_default();
                let shown = matches!(entry.kind, EntryKind::Document | EntryKind::Decision);
                if shown && entry.note.is_none() && note.about.iter().any(|about| about == part) {
                    entry.note = Some(note.text.clone());
                }
            }
        }
    }
}

fn revision(id: String, title: &Text, day: NaiveDate) -> Entry {
    let title = Text::compose(|lang| crate::text::revision_of(lang, title.get(lang)));
    let mut entry = Entry::on(id, EntryKind::Revision, title, day);
    entry.reasons.push(Reason::Written);
    entry
}

/// Day on which a document comes up for revision, when it says so.
pub(crate) fn revision_day(course: &Course) -> Option<NaiveDate> {
    let CourseKind::Document(_) = course.kind() else {
        return None;
    };
    let document = course.document().as_ref()?;
    match document.revision.as_ref()? {
        Revision::On(day) => Some(day.0),
        Revision::AfterMonths(months) => Some(add_months(
            document.adopted?.0,
            i32::from(*months),
            EndOfMonth::LastDay,
        )),
        Revision::NextEdition => None,
    }
}
