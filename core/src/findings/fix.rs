//! Changes to the plan that help, as data.

pub use crate::document::Change;
use crate::document::{PlanDocument, changed};
use crate::error::Problems;
use chrono::NaiveDate;

/// What a fix does, for its words.
#[derive(Clone, Debug, PartialEq)]
pub enum FixKind {
    /// Allow as many meetings as there are.
    RaiseMost(u16),
    /// Ask for no more meetings than there are.
    LowerFewest(u16),
    /// Move to a working day.
    MoveToWorkingDay,
    /// Let the deadline move to the working day before.
    RollEarlier,
    /// Ask for a meeting in these months.
    AddWindow,
    /// Take the entry by hand away, so that the rotation holds.
    RemoveHolder,
    /// Take the edit away.
    RemoveEdit,
    /// Note the day that the meeting has.
    NoteDay,
    /// Name the meeting that is meant.
    Rename(String),
    /// Put it on the day that is meant.
    SetDay(NaiveDate),
}

/// A change to the plan that is known to help.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does.
    pub kind: FixKind,
    /// The changes, in order.
    pub changes: Vec<Change>,
}

impl Fix {
    /// The document with the fix applied.
    ///
    /// # Errors
    /// A problem at the first place that the document does not have, or that
    /// would no longer be a plan document; the given document is left as it is.
    pub fn apply(&self, document: &PlanDocument) -> Result<PlanDocument, Problems> {
        changed(document, &self.changes)
    }
}
