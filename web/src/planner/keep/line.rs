//! The line that says how the plan is saved, and what can be done about it.

use super::Shelf;
use super::versions::Versions;
use super::{alarms, words};
use crate::platform::host::Detail;
use crate::state::Desk;
use leptos::prelude::*;

/// How the plan on the bench is saved; nothing where the page around the planner keeps it.
#[component]
pub(crate) fn Saved() -> impl IntoView {
    let shelf = Shelf::here();
    move || shelf.keeps.get().then(|| view! { <Line /> })
}

#[component]
fn Line() -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let plain = move |what: &'static str| move |_| shelf.ask(what, Detail::default());
    let state = Memo::new(move |_| shelf.saving.with(|saving| saving.state.clone()));
    let said = move || {
        shelf.saving.with(|saving| {
            shelf
                .refused
                .with(|refused| alarms::saving(saving, refused, lang))
        })
    };
    let alarms = move || {
        let saving = shelf.saving.with(|saving| alarms::alarm(saving, lang));
        let fault = shelf.fault.with(|fault| {
            fault
                .as_ref()
                .map(|fault| alarms::fault(&fault.what, &fault.code, lang))
        });
        let lost = shelf
            .recovered
            .get()
            .map(|from| alarms::recovered(from, lang));
        let memory = shelf.refused.with(|reason| alarms::refused(reason, lang));
        [saving, fault, lost, memory]
            .into_iter()
            .flatten()
            .map(|words| view! { <p>{words}</p> })
            .collect_view()
    };
    let file = move || {
        let written = shelf.written.get();
        shelf.file.with(|file| alarms::file(file, &written, lang))
    };
    let show = move |wanted: &'static str| move || state.with(|state| state == wanted);
    let asks = move || shelf.file.with(|file| file.state == "ask");
    let choose = move |_| shelf.choosing.set(true);
    let clash = move || shelf.clash.with(Option::is_some);
    view! {
        <div class="keeping" role="group" aria-label=words::keeping(lang)>
            <button type="button" class="button" on:click=plain("list")>{words::my_plans(lang)}</button>
            <span class="saved" role="status">{said}</span>
            <Show when=show("failed")>
                <button type="button" class="button" on:click=plain("retry")>{words::retry(lang)}</button>
            </Show>
            <Show when=show("behind")>
                <button type="button" class="button" on:click=plain("follow")>{words::follow(lang)}</button>
            </Show>
            <Show when=clash>
                <button type="button" class="button first" on:click=choose>{words::choose(lang)}</button>
            </Show>
            <Versions />
            <button type="button" class="button" on:click=plain("saveFile")>{words::save_file(lang)}</button>
            <span class="saved" role="status">{file}</span>
            <Show when=asks>
                <button type="button" class="button" on:click=plain("allowFile")>{words::allow_file(lang)}</button>
            </Show>
        </div>
        <div class="alarms" role="alert">{alarms}</div>
    }
}
