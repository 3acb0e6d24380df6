//! Marks: each a button with a name, in a group for each lane.

use super::keys;
use super::light::{Kind, Lights};
use crate::view::paint;
use crate::view::pen::Pen;
use planning_wheel::wheel::{Lane, Mark, Number, Wheel};

/// Every mark, lane by lane.
pub(super) fn marks(pen: &Pen, wheel: &Wheel, lights: &mut Lights) {
    let pen = pen.draw("g", &[]);
    let lanes: Vec<Pen> = wheel.lanes.iter().map(|lane| group(&pen, lane)).collect();
    for (place, mark) in wheel.marks.iter().enumerate() {
        let lane = wheel.lanes.iter().position(|lane| lane.index == mark.lane);
        if let Some(pen) = lane.and_then(|lane| lanes.get(lane)) {
            one(pen, mark, place, "", lights);
        }
    }
}

pub(super) fn group(pen: &Pen, lane: &Lane) -> Pen {
    let class = paint::colour(lane.colour);
    let named = [
        ("class", &*class),
        ("role", "group"),
        ("aria-label", &lane.label),
    ];
    pen.draw("g", &named).own_colour(lane.colour)
}

/// A mark; `look` are classes that it has beside those of its shape.
pub(super) fn one(pen: &Pen, mark: &Mark, place: usize, look: &str, lights: &mut Lights) {
    let open = if mark.shape.is_open() { "open" } else { "" };
    let class = format!("mark {open} {} {look}", paint::status(mark.status));
    // What is seen is also said.
    let name = match mark.count {
        Some(count) => format!("{}: {}", count.number, mark.name()),
        None => mark.name(),
    };
    let pen = keys::button(pen, "g", &keys::mark_id(place), &class, &name, &mark.id);
    let (x, y) = (
        Number(mark.centre.x).to_string(),
        Number(mark.centre.y).to_string(),
    );
    let at = (&*x, &*y);
    pen.title(&name);
    pen.circle("reach", at, mark.reach());
    pen.circle("halo", at, mark.ring.unwrap_or(mark.radius) + 4.2);
    if let Some(radius) = mark.ring {
        pen.circle("ring", at, radius);
    }
    pen.path("shape", &mark.outline.to_string());
    if let Some(inner) = &mark.inner {
        pen.path("inner", &inner.to_string());
    }
    if let Some(count) = mark.count {
        let class = if count.inside {
            "count"
        } else {
            "count beside"
        };
        let (x, size) = (
            Number(count.at.x).to_string(),
            Number(count.size).to_string(),
        );
        let baseline = Number(count.at.y + count.size * 0.36).to_string();
        let text = [
            ("class", class),
            ("x", &x),
            ("y", &baseline),
            ("font-size", &size),
        ];
        pen.draw("text", &text).write(&count.number.to_string());
    }
    lights.add(Kind::Mark, place, pen.number(), class);
}
