//! Meetings by month and what runs through the period: each a button with a name.

use super::super::keys;
use super::super::light::{Kind, Lights};
use super::super::marks;
use crate::view::pen::Pen;
use planning_wheel::wheel::{Band, MandateWheel, Number};

/// Months with meetings, row by row.
pub(super) fn months(pen: &Pen, wheel: &MandateWheel, lights: &mut Lights) {
    let pen = pen.draw("g", &[]);
    for row in &wheel.rows {
        let pen = marks::group(&pen, row);
        let own = wheel.cells.iter().enumerate();
        for (place, cell) in own.filter(|(_, cell)| cell.lane == row.index) {
            let class = "cell";
            let first = cell.items.first().map_or("", |item| &item.id);
            let id = super::month_id(place);
            let pen = keys::button(&pen, "path", &id, class, &cell.label, first);
            let shade = Number(0.1 + 0.75 * cell.shade).to_string();
            pen.set("d", &cell.path.to_string());
            pen.set("fill-opacity", &shade);
            lights.add(Kind::Month, place, pen.number(), class.to_owned());
        }
    }
}

/// Documents, terms, offices and what else runs for long, lane by lane.
pub(super) fn bands(pen: &Pen, wheel: &MandateWheel, lights: &mut Lights) {
    let pen = pen.draw("g", &[]);
    for lane in &wheel.lanes {
        let pen = marks::group(&pen, lane);
        let own = wheel.bands.iter().enumerate();
        for (place, band) in own.filter(|(_, band)| band.lane == lane.index) {
            one(&pen, band, place, lights);
        }
    }
}

/// A period. What is written on it stands beside its button: it says less than the button's name.
fn one(pen: &Pen, band: &Band, place: usize, lights: &mut Lights) {
    let class = format!("band {}", shade(band));
    let pen = pen.draw("g", &[("class", &class)]);
    let first = band.items.first().map_or("", |item| &item.id);
    let id = super::band_id(place);
    let button = keys::button(&pen, "path", &id, "shape", &band.label, first);
    button.set("d", &band.path.to_string());
    button.title(&band.label);
    if let Some(name) = &band.text {
        pen.on_arc(name, &format!("text-{place}"), "band-name");
    }
    lights.add(Kind::Band, place, pen.number(), class);
}

/// How much of its colour a period has: the style sheet knows which letters can be read on it.
fn shade(band: &Band) -> &'static str {
    match (band.rail, band.shade % 4) {
        (Some(_), _) => "rail",
        (None, 1) => "s1",
        (None, 2) => "s2",
        (None, 3) => "s3",
        // Where periods are counted: the fewer, the lighter.
        (None, _) if band.strength < 0.4 => "s1",
        (None, _) if band.strength < 0.9 => "s3",
        (None, _) => "s0",
    }
}
