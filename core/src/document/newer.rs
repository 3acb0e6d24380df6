//! What a newer version has written into a plan and this one does not know.
//!
//! It belongs to no type: it is kept as it was written, each part with its place, and put back
//! there whenever the document is written out or becomes a value.

use super::PlanDocument;
use crate::order::Order;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// Parts of a plan that only a newer version knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Newer(pub(super) Vec<Kept>);

impl Newer {
    /// Parts in an order that does not depend on the file's, and in which each can be put back: what
    /// is counted from comes first.
    pub(super) fn new(mut parts: Vec<Kept>) -> Self {
        let step = |step: &str| match step.parse::<u32>() {
            Ok(number) => (number, String::new()),
            Err(_) => (u32::MAX, step.to_owned()),
        };
        parts.order_by_key(|kept| {
            let steps: Vec<(u32, String)> = kept.path.split('/').map(step).collect();
            (steps.len(), steps)
        });
        Self(parts)
    }

    /// Their places as JSON pointers.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|kept| kept.path.as_str())
    }
}

/// A part that is kept.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Kept {
    /// Its place among everything that was written, known or not.
    pub(super) path: String,
    /// What was written.
    pub(super) value: Value,
    /// It stands in the place of what is known of it.
    pub(super) instead: bool,
    /// It is an element of a list.
    pub(super) in_list: bool,
}

/// JSON with its fields in the order in which they were written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Written {
    One(Value),
    List(Vec<Written>),
    Fields(Vec<(String, Written)>),
}

/// A document with what is kept of it, in its canonical order; each object ends with what is not
/// known of it.
pub(super) fn whole(document: &PlanDocument, newer: &Newer) -> Written {
    // The types hold nothing that JSON cannot: their keys are texts.
    let known = serde_json::to_string(document).unwrap_or_default();
    let mut written = super::read::written(&known);
    for kept in &newer.0 {
        // Whether there is a place for it was seen when it was read.
        let _ = written.put(kept);
    }
    written
}

impl Written {
    /// Puts a part where it belongs; nothing when there is no such place.
    pub(super) fn put(&mut self, kept: &Kept) -> Option<()> {
        let (above, last) = kept.path.rsplit_once('/')?;
        let mut place = self;
        for step in above.split('/').skip(1) {
            place = place.step(&unescape(step))?;
        }
        match place {
            Self::List(list) => {
                let at = last.parse::<usize>().ok()?;
                if kept.instead {
                    *list.get_mut(at)? = Written::One(kept.value.clone());
                } else if at <= list.len() {
                    list.insert(at, Written::One(kept.value.clone()));
                } else {
                    return None;
                }
            }
            // A list of which nothing is known is not written.
            Self::Fields(fields) if kept.in_list && fields.is_empty() => {
                *place = Self::List(vec![Written::One(kept.value.clone())]);
            }
            Self::Fields(_) => *place.field(&unescape(last))? = Written::One(kept.value.clone()),
            Self::One(_) => return None,
        }
        Some(())
    }

    /// What is inside, made as an object where there is nothing.
    fn step(&mut self, step: &str) -> Option<&mut Self> {
        match self {
            Self::List(list) => list.get_mut(step.parse::<usize>().ok()?),
            _ => self.field(step),
        }
    }

    fn field(&mut self, name: &str) -> Option<&mut Self> {
        let Self::Fields(fields) = self else {
            return None;
        };
        let at = match fields.iter().position(|(other, _)| other == name) {
            Some(at) => at,
            None => {
                fields.push((name.to_owned(), Self::Fields(Vec::new())));
                fields.len() - 1
            }
        };
        fields.get_mut(at).map(|(_, value)| value)
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::One(value) => value,
            Self::List(list) => list.into_iter().map(Self::into_value).collect(),
            Self::Fields(fields) => {
                let fields = fields.into_iter();
                fields
                    .map(|(name, value)| (name, value.into_value()))
                    .collect()
            }
        }
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(value) => value.serialize(to),
            Self::List(list) => to.collect_seq(list),
            Self::Fields(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
