//! What can be wrong.

use super::{Found, Reference, Shape, Syntax};
use crate::time::CodedError;

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
    /// The file is not JSON.
    Syntax(Syntax),
    /// Nested deeper than any plan is.
    TooDeep {
        /// Most levels.
        limit: usize,
    },
    /// Text of one value is longer than the limit, in characters.
    TooLong {
        /// Largest length.
        limit: usize,
    },
    /// A control character in a text, such as U+0000; only line breaks and tabs may stand there.
    ControlCharacter(char),
    /// More problems than are listed.
    TooMany {
        /// How many are listed.
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
        /// What belongs there.
        expected: Shape,
        /// What was found.
        found: Found,
    },
    /// One of several fields is needed, and none or more than one is there.
    OneOf(Vec<String>),
    /// A date, time or number that does not exist or lies outside its limits.
    BadValue {
        /// As written.
        written: String,
        /// What is wrong with it.
        error: CodedError,
    },
    /// A value that its type refuses, in the type's own words.
    Refused(String),
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
    /// A list with more parts than are computed.
    TooManyParts {
        /// How many.
        count: usize,
        /// At most.
        limit: usize,
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
    /// An added meeting that is called by a number, as the planned ones are.
    AddedNumber(String),
    /// An address that is not http, https or mailto.
    BadLink(String),
    /// A colour that is not written as `#rrggbb`.
    BadColour(String),
    /// A time zone that is not written as IANA writes its names, or a slip of the pen in one.
    BadTimeZone {
        /// What was written.
        name: String,
        /// The zone that was meant.
        suggestion: Option<String>,
    },
}

impl ProblemKind {
    /// The known word that is nearest to what was written.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::document;
    /// let problems = document::parse(br#"{ "titel": "Hjul" }"#).unwrap_err();
    /// let meant = problems.0.iter().find_map(|problem| problem.kind.suggestion());
    /// assert_eq!(meant, Some("title"));
    /// ```
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        match self {
            Self::UnknownField { suggestion, .. }
            | Self::UnknownWord { suggestion, .. }
            | Self::UnknownReference { suggestion, .. }
            | Self::BadTimeZone { suggestion, .. } => suggestion.as_deref(),
            _ => None,
        }
    }
}
