//! The top: which plan, which year, which screen.

use crate::platform::{clock, window};
use crate::state::{Action, Desk, Screen};
use crate::words;
use chrono::Datelike;
use leptos::prelude::*;

/// The top. The page may put something of its own where the title stands, and after the tools.
#[component]
pub(crate) fn Header(name: Memo<String>) -> impl IntoView {
    let lang = Desk::here().lang;
    view! {
        <div class="top" part="header">
            <slot name="title">
                <h2 class="heading" part="title">{name}</h2>
            </slot>
            <div class="tools" part="tools">
                <Years />
                <Screens />
                <button type="button" class="button print" on:click=|_| window::print()>
                    {words::print(lang)}
                </button>
            </div>
            <slot name=move || "tools"></slot>
        </div>
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
