//! Governing documents and posts: coverage, steps and their order.

use super::names::{Checker, is_slug};
use crate::document::{self, Coverage, GoverningDocument, Post, StepAt};
use crate::error::{ProblemKind, Reference, suggest};
use crate::plan::{Course, CourseKind, Step, StepRef};

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
        self.first_covered(path, one.from_year);
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
        self.first_covered(path, one.from_year);
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

    fn first_covered(&mut self, path: &str, from_year: Option<i32>) {
        if let Some(year) = from_year {
            self.year(&format!("{path}/from_year"), year);
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

    /// The steps of the process, then the document's own, with their paths.
    fn step_specs(
        &mut self,
        path: &str,
        process: Option<&str>,
        own: &[document::Step],
    ) -> Vec<(document::Step, String)> {
        let document = self.document;
        let mut specs = Vec::new();
        if let Some(id) = process {
            match document
                .processes
                .iter()
                .position(|process| process.id == id)
            {
                Some(at) => {
                    let steps = document
                        .processes
                        .get(at)
                        .map(|process| process.steps.as_slice())
                        .unwrap_or_default();
                    specs.extend(steps.iter().enumerate().map(|(index, step)| {
                        (step.clone(), format!("/processes/{at}/steps/{index}"))
                    }));
                }
                None => {
                    let suggestion = suggest(
                        id,
                        document.processes.iter().map(|process| process.id.as_str()),
                    );
                    self.unknown(
                        &format!("{path}/process"),
                        Reference::Process,
                        id,
                        suggestion,
                    );
                }
            }
        }
        specs.extend(
            own.iter()
                .enumerate()
                .map(|(index, step)| (step.clone(), format!("{path}/steps/{index}"))),
        );
        specs
    }

    fn steps(
        &mut self,
        course: usize,
        specs: &[(document::Step, String)],
        ids: &[(String, Vec<String>)],
    ) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::with_capacity(specs.len());
        for (index, (spec, path)) in specs.iter().enumerate() {
            self.cites(path, &spec.cite);
            if !is_slug(&spec.id) {
                self.problem(&format!("{path}/id"), ProblemKind::BadId(spec.id.clone()));
            }
            if let Some((_, first)) = specs
                .iter()
                .take(index)
                .find(|(other, _)| other.id == spec.id)
            {
                let first = format!("{first}/id");
                self.problem(
                    &format!("{path}/id"),
                    ProblemKind::DuplicateId {
                        id: spec.id.clone(),
                        first,
                    },
                );
            }
            let on_meeting = matches!(spec.at, StepAt::Meeting(_));
            let bodies = self.body_list(&format!("{path}/bodies"), &spec.bodies, on_meeting);
            let mut after = Vec::new();
            for (at, name) in spec.after.iter().enumerate() {
                after.extend(self.step_ref(&format!("{path}/after/{at}"), name, course, ids));
            }
            if let StepAt::Span(span) = &spec.at {
                for (field, name) in [("from", &span.from), ("to", &span.to)] {
                    self.step_ref(&format!("{path}/at/span/{field}"), name, course, ids);
                }
            }
            steps.push(Step {
                bodies,
                after,
                spec: spec.clone(),
                path: path.clone(),
            });
        }
        steps
    }

    /// A step named `step` or `document.step`.
    fn step_ref(
        &mut self,
        path: &str,
        name: &str,
        course: usize,
        ids: &[(String, Vec<String>)],
    ) -> Option<StepRef> {
        let (course, step) = match name.split_once('.') {
            Some((document, step)) => (ids.iter().position(|(id, _)| id == document), step),
            None => (Some(course), name),
        };
        let found = course.and_then(|course| {
            let step = ids.get(course)?.1.iter().position(|id| id == step)?;
            Some(StepRef { course, step })
        });
        if found.is_none() {
            let known: Vec<String> = ids
                .iter()
                .flat_map(|(document, steps)| {
                    steps.iter().map(move |step| format!("{document}.{step}"))
                })
                .chain(
                    course
                        .and_then(|course| ids.get(course))
                        .into_iter()
                        .flat_map(|(_, steps)| steps.clone()),
                )
                .collect();
            let suggestion = suggest(name, known.iter().map(String::as_str));
            self.unknown(path, Reference::Step, name, suggestion);
        }
        found
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

    /// Steps must not wait for each other in a ring.
    fn step_ring(&mut self, courses: &[Course]) {
        let all: Vec<StepRef> = courses
            .iter()
            .enumerate()
            .flat_map(|(course, one)| {
                (0..one.steps.len()).map(move |step| StepRef { course, step })
            })
            .collect();
        let mut done: Vec<StepRef> = Vec::with_capacity(all.len());
        loop {
            let ready: Vec<StepRef> = all
                .iter()
                .filter(|at| !done.contains(at))
                .filter(|at| {
                    waits_for(courses, **at)
                        .iter()
                        .all(|before| done.contains(before))
                })
                .copied()
                .collect();
            if ready.is_empty() {
                break;
            }
            done.extend(ready);
        }
        let stuck: Vec<StepRef> = all.into_iter().filter(|at| !done.contains(at)).collect();
        if let Some(step) = stuck
            .first()
            .and_then(|at| courses.get(at.course)?.steps.get(at.step))
        {
            let ring = stuck
                .iter()
                .filter_map(|at| {
                    let course = courses.get(at.course)?;
                    Some(format!(
                        "{}.{}",
                        course.id,
                        course.steps.get(at.step)?.spec.id
                    ))
                })
                .collect();
            self.problem(&format!("{}/after", step.path), ProblemKind::Circle(ring));
        }
    }
}

/// Steps that must be known before this one.
fn waits_for(courses: &[Course], at: StepRef) -> Vec<StepRef> {
    let Some(course) = courses.get(at.course) else {
        return Vec::new();
    };
    let Some(step) = course.steps.get(at.step) else {
        return Vec::new();
    };
    let mut before = step.after.clone();
    if let StepAt::Span(span) = &step.spec.at {
        for name in [&span.from, &span.to] {
            if let Some(found) = course.steps.iter().position(|other| &other.spec.id == name) {
                before.push(StepRef {
                    course: at.course,
                    step: found,
                });
            }
        }
    }
    before
}
