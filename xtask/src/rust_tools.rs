//! The tools that come through rustup and cargo.
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, fail};
use crate::{setup, sys};

/// The target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A program that cargo installs at one version.
pub(crate) struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    arguments: &'static [&'static str],
}

/// Trunk: 0.22 asks for a newer Rust than this workspace does.
pub(crate) fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        arguments: &["--locked", "--no-default-features", "--features", "rustls"],
    }
}

/// wasm-bindgen's command at the version of the library in Cargo.lock: the two
/// only understand each other when they are the same. Not `--locked`: its lock
/// has named packages that the registry no longer offers.
pub(crate) fn wasm_bindgen() -> Outcome<Tool> {
    let lock = sys::read(&sys::root().join("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no wasm-bindgen, which the page needs."))?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        arguments: &[],
    })
}

impl Tool {
    /// Name and version.
    pub(crate) fn label(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// Another program that the same package brings.
    pub(crate) fn beside(&self, program: &str) -> Option<PathBuf> {
        let beside = self.find()?.with_file_name(executable(program));
        beside.is_file().then_some(beside)
    }

    /// The program at exactly this version: on `PATH`, or in the tools' folder.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let file = executable(self.program);
        let own = self.folder().join("bin").join(file);
        [Some(own), sys::which(self.program)]
            .into_iter()
            .flatten()
            .find(|program| self.is_right(program))
    }

    /// Compiles and installs it.
    pub(crate) fn install(&self) -> Outcome {
        if !has_c_compiler() {
            return fail(format!(
                "{} needs a C compiler to install; on Debian: apt-get install build-essential.",
                self.package
            ));
        }
        let mut cargo = sys::cargo();
        cargo.args(["install", self.package, "--version", &self.version]);
        cargo.args(self.arguments);
        cargo.arg("--root").arg(self.folder());
        // Half the compile time for a tool that runs a second at a time. The
        // shared folder keeps what was compiled when the installation is stopped.
        cargo
            .arg("--target-dir")
            .arg(build_folder())
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env_remove("RUSTFLAGS");
        sys::install(&mut cargo, &format!("installing {}", self.label()))
    }

    fn folder(&self) -> PathBuf {
        setup::tools().join(format!("{}-{}", self.package, self.version))
    }

    fn is_right(&self, program: &Path) -> bool {
        sys::output(Command::new(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().nth(1) == Some(self.version.as_str()))
    }
}

/// The file of a program.
fn executable(program: &str) -> String {
    format!("{program}{}", std::env::consts::EXE_SUFFIX)
}

/// Where the tools are compiled.
fn build_folder() -> PathBuf {
    setup::tools().join("build")
}

/// Gives back the space of compiling the tools, more than a gigabyte, once all are there.
pub(crate) fn remove_build() {
    let folder = build_folder();
    let all_there = || {
        let bindgen = wasm_bindgen().ok().and_then(|tool| tool.find());
        trunk().find().is_some() && bindgen.is_some()
    };
    if folder.is_dir() && all_there() {
        // What cannot be removed is only in the way.
        let _ = std::fs::remove_dir_all(folder);
    }
}

/// Whether the compiler can build for the page.
pub(crate) fn has_target() -> bool {
    sys::output(Command::new("rustc").args(["--print", "sysroot"])).is_some_and(|sysroot| {
        let libraries = ["lib", "rustlib", WASM, "lib"];
        Path::new(&sysroot)
            .join(libraries.iter().collect::<PathBuf>())
            .is_dir()
    })
}

/// Adds the page's target to the toolchain.
pub(crate) fn add_target() -> Outcome {
    rustup(&["target", "add", WASM])
}

/// Whether cargo can format and lint.
pub(crate) fn has_checkers() -> bool {
    ["fmt", "clippy"]
        .into_iter()
        .all(|name| sys::output(sys::cargo().args([name, "--version"])).is_some())
}

/// Adds what formats and lints to the toolchain.
pub(crate) fn add_checkers() -> Outcome {
    rustup(&["component", "add", "rustfmt", "clippy"])
}

fn rustup(arguments: &[&str]) -> Outcome {
    let doing = format!("rustup {}", arguments.join(" "));
    if sys::which("rustup").is_none() {
        return fail(format!(
            "`{doing}` is needed, but rustup is not on PATH; install it from \
             https://rustup.rs, or add the same to your Rust the way it was installed."
        ));
    }
    sys::install(sys::command("rustup").args(arguments), &doing)
}

/// Downloads the sources of every dependency, so that the build needs no network.
pub(crate) fn fetch() -> Outcome {
    let mut cargo = sys::cargo();
    cargo.arg("fetch").args(locked());
    sys::install(&mut cargo, "downloading the dependencies")
}

/// `--locked` where nobody is there to commit a changed Cargo.lock.
pub(crate) fn locked() -> Option<&'static str> {
    std::env::var_os("CI").map(|_| "--locked")
}

/// Keeps the folders of who builds out of the wasm: the same source gives the same bytes anywhere.
pub(crate) fn nameless(build: &mut Command) -> &mut Command {
    let own = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = own.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let home = home.as_deref().and_then(Path::to_str);
    // Cargo splits this variable at blanks.
    if let Some(home) = home.filter(|home| !home.contains(char::is_whitespace)) {
        build.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            format!("--remap-path-prefix={home}=cargo"),
        );
    }
    build
}

fn has_c_compiler() -> bool {
    std::env::var_os("CC").is_some() || ["cc", "gcc", "clang"].into_iter().any(runs)
}

fn runs(program: &str) -> bool {
    sys::which(program).is_some()
}

/// The version of `package` in a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn reads_the_version_of_one_package_only() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
