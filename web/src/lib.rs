//! The planning wheel in a browser.
//!
//! The core computes; this crate shows what it gave and sends back what the person did. Each wheel
//! on a page is an [`element::Instance`], held by the custom element of `planning-wheel.js`. One
//! signal holds what is looked at (`state::View`), memos hold what follows from it, and only
//! `platform` touches the clock, the host and the window.

// The component macro makes every component `pub` inside its module.
#![allow(unreachable_pub)]

mod address;
mod app;
pub mod element;
#[cfg(all(test, target_arch = "wasm32"))]
mod in_browser;
mod model;
#[cfg(feature = "planner")]
pub mod planner;
mod plans;
mod platform;
mod shared;
mod signals;
mod state;
mod taking;
mod turns;
mod view;
mod words;
