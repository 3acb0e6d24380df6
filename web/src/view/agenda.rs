//! The year as a table.

mod table;

use super::board::Shown;
use super::pen::Pen;
use super::row::choose;
use crate::model::agenda;
use crate::platform::window;
use crate::signals::afterwards;
use crate::state::{Action, Desk};
use crate::words;
use leptos::prelude::{on_cleanup, request_animation_frame, set_timeout, window_event_listener};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use table::Table;
use web_sys::Element;

/// Every entry of the year that the filter lets through.
pub(crate) fn agenda(pen: &Pen) {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    let title = move || format!("{} {}", words::agenda(lang), shown.title.get());
    let section = pen.draw("section", &[("class", "agenda"), ("part", "agenda")]);
    section.draw("h2", &[("id", "agenda")]).words(title);
    let table = section.draw("table", &[]);
    table.draw("caption", &[("class", "unseen")]).words(title);
    let heads = table.draw("thead", &[]).draw("tr", &[]);
    for (class, name) in [
        ("day", words::day(lang)),
        ("week", words::week(lang)),
        ("what", words::what(lang)),
        ("who", words::who(lang)),
        ("source", words::source(lang)),
    ] {
        heads.say("th", class, name).set("scope", "col");
    }
    table.on("click", move |event| {
        let year = shown.year.get_untracked();
        let id = window::entry_under(&event);
        if let Some(entry) = id.and_then(|id| year.calendar.get(&id)) {
            choose(desk, &agenda::row(&year, entry, lang), None);
        }
    });
    table.then(move |table| draw(table, desk, shown));
}

/// That no entry is shown, and the way back to all of them; beside the wheel too.
pub(crate) fn nothing(pen: &Pen) {
    let shown = Shown::here();
    let desk = Desk::here();
    let nothing = pen.draw("div", &[("class", "nothing")]);
    nothing.mark("hidden", move || {
        shown.agenda.with(|sections| !sections.is_empty())
    });
    nothing.say("p", "empty", words::nothing_here(desk.lang));
    let all = nothing.button("button", words::show_all(desk.lang));
    all.press(move || desk.dispatch(Action::ShowAll));
}

/// Rows that stand at once: all of what most plans have in a year.
const AT_ONCE: usize = 400;

/// Rows that are made in one go where there are more.
const PIECE: usize = 60;

/// Draws the rows that are shown. A long table comes a piece at a time, so that the wheel stands
/// first and the page answers meanwhile; what is printed is whole.
fn draw(paper: Element, desk: Desk, shown: Shown) {
    let rows = Rows::default();
    // The browser keeps the listener for a while after it is taken away; the rows must not stay.
    let printed = Rc::downgrade(&rows);
    let printing = window_event_listener(leptos::ev::beforeprint, move |_| {
        if let Some(rows) = printed.upgrade() {
            more(&rows, shown, usize::MAX);
        }
    });
    on_cleanup(move || printing.remove());
    let mut before = None;
    afterwards(move || {
        let (year, chosen) = (shown.year.get(), shown.chosen.get());
        {
            let mut rows = rows.borrow_mut();
            let rows = rows.get_or_insert_with(|| Table::new(desk, paper.clone()));
            rows.turn(&year, shown.today.get_untracked());
            rows.choose(chosen.as_deref());
        }
        let is_long = shown.entries() > AT_ONCE;
        if more(&rows, shown, if is_long { PIECE } else { AT_ONCE }) {
            go_on(Rc::clone(&rows), shown);
        }
        // The row of what is chosen on the wheel comes into view beside it.
        if before != chosen
            && let Some(id) = &chosen
        {
            // What is said of it beside the list takes room first.
            let row = table::row_id(id);
            request_animation_frame(move || desk.reveal(&row));
        }
        before = chosen;
    });
}

type Rows = Rc<RefCell<Option<Table>>>;

/// Makes so many rows more; true when that was not all of them, or nobody waits any more.
fn more(rows: &Rows, shown: Shown, most: usize) -> bool {
    let mut rows = rows.borrow_mut();
    let show =
        |rows: &mut Table| (shown.agenda).try_with_untracked(|sections| rows.show(sections, most));
    rows.as_mut().and_then(show).unwrap_or_default()
}

/// Makes the rest and takes out what is gone, each piece in a turn of its own.
fn go_on(rows: Rows, shown: Shown) {
    let next = move || {
        if let Some(rows) = rows.borrow_mut().as_mut() {
            rows.sweep(PIECE);
        }
        if more(&rows, shown, PIECE) {
            go_on(rows, shown);
        }
    };
    set_timeout(next, Duration::ZERO);
}
