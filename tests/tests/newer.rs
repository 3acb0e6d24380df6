//! Plans of a version that is not yet written: what is known is read, the rest stays where it stood.

use planning_wheel::document::{
    Change, PlanDocument, Text, changed, from_value, open, parse, to_value, value_at, write,
};
use planning_wheel::error::ProblemKind;
use planning_wheel::merge::merge;
use planning_wheel::plan::Plan;
use planning_wheel::session::{Action, Refusal, Session};
use planning_wheel::text;
use planning_wheel::time::Lang;
use planning_wheel_tests::{AGREEMENTS, assert_pinned, catalogue, day, document_of, project_bytes};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-20";

fn shipped() -> (String, PlanDocument) {
    let bytes = project_bytes("tests/data/newer/plan.json");
    let document = open(&bytes).unwrap_or_else(|problems| panic!("{problems}"));
    (String::from_utf8(bytes).unwrap(), document.document)
}

fn paths(document: &PlanDocument) -> Vec<&str> {
    document
        .newer
        .iter()
        .flat_map(|newer| newer.paths())
        .collect()
}

#[test]
fn what_is_known_is_read_and_the_rest_is_kept_in_its_place() {
    let (_, document) = shipped();
    assert_eq!(
        paths(&document),
        [
            "/a~1b~0c",
            "/wishes",
            "/activities/0",
            "/calendar/moons",
            "/meetings/0",
            "/bodies/0/avatar",
            "/bodies/0/name",
            "/published/0/seal",
            "/meetings/1/count/quorum_of_days",
            "/meetings/1/edits/1",
            "/meetings/1/days/spread/tides",
            "/published/0/days/0/seen_by",
            "/meetings/1/edits/0/lock/by",
        ]
    );
    let series: Vec<&String> = document.meetings.iter().map(|one| &one.id).collect();
    assert_eq!(series, ["moten-styrelse"]);
    assert_eq!(document.bodies[0].name, Text::from("Styrelsen"));
    assert_pinned("newer/plan.json", &write(&document));
    assert!(Plan::check(document, &catalogue()).is_ok());
}

#[test]
fn who_only_shows_plans_is_told_that_it_is_newer() {
    let (written, _) = shipped();
    let problems = parse(written.as_bytes()).unwrap_err();
    let [problem] = problems.0.as_slice() else {
        panic!("{problems}")
    };
    let newer = ProblemKind::NewerFormat("planning-wheel/3".into());
    assert_eq!((problem.path.as_str(), &problem.kind), ("/format", &newer));
    // Of this version, what is not known is a mistake, however it is read.
    let own = written.replace("planning-wheel/3", "planning-wheel/1");
    assert_eq!(
        open(own.as_bytes()).unwrap_err(),
        parse(own.as_bytes()).unwrap_err()
    );
}

