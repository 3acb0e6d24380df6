//! Every version that is kept, to look when it was and to go back to.

use super::Shelf;
use super::news::Kept;
use super::words;
use crate::platform::host::Detail;
use crate::state::Desk;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The versions of the plan, in a dialog. Going back is a step as any other.
#[component]
pub(crate) fn Versions() -> impl IntoView {
    let shelf = Shelf::here();
    let lang = Desk::here().lang;
    let dialog = NodeRef::<Dialog>::new();
    let open = move |_| {
        shelf.ask("versions", Detail::default());
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let line = move |place: usize, kept: Kept| {
        let revision = kept.revision;
        let back = move |_| {
            // Far below what a number of JavaScript holds exactly.
            #[allow(clippy::cast_precision_loss)]
            let number = revision as f64;
            shelf.ask("version", Detail::default().with("revision", number));
            close();
        };
        let named = words::go_back_to(&kept, lang);
        let action = match place {
            0 => view! { <span>{words::newest(lang)}</span> }.into_any(),
            _ => view! { <button type="button" class="button" aria-label=named on:click=back>{words::go_back(lang)}</button> }.into_any(),
        };
        view! {
            <li class="version">
                <span class="when">{words::when(&kept, lang)}</span>
                <span class="what">{words::version(&kept, lang)}</span>
                {action}
            </li>
        }
    };
    let lines = move || {
        shelf.versions.with(|versions| {
            versions
                .iter()
                .cloned()
                .enumerate()
                .map(|(place, kept)| line(place, kept))
                .collect_view()
        })
    };
    view! {
        <button type="button" class="button" on:click=open>{words::versions(lang)}</button>
        <dialog node_ref=dialog class="wide" aria-label=words::versions(lang)>
            <h2>{words::versions(lang)}</h2>
            <p>{words::versions_said(lang)}</p>
            <p>{move || shelf.versions.with(Vec::is_empty).then(|| words::no_versions(lang))}</p>
            <div class="scrolls" tabindex="0" role="group" aria-label=words::versions(lang)>
                <ol class="versions">{lines}</ol>
            </div>
            <div class="steps">
                <button type="button" class="button" on:click=move |_| close()>{words::close(lang)}</button>
            </div>
        </dialog>
    }
}
