//! What refers to other parts: chosen from those that there are.

use super::fields::Spot;
use super::words;
use leptos::prelude::*;
use planning_wheel::form::{Known, known};
use planning_wheel::text::capital;
use serde_json::Value;

/// What can be referred to from a place, and again after each change.
fn offered(spot: &Spot) -> Memo<Vec<Known>> {
    let (sheet, refers, path) = (spot.sheet, spot.refers.clone(), spot.path.clone());
    Memo::new(move |_| {
        sheet.bench.value.track();
        sheet.ask(|fresh| known(fresh.given, &refers, &path))
    })
}

/// One part.
pub(super) fn one(spot: &Spot) -> AnyView {
    let (sheet, error) = (spot.sheet, spot.label.error);
    let offered = offered(spot);
    let value = sheet.follow(&spot.path, super::value::plain);
    let (path, needed) = (spot.path.clone(), spot.needed);
    let change = move |event| {
        let id = event_target_value(&event);
        let done = match id.is_empty() {
            true => sheet.remove(&path),
            false => sheet.set(&path, id.into()),
        };
        error.set(done.err());
    };
    let options = move || {
        let options = offered.get().into_iter().map(|one| {
            let id = one.id.clone();
            let is = move || value.with(|value| *value == id);
            view! { <option value=one.id prop:selected=is>{one.title}</option> }
        });
        options.collect::<Vec<_>>()
    };
    let none = (!needed).then(|| {
        view! { <option value="" prop:selected=move || value.with(String::is_empty)>{words::not_said(sheet.lang)}</option> }
    });
    let control = view! {
        <select id=spot.label.id.clone() aria-invalid=spot.label.invalid() aria-describedby=spot.label.described() on:change=change>
            {none}
            {options}
        </select>
    };
    spot.label.around(control.into_any())
}

/// Several parts in their order: those that are in, and a list to add from.
pub(super) fn several(spot: &Spot) -> AnyView {
    let (sheet, error) = (spot.sheet, spot.label.error);
    let lang = sheet.lang;
    let offered = offered(spot);
    let value = sheet.follow(&spot.path, |value| {
        let list = value.and_then(Value::as_array).into_iter().flatten();
        list.filter_map(Value::as_str)
            .map(str::to_owned)
            .collect::<Vec<String>>()
    });
    let path = StoredValue::new(spot.path.clone());
    let write = move |ids: Vec<String>| {
        let path = path.get_value();
        let done = match ids.is_empty() {
            true => sheet.remove(&path),
            false => sheet.set(&path, ids.into()),
        };
        error.set(done.err());
    };
    let title = move |id: &str| {
        offered.with(|all| {
            let known = all.iter().find(|one| one.id == id);
            known.map_or_else(|| id.to_owned(), |one| one.title.clone())
        })
    };
    let members = move || {
        let ids = value.get();
        let rows = ids.iter().enumerate().map(|(at, id)| {
            let name = title(id);
            let without = move |_| {
                let mut ids = value.get_untracked();
                if at < ids.len() {
                    ids.remove(at);
                }
                write(ids);
            };
            let earlier = move |_| {
                let mut ids = value.get_untracked();
                if at > 0 && at < ids.len() {
                    ids.swap(at - 1, at);
                }
                write(ids);
            };
            let up = (at > 0).then(|| {
                let words = words::earlier(&name, lang);
                view! { <button type="button" class="mini" aria-label=words.clone() title=words on:click=earlier>"↑"</button> }
            });
            let words = words::remove(&name, lang);
            view! {
                <li>
                    <span>{name}</span>
                    {up}
                    <button type="button" class="mini remove" aria-label=words.clone() title=words on:click=without>"×"</button>
                </li>
            }
        });
        let rows = rows.collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <ul class="members">{rows}</ul> })
    };
    let add = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        if !id.is_empty() {
            let mut ids = value.get_untracked();
            ids.push(id);
            write(ids);
        }
    };
    let others = move || {
        let ids = value.get();
        let others = offered
            .get()
            .into_iter()
            .filter(|one| !ids.contains(&one.id));
        let others = others.map(|one| view! { <option value=one.id>{one.title}</option> });
        others.collect::<Vec<_>>()
    };
    let label = words::add_to(&capital(&spot.label.name), lang);
    let controls = view! {
        {members}
        <select aria-label=label aria-invalid=spot.label.invalid() aria-describedby=spot.label.described() on:change=add>
            <option value="">{words::add_more(lang)}</option>
            {others}
        </select>
    };
    spot.label.around_several(controls.into_any())
}
