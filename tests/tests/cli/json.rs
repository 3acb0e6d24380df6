//! JSON that automation can rely on: its shape, the order of its fields, and what it says.

use super::{planning_wheel, with_input};
use planning_wheel_tests::{AGREEMENTS, plan, project_bytes, years};
use serde_json::Value;

/// Fields of an entry, in the order in which they are printed.
pub(crate) const FIELDS: [&str; 24] = [
    "id",
    "kind",
    "title",
    "start",
    "end",
    "start_time",
    "minutes",
    "body",
    "level",
    "principals",
    "source",
    "sources",
    "reasons",
    "moved_from",
    "nominal",
    "legally_latest",
    "status",
    "place",
    "responsible",
    "holder",
    "items",
    "links",
    "url",
    "note",
];

fn validate(schema: &str, value: &Value) {
    let path = format!("tests/data/cli/{schema}.schema.json");
    let schema: Value = serde_json::from_slice(&project_bytes(&path)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    if let Some(error) = validator.iter_errors(value).next() {
        panic!("{path}: {} at {}", error, error.instance_path());
    }
}

fn json(line: &str) -> Value {
    serde_json::from_str(&planning_wheel(line).fine(line)).unwrap()
}

#[test]
fn entries_have_their_shape() {
    for name in AGREEMENTS {
        for options in ["", "--per-principal --lang en"] {
            let line = format!("calendar plans/{name}.json --mandate 2027 --json {options}");
            validate("entries", &json(&line));
        }
    }
}

#[test]
fn entries_are_those_of_the_core() {
    for name in AGREEMENTS {
        let outcome = years(&plan(name), 2027, 2030);
        let printed = json(&format!("calendar plans/{name}.json --mandate 2027 --json"));
        let ids: Vec<&str> = outcome
            .calendar()
            .entries()
            .iter()
            .map(|entry| entry.id.as_str())
            .collect();
        let printed: Vec<&str> = printed
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|entry| entry["id"].as_str())
            .collect();
        assert_eq!(ids, printed);
    }
}

#[test]
fn fields_come_in_one_order() {
    for name in AGREEMENTS {
        let line = format!("calendar plans/{name}.json --year 2027 --json");
        let mut last = 0;
        for row in planning_wheel(&line).fine(&line).lines() {
            let field = row
                .strip_prefix("    \"")
                .and_then(|row| row.split('"').next());
            if row == "  {" {
                last = 0;
            }
            if let Some(field) = field {
                let place = FIELDS.iter().position(|known| *known == field);
                let place = place.unwrap_or_else(|| panic!("{field} is not documented"));
                assert!(last <= place, "{field} comes too late");
                last = place;
            }
        }
    }
}

#[test]
fn findings_have_their_shape() {
    for name in AGREEMENTS {
        for options in ["", "--year 2027 --lang en", "--mandate 2027"] {
            let line = format!("check plans/{name}.json --json {options}");
            let value = json(&line);
            validate("check", &value);
            assert_eq!(value["plan"], *plan(name).document().id);
            assert!(!value["findings"].as_array().unwrap().is_empty(), "{line}");
        }
    }
}

#[test]
fn explain_gives_the_entry_of_the_calendar() {
    let plan = "plans/sskl-kalmar.json";
    let entries = json(&format!("calendar {plan} --year 2027 --json --lang en"));
    for entry in entries.as_array().unwrap().iter().step_by(9) {
        let id = entry["id"].as_str().unwrap();
        let explained = json(&format!("explain {plan} {id} --json --lang en"));
        assert_eq!(&explained, entry);
    }
}

#[test]
fn a_problem_says_what_was_probably_meant() {
    let plan = br#"{ "format": "planning-wheel/1", "id": "a", "titel": "A", "first_year": 2026 }"#;
    let ran = with_input("check - --json", plan);
    let checked: Value = serde_json::from_str(&ran.out).unwrap();
    let problems = checked["problems"].as_array().unwrap();
    let misspelt = problems.iter().find(|one| one["path"] == "/titel").unwrap();
    assert_eq!(misspelt["suggestion"], "title");
    validate("check", &checked);
}

#[test]
fn mandates_and_holidays() {
    let mandates = json("mandates --from 2027 --to 2027 --json");
    assert_eq!(mandates[0]["election"], "2026-09-13");
    assert_eq!(mandates[0]["council"]["start"], "2026-10-15");
    assert_eq!(mandates[0]["calendar"]["end"], "2031-01-01");
    assert_eq!(mandates[0]["years"], 4);
    assert_eq!(mandates.as_array().unwrap().len(), 1);
    let holidays = json("holidays --year 2027 --json");
    assert_eq!(holidays[0]["id"], "new_years_day");
    assert_eq!(holidays[0]["kind"], "public_holiday");
    assert_eq!(holidays[0]["name"], "Nyårsdagen");
    assert_eq!(holidays[0]["week"], 53);
}

#[test]
fn duties_carry_their_law() {
    let duties = json("duties --year 2027 --json");
    let duties = duties.as_array().unwrap();
    assert!(duties.len() > 20);
    let budget = duties.iter().find(|duty| duty["duty"] == "kl-11-10-budget");
    let budget = budget.unwrap();
    assert_eq!(budget["start"], "2027-11-30");
    assert!(
        budget["citation"]
            .as_str()
            .unwrap()
            .contains("11 kap. 10 §")
    );
    assert_eq!(budget["kind"], "duty");
    validate(
        "entries",
        &Value::Array(duties.iter().map(as_entry).collect()),
    );
}

/// A duty without what only duties have.
fn as_entry(duty: &Value) -> Value {
    let mut entry = duty.clone();
    for field in ["duty", "citation", "checked", "binds"] {
        entry.as_object_mut().unwrap().remove(field).unwrap();
    }
    entry
}
