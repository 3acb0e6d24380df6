//! Paths and child processes.
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome, fail};

/// How much of a child's error output is kept to find out why it failed.
const TAIL: usize = 16 * 1024;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map(Path::to_path_buf).unwrap_or(here)
}

/// The first program called `name` on `PATH`.
pub(crate) fn which(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&path)
        .map(|dir| dir.join(&file))
        .find(|program| program.is_file())
}

/// Cargo, as the person started it, without the variables that `cargo run` sets
/// for its child: build scripts would see them and build again.
pub(crate) fn cargo() -> Command {
    let mut command = command(env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    for (name, _) in env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// A command that runs in the root of the workspace.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// `PATH` with `first` before everything else.
pub(crate) fn path_with(first: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let dirs = first.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(dirs).unwrap_or(rest)
}

/// Runs a command and shows its output; `doing` says what it was for.
pub(crate) fn run(command: &mut Command, doing: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| not_started(command, doing, &error))?;
    if status.success() {
        return Ok(());
    }
    fail(format!("{doing} failed; the output above says why."))
}

/// Runs an install command, shows its output, and names the cause if it fails.
pub(crate) fn install(command: &mut Command, doing: &str) -> Outcome {
    if std::io::stderr().is_terminal() {
        command
            .env("CARGO_TERM_PROGRESS_WHEN", "always")
            .env("CARGO_TERM_PROGRESS_WIDTH", "80")
            .env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, doing, &error))?;
    let errors = child.stderr.take();
    let tail = errors.map_or_else(String::new, |from| copy_and_keep(from, std::io::stderr()));
    let status = child
        .wait()
        .map_err(|error| Failure::new(format!("{doing} could not be waited for: {error}.")))?;
    if status.success() {
        return Ok(());
    }
    fail(format!("{doing} failed: {}", cause(&tail)))
}

/// What a command prints, trimmed; `None` when it does not run or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// Reads a file of the project.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("{} cannot be read: {error}.", path.display())))
}

/// Makes a folder, with those above it.
pub(crate) fn make_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path)
        .map_err(|error| Failure::new(format!("{} cannot be made: {error}.", path.display())))
}

/// Writes a file, with the folders above it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, content))
        .map_err(|error| Failure::new(format!("{} cannot be written: {error}.", path.display())))
}

fn not_started(command: &Command, doing: &str, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy();
    Failure::new(format!(
        "{doing} could not start, because `{program}` did not run: {error}."
    ))
}

/// Copies what a child says and returns its end.
fn copy_and_keep(mut from: impl Read, mut to: impl Write) -> String {
    let mut kept: Vec<u8> = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(read) = from.read(&mut buffer) {
        if read == 0 {
            break;
        }
        // A closed terminal must not stop the installation.
        let _ = to.write_all(&buffer[..read]);
        kept.extend_from_slice(&buffer[..read]);
        if kept.len() > 2 * TAIL {
            kept.drain(..kept.len() - TAIL);
        }
    }
    String::from_utf8_lossy(&kept).into_owned()
}

/// The likely cause of a failed installation, from the end of its error output.
fn cause(tail: &str) -> &'static str {
    let text = tail.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["no space left", "enospc"]) {
        "the disk is full; make room and run the command again."
    } else if has(&["linker `cc` not found", "failed to find tool"]) {
        "there is no C compiler; on Debian: apt-get install build-essential."
    } else if has(&["permission denied", "eacces"]) {
        "a folder cannot be written; the output above names it."
    } else if has(&[
        "could not resolve",
        "couldn't resolve",
        "could not connect",
        "failed to connect",
        "connection refused",
        "network failure",
        "timed out",
        "timeout was reached",
        "enotfound",
        "eai_again",
        "etimedout",
        "econnrefused",
        "error sending request",
        "temporary failure resolving",
    ]) {
        "the package registry could not be reached; check the network and run the command again."
    } else if has(&["requires rustc", "is not supported by"]) {
        "this Rust is too old; run: rustup update stable."
    } else {
        "the output above says why."
    }
}

#[cfg(test)]
mod tests {
    use super::{cause, copy_and_keep};

    #[test]
    fn names_the_cause_of_a_failed_installation() {
        for (tail, word) in [
            ("error: linker `cc` not found", "build-essential"),
            ("npm error code ENOTFOUND", "network"),
            ("[6] Couldn't resolve host name", "network"),
            ("No space left on device (os error 28)", "disk"),
            ("package requires rustc 1.99 or newer", "rustup update"),
            ("something else", "output above"),
        ] {
            assert!(cause(tail).contains(word), "{tail}: {}", cause(tail));
        }
    }

    #[test]
    fn keeps_the_end_of_a_long_output() {
        let long = "x".repeat(100_000) + "the end";
        let mut shown = Vec::new();
        let kept = copy_and_keep(long.as_bytes(), &mut shown);
        assert_eq!(shown, long.as_bytes());
        assert!(kept.ends_with("the end"));
        assert!(kept.len() < long.len());
    }
}
