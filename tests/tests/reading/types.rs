//! The types read themselves in two ways, through serde and through the reader: both from the
//! same attributes, and both alike.

use crate::SAMPLE;
use planning_wheel::document::{PlanDocument, parse};
use serde_json::{Value, json};

/// Wherever a value is replaced or left out, both read the same or neither reads anything.
#[test]
fn serde_and_the_reader_agree() {
    let sample: Value = serde_json::from_str(SAMPLE).unwrap();
    // No lists: serde would take one for an object, field by field.
    let others = [
        json!(null),
        json!(3),
        json!(-1),
        json!(2.5),
        json!(2050),
        json!(true),
        json!("x"),
        json!("2027-02-30"),
        json!({}),
        json!({ "sv": "S", "en": "E" }),
        json!({ "spread": {}, "fixed": [] }),
    ];
    let mut read = [0, 0];
    for (turn, path) in paths(&sample, "").iter().enumerate() {
        for other in others.iter().cycle().skip(turn * 5).take(5) {
            let mut changed = sample.clone();
            *changed.pointer_mut(path).unwrap() = other.clone();
            read[usize::from(alike(&changed, path))] += 1;
        }
        let mut changed = sample.clone();
        let (parent, name) = path.rsplit_once('/').unwrap();
        if let Some(Value::Object(map)) = changed.pointer_mut(parent) {
            map.remove(name);
            read[usize::from(alike(&changed, path))] += 1;
        }
    }
    assert!(
        read.iter().all(|count| *count > 100),
        "refused and read: {read:?}"
    );
}

fn alike(changed: &Value, path: &str) -> bool {
    let text = changed.to_string();
    let ours = parse(text.as_bytes()).map(|parsed| parsed.document);
    let serde = serde_json::from_str::<PlanDocument>(&text);
    match (&ours, &serde) {
        (Ok(ours), Ok(serde)) => assert_eq!(ours, serde, "{path}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{path}: {:?}, but serde says {:?}", ours.err(), serde.err()),
    }
    ours.is_ok()
}

/// Every place but the format, whose words only the reader knows.
fn paths(value: &Value, path: &str) -> Vec<String> {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(map) => map
            .iter()
            .map(|(name, inner)| (format!("{path}/{name}"), inner))
            .collect(),
        Value::Array(list) => (0..)
            .zip(list)
            .map(|(place, inner): (usize, _)| (format!("{path}/{place}"), inner))
            .collect(),
        _ => Vec::new(),
    };
    let mut all = Vec::new();
    for (path, inner) in inside.into_iter().filter(|(path, _)| path != "/format") {
        all.extend(paths(inner, &path));
        all.push(path);
    }
    all
}
