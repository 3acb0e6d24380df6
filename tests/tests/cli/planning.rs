//! Trying, comparing and merging plans in a terminal.

use super::{planning_wheel, with_input};
use planning_wheel_cli::Exit;
use planning_wheel_tests::{AGREEMENTS, assert_pinned, project_bytes};
use serde_json::Value;

#[test]
fn what_people_read() {
    let small = project_bytes("tests/data/cli/small.json");
    for (file, line) in [
        ("simulate-sv.txt", "simulate - --year 2027"),
        (
            "simulate-en.txt",
            "simulate - --year 2027 --lang en --variant later meetings/moten-styrgrupp/minutes=120 \
             meetings/moten-styrgrupp/days/fixed=[\"2027-03-10\"]",
        ),
        (
            "simulate.json",
            "simulate - --year 2027 --json --lang en --travel lilleby=30 --set \
             bodies/styrgrupp/seats=[{\"of\":[\"lilleby\"],\"role\":\"Chef\",\"count\":2,\"up_to\":3}]",
        ),
    ] {
        let shown = with_input(line, &small).fine(line);
        assert_pinned(&format!("cli/{file}"), &shown);
    }
}

#[test]
fn a_plan_against_itself_is_no_difference() {
    for name in AGREEMENTS {
        let plan = format!("plans/{name}.json");
        let line = format!("diff {plan} {plan} --mandate 2027 --json");
        let data: Value = serde_json::from_str(&planning_wheel(&line).fine(&line)).unwrap();
        assert_eq!(data["document"], serde_json::json!([]));
        for part in ["dates", "solved", "found"] {
            assert_eq!(data["difference"][part], serde_json::json!([]), "{name}");
        }
        let line = format!("diff {plan} {plan}");
        assert_eq!(planning_wheel(&line).out, "Planerna är lika.\n");
    }
}

#[test]
fn a_difference_is_told_with_what_it_does() {
    let plan = String::from_utf8(project_bytes("plans/sskl-kalmar.json")).unwrap();
    let other = plan.replacen("\"target\": 9", "\"target\": 7", 1);
    assert_ne!(plan, other);
    let line = "diff plans/sskl-kalmar.json - --year 2027";
    let shown = with_input(line, other.as_bytes()).fine(line);
    assert!(
        shown.contains("/meetings/moten-nso/count/target"),
        "{shown}"
    );
    assert!(
        shown.contains("borta: tor 9 dec 2027  NSO (moten-nso/2027/9)"),
        "{shown}"
    );
}

#[test]
fn what_cannot_be_tried_is_said() {
    let plan = "simulate plans/sskl-kalmar.json";
    for (options, said) in [
        (
            "--set meetings/moten-nzo/count/target=7",
            "Menade du \"moten-nso\"?",
        ),
        ("--set meetings/moten-nso/cuont=7", "Menade du \"count\"?"),
        ("--set first_year=1800", "1800"),
        ("--set title", "sökväg=värde"),
        ("--set =1", "sökvägen före ="),
        ("--variant a=1 b=2", "börjar med ett namn"),
        (
            "--variant a title=1 --variant b title=2 --variant c title=3 --variant d title=4 --variant e title=5",
            "högst 4",
        ),
        ("--travel kalmarr=30", "Menade du \"kalmar\"?"),
        ("--travel kalmar", "minuter"),
    ] {
        let ran = planning_wheel(&format!("{plan} --year 2027 {options}"));
        assert_eq!(ran.exit, Exit::Unreadable, "{options}");
        assert!(ran.err.contains(said), "{options}: {}", ran.err);
        assert_eq!(ran.out, "", "{options}");
    }
}
