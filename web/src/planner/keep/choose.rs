//! What two people disagree on, side by side, to choose from.

use super::Shelf;
use super::clash::{Clash, Meeting};
use super::{shown, words};
use crate::planner::bench::Bench;
use crate::state::Desk;
use leptos::html::Dialog;
use leptos::prelude::*;
use planning_wheel::merge::Side;
use planning_wheel::time::Lang;

/// Opens by itself when something has to be chosen; left, it can be opened again from the line
/// that says that nothing is saved.
#[component]
pub(crate) fn Choosing() -> impl IntoView {
    let shelf = Shelf::here();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let asked = shelf.choosing.get();
        if let Some(dialog) = dialog.get() {
            match asked {
                true if !dialog.open() => drop(dialog.show_modal()),
                false if dialog.open() => dialog.close(),
                _ => {}
            }
        }
    });
    let content = move || {
        shelf
            .clash
            .get()
            .map(|clash| view! { <Asked clash=clash /> })
    };
    view! {
        <dialog node_ref=dialog class="wide" aria-labelledby="clash-title" on:close=move |_| shelf.choosing.set(false)>{content}</dialog>
    }
}

#[component]
fn Asked(clash: Clash) -> impl IntoView {
    let lang = Desk::here().lang;
    let (shelf, bench) = (Shelf::here(), Bench::here());
    let sides = RwSignal::new(vec![Side::Mine; count(&clash)]);
    let wrong = RwSignal::new(false);
    let said = words::clash(&clash, lang);
    let title = words::clash_title(&clash.meeting, clash.file, lang);
    let rows = rows(&clash, bench, sides, lang);
    let merge = words::settle(&clash, lang);
    let settle = move |_| {
        let chosen = clash.chosen(&sides.get_untracked());
        let taken = chosen.is_some_and(|document| shelf.take(bench, &clash, &document));
        wrong.set(!taken);
    };
    let later = move |_| shelf.choosing.set(false);
    view! {
        <h2 id="clash-title">{title}</h2>
        <p>{said}</p>
        {rows}
        <p role="alert" class="said refused">{move || wrong.get().then(|| words::no_plan(lang))}</p>
        <div class="steps">
            <button type="button" class="button first" on:click=settle>{merge}</button>
            <button type="button" class="button" on:click=later>{words::later(lang)}</button>
        </div>
    }
}

/// How many choices there are.
fn count(clash: &Clash) -> usize {
    match &clash.meeting {
        Meeting::Merged(merged) => merged.conflicts.len(),
        Meeting::Whole(_) => 1,
        Meeting::Gone | Meeting::Unreadable => 0,
    }
}

fn rows(clash: &Clash, bench: Bench, sides: RwSignal<Vec<Side>>, lang: Lang) -> AnyView {
    match &clash.meeting {
        Meeting::Merged(merged) => {
            let rows = merged.conflicts.iter().enumerate().map(|(at, conflict)| {
                let place = bench
                    .base
                    .with_untracked(|plan| shown::place(&conflict.path, &clash.mine, plan, lang));
                let [before, mine, theirs] = shown::values(conflict, lang);
                let before = view! { <p class="before">{words::before(lang)} ": " {before}</p> };
                row(at, place, before.into_any(), [mine, theirs], sides, lang)
            });
            rows.collect_view().into_any()
        }
        Meeting::Whole(_) => {
            let name = words::whole(lang).to_owned();
            let none = [String::new(), String::new()];
            row(0, name, ().into_any(), none, sides, lang)
        }
        Meeting::Gone | Meeting::Unreadable => ().into_any(),
    }
}

/// One thing to choose: what it is, what it was, and what each wants.
fn row(
    at: usize,
    place: String,
    before: AnyView,
    values: [String; 2],
    sides: RwSignal<Vec<Side>>,
    lang: Lang,
) -> AnyView {
    let names = [
        (Side::Mine, words::mine(lang)),
        (Side::Theirs, words::theirs(lang)),
    ];
    let options = names.into_iter().zip(values).map(|((side, name), value)| {
        let checked = move || sides.with(|sides| sides.get(at) == Some(&side));
        let choose = move |_| {
            sides.update(|sides| {
                if let Some(own) = sides.get_mut(at) {
                    *own = side;
                }
            });
        };
        view! {
            <label class="side">
                <input type="radio" name=format!("side-{at}") prop:checked=checked on:change=choose />
                <b>{name}</b>
                <span>{value}</span>
            </label>
        }
    });
    view! {
        <fieldset class="sides">
            <legend>{place}</legend>
            {before}
            <div class="both">{options.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}
