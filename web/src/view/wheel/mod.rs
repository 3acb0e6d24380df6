//! The wheel: draws what the layout says, and lets pointer and keyboard choose.

mod arc_text;
mod centre;
mod frame;
mod keys;
mod lanes;
mod lines;
mod marks;
mod periods;

use super::board::Shown;
use crate::platform::window;
use crate::state::{Action, Desk};
use centre::CentreView;
use frame::{Days, HandView, Months};
use lanes::{Grounds, Names};
use leptos::prelude::*;
use lines::Lines;
use marks::Marks;
use periods::{Periods, Weeks};
use planning_wheel::wheel::SIZE;

/// The wheel of the year.
#[component]
pub(crate) fn WheelView() -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let click = move |event: leptos::ev::MouseEvent| {
        let under = match window::place_on(&event) {
            Some((x, y)) => shown
                .layout
                .with(|wheel| wheel.hit(x * SIZE, y * SIZE).map(str::to_owned)),
            None => window::entry_under(&event),
        };
        desk.dispatch(under.map_or(Action::Clear, Action::Choose));
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if keys::pressed(&event.key(), desk, shown) {
            event.prevent_default();
        }
    };
    let label = move || {
        shown
            .layout
            .with(|wheel| format!("{}. {}", wheel.title, wheel.description))
    };
    let inside = move || {
        let wheel = shown.layout.get();
        view! {
            <Months wheel=wheel.clone() />
            <Grounds wheel=wheel.clone() />
            <Days wheel=wheel.clone() />
            <Periods wheel=wheel.clone() />
            <Weeks wheel=wheel.clone() />
            <Names wheel=wheel.clone() />
            <Lines wheel=wheel.clone() />
            <HandView wheel=wheel.clone() />
            <Marks wheel=wheel.clone() />
            <CentreView wheel=wheel />
        }
    };
    let view_box = format!("0 0 {SIZE} {SIZE}");
    view! {
        <div class="wheel">
            <svg viewBox=view_box role="graphics-document" aria-roledescription=label_of_role(desk)
                aria-label=label on:click=click on:keydown=key>
                {inside}
            </svg>
        </div>
    }
}

fn label_of_role(desk: Desk) -> &'static str {
    crate::words::year_wheel(desk.lang)
}
