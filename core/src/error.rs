//! What can be wrong with a plan document, and where.

use crate::time::CodedError;
use std::fmt;

/// A place in a text file, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line.
    pub line: u32,
    /// Column.
    pub column: u32,
}

/// What an id refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reference {
    /// A body.
    Body,
    /// A principal.
    Principal,
    /// A side, or a principal.
    SideOrPrincipal,
    /// A level.
    Level,
    /// A source document.
    Source,
    /// An office.
    Office,
    /// A meeting series.
    Series,
    /// A deadline of the same series.
    Deadline,
    /// A process.
    Process,
    /// A governing document.
    Document,
    /// A step of the same or another document.
    Step,
    /// A report.
    Report,
    /// An entry of the statutory catalogue.
    Duty,
    /// Any part of the plan.
    Part,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// The file is larger than the limit, in bytes.
    TooLarge {
        /// Size in bytes.
        size: usize,
        /// Largest size that is read.
        limit: usize,
    },
    /// The file is not UTF-8 text.
    NotText,
    /// The file is not JSON; the parser's own words.
    Syntax(String),
    /// Nested deeper than any plan is.
    TooDeep,
    /// Text of one value is longer than the limit, in characters.
    TooLong {
        /// Largest length.
        limit: usize,
    },
    /// The file is written by a newer version.
    NewerFormat(String),
    /// The file says that it is something else.
    UnknownFormat(String),
    /// A field that the format does not have.
    UnknownField {
        /// As written.
        field: String,
        /// The nearest known name.
        suggestion: Option<String>,
        /// All that are known there.
        known: Vec<String>,
    },
    /// A value outside a list of words.
    UnknownWord {
        /// As written.
        word: String,
        /// The nearest known one.
        suggestion: Option<String>,
        /// All that are known there.
        known: Vec<String>,
    },
    /// A field that must be there.
    MissingField(String),
    /// The same field twice.
    DuplicateField(String),
    /// A value of another type.
    WrongType {
        /// What is expected, in the words of the format.
        expected: String,
        /// What was found, such as `the number 12`.
        found: String,
    },
    /// A date, time or number that does not exist or lies outside its limits.
    BadValue(CodedError),
    /// An id with other characters than lower-case letters, digits and hyphens.
    BadId(String),
    /// The same id twice.
    DuplicateId {
        /// The id.
        id: String,
        /// Document path of the first.
        first: String,
    },
    /// A reference to something that is not there.
    UnknownReference {
        /// What it should refer to.
        what: Reference,
        /// As written.
        id: String,
        /// The nearest known id.
        suggestion: Option<String>,
    },
    /// Parts that are based on each other in a ring.
    Circle(Vec<String>),
    /// A year outside 1970–2100.
    YearOutside(i32),
    /// A last year or day before the first.
    EndsBeforeStart,
    /// Counts that cannot hold together, such as a fewest above the most.
    ImpossibleCount {
        /// Fewest.
        min: u32,
        /// Most.
        max: u32,
        /// Target.
        target: Option<u32>,
    },
    /// More meetings than there are days.
    TooManyMeetings {
        /// How many.
        count: u32,
        /// At most.
        limit: u32,
    },
    /// A list that must hold something.
    Empty,
    /// A number outside its limits.
    OutOfRange {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
    },
    /// Fields that exclude each other, or that need one another.
    Contradiction {
        /// One field.
        one: &'static str,
        /// The other.
        other: &'static str,
    },
    /// An occurrence name that is not `<period>/<name>`.
    BadOccurrence(String),
    /// An address that is not http, https or mailto.
    BadLink(String),
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
        Self { path: path.into(), position: None, kind }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = crate::text::problem(self, crate::time::Lang::En);
        match (self.position, self.path.is_empty()) {
            (Some(at), true) => write!(f, "line {}, column {}: {words}", at.line, at.column),
            (Some(at), false) => write!(f, "line {}, column {}, {}: {words}", at.line, at.column, self.path),
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

/// The nearest known word, when it is near enough to be a slip of the pen.
#[must_use]
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Edits between two words, where two swapped neighbours are one edit.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.to_lowercase().chars().collect(), b.to_lowercase().chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &right) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(left != right)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left == b[j - 1] && a[i - 1] == right {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(a.len())
}
