//! The plan's parts, to find and to choose.

use super::bench::Bench;
use super::words;
use crate::state::Desk;
use leptos::prelude::*;
use planning_wheel::document::key_of;
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;

/// One part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    path: String,
    title: String,
}

/// A kind of parts, with those that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    title: String,
    parts: Vec<Part>,
}

/// The document's lists, each with what is in it.
fn sections(document: &Value, lang: Lang) -> Vec<Section> {
    let fields = document.as_object().into_iter().flatten();
    let lists = fields.filter_map(|(name, value)| Some((name, value.as_array()?)));
    let sections = lists.map(|(name, list)| {
        let list_path = format!("/{name}");
        let part = |value: &Value| {
            let path = format!("{list_path}/{}", key_of(value)?);
            let title = text::place_in(&path, document, lang);
            Some(Part { path, title })
        };
        Section {
            title: text::place_in(&list_path, document, lang),
            parts: list.iter().filter_map(part).collect(),
        }
    });
    sections
        .filter(|section| !section.parts.is_empty())
        .collect()
}

/// The plan's parts.
#[component]
pub(crate) fn Outline() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let list = Memo::new(move |_| bench.value.with(|value| sections(value, lang)));
    let part = move |part: Part| {
        let path = part.path.clone();
        let here = move || {
            bench
                .place
                .with(|place| place.as_deref() == Some(path.as_str()))
                .then_some("true")
        };
        view! {
            <li>
                <button type="button" class="link" aria-current=here
                    on:click=move |_| bench.place.set(Some(part.path.clone()))>
                    {part.title}
                </button>
            </li>
        }
    };
    let section = move |section: Section| {
        view! {
            <details open>
                <summary>{section.title}</summary>
                <ul>{section.parts.into_iter().map(part).collect_view()}</ul>
            </details>
        }
    };
    view! {
        <nav class="outline" aria-label=words::parts(lang)>
            {move || list.get().into_iter().map(section).collect_view()}
        </nav>
    }
}
