//! What has changed between two documents, by ids.

use super::place::{escape, step_to};
use super::{Change, key_of};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// One difference between two documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// What makes the first the second. What it sets or puts in is the new value.
    pub change: Change,
    /// What stood there before; nothing for what is new or only stands elsewhere.
    pub before: Option<Value>,
}

/// What has changed from one document to another: made one after another, the changes turn the
/// first into the second. Elements of lists are known by their keys.
///
/// # Example
/// ```
/// use planning_wheel::document::{Change, differences};
/// use serde_json::json;
/// let one = json!({ "bodies": [{ "id": "a", "level": "x" }, { "id": "b", "level": "x" }] });
/// let two = json!({ "bodies": [{ "id": "b", "level": "y" }] });
/// let found = differences(&one, &two);
/// let shown: Vec<_> = found.iter().map(|one| (one.change.id(), one.change.path())).collect();
/// assert_eq!(shown, [("remove", "/bodies/a"), ("set", "/bodies/b/level")]);
/// ```
#[must_use]
pub fn differences(from: &Value, to: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    value("", from, to, &mut found);
    found
}

fn value(path: &str, from: &Value, to: &Value, found: &mut Vec<Difference>) {
    match (from, to) {
        _ if from == to => {}
        (Value::Object(from), Value::Object(to)) if path.is_empty() || share_a_field(from, to) => {
            fields(path, from, to, found);
        }
        (Value::Array(from), Value::Array(to)) => list(path, from, to, found),
        _ => found.push(Difference {
            change: Change::Set {
                path: path.to_owned(),
                value: to.clone(),
            },
            before: Some(from.clone()),
        }),
    }
}

/// Objects without a field in common are two kinds of the same thing, such as a spread and a pattern.
fn share_a_field(from: &Map<String, Value>, to: &Map<String, Value>) -> bool {
    from.keys().any(|name| to.contains_key(name))
}

fn fields(
    path: &str,
    from: &Map<String, Value>,
    to: &Map<String, Value>,
    found: &mut Vec<Difference>,
) {
    let place = |name: &str| format!("{path}/{}", escape(name));
    for (name, before) in from {
        match to.get(name) {
            Some(after) => value(&place(name), before, after, found),
            None => found.push(removed(place(name), before)),
        }
    }
    for (name, after) in to.iter().filter(|(name, _)| !from.contains_key(*name)) {
        let change = Change::Set {
            path: place(name),
            value: after.clone(),
        };
        let before = None;
        found.push(Difference { change, before });
    }
}

fn removed(path: String, before: &Value) -> Difference {
    Difference {
        change: Change::Remove { path },
        before: Some(before.clone()),
    }
}

/// The keys of a list whose elements all have one of their own.
pub(crate) fn keys(list: &[Value]) -> Option<Vec<String>> {
    let keys: Vec<String> = list.iter().map_while(key_of).collect();
    let different: BTreeSet<&String> = keys.iter().collect();
    (different.len() == list.len()).then_some(keys)
}

fn list(path: &str, from: &[Value], to: &[Value], found: &mut Vec<Difference>) {
    match (keys(from), keys(to)) {
        (Some(before), Some(after)) => {
            if before != after {
                arrange(path, from, to, (&before, &after), found);
            }
            for (at, element) in to.iter().enumerate() {
                let key = after.get(at);
                let old = before.iter().position(|one| Some(one) == key);
                if let Some(old) = old.and_then(|old| from.get(old)) {
                    value(&format!("{path}/{}", step_to(to, at)), old, element, found);
                }
            }
        }
        _ => by_place(path, from, to, found),
    }
}

/// Takes away, puts in and moves elements until the keys stand as they shall.
fn arrange(
    path: &str,
    from: &[Value],
    to: &[Value],
    (before, after): (&[String], &[String]),
    found: &mut Vec<Difference>,
) {
    let mut now: Vec<Value> = from.to_vec();
    let stays: BTreeSet<&String> = after.iter().collect();
    for key in before.iter().filter(|key| !stays.contains(key)) {
        if let Some(at) = place_of(&now, key) {
            let step = step_to(&now, at);
            found.push(removed(format!("{path}/{step}"), &now.remove(at)));
        }
    }
    let steady = longest_rising(before, after);
    for (at, (key, element)) in after.iter().zip(to).enumerate() {
        // What must go elsewhere and stands in the way goes last; its turn comes.
        while let Some(in_the_way) = now.get(at).and_then(key_of)
            && &in_the_way != key
            && steady.contains(key)
        {
            let last = now.len() - 1;
            reorder(path, &mut now, at, last, found);
        }
        match place_of(&now, key) {
            Some(there) if there == at => {}
            Some(there) => reorder(path, &mut now, there, at, found),
            None => {
                let change = Change::Insert {
                    path: path.to_owned(),
                    at,
                    value: element.clone(),
                };
                let before = None;
                found.push(Difference { change, before });
                now.insert(at.min(now.len()), element.clone());
            }
        }
    }
}

fn place_of(list: &[Value], key: &str) -> Option<usize> {
    list.iter()
        .position(|one| key_of(one).as_deref() == Some(key))
}

