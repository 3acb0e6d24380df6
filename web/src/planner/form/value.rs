//! Fields of one line: words, numbers, yes and no.

use super::fields::{Label, Spot};
use super::words;
use crate::planner::LAST_DAY;
use leptos::prelude::*;
use planning_wheel::form::Number;
use planning_wheel::text::capital;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// What was typed, as a value: nothing takes the value away.
type Parse = dyn Fn(&str, &HtmlInputElement) -> Result<Option<Value>, &'static str>;

/// What a field shows of its value.
pub(super) fn plain(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    }
}

/// An input that follows its value; leaving it is one action.
fn input(spot: &Spot, kind: &'static str, parse: Box<Parse>) -> AnyView {
    let sheet = spot.sheet;
    let value = sheet.follow(&spot.path, plain);
    let error = spot.label.error;
    let (path, needed) = (spot.path.clone(), spot.needed);
    let change = move |event: leptos::ev::Event| {
        let Some(input) = event
            .current_target()
            .and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let done = match parse(&input.value(), &input) {
            Ok(Some(value)) => sheet.set(&path, value),
            Ok(None) if needed => Err(words::needed(sheet.lang).to_owned()),
            Ok(None) => sheet.remove(&path),
            Err(words) => Err(words.to_owned()),
        };
        error.set(done.err());
    };
    // Another value, by undo or from elsewhere, takes the refusal with it.
    Effect::new(move |before: Option<()>| {
        value.track();
        if before.is_some() {
            error.set(None);
        }
    });
    let last = (kind == "date").then_some(LAST_DAY);
    view! {
        <input type=kind max=last id=spot.label.id.clone() prop:value=value required=needed autocomplete="off"
            aria-invalid=spot.label.invalid() aria-describedby=spot.label.described()
            on:change=change />
    }
    .into_any()
}

/// One line of text.
pub(super) fn line(spot: &Spot) -> AnyView {
    let parse = |typed: &str, _: &HtmlInputElement| {
        let typed = typed.trim();
        Ok((!typed.is_empty()).then(|| typed.into()))
    };
    spot.label.around(input(spot, "text", Box::new(parse)))
}

/// A day or a time of day, in the browser's own way.
pub(super) fn picked(spot: &Spot, kind: &'static str) -> AnyView {
    let lang = spot.sheet.lang;
    let parse = move |typed: &str, input: &HtmlInputElement| match typed {
        "" if input.validity().bad_input() => Err(words::no_day(lang)),
        "" => Ok(None),
        typed => Ok(Some(typed.into())),
    };
    spot.label.around(input(spot, kind, Box::new(parse)))
}

/// A number inside its limits.
pub(super) fn number(spot: &Spot, limits: Number) -> AnyView {
    let lang = spot.sheet.lang;
    let parse = move |typed: &str, input: &HtmlInputElement| {
        if input.validity().bad_input() {
            return Err(words::no_number(lang));
        }
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let whole = typed.parse::<i64>().map(Value::from);
        match (whole, typed.parse::<f64>()) {
            (Ok(whole), _) => Ok(Some(whole)),
            (_, Ok(number)) if !limits.whole => Ok(Some(number.into())),
            _ => Err(words::no_whole(lang)),
        }
    };
    let shown = input(spot, "number", Box::new(parse));
    spot.label.around(shown)
}

/// Yes or no. What is usual is not written.
pub(super) fn truth(spot: &Spot, usual: bool) -> AnyView {
    let sheet = spot.sheet;
    let error = spot.label.error;
    let value = sheet.follow(&spot.path, |value| value.and_then(Value::as_bool));
    let is_on = move || value.get().unwrap_or(usual);
    let path = spot.path.clone();
    let turn = move |event| {
        error.set(sheet.set(&path, event_target_checked(&event).into()).err());
    };
    let Label { id, name, .. } = spot.label.clone();
    view! {
        <div class="field">
            <label class="check">
                <input type="checkbox" id=id prop:checked=is_on
                    aria-invalid=spot.label.invalid() aria-describedby=spot.label.described() on:change=turn />
                <span>{capital(&name)}</span>
            </label>
            {spot.label.below()}
        </div>
    }
    .into_any()
}
