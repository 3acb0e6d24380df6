//! What stands in a wheel's frame: the plan, or why there is none yet.

use crate::address::Address;
use crate::plans::Failure;
use crate::platform::host::Detail;
use crate::shared::Shared;
use crate::state::{Desk, Screen, Stand};
use crate::view::board::Board;
use crate::view::header::Header;
use crate::view::message::{Empty, Failed, Waiting};
use crate::words;
use leptos::prelude::*;
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;

/// How far the plan has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Load {
    Waiting,
    /// No plan is named.
    Empty,
    Ready(Shared<Plan>),
    Failed(Failure),
}

/// The whole wheel. Another language makes it anew: what is looked at stays, as the stand has it.
pub(crate) fn app(stand: Stand, load: RwSignal<Load>) -> AnyView {
    announce(stand);
    (move || spoken(stand, load, stand.lang.get())).into_any()
}

/// The wheel in a language.
fn spoken(stand: Stand, load: RwSignal<Load>, lang: Lang) -> AnyView {
    provide_context(Desk::new(stand, lang));
    let screen = Memo::new(move |_| stand.view.with(|view| view.screen));
    let name = Memo::new(move |_| {
        let wheel = match screen.get() {
            Screen::Mandate => words::mandate_period(lang),
            Screen::Wheel | Screen::Agenda => words::year_wheel(lang),
        };
        match load.get() {
            Load::Ready(plan) => format!("{} · {wheel}", plan.document().title.get(lang)),
            _ => wheel.to_owned(),
        }
    });
    let content = move || match load.get() {
        Load::Waiting => view! { <Waiting /> }.into_any(),
        Load::Empty => view! { <Empty /> }.into_any(),
        Load::Ready(plan) => view! { <Board plan=plan /> }.into_any(),
        Load::Failed(failure) => view! { <Failed failure=failure /> }.into_any(),
    };
    view! {
        <div class="app" role="region" aria-label=name lang=lang.pick("sv", "en") data-screen=move || screen.get().id()>
            <Header name=name />
            {content}
        </div>
    }
    .into_any()
}

/// Tells the page when another year, screen or filter is looked at.
fn announce(stand: Stand) {
    let address = Memo::new(move |_| stand.view.with(Address::of));
    let seen = Memo::new(move |_| stand.view.with(|view| (view.year, view.screen)));
    Effect::new(move |before: Option<String>| {
        let address = address.get();
        if before.is_some_and(|before| before != address) {
            let (year, screen) = seen.get_untracked();
            let detail = Detail::default()
                .with("year", year)
                .with("view", screen.id())
                .with("address", address.as_str());
            stand.tell("view-changed", detail);
        }
        address
    });
}
