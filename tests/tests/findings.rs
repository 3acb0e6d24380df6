//! Every finding, from a plan in which one thing is changed: `tests/data/findings`.

use planning_wheel::document::{self, PlanDocument};
use planning_wheel::findings::{Change, Finding, Fix, FixKind, findings};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::Lang;
use planning_wheel_tests::{AGREEMENTS, catalogue, checked, plan, project_bytes, year, years};
use serde_json::Value;
use std::collections::BTreeSet;

/// Year of a case that names none.
const USUAL_YEAR: i32 = 2027;

/// One case: changes of the base plan, and the findings that they give.
struct Case {
    name: String,
    year: i32,
    changes: Vec<Change>,
    expect: Vec<String>,
    fixed_by: Option<String>,
}

fn base() -> PlanDocument {
    let bytes = project_bytes("tests/data/findings/base.json");
    document::parse(&bytes)
        .unwrap_or_else(|problems| panic!("base.json:\n{problems}"))
        .document
}

fn cases() -> Vec<Case> {
    let bytes = project_bytes("tests/data/findings/cases.json");
    let all: Value = serde_json::from_slice(&bytes).expect("cases.json is JSON");
    all.as_array()
        .expect("a list of cases")
        .iter()
        .map(case)
        .collect()
}

fn case(case: &Value) -> Case {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let list = |field: &str| case[field].as_array().expect("a list").clone();
    let change = |one: &Value| {
        let value = one["to"].clone();
        match one.get("set") {
            Some(path) => Change::Set {
                path: text(path),
                value,
            },
            None => Change::Append {
                path: text(&one["append"]),
                value,
            },
        }
    };
    Case {
        name: text(&case["name"]),
        year: case["year"]
            .as_i64()
            .map_or(USUAL_YEAR, |year| i32::try_from(year).expect("a year")),
        changes: list("change").iter().map(change).collect(),
        expect: list("expect").iter().map(text).collect(),
        fixed_by: case.get("fixed_by").map(text),
    }
}

fn changed(case: &Case) -> PlanDocument {
    let change = Fix {
        kind: FixKind::NoteDay,
        changes: case.changes.clone(),
    };
    change
        .apply(&base())
        .unwrap_or_else(|problems| panic!("{}: {problems}", case.name))
}

fn found(document: PlanDocument, of: i32) -> (Plan, Vec<Finding>) {
    let plan = checked(document);
    let outcome = year(&plan, of);
    let all = findings(&plan, &outcome).iter().cloned().collect();
    (plan, all)
}

fn line(finding: &Finding) -> String {
    let entry = finding
        .entry
        .as_deref()
        .map(|id| format!(" {id}"))
        .unwrap_or_default();
    format!(
        "{} {} {}{entry}",
        finding.severity.id(),
        finding.kind.id(),
        finding.path
    )
}

fn fix_name(kind: &FixKind) -> &'static str {
    match kind {
        FixKind::RaiseMost(_) => "raise_most",
        FixKind::LowerFewest(_) => "lower_fewest",
        FixKind::MoveToWorkingDay => "move_to_working_day",
        FixKind::RollEarlier => "roll_earlier",
        FixKind::AddWindow => "add_window",
        FixKind::RemoveHolder => "remove_holder",
        FixKind::RemoveEdit => "remove_edit",
        FixKind::NoteDay => "note_day",
        FixKind::Rename(_) => "rename",
        FixKind::SetDay(_) => "set_day",
    }
}

