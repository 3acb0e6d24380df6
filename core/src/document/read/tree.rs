//! A document as a flat table of values, each with its place in the text.

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::common::{Range, Ranged};
use std::borrow::Cow;
use std::collections::VecDeque;

/// Index of a value in its [`Tree`].
pub(super) type NodeId = u32;

/// The value at the top.
pub(super) const ROOT: NodeId = 0;

/// Values in the order of their depth: those inside one value stand together.
pub(super) struct Tree<'a> {
    pub(super) nodes: Vec<Node<'a>>,
}

pub(super) struct Node<'a> {
    /// First byte.
    pub(super) start: u32,
    /// Name of the field that holds it.
    pub(super) name: Option<Cow<'a, str>>,
    /// The name with its quotation marks.
    pub(super) name_span: (u32, u32),
    pub(super) parent: NodeId,
    /// How many values it is inside of.
    pub(super) depth: u16,
    /// First of the values inside it.
    pub(super) first: NodeId,
    pub(super) count: u32,
    pub(super) value: Value<'a>,
}

pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    List,
    Object,
}

impl<'a> Tree<'a> {
    /// The table of a parsed text, built without recursion.
    pub(super) fn new(root: ast::Value<'a>) -> Self {
        let mut tree = Self {
            nodes: vec![Node::new(root.range(), None, ROOT, 0)],
        };
        let mut queue = VecDeque::from([(ROOT, root)]);
        while let Some((id, value)) = queue.pop_front() {
            let first = small(tree.nodes.len());
            let depth = tree.node(id).map_or(0, |node| node.depth.saturating_add(1));
            let value = match value {
                ast::Value::Object(object) => {
                    for property in object.properties {
                        let range = property.value.range();
                        let node = Node::new(range, Some(property.name), id, depth);
                        queue.push_back((small(tree.nodes.len()), property.value));
                        tree.nodes.push(node);
                    }
                    Value::Object
                }
                ast::Value::Array(array) => {
                    for element in array.elements {
                        let node = Node::new(element.range(), None, id, depth);
                        queue.push_back((small(tree.nodes.len()), element));
                        tree.nodes.push(node);
                    }
                    Value::List
                }
                ast::Value::StringLit(text) => Value::Text(text.value),
                ast::Value::NumberLit(number) => Value::Number(number.value),
                ast::Value::BooleanLit(value) => Value::Bool(value.value),
                ast::Value::NullKeyword(_) => Value::Null,
            };
            let count = small(tree.nodes.len()) - first;
            if let Some(node) = tree.nodes.get_mut(id as usize) {
                (node.value, node.first, node.count) = (value, first, count);
            }
        }
        tree
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node<'a>> {
        self.nodes.get(id as usize)
    }

    /// The values inside a value.
    pub(super) fn children(&self, id: NodeId) -> std::ops::Range<NodeId> {
        self.node(id)
            .map_or(0..0, |node| node.first..node.first + node.count)
    }

    /// The value of a field.
    pub(super) fn child(&self, id: NodeId, name: &str) -> Option<NodeId> {
        self.children(id)
            .find(|&child| self.name(child) == Some(name))
    }

    pub(super) fn name(&self, id: NodeId) -> Option<&str> {
        self.node(id)?.name.as_deref()
    }

    /// Document path as a JSON pointer.
    pub(super) fn path(&self, mut id: NodeId) -> String {
        let mut tokens = Vec::new();
        while let (true, Some(node)) = (id != ROOT, self.node(id)) {
            tokens.push(match &node.name {
                Some(name) => name.replace('~', "~0").replace('/', "~1"),
                None => (id - self.children(node.parent).start).to_string(),
            });
            id = node.parent;
        }
        tokens.iter().rev().flat_map(|token| ["/", token]).collect()
    }
}

impl<'a> Node<'a> {
    fn new(range: Range, name: Option<ObjectPropName<'a>>, parent: NodeId, depth: u16) -> Self {
        let span = name.as_ref().map_or(Range::new(0, 0), Ranged::range);
        Self {
            start: small(range.start),
            name: name.map(|name| match name {
                ObjectPropName::String(name) => name.value,
                ObjectPropName::Word(name) => Cow::Borrowed(name.value),
            }),
            name_span: (small(span.start), small(span.end)),
            parent,
            depth,
            first: 0,
            count: 0,
            value: Value::Null,
        }
    }
}

/// Texts are far shorter than what 32 bits count.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
