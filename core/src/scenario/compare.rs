//! One scenario against another.

use super::{Assumptions, Load, Scenario, measure};
use crate::calendar::{Entry, EntryKind, EntryStatus};
use crate::document::Text;
use crate::findings::Finding;
use crate::order::Order;
use crate::text;
use crate::time::{DateRange, Lang, Time};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What has become of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone, or cancelled.
    Removed,
    /// It has other days.
    Moved,
    /// It has another time of day or length.
    Retimed,
}

impl What {
    /// Name in data: `added`, `moved` and so on.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Retimed => "retimed",
        }
    }
}

/// An entry that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct DateChange {
    /// Its stable id.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Title.
    pub title: Text,
    /// What has become of it.
    pub what: What,
    /// Days before; nothing for what is new.
    pub before: Option<DateRange>,
    /// Days after; nothing for what is gone.
    pub after: Option<DateRange>,
}

/// Load of a body, a principal or a role in both scenarios.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadChange {
    /// Before; nothing for what is new.
    pub before: Option<Load>,
    /// After; nothing for what is gone.
    pub after: Option<Load>,
}

/// What differs between two scenarios.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Entries that differ, by day.
    pub dates: Vec<DateChange>,
    /// Findings that are gone.
    pub solved: Vec<Finding>,
    /// Findings that are new.
    pub found: Vec<Finding>,
    /// Load of every body.
    pub bodies: Vec<LoadChange>,
    /// Load of every principal.
    pub principals: Vec<LoadChange>,
    /// Load of every role.
    pub roles: Vec<LoadChange>,
}

/// What comes of a change: dates and findings that differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consequences {
    /// Entries that differ, by day.
    pub dates: Vec<DateChange>,
    /// Findings that are gone.
    pub solved: Vec<Finding>,
    /// Findings that are new.
    pub found: Vec<Finding>,
}

/// What becomes different with the second of two scenarios, load left out: quick enough to be asked
/// while a meeting is led along its lane.
#[must_use]
pub fn consequences(before: &Scenario, after: &Scenario) -> Consequences {
    Consequences {
        dates: dates(before, after),
        solved: missing_in(before, after),
        found: missing_in(after, before),
    }
}

/// Compares two scenarios: what becomes different with the second.
///
/// Entries are the same when their ids are. Findings are the same when they say the same about the
/// same entry and days.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::scenario::{Assumptions, Scenario, compare, read_change, variant};
/// use planning_wheel::time::DateRange;
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let scenario = |changes: &[_]| {
///     let plan = variant(&document, changes, &Catalogue::empty()).unwrap();
///     Scenario::new(plan, DateRange::year(2027).unwrap())
/// };
/// let with = read_change(r#"activities=[{"id":"dag","title":"Dag","rule":{"on":{"day":"05-04"}}}]"#);
/// let found = compare(&scenario(&[]), &scenario(&[with.unwrap()]), &Assumptions::default());
/// assert_eq!(found.dates.len(), 1);
/// assert_eq!(found.dates[0].what.id(), "added");
/// ```
#[must_use]
pub fn compare(before: &Scenario, after: &Scenario, assumptions: &Assumptions) -> Comparison {
    let (one, other) = (measure(before, assumptions), measure(after, assumptions));
    let Consequences {
        dates,
        solved,
        found,
    } = consequences(before, after);
    Comparison {
        dates,
        solved,
        found,
        bodies: pairs(one.bodies, other.bodies),
        principals: pairs(one.principals, other.principals),
        roles: pairs(one.roles, other.roles),
    }
}

/// What must be the same for an entry to be unchanged.
fn place(entry: &Entry) -> (DateRange, Option<Time>, Option<u16>) {
    (entry.range(), entry.time, entry.minutes)
}

fn held(scenario: &Scenario) -> BTreeMap<&str, &Entry> {
    let entries = scenario.outcome().calendar().entries().iter();
    let held = entries.filter(|entry| entry.status != EntryStatus::Cancelled);
    held.map(|entry| (entry.id.as_str(), entry)).collect()
}

fn dates(before: &Scenario, after: &Scenario) -> Vec<DateChange> {
    let (before, after) = (held(before), held(after));
    let change = |entry: &Entry, what, before: Option<&Entry>, after: Option<&Entry>| DateChange {
        id: entry.id.clone(),
        kind: entry.kind,
        title: entry.title.clone(),
        what,
        before: before.map(Entry::range),
        after: after.map(Entry::range),
    };
    let mut found = Vec::new();
    for (id, old) in &before {
        match after.get(id) {
            None => found.push(change(old, What::Removed, Some(old), None)),
            Some(new) if place(old) == place(new) => {}
            Some(new) => {
                let same_days = old.range() == new.range();
                let what = if same_days {
                    What::Retimed
                } else {
                    What::Moved
                };
                found.push(change(new, what, Some(old), Some(new)));
            }
        }
    }
    let new = after.iter().filter(|(id, _)| !before.contains_key(*id));
    found.extend(new.map(|(_, new)| change(new, What::Added, None, Some(new))));
    found.order_by(|a, b| (first_day(a), &a.id).cmp(&(first_day(b), &b.id)));
    found
}

fn first_day(change: &DateChange) -> Option<NaiveDate> {
    change.before.or(change.after).map(|days| days.start)
}

/// Findings of one scenario that the other does not have.
fn missing_in(of: &Scenario, other: &Scenario) -> Vec<Finding> {
    let key = |finding: &Finding, scenario: &Scenario| {
        let words = text::finding(finding, scenario.plan(), Lang::Sv);
        (
            finding.kind.id(),
            finding.entry.clone(),
            finding.range,
            words,
        )
    };
    let theirs: Vec<_> = other.findings().iter().map(|one| key(one, other)).collect();
    let own = of.findings().iter();
    own.filter(|one| !theirs.contains(&key(one, of)))
        .cloned()
        .collect()
}

fn pairs(before: Vec<Load>, after: Vec<Load>) -> Vec<LoadChange> {
    let mut pairs: Vec<LoadChange> = Vec::with_capacity(after.len());
    let mut left: Vec<Option<Load>> = before.into_iter().map(Some).collect();
    for load in after {
        let same = left
            .iter_mut()
            .find(|one| one.as_ref().is_some_and(|one| one.id == load.id));
        pairs.push(LoadChange {
            before: same.and_then(Option::take),
            after: Some(load),
        });
    }
    pairs.extend(left.into_iter().flatten().map(|load| LoadChange {
        before: Some(load),
        after: None,
    }));
    pairs
}
