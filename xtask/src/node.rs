//! Node, npm and what comes through them.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Outcome, fail};
use crate::{debian, setup, sys};

/// The oldest Node that the browser tests run on.
pub(crate) const OLDEST: u32 = 20;
/// The version of npm's `binaryen`, which holds wasm-opt as plain JavaScript.
pub(crate) const BINARYEN: &str = "132.0.0";
/// The version of npm's `esbuild`, a program for this machine.
pub(crate) const ESBUILD: &str = "0.28.2";
/// The Node that npm brings where the system's is too old.
const NEWER: &str = "22.23.3";

/// A Node that is new enough, if npm is here too.
pub(crate) fn find() -> Option<PathBuf> {
    sys::which("npm")?;
    [sys::which("node"), newer_node()]
        .into_iter()
        .flatten()
        .find(|node| major(node).is_some_and(|major| major >= OLDEST))
}

/// A command of Node's.
pub(crate) fn node() -> Outcome<Command> {
    match find() {
        Some(node) => Ok(setup::with_tools(sys::command(node))),
        None => fail(format!("Node {OLDEST} or newer with npm is needed here.")),
    }
}

/// Installs Node and npm; over an old Node, a newer one beside it.
pub(crate) fn install() -> Outcome {
    if sys::which("npm").is_none() || sys::which("node").is_none() {
        debian::install(
            &["nodejs", "npm"],
            &format!(
                "Node {OLDEST} or newer with npm is missing: install it from your system's packages."
            ),
        )?;
    }
    if find().is_some() {
        return Ok(());
    }
    let Some(package) = node_package() else {
        return fail(format!(
            "This Node is too old: install Node {OLDEST} or newer."
        ));
    };
    npm_install(&package, NEWER)
}

/// wasm-opt's script.
pub(crate) fn binaryen() -> PathBuf {
    npm_folder("binaryen", BINARYEN).join("node_modules/binaryen/bin/wasm-opt")
}

/// Installs wasm-opt.
pub(crate) fn install_binaryen() -> Outcome {
    npm_install("binaryen", BINARYEN)
}

/// The folder where npm put esbuild.
pub(crate) fn esbuild() -> PathBuf {
    npm_folder("esbuild", ESBUILD)
}

/// Whether esbuild is here.
pub(crate) fn has_esbuild() -> bool {
    esbuild().join("node_modules/esbuild/lib/main.js").is_file()
}

/// Installs esbuild.
pub(crate) fn install_esbuild() -> Outcome {
    npm_install("esbuild", ESBUILD)
}

/// Whether the folder's packages are those of its package-lock.json.
pub(crate) fn has_packages(folder: &str) -> bool {
    let lock = fs::read(sys::root().join(folder).join("package-lock.json"));
    let stamp = fs::read(stamp(folder));
    matches!((lock, stamp), (Ok(lock), Ok(stamp)) if lock == stamp)
}

/// Installs the folder's packages, exactly as its package-lock.json names them.
pub(crate) fn install_packages(folder: &str) -> Outcome {
    let path = sys::root().join(folder);
    let mut npm = npm();
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    sys::install(npm.current_dir(&path), &format!("npm ci in {folder}"))?;
    sys::write(&stamp(folder), sys::read(&path.join("package-lock.json"))?)
}

/// A copy of the lock that was installed, beside what it brought.
fn stamp(folder: &str) -> PathBuf {
    sys::root().join(folder).join("node_modules/.installed")
}

/// Packs a folder as npm publishes it, into another.
pub(crate) fn pack(folder: &Path, into: &Path) -> Outcome {
    sys::make_folder(into)?;
    let mut npm = npm();
    npm.args(["pack", "--silent", "--pack-destination"]);
    sys::run(npm.arg(into).current_dir(folder), "npm pack")
}

fn npm() -> Command {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    setup::with_tools(sys::command(npm))
}

fn npm_install(package: &str, version: &str) -> Outcome {
    let folder = npm_folder(package, version);
    sys::write(&folder.join("package.json"), "{ \"private\": true }\n")?;
    let mut npm = npm();
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
    npm.arg("--prefix")
        .arg(&folder)
        .arg(format!("{package}@{version}"));
    sys::install(
        npm.current_dir(&folder),
        &format!("npm install {package} {version}"),
    )
}

fn npm_folder(package: &str, version: &str) -> PathBuf {
    setup::tools().join(format!("{package}-{version}"))
}

/// npm's package of a bare Node for this machine.
fn node_package() -> Option<String> {
    let machine = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        _ => return None,
    };
    cfg!(target_os = "linux").then(|| format!("node-linux-{machine}"))
}

fn newer_node() -> Option<PathBuf> {
    let package = node_package()?;
    let folder = npm_folder(&package, NEWER);
    Some(folder.join("node_modules").join(package).join("bin/node"))
}

fn major(node: &PathBuf) -> Option<u32> {
    let version = sys::output(Command::new(node).arg("--version"))?;
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
