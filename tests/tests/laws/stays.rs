//! What a change leaves where it was.

use super::variation::{check, plans};
use planning_wheel::calendar::EntryKind;
use planning_wheel::compute::{Outcome, compute};
use planning_wheel::document::{
    DayFinding, Edit, MeetingSeries, PlanDocument, PublishedDay, PublishedYear, Text,
};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Day, Time, Weekday, add_days};
use planning_wheel_tests::{AGREEMENTS, document_of, plan};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::BTreeSet;

fn years(first: i32, last: i32) -> DateRange {
    DateRange::years(first, last).unwrap()
}

/// Period, name and day of every meeting of a series in some years.
fn days_of(
    plan: &Plan,
    outcome: &Outcome,
    series: usize,
    range: DateRange,
) -> Vec<(String, String, chrono::NaiveDate)> {
    let id = plan
        .placement_order()
        .iter()
        .find(|id| id.index() == series)
        .unwrap();
    let days = outcome.schedule().of_series(*id);
    days.occurrences
        .iter()
        .filter(|one| range.contains(one.date))
        .map(|one| {
            (
                days.periods[one.period].key.clone(),
                one.name.clone(),
                one.date,
            )
        })
        .collect()
}

/// Series that a rule ties to one: it waits for it, counts its meetings, takes
/// over from it, or is placed after it and shares people with it.
fn tied_to(plan: &Plan, changed: usize) -> BTreeSet<usize> {
    let order: Vec<usize> = plan.placement_order().iter().map(|id| id.index()).collect();
    let place = |series: usize| order.iter().position(|one| *one == series).unwrap();
    let waits_for = |series: usize| -> Vec<usize> {
        let one = &plan.series()[series];
        let windows = one.windows().iter();
        let windows =
            windows.flat_map(|window| window.before_each().into_iter().chain(window.after()));
        let beside = one
            .clashes()
            .iter()
            .copied()
            .filter(|other| place(other.index()) < place(series));
        let all = windows
            .chain(one.continues())
            .chain(one.joint().iter().copied())
            .chain(beside);
        all.map(|id| id.index()).collect()
    };
    let mut tied = BTreeSet::from([changed]);
    for &series in &order {
        if waits_for(series).iter().any(|other| tied.contains(other)) {
            tied.insert(series);
        }
    }
    tied
}

/// A change of when a series meets, one that the check lets through.
#[derive(Clone, Debug)]
enum Shift {
    More(u8),
    Weekday(Weekday),
    Time(u8),
    Gap(u16),
}

fn shift() -> impl Strategy<Value = Shift> {
    prop_oneof![
        (1..4_u8).prop_map(Shift::More),
        select(vec![
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Friday
        ])
        .prop_map(Shift::Weekday),
        (8..18_u8).prop_map(Shift::Time),
        (2..50_u16).prop_map(Shift::Gap),
    ]
}

fn apply(shift: &Shift, series: &mut MeetingSeries) {
    let count = &mut series.count;
    match (shift, &mut series.days) {
        (Shift::More(more), _) => {
            for number in [&mut count.min, &mut count.max, &mut count.target] {
                *number = number.map(|number| number + more);
            }
        }
        (Shift::Weekday(weekday), DayFinding::Spread(spread)) => {
            spread.weekdays = vec![*weekday];
            spread.prefer = Some(*weekday);
        }
        (Shift::Gap(days), DayFinding::Spread(spread)) => spread.min_gap_days = Some(*days),
        (Shift::Time(hour), _) => series.time = Time::new(*hour, 0),
        _ => {}
    }
}

fn others_stay(plan: &Plan, changed: usize, shift: &Shift) -> Result<usize, TestCaseError> {
    let range = years(2026, 2031);
    let mut document = plan.document().clone();
    let path = plan.series()[changed].path().clone();
    let place: usize = path.rsplit('/').next().unwrap().parse().unwrap();
    apply(shift, &mut document.meetings[place]);
    let Ok(after) = check(document) else {
        return Ok(0);
    };
    let (one, other) = (compute(plan, range), compute(&after, range));
    // A written series of several bodies becomes several, and all of them change.
    let changed = (0..plan.series().len()).filter(|at| *plan.series()[*at].path() == path);
    let tied: BTreeSet<usize> = changed.flat_map(|at| tied_to(plan, at)).collect();
    let untied: Vec<usize> = (0..plan.series().len())
        .filter(|at| !tied.contains(at))
        .collect();
    for &series in &untied {
        let id = plan.series()[series].id();
        prop_assert_eq!(
            days_of(plan, &one, series, range),
            days_of(plan, &other, series, range),
            "{} moved with {}",
            id,
            path
        );
    }
    Ok(untied.len())
}

