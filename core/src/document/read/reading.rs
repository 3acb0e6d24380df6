//! What is known of each value while a type is read from a tree again and again.

use super::de::At;
use super::fault::{Fault, FaultKind};
use super::report::Report;
use super::tree::{NodeId, Tree};
use crate::error::ProblemKind;
use std::cell::Cell;
use std::ops::Range;

/// The value was read without an error.
const DONE: u8 = 1;
/// The value is known to be wrong and is passed over.
pub(super) const REMOVED: u8 = 2;
/// The field goes by the name that was probably meant.
pub(super) const RENAMED: u8 = 4;
/// Fields that the object lacks are made up.
pub(super) const FILLED: u8 = 8;

/// A field made up for an object that lacks it.
pub(super) struct Filler {
    pub(super) parent: NodeId,
    pub(super) name: &'static str,
    pub(super) tries: usize,
}

/// A tree with what is known of each value.
///
/// serde stops at the first error. Each error is therefore noted, its value passed over from then
/// on, and the document read again. What was read without error is not read twice where that
/// can be helped, so that many errors in a large file cost little more than one.
pub(super) struct Reading<'t> {
    pub(super) tree: &'t Tree<'t>,
    marks: Vec<Cell<u8>>,
    pub(super) renamed: Vec<(NodeId, &'static str)>,
    pub(super) fillers: Vec<Filler>,
    /// Fields that are missing only because what stood for them is wrong.
    pub(super) gone: Vec<(NodeId, String)>,
    pub(super) again: bool,
    pub(super) report: Report,
}

/// What the deserializer asks.
impl<'t> Reading<'t> {
    pub(super) fn new(tree: &'t Tree<'t>, report: Report) -> Self {
        Self {
            tree,
            marks: vec![Cell::new(0); tree.nodes.len()],
            renamed: Vec::new(),
            fillers: Vec::new(),
            gone: Vec::new(),
            again: false,
            report,
        }
    }

    pub(super) fn tree(&self) -> &'t Tree<'t> {
        self.tree
    }

    pub(super) fn has(&self, id: NodeId, mark: u8) -> bool {
        self.marks
            .get(id as usize)
            .is_some_and(|marks| marks.get() & mark != 0)
    }

    pub(super) fn mark(&self, id: NodeId, mark: u8) {
        if let Some(marks) = self.marks.get(id as usize) {
            marks.set(marks.get() | mark);
        }
    }

    pub(super) fn done(&self, id: NodeId) {
        self.mark(id, DONE);
    }

    /// Whether a value is passed over; `free` when no other value depends on its being there.
    pub(super) fn skips(&self, id: NodeId, free: bool) -> bool {
        self.has(id, REMOVED) || (free && self.again && self.has(id, DONE))
    }

    /// The name of a field, or the one that was probably meant.
    pub(super) fn name(&self, id: NodeId) -> Option<&str> {
        if self.has(id, RENAMED) {
            return self
                .renamed
                .iter()
                .find(|(node, _)| *node == id)
                .map(|(_, name)| *name);
        }
        self.tree.name(id)
    }

    pub(super) fn fillers_of(&self, id: NodeId) -> Range<usize> {
        if self.has(id, FILLED) {
            0..self.fillers.len()
        } else {
            0..0
        }
    }

    pub(super) fn filler(&self, index: usize, parent: NodeId) -> Option<(At, &'static str)> {
        let filler = self
            .fillers
            .get(index)
            .filter(|filler| filler.parent == parent)?;
        Some((At::Filler { index, depth: 0 }, filler.name))
    }

    fn tries(&self, index: usize) -> usize {
        self.fillers.get(index).map_or(0, |filler| filler.tries)
    }

    /// A number that a made-up value may have: an amount, or else a year.
    pub(super) fn sample_number(&self, index: usize) -> i64 {
        if self.tries(index).is_multiple_of(2) {
            1
        } else {
            2000
        }
    }

    pub(super) fn sample_variant(&self, index: usize, variants: &[&'static str]) -> &'static str {
        let place = self.tries(index) / 2 % variants.len().max(1);
        variants.get(place).copied().unwrap_or_default()
    }

    /// The one field of an object that stands for a choice.
    pub(super) fn chosen(
        &self,
        id: NodeId,
        variants: &'static [&'static str],
    ) -> Result<(&str, NodeId), Fault> {
        let live = || {
            self.tree
                .children(id)
                .filter(|&child| !self.skips(child, false))
        };
        let known = |child: &NodeId| {
            self.name(*child)
                .is_some_and(|name| variants.contains(&name))
        };
        let name = |child| self.name(child).unwrap_or_default().to_owned();
        let mut chosen = live().filter(known);
        let kind = match (
            chosen.next(),
            chosen.next(),
            live().find(|child| !known(child)),
        ) {
            (Some(only), None, None) => return Ok((self.name(only).unwrap_or_default(), only)),
            (Some(_), None, Some(other)) => FaultKind::Field {
                name: name(other),
                known: &[],
            },
            (None, _, Some(other)) => FaultKind::Word {
                word: name(other),
                known: variants,
            },
            (None, ..) if self.tree.children(id).any(|child| self.has(child, REMOVED)) => {
                FaultKind::Silent
            }
            _ => {
                let words = variants.iter().map(|&word| word.to_owned()).collect();
                FaultKind::Kind(Box::new(ProblemKind::OneOf(words)))
            }
        };
        Err(Fault::new(At::Node(id), kind))
    }
}
