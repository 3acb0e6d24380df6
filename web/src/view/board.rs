//! A plan's year in all its forms: wheel, what comes next, agenda, reasons.

use super::about::about;
use super::agenda::{agenda, nothing};
use super::coming::coming_list;
use super::detail::detail_box;
use super::filters::filters;
use super::find::find;
use super::findings::findings;
use super::key::key;
use super::once::period_of_office;
use super::pen::Pen;
use super::take::take;
use super::wheel::wheel_view;
use super::zoom::zoom;
use crate::model::agenda::{self as rows, Section};
use crate::model::filter::Filter;
use crate::model::wheel;
use crate::model::year::Year;
use crate::platform::host::Detail;
use crate::shared::Shared;
use crate::signals::{Derived, Signal, afterwards};
use crate::state::{Desk, Screen};
use crate::words;
use chrono::NaiveDate;
use leptos::prelude::{expect_context, provide_context};
use planning_wheel::calendar::Entry;
use planning_wheel::plan::Plan;
use planning_wheel::time::{Lang, Stretch};
use planning_wheel::wheel::Wheel;

/// What follows from the plan and the view; every component on the board has it in its context.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// The days that are looked at: a year, or a mandate period.
    pub(crate) year: Derived<Shared<Year>>,
    /// What is shown, and what is looked for among it.
    pub(crate) filter: Derived<Filter>,
    /// What is shown, whatever is looked for.
    pub(crate) whole: Derived<Filter>,
    pub(crate) today: Signal<NaiveDate>,
    pub(crate) chosen: Derived<Option<String>>,
    /// The wheel with nothing chosen: where everything stands.
    pub(crate) layout: Derived<Shared<Wheel>>,
    /// The same wheel with the chosen entry's chain lit, or what is looked for.
    pub(crate) lit: Derived<Shared<Wheel>>,
    pub(crate) agenda: Derived<Vec<Section>>,
    /// "2027", or the part of it that is looked at: "november 2027".
    pub(crate) title: Derived<String>,
}

impl Shown {
    pub(crate) fn here() -> Self {
        expect_context()
    }

    pub(crate) fn new(plan: impl Fn() -> Shared<Plan> + Send + Sync + 'static, desk: Desk) -> Self {
        let lang = desk.lang;
        let today = desk.today();
        // Inside a mandate period the year may change, and the days stay the same.
        let turn = Derived::new(move || {
            desk.view.with(|view| match view.period() {
                Some((first, _)) => (first, Some(view.term)),
                None => (view.year, None),
            })
        });
        let filter = Derived::new(move || desk.view.with(Filter::of));
        let whole = Derived::new(move || filter.get().without_search());
        let chosen = Derived::new(move || desk.view.with(|view| view.chosen.clone()));
        let year = Derived::new(move || {
            Shared::new(match turn.get() {
                (year, Some(term)) => Year::of_period(plan(), year, term),
                (year, None) => Year::new(plan(), year),
            })
        });
        let lay_out = move |filter: &Filter, chosen: Option<&str>| {
            let (year, today) = (year.get(), today.get());
            Shared::new(wheel::wheel(&year, filter, chosen, today, lang))
        };
        // All of it is laid out once: who filters comes back to it.
        let all = Derived::new(move || lay_out(&whole.get_untracked(), None));
        let layout = Derived::new(move || match whole.get() {
            filter if filter.is_all() => all.get(),
            filter => lay_out(&filter, None),
        });
        let lit = Derived::new(move || match (chosen.get(), filter.get()) {
            (None, filter) if !filter.searches() => layout.get(),
            (chosen, filter) => lay_out(&filter, chosen.as_deref()),
        });
        let agenda = Derived::new(move || rows::agenda(&year.get(), &filter.get(), lang));
        let title = Derived::new(move || match filter.with(Filter::part) {
            Some((stretch, days)) => stretch.name(days, lang),
            None => {
                let days = year.with(|year| year.calendar.range());
                Stretch::Year.name(days, lang)
            }
        });
        Self {
            title,
            year,
            filter,
            whole,
            today,
            chosen,
            layout,
            lit,
            agenda,
        }
    }

    /// How many entries are shown.
    pub(crate) fn entries(self) -> usize {
        let count = |section: &Section| section.places.len();
        (self.agenda).with(|sections| sections.iter().map(count).sum())
    }
}

/// Tells the page when another entry is chosen, or none.
fn announce(desk: Desk, shown: Shown) {
    let mut before = None;
    afterwards(move || {
        let chosen = shown.chosen.get();
        if before.as_ref().is_some_and(|before| *before != chosen) {
            let detail = shown.year.with_untracked(|year| {
                let entry = chosen.as_deref().and_then(|id| year.calendar.get(id));
                entry.map_or_else(Detail::none, |entry| said(year, entry, desk.lang))
            });
            desk.tell("entry-selected", detail);
        }
        before = Some(chosen);
    });
}

/// An entry as the page is told of it.
fn said(year: &Year, entry: &Entry, lang: Lang) -> Detail {
    let bodies = entry.bodies.iter().map(|body| year.plan.body(*body).id());
    Detail::default()
        .with("id", entry.id.as_str())
        .with("kind", entry.kind.id())
        .with("title", entry.title.get(lang))
        .with("start", planning_wheel::time::format(entry.start))
        .with("end", planning_wheel::time::format(entry.end))
        .list("bodies", bodies)
}

/// A plan's year.
pub(crate) fn board(pen: &Pen, plan: &Shared<Plan>) {
    let desk = Desk::here();
    let own = plan.clone();
    let shown = Shown::new(move || own.clone(), desk);
    provide_context(shown);
    announce(desk, shown);
    let named = [
        ("class", "bar"),
        ("part", "filters"),
        ("role", "group"),
        ("aria-label", words::filters(desk.lang)),
    ];
    let bar = pen.draw("div", &named);
    filters(&bar, plan);
    find(&bar);
    let asides = bar.draw("div", &[("class", "asides")]);
    take(&asides);
    findings(&asides);
    key(&asides);
    about(&asides, plan);
    let board = pen.draw("div", &[("class", "board"), ("part", "board")]);
    board.mark("data-chosen", move || shown.chosen.with(Option::is_some));
    let of_period = Derived::new(move || desk.view.with(|view| view.screen == Screen::Mandate));
    let plan = plan.clone();
    board.contents(move |pen| match of_period.get() {
        true => period_of_office(pen),
        false => year_of_plan(pen, &plan),
    });
}

/// The wheel of the year, what comes next, and the agenda.
fn year_of_plan(pen: &Pen, plan: &Shared<Plan>) {
    let shown = Shown::here();
    let lang = Desk::here().lang;
    let said = pen.draw("p", &[("class", "unseen"), ("role", "status")]);
    said.words(move || words::year_said(&shown.title.get(), shown.entries(), lang));
    zoom(pen);
    wheel_view(pen);
    let beside = pen.draw("div", &[("class", "beside"), ("part", "lists")]);
    let lists = beside.draw("div", &[("class", "lists")]);
    nothing(&lists);
    coming_list(&lists, plan.clone());
    agenda(&lists);
    detail_box(&beside);
}