proptest! {
    #![proptest_config(super::config(150))]

    #[test]
    fn changing_one_series_moves_no_other(varied in plans(4), at in any::<Index>(), shift in shift()) {
        let plan = varied.value;
        prop_assume!(!plan.series().is_empty());
        others_stay(&plan, at.index(plan.series().len()), &shift)?;
    }

    #[test]
    fn a_moved_meeting_keeps_its_id_and_moves_no_other(which in 0..AGREEMENTS.len(), at in any::<Index>(), by in 1..6_i64) {
        let document = document_of(AGREEMENTS[which]);
        let before = plan(AGREEMENTS[which]);
        let year = compute(&before, years(2027, 2027)).into_calendar();
        let meetings: Vec<_> = year.of_kind(EntryKind::Meeting).collect();
        let meeting = meetings[at.index(meetings.len())];
        let moved = moved(&document, &before, &meeting.id, meeting.start, add_days(meeting.start, by));
        let after = compute(&check(moved).unwrap(), years(2027, 2027)).into_calendar();
        for entry in year.of_kind(EntryKind::Meeting) {
            let now = after.get(&entry.id);
            prop_assert!(now.is_some(), "{} is gone", entry.id);
            let (day, from) = now.map(|now| (now.start, now.moved_from)).unwrap();
            if entry.id == meeting.id {
                prop_assert_eq!((day, from), (add_days(entry.start, by), Some(entry.start)));
            } else if same_series(&entry.id, &meeting.id) {
                prop_assert_eq!(day, entry.start, "{} moved with {}", entry.id, meeting.id);
            }
        }
    }
}

fn same_series(one: &str, other: &str) -> bool {
    one.split('/').next() == other.split('/').next()
}

/// The document with one meeting moved by hand.
fn moved(
    document: &PlanDocument,
    plan: &Plan,
    id: &str,
    from: chrono::NaiveDate,
    to: chrono::NaiveDate,
) -> PlanDocument {
    let mut document = document.clone();
    let (series, meeting) = id.split_once('/').unwrap();
    let series = plan.series().iter().find(|one| one.id() == series).unwrap();
    let place: usize = series.path().rsplit('/').next().unwrap().parse().unwrap();
    // One body's meeting alone, also where the series is written for several.
    let occurrence = match series.spec().joint {
        true => meeting.to_owned(),
        false => format!("{}/{meeting}", plan.body(series.bodies()[0]).id()),
    };
    document.meetings[place].edits.push(Edit::Move {
        occurrence,
        from: Day(from),
        to: Day(to),
        reason: Text::from("lokalen är upptagen"),
    });
    document
}

/// The document with the days of a year fixed as they are now.
fn published(plan: &Plan, year: i32) -> PlanDocument {
    let calendar = compute(plan, years(year, year)).into_calendar();
    let days = calendar
        .of_kind(EntryKind::Meeting)
        .map(|entry| PublishedDay {
            id: entry.id.clone(),
            date: Day(entry.start),
            time: entry.time,
        });
    let mut document = plan.document().clone();
    document.published = vec![PublishedYear {
        year,
        on: None,
        days: days.collect(),
    }];
    document
}

proptest! {
    #![proptest_config(super::config(100))]

    #[test]
    fn published_days_stay_when_the_rules_change(which in 0..AGREEMENTS.len(), at in any::<Index>(), shift in shift()) {
        let before = plan(AGREEMENTS[which]);
        let mut document = published(&before, 2027);
        let place = at.index(document.meetings.len());
        apply(&shift, &mut document.meetings[place]);
        let Ok(after) = check(document) else { return Ok(()) };
        let (one, other) = (compute(&before, years(2027, 2027)), compute(&after, years(2027, 2027)));
        for (at, series) in before.series().iter().enumerate() {
            let days = days_of(&before, &one, at, years(2027, 2027));
            prop_assert_eq!(&days, &days_of(&before, &other, at, years(2027, 2027)), "{}", series.id());
        }
        let times = |outcome: &Outcome| {
            let meetings = outcome.calendar().of_kind(EntryKind::Meeting);
            meetings.map(|entry| (entry.id.clone(), entry.time)).collect::<Vec<_>>()
        };
        prop_assert_eq!(times(&one), times(&other), "hours");
    }
}

#[test]
fn what_is_published_shows_from_where_a_later_edit_moved_it() {
    for name in AGREEMENTS {
        let before = plan(name);
        let document = published(&before, 2027);
        let now = check(document.clone()).unwrap();
        let year = compute(&now, years(2027, 2027)).into_calendar();
        let meeting = year.of_kind(EntryKind::Meeting).nth(2).unwrap();
        let to = add_days(meeting.start, 7);
        let after = check(moved(&document, &now, &meeting.id, meeting.start, to)).unwrap();
        let after = compute(&after, years(2027, 2027));
        let entry = after.calendar().get(&meeting.id).unwrap();
        assert_eq!(
            (entry.start, entry.moved_from),
            (to, Some(meeting.start)),
            "{name}"
        );
        assert_eq!(
            after.trouble(),
            compute(&now, years(2027, 2027)).trouble(),
            "{name}"
        );
        // Published again as it stands, it has its new day and has not moved since.
        let mut again = published(
            &check(moved(&document, &now, &meeting.id, meeting.start, to)).unwrap(),
            2027,
        );
        again.published[0].on = None;
        let again = compute(&check(again).unwrap(), years(2027, 2027));
        let entry = again.calendar().get(&meeting.id).unwrap();
        assert_eq!((entry.start, entry.moved_from), (to, None), "{name}");
    }
}

#[test]
fn in_every_agreement_some_series_are_untied() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let most = (0..plan.series().len())
            .map(|at| others_stay(&plan, at, &Shift::More(1)).unwrap())
            .max();
        assert!(most > Some(0), "{name}: {most:?}");
    }
}