fn reorder(path: &str, now: &mut Vec<Value>, from: usize, to: usize, found: &mut Vec<Difference>) {
    let path = format!("{path}/{}", step_to(now, from));
    let element = now.remove(from);
    now.insert(to.min(now.len()), element);
    found.push(Difference {
        change: Change::Reorder { path, to },
        before: None,
    });
}

/// As many keys as can stay where they are while the others move around them.
fn longest_rising<'a>(before: &[String], after: &'a [String]) -> BTreeSet<&'a String> {
    let places: Vec<(usize, &String)> = after
        .iter()
        .filter_map(|key| Some((before.iter().position(|one| one == key)?, key)))
        .collect();
    // For each: the longest chain that ends there, and the one before it in the chain.
    let mut chains: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, (place, _)) in places.iter().enumerate() {
        let earlier = places.iter().zip(&chains).take(at).enumerate();
        let best = earlier
            .filter(|(_, ((other, _), _))| other < place)
            .max_by_key(|(_, (_, chain))| chain.0);
        chains.push(best.map_or((1, None), |(from, (_, chain))| (chain.0 + 1, Some(from))));
    }
    let mut steady = BTreeSet::new();
    let ends = chains.iter().enumerate().max_by_key(|(_, chain)| chain.0);
    let mut end = ends.map(|(at, _)| at);
    while let Some(at) = end {
        steady.extend(places.get(at).map(|(_, key)| *key));
        end = chains.get(at).and_then(|chain| chain.1);
    }
    steady
}

/// Lists whose elements have no keys: what stands alike at both ends is the same.
fn by_place(path: &str, from: &[Value], to: &[Value], found: &mut Vec<Difference>) {
    let alike = |pairs: &mut dyn Iterator<Item = (&Value, &Value)>| {
        pairs.take_while(|(one, other)| one == other).count()
    };
    let start = alike(&mut from.iter().zip(to));
    let shorter = from.len().min(to.len());
    let end = alike(&mut from.iter().rev().zip(to.iter().rev())).min(shorter - start);
    let (from_end, to_end) = (from.len() - end, to.len() - end);
    for at in (to_end.max(start)..from_end).rev() {
        if let Some(old) = from.get(at) {
            found.push(removed(format!("{path}/{at}"), old));
        }
    }
    for at in start..to_end {
        match (from.get(at).filter(|_| at < from_end), to.get(at)) {
            (Some(old), Some(new)) => value(&format!("{path}/{at}"), old, new, found),
            (None, Some(new)) => found.push(Difference {
                change: Change::Insert {
                    path: path.to_owned(),
                    at,
                    value: new.clone(),
                },
                before: None,
            }),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::place::{find, get};
    use super::*;
    use serde_json::json;

    fn turned(from: &Value, to: &Value) -> Vec<(String, String)> {
        let found = differences(from, to);
        let mut value = from.clone();
        for one in &found {
            one.change
                .apply(&mut value)
                .map_err(|problems| problems.to_string())
                .unwrap();
        }
        assert_eq!(&value, to, "{found:#?}");
        let shown = found.iter().map(|one| &one.change);
        shown
            .map(|one| (one.id().to_owned(), one.path().to_owned()))
            .collect()
    }

    fn list(ids: &[&str]) -> Value {
        json!({ "list": ids.iter().map(|id| json!({ "id": id })).collect::<Vec<_>>() })
    }

    #[test]
    fn elements_are_followed_by_their_keys() {
        let moved = turned(&list(&["a", "b", "c", "d"]), &list(&["b", "c", "d", "a"]));
        assert_eq!(moved, [("reorder".to_owned(), "/list/a".to_owned())]);
        let moved = turned(&list(&["a", "b", "c", "d"]), &list(&["d", "a", "b", "c"]));
        assert_eq!(moved, [("reorder".to_owned(), "/list/d".to_owned())]);
        turned(
            &list(&["a", "b", "c", "d"]),
            &list(&["e", "d", "c", "f", "a"]),
        );
        turned(&list(&["1", "0", "b"]), &list(&["b", "7", "0", "1", "2"]));
        turned(&list(&[]), &list(&["a"]));
    }

    #[test]
    fn elements_without_keys_are_followed_by_their_places() {
        let list = |numbers: &[i32]| json!({ "list": numbers });
        for (from, to) in [
            (&[1, 2, 3][..], &[1, 3][..]),
            (&[1, 2], &[1, 2, 2]),
            (&[1, 1, 1], &[1]),
            (&[1, 2, 3, 4], &[9, 8]),
            (&[], &[1, 2]),
        ] {
            turned(&list(from), &list(to));
            turned(&list(to), &list(from));
        }
    }

    #[test]
    fn a_path_may_name_what_it_leads_through() {
        let value = json!({ "a/b": [{ "id": "x" }, { "id": "0" }] });
        assert_eq!(get(&value, "/a~1b/x/id"), Some(&json!("x")));
        // A number that is a place is the place.
        assert_eq!(get(&value, "/a~1b/0/id"), Some(&json!("x")));
        assert_eq!(find(&[], "0"), None);
    }
}
