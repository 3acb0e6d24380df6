//! Headless engine for annual planning wheels.
pub mod document;
pub mod error;
pub mod text;
pub mod time;
