//! The element that the wheel stands in: what it is told, and what is found inside it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// The custom element, as far as the wheel knows it.
    pub type Host;

    /// Where the wheel is drawn.
    #[wasm_bindgen(method, getter)]
    fn frame(this: &Host) -> HtmlElement;

    /// Sends an event to the page.
    #[wasm_bindgen(method)]
    fn tell(this: &Host, event: &str, detail: &JsValue);

    /// Makes a file, a link or code of what is shown; `Instance::taking` tells what comes of it.
    #[wasm_bindgen(method)]
    fn take(this: &Host, what: &str);

    /// Whether there is code that puts the wheel on another page.
    #[wasm_bindgen(method, getter)]
    fn embeds(this: &Host) -> bool;

    /// Makes what is written down inside an element.
    #[wasm_bindgen(method, catch)]
    fn draw(this: &Host, into: &Element, written: &str) -> Result<Array, JsValue>;

    /// Prints the wheel and nothing of the page around it.
    #[wasm_bindgen(method)]
    fn print(this: &Host);

    /// Fetches the plan once more.
    #[wasm_bindgen(method)]
    fn again(this: &Host);
}

#[cfg(feature = "planner")]
#[wasm_bindgen]
extern "C" {
    /// Does something with the plans that are kept; `Planner::kept` tells what comes of it.
    #[wasm_bindgen(method)]
    fn shelf(this: &Host, what: &str, detail: &JsValue);
}

#[cfg(feature = "planner")]
impl Host {
    pub(crate) fn ask(&self, what: &str, detail: Detail) {
        self.shelf(what, &detail.0);
    }
}

impl Host {
    pub(crate) fn root(&self) -> HtmlElement {
        self.frame()
    }

    pub(crate) fn send(&self, event: &str, detail: Detail) {
        self.tell(event, &detail.0);
    }

    pub(crate) fn taken(&self, what: &str) {
        self.take(what);
    }

    pub(crate) fn has_code(&self) -> bool {
        self.embeds()
    }

    pub(crate) fn drawn(&self, into: &Element, written: &str) -> Array {
        // What is half drawn is not what the plan says: it ends as every other crash does.
        self.draw(into, written)
            .unwrap_or_else(|error| panic!("the page cannot draw: {error:?}"))
    }

    pub(crate) fn put_on_paper(&self) {
        self.print();
    }

    pub(crate) fn try_again(&self) {
        self.again();
    }

    /// The wheel's element with an id: ids are the shadow root's own.
    pub(crate) fn element(&self, id: &str) -> Option<Element> {
        let inside: ShadowRoot = self.frame().get_root_node().dyn_into().ok()?;
        inside.get_element_by_id(id)
    }

    /// Moves focus to an element.
    pub(crate) fn focus(&self, id: &str) {
        // SVG elements are no HtmlElement, but have the same method.
        if let Some(element) = self.element(id) {
            let _ = element.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// Brings a line of the lists into view. The page around the wheel scrolls only while the
    /// person is in the wheel: choosing for them must not move what they read.
    pub(crate) fn reveal(&self, id: &str) {
        let line = self.element(id);
        let Some(line) = line.filter(|line| line.client_height() > 0) else {
            return;
        };
        match line.closest(".lists").ok().flatten() {
            Some(lists) if lists.scroll_height() > lists.client_height() => scroll(&lists, &line),
            _ if self.has_focus() => {
                let how = ScrollIntoViewOptions::new();
                how.set_block(ScrollLogicalPosition::Nearest);
                line.scroll_into_view_with_scroll_into_view_options(&how);
            }
            _ => {}
        }
    }

    fn has_focus(&self) -> bool {
        self.focused().is_some()
    }

    /// What has focus inside.
    pub(crate) fn focused(&self) -> Option<Element> {
        let inside: ShadowRoot = self.frame().get_root_node().dyn_into().ok()?;
        inside.active_element()
    }
}

/// Scrolls a frame by no more than shows the whole line.
fn scroll(frame: &Element, line: &Element) {
    let (inside, own) = (
        frame.get_bounding_client_rect(),
        line.get_bounding_client_rect(),
    );
    let above = (own.top() - inside.top()).min(0.0);
    let below = (own.bottom() - inside.bottom()).max(0.0);
    #[allow(clippy::cast_possible_truncation)] // Pixels of one page.
    let by = (above + below).round() as i32;
    frame.set_scroll_top(frame.scroll_top() + by);
}

/// What an event carries.
#[derive(Default)]
pub(crate) struct Detail(Object);

impl Detail {
    /// Nothing is chosen.
    pub(crate) fn none() -> Self {
        Self::default().with("id", JsValue::NULL)
    }

    pub(crate) fn with(self, name: &str, value: impl Into<JsValue>) -> Self {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&self.0, &name.into(), &value.into());
        self
    }

    pub(crate) fn list<T: Into<JsValue>>(
        self,
        name: &str,
        values: impl Iterator<Item = T>,
    ) -> Self {
        let list: Array = values.map(Into::into).collect();
        self.with(name, list)
    }
}

impl From<Detail> for JsValue {
    fn from(detail: Detail) -> Self {
        detail.0.into()
    }
}
