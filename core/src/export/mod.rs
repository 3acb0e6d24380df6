//! Calendars and wheels in other formats.

pub mod svg;

pub use svg::{Palette, Rgb, SvgStyle, svg};
