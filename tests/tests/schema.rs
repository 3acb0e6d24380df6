//! The files beside the plans: every plan in its canonical form and valid by the schema, and the
//! schemas as the types give them. `UPDATE=1` rewrites what is out of date.

use planning_wheel::document::{self, catalogue_schema, schema, write, write_catalogue};
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of, project_bytes};
use planning_wheel_tests::{plan, project_file};
use serde_json::{Value, json};

/// A file of the project holds a text; with `UPDATE=1` it does afterwards.
fn current(path: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(project_file(path), text).unwrap();
    }
    let found = std::fs::read_to_string(project_file(path)).unwrap_or_default();
    assert!(
        found == text,
        "{path} is out of date: run the tests with UPDATE=1"
    );
}

fn json_of(path: &str) -> Value {
    serde_json::from_slice(&project_bytes(path)).unwrap()
}

#[test]
fn the_schema_files_are_those_of_the_types() {
    current("plans/schema.json", &format!("{:#}\n", schema()));
    current(
        "plans/catalogue.schema.json",
        &format!("{:#}\n", catalogue_schema()),
    );
}

#[test]
fn every_plan_is_canonical_and_valid() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for name in AGREEMENTS {
        let path = format!("plans/{name}.json");
        current(&path, &write(&document_of(name)));
        let errors: Vec<String> = validator
            .iter_errors(&json_of(&path))
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
        assert_eq!(plan(name).document().id, name);
    }
    let validator = jsonschema::validator_for(&catalogue_schema()).unwrap();
    current("plans/statutory.json", &write_catalogue(&catalogue()));
    assert!(validator.is_valid(&json_of("plans/statutory.json")));
}

#[test]
fn the_catalogue_is_no_plan() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    assert!(!validator.is_valid(&json_of("plans/statutory.json")));
    let blank = document::PlanDocument::blank("x", "X");
    let mut json = serde_json::to_value(&blank).unwrap();
    assert!(validator.is_valid(&json));
    json["bodys"] = json!([]);
    assert!(!validator.is_valid(&json));
}
