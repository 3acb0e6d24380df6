//! Days of the year, months and weekdays.

use super::fields::Spot;
use super::words;
use leptos::prelude::*;
use planning_wheel::text::{capital, choice};
use planning_wheel::time::{Month, Weekday};
use serde_json::Value;

/// A day that comes back every year: a month and a number.
pub(super) fn month_day(spot: &Spot) -> AnyView {
    let sheet = spot.sheet;
    let lang = sheet.lang;
    let error = spot.label.error;
    let read = |value: Option<&Value>| {
        let text = value.and_then(Value::as_str).unwrap_or_default();
        let (month, day) = text.split_once('-').unwrap_or_default();
        (month.parse().unwrap_or(0_u8), day.parse().unwrap_or(0_u8))
    };
    let value = sheet.follow(&spot.path, read);
    let (path, needed) = (spot.path.clone(), spot.needed);
    let write = StoredValue::new(move |month: u8, day: u8| {
        let done = match (month, day) {
            (0, _) if needed => Err(words::needed(lang).to_owned()),
            (0, _) => sheet.remove(&path),
            (month, day) => sheet.set(&path, format!("{month:02}-{:02}", day.max(1)).into()),
        };
        error.set(done.err());
    });
    let set_month = move |event| {
        let month = event_target_value(&event).parse().unwrap_or(0);
        write.with_value(|write| write(month, value.get_untracked().1));
    };
    let set_day = move |event| {
        let day = event_target_value(&event).parse().unwrap_or(0);
        write.with_value(|write| write(value.get_untracked().0.max(1), day));
    };
    let day = move || match value.get().1 {
        0 => String::new(),
        day => day.to_string(),
    };
    let names = Month::all().map(|month| (month.get(), month.name(lang)));
    let options = options(names, move || value.get().0);
    let controls = view! {
        <span class="row">
            <input type="number" class="narrow" min="1" max="31" aria-label=words::day(lang)
                prop:value=day aria-invalid=spot.label.invalid() aria-describedby=spot.label.described() on:change=set_day />
            <select aria-label=words::month(lang) aria-describedby=spot.label.described() on:change=set_month>
                <option value="0" prop:selected=move || value.get().0 == 0>"–"</option>
                {options}
            </select>
        </span>
    };
    spot.label.around_several(controls.into_any())
}

fn options(
    names: impl Iterator<Item = (u8, &'static str)>,
    chosen: impl Fn() -> u8 + Copy + Send + Sync + 'static,
) -> Vec<AnyView> {
    names
        .map(|(number, name)| {
            view! { <option value=number.to_string() prop:selected=move || chosen() == number>{name}</option> }.into_any()
        })
        .collect()
}

/// One month.
pub(super) fn month(spot: &Spot) -> AnyView {
    let sheet = spot.sheet;
    let error = spot.label.error;
    let value = sheet.follow(&spot.path, |value| {
        let number = value.and_then(Value::as_u64).unwrap_or(0);
        u8::try_from(number).unwrap_or(0)
    });
    let (path, needed) = (spot.path.clone(), spot.needed);
    let change = move |event| {
        let done = match event_target_value(&event).parse::<u8>() {
            Ok(month) if month > 0 => sheet.set(&path, month.into()),
            _ => sheet.remove(&path),
        };
        error.set(done.err());
    };
    let names = Month::all().map(|month| (month.get(), month.name(sheet.lang)));
    let options = options(names, move || value.get());
    let none = (!needed)
        .then(|| view! { <option value="0" prop:selected=move || value.get() == 0>"–"</option> });
    let control = view! {
        <select id=spot.label.id.clone() aria-invalid=spot.label.invalid() aria-describedby=spot.label.described() on:change=change>
            {none}
            {options}
        </select>
    };
    spot.label.around(control.into_any())
}

/// Several months or weekdays: each is in or out.
fn several(spot: &Spot, all: Vec<(Value, &'static str, String)>) -> AnyView {
    let sheet = spot.sheet;
    let error = spot.label.error;
    let value = sheet.follow(&spot.path, |value| {
        value.and_then(Value::as_array).cloned().unwrap_or_default()
    });
    let order: Vec<Value> = all.iter().map(|(own, _, _)| own.clone()).collect();
    let (path, order) = (StoredValue::new(spot.path.clone()), StoredValue::new(order));
    let boxes = all.into_iter().map(|(own, short, long)| {
        let mark = own.clone();
        let is_in = move || value.with(|all| all.contains(&mark));
        let turn = move |event| {
            let wanted = event_target_checked(&event);
            let now = value.get_untracked();
            let chosen = order.with_value(|order| {
                let keep = |one: &&Value| match **one == own {
                    true => wanted,
                    false => now.contains(*one),
                };
                order.iter().filter(keep).cloned().collect::<Vec<_>>()
            });
            let path = path.get_value();
            let done = match chosen.is_empty() {
                true => sheet.remove(&path),
                false => sheet.set(&path, chosen.into()),
            };
            error.set(done.err());
        };
        view! {
            <label class="pill" title=long.clone()>
                <input type="checkbox" aria-label=long.clone() prop:checked=is_in on:change=turn />
                <span>{short}</span>
            </label>
        }
    });
    let boxes = view! { <span class="pills">{boxes.collect::<Vec<_>>()}</span> };
    spot.label.around_several(boxes.into_any())
}

/// Several months.
pub(super) fn months(spot: &Spot) -> AnyView {
    let lang = spot.sheet.lang;
    let all = Month::all().map(|month| {
        (
            month.get().into(),
            month.short_name(lang),
            capital(month.name(lang)),
        )
    });
    several(spot, all.collect())
}

/// Several weekdays.
pub(super) fn weekdays(spot: &Spot) -> AnyView {
    let lang = spot.sheet.lang;
    let day = |day: Weekday| {
        let word = serde_word(day)?;
        let long = choice("Weekday", &word, lang)?.to_owned();
        Some((word.into(), day.short_name(lang), long))
    };
    several(spot, Weekday::ALL.into_iter().filter_map(day).collect())
}

/// The word of a weekday in the document.
fn serde_word(day: Weekday) -> Option<String> {
    serde_json::to_value(day).ok()?.as_str().map(str::to_owned)
}
