//! Which entries of a calendar are asked for.

use super::{Entry, EntryKind};
use crate::plan::{BodyId, Plan, PrincipalId};

/// Which entries somebody asks for; an empty list means every one of them.
///
/// # Example
/// ```
/// use planning_wheel::calendar::{Choice, EntryKind};
/// use planning_wheel::{compute::compute, document, plan::Plan, time::DateRange};
/// let file = br#"{
///   "format": "planning-wheel/1", "id": "p", "title": "P", "first_year": 2026,
///   "levels": [{ "id": "politik", "title": "Politik" }],
///   "principals": [{ "id": "kommun", "name": "Kommunen", "kind": "municipality" },
///                  { "id": "region", "name": "Regionen", "kind": "region" }],
///   "bodies": [{ "id": "presidium", "name": "Presidiet", "level": "politik",
///                "seats": [{ "of": ["kommun"], "role": "chair", "count": 1 }] }],
///   "meetings": [{ "id": "moten", "bodies": ["presidium"], "count": { "per": "year", "min": 0 },
///                  "days": { "fixed": ["2027-03-03"] } }]
/// }"#;
/// let plan = Plan::check(document::parse(file)?.document, &document::Catalogue::empty())?;
/// let calendar = compute(&plan, DateRange::year(2027).unwrap()).into_calendar();
/// let of = |id| Choice {
///     kinds: vec![EntryKind::Meeting],
///     principals: vec![plan.principal_by_id(id).unwrap()],
///     ..Choice::default()
/// };
/// assert_eq!(calendar.chosen(&plan, &of("kommun")).len(), 1);
/// assert_eq!(calendar.chosen(&plan, &of("region")).len(), 0);
/// # Ok::<(), planning_wheel::error::Problems>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Kinds of entries.
    pub kinds: Vec<EntryKind>,
    /// Bodies of which an entry concerns at least one.
    pub bodies: Vec<BodyId>,
    /// Principals of which an entry [concerns](Entry::concerns) at least one.
    pub principals: Vec<PrincipalId>,
}

impl Choice {
    /// True when an entry is asked for.
    #[must_use]
    pub fn takes(&self, plan: &Plan, entry: &Entry) -> bool {
        let (kinds, bodies, principals) = (&self.kinds, &self.bodies, &self.principals);
        let concerns = |one: &PrincipalId| entry.concerns(plan, *one);
        (kinds.is_empty() || kinds.contains(&entry.kind))
            && (bodies.is_empty() || bodies.iter().any(|id| entry.bodies.contains(id)))
            && (principals.is_empty() || principals.iter().any(concerns))
    }
}
