//! The headless core as a JavaScript module: for pages, and as an npm package.
use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::setup::{self, Need};
use crate::{browser, interchange, node, page, rust_tools, sys};

const PACKAGE: &str = "planning-wheel-module";
const FOLDER: &str = "tests/module";

/// Builds the module into a folder, as the npm package holds it.
pub(crate) fn build(version: &str) -> Outcome<PathBuf> {
    let bound = sys::root().join("target/dist/module");
    bind(&bound)?;
    let folder = sys::root().join("target/dist/core");
    let mut node = node::node()?;
    node.arg(sys::root().join("xtask/scripts/module.mjs"));
    node.arg(&bound).arg(sys::root()).arg(node::esbuild());
    node.arg(version).arg(&folder);
    sys::run(&mut node, "packing the module")?;
    Ok(folder)
}

/// Packs the module as npm publishes it, for everybody and for the tests.
pub(crate) fn pack(folder: &Path) -> Outcome {
    node::pack(folder, &page::dist().join("npm"))
}

/// Runs the tests of `tests/module/` on the package in `dist/`.
pub(crate) fn test() -> Outcome {
    setup::ensure(&[Need::Node, Need::Packages(FOLDER)])?;
    let package = format!("npm/planning-wheel-core-{}.tgz", env!("CARGO_PKG_VERSION"));
    let program = interchange::program()?;
    let mut node = node::node()?;
    node.args(["--test", "--test-reporter=spec"]);
    node.args(browser::files(&sys::root().join(FOLDER), &[])?);
    node.env("PACKAGE", page::dist().join(package))
        .env("PROGRAM", program);
    sys::run(&mut node, "the module's tests")
}

/// Compiles the crate, and lets wasm-bindgen and wasm-opt make of it what a browser loads.
fn bind(folder: &Path) -> Outcome {
    let mut cargo = sys::cargo();
    cargo.args(["build", "--package", PACKAGE, "--profile", "wasm"]);
    cargo.args(["--target", rust_tools::WASM]);
    cargo.args(rust_tools::locked());
    sys::run(
        rust_tools::nameless(&mut cargo),
        "cargo build of the module",
    )?;
    let program = rust_tools::wasm_bindgen()?
        .find()
        .ok_or_else(|| Failure::new("wasm-bindgen is not installed."))?;
    let mut bindgen = sys::command(program);
    bindgen.args(["--target", "web", "--no-typescript"]);
    bindgen.args(["--out-name", PACKAGE, "--out-dir"]);
    bindgen.arg(folder).arg(built()?);
    sys::run(&mut bindgen, "wasm-bindgen")?;
    page::shrink(&folder.join(format!("{PACKAGE}_bg.wasm")))
}

/// The compiled crate. Cargo puts it into the folder in which this program lies too.
fn built() -> Outcome<PathBuf> {
    let here = env::current_exe().ok();
    let target = here
        .as_deref()
        .and_then(Path::parent)
        .and_then(Path::parent);
    let target = target.ok_or_else(|| Failure::new("xtask lies in no target folder."))?;
    let folder = target.join(rust_tools::WASM).join("wasm");
    Ok(folder
        .join(PACKAGE.replace('-', "_"))
        .with_extension("wasm"))
}
