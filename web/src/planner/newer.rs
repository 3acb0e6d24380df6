//! A plan that a newer version has saved: it is looked at, and changed only when somebody says so.

use super::bench::Bench;
use super::door::written;
use super::keep::Shelf;
use super::words;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::{FORMAT, PlanDocument, write};
use planning_wheel::session::Refusal;
use planning_wheel::text;

/// Why nothing can be changed, what is not understood, and the ways on.
#[component]
pub(crate) fn FromNewer() -> impl IntoView {
    let (bench, shelf) = (Bench::here(), Shelf::here());
    let lang = Desk::here().lang;
    let parts = Memo::new(move |_| {
        bench.base.with(|plan| {
            let newer = plan.document().newer.as_deref()?;
            Some(newer.paths().map(str::to_owned).collect::<Vec<_>>())
        })
    });
    let why = move || {
        bench.base.with(|plan| {
            let format = plan.document().format.clone();
            match bench.read_only.get() {
                true => text::refusal(&Refusal::Newer(format), plan, lang),
                false => words::newer_taken(lang).to_owned(),
            }
        })
    };
    let copy = move |_| shelf.go_on_in_copy(bench);
    let ways = move || {
        bench.read_only.get().then(|| {
            let copies = shelf.is_there().then(|| {
                view! { <button type="button" class="button first" on:click=copy>{words::newer_copy(lang)}</button> }
            });
            view! {
                <div class="steps">
                    {copies}
                    <button type="button" class="button" on:click=move |_| bench.take_over()>{words::newer_change(lang)}</button>
                </div>
                <p class="quiet">{words::newer_kept(lang)}</p>
            }
        })
    };
    let list =
        move |parts: Vec<String>| {
            let count = parts.len();
            let line = |path: String| view! { <li><code>{path}</code></li> };
            (count > 0).then(|| view! {
            <details>
                <summary>{words::newer_parts(lang)} " " <b class="count">{count}</b></summary>
                <ul>{parts.into_iter().map(line).collect_view()}</ul>
            </details>
        })
        };
    move || {
        parts.get().map(|parts| {
            view! {
                <section class="newer" aria-label=words::newer(lang)>
                    <p role="status">{why}</p>
                    {ways}
                    {list(parts)}
                </section>
            }
        })
    }
}

/// The plan's text as far as this version knows it, for those who only show it.
pub(super) fn known(bench: Bench) -> String {
    let is_newer = bench
        .base
        .with_untracked(|plan| plan.document().newer.is_some());
    match is_newer {
        true => bench.base.with_untracked(|plan| {
            write(&PlanDocument {
                format: FORMAT.to_owned(),
                newer: None,
                ..plan.document().clone()
            })
        }),
        false => written(bench),
    }
}
