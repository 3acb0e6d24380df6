//! The top: which plan, which year, which screen.

use super::pen::Pen;
use crate::platform::clock;
use crate::signals::Derived;
use crate::state::{Action, Desk, Screen, View};
use crate::words;
use chrono::Datelike;

/// The top. The page may put something of its own where the title stands, and after the tools.
pub(crate) fn header(pen: &Pen, name: Derived<String>) {
    let desk = Desk::here();
    let top = pen.draw("div", &[("class", "top"), ("part", "header")]);
    let title = top.draw("slot", &[("name", "title")]);
    let heading = title.draw("h2", &[("class", "heading"), ("part", "title")]);
    heading.words(move || name.get());
    let tools = top.draw("div", &[("class", "tools"), ("part", "tools")]);
    years(&tools, desk);
    screens(&tools, desk);
    let print = tools.button("button print", words::print(desk.lang));
    print.press(move || desk.print());
    top.draw("slot", &[("name", "tools")]);
}

/// Steps the years, or the mandate periods where one is looked at.
fn years(pen: &Pen, desk: Desk) {
    let lang = desk.lang;
    let ends = Derived::new(move || {
        desk.view
            .with(|view| [-1, 1].map(|steps| view.step(steps).is_none()))
    });
    let [ends_before, ends_after] =
        [0, 1].map(|end: usize| move || ends.with(|ends| ends.get(end) == Some(&true)));
    let group = pen.draw("div", &[("class", "years"), ("role", "group")]);
    group.follow("aria-label", move || {
        Some(of(desk, words::mandate(lang), words::year(lang)).to_owned())
    });
    let step = |sign: &str, steps: i32, name: fn(Desk) -> &'static str| {
        let button = group.button("", sign);
        button.follow("aria-label", move || Some(name(desk).to_owned()));
        button.press(move || desk.dispatch(Action::Step(steps)));
        button
    };
    step("‹", -1, before).mark("disabled", ends_before);
    group.draw("output", &[]).words(move || title(desk));
    step("›", 1, after).mark("disabled", ends_after);

    let now = clock::today().year();
    let back = pen.button("button", "");
    back.words(move || of(desk, words::this_period(lang), words::this_year(lang)).to_owned());
    back.mark("hidden", move || {
        let shown = |view: &View| view.period().unwrap_or((view.year, view.year));
        let (first, last) = desk.view.with(shown);
        (first..=last).contains(&now)
    });
    back.press(move || desk.dispatch(Action::Year(now)));
}

/// The word for what is looked at: a mandate period, or a year.
fn of(desk: Desk, period: &'static str, year: &'static str) -> &'static str {
    let is_period = desk.view.with(|view| view.period().is_some());
    if is_period { period } else { year }
}

/// The years or the part of one that is looked at.
fn title(desk: Desk) -> String {
    desk.view.with(|view| match view.part() {
        Some((stretch, days)) => stretch.name(days, desk.lang),
        None => words::years(view.term_years().unwrap_or((view.year, view.year))),
    })
}

fn before(desk: Desk) -> &'static str {
    let lang = desk.lang;
    match desk.view.with(|view| view.part().is_some()) {
        true => words::part_before(lang),
        false => of(desk, words::period_before(lang), words::year_before(lang)),
    }
}

fn after(desk: Desk) -> &'static str {
    let lang = desk.lang;
    match desk.view.with(|view| view.part().is_some()) {
        true => words::part_after(lang),
        false => of(desk, words::period_after(lang), words::year_after(lang)),
    }
}

/// Switches between wheel, mandate period and agenda.
fn screens(pen: &Pen, desk: Desk) {
    let lang = desk.lang;
    let named = [
        ("class", "screens"),
        ("role", "group"),
        ("aria-label", words::screen(lang)),
    ];
    let group = pen.draw("div", &named);
    for (own, name) in [
        (Screen::Wheel, words::wheel(lang)),
        (Screen::Mandate, words::mandate(lang)),
        (Screen::Agenda, words::agenda(lang)),
    ] {
        let button = group.button("", name);
        button.state("aria-pressed", move || {
            desk.view.with(|view| view.screen == own)
        });
        button.press(move || desk.dispatch(Action::Screen(own)));
    }
}
