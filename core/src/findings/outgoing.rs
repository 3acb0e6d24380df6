//! Decisions by those who step down, for those who come.

use super::{FindingKind, Search};
use crate::calendar::{EntryKind, Relation, Source};
use crate::compute::course_periods;
use crate::document::Text;
use crate::time::{TermKind, add_days, date};
use chrono::NaiveDate;

impl Search<'_> {
    /// Decisions that take effect only after the term of the body that makes them.
    pub(super) fn outgoing(&mut self) {
        let (plan, outcome) = (self.plan, self.outcome);
        for entry in outcome.calendar().of_kind(EntryKind::Decision) {
            let term = entry
                .bodies
                .first()
                .and_then(|body| plan.body(*body).spec().term);
            let law = term
                .filter(|_| plan.document().mandate.is_none())
                .map(term_law);
            let Some(term) = term
                .and_then(|kind| Some(plan.mandates().period_of(entry.start, kind)?.term(kind)))
            else {
                continue;
            };
            let Some((path, covers_from)) = entry
                .related(Relation::Serves)
                .and_then(|id| self.course_of(id))
            else {
                continue;
            };
            if covers_from >= term.end {
                let kind = FindingKind::DecidedByOutgoing {
                    decision: entry.title.clone(),
                    day: entry.start,
                    last_day: add_days(term.end, -1),
                };
                let finding = self.add(kind, &path, entry.range(), &[]);
                finding.entry = Some(entry.id.clone());
                finding.sources.clone_from(&entry.sources);
                finding.sources.extend(law);
            }
        }
    }

    /// Path of the course with a period, and the period's first day.
    fn course_of(&self, period_id: &str) -> Option<(String, NaiveDate)> {
        let (id, key) = period_id.split_once('/')?;
        let course = self
            .plan
            .courses()
            .iter()
            .find(|course| course.id() == id)?;
        let year: i32 = key.get(..4)?.parse().ok()?;
        let period = course_periods(self.plan, course, year, year)
            .into_iter()
            .find(|period| period.key == key);
        let start = period
            .map(|period| period.range.start)
            .or_else(|| date(year, 1, 1))?;
        Some((course.path().clone(), start))
    }
}

/// The law that ends a term of office, in plans that follow the Swedish terms.
fn term_law(kind: TermKind) -> Source {
    let citation = match kind {
        TermKind::Council => "KL (2017:725) 5 kap. 9 §",
        TermKind::Calendar => "KL (2017:725) 6 kap. 18 §",
    };
    Source {
        agreement: Text::from(citation),
        section: String::new(),
        quote: None,
    }
}
