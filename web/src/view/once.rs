//! The mandate period: its wheel, and what happens once in it.

use super::board::Shown;
use super::detail::detail_box;
use super::pen::Pen;
use super::row;
use super::wheel::mandate::mandate_view;
use crate::model::filter::Filter;
use crate::model::mandate::{self, Once};
use crate::shared::Shared;
use crate::signals::{Derived, afterwards};
use crate::state::{Action, Desk};
use crate::words;
use planning_wheel::time::TermKind;
use planning_wheel::wheel::MandateWheel;

/// The layout of the mandate period that is looked at.
#[derive(Clone, Copy)]
pub(crate) struct Term {
    /// With nothing chosen: where everything stands.
    pub(crate) layout: Derived<Shared<MandateWheel>>,
    /// With the chosen entry's chain lit.
    pub(crate) lit: Derived<Shared<MandateWheel>>,
}

impl Term {
    fn new(desk: Desk, shown: Shown) -> Self {
        let lay_out = move |filter: &Filter, chosen: Option<&str>| {
            let (days, today) = (shown.year.get(), shown.today.get());
            Shared::new(mandate::wheel(&days, filter, chosen, today, desk.lang))
        };
        let layout = Derived::new(move || lay_out(&shown.whole.get(), None));
        let lit = Derived::new(move || match (shown.chosen.get(), shown.filter.get()) {
            (None, filter) if !filter.searches() => layout.get(),
            (chosen, filter) => lay_out(&filter, chosen.as_deref()),
        });
        Self { layout, lit }
    }
}

/// A mandate period in all its forms.
pub(crate) fn period_of_office(pen: &Pen) {
    let desk = Desk::here();
    let term = Term::new(desk, Shown::here());
    let said = pen.draw("p", &[("class", "unseen"), ("role", "status")]);
    said.words(move || {
        term.layout.with(|wheel| {
            let years = &wheel.centre.years.text;
            words::period_said(years, wheel.notices.len(), desk.lang)
        })
    });
    terms(pen);
    mandate_view(pen, term);
    let beside = pen.draw("div", &[("class", "beside"), ("part", "lists")]);
    once_list(&beside.draw("div", &[("class", "lists")]), term);
    detail_box(&beside);
}

/// Whose term is looked at: councils take office before boards do.
fn terms(pen: &Pen) {
    let desk = Desk::here();
    let lang = desk.lang;
    let named = [
        ("class", "zoom terms"),
        ("role", "group"),
        ("aria-label", words::whose_term(lang)),
    ];
    let group = pen.draw("div", &named);
    for (own, name) in [
        (TermKind::Calendar, words::boards_term(lang)),
        (TermKind::Council, words::councils_term(lang)),
    ] {
        let button = group.button("", name);
        button.current(move || desk.view.with(|view| view.term == own));
        button.press(move || desk.dispatch(Action::Term(own)));
    }
}

/// "En gång per mandatperiod": the same events as on the wheel, year by year.
fn once_list(pen: &Pen, term: Term) {
    let desk = Desk::here();
    let shown = Shown::here();
    let lang = desk.lang;
    let years = Derived::new(move || {
        let (days, wheel) = (shown.year.get(), term.layout.get());
        mandate::once(&days, &wheel, &shown.filter.get(), lang)
    });
    // The line of what is chosen on the wheel comes into view beside it.
    afterwards(move || {
        if let Some(id) = shown.chosen.get() {
            desk.reveal(&line_id(&id));
        }
    });
    let section = pen.draw("section", &[("class", "once"), ("part", "once")]);
    let heading = section.draw("h2", &[]);
    heading.words(move || term.layout.with(|wheel| wheel.heading.clone()));
    section.contents(move |pen| {
        years.with(|years| {
            for (title, lines) in years {
                pen.say("h3", "month", title);
                let rows = pen.draw("ul", &[("class", "rows")]);
                lines.iter().for_each(|once| line(&rows, once));
            }
            if years.is_empty() {
                pen.say("p", "empty", words::nothing_once(lang));
                let all = pen.button("button", words::show_all(lang));
                all.press(move || desk.dispatch(Action::ShowAll));
            }
        });
        pen.say("p", "hint", words::rings_hint(lang));
    });
}

/// Something that happens once.
fn line(pen: &Pen, Once { row, outgoing }: &Once) {
    let class = if *outgoing { "line outgoing" } else { "line" };
    let line = pen.draw("li", &[("id", &line_id(&row.id))]);
    row::line(&line, row, class, None);
}

fn line_id(id: &str) -> String {
    format!("line-{id}")
}
