//! A finding as data.

use super::SourceData;
use crate::document::Positions;
use crate::findings::{Change, Finding, Findings, Fix};
use crate::plan::Plan;
use crate::text;
use crate::time::{Lang, format};
use serde::Serialize;
use serde_json::Value;

/// Something in a calendar that is wrong or worth knowing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingData {
    /// What it is.
    pub kind: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// Place in the plan as a JSON pointer.
    pub path: String,
    /// Line of that place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column of that place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Id of the entry that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// First day that it is about.
    pub start: String,
    /// The day after the last.
    pub end: String,
    /// What is wrong, in words.
    pub message: String,
    /// The first source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceData>,
    /// Every source.
    pub sources: Vec<SourceData>,
    /// A change to the plan that helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<FixData>,
}

/// A change to the plan that helps.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FixData {
    /// What it does, in words.
    pub message: String,
    /// Its changes, in order.
    pub changes: Vec<ChangeData>,
}

/// One change of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeData {
    /// `set`, `append`, `insert`, `reorder` or `remove`.
    pub op: &'static str,
    /// Place in the plan as a JSON pointer.
    pub path: String,
    /// Number in its list that what is inserted or reordered gets, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<usize>,
    /// What is set, appended or inserted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

impl FindingData {
    /// A finding in one language, with its place in the file that the plan was read from.
    #[must_use]
    pub fn new(finding: &Finding, plan: &Plan, positions: &Positions, lang: Lang) -> Self {
        let position = positions.find(&finding.path);
        let sources = SourceData::all(&finding.sources, lang);
        Self {
            kind: finding.kind.id(),
            severity: finding.severity.id(),
            path: finding.path.clone(),
            line: position.map(|at| at.line),
            column: position.map(|at| at.column),
            entry: finding.entry.clone(),
            start: format(finding.range.start),
            end: format(finding.range.end),
            message: text::finding(finding, plan, lang),
            source: sources.first().cloned(),
            sources,
            fix: finding.fix.as_ref().map(|fix| FixData::new(fix, lang)),
        }
    }

    /// Findings in one language, in their order.
    #[must_use]
    pub fn all(findings: &Findings, plan: &Plan, positions: &Positions, lang: Lang) -> Vec<Self> {
        let one = |finding| Self::new(finding, plan, positions, lang);
        findings.iter().map(one).collect()
    }
}

impl FixData {
    fn new(fix: &Fix, lang: Lang) -> Self {
        Self {
            message: text::fix(fix, lang),
            changes: fix.changes.iter().map(ChangeData::new).collect(),
        }
    }
}

impl ChangeData {
    /// A change of a document.
    #[must_use]
    pub fn new(change: &Change) -> Self {
        Self {
            op: change.id(),
            path: change.path().to_owned(),
            at: match change {
                Change::Insert { at, .. } => Some(*at),
                Change::Reorder { to, .. } => Some(*to),
                _ => None,
            },
            value: change.value().cloned(),
        }
    }
}
