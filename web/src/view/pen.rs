//! Draws one element after the other.
//!
//! A wheel has thousands of elements and all of them are finished values, so they are written down
//! and made in one go: no view, no signal and no type for each.

use crate::state::Desk;
use crate::view::paint;
use js_sys::Array;
use planning_wheel::wheel::{ArcText, Colour, Number, Path, Point};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Begins what is written about an element.
const ABOUT: char = '\u{1e}';
/// Parts the fields of a record.
const FIELD: char = '\u{1f}';

/// Attributes with their values.
type Attributes<'a> = &'a [(&'a str, &'a str)];

/// What is done with an element as soon as it is there.
type Then = Box<dyn FnOnce(Element)>;

/// What is written down, as `draw.js` reads it.
#[derive(Default)]
struct Sheet {
    written: String,
    /// How many elements are written down.
    count: usize,
    /// The element that is written about.
    about: usize,
    /// What is done with elements by number, once all are there.
    then: Vec<(usize, Then)>,
}

impl Sheet {
    fn field(&mut self, text: &str) {
        // What parts fields cannot be part of one: nobody sees it.
        if text.contains([ABOUT, FIELD]) {
            self.written.extend(text.split([ABOUT, FIELD]));
        } else {
            self.written.push_str(text);
        }
        self.written.push(FIELD);
    }

    /// Goes on about an element, or about a new one in it.
    fn turn(&mut self, element: usize, name: &str) {
        self.written.push(ABOUT);
        self.written.push_str(&element.to_string());
        self.written.push(FIELD);
        self.field(name);
    }

    fn element(&mut self, into: usize, name: &str) -> usize {
        self.turn(into, name);
        self.count += 1;
        self.about = self.count;
        self.count
    }

    fn set(&mut self, element: usize, name: &str, value: &str) {
        if self.about != element {
            self.turn(element, "");
            self.about = element;
        }
        self.field(name);
        self.field(value);
    }
}

/// The elements of a finished sheet by their numbers.
#[derive(Clone, Default)]
pub(crate) struct Drawn(Array);

impl Drawn {
    pub(crate) fn element(&self, number: usize) -> Option<Element> {
        let element = self.0.get(u32::try_from(number).ok()?);
        element.dyn_into().ok()
    }
}

/// Puts new elements into one element.
#[derive(Clone, Default)]
pub(crate) struct Pen {
    sheet: Rc<RefCell<Sheet>>,
    /// Number of the element that it draws into.
    into: usize,
}

impl Pen {
    /// Makes all that this pen and those of the same sheet have written down, inside an element.
    pub(crate) fn finish(&self, desk: Desk, into: &Element) -> Drawn {
        let sheet = self.sheet.take();
        let drawn = Drawn(desk.draw(into, &sheet.written));
        for (number, then) in sheet.then {
            if let Some(element) = drawn.element(number) {
                then(element);
            }
        }
        drawn
    }

    /// Does something with the element as soon as it is there.
    pub(crate) fn then(&self, then: impl FnOnce(Element) + 'static) {
        let then = (self.into, Box::new(then) as Then);
        self.sheet.borrow_mut().then.push(then);
    }

    /// Number of the element that it draws into.
    pub(crate) fn number(&self) -> usize {
        self.into
    }

    /// An element; the pen that comes back draws into it.
    pub(crate) fn draw(&self, name: &str, attributes: Attributes<'_>) -> Self {
        let into = self.sheet.borrow_mut().element(self.into, name);
        let pen = Self {
            sheet: Rc::clone(&self.sheet),
            into,
        };
        for (name, value) in attributes {
            pen.set(name, value);
        }
        pen
    }

    /// An element with a text in it; the pen that comes back draws into it too.
    pub(crate) fn say(&self, name: &str, class: &str, words: &str) -> Self {
        let said = self.draw(name, &[]);
        if !class.is_empty() {
            said.set("class", class);
        }
        said.write(words);
        said
    }

    /// A button with its name in it.
    pub(crate) fn button(&self, class: &str, words: &str) -> Self {
        let button = self.say("button", class, words);
        button.set("type", "button");
        button
    }

    /// Something folded together under its name: the pen that comes back draws inside.
    pub(crate) fn card(&self, name: &str) -> Self {
        let card = self.draw("details", &[("class", "card"), ("name", "card")]);
        card.say("summary", "", name);
        card.inside(name)
    }

    /// The inside of a card that has its name.
    pub(crate) fn inside(&self, name: &str) -> Self {
        let inside = [
            ("class", "inside"),
            ("tabindex", "0"),
            ("role", "group"),
            ("aria-label", name),
        ];
        self.draw("div", &inside)
    }

    /// Gives the element an attribute.
    pub(crate) fn set(&self, name: &str, value: &str) {
        self.sheet.borrow_mut().set(self.into, name, value);
    }

    pub(crate) fn path(&self, class: &str, outline: &str) -> Self {
        self.draw("path", &[("class", class), ("d", outline)])
    }

    pub(crate) fn circle(&self, class: &str, centre: (&str, &str), radius: f64) -> Self {
        let radius = Number(radius).to_string();
        let (x, y) = centre;
        self.draw(
            "circle",
            &[("class", class), ("cx", x), ("cy", y), ("r", &radius)],
        )
    }

    /// Where a week or a month of the rim begins.
    pub(crate) fn tick(&self, path: &Path) {
        self.path("week-tick", &path.to_string());
    }

    /// The name of a week or a month of the rim; the current one stands out.
    pub(crate) fn tick_name(&self, at: Point, name: &str, current: bool) {
        let class = if current { "week current" } else { "week" };
        let (x, y) = (Number(at.x).to_string(), Number(at.y + 3.5).to_string());
        self.draw("text", &[("class", class), ("x", &x), ("y", &y)])
            .write(name);
    }

    /// A group that only eyes need: what it shows is said elsewhere.
    pub(crate) fn unseen_group(&self) -> Self {
        self.draw("g", &[("aria-hidden", "true")])
    }

    /// What is shown of an element when a pointer rests on it.
    pub(crate) fn title(&self, words: &str) {
        self.draw("title", &[]).write(words);
    }

    pub(crate) fn write(&self, words: &str) {
        self.set("", words);
    }

    /// A text on its path; `name` makes the path's id unique in the picture.
    pub(crate) fn on_arc(&self, text: &ArcText, name: &str, class: &str) {
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
    pub(crate) fn own_colour(self, colour: Colour) -> Self {
        if let Some(own) = paint::own(colour) {
            self.set("--own", &own);
        }
        self
    }
}
