//! What stands on the lanes: periods, shaded weeks, lines and marks.

use super::canvas::{Canvas, DASHES, Type};
use super::style::Rgb;
use crate::calendar::EntryStatus;
use crate::wheel::{ArrowKind, Colour, Emphasis, Mark, Number, Wheel};

/// Opacity of what has nothing to do with the chosen entry.
const DIM: f64 = 0.28;

pub(crate) fn faded(emphasis: Emphasis, opacity: f64) -> f64 {
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
        let percent = match (arrow.emphasis, arrow.kind) {
            (Emphasis::Dim, _) => 82,
            (Emphasis::Normal, ArrowKind::Preparation) => 62,
            (Emphasis::Normal, ArrowKind::Step) => 30,
            _ => 5,
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
        let colour = colour(canvas, wheel, mark.lane);
        self::mark(canvas, mark, colour);
    }
}

/// A mark with its name.
pub(crate) fn mark(canvas: &mut Canvas<'_>, mark: &Mark, colour: Rgb) {
    let opacity = Number(faded(mark.emphasis, 1.0));
    match mark.emphasis {
        Emphasis::Dim => canvas.xml.open("g", &[("opacity", &opacity)]),
        _ => canvas.xml.open("g", &[]),
    }
    canvas.xml.text("title", &[], &mark.name());
    shape(canvas, mark, colour);
    inside(canvas, mark, colour);
    canvas.xml.close("g");
    canvas.xml.line();
}

fn shape(canvas: &mut Canvas<'_>, mark: &Mark, colour: Rgb) {
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
    outline(canvas, mark, colour);
}

/// Filled when certain; dashed when the day is not; dashed and empty when cancelled.
fn outline(canvas: &mut Canvas<'_>, mark: &Mark, colour: Rgb) {
    let paper = canvas.palette().paper;
    let cancelled = mark.status == EntryStatus::Cancelled;
    let unsettled = matches!(mark.status, EntryStatus::Undecided | EntryStatus::Check);
    let (fill, stroke, width) = match mark.shape.is_open() || cancelled {
        true => (paper, colour, 1.8),
        false if unsettled => (colour.towards(paper, 65), colour, 1.2),
        false => (colour, paper, (mark.radius * 0.2).min(1.4)),
    };
    let width = Number(width);
    let attributes: super::xml::Attributes<'_> = &[
        ("d", &mark.outline),
        ("fill", &fill),
        ("stroke", &stroke),
        ("stroke-width", &width),
        ("stroke-linejoin", &"round"),
        ("stroke-dasharray", &DASHES),
    ];
    let solid = attributes.len() - usize::from(!cancelled && !unsettled);
    canvas
        .xml
        .empty("path", attributes.get(..solid).unwrap_or(attributes));
}

fn inside(canvas: &mut Canvas<'_>, mark: &Mark, colour: Rgb) {
    let paper = canvas.palette().paper;
    let fill = if mark.shape.is_open() { colour } else { paper };
    if let Some(inner) = &mark.inner {
        canvas.fill(inner, fill);
    }
    if let Some(count) = mark.count {
        let fill = if count.inside { fill } else { colour };
        let look = Type {
            size: count.size,
            weight: 700,
            fill,
        };
        canvas.text(count.at, look, "middle", &count.number.to_string());
    }
}
