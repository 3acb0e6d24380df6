//! Calendars and wheels in other formats.

pub mod csv;
pub mod ics;
pub mod json;
pub mod paper;
mod plain;
pub mod svg;

pub use csv::{CsvStyle, Separator, csv};
pub use ics::{Earlier, IcsStyle, Stamp, ics};
pub use paper::{paper_fragment, paper_html, paper_text, paper_wheel};
pub use plain::visible;
pub use svg::{Palette, Rgb, SvgStyle, mandate_svg, svg};
