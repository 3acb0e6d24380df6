//! One plan, many ranges: the same days, whatever is asked for.

use super::variation::plans;
use planning_wheel::calendar::{Calendar, Entry, EntryKind, Relation};
use planning_wheel::compute::compute;
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, MAX_YEAR, MIN_YEAR, add_days};
use planning_wheel_tests::{AGREEMENTS, new_year, plan};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A range of days, and a part of it.
fn nested() -> impl Strategy<Value = (DateRange, DateRange)> {
    let near = (-1000..4000_i64).prop_map(|days| add_days(new_year(2026), days));
    let far =
        (MIN_YEAR..=MAX_YEAR, 0..365_i64).prop_map(|(year, days)| add_days(new_year(year), days));
    let start = prop_oneof![6 => near, 1 => far];
    let length = prop_oneof![2 => 1..60_i64, 2 => 60..800_i64, 1 => 800..2500_i64];
    let years = (MIN_YEAR..=2040, 0..5_i32)
        .prop_map(|(year, more)| years(year.max(2020), year.max(2020) + more));
    let outer = prop_oneof![
        3 => (start, length).prop_map(|(start, length)| clipped(start, length)),
        1 => years,
    ];
    (
        outer,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
    )
        .prop_map(|(outer, from, length)| {
            let days = usize::try_from(outer.days()).unwrap();
            let from = i64::try_from(from.index(days)).unwrap();
            let left = usize::try_from(outer.days() - from).unwrap();
            let start = add_days(outer.start, from);
            let end = add_days(start, 1 + i64::try_from(length.index(left)).unwrap());
            (outer, DateRange { start, end })
        })
}

fn years(first: i32, last: i32) -> DateRange {
    DateRange::years(first, last).unwrap()
}

fn clipped(start: chrono::NaiveDate, length: i64) -> DateRange {
    let end = add_days(start, length).min(new_year(MAX_YEAR + 1));
    DateRange {
        start,
        end: end.max(add_days(start, 1)),
    }
}

/// What holds for every calendar.
fn is_well_formed(calendar: &Calendar) -> Result<(), TestCaseError> {
    let range = calendar.range();
    let order = |entry: &Entry| {
        (
            entry.start,
            EntryKind::ALL.iter().position(|kind| *kind == entry.kind),
            entry.time,
            entry.id.clone(),
        )
    };
    let mut ids = BTreeSet::new();
    for entry in calendar.entries() {
        prop_assert!(entry.start < entry.end, "{} is empty", entry.id);
        prop_assert!(
            entry.start < range.end && range.start < entry.end,
            "{} lies outside",
            entry.id
        );
        prop_assert!(ids.insert(&entry.id), "{} is there twice", entry.id);
        let there = |id: &str| calendar.get(id).is_none_or(|at| at.start == entry.start);
        prop_assert!(
            entry.related(Relation::At).is_none_or(there),
            "{} has another day than what it takes place at",
            entry.id
        );
    }
    prop_assert!(
        calendar
            .entries()
            .windows(2)
            .all(|pair| order(&pair[0]) < order(&pair[1])),
        "not in order"
    );
    Ok(())
}

/// The first entry that two calendars do not share.
fn difference<'a>(
    one: &'a Calendar,
    other: &'a Calendar,
) -> Option<(&'a Entry, Option<&'a Entry>)> {
    let lacks = |a: &'a Calendar, b: &'a Calendar| {
        let odd = a
            .entries()
            .iter()
            .find(|entry| b.get(&entry.id) != Some(entry))?;
        Some((odd, b.get(&odd.id)))
    };
    lacks(one, other).or_else(|| lacks(other, one))
}

fn parts_agree(plan: &Plan, outer: DateRange, inner: DateRange) -> Result<(), TestCaseError> {
    let whole = compute(plan, outer);
    is_well_formed(whole.calendar())?;
    let part = compute(plan, inner);
    is_well_formed(part.calendar())?;
    let cut = whole.calendar().restrict(inner);
    if cut != *part.calendar() {
        let odd = difference(&cut, part.calendar());
        return Err(TestCaseError::fail(format!(
            "{outer:?} and {inner:?} disagree: {odd:#?}"
        )));
    }
    let again = compute(plan, outer);
    prop_assert_eq!(again.calendar(), whole.calendar(), "the same again");
    prop_assert_eq!(again.trouble(), whole.trouble());
    prop_assert_eq!(findings(plan, &again), findings(plan, &whole));
    Ok(())
}

proptest! {
    #![proptest_config(super::config(60))]

    #[test]
    fn a_part_of_a_range_is_the_part_of_its_calendar(which in 0..AGREEMENTS.len(), (outer, inner) in nested()) {
        parts_agree(&plan(AGREEMENTS[which]), outer, inner)?;
    }
}

proptest! {
    #![proptest_config(super::config(400))]

    #[test]
    fn and_so_it_is_for_variations(plan in plans(6), (outer, inner) in nested()) {
        parts_agree(&plan.value, outer, inner)?;
    }
}

#[test]
fn every_year_is_its_part_of_all_years() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let all = compute(&plan, years(2026, 2100)).into_calendar();
        for year in [2026, 2027, 2030, 2031, 2032, 2048, 2099, 2100] {
            let range = years(year, year);
            let one = compute(&plan, range).into_calendar();
            assert_eq!(
                difference(&all.restrict(range), &one),
                None,
                "{name} {year}"
            );
        }
    }
}
