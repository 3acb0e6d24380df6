//! One mistake is one problem, and each mistake is one.

use crate::problems_of;
use planning_wheel::document;
use planning_wheel::error::ProblemKind;
use serde_json::json;

#[test]
fn what_follows_from_an_error_is_no_error() {
    let text = r#"{ "format": "planning-wheel/1", "id": 1, "titel": { "se": "T" }, "first_year": "2026",
        "meetings": [{ "id": "m", "bodies": ["b"], "count": { "per": "yaer" }, "days": { "spraed": { "prefer": "thirsday" } } }] }"#;
    let paths: Vec<_> = problems_of(text)
        .0
        .into_iter()
        .map(|problem| problem.path)
        .collect();
    let expected = [
        "/id",
        "/titel",
        "/titel/se",
        "/first_year",
        "/meetings/0/count/per",
        "/meetings/0/days/spraed",
        "/meetings/0/days/spraed/prefer",
    ];
    assert_eq!(
        paths.iter().filter(|path| *path != "/titel").count(),
        expected.len() - 1,
        "{paths:?}"
    );
    assert!(
        expected
            .iter()
            .all(|path| paths.iter().any(|found| found == path)),
        "{paths:?}"
    );
}

#[test]
fn every_missing_field_is_named() {
    let plan =
        json!({ "format": "planning-wheel/1", "meetings": [{}], "offices": [{}], "posts": [{}] });
    let mut missing: Vec<String> = Vec::new();
    for problem in problems_of(plan.to_string()).0 {
        match problem.kind {
            ProblemKind::MissingField(name) => missing.push(format!("{}/{name}", problem.path)),
            other => panic!("{other:?}"),
        }
    }
    missing.sort();
    let schema = document::schema();
    let mut expected = Vec::new();
    for (path, part) in [
        ("", &schema),
        ("/meetings/0", &schema["$defs"]["MeetingSeries"]),
        ("/offices/0", &schema["$defs"]["Office"]),
        ("/posts/0", &schema["$defs"]["Post"]),
    ] {
        let names = part["required"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap());
        expected.extend(
            names
                .filter(|name| *name != "format")
                .map(|name| format!("{path}/{name}")),
        );
    }
    expected.sort();
    assert_eq!(missing, expected);
}

#[test]
fn formats_of_other_times_and_programs() {
    let plan = |format: &str| json!({ "format": format, "other": 1 }).to_string();
    let kind = |format: &str| problems_of(plan(format)).0.remove(0).kind;
    assert_eq!(
        kind("planning-wheel/2"),
        ProblemKind::NewerFormat("planning-wheel/2".into())
    );
    assert_eq!(
        kind("planning-wheel-catalogue/1"),
        ProblemKind::UnknownFormat("planning-wheel-catalogue/1".into())
    );
    let none = problems_of(r#"{"id": "x", "title": "X", "first_year": 2026}"#).0;
    assert_eq!(none.len(), 1);
    assert_eq!(none[0].kind, ProblemKind::MissingField("format".into()));
}
