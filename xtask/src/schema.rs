//! `cargo xtask schema`: the JSON Schema of the plan document, from the types.
use std::process::Stdio;

use crate::failure::{Failure, Outcome, fail};
use crate::{rust_tools, sys};

/// Writes `plans/schema.json` as the command-line program prints it.
pub(crate) fn schema() -> Outcome {
    let mut cargo = sys::cargo();
    cargo.args(["run", "--quiet", "--package", "planning-wheel-cli"]);
    cargo.args(rust_tools::locked()).args(["--", "schema"]);
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cargo run could not start: {error}.")))?;
    if !output.status.success() || output.stdout.is_empty() {
        return fail("`planning-wheel schema` printed no schema; the output above says why.");
    }
    sys::write(&sys::root().join("plans/schema.json"), output.stdout)?;
    println!("plans/schema.json is written.");
    Ok(())
}
