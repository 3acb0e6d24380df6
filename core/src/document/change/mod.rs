//! Changes of a document, as data: what fixes, actions, variants and history are made of.

mod diff;
mod place;
mod turn;

pub(crate) use diff::keys as keys_of;
pub use diff::{Difference, differences};
pub(crate) use place::escape as escape_step;
pub use place::key_of;
pub(crate) use turn::turn;

use super::newer::whole;
use super::{PlanDocument, open};
use crate::error::{ProblemKind, Problems, Reference, suggest};
use serde_json::Value;

/// One change of a document.
///
/// Its place is a JSON pointer. In a list, the id of an element may stand for its number, so that
/// the place means the same when others come and go: `/meetings/nso-moten/count/target`. See
/// [`key_of`] for what else can name an element.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Sets a value; objects on the way to it are made when they are not there.
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
    /// Puts a value into a list, which is made when it is not there, before the element that has
    /// its place.
    Insert {
        /// JSON pointer of the list.
        path: String,
        /// Number in the list, from 0; past its end means last.
        at: usize,
        /// The value.
        value: Value,
    },
    /// Moves an element inside its list.
    Reorder {
        /// JSON pointer of the element.
        path: String,
        /// Number that it gets, from 0; past the end means last.
        to: usize,
    },
    /// Takes a value away.
    Remove {
        /// JSON pointer.
        path: String,
    },
}

impl Change {
    /// Place of the change.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Self::Set { path, .. }
            | Self::Append { path, .. }
            | Self::Insert { path, .. }
            | Self::Reorder { path, .. }
            | Self::Remove { path } => path,
        }
    }

    /// Name in data: `set`, `append` and so on.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Set { .. } => "set",
            Self::Append { .. } => "append",
            Self::Insert { .. } => "insert",
            Self::Reorder { .. } => "reorder",
            Self::Remove { .. } => "remove",
        }
    }

    /// The value that comes in, where there is one.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Set { value, .. } | Self::Append { value, .. } | Self::Insert { value, .. } => {
                Some(value)
            }
            Self::Reorder { .. } | Self::Remove { .. } => None,
        }
    }

    /// Changes a document that has become a value.
    ///
    /// # Errors
    /// The part of the path that is not there; the value is then of no use.
    pub fn apply(&self, document: &mut Value) -> Result<(), Problems> {
        let done = match self {
            Self::Set { path, value } => place::set(document, path, value),
            Self::Append { path, value } => place::insert(document, path, usize::MAX, value),
            Self::Insert { path, at, value } => place::insert(document, path, *at, value),
            Self::Reorder { path, to } => place::reorder(document, path, *to),
            Self::Remove { path } => place::remove(document, path),
        };
        done.map_err(|missing| missing.problems())
    }
}

/// A document with changes made in their order: what it would be if its file were changed so.
///
/// # Errors
/// The place of the first change that is not there, or every reason why the changed document can
/// no longer be read. Whether it still is a plan, [`crate::plan::Plan::check`] says.
///
/// # Example
/// ```
/// use planning_wheel::document::{Change, PlanDocument, changed};
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let set = |path: &str, value: serde_json::Value| [Change::Set { path: path.into(), value }];
/// assert_eq!(changed(&document, &set("/first_year", 2027.into())).unwrap().first_year, 2027);
/// let problems = changed(&document, &set("/titel", "NSO".into())).unwrap_err();
/// assert_eq!(problems.to_string(), "/titel: Unknown field \"titel\". Did you mean \"title\"?");
/// ```
pub fn changed(document: &PlanDocument, changes: &[Change]) -> Result<PlanDocument, Problems> {
    turn(document, changes).map(|turned| turned.document)
}

/// The value at a path of a document that has become a value.
#[must_use]
pub fn value_at<'a>(document: &'a Value, path: &str) -> Option<&'a Value> {
    place::get(document, path)
}

/// A document as a JSON value.
#[must_use]
pub fn to_value(document: &PlanDocument) -> Value {
    match &document.newer {
        Some(newer) => whole(document, newer).into_value(),
        // The types hold nothing that JSON cannot: their keys are texts.
        None => serde_json::to_value(document).unwrap_or_default(),
    }
}

/// The document that a JSON value says, read as a file would be.
///
/// # Errors
/// Everything that is wrong with it, as [`open`] tells; without lines, since nobody has seen the
/// text.
pub fn from_value(value: &Value) -> Result<PlanDocument, Problems> {
    match open(value.to_string().as_bytes()) {
        Ok(parsed) => Ok(parsed.document),
        Err(mut problems) => {
            for problem in &mut problems.0 {
                problem.position = None;
            }
            Err(problems)
        }
    }
}

/// A place that a document does not have.
struct Missing {
    /// The path up to and with what is missing.
    path: String,
    /// The last part of it.
    step: String,
    /// What could have been meant.
    known: Vec<String>,
}

impl Missing {
    fn problems(self) -> Problems {
        let suggestion = suggest(&self.step, self.known.iter().map(String::as_str));
        let mut problems = Problems::default();
        problems.push(
            self.path,
            ProblemKind::UnknownReference {
                what: Reference::Part,
                id: self.step,
                suggestion,
            },
        );
        problems
    }
}
