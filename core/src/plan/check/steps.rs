//! Steps of documents and posts: bodies, order, and rings.

use super::limits::{CHAIN, STEPS};
use super::names::{Checker, is_slug};
use crate::document::{self, StepAt};
use crate::error::{ProblemKind, Reference, suggest};
use crate::map::Map;
use crate::plan::{Course, Step, StepRef};

impl Checker<'_> {
    /// The steps of the process, then the document's own, with their paths.
    pub(super) fn step_specs(
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

    pub(super) fn steps(
        &mut self,
        course: usize,
        specs: &[(document::Step, String)],
        ids: &[(String, Vec<String>)],
    ) -> Vec<Step> {
        if let (Some((_, first)), true) = (specs.first(), specs.len() > STEPS) {
            let list = first
                .rsplit_once('/')
                .map_or(first.as_str(), |(list, _)| list);
            self.too_many(list, specs.len(), STEPS);
            return Vec::new();
        }
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
                after.extend(self.step_ref(&format!("{path}/after/{at}"), name, Some(course), ids));
            }
            if let StepAt::Span(span) = &spec.at {
                for (field, name) in [("from", &span.from), ("to", &span.to)] {
                    self.own_step(&format!("{path}/at/span/{field}"), name, course, ids);
                }
            }
            if let StepAt::Beside(beside) = &spec.at {
                let at = format!("{path}/at/beside/step");
                self.own_step(&at, &beside.step, course, ids);
            }
            steps.push(Step {
                names_body: bodies.len() > 1 || self.any_like(&spec.bodies),
                bodies,
                after,
                spec: spec.clone(),
                path: path.clone(),
            });
        }
        in_the_years_of_others(&mut steps);
        steps
    }

    /// A step of the same document: a span lies inside one, and so does what is counted from a step.
    fn own_step(&mut self, path: &str, name: &str, course: usize, ids: &[(String, Vec<String>)]) {
        let own = ids.get(course).map(|(_, steps)| steps.as_slice());
        let own = own.unwrap_or_default();
        if !own.iter().any(|id| id == name) {
            let last = name.rsplit('.').next().unwrap_or(name);
            let suggestion = suggest(last, own.iter().map(String::as_str));
            self.unknown(path, Reference::Step, name, suggestion);
        }
    }

    /// A step named `step`, in a document, or `document.step`.
    pub(super) fn step_ref(
        &mut self,
        path: &str,
        name: &str,
        own: Option<usize>,
        ids: &[(String, Vec<String>)],
    ) -> Option<StepRef> {
        let (course, step) = match name.split_once('.') {
            Some((document, step)) => (ids.iter().position(|(id, _)| id == document), step),
            None => (own, name),
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
                    own.and_then(|course| ids.get(course))
                        .into_iter()
                        .flat_map(|(_, steps)| steps.clone()),
                )
                .collect();
            let suggestion = suggest(name, known.iter().map(String::as_str));
            self.unknown(path, Reference::Step, name, suggestion);
        }
        found
    }

    /// Steps must not wait for each other in a ring, nor in an endless row.
    pub(super) fn step_ring(&mut self, courses: &[Course]) {
        let all: Vec<StepRef> = courses
            .iter()
            .enumerate()
            .flat_map(|(course, one)| {
                (0..one.steps.len()).map(move |step| StepRef { course, step })
            })
            .collect();
        let rows = rows(courses, &all);
        let path = |at: StepRef| {
            let step = courses.get(at.course)?.steps.get(at.step)?;
            let field = match step.after.is_empty() {
                true => "at",
                false => "after",
            };
            Some(format!("{}/{field}", step.path))
        };
        let stuck: Vec<StepRef> = all
            .iter()
            .copied()
            .filter(|at| !rows.contains_key(at))
            .collect();
        if let Some(first) = stuck.first().and_then(|at| path(*at)) {
            let name = |at: &StepRef| {
                let course = courses.get(at.course)?;
                let step = course.steps.get(at.step)?;
                Some(format!("{}.{}", course.id, step.spec.id))
            };
            let ring = stuck.iter().filter_map(name).collect();
            self.problem(&first, ProblemKind::Circle(ring));
        }
        let longest = all.iter().filter_map(|at| Some((*at, *rows.get(at)?)));
        if let Some((at, length)) = longest.max_by_key(|(_, length)| *length)
            && let Some(path) = path(at)
        {
            self.too_many(&path, length, CHAIN);
        }
    }
}

/// For each step, how many stand in the longest row up to it; steps in a ring have no number.
fn rows(courses: &[Course], all: &[StepRef]) -> Map<StepRef, usize> {
    let mut after: Map<StepRef, Vec<StepRef>> = Map::new();
    let mut waiting: Map<StepRef, usize> = Map::new();
    let mut rows: Map<StepRef, usize> = Map::new();
    let mut ready: Vec<StepRef> = Vec::new();
    for &at in all {
        let before = waits_for(courses, at);
        if before.is_empty() {
            ready.push(at);
        }
        waiting.insert(at, before.len());
        for other in before {
            after.change(other, |steps| steps.push(at));
        }
    }
    let mut reached: Map<StepRef, usize> = Map::new();
    while let Some(at) = ready.pop() {
        let row = reached.get(&at).copied().unwrap_or(0) + 1;
        rows.insert(at, row);
        for next in after.get(&at).into_iter().flatten() {
            reached.change(*next, |longest| *longest = row.max(*longest));
            if let Some(left) = waiting.get_mut(next) {
                *left -= 1;
                if *left == 0 {
                    ready.push(*next);
                }
            }
        }
    }
    rows
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
    let others = match &step.spec.at {
        StepAt::Span(span) => vec![&span.from, &span.to],
        StepAt::Beside(beside) => vec![&beside.step],
        StepAt::Meeting(_) | StepAt::Date(_) => Vec::new(),
    };
    let place = |name: &String| course.steps.iter().position(|other| &other.spec.id == name);
    before.extend(others.into_iter().filter_map(place).map(|step| StepRef {
        course: at.course,
        step,
    }));
    before
}

/// A step that is counted from another has that one's year.
fn in_the_years_of_others(steps: &mut [Step]) {
    let years: Vec<i8> = (steps.iter())
        .map(|step| {
            let mut at = step;
            // As many turns as there are steps reach the last of a row; a ring is told elsewhere.
            for _ in 0..steps.len() {
                let StepAt::Beside(beside) = &at.spec.at else {
                    break;
                };
                match steps.iter().find(|other| other.spec.id == beside.step) {
                    Some(other) => at = other,
                    None => break,
                }
            }
            at.spec.year_offset
        })
        .collect();
    for (step, year) in steps.iter_mut().zip(years) {
        step.spec.year_offset = year;
    }
}
