//! The variants as cards: what each does differently, and what becomes of it.

use super::super::bench::Bench;
use super::state::{Draft, Outcomes, Simulated};
use super::ways::Ways;
use super::words;
use crate::platform::host::Detail;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::{Text, to_value, write};
use planning_wheel::session::Action;
use planning_wheel::text;
use planning_wheel::time::Lang;

/// Every variant.
#[component]
pub(super) fn Drafts() -> impl IntoView {
    let lang = Desk::here().lang;
    let drafts = Bench::here().simulation.drafts;
    let ids =
        Memo::new(move |_| drafts.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>()));
    view! {
        <div class="drafts" role="group" aria-label=words::variants(lang)>
            <For each=move || ids.get() key=|id| *id let:id>
                <DraftCard id=id />
            </For>
        </div>
    }
}

/// A variant with what it does differently.
#[component]
fn DraftCard(id: u32) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let simulation = bench.simulation;
    let draft = Memo::new(move |_| {
        simulation
            .drafts
            .with(|all| all.iter().find(|one| one.id == id).cloned())
    });
    let title = Memo::new(move |_| {
        draft
            .get()
            .map_or_else(String::new, |draft| draft.variant.title)
    });
    let rename = move |event| {
        let name = event_target_value(&event);
        if !name.trim().is_empty() {
            simulation.change(id, |variant| variant.title = name);
        }
    };
    view! {
        <div class="draft" role="group" aria-label=title>
            <label class="field">
                <span>{words::name(lang)}</span>
                <input type="text" maxlength="80" prop:value=title on:change=rename />
            </label>
            <Tweaks id=id draft=draft />
            <Trouble id=id />
            <Ways id=id />
            <Becomes id=id />
        </div>
    }
}

/// What is done differently, each to be taken back.
#[component]
fn Tweaks(id: u32, draft: Memo<Option<Draft>>) -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let lines = Memo::new(move |_| {
        let tweaks = draft
            .get()
            .map(|draft| draft.variant.tweaks)
            .unwrap_or_default();
        bench.base.with(|plan| {
            let said = tweaks
                .iter()
                .map(|one| (one.target(), text::tweak(one, plan, lang)));
            said.collect::<Vec<_>>()
        })
    });
    let line = move |(target, words): (String, String)| {
        let label = format!("{}: {words}", words::take_back(lang));
        let back = move |_| {
            bench
                .simulation
                .change(id, |variant| variant.take_back(&target))
        };
        view! {
            <li>
                <span>{words}</span>
                <button type="button" class="small" aria-label=label.clone() title=label on:click=back>"×"</button>
            </li>
        }
    };
    move || {
        let lines = lines.get();
        match lines.is_empty() {
            true => view! { <p class="quiet">{words::no_changes(lang)}</p> }.into_any(),
            false => view! { <ul class="tweaks">{lines.into_iter().map(line).collect_view()}</ul> }
                .into_any(),
        }
    }
}

/// Why there is no such plan, or that it is the plan already.
#[component]
fn Trouble(id: u32) -> impl IntoView {
    let lang = Desk::here().lang;
    let simulated = Simulated::here();
    let said = Memo::new(move |_| {
        simulated
            .outcomes
            .with(|all| all.as_ref().and_then(|all| trouble(all, id, lang)))
    });
    view! {
        <p class="trouble" role="status">
            {move || said.get().map(|(class, words)| view! { <span class=class>{words}</span> })}
        </p>
    }
}

fn trouble(all: &Outcomes, id: u32, lang: Lang) -> Option<(&'static str, String)> {
    let (draft, outcome) = all.drafts.iter().find(|(draft, _)| draft.id == id)?;
    match (&outcome.given, &all.plan.given) {
        (Err(problems), _) => {
            let first = problems
                .0
                .iter()
                .take(3)
                .map(|one| text::problem(one, lang));
            Some(("found error", first.collect::<Vec<_>>().join(" ")))
        }
        (Ok(own), Ok(plan)) if !draft.variant.tweaks.is_empty() => {
            let same = own.scenario.plan().document() == plan.scenario.plan().document();
            same.then(|| ("quiet", words::is_the_plan(lang).to_owned()))
        }
        _ => None,
    }
}

/// What becomes of the variant: the plan, a file, a copy, nothing.
#[component]
fn Becomes(id: u32) -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let simulation = bench.simulation;
    let document = move || {
        let variant = simulation.variant(id)?;
        let own = bench
            .base
            .with_untracked(|plan| variant.document(plan.document()));
        Some((variant.title, own.ok()?))
    };
    let keep = move |_| {
        if let Some((title, own)) = document() {
            bench.act(&Action::Replace {
                title: Text::compose(|lang| words::kept(&title, lang)),
                document: to_value(&own),
            });
        }
    };
    let save = move |_| {
        if let Some((title, mut own)) = document() {
            own.title = Text::compose(|lang| format!("{} – {title}", own.title.get(lang)));
            let detail = Detail::default()
                .with("name", format!("{} – {title}.json", own.id).as_str())
                .with("text", write(&own).as_str());
            desk.tell("file-made", detail);
        }
    };
    let copy = move |_| {
        if let Some(mut variant) = simulation.variant(id) {
            variant.title = format!("{} {}", words::copy_of(lang), variant.title);
            simulation.add(variant);
        }
    };
    view! {
        <div class="steps">
            <button type="button" class="button first" on:click=keep>{words::keep(lang)}</button>
            <button type="button" class="button" on:click=save>{words::save_file(lang)}</button>
            <button type="button" class="button" on:click=copy>{words::copy(lang)}</button>
            <button type="button" class="button" on:click=move |_| simulation.remove(id)>{words::remove(lang)}</button>
        </div>
    }
}
