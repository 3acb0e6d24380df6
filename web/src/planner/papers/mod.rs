//! Documents out: with their computed dates, to print, to save, or to paste into a letter.
//!
//! What a paper says is the core's; here it is chosen, and drawn as elements.

mod kind;
mod sheet;
mod words;

use super::bench::{Bench, Tab};
use crate::platform::host::Detail;
use crate::state::Desk;
use crate::taking::Taking;
use crate::view::drawing::Drawing;
use crate::view::take::told;
pub(crate) use kind::Kind;
use kind::{About, topics, written};
use leptos::prelude::*;
use planning_wheel::export::{paper_fragment, paper_html, paper_text};
use planning_wheel::paper::Paper;
use planning_wheel::time::Lang;
pub(crate) use sheet::Sheet;

/// Name of the screen.
pub(crate) fn name(lang: Lang) -> &'static str {
    words::papers(lang)
}

/// Which paper is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    kind: Kind,
    /// Key of what it is about, where there is a choice.
    about: String,
}

/// Shows a paper on the screen of papers.
pub(crate) fn show(bench: Bench, kind: Kind, about: &str) {
    let about = about.to_owned();
    bench.asked.set(Asked { kind, about });
    bench.tab.set(Tab::Papers);
    let stand = bench.stand();
    stand.taking.set(Taking::Idle);
    request_animation_frame(move || {
        let _ = stand.host.try_with_value(|host| host.focus(TITLE));
    });
}

/// Id of the paper's title: focus goes there from what leads to it.
const TITLE: &str = "paper-title";

/// A button that leads from a part of the plan to a paper about it.
#[component]
pub(crate) fn ToPaper(
    kind: Kind,
    /// Key of what it is about.
    about: String,
) -> impl IntoView {
    let (bench, lang) = (Bench::here(), Desk::here().lang);
    let lead = move |_| show(bench, kind, &about);
    view! { <button type="button" class="button to-paper" on:click=lead>{words::to(kind, lang)}</button> }
}

/// The paper that a bench shows, for the element's script to copy or save.
pub(crate) fn handed(bench: Bench) -> Option<Detail> {
    let year = bench.stand().view.with_untracked(|view| view.year);
    let (asked, lang) = (bench.asked.get_untracked(), bench.lang());
    let today = bench.stand().today.get_untracked();
    bench.base.with_untracked(|plan| {
        let about = asked.own(&topics(asked.kind, plan, year, lang), today);
        let paper = written(asked.kind, &about, plan, year, lang)?;
        let name = format!("{} {}", paper.title, paper.subtitle);
        Some(
            Detail::default()
                .with("name", name.as_str())
                .with("page", paper_html(&paper, plan).as_str())
                .with("piece", paper_fragment(&paper).as_str())
                .with("text", paper_text(&paper).as_str()),
        )
    })
}

/// The screen: which paper, and the paper itself.
#[component]
pub(crate) fn Papers() -> impl IntoView {
    let (desk, bench) = (Desk::here(), Bench::here());
    let lang = desk.lang;
    let asked = bench.asked;
    let year = Memo::new(move |_| desk.view.with(|view| view.year));
    let kind = Memo::new(move |_| asked.with(|asked| asked.kind));
    let topics = Memo::new(move |_| {
        bench
            .base
            .with(|plan| topics(kind.get(), plan, year.get(), lang))
    });
    let own = Memo::new(move |_| {
        let today = desk.today().get();
        asked.with(|asked| topics.with(|topics| asked.own(topics, today)))
    });
    let paper = Memo::new(move |_| {
        (bench.base).with(|plan| written(kind.get(), &own.get(), plan, year.get(), lang))
    });
    let content = move || match paper.get() {
        Some(paper) => {
            view! { <Sheet paper=paper plan=bench.base.get() is_dense=false /> }.into_any()
        }
        None => view! { <p class="empty">{words::none(kind.get(), lang)}</p> }.into_any(),
    };
    view! {
        <section class="papers" aria-label=words::papers(lang)>
            <div class="choosing">
                <Kinds />
                <Topics topics=topics own=own />
                <Ways paper=paper />
            </div>
            {content}
        </section>
    }
}

/// Every kind of paper.
#[component]
fn Kinds() -> impl IntoView {
    let (bench, desk) = (Bench::here(), Desk::here());
    let lang = desk.lang;
    let button = move |own: Kind| {
        let pressed = move || match bench.asked.with(|asked| asked.kind == own) {
            true => "true",
            false => "false",
        };
        let choose = move |_| {
            bench.asked.update(|asked| asked.kind = own);
            desk.taking().set(Taking::Idle);
        };
        view! { <button type="button" class="link" aria-pressed=pressed on:click=choose>{words::kind(own, lang)}</button> }
    };
    view! {
        <div class="kinds" role="group" aria-label=words::which(lang)>
            {Kind::ALL.map(button).into_iter().collect_view()}
        </div>
    }
}

/// What a paper of the kind can be about.
#[component]
fn Topics(topics: Memo<Vec<About>>, own: Memo<String>) -> impl IntoView {
    let (bench, desk) = (Bench::here(), Desk::here());
    let lang = desk.lang;
    let choose = move |event| {
        let about = event_target_value(&event);
        bench.asked.update(|asked| asked.about = about);
        desk.taking().set(Taking::Idle);
    };
    let option = move |about: About| {
        let key = about.key.clone();
        let is_own = move || own.with(|own| *own == about.key);
        view! { <option value=key prop:selected=is_own>{about.name}</option> }
    };
    let label = move || words::about(bench.asked.with(|asked| asked.kind), lang);
    move || {
        let topics = topics.get();
        (!topics.is_empty()).then(|| {
            view! {
                <label class="field">
                    <span>{label}</span>
                    <select on:change=choose>{topics.into_iter().map(option).collect_view()}</select>
                </label>
            }
        })
    }
}

/// What can be done with the paper, and what came of it.
#[component]
fn Ways(paper: Memo<Option<Paper>>) -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let none = move || paper.with(Option::is_none);
    let button = move |what: &'static str, name: &'static str, class: &'static str| {
        view! { <button type="button" class=class disabled=none on:click=move |_| desk.take(what)>{name}</button> }
    };
    view! {
        <div class="steps">
            {button("paper print", crate::words::print(lang), "button first")}
            {button("paper copy", words::copy(lang), "button")}
            {button("paper save", words::save(lang), "button")}
        </div>
        <p class="quiet">{words::copy_hint(lang)}</p>
        <div class="take"><Drawing draw=told /></div>
    }
}
