//! What stands in the planner's frame.

use super::bench::{Bench, Said, Tab};
use super::door::Open;
use super::drag::Wheel;
use super::form::PartPane;
use super::guide::Guide;
use super::holder::HolderBox;
use super::keep::{Choosing, Plans, Saved, Shelf};
use super::meeting::MeetingBox;
use super::newer::FromNewer;
use super::outline::Outline;
use super::papers::Papers;
use super::review::Review;
use super::simulate::Simulating;
use super::top::Top;
use super::words;
use crate::state::{Desk, Stand};
use crate::view::board::Shown;
use crate::view::drawing::Drawing;
use crate::view::message::failed;
use crate::view::pen::Pen;
use leptos::prelude::*;
use planning_wheel::time::Lang;

/// The whole planner. Another language makes it anew: the bench stays as it is.
pub(crate) fn app(stand: Stand, shelf: Shelf, open: RwSignal<Open>) -> AnyView {
    (move || spoken(stand, shelf, open, stand.lang.get())).into_any()
}

fn spoken(stand: Stand, shelf: Shelf, open: RwSignal<Open>, lang: Lang) -> AnyView {
    provide_context(Desk::new(stand, lang));
    provide_context(shelf);
    let content = move || match open.get() {
        Open::Waiting => {
            view! { <p class="message" role="status">{words::waiting(lang)}</p> }.into_any()
        }
        Open::Shelf => view! { <Plans /> }.into_any(),
        Open::Ready(bench) => view! { <Work bench=bench /> }.into_any(),
        Open::Failed(failure) => {
            view! { <Drawing draw=move |pen: &Pen| failed(pen, &failure) /> }.into_any()
        }
    };
    view! {
        <div class="app planner" role="region" aria-label=words::planner(lang) lang=lang.pick("sv", "en")
            data-screen="wheel">
            {content}
        </div>
    }
    .into_any()
}

/// A plan that is worked on.
#[component]
fn Work(bench: Bench) -> impl IntoView {
    provide_context(bench);
    provide_context(Shown::new(move || bench.plan.get(), Desk::here()));
    let tab = bench.tab;
    view! {
        <Top />
        <Saved />
        <FromNewer />
        <SaidLine />
        {move || match tab.get() {
            Tab::Plan => view! { <Planning /> }.into_any(),
            Tab::Simulate => view! { <Simulating /> }.into_any(),
            Tab::Papers => view! { <Papers /> }.into_any(),
        }}
        <Choosing />
    }
}

/// What became of the last thing that was done.
#[component]
fn SaidLine() -> impl IntoView {
    let bench = Bench::here();
    let words = move |refused: bool| {
        move || match bench.said.get() {
            Some(Said::Refused(words)) if refused => words,
            Some(Said::Done(words)) if !refused => words,
            _ => String::new(),
        }
    };
    view! {
        <p class="said" role="status">{words(false)}</p>
        <p class="said refused" role="alert">{words(true)}</p>
    }
}

/// The plan's parts, its year, and what is being done to it.
#[component]
fn Planning() -> impl IntoView {
    view! {
        <div class="bench">
            <Outline />
            <Wheel />
            <div class="beside">
                <Guide />
                <Beside />
            </div>
        </div>
    }
}

/// What is chosen: a mark of the wheel with what can be done to it, or a part of the plan with its
/// form; and without either, what is to be seen over in the year.
#[component]
fn Beside() -> impl IntoView {
    let (bench, shown) = (Bench::here(), Shown::here());
    let has_form = Memo::new(move |_| {
        let is_chosen = shown.chosen.with(Option::is_some);
        !is_chosen && bench.place.with(Option::is_some)
    });
    move || match has_form.get() {
        true => view! { <PartPane /> }.into_any(),
        false => view! { <MeetingBox /> <HolderBox /> <Review /> }.into_any(),
    }
}
