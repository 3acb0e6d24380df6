//! Files of YearWheel (`.yrw`): JSON with rings, activity groups, labels and items.
//!
//! The program writes its items in `pages`, one for each year, beside a `structure`; older files
//! have all of it in `organizationData` or `wheelStructure`. Both last days are part of an item.

use super::MAX_ITEMS;
use super::item::{Brought, Item, Place, Why, said};
use super::when::{time_of, written};
use crate::time::add_days;
use chrono::NaiveDate;
use serde_json::Value;

/// Reads a file of YearWheel.
///
/// # Example
/// ```
/// use planning_wheel::import::read_yrw;
/// let file = r#"{"version": "2.0", "metadata": {"title": "Skolan"},
///   "structure": {"rings": [{"id": "r", "name": "Ledning"}], "activityGroups": []},
///   "pages": [{"items": [{"id": "i", "name": "Bokslut", "ringId": "r",
///              "startDate": "2027-01-10", "endDate": "2027-01-12"}]}]}"#;
/// let found = read_yrw(file);
/// assert_eq!(found.items[0].end.to_string(), "2027-01-13");
/// assert_eq!(found.items[0].groups, ["Ledning"]);
/// ```
#[must_use]
pub fn read_yrw(text: &str) -> Brought {
    let mut brought = Brought::default();
    let Ok(file) = serde_json::from_str::<Value>(text) else {
        brought.unread(Place::default(), text, Why::Json, false);
        return brought;
    };
    if file.get("format").is_some() {
        brought.unread(Place::default(), "", Why::Plan, false);
        return brought;
    }
    let title = at(&file, &["metadata", "title"]).or_else(|| file.get("title"));
    brought.title = title.and_then(Value::as_str).and_then(said);
    let Some((base, structure)) = structure(&file) else {
        brought.unread(Place::default(), "", Why::Nothing, false);
        return brought;
    };
    let names = Names::new(structure);
    let mut seen: Vec<String> = Vec::new();
    for (path, value) in items(&file, base, structure) {
        item(&path, value, &names, &mut seen, &mut brought);
    }
    month_texts(base, structure, &mut brought);
    brought
}

/// Where rings and groups stand, and under which name.
fn structure(file: &Value) -> Option<(&'static str, &Value)> {
    const PLACES: [&str; 3] = ["structure", "organizationData", "wheelStructure"];
    PLACES
        .into_iter()
        .find_map(|name| Some((name, file.get(name)?)))
}

fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, name| value.get(*name))
}

fn list<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

/// Every item with its path: those beside the rings, then those of each page.
fn items<'a>(file: &'a Value, base: &str, structure: &'a Value) -> Vec<(String, &'a Value)> {
    let own = list(structure, "items").enumerate();
    let mut all: Vec<_> = own
        .map(|(at, item)| (format!("{base}/items/{at}"), item))
        .collect();
    for (page, value) in list(file, "pages").enumerate() {
        let own = list(value, "items").enumerate();
        all.extend(own.map(|(at, item)| (format!("pages/{page}/items/{at}"), item)));
    }
    all
}

/// Names of rings, groups and labels by their ids.
struct Names<'a>(Vec<(&'static str, &'a str, &'a str)>);

/// The list, and the field of an item that names one of it.
const KINDS: [(&str, &str); 4] = [
    ("rings", "ringId"),
    ("activityGroups", "activityId"),
    ("activities", "activityId"),
    ("labels", "labelId"),
];

impl<'a> Names<'a> {
    fn new(structure: &'a Value) -> Self {
        let mut names = Vec::new();
        for (kind, field) in KINDS {
            for value in list(structure, kind) {
                let text = |name: &str| value.get(name).and_then(Value::as_str);
                names.extend(
                    text("id")
                        .zip(text("name"))
                        .map(|(id, name)| (field, id, name)),
                );
            }
        }
        Self(names)
    }

    fn get(&self, field: &str, id: &str) -> Option<&'a str> {
        let found = self
            .0
            .iter()
            .find(|(kind, known, _)| *kind == field && *known == id);
        found.map(|(_, _, name)| *name)
    }
}

fn item(
    path: &str,
    value: &Value,
    names: &Names<'_>,
    seen: &mut Vec<String>,
    brought: &mut Brought,
) {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::trim);
    let place = |field: &str| Place::default().column(format!("{path}/{field}"));
    let title = text("name").or_else(|| text("title")).unwrap_or_default();
    let id = text("id").and_then(said);
    // The same item may stand on its page and beside the rings.
    if let Some(id) = &id {
        if seen.contains(id) {
            return;
        }
        seen.push(id.clone());
    }
    let mut fail =
        |field: &str, what: &str, why: Why| brought.unread(place(field), what, why, false);
    if seen.len() > MAX_ITEMS {
        return fail("name", title, Why::TooMany(MAX_ITEMS));
    }
    if title.is_empty() {
        return fail("name", id.as_deref().unwrap_or_default(), Why::NoTitle);
    }
    let start = match text("startDate").map(day) {
        Some(Ok(start)) => start,
        Some(Err(why)) => return fail("startDate", title, why),
        None => return fail("startDate", title, Why::NoStart),
    };
    let last = match text("endDate").filter(|end| !end.is_empty()).map(day) {
        Some(Err(why)) => return fail("endDate", title, why),
        Some(Ok(last)) if last < start => return fail("endDate", title, Why::EndBeforeStart),
        Some(Ok(last)) => last,
        None => start,
    };
    let mut item = Item::on(Place::default().column(path), title, start);
    item.end = add_days(last, 1);
    item.id = id;
    item.note = text("description").and_then(said);
    if let Some(time) = text("time").filter(|time| !time.is_empty()) {
        match time_of(time) {
            Ok((from, until)) => {
                let minutes = until.and_then(|until| until.minutes().checked_sub(from.minutes()));
                (item.time, item.minutes) = (Some(from), minutes);
            }
            Err(why) => brought.unread(place("time"), time, why, true),
        }
    }
    for field in ["ringId", "activityId", "labelId"] {
        let Some(id) = text(field).filter(|id| !id.is_empty()) else {
            continue;
        };
        match names.get(field, id) {
            Some(name) => item.groups.extend(said(name)),
            None => brought.unread(place(field), title, Why::Reference, true),
        }
    }
    brought.items.push(item);
}

/// `2027-01-10`, also with a time of day behind it.
fn day(text: &str) -> Result<NaiveDate, Why> {
    let own = text.split_once(['T', ' ']).map_or(text, |(day, _)| day);
    written(own)?.day(None)
}

/// Texts that old wheels have on their rings, one for each month: they have no day.
fn month_texts(base: &str, structure: &Value, brought: &mut Brought) {
    for (ring, value) in list(structure, "rings").enumerate() {
        for (month, texts) in list(value, "data").enumerate() {
            let texts = texts.as_array().into_iter().flatten();
            for text in texts.filter_map(Value::as_str).filter_map(said) {
                let place = Place::default().column(format!("{base}/rings/{ring}/data/{month}"));
                brought.unread(place, &text, Why::NoStart, false);
            }
        }
    }
}
