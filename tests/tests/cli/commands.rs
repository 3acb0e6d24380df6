//! Every command on every plan, and the exit codes.

use super::{planning_wheel, with_input};
use planning_wheel::calendar::EntryKind;
use planning_wheel_cli::Exit;
use planning_wheel_tests::{AGREEMENTS, assert_pinned, plan, project_bytes, year};
use serde_json::{Value, json};

#[test]
fn every_command_reads_every_plan() {
    for name in AGREEMENTS {
        for options in [
            "check plans/PLAN.json",
            "check plans/PLAN.json --year 2027 --lang en",
            "check plans/PLAN.json --mandate 2029 --json",
            "calendar plans/PLAN.json --year 2027",
            "calendar plans/PLAN.json --mandate 2027 --lang en --per-principal",
            "calendar plans/PLAN.json --from 2026-08-01 --to 2027-07-31 --json",
            "calendar plans/PLAN.json --year 2028 --csv",
            "wheel plans/PLAN.json --year 2027 -o -",
            "wheel plans/PLAN.json --mandate 2029 -o -",
            "wheel plans/PLAN.json --mandate 2029 --term councils --lang en -o -",
        ] {
            let line = options.replace("PLAN", name);
            planning_wheel(&line).fine(&line);
        }
    }
}

#[test]
fn commands_without_a_plan() {
    for line in [
        "mandates",
        "mandates --from 2027 --to 2027 --lang en",
        "mandates --json",
        "holidays --year 1970",
        "holidays --year 2100 --json",
        "duties --year 2027",
        "duties --year 2027 --json --catalogue plans/statutory.json",
        "schema",
        "schema --catalogue",
        "--help",
        "--version",
    ] {
        let ran = planning_wheel(line);
        assert_eq!(ran.err, "", "{line}");
        ran.fine(line);
    }
}

#[test]
fn standard_input_is_the_same_as_a_file() {
    for name in AGREEMENTS {
        let bytes = project_bytes(&format!("plans/{name}.json"));
        let file = planning_wheel(&format!("calendar plans/{name}.json --year 2027 --json"));
        let stdin = with_input("calendar - --year 2027 --json", &bytes);
        assert_eq!(file.out, stdin.out, "{name}");
    }
    let catalogue = project_bytes("plans/statutory.json");
    let stdin = with_input("duties --year 2027 --catalogue -", &catalogue);
    assert_eq!(planning_wheel("duties --year 2027").out, stdin.out);
    with_input("check - --catalogue -", b"{}").unreadable("two files");
}

#[test]
fn every_entry_explains_itself() {
    for name in AGREEMENTS {
        let outcome = year(&plan(name), 2027);
        for kind in EntryKind::ALL {
            let Some(entry) = outcome.calendar().of_kind(kind).next() else {
                continue;
            };
            let line = format!("explain plans/{name}.json {} --lang en", entry.id);
            let shown = planning_wheel(&line).fine(&line);
            assert!(shown.contains(&format!("Id: {}\n", entry.id)), "{shown}");
            let why = shown.contains("\nWhy that day\n");
            assert_eq!(why, !entry.reasons.is_empty(), "{shown}");
        }
    }
}

#[test]
fn what_people_read() {
    let small = project_bytes("tests/data/cli/small.json");
    for (file, line) in [
        ("calendar-sv.txt", "calendar - --year 2027"),
        (
            "calendar-en.txt",
            "calendar - --year 2027 --lang en --per-principal",
        ),
        ("calendar.csv", "calendar - --year 2027 --csv"),
        ("calendar.json", "calendar - --year 2027 --json"),
        ("check-sv.txt", "check - --year 2027"),
        ("check-en.txt", "check - --year 2027 --lang en"),
        ("check.json", "check - --year 2027 --json --lang en"),
        ("explain-sv.txt", "explain - moten-styrgrupp/2027/2"),
        (
            "explain-en.txt",
            "explain - moten-styrgrupp/2027/2/kallelse --lang en",
        ),
        ("holidays.txt", "holidays --year 2027"),
        ("mandates.txt", "mandates --from 1970 --to 2100 --lang en"),
    ] {
        let shown = with_input(line, &small).fine(line);
        assert_pinned(&format!("cli/{file}"), &shown);
    }
}

#[test]
fn a_day_range_includes_its_last_day() {
    let id = "--kind election --json";
    let plan = "calendar plans/sskl-kalmar.json";
    let on = format!("{plan} --from 2026-09-13 --to 2026-09-13 {id}");
    assert!(planning_wheel(&on).out.contains("election/2026"));
    let before = format!("{plan} --from 2026-09-01 --to 2026-09-12 {id}");
    assert_eq!(planning_wheel(&before).out, "[]\n");
}

