//! What happens once in the period, the way to it, and what those who step down decide.

use super::super::light::{Kind, Lights};
use super::super::marks;
use crate::view::paint;
use crate::view::pen::Pen;
use planning_wheel::wheel::{Colour, MandateWheel};

/// Ways to decisions, and arrows from those who step down to those who come.
pub(super) fn ways(pen: &Pen, wheel: &MandateWheel, lights: &mut Lights) {
    let pen = pen.unseen_group();
    for (place, lead) in wheel.leads.iter().enumerate() {
        let mark = wheel.marks.iter().find(|mark| mark.id == lead.id);
        let colour = mark.map_or(Colour::Neutral, |mark| level(wheel, mark.level));
        let class = format!("tail {}", paint::colour(colour));
        let tail = pen.path(&class, &lead.path.to_string()).own_colour(colour);
        lights.add(Kind::Lead, place, tail.number(), class);
    }
    for (place, handover) in wheel.handovers.iter().enumerate() {
        let (Some(path), Some(head)) = (&handover.path, &handover.head) else {
            continue;
        };
        let class = "handover";
        let group = pen.draw("g", &[("class", class)]);
        group.path("shaft", &path.to_string());
        group.path("head", &head.to_string());
        lights.add(Kind::Handover, place, group.number(), class.to_owned());
    }
}

/// Events; what those who step down decide stands out.
pub(super) fn events(pen: &Pen, wheel: &MandateWheel, lights: &mut Lights) {
    let pen = marks::group(pen, &wheel.events);
    for (place, mark) in wheel.marks.iter().enumerate() {
        let is_outgoing = wheel.handovers.iter().any(|way| way.id == mark.id);
        let colour = level(wheel, mark.level);
        let look = if is_outgoing {
            "outgoing".to_owned()
        } else {
            paint::colour(colour)
        };
        let pen = pen.draw("g", &[]).own_colour(colour);
        marks::one(&pen, mark, place, &look, lights);
    }
}

fn level(wheel: &MandateWheel, level: usize) -> Colour {
    let level = wheel.levels.get(level);
    level.map_or(Colour::Neutral, |level| level.colour)
}
