//! What two people disagree on, in words.

use super::words;
use chrono::Datelike;
use planning_wheel::merge::Conflict;
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{Lang, parse};
use serde_json::Value;

/// Where the changes by hand of a series stand in a document.
const EDITS: &str = "/edits/";
/// So many of a list are shown: enough to know it again.
const SHOWN: usize = 8;

/// What a conflict is about: a field, a part of the plan, or one meeting.
pub(crate) fn place(path: &str, document: &Value, plan: &Plan, lang: Lang) -> String {
    let Some((series, rest)) = path.split_once(EDITS) else {
        return text::place_in(path, document, lang);
    };
    // The key of a change is its kind and its meeting: `move:2027/3`.
    let key = rest.split('/').next().unwrap_or_default();
    let meeting = key.split_once(':').map_or(key, |(_, meeting)| meeting);
    let meeting = meeting.replace("~1", "/").replace("~0", "~");
    // Most series have no title of their own: the plan names them by their group.
    let id = series.rsplit('/').next().unwrap_or_default();
    let known = plan.series().iter().find(|one| one.id() == id);
    match known {
        Some(series) => format!("{} {meeting}", series.title().get(lang)),
        None => format!("{} {meeting}", text::place_in(series, document, lang)),
    }
}

/// What stood there, and what each wants.
pub(crate) fn values(conflict: &Conflict, lang: Lang) -> [String; 3] {
    let by_hand = conflict.path.contains(EDITS);
    [&conflict.base, &conflict.mine, &conflict.theirs].map(|value| match value {
        None => words::nothing(lang).to_owned(),
        Some(value) if by_hand => edit(value, lang).unwrap_or_else(|| said(value, lang)),
        Some(value) => said(value, lang),
    })
}

/// A change of a meeting by hand.
fn edit(value: &Value, lang: Lang) -> Option<String> {
    let (kind, fields) = value.as_object()?.iter().next()?;
    let done = words::edit(kind, lang)?;
    let day = ["to", "date"].iter().find_map(|name| fields.get(*name));
    let reason = fields.get("reason");
    let parts = [day, reason].into_iter().flatten();
    let parts: Vec<_> = parts.map(|part| said(part, lang)).collect();
    Some(format!("{done} {}", parts.join(". ")))
}

/// A value of the document in few words: its name where it has one.
fn said(value: &Value, lang: Lang) -> String {
    match value {
        Value::String(text) => match parse(text) {
            Ok(day) => format!("{} {}", lang.short_date(day), day.year()),
            Err(_) => text.clone(),
        },
        Value::Bool(is) => words::yes_or_no(*is, lang).to_owned(),
        Value::Array(all) => listed(all.iter().map(|one| said(one, lang)), all.len(), lang),
        Value::Object(fields) => {
            let name = ["title", "name", lang.pick("sv", "en"), "id", "year"];
            match name.iter().find_map(|name| fields.get(*name)) {
                Some(name) => said(name, lang),
                None => {
                    let all = fields.iter();
                    let all = all.map(|(name, value)| format!("{name}: {}", said(value, lang)));
                    listed(all, fields.len(), lang)
                }
            }
        }
        Value::Null | Value::Number(_) => value.to_string(),
    }
}

/// The first of a list, and how many there are when it is long.
fn listed(all: impl Iterator<Item = String>, count: usize, lang: Lang) -> String {
    if count == 0 {
        return words::nothing(lang).to_owned();
    }
    let first: Vec<_> = all.take(SHOWN).collect();
    let rest = if count > SHOWN {
        format!(" … ({count})")
    } else {
        String::new()
    };
    format!("{}{rest}", first.join(", "))
}
