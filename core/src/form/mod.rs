//! What can be filled in: the schema of a plan as shapes that a form is made of.
//!
//! A form asks for every part of a document without knowing any: what the fields are, which of
//! them must be there, what they refer to and what they are when nothing is said stands in the
//! JSON Schema, which is made from the types. [`Forms`] reads it once.

mod begin;
mod fresh;
mod known;
mod scope;
mod shape;

pub use fresh::{Fresh, copied};
pub use known::{Given, Known, known, referring};
pub use scope::{spread_to, with_same};
pub use shape::{
    Alternative, Choice, Field, Fields, Forms, Number, Shape, Spot, numbered, part_of, steps_of,
};
