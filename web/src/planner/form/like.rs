//! Like parts, changed together.

use super::sheet::Sheet;
use super::words;
use leptos::prelude::*;
use planning_wheel::document::value_at;
use planning_wheel::form::with_same;
use planning_wheel::session::alike;
use planning_wheel::text;

/// The parts that a change is made in; none or one means that part alone.
#[derive(Clone, Copy, Default)]
pub(crate) struct Scope {
    pub(super) parts: RwSignal<Vec<String>>,
}

/// Which of the like parts are changed together with this one.
#[component]
pub(super) fn Together() -> impl IntoView {
    let sheet = Sheet::here();
    let lang = sheet.lang;
    let part = sheet.part.get_value();
    let mut groups = sheet
        .bench
        .value
        .with_untracked(|document| with_same(document, &part));
    let pattern = sheet
        .bench
        .base
        .with_untracked(|plan| alike(plan.document(), &part));
    if pattern.len() > 1 && groups.iter().all(|(_, other)| *other != pattern) {
        groups.insert(0, ("pattern", pattern));
    }
    let parts = sheet.scope.parts;
    let all = groups.last().map(|(_, all)| all.clone());
    let choices = groups.into_iter().map(|(by, group)| {
        let words = words::like_by(by, group.len(), lang);
        let own = group.clone();
        let is_chosen = move || if parts.with(|parts| *parts == own) { "true" } else { "false" };
        view! {
            <button type="button" class="chip" aria-pressed=is_chosen on:click=move |_| parts.set(group.clone())>
                {words}
            </button>
        }
    });
    let choices = choices.collect_view();
    let own = part.clone();
    let lines = all
        .unwrap_or_default()
        .into_iter()
        .map(move |path| member(sheet, path, &own));
    let lines = lines.collect_view();
    let count = move || parts.with(Vec::len);
    let is_alone = move || count() < 2;
    view! {
        <details class="together">
            <summary>{words::together(lang)}</summary>
            <p class="hint">{words::together_said(lang)}</p>
            <div class="chips">
                <button type="button" class="chip" aria-pressed=move || if is_alone() { "true" } else { "false" }
                    on:click=move |_| parts.set(Vec::new())>
                    {words::alone(lang)}
                </button>
                {choices}
            </div>
            <ul class="members">{lines}</ul>
        </details>
        <p class="scope" role="status">
            {move || (!is_alone()).then(|| words::scope(count(), lang))}
        </p>
    }
}

/// One of the parts that can be changed together.
fn member(sheet: Sheet, path: String, own: &str) -> AnyView {
    let parts = sheet.scope.parts;
    let is_own = path == own;
    let name = sheet.bench.value.with_untracked(|document| {
        let list = path.rsplit('/').nth(1).unwrap_or_default();
        let element = value_at(document, &path)?;
        text::called(list, element, document, sheet.lang)
    });
    let (path, own) = (StoredValue::new(path), StoredValue::new(own.to_owned()));
    let is_in = move || is_own || parts.with(|parts| path.with_value(|path| parts.contains(path)));
    let turn = move |event| {
        let wanted = event_target_checked(&event);
        parts.update(|parts| {
            if parts.is_empty() {
                parts.push(own.get_value());
            }
            parts.retain(|one| path.with_value(|path| one != path));
            if wanted {
                parts.push(path.get_value());
            }
        });
    };
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=is_in disabled=is_own on:change=turn />
                <span>{name}</span>
            </label>
        </li>
    }
    .into_any()
}
