//! The problems found so far, in the order in which they stand in the text.

use super::lines::Lines;
use super::{MAX_PROBLEMS, guard::Slips};
use crate::error::{Problem, ProblemKind, Problems};
use crate::order::Order;

/// Problems with the byte at which each stands.
#[derive(Default)]
pub(super) struct Report {
    found: Vec<(u32, Problem)>,
    more: bool,
}

impl Report {
    pub(super) fn of(slips: Slips) -> Self {
        let mut report = Self::default();
        for slip in slips.0 {
            let offset = u32::try_from(slip.offset).unwrap_or(u32::MAX);
            report.add(offset, String::new, slip.kind);
        }
        report
    }

    /// Adds a problem, unless as many are listed as there is room for.
    pub(super) fn add(&mut self, offset: u32, path: impl FnOnce() -> String, kind: ProblemKind) {
        if self.found.len() < MAX_PROBLEMS {
            self.found.push((offset, Problem::new(path(), kind)));
        } else {
            self.more = true;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// True when something was left out.
    pub(super) fn is_over(&self) -> bool {
        self.more
    }

    pub(super) fn into_problems(mut self, text: &str, lines: &Lines) -> Problems {
        self.found.order_by_key(|(offset, _)| *offset);
        let mut problems: Vec<Problem> = self
            .found
            .into_iter()
            .map(|(offset, problem)| Problem {
                position: Some(lines.position(text, offset as usize)),
                ..problem
            })
            .collect();
        if self.more {
            problems.push(Problem::new(
                "",
                ProblemKind::TooMany {
                    limit: MAX_PROBLEMS,
                },
            ));
        }
        Problems(problems)
    }
}
