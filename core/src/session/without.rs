//! A part taken away with everything that cannot be without it, and two bodies made into one.
//!
//! What refers to a part is found by checking the document without it: the checker knows every
//! reference there is, and a second list of them would go stale.

use super::Refusal;
use crate::document::{Catalogue, Change, differences, from_value, key_of, to_value, value_at};
use crate::error::{Problem, ProblemKind, Problems, Reference};
use crate::plan::Plan;
use serde_json::Value;
use std::collections::BTreeMap;

/// Rounds after which nothing more is tried. Each takes something away, and parts that hang from one
/// another are few.
const ROUNDS: usize = 64;

/// What stands in the place of an id that is gone; nothing when nothing does.
type Heirs = BTreeMap<String, String>;

/// What changes when a part goes with all that refers to it.
pub(super) fn removed(plan: &Plan, path: &str) -> Result<Vec<Change>, Refusal> {
    let before = to_value(plan.document());
    let mut after = before.clone();
    take(&mut after, path)?;
    settle(&mut after, &Heirs::new())?;
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
    settle(&mut after, &heirs)?;
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

/// Gives what is gone its heir or takes what named it away, until the document is a plan again.
fn settle(value: &mut Value, heirs: &Heirs) -> Result<(), Refusal> {
    for _ in 0..ROUNDS {
        let problems = problems(value);
        let dangling =
            |problem: &&Problem| matches!(problem.kind, ProblemKind::UnknownReference { .. });
        // From the end, so that the numbers in the paths that are left stay true.
        let named: Vec<&Problem> = problems.0.iter().rev().filter(dangling).collect();
        match (problems.0.last(), named.is_empty()) {
            (None, _) => return Ok(()),
            (Some(last), true) if last.path.is_empty() => return Err(Refusal::Problems(problems)),
            (Some(last), true) => {
                let path = standing(value, &last.path).to_owned();
                take(value, &path)?;
            }
            (Some(_), false) => {
                for problem in named {
                    rename(value, problem, heirs)?;
                }
            }
        }
    }
    Err(Refusal::Problems(problems(value)))
}

/// The path itself, or that of what lacks it: a field that must be there has gone.
fn standing<'a>(value: &Value, path: &'a str) -> &'a str {
    let mut path = path;
    while value_at(value, path).is_none() {
        let Some((above, _)) = path.rsplit_once('/') else {
            break;
        };
        path = above;
    }
    path
}

/// What keeps the document from being a plan. The catalogue of duties is not asked: no part of a
/// plan is in it.
fn problems(value: &Value) -> Problems {
    let found = from_value(value).and_then(|document| Plan::check(document, &Catalogue::empty()));
    let mut found = found.err().unwrap_or_default();
    let is_duty = |problem: &Problem| {
        let ProblemKind::UnknownReference { what, .. } = &problem.kind else {
            return false;
        };
        *what == Reference::Duty
    };
    found.0.retain(|problem| !is_duty(problem));
    found
}

/// Lets a reference name the heir of what is gone, or takes it away.
fn rename(value: &mut Value, problem: &Problem, heirs: &Heirs) -> Result<(), Refusal> {
    let path = problem.path.as_str();
    let heir = match &problem.kind {
        ProblemKind::UnknownReference { id, .. } => heirs.get(id),
        _ => None,
    };
    let list = path
        .rsplit_once('/')
        .and_then(|(list, _)| value_at(value, list)?.as_array());
    let is_there = |heir: &String| list.is_some_and(|list| list.iter().any(|one| one == heir));
    match heir {
        Some(heir) if !is_there(heir) => {
            let change = Change::Set {
                path: path.to_owned(),
                value: heir.as_str().into(),
            };
            change.apply(value).map_err(Refusal::Problems)
        }
        // What it stood in may have gone in the same round.
        _ if value_at(value, path).is_none() => Ok(()),
        _ => take(value, path),
    }
}
