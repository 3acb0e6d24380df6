//! What stands on the wheel of a mandate period: meetings, periods, ways to decisions, events.

use super::canvas::Canvas;
use super::marks::{self, faded};
use super::style::Rgb;
use crate::order::between;
use crate::wheel::{Colour, Emphasis, Lane, MandateWheel, Number};

fn colour_of(lanes: &[Lane], index: usize) -> Colour {
    let lane = lanes.iter().find(|lane| lane.index == index);
    lane.map_or(Colour::Neutral, |lane| lane.colour)
}

/// Months with meetings.
pub(crate) fn cells(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    for cell in &wheel.cells {
        let colour = canvas.palette().of(colour_of(&wheel.rows, cell.lane));
        let opacity = Number(faded(cell.emphasis, 0.1 + 0.75 * cell.shade));
        canvas.xml.open("g", &[]);
        canvas.xml.text("title", &[], &cell.label);
        canvas.xml.empty(
            "path",
            &[
                ("d", &cell.path),
                ("fill", &colour),
                ("fill-opacity", &opacity),
            ],
        );
        if cell.emphasis >= Emphasis::Chain {
            canvas.stroke(&cell.path, canvas.palette().ink, 1.4, 1.0);
        }
        canvas.xml.close("g");
    }
    canvas.xml.line();
}

/// Periods and what is written on them.
pub(crate) fn bands(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    for band in &wheel.bands {
        let palette = canvas.palette();
        let colour = colour_of(&wheel.lanes, band.lane);
        let (fill, text) = palette.period(colour, band.shade);
        // Counts and older editions are mixed with the ground, so that nothing shines through.
        let fill = match band.rail {
            Some(_) => palette.of(colour).towards(palette.ground, 30),
            None => fill.towards(palette.ground, faint(band.strength)),
        };
        match band.emphasis {
            Emphasis::Dim => canvas
                .xml
                .open("g", &[("opacity", &Number(faded(band.emphasis, 1.0)))]),
            _ => canvas.xml.open("g", &[]),
        }
        canvas.xml.text("title", &[], &band.label);
        canvas.fill(&band.path, fill);
        if band.emphasis == Emphasis::Selected {
            canvas.stroke(&band.path, palette.ink, 2.0, 1.0);
        }
        if let Some(name) = &band.text {
            canvas.arc_text(name, 600, readable(text, fill, palette.ink, palette.paper));
        }
        canvas.xml.close("g");
        canvas.xml.line();
    }
}

/// How much of the ground covers a count, in percent.
fn faint(strength: f64) -> u8 {
    (between(1.0 - strength, 0.0, 1.0) * 70.0) as u8
}

fn readable(text: Rgb, fill: Rgb, ink: Rgb, paper: Rgb) -> Rgb {
    let best = if ink.contrast(fill) >= paper.contrast(fill) {
        ink
    } else {
        paper
    };
    if text.contrast(fill) >= 4.5 {
        text
    } else {
        best
    }
}

/// Ways to decisions, and arrows from those who step down.
pub(crate) fn ways(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    for lead in &wheel.leads {
        let mark = wheel.marks.iter().find(|mark| mark.id == lead.id);
        let colour = mark.map_or(Colour::Neutral, |mark| level(wheel, mark.level));
        let palette = canvas.palette();
        let mixed = palette.of(colour).towards(palette.ground, 45);
        canvas.stroke(&lead.path, mixed, 3.0, faded(lead.emphasis, 1.0));
    }
    for handover in &wheel.handovers {
        let alert = canvas.palette().alert;
        let opacity = faded(handover.emphasis, 1.0);
        if let (Some(path), Some(head)) = (&handover.path, &handover.head) {
            canvas.stroke(path, alert, 2.0, opacity);
            canvas.fill(head, alert);
        }
    }
    canvas.xml.line();
}

/// Events; what those who step down decide stands out.
pub(crate) fn marks(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    for mark in &wheel.marks {
        let outgoing = wheel
            .handovers
            .iter()
            .any(|handover| handover.id == mark.id);
        let palette = canvas.palette();
        let colour = if outgoing {
            palette.alert
        } else {
            palette.of(level(wheel, mark.level))
        };
        marks::mark(canvas, mark, colour);
    }
}

fn level(wheel: &MandateWheel, level: usize) -> Colour {
    let level = wheel.levels.get(level);
    level.map_or(Colour::Neutral, |level| level.colour)
}
