//! From a path to the place that it means.

use super::Missing;
use serde_json::{Map, Value};

/// Words that an edit of a single meeting begins with.
const EDITS: [&str; 5] = ["move", "cancel", "continue", "add", "lock"];

/// What names an element of a list, whatever its number: its id, the year of a published year or a
/// measured value, what an edit does to which meeting (`move:2027/3`), or a text itself.
///
/// # Example
/// ```
/// use planning_wheel::document::key_of;
/// use serde_json::json;
/// assert_eq!(key_of(&json!({ "id": "nso", "name": "Nätverket" })).as_deref(), Some("nso"));
/// assert_eq!(key_of(&json!({ "year": 2027, "days": [] })).as_deref(), Some("2027"));
/// let edit = json!({ "lock": { "occurrence": "2027/3", "date": "2027-03-11" } });
/// assert_eq!(key_of(&edit).as_deref(), Some("lock:2027/3"));
/// assert_eq!(key_of(&json!({ "months": [9] })), None);
/// ```
#[must_use]
pub fn key_of(element: &Value) -> Option<String> {
    let Value::Object(fields) = element else {
        return element.as_str().map(str::to_owned);
    };
    if let Some(id) = fields.get("id") {
        return id.as_str().map(str::to_owned);
    }
    if let Some(year) = fields.get("year").and_then(Value::as_i64) {
        return Some(year.to_string());
    }
    let (word, edit) = fields.iter().next()?;
    if fields.len() > 1 || !EDITS.contains(&word.as_str()) {
        return None;
    }
    Some(format!("{word}:{}", edit.get("occurrence")?.as_str()?))
}

/// Place of the element that a step of a path means: its number, else its key.
pub(super) fn find(list: &[Value], step: &str) -> Option<usize> {
    let number = step.parse::<usize>().ok().filter(|at| *at < list.len());
    number.or_else(|| {
        list.iter()
            .position(|one| key_of(one).as_deref() == Some(step))
    })
}

/// How a path names an element so that [`find`] finds it: its key, unless a number or another
/// element is meant by it.
pub(super) fn step_to(list: &[Value], at: usize) -> String {
    let key = list.get(at).and_then(key_of);
    let own = key.filter(|key| find(list, key) == Some(at));
    own.map_or_else(|| at.to_string(), |key| escape(&key))
}

pub(crate) fn escape(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

pub(super) fn set(document: &mut Value, path: &str, new: &Value) -> Result<(), Missing> {
    if path.is_empty() {
        *document = new.clone();
        return Ok(());
    }
    let (parent, step) = above(document, path, true)?;
    match parent {
        Value::Object(fields) => {
            fields.insert(step, new.clone());
            Ok(())
        }
        other => element(other, path, &step).map(|element| *element = new.clone()),
    }
}

pub(super) fn insert(
    document: &mut Value,
    path: &str,
    at: usize,
    new: &Value,
) -> Result<(), Missing> {
    let (parent, step) = above(document, path, true)?;
    let list = match parent {
        Value::Object(fields) => fields
            .entry(step.clone())
            .or_insert_with(|| Value::Array(Vec::new())),
        other => element(other, path, &step)?,
    };
    match list {
        Value::Array(list) => {
            list.insert(at.min(list.len()), new.clone());
            Ok(())
        }
        _ => Err(missing(path, step, Vec::new())),
    }
}

pub(super) fn reorder(document: &mut Value, path: &str, to: usize) -> Result<(), Missing> {
    let (parent, step) = above(document, path, false)?;
    let known = known(parent);
    let Value::Array(list) = parent else {
        return Err(missing(path, step, known));
    };
    let Some(from) = find(list, &step) else {
        return Err(missing(path, step, known));
    };
    let element = list.remove(from);
    list.insert(to.min(list.len()), element);
    Ok(())
}

pub(super) fn remove(document: &mut Value, path: &str) -> Result<(), Missing> {
    let (parent, step) = above(document, path, false)?;
    let known = known(parent);
    let removed = match parent {
        Value::Object(fields) => fields.remove(&step),
        Value::Array(list) => find(list, &step).map(|at| list.remove(at)),
        _ => None,
    };
    removed.map(drop).ok_or_else(|| missing(path, step, known))
}

/// The value at a path.
pub(super) fn get<'a>(document: &'a Value, path: &str) -> Option<&'a Value> {
    steps(path).try_fold(document, |value, step| match value {
        Value::Object(fields) => fields.get(&step),
        Value::Array(list) => list.get(find(list, &step)?),
        _ => None,
    })
}

fn steps(path: &str) -> impl Iterator<Item = String> {
    path.split('/').skip(1).map(unescape)
}

/// What the last step of a path belongs to, and that step; missing objects are made when asked for.
fn above<'a>(
    document: &'a mut Value,
    path: &str,
    make: bool,
) -> Result<(&'a mut Value, String), Missing> {
    let Some((parent, last)) = path.rsplit_once('/') else {
        return Err(missing(path, path.to_owned(), known(document)));
    };
    let mut value = document;
    let mut walked = String::new();
    for step in steps(parent) {
        walked.push('/');
        walked.push_str(&escape(&step));
        let known = known(value);
        value = match value {
            Value::Object(fields) => {
                if make && !fields.contains_key(&step) {
                    fields.insert(step.clone(), Value::Object(Map::new()));
                }
                fields.get_mut(&step)
            }
            Value::Array(list) => find(list, &step).and_then(|at| list.get_mut(at)),
            _ => None,
        }
        .ok_or_else(|| missing(&walked, step, known))?;
    }
    Ok((value, unescape(last)))
}

fn element<'a>(value: &'a mut Value, path: &str, step: &str) -> Result<&'a mut Value, Missing> {
    let known = known(value);
    let found = match value {
        Value::Array(list) => find(list, step).and_then(|at| list.get_mut(at)),
        _ => None,
    };
    found.ok_or_else(|| missing(path, step.to_owned(), known))
}

/// Names that could stand after a value in a path.
fn known(value: &Value) -> Vec<String> {
    match value {
        Value::Object(fields) => Map::keys(fields).cloned().collect(),
        Value::Array(list) => list.iter().filter_map(key_of).collect(),
        _ => Vec::new(),
    }
}

fn missing(path: &str, step: String, known: Vec<String>) -> Missing {
    Missing {
        path: path.to_owned(),
        step,
        known,
    }
}
