//! A part taken away with everything that cannot be without it, and two bodies made into one.
//!
//! What refers to a part is found by checking the document without it.

use super::Refusal;
use crate::document::{Change, differences, key_of, to_value, value_at};
use crate::plan::{Heirs, Plan, settle};
use serde_json::Value;

/// What changes when a part goes with all that refers to it.
pub(super) fn removed(plan: &Plan, path: &str) -> Result<Vec<Change>, Refusal> {
    let before = to_value(plan.document());
    let mut after = before.clone();
    take(&mut after, path)?;
    settle(&mut after, &Heirs::new()).map_err(Refusal::Problems)?;
    Ok(changes(&before, &after))
}

/// What changes when one body becomes part of another: its own meetings go, and whatever named it
/// or them names the other and its meetings.
pub(super) fn merged(plan: &Plan, body: &str, into: &str) -> Result<Vec<Change>, Refusal> {
    let before = to_value(plan.document());
    let known = |id: &str| value_at(&before, &format!("/bodies/{id}")).is_some();
    if body == into || !known(into) {
        return Err(Refusal::NoBody(into.to_owned()));
    }
    if !known(body) {
        return Err(Refusal::NoBody(body.to_owned()));
    }
    let own = |id: &str| -> Vec<String> {
        let series = before.get("meetings").and_then(Value::as_array);
        let alone = |one: &&Value| {
            let bodies = one.get("bodies").and_then(Value::as_array);
            bodies.is_some_and(|bodies| matches!(bodies.as_slice(), [only] if only == id))
        };
        let series = series.into_iter().flatten().filter(alone);
        series.filter_map(key_of).collect()
    };
    let mut heirs = Heirs::from([(body.to_owned(), into.to_owned())]);
    let mut after = before.clone();
    let heir = own(into).into_iter().next();
    for series in own(body) {
        take(&mut after, &format!("/meetings/{series}"))?;
        if let Some(heir) = &heir {
            heirs.insert(series, heir.clone());
        }
    }
    take(&mut after, &format!("/bodies/{body}"))?;
    settle(&mut after, &heirs).map_err(Refusal::Problems)?;
    Ok(changes(&before, &after))
}

fn changes(before: &Value, after: &Value) -> Vec<Change> {
    let found = differences(before, after).into_iter();
    found.map(|one| one.change).collect()
}

fn take(value: &mut Value, path: &str) -> Result<(), Refusal> {
    let change = Change::Remove {
        path: path.to_owned(),
    };
    change.apply(value).map_err(Refusal::Problems)
}
