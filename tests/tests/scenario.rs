//! What plans cost and decide, and how their variants differ.

use planning_wheel::calendar::EntryKind;
use planning_wheel::scenario::{
    Assumptions, Comparison, Load, Measures, Scenario, What, compare, measure, read_change, variant,
};
use planning_wheel::time::DateRange;
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of, plan};
use std::collections::BTreeMap;

const HOURS_OF_TWO: Assumptions = Assumptions {
    minutes: Some(120),
    travel: BTreeMap::new(),
};

fn mandate(name: &str, changes: &[&str]) -> Scenario {
    let changes: Vec<_> = changes
        .iter()
        .map(|one| read_change(one).unwrap())
        .collect();
    let plan = variant(&document_of(name), &changes, &catalogue()).unwrap();
    Scenario::new(plan, DateRange::years(2027, 2030).unwrap())
}

fn measured(name: &str, changes: &[&str]) -> Measures {
    measure(&mandate(name, changes), &HOURS_OF_TWO)
}

fn of<'a>(loads: &'a [Load], id: &str) -> &'a Load {
    loads
        .iter()
        .find(|load| load.id == id)
        .unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn every_minute_is_somebody_s() {
    for name in AGREEMENTS {
        let all = measured(name, &[]);
        let sum = |loads: &[Load]| {
            loads
                .iter()
                .map(|one| (one.minutes, one.most_minutes))
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
        };
        let bodies = sum(&all.bodies);
        assert!(bodies.0 > 0 && bodies.0 <= bodies.1, "{name}");
        assert_eq!(bodies, sum(&all.principals), "{name}: by principal");
        assert_eq!(bodies, sum(&all.roles), "{name}: by role");
        assert_eq!(
            bodies.0,
            all.weeks.iter().map(|week| week.minutes).sum::<u64>(),
            "{name}"
        );
        assert_eq!(
            all.meetings,
            all.weeks.iter().map(|week| week.meetings).sum::<u32>()
        );
        let outcome = mandate(name, &[]);
        let held = outcome
            .outcome()
            .calendar()
            .entries()
            .iter()
            .filter(|one| matches!(one.kind, EntryKind::Meeting | EntryKind::Preparation));
        assert_eq!(
            all.meetings as usize,
            held.count(),
            "{name}: nothing is cancelled"
        );
    }
}

#[test]
fn hours_are_length_times_seats_and_travel() {
    // Three directors from each of twelve municipalities, nine times a year for two hours.
    let plain = measured("sskl-kalmar", &["meetings/moten-nso/minutes=120"]);
    let nso = of(&plain.bodies, "nso");
    let seats: u64 = plan("sskl-kalmar")
        .body(plan("sskl-kalmar").body_by_id("nso").unwrap())
        .seats()
        .iter()
        .map(|seat| u64::from(seat.count()))
        .sum();
    assert_eq!((nso.meetings, nso.minutes), (36, 36 * 120 * seats));
    let travel = BTreeMap::from([("kalmar".to_owned(), 45)]);
    let there = Assumptions {
        travel,
        ..HOURS_OF_TWO
    };
    let far = measure(
        &mandate("sskl-kalmar", &["meetings/moten-nso/minutes=120"]),
        &there,
    );
    let (near, far) = (
        of(&plain.principals, "kalmar"),
        of(&far.principals, "kalmar"),
    );
    assert_eq!(near.meetings, far.meetings);
    assert!(far.minutes >= near.minutes + 45 * u64::from(near.meetings));
    let unknown = measure(
        &mandate("sskl-kalmar", &["meetings/moten-nso/minutes=null"]),
        &Assumptions::default(),
    );
    assert_eq!(unknown.without_length, 36);
}

#[test]
fn the_outgoing_decide_for_the_incoming() {
    let handed = measured("sskl-kalmar", &[]).handed_over;
    assert!(
        handed
            .iter()
            .any(|one| one.id.starts_with("handlingsplan/2031/")),
        "{handed:?}"
    );
    assert!(handed.iter().all(|one| one.kind == EntryKind::Decision));
}

