//! "Ta med": what is looked at as a file, a link or code for a page.

use super::board::Shown;
use super::pen::Pen;
use crate::signals::Derived;
use crate::state::Desk;
use crate::taking::Taking;
use crate::words;

/// Id of the field that a text is copied from by hand; the element's script selects it.
const FIELD: &str = "take-text";

/// Saves or copies what is shown.
pub(crate) fn take(pen: &Pen) {
    let desk = Desk::here();
    let lang = desk.lang;
    let filtered = filtered(desk, Shown::here());
    let card = pen.draw("details", &[("class", "card"), ("name", "card")]);
    card.say("summary", "", words::take_along(lang));
    let inside = [
        ("class", "inside take"),
        ("role", "group"),
        ("aria-label", words::take_along(lang)),
    ];
    let inside = card.draw("div", &inside);
    inside.follow("aria-busy", move || Some(busy(desk).to_owned()));
    inside.say("p", "name", words::as_file(lang));
    let button = |what: &'static str, name: &'static str| {
        let button = inside.button("button", name);
        button.press(move || desk.take(what));
        button
    };
    button("ics", "").words(move || match filtered.get() {
        true => words::calendar_shown(lang).to_owned(),
        false => words::calendar_file(lang).to_owned(),
    });
    button("ics all", words::calendar_all(lang)).mark("hidden", move || !filtered.get());
    button("csv", words::table_file(lang));
    button("svg", words::picture_file(lang));
    button("png", words::image_file(lang));
    inside.say("p", "name", words::to_copy(lang));
    button("link", words::copy_link(lang));
    if desk.embeds() {
        button("code", words::copy_code(lang));
    }
    told(&inside);
}

/// Whether less than everything is shown.
fn filtered(desk: Desk, shown: Shown) -> Derived<bool> {
    Derived::new(move || {
        shown.year.with(|year| {
            let filter = shown.filter.get();
            let mut entries = year.calendar.entries().iter();
            !entries.all(|entry| {
                filter.shows(&year.plan, entry) && filter.finds(year, entry, desk.lang)
            })
        })
    })
}

/// Whether something is being made, as `aria-busy` says it.
pub(crate) fn busy(desk: Desk) -> &'static str {
    match desk.taking().get() {
        Taking::Busy => "true",
        _ => "false",
    }
}

/// What came of the last file or copy that was asked for.
pub(crate) fn told(pen: &Pen) {
    let desk = Desk::here();
    let taking = pen.draw("p", &[("class", "taking"), ("role", "status")]);
    taking.words(move || said(&desk.taking().get(), desk));
    pen.contents(move |pen| by_hand(pen, &desk.taking().get(), desk));
}

fn said(taking: &Taking, desk: Desk) -> String {
    let lang = desk.lang;
    match taking {
        Taking::Idle => String::new(),
        Taking::Busy => words::taking_busy(lang).to_owned(),
        Taking::Saved(name) => format!("{}: {name}", words::taking_saved(lang)),
        Taking::Failed(why) => format!("{} ({why})", words::taking_failed(lang)),
        Taking::Copied => words::taking_copied(lang).to_owned(),
        Taking::Refused(_) => words::taking_refused(lang).to_owned(),
    }
}

/// The text itself, where the clipboard was refused.
fn by_hand(pen: &Pen, taking: &Taking, desk: Desk) {
    if let Taking::Refused(text) = taking {
        let field = [
            ("id", FIELD),
            ("class", "text"),
            ("readonly", ""),
            ("rows", "4"),
            ("aria-label", words::taking_text(desk.lang)),
        ];
        pen.draw("textarea", &field).write(text);
    }
}
