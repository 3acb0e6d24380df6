//! Changes to the plan that help, as data.

use crate::document::PlanDocument;
use crate::error::{ProblemKind, Problems};
use chrono::NaiveDate;
use serde_json::Value;

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

/// One change of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Sets a value.
    Set {
        /// JSON pointer.
        path: String,
        /// The value.
        value: Value,
    },
    /// Appends to a list, which is made when it is not there.
    Append {
        /// JSON pointer of the list.
        path: String,
        /// The value.
        value: Value,
    },
    /// Takes a value away.
    Remove {
        /// JSON pointer.
        path: String,
    },
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
        let bad = |path: &str| {
            let mut problems = Problems::default();
            problems.push(path, ProblemKind::Empty);
            problems
        };
        let mut value = serde_json::to_value(document).map_err(|_| bad(""))?;
        for change in &self.changes {
            let (path, done) = match change {
                Change::Set { path, value: new } => (path, set(&mut value, path, new.clone())),
                Change::Append { path, value: new } => {
                    (path, append(&mut value, path, new.clone()))
                }
                Change::Remove { path } => (path, remove(&mut value, path)),
            };
            done.ok_or_else(|| bad(path))?;
        }
        serde_json::from_value(value)
            .map_err(|_| bad(self.changes.first().map_or("", Change::path)))
    }
}

impl Change {
    /// Place of the change.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Set { path, .. } | Self::Append { path, .. } | Self::Remove { path } => path,
        }
    }
}

fn parent<'a>(value: &'a mut Value, path: &'a str) -> Option<(&'a mut Value, &'a str)> {
    let (parent, key) = path.rsplit_once('/')?;
    Some((value.pointer_mut(parent)?, key))
}

fn set(value: &mut Value, path: &str, new: Value) -> Option<()> {
    match parent(value, path)? {
        (Value::Object(map), key) => {
            map.insert(key.to_owned(), new);
        }
        (Value::Array(list), key) => *list.get_mut(key.parse::<usize>().ok()?)? = new,
        _ => return None,
    }
    Some(())
}

fn append(value: &mut Value, path: &str, new: Value) -> Option<()> {
    let (Value::Object(map), key) = parent(value, path)? else {
        return None;
    };
    match map
        .entry(key.to_owned())
        .or_insert_with(|| Value::Array(Vec::new()))
    {
        Value::Array(list) => list.push(new),
        _ => return None,
    }
    Some(())
}

fn remove(value: &mut Value, path: &str) -> Option<()> {
    match parent(value, path)? {
        (Value::Object(map), key) => {
            map.remove(key)?;
        }
        (Value::Array(list), key) => {
            let at = key.parse::<usize>().ok().filter(|at| *at < list.len())?;
            list.remove(at);
        }
        _ => return None,
    }
    Some(())
}
