//! What the tests of the four agreements ask of their calendars.

use crate::{days_of, findings_of, new_year};
use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::{Calendar, Entry, EntryKind};
use planning_wheel::compute::Outcome;
use planning_wheel::findings::{Finding, Severity, findings};
use planning_wheel::plan::Plan;
use planning_wheel::time::add_days;
use std::collections::BTreeSet;

/// Days of a body's meetings in a year.
///
/// # Panics
/// When the plan has no such body.
#[must_use]
pub fn meeting_days(plan: &Plan, calendar: &Calendar, body: &str, year: i32) -> Vec<NaiveDate> {
    let mut days = days_of(plan, calendar, body, EntryKind::Meeting);
    days.retain(|day| day.year() == year);
    days
}

/// The one finding of a kind.
///
/// # Panics
/// When there is none, or more than one.
#[must_use]
pub fn only(plan: &Plan, outcome: &Outcome, kind: &str) -> Finding {
    let mut found = findings_of(plan, outcome, kind);
    assert_eq!(found.len(), 1, "one finding {kind}, found {found:#?}");
    found.remove(0)
}

/// Places in their sources that a finding names.
#[must_use]
pub fn sections(finding: &Finding) -> BTreeSet<&str> {
    let sources = finding.sources.iter();
    sources.map(|source| source.section.as_str()).collect()
}

/// Ids of the entries that findings are about.
#[must_use]
pub fn entries_of(found: &[Finding]) -> BTreeSet<&str> {
    let entries = found.iter().map(|finding| finding.entry.as_deref());
    entries.flatten().collect()
}

/// An entry runs from the first day of one year to the last of another.
///
/// # Panics
/// When it does not.
pub fn assert_period(entry: &Entry, first: i32, last: i32) {
    assert_eq!(
        (entry.start, entry.last_day()),
        (new_year(first), add_days(new_year(last + 1), -1)),
        "{} should run from 1 January {first} to 31 December {last}",
        entry.id
    );
}

/// An entry names a place in its sources.
///
/// # Panics
/// When it does not.
pub fn assert_cites(entry: &Entry, section: &str) {
    assert!(
        entry.sources.iter().any(|source| source.section == section),
        "{} should cite {section}: {:?}",
        entry.id,
        entry.sources
    );
}

/// Nothing in a plan's calendar is an error.
///
/// # Panics
/// When something is.
pub fn assert_no_errors(plan: &Plan, outcome: &Outcome) {
    let mut errors: Vec<Finding> = findings(plan, outcome).iter().cloned().collect();
    errors.retain(|finding| finding.severity == Severity::Error);
    assert_eq!(errors, [], "nothing should be wrong");
}
