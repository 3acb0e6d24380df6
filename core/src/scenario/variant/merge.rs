//! A group that becomes part of another.

use super::missing;
use crate::document::{PlanDocument, Seat, from_value, to_value};
use crate::error::{Problems, Reference};
use crate::plan::{Heirs, settle};

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
    let mut value = to_value(document);
    settle(&mut value, &turned)?;
    *document = from_value(&value)?;
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

/// What stands in for each id that ends; nothing for what the other group has nothing like.
fn turned(document: &PlanDocument, body: &str, into: &str) -> Heirs {
    let mut turned = Heirs::from([(body.to_owned(), into.to_owned())]);
    let series = |body| {
        let all = document.meetings.iter();
        all.filter(move |one| is_only(&one.bodies, body))
    };
    if let Some(stands_in) = series(into).next() {
        turned.extend(series(body).map(|one| (one.id.clone(), stands_in.id.clone())));
    }
    let offices = |body| {
        let all = document.offices.iter();
        all.filter(move |one| is_only(&one.bodies, body))
    };
    for office in offices(body) {
        if let Some(same) = offices(into).find(|one| one.role == office.role) {
            turned.insert(office.id.clone(), same.id.clone());
        }
    }
    turned
}
