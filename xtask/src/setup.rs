//! What the commands need on this machine, and how it gets there.
use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::program::Program;
use crate::{node, python, rust_tools, sys};

/// A thing that a command needs on this machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// rustfmt and clippy, which a minimal Rust lacks.
    Checkers,
    /// The standard library for wasm32-unknown-unknown.
    WasmTarget,
    /// The tool that builds and serves the page.
    Trunk,
    /// The tool that writes the JavaScript beside the wasm, at Cargo.lock's version.
    WasmBindgen,
    /// Node with npm, new enough for the browser tests.
    Node,
    /// wasm-opt, which makes the wasm smaller.
    Binaryen,
    /// What makes scripts and sheets small, and one script of many.
    Esbuild,
    /// The npm packages of the folder, as its package-lock.json pins them.
    Packages(&'static str),
    /// The Python packages of the folder, as its requirements.txt pins them.
    PythonPackages(&'static str),
    /// A browser, or what drives it.
    Program(&'static Program),
}

/// The page can be built and served.
pub(crate) const PAGE: &[Need] = &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen];

impl Need {
    fn label(self) -> Outcome<String> {
        Ok(match self {
            Self::Checkers => "rustfmt and clippy".to_owned(),
            Self::WasmTarget => format!("Rust for {}", rust_tools::WASM),
            Self::Trunk => rust_tools::trunk().label(),
            Self::WasmBindgen => rust_tools::wasm_bindgen()?.label(),
            Self::Node => format!("Node {} or newer with npm", node::OLDEST),
            Self::Binaryen => format!("wasm-opt (npm binaryen {})", node::BINARYEN),
            Self::Esbuild => format!("esbuild (npm {})", node::ESBUILD),
            Self::Packages(folder) => format!("npm packages of {folder}"),
            Self::PythonPackages(folder) => format!("Python packages of {folder}"),
            Self::Program(program) => program.label.to_owned(),
        })
    }

    fn present(self) -> Outcome<bool> {
        Ok(match self {
            Self::Checkers => rust_tools::has_checkers(),
            Self::WasmTarget => rust_tools::has_target(),
            Self::Trunk => rust_tools::trunk().find().is_some(),
            Self::WasmBindgen => rust_tools::wasm_bindgen()?.find().is_some(),
            Self::Node => node::find().is_some(),
            Self::Binaryen => node::binaryen().is_file(),
            Self::Esbuild => node::has_esbuild(),
            Self::Packages(folder) => node::has_packages(folder),
            Self::PythonPackages(folder) => python::has_packages(folder),
            Self::Program(program) => program.find()?.is_some(),
        })
    }

    fn install(self) -> Outcome {
        match self {
            Self::Checkers => rust_tools::add_checkers(),
            Self::WasmTarget => rust_tools::add_target(),
            Self::Trunk => rust_tools::trunk().install(),
            Self::WasmBindgen => rust_tools::wasm_bindgen()?.install(),
            Self::Node => node::install(),
            Self::Binaryen => node::install_binaryen(),
            Self::Esbuild => node::install_esbuild(),
            Self::Packages(folder) => node::install_packages(folder),
            Self::PythonPackages(folder) => python::install_packages(folder),
            Self::Program(program) => program.install(),
        }
    }
}

/// Installs what is missing, says so, and checks that it is there afterwards.
pub(crate) fn ensure(needs: &[Need]) -> Outcome {
    let mut missing = Vec::new();
    for &need in needs {
        if !need.present()? {
            missing.push(need);
        }
    }
    if missing.iter().any(|need| PAGE.contains(need)) {
        println!("Setting up: the first time this takes some minutes, later none.");
    }
    for (done, need) in missing.iter().enumerate() {
        let label = need.label()?;
        println!("[{}/{}] installing {label}", done + 1, missing.len());
        need.install()?;
        if !need.present()? {
            return Err(Failure::new(format!(
                "{label} was installed, but is found neither on PATH nor in {}.",
                tools().display()
            )));
        }
    }
    rust_tools::remove_build();
    Ok(())
}

/// The folder of this program's tools: one folder for each tool and version.
pub(crate) fn tools() -> PathBuf {
    let cache = ["XDG_CACHE_HOME", "LOCALAPPDATA"]
        .into_iter()
        .filter_map(env::var_os)
        .map(PathBuf::from)
        .find(|path| path.is_absolute());
    cache
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .unwrap_or_else(|| sys::root().join("target"))
        .join("planning-wheel")
        .join("tools")
}

/// Puts this program's own tools first on the command's `PATH`. What is found on
/// `PATH` already stays in its place, so that nothing beside it comes forward.
pub(crate) fn with_tools(mut command: Command) -> Command {
    let bindgen = rust_tools::wasm_bindgen().ok().and_then(|tool| tool.find());
    let programs = [rust_tools::trunk().find(), bindgen, node::find()];
    let folders: Vec<PathBuf> = programs
        .into_iter()
        .flatten()
        .filter_map(|program| program.parent().map(PathBuf::from))
        .filter(|folder| folder.starts_with(tools()))
        .collect();
    command.env("PATH", sys::path_with(&folders));
    command
}
