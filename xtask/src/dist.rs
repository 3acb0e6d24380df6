//! `cargo xtask dist`: everything that is published, with the size and hash of every file.
//!
//! `dist/` is the full page. In it are `vVERSION/`, the folder to place on a site (the element,
//! the frame page, the core as a module, examples), `npm/`, that module as a package, `single/`, one
//! HTML file for each plan, and `single.html`, that file without one, which the planner fills.
use std::path::{Path, PathBuf};

use crate::failure::Outcome;
use crate::setup::{self, Need};
use crate::{interchange, module, node, page, sys};

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The plans that get a single page; `plans/statutory.json` is a catalogue.
const PLANS: [&str; 4] = [
    "samverkan-blekinge",
    "social-reko-vasternorrland",
    "sskl-kalmar",
    "sso-ostergotland",
];

/// The folder in `dist/` to place on a site.
pub(crate) fn folder() -> String {
    format!("v{VERSION}")
}

/// Builds into `dist/`, prints sizes and writes `dist/manifest.json`.
pub(crate) fn dist() -> Outcome {
    setup::ensure(&[Need::Node, Need::Esbuild])?;
    page::build()?;
    let core = module::build(VERSION)?;
    module::pack(&core)?;
    let template = sys::root().join("target/dist/single.html");
    publish(&template, &core, &page::full())?;
    singles(&template)?;
    let mut node = script("manifest.mjs")?;
    sys::run(node.arg(page::dist()).arg(VERSION), "measuring the page")
}

/// Makes the bundles and the service worker out of the page.
fn publish(template: &Path, core: &Path, full: &Path) -> Outcome {
    let mut node = script("publish.mjs")?;
    node.arg(page::dist()).arg(sys::root().join("web"));
    node.arg(node::esbuild())
        .arg(VERSION)
        .arg(template)
        .arg(core)
        .arg(full);
    sys::run(&mut node, "packing the ways in")
}

/// Puts each plan into a page of its own, as anybody does with theirs.
fn singles(template: &Path) -> Outcome {
    let folder = page::dist().join("single");
    sys::make_folder(&folder)?;
    let program = interchange::program()?;
    for plan in PLANS {
        let mut command = sys::command(&program);
        command.arg("page").arg(plan_file(plan));
        command.arg("--template").arg(template);
        command.arg("-o").arg(folder.join(format!("{plan}.html")));
        sys::run(&mut command, &format!("the single page of {plan}"))?;
    }
    Ok(())
}

fn plan_file(plan: &str) -> PathBuf {
    sys::root().join("plans").join(format!("{plan}.json"))
}

fn script(name: &str) -> Outcome<std::process::Command> {
    let mut node = node::node()?;
    node.arg(sys::root().join("xtask/scripts").join(name));
    Ok(node)
}
