//! Findings about assignments, documents, agreements and duties.

use super::{FindingKind, Search};
use crate::calendar::{EntryKind, EntryStatus};
use crate::compute::revision_day;
use crate::document::{Assignment, AssignmentStatus, Cite, Coverage, DocumentKind, Text};
use crate::plan::{Course, CourseKind};
use crate::time::{DateRange, add_days};
use chrono::{Datelike, NaiveDate};

impl Search<'_> {
    /// Assignments that lack texts which their form requires.
    pub(super) fn assignments(&mut self) {
        let plan = self.plan;
        for assignment in plan.assignments() {
            let spec = assignment.spec();
            let end = spec.end.map_or(self.range.end, |end| add_days(end.0, 1));
            let runs = DateRange {
                start: spec.start.0,
                end,
            };
            let Some(form) = assignment
                .form()
                .and_then(|at| plan.document().assignment_forms.get(at))
            else {
                continue;
            };
            if spec.status == AssignmentStatus::Done || !runs.overlaps(&self.range) {
                continue;
            }
            let missing: Vec<Text> = form
                .fields
                .iter()
                .filter(|field| field.required && !is_given(spec, &field.id))
                .map(|field| field.title.clone())
                .collect();
            if !missing.is_empty() {
                let kind = FindingKind::AssignmentIncomplete {
                    assignment: spec.title.clone(),
                    form: form.title.clone(),
                    missing,
                };
                let finding = self.add(kind, assignment.path(), runs, &form.cite);
                finding.entry = Some(spec.id.clone());
            }
        }
    }

    /// Documents whose span does not fit the level of the body that owns them.
    pub(super) fn horizons(&mut self) {
        let plan = self.plan;
        for course in plan.courses() {
            let CourseKind::Document(kind) = course.kind() else {
                continue;
            };
            let Some(level) = course
                .owner()
                .map(|body| plan.level(plan.body(body).level()))
            else {
                continue;
            };
            let (Some(min), Some(max)) = (
                level.spec().horizon_min_years,
                level.spec().horizon_max_years,
            ) else {
                continue;
            };
            // Horizons are about plans and strategies, not about registered agreements, wheels or reports.
            let is_plan = matches!(
                kind,
                DocumentKind::Strategy
                    | DocumentKind::OperationalPlan
                    | DocumentKind::ActionPlan
                    | DocumentKind::AnnualPlan
            );
            let Some(years) = span_years(course).filter(|_| is_plan) else {
                continue;
            };
            if years < u16::from(min) || years > u16::from(max) {
                let finding = FindingKind::Horizon {
                    document: course.title().clone(),
                    years,
                    level: level.title().clone(),
                    horizon: (min, max),
                };
                let mut cites = level.spec().cite.clone();
                cites.extend(course.cite().iter().cloned());
                self.add(
                    finding,
                    &format!("{}/coverage", course.path()),
                    self.range,
                    &cites,
                );
            }
        }
    }

    /// Sources and documents that end, have ended, or have no revision in sight.
    pub(super) fn validity(&mut self) {
        let plan = self.plan;
        for (index, source) in plan.document().sources.iter().enumerate() {
            let path = format!("/sources/{index}");
            let cite = [Cite {
                source: source.id.clone(),
                section: String::new(),
                quote: None,
            }];
            let last = source.valid_until.map(|day| day.0);
            self.lifetime(
                &path,
                &source.title,
                last,
                source.next_revision.map(|day| day.0),
                &cite,
            );
            if last.is_none() && source.next_revision.is_none() {
                self.add(
                    FindingKind::NoRevision {
                        document: source.title.clone(),
                    },
                    &path,
                    self.range,
                    &cite,
                );
            }
        }
        for course in plan.courses() {
            let CourseKind::Document(_) = course.kind() else {
                continue;
            };
            let revised = course
                .document()
                .as_ref()
                .is_some_and(|document| document.revision.is_some());
            match course.coverage() {
                Coverage::Period(own) => {
                    let last = own.until.map(|day| day.0);
                    let revision = revision_day(course);
                    self.lifetime(course.path(), course.title(), last, revision, course.cite());
                    if last.is_none() && !revised {
                        let document = course.title().clone();
                        self.add(
                            FindingKind::NoRevision { document },
                            course.path(),
                            self.range,
                            course.cite(),
                        );
                    }
                }
                Coverage::Undated if !revised => {
                    let document = course.title().clone();
                    self.add(
                        FindingKind::Undated { document },
                        course.path(),
                        self.range,
                        course.cite(),
                    );
                }
                _ => {}
            }
        }
    }

    fn lifetime(
        &mut self,
        path: &str,
        title: &Text,
        last: Option<NaiveDate>,
        revision: Option<NaiveDate>,
        cites: &[Cite],
    ) {
        let one_day = |day: NaiveDate| DateRange {
            start: day,
            end: add_days(day, 1),
        };
        if let Some(last) = last {
            let document = title.clone();
            if self.range.contains(last) {
                self.add(
                    FindingKind::Expiring { document, last },
                    path,
                    one_day(last),
                    cites,
                );
            } else if last < self.range.start {
                self.add(
                    FindingKind::Expired { document, last },
                    path,
                    one_day(last),
                    cites,
                );
            }
        }
        if let Some(due) = revision.filter(|due| *due < self.range.start) {
            let kind = FindingKind::RevisionOverdue {
                document: title.clone(),
                due,
            };
            self.add(kind, path, one_day(due), cites);
        }
    }

    /// Statutory dates that must be checked before they are relied on.
    pub(super) fn uncertain_duties(&mut self) {
        let (plan, outcome) = (self.plan, self.outcome);
        for entry in outcome.calendar().of_kind(EntryKind::Duty) {
            if entry.status != EntryStatus::Check {
                continue;
            }
            let duty = plan
                .duties()
                .iter()
                .find(|duty| entry.id.split('/').nth(1) == Some(duty.id().as_str()));
            let Some(duty) = duty else { continue };
            let citation = entry
                .sources
                .first()
                .map(|source| source.agreement.clone())
                .unwrap_or_default();
            let kind = FindingKind::UncertainDuty {
                duty: entry.title.clone(),
                citation,
            };
            let finding = self.add(kind, duty.path(), entry.range(), &[]);
            finding.entry = Some(entry.id.clone());
            finding.sources.clone_from(&entry.sources);
        }
    }
}

/// True when a text of the form, the end or the resources are there.
fn is_given(spec: &Assignment, field: &str) -> bool {
    let text = spec.texts.get(field).is_some_and(|text| !text.is_blank());
    match field {
        "end" => spec.end.is_some() || text,
        "resources" => spec.resources.is_some() || text,
        _ => text,
    }
}

/// Years that one edition covers.
fn span_years(course: &Course) -> Option<u16> {
    match course.coverage() {
        Coverage::CalendarYear => Some(1),
        Coverage::MandateCycle { years, .. }
        | Coverage::Rolling { years }
        | Coverage::EveryYears { years, .. } => Some(u16::from(*years)),
        Coverage::Undated => None,
        Coverage::Period(own) => {
            let until = own.until?;
            u16::try_from(until.0.year() - own.from.0.year() + 1).ok()
        }
    }
}
