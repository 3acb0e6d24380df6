//! What is reckoned with where the plan says nothing: length and travel.

use super::super::bench::Bench;
use super::words;
use crate::state::Desk;
use leptos::prelude::*;

/// Length of meetings without one, and how long each principal's members travel.
#[component]
pub(super) fn Reckoned() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let assumptions = bench.simulation.assumptions;
    let principals = Memo::new(move |_| {
        bench.base.with(|plan| {
            let named = plan.principals().iter();
            let named = named.map(|one| (one.id().to_owned(), one.name().get(lang).to_owned()));
            named.collect::<Vec<_>>()
        })
    });
    let length = move |event| {
        let minutes = event_target_value(&event).parse().ok();
        assumptions.update(|own| own.minutes = minutes);
    };
    let travel = move |(id, name): (String, String)| {
        let now = assumptions.with_untracked(|own| own.travel.get(&id).copied());
        let now = now.map_or_else(String::new, |minutes: u32| minutes.to_string());
        let set = move |event| {
            let minutes: Option<u32> = event_target_value(&event).parse().ok();
            assumptions.update(|own| {
                match minutes.filter(|minutes| *minutes > 0) {
                    Some(minutes) => own.travel.insert(id.clone(), minutes),
                    None => own.travel.remove(&id),
                };
            });
        };
        view! {
            <label class="field">
                <span>{name}</span>
                <input type="number" min="0" max="1440" step="5" inputmode="numeric" prop:value=now on:change=set />
            </label>
        }
    };
    let now = assumptions.with_untracked(|own| own.minutes);
    let now = now.map_or_else(String::new, |minutes| minutes.to_string());
    view! {
        <details class="card" name="card">
            <summary>{words::reckoned_with(lang)}</summary>
            <div class="inside" tabindex="0" role="group" aria-label=words::reckoned_with(lang)>
                <label class="field">
                    <span>{words::minutes(lang)}</span>
                    <input type="number" min="0" max="1440" step="15" inputmode="numeric" prop:value=now on:change=length />
                </label>
                <fieldset class="travel">
                    <legend>{words::travel(lang)}</legend>
                    {move || principals.get().into_iter().map(travel).collect_view()}
                </fieldset>
            </div>
        </details>
    }
}
