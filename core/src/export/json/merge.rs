//! What came of merging two plans, as data.

use super::ProblemData;
use crate::error::Problems;
use crate::merge::{Conflict, Merged};
use crate::time::Lang;
use serde::Serialize;
use serde_json::Value;

/// What came of merging two plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MergeData {
    /// Where the sides disagree.
    pub conflicts: Vec<ConflictData>,
    /// Why the merged document is no plan.
    pub problems: Vec<ProblemData>,
    /// The merged document, when it is a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Value>,
}

/// Something that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConflictData {
    /// Place, with ids for what stands in lists.
    pub path: String,
    /// `field`, `element` or `order`.
    pub about: &'static str,
    /// What stood there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Value>,
    /// What the first side wants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mine: Option<Value>,
    /// What the second side wants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Value>,
}

impl MergeData {
    /// A merge with the document that it gives, or why it gives none.
    #[must_use]
    pub fn new(merged: &Merged, document: Result<Value, &Problems>, lang: Lang) -> Self {
        let conflict = |one: &Conflict| ConflictData {
            path: one.path.clone(),
            about: one.about.id(),
            base: one.base.clone(),
            mine: one.mine.clone(),
            theirs: one.theirs.clone(),
        };
        let problems = document.as_ref().err().map(|problems| &problems.0);
        let problems = problems.into_iter().flatten();
        Self {
            conflicts: merged.conflicts.iter().map(conflict).collect(),
            problems: problems.map(|one| ProblemData::new(one, lang)).collect(),
            document: document.ok(),
        }
    }
}
