//! How much of the year is looked at, and the way in and out: "2027 · jul–dec · november · v. 46".

use super::board::Shown;
use super::pen::Pen;
use crate::signals::Derived;
use crate::state::{Action, Desk};
use crate::words;
use chrono::NaiveDate;
use planning_wheel::time::Stretch;

/// A step for the year and each part of it: where one stands, the way out, and the way in.
pub(crate) fn zoom(pen: &Pen) {
    let desk = Desk::here();
    let shown = Shown::here();
    let lang = desk.lang;
    let day = Derived::new(move || about(desk, shown));
    let named = [
        ("class", "zoom"),
        ("role", "group"),
        ("aria-label", words::zoom(lang)),
    ];
    let group = pen.draw("div", &named);
    for stretch in Stretch::ALL {
        let step = group.button("", "");
        step.words(move || {
            let days = desk.view.with(|view| view.turns.around(stretch, day.get()));
            stretch.short_name(days, lang)
        });
        step.current(move || desk.view.with(|view| view.stretch == stretch));
        step.press(move || desk.dispatch(Action::Zoom(stretch, day.get_untracked())));
    }
}

/// The day that one goes in to: that of what is chosen, else where one is, else today's or the
/// first of the year.
fn about(desk: Desk, shown: Shown) -> NaiveDate {
    let part = desk.view.with(|view| view.part().map(|(_, days)| days));
    shown.year.with(|year| {
        let days = part.unwrap_or(year.calendar.range());
        let chosen = shown.chosen.get();
        let chosen = chosen.and_then(|id| Some(year.calendar.get(&id)?.start));
        let today = Some(shown.today.get());
        let inside = |day: &NaiveDate| days.contains(*day);
        let near = chosen.filter(inside).or(today.filter(inside));
        near.unwrap_or_else(|| match part {
            Some(_) => desk.view.with(|view| view.day),
            None => days.start,
        })
    })
}
