//! Parts of the format whose meaning a type cannot show: shared seats, documents without dates,
//! open offices, reports in turn.

use planning_wheel::calendar::EntryKind;
use planning_wheel::document::{Catalogue, PlanDocument, parse};
use planning_wheel::error::ProblemKind;
use planning_wheel::plan::Plan;
use planning_wheel::time::{Lang, format};
use planning_wheel_tests::{checked, day, entry, year};
use serde_json::{Value, json};

/// A small plan with parts added to it.
fn document(parts: Value) -> PlanDocument {
    let mut plan = json!({
        "format": "planning-wheel/1", "id": "prov", "title": "Prov", "first_year": 2026,
        "principals": [
            {"id": "a", "name": "A", "kind": "municipality"},
            {"id": "b", "name": "B", "kind": "municipality"},
            {"id": "r", "name": "R", "kind": "region"}
        ],
        "sides": [{"id": "ab", "title": "Kommunerna", "principals": ["a", "b"]}],
        "bodies": [
            {"id": "ledning", "name": "Ledning", "level": "strategic"},
            {"id": "grupp", "name": "Grupp", "level": "tactical", "like": {"count": 3}}
        ],
        "meetings": [{
            "id": "moten", "bodies": ["ledning"], "count": {"per": "year", "min": 4},
            "days": {"fixed": [
                "2026-02-03", "2026-04-07", "2026-06-02", "2026-09-01", "2026-11-03"
            ]}
        }]
    });
    let fields = plan.as_object_mut().unwrap();
    for (name, part) in parts.as_object().unwrap() {
        fields.insert(name.clone(), part.clone());
    }
    match parse(plan.to_string().as_bytes()) {
        Ok(parsed) => parsed.document,
        Err(problems) => panic!("{problems}"),
    }
}

/// Path of the only problem, which is that two fields do not agree.
fn contradiction(parts: Value) -> (String, &'static str, &'static str) {
    let problems = Plan::check(document(parts), &Catalogue::empty()).unwrap_err();
    let [problem] = &problems.0[..] else {
        panic!("{problems}")
    };
    match problem.kind {
        ProblemKind::Contradiction { one, other } => (problem.path.clone(), one, other),
        _ => panic!("{problems}"),
    }
}

fn body_with(seats: Value) -> Value {
    json!({"bodies": [
        {"id": "ledning", "name": "Ledning", "level": "strategic", "seats": seats},
        {"id": "grupp", "name": "Grupp", "level": "tactical"}
    ]})
}

#[test]
fn shared_seats_are_for_all_together() {
    let seats = json!([
        {"of": ["ab"], "role": "Chef", "count": 2},
        {"of": ["ab", "a", "r"], "role": "Sakkunnig", "shared": true, "count": 3, "up_to": 4},
        {"of": ["ab"], "from_body": "grupp", "role": "Ombud", "shared": true},
        {"role": "Brukare"}
    ]);
    let plan = checked(document(body_with(seats)));
    let ids = |all: &[planning_wheel::plan::PrincipalId]| -> Vec<&str> {
        let each = all.iter();
        each.map(|one| plan.principal(*one).id()).collect()
    };
    let seats = plan.bodies()[0].seats();
    let found: Vec<_> = seats
        .iter()
        .map(|seat| (ids(seat.principals()), seat.count(), seat.is_shared()))
        .collect();
    assert_eq!(
        found,
        [
            (vec!["a"], 2, false),
            (vec!["b"], 2, false),
            (vec!["a", "b", "r"], 3, true),
            (vec!["a", "b"], 1, true),
            (vec![], 1, false),
        ]
    );
    assert!(seats[0].principal().is_some());
    assert!(seats[2].principal().is_none() && seats[2].up_to() == 4);
    assert!(seats[3].from_body().is_some() && seats[4].principal().is_none());
}

#[test]
fn shared_seats_need_those_that_share() {
    let found = contradiction(body_with(json!([{"role": "Chef", "shared": true}])));
    assert_eq!(found, ("/bodies/0/seats/0".into(), "shared", "of"));
}

#[test]
fn a_document_without_dates_is_only_listed() {
    let plan = checked(document(json!({"documents": [
        {"id": "avtal", "title": "Avtal", "kind": "agreement", "coverage": "undated"},
        {"id": "rutin", "title": "Rutin", "kind": "routine", "coverage": "calendar_year",
         "under": "avtal"}
    ]})));
    assert_eq!(plan.courses()[0].id(), "avtal");
    let outcome = year(&plan, 2026);
    let of_kind = outcome.calendar().of_kind(EntryKind::Document);
    let ids: Vec<&str> = of_kind.map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["rutin/2026"]);
}

