//! Building the page.
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::setup::{self, Need};
use crate::{node, rust_tools, sys};

/// The folder that holds the finished page.
pub(crate) fn dist() -> PathBuf {
    sys::root().join("dist")
}

/// Trunk, told to keep to what is on this machine.
pub(crate) fn trunk(command: &str) -> Outcome<Command> {
    let program = rust_tools::trunk()
        .find()
        .ok_or_else(|| Failure::new("trunk is not installed."))?;
    let mut trunk = setup::with_tools(sys::command(program));
    trunk.args([command, "--offline", "--skip-version-check"]);
    // Trunk reads NO_COLOR as true or false only.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// Builds the page into `dist/` as it is published: small wasm, wasm-opt over it.
pub(crate) fn build() -> Outcome {
    let needs = [setup::PAGE, &[Need::Node, Need::Binaryen]].concat();
    setup::ensure(&needs)?;
    rust_tools::fetch()?;
    let mut trunk = trunk("build")?;
    trunk.args(["--release", "--cargo-profile", "wasm"]);
    trunk.args(rust_tools::locked());
    trunk.arg("--dist").arg(dist());
    sys::run(rust_tools::nameless(&mut trunk), "building the page")?;
    let (built, full) = (dist().join("planning-wheel-web_bg.wasm"), full());
    lighten(&built, Some(&full))?;
    shrink(&full)?;
    let planner = dist().join("planning-wheel-planner_bg.wasm");
    lighten(&planner, None)?;
    shrink(&planner)?;
    shrink(&built)
}

/// The page's wasm with what writes files, for the single page, which has nothing beside it.
pub(crate) fn full() -> PathBuf {
    sys::root().join("target/dist/full.wasm")
}

/// Keeps the wasm as it is for the single page, and takes out of it what only that one needs.
fn lighten(built: &Path, full: Option<&Path>) -> Outcome {
    let mut node = node::node()?;
    node.arg(sys::root().join("xtask/scripts/lighten.mjs"));
    sys::run(node.arg(built).args(full), "taking out what writes files")
}

/// Runs wasm-opt on a wasm: after wasm-bindgen, which must come first.
pub(crate) fn shrink(wasm: &Path) -> Outcome {
    let mut node = node::node()?;
    // Rust's linker puts the stack first, so that nothing lies in the lowest kilobyte but the last
    // of a stack that is all but full: what is folded could only stop that a kilobyte earlier.
    // Functions that differ in a constant or a call become one: most stand once for each type.
    node.arg(node::binaryen())
        .args(["--merge-similar-functions", "-Oz"])
        .args(["--low-memory-unused", "--converge"]);
    node.arg(wasm).arg("-o").arg(wasm);
    sys::run(&mut node, "wasm-opt")
}
