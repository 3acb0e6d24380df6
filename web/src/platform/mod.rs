//! The only files that touch the clock, the host and the window.

pub(crate) mod clock;
pub(crate) mod host;
pub(crate) mod window;
