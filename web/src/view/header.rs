//! The top of the page: which plan, which year, which screen.

use crate::plans;
use crate::platform::{clock, window};
use crate::state::{Action, Desk, Screen};
use crate::words;
use chrono::Datelike;
use leptos::prelude::*;

/// The top of the page.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let plan = Memo::new(move |_| desk.view.with(|view| view.plan));
    let name = move || plans::OFFERS.get(plan.get()).map(|offer| offer.name(lang));
    Effect::new(move |_| {
        let year = desk.view.with(|view| view.year);
        let name = name().unwrap_or_default();
        window::set_title(&format!("{name} · {} {year}", words::year_wheel(lang)));
    });
    let options = plans::OFFERS.iter().enumerate().map(|(place, offer)| {
        let name = offer.name(lang);
        view! {
            <option value=place.to_string() selected=move || plan.get() == place>{name}</option>
        }
    });
    let choose = move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            desk.dispatch(Action::Plan(place));
        }
    };
    view! {
        <header class="top">
            // The plan's name is chosen where it is read.
            <h1 class="unseen">{move || format!("{} · {}", name().unwrap_or_default(), words::year_wheel(lang))}</h1>
            <label class="plan">
                <span class="unseen">{words::plan(lang)}</span>
                <select on:change=choose prop:value=move || plan.get().to_string()>
                    {options.collect_view()}
                </select>
            </label>
            <div class="tools">
                <Years />
                <Screens />
                <button type="button" class="button print" on:click=|_| window::print()>
                    {words::print(lang)}
                </button>
            </div>
        </header>
    }
}

/// Steps the years.
#[component]
fn Years() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let years = Memo::new(move |_| desk.view.with(|view| view.years));
    let now = clock::today().year();
    let first = move || year.get() <= years.get().0;
    let last = move || year.get() >= years.get().1;
    view! {
        <div class="years" role="group" aria-label=words::year(lang)>
            <button type="button" aria-label=words::year_before(lang) disabled=first
                on:click=move |_| desk.dispatch(Action::Step(-1))>
                "‹"
            </button>
            <output>{year}</output>
            <button type="button" aria-label=words::year_after(lang) disabled=last
                on:click=move |_| desk.dispatch(Action::Step(1))>
                "›"
            </button>
        </div>
        {move || (year.get() != now).then(|| view! {
            <button type="button" class="button" on:click=move |_| desk.dispatch(Action::Year(now))>
                {words::this_year(lang)}
            </button>
        })}
    }
}

/// Switches between wheel and agenda.
#[component]
fn Screens() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let screen = Memo::new(move |_| desk.view.with(|view| view.screen));
    let named = [
        (Screen::Wheel, words::wheel(lang)),
        (Screen::Agenda, words::agenda(lang)),
    ];
    let buttons = named.map(|(own, name)| {
        let pressed = move || if screen.get() == own { "true" } else { "false" };
        view! {
            <button type="button" aria-pressed=pressed
                on:click=move |_| desk.dispatch(Action::Screen(own))>
                {name}
            </button>
        }
    });
    view! {
        <div class="screens" role="group" aria-label=words::screen(lang)>
            {buttons.into_iter().collect_view()}
        </div>
    }
}
