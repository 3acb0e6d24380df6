//! Reports, assignments, goals, duties and activities.

use super::names::{Checker, is_slug};
use crate::error::{ProblemKind, Reference, suggest};
use crate::map::Map;
use crate::plan::{Activity, Assignment, Background, Body, Course, Duty, Goal, Report};
use crate::time::DateRule;

impl Checker<'_> {
    pub(super) fn reports(&mut self, courses: &[Course]) -> Vec<Report> {
        let steps: Vec<(String, Vec<String>)> = (courses.iter())
            .map(|course| {
                let ids = course.steps.iter().map(|step| step.spec.id.clone());
                (course.id.clone(), ids.collect())
            })
            .collect();
        let document = self.document;
        let mut reports = Vec::with_capacity(document.reports.len());
        for (index, spec) in document.reports.iter().enumerate() {
            let path = format!("/reports/{index}");
            self.cites(&path, &spec.cite);
            self.years(&path, spec.from_year, spec.until_year);
            if spec
                .every_years
                .is_some_and(|years| !(1..=50).contains(&years))
            {
                self.problem(
                    &format!("{path}/every_years"),
                    ProblemKind::OutOfRange { min: 1, max: 50 },
                );
            }
            let from = self.body_list(&format!("{path}/from"), &spec.from, true);
            let to = self.one_body(&format!("{path}/to"), &spec.to);
            let mut before = Vec::new();
            let mut before_steps = Vec::new();
            for (at, id) in spec.before.iter().enumerate() {
                let place = format!("{path}/before/{at}");
                // No id of a report holds a full stop.
                if id.contains('.') {
                    before_steps.extend(self.step_ref(&place, id, None, &steps));
                    continue;
                }
                let known = document.reports.iter().map(|other| other.id.as_str());
                match known.clone().position(|other| other == id) {
                    Some(found) => before.push(found),
                    None => self.unknown(&place, Reference::Report, id, suggest(id, known)),
                }
            }
            if let Some(to) = to {
                reports.push(Report {
                    names_body: from.len() > 1 || self.any_like(&spec.from),
                    from,
                    to,
                    before,
                    before_steps,
                    spec: spec.clone(),
                    path,
                });
            }
        }
        self.report_ring(&reports);
        reports
    }

    fn report_ring(&mut self, reports: &[Report]) {
        for (start, report) in reports.iter().enumerate() {
            let mut seen = vec![start];
            let mut met = vec![false; reports.len()];
            let mut next: Vec<usize> = report.before.clone();
            while let Some(at) = next.pop() {
                if at == start {
                    let ring = seen
                        .iter()
                        .filter_map(|at| Some(reports.get(*at)?.spec.id.clone()))
                        .collect();
                    self.problem(
                        &format!("{}/before", report.path),
                        ProblemKind::Circle(ring),
                    );
                    return;
                }
                if met
                    .get_mut(at)
                    .is_some_and(|met| !std::mem::replace(met, true))
                {
                    seen.push(at);
                    let later = reports.get(at).map(|report| report.before.as_slice());
                    next.extend(later.unwrap_or_default());
                }
            }
        }
    }

    pub(super) fn assignments(&mut self, bodies: &[Body]) -> Vec<Assignment> {
        let document = self.document;
        for (index, form) in document.assignment_forms.iter().enumerate() {
            let path = format!("/assignment_forms/{index}");
            self.cites(&path, &form.cite);
            for (at, level) in form.levels.iter().enumerate() {
                if !self.levels.contains_key(level) {
                    let suggestion = suggest(level, self.levels.keys().map(String::as_str));
                    self.unknown(
                        &format!("{path}/levels/{at}"),
                        Reference::Level,
                        level,
                        suggestion,
                    );
                }
            }
        }
        let mut assignments = Vec::with_capacity(document.assignments.len());
        for (index, spec) in document.assignments.iter().enumerate() {
            let path = format!("/assignments/{index}");
            self.cites(&path, &spec.cite);
            self.span(&format!("{path}/end"), Some(spec.start), spec.end);
            let from = self.one_body(&format!("{path}/from"), &spec.from);
            let to = self.body_group(&format!("{path}/to"), &spec.to);
            let course = spec.document.as_ref().and_then(|id| {
                let found = document.documents.iter().position(|other| &other.id == id);
                if found.is_none() {
                    let suggestion =
                        suggest(id, document.documents.iter().map(|other| other.id.as_str()));
                    self.unknown(
                        &format!("{path}/document"),
                        Reference::Document,
                        id,
                        suggestion,
                    );
                }
                found
            });
            let level = to
                .first()
                .and_then(|body| bodies.get(body.index()))
                .map(|body| body.spec.level.as_str());
            let form = document.assignment_forms.iter().position(|form| {
                form.levels.is_empty()
                    || level.is_some_and(|level| form.levels.iter().any(|one| one == level))
            });
            if let Some(form) = form.and_then(|at| document.assignment_forms.get(at)) {
                for key in spec.texts.keys() {
                    if !form.fields.iter().any(|field| &field.id == key) {
                        let kind = ProblemKind::UnknownField {
                            field: key.clone(),
                            suggestion: suggest(
                                key,
                                form.fields.iter().map(|field| field.id.as_str()),
                            ),
                            known: form.fields.iter().map(|field| field.id.clone()).collect(),
                        };
                        self.problem(&format!("{path}/texts/{key}"), kind);
                    }
                }
            }
            if let Some(from) = from {
                assignments.push(Assignment {
                    from,
                    to,
                    course,
                    form,
                    spec: spec.clone(),
                    path,
                });
            }
        }
        assignments
    }

    pub(super) fn goals(&mut self) -> Vec<Goal> {
        let mut goals = Vec::with_capacity(self.document.goals.len());
        for (index, spec) in self.document.goals.iter().enumerate() {
            let path = format!("/goals/{index}");
            self.cites(&path, &spec.cite);
            self.span(
                &format!("{path}/period/until"),
                Some(spec.period.from),
                spec.period.until,
            );
            if spec.change.is_some_and(|change| change < 0.0) {
                self.problem(
                    &format!("{path}/change"),
                    ProblemKind::OutOfRange {
                        min: 0,
                        max: i64::MAX,
                    },
                );
            }
            let owner = self.optional_body(&format!("{path}/owner"), spec.owner.as_deref());
            goals.push(Goal {
                owner,
                spec: spec.clone(),
                path,
            });
        }
        goals
    }

    /// Duties: the catalogue's, or the plan's own when title and rule are given.
    pub(super) fn duties(&mut self) -> Vec<Duty> {
        let catalogue = self.catalogue;
        let mut duties: Vec<Duty> = Vec::new();
        for (index, spec) in self.document.duties.iter().enumerate() {
            let path = format!("/duties/{index}");
            let bodies = self.body_list(&format!("{path}/bodies"), &spec.bodies, false);
            let known = catalogue.get(&spec.duty);
            if !is_slug(&spec.duty) {
                self.problem(
                    &format!("{path}/duty"),
                    ProblemKind::BadId(spec.duty.clone()),
                );
            }
            if let Some(first) = duties.iter().find(|other| other.id == spec.duty) {
                let first = format!("{}/duty", first.path);
                self.problem(
                    &format!("{path}/duty"),
                    ProblemKind::DuplicateId {
                        id: spec.duty.clone(),
                        first,
                    },
                );
            }
            let title = spec
                .title
                .clone()
                .or_else(|| known.map(|duty| duty.title.clone()));
            let rule = spec
                .rule
                .clone()
                .or_else(|| known.map(|duty| duty.rule.clone()));
            let (Some(title), Some(rule)) = (title, rule) else {
                let suggestion = suggest(
                    &spec.duty,
                    catalogue.duties.iter().map(|duty| duty.id.as_str()),
                );
                self.unknown(
                    &format!("{path}/duty"),
                    Reference::Duty,
                    &spec.duty,
                    suggestion,
                );
                continue;
            };
            self.rule_years(&format!("{path}/rule"), &rule);
            duties.push(Duty {
                id: spec.duty.clone(),
                title,
                rule,
                bodies,
                responsible: spec.responsible.clone(),
                duty: known.cloned(),
                path,
            });
        }
        duties
    }

    pub(super) fn activities(&mut self) -> Vec<Activity> {
        let mut activities = Vec::with_capacity(self.document.activities.len());
        for (index, spec) in self.document.activities.iter().enumerate() {
            let path = format!("/activities/{index}");
            self.cites(&path, &spec.cite);
            if spec.days.is_some_and(|days| !(1..=3_660).contains(&days)) {
                self.problem(
                    &format!("{path}/days"),
                    ProblemKind::OutOfRange { min: 1, max: 3_660 },
                );
            }
            self.rule_years(&format!("{path}/rule"), &spec.rule);
            self.link(&path, spec.link.as_deref());
            let bodies = self.body_list(&format!("{path}/bodies"), &spec.bodies, false);
            activities.push(Activity {
                bodies,
                spec: spec.clone(),
                path,
            });
        }
        activities
    }

    pub(super) fn backgrounds(&mut self) -> Vec<Background> {
        let mut backgrounds = Vec::with_capacity(self.document.backgrounds.len());
        for (index, spec) in self.document.backgrounds.iter().enumerate() {
            let path = format!("/backgrounds/{index}");
            let mut ids: Map<&str, String> = Map::new();
            for (at, day) in spec.days.iter().enumerate() {
                let place = format!("{path}/days/{at}");
                self.span(&place, Some(day.date), day.until);
                let own = format!("{place}/id");
                if !is_slug(&day.id) {
                    self.problem(&own, ProblemKind::BadId(day.id.clone()));
                } else if let Some(first) = ids.get(day.id.as_str()) {
                    let first = first.clone();
                    self.duplicate(&own, &day.id, first);
                } else {
                    ids.insert(&day.id, own);
                }
            }
            backgrounds.push(Background {
                bodies: self.body_list(&format!("{path}/bodies"), &spec.bodies, false),
                spec: spec.clone(),
                path,
            });
        }
        backgrounds
    }

    /// Years named by a rule lie inside 1970–2100, and the last is not before the first.
    fn rule_years(&mut self, path: &str, rule: &DateRule) {
        self.years(path, rule.from_year, rule.until_year);
    }
}
