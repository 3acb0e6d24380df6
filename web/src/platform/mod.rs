//! The only files that touch the clock, the address, the network and the window.

pub(crate) mod address;
pub(crate) mod clock;
pub(crate) mod fetch;
pub(crate) mod window;
