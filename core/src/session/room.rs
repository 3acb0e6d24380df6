//! How much a document may grow and still be opened again.

use crate::document::{Change, MAX_SIZE, PlanDocument, write};
use crate::error::{ProblemKind, Problems};

/// A change's text in a file, with the line breaks and spaces around each of its parts, is at most
/// this many times as long as without.
const SPREAD: usize = 16;

/// Bytes by which a document can grow before its size must be looked at again: writing it out at
/// every step would take longer than the step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room(usize);

impl Room {
    pub(super) fn of(document: &PlanDocument) -> Result<Self, Problems> {
        let size = write(document).len();
        match MAX_SIZE.checked_sub(size) {
            Some(room) => Ok(Self(room)),
            None => {
                let mut problems = Problems::default();
                let limit = MAX_SIZE;
                problems.push("", ProblemKind::TooLarge { size, limit });
                Err(problems)
            }
        }
    }

    /// What is left when changes have made a document.
    pub(super) fn after(self, changes: &[Change], made: &PlanDocument) -> Result<Self, Problems> {
        let values = changes.iter().filter_map(Change::value);
        let grown: usize = values.map(|value| value.to_string().len()).sum();
        match self.0.checked_sub(grown.saturating_mul(SPREAD)) {
            Some(left) => Ok(Self(left)),
            None => Self::of(made),
        }
    }
}
