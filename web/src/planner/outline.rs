//! The plan's parts, to find, to choose and to add.

use super::bench::Bench;
use super::form::{self, Sheet};
use crate::state::Desk;
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::document::{key_of, value_at};
use planning_wheel::findings::Severity;
use planning_wheel::form::numbered;
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;

/// The document's lists in the order in which a plan is made, with what cannot be added by hand.
const LISTS: [(&str, bool); 21] = [
    ("/bodies", true),
    ("/meetings", true),
    ("/offices", true),
    ("/documents", true),
    ("/processes", true),
    ("/reports", true),
    ("/assignments", true),
    ("/assignment_forms", true),
    ("/goals", true),
    ("/posts", true),
    ("/activities", true),
    ("/duties", true),
    ("/principals", true),
    ("/sides", true),
    ("/levels", true),
    ("/calendar/breaks", true),
    ("/calendar/terms", true),
    ("/backgrounds", true),
    ("/sources", true),
    ("/notes", true),
    ("/published", false),
];

/// What is to be seen over in a part, by gravity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Counts {
    errors: usize,
    warnings: usize,
    infos: usize,
}

/// One part of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    path: String,
    title: String,
}

/// A kind of parts, with those that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Section {
    list: &'static str,
    title: String,
    parts: Vec<Part>,
    grows: bool,
}

fn name_of(list: &str) -> &str {
    list.rsplit('/').next().unwrap_or_default()
}

/// What an element is called in the outline.
fn called(bench: Bench, list: &str, element: &Value, document: &Value, lang: Lang) -> String {
    let name = name_of(list);
    let own = || text::called(name, element, document, lang);
    let duty = || {
        let id = element.get("duty")?.as_str()?;
        let title = bench.with_untracked(|session| {
            let duty = session.catalogue().get(id)?;
            Some(duty.title.get(lang).to_owned())
        });
        title.or_else(|| Some(id.to_owned()))
    };
    own()
        .or_else(duty)
        .or_else(|| key_of(element))
        .unwrap_or_default()
}

/// How an element is named in a path, whatever its number; a duty by its number.
fn key(element: &Value, at: usize) -> String {
    key_of(element).unwrap_or_else(|| at.to_string())
}

/// Every list of the document, with what is in it.
fn sections(bench: Bench, document: &Value, lang: Lang) -> Vec<Section> {
    let section = |(list, grows): (&'static str, bool)| {
        let elements = value_at(document, list).and_then(Value::as_array);
        let elements = elements.into_iter().flatten().enumerate();
        let part = |(at, element): (usize, &Value)| Part {
            path: format!("{list}/{}", key(element, at)),
            title: called(bench, list, element, document, lang),
        };
        Section {
            list,
            title: text::list_title(name_of(list), lang),
            parts: elements.map(part).collect(),
            grows,
        }
    };
    LISTS.into_iter().map(section).collect()
}

/// What the pane of a part is called, and what kind of part it is.
pub(super) fn title_of(
    bench: Bench,
    path: String,
    lang: Lang,
) -> impl Fn() -> (String, String) + Clone + Send + Sync {
    move || {
        let (list, _) = path.rsplit_once('/').unwrap_or_default();
        match path.as_str() {
            "" => (form::about_plan(lang).to_owned(), String::new()),
            "/mandate" => (form::elections(lang).to_owned(), String::new()),
            path => bench.value.with(|document| {
                let kind = text::element(name_of(list), lang).map(text::capital);
                let title = value_at(document, path)
                    .map(|element| called(bench, list, element, document, lang));
                (title.unwrap_or_default(), kind.unwrap_or_default())
            }),
        }
    }
}

/// The plan's parts.
#[component]
pub(crate) fn Outline() -> impl IntoView {
    let bench = Bench::here();
    let lang = Desk::here().lang;
    let query = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let list = Memo::new(move |_| bench.value.with(|value| sections(bench, value, lang)));
    let counts = counts(bench);
    let found = Memo::new(move |_| {
        let words = query.get().trim().to_lowercase();
        let fits = |title: &str| title.to_lowercase().contains(&words);
        list.with(|list| {
            let sections = list.iter().cloned().filter_map(|mut section| {
                if !words.is_empty() && !fits(&section.title) {
                    section.parts.retain(|part| fits(&part.title));
                }
                let is_shown = words.is_empty() || !section.parts.is_empty();
                section.grows &= words.is_empty();
                is_shown.then_some(section)
            });
            sections.collect::<Vec<_>>()
        })
    });
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            let first = found.with_untracked(|found| {
                found
                    .iter()
                    .find_map(|section| section.parts.first().cloned())
            });
            if let Some(part) = first.filter(|_| !query.with_untracked(String::is_empty)) {
                bench.go_to(&part.path);
            }
        }
        "Escape" => query.set(String::new()),
        _ => {}
    };
    let section = move |section: Section| section_view(bench, section, counts, is_open, lang);
    let is_searching = move || query.with(|query| !query.trim().is_empty());
    view! {
        <nav class="outline" aria-label=form::show_parts(lang) data-open=move || is_open.get().then_some("true")>
            <button type="button" id="parts" class="button fold" aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| is_open.update(|open| *open = !*open)>
                {form::show_parts(lang)}
            </button>
            <div class="folds">
                <input type="search" class="chip" aria-label=form::find_part(lang) placeholder=form::find_part(lang)
                    autocomplete="off" spellcheck="false" prop:value=query
                    on:input=move |event| query.set(event_target_value(&event)) on:keydown=key />
                <ul class="single">
                    {link(bench, Part { path: String::new(), title: form::about_plan(lang).to_owned() }, counts, is_open, lang)}
                </ul>
                {move || found.get().into_iter().map(section).collect_view()}
                {move || (!is_searching()).then(|| view! {
                    <ul class="single">
                        {link(bench, Part { path: "/mandate".to_owned(), title: form::elections(lang).to_owned() }, counts, is_open, lang)}
                    </ul>
                })}
                <p class="empty" role="status">
                    {move || (is_searching() && found.with(Vec::is_empty)).then(|| form::nothing_found(lang))}
                </p>
            </div>
        </nav>
    }
}

