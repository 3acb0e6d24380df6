//! Trouble of the computation, told as findings.

use super::fix::{Change, Fix, FixKind};
use super::{FindingKind, Search};
use crate::compute::{Trouble, TroubleKind};
use crate::document::{Cite, DayFinding};
use crate::plan::BodyId;
use serde_json::Value;

impl Search<'_> {
    /// Everything that could not be placed as the plan asks.
    pub(super) fn placed(&mut self) {
        let outcome = self.outcome;
        for trouble in outcome.trouble() {
            if let Some(kind) = self.kind_of(trouble) {
                let fix = self.fix_of(trouble);
                let cites = self.cites_at(&trouble.path);
                let finding = self.add(kind, &trouble.path, trouble.range, &cites);
                finding.entry.clone_from(&trouble.entry);
                finding.fix = fix;
            }
        }
    }

    fn kind_of(&self, trouble: &Trouble) -> Option<FindingKind> {
        Some(match trouble.kind.clone() {
            TroubleKind::NoPlacement {
                series,
                period,
                rules,
                wanted,
                placed,
            } => FindingKind::NoPlacement {
                series: self.plan.one_series(series).title().clone(),
                period,
                rules,
                wanted,
                placed,
            },
            TroubleKind::Collision {
                day,
                earlier,
                later,
                why,
            } => FindingKind::DayOff {
                meeting: self
                    .plan
                    .series()
                    .iter()
                    .find(|series| {
                        trouble.path.strip_prefix(series.path().as_str()) == Some("/days")
                    })
                    .map(|series| series.title().clone())?,
                day,
                why,
                earlier,
                later,
            },
            TroubleKind::NoPreparation { meeting } => FindingKind::NoPreparation { meeting },
            TroubleKind::NoMeetingForStep {
                step,
                body,
                months,
                year,
            } => FindingKind::NoMeetingForStep {
                step,
                body,
                months,
                year,
            },
            TroubleKind::OutOfOrder { step, day, after } => {
                FindingKind::OutOfOrder { step, day, after }
            }
            TroubleKind::NoMeetingForReport { report, body, due } => {
                FindingKind::NoMeetingForReport { report, body, due }
            }
            TroubleKind::NoMeetingForElection { office, body, due } => {
                FindingKind::NoMeetingForElection { office, body, due }
            }
            TroubleKind::UnknownOccurrence { occurrence } => {
                FindingKind::UnknownOccurrence { occurrence }
            }
            TroubleKind::WithoutEffect { occurrence, why } => {
                FindingKind::EditWithoutEffect { occurrence, why }
            }
            TroubleKind::MovedFromElsewhere { written, computed } => {
                FindingKind::MovedFromElsewhere { written, computed }
            }
        })
    }

    fn fix_of(&self, trouble: &Trouble) -> Option<Fix> {
        match &trouble.kind {
            TroubleKind::Collision { .. } => {
                let pattern = self.plan.series().iter().any(|series| {
                    trouble.path.strip_prefix(series.path().as_str()) == Some("/days")
                        && matches!(series.spec().days, DayFinding::Pattern(_))
                });
                let path = format!("{}/pattern/collision", trouble.path);
                pattern.then(|| Fix {
                    kind: FixKind::MoveToWorkingDay,
                    changes: vec![Change::Set {
                        path,
                        value: Value::from("earlier"),
                    }],
                })
            }
            TroubleKind::NoMeetingForStep { body, months, .. } => self.window_fix(*body, months),
            TroubleKind::UnknownOccurrence { .. } | TroubleKind::WithoutEffect { .. } => {
                Some(Fix {
                    kind: FixKind::RemoveEdit,
                    changes: vec![Change::Remove {
                        path: trouble.path.clone(),
                    }],
                })
            }
            TroubleKind::MovedFromElsewhere { computed, .. } => Some(Fix {
                kind: FixKind::NoteDay,
                changes: vec![Change::Set {
                    path: format!("{}/move/from", trouble.path),
                    value: Value::from(crate::time::format(*computed)),
                }],
            }),
            _ => None,
        }
    }

    /// A window in the months of a step, for the body's own spread series.
    fn window_fix(&self, body: BodyId, months: &[crate::time::Month]) -> Option<Fix> {
        if months.is_empty() {
            return None;
        }
        let series = self.plan.series().iter().find(|series| {
            !series.spec().joint
                && series.bodies().contains(&body)
                && matches!(series.spec().days, DayFinding::Spread(_))
        })?;
        let months: Value = months.iter().map(|month| month.get()).collect();
        Some(Fix {
            kind: FixKind::AddWindow,
            changes: vec![Change::Append {
                path: format!("{}/days/spread/windows", series.path()),
                value: object("months", months),
            }],
        })
    }

    /// Citations of the part of the plan that a path leads into.
    fn cites_at(&self, path: &str) -> Vec<Cite> {
        let inside = |part: &str| {
            path == part
                || path
                    .strip_prefix(part)
                    .is_some_and(|rest| rest.starts_with('/'))
        };
        let plan = self.plan;
        let step = plan
            .courses()
            .iter()
            .flat_map(|course| course.steps())
            .find(|step| inside(step.path()));
        if let Some(step) = step.filter(|step| !step.spec().cite.is_empty()) {
            return step.spec().cite.clone();
        }
        plan.series()
            .iter()
            .map(|series| (series.path(), &series.spec().cite))
            .chain(
                plan.courses()
                    .iter()
                    .map(|course| (course.path(), course.cite())),
            )
            .chain(
                plan.reports()
                    .iter()
                    .map(|report| (report.path(), &report.spec().cite)),
            )
            .chain(
                plan.offices()
                    .iter()
                    .map(|office| (office.path(), &office.spec().cite)),
            )
            .chain(
                plan.assignments()
                    .iter()
                    .map(|one| (one.path(), &one.spec().cite)),
            )
            .find(|(part, _)| inside(part))
            .map(|(_, cites)| cites.clone())
            .unwrap_or_default()
    }
}

fn object(name: &str, value: Value) -> Value {
    let mut object = serde_json::Map::new();
    object.insert(name.to_owned(), value);
    Value::Object(object)
}
