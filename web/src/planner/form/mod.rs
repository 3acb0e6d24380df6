//! Forms for every part of the plan, made of its schema.
//!
//! A field follows its own value: what else changes does not build it anew, so that focus and what
//! has been typed stay. Leaving a field is one action. A refusal stands beside the field.

mod choice;
mod dates;
mod fields;
mod like;
mod list;
mod merge;
mod part;
mod refer;
mod series;
mod sheet;
mod text;
mod value;
mod words;

pub(crate) use part::PartPane;
pub(crate) use sheet::Sheet;
pub(crate) use words::*;
