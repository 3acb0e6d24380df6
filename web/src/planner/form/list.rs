//! Lists: elements to add, open, move and take away.

use super::fields::{Spot, asked, fields, id_of};
use super::{dates, refer, words};
use leptos::prelude::*;
use planning_wheel::document::value_at;
use planning_wheel::form::{Shape, steps_of};
use planning_wheel::session::Action;
use planning_wheel::text;

/// A list, by what is in it.
pub(super) fn of(spot: &Spot, of: &Shape) -> AnyView {
    if !spot.refers.is_empty() {
        return refer::several(spot);
    }
    match of {
        Shape::Named(kind) if kind == "Month" => dates::months(spot),
        Shape::Named(kind) if kind == "Weekday" => dates::weekdays(spot),
        Shape::Number(_) => numbers(spot),
        _ => parts(spot, of),
    }
}

/// Whole numbers in one line: `1, 25–32, 52`.
fn numbers(spot: &Spot) -> AnyView {
    let sheet = spot.sheet;
    let value = sheet.follow(&spot.path, |value| {
        let list = value
            .and_then(serde_json::Value::as_array)
            .into_iter()
            .flatten();
        let list: Vec<u64> = list.filter_map(serde_json::Value::as_u64).collect();
        spans(&list)
    });
    let (path, error) = (spot.path.clone(), spot.label.error);
    let change = move |event| {
        let typed: String = event_target_value(&event);
        let done = match numbers_in(&typed) {
            Some(list) if list.is_empty() => sheet.remove(&path),
            Some(list) => sheet.set(&path, list.into()),
            None => Err(words::no_numbers(sheet.lang).to_owned()),
        };
        error.set(done.err());
    };
    let control = view! {
        <input type="text" id=spot.label.id.clone() autocomplete="off" inputmode="numeric" prop:value=value
            aria-invalid=spot.label.invalid() aria-describedby=spot.label.described() on:change=change />
    };
    spot.label.around(control.into_any())
}

/// Numbers in words, those that follow each other as a span.
fn spans(list: &[u64]) -> String {
    let mut out: Vec<(u64, u64)> = Vec::new();
    for number in list {
        match out.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*number) => *last = *number,
            _ => out.push((*number, *number)),
        }
    }
    let span = |(first, last): (u64, u64)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    out.into_iter().map(span).collect::<Vec<_>>().join(", ")
}

/// The numbers that are meant, each once; nothing when something else stands there.
fn numbers_in(typed: &str) -> Option<Vec<u8>> {
    let mut list = Vec::new();
    let parts = typed.split([',', ';', ' ']).map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last): (u8, u8) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
        for number in first..=last {
            if !list.contains(&number) {
                list.push(number);
            }
        }
    }
    Some(list)
}

/// How the elements are named in paths, and again when they become others.
fn steps(spot: &Spot) -> Memo<Vec<String>> {
    spot.sheet.follow(&spot.path, |value| {
        let list = value.and_then(serde_json::Value::as_array);
        steps_of(list.map_or(&[], Vec::as_slice))
    })
}

/// Elements of any kind, one under the other.
fn parts(spot: &Spot, of: &Shape) -> AnyView {
    let sheet = spot.sheet;
    let steps = steps(spot);
    let (own, of) = (StoredValue::new(spot.clone()), StoredValue::new(of.clone()));
    let row = move |step: String| {
        own.with_value(|own| of.with_value(|of| element(own, of, &step, steps)))
    };
    let (path, error) = (spot.path.clone(), spot.label.error);
    let add = move |_| {
        let made = sheet.ask(|fresh| fresh.elements(&path));
        if made.is_empty() {
            return error.set(Some(words::nothing_there(sheet.lang).to_owned()));
        }
        let done = made.into_iter().try_for_each(|value| {
            sheet.act(Action::Add {
                list: path.clone(),
                value,
                at: None,
            })
        });
        error.set(done.err());
        if let Some(step) = steps.with_untracked(|steps| steps.last().cloned()) {
            let id = id_of(&format!("{path}/{step}"));
            request_animation_frame(move || {
                open(sheet, &id);
                sheet.desk.focus(&id);
            });
        }
    };
    let one = text::element(&spot.name, sheet.lang).unwrap_or_default();
    let controls = view! {
        <div class="elements"><For each=move || steps.get() key=|step| step.clone() children=row /></div>
        <button type="button" class="mini add" on:click=add>{words::add(one, sheet.lang)}</button>
    };
    spot.label.around_several(controls.into_any())
}

