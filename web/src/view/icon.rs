//! The mark of a kind, beside text.

use super::paint;
use leptos::prelude::*;
use planning_wheel::calendar::{EntryKind, EntryStatus};
use planning_wheel::wheel::{Colour, Point, Shape};

/// The shape that an entry has on the wheel; the text beside it says the kind in words.
#[component]
pub(crate) fn Icon(kind: EntryKind, status: EntryStatus, colour: Colour) -> impl IntoView {
    let centre = Point::new(8.0, 8.0);
    let shape = Shape::of(kind);
    let radius = if matches!(shape, Shape::Disc | Shape::Ring) {
        6.0
    } else {
        5.8
    };
    let outline = if kind.is_period() {
        "M1.5 8H14.5".to_owned()
    } else {
        shape.outline(centre, radius).to_string()
    };
    let look = match (kind.is_period(), shape.is_open()) {
        (true, _) => "line",
        (_, true) => "open",
        _ => "",
    };
    let class = format!(
        "icon {} {look} {}",
        paint::colour(colour),
        paint::status(status)
    );
    view! {
        <svg class=class viewBox="0 0 16 16" aria-hidden="true" style=("--own", paint::own(colour))>
            {(shape == Shape::Seal).then(|| view! { <circle class="ring" cx="8" cy="8" r="6.4" /> })}
            <path d=outline />
        </svg>
    }
}
