//! A plan that cannot be: each mistake is a problem at its own place.
//!
//! `tests/data/bad_plans.json` has a small plan with one or two of everything, in which nothing
//! is wrong, and the mistakes: the values that are put into it (`null` takes a field away), where
//! the problem must stand, and words that must be in it.

use planning_wheel::document::{Catalogue, PlanDocument};
use planning_wheel::error::Problem;
use planning_wheel::plan::Plan;
use planning_wheel_tests::project_bytes;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static DATA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_slice(&project_bytes("tests/data/bad_plans.json")).expect("JSON")
});

/// What is put into the good plan, where the problem stands, and what it is.
struct Mistake {
    set: Map<String, Value>,
    path: String,
    kind: String,
}

fn mistakes(group: &str) -> Vec<Mistake> {
    let text = |row: &Value, field: &str| row[field].as_str().expect(field).to_owned();
    let rows = DATA[group].as_array().expect(group).iter();
    rows.map(|row| Mistake {
        set: row["set"].as_object().expect("set").clone(),
        path: text(row, "path"),
        kind: text(row, "kind"),
    })
    .collect()
}

fn good() -> Value {
    DATA["good"].clone()
}

fn put(json: &mut Value, path: &str, value: &Value) {
    let (parent, field) = path.rsplit_once('/').expect(path);
    let place = json
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("no {parent}"));
    match (place, field.parse::<usize>(), value) {
        (Value::Array(list), Ok(at), value) => list[at] = value.clone(),
        (Value::Object(fields), _, Value::Null) => _ = fields.remove(field),
        (Value::Object(fields), _, value) => _ = fields.insert(field.to_owned(), value.clone()),
        (other, ..) => panic!("{path} leads into {other}"),
    }
}

fn with(mistake: &Mistake) -> Value {
    let mut json = good();
    for (path, value) in &mistake.set {
        put(&mut json, path, value);
    }
    json
}

fn problems(json: Value) -> Vec<Problem> {
    let document: PlanDocument =
        serde_json::from_value(json).unwrap_or_else(|error| panic!("{error}"));
    let checked = Plan::check(document, &Catalogue::empty());
    checked.err().map_or(Vec::new(), |problems| problems.0)
}

/// Each mistake gives its problem and, when it is to be alone, no other.
fn each_is_found(group: &str, alone: bool) {
    for mistake in mistakes(group) {
        let found = problems(with(&mistake));
        let said: Vec<(&str, String)> = found
            .iter()
            .map(|one| {
                (
                    one.path.as_str(),
                    format!("{:?}", one.kind).replace('"', "'"),
                )
            })
            .collect();
        let Mistake { set, path, kind } = mistake;
        assert!(
            said.iter()
                .any(|(at, what)| *at == path && what.contains(&kind)),
            "{set:?} gives {said:#?}, not {kind} at {path}"
        );
        assert!(!alone || said.len() == 1, "{set:?} gives more: {said:#?}");
    }
}

#[test]
fn nothing_is_wrong_with_the_good_plan() {
    assert_eq!(problems(good()), []);
}

#[test]
fn rings_name_all_who_are_in_them() {
    each_is_found("rings", false);
}

#[test]
fn names_that_lead_nowhere_come_with_the_one_that_was_meant() {
    each_is_found("references", true);
}

#[test]
fn years_and_numbers_that_cannot_be() {
    each_is_found("numbers", true);
}

#[test]
fn two_things_with_one_name() {
    each_is_found("names", false);
}

#[test]
fn time_zones_elsewhere_are_no_mistakes() {
    for zone in [
        "Europe/Helsinki",
        "America/Argentina/Salta",
        "America/Port-au-Prince",
        "Etc/GMT+2",
        "UTC",
    ] {
        let mut plan = good();
        put(&mut plan, "/time_zone", &zone.into());
        assert_eq!(problems(plan), [], "{zone}");
    }
}

#[test]
fn every_kind_of_reference_is_in_the_table() {
    let kinds = [
        "Body",
        "Principal",
        "SideOrPrincipal",
        "Level",
        "Source",
        "Office",
        "Series",
        "Deadline",
        "Process",
        "Document",
        "Step",
        "Report",
        "Duty",
        "Part",
    ];
    let all = mistakes("references");
    for kind in kinds {
        let word = format!("what: {kind},");
        assert!(all.iter().any(|one| one.kind.contains(&word)), "{kind}");
    }
}

#[test]
fn all_mistakes_of_a_document_are_told_at_once() {
    let (references, numbers, rings) = (
        mistakes("references"),
        mistakes("numbers"),
        mistakes("rings"),
    );
    let sample = [
        &references[0],
        &references[4],
        &numbers[0],
        &numbers[11],
        &rings[0],
    ];
    let mut json = good();
    for (path, value) in sample.iter().flat_map(|mistake| &mistake.set) {
        put(&mut json, path, value);
    }
    let found = problems(json);
    for mistake in sample {
        let there = found.iter().any(|problem| problem.path == mistake.path);
        assert!(there, "{}", mistake.path);
    }
}

/// So many copies of the first element of a list, each with its own id.
fn many(list: &str, count: usize) -> Value {
    let copy = |number: usize| {
        let mut one = good()[list][0].clone();
        one["id"] = json!(format!("del-{number}"));
        one
    };
    (0..count).map(copy).collect()
}

#[test]
fn what_is_too_much_is_refused_before_it_costs_time() {
    for (list, count) in [("goals", 501), ("reports", 20_000), ("documents", 5_000)] {
        let mut json = good();
        json[list] = many(list, count);
        let found = problems(json);
        assert_eq!(found.len(), 1, "{list}: {found:?}");
        assert_eq!(found[0].path, format!("/{list}"));
    }
    let mut json = good();
    json["bodies"][2]["like"]["count"] = json!(99);
    json["bodies"].as_array_mut().expect("bodies").extend((0..5).map(|number| {
        json!({ "id": format!("g{number}"), "name": "G", "level": "ledning", "like": { "count": 99 } })
    }));
    assert_eq!(problems(json)[0].path, "/bodies");
}

#[test]
fn a_row_of_steps_has_an_end() {
    let step = |number: usize| {
        let after = number.checked_sub(1).map(|before| format!("s{before}"));
        let after: Vec<String> = after.into_iter().collect();
        json!({ "id": format!("s{number}"), "title": "S", "bodies": ["grupp"], "at": { "meeting": { "months": [5] } }, "after": after })
    };
    let mut json = good();
    json["documents"][1]["steps"] = (0..100).map(step).collect();
    assert_eq!(problems(json.clone()), []);
    let mut first = step(0);
    first["after"] = json!(["malbild.beslut"]);
    json["documents"][1]["steps"][0] = first;
    assert_eq!(
        problems(json.clone())[0].path,
        "/documents/1/steps/99/after"
    );
    json["documents"][1]["steps"] = (0..101).map(step).collect();
    assert_eq!(problems(json)[0].path, "/documents/1/steps");
}