/// What is to be seen over, by the numbered path of its part.
fn counts(bench: Bench) -> Memo<Vec<(String, Counts)>> {
    let shown = Shown::here();
    Memo::new(move |_| {
        let paths = shown.year.with(|year| {
            let all = year.findings.iter();
            all.map(|finding| (finding.path.clone(), finding.severity))
                .collect::<Vec<_>>()
        });
        bench.value.with(|document| {
            let mut counts: Vec<(String, Counts)> = Vec::new();
            for (path, severity) in paths {
                let path = numbered(&path, document);
                let at = match counts.iter().position(|(other, _)| *other == path) {
                    Some(at) => at,
                    None => {
                        counts.push((path, Counts::default()));
                        counts.len() - 1
                    }
                };
                if let Some((_, count)) = counts.get_mut(at) {
                    match severity {
                        Severity::Error => count.errors += 1,
                        Severity::Warning => count.warnings += 1,
                        Severity::Info => count.infos += 1,
                    }
                }
            }
            counts
        })
    })
}

/// A list's heading, its parts, and a way to add one.
fn section_view(
    bench: Bench,
    section: Section,
    counts: Memo<Vec<(String, Counts)>>,
    is_open: RwSignal<bool>,
    lang: Lang,
) -> AnyView {
    let (list, name) = (section.list, name_of(section.list));
    let count = section.parts.len();
    let is_full = count > 0;
    let parts = section
        .parts
        .into_iter()
        .map(|part| link(bench, part, counts, is_open, lang));
    let add = section.grows.then(|| {
        let words = form::add(text::element(name, lang).unwrap_or_default(), lang);
        let add = move |_| {
            add(bench, list);
            is_open.set(false);
        };
        view! { <li><button type="button" class="link add" on:click=add>{words}</button></li> }
    });
    view! {
        <details open=is_full>
            <summary>{section.title} " " <span class="muted">{count}</span></summary>
            <ul>{parts.collect::<Vec<_>>()} {add}</ul>
        </details>
    }
    .into_any()
}

/// A part to choose, with what is to be seen over in it.
fn link(
    bench: Bench,
    part: Part,
    counts: Memo<Vec<(String, Counts)>>,
    is_open: RwSignal<bool>,
    lang: Lang,
) -> AnyView {
    let Part { path, title } = part;
    let own = path.clone();
    let here = move || {
        bench
            .place
            .with(|place| place.as_deref() == Some(own.as_str()))
            .then_some("true")
    };
    let number = bench
        .value
        .with_untracked(|document| numbered(&path, document));
    let found = Memo::new(move |_| {
        counts.with(|counts| {
            let is_own = |path: &str| {
                !number.is_empty()
                    && path
                        .strip_prefix(&number)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            let mut all = Counts::default();
            for (_, one) in counts.iter().filter(|(path, _)| is_own(path)) {
                all.errors += one.errors;
                all.warnings += one.warnings;
                all.infos += one.infos;
            }
            all
        })
    });
    let mark = move || {
        let Counts {
            errors,
            warnings,
            infos,
        } = found.get();
        let (class, sign) = match (errors, warnings, infos) {
            (0, 0, 0) => return None,
            (0, 0, _) => ("sign info", "i"),
            (0, ..) => ("sign warning", "▲"),
            _ => ("sign error", "✕"),
        };
        let words = form::found(errors, warnings, infos, lang);
        Some(view! {
            <span class=class title=words.clone()>
                <span aria-hidden="true">{sign} {errors + warnings + infos}</span>
                <span class="unseen">{words.clone()}</span>
            </span>
        })
    };
    let go = move |_| {
        is_open.set(false);
        bench.go_to(&path);
    };
    view! {
        <li>
            <button type="button" class="link" aria-current=here on:click=go>
                <span>{title}</span> {mark}
            </button>
        </li>
    }
    .into_any()
}

/// Adds a new part, with everything that it needs, and goes to it.
fn add(bench: Bench, list: &'static str) {
    let Some(forms) = bench.forms.get_untracked() else {
        return;
    };
    let sheet = Sheet::new(bench, forms, list);
    if let Some(key) = sheet.grow(list, |fresh| fresh.elements(list)) {
        bench.go_to(&format!("{list}/{key}"));
    }
}
