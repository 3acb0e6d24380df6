//! What is lit: the chosen entry and its chain, while the rest steps back.

use crate::view::paint;
use planning_wheel::wheel::{Emphasis, Wheel};
use web_sys::Element;

/// Kinds of elements that can be lit.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Tail,
    Thread,
    Arrow,
    Mark,
    Span,
    Week,
}

/// The elements of a picture that can be lit, each as it is now.
#[derive(Default)]
pub(super) struct Lights(Vec<Light>);

struct Light {
    kind: Kind,
    /// Place among those of its kind in the wheel.
    place: usize,
    element: Element,
    class: String,
    shown: Emphasis,
}

impl Lights {
    /// An element that shines as usual now, with its class.
    pub(super) fn add(&mut self, kind: Kind, place: usize, element: &Element, class: String) {
        self.0.push(Light {
            kind,
            place,
            element: element.clone(),
            class,
            shown: Emphasis::Normal,
        });
    }

    /// Lights the picture as a wheel says that has the same elements; touches only what changes.
    pub(super) fn shine(&mut self, wheel: &Wheel) {
        for light in &mut self.0 {
            let asked = emphasis(wheel, light.kind, light.place).unwrap_or_default();
            if asked != light.shown {
                light.shown = asked;
                let class = format!("{} {}", light.class, paint::emphasis(asked));
                let _ = light.element.set_attribute("class", &class);
            }
        }
    }
}

fn emphasis(wheel: &Wheel, kind: Kind, place: usize) -> Option<Emphasis> {
    match kind {
        Kind::Tail => wheel.tails.get(place).map(|tail| tail.emphasis),
        Kind::Thread => wheel.threads.get(place).map(|thread| thread.emphasis),
        Kind::Arrow => wheel.arrows.get(place).map(|arrow| arrow.emphasis),
        Kind::Mark => wheel.marks.get(place).map(|mark| mark.emphasis),
        Kind::Span => wheel.spans.get(place).map(|span| span.emphasis),
        Kind::Week => wheel.density.get(place).map(|cell| cell.emphasis),
    }
}
