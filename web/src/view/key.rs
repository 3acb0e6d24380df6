//! "Teckenförklaring": which mark means what, for the kinds of the year.

use super::board::Shown;
use super::icon::Icon;
use crate::state::{Desk, Screen};
use crate::words;
use leptos::prelude::*;
use planning_wheel::calendar::{EntryKind, EntryStatus};
use planning_wheel::text;
use planning_wheel::wheel::Colour;

/// The key to the marks.
#[component]
pub(crate) fn Key() -> impl IntoView {
    let shown = Shown::here();
    let lang = Desk::here().lang;
    let kinds = Memo::new(move |_| {
        let has = |kind: &EntryKind| {
            shown
                .year
                .with(|year| year.calendar.of_kind(*kind).next().is_some())
        };
        EntryKind::ALL.into_iter().filter(has).collect::<Vec<_>>()
    });
    // A mandate period shows no single days.
    let desk = Desk::here();
    let of_year = Memo::new(move |_| desk.view.with(|view| view.screen != Screen::Mandate));
    let line = move |kind: EntryKind| {
        view! {
            <li>
                <Icon kind=kind status=EntryStatus::Proposed colour=Colour::Neutral />
                {text::kind_plural(kind, lang)}
            </li>
        }
    };
    view! {
        <details class="card" name="card">
            <summary>{words::key(lang)}</summary>
            <div class="inside" tabindex="0" role="group" aria-label=words::key(lang)>
                <ul class="key">
                    {move || kinds.get().into_iter().map(line).collect_view()}
                    {move || of_year.get().then(|| view! {
                        <li><span class=move || "tick holiday"></span>{words::holidays(lang)}</li>
                        <li><span class=move || "tick break"></span>{words::school_break(lang)}</li>
                    })}
                </ul>
                <p class="hint">{words::keys_hint(lang)}</p>
            </div>
        </details>
    }
}
