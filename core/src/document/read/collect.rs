//! Reading a type from a tree again and again until every error is known.

use super::de::{At, De};
use super::fault::{Fault, FaultKind};
use super::reading::{FILLED, Filler, REMOVED, RENAMED, Reading};
use super::tree::{NodeId, ROOT, Value};
use crate::error::{Found, ProblemKind, suggest};
use serde::de::DeserializeOwned;

/// Tries at making up one missing field.
const TRIES: usize = 24;
/// Times that a document is read at most; each but the last finds an error or makes up a value.
const PASSES: usize = 2000;
/// Letters of a wrong text that are repeated.
const SHOWN: usize = 40;

/// Finding every error.
impl Reading<'_> {
    /// Reads the type, or adds every error to the report.
    pub(super) fn collect<T: DeserializeOwned>(&mut self) -> Option<T> {
        for _ in 0..PASSES {
            let top = At::Node(ROOT);
            let result = T::deserialize(De {
                reading: self,
                at: top,
            });
            let fault = match result {
                Ok(value) => return self.report.is_empty().then_some(value),
                Err(fault) => fault.within(top),
            };
            if !self.take(fault) {
                return None;
            }
            self.again = true;
        }
        None
    }

    /// Notes an error and sees to it that it does not come again; false when nothing is left.
    fn take(&mut self, fault: Fault) -> bool {
        let (at, kind) = fault.into_parts();
        let id = match at {
            Some(At::Filler { index, .. }) => return self.next_try(index),
            Some(At::Node(id)) => id,
            None => ROOT,
        };
        let more = match kind {
            FaultKind::Silent => self.remove(id),
            FaultKind::Missing(name) => self.miss(id, name),
            FaultKind::Field { name, known } => self.unknown(id, name, known, false),
            FaultKind::Word { word, known } => self.unknown(id, word, known, true),
            // A made-up field may have led an object that checks itself astray.
            _ if self.has(id, FILLED) => self.remove(id),
            kind => {
                self.note(id, false, |reading| reading.problem(id, kind));
                self.remove(id)
            }
        };
        more && !self.report.is_over()
    }

    /// Adds a problem at a value, or at the name of its field.
    pub(super) fn note(
        &mut self,
        id: NodeId,
        at_name: bool,
        kind: impl FnOnce(&Self) -> ProblemKind,
    ) {
        let kind = kind(self);
        let (tree, node) = (self.tree, self.tree.node(id));
        let offset = node.map_or(0, |node| {
            if at_name {
                node.name_span.0
            } else {
                node.start
            }
        });
        self.report.add(offset, || tree.path(id), kind);
    }

    /// Passes a value over from now on; false for the document itself.
    pub(super) fn remove(&mut self, id: NodeId) -> bool {
        self.mark(id, REMOVED);
        let parent = self.tree.node(id).map_or(ROOT, |node| node.parent);
        if let Some(name) = self.name(id) {
            self.gone.push((parent, name.to_owned()));
        }
        id != ROOT
    }

    fn miss(&mut self, id: NodeId, name: &'static str) -> bool {
        if self
            .fillers
            .iter()
            .any(|filler| filler.parent == id && filler.name == name)
        {
            return self.remove(id);
        }
        if !self
            .gone
            .iter()
            .any(|(parent, gone)| *parent == id && gone == name)
        {
            self.note(id, false, |_| ProblemKind::MissingField(name.to_owned()));
        }
        self.mark(id, FILLED);
        self.fillers.push(Filler {
            parent: id,
            name,
            tries: 0,
        });
        true
    }

    fn next_try(&mut self, index: usize) -> bool {
        let Some(filler) = self.fillers.get_mut(index) else {
            return false;
        };
        filler.tries += 1;
        let (parent, over) = (filler.parent, filler.tries >= TRIES);
        !over || self.remove(parent)
    }

    /// A field, or a word of a list, that is not known.
    fn unknown(&mut self, id: NodeId, name: String, known: &[&'static str], word: bool) -> bool {
        let field = self.tree.children(id).find(|&child| {
            !self.has(child, REMOVED) && self.name(child).is_some_and(|found| found == name)
        });
        let meant = suggest(&name, known.iter().copied());
        let meant = meant.and_then(|meant| known.iter().copied().find(|known| *known == meant));
        let words = known.iter().map(|&word| word.to_owned()).collect();
        let suggestion = meant.map(str::to_owned);
        self.note(field.unwrap_or(id), field.is_some(), |_| match word {
            true => ProblemKind::UnknownWord {
                word: cut(&name),
                suggestion,
                known: words,
            },
            false => ProblemKind::UnknownField {
                field: cut(&name),
                suggestion,
                known: words,
            },
        });
        let Some(field) = field else {
            return self.remove(id);
        };
        match meant {
            Some(meant) if self.tree.child(id, meant).is_none() && !self.has(field, RENAMED) => {
                self.mark(field, RENAMED);
                self.renamed.push((field, meant));
                true
            }
            _ => self.remove(field),
        }
    }

    fn problem(&self, id: NodeId, kind: FaultKind) -> ProblemKind {
        let value = self.tree.node(id).map_or(&Value::Null, |node| &node.value);
        match kind {
            FaultKind::Type(expected) => ProblemKind::WrongType {
                expected,
                found: found(value),
            },
            FaultKind::Coded(error) => ProblemKind::BadValue {
                written: written(value),
                error,
            },
            FaultKind::Length(expected) => ProblemKind::Refused(expected),
            FaultKind::Kind(kind) => *kind,
            _ => ProblemKind::Refused(String::new()),
        }
    }
}

fn found(value: &Value<'_>) -> Found {
    match value {
        Value::Null => Found::Null,
        Value::Bool(value) => Found::TrueOrFalse(*value),
        Value::Number(number) => Found::Number(cut(number)),
        Value::Text(text) => Found::Text(cut(text)),
        Value::List => Found::List,
        Value::Object => Found::Object,
    }
}

fn written(value: &Value<'_>) -> String {
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
