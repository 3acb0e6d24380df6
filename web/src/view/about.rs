//! "Om planen": the agreements it rests on, and what is to be known about their texts.

use super::detail::Sources;
use crate::model::detail::{SourceLine, only_agreement};
use crate::shared::Shared;
use crate::state::Desk;
use crate::words;
use leptos::prelude::*;
use planning_wheel::document::Note;
use planning_wheel::plan::Plan;

/// What there is to know about the plan as a whole.
#[component]
pub(crate) fn About(plan: Shared<Plan>) -> impl IntoView {
    let lang = Desk::here().lang;
    let document = plan.document();
    let known = only_agreement(&plan, lang);
    let agreements = document.sources.iter().map(|source| {
        let adopted = source
            .adopted
            .map(|day| format!(", {} {}", words::adopted(lang), lang.long_date(day.0)));
        view! { <li><cite>{source.title.get(lang).to_owned()}</cite>{adopted}</li> }
    });
    let note = |note: &Note| {
        let sources = plan.sources(&note.cite);
        let sources = sources
            .iter()
            .map(|source| SourceLine::of(source, lang))
            .collect();
        view! {
            <li>
                <p>{note.text.get(lang).to_owned()}</p>
                <Sources sources=sources known=known.clone() />
            </li>
        }
    };
    let notes = (!document.notes.is_empty()).then(|| {
        view! {
            <h2>{words::notes(lang)}</h2>
            <ul class="notes">{document.notes.iter().map(note).collect_view()}</ul>
        }
    });
    view! {
        <details class="card" name="card">
            <summary>{words::about_plan(lang)}</summary>
            <div class="inside" tabindex="0" role="group" aria-label=words::about_plan(lang)>
                <h2>{words::agreements(lang)}</h2>
                <ul class="agreements">{agreements.collect_view()}</ul>
                {notes}
            </div>
        </details>
    }
}
