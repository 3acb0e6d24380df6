//! Plans at the limits: nothing stops, nothing is left half-done.

use super::variation::check;
use planning_wheel::calendar::EntryKind;
use planning_wheel::compute::{Outcome, TroubleKind, compute};
use planning_wheel::document::{DayFinding, PlanDocument};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Lang};
use planning_wheel_tests::{AGREEMENTS, document_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn years(first: i32, last: i32) -> DateRange {
    DateRange::years(first, last).unwrap()
}

/// A plan of one body and one series.
fn one_series(series: Value) -> Plan {
    check(document(series)).unwrap_or_else(|problems| panic!("{problems}"))
}

fn document(mut series: Value) -> PlanDocument {
    series["id"] = json!("moten");
    series["bodies"] = json!(["namnd"]);
    let document = json!({
        "format": "planning-wheel/1", "id": "plan", "title": "Plan", "first_year": 2026,
        "bodies": [{ "id": "namnd", "name": "Nämnden", "level": "political" }],
        "meetings": [series],
    });
    serde_json::from_value(document).unwrap_or_else(|error| panic!("{error}"))
}

fn meetings(outcome: &Outcome) -> usize {
    outcome.calendar().of_kind(EntryKind::Meeting).count()
}

/// Rules of the first trouble that says that nothing can be placed.
fn conflict(outcome: &Outcome) -> (Vec<String>, u16, u16) {
    let found = outcome
        .trouble()
        .iter()
        .find_map(|trouble| match &trouble.kind {
            TroubleKind::NoPlacement {
                rules,
                wanted,
                placed,
                ..
            } => Some((
                rules.iter().map(|(path, _)| path.clone()).collect(),
                *wanted,
                *placed,
            )),
            _ => None,
        });
    found.unwrap_or_else(|| panic!("no conflict in {:?}", outcome.trouble()))
}

#[test]
fn twice_a_week_is_placed_and_so_is_never() {
    let often = one_series(
        json!({ "count": { "per": "year", "min": 104, "max": 104 }, "days": { "spread": {} } }),
    );
    let outcome = compute(&often, years(2026, 2030));
    assert_eq!((meetings(&outcome), outcome.trouble().len()), (5 * 104, 0));
    let never = one_series(
        json!({ "count": { "per": "year", "min": 0, "max": 0 }, "days": { "spread": {} } }),
    );
    let outcome = compute(&never, years(2026, 2030));
    assert_eq!((meetings(&outcome), outcome.trouble().len()), (0, 0));
    let long = json!({ "count": { "per": "mandate_period", "min": 255, "max": 255 }, "days": { "spread": {} } });
    assert_eq!(
        meetings(&compute(&one_series(long), years(2027, 2030))),
        255
    );
}

#[test]
fn more_than_there_are_days_gives_what_there_is_and_says_why() {
    let plan = one_series(json!({
        "count": { "per": "year", "min": 60, "max": 70 },
        "days": { "spread": { "weekdays": ["tuesday"] } },
    }));
    let outcome = compute(&plan, years(2027, 2027));
    let (rules, wanted, placed) = conflict(&outcome);
    assert_eq!(
        rules,
        ["/meetings/0/count", "/meetings/0/days/spread/weekdays"]
    );
    assert_eq!((wanted, usize::from(placed)), (65, meetings(&outcome)));
    assert!(placed >= 50, "every free Tuesday: {placed}");
}

#[test]
fn rules_that_cannot_hold_are_named_and_the_rest_is_there() {
    // The windows, the least gap and the months to stay out of, one after the other.
    let spread = |spread: Value| json!({ "count": { "per": "year", "min": 2, "max": 4 }, "days": { "spread": spread } });
    let base = "/meetings/0/days/spread";
    let cases = [
        (
            spread(json!({ "windows": [{ "months": [7] }], "avoid_months": [7] })),
            vec![format!("{base}/windows/0"), format!("{base}/avoid_months")],
        ),
        (
            spread(
                json!({ "windows": [{ "months": [3] }, { "months": [4] }], "min_gap_days": 90 }),
            ),
            vec![
                format!("{base}/windows/0"),
                format!("{base}/windows/1"),
                format!("{base}/min_gap_days"),
            ],
        ),
        (
            spread(json!({ "windows": [{ "from": "12-24", "to": "12-26" }] })),
            vec![format!("{base}/windows/0"), format!("{base}/weekdays")],
        ),
        (
            spread(json!({ "avoid_months": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] })),
            vec![
                "/meetings/0/count".to_owned(),
                format!("{base}/avoid_months"),
            ],
        ),
    ];
    for (series, expected) in cases {
        let plan = one_series(series);
        let outcome = compute(&plan, years(2027, 2027));
        let (rules, _, placed) = conflict(&outcome);
        assert_eq!(rules, expected);
        assert_eq!(usize::from(placed), meetings(&outcome), "{expected:?}");
        let said = findings(&plan, &outcome);
        assert!(said.has_errors(), "{expected:?}: {said:?}");
    }
}

