//! A group that becomes part of another: what follows is seen before it is done.

use super::sheet::Sheet;
use super::words;
use crate::planner::consequences::Consequences;
use leptos::prelude::*;
use planning_wheel::document::{Difference, differences, to_value, value_at};
use planning_wheel::form::part_of;
use planning_wheel::session::Action;
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;

/// Lets the group be merged into another.
#[component]
pub(super) fn MergeInto(
    /// The group's id.
    body: String,
) -> impl IntoView {
    let sheet = Sheet::here();
    let (lang, bench) = (sheet.lang, sheet.bench);
    let body = StoredValue::new(body);
    let into = RwSignal::new(String::new());
    let others = Memo::new(move |_| {
        let all = bench.base.with(|plan| {
            let named = |one: &planning_wheel::document::Body| {
                (one.id.clone(), one.name.get(lang).to_owned())
            };
            plan.document().bodies.iter().map(named).collect::<Vec<_>>()
        });
        let is_other = |(id, _): &(String, String)| body.with_value(|body| id != body);
        all.into_iter().filter(is_other).collect::<Vec<_>>()
    });
    let action = move || Action::MergeBodies {
        body: body.get_value(),
        into: into.get_untracked(),
    };
    let choose = move |event| {
        into.set(event_target_value(&event));
        bench.drop_trial();
        if into.with_untracked(|into| !into.is_empty()) {
            bench.try_out(&action());
        }
    };
    let leave = move |_| {
        into.set(String::new());
        bench.drop_trial();
    };
    let merge = move |_| {
        let there = into.get_untracked();
        if bench.act(&action()) {
            bench.go_to(&format!("/bodies/{there}"));
        }
    };
    on_cleanup(move || bench.drop_trial());
    let is_tried = move || into.with(|into| !into.is_empty()) && bench.tries();
    let option = move |(id, name): (String, String)| {
        let key = id.clone();
        let is_own = move || into.with(|into| *into == id);
        view! { <option value=key prop:selected=is_own>{name}</option> }
    };
    let follows = move || {
        is_tried().then(|| view! {
            <div class="scrolls" tabindex="0" role="group" aria-label=crate::planner::words::consequences(lang)>
                <Parts />
                <Consequences />
            </div>
            <div class="steps">
                <button type="button" class="button first" on:click=merge>{words::merge(lang)}</button>
                <button type="button" class="button" on:click=leave>{crate::planner::words::leave_move(lang)}</button>
            </div>
        })
    };
    view! {
        <details class="merging">
            <summary>{words::merge_into(lang)}</summary>
            <div class="inside">
                <p class="hint">{words::merge_said(lang)}</p>
                <label class="field">
                    <span>{words::merge_with(lang)}</span>
                    <select on:change=choose>
                        <option value="" prop:selected=move || into.with(String::is_empty)>"–"</option>
                        {move || others.get().into_iter().map(option).collect_view()}
                    </select>
                </label>
                {follows}
            </div>
        </details>
    }
}

/// The parts of the plan that go or are changed.
#[component]
fn Parts() -> impl IntoView {
    let sheet = Sheet::here();
    let (lang, bench) = (sheet.lang, sheet.bench);
    let lines = Memo::new(move |_| {
        let after = bench.plan.with(|plan| to_value(plan.document()));
        bench.value.with(|before| {
            let found = differences(before, &after);
            let mut lines: Vec<String> = Vec::new();
            for one in &found {
                let line = said(one, before, &after, lang);
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            lines
        })
    });
    let line = |line: String| view! { <li>{line}</li> };
    view! {
        <ul class="parts" aria-label=words::merge_parts(lang)>
            {move || lines.get().into_iter().map(line).collect_view()}
        </ul>
    }
}

/// "Tas bort: möten: Chefer LSS", or "Ändras: …" for a part that is still there.
fn said(one: &Difference, before: &Value, after: &Value, lang: Lang) -> String {
    let part = part_of(one.change.path(), before);
    let (word, document) = match value_at(after, &part) {
        None => (words::merge_gone(lang), before),
        Some(_) => (words::merge_changed(lang), after),
    };
    format!("{word}: {}", text::place_in(&part, document, lang))
}
