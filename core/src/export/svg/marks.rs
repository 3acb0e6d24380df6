//! What stands on the lanes: periods, shaded weeks, lines and marks.

use super::canvas::{Canvas, Type};
use super::style::Rgb;
use crate::calendar::EntryStatus;
use crate::wheel::{Colour, Emphasis, Mark, Number, Wheel};

/// Opacity of what has nothing to do with the chosen entry.
const DIM: f64 = 0.28;

fn faded(emphasis: Emphasis, opacity: f64) -> f64 {
    if emphasis == Emphasis::Dim {
        opacity * DIM
    } else {
        opacity
    }
}

fn colour(canvas: &Canvas<'_>, wheel: &Wheel, lane: usize) -> Rgb {
    let colour = wheel
        .lanes
        .get(lane)
        .map_or(Colour::Neutral, |lane| lane.colour);
    canvas.palette().of(colour)
}

/// Periods.
pub(crate) fn spans(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    for span in &wheel.spans {
        let colour = colour(canvas, wheel, span.lane);
        let opacity = match (span.emphasis, span.whole) {
            (Emphasis::Selected | Emphasis::Chain, _) => 1.0,
            (emphasis, true) => faded(emphasis, 0.25),
            (emphasis, false) => faded(emphasis, 0.6),
        };
        canvas.xml.open("g", &[("stroke-linecap", &"round")]);
        let labels: Vec<&str> = span.items.iter().map(|item| item.label.as_str()).collect();
        canvas.xml.text("title", &[], &labels.join("; "));
        canvas.stroke(
            &span.path,
            colour,
            if span.whole { 1.0 } else { 1.9 },
            opacity,
        );
        canvas.xml.close("g");
    }
    canvas.xml.line();
}

/// Shaded weeks.
pub(crate) fn density(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    for cell in &wheel.density {
        let colour = colour(canvas, wheel, cell.lane);
        let opacity = Number(faded(cell.emphasis, 0.12 + 0.83 * cell.shade));
        canvas.xml.open("g", &[]);
        canvas.xml.text("title", &[], &cell.label);
        let attributes: super::xml::Attributes<'_> = &[
            ("d", &cell.path),
            ("fill", &colour),
            ("fill-opacity", &opacity),
        ];
        canvas.xml.empty("path", attributes);
        if cell.emphasis >= Emphasis::Chain {
            canvas.stroke(&cell.path, canvas.palette().ink, 1.4, 1.0);
        }
        canvas.xml.close("g");
    }
    canvas.xml.line();
}

/// Tails, threads and arrows.
pub(crate) fn lines(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let ink = canvas.palette().ink;
    for tail in &wheel.tails {
        let colour = colour(canvas, wheel, tail.lane);
        let ground = canvas.palette().ground;
        // Mixed rather than transparent: pieces that meet must not darken each other.
        let percent = if tail.emphasis == Emphasis::Dim {
            82
        } else {
            52
        };
        canvas.stroke(&tail.path, colour.towards(ground, percent), 3.0, 1.0);
    }
    canvas.xml.line();
    for thread in &wheel.threads {
        canvas.stroke(&thread.path, ink, 1.1, faded(thread.emphasis, 0.45));
    }
    for arrow in &wheel.arrows {
        let strong = arrow.emphasis == Emphasis::Chain;
        // Mixed rather than transparent: heads that meet at one mark must not darken each other.
        let percent = match arrow.emphasis {
            Emphasis::Dim => 80,
            _ if strong => 5,
            _ => 30,
        };
        let colour = ink.towards(canvas.palette().ground, percent);
        canvas.stroke(&arrow.path, colour, if strong { 1.5 } else { 1.15 }, 1.0);
        canvas.fill(&arrow.head, colour);
    }
    canvas.xml.line();
}

/// Marks, each with its name.
pub(crate) fn marks(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    for mark in &wheel.marks {
        let opacity = Number(faded(mark.emphasis, 1.0));
        match mark.emphasis {
            Emphasis::Dim => canvas.xml.open("g", &[("opacity", &opacity)]),
            _ => canvas.xml.open("g", &[]),
        }
        canvas.xml.text("title", &[], &mark.name());
        let colour = colour(canvas, wheel, mark.lane);
        shape(canvas, mark, colour);
        inside(canvas, mark, colour);
        canvas.xml.close("g");
        canvas.xml.line();
    }
}

fn shape(canvas: &mut Canvas<'_>, mark: &Mark, colour: Rgb) {
    let paper = canvas.palette().paper;
    let ink = canvas.palette().ink;
    if mark.emphasis == Emphasis::Selected {
        canvas.circle(
            mark.centre,
            mark.ring.unwrap_or(mark.radius) + 3.6,
            ink,
            2.0,
        );
    }
    if let Some(ring) = mark.ring {
        canvas.circle(mark.centre, ring, colour, 1.5);
    }
    let open = mark.shape.is_open() || mark.status == EntryStatus::Cancelled;
    let (fill, stroke, width) = if open {
        (paper, colour, 1.8)
    } else {
        (colour, paper, 1.2)
    };
    let uncertain = matches!(
        mark.status,
        EntryStatus::Cancelled | EntryStatus::Undecided | EntryStatus::Check
    );
    let width = Number(width);
    let outline: super::xml::Attributes<'_> = &[
        ("d", &mark.outline),
        ("fill", &fill),
        ("stroke", if uncertain { &colour } else { &stroke }),
        ("stroke-width", &width),
        ("stroke-linejoin", &"round"),
        ("stroke-dasharray", &"2.2 1.6"),
        ("fill-opacity", &"0.35"),
    ];
    // The last two are for days that are not certain, the very last for those still expected.
    let length = match mark.status {
        EntryStatus::Cancelled => 6,
        _ if uncertain => 7,
        _ => 5,
    };
    canvas
        .xml
        .empty("path", outline.get(..length).unwrap_or(outline));
}

fn inside(canvas: &mut Canvas<'_>, mark: &Mark, colour: Rgb) {
    let paper = canvas.palette().paper;
    let fill = if mark.shape.is_open() { colour } else { paper };
    if let Some(inner) = &mark.inner {
        canvas.fill(inner, fill);
    }
    // A number in a small mark could not be read: its name and the list still say it.
    if let Some(count) = mark.count.filter(|_| mark.radius >= 4.5) {
        let look = Type {
            size: mark.radius * 1.25,
            weight: 700,
            fill,
        };
        canvas.text(mark.centre, look, "middle", &count.to_string());
    }
}
