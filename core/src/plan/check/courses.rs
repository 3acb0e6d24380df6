//! Governing documents and posts: references and coverage.

use super::names::Checker;
use crate::document::{self, Coverage, GoverningDocument, Post};
use crate::error::{ProblemKind, Reference, suggest};
use crate::plan::{Course, CourseKind};

/// A course whose steps are not yet linked, with the document path of each step.
struct Draft {
    course: Course,
    specs: Vec<(document::Step, String)>,
}

impl Checker<'_> {
    /// Governing documents, then posts.
    pub(super) fn courses(&mut self) -> Vec<Course> {
        let document = self.document;
        for (index, process) in document.processes.iter().enumerate() {
            self.cites(&format!("/processes/{index}"), &process.cite);
        }
        let mut drafts = Vec::new();
        for (index, one) in document.documents.iter().enumerate() {
            drafts.push(self.document_course(&format!("/documents/{index}"), one));
        }
        for (index, one) in document.posts.iter().enumerate() {
            drafts.push(self.post_course(&format!("/posts/{index}"), one));
        }
        let ids: Vec<(String, Vec<String>)> = drafts
            .iter()
            .map(|draft| {
                (
                    draft.course.id.clone(),
                    draft
                        .specs
                        .iter()
                        .map(|(step, _)| step.id.clone())
                        .collect(),
                )
            })
            .collect();
        let mut courses: Vec<Course> = Vec::with_capacity(drafts.len());
        for (index, draft) in drafts.into_iter().enumerate() {
            let mut course = draft.course;
            course.steps = self.steps(index, &draft.specs, &ids);
            courses.push(course);
        }
        self.base_ring(&mut courses);
        self.step_ring(&courses);
        courses
    }

    fn document_course(&mut self, path: &str, one: &GoverningDocument) -> Draft {
        self.link(path, one.link.as_deref());
        let owner = self.optional_body(&format!("{path}/owner"), one.owner.as_deref());
        self.optional_body(&format!("{path}/proposer"), one.proposer.as_deref());
        let adopters = self.body_list(&format!("{path}/adopters"), &one.adopters, false);
        let under = one.under.as_ref().and_then(|id| {
            let found = self
                .document
                .documents
                .iter()
                .position(|other| &other.id == id);
            if found.is_none() {
                let known = self
                    .document
                    .documents
                    .iter()
                    .map(|other| other.id.as_str());
                let suggestion = suggest(id, known);
                self.unknown(
                    &format!("{path}/under"),
                    Reference::Document,
                    id,
                    suggestion,
                );
            }
            found
        });
        self.coverage(&format!("{path}/coverage"), &one.coverage);
        self.years(path, one.from_year, one.until_year);
        self.cites(path, &one.cite);
        let specs = self.step_specs(path, one.process.as_deref(), &one.steps);
        self.undated(path, &one.coverage, &specs);
        Draft {
            specs,
            course: Course {
                id: one.id.clone(),
                title: one.title.clone(),
                kind: CourseKind::Document(one.kind),
                coverage: one.coverage.clone(),
                from_year: one.from_year.unwrap_or(self.document.first_year),
                until_year: one.until_year,
                owner,
                adopters,
                under,
                steps: Vec::new(),
                cite: one.cite.clone(),
                choice: one.choice.clone(),
                document: Some(one.clone()),
                path: path.to_owned(),
            },
        }
    }

    fn post_course(&mut self, path: &str, one: &Post) -> Draft {
        self.coverage(&format!("{path}/coverage"), &one.coverage);
        self.years(path, one.from_year, one.until_year);
        self.cites(path, &one.cite);
        if !(one.share > 0.0 && one.share <= 1000.0) {
            self.problem(
                &format!("{path}/share"),
                ProblemKind::OutOfRange { min: 0, max: 1000 },
            );
        }
        let owner = self.optional_body(&format!("{path}/owner"), one.owner.as_deref());
        let specs = self.step_specs(path, one.process.as_deref(), &one.steps);
        self.undated(path, &one.coverage, &specs);
        Draft {
            specs,
            course: Course {
                id: one.id.clone(),
                title: one.title.clone(),
                kind: CourseKind::Post,
                coverage: one.coverage.clone(),
                from_year: one.from_year.unwrap_or(self.document.first_year),
                until_year: one.until_year,
                owner,
                adopters: owner.into_iter().collect(),
                under: None,
                steps: Vec::new(),
                cite: one.cite.clone(),
                choice: one.choice.clone(),
                document: None,
                path: path.to_owned(),
            },
        }
    }

    fn coverage(&mut self, path: &str, coverage: &Coverage) {
        match coverage {
            Coverage::MandateCycle { years, .. } | Coverage::Rolling { years }
                if !(1..=50).contains(years) =>
            {
                self.problem(path, ProblemKind::OutOfRange { min: 1, max: 50 });
            }
            Coverage::EveryYears { years, from } => {
                if !(1..=50).contains(years) {
                    self.problem(path, ProblemKind::OutOfRange { min: 1, max: 50 });
                }
                self.year(&format!("{path}/every_years/from"), *from);
            }
            Coverage::Period(period) => {
                self.span(
                    &format!("{path}/period/until"),
                    Some(period.from),
                    period.until,
                );
            }
            _ => {}
        }
    }

    /// Steps are counted from covered years: without any they would silently never come.
    fn undated(&mut self, path: &str, coverage: &Coverage, steps: &[(document::Step, String)]) {
        if *coverage == Coverage::Undated && !steps.is_empty() {
            let kind = ProblemKind::Contradiction {
                one: "undated",
                other: "steps",
            };
            self.problem(&format!("{path}/coverage"), kind);
        }
    }

    /// Documents must not be based on each other in a ring; a ring is cut so that the check goes on.
    fn base_ring(&mut self, courses: &mut [Course]) {
        for start in 0..courses.len() {
            let mut ring = Vec::new();
            let mut at = Some(start);
            while let Some(course) = at.and_then(|index| courses.get(index)) {
                ring.push(course.id.clone());
                at = course.under;
                if at == Some(start) {
                    let path = courses
                        .get(start)
                        .map(|course| format!("{}/under", course.path))
                        .unwrap_or_default();
                    self.problem(&path, ProblemKind::Circle(ring));
                    if let Some(course) = courses.get_mut(start) {
                        course.under = None;
                    }
                    break;
                }
                if ring.len() > courses.len() {
                    break;
                }
            }
        }
    }
}
