//! Months, weeks, holidays, breaks, lanes with their names, the hand and the middle.

use super::canvas::{Canvas, Type};
use super::style::WEDGE;
use crate::wheel::{CENTRE, Hand, Path, Point, Wheel};

/// Everything that lies under the lanes' content.
pub(crate) fn behind(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let palette = canvas.palette();
    for month in &wheel.months {
        canvas.rim(&month.path, month.shaded);
    }
    for day in &wheel.days {
        canvas.rim(&day.path, day.free);
    }
    for lane in &wheel.lanes {
        let ring = Path::circle(Point::new(CENTRE, CENTRE), lane.radius);
        canvas.stroke(&ring, palette.lane(lane.colour), lane.width, 1.0);
    }
    canvas.xml.line();
    if let Some(wedge) = &wheel.wedge {
        // Over the lanes but under everything on them: a shade that keeps their colours.
        canvas.xml.empty(
            "path",
            &[
                ("d", wedge),
                ("fill", &palette.wedge),
                ("fill-opacity", &format_args!("0.{WEDGE}")),
            ],
        );
    }
    for month in &wheel.months {
        canvas.stroke(&month.spoke, palette.line, 0.9, 1.0);
        if let Some(name) = &month.name {
            canvas.arc_text(name, 600, palette.muted.towards(palette.ink, 50));
        }
    }
    backgrounds(canvas, wheel);
    for day in &wheel.days {
        canvas.stroke(&day.spoke, palette.line, 0.9, 1.0);
        let weight = if day.current { 700 } else { 500 };
        canvas.arc_text(&day.name, weight, palette.muted.towards(palette.ink, 50));
    }
    canvas.xml.line();
    days(canvas, wheel);
}

/// Days of others' calendars: hatched, so that the lanes' colours are seen between.
fn backgrounds(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let muted = canvas.palette().muted;
    for arc in &wheel.backgrounds {
        canvas.xml.open("g", &[]);
        canvas.xml.text("title", &[], &arc.label);
        for hatch in &arc.hatches {
            canvas.hatched(&hatch.path, muted, hatch.width);
        }
        canvas.stroke(&arc.path, muted, 4.0, 1.0);
        canvas.xml.close("g");
    }
    if !wheel.backgrounds.is_empty() {
        canvas.xml.line();
    }
}

fn days(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let palette = canvas.palette();
    for week in &wheel.weeks {
        if let Some(tick) = &week.tick {
            canvas.tick(tick);
        }
        if let Some(at) = week.number {
            canvas.tick_name(at, &week.week.week().to_string(), week.current);
        }
    }
    canvas.xml.line();
    for arc in &wheel.breaks {
        canvas.xml.open("g", &[]);
        canvas.xml.text("title", &[], &arc.label);
        canvas.stroke(&arc.path, palette.school, 4.0, 1.0);
        canvas.xml.close("g");
    }
    for day in &wheel.holidays {
        canvas.xml.open("g", &[]);
        canvas.xml.text("title", &[], &day.label);
        canvas.stroke(&day.path, palette.holiday, 2.0, 1.0);
        canvas.xml.close("g");
    }
    canvas.xml.line();
}

/// The lanes' names.
pub(crate) fn names(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let palette = canvas.palette();
    for name in &wheel.names {
        let Some(lane) = wheel.lanes.get(name.lane) else {
            continue;
        };
        if !name.clear {
            canvas.stroke(&name.backing, palette.ground, name.text.size * 1.35, 0.86);
        }
        canvas.arc_text(&name.text, 600, palette.name(lane.colour));
    }
    canvas.xml.line();
}

/// The hand of today.
pub(crate) fn hand(canvas: &mut Canvas<'_>, hand: Option<&Hand>) {
    let Some(hand) = hand else { return };
    let today = canvas.palette().today;
    canvas.xml.open("g", &[]);
    canvas.xml.text("title", &[], &hand.label);
    canvas.stroke(&hand.path, today, 1.4, 1.0);
    canvas.fill(&Path::circle(hand.knob, 4.2), today);
    canvas.xml.close("g");
    canvas.xml.line();
}

/// The year and the mandate period.
pub(crate) fn centre(canvas: &mut Canvas<'_>, wheel: &Wheel) {
    let palette = canvas.palette();
    let centre = &wheel.centre;
    for arc in &centre.mandate {
        let stroke = if arc.current {
            palette.ink
        } else {
            palette.mandate
        };
        canvas.xml.open("g", &[("stroke-linecap", &"round")]);
        canvas.xml.text("title", &[], &arc.label);
        canvas.stroke(&arc.path, stroke, centre.width, 1.0);
        canvas.xml.close("g");
        let (weight, fill) = if arc.current {
            (700, palette.ink)
        } else {
            (400, palette.muted)
        };
        canvas.arc_text(&arc.name, weight, fill);
    }
    let mut line = |line: &crate::wheel::CentreLine, weight, fill| {
        let look = Type {
            size: line.size,
            weight,
            fill,
        };
        let middle = Point::new(line.at.x, line.at.y - line.size * 0.35);
        canvas.text(middle, look, "middle", &line.text);
    };
    line(&centre.year, 700, palette.ink);
    for text in &centre.lines {
        line(text, 400, palette.muted);
    }
    canvas.xml.line();
}
