//! What is wrong with a plan, as data.

use super::FindingData;
use crate::error::{Problem, Problems};
use crate::plan::Plan;
use crate::text;
use crate::time::{DateRange, Lang, format};
use serde::Serialize;

/// Everything that is wrong or worth knowing. A plan with problems has no findings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Checked {
    /// Id of the plan, when it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// First day that was checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// The day after the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// Why the plan cannot be used.
    pub problems: Vec<ProblemData>,
    /// What was found in its calendar, worst first.
    pub findings: Vec<FindingData>,
}

/// A problem.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProblemData {
    /// Place as a JSON pointer; empty for the whole.
    pub path: String,
    /// Line of that place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column of that place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// What is wrong and what to do, in words.
    pub message: String,
    /// The word that was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

impl Checked {
    /// A plan that can be used, and what was found in the calendar of some days.
    #[must_use]
    pub fn of(plan: &Plan, range: DateRange, findings: Vec<FindingData>) -> Self {
        Self {
            plan: Some(plan.document().id.clone()),
            start: Some(format(range.start)),
            end: Some(format(range.end)),
            problems: Vec::new(),
            findings,
        }
    }

    /// A plan that cannot be used.
    #[must_use]
    pub fn refused(problems: &Problems, lang: Lang) -> Self {
        Self {
            plan: None,
            start: None,
            end: None,
            problems: ProblemData::all(problems, lang),
            findings: Vec::new(),
        }
    }
}

impl ProblemData {
    /// A problem in one language.
    #[must_use]
    pub fn new(problem: &Problem, lang: Lang) -> Self {
        Self {
            path: problem.path.clone(),
            line: problem.position.map(|at| at.line),
            column: problem.position.map(|at| at.column),
            message: text::problem(problem, lang),
            suggestion: problem.kind.suggestion().map(str::to_owned),
        }
    }

    /// Problems in one language, in their order.
    #[must_use]
    pub fn all(problems: &Problems, lang: Lang) -> Vec<Self> {
        let one = |problem| Self::new(problem, lang);
        problems.0.iter().map(one).collect()
    }
}