#[test]
fn what_comes_once_comes_once() {
    for name in AGREEMENTS {
        let once = measured(name, &[]).once;
        assert!(once.iter().any(|one| one.id == "election/2030"), "{name}");
        assert!(
            once.iter().all(|one| one.kind != EntryKind::Meeting),
            "{name}"
        );
        let year = Scenario::new(plan(name), DateRange::year(2027).unwrap());
        assert!(
            measure(&year, &HOURS_OF_TWO).once.is_empty(),
            "{name}: in one year most things do"
        );
    }
}

#[test]
fn gaps_and_turns_are_those_of_the_calendar() {
    let all = measured("sskl-kalmar", &[]);
    for gap in &all.gaps {
        assert!(gap.days() > 0 && gap.days() < 366, "{gap:?}");
    }
    assert!(!all.turns.is_empty());
    let turns = measured("social-reko-vasternorrland", &[]).turns;
    assert!(turns.iter().any(|turn| turn.holder.is_some()));
}

#[test]
fn fewer_meetings_are_fewer_hours() {
    let (before, after) = (
        mandate("sskl-kalmar", &[]),
        mandate("sskl-kalmar", &["meetings/moten-nso/count/target=7"]),
    );
    let found = compare(&before, &after, &HOURS_OF_TWO);
    let gone = found
        .dates
        .iter()
        .filter(|one| one.what == What::Removed && one.kind == EntryKind::Meeting);
    assert_eq!(gone.count(), 8, "two a year");
    let nso = found
        .bodies
        .iter()
        .find(|one| one.after.as_ref().is_some_and(|load| load.id == "nso"))
        .unwrap();
    let meetings = |load: &Option<Load>| load.as_ref().unwrap().meetings;
    assert_eq!((meetings(&nso.before), meetings(&nso.after)), (36, 28));
}

/// What a comparison says, done to the first calendar, gives the second; and back again.
#[test]
fn a_comparison_leaves_nothing_out() {
    let changes: [(&str, &[&str]); 4] = [
        (
            "sskl-kalmar",
            &[
                "meetings/moten-nso/count/target=6",
                "meetings/moten-nso/time=09:00",
            ],
        ),
        (
            "sso-ostergotland",
            &[
                "meetings/sso-moten/days/spread/prefer=tuesday",
                "meetings/sso-moten/days/spread/weekdays=[\"tuesday\"]",
            ],
        ),
        ("samverkan-blekinge", &["last_year=2028"]),
        ("social-reko-vasternorrland", &["bodies/lsg/like/count=5"]),
    ];
    for (name, changes) in changes {
        let (before, after) = (mandate(name, &[]), mandate(name, changes));
        let found = compare(&before, &after, &HOURS_OF_TWO);
        assert!(!found.dates.is_empty(), "{name}");
        let days = |of: &Scenario| -> BTreeMap<String, DateRange> {
            of.outcome()
                .calendar()
                .entries()
                .iter()
                .map(|one| (one.id.clone(), one.range()))
                .collect()
        };
        let mut made = days(&before);
        for one in &found.dates {
            match one.after {
                Some(range) => made.insert(one.id.clone(), range),
                None => made.remove(&one.id),
            };
        }
        assert_eq!(made, days(&after), "{name}");
        let back = compare(&after, &before, &HOURS_OF_TWO);
        assert_eq!(back.dates.len(), found.dates.len(), "{name}");
        assert_eq!(
            (back.found.len(), back.solved.len()),
            (found.solved.len(), found.found.len())
        );
        let same = compare(&before, &before, &HOURS_OF_TWO);
        let nothing = Comparison {
            bodies: same.bodies.clone(),
            principals: same.principals.clone(),
            roles: same.roles.clone(),
            ..Comparison::default()
        };
        assert_eq!(same, nothing, "{name}");
    }
}
