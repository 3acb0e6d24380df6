//! Like parts, to change at once.

use crate::document::{key_of, value_at};
use serde_json::Value;

/// Parts of the same list that are like one, by what makes them alike, with that one; a likeness
/// that no other part has is left out.
///
/// The likenesses are names of fields – `level`, which series have from their first body, `kind`,
/// `role` and `owner` – and the empty name for all in the list. Narrower than these is
/// `session::alike`: parts of one pattern.
///
/// # Example
/// ```
/// use planning_wheel::form::with_same;
/// let document = serde_json::json!({ "bodies": [
///     { "id": "nso", "level": "strategic" }, { "id": "a", "level": "local" }, { "id": "b", "level": "local" }
/// ] });
/// let all = with_same(&document, "/bodies/a");
/// assert_eq!(all[0], ("level", vec!["/bodies/a".to_owned(), "/bodies/b".to_owned()]));
/// assert_eq!(all[1].1.len(), 3);
/// ```
#[must_use]
pub fn with_same(document: &Value, part: &str) -> Vec<(&'static str, Vec<String>)> {
    let Some((list_path, _)) = part.rsplit_once('/') else {
        return Vec::new();
    };
    let own = value_at(document, part);
    let list = value_at(document, list_path).and_then(Value::as_array);
    let (Some(own), Some(list)) = (own, list) else {
        return Vec::new();
    };
    let path = |one: &Value| Some(format!("{list_path}/{}", key_of(one)?));
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    for by in ["level", "kind", "role", "owner", ""] {
        let Some(mark) = mark(document, own, by) else {
            continue;
        };
        let like = list
            .iter()
            .filter(|one| self::mark(document, one, by).as_ref() == Some(&mark));
        let paths: Vec<String> = like.filter_map(path).collect();
        let is_new = found.iter().all(|(_, other)| *other != paths);
        if paths.len() > 1 && is_new {
            found.push((by, paths));
        }
    }
    found
}

/// What two parts have in common when they are alike.
fn mark(document: &Value, part: &Value, by: &str) -> Option<Value> {
    match by {
        "" => Some(Value::Null),
        // A series has the level of its first body.
        "level" => match part.get("level") {
            Some(level) => Some(level.clone()),
            None => {
                let body = part.get("bodies")?.get(0)?.as_str()?;
                value_at(document, &format!("/bodies/{body}/level")).cloned()
            }
        },
        field => part.get(field).cloned(),
    }
}

/// The same place in other parts: a path inside one of them, for each.
#[must_use]
pub fn spread_to(path: &str, part: &str, parts: &[String]) -> Vec<String> {
    match path.strip_prefix(part) {
        Some(rest) if parts.iter().any(|one| one == part) => {
            parts.iter().map(|other| format!("{other}{rest}")).collect()
        }
        _ => vec![path.to_owned()],
    }
}
