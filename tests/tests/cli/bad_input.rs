//! What cannot be read gets a clear error and exit code 2.

use super::{planning_wheel, with_input};
use planning_wheel_cli::Exit;
use planning_wheel_tests::{assert_pinned, project_bytes};
use serde_json::Value;

const MISSPELT: &str = r#"{
  "format": "planning-wheel/1",
  "id": "nso",
  "titel": "Nätverket",
  "first_year": "2026",
  "bodies": [{ "id": "nso", "name": "NSO", "level": "strategc" }]
}
"#;

const DANGLING: &str = r#"{
  "format": "planning-wheel/1",
  "id": "nso",
  "title": "Nätverket",
  "first_year": 1800,
  "bodies": [{ "id": "nso", "name": "NSO", "level": "strategc" }],
  "duties": [{ "duty": "kl-5-7-council-sise" }]
}
"#;

#[test]
fn a_caret_stands_under_the_place() {
    for (name, text) in [
        ("misspelt", MISSPELT),
        ("dangling", DANGLING),
        ("truncated", &MISSPELT[..60]),
        ("empty", ""),
    ] {
        for lang in ["sv", "en"] {
            let line = format!("check - --lang {lang}");
            let said = with_input(&line, text.as_bytes()).unreadable(&line);
            assert_pinned(&format!("cli/{name}-{lang}.txt"), &said);
        }
    }
}

#[test]
fn check_gives_problems_as_data_too() {
    let ran = with_input("check - --json --lang en", MISSPELT.as_bytes());
    assert_eq!(ran.exit, Exit::Unreadable);
    assert!(ran.err.contains("^^^^^^^"), "{}", ran.err);
    let value: Value = serde_json::from_str(&ran.out).unwrap();
    let problem = &value["problems"][0];
    assert_eq!(problem["path"], "/titel");
    assert_eq!(
        (problem["line"].as_u64(), problem["column"].as_u64()),
        (Some(4), Some(3))
    );
    assert!(problem["message"].as_str().unwrap().contains("\"title\""));
    assert_eq!(value["findings"], Value::Array(Vec::new()));
}

#[test]
fn other_commands_print_nothing_but_problems() {
    for line in [
        "calendar - --year 2027 --json",
        "calendar - --year 2027 --csv",
        "explain - election/2026",
        "wheel - --year 2027 -o -",
        "wheel - --mandate 2027 -o -",
        "duties --year 2027 --catalogue -",
    ] {
        let said = with_input(line, MISSPELT.as_bytes()).unreadable(line);
        assert!(said.contains("<stdin>:"), "{said}");
    }
}

#[test]
fn files_that_cannot_be_read() {
    let missing = planning_wheel("check no-such-plan.json").unreadable("missing");
    assert_eq!(missing, "fel: no-such-plan.json: filen finns inte\n");
    let missing = planning_wheel("check no-such-plan.json --lang en").unreadable("missing");
    assert_eq!(missing, "error: no-such-plan.json: there is no such file\n");
    let folder = planning_wheel("check plans/../plans --lang en").unreadable("folder");
    assert!(folder.contains("folder"), "{folder}");
    let bytes = with_input("check - --lang en", b"{\n \"format\": \"\xff\"}").unreadable("bytes");
    assert!(
        bytes.starts_with("<stdin>:2:13: error: The file is not UTF-8"),
        "{bytes}"
    );
    let endless = vec![b' '; 3 * 1024 * 1024];
    let large = with_input("check - --lang en", &endless).unreadable("large");
    assert!(large.contains("at most 2097152 are read"), "{large}");
}

