//! A document that is read, with what is known of each value.

use super::faults::{Wrong, found, shape, shown};
use super::number::{Integer, float, integer};
use super::report::Report;
use super::tree::{NodeId, ROOT, Tree, Value};
use crate::error::{ProblemKind, Shape};
use crate::read::{At, Read, Source, Word};
use std::fmt::Display;

/// A tree, the values that are passed over, and the problems so far.
pub(super) struct Reader<'t> {
    pub(super) tree: &'t Tree<'t>,
    /// Values that are known to be wrong and are passed over.
    removed: Vec<bool>,
    /// Fields that go by the name that was probably meant.
    pub(super) renamed: Vec<(NodeId, &'static str)>,
    /// Fields that are missing only because what stood for them is wrong.
    gone: Vec<(NodeId, String)>,
    /// A newer version wrote it: what is not known is no mistake.
    pub(super) newer: bool,
    /// Of a newer version: what is not known, and what cannot be what is known of it.
    pub(super) unknown: Vec<NodeId>,
    pub(super) wrong: Vec<NodeId>,
    pub(super) report: Report,
}

impl<'t> Reader<'t> {
    pub(super) fn new(tree: &'t Tree<'t>, report: Report) -> Self {
        Self {
            tree,
            removed: vec![false; tree.nodes.len()],
            renamed: Vec::new(),
            gone: Vec::new(),
            newer: false,
            unknown: Vec::new(),
            wrong: Vec::new(),
            report,
        }
    }

    /// Reads the document, or adds every problem to the report.
    pub(super) fn document<T: Read>(&mut self) -> Option<T> {
        let document = if self.is_removed(ROOT) {
            T::read(self, At::NOTHING)
        } else {
            T::read(self, At(ROOT))
        };
        self.report.is_empty().then_some(document)
    }

    /// Adds a problem at a value, or at the name of its field.
    pub(super) fn note(&mut self, id: NodeId, at_name: bool, kind: ProblemKind) {
        let (tree, node) = (self.tree, self.tree.node(id));
        self.wrong.push(id);
        let offset = node.map_or(0, |node| match at_name {
            true => node.name_span.0,
            false => node.start,
        });
        self.report.add(offset, || tree.path(id), kind);
    }

    /// Passes a value over from now on.
    pub(super) fn remove(&mut self, id: NodeId) {
        if let Some(removed) = self.removed.get_mut(id as usize) {
            *removed = true;
        }
        // A newer version may mean that something is missing: nothing stands in for it.
        if let (Some(name), false) = (self.name(id), self.newer) {
            let parent = self.tree.node(id).map_or(ROOT, |node| node.parent);
            self.gone.push((parent, name.to_owned()));
        }
    }

    pub(super) fn is_removed(&self, id: NodeId) -> bool {
        self.removed.get(id as usize).copied().unwrap_or_default()
    }

    /// The values inside a value that are not passed over.
    pub(super) fn live(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let children = self.tree.children(id);
        children.filter(|&child| !self.is_removed(child))
    }

    /// The name of a field, or the one that was probably meant.
    pub(super) fn name(&self, id: NodeId) -> Option<&str> {
        let renamed = self.renamed.iter().find(|(node, _)| *node == id);
        match renamed {
            Some((_, name)) => Some(name),
            None => self.tree.name(id),
        }
    }

    pub(super) fn value(&self, at: At) -> Option<&'t Value<'t>> {
        self.tree.node(at.0).map(|node| &node.value)
    }

    /// Notes that another type of value belongs here.
    #[inline(never)]
    pub(super) fn wrong_type(&mut self, at: At, expected: Shape) {
        if let Some(value) = self.value(at) {
            let found = found(value);
            self.note(at.0, false, ProblemKind::WrongType { expected, found });
        }
    }

    fn out_of_range(&mut self, at: At, min: i64, max: i64) {
        self.note(at.0, false, ProblemKind::OutOfRange { min, max });
    }
}