#[test]
fn any_year_names_its_mandate_period() {
    let of = |year: i32| {
        planning_wheel(&format!(
            "check plans/sskl-kalmar.json --mandate {year} --json"
        ))
        .out
    };
    let first: Value = serde_json::from_str(&of(2027)).unwrap();
    assert_eq!(first["start"], "2027-01-01");
    assert_eq!(first["end"], "2031-01-01");
    for year in 2028..=2030 {
        assert_eq!(of(2027), of(year));
    }
    assert!(of(2031).contains("\"start\": \"2031-01-01\""));
}

#[test]
fn strict_tells_errors_by_its_exit_code() {
    let mut value: Value =
        serde_json::from_slice(&project_bytes("plans/sskl-kalmar.json")).unwrap();
    let edit = json!([{ "cancel": { "occurrence": "2027/99", "reason": "test" } }]);
    value["meetings"][0]["edits"] = edit;
    let broken = value.to_string();
    for command in [
        "check - --year 2027",
        "calendar - --year 2027",
        "check - --json",
    ] {
        let exit = |line: &str| with_input(line, broken.as_bytes()).exit;
        assert_eq!(exit(command), Exit::Fine, "{command}");
        assert_eq!(
            exit(&format!("{command} --strict")),
            Exit::Findings,
            "{command}"
        );
    }
    let shown = with_input("check - --year 2027", broken.as_bytes()).out;
    assert!(shown.starts_with("fel: "), "{shown}");
    for name in AGREEMENTS {
        let line = format!("check plans/{name}.json --year 2027 --strict");
        planning_wheel(&line).fine(&line);
    }
}

#[test]
fn the_calendar_counts_findings_beside_the_data() {
    let ran = planning_wheel("calendar plans/sskl-kalmar.json --year 2027 --json");
    assert!(ran.err.contains("planning-wheel check"), "{}", ran.err);
    assert!(serde_json::from_str::<Value>(&ran.out).is_ok());
}

#[test]
fn filters_narrow_the_calendar() {
    let line = "calendar plans/sskl-kalmar.json --year 2027 --kind meeting --kind deadline \
                --body nso --json";
    let out = planning_wheel(line).fine(line);
    let entries: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert!(entries.len() > 8);
    for entry in entries {
        assert!(entry["kind"] == "meeting" || entry["kind"] == "deadline");
        assert!(entry["body"].as_array().unwrap().contains(&json!("nso")));
    }
}

/// A principal's own calendar: what it does, bodies where it has seats, and what is everybody's.
#[test]
fn a_principal_gets_what_concerns_it() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let json = |options: &str| -> Vec<Value> {
            let line = format!("calendar plans/{name}.json --mandate 2027 --json {options}");
            serde_json::from_str(&planning_wheel(&line).fine(&line)).unwrap()
        };
        let all = json("");
        for principal in plan.principals() {
            let id = plan.principal_by_id(principal.id()).unwrap();
            let own = json!(principal.id());
            let has_seat = |body: &Value| {
                let body = plan.body_by_id(body.as_str().unwrap()).unwrap();
                let seats = plan.body(body).seats().iter();
                seats
                    .flat_map(|seat| seat.principals())
                    .any(|one| *one == id)
            };
            let concerns = |entry: &&Value| {
                let list = |field: &str| entry[field].as_array().unwrap().clone();
                let (bodies, principals) = (list("body"), list("principals"));
                let is_of_all = bodies.is_empty() && principals.is_empty();
                is_of_all || principals.contains(&own) || bodies.iter().any(has_seat)
            };
            let expected: Vec<&Value> = all.iter().filter(concerns).collect();
            let option = format!("--principal {}", principal.id());
            let shown = json(&option);
            assert_eq!(
                shown.iter().collect::<Vec<_>>(),
                expected,
                "{name} {option}"
            );
            for entry in json(&format!("{option} --per-principal")) {
                let principals = entry["principals"].as_array().unwrap();
                assert!(principals.iter().all(|one| *one == own), "{name} {entry}");
            }
        }
    }
}

#[test]
fn the_schemas_are_the_files_beside_the_plans() {
    for (line, file) in [
        ("schema", "plans/schema.json"),
        ("schema --catalogue", "plans/catalogue.schema.json"),
    ] {
        assert_eq!(planning_wheel(line).out.as_bytes(), project_bytes(file));
    }
}
