//! `cargo xtask bench`: criterion, then our date rules beside rrule.js and the wheel beside
//! FullCalendar, each in the same run as its peer; and a person at work in the planner.
use std::fs;
use std::path::Path;

use crate::failure::{Outcome, fail};
use crate::program::CHROMIUM;
use crate::setup::{self, Need};
use crate::{debian, dist, node, page, rust_tools, sys};

const FOLDER: &str = "tests/bench";
/// Written by the Rust bench; `tests/bench/rrule.mjs` tells the shape.
const OURS: &str = "target/bench/rules.json";
const PEER: &str = "target/bench/rrule.json";

/// Runs the benches and prints ratios; judges nothing.
/// `arguments` go to criterion.
pub(crate) fn bench(arguments: &[String]) -> Outcome {
    setup::ensure(&[Need::Node, Need::Packages(FOLDER), Need::Program(&CHROMIUM)])?;
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
    sys::run(&mut ratios, "comparing the numbers")?;

    dist::dist()?;
    println!("\n━━ the wheel beside FullCalendar, in one Chromium");
    let element = page::dist().join(dist::folder());
    in_browser("browser.mjs", &element, "the wheel beside FullCalendar")?;
    println!("\n━━ a person at work in the planner, in the same Chromium");
    in_browser("planner.mjs", &page::dist(), "the planner at work")
}

/// Runs a script that measures what a folder holds, in a real browser.
fn in_browser(script: &str, folder: &Path, what: &str) -> Outcome {
    let mut browser = node::node()?;
    browser
        .arg(sys::root().join(FOLDER).join(script))
        .arg(folder);
    browser.env("CHROMIUM", CHROMIUM.path()?);
    if debian::is_root() {
        // Chromium refuses to build its sandbox as root.
        browser.env("CHROMIUM_FLAGS", "--no-sandbox");
    }
    sys::run(&mut browser, what)
}
