//! "Sök": a field, and what it finds as a list to choose from.
//!
//! Wheel and agenda follow what is written: here they are told nothing but the words.

use super::board::Shown;
use super::icon::Icon;
use super::row::choose;
use crate::model::agenda::{self, Row};
use crate::state::{Action, Desk};
use crate::words;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Most rows in the list: more is read in the agenda.
const MOST: usize = 30;

/// What the field finds, and which row of it the keyboard stands on.
#[derive(Clone, Copy)]
struct Found {
    desk: Desk,
    rows: Memo<Vec<Row>>,
    count: Memo<usize>,
    open: RwSignal<bool>,
    at: RwSignal<usize>,
}

impl Found {
    fn new(desk: Desk) -> Self {
        let shown = Shown::here();
        let searches = move || shown.filter.with(crate::model::filter::Filter::searches);
        let rows = Memo::new(move |_| match searches() {
            true => shown.agenda.with(|sections| {
                let year = shown.year.get();
                let places = sections.iter().flat_map(|section| &section.places);
                let entries = places.filter_map(|place| year.calendar.entries().get(*place));
                let rows = entries.map(|entry| agenda::row(&year, entry, desk.lang));
                rows.take(MOST).collect()
            }),
            false => Vec::new(),
        });
        let count = Memo::new(move |_| match searches() {
            true => shown.entries(),
            false => 0,
        });
        let (open, at) = (RwSignal::new(false), RwSignal::new(0));
        Self {
            desk,
            rows,
            count,
            open,
            at,
        }
    }

    fn is_open(self) -> bool {
        self.open.get() && self.rows.with(|rows| !rows.is_empty())
    }

    fn choose(self, place: usize) {
        let row = self.rows.with_untracked(|rows| rows.get(place).cloned());
        if let Some(row) = row {
            self.open.set(false);
            choose(self.desk, &row, None);
        }
    }

    fn step(self, steps: isize) {
        let most = self.rows.with_untracked(Vec::len);
        if self.open.get_untracked() {
            let there = self.at.get_untracked().checked_add_signed(steps);
            self.at
                .set(there.filter(|at| *at < most).unwrap_or_default());
        }
        self.open.set(true);
        self.desk.reveal(&option_id(self.at.get_untracked()));
    }

    /// Does what a key asks for; false when the key is the field's own.
    fn pressed(self, key: &str) -> bool {
        match key {
            "ArrowDown" => self.step(1),
            "ArrowUp" => self.step(-1),
            "Enter" => self.choose(self.at.get_untracked()),
            "Escape" if self.open.get_untracked() => self.open.set(false),
            "Escape" => self.desk.dispatch(Action::Search(String::new())),
            _ => return false,
        }
        true
    }
}

/// The field, and the list under it.
#[component]
pub(crate) fn Find() -> impl IntoView {
    let desk = Desk::here();
    let lang = desk.lang;
    let found = Found::new(desk);
    let query = Memo::new(move |_| desk.view.with(|view| view.query.clone()));
    let write = move |event| {
        found.at.set(0);
        found.open.set(true);
        desk.dispatch(Action::Search(event_target_value(&event)));
    };
    let key = move |event: KeyboardEvent| {
        if found.pressed(&event.key()) {
            event.prevent_default();
        }
    };
    let said = move || {
        query.with(|query| (!query.trim().is_empty()).then(|| words::hits(found.count.get(), lang)))
    };
    let stop = move || found.is_open().then(|| option_id(found.at.get()));
    let options = move || {
        let rows = found.is_open().then(|| found.rows.get());
        let numbered = rows.unwrap_or_default().into_iter().enumerate();
        numbered
            .map(|(place, row)| option(found, place, row))
            .collect_view()
    };
    view! {
        <div class="find">
            <input type="search" class="chip" role="combobox" autocomplete="off" spellcheck="false"
                aria-label=words::search(lang) placeholder=words::search(lang)
                aria-controls="found" aria-autocomplete="list"
                aria-expanded=move || if found.is_open() { "true" } else { "false" }
                aria-activedescendant=stop prop:value=query
                on:input=write on:keydown=key on:blur=move |_| found.open.set(false) />
            <p class="hits" role="status">{said}</p>
            <ul id="found" role="listbox" aria-label=words::found(lang) hidden=move || !found.is_open()>
                {options}
            </ul>
        </div>
    }
}

/// A row of the list. It is chosen before the field loses focus.
fn option(found: Found, place: usize, row: Row) -> AnyView {
    let lang = found.desk.lang;
    let is_at = Memo::new(move |_| found.at.get() == place);
    let selected = move || if is_at.get() { "true" } else { "false" };
    let choose = move |event: leptos::ev::PointerEvent| {
        event.prevent_default();
        found.choose(place);
    };
    view! {
        <li id=option_id(place) role="option" class="entry" aria-selected=selected
            data-entry=row.id on:pointerdown=choose>
            <Icon kind=row.kind status=row.status colour=row.colour />
            <span class="title">{row.title}</span>
            <span class="small">{lang.short_date(row.date)}</span>
        </li>
    }
    .into_any()
}

fn option_id(place: usize) -> String {
    format!("found-{place}")
}
