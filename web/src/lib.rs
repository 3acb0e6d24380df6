//! The planning wheel in a browser.
