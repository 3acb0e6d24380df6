//! What is lit: the chosen entry and its chain, while the rest steps back.

use crate::view::paint;
use crate::view::pen::Drawn;
use planning_wheel::wheel::{Emphasis, MandateWheel, Wheel};

/// Kinds of elements that can be lit.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Tail,
    Thread,
    Arrow,
    Mark,
    Span,
    Week,
    /// A period of a mandate period.
    Band,
    /// The meetings of a month.
    Month,
    /// The way to a decision.
    Lead,
    /// A decision by those who step down.
    Handover,
}

/// The elements of a picture that can be lit, each as it is now.
#[derive(Default)]
pub(super) struct Lights {
    lights: Vec<Light>,
    drawn: Drawn,
}

struct Light {
    kind: Kind,
    /// Place among those of its kind in the wheel.
    place: usize,
    /// Number of its element.
    element: usize,
    class: String,
    shown: Emphasis,
}

impl Lights {
    /// An element that shines as usual now, with its class.
    pub(super) fn add(&mut self, kind: Kind, place: usize, element: usize, class: String) {
        self.lights.push(Light {
            kind,
            place,
            element,
            class,
            shown: Emphasis::Normal,
        });
    }

    /// The picture is drawn: its elements are there.
    pub(super) fn fix(&mut self, drawn: Drawn) {
        self.drawn = drawn;
    }

    /// Lights the picture as a wheel says that has the same elements; touches only what changes.
    pub(super) fn shine(&mut self, wheel: &impl Lit) {
        for light in &mut self.lights {
            let asked = wheel.emphasis(light.kind, light.place).unwrap_or_default();
            if asked != light.shown {
                light.shown = asked;
                let class = format!("{} {}", light.class, paint::emphasis(asked));
                if let Some(element) = self.drawn.element(light.element) {
                    let _ = element.set_attribute("class", &class);
                }
            }
        }
    }
}

/// A picture that knows how each of its parts stands to the chosen entry.
pub(super) trait Lit {
    fn emphasis(&self, kind: Kind, place: usize) -> Option<Emphasis>;
}

impl Lit for Wheel {
    fn emphasis(&self, kind: Kind, place: usize) -> Option<Emphasis> {
        match kind {
            Kind::Tail => self.tails.get(place).map(|tail| tail.emphasis),
            Kind::Thread => self.threads.get(place).map(|thread| thread.emphasis),
            Kind::Arrow => self.arrows.get(place).map(|arrow| arrow.emphasis),
            Kind::Mark => self.marks.get(place).map(|mark| mark.emphasis),
            Kind::Span => self.spans.get(place).map(|span| span.emphasis),
            Kind::Week => self.density.get(place).map(|cell| cell.emphasis),
            Kind::Band | Kind::Month | Kind::Lead | Kind::Handover => None,
        }
    }
}

impl Lit for MandateWheel {
    fn emphasis(&self, kind: Kind, place: usize) -> Option<Emphasis> {
        match kind {
            Kind::Mark => self.marks.get(place).map(|mark| mark.emphasis),
            Kind::Band => self.bands.get(place).map(|band| band.emphasis),
            Kind::Month => self.cells.get(place).map(|cell| cell.emphasis),
            Kind::Lead => self.leads.get(place).map(|lead| lead.emphasis),
            Kind::Handover => self.handovers.get(place).map(|way| way.emphasis),
            Kind::Tail | Kind::Thread | Kind::Arrow | Kind::Span | Kind::Week => None,
        }
    }
}
