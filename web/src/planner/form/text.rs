//! Texts that people read, in Swedish and, when wanted, in English.

use super::fields::{Label, Spot};
use super::words;
use leptos::prelude::*;
use planning_wheel::form::known;
use planning_wheel::text::capital;
use serde_json::{Value, json};

/// Texts that take several lines.
const LONG: [&str; 5] = ["text", "choice", "texts", "reason", "note"];

/// One language of a text.
fn of_language(value: Option<&Value>, lang: &str) -> String {
    let text = match value {
        Some(Value::String(text)) if lang == "sv" => Some(text.as_str()),
        Some(both) => both.get(lang).and_then(Value::as_str),
        None => None,
    };
    text.unwrap_or_default().to_owned()
}

/// Both languages as the document writes them; nothing without words.
fn written(swedish: &str, english: Option<&str>) -> Option<Value> {
    let english = english.map(str::trim).filter(|english| !english.is_empty());
    match (swedish.trim(), english) {
        ("", None) => None,
        (swedish, None) => Some(swedish.into()),
        (swedish, Some(english)) => Some(json!({ "sv": swedish, "en": english })),
    }
}

/// A text in one language or both.
pub(super) fn text(spot: &Spot) -> AnyView {
    let sheet = spot.sheet;
    let swedish = sheet.follow(&spot.path, |value| of_language(value, "sv"));
    let english = sheet.follow(&spot.path, |value| of_language(value, "en"));
    // The field for English stays once it has been asked for.
    let wanted = RwSignal::new(false);
    let has_english = Memo::new(move |_| wanted.get() || english.with(|words| !words.is_empty()));
    let (path, needed, error) = (spot.path.clone(), spot.needed, spot.label.error);
    let write = StoredValue::new(move |swedish: &str, english: &str| {
        let done = match written(swedish, Some(english)) {
            Some(value) => sheet.set(&path, value),
            None if needed => Err(words::needed(sheet.lang).to_owned()),
            None => sheet.remove(&path),
        };
        error.set(done.err());
    });
    let set_swedish = move |words: String| {
        write.with_value(|write| write(&words, &english.get_untracked()));
    };
    let set_english = move |words: String| {
        write.with_value(|write| write(&swedish.get_untracked(), &words));
    };
    let is_long = LONG.contains(&spot.name.as_str());
    let id = spot.label.id.clone();
    let first = control(&spot.label, id.clone(), "sv", is_long, swedish, set_swedish);
    let label = spot.label.clone();
    let second = move || match has_english.get() {
        true => {
            let id = format!("{}-en", label.id);
            let name = words::in_english(&capital(&label.name), sheet.lang);
            let control = control(&label, id.clone(), "en", is_long, english, set_english);
            view! { <label class="second" for=id>{name}</label> {control} }.into_any()
        }
        false => {
            let id = format!("{}-en", label.id);
            let add = move |_| {
                wanted.set(true);
                let id = id.clone();
                request_animation_frame(move || sheet.desk.focus(&id));
            };
            let words = words::add_english(&label.name, sheet.lang);
            view! { <button type="button" class="mini english" aria-label=words on:click=add>{words::plus_english(sheet.lang)}</button> }
                .into_any()
        }
    };
    spot.label.around(view! { {first} {second} }.into_any())
}

/// One input of a text.
fn control(
    label: &Label,
    id: String,
    lang: &'static str,
    is_long: bool,
    value: Memo<String>,
    write: impl Fn(String) + Clone + Send + Sync + 'static,
) -> AnyView {
    let change = move |event| write(event_target_value(&event));
    let (invalid, described) = (label.invalid(), label.described());
    match is_long {
        true => view! {
            <textarea id=id lang=lang rows="3" prop:value=value aria-invalid=invalid aria-describedby=described on:change=change></textarea>
        }
        .into_any(),
        false => view! {
            <input type="text" id=id lang=lang autocomplete="off" prop:value=value aria-invalid=invalid aria-describedby=described on:change=change />
        }
        .into_any(),
    }
}

/// Texts by the fields of a form: an input for each that the plan's forms ask for.
pub(super) fn keyed(spot: &Spot) -> AnyView {
    let asked = spot
        .sheet
        .ask(|fresh| known(fresh.given, &spot.refers, &spot.path));
    let fields = asked.into_iter().map(|one| {
        let mut inner = spot.inside(&one.id, one.title);
        inner.needed = false;
        inner.name = "text".to_owned();
        text(&inner)
    });
    view! {
        <fieldset class="group" id=spot.label.id.clone() tabindex="-1">
            <legend>{capital(&spot.label.name)}</legend>
            {spot.label.below()}
            {fields.collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

/// A colour; without one it follows the level's.
pub(super) fn colour(spot: &Spot) -> AnyView {
    let sheet = spot.sheet;
    let error = spot.label.error;
    let value = sheet.follow(&spot.path, |value| {
        value
            .and_then(Value::as_str)
            .unwrap_or("#888888")
            .to_owned()
    });
    let (path, away) = (spot.path.clone(), spot.path.clone());
    let is_set = sheet.follow(&spot.path, |value| value.is_some());
    let change = move |event| error.set(sheet.set(&path, event_target_value(&event).into()).err());
    let clear = move |_| error.set(sheet.remove(&away).err());
    let control = view! {
        <span class="row">
            <input type="color" id=spot.label.id.clone() prop:value=value aria-describedby=spot.label.described() on:change=change />
            <button type="button" class="mini" disabled=move || !is_set.get() on:click=clear>{words::own_colour(sheet.lang)}</button>
        </span>
    };
    spot.label.around(control.into_any())
}
