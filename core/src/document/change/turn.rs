//! A document changed where its changes touch it: the rest is neither written out nor read again.

use super::{Change, from_value, to_value};
use crate::document::{PlanDocument, lists};
use crate::error::Problems;
use serde_json::Value;

/// A document after changes, and as values what they touched: the head and whole lists of it.
pub(crate) struct Turned {
    pub(crate) document: PlanDocument,
    pub(crate) before: Value,
    pub(crate) after: Value,
}

/// A document with changes made in their order.
pub(crate) fn turn(document: &PlanDocument, changes: &[Change]) -> Result<Turned, Problems> {
    let lists: Option<Vec<&str>> = changes.iter().map(|one| first_step(one.path())).collect();
    // What is kept of a newer version may stand anywhere.
    let Some(lists) = lists.filter(|_| document.newer.is_none()) else {
        return wholly(document, changes);
    };
    let before = to_value(&only(document, &lists));
    let mut after = before.clone();
    if changes.iter().any(|one| one.apply(&mut after).is_err()) {
        // What could have been meant may stand anywhere.
        return wholly(document, changes);
    }
    let mut parts = Vec::new();
    for name in lists {
        if parts.iter().all(|part: &Part<'_>| part.list != name) {
            parts.push(Part::cut(name, &before, &mut after));
        }
    }
    let mut read = from_value(&after).map_err(|problems| placed(problems, &parts))?;
    put_back(&mut read, document, &parts);
    let names: Vec<&str> = parts.iter().map(|part| part.list).collect();
    Ok(Turned {
        after: to_value(&only(&read, &names)),
        document: read,
        before,
    })
}

/// The same for changes of everything.
fn wholly(document: &PlanDocument, changes: &[Change]) -> Result<Turned, Problems> {
    let before = to_value(document);
    let mut after = before.clone();
    for change in changes {
        change.apply(&mut after)?;
    }
    let document = from_value(&after)?;
    Ok(Turned {
        after: to_value(&document),
        document,
        before,
    })
}

/// The field of the document that a path leads into; nothing for the whole.
fn first_step(path: &str) -> Option<&str> {
    path.strip_prefix('/')?.split('/').next()
}

/// The document's head, and of its lists only some.
pub(crate) fn only(document: &PlanDocument, names: &[&str]) -> PlanDocument {
    macro_rules! chosen {
        ($($list:ident),+) => {
            PlanDocument {
                format: document.format.clone(),
                id: document.id.clone(),
                title: document.title.clone(),
                language: document.language,
                time_zone: document.time_zone.clone(),
                first_year: document.first_year,
                last_year: document.last_year,
                year_starts: document.year_starts,
                mandate: document.mandate.clone(),
                calendar: document.calendar.clone(),
                newer: None,
                $($list: match names.contains(&stringify!($list)) {
                    true => document.$list.clone(),
                    false => Vec::new(),
                }),+
            }
        };
    }
    lists!(chosen)
}

/// A list that changes touched.
struct Part<'a> {
    list: &'a str,
    /// Which of its elements; nothing when it has more or fewer than before.
    places: Option<Vec<usize>>,
}

impl<'a> Part<'a> {
    /// Leaves in a list only what has changed.
    fn cut(list: &'a str, before: &Value, after: &mut Value) -> Self {
        let old = before.get(list).and_then(Value::as_array);
        let new = after.get_mut(list).and_then(Value::as_array_mut);
        let (Some(old), Some(new)) = (old, new) else {
            return Self { list, places: None };
        };
        if old.len() != new.len() {
            return Self { list, places: None };
        }
        let mut places = Vec::new();
        let mut at = 0;
        new.retain(|element| {
            let changed = old.get(at) != Some(element);
            if changed {
                places.push(at);
            }
            at += 1;
            changed
        });
        Self {
            list,
            places: Some(places),
        }
    }
}

/// Fills the lists of what was read with what was not touched.
fn put_back(read: &mut PlanDocument, document: &PlanDocument, parts: &[Part<'_>]) {
    macro_rules! fill_all {
        ($($list:ident),+) => {
            $(fill(&mut read.$list, &document.$list, part(parts, stringify!($list)));)+
        };
    }
    lists!(fill_all);
}

fn part<'a>(parts: &'a [Part<'_>], list: &str) -> Option<&'a Part<'a>> {
    parts.iter().find(|part| part.list == list)
}

fn fill<T: Clone>(read: &mut Vec<T>, old: &[T], part: Option<&Part<'_>>) {
    let places = match part {
        Some(Part { places: None, .. }) => return,
        Some(Part { places, .. }) => places.as_deref().unwrap_or_default(),
        None => &[],
    };
    let new = std::mem::replace(read, old.to_vec());
    for (at, element) in places.iter().zip(new) {
        if let Some(place) = read.get_mut(*at) {
            *place = element;
        }
    }
}

/// Problems with the places that their elements have in the whole document.
fn placed(mut problems: Problems, parts: &[Part<'_>]) -> Problems {
    for problem in &mut problems.0 {
        if let Some(path) = in_whole(&problem.path, parts) {
            problem.path = path;
        }
    }
    problems
}

fn in_whole(path: &str, parts: &[Part<'_>]) -> Option<String> {
    let (list, rest) = path.strip_prefix('/')?.split_once('/')?;
    let (at, rest) = match rest.split_once('/') {
        Some((at, rest)) => (at, Some(rest)),
        None => (rest, None),
    };
    let places = part(parts, list)?.places.as_ref()?;
    let at = places.get(at.parse::<usize>().ok()?)?;
    let rest = rest.map_or_else(String::new, |rest| format!("/{rest}"));
    Some(format!("/{list}/{at}{rest}"))
}
