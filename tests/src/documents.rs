//! Plan documents and catalogues made up by proptest, from the JSON Schema: every field of every
//! part, and nothing to mend here when a field is added.
//!
//! The documents can be read; their references lead nowhere.

use planning_wheel::document::{self, Catalogue, PlanDocument};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Values nest no deeper than this.
const DEPTH: usize = 14;

/// A plan document.
pub fn plan_document() -> impl Strategy<Value = PlanDocument> {
    plan_json().prop_map(|json| {
        let text = json.to_string();
        match document::parse(text.as_bytes()) {
            Ok(parsed) => parsed.document,
            Err(problems) => panic!("the schema allows what cannot be read:\n{problems}\n{text}"),
        }
    })
}

/// A statutory catalogue.
pub fn catalogue() -> impl Strategy<Value = Catalogue> {
    of_schema(&document::catalogue_schema()).prop_map(|json| {
        let text = json.to_string();
        match document::parse_catalogue(text.as_bytes()) {
            Ok(parsed) => parsed.document,
            Err(problems) => panic!("the schema allows what cannot be read:\n{problems}\n{text}"),
        }
    })
}

/// The JSON of a plan document, written in any of the ways that mean the same.
pub fn plan_json() -> BoxedStrategy<Value> {
    of_schema(&document::schema())
}

/// Any JSON value.
pub fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        let name = prop_oneof![
            select(vec![
                "format", "id", "title", "meetings", "bodies", "on", "sv", "days"
            ])
            .prop_map(str::to_owned),
            ".{0,6}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn of_schema(schema: &Value) -> BoxedStrategy<Value> {
    let root = schema.clone();
    value(&root, schema, 0).unwrap_or_else(|| Just(Value::Null).boxed())
}

/// Values that a schema allows; nothing where they would nest too deep.
fn value(root: &Value, schema: &Value, depth: usize) -> Option<BoxedStrategy<Value>> {
    if depth > DEPTH {
        return None;
    }
    if let Some(reference) = schema["$ref"].as_str() {
        return match reference.rsplit('/').next() {
            Some("Day") => Some(day().boxed()),
            Some("MonthDay") => Some(month_day().boxed()),
            Some("Time") => Some(time().boxed()),
            _ => value(
                root,
                root.pointer(reference.trim_start_matches('#'))?,
                depth + 1,
            ),
        };
    }
    if let Some(word) = schema.get("const") {
        return Some(Just(word.clone()).boxed());
    }
    if let Some(either) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let choices: Vec<_> = either
            .iter()
            .filter_map(|choice| value(root, choice, depth))
            .collect();
        return (!choices.is_empty()).then(|| prop::strategy::Union::new(choices).boxed());
    }
    match &schema["type"] {
        Value::String(kind) => of_type(root, schema, kind, depth),
        Value::Array(kinds) => {
            let choices: Vec<_> = kinds
                .iter()
                .filter_map(|kind| of_type(root, schema, kind.as_str()?, depth))
                .collect();
            (!choices.is_empty()).then(|| prop::strategy::Union::new(choices).boxed())
        }
        other => panic!("the schema has a type that is not known here: {other} in {schema}"),
    }
}

fn of_type(root: &Value, schema: &Value, kind: &str, depth: usize) -> Option<BoxedStrategy<Value>> {
    Some(match kind {
        "null" => Just(Value::Null).boxed(),
        "boolean" => any::<bool>().prop_map(Value::from).boxed(),
        "string" => text().prop_map(Value::from).boxed(),
        "number" => number().prop_map(Value::from).boxed(),
        "integer" => {
            let bound = |name: &str| schema[name].as_i64();
            let not = schema["not"]["const"].as_i64();
            let range = bound("minimum")?..=bound("maximum")?;
            let any = range.prop_filter("excluded", move |number| Some(*number) != not);
            any.prop_map(Value::from).boxed()
        }
        "array" => match value(root, &schema["items"], depth + 1) {
            Some(item) => prop::collection::vec(item, 0..3)
                .prop_map(Value::from)
                .boxed(),
            None => Just(json!([])).boxed(),
        },
        "object" => object(root, schema, depth)?,
        other => panic!("the schema has a type that is not known here: {other}"),
    })
}

fn object(root: &Value, schema: &Value, depth: usize) -> Option<BoxedStrategy<Value>> {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let mut fields: BoxedStrategy<Map<String, Value>> = Just(Map::new()).boxed();
    for (name, part) in schema["properties"].as_object().into_iter().flatten() {
        let must = required.contains(&json!(name));
        let Some(part) = value(root, part, depth + 1) else {
            if must {
                return None;
            }
            continue;
        };
        let name = name.clone();
        // Rarely enough that a document with all its parts stays small.
        let part = match must {
            true => part.prop_map(Some).boxed(),
            false => prop::option::weighted(0.3, part).boxed(),
        };
        fields = (fields, part)
            .prop_map(move |(mut fields, part)| {
                fields.extend(part.map(|part| (name.clone(), part)));
                fields
            })
            .boxed();
    }
    if schema["additionalProperties"].is_object() {
        let others = value(root, &schema["additionalProperties"], depth + 1)?;
        let others = prop::collection::btree_map("[a-z]{1,5}", others, 0..3);
        fields = (fields, others)
            .prop_map(|(mut fields, others)| {
                fields.extend(others);
                fields
            })
            .boxed();
    }
    Some(fields.prop_map(Value::Object).boxed())
}

/// Texts with what is hard to write: quotation marks, backslashes, line breaks, rare letters.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zåäö0-9-]{1,8}",
        1 => "[ A-ZÅÄÖa-zåäö\"\\\\/\n\t{}\\[\\],:'~§–🙂𝄞é]{0,12}",
        1 => select(vec!["", " ", "null", "1", "[", "{", "},", "mån 2027-03-01", "\u{2028}\u{a0}"])
            .prop_map(str::to_owned),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        -1e6..1e6_f64,
        (-100..100_i32).prop_map(f64::from),
        prop::num::f64::NORMAL
    ]
}

fn day() -> impl Strategy<Value = Value> {
    (1970..=2100_i32, 1..=12_u32, 1..=28_u32)
        .prop_map(|(year, month, day)| json!(format!("{year:04}-{month:02}-{day:02}")))
}

fn month_day() -> impl Strategy<Value = Value> {
    (1..=12_u32, 1..=29_u32).prop_map(|(month, day)| json!(format!("{month:02}-{day:02}")))
}

fn time() -> impl Strategy<Value = Value> {
    (0..24_u32, 0..60_u32).prop_map(|(hour, minute)| json!(format!("{hour:02}:{minute:02}")))
}
