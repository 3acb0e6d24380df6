//! A document from which something has gone, made a plan again.
//!
//! What refers to what is gone is found by checking the document without it: the checker knows every
//! reference there is, and a second list of them would go stale.

use super::Plan;
use crate::document::{Catalogue, Change, from_value, value_at};
use crate::error::{Problem, ProblemKind, Problems, Reference};
use serde_json::Value;
use std::collections::BTreeMap;

/// Rounds after which nothing more is tried. Each takes something away, and parts that hang from one
/// another are few.
const ROUNDS: usize = 64;

/// What stands in the place of an id that is gone; nothing when nothing does.
pub(crate) type Heirs = BTreeMap<String, String>;

fn take(value: &mut Value, path: &str) -> Result<(), Problems> {
    let path = path.to_owned();
    Change::Remove { path }.apply(value)
}

/// Gives what is gone its heir or takes what named it away, until the document is a plan again.
pub(crate) fn settle(value: &mut Value, heirs: &Heirs) -> Result<(), Problems> {
    for _ in 0..ROUNDS {
        let problems = problems(value);
        let dangling =
            |problem: &&Problem| matches!(problem.kind, ProblemKind::UnknownReference { .. });
        // From the end, so that the numbers in the paths that are left stay true.
        let mut named: Vec<&Problem> = Vec::new();
        for problem in problems.0.iter().rev().filter(dangling) {
            // A place that several parts lead to is told several times.
            if named.iter().all(|one| one.path != problem.path) {
                named.push(problem);
            }
        }
        match (problems.0.last(), named.is_empty()) {
            (None, _) => return Ok(()),
            (Some(last), true) if last.path.is_empty() => return Err(problems),
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
    Err(problems(value))
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
fn rename(value: &mut Value, problem: &Problem, heirs: &Heirs) -> Result<(), Problems> {
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
            change.apply(value)
        }
        // What it stood in may have gone in the same round.
        _ if value_at(value, path).is_none() => Ok(()),
        _ => take(value, path),
    }
}
