//! What a type says when a value does not fit it, kept as data.

use super::de::At;
use crate::error::{ProblemKind, Shape};
use crate::time::CodedError;
use serde::de::{self, Expected, Unexpected};
use std::fmt;

/// An error of a deserializer, with the value at which it arose.
///
/// Every function of every type hands it on: as one pointer it keeps these small.
#[derive(Debug)]
pub(super) struct Fault(Box<(Option<At>, FaultKind)>);

#[derive(Debug)]
pub(super) enum FaultKind {
    /// Follows from what is known already.
    Silent,
    /// A field that the object does not have.
    Field {
        name: String,
        known: &'static [&'static str],
    },
    /// A word that is not in the list.
    Word {
        word: String,
        known: &'static [&'static str],
    },
    /// A field that the object must have.
    Missing(&'static str),
    /// A list of the wrong length.
    Length(String),
    /// A value of another type.
    Type(Shape),
    /// A value that its type refuses.
    Coded(CodedError),
    /// Anything else.
    Kind(Box<ProblemKind>),
}

impl Fault {
    #[cold]
    #[inline(never)]
    pub(super) fn new(at: At, kind: FaultKind) -> Self {
        Self(Box::new((Some(at), kind)))
    }

    pub(super) fn out_of_range(at: At, min: i64, max: i64) -> Self {
        Self::new(
            at,
            FaultKind::Kind(Box::new(ProblemKind::OutOfRange { min, max })),
        )
    }

    /// The same with a place, unless a place inside that one is known.
    #[cold]
    #[inline(never)]
    pub(super) fn within(mut self, at: At) -> Self {
        self.0.0.get_or_insert(at);
        self
    }

    /// What a type says in its own words.
    #[cold]
    #[inline(never)]
    fn said(message: &str) -> Self {
        match CodedError::parse(message) {
            Some(CodedError::OutOfRange { min, max }) => {
                FaultKind::Kind(Box::new(ProblemKind::OutOfRange { min, max })).into()
            }
            Some(error) => FaultKind::Coded(error).into(),
            None => FaultKind::Kind(Box::new(ProblemKind::Refused(message.to_owned()))).into(),
        }
    }

    /// The place and the kind.
    pub(super) fn into_parts(self) -> (Option<At>, FaultKind) {
        *self.0
    }
}

impl From<FaultKind> for Fault {
    fn from(kind: FaultKind) -> Self {
        Self(Box::new((None, kind)))
    }
}

/// What a visitor expects, from its words.
pub(super) fn shape(expected: &dyn Expected) -> Shape {
    let words = expected.to_string();
    match words.as_str() {
        "a string" => Shape::Text,
        "a boolean" => Shape::TrueOrFalse,
        "a sequence" => Shape::List,
        "a map" => Shape::Object,
        "f32" | "f64" => Shape::Number,
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" => Shape::WholeNumber,
        _ if words.starts_with("struct ") => Shape::Object,
        _ if words.contains("YYYY-MM-DD") => Shape::Date,
        _ if words.contains("MM-DD") => Shape::DayOfYear,
        _ if words.contains("HH:MM") => Shape::TimeOfDay,
        _ if words.contains("sv and en") => Shape::Translated,
        _ => Shape::Other(words),
    }
}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::said(&message.to_string())
    }

    #[cold]
    #[inline(never)]
    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        FaultKind::Type(shape(expected)).into()
    }

    #[cold]
    #[inline(never)]
    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        FaultKind::Type(shape(expected)).into()
    }

    #[cold]
    #[inline(never)]
    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        FaultKind::Length(expected.to_string()).into()
    }

    #[cold]
    #[inline(never)]
    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        FaultKind::Word {
            word: word.to_owned(),
            known,
        }
        .into()
    }

    #[cold]
    #[inline(never)]
    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        FaultKind::Field {
            name: name.to_owned(),
            known,
        }
        .into()
    }

    #[cold]
    #[inline(never)]
    fn missing_field(name: &'static str) -> Self {
        FaultKind::Missing(name).into()
    }

    #[cold]
    #[inline(never)]
    fn duplicate_field(name: &'static str) -> Self {
        FaultKind::Kind(Box::new(ProblemKind::DuplicateField(name.to_owned()))).into()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never shown: what a reader sees are the problems made of faults.
        f.write_str("fault")
    }
}

impl std::error::Error for Fault {}
