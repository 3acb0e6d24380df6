//! The lanes' grounds and names.

use crate::view::paint;
use crate::view::pen::Pen;
use planning_wheel::wheel::{CENTRE, Lane, Number, Wheel};

/// The rings, and the quiet wedge in which their names rest.
pub(super) fn grounds(pen: &Pen, wheel: &Wheel) {
    let pen = pen.unseen_group();
    for lane in &wheel.lanes {
        ring(&pen, lane, "lane");
    }
    if let Some(wedge) = &wheel.wedge {
        pen.path("wedge", &wedge.to_string());
    }
}

/// The ground of a lane.
pub(super) fn ring(pen: &Pen, lane: &Lane, class: &str) {
    let centre = Number(CENTRE).to_string();
    let class = format!("{class} {}", paint::colour(lane.colour));
    let ring = pen.circle(&class, (&centre, &centre), lane.radius);
    let width = Number(lane.width).to_string();
    ring.set("stroke-width", &width);
    ring.own_colour(lane.colour);
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
            backing.set("stroke-width", &width);
        }
        pen.on_arc(&name.text, &format!("lane-{place}"), "lane-name");
    }
}
