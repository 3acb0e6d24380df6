//! A year that is published, and one that is carried over to the next.

use super::bench::Bench;
use super::words;
use crate::state::{self, Desk};
use crate::view::board::Shown;
use leptos::html::Dialog;
use leptos::prelude::*;
use planning_wheel::session::{Action, Roll, roll};
use planning_wheel::text;
use planning_wheel::time::Lang;

fn year_of(desk: Desk) -> Memo<i32> {
    Memo::new(move |_| desk.view.with(|view| view.year))
}

/// Fixes the year's days, or lets them go.
#[component]
pub(crate) fn Publishing() -> impl IntoView {
    let (desk, bench, shown) = (Desk::here(), Bench::here(), Shown::here());
    let lang = desk.lang;
    let year = year_of(desk);
    let dialog = NodeRef::<Dialog>::new();
    let is_published = Memo::new(move |_| {
        let year = year.get();
        bench
            .base
            .with(|plan| plan.document().published.iter().any(|one| one.year == year))
    });
    let open = move |_| open(dialog);
    let publish = move |_| {
        close(dialog);
        bench.act(&Action::Publish {
            year: year.get_untracked(),
        });
    };
    let unpublish = move |_| {
        bench.act(&Action::Unpublish {
            year: year.get_untracked(),
        });
    };
    let found = move || shown.year.with(|year| year.findings.len());
    view! {
        {move || match is_published.get() {
            true => view! {
                <button type="button" class="button" title=move || words::is_published(year.get(), lang) on:click=unpublish>
                    {words::unpublish(lang)}
                </button>
            }.into_any(),
            false => view! {
                <button type="button" class="button" on:click=open>{move || words::publish_year(year.get(), lang)}</button>
            }.into_any(),
        }}
        <dialog node_ref=dialog aria-label=words::publish(lang)>
            <h2>{move || words::publish_year(year.get(), lang)}</h2>
            <p>{move || words::publish_said(year.get(), found(), lang)}</p>
            <div class="steps">
                <button type="button" class="button first" on:click=publish>{move || words::publish_year(year.get(), lang)}</button>
                <button type="button" class="button" on:click=move |_| close(dialog)>{words::cancel(lang)}</button>
            </div>
        </dialog>
    }
}

/// Carries the year over to the next, after a look at what becomes of every meeting.
#[component]
pub(crate) fn Rolling() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let year = year_of(desk);
    let dialog = NodeRef::<Dialog>::new();
    // Computed when it is asked for: it places every series of the next year.
    let carried = RwSignal::new(None::<Result<Vec<[String; 4]>, String>>);
    let open = move |_| {
        let lines = bench
            .base
            .with_untracked(|plan| match roll(plan, year.get_untracked()) {
                Ok(roll) => Ok(lines(&roll, lang)),
                Err(refusal) => Err(text::refusal(&refusal, plan, lang)),
            });
        carried.set(Some(lines));
        open(dialog);
    };
    let go = move |_| {
        let from = year.get_untracked();
        if bench.act(&Action::RollForward { from }) {
            desk.dispatch(state::Action::Year(from.saturating_add(1)));
        }
        close(dialog);
    };
    let next = move || year.get().saturating_add(1);
    let can = move || carried.with(|carried| matches!(carried, Some(Ok(_))));
    let content = move || match carried.get() {
        Some(Ok(lines)) => view! { <Carried lines=lines /> }.into_any(),
        Some(Err(why)) => view! { <p class="found error">{why}</p> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <button type="button" class="button" on:click=open>{move || words::roll_to(next(), lang)}</button>
        <dialog node_ref=dialog class="wide" aria-label=words::roll(lang)>
            <h2>{move || words::roll_to(next(), lang)}</h2>
            <p>{move || words::roll_said(year.get(), lang)}</p>
            <div class="scrolls" tabindex="0" role="group" aria-label=words::consequences(lang)>{content}</div>
            <div class="steps">
                <button type="button" class="button first" disabled=move || !can() on:click=go>{move || words::roll_to(next(), lang)}</button>
                <button type="button" class="button" on:click=move |_| close(dialog)>{words::cancel(lang)}</button>
            </div>
        </dialog>
    }
}

/// What becomes of each meeting: its series, the day it had, the day it gets, and why.
fn lines(roll: &Roll, lang: Lang) -> Vec<[String; 4]> {
    let line = |one: &planning_wheel::session::Carried| {
        let after = one.after.as_ref().map_or_else(
            || words::gone(lang).to_owned(),
            |(_, day)| lang.short_date(*day),
        );
        let why: Vec<_> = one.why.iter().map(|why| text::rolled(why, lang)).collect();
        [
            one.title.get(lang).to_owned(),
            lang.short_date(one.before.1),
            after,
            why.join(". "),
        ]
    };
    roll.carried.iter().map(line).collect()
}

#[component]
fn Carried(lines: Vec<[String; 4]>) -> impl IntoView {
    let lang = Desk::here().lang;
    let line = |[title, before, after, why]: [String; 4]| {
        view! { <tr><th scope="row">{title}</th><td>{before}</td><td>{after}</td><td>{why}</td></tr> }
    };
    view! {
        <table class="carried">
            <thead>
                <tr>
                    <th scope="col">{words::meeting(lang)}</th>
                    <th scope="col">{words::before(lang)}</th>
                    <th scope="col">{words::after(lang)}</th>
                    <th scope="col">{words::why(lang)}</th>
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
}

fn open(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        let _ = dialog.show_modal();
    }
}

fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}
