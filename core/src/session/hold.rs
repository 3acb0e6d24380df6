//! Who holds an office in a period, said by hand.

use super::Refusal;
use crate::compute::offices::{OfficePeriod, office_id, office_periods, office_title};
use crate::document::{Change, Held, Text};
use crate::plan::{Office, Plan};
use crate::time::{MAX_YEAR, MIN_YEAR};
use chrono::Datelike;

/// An office in a period, as far as somebody chooses who holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Its title: "Vice ordförande NSO 2027".
    pub title: Text,
    /// Who can hold it: ids and titles of principals and sides, in the plan's order.
    pub holders: Vec<(String, Text)>,
    /// Id of the one that is said by hand.
    pub held: Option<String>,
}

/// The office and the period that an entry shows; nothing for entries of another kind.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, parse}, plan::Plan, session::seat};
/// let text = br#"{ "format": "planning-wheel/1", "id": "nso", "title": "NSO", "first_year": 2026,
///   "principals": [{ "id": "nybro", "name": "Nybro", "kind": "municipality" }],
///   "bodies": [{ "id": "board", "name": "Styrelsen", "level": "political" }],
///   "offices": [{ "id": "chair", "bodies": ["board"], "role": "chair", "term": { "years": 1 } }] }"#;
/// let plan = Plan::check(parse(text).unwrap().document, &Catalogue::empty()).unwrap();
/// let seat = seat(&plan, "chair/2027").unwrap();
/// assert_eq!((seat.holders.len(), seat.held), (1, None));
/// ```
#[must_use]
pub fn seat(plan: &Plan, entry: &str) -> Option<Seat> {
    let (office, period) = find(plan, entry)?;
    let title = |id: &str, title: &Text| (id.to_owned(), title.clone());
    let principals = plan.document().principals.iter();
    let principals = principals.map(|one| title(&one.id, &one.name));
    let sides = plan.document().sides.iter();
    let sides = sides.map(|one| title(&one.id, &one.title));
    let year = period.range.start.year();
    let held = office.held().iter().find(|(from, _)| *from == year);
    Some(Seat {
        title: office_title(plan, office, &period),
        holders: match office.turns().as_slice() {
            [] => principals.chain(sides).collect(),
            turns => turns
                .iter()
                .map(|one| title(one.id(), one.title()))
                .collect(),
        },
        held: held.map(|(_, holder)| holder.id().to_owned()),
    })
}

fn find<'a>(plan: &'a Plan, entry: &str) -> Option<(&'a Office, OfficePeriod)> {
    plan.offices().iter().find_map(|office| {
        let rest = entry.strip_prefix(office.id().as_str())?;
        rest.strip_prefix('/')?;
        let mut periods = office_periods(plan, office, MIN_YEAR, MAX_YEAR).into_iter();
        let period = periods.find(|period| office_id(office, period) == entry)?;
        Some((office, period))
    })
}

/// What it changes in the document that somebody holds an office, or that nobody is said to.
pub(super) fn changes(plan: &Plan, entry: &str, by: Option<&str>) -> Result<Vec<Change>, Refusal> {
    let missing = || Refusal::NoOffice(entry.to_owned());
    let (office, period) = find(plan, entry).ok_or_else(missing)?;
    let spec = office.spec();
    let body = plan.body(office.body()).id();
    let year = period.range.start.year();
    let several = spec.bodies.len() > 1;
    let is_own = |one: &Held| {
        let of_body = one.body.as_deref().map_or(!several, |named| named == body);
        one.from_year == year && of_body
    };
    // From the last on, so that those before keep their numbers.
    let known = spec.held.iter().enumerate().rev();
    let own = known.filter(|(_, one)| is_own(one));
    let mut changes: Vec<Change> = own
        .map(|(at, _)| Change::Remove {
            path: format!("{}/held/{at}", office.path()),
        })
        .collect();
    if let Some(by) = by {
        let held = Held {
            from_year: year,
            body: several.then(|| body.to_owned()),
            by: by.to_owned(),
        };
        // Before one that is said for all bodies: the first counts.
        changes.push(Change::Insert {
            path: format!("{}/held", office.path()),
            at: 0,
            // A holder has nothing that JSON cannot.
            value: serde_json::to_value(held).unwrap_or_default(),
        });
    }
    Ok(changes)
}
