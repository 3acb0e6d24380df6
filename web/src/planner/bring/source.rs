//! Where it comes from: a file, or cells pasted from a spreadsheet.

use super::{Bringing, words};
use crate::platform::window;
use crate::state::Desk;
use leptos::ev::Event;
use leptos::prelude::*;

#[component]
pub(super) fn Source() -> impl IntoView {
    let bringing: Bringing = expect_context();
    let lang = Desk::here().lang;
    let chosen = move |event: Event| {
        window::read_file(&event, move |name, bytes| bringing.open(name, &bytes));
    };
    let pasted = move |event: Event| {
        let text = event_target_value(&event);
        if text.trim().is_empty() {
            bringing.forget();
        } else {
            bringing.open(words::pasted(lang).to_owned(), text.as_bytes());
        }
    };
    view! {
        <p>{words::hint(lang)}</p>
        <label class="field">
            <span>{words::file(lang)}</span>
            <input type="file" accept=".csv,.tsv,.txt,.ics,.yrw,text/csv,text/calendar" on:change=chosen />
        </label>
        <label class="field">
            <span>{words::paste(lang)}</span>
            <textarea rows="3" on:input=pasted></textarea>
        </label>
    }
}
