//! The keyboard in the wheel: one stop that moves along time and across lanes.

use super::pen::Pen;
use crate::state::{Action, Desk};
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::wheel::{Direction, Wheel};

/// Does what a key asks for; false when the key means nothing here.
pub(super) fn pressed(key: &str, desk: Desk, shown: Shown) -> bool {
    let direction = match key {
        "ArrowRight" => Direction::Next,
        "ArrowLeft" => Direction::Previous,
        "ArrowUp" => Direction::Outward,
        "ArrowDown" => Direction::Inward,
        "Home" => Direction::First,
        "End" => Direction::Last,
        _ => return other(key, desk, shown),
    };
    let wheel = shown.layout.get_untracked();
    let here = standing(desk, &wheel);
    let there = here.and_then(|id| step(&wheel, &id, direction).map(str::to_owned));
    if let Some(id) = there {
        let element = element_of(&wheel, &id);
        desk.dispatch(Action::Stop(id));
        if let Some(element) = element {
            desk.focus(&element);
        }
    }
    true
}

fn other(key: &str, desk: Desk, shown: Shown) -> bool {
    match key {
        "Enter" | " " => {
            if let Some(id) = standing(desk, &shown.layout.get_untracked()) {
                desk.dispatch(Action::Choose(id));
            }
        }
        "Escape" => desk.dispatch(Action::Clear),
        "PageUp" | "PageDown" => {
            desk.dispatch(Action::Step(if key == "PageUp" { -1 } else { 1 }));
            // The marks are new ones: stand on the first of them.
            let wheel = shown.layout.get_untracked();
            let stop = first(&wheel).and_then(|id| element_of(&wheel, id));
            if let Some(element) = stop {
                request_animation_frame(move || desk.focus(&element));
            }
        }
        _ => return false,
    }
    true
}

/// Id of the entry on which the keyboard stands.
pub(super) fn standing(desk: Desk, wheel: &Wheel) -> Option<String> {
    let stop = desk.view.with(|view| view.stop.clone());
    let known = stop.filter(|id| element_of(wheel, id).is_some());
    known.or_else(|| first(wheel).map(str::to_owned))
}

/// Where the keyboard begins: with what comes next, or with the first mark of another year.
fn first(wheel: &Wheel) -> Option<&str> {
    let mark = || wheel.marks.iter().min_by_key(|mark| mark.date);
    match wheel.hand {
        Some(_) => wheel.first_stop(),
        None => mark().map(|mark| mark.id.as_str()).or(wheel.first_stop()),
    }
}

/// The next entry that way which has a mark of its own: what is merged into a mark is reached there.
fn step<'a>(wheel: &'a Wheel, id: &str, direction: Direction) -> Option<&'a str> {
    let here = element_of(wheel, id);
    let mut next = wheel.neighbour(id, direction)?;
    // Every step goes on in time or across lanes, so this ends.
    while element_of(wheel, next) == here {
        let on = match direction {
            Direction::First | Direction::Last => return Some(next),
            _ => wheel.neighbour(next, direction)?,
        };
        if on == next {
            return None;
        }
        next = on;
    }
    Some(next)
}

/// Id of the element that shows an entry.
pub(super) fn element_of(wheel: &Wheel, id: &str) -> Option<String> {
    let mark = wheel
        .marks
        .iter()
        .position(|mark| mark.ids().any(|own| own == id));
    let span = || {
        wheel
            .spans
            .iter()
            .position(|span| span.items.iter().any(|item| item.id == id))
    };
    let week = || {
        wheel
            .density
            .iter()
            .position(|cell| cell.ids.iter().any(|own| own == id))
    };
    mark.map(mark_id)
        .or_else(|| span().map(span_id))
        .or_else(|| week().map(week_id))
}

/// An element that chooses an entry; the keyboard reaches it by steps, not with Tab.
pub(super) fn button(pen: &Pen, tag: &str, id: &str, class: &str, name: &str, entry: &str) -> Pen {
    let attributes = [
        ("id", id),
        ("class", class),
        ("role", "button"),
        ("aria-label", name),
        ("data-entry", entry),
        ("tabindex", "-1"),
    ];
    pen.draw(tag, &attributes)
}

/// Id of the element of a mark.
pub(super) fn mark_id(place: usize) -> String {
    format!("mark-{place}")
}

/// Id of the element of a period.
pub(super) fn span_id(place: usize) -> String {
    format!("span-{place}")
}

/// Id of the element of a shaded week.
pub(super) fn week_id(place: usize) -> String {
    format!("week-{place}")
}
