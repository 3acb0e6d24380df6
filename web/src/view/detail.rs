//! "Varför 18 november?": the chosen entry explained.

use super::board::Shown;
use super::findings::FoundList;
use super::icon::Icon;
use super::row::EntryButton;
use crate::model::detail::{Detail, Related, SourceLine, detail};
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::*;

/// The chosen entry explained, or how to choose one.
#[component]
pub(crate) fn DetailBox() -> impl IntoView {
    let shown = Shown::here();
    let lang = Desk::here().lang;
    let chosen = Memo::new(move |_| {
        let id = shown.chosen.get()?;
        shown.year.with(|year| detail(year, &id, lang))
    });
    view! {
        <section class="why" part="details" role="group" aria-label=words::details(lang) aria-live="polite" tabindex="0">
            {move || match chosen.get() {
                Some(detail) => view! { <Explained detail=detail /> }.into_any(),
                None => view! { <p class="empty">{words::choose_hint(lang)}</p> }.into_any(),
            }}
        </section>
    }
}

/// An entry explained.
#[component]
fn Explained(detail: Detail) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let facts = detail.facts.into_iter().map(|(name, said)| {
        view! { <dt>{name}</dt><dd>{said}</dd> }
    });
    let reasons = detail
        .reasons
        .into_iter()
        .map(|why| view! { <li>{why}</li> });
    let landed = detail.landed.into_iter().map(|(title, reasons)| {
        let reasons = reasons.into_iter().map(|why| view! { <li>{why}</li> });
        view! {
            <h3>{title}</h3>
            <ul class="reasons landed">{reasons.collect_view()}</ul>
        }
    });
    let link = detail.link.map(|link| {
        view! { <p><a href=link rel="noreferrer">{words::more_about(lang)}</a></p> }
    });
    let row = detail.row;
    view! {
        <button type="button" class="close" aria-label=words::close(lang)
            on:click=move |_| desk.dispatch(Action::Clear)>
            "×"
        </button>
        <p class="name">
            <Icon kind=row.kind status=row.status colour=row.colour />
            <span>{row.title}</span>
        </p>
        <p class="when">{detail.when}</p>
        <h2>{detail.question}</h2>
        <ul class="reasons" aria-label=words::reasons(lang)>{reasons.collect_view()}</ul>
        {landed.collect_view()}
        <Sources sources=detail.sources />
        <FoundList list=detail.findings />
        {detail.note.map(|note| view! { <p class="note">{note}</p> })}
        <dl class="facts">{facts.collect_view()}</dl>
        <Relatives related=detail.related />
        {link}
    }
}

/// Where the agreements and laws say so.
#[component]
pub(crate) fn Sources(
    sources: Vec<SourceLine>,
    /// Title of the agreement that the reader already knows is meant.
    #[prop(default = None)]
    known: Option<String>,
) -> impl IntoView {
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
        let is_new = source.title != said && known.as_deref() != Some(source.title.as_str());
        said.clone_from(&source.title);
        let title = is_new.then(|| view! { <cite>{source.title}</cite> " " });
        view! { <li>{title}{section} " "{quote}</li> }
    });
    view! { <ul class="sources" aria-label=words::sources(lang)>{lines.collect::<Vec<_>>()}</ul> }
}

/// The entries of the chain.
#[component]
fn Relatives(related: Vec<Related>) -> impl IntoView {
    let lang = Desk::here().lang;
    (!related.is_empty()).then(|| {
        let lines = related.into_iter().map(|Related { relation, mut row }| {
            row.detail = format!("{relation} · {}", lang.short_date(row.date));
            view! { <li><EntryButton row=row chosen=false /></li> }
        });
        view! {
            <h3>{words::related(lang)}</h3>
            <ul class="related">{lines.collect_view()}</ul>
        }
    })
}
