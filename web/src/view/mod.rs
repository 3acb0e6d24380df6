//! Components: each reads values from its context and sends actions.

mod about;
mod agenda;
pub(crate) mod board;
mod coming;
pub(crate) mod detail;
mod filters;
mod find;
mod findings;
pub(crate) mod header;
mod icon;
mod key;
pub(crate) mod message;
mod once;
mod paint;
mod pen;
mod row;
pub(crate) mod take;
pub(crate) mod wheel;
pub(crate) mod zoom;
