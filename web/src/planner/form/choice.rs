//! One of several words, or one of several ways with fields of their own.

use super::fields::{Spot, asked, fields, remove};
use super::words;
use leptos::prelude::*;
use planning_wheel::form::{Choice, Shape};
use planning_wheel::text::{capital, choice};
use serde_json::Value;

/// Which word a value is.
fn word_of(value: Option<&Value>) -> String {
    let word = match value {
        Some(Value::Object(fields)) => fields.keys().next().map(String::as_str),
        Some(other) => other.as_str(),
        None => None,
    };
    word.unwrap_or_default().to_owned()
}

/// A list to choose one word from.
fn select(spot: &Spot, of: &Choice, change: impl Fn(String) + 'static) -> AnyView {
    let sheet = spot.sheet;
    let usual = word_of(spot.usual.as_ref());
    let value = sheet.follow(&spot.path, word_of);
    let chosen = Memo::new(move |_| match value.get() {
        word if word.is_empty() => usual.clone(),
        word => word,
    });
    let none = (!spot.needed && spot.usual.is_none()).then(|| {
        view! { <option value="" prop:selected=move || chosen.with(String::is_empty)>{words::not_said(sheet.lang)}</option> }
    });
    let options = of.list.iter().map(|one| {
        let name = choice(&of.owner, &one.word, sheet.lang).unwrap_or_default();
        let word = one.word.clone();
        let is = move || chosen.with(|chosen| *chosen == word);
        view! { <option value=one.word.clone() prop:selected=is>{name}</option> }
    });
    view! {
        <select id=spot.label.id.clone() aria-invalid=spot.label.invalid() aria-describedby=spot.label.described()
            on:change=move |event| change(event_target_value(&event))>
            {none}
            {options.collect::<Vec<_>>()}
        </select>
    }
    .into_any()
}

/// One of several words.
pub(super) fn of_words(spot: &Spot, of: &Choice) -> AnyView {
    let (sheet, error, path) = (spot.sheet, spot.label.error, spot.path.clone());
    let change = move |word: String| {
        let done = match word.is_empty() {
            true => sheet.remove(&path),
            false => sheet.set(&path, word.into()),
        };
        error.set(done.err());
    };
    spot.label.around(select(spot, of, change))
}

/// One of several ways: its fields stand under it, and others come with another way.
pub(super) fn of_tags(spot: &Spot, of: &Choice) -> AnyView {
    let (sheet, error) = (spot.sheet, spot.label.error);
    let path = StoredValue::new(spot.path.clone());
    let change = move |word: String| {
        let path = path.get_value();
        let done = match sheet.ask(|fresh| fresh.alternative(&path, &word)) {
            Some(value) => sheet.set(&path, value),
            None => Err(words::nothing_there(sheet.lang).to_owned()),
        };
        error.set(done.err());
    };
    let chosen = sheet.follow(&spot.path, word_of);
    let (of, own) = (StoredValue::new(of.clone()), StoredValue::new(spot.clone()));
    let inner = move || {
        let word = chosen.get();
        let shape = of.with_value(|of| {
            let one = of.list.iter().find(|one| one.word == word)?;
            one.shape.clone()
        })?;
        let owner = of.with_value(|of| of.owner.clone());
        Some(own.with_value(|own| way(own, &owner, &word, &shape)))
    };
    let taken_away = (!spot.needed).then(|| remove(spot));
    view! {
        <fieldset class="group choosing">
            <legend>{capital(&spot.label.name)}</legend>
            {taken_away}
            <div class="field">
                <label class="unseen" for=spot.label.id.clone()>{capital(&spot.label.name)}</label>
                {select(spot, &StoredValue::get_value(&of), change)}
                {spot.label.below()}
            </div>
            {inner}
        </fieldset>
    }
    .into_any()
}

/// What an alternative holds: the fields of an object, or one value.
fn way(spot: &Spot, owner: &str, word: &str, shape: &Shape) -> AnyView {
    let lang = spot.sheet.lang;
    let inner = spot.inside(
        word,
        choice(owner, word, lang).unwrap_or_default().to_owned(),
    );
    match spot.sheet.forms.get_value().open(shape) {
        Shape::Fields(of) => fields(spot.sheet, &inner.path, of, &[]),
        _ => asked(&inner, shape),
    }
}
