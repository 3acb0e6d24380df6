//! What stands in a wheel's frame: the plan, or why there is none yet.

use crate::address::Address;
use crate::plans::Failure;
use crate::platform::host::Detail;
use crate::shared::Shared;
use crate::signals::{Derived, Signal, afterwards};
use crate::state::{Desk, Screen, Stand};
use crate::view::board::board;
use crate::view::header::header;
use crate::view::live::live;
use crate::view::message::{empty, failed, waiting};
use crate::view::pen::Pen;
use crate::words;
use leptos::prelude::provide_context;
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;
use web_sys::Element;

/// How far the plan has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Load {
    Waiting,
    /// No plan is named.
    Empty,
    Ready(Shared<Plan>),
    Failed(Failure),
}

/// The whole wheel, in its frame. Another language makes it anew: what is looked at stays, as the
/// stand has it.
pub(crate) fn app(frame: Element, stand: Stand, load: Signal<Load>) {
    announce(stand);
    live(
        frame,
        Box::new(move |pen| spoken(pen, stand, load, stand.lang.get())),
    );
}

/// The wheel in a language.
fn spoken(pen: &Pen, stand: Stand, load: Signal<Load>, lang: Lang) {
    provide_context(Desk::new(stand, lang));
    let screen = Derived::new(move || stand.view.with(|view| view.screen));
    let name = Derived::new(move || {
        let wheel = match screen.get() {
            Screen::Mandate => words::mandate_period(lang),
            Screen::Wheel | Screen::Agenda => words::year_wheel(lang),
        };
        load.with(|load| match load {
            Load::Ready(plan) => format!("{} · {wheel}", plan.document().title.get(lang)),
            _ => wheel.to_owned(),
        })
    });
    let named = [
        ("class", "app"),
        ("role", "region"),
        ("lang", lang.pick("sv", "en")),
    ];
    let app = pen.draw("div", &named);
    app.follow("aria-label", move || Some(name.get()));
    app.follow("data-screen", move || Some(screen.get().id().to_owned()));
    header(&app, name);
    app.contents(move |pen| {
        load.with(|load| match load {
            Load::Waiting => waiting(pen),
            Load::Empty => empty(pen),
            Load::Ready(plan) => board(pen, plan),
            Load::Failed(failure) => failed(pen, failure),
        });
    });
}

/// Tells the page when another year, screen or filter is looked at.
fn announce(stand: Stand) {
    let address = Derived::new(move || stand.view.with(Address::of));
    let seen = Derived::new(move || stand.view.with(|view| (view.year, view.screen)));
    let mut before = None;
    afterwards(move || {
        let address = address.get();
        if before.as_ref().is_some_and(|before| *before != address) {
            let (year, screen) = seen.get_untracked();
            let detail = Detail::default()
                .with("year", year)
                .with("view", screen.id())
                .with("address", address.as_str());
            stand.tell("view-changed", detail);
        }
        before = Some(address);
    });
}
