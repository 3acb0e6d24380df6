//! What can be wrong with a plan document, and where.

mod detail;
mod kind;
mod suggest;

pub use detail::{Found, Reference, Shape, Syntax};
pub use kind::ProblemKind;
pub use suggest::suggest;

use std::fmt;

/// A place in a text file, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

/// One thing that is wrong, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Place in the document as a JSON pointer: `/meetings/2/count/min`.
    pub path: String,
    /// Line and column, when the document was read from text.
    pub position: Option<Position>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// A problem at a document path.
    #[must_use]
    pub fn new(path: impl Into<String>, kind: ProblemKind) -> Self {
        Self {
            path: path.into(),
            position: None,
            kind,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = crate::text::problem(self, crate::time::Lang::En);
        match (self.position, self.path.is_empty()) {
            (Some(at), true) => write!(f, "line {}, column {}: {words}", at.line, at.column),
            (Some(at), false) => write!(
                f,
                "line {}, column {}, {}: {words}",
                at.line, at.column, self.path
            ),
            (None, true) => f.write_str(&words),
            (None, false) => write!(f, "{}: {words}", self.path),
        }
    }
}

/// Every problem of a document, in document order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// True when nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a problem.
    pub fn push(&mut self, path: impl Into<String>, kind: ProblemKind) {
        self.0.push(Problem::new(path, kind));
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
