//! The planning wheel in a browser.
//!
//! The core computes; this crate shows what it gave and sends back what the person did. One signal
//! holds what is looked at (`state::View`), memos hold what follows from it, and only
//! `platform` touches the clock, the address and the window.

// The component macro makes every component `pub` inside its module.
#![allow(unreachable_pub)]

mod app;
mod model;
mod plans;
mod platform;
mod shared;
mod state;
mod view;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the page into the element with the id `app`.
#[wasm_bindgen(start)]
pub fn start() {
    platform::window::report_panics();
    if let Some(root) = platform::window::empty_root() {
        leptos::mount::mount_to(root, app::App).forget();
    }
}
