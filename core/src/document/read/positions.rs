//! Where each part of a document stands in its text.

use super::lines::Lines;
use super::tree::{Tree, Value};
use crate::error::{Position, Problems};
use crate::order::Order;
use std::borrow::Cow;

/// Where each part of a document stands in the text that it was read from; the default knows none.
///
/// # Example
/// ```
/// use planning_wheel::document::parse;
/// let text = r#"{"format": "planning-wheel/1", "id": "nso", "title": "NSO", "first_year": 2026}"#;
/// let parsed = parse(text.as_bytes()).unwrap();
/// let at = parsed.positions.find("/title").unwrap();
/// assert_eq!((at.line, at.column), (1, 54));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Positions {
    text: Box<str>,
    lines: Lines,
    spots: Box<[Spot]>,
}

/// One value; the values inside it stand together in the table.
#[derive(Clone, Copy, Debug)]
struct Spot {
    start: u32,
    /// Field name with its quotation marks, empty for an element of a list.
    name: (u32, u32),
    first: u32,
    count: u32,
    list: bool,
}

impl Positions {
    pub(super) fn new(text: &str, lines: Lines, tree: &Tree<'_>) -> Self {
        let spots = tree.nodes.iter().map(|node| Spot {
            start: node.start,
            name: node.name_span,
            first: node.first,
            count: node.count,
            list: matches!(node.value, Value::List),
        });
        Self {
            text: text.into(),
            lines,
            spots: spots.collect(),
        }
    }

    /// Line and column of the value at a document path such as `/meetings/2/count`, or of the
    /// innermost part around it that stands in the text.
    ///
    /// Nothing for an empty document only.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Position> {
        let mut spot = self.spots.first()?;
        for token in path.split('/').skip(1) {
            let token = token.replace("~1", "/").replace("~0", "~");
            match self.child(spot, &token) {
                Some(child) => spot = child,
                None => break,
            }
        }
        Some(self.lines.position(&self.text, spot.start as usize))
    }

    fn child(&self, spot: &Spot, token: &str) -> Option<&Spot> {
        let first = spot.first as usize;
        let children = self.spots.get(first..first + spot.count as usize)?;
        if spot.list {
            return children.get(token.parse::<usize>().ok()?);
        }
        children
            .iter()
            .find(|child| self.name(child).is_some_and(|name| name == token))
    }

    fn name(&self, spot: &Spot) -> Option<Cow<'_, str>> {
        let raw = self.text.get(spot.name.0 as usize..spot.name.1 as usize)?;
        if raw.contains('\\') {
            super::json::unescape(raw)
        } else {
            Some(raw.get(1..raw.len() - 1)?.into())
        }
    }
}

impl Problems {
    /// The same problems with lines and columns, for a document that was read from text.
    ///
    /// A problem in a part that was left out of the text gets the place of the part around it.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::document::parse_catalogue;
    /// use planning_wheel::error::{ProblemKind, Problems};
    /// let text = "{\n \"format\": \"planning-wheel-catalogue/1\", \"title\": \"\",\n \"duties\": []\n}";
    /// let parsed = parse_catalogue(text.as_bytes()).unwrap();
    /// let mut problems = Problems::default();
    /// problems.push("/duties", ProblemKind::Empty);
    /// let problems = problems.locate(&parsed.positions);
    /// let at = problems.0.first().and_then(|problem| problem.position).unwrap();
    /// assert_eq!((at.line, at.column), (3, 12));
    /// ```
    #[must_use]
    pub fn locate(mut self, positions: &Positions) -> Self {
        for problem in &mut self.0 {
            if problem.position.is_none() {
                problem.position = positions.find(&problem.path);
            }
        }
        self.0.order_by_key(|problem| problem.position);
        self
    }
}
