//! The calendar files of the four plans, read by the programs of others.
use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, fail};
use crate::setup::{self, Need};
use crate::{browser, node, python, rust_tools, sys};

const FOLDER: &str = "tests/interchange";
const PROGRAM: &str = "planning-wheel-cli";

/// Runs the tests of `tests/interchange/`.
pub(crate) fn test() -> Outcome {
    setup::ensure(&[
        Need::Node,
        Need::Packages(FOLDER),
        Need::PythonPackages(FOLDER),
    ])?;
    let program = program()?;
    let mut node = node::node()?;
    node.args(["--test", "--test-reporter=spec"]);
    node.args(browser::files(&sys::root().join(FOLDER), &[])?);
    node.env("PROGRAM", program)
        .env("PYTHON", python::with_packages(FOLDER));
    sys::run(&mut node, "the interchange tests")
}

/// The program, built anew. Cargo puts it beside this one, which it has built too.
pub(crate) fn program() -> Outcome<PathBuf> {
    let mut cargo = sys::cargo();
    cargo.args(["build", "--package", PROGRAM]);
    sys::run(
        cargo.args(rust_tools::locked()),
        "cargo build of the program",
    )?;
    let here = env::current_exe().ok();
    let profile = here.as_deref().and_then(Path::parent);
    let program = profile.map(|folder| {
        let name = format!("planning-wheel{}", env::consts::EXE_SUFFIX);
        folder.with_file_name("debug").join(name)
    });
    match program.filter(|path| path.is_file()) {
        Some(program) => Ok(program),
        None => fail("cargo build left no planning-wheel beside xtask."),
    }
}
