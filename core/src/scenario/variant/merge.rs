//! A group that becomes part of another.

use super::missing;
use crate::document::{Catalogue, Change, PlanDocument, Seat, from_value, to_value, value_at};
use crate::error::{ProblemKind, Problems, Reference};
use crate::plan::Plan;
use serde_json::Value;
use std::collections::BTreeMap;

/// Rounds in which what pointed to the group is turned: each can bring to light what the one before
/// hid.
const ROUNDS: usize = 6;

/// Ends a group: its seats and all that points to it become another's. Its own meetings and offices
/// end with it.
pub(super) fn merge(document: &mut PlanDocument, body: &str, into: &str) -> Result<(), Problems> {
    let here = |id: &str| document.bodies.iter().position(|one| one.id == id);
    let (gone, goes_on) = (here(body), here(into));
    let goes_on = goes_on.ok_or_else(|| missing(Reference::Body, into))?;
    let Some(gone) = gone.filter(|gone| *gone != goes_on) else {
        return Ok(());
    };
    let ended = document.bodies.get(gone).cloned();
    if let (Some(ended), Some(own)) = (ended, document.bodies.get_mut(goes_on)) {
        ended
            .seats
            .iter()
            .for_each(|seat| sit(&mut own.seats, seat));
        if own.parent.as_deref() == Some(body) {
            own.parent = ended.parent;
        }
    }
    document.bodies.remove(gone);
    let turned = turned(document, body, into);
    document.meetings.retain(|one| !is_only(&one.bodies, body));
    document.offices.retain(|one| !is_only(&one.bodies, body));
    *document = follow(document, &turned)?;
    Ok(())
}

/// A seat of the group that ends; people who sit in both sit once.
fn sit(seats: &mut Vec<Seat>, seat: &Seat) {
    let same = |own: &&mut Seat| {
        (&own.of, &own.from_body, &own.role) == (&seat.of, &seat.from_body, &seat.role)
    };
    match seats.iter_mut().find(same) {
        Some(own) => own.count = own.count.max(seat.count),
        None => seats.push(seat.clone()),
    }
}

fn is_only(bodies: &[String], body: &str) -> bool {
    matches!(bodies, [only] if only == body)
}

/// What stands in for each id that ends.
fn turned(document: &PlanDocument, body: &str, into: &str) -> BTreeMap<String, Option<String>> {
    let mut turned = BTreeMap::from([(body.to_owned(), Some(into.to_owned()))]);
    let series = |body| {
        document
            .meetings
            .iter()
            .filter(move |one| is_only(&one.bodies, body))
    };
    let stands_in = series(into).next().map(|one| one.id.clone());
    turned.extend(series(body).map(|one| (one.id.clone(), stands_in.clone())));
    let offices = |body| {
        document
            .offices
            .iter()
            .filter(move |one| is_only(&one.bodies, body))
    };
    for office in offices(body) {
        let same = offices(into).find(|one| one.role == office.role);
        turned.insert(office.id.clone(), same.map(|one| one.id.clone()));
    }
    turned
}

/// Turns every reference to what has ended. The check knows them all: nobody else needs to.
fn follow(
    document: &PlanDocument,
    turned: &BTreeMap<String, Option<String>>,
) -> Result<PlanDocument, Problems> {
    let mut value = to_value(document);
    for _ in 0..ROUNDS {
        let Err(problems) = Plan::check(from_value(&value)?, &Catalogue::empty()) else {
            break;
        };
        // A place that several parts of the plan lead to is told several times.
        let dangling: BTreeMap<(usize, &str), &Option<String>> = problems
            .0
            .iter()
            .filter_map(|problem| match &problem.kind {
                ProblemKind::UnknownReference { id, .. } => {
                    let place = problem.path.as_str();
                    Some(((place.len(), place), turned.get(id)?))
                }
                _ => None,
            })
            .collect();
        if dangling.is_empty() {
            break;
        }
        // From the back – of places in one list the longer is the later – so that what is taken away
        // moves nothing that is still to be turned.
        for ((_, path), stands_in) in dangling.into_iter().rev() {
            turn(&mut value, path, stands_in.as_deref());
        }
    }
    from_value(&value)
}

fn turn(value: &mut Value, path: &str, stands_in: Option<&str>) {
    let Some((list, _)) = path.rsplit_once('/') else {
        return;
    };
    let is_there = |id: &str| match value_at(value, list) {
        Some(Value::Array(list)) => list.iter().any(|one| one.as_str() == Some(id)),
        _ => false,
    };
    match stands_in.filter(|id| !is_there(id)) {
        Some(id) => {
            let path = path.to_owned();
            let set = Change::Set {
                path,
                value: Value::from(id),
            };
            // A place that is gone points nowhere any more.
            let _ = set.apply(value);
        }
        None => end(value, path),
    }
}

/// Takes away what points to nothing, with as little of what it stands in as must go with it.
fn end(value: &mut Value, path: &str) {
    let mut path = path;
    while !path.is_empty() {
        let mut without = value.clone();
        let remove = Change::Remove {
            path: path.to_owned(),
        };
        if remove.apply(&mut without).is_ok() && is_whole(&without) {
            *value = without;
            return;
        }
        path = path.rsplit_once('/').map_or("", |(above, _)| above);
    }
}

/// Whether nothing but references is wrong with a document.
fn is_whole(value: &Value) -> bool {
    let is_reference = |kind: &ProblemKind| matches!(kind, ProblemKind::UnknownReference { .. });
    let checked = from_value(value).and_then(|own| Plan::check(own, &Catalogue::empty()));
    match checked {
        Ok(_) => true,
        Err(problems) => problems.0.iter().all(|one| is_reference(&one.kind)),
    }
}
