//! What the components show, as plain values.

pub(crate) mod agenda;
pub(crate) mod coming;
pub(crate) mod detail;
pub(crate) mod filter;
pub(crate) mod found;
pub(crate) mod mandate;
pub(crate) mod take;
pub(crate) mod wheel;
pub(crate) mod year;
