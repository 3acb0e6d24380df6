//! The document around the page: where it stands, what has focus, what went wrong.

use planning_wheel::time::Lang;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, HtmlElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element that the page is put into, without what stood there while it started.
pub(crate) fn empty_root() -> Option<HtmlElement> {
    let root = document()?.get_element_by_id("app")?;
    root.set_text_content(None);
    root.dyn_into().ok()
}

/// Shows the sentence about failures, and writes the details to the console.
pub(crate) fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        if let Some(document) = document() {
            if let Some(shown) = document.get_element_by_id("run-error") {
                let _ = shown.remove_attribute("hidden");
            }
            if let Some(root) = document.document_element() {
                let _ = root.set_attribute("data-wasm", "failed");
            }
        }
    }));
}

/// The language of the page.
pub(crate) fn language() -> Lang {
    let root = document().and_then(|document| document.document_element());
    match root.and_then(|root| root.get_attribute("lang")) {
        Some(lang) if lang.starts_with("en") => Lang::En,
        _ => Lang::Sv,
    }
}

/// Sets the title of the window.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves focus to an element without scrolling.
pub(crate) fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    // SVG elements are no HtmlElement, but have the same method.
    if let Some(element) = element {
        let _ = element.unchecked_into::<HtmlElement>().focus();
    }
}

/// Brings an element into its scrolling frame, by no more than needed.
pub(crate) fn reveal(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(element) = element.filter(|element| element.client_height() > 0) else {
        return;
    };
    let how = ScrollIntoViewOptions::new();
    how.set_block(ScrollLogicalPosition::Nearest);
    how.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&how);
}

/// Opens the browser's print dialogue.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Where a pointer stands on an element that shows a square in its middle.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Part of the square's width, from 0 to 1.
    pub(crate) x: f64,
    /// Part of the square's height, from 0 to 1.
    pub(crate) y: f64,
    /// The side of the square in pixels.
    pub(crate) side: f64,
}

/// Where a pointer clicked; nothing for clicks that no pointer made.
pub(crate) fn place_on(event: &MouseEvent) -> Option<Place> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let frame = element.get_bounding_client_rect();
    let side = frame.width().min(frame.height());
    if event.detail() == 0 || side <= 0.0 {
        return None;
    }
    let left = frame.left() + (frame.width() - side) / 2.0;
    let top = frame.top() + (frame.height() - side) / 2.0;
    Some(Place {
        x: (f64::from(event.client_x()) - left) / side,
        y: (f64::from(event.client_y()) - top) / side,
        side,
    })
}

/// The `data-entry` of what an event happened on.
pub(crate) fn entry_under(event: &web_sys::Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element
        .closest("[data-entry]")
        .ok()??
        .get_attribute("data-entry")
}
