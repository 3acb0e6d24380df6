//! Years, months, grounds and the middle of a mandate period.

use super::super::{centre, lanes};
use crate::view::pen::Pen;
use planning_wheel::wheel::{CENTRE, MandateWheel, Number, Path, PeriodStep};

/// What stands behind the periods.
pub(super) fn behind(pen: &Pen, wheel: &MandateWheel) {
    let pen = pen.unseen_group();
    for year in &wheel.years {
        let class = if year.shaded { "month shaded" } else { "month" };
        pen.path(class, &year.path.to_string());
    }
    for lane in wheel.rows.iter().chain(&wheel.lanes) {
        lanes::ring(&pen, lane, "lane");
    }
    lanes::ring(&pen, &wheel.events, "events");
    for shift in &wheel.shifts {
        pen.path("shift", &shift.path.to_string())
            .title(&shift.label);
    }
    for (place, year) in wheel.years.iter().enumerate() {
        pen.path("spoke", &year.spoke.to_string());
        if let Some(name) = &year.name {
            let class = if year.current {
                "month-name current"
            } else {
                "month-name"
            };
            pen.on_arc(name, &format!("year-{place}"), class);
        }
    }
    months(&pen, wheel);
}

fn months(pen: &Pen, wheel: &MandateWheel) {
    for month in &wheel.months {
        if let Some(tick) = &month.tick {
            pen.tick(tick);
        }
        if let Some((name, at)) = month.name {
            pen.tick_name(at, name, month.current);
        }
    }
}

/// A line over the periods on each election day.
pub(super) fn elections(pen: &Pen, wheel: &MandateWheel) {
    let pen = pen.unseen_group();
    let inner = wheel.events.inner;
    let outer = wheel.lanes.first().unwrap_or(&wheel.events).outer;
    for shift in &wheel.shifts {
        let line = Path::spoke(shift.sector.start, inner, outer);
        pen.path("election", &line.to_string());
    }
}

/// The middle: which period it is, and the ones before and after for a pointer. The keyboard has
/// Page Up and Page Down, and the buttons above the wheel.
pub(super) fn middle(pen: &Pen, wheel: &MandateWheel) {
    let pen = pen.draw("g", &[("class", "centre"), ("aria-hidden", "true")]);
    let at = Number(CENTRE).to_string();
    pen.circle("disc", (&at, &at), wheel.centre.radius);
    centre::line(&pen, "centre-year", &wheel.centre.years);
    for text in &wheel.centre.lines {
        centre::line(&pen, "centre-line", text);
    }
    let steps = [("-1", &wheel.centre.previous), ("1", &wheel.centre.next)];
    for (step, period) in steps {
        if let Some(PeriodStep { label, line, .. }) = period {
            let pen = pen.draw("g", &[("class", "step"), ("data-step", step)]);
            pen.title(label);
            centre::line(&pen, "centre-line", line);
        }
    }
}