impl Source for Reader<'_> {
    fn object(&mut self, at: At, fields: &'static [&'static str]) -> At {
        match self.value(at) {
            Some(Value::Object) => {}
            _ => {
                self.wrong_type(at, Shape::Object);
                return At::NOTHING;
            }
        }
        for child in self.tree.children(at.0) {
            let name = self.tree.name(child).unwrap_or_default();
            if !fields.contains(&name) && !self.is_removed(child) && !self.report.is_over() {
                self.unknown(child, fields.iter().copied(), Wrong::Field);
            }
        }
        at
    }

    fn field(&mut self, object: At, name: &str) -> At {
        let field = self.live(object.0).find(|&id| self.name(id) == Some(name));
        field.map_or(At::NOTHING, At)
    }

    fn needed(&mut self, object: At, name: &'static str) -> At {
        let at = self.field(object, name);
        let gone = |(parent, gone): &(NodeId, String)| *parent == object.0 && gone == name;
        if object != At::NOTHING && at == At::NOTHING && !self.gone.iter().any(gone) {
            self.note(object.0, false, ProblemKind::MissingField(name.to_owned()));
        }
        at
    }

    fn members(&mut self, at: At) -> Vec<(String, At)> {
        if !self.is_object(at) {
            self.wrong_type(at, Shape::Object);
            return Vec::new();
        }
        let member = |id| Some((self.tree.name(id)?.to_owned(), At(id)));
        self.live(at.0).filter_map(member).collect()
    }

    fn list(&mut self, at: At) -> (u32, u32) {
        if !matches!(self.value(at), Some(Value::List)) {
            self.wrong_type(at, Shape::List);
            return (0, 0);
        }
        let children = self.tree.children(at.0);
        (children.start, children.end)
    }

    fn is_live(&self, at: At) -> bool {
        !self.is_removed(at.0) && !self.report.is_over()
    }

    fn is_object(&self, at: At) -> bool {
        matches!(self.value(at), Some(Value::Object))
    }

    fn is_null(&self, at: At) -> bool {
        matches!(self.value(at), None | Some(Value::Null))
    }

    fn text(&mut self, at: At, expected: &str) -> Option<&str> {
        match self.value(at)? {
            Value::Text(text) => Some(text),
            _ => {
                self.wrong_type(at, shape(expected));
                None
            }
        }
    }

    fn truth(&mut self, at: At) -> bool {
        match self.value(at) {
            Some(Value::Bool(value)) => *value,
            _ => {
                self.wrong_type(at, Shape::TrueOrFalse);
                false
            }
        }
    }

    fn whole(&mut self, at: At, min: i64, max: i64) -> Option<i64> {
        let number = match self.value(at) {
            Some(Value::Number(written)) => integer(written),
            _ => Integer::Broken,
        };
        match number {
            Integer::Fits(number) if (min..=max).contains(&number) => return Some(number),
            Integer::Broken => self.wrong_type(at, Shape::WholeNumber),
            _ => self.out_of_range(at, min, max),
        }
        None
    }

    fn number(&mut self, at: At) -> f64 {
        const EXACT: i64 = 1 << 53;
        let Some(Value::Number(written)) = self.value(at) else {
            self.wrong_type(at, Shape::Number);
            return 0.0;
        };
        let number = float(written);
        if !number.is_finite() {
            self.out_of_range(at, -EXACT, EXACT);
        }
        number
    }

    fn choice(&mut self, at: At, words: &'static [Word]) -> (usize, At) {
        match self.value(at) {
            Some(Value::Text(word)) => self.word_alone(at, word, words),
            Some(Value::Object) => self.word_with_content(at, words),
            _ => {
                let words = words.iter().map(|known| known.word.to_owned()).collect();
                self.wrong_type(at, Shape::Choice(words));
                (0, At::NOTHING)
            }
        }
    }

    fn refuse(&mut self, at: At, error: &dyn Display) {
        let value = self.value(at).map(shown).unwrap_or_default();
        let kind = super::faults::refused(value, &error.to_string());
        self.note(at.0, false, kind);
    }
}
