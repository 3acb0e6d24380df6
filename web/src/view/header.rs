//! The top: which plan, which year, which screen.

use crate::platform::clock;
use crate::state::{Action, Desk, Screen, View};
use crate::words;
use chrono::Datelike;
use leptos::prelude::*;

/// The top. The page may put something of its own where the title stands, and after the tools.
#[component]
pub(crate) fn Header(name: Memo<String>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    view! {
        <div class="top" part="header">
            <slot name="title">
                <h2 class="heading" part="title">{name}</h2>
            </slot>
            <div class="tools" part="tools">
                <Years />
                <Screens />
                <button type="button" class="button print" on:click=move |_| desk.print()>
                    {words::print(lang)}
                </button>
            </div>
            <slot name=move || "tools"></slot>
        </div>
    }
}

/// Steps the years, or the mandate periods where one is looked at.
#[component]
fn Years() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let shown = Memo::new(move |_| {
        desk.view
            .with(|view| view.term_years().unwrap_or((view.year, view.year)))
    });
    let of_period = Memo::new(move |_| desk.view.with(|view| view.period().is_some()));
    let ends = Memo::new(move |_| {
        desk.view
            .with(|view| [-1, 1].map(|steps| view.step(steps).is_none()))
    });
    let name = move |period: &'static str, year: &'static str| {
        move || if of_period.get() { period } else { year }
    };
    let part = Memo::new(move |_| desk.view.with(View::part));
    let part_or = move |part_word: &'static str, other: &dyn Fn() -> &'static str| {
        if part.with(Option::is_some) {
            part_word
        } else {
            other()
        }
    };
    let what = name(words::mandate(lang), words::year(lang));
    let before = name(words::period_before(lang), words::year_before(lang));
    let after = name(words::period_after(lang), words::year_after(lang));
    let before = move || part_or(words::part_before(lang), &before);
    let after = move || part_or(words::part_after(lang), &after);
    let title = move || match part.get() {
        Some((stretch, days)) => stretch.name(days, lang),
        None => words::years(shown.get()),
    };
    let back = name(words::this_period(lang), words::this_year(lang));
    let now = clock::today().year();
    let is_now = Memo::new(move |_| {
        let (first, last) =
            (desk.view).with(|view| view.period().unwrap_or((view.year, view.year)));
        (first..=last).contains(&now)
    });
    view! {
        <div class="years" role="group" aria-label=what>
            <button type="button" aria-label=before disabled=move || ends.get()[0]
                on:click=move |_| desk.dispatch(Action::Step(-1))>
                "‹"
            </button>
            <output>{title}</output>
            <button type="button" aria-label=after disabled=move || ends.get()[1]
                on:click=move |_| desk.dispatch(Action::Step(1))>
                "›"
            </button>
        </div>
        {move || (!is_now.get()).then(|| view! {
            <button type="button" class="button" on:click=move |_| desk.dispatch(Action::Year(now))>
                {back}
            </button>
        })}
    }
}

/// Switches between wheel, mandate period and agenda.
#[component]
fn Screens() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let screen = Memo::new(move |_| desk.view.with(|view| view.screen));
    let named = [
        (Screen::Wheel, words::wheel(lang)),
        (Screen::Mandate, words::mandate(lang)),
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
