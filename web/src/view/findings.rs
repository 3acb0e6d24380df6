//! "Att se över": what is wrong or worth knowing in the year.

use super::board::Shown;
use super::detail::Sources;
use crate::model::detail::only_agreement;
use crate::model::found::{Found, found};
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::*;
use planning_wheel::findings::Severity;

/// The year's findings, folded together under their number.
#[component]
pub(crate) fn Findings() -> impl IntoView {
    let shown = Shown::here();
    let lang = Desk::here().lang;
    let list = Memo::new(move |_| shown.year.with(|year| found(year, lang)));
    move || {
        let list = list.get();
        (!list.is_empty()).then(|| {
            let count = list.len();
            view! {
                <details class="card" name="card">
                    <summary>{words::findings(lang)} <b class="count">{count}</b></summary>
                    <div class="inside" tabindex="0" role="group" aria-label=words::findings(lang)>
                        <FoundList list=list />
                    </div>
                </details>
            }
        })
    }
}

/// Findings one below the other.
#[component]
pub(crate) fn FoundList(list: Vec<Found>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let known = Shown::here()
        .year
        .with_untracked(|year| only_agreement(&year.plan, lang));
    let line = move |found: Found| {
        let (class, word) = match found.severity {
            Severity::Error => ("found error", words::severity_error(lang)),
            Severity::Warning => ("found warning", words::severity_warning(lang)),
            Severity::Info => ("found info", words::severity_info(lang)),
        };
        let fix = found
            .fix
            .map(|fix| view! { <p class="fix">{format!("{}: {fix}", words::fix(lang))}</p> });
        let entry = found.entry.map(|(title, id)| {
            let choose = move |_| desk.dispatch(Action::Choose(id.clone()));
            view! { <button type="button" class="link" on:click=choose>{title}</button> }
        });
        view! {
            <li class=class>
                <p><b class="severity">{word}</b> " " {found.words}</p>
                {fix}
                {entry}
                <Sources sources=found.sources known=known.clone() />
            </li>
        }
    };
    view! { <ul class="findings">{list.into_iter().map(line).collect_view()}</ul> }
}
