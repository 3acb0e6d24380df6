//! "Ta med": what is looked at as a file.

use super::board::Shown;
use crate::model::take::{self, File};
use crate::platform::clock;
use crate::state::Desk;
use crate::words;
use leptos::prelude::*;

/// Saves the entries or the picture that are shown.
#[component]
pub(crate) fn Take() -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let lang = desk.lang;
    let save = move |file: File| {
        let (ending, kind, text) = file;
        let years = desk
            .view
            .with_untracked(|view| view.period().unwrap_or((view.year, view.year)));
        let years = words::years(years).replace('–', "-");
        let id = shown
            .year
            .with_untracked(|year| year.plan.document().id.clone());
        desk.save(&format!("{id}-{years}.{ending}"), kind, &text);
    };
    let calendar = move |_| {
        let (year, filter) = (shown.year.get_untracked(), shown.filter.get_untracked());
        save(take::calendar(&year, &filter, clock::seconds(), lang));
    };
    let table = move |_| {
        let (year, filter) = (shown.year.get_untracked(), shown.filter.get_untracked());
        save(take::table(&year, &filter, lang));
    };
    let picture = move |_| {
        let (year, today) = (shown.year.get_untracked(), shown.today.get_untracked());
        save(
            desk.view
                .with_untracked(|view| take::picture(&year, view, today, lang)),
        );
    };
    view! {
        <details class="card" name="card">
            <summary>{words::take_along(lang)}</summary>
            <div class="inside take" role="group" aria-label=words::take_along(lang)>
                <button type="button" class="button" on:click=calendar>{words::calendar_file(lang)}</button>
                <button type="button" class="button" on:click=table>{words::table_file(lang)}</button>
                <button type="button" class="button" on:click=picture>{words::picture_file(lang)}</button>
            </div>
        </details>
    }
}