#[test]
fn a_series_that_cannot_be_placed_leaves_the_others_whole() {
    for name in AGREEMENTS {
        let mut document = document_of(name);
        let DayFinding::Spread(spread) = &mut document.meetings[0].days else {
            panic!("{name}")
        };
        spread.avoid_months =
            serde_json::from_value(json!([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).unwrap();
        let broken = compute(&check(document).unwrap(), years(2027, 2027));
        conflict(&broken);
        let whole = compute(&planning_wheel_tests::plan(name), years(2027, 2027));
        // Only what stands on meetings may be missing with them.
        let kinds = |outcome: &Outcome| -> BTreeSet<&str> {
            let all = outcome
                .calendar()
                .entries()
                .iter()
                .map(|entry| entry.kind.id());
            all.filter(|kind| !["deadline", "preparation"].contains(kind))
                .collect()
        };
        assert_eq!(kinds(&broken), kinds(&whole), "{name}");
        for entry in broken.calendar().entries() {
            assert!(
                !entry.title.get(Lang::Sv).is_empty() && entry.start < entry.end,
                "{}",
                entry.id
            );
        }
    }
}

#[test]
fn the_ends_of_the_calendar_are_years_like_others() {
    for first in [1970, 2099, 2100] {
        for name in AGREEMENTS {
            let mut document = document_of(name);
            document.first_year = first;
            document.calendar.breaks.clear();
            let Ok(plan) = check(document) else {
                panic!("{name} from {first}")
            };
            for year in [first, 2100] {
                let outcome = compute(&plan, years(year, year));
                assert!(
                    meetings(&outcome) > 5,
                    "{name} from {first} in {year}: {}",
                    meetings(&outcome)
                );
                let _ = findings(&plan, &outcome);
            }
        }
    }
}

#[test]
fn week_53_and_the_leap_day_come_when_they_are() {
    let pattern = |rule: Value| json!({ "count": { "per": "year", "min": 0, "max": 2 }, "days": { "pattern": { "rule": { "on": rule } } } });
    let days = |plan: &Plan| {
        let outcome = compute(plan, years(2026, 2036));
        let held = outcome
            .calendar()
            .of_kind(EntryKind::Meeting)
            .map(|entry| entry.start.to_string());
        held.collect::<Vec<_>>()
    };
    let week = |instead: &str| {
        pattern(json!({ "week": { "week": 53, "weekday": "tuesday", "without_53": instead } }))
    };
    assert_eq!(
        days(&one_series(week("skip"))),
        ["2026-12-29", "2032-12-28"]
    );
    assert_eq!(days(&one_series(week("week52"))).len(), 11);
    let mut leap = pattern(json!({ "day": "02-29" }));
    leap["days"]["pattern"]["rule"]["missing"] = json!("skip");
    assert_eq!(
        days(&one_series(leap)),
        ["2028-02-29", "2032-02-29", "2036-02-29"]
    );
}

#[test]
fn reports_that_all_come_before_each_other_are_looked_at_once() {
    let mut json = serde_json::to_value(document(json!({
        "count": { "per": "year", "min": 12, "max": 12 }, "days": { "spread": {} },
    })))
    .unwrap();
    let report = |number: usize| {
        let later: Vec<String> = (number + 1..60).map(|later| format!("r{later}")).collect();
        json!({
            "id": format!("r{number}"), "title": "R", "from": ["namnd"], "to": "namnd", "before": later,
            "due": { "meeting": { "months": [], "which": "last" } },
        })
    };
    json["reports"] = (0..60).map(report).collect();
    let plan = check(serde_json::from_value(json).unwrap()).unwrap();
    let outcome = compute(&plan, years(2027, 2027));
    let reports: Vec<_> = outcome.calendar().of_kind(EntryKind::Report).collect();
    assert_eq!(reports.len(), 60);
    let last = outcome
        .calendar()
        .of_kind(EntryKind::Meeting)
        .last()
        .unwrap();
    let there = reports.iter().find(|entry| entry.id == "r59/2027").unwrap();
    assert_eq!(there.start, last.start);
}
