//! `cargo xtask dist`: the page as it is published, with the size of every file.
use crate::failure::Outcome;
use crate::{node, page, sys};

/// Builds into `dist/`, prints sizes and writes `dist/manifest.json`.
pub(crate) fn dist() -> Outcome {
    page::build()?;
    let mut node = node::node()?;
    node.arg(sys::root().join("xtask/scripts/manifest.mjs"));
    sys::run(node.arg(page::dist()), "measuring the page")
}
