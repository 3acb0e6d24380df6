//! Tests that need a browser: `cargo xtask test --only web`.
//!
//! The browser is asked, where it knows the answer itself: how an address is read, which day it is.

mod address;
mod clock;
mod host;
mod live;
mod pen;
mod signals;
mod window;

use crate::platform::host::Host;
use crate::signals::Signal;
use crate::state::{Desk, Stand, View};
use crate::taking::Taking;
use crate::view::pen::Pen;
use any_spawner::Executor;
use chrono::NaiveDate;
use js_sys::Function;
use leptos::prelude::{Owner, StoredValue, provide_context};
use planning_wheel::time::Lang;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::{Element, HtmlElement, ShadowRoot};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(module = "/draw.js")]
extern "C" {
    /// What draws on the page, as a wheel is given it.
    #[wasm_bindgen(thread_local_v2, js_name = draw)]
    static DRAW: JsValue;
}

/// What a custom element is to the wheel: a frame in a shadow root, in the page, and what draws.
const HOST: &str = "
    const frame = document.createElement('div');
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(frame);
    document.body.append(outer);
    return { frame, draw };
";

/// A wheel's place in the page; it goes when the test ends.
struct Bench {
    owner: Owner,
    /// Where a wheel would be drawn.
    frame: Element,
    desk: Desk,
}

impl Bench {
    fn new() -> Self {
        // Already there is as good as there now.
        let _ = Executor::init_wasm_bindgen();
        let make = Function::new_with_args("draw", HOST);
        let host = DRAW.with(|draw| make.call1(&JsValue::NULL, draw));
        let host: Host = host.expect("a host").unchecked_into();
        let frame = Element::from(host.root());
        let owner = Owner::new();
        let desk = owner.with(|| {
            let stand = Stand {
                view: Signal::new(View::new(2027)),
                lang: Signal::new(Lang::Sv),
                today: Signal::new(NaiveDate::default()),
                taking: Signal::new(Taking::default()),
                host: StoredValue::new_local(host),
            };
            let desk = Desk::new(stand, Lang::Sv);
            provide_context(desk);
            desk
        });
        Self { owner, frame, desk }
    }

    /// Draws in the frame, at once.
    fn draw(&self, draw: impl FnOnce(&Pen)) {
        self.with(|| {
            let pen = Pen::default();
            draw(&pen);
            pen.finish(self.desk, &self.frame);
        });
    }

    /// Does something that belongs to the wheel.
    fn with<T>(&self, act: impl FnOnce() -> T) -> T {
        self.owner.with(act)
    }

    /// The first element inside that a selector names.
    fn find(&self, selector: &str) -> Element {
        let found = self.frame.query_selector(selector).ok().flatten();
        found.unwrap_or_else(|| panic!("no {selector}"))
    }

    fn text(&self) -> String {
        self.frame.text_content().unwrap_or_default()
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        self.owner.cleanup();
        if let Ok(inside) = self.frame.get_root_node().dyn_into::<ShadowRoot>() {
            inside.host().remove();
        }
    }
}

/// Lets what follows a change happen.
async fn settle() {
    Executor::tick().await;
}

fn press(element: &Element) {
    element.unchecked_ref::<HtmlElement>().click();
}
