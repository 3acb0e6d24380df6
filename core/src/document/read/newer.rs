//! A document of a newer version: what is known of it is read, the rest is kept.

use super::reader::Reader;
use super::report::Report;
use super::tree::{NodeId, ROOT, Tree, Value};
use super::{MAX_DEPTH, json};
use crate::document::PlanDocument;
use crate::document::newer::{Kept, Newer, Written, whole};
use crate::map::Set;

/// The document, without all that its types do not know; nothing when nothing of it is known.
///
/// A field that is not known is left out. A value that cannot be what is known of it is left out
/// too, and with it whatever cannot be without it: a series that finds its days in a new way.
pub(super) fn read(tree: &Tree<'_>) -> Option<PlanDocument> {
    let mut left_out = Set::new();
    // Each round goes at least one level up from what was wrong.
    for _ in 0..=MAX_DEPTH {
        let mut reader = Reader::new(tree, Report::default());
        reader.newer = true;
        left_out.iter().for_each(|id| reader.remove(*id));
        if let Some(document) = reader.document::<PlanDocument>() {
            left_out.extend(reader.unknown);
            return with_rest(document, tree, left_out);
        }
        let mut is_more = false;
        for id in reader.wrong {
            is_more |= left_out.insert(id);
        }
        if left_out.contains(&ROOT) || !is_more {
            return None;
        }
    }
    None
}

/// The document with what was left out of it.
fn with_rest(
    mut document: PlanDocument,
    tree: &Tree<'_>,
    left_out: Set<NodeId>,
) -> Option<PlanDocument> {
    let mut kept: Vec<Part> = left_out.iter().map(|id| (*id, false)).collect();
    for _ in 0..=MAX_DEPTH {
        kept = outermost(&kept, tree);
        let mut written = whole(&document, &Newer::default());
        let part = |(id, instead): &Part| Kept {
            path: tree.path(*id),
            value: tree.written(*id).into_value(),
            instead: *instead,
            in_list: tree.name(*id).is_none(),
        };
        // In the order of the tree each is put back before what is counted from it.
        let homeless = kept.iter().find(|one| written.put(&part(one)).is_none());
        let Some(&(id, instead)) = homeless else {
            let parts = kept.iter().map(part).collect();
            document.newer = Some(Box::new(Newer::new(parts)));
            return Some(document);
        };
        // What is known of the part around it has no room for it: that part is kept whole.
        kept.retain(|part| *part != (id, instead));
        kept.push((tree.node(id)?.parent, true));
    }
    None
}

/// A part of the tree that is kept, and whether it stands instead of what is known of it.
type Part = (NodeId, bool);

/// Without what lies inside another, in the order of the tree.
fn outermost(kept: &[Part], tree: &Tree<'_>) -> Vec<Part> {
    let mut all = Set::new();
    all.extend(kept.iter().map(|(id, _)| *id));
    let is_inside = |id: NodeId| {
        let mut id = id;
        while let (true, Some(node)) = (id != ROOT, tree.node(id)) {
            id = node.parent;
            if all.contains(&id) {
                return true;
            }
        }
        false
    };
    let mut outer = Set::new();
    outer.extend(kept.iter().copied().filter(|(id, _)| !is_inside(*id)));
    outer.iter().copied().collect()
}

/// A text of JSON that was written by serde.
pub(in crate::document) fn written(text: &str) -> Written {
    let value = json::read(text).value;
    value.map_or(Written::One(serde_json::Value::Null), |value| {
        Tree::new(value).written(ROOT)
    })
}

impl Tree<'_> {
    /// A value with all that is inside it.
    fn written(&self, id: NodeId) -> Written {
        let Some(node) = self.node(id) else {
            return Written::One(serde_json::Value::Null);
        };
        match &node.value {
            Value::Null => Written::One(serde_json::Value::Null),
            Value::Bool(value) => Written::One((*value).into()),
            Value::Number(number) => Written::One(serde_json::from_str(number).unwrap_or_default()),
            Value::Text(text) => Written::One(text.as_ref().into()),
            Value::List => Written::List(self.children(id).map(|id| self.written(id)).collect()),
            Value::Object => {
                let field = |id| {
                    (
                        self.name(id).unwrap_or_default().to_owned(),
                        self.written(id),
                    )
                };
                Written::Fields(self.children(id).map(field).collect())
            }
        }
    }
}
