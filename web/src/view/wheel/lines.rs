//! Tails to meetings, threads of joint meetings, arrows between steps.

use super::light::{Kind, Lights};
use crate::view::paint;
use crate::view::pen::Pen;
use planning_wheel::wheel::{ArrowKind, Wheel};

/// Every line between marks.
pub(super) fn lines(pen: &Pen, wheel: &Wheel, lights: &mut Lights) {
    let pen = pen.unseen_group();
    for (place, tail) in wheel.tails.iter().enumerate() {
        let colour = super::colour_of(wheel, tail.lane);
        let class = format!("tail {}", paint::colour(colour));
        let tail = pen.path(&class, &tail.path.to_string()).own_colour(colour);
        lights.add(Kind::Tail, place, tail.number(), class);
    }
    for (place, thread) in wheel.threads.iter().enumerate() {
        let thread = pen.path("thread", &thread.path.to_string());
        lights.add(Kind::Thread, place, thread.number(), "thread".to_owned());
    }
    for (place, arrow) in wheel.arrows.iter().enumerate() {
        let class = match arrow.kind {
            ArrowKind::Step => "arrow",
            ArrowKind::Preparation => "arrow preparation",
        };
        let group = pen.draw("g", &[("class", class)]);
        group.path("shaft", &arrow.path.to_string());
        group.path("head", &arrow.head.to_string());
        lights.add(Kind::Arrow, place, group.number(), class.to_owned());
    }
}
