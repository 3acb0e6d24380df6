//! What stands on the page: each view reads values from its context, draws with a pen and sends actions.

mod about;
mod agenda;
pub(crate) mod board;
mod coming;
pub(crate) mod detail;
#[cfg(feature = "planner")]
pub(crate) mod drawing;
mod filters;
mod find;
mod findings;
pub(crate) mod header;
mod icon;
mod key;
pub(crate) mod live;
pub(crate) mod message;
mod once;
mod paint;
pub(crate) mod pen;
mod row;
pub(crate) mod take;
pub(crate) mod wheel;
pub(crate) mod zoom;
