//! Months, weeks, holidays, breaks and the hand.

use crate::view::pen::Pen;
use planning_wheel::wheel::{HATCHING, Hand, Number, Wheel};

/// The ring of months.
pub(super) fn months(pen: &Pen, wheel: &Wheel) {
    let pen = pen.unseen_group();
    for month in &wheel.months {
        let class = if month.shaded {
            "month shaded"
        } else {
            "month"
        };
        pen.path(class, &month.path.to_string());
    }
    day_ring(&pen, wheel);
}

/// The ring of days, where each has room for its name.
fn day_ring(pen: &Pen, wheel: &Wheel) {
    for day in &wheel.days {
        let class = if day.free { "month shaded" } else { "month" };
        pen.path(class, &day.path.to_string());
    }
}

/// What stands over the lanes' grounds: spokes, names of months, weeks, breaks, holidays.
pub(super) fn days(pen: &Pen, wheel: &Wheel) {
    let pen = pen.unseen_group();
    for month in &wheel.months {
        pen.path("spoke", &month.spoke.to_string());
    }
    for (place, month) in wheel.months.iter().enumerate() {
        if let Some(name) = &month.name {
            pen.on_arc(name, &format!("month-{place}"), "month-name");
        }
    }
    for (place, day) in wheel.days.iter().enumerate() {
        pen.path("spoke", &day.spoke.to_string());
        let class = match (day.current, day.free) {
            (true, _) => "month-name current",
            (_, true) => "month-name free",
            _ => "month-name",
        };
        pen.on_arc(&day.name, &format!("day-{place}"), class);
    }
    weeks(&pen, wheel);
    for arc in &wheel.breaks {
        pen.path("break", &arc.path.to_string()).title(&arc.label);
    }
    for day in &wheel.holidays {
        pen.path("holiday", &day.path.to_string()).title(&day.label);
    }
}

/// Days of others' calendars, behind the lanes' content. Each is named: no mark says the same.
pub(super) fn backgrounds(pen: &Pen, wheel: &Wheel) {
    if wheel.backgrounds.is_empty() {
        return;
    }
    let (dash, gap) = HATCHING;
    let dashes = format!("{} {}", Number(dash), Number(gap));
    let pen = pen.draw("g", &[("class", "others")]);
    for arc in &wheel.backgrounds {
        let pen = pen.draw("g", &[("role", "img"), ("aria-label", &arc.label)]);
        pen.title(&arc.label);
        for hatch in &arc.hatches {
            let piece = pen.path("hatch", &hatch.path.to_string());
            piece.set("stroke-width", &Number(hatch.width).to_string());
            piece.set("stroke-dasharray", &dashes);
        }
        pen.path("rim", &arc.path.to_string());
    }
}

fn weeks(pen: &Pen, wheel: &Wheel) {
    for week in &wheel.weeks {
        if let Some(tick) = &week.tick {
            pen.tick(tick);
        }
        if let Some(at) = week.number {
            pen.tick_name(at, &week.week.week().to_string(), week.current);
        }
    }
}

/// The hand of today.
pub(super) fn hand(pen: &Pen, hand: Option<&Hand>) {
    let Some(hand) = hand else {
        return;
    };
    let pen = pen.draw("g", &[("class", "hand"), ("aria-hidden", "true")]);
    pen.title(&hand.label);
    pen.draw("path", &[("d", &hand.path.to_string())]);
    let (x, y) = (
        Number(hand.knob.x).to_string(),
        Number(hand.knob.y).to_string(),
    );
    pen.circle("knob", (&x, &y), 4.5);
}