#[test]
fn each_change_gives_its_findings_and_no_others() {
    let wrong: Vec<String> = cases()
        .iter()
        .filter_map(|case| {
            let (_, found) = found(changed(case), case.year);
            let lines: Vec<String> = found.iter().map(line).collect();
            (lines != case.expect).then(|| {
                format!(
                    "{}:\n  {lines:#?}\n  instead of {:#?}",
                    case.name, case.expect
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fix_takes_its_finding_away() {
    let mut kinds = BTreeSet::new();
    for case in cases().iter().filter(|case| case.fixed_by.is_some()) {
        let document = changed(case);
        let (_, before) = found(document.clone(), case.year);
        let first = before.first().expect("a finding");
        let fix = first
            .fix
            .as_ref()
            .unwrap_or_else(|| panic!("{}: no fix", case.name));
        assert_eq!(
            Some(fix_name(&fix.kind)),
            case.fixed_by.as_deref(),
            "{}",
            case.name
        );
        let mended = fix
            .apply(&document)
            .unwrap_or_else(|problems| panic!("{}: {problems}", case.name));
        let (_, after) = found(mended, case.year);
        let still = after
            .iter()
            .any(|other| other.kind.id() == first.kind.id() && other.severity == first.severity);
        assert!(
            !still,
            "{}: still {:?}",
            case.name,
            after.iter().map(line).collect::<Vec<_>>()
        );
        kinds.insert(fix_name(&fix.kind));
    }
    assert_eq!(kinds.len(), 10, "every kind of fix has a case");
}

#[test]
fn every_kind_of_finding_has_a_case() {
    let source = String::from_utf8(project_bytes("core/src/findings/kind.rs")).expect("text");
    let kinds: Vec<&str> = source
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix("Self::")?
                .split_once("{ .. } => \"")
        })
        .map(|(_, id)| id.trim_end_matches("\","))
        .collect();
    assert!(kinds.len() > 20, "found only {kinds:?}");
    let expected: Vec<String> = cases().into_iter().flat_map(|case| case.expect).collect();
    for kind in kinds {
        let word = format!(" {kind} ");
        assert!(
            expected.iter().any(|line| line.contains(&word)),
            "no case for {kind}"
        );
    }
}

#[test]
fn findings_speak_both_languages() {
    for case in cases() {
        let (plan, found) = found(changed(&case), case.year);
        for finding in &found {
            let (swedish, english) = (
                text::finding(finding, &plan, Lang::Sv),
                text::finding(finding, &plan, Lang::En),
            );
            assert_ne!(swedish, english, "{}", case.name);
            assert!(
                swedish.ends_with(['.', '?']) && english.ends_with(['.', '?']),
                "{swedish} / {english}"
            );
            if let Some(fix) = &finding.fix {
                assert_ne!(
                    text::fix(fix, Lang::Sv),
                    text::fix(fix, Lang::En),
                    "{}",
                    case.name
                );
            }
        }
    }
}

#[test]
fn a_conflict_names_the_rules_that_cannot_hold_together() {
    let case = cases()
        .into_iter()
        .find(|case| case.name == "rules that cannot hold together")
        .expect("the case");
    let (plan, found) = found(changed(&case), case.year);
    let words = text::finding(&found[0], &plan, Lang::En);
    assert!(
        words.contains("July 2027") && words.contains("months without meetings"),
        "{words}"
    );
    assert!(
        !words.contains("weekends"),
        "only the rules that clash are named: {words}"
    );
}

#[test]
fn the_shipped_plans_have_no_errors_in_twenty_years() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let outcome = years(&plan, 2026, 2045);
        let errors: Vec<String> = findings(&plan, &outcome)
            .iter()
            .filter(|finding| finding.severity == planning_wheel::findings::Severity::Error)
            .map(|finding| {
                format!(
                    "{} – {}",
                    line(finding),
                    text::finding(finding, &plan, Lang::Sv)
                )
            })
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn a_fix_that_does_not_fit_leaves_the_document_alone() {
    let document = base();
    let fix = Fix {
        kind: FixKind::RemoveEdit,
        changes: vec![Change::Remove {
            path: "/meetings/9/edits/0".into(),
        }],
    };
    let problems = fix.apply(&document).expect_err("there is no such meeting");
    assert_eq!(
        problems.0[0].path, "/meetings/9",
        "the first part that is missing"
    );
    let fix = Fix {
        kind: FixKind::NoteDay,
        changes: vec![Change::Set {
            path: "/first_year".into(),
            value: Value::from("soon"),
        }],
    };
    assert!(fix.apply(&document).is_err(), "a year is a number");
    assert!(Plan::check(document, &catalogue()).is_ok());
}
