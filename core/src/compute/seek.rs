//! Finding an entry by its id, whatever its year.

use super::compute;
use crate::calendar::{Calendar, Entry};
use crate::plan::Plan;
use crate::time::{DateRange, MAX_YEAR, MIN_YEAR};

/// Years around those that an id names in which its entry may lie.
const AROUND: i32 = 5;

/// What came of looking for an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Sought {
    /// The entry, and the calendar around it.
    Found(Calendar, Box<Entry>),
    /// There is none; the ids of the years in which it would most likely have been.
    Missing(Vec<String>),
}

/// Looks for an entry, also among those that each principal does on its own.
///
/// # Example
/// ```
/// use planning_wheel::{compute::{Sought, seek}, document::{Catalogue, PlanDocument}, plan::Plan};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let Sought::Found(_, election) = seek(&plan, "election/2034") else { panic!() };
/// assert_eq!(election.start.to_string(), "2034-09-10");
/// assert!(matches!(seek(&plan, "election/2035"), Sought::Missing(_)));
/// ```
#[must_use]
pub fn seek(plan: &Plan, id: &str) -> Sought {
    let mut first = None;
    for range in [near(id), DateRange::years(MIN_YEAR, MAX_YEAR)] {
        let Some(range) = range else { continue };
        let calendar = compute(plan, range).into_calendar();
        let own = || calendar.per_principal(plan, &[]).get(id).cloned();
        if let Some(entry) = calendar.get(id).cloned().or_else(own) {
            return Sought::Found(calendar, Box::new(entry));
        }
        first.get_or_insert_with(|| ids(&calendar));
    }
    Sought::Missing(first.unwrap_or_default())
}

fn ids(calendar: &Calendar) -> Vec<String> {
    let entries = calendar.entries().iter();
    entries.map(|entry| entry.id.clone()).collect()
}

/// The years around those that an id names; nothing when it names none.
fn near(id: &str) -> Option<DateRange> {
    let years = id
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse::<i32>().ok())
        .filter(|year| (MIN_YEAR..=MAX_YEAR).contains(year));
    let (first, last) = (years.clone().min()?, years.max()?);
    DateRange::years(
        (first - AROUND).max(MIN_YEAR),
        (last + AROUND).min(MAX_YEAR),
    )
}
