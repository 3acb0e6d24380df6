//! The wheel of a mandate period: the same pen, lights and keys as the wheel of a year.

mod events;
mod frame;
mod periods;

use super::keys::{self, Walk};
use super::light::Lights;
use crate::state::{Action, Desk};
use crate::view::board::Shown;
use crate::view::once::Term;
use crate::view::pen::Pen;
use crate::words;
use planning_wheel::wheel::{Direction, MandateWheel, Mark};

/// The wheel of the mandate period.
pub(crate) fn mandate_view(pen: &Pen, term: Term) {
    let desk = Desk::here();
    let shown = Shown::here();
    let choose = move |id: String| {
        let day = shown.year.with_untracked(|days| {
            let entry = days.calendar.get(&id)?;
            Some(entry.start)
        });
        match day {
            Some(day) => Action::ChooseOn(id, day),
            None => Action::Choose(id),
        }
    };
    let role = words::mandate_period(desk.lang);
    super::picture(pen, (term.layout, term.lit), role, draw, choose)
}

/// Draws a whole mandate period, from the ground up.
pub(super) fn draw(pen: &Pen, wheel: &MandateWheel) -> Lights {
    let mut lights = Lights::default();
    frame::behind(pen, wheel);
    periods::months(pen, wheel, &mut lights);
    periods::bands(pen, wheel, &mut lights);
    frame::elections(pen, wheel);
    events::ways(pen, wheel, &mut lights);
    super::frame::hand(pen, wheel.hand.as_ref());
    events::events(pen, wheel, &mut lights);
    frame::middle(pen, wheel);
    lights
}

impl Walk for MandateWheel {
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

    fn first(&self) -> Option<&str> {
        self.first_stop()
    }

    fn element_of(&self, id: &str) -> Option<String> {
        let mark = keys::marked(&self.marks, id);
        let band = || {
            let mut bands = self.bands.iter();
            bands.position(|band| band.items.iter().any(|item| item.id == id))
        };
        let month = || {
            let mut months = self.cells.iter();
            months.position(|cell| cell.items.iter().any(|item| item.id == id))
        };
        mark.map(keys::mark_id)
            .or_else(|| month().map(month_id))
            .or_else(|| band().map(band_id))
    }
}

/// Id of the element of a month's meetings.
fn month_id(place: usize) -> String {
    format!("month-of-{place}")
}

/// Id of the element of a period.
fn band_id(place: usize) -> String {
    format!("band-{place}")
}
