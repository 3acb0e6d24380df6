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
use crate::platform::window::{self, Place};
use crate::state::{Action, Desk};
use centre::CentreView;
use frame::{Days, HandView, Months};
use lanes::{Grounds, Names};
use leptos::prelude::*;
use lines::Lines;
use marks::Marks;
use periods::{Periods, Weeks};
use planning_wheel::wheel::{Mark, Point, SIZE, Wheel};

/// The wheel of the year.
#[component]
pub(crate) fn WheelView() -> impl IntoView {
    let desk = Desk::here();
    let shown = Shown::here();
    let click = move |event: leptos::ev::MouseEvent| {
        let under = match window::place_on(&event) {
            Some(place) => shown
                .layout
                .with(|wheel| under(wheel, place).map(str::to_owned)),
            None => window::entry_under(&event),
        };
        desk.dispatch(under.map_or(Action::Clear, Action::Choose));
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        if keys::pressed(&event.key(), desk, shown) {
            event.prevent_default();
        }
    };
    // The stop follows focus, however it came.
    let focus = move |event: leptos::ev::FocusEvent| {
        if let Some(id) = window::entry_under(&event) {
            desk.dispatch(Action::Stop(id));
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
        <div class="wheel" part="wheel">
            <svg viewBox=view_box role="graphics-document" aria-roledescription=label_of_role(desk)
                aria-label=label on:click=click on:keydown=key on:focusin=focus>
                {inside}
            </svg>
        </div>
    }
}

/// Pixels around a mark within which a finger still means it.
const FINGER: f64 = 18.0;

/// What lies at a place, or the mark nearest to it where the wheel is small and fingers are not.
fn under(wheel: &Wheel, place: Place) -> Option<&str> {
    let at = Point::new(place.x * SIZE, place.y * SIZE);
    let away = |mark: &Mark| mark.centre.distance(at) * place.side / SIZE;
    let near = || {
        let marks = wheel.marks.iter().filter(|mark| away(mark) <= FINGER);
        marks
            .min_by(|a, b| away(a).total_cmp(&away(b)))
            .map(|mark| mark.id.as_str())
    };
    wheel.hit(at.x, at.y).or_else(near)
}

fn label_of_role(desk: Desk) -> &'static str {
    crate::words::year_wheel(desk.lang)
}