#[test]
fn what_is_no_plan_of_any_version_is_refused() {
    for text in [
        r#"{ "format": "planning-wheel/2" }"#,
        r#"{ "format": "planning-wheel/2", "id": 7, "title": "x", "first_year": 2026 }"#,
        r#"{ "format": "planning-wheel/2", "id": "x", "id": "y", "title": "x", "first_year": 2026 }"#,
        r#"{ "format": "planning-wheel/2", "id": "x", "title": "x", "first_year": 2026, }"#,
        r#"{ "format": "annat/2", "id": "x", "title": "x", "first_year": 2026 }"#,
    ] {
        assert!(open(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn a_newer_plan_is_changed_only_by_who_takes_it_over() {
    let (written, document) = shipped();
    let mut session = Session::open(document, catalogue()).unwrap();
    let set = |path: &str, value: Value| Action::Set {
        path: path.into(),
        value,
    };
    let rename = set("/title", json!("Ny titel"));
    assert!(session.is_read_only());
    let refusal = session.apply(&rename, day(TODAY)).unwrap_err();
    assert_eq!(refusal, Refusal::Newer("planning-wheel/3".into()));
    assert!(text::refusal(&refusal, session.plan(), Lang::Sv).contains("planning-wheel/3"));
    session.take_over();
    let actions = [
        rename,
        set("/meetings/moten-styrelse/minutes", json!(90)),
        set("/bodies/styrelse/short", json!("St")),
        Action::Reorder {
            path: "/bodies/styrelse".into(),
            to: 1,
        },
        Action::Reorder {
            path: "/meetings/moten-styrelse".into(),
            to: 0,
        },
        Action::AddMeeting {
            series: "moten-styrelse".into(),
            day: day("2027-06-10"),
            reason: Text::from("brådskande"),
        },
        Action::Publish { year: 2027 },
        Action::Add {
            list: "/notes".into(),
            value: json!({ "id": "not", "text": "En not" }),
            at: None,
        },
    ];
    for action in &actions {
        let done = session
            .apply(action, day(TODAY))
            .map(|step| step.title().clone());
        assert!(done.is_ok(), "{action:?}: {done:?}");
    }
    let now: Value = serde_json::from_str(&write(session.document())).unwrap();
    let stays = |path: &str, value: Value| assert_eq!(value_at(&now, path), Some(&value), "{path}");
    stays("/wishes/mer-tid/for", json!("grupp"));
    stays("/calendar/moons", json!(["full", "ny"]));
    stays("/bodies/styrelse/name/fi", json!("Hallitus"));
    stays("/bodies/styrelse/avatar/corners", json!([0, 1.5, null]));
    stays("/bodies/styrelse/short", json!("St"));
    stays("/meetings/manvarv/days/lunar/phase", json!("full"));
    stays("/meetings/0/days/spread/tides/avoid", json!("high"));
    stays(
        "/meetings/moten-styrelse/edits/1/swap/with",
        json!("2027/3"),
    );
    stays(
        "/meetings/moten-styrelse/edits/lock:2027~11/lock/by",
        json!("ordförande"),
    );
    stays("/published/2026/seal", json!("a~1/b"));
    session.go_to(0);
    assert_eq!(
        write(session.document()),
        written,
        "undone, it is the file as it was"
    );
    // It goes with the part that it is in, and with nothing else.
    let remove = Action::Remove {
        path: "/meetings/manvarv".into(),
    };
    session.apply(&remove, day(TODAY)).unwrap();
    let left = paths(session.document());
    assert_eq!(left.len(), paths(&shipped().1).len() - 1);
}

#[test]
fn merging_brings_together_what_is_not_known() {
    let (_, base) = shipped();
    let set = |document: &PlanDocument, path: &str, value: Value| {
        changed(
            document,
            &[Change::Set {
                path: path.into(),
                value,
            }],
        )
        .unwrap()
    };
    let mine = set(&base, "/bodies/styrelse/avatar/shape", json!("kvadrat"));
    let theirs = set(&base, "/bodies/styrelse/short", json!("St"));
    let theirs = set(&theirs, "/wishes/mer-tid/heard", json!(true));
    for (one, other) in [(&mine, &theirs), (&theirs, &mine)] {
        let merged = merge(&base, one, other);
        assert_eq!(merged.conflicts, []);
        let document = merged.document(None, &catalogue()).unwrap();
        let value = to_value(&document);
        for (path, expected) in [
            ("/bodies/styrelse/avatar/shape", json!("kvadrat")),
            ("/bodies/styrelse/short", json!("St")),
            ("/wishes/mer-tid/heard", json!(true)),
        ] {
            assert_eq!(value_at(&value, path), Some(&expected), "{path}");
        }
    }
}

/// Every object and list of a document.
fn places(value: &Value, path: &str, found: &mut Vec<(String, bool)>) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, one)| (name.clone(), one))
            .collect(),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(at, one)| (at.to_string(), one))
            .collect(),
        _ => return,
    };
    found.push((path.to_owned(), value.is_array()));
    for (name, one) in inside {
        places(one, &format!("{path}/{name}"), found);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is put wherever into a plan of a newer version stands there when it is written again.
    #[test]
    fn nothing_that_a_newer_version_wrote_is_lost(
        name in select(AGREEMENTS.to_vec()),
        more in prop::collection::vec((any::<Index>(), any::<Index>(), 0..4_usize), 1..6),
    ) {
        let mut value = to_value(&document_of(name));
        value["format"] = json!("planning-wheel/2");
        for (place, at, what) in more {
            let new = [json!({ "new": [1, { "deep": null }] }), json!("nytt"), json!(7), json!([])];
            let mut all = Vec::new();
            places(&value, "", &mut all);
            let (path, is_list) = all.swap_remove(place.index(all.len()));
            let there = value.pointer_mut(&path).unwrap();
            match there {
                Value::Array(list) if is_list => list.insert(at.index(list.len() + 1), new[what].clone()),
                Value::Object(fields) => _ = fields.insert(format!("ny-{what}"), new[what].clone()),
                _ => {}
            }
        }
        let document = from_value(&value).map_err(|why| TestCaseError::fail(why.to_string()))?;
        prop_assert_eq!(to_value(&document), value);
        let text = write(&document);
        let again = open(text.as_bytes()).map(|parsed| parsed.document);
        prop_assert_eq!(again, Ok(document));
    }
}
