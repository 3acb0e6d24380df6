//! The JSON Schemas of the file formats, from the types that read them.

use super::{Catalogue, FORMAT, PlanDocument};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// Where the schemas are published.
const BASE: &str = "https://planning-wheel.github.io/schema/";

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
    of::<PlanDocument>("plan", "Planning wheel: plan", FORMAT)
}

/// The JSON Schema (draft 2020-12) of a statutory catalogue.
#[must_use]
pub fn catalogue_schema() -> Value {
    of::<Catalogue>(
        "catalogue",
        "Planning wheel: statutory catalogue",
        super::CATALOGUE_FORMAT,
    )
}

fn of<T: JsonSchema>(name: &str, title: &str, format: &str) -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    schema.insert("$id".into(), json!([BASE, name, ".schema.json"].concat()));
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

/// Descriptions are doc comments: line breaks inside a paragraph and links to types are no part of
/// what they say.
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = without_links(text);
            }
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        _ => {}
    }
}

fn without_links(text: &str) -> String {
    let mut paragraphs = text
        .split("\n\n")
        .take_while(|part| !part.starts_with("# "));
    let text = paragraphs
        .by_ref()
        .map(|part| part.replace('\n', " "))
        .collect::<Vec<_>>();
    text.join("\n\n").replace("[`", "`").replace("`]", "`")
}
