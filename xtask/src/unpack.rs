//! Packages of Debian for a person who may not install any: unpacked into a folder of their own.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, fail};
use crate::{setup, sys};

/// Where a package's libraries lie, under the root that they were unpacked into.
const LIBRARIES: [&str; 2] = ["lib", "usr/lib"];

/// What starts the program of a package that was unpacked.
pub(crate) fn find(package: &str) -> Option<PathBuf> {
    let start = start(package);
    start.is_file().then_some(start)
}

/// Unpacks packages with all that they need and this machine lacks, and writes what starts
/// `program`: its path inside the first of them.
pub(crate) fn install(packages: &[&str], program: &str) -> Outcome {
    let Some(package) = packages.first() else {
        return fail("There is no package to unpack.");
    };
    let folder = folder(package);
    let (files, root) = (folder.join("files"), folder.join("root"));
    sys::make_folder(&files)?;
    let lacking = lacking(packages)?;
    let mut download = sys::command("apt-get");
    download.args(["download", "-qq"]).args(&lacking);
    sys::install(download.current_dir(&files), "apt-get download")?;
    for file in inside(&files) {
        let mut unpack = sys::command("dpkg-deb");
        unpack.arg("--extract").arg(file).arg(&root);
        sys::install(&mut unpack, "dpkg-deb --extract")?;
    }
    // What was unpacked is enough, and what cannot be removed is only in the way.
    let _ = fs::remove_dir_all(&files);
    if !root.join(program).is_file() {
        return fail(format!("{package} was unpacked, but has no {program}."));
    }
    let start = start(package);
    sys::write(&start, script(&root, program))?;
    sys::run(
        sys::command("chmod").arg("+x").arg(&start),
        "chmod of what starts it",
    )
}

fn folder(package: &str) -> PathBuf {
    setup::tools().join(format!("debian-{package}"))
}

fn start(package: &str) -> PathBuf {
    folder(package).join("start")
}

/// The packages at their versions, with those that they need and this machine lacks.
fn lacking(packages: &[&str]) -> Outcome<Vec<String>> {
    let mut apt = Command::new("apt-get");
    apt.args(["install", "--simulate", "--no-install-recommends"]);
    let plan = sys::output(apt.args(packages).env("LC_ALL", "C"))
        .ok_or_else(|| Failure::new("apt-get does not know the package."))?;
    let lacking: Vec<String> = plan.lines().filter_map(planned).collect();
    if lacking.is_empty() {
        return fail("The package is installed already.");
    }
    Ok(lacking)
}

/// `name=version` of a line like `Inst name [old] (version Debian:12 [amd64])`.
fn planned(line: &str) -> Option<String> {
    let rest = line.strip_prefix("Inst ")?;
    let (name, rest) = rest.split_once(' ')?;
    let (_, version) = rest.split_once('(')?;
    let version = version.split([' ', ')']).next()?;
    Some(format!("{name}={version}"))
}

/// Starts the program with the libraries, data and typefaces that were unpacked with it.
fn script(root: &Path, program: &str) -> String {
    let libraries: Vec<String> = LIBRARIES
        .iter()
        .flat_map(|folder| inside(&root.join(folder)))
        .filter(|folder| folder.to_string_lossy().contains("-linux-gnu"))
        .flat_map(|folder| [folder.join("pulseaudio"), folder])
        .map(|folder| quoted(&folder.to_string_lossy()))
        .collect();
    let (data, program) = (root.join("usr/share"), root.join(program));
    format!(
        "#!/bin/sh\nexport LD_LIBRARY_PATH={}\nexport XDG_DATA_HOME={}\nexec {} \"$@\"\n",
        libraries.join(":"),
        quoted(&data.to_string_lossy()),
        quoted(&program.to_string_lossy())
    )
}

/// A word of a shell that stays as it is.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// What lies in a folder, in order; nothing when there is none.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let list = fs::read_dir(folder).into_iter().flatten();
    let mut list: Vec<PathBuf> = list.filter_map(|one| Some(one.ok()?.path())).collect();
    list.sort();
    list
}

#[cfg(test)]
mod tests {
    use super::{planned, quoted};

    #[test]
    fn reads_what_would_be_installed() {
        for (line, expected) in [
            (
                "Inst firefox-esr (140.1~deb12u1 Debian-Security:12/oldstable [amd64])",
                Some("firefox-esr=140.1~deb12u1"),
            ),
            (
                "Inst libc6 [2.36-9] (2.36-10 Debian:12 [amd64]) []",
                Some("libc6=2.36-10"),
            ),
            ("Conf firefox-esr (140.1 Debian:12 [amd64])", None),
            ("NOTE: This is only a simulation!", None),
        ] {
            assert_eq!(planned(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_folder_with_odd_letters_stays_one_word() {
        assert_eq!(quoted("/home/o'a b"), r"'/home/o'\''a b'");
    }
}
