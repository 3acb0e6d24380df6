//! Headless engine for annual planning wheels, strategic cycles tied to mandate
//! periods, and reporting deadlines.
//!
//! Everything is a value. A file becomes a [`document::PlanDocument`], a checked
//! document becomes a [`plan::Plan`], a plan and a range of days become a
//! [`calendar::Calendar`] whose entries say why they fall on their days, and a
//! calendar becomes [`findings`] and a [`wheel`]. Nothing here reads a clock, a
//! file or a network, and no input makes it panic.

pub mod calendar;
pub mod compute;
pub mod document;
pub mod error;
pub mod export;
pub mod findings;
pub mod form;
pub mod import;
mod letters;
mod map;
pub mod merge;
mod order;
pub mod paper;
pub mod placement;
pub mod plan;
mod read;
pub mod reason;
pub mod scenario;
pub mod session;
pub mod text;
pub mod time;
pub mod wheel;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
