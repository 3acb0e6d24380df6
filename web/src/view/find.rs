//! "Sök": a field, and what it finds as a list to choose from.
//!
//! Wheel and agenda follow what is written: here they are told nothing but the words.

use super::board::Shown;
use super::icon::icon;
use super::pen::Pen;
use super::row::choose;
use crate::model::agenda::{self, Row};
use crate::signals::{Derived, Signal};
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::event_target_value;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Most rows in the list: more is read in the agenda.
const MOST: usize = 30;

/// What the field finds, and which row of it the keyboard stands on.
#[derive(Clone, Copy)]
struct Found {
    desk: Desk,
    rows: Derived<Vec<Row>>,
    count: Derived<usize>,
    open: Signal<bool>,
    at: Signal<usize>,
}

impl Found {
    fn new(desk: Desk) -> Self {
        let shown = Shown::here();
        let searches = move || shown.filter.with(crate::model::filter::Filter::searches);
        let rows = Derived::new(move || match searches() {
            true => shown.agenda.with(|sections| {
                let year = shown.year.get();
                let places = sections.iter().flat_map(|section| &section.places);
                let entries = places.filter_map(|place| year.calendar.entries().get(*place));
                let rows = entries.map(|entry| agenda::row(&year, entry, desk.lang));
                rows.take(MOST).collect()
            }),
            false => Vec::new(),
        });
        let count = Derived::new(move || match searches() {
            true => shown.entries(),
            false => 0,
        });
        let (open, at) = (Signal::new(false), Signal::new(0));
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
pub(crate) fn find(pen: &Pen) {
    let desk = Desk::here();
    let lang = desk.lang;
    let found = Found::new(desk);
    let pen = pen.draw("div", &[("class", "find")]);
    field(&pen, found);
    let hits = pen.draw("p", &[("class", "hits"), ("role", "status")]);
    hits.words(move || {
        let asks = desk.view.with(|view| !view.query.trim().is_empty());
        let said = asks.then(|| words::hits(found.count.get(), lang));
        said.unwrap_or_default()
    });
    let named = [
        ("id", "found"),
        ("role", "listbox"),
        ("aria-label", words::found(lang)),
    ];
    let list = pen.draw("ul", &named);
    list.mark("hidden", move || !found.is_open());
    list.contents(move |pen| {
        if found.is_open() {
            found.rows.with(|rows| {
                for (place, row) in rows.iter().enumerate() {
                    option(pen, found, place, row);
                }
            });
        }
    });
}

fn field(pen: &Pen, found: Found) {
    let desk = found.desk;
    let name = words::search(desk.lang);
    let named = [
        ("type", "search"),
        ("class", "chip"),
        ("role", "combobox"),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("aria-label", name),
        ("placeholder", name),
        ("aria-controls", "found"),
        ("aria-autocomplete", "list"),
    ];
    let field = pen.draw("input", &named);
    field.state("aria-expanded", move || found.is_open());
    field.follow("aria-activedescendant", move || {
        found.is_open().then(|| option_id(found.at.get()))
    });
    field.property("value", move || {
        desk.view.with(|view| (&*view.query).into())
    });
    field.on("input", move |event| {
        found.at.set(0);
        found.open.set(true);
        desk.dispatch(Action::Search(event_target_value(&event)));
    });
    field.on("keydown", move |event| {
        let key: &KeyboardEvent = event.unchecked_ref();
        if found.pressed(&key.key()) {
            event.prevent_default();
        }
    });
    field.on("blur", move |_| found.open.set(false));
}

/// A row of the list. It is chosen before the field loses focus.
fn option(pen: &Pen, found: Found, place: usize, row: &Row) {
    let named = [
        ("id", &*option_id(place)),
        ("role", "option"),
        ("class", "entry"),
        ("data-entry", &row.id),
    ];
    let pen = pen.draw("li", &named);
    pen.state("aria-selected", move || found.at.get() == place);
    pen.on("pointerdown", move |event| {
        event.prevent_default();
        found.choose(place);
    });
    icon(&pen, row.kind, row.status, row.colour);
    pen.say("span", "title", &row.title);
    pen.say("span", "small", &found.desk.lang.short_date(row.date));
}

fn option_id(place: usize) -> String {
    format!("found-{place}")
}
