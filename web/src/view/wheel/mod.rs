//! The wheel: draws what the layout says, and lets pointer and keyboard choose.

mod centre;
mod frame;
mod keys;
mod lanes;
mod light;
mod lines;
pub(super) mod mandate;
mod marks;
mod periods;
#[cfg(feature = "planner")]
mod still;

#[cfg(feature = "planner")]
pub(crate) use still::{Sight, Still};

use super::board::Shown;
use crate::platform::window::{self, Place};
use crate::shared::Shared;
use crate::signals::{Derived, Signal, afterwards};
use crate::state::{Action, Desk};
use crate::view::pen::Pen;
use crate::words;
use keys::Walk;
use light::{Lights, Lit};
use planning_wheel::wheel::{Colour, Mark, Number, Point, SIZE, Wheel};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent};

/// The wheel of the year.
pub(crate) fn wheel_view(pen: &Pen) {
    let desk = Desk::here();
    let shown = Shown::here();
    let role = words::year_wheel(desk.lang);
    picture(pen, (shown.layout, shown.lit), role, draw, Action::Choose)
}

/// A picture that is drawn anew with each layout, and in which pointer and keyboard choose.
fn picture<W: Walk + Lit + Send + Sync + 'static>(
    pen: &Pen,
    (layout, lit): (Derived<Shared<W>>, Derived<Shared<W>>),
    role: &'static str,
    draw: fn(&Pen, &W) -> Lights,
    choose: impl Fn(String) -> Action + Copy + 'static,
) {
    let desk = Desk::here();
    let wheel = pen.draw("div", &[("class", "wheel"), ("part", "wheel")]);
    let view_box = format!("0 0 {0} {0}", Number(SIZE));
    let named = [
        ("viewBox", &*view_box),
        ("role", "graphics-document"),
        ("aria-roledescription", role),
    ];
    let paper = wheel.draw("svg", &named);
    paper.follow("aria-label", move || {
        Some(layout.with(|wheel| wheel.said()))
    });
    paper.on("click", move |event| {
        let event: &MouseEvent = event.unchecked_ref();
        if let Some(steps) = window::step_under(event) {
            return desk.dispatch(Action::Step(steps));
        }
        let part = window::place_on(event).and_then(|place| {
            let (x, y) = place.on(SIZE);
            layout.with(|wheel| match wheel.hit(x, y) {
                Some(_) => None,
                None => wheel.part_at(x, y),
            })
        });
        if let Some((stretch, day)) = part {
            return desk.dispatch(Action::Zoom(stretch, day));
        }
        let under = match window::place_on(event) {
            Some(place) => layout.with(|wheel| {
                let (x, y) = place.on(SIZE);
                let hit = wheel.hit(x, y);
                hit.or_else(|| near(wheel.marks(), place))
                    .map(str::to_owned)
            }),
            None => window::entry_under(event),
        };
        desk.dispatch(under.map_or(Action::Clear, choose));
    });
    paper.on("keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if keys::pressed(&event.key(), desk, layout, choose) {
            event.prevent_default();
        }
    });
    // The stop follows focus, however it came.
    paper.on("focusin", move |event| {
        if let Some(id) = window::entry_under(&event) {
            desk.dispatch(Action::Stop(id));
        }
    });
    paper.then(move |paper| paint(paper, desk, (layout, lit), draw));
}

/// Draws each new layout, and lights it as the choice and the keyboard's place ask.
fn paint<W: Walk + Lit + Send + Sync + 'static>(
    paper: Element,
    desk: Desk,
    (layout, lit): (Derived<Shared<W>>, Derived<Shared<W>>),
    draw: fn(&Pen, &W) -> Lights,
) {
    let lights = Rc::new(RefCell::new(Lights::default()));
    let drawn = Signal::new(0_u32);
    let fresh = Rc::clone(&lights);
    afterwards(move || {
        let layout = layout.get();
        let pen = Pen::default();
        let mut lights = draw(&pen, &layout);
        // The planner changes what is there already, where it can (redraw.js).
        if cfg!(not(feature = "planner")) {
            paper.set_text_content(None);
        }
        lights.fix(pen.finish(desk, &paper));
        fresh.replace(lights);
        drawn.update(|times| *times += 1);
    });
    afterwards(move || {
        drawn.track();
        let lit = lit.get();
        lights.borrow_mut().shine(&*lit);
    });
    // Tab always reaches one element.
    let mut before: Option<Element> = None;
    afterwards(move || {
        drawn.track();
        if let Some(element) = before.take() {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let layout = layout.get();
        let stop = keys::standing(desk, &*layout).and_then(|id| layout.element_of(&id));
        before = stop.and_then(|id| desk.element(&id));
        if let Some(element) = &before {
            let _ = element.set_attribute("tabindex", "0");
        }
    });
}

/// Draws a whole wheel, from the ground up.
fn draw(pen: &Pen, wheel: &Wheel) -> Lights {
    let mut lights = Lights::default();
    frame::months(pen, wheel);
    lanes::grounds(pen, wheel);
    frame::backgrounds(pen, wheel);
    frame::days(pen, wheel);
    periods::periods(pen, wheel, &mut lights);
    periods::weeks(pen, wheel, &mut lights);
    lanes::names(pen, wheel);
    lines::lines(pen, wheel, &mut lights);
    frame::hand(pen, wheel.hand.as_ref());
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

/// The mark nearest to a place, where the wheel is small and fingers are not.
fn near(marks: &[Mark], place: Place) -> Option<&str> {
    let (x, y) = place.on(SIZE);
    let at = Point::new(x, y);
    let away = |mark: &Mark| mark.centre.distance(at) * place.side / SIZE;
    let near = marks.iter().filter(|mark| away(mark) <= FINGER);
    near.min_by(|a, b| away(a).total_cmp(&away(b)))
        .map(|mark| mark.id.as_str())
}
