//! Reading and writing documents: every problem with its place, any bytes without a panic, and
//! nothing lost on the way through a file.

mod any;
mod files;
mod follow;
mod limits;
mod places;
mod schema;
mod syntax;
mod types;

use planning_wheel::document::parse;
use planning_wheel::error::Problems;

/// A plan with a bit of everything.
const SAMPLE: &str = include_str!("../../data/sample_plan.json");

fn problems_of(text: impl AsRef<[u8]>) -> Problems {
    parse(text.as_ref()).err().unwrap_or_default()
}
