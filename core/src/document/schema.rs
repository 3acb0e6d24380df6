//! The JSON Schemas of the file formats, from the types that read them.

use super::{Catalogue, FORMAT, PlanDocument};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// What the names of the schemas begin with; they end with the version of the format.
const NAME: &str = "urn:planning-wheel:";

/// The JSON Schema (draft 2020-12) of a plan document.
///
/// # Example
/// ```
/// let schema = planning_wheel::document::schema();
/// assert_eq!(schema["title"], "Planning wheel: plan");
/// assert_eq!(schema["additionalProperties"], false);
/// ```
#[must_use]
pub fn schema() -> Value {
    of::<PlanDocument>("plan:1", "Planning wheel: plan", FORMAT)
}

/// The JSON Schema (draft 2020-12) of a statutory catalogue.
#[must_use]
pub fn catalogue_schema() -> Value {
    of::<Catalogue>(
        "catalogue:1",
        "Planning wheel: statutory catalogue",
        super::CATALOGUE_FORMAT,
    )
}

fn of<T: JsonSchema>(name: &str, title: &str, format: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("$id".into(), json!([NAME, name].concat()));
    schema.insert("title".into(), json!(title));
    let field = schema
        .pointer_mut("/properties/format")
        .and_then(Value::as_object_mut);
    if let Some(field) = field {
        field.insert("const".into(), json!(format));
    }
    let mut schema = schema.to_value();
    plain(&mut schema);
    schema
}

/// Makes of Rust's words what any reader of a JSON Schema understands.
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = prose(text);
            }
            bounds(map);
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        _ => {}
    }
}

/// The sentences of a doc comment, without examples, line breaks and links.
fn prose(text: &str) -> String {
    let mut sentences = Vec::new();
    for part in text.split("\n\n") {
        if part.starts_with("# ") || part.starts_with("```") {
            break;
        }
        sentences.push(
            part.replace('\n', " ")
                .replace("[`", "`")
                .replace("`]", "`"),
        );
    }
    sentences.join("\n\n")
}

/// Formats such as `int32` are Rust's own: limits say the same to everyone.
fn bounds(map: &mut Map<String, Value>) {
    let Some(Value::String(format)) = map.get("format") else {
        return;
    };
    let whole = match format.as_str() {
        "int32" => Some((json!(i32::MIN), json!(i32::MAX))),
        "uint32" => Some((json!(0), json!(u32::MAX))),
        "int8" | "int16" | "uint8" | "uint16" | "double" => None,
        _ => return,
    };
    map.remove("format");
    if let Some((min, max)) = whole {
        map.entry("minimum").or_insert(min);
        map.entry("maximum").or_insert(max);
    }
}
