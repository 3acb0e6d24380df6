//! The planning wheel in a terminal.
fn main() {}
