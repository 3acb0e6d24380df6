//! The top: which plan, what is done with it, which year, and every step so far.

use super::bench::{Bench, Tab};
use super::bring::Bring;
use super::history::History;
use super::take::TakePlan;
use super::years::{Publishing, Rolling};
use super::{papers, simulate, words};
use crate::state::{Action, Desk};
use leptos::prelude::*;

/// The top. The page may put something of its own before and after the tools.
#[component]
pub(crate) fn Top() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let title = move || {
        bench
            .base
            .with(|plan| plan.document().title.get(lang).to_owned())
    };
    let is_planning = Memo::new(move |_| bench.tab.get() == Tab::Plan);
    let can_change = Memo::new(move |_| !bench.read_only.get());
    let has_year = Memo::new(move |_| bench.tab.get() != Tab::Simulate);
    view! {
        <div class="top" part="header">
            <slot name=move || "title"></slot>
            <h1 id="plan-name" tabindex="-1" class="heading" part="title">{title}</h1>
            <Tabs />
            <slot name=move || "tools"></slot>
        </div>
        <div class="bar tools" part="tools">
            <div class="steps">
                {move || has_year.get().then(|| view! { <Years /> })}
                <Steps />
            </div>
            {move || is_planning.get().then(|| view! {
                <div class="steps">
                    {move || can_change.get().then(|| view! {
                        <Publishing />
                        <Rolling />
                        <Bring />
                    })}
                    <TakePlan />
                    {move || can_change.get().then(|| view! {
                        <button type="button" id="guide-open" class="button" on:click=move |_| bench.guide.set(Some(0))>{words::guide_open(lang)}</button>
                    })}
                </div>
            })}
        </div>
    }
}

/// What is done with the plan.
#[component]
fn Tabs() -> impl IntoView {
    let tab = Bench::here().tab;
    let lang = Desk::here().lang;
    let button = |own: Tab, name: &'static str| {
        let pressed = move || if tab.get() == own { "true" } else { "false" };
        view! { <button type="button" aria-pressed=pressed on:click=move |_| tab.set(own)>{name}</button> }
    };
    view! {
        <div class="screens" role="group" aria-label=words::screen(lang)>
            {button(Tab::Plan, words::planner(lang))}
            {button(Tab::Simulate, simulate::name(lang))}
            {button(Tab::Papers, papers::name(lang))}
        </div>
    }
}

/// Steps the years.
#[component]
fn Years() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let ends = Memo::new(move |_| {
        let turns = desk.view.with(|view| view.turns.years);
        (year.get() <= turns.0, year.get() >= turns.1)
    });
    let step = move |by: i32| {
        move |_| desk.dispatch(Action::Year(year.get_untracked().saturating_add(by)))
    };
    view! {
        <div class="years" role="group" aria-label=words::year(lang)>
            <button type="button" aria-label=words::year_before(lang) disabled=move || ends.get().0 on:click=step(-1)>"‹"</button>
            <output>{year}</output>
            <button type="button" aria-label=words::year_after(lang) disabled=move || ends.get().1 on:click=step(1)>"›"</button>
        </div>
    }
}

/// Back and forth among the steps.
#[component]
fn Steps() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let title = move |back: bool| {
        bench.with(|session| {
            let step = if back {
                session.next_undo()
            } else {
                session.next_redo()
            };
            step.map(|step| step.title().get(lang).to_owned())
        })
    };
    let undo = Memo::new(move |_| title(true));
    let redo = Memo::new(move |_| title(false));
    view! {
        <div class="steps" role="group" aria-label=words::history(lang)>
            <button type="button" class="button" disabled=move || undo.with(Option::is_none)
                title=move || undo.with(|title| words::undo_of(title.as_deref(), lang))
                on:click=move |_| bench.undo()>
                {words::undo(lang)}
            </button>
            <button type="button" class="button" disabled=move || redo.with(Option::is_none)
                title=move || redo.with(|title| words::redo_of(title.as_deref(), lang))
                on:click=move |_| bench.redo()>
                {words::redo(lang)}
            </button>
            <History />
        </div>
    }
}
