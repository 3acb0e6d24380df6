//! The page: which plan is looked at, and what follows from it.

use crate::plans::{self, Failure};
use crate::platform::{address, clock, window};
use crate::shared::Shared;
use crate::state::{Action, Desk, View};
use crate::view::board::Board;
use crate::view::header::Header;
use crate::view::message::{Failed, Waiting};
use leptos::prelude::*;
use leptos::task::spawn_local;
use planning_wheel::plan::Plan;

/// How far the plan has come.
#[derive(Clone, Debug, PartialEq)]
enum Load {
    Waiting,
    Ready(Shared<Plan>),
    Failed(Failure),
}

/// The whole page.
#[component]
pub(crate) fn App() -> impl IntoView {
    use chrono::Datelike;
    let desk = Desk {
        view: RwSignal::new(View::new(clock::today().year())),
        lang: window::language(),
    };
    provide_context(desk);
    desk.dispatch(Action::Go(address::read()));
    let on_hash = window_event_listener(leptos::ev::hashchange, move |_| {
        desk.dispatch(Action::Go(address::read()));
    });
    on_cleanup(move || on_hash.remove());
    Effect::new(move |_| address::write(&desk.view.with(View::address)));

    let tries = RwSignal::new(0);
    let load = loading(desk, tries);
    view! {
        <Header />
        {move || match load.get() {
            Load::Waiting => view! { <Waiting /> }.into_any(),
            Load::Ready(plan) => view! { <Board plan=plan /> }.into_any(),
            Load::Failed(failure) => {
                let again = move || tries.update(|tries| *tries += 1);
                view! { <Failed failure=failure again=again /> }.into_any()
            }
        }}
    }
}

/// Reads the chosen plan, again when another is chosen or the person asks for it.
fn loading(desk: Desk, tries: RwSignal<u32>) -> RwSignal<Load> {
    let load = RwSignal::new(Load::Waiting);
    let place = Memo::new(move |_| desk.view.with(|view| view.plan));
    Effect::new(move |_| {
        tries.track();
        let asked = place.get();
        load.set(Load::Waiting);
        spawn_local(async move {
            let came = plans::load(asked).await;
            // Another plan may have been chosen in the meantime.
            if place.get_untracked() != asked {
                return;
            }
            load.set(match came {
                Ok(plan) => {
                    let document = plan.document();
                    desk.dispatch(Action::Years(document.first_year, document.last_year));
                    Load::Ready(Shared::new(plan))
                }
                Err(failure) => Load::Failed(failure),
            });
        });
    });
    load
}
