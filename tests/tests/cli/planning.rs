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

/// Three files of a plan in a folder of their own: as it was, and as two people made it.
fn three(name: &str, mine: [&str; 2], theirs: [&str; 2]) -> (std::path::PathBuf, String) {
    let folder = std::env::temp_dir().join(format!("planning-wheel-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let base = String::from_utf8(project_bytes("plans/sskl-kalmar.json")).unwrap();
    let mut paths = Vec::new();
    for (file, [from, to]) in [("base", ["", ""]), ("mine", mine), ("theirs", theirs)] {
        let path = folder.join(format!("{file}.json"));
        assert!(base.contains(from), "{from}");
        let text = if from.is_empty() {
            base.clone()
        } else {
            base.replacen(from, to, 1)
        };
        std::fs::write(&path, text).unwrap();
        paths.push(path.display().to_string());
    }
    (folder, paths.join(" "))
}

#[test]
fn two_people_s_changes_come_together() {
    let (folder, paths) = three(
        "merge",
        ["\"target\": 9", "\"target\": 7"],
        ["\"name\": \"Vimmerby\"", "\"name\": \"Vimmerby kommun\""],
    );
    let out = folder.join("mine.json").display().to_string();
    let ran = planning_wheel(&format!("merge {paths} -o {out}"));
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
    let merged = std::fs::read_to_string(&out).unwrap();
    assert!(merged.contains("\"target\": 7") && merged.contains("Vimmerby kommun"));
    assert_eq!(
        planning_wheel(&format!("format {out} --check")).exit,
        Exit::Fine
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_conflict_is_told_and_nothing_is_written() {
    let (folder, paths) = three(
        "conflict",
        ["\"target\": 9", "\"target\": 7"],
        ["\"target\": 9", "\"target\": 8"],
    );
    let out = folder.join("out.json");
    let ran = planning_wheel(&format!("merge {paths} -o {}", out.display()));
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Findings, ""));
    assert_pinned("cli/merge-conflict-sv.txt", &ran.err);
    assert!(!out.exists());
    let ran = planning_wheel(&format!("merge {paths} --json"));
    let data: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ran.exit, Exit::Findings);
    assert_eq!(
        data["conflicts"][0]["path"],
        "/meetings/moten-nso/count/target"
    );
    let settled = planning_wheel(&format!("merge {paths} --prefer theirs")).fine("settled");
    assert!(settled.contains("\"target\": 8"));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn changes_that_do_not_go_together_are_no_plan() {
    let (folder, paths) = three(
        "together",
        [
            "\"count\": { \"per\": \"year\", \"target\": 9 }",
            "\"count\": { \"per\": \"year\", \"target\": 9, \"max\": 9 }",
        ],
        [
            "\"count\": { \"per\": \"year\", \"target\": 9 }",
            "\"count\": { \"per\": \"year\", \"target\": 12 }",
        ],
    );
    let ran = planning_wheel(&format!("merge {paths} --lang en"));
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Findings, ""));
    assert!(ran.err.contains("/meetings/1/count"), "{}", ran.err);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_newer_plan_is_said_to_be_one_and_nothing_of_it_is_lost() {
    let newer = project_bytes("tests/data/newer/plan.json");
    let shown = with_input("format -", &newer);
    assert_eq!(shown.exit, Exit::Fine, "{}", shown.err);
    assert_eq!(shown.out.as_bytes(), newer);
    assert!(
        shown.err.contains("nyare version (planning-wheel/3)"),
        "{}",
        shown.err
    );
    assert!(shown.err.contains("/wishes"), "{}", shown.err);
    let line = "calendar - --year 2027 --lang en";
    let shown = with_input(line, &newer);
    assert_eq!(shown.exit, Exit::Fine, "{}", shown.err);
    assert!(shown.out.contains("Thu 28 Jan"), "{}", shown.out);
    assert!(
        shown.err.contains("a newer version has saved the plan"),
        "{}",
        shown.err
    );
}

#[test]
fn the_shipped_plans_are_written_as_the_program_writes() {
    for name in AGREEMENTS {
        let line = format!("format plans/{name}.json --check");
        assert_eq!(planning_wheel(&line).exit, Exit::Fine, "{name}");
        let squeezed: Value =
            serde_json::from_slice(&project_bytes(&format!("plans/{name}.json"))).unwrap();
        let ran = with_input("format - --check", squeezed.to_string().as_bytes());
        assert_eq!(ran.exit, Exit::Findings);
        let written = with_input("format -", squeezed.to_string().as_bytes()).fine("format");
        assert_eq!(
            written.as_bytes(),
            project_bytes(&format!("plans/{name}.json"))
        );
    }
}
