//! `cargo xtask bench`: criterion, then our date rules beside rrule.js in the same run.
use std::fs;

use crate::failure::{Outcome, fail};
use crate::setup::{self, Need};
use crate::{node, rust_tools, sys};

const FOLDER: &str = "tests/bench";
/// Written by the Rust bench; `tests/bench/rrule.mjs` tells the shape.
const OURS: &str = "target/bench/rules.json";
const PEER: &str = "target/bench/rrule.json";

/// Runs the benches and prints how many times faster ours is; judges nothing.
/// `arguments` go to criterion.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    setup::ensure(&[Need::Node, Need::Packages(FOLDER)])?;
    let ours = sys::root().join(OURS);
    // An older run's numbers must not pass for this one's.
    let _ = fs::remove_file(&ours);

    let mut cargo = sys::cargo();
    cargo.args(["bench", "--package", "planning-wheel-tests", "--bench", "*"]);
    cargo.args(rust_tools::locked());
    if !arguments.is_empty() {
        cargo.arg("--").args(arguments);
    }
    sys::run(&mut cargo, "cargo bench")?;

    println!("\n━━ rrule.js on the same rules");
    let script = |name: &str| sys::root().join(FOLDER).join(name);
    let mut peer = node::node()?;
    peer.arg(script("rrule.mjs")).arg(sys::root().join(PEER));
    sys::run(&mut peer, "rrule.js")?;

    if !ours.is_file() {
        return fail(format!(
            "The Rust bench wrote no {OURS}, so there is nothing to compare."
        ));
    }
    println!("\n━━ ratios: nanoseconds per occurrence, rrule.js over ours");
    let mut ratios = node::node()?;
    ratios.arg(script("ratios.mjs"));
    ratios.arg(&ours).arg(sys::root().join(PEER));
    sys::run(&mut ratios, "comparing the numbers")
}
