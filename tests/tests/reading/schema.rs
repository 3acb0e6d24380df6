//! The JSON Schema against the reader.

use crate::SAMPLE;
use planning_wheel::document::{self, parse};
use planning_wheel_tests::documents::{any_json, plan_json};
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// One value of a plan is replaced by another: the schema and the reader agree, and where they
    /// do not, the reader is the one that looks closer.
    #[test]
    fn schema_and_reader_agree(json in plan_json(), other in any_json(), pick in any::<usize>()) {
        let validator = jsonschema::validator_for(&document::schema()).unwrap();
        prop_assert!(validator.is_valid(&json));
        let mut changed = json;
        let count = count_values(&changed);
        replace(&mut changed, &mut (pick % count), other);
        if parse(changed.to_string().as_bytes()).is_ok() {
            prop_assert!(validator.is_valid(&changed), "{}", changed);
        }
    }
}

fn count_values(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count_values).sum(),
        Value::Object(map) => map.values().map(count_values).sum(),
        _ => 0,
    }
}

fn replace(value: &mut Value, left: &mut usize, other: Value) -> Option<Value> {
    if *left == 0 {
        *value = other;
        *left = usize::MAX;
        return None;
    }
    *left -= 1;
    let inner: Vec<&mut Value> = match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(map) => map.values_mut().collect(),
        _ => Vec::new(),
    };
    inner
        .into_iter()
        .try_fold(other, |other, inner| replace(inner, left, other))
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let validator = jsonschema::validator_for(&document::schema()).unwrap();
    let sample: Value = serde_json::from_str(SAMPLE).unwrap();
    assert!(validator.is_valid(&sample));
    let mut refused = 0;
    for pick in 0..count_values(&sample) {
        let mut changed = sample.clone();
        replace(
            &mut changed,
            &mut pick.clone(),
            json!({ "no such field": [] }),
        );
        assert!(!validator.is_valid(&changed), "{changed}");
        assert!(parse(changed.to_string().as_bytes()).is_err());
        refused += 1;
    }
    assert!(refused > 50);
    let schema = document::schema();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::meta::validate(&document::catalogue_schema()).unwrap();
    assert_eq!(schema, document::schema());
    described(&schema, "");
}

/// Every field says what it is.
fn described(schema: &Value, path: &str) {
    if let Some(fields) = schema["properties"].as_object() {
        let choice = fields.len() == 1
            && schema["required"]
                .as_array()
                .is_some_and(|all| all.len() == 1);
        for (name, field) in fields {
            let text = matches!(name.as_str(), "sv" | "en");
            assert!(
                choice || text || field["description"].is_string(),
                "{path}/{name} has no description"
            );
        }
    }
    match schema {
        Value::Object(map) => map
            .iter()
            .for_each(|(name, part)| described(part, &format!("{path}/{name}"))),
        Value::Array(list) => list.iter().for_each(|part| described(part, path)),
        _ => {}
    }
}
