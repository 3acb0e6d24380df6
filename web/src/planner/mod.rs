//! The planner: make next year's wheel, simulate the next mandate period.
//!
//! A plan that is worked on is a [`planning_wheel::session::Session`], held by one `bench::Bench`;
//! every change is an action of the core. What is being tried – a meeting in the hand – is shown as
//! if it were done, and kept only when it is let go. The screens hold no rules of their own.

mod app;
mod bench;
mod bring;
mod consequences;
pub mod door;
mod drag;
mod form;
mod guide;
mod history;
mod holder;
mod keep;
mod meeting;
mod newer;
mod others;
mod outline;
mod papers;
mod review;
mod simulate;
mod sources;
mod take;
mod top;
mod words;
mod years;

/// Years have four digits, so that whoever types a day goes on to its month without a key more.
const LAST_DAY: &str = "9999-12-31";
