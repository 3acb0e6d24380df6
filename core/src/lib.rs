//! Headless engine for annual planning wheels.
pub mod calendar;
pub mod document;
pub mod error;
pub mod plan;
pub mod reason;
pub mod text;
pub mod time;
pub mod wheel;
