//! Headless engine for annual planning wheels.
pub mod time;
