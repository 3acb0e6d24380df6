//! The mandate period: its wheel, and what happens once in it.

use super::board::Shown;
use super::detail::DetailBox;
use super::row::EntryButton;
use super::wheel::mandate::MandateView;
use crate::model::filter::Filter;
use crate::model::mandate::{self, Once};
use crate::shared::Shared;
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::*;
use planning_wheel::time::TermKind;
use planning_wheel::wheel::MandateWheel;

/// The layout of the mandate period that is looked at.
#[derive(Clone, Copy)]
pub(crate) struct Term {
    /// With nothing chosen: where everything stands.
    pub(crate) layout: Memo<Shared<MandateWheel>>,
    /// With the chosen entry's chain lit.
    pub(crate) lit: Memo<Shared<MandateWheel>>,
}

impl Term {
    fn new(desk: Desk, shown: Shown) -> Self {
        let lay_out = move |filter: &Filter, chosen: Option<&str>| {
            let (days, today) = (shown.year.get(), shown.today.get());
            Shared::new(mandate::wheel(&days, filter, chosen, today, desk.lang))
        };
        let layout = Memo::new(move |_| lay_out(&shown.whole.get(), None));
        let lit = Memo::new(move |_| match (shown.chosen.get(), shown.filter.get()) {
            (None, filter) if !filter.searches() => layout.get(),
            (chosen, filter) => lay_out(&filter, chosen.as_deref()),
        });
        Self { layout, lit }
    }
}

/// A mandate period in all its forms.
#[component]
pub(crate) fn PeriodOfOffice() -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let term = Term::new(desk, shown);
    let said = move || {
        term.layout.with(|wheel| {
            let years = &wheel.centre.years.text;
            words::period_said(years, wheel.notices.len(), desk.lang)
        })
    };
    view! {
        <p class="unseen" role="status">{said}</p>
        <Terms />
        <MandateView term=term />
        <div class="beside" part="lists">
            <div class="lists">
                <OnceList term=term />
            </div>
            <DetailBox />
        </div>
    }
}

/// Whose term is looked at: councils take office before boards do.
#[component]
fn Terms() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let term = Memo::new(move |_| desk.view.with(|view| view.term));
    let named = [
        (TermKind::Calendar, words::boards_term(lang)),
        (TermKind::Council, words::councils_term(lang)),
    ];
    let button = |(own, name): (TermKind, &'static str)| {
        let current = move || (term.get() == own).then_some("true");
        let go = move |_| desk.dispatch(Action::Term(own));
        view! { <button type="button" aria-current=current on:click=go>{name}</button> }
    };
    view! {
        <div class="zoom terms" role="group" aria-label=words::whose_term(lang)>
            {named.map(button).into_iter().collect_view()}
        </div>
    }
}

/// "En gång per mandatperiod": the same events as on the wheel, year by year.
#[component]
fn OnceList(term: Term) -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let lang = desk.lang;
    let heading = move || term.layout.with(|wheel| wheel.heading.clone());
    let years = Memo::new(move |_| {
        let (days, wheel) = (shown.year.get(), term.layout.get());
        mandate::once(&days, &wheel, &shown.filter.get(), lang)
    });
    // The line of what is chosen on the wheel comes into view beside it.
    Effect::new(move |_| {
        if let Some(id) = shown.chosen.get() {
            desk.reveal(&line_id(&id));
        }
    });
    let year = |(title, lines): (String, Vec<Once>)| {
        view! {
            <h3 class="month">{title}</h3>
            <ul class="rows">{lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view()}</ul>
        }
    };
    view! {
        <section class="once" part="once">
            <h2>{heading}</h2>
            {move || years.get().into_iter().map(year).collect_view()}
            {move || years.with(Vec::is_empty).then(|| view! {
                <p class="empty">{words::nothing_once(lang)}</p>
                <button type="button" class="button" on:click=move |_| desk.dispatch(Action::ShowAll)>
                    {words::show_all(lang)}
                </button>
            })}
            <p class="hint">{words::rings_hint(lang)}</p>
        </section>
    }
}

/// Something that happens once.
#[component]
fn Line(line: Once) -> impl IntoView {
    let shown = Shown::here();
    let Once { row, outgoing } = line;
    let id = row.id.clone();
    let chosen = Signal::derive(move || shown.chosen.with(|chosen| chosen.as_deref() == Some(&id)));
    let time = planning_wheel::time::format(row.date);
    let dom_id = line_id(&row.id);
    let class = if outgoing { "line outgoing" } else { "line" };
    view! {
        <li id=dom_id class=class class:chosen=chosen>
            <time datetime=time><b>{row.day.clone()}</b> <i>{row.weekday.clone()}</i></time>
            <EntryButton row=row chosen=chosen />
        </li>
    }
}

fn line_id(id: &str) -> String {
    format!("line-{id}")
}