#[test]
fn a_document_without_dates_has_no_steps() {
    let found = contradiction(json!({"documents": [{
        "id": "avtal", "title": "Avtal", "kind": "agreement", "coverage": "undated",
        "steps": [{"id": "beslut", "title": "Beslut", "bodies": ["ledning"], "at": {"meeting": {}}}]
    }]}));
    let path = "/documents/0/coverage".to_owned();
    assert_eq!(found, (path, "undated", "steps"));
}

#[test]
fn earlier_first_years_are_shown() {
    let plan = checked(document(json!({"documents": [{
        "id": "program", "title": "Program", "kind": "strategy", "from_year": 2023,
        "coverage": {"every_years": {"years": 4, "from": 2023}},
        "steps": [{"id": "beslut", "title": "Beslut", "bodies": ["ledning"], "at": {"meeting": {}}}]
    }]})));
    let outcome = year(&plan, 2026);
    let calendar = outcome.calendar();
    assert_eq!(
        entry(calendar, "program/2023-2026").start,
        day("2023-01-01")
    );
    assert!(calendar.get("program/2023-2026/beslut").is_none());
    let next = entry(calendar, "program/2027-2030/beslut");
    assert_eq!(next.start, day("2026-02-03"));
    let wrong = json!({"documents": [{
        "id": "program", "title": "Program", "kind": "strategy", "from_year": 1969,
        "coverage": "calendar_year"
    }]});
    let problems = Plan::check(document(wrong), &Catalogue::empty()).unwrap_err();
    assert_eq!(problems.0[0].path, "/documents/0/from_year");
}

#[test]
fn an_office_until_further_notice_is_one_open_period() {
    let office = |more: Value| {
        let mut office = json!({
            "id": "ordforande", "bodies": ["ledning"], "role": "chair",
            "term": "until_further_notice"
        });
        let fields = office.as_object_mut().unwrap();
        fields.extend(more.as_object().unwrap().clone());
        json!({ "offices": [office] })
    };
    let given = office(json!({"from_year": 2027, "provided_by": "Regionen"}));
    let plan = checked(document(given));
    assert!(
        year(&plan, 2026)
            .calendar()
            .of_kind(EntryKind::Office)
            .next()
            .is_none()
    );
    let outcome = year(&plan, 2030);
    let chair = entry(outcome.calendar(), "ordforande/2027-");
    assert_eq!(chair.start, day("2027-01-01"));
    assert_eq!(chair.title.get(Lang::Sv), "Ordförande Ledning");
    assert_eq!(chair.holder.as_ref().unwrap().get(Lang::Sv), "Regionen");
    let plan = checked(document(office(json!({}))));
    let outcome = year(&plan, 2026);
    assert_eq!(
        entry(outcome.calendar(), "ordforande/2026-").start,
        day("2026-01-01")
    );
    let turns = json!({"alternates": {"between": ["ab", "r"], "first": "r"}});
    let (path, one, other) = contradiction(office(turns));
    assert_eq!(path, "/offices/0/alternates");
    assert_eq!((one, other), ("until_further_notice", "alternates"));
}

fn turns(due: Value) -> Vec<(String, String)> {
    let plan = checked(document(json!({"reports": [
        {"id": "lage", "title": "Läge", "from": ["grupp"], "to": "ledning", "due": due}
    ]})));
    let outcome = year(&plan, 2026);
    let reports = outcome.calendar().of_kind(EntryKind::Report);
    let mut found: Vec<_> = reports
        .map(|one| (format(one.start)[5..].to_owned(), one.id.clone()))
        .collect();
    found.sort();
    found
}

fn listed(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(day, id): &(&str, &str)| ((*day).to_owned(), format!("lage/2026/{id}"));
    rows.iter().map(own).collect()
}

#[test]
fn reports_in_turn_come_once_each_or_at_every_meeting() {
    let once = listed(&[
        ("02-03", "grupp-1"),
        ("04-07", "grupp-2"),
        ("09-01", "grupp-3"),
    ]);
    assert_eq!(turns(json!({"in_turn": {}})), once);
    let every = listed(&[
        ("02-03", "grupp-1/1"),
        ("04-07", "grupp-2/2"),
        ("06-02", "grupp-3/3"),
        ("09-01", "grupp-1/4"),
        ("11-03", "grupp-2/5"),
    ]);
    assert_eq!(turns(json!({"in_turn": {"which": "every"}})), every);
    // Two meetings for three bodies: nobody is left out.
    let few = listed(&[
        ("02-03", "grupp-1/1"),
        ("02-03", "grupp-2/1"),
        ("04-07", "grupp-3/2"),
    ]);
    let slot = json!({"in_turn": {"which": "every", "months": [2, 4]}});
    assert_eq!(turns(slot), few);
}
