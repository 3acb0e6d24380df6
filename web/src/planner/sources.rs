//! Where the agreements and laws say so, beside a finding.

use crate::model::detail::SourceLine;
use crate::state::Desk;
use crate::words;
use leptos::prelude::*;

/// The places that a finding rests on.
#[component]
pub(crate) fn Sources(sources: Vec<SourceLine>) -> impl IntoView {
    let lang = Desk::here().lang;
    // A title that the line before has already said is left out.
    let mut said = String::new();
    let lines = sources.into_iter().map(|source| {
        let section = if source.section.is_empty() {
            String::new()
        } else {
            format!("{} {}", words::section(lang), source.section)
        };
        let quote = source.quote.map(|quote| view! { <q>{quote}</q> });
        let is_new = source.title != said;
        said.clone_from(&source.title);
        let title = is_new.then(|| view! { <cite>{source.title}</cite> " " });
        view! { <li>{title}{section} " "{quote}</li> }
    });
    view! { <ul class="sources" aria-label=words::sources(lang)>{lines.collect::<Vec<_>>()}</ul> }
}
