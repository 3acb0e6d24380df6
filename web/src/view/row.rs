//! An entry in a line: mark, title, what there is to know.

use super::board::Shown;
use super::icon::icon;
use super::pen::Pen;
use crate::model::agenda::Row;
use crate::signals::Derived;
use crate::state::{Action, Desk};

/// Chooses an entry: its mark and its title, and the small line under it. `year` is the one to go
/// to, when it may be another than the wheel's.
pub(crate) fn entry(pen: &Pen, row: &Row, year: Option<i32>) -> Pen {
    let desk = Desk::here();
    let own = row.clone();
    let entry = button(pen, row);
    entry.press(move || choose(desk, &own, year));
    entry
}

/// A line of a list: the day, and the entry; it stands out while the entry is chosen.
pub(crate) fn line(pen: &Pen, row: &Row, class: &'static str, year: Option<i32>) {
    let shown = Shown::here();
    let id = row.id.clone();
    let chosen = Derived::new(move || shown.chosen.with(|chosen| chosen.as_ref() == Some(&id)));
    pen.follow("class", move || {
        let chosen = if chosen.get() { " chosen" } else { "" };
        Some(format!("{class}{chosen}"))
    });
    day(pen, row);
    entry(pen, row, year).current(move || chosen.get());
}

/// The day of a row, and its weekday.
pub(crate) fn day(pen: &Pen, row: &Row) {
    let day = planning_wheel::time::format(row.date);
    let time = pen.draw("time", &[("datetime", &day)]);
    time.say("b", "", &row.day);
    time.write(" ");
    time.say("i", "", &row.weekday);
}

/// The same button: what it does is left to what it stands in.
pub(crate) fn button(pen: &Pen, row: &Row) -> Pen {
    let attributes = [
        ("type", "button"),
        ("class", "entry"),
        ("data-entry", &row.id),
    ];
    let pen = pen.draw("button", &attributes);
    icon(&pen, row.kind, row.status, row.colour);
    let words = pen.draw("span", &[("class", "words")]);
    words.say("span", "title", &row.title);
    words.say("span", "small", &row.detail);
    pen
}

/// Chooses the entry of a row; in another year than the wheel's, when one is given.
pub(crate) fn choose(desk: Desk, row: &Row, year: Option<i32>) {
    let (id, day) = (row.id.clone(), row.date);
    if row.kind.is_period() {
        // What runs for long is seen where one stands.
        return desk.dispatch(Action::Choose(id));
    }
    if let Some(year) = year {
        desk.dispatch(Action::Year(year));
    }
    desk.dispatch(Action::ChooseOn(id, day));
}
