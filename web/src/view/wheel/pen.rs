//! Draws one element of the picture after the other.
//!
//! A wheel has thousands of elements and all of them are finished values, so they are made
//! directly: no view, no signal and no type for each.

use crate::view::paint;
use planning_wheel::wheel::{ArcText, Colour, Number, Path, Point};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, SvgElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Attributes with their values.
type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Puts new elements into one element.
#[derive(Clone)]
pub(super) struct Pen {
    document: Document,
    into: Element,
}

impl Pen {
    pub(super) fn new(into: Element) -> Option<Self> {
        let document = into.owner_document()?;
        Some(Self { document, into })
    }

    /// The element that it draws into.
    pub(super) fn element(&self) -> &Element {
        &self.into
    }

    /// An element; the pen that comes back draws into it.
    pub(super) fn draw(&self, name: &str, attributes: Attributes<'_>) -> Self {
        let Ok(element) = self.document.create_element_ns(Some(SVG), name) else {
            return self.clone();
        };
        for (name, value) in attributes {
            // Refused are only names that no attribute may have.
            let _ = element.set_attribute(name, value);
        }
        let _ = self.into.append_child(&element);
        Self {
            document: self.document.clone(),
            into: element,
        }
    }

    pub(super) fn path(&self, class: &str, outline: &str) -> Self {
        self.draw("path", &[("class", class), ("d", outline)])
    }

    pub(super) fn circle(&self, class: &str, centre: (&str, &str), radius: f64) -> Self {
        let radius = Number(radius).to_string();
        let (x, y) = centre;
        self.draw(
            "circle",
            &[("class", class), ("cx", x), ("cy", y), ("r", &radius)],
        )
    }

    /// Where a week or a month of the rim begins.
    pub(super) fn tick(&self, path: &Path) {
        self.path("week-tick", &path.to_string());
    }

    /// The name of a week or a month of the rim; the current one stands out.
    pub(super) fn tick_name(&self, at: Point, name: &str, current: bool) {
        let class = if current { "week current" } else { "week" };
        let (x, y) = (Number(at.x).to_string(), Number(at.y + 3.5).to_string());
        self.draw("text", &[("class", class), ("x", &x), ("y", &y)])
            .write(name);
    }

    /// A group that only eyes need: what it shows is said elsewhere.
    pub(super) fn unseen_group(&self) -> Self {
        self.draw("g", &[("aria-hidden", "true")])
    }

    /// What is shown of an element when a pointer rests on it.
    pub(super) fn title(&self, words: &str) {
        self.draw("title", &[]).write(words);
    }

    pub(super) fn write(&self, words: &str) {
        self.into.set_text_content(Some(words));
    }

    /// A text on its path; `name` makes the path's id unique in the picture.
    pub(super) fn on_arc(&self, text: &ArcText, name: &str, class: &str) {
        let path = [
            ("id", name),
            ("class", "track"),
            ("d", &text.path.to_string()),
        ];
        self.draw("path", &path);
        let size = Number(text.size).to_string();
        let line = [
            ("class", class),
            ("font-size", &size),
            ("aria-hidden", "true"),
        ];
        let along = [("href", &*format!("#{name}")), ("startOffset", "50%")];
        self.draw("text", &line)
            .draw("textPath", &along)
            .write(&text.text);
    }

    /// Gives the element the colour that the plan names, if it names one.
    pub(super) fn own_colour(self, colour: Colour) -> Self {
        if let (Some(own), Some(element)) = (paint::own(colour), self.into.dyn_ref::<SvgElement>())
        {
            let _ = element.style().set_property("--own", &own);
        }
        self
    }
}
