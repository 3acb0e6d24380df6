//! The wheel of a mandate period as a file.

use super::canvas::{Canvas, Type};
use super::{SvgStyle, list, open, periods};
use crate::wheel::{CENTRE, CentreLine, MandateWheel, Path, Point, SIZE};

/// Writes the wheel of a mandate period as an SVG file, with its list of events below.
///
/// # Example
/// ```
/// use planning_wheel::export::{SvgStyle, mandate_svg};
/// use planning_wheel::time::{Lang, MandateCalendar, TermKind};
/// use planning_wheel::wheel::{MandateWheel, MandateWheelInput};
/// let period = MandateCalendar::swedish().period_starting_in(2027).unwrap();
/// let input = MandateWheelInput::new(period.term(TermKind::Calendar), Lang::Sv);
/// let file = mandate_svg(&MandateWheel::new(&input), &SvgStyle::light());
/// assert!(file.contains("<title id=\"pw-title\">Mandatperiod 2027–2030</title>"));
/// ```
#[must_use]
pub fn mandate_svg(wheel: &MandateWheel, style: &SvgStyle) -> String {
    let mut canvas = Canvas::new(style);
    let (above, below) = if style.legend {
        (58.0, list::room(wheel))
    } else {
        (0.0, 0.0)
    };
    let height = SIZE + above + below;
    open(&mut canvas, &wheel.title, &wheel.description, above, height);
    behind(&mut canvas, wheel);
    periods::cells(&mut canvas, wheel);
    periods::bands(&mut canvas, wheel);
    elections(&mut canvas, wheel);
    periods::ways(&mut canvas, wheel);
    super::frame::hand(&mut canvas, wheel.hand.as_ref());
    periods::marks(&mut canvas, wheel);
    centre(&mut canvas, wheel);
    if style.legend {
        list::draw(&mut canvas, wheel);
    }
    canvas.xml.close("svg");
    canvas.xml.line();
    canvas.xml.finish()
}

fn behind(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    let palette = canvas.palette();
    for year in &wheel.years {
        canvas.rim(&year.path, year.shaded);
    }
    for lane in wheel.rows.iter().chain(&wheel.lanes) {
        let ring = Path::circle(Point::new(CENTRE, CENTRE), lane.radius);
        canvas.stroke(&ring, palette.lane(lane.colour), lane.width, 1.0);
    }
    let events = Path::circle(Point::new(CENTRE, CENTRE), wheel.events.radius);
    canvas.stroke(&events, palette.months.1, wheel.events.width, 1.0);
    canvas.xml.line();
    for shift in &wheel.shifts {
        canvas.xml.open("g", &[]);
        canvas.xml.text("title", &[], &shift.label);
        canvas.fill(&shift.path, palette.wedge);
        canvas.xml.close("g");
    }
    for year in &wheel.years {
        canvas.stroke(
            &year.spoke,
            palette.line.towards(palette.muted, 15),
            1.0,
            1.0,
        );
        if let Some(name) = &year.name {
            let fill = palette.muted.towards(palette.ink, 60);
            canvas.arc_text(name, if year.current { 700 } else { 600 }, fill);
        }
    }
    canvas.xml.line();
    months(canvas, wheel);
}

fn months(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    for month in &wheel.months {
        if let Some(tick) = &month.tick {
            canvas.tick(tick);
        }
        if let Some((name, at)) = month.name {
            canvas.tick_name(at, name, month.current);
        }
    }
    canvas.xml.line();
}

/// A line over the periods on each election day.
fn elections(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    let ink = canvas.palette().ink;
    let outer = wheel
        .lanes
        .first()
        .map_or(wheel.events.outer, |lane| lane.outer);
    for shift in &wheel.shifts {
        let line = Path::spoke(shift.sector.start, wheel.events.inner, outer);
        canvas.dashed(&line, ink, 1.2);
    }
    canvas.xml.line();
}

fn centre(canvas: &mut Canvas<'_>, wheel: &MandateWheel) {
    let palette = canvas.palette();
    let centre = &wheel.centre;
    let disc = Path::circle(Point::new(CENTRE, CENTRE), centre.radius);
    canvas.fill(&disc, palette.paper);
    canvas.stroke(&disc, palette.line, 1.0, 1.0);
    let mut line = |line: &CentreLine, weight, fill| {
        let look = Type {
            size: line.size,
            weight,
            fill,
        };
        canvas.text(line.at, look, "middle", &line.text);
    };
    line(&centre.years, 700, palette.ink);
    for text in &centre.lines {
        line(text, 400, palette.muted);
    }
    for step in centre.previous.iter().chain(&centre.next) {
        line(&step.line, 400, palette.muted);
    }
    canvas.xml.line();
}