/// Arguments, and words of the error that they give.
const NONSENSE: [(&str, &str); 31] = [
    ("calendar PLAN --year 1969", "1970–2100"),
    ("calendar PLAN --year 2101", "1970–2100"),
    ("check PLAN --mandate 1970", "1970"),
    ("check PLAN --mandate 3000", "1970–2100"),
    ("wheel PLAN --year 0 -o -", "1970–2100"),
    ("holidays --year 99999", "1970–2100"),
    ("duties --year 1969", "1970–2100"),
    ("mandates --from 2030 --to 2020", "swap"),
    ("calendar PLAN --from 2027-02-01 --to 2027-01-31", "swap"),
    (
        "calendar PLAN --from 2027-02-29 --to 2027-03-31",
        "the last day is 28",
    ),
    (
        "calendar PLAN --from yesterday --to 2027-03-31",
        "--from: \"yesterday\"",
    ),
    (
        "calendar PLAN --year 2027 --kind metting",
        "Did you mean \"meeting\"?",
    ),
    ("calendar PLAN --year 2027 --kind x", "meeting, preparation"),
    (
        "calendar PLAN --year 2027 --body nos",
        "Did you mean \"nso\"?",
    ),
    (
        "calendar PLAN --year 2027 --body nowhere-at-all",
        "There are",
    ),
    (
        "calendar PLAN --year 2027 --principal kalmr",
        "Did you mean \"kalmar\"?",
    ),
    ("explain PLAN moten-nso/2027/99", "moten-nso/2027/9"),
    ("explain PLAN election/2027", "election/2026"),
    ("explain PLAN moten-nos/2027/1", "moten-nso"),
    ("explain PLAN x", "--json"),
    ("wheel PLAN --year 2027 --today 2027 -o -", "--today"),
    ("wheel PLAN --year 2027 --kind metings -o -", "meeting"),
    ("wheel PLAN --mandate 2027 --body nsso -o -", "nso"),
    ("wheel PLAN --mandate 2101 -o -", "1970–2100"),
    ("wheel PLAN --mandate 1970 -o -", "no mandate period"),
    ("wheel PLAN --mandate 2027 --today 2 -o -", "--today"),
    ("wheel PLAN --year 2027 -o PLAN", "is the plan itself"),
    (
        "export PLAN --year 2027 --csv -o PLAN",
        "is the plan itself",
    ),
    (
        "export PLAN --year 2027 --ics -o no/such/folder.ics",
        "cannot be written",
    ),
    (
        "export PLAN --year 2027 --ics -o - --kind metting",
        "Did you mean \"meeting\"?",
    ),
    (
        "wheel PLAN --year 2027 -o no/such/folder.svg",
        "cannot be written",
    ),
];

#[test]
fn arguments_that_make_no_sense() {
    for (arguments, words) in NONSENSE {
        let line = arguments.replace("PLAN", "plans/sskl-kalmar.json") + " --lang en";
        let said = planning_wheel(&line).unreadable(&line);
        assert!(
            said.starts_with("error: ") && said.contains(words),
            "{line}: {said}"
        );
    }
}

#[test]
fn arguments_that_are_missing_or_exclude_each_other() {
    let plan = "plans/sskl-kalmar.json";
    for line in [
        String::new(),
        "chekc".into(),
        "check".into(),
        "check --lang de".into(),
        format!("calendar {plan}"),
        format!("calendar {plan} --from 2027-01-01"),
        format!("calendar {plan} --to 2027-01-01"),
        format!("calendar {plan} --year 2027 --mandate 2027"),
        format!("calendar {plan} --year 2027 --to 2027-12-31"),
        format!("calendar {plan} --year 2027 --json --csv"),
        format!("calendar {plan} --year 2027 --separator comma"),
        format!("check {plan} --year 2027 --mandate 2027"),
        format!("check {plan} --year twenty"),
        format!("wheel {plan} --year 2027"),
        format!("export {plan} --ics -o -"),
        format!("export {plan} --year 2027 -o -"),
        format!("export {plan} --year 2027 --ics"),
        format!("export {plan} --year 2027 --ics --csv -o -"),
        format!("export {plan} --year 2027 --csv --stamp 0 -o -"),
        format!("export {plan} --year 2027 --csv --earlier x -o -"),
        format!("export {plan} --year 2027 --ics --separator comma -o -"),
        format!("wheel {plan} --mandate 2027"),
        format!("wheel {plan} -o -"),
        format!("wheel {plan} --year 2027 --mandate 2027 -o -"),
        format!("wheel {plan} --year 2027 --term councils -o -"),
        format!("wheel {plan} --year 2027 --per-principal -o -"),
        format!("wheel {plan} --mandate 2027 --term kings -o -"),
        "holidays".into(),
        "duties".into(),
    ] {
        planning_wheel(&line).unreadable(&line);
    }
}

#[test]
fn a_plan_cut_anywhere_gives_problems() {
    let bytes = project_bytes("plans/sso-ostergotland.json");
    for end in (0..bytes.len() - 2).step_by(bytes.len() / 40) {
        let ran = with_input("check - --year 2027", &bytes[..end]);
        assert_eq!(ran.exit, Exit::Unreadable, "cut at {end}");
        assert!(ran.err.contains('^'), "cut at {end}: {}", ran.err);
    }
}
