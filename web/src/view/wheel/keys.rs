//! The keyboard in the wheel: one stop that moves along time and across lanes.

use crate::shared::Shared;
use crate::signals::Derived;
use crate::state::{Action, Desk, Screen};
use crate::view::pen::Pen;
use chrono::NaiveDate;
use leptos::prelude::request_animation_frame;
use planning_wheel::time::Stretch;
use planning_wheel::wheel::{Direction, Mark, Point, Wheel};

/// A picture that pointer and keyboard walk.
pub(super) trait Walk {
    /// What it shows, for who does not see it.
    fn said(&self) -> String;
    /// Id of the entry at a place in wheel units.
    fn hit(&self, x: f64, y: f64) -> Option<&str>;
    /// Its marks.
    fn marks(&self) -> &[Mark];
    /// Id of the neighbour of an entry.
    fn neighbour(&self, id: &str, direction: Direction) -> Option<&str>;
    /// Where the keyboard begins.
    fn first(&self) -> Option<&str>;
    /// Id of the element that shows an entry.
    fn element_of(&self, id: &str) -> Option<String>;
    /// The day of an entry, where parts of the picture can be looked at.
    fn day_of(&self, _id: &str) -> Option<NaiveDate> {
        None
    }
    /// The part of it whose name stands at a place in wheel units.
    fn part_at(&self, _x: f64, _y: f64) -> Option<(Stretch, NaiveDate)> {
        None
    }
}

impl Walk for Wheel {
    fn said(&self) -> String {
        format!("{}. {}", self.title, self.description)
    }

    fn hit(&self, x: f64, y: f64) -> Option<&str> {
        self.hit(x, y)
    }

    fn marks(&self) -> &[Mark] {
        &self.marks
    }

    fn neighbour(&self, id: &str, direction: Direction) -> Option<&str> {
        self.neighbour(id, direction)
    }

    /// With what comes next, or with the first mark of another year.
    fn first(&self) -> Option<&str> {
        let mark = || self.marks.iter().min_by_key(|mark| mark.date);
        match self.hand {
            Some(_) => self.first_stop(),
            None => mark().map(|mark| mark.id.as_str()).or(self.first_stop()),
        }
    }

    fn day_of(&self, id: &str) -> Option<NaiveDate> {
        let mark = marked(&self.marks, id).and_then(|place| self.marks.get(place));
        let cell = || {
            let mut cells = self.density.iter();
            cells.find(|cell| cell.ids.iter().any(|own| own == id))
        };
        let day = mark.map(|mark| mark.date);
        day.or_else(|| Some(cell()?.date))
    }

    fn part_at(&self, x: f64, y: f64) -> Option<(Stretch, NaiveDate)> {
        self.stretch_at(Point::new(x, y))
    }

    fn element_of(&self, id: &str) -> Option<String> {
        let mark = marked(&self.marks, id);
        let span = || {
            let mut spans = self.spans.iter();
            spans.position(|span| span.items.iter().any(|item| item.id == id))
        };
        let week = || {
            let mut weeks = self.density.iter();
            weeks.position(|cell| cell.ids.iter().any(|own| own == id))
        };
        mark.map(mark_id)
            .or_else(|| span().map(span_id))
            .or_else(|| week().map(week_id))
    }
}

/// Place of the mark that shows an entry: one of its own before one that it is merged into.
pub(super) fn marked(marks: &[Mark], id: &str) -> Option<usize> {
    let own = marks.iter().position(|mark| mark.id == id);
    own.or_else(|| {
        let mut marks = marks.iter();
        marks.position(|mark| mark.ids().any(|own| own == id))
    })
}

/// Does what a key asks for; false when the key means nothing here.
pub(super) fn pressed<W: Walk + Send + Sync + 'static>(
    key: &str,
    desk: Desk,
    layout: Derived<Shared<W>>,
    choose: impl Fn(String) -> Action,
) -> bool {
    let direction = match key {
        "ArrowRight" => Direction::Next,
        "ArrowLeft" => Direction::Previous,
        "ArrowUp" => Direction::Outward,
        "ArrowDown" => Direction::Inward,
        "Home" => Direction::First,
        "End" => Direction::Last,
        _ => return other(key, desk, layout, choose),
    };
    let wheel = layout.get_untracked();
    let here = standing(desk, &*wheel);
    let there = here.and_then(|id| step(&*wheel, &id, direction).map(str::to_owned));
    if let Some(id) = there {
        let element = wheel.element_of(&id);
        desk.dispatch(Action::Stop(id));
        if let Some(element) = element {
            desk.focus(&element);
        }
    }
    true
}

fn other<W: Walk + Send + Sync + 'static>(
    key: &str,
    desk: Desk,
    layout: Derived<Shared<W>>,
    choose: impl Fn(String) -> Action,
) -> bool {
    match key {
        "Enter" | " " => {
            if let Some(id) = standing(desk, &*layout.get_untracked()) {
                desk.dispatch(choose(id));
            }
        }
        "Escape" if desk.view.with_untracked(|view| view.chosen.is_some()) => {
            desk.dispatch(Action::Clear);
        }
        "PageUp" | "PageDown" | "+" | "=" | "-" | "Escape" => {
            let wheel = layout.get_untracked();
            let stands = standing(desk, &*wheel);
            match key {
                "PageUp" => desk.dispatch(Action::Step(-1)),
                "PageDown" => desk.dispatch(Action::Step(1)),
                "+" | "=" => zoom(desk, stands.as_deref(), &*wheel, Stretch::inner),
                _ => zoom(desk, stands.as_deref(), &*wheel, Stretch::outer),
            }
            // The marks are new ones: stand on the same, or else on the first of them.
            let wheel = layout.get_untracked();
            let stop = standing(desk, &*wheel).and_then(|id| wheel.element_of(&id));
            if let Some(element) = stop {
                request_animation_frame(move || desk.focus(&element));
            }
        }
        _ => return false,
    }
    true
}

/// Looks at more or less of the year, around where the keyboard stands.
fn zoom(desk: Desk, stands: Option<&str>, wheel: &impl Walk, to: fn(Stretch) -> Option<Stretch>) {
    let (stretch, screen) = desk.view.with_untracked(|view| (view.stretch, view.screen));
    let day = stands.and_then(|id| wheel.day_of(id));
    let day = day.or_else(|| {
        desk.view
            .with_untracked(|view| view.part().map(|_| view.day))
    });
    if let (Some(stretch), Some(day), Screen::Wheel) = (to(stretch), day, screen) {
        if let Some(id) = stands {
            desk.dispatch(Action::Stop(id.to_owned()));
        }
        desk.dispatch(Action::Zoom(stretch, day));
    }
}

/// Id of the entry on which the keyboard stands.
pub(super) fn standing(desk: Desk, wheel: &impl Walk) -> Option<String> {
    let stop = desk.view.with(|view| view.stop.clone());
    let known = stop.filter(|id| wheel.element_of(id).is_some());
    known.or_else(|| wheel.first().map(str::to_owned))
}

/// The next entry that way which has an element of its own: what is merged into one is reached there.
fn step<'a>(wheel: &'a impl Walk, id: &str, direction: Direction) -> Option<&'a str> {
    let here = wheel.element_of(id);
    let mut next = wheel.neighbour(id, direction)?;
    // Every step goes on in time or across lanes, so this ends.
    while wheel.element_of(next) == here {
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
