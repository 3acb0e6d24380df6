//! What an element of a list is called.

use super::{choice, known_field};
use crate::time::{Lang, Month};
use serde_json::Value;

/// What an element of a list is called: its title or name, or else what tells it from the others.
///
/// A series of meetings without a title is called after its bodies, an office after its role too.
///
/// # Example
/// ```
/// use planning_wheel::{text::called, time::Lang};
/// let document = serde_json::json!({
///     "bodies": [{ "id": "nso", "name": "Nätverket", "short": "NSO" }],
///     "offices": [{ "id": "nso-ordforande", "role": "chair", "bodies": ["nso"] }]
/// });
/// let office = &document["offices"][0];
/// assert_eq!(called("offices", office, &document, Lang::Sv).unwrap(), "Ordförande: NSO");
/// ```
#[must_use]
pub fn called(list: &str, element: &Value, document: &Value, lang: Lang) -> Option<String> {
    called_by(list, element, &|id| body_name(document, id, lang), lang)
}

/// Short name of a body by its id.
pub(crate) type BodyNames<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The same for those who know the names of bodies from elsewhere.
fn called_by(list: &str, element: &Value, names: BodyNames<'_>, lang: Lang) -> Option<String> {
    let fields = match element {
        Value::Object(fields) => fields,
        Value::String(text) => return Some(text.clone()),
        other => return other.as_i64().map(|number| number.to_string()),
    };
    let text = |name: &str| fields.get(name).and_then(|text| spoken(text, lang));
    let title = ["title", "name", "text"].iter().find_map(|name| text(name));
    title.or_else(|| match list {
        "seats" => text("role"),
        "meetings" => fields.get("bodies").map(|ids| bodies(ids, names)),
        "offices" => {
            let role = choice("OfficeRole", fields.get("role")?.as_str()?, lang)?;
            Some(format!("{role}: {}", bodies(fields.get("bodies")?, names)))
        }
        "windows" => Some(months(fields.get("months")?, lang)),
        "published" | "values" => Some(fields.get("year")?.to_string()),
        "held" => Some(format!(
            "{} {}",
            fields.get("from_year")?,
            fields.get("by")?.as_str()?
        )),
        "elections" => Some(fields.get("from_year")?.to_string()),
        "cite" => text("section"),
        "days" => text("date"),
        "edits" => {
            let (word, edit) = fields.iter().next()?;
            let which = edit.get("occurrence")?.as_str()?;
            Some(format!("{} {which}", choice("Edit", word, lang)?))
        }
        _ => None,
    })
}

/// A text in a language, whether it is written in one or in both.
fn spoken(text: &Value, lang: Lang) -> Option<String> {
    match text {
        Value::Object(both) => {
            let in_language = both.get(lang.pick("sv", "en")).or_else(|| both.get("sv"));
            in_language?.as_str().map(str::to_owned)
        }
        other => other.as_str().map(str::to_owned),
    }
}

fn bodies(ids: &Value, names: BodyNames<'_>) -> String {
    let ids = ids.as_array().into_iter().flatten();
    let ids = ids.filter_map(Value::as_str);
    let names: Vec<String> = ids
        .map(|id| names(id).unwrap_or_else(|| id.to_owned()))
        .collect();
    names.join(", ")
}

/// Short name of a body as a document writes it, or its name.
pub(crate) fn body_name(document: &Value, id: &str, lang: Lang) -> Option<String> {
    let mut bodies = document.get("bodies")?.as_array()?.iter();
    let body = bodies.find(|body| body.get("id").and_then(Value::as_str) == Some(id))?;
    let name = |name: &&str| spoken(body.get(*name)?, lang);
    ["short", "name"].iter().find_map(name)
}

fn months(numbers: &Value, lang: Lang) -> String {
    let all = numbers.as_array().into_iter().flatten();
    let month = |number: &Value| Month::new(u8::try_from(number.as_u64()?).ok()?);
    let names: Vec<&str> = all
        .filter_map(|number| Some(month(number)?.name(lang)))
        .collect();
    names.join(", ")
}

/// The same with what it is where its name does not say: "möten: NSO".
pub(crate) fn called_alone(
    list: &str,
    element: &Value,
    names: BodyNames<'_>,
    lang: Lang,
) -> Option<String> {
    let own = called_by(list, element, names, lang)?;
    let is_bare = list == "meetings" && element.get("title").is_none();
    Some(match is_bare {
        true => format!("{}: {own}", known_field("PlanDocument", list, lang)?),
        false => own,
    })
}
