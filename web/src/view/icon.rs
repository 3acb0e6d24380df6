//! The mark of a kind, beside text.

use super::paint;
use super::pen::Pen;
use planning_wheel::calendar::{EntryKind, EntryStatus};
use planning_wheel::wheel::{Colour, Point, Shape};

/// The mark of an entry as it is drawn.
struct Look {
    class: String,
    outline: String,
    /// Whether a ring stands around it.
    ring: bool,
}

impl Look {
    fn of(kind: EntryKind, status: EntryStatus, colour: Colour) -> Self {
        let shape = Shape::of(kind);
        let radius = if matches!(shape, Shape::Disc | Shape::Ring) {
            6.0
        } else {
            5.8
        };
        let outline = if kind.is_period() {
            "M1.5 8H14.5".to_owned()
        } else {
            shape.outline(Point::new(8.0, 8.0), radius).to_string()
        };
        let look = match (kind.is_period(), shape.is_open()) {
            (true, _) => "line",
            (_, true) => "open",
            _ => "",
        };
        let (colour, status) = (paint::colour(colour), paint::status(status));
        Self {
            class: format!("icon {colour} {look} {status}"),
            outline,
            ring: shape == Shape::Seal,
        }
    }
}

/// The shape that an entry has on the wheel; the text beside it says the kind in words.
pub(crate) fn icon(pen: &Pen, kind: EntryKind, status: EntryStatus, colour: Colour) {
    let look = Look::of(kind, status, colour);
    let attributes = [
        ("class", &*look.class),
        ("viewBox", "0 0 16 16"),
        ("aria-hidden", "true"),
    ];
    let pen = pen.draw("svg", &attributes).own_colour(colour);
    if look.ring {
        pen.circle("ring", ("8", "8"), 6.4);
    }
    pen.draw("path", &[("d", &look.outline)]);
}
