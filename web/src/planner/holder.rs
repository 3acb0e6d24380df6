//! Who holds the chosen office in the chosen period.

use super::bench::Bench;
use super::words;
use crate::state::Desk;
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::session::{Action, seat};

/// The choice of a holder, where an office is chosen.
#[component]
pub(crate) fn HolderBox() -> impl IntoView {
    let shown = Shown::here();
    let bench = Bench::here();
    let is_office = Memo::new(move |_| {
        let id = shown.chosen.get()?;
        bench.base.with(|plan| seat(plan, &id)).map(|_| id)
    });
    move || is_office.get().map(|id| view! { <Choice id=id /> })
}

#[component]
fn Choice(id: String) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let id = StoredValue::new(id);
    let seat = Memo::new(move |_| {
        let id = id.get_value();
        let seat = bench.base.with(|plan| seat(plan, &id))?;
        let holders = seat.holders.iter();
        let named: Vec<_> = holders
            .map(|(id, title)| (id.clone(), title.get(lang).to_owned()))
            .collect();
        Some((named, seat.held.unwrap_or_default()))
    });
    let held = Memo::new(move |_| seat.with(|seat| seat.as_ref().map(|(_, held)| held.clone())));
    let options = Memo::new(move |_| seat.get().map_or_else(Vec::new, |(holders, _)| holders));
    let option = move |(holder, title): (String, String)| {
        let own = holder.clone();
        let is_held = move || held.with(|held| held.as_deref() == Some(own.as_str()));
        view! { <option value=holder prop:selected=is_held>{title}</option> }
    };
    let choose = move |event| {
        let by: String = event_target_value(&event);
        bench.act(&Action::Hold {
            id: id.get_value(),
            by: (!by.is_empty()).then_some(by),
        });
    };
    let nobody = move || held.with(|held| held.as_deref() == Some(""));
    view! {
        <label class="field by-hand">
            <span>{words::holder(lang)}</span>
            <select on:change=choose>
                <option value="" prop:selected=nobody>{words::no_holder(lang)}</option>
                {move || options.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
