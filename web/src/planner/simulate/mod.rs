//! The plan over a mandate period, beside up to four variants of it.

mod drafts;
mod kept;
mod moved;
mod reckon;
mod sheet;
mod state;
mod summary;
mod tables;
mod ways;
mod weeks;
mod words;

pub(crate) use state::Simulation;

use super::bench::Bench;
use crate::state::Desk;
use drafts::Drafts;
use leptos::prelude::*;
use planning_wheel::scenario::{Start, Variant, starts};
use planning_wheel::time::TermKind;
use reckon::Reckoned;
use state::{MOST, Simulated};
use summary::{PrintIt, Summary};
use tables::Compared;

/// The name of the screen.
pub(crate) fn name(lang: planning_wheel::time::Lang) -> &'static str {
    words::simulate(lang)
}

/// The screen.
#[component]
pub(crate) fn Simulating() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let simulated = Simulated::new(bench, year);
    provide_context(simulated);
    let none = Memo::new(move |_| bench.simulation.drafts.with(Vec::is_empty));
    let reaches = Memo::new(move |_| simulated.period.get().is_some());
    let is_printing = RwSignal::new(false);
    view! {
        <section class="simulation" aria-label=words::simulate(lang)>
            <div class="asked">
                <Periods />
                <Reckoned />
                <PrintIt is_printing=is_printing />
            </div>
            {move || (!reaches.get()).then(|| view! { <p class="message">{words::no_period(lang)}</p> })}
            {move || none.get().then(|| view! { <p class="lead">{words::empty(lang)}</p> })}
            <Beginnings />
            <Drafts />
            <Compared />
            <Summary is_printing=is_printing />
        </section>
    }
}

/// Which mandate period.
#[component]
fn Periods() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let simulated = Simulated::here();
    let chosen = Bench::here().simulation.first_year;
    let step = move |by: isize| {
        let (all, now) = (
            simulated.periods.get_untracked(),
            simulated.period.get_untracked(),
        );
        let at = now.and_then(|now| all.iter().position(|one| *one == now));
        let there = at.and_then(|at| all.get(at.checked_add_signed(by)?));
        if let Some((first, _)) = there {
            chosen.set(Some(*first));
        }
    };
    let at_end = move |first: bool| {
        simulated.periods.with(|all| {
            let end = if first { all.first() } else { all.last() };
            end.copied() == simulated.period.get()
        })
    };
    let option = move |(first, last): (i32, i32)| {
        let is_chosen = move || simulated.period.get() == Some((first, last));
        view! { <option value=first.to_string() prop:selected=is_chosen>{format!("{first}–{last}")}</option> }
    };
    let choose = move |event| chosen.set(event_target_value(&event).parse().ok());
    view! {
        <div class="years periods" role="group" aria-label=words::period(lang)>
            <button type="button" aria-label=words::period_before(lang) disabled=move || at_end(true)
                on:click=move |_| step(-1)>"‹"</button>
            <select aria-label=words::period(lang) on:change=choose>
                {move || simulated.periods.get().into_iter().map(option).collect_view()}
            </select>
            <button type="button" aria-label=words::period_after(lang) disabled=move || at_end(false)
                on:click=move |_| step(1)>"›"</button>
        </div>
    }
}

/// Variants to begin with, made of the plan.
#[component]
fn Beginnings() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let simulated = Simulated::here();
    let simulation = bench.simulation;
    let ready = Memo::new(move |_| {
        bench.base.with(|plan| {
            let range = plan.mandate_range(simulated.period.get()?.0, TermKind::Calendar)?;
            Some(starts(plan, range))
        })
    });
    let room = Memo::new(move |_| simulation.drafts.with(Vec::len) < MOST);
    let begin = move |start: Start| {
        let title = start.title.get(lang).to_owned();
        let add = move |_| {
            simulation.add(start.variant(lang));
        };
        view! { <button type="button" class="button" on:click=add>{title}</button> }
    };
    let own = move |_| {
        let number = simulation.drafts.with_untracked(Vec::len) + 1;
        let number = u32::try_from(number).unwrap_or(1);
        simulation.add(Variant::new(words::numbered(number, lang)));
    };
    move || {
        room.get().then(|| view! {
            <div class="beginnings" role="group" aria-label=words::begin_with(lang)>
                <span>{words::begin_with(lang)}</span>
                {ready.get().into_iter().flatten().map(begin).collect_view()}
                <button type="button" class="button" on:click=own>{words::own_variant(lang)}</button>
            </div>
        })
    }
}
