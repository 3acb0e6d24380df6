//! What is wrong or worth knowing in the year, each with its fix to press.

use super::bench::Bench;
use super::sources::Sources;
use super::words;
use crate::model::found::{Found, found};
use crate::state::{Action, Desk};
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::findings::{Finding, Severity};
use planning_wheel::form::part_of;
use planning_wheel::session;

/// The findings of the year that is shown.
#[component]
pub(crate) fn Review() -> impl IntoView {
    let lang = Desk::here().lang;
    let shown = Shown::here();
    let list = Memo::new(move |_| {
        shown.year.with(|year| {
            let findings = year.findings.iter().cloned();
            findings.zip(found(year, lang)).collect::<Vec<_>>()
        })
    });
    let count = move || list.with(Vec::len);
    view! {
        <section class="review" aria-label=words::review(lang)>
            <h2>{words::review(lang)} " " <b class="count">{count}</b></h2>
            {move || match list.get() {
                list if list.is_empty() => view! { <p class="empty">{words::nothing_found(lang)}</p> }.into_any(),
                list => view! { <FixList list=list /> }.into_any(),
            }}
        </section>
    }
}

/// Findings, with what can be done about each.
#[component]
pub(crate) fn FixList(list: Vec<(Finding, Found)>) -> impl IntoView {
    let lines = list
        .into_iter()
        .map(|(finding, found)| line(finding, found));
    view! { <ul class="findings">{lines.collect_view()}</ul> }
}

fn line(finding: Finding, found: Found) -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let (class, word) = match found.severity {
        Severity::Error => ("found error", crate::words::severity_error(lang)),
        Severity::Warning => ("found warning", crate::words::severity_warning(lang)),
        Severity::Info => ("found info", crate::words::severity_info(lang)),
    };
    let fix = finding.fix.zip(found.fix).map(|(fix, words)| {
        let apply = move |_| {
            bench.act(&session::Action::Fix(fix.clone()));
        };
        view! { <button type="button" class="button fix" on:click=apply>{words}</button> }
    });
    let entry = found.entry.map(|(title, id)| {
        let choose = move |_| desk.dispatch(Action::Choose(id.clone()));
        view! { <button type="button" class="link" on:click=choose>{title}</button> }
    });
    let path = finding.path;
    let place = (!path.is_empty()).then(|| {
        let go = move |_| {
            bench.go_to(
                &bench
                    .value
                    .with_untracked(|document| part_of(&path, document)),
            )
        };
        view! { <button type="button" class="link" on:click=go>{words::go_there(lang)}</button> }
    });
    view! {
        <li class=class>
            <p><b class="severity">{word}</b> " " {found.words}</p>
            {fix}
            <p class="ways">{entry} " " {place}</p>
            <Sources sources=found.sources />
        </li>
    }
}
