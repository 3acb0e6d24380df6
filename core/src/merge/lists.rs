//! Lists of three documents: elements are followed by their keys.

use super::{About, Conflict, Merger, Three};
use crate::document::{escape_step, keys_of};
use serde_json::Value;
use std::collections::BTreeMap;

/// A list with the keys of its elements.
struct Keyed<'a> {
    keys: Vec<String>,
    elements: BTreeMap<String, &'a Value>,
}

impl<'a> Keyed<'a> {
    fn new(list: &'a [Value]) -> Option<Self> {
        let keys = keys_of(list)?;
        Some(Self {
            elements: keys.iter().cloned().zip(list).collect(),
            keys,
        })
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        self.elements.get(key).copied()
    }

    /// Its keys that are also in a list of keys, in its own order.
    fn order_of(&self, known: &[String]) -> Vec<String> {
        let own = self.keys.iter().filter(|key| known.contains(key));
        own.cloned().collect()
    }
}

impl Merger {
    /// The merged list; nothing when it can only be taken whole.
    pub(super) fn list(
        &mut self,
        path: &str,
        base: &[Value],
        mine: &[Value],
        theirs: &[Value],
    ) -> Option<Vec<Value>> {
        match (Keyed::new(base), Keyed::new(mine), Keyed::new(theirs)) {
            (Some(base), Some(mine), Some(theirs)) => Some(self.keyed(path, &base, &mine, &theirs)),
            _ => self.by_place(path, base, mine, theirs),
        }
    }

    /// Objects without keys, as many on every side: each is merged where it stands.
    fn by_place(
        &mut self,
        path: &str,
        base: &[Value],
        mine: &[Value],
        theirs: &[Value],
    ) -> Option<Vec<Value>> {
        let objects = |list: &[Value]| list.iter().all(Value::is_object);
        let alike = base.len() == mine.len() && base.len() == theirs.len();
        if !alike || ![base, mine, theirs].into_iter().all(objects) {
            return None;
        }
        let sides = base.iter().zip(mine).zip(theirs).enumerate();
        let merged = sides.filter_map(|(at, ((base, mine), theirs))| {
            let three = Three {
                base: Some(base),
                mine: Some(mine),
                theirs: Some(theirs),
            };
            self.value(&format!("{path}/{at}"), About::Element, three)
        });
        Some(merged.collect())
    }

    fn keyed(
        &mut self,
        path: &str,
        base: &Keyed<'_>,
        mine: &Keyed<'_>,
        theirs: &Keyed<'_>,
    ) -> Vec<Value> {
        let mut merged: BTreeMap<String, Value> = BTreeMap::new();
        let added = |side: &Keyed<'_>| -> Vec<String> {
            let new = side.keys.iter().filter(|key| base.get(key).is_none());
            new.cloned().collect()
        };
        let (new_mine, new_theirs) = (added(mine), added(theirs));
        // In an order that does not depend on which side is which.
        let mut new: Vec<&String> = new_mine.iter().chain(&new_theirs).collect();
        crate::order::Order::order(new.as_mut_slice());
        new.dedup();
        for key in base.keys.iter().chain(new) {
            let three = Three {
                base: base.get(key),
                mine: mine.get(key),
                theirs: theirs.get(key),
            };
            let place = format!("{path}/{}", escape_step(key));
            if let Some(value) = self.value(&place, About::Element, three) {
                merged.insert(key.clone(), value);
            }
        }
        let stays: Vec<String> = base
            .keys
            .iter()
            .filter(|key| merged.contains_key(*key))
            .cloned()
            .collect();
        let order = self.order(path, &stays, mine, theirs);
        let order = with_new(order, mine, &new_mine, theirs, &new_theirs);
        order.iter().filter_map(|key| merged.remove(key)).collect()
    }

    /// The order of what all have: that of the side that changed it.
    fn order(
        &mut self,
        path: &str,
        stays: &[String],
        mine: &Keyed<'_>,
        theirs: &Keyed<'_>,
    ) -> Vec<String> {
        let common: Vec<String> = stays
            .iter()
            .filter(|key| mine.get(key).is_some() && theirs.get(key).is_some())
            .cloned()
            .collect();
        let (by_mine, by_theirs) = (mine.order_of(&common), theirs.order_of(&common));
        let changed = if by_mine == by_theirs || by_theirs == common {
            by_mine
        } else if by_mine == common {
            by_theirs
        } else {
            let keys = |keys: &[String]| Some(keys.iter().cloned().map(Value::from).collect());
            self.conflicts.push(Conflict {
                path: path.to_owned(),
                about: About::Order,
                base: keys(&common),
                mine: keys(&by_mine),
                theirs: keys(&by_theirs),
            });
            return stays.to_vec();
        };
        let mut order = changed;
        // What one side took away and is kept by a conflict stays behind what it stands behind on
        // the other.
        for key in stays.iter().filter(|key| !common.contains(key)) {
            let side = if mine.get(key).is_some() {
                mine
            } else {
                theirs
            };
            let before = side.keys.iter().take_while(|own| *own != key);
            let place = before.filter_map(|own| order.iter().position(|one| one == own));
            order.insert(place.last().map_or(0, |place| place + 1), key.clone());
        }
        order
    }
}

/// Puts what each side added behind what it stands behind there.
fn with_new(
    order: Vec<String>,
    mine: &Keyed<'_>,
    new_mine: &[String],
    theirs: &Keyed<'_>,
    new_theirs: &[String],
) -> Vec<String> {
    let groups = |side: &Keyed<'_>, new: &[String]| {
        let mut groups: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
        let mut behind: Option<&String> = None;
        for key in &side.keys {
            if new.contains(key) {
                groups.entry(behind.cloned()).or_default().push(key.clone());
            } else if order.contains(key) {
                behind = Some(key);
            }
        }
        groups
    };
    let (mut by_mine, mut by_theirs) = (groups(mine, new_mine), groups(theirs, new_theirs));
    let mut all = Vec::new();
    for behind in std::iter::once(None).chain(order.iter().cloned().map(Some)) {
        all.extend(behind.clone());
        let one = by_mine.remove(&behind).unwrap_or_default();
        let other = by_theirs.remove(&behind).unwrap_or_default();
        // Whose come first must not depend on which side is which.
        let (first, second) = if one <= other {
            (one, other)
        } else {
            (other, one)
        };
        for key in first.into_iter().chain(second) {
            if !all.contains(&key) {
                all.push(key);
            }
        }
    }
    all
}
