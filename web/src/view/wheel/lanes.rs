//! The lanes' grounds and names.

use super::pen::Pen;
use crate::view::paint;
use planning_wheel::wheel::{CENTRE, Number, Wheel};

/// The rings, and the quiet wedge in which their names rest.
pub(super) fn grounds(pen: &Pen, wheel: &Wheel) {
    let pen = pen.unseen_group();
    let centre = Number(CENTRE).to_string();
    for lane in &wheel.lanes {
        let class = format!("lane {}", paint::colour(lane.colour));
        let width = Number(lane.width).to_string();
        let ring = pen.circle(&class, (&centre, &centre), lane.radius);
        let _ = ring.element().set_attribute("stroke-width", &width);
        ring.own_colour(lane.colour);
    }
    if let Some(wedge) = &wheel.wedge {
        pen.path("wedge", &wedge.to_string());
    }
}

/// The names on the rings.
pub(super) fn names(pen: &Pen, wheel: &Wheel) {
    let pen = pen.unseen_group();
    for (place, name) in wheel.names.iter().enumerate() {
        let Some(lane) = wheel.lanes.get(name.lane) else {
            continue;
        };
        let pen = pen.draw("g", &[("class", &paint::colour(lane.colour))]);
        let pen = pen.own_colour(lane.colour);
        if !name.clear {
            let width = Number(name.text.size * 1.35).to_string();
            let backing = pen.path("backing", &name.backing.to_string());
            let _ = backing.element().set_attribute("stroke-width", &width);
        }
        pen.on_arc(&name.text, &format!("lane-{place}"), "lane-name");
    }
}