/// Opens what is folded.
fn open(sheet: super::Sheet, id: &str) {
    if let Some(element) = sheet.desk.element(id)
        && let Ok(Some(details)) = element.closest("details")
    {
        let _ = details.set_attribute("open", "");
    }
}

/// One element: folded, when it has fields of its own.
fn element(spot: &Spot, of: &Shape, step: &str, steps: Memo<Vec<String>>) -> AnyView {
    let sheet = spot.sheet;
    let path = format!("{}/{step}", spot.path);
    let one = text::element(&spot.name, sheet.lang).unwrap_or_default();
    let (named, list) = (path.clone(), spot.name.clone());
    let name = Memo::new(move |_| {
        let called = sheet.bench.value.with(|document| {
            let element = value_at(document, &named)?;
            text::called(&list, element, document, sheet.lang)
        });
        called.unwrap_or_else(|| text::capital(one))
    });
    let forms = sheet.forms.get_value();
    let shape = forms.open(of);
    let moves = moves(spot, step, steps, name);
    let mut inner = spot.inside(step, one.to_owned());
    inner.name.clone_from(&spot.name);
    let content = match shape {
        Shape::Fields(of) => fields(sheet, &path, of, &[]),
        _ => asked(&inner, of),
    };
    match shape {
        Shape::Fields(_) | Shape::Choice(_) => view! {
            <details class="element">
                <summary id=id_of(&path)>{name}</summary>
                <div class="inside">{content} {moves}</div>
            </details>
        }
        .into_any(),
        _ => view! { <div class="element line">{content} {moves}</div> }.into_any(),
    }
}

/// Moves an element and takes it away.
fn moves(spot: &Spot, step: &str, steps: Memo<Vec<String>>, name: Memo<String>) -> AnyView {
    let (sheet, error) = (spot.sheet, spot.label.error);
    let lang = sheet.lang;
    let path = StoredValue::new(format!("{}/{step}", spot.path));
    let (list, step) = (
        StoredValue::new(spot.label.id.clone()),
        StoredValue::new(step.to_owned()),
    );
    let place = Memo::new(move |_| {
        steps.with(|steps| step.with_value(|step| steps.iter().position(|one| one == step)))
    });
    let go = move |to: Option<usize>| {
        if let Some(to) = to {
            let path = path.get_value();
            error.set(sheet.act(Action::Reorder { path, to }).err());
        }
    };
    let away = move |_| {
        let done = sheet.remove(&path.get_value());
        if done.is_ok() {
            sheet.desk.focus(&list.get_value());
        }
        error.set(done.err());
    };
    let is_last = move || steps.with(Vec::len).checked_sub(1) == place.get();
    let words = move |say: fn(&str, planning_wheel::time::Lang) -> String| {
        move || name.with(|name| say(name, lang))
    };
    view! {
        <span class="moves">
            <button type="button" class="mini" disabled=move || place.get() == Some(0)
                aria-label=words(words::earlier) on:click=move |_| go(place.get_untracked().and_then(|at| at.checked_sub(1)))>"↑"</button>
            <button type="button" class="mini" disabled=is_last
                aria-label=words(words::later) on:click=move |_| go(place.get_untracked().map(|at| at + 1))>"↓"</button>
            <button type="button" class="mini remove" aria-label=words(words::remove) on:click=away>"×"</button>
        </span>
    }
    .into_any()
}
