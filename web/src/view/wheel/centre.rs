//! The middle: the year, and the mandate period as a ring.

use crate::view::pen::Pen;
use planning_wheel::wheel::{CentreLine, Number, Wheel};

/// The middle of the wheel.
pub(super) fn centre(pen: &Pen, wheel: &Wheel) {
    let centre = &wheel.centre;
    let pen = pen.draw("g", &[("class", "centre"), ("aria-hidden", "true")]);
    let width = Number(centre.width).to_string();
    for arc in &centre.mandate {
        let class = if arc.current {
            "mandate current"
        } else {
            "mandate"
        };
        let year = pen.draw("g", &[("class", class)]);
        year.title(&arc.label);
        year.draw(
            "path",
            &[("d", &arc.path.to_string()), ("stroke-width", &width)],
        );
        year.on_arc(&arc.name, &format!("mandate-{}", arc.year), "mandate-year");
    }
    line(&pen, "centre-year", &centre.year);
    for text in &centre.lines {
        line(&pen, "centre-line", text);
    }
}

/// A line of the middle.
pub(super) fn line(pen: &Pen, class: &str, line: &CentreLine) {
    let [x, y, size] = [line.at.x, line.at.y, line.size].map(|number| Number(number).to_string());
    let text = pen.draw(
        "text",
        &[("class", class), ("x", &x), ("y", &y), ("font-size", &size)],
    );
    text.write(&line.text);
}
