//! The window: what went wrong in it, and where its pointer stands.

use js_sys::Function;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent};

thread_local! {
    static ON_CRASH: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Writes the details of a crash to the console, and lets the page know.
pub(crate) fn report_panics(page: Function) {
    ON_CRASH.set(Some(page));
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        ON_CRASH.with_borrow(|page| {
            if let Some(page) = page {
                let _ = page.call0(&JsValue::NULL);
            }
        });
    }));
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

impl Place {
    /// Where it stands in a square with a side of its own units.
    pub(crate) fn on(self, side: f64) -> (f64, f64) {
        (self.x * side, self.y * side)
    }
}

/// Where a pointer clicked; nothing for clicks that no pointer made.
pub(crate) fn place_on(event: &MouseEvent) -> Option<Place> {
    let element: Element = event.current_target()?.dyn_into().ok()?;
    let by_pointer = event.detail() != 0;
    place_in(&element, event).filter(|_| by_pointer)
}

/// Where a pointer stands on an element; nothing when the element has no size.
pub(crate) fn place_in(element: &Element, event: &MouseEvent) -> Option<Place> {
    let frame = element.get_bounding_client_rect();
    let side = frame.width().min(frame.height());
    if side <= 0.0 {
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

/// Whether an element has the focus itself.
#[cfg(feature = "planner")]
pub(crate) fn has_focus(element: &Element) -> bool {
    let inside = element.get_root_node().dyn_into::<web_sys::ShadowRoot>();
    inside.is_ok_and(|inside| inside.active_element().as_ref() == Some(element))
}

/// The `data-entry` of what an event happened on.
pub(crate) fn entry_under(event: &web_sys::Event) -> Option<String> {
    under(event, "data-entry")
}

/// Moves focus to what shows an entry inside an element.
#[cfg(feature = "planner")]
pub(crate) fn focus_entry(inside: &Element, id: &str) {
    let Ok(shown) = inside.query_selector_all("[role=button][data-entry]") else {
        return;
    };
    let shown = (0..shown.length()).filter_map(|at| shown.item(at)?.dyn_into::<Element>().ok());
    let mut own = shown.filter(|one| one.get_attribute("data-entry").as_deref() == Some(id));
    if let Some(element) = own.next() {
        // SVG elements are no HtmlElement, but have the same method.
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// The `data-step` of what an event happened on: how many turns of the wheel it asks for.
pub(crate) fn step_under(event: &web_sys::Event) -> Option<i32> {
    under(event, "data-step")?.parse().ok()
}

/// An attribute of what an event happened on.
fn under(event: &web_sys::Event, name: &str) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element
        .closest(&format!("[{name}]"))
        .ok()??
        .get_attribute(name)
}

/// Reads the file that was chosen in an input and hands over its name and bytes; nothing when none
/// was, or when it cannot be read any more.
#[cfg(feature = "planner")]
pub(crate) fn read_file(event: &web_sys::Event, then: impl FnOnce(String, Vec<u8>) + 'static) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let file = input.and_then(|input| input.files()?.get(0));
    if let Some(file) = file {
        wasm_bindgen_futures::spawn_local(async move {
            let read = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
            if let Ok(bytes) = read {
                then(file.name(), js_sys::Uint8Array::new(&bytes).to_vec());
            }
        });
    }
}
