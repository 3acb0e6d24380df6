//! The wheel: draws what the layout says, and lets pointer and keyboard choose.

mod centre;
mod frame;
mod keys;
mod lanes;
mod light;
mod lines;
mod marks;
mod pen;
mod periods;

use super::board::Shown;
use crate::platform::window::{self, Place};
use crate::state::{Action, Desk};
use leptos::prelude::*;
use leptos::svg::Svg;
use light::Lights;
use pen::Pen;
use planning_wheel::wheel::{Colour, Mark, Point, SIZE, Wheel};
use web_sys::Element;

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
    let paper: NodeRef<Svg> = NodeRef::new();
    paint(paper, desk, shown);
    let view_box = format!("0 0 {SIZE} {SIZE}");
    view! {
        <div class="wheel" part="wheel">
            <svg node_ref=paper viewBox=view_box role="graphics-document" aria-roledescription=label_of_role(desk)
                aria-label=label on:click=click on:keydown=key on:focusin=focus></svg>
        </div>
    }
}

/// Draws each new layout, and lights it as the choice and the keyboard's place ask.
fn paint(paper: NodeRef<Svg>, desk: Desk, shown: Shown) {
    let lights = StoredValue::new_local(Lights::default());
    let drawn = RwSignal::new(0_u32);
    Effect::new(move |_| {
        let layout = shown.layout.get();
        let Some(pen) = paper.get().and_then(|paper| Pen::new((*paper).clone())) else {
            return;
        };
        pen.element().set_text_content(None);
        lights.set_value(draw(&pen, &layout));
        drawn.update(|times| *times += 1);
    });
    Effect::new(move |_| {
        drawn.track();
        let lit = shown.lit.get();
        lights.update_value(|lights| lights.shine(&lit));
    });
    // Tab always reaches one element.
    Effect::new(move |before: Option<Option<Element>>| {
        drawn.track();
        if let Some(element) = before.flatten() {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let layout = shown.layout.get();
        let stop = keys::standing(desk, &layout).and_then(|id| keys::element_of(&layout, &id));
        let element = stop.and_then(|id| desk.element(&id));
        if let Some(element) = &element {
            let _ = element.set_attribute("tabindex", "0");
        }
        element
    });
}

/// Draws a whole wheel, from the ground up.
fn draw(pen: &Pen, wheel: &Wheel) -> Lights {
    let mut lights = Lights::default();
    frame::months(pen, wheel);
    lanes::grounds(pen, wheel);
    frame::days(pen, wheel);
    periods::periods(pen, wheel, &mut lights);
    periods::weeks(pen, wheel, &mut lights);
    lanes::names(pen, wheel);
    lines::lines(pen, wheel, &mut lights);
    frame::hand(pen, wheel);
    marks::marks(pen, wheel, &mut lights);
    centre::centre(pen, wheel);
    lights
}

/// The colour of a lane.
fn colour_of(wheel: &Wheel, lane: usize) -> Colour {
    let lane = wheel.lanes.get(lane);
    lane.map_or(Colour::Neutral, |lane| lane.colour)
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
