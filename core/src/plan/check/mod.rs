//! Document → plan: every problem, not the first.

mod bodies;
mod courses;
mod edits;
mod limits;
mod names;
mod offices;
mod order;
mod published;
mod rest;
mod seats;
mod series;
mod steps;
mod unique;

use super::{Plan, Term};
use crate::document::{Catalogue, FORMAT, PlanDocument, STOCKHOLM, Text};
use crate::error::{ProblemKind, Problems, suggest};
use crate::order::Order;
use crate::time::{MAX_YEAR, MIN_YEAR, MandateCalendar, MonthDay};
use names::Checker;

/// Checks a document against the rules of the format.
pub(super) fn check(document: PlanDocument, catalogue: &Catalogue) -> Result<Plan, Problems> {
    let mut checker = Checker::new(&document, catalogue);
    if !checker.within_limits() {
        return Err(checker.problems);
    }
    checker.collect_ids();
    checker.head();
    let levels = checker.levels();
    let (principals, sides) = checker.principals();
    let bodies = checker.bodies();
    let series = checker.series(&bodies);
    let offices = checker.offices();
    checker.made_ids(&bodies, &series, &offices);
    let courses = checker.courses();
    let reports = checker.reports(&courses);
    let assignments = checker.assignments(&bodies);
    let goals = checker.goals();
    let duties = checker.duties();
    let activities = checker.activities();
    let backgrounds = checker.backgrounds();
    let terms = checker.terms();
    checker.publications(&series);
    let order = checker.placement_order(&series);
    if !checker.problems.is_empty() {
        return Err(checker.problems);
    }
    let mandates = document
        .mandate
        .as_ref()
        .map_or_else(MandateCalendar::swedish, MandateCalendar::custom);
    Ok(Plan {
        mandates,
        levels,
        principals,
        sides,
        bodies,
        series,
        order,
        offices,
        courses,
        reports,
        assignments,
        goals,
        duties,
        activities,
        backgrounds,
        terms,
        document,
    })
}

impl Checker<'_> {
    /// Format, id, years and sources.
    fn head(&mut self) {
        let document = self.document;
        if document.format != FORMAT && document.newer.is_none() {
            self.problem(
                "/format",
                ProblemKind::UnknownFormat(document.format.clone()),
            );
        }
        self.time_zone();
        self.year("/first_year", document.first_year);
        if let Some(last) = document.last_year {
            self.year("/last_year", last);
            if last < document.first_year {
                self.problem("/last_year", ProblemKind::EndsBeforeStart);
            }
        }
        for (index, source) in document.sources.iter().enumerate() {
            let path = format!("/sources/{index}");
            self.span(&path, source.valid_from, source.valid_until);
            self.link(&path, source.link.as_deref());
        }
        for (index, note) in document.notes.iter().enumerate() {
            let path = format!("/notes/{index}");
            self.cites(&path, &note.cite);
            for (at, part) in note.about.iter().enumerate() {
                self.part(&format!("{path}/about/{at}"), part);
            }
        }
    }

    /// IANA's name of a zone. Its form is checked, and that nobody slipped when writing
    /// Stockholm; a table of all zones would be larger than the rest of the check.
    fn time_zone(&mut self) {
        let name = &self.document.time_zone;
        let suggestion = (name != STOCKHOLM)
            .then(|| suggest(name, [STOCKHOLM]))
            .flatten();
        if suggestion.is_some() || !is_zone(name) {
            let name = name.clone();
            self.problem("/time_zone", ProblemKind::BadTimeZone { name, suggestion });
        }
    }

    /// A year inside 1970–2100.
    pub(super) fn year(&mut self, path: &str, year: i32) {
        if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
            self.problem(path, ProblemKind::YearOutside(year));
        }
    }

    /// First and last year of a rule.
    pub(super) fn years(&mut self, path: &str, from: Option<i32>, until: Option<i32>) {
        for (field, year) in [("from_year", from), ("until_year", until)] {
            if let Some(year) = year {
                self.year(&format!("{path}/{field}"), year);
            }
        }
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            self.problem(&format!("{path}/until_year"), ProblemKind::EndsBeforeStart);
        }
    }

    /// School terms, the usual two when the plan names none.
    fn terms(&mut self) -> Vec<Term> {
        let written = &self.document.calendar.terms;
        for (index, rule) in self.document.calendar.breaks.iter().enumerate() {
            if !(1..=366).contains(&rule.days) {
                let path = format!("/calendar/breaks/{index}/days");
                self.problem(&path, ProblemKind::OutOfRange { min: 1, max: 366 });
            }
        }
        if written.is_empty() {
            return usual_terms();
        }
        let mut terms = Vec::with_capacity(written.len());
        for (index, term) in written.iter().enumerate() {
            if (term.from.month(), term.from.day()) > (term.to.month(), term.to.day()) {
                self.problem(
                    &format!("/calendar/terms/{index}/to"),
                    ProblemKind::EndsBeforeStart,
                );
            }
            terms.push(Term {
                id: term.id.clone(),
                title: term.title.clone(),
                from: term.from,
                to: term.to,
            });
        }
        // A school year may be written autumn first; gaps are counted from one term to the next.
        terms.order_by_key(|term| term.from);
        terms
    }
}

/// Spring January–June and autumn August–December.
fn usual_terms() -> Vec<Term> {
    let term = |id: &str, title: Text, from: (u8, u8), to: (u8, u8)| {
        Some(Term {
            id: id.into(),
            title,
            from: MonthDay::new(from.0, from.1)?,
            to: MonthDay::new(to.0, to.1)?,
        })
    };
    [
        term(
            "spring",
            Text::both("vårterminen", "spring term"),
            (1, 1),
            (6, 30),
        ),
        term(
            "autumn",
            Text::both("höstterminen", "autumn term"),
            (8, 1),
            (12, 31),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `Europe/Stockholm`, `America/Argentina/Salta`, `Etc/GMT+2`, `UTC`.
fn is_zone(name: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte))
    };
    let is_short = name.len() <= 4 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    name.split('/').all(is_part) && (name.contains('/') || is_short)
}
