//! What is wrong with names and words, and how a wrong value is shown.

use super::reader::Reader;
use super::tree::{NodeId, Value};
use crate::error::{Found, ProblemKind, Shape, suggest};
use crate::read::{At, Word};
use crate::time::CodedError;

/// Letters of a wrong text that are repeated.
const SHOWN: usize = 40;

/// What is not known.
#[derive(Clone, Copy)]
pub(super) enum Wrong {
    /// The field of an object.
    Field,
    /// A word of a choice.
    Word,
}

impl Wrong {
    fn problem(
        self,
        name: &str,
        meant: Option<&'static str>,
        known: impl Iterator<Item = &'static str>,
    ) -> ProblemKind {
        let (name, suggestion) = (cut(name), meant.map(str::to_owned));
        let known = known.map(str::to_owned).collect();
        match self {
            Self::Field => ProblemKind::UnknownField {
                field: name,
                suggestion,
                known,
            },
            Self::Word => ProblemKind::UnknownWord {
                word: name,
                suggestion,
                known,
            },
        }
    }
}

impl Reader<'_> {
    /// A field that is not known: it is taken for the one that was probably meant, if that one is
    /// not there too, or else passed over.
    pub(super) fn unknown(
        &mut self,
        field: NodeId,
        known: impl Iterator<Item = &'static str> + Clone,
        wrong: Wrong,
    ) {
        if let (true, Wrong::Field) = (self.newer, wrong) {
            self.unknown.push(field);
            self.remove(field);
            return;
        }
        let parent = self.tree.node(field).map_or(field, |node| node.parent);
        let name = self.tree.name(field).unwrap_or_default();
        let meant = meant(name, known.clone());
        self.note(field, true, wrong.problem(name, meant, known));
        let free = meant.filter(|meant| {
            !self.newer
                && self.tree.child(parent, meant).is_none()
                && !self
                    .live(parent)
                    .any(|other| self.name(other) == Some(meant))
        });
        match free {
            Some(meant) => self.renamed.push((field, meant)),
            None => self.remove(field),
        }
    }

    /// A choice that is written as a word.
    pub(super) fn word_alone(&mut self, at: At, word: &str, words: &'static [Word]) -> (usize, At) {
        let place = words.iter().position(|known| known.word == word);
        match place.and_then(|place| Some((place, words.get(place)?))) {
            Some((place, Word { bare: true, .. })) => return (place, At::NOTHING),
            Some(_) => self.wrong_type(at, Shape::WordWithContent(word.to_owned())),
            None => {
                let known = words.iter().map(|known| known.word);
                let meant = meant(word, known.clone());
                self.note(at.0, false, Wrong::Word.problem(word, meant, known));
            }
        }
        (0, At::NOTHING)
    }

    /// A choice that is written as an object with one field.
    pub(super) fn word_with_content(&mut self, at: At, words: &'static [Word]) -> (usize, At) {
        let known = || words.iter().map(|known| known.word);
        let place_of = |name: Option<&str>| known().position(|word| Some(word) == name);
        let others = |reader: &Self| {
            let mut live = reader.live(at.0);
            live.find(|&id| place_of(reader.name(id)).is_none())
        };
        let chosen = |reader: &Self| {
            let mut live = reader.live(at.0);
            let chosen = live.find_map(|id| Some((id, place_of(reader.name(id))?)));
            let two = live.any(|id| place_of(reader.name(id)).is_some());
            (chosen, two)
        };
        // Each that is not known, until one can be taken for a word.
        while let (None, Some(other), false) = (chosen(self).0, others(self), self.report.is_over())
        {
            self.unknown(other, known(), Wrong::Word);
        }
        match chosen(self) {
            (Some((id, place)), false) => {
                while let (Some(other), false) = (others(self), self.report.is_over()) {
                    self.unknown(other, std::iter::empty(), Wrong::Field);
                }
                match words.get(place) {
                    Some(Word { bare: true, word }) => {
                        self.wrong_type(at, Shape::WordAlone((*word).to_owned()));
                    }
                    _ => return (place, At(id)),
                }
            }
            // What stood there is known to be wrong.
            (None, _) if !self.newer && !self.tree.children(at.0).is_empty() => {}
            _ => {
                let words = known().map(str::to_owned).collect();
                self.note(at.0, false, ProblemKind::OneOf(words));
            }
        }
        (0, At::NOTHING)
    }
}

fn meant(name: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    let meant = suggest(name, known.clone())?;
    known.into_iter().find(|known| *known == meant)
}

/// What a type says of a value that it refuses.
pub(super) fn refused(written: String, message: &str) -> ProblemKind {
    match CodedError::parse(message) {
        Some(CodedError::OutOfRange { min, max }) => ProblemKind::OutOfRange { min, max },
        Some(error) => ProblemKind::BadValue { written, error },
        None => ProblemKind::Refused(message.to_owned()),
    }
}

/// What belongs in a place, from the words of its type.
pub(super) fn shape(expected: &str) -> Shape {
    match expected {
        "a string" => Shape::Text,
        _ if expected.contains("YYYY-MM-DD") => Shape::Date,
        _ if expected.contains("MM-DD") => Shape::DayOfYear,
        _ if expected.contains("HH:MM") => Shape::TimeOfDay,
        _ if expected.contains("sv and en") => Shape::Translated,
        _ => Shape::Other(expected.to_owned()),
    }
}

pub(super) fn found(value: &Value<'_>) -> Found {
    match value {
        Value::Null => Found::Null,
        Value::Bool(value) => Found::TrueOrFalse(*value),
        Value::Number(number) => Found::Number(cut(number)),
        Value::Text(text) => Found::Text(cut(text)),
        Value::List => Found::List,
        Value::Object => Found::Object,
    }
}

/// A value as it is written, shortened.
pub(super) fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Number(number) => cut(number),
        Value::Text(text) => cut(text),
        _ => String::new(),
    }
}

/// A text that is short enough to be repeated.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}
