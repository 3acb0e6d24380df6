//! The planning wheel in a terminal.
