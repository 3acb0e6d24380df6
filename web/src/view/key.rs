//! "Teckenförklaring": which mark means what, for the kinds of the year.

use super::board::Shown;
use super::icon::icon;
use super::pen::Pen;
use crate::signals::Derived;
use crate::state::{Desk, Screen};
use crate::words;
use planning_wheel::calendar::{EntryKind, EntryStatus};
use planning_wheel::text;
use planning_wheel::time::Lang;
use planning_wheel::wheel::Colour;

/// The key to the marks.
pub(crate) fn key(pen: &Pen) {
    let shown = Shown::here();
    let desk = Desk::here();
    let lang = desk.lang;
    // A mandate period shows no single days.
    let of_year = Derived::new(move || desk.view.with(|view| view.screen != Screen::Mandate));
    let inside = pen.card(words::key(lang));
    let list = inside.draw("ul", &[("class", "key")]);
    list.contents(move |pen| {
        shown.year.with(|year| {
            for kind in EntryKind::ALL {
                // Those of others are drawn otherwise.
                let own = kind != EntryKind::Background;
                if own && year.calendar.of_kind(kind).next().is_some() {
                    line(pen, kind, lang);
                }
            }
        });
        if of_year.get() {
            tick(pen, "tick holiday", words::holidays(lang));
            tick(pen, "tick break", words::school_break(lang));
            let others = shown.year.with(|year| {
                let mut days = year.calendar.of_kind(EntryKind::Background);
                days.next().is_some()
            });
            if others {
                tick(
                    pen,
                    "tick others",
                    text::kind_plural(EntryKind::Background, lang),
                );
            }
        }
    });
    inside.say("p", "hint", words::keys_hint(lang));
}

fn tick(pen: &Pen, class: &str, name: &str) {
    let line = pen.draw("li", &[]);
    line.draw("span", &[("class", class)]);
    line.write(name);
}

fn line(pen: &Pen, kind: EntryKind, lang: Lang) {
    let line = pen.draw("li", &[]);
    icon(&line, kind, EntryStatus::Proposed, Colour::Neutral);
    line.write(text::kind_plural(kind, lang));
}
