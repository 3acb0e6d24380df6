//! Periods as arcs, and shaded weeks where there is too much for marks.

use super::keys;
use super::light::{Kind, Lights};
use crate::view::paint;
use crate::view::pen::Pen;
use planning_wheel::wheel::{Number, Wheel};

/// Terms of office, documents and other periods.
pub(super) fn periods(pen: &Pen, wheel: &Wheel, lights: &mut Lights) {
    let pen = pen.draw("g", &[]);
    for (place, span) in wheel.spans.iter().enumerate() {
        let colour = super::colour_of(wheel, span.lane);
        let whole = if span.whole { "whole" } else { "" };
        let class = format!("span {whole} {}", paint::colour(colour));
        let labels: Vec<&str> = span.items.iter().map(|item| item.label.as_str()).collect();
        let name = labels.join("; ");
        let first = span.items.first().map_or("", |item| &item.id);
        let pen = keys::button(&pen, "g", &keys::span_id(place), &class, &name, first);
        let pen = pen.own_colour(colour);
        let path = span.path.to_string();
        pen.title(&name);
        pen.path("reach", &path);
        pen.path("arc", &path);
        lights.add(Kind::Span, place, pen.number(), class);
    }
}

/// Weeks of lanes that hold too much.
pub(super) fn weeks(pen: &Pen, wheel: &Wheel, lights: &mut Lights) {
    let pen = pen.draw("g", &[]);
    for (place, cell) in wheel.density.iter().enumerate() {
        let colour = super::colour_of(wheel, cell.lane);
        let class = format!("cell {}", paint::colour(colour));
        let first = cell.ids.first().map_or("", String::as_str);
        let id = keys::week_id(place);
        let pen = keys::button(&pen, "path", &id, &class, &cell.label, first).own_colour(colour);
        let shade = Number(0.12 + 0.83 * cell.shade).to_string();
        pen.set("d", &cell.path.to_string());
        pen.set("fill-opacity", &shade);
        lights.add(Kind::Week, place, pen.number(), class);
    }
}
