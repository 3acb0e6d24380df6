//! Files that are written.

use crate::args::PlanArgs;
use crate::console::Console;
use crate::failure::Failure;
use planning_wheel::time::Lang;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes a text to a file, or to standard output for `-`.
///
/// Whoever reads the file meanwhile sees the old text or the new one, never a half. A file that
/// already holds the text is left as it is, so that its time tells when it last changed.
pub(crate) fn write(
    path: &Path,
    plan: &PlanArgs,
    text: &str,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let inputs = [Some(&plan.plan), plan.catalogue.catalogue.as_ref()];
    let mut inputs = inputs.into_iter().flatten();
    if path.as_os_str() != "-" && inputs.any(|input| same(path, input)) {
        return Err(itself(path, console.lang()));
    }
    write_over(path, text, console)
}

/// Writes a text to a file, or to standard output for `-`; the file may be what was read.
pub(crate) fn write_over(
    path: &Path,
    text: &str,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if path.as_os_str() == "-" {
        return console.data(text);
    }
    let lang = console.lang();
    replace(path, text).map_err(|error| {
        let cannot = lang.pick("kan inte skrivas", "cannot be written");
        Failure::Said(format!("{} {cannot}: {error}", path.display()))
    })
}

fn same(one: &Path, other: &Path) -> bool {
    let (one, other) = (fs::canonicalize(one), fs::canonicalize(other));
    one.ok()
        .zip(other.ok())
        .is_some_and(|(one, other)| one == other)
}

fn itself(path: &Path, lang: Lang) -> Failure {
    let words = lang.pick(
        "är planen själv; välj ett annat namn",
        "is the plan itself; choose another name",
    );
    Failure::Said(format!("{} {words}", path.display()))
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|about| !about.is_file()) {
        // A pipe or a device takes bytes, but cannot be replaced.
        return fs::write(path, text);
    }
    if there.is_some() && fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    // Behind a link, the file that it leads to.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let part = beside(&target);
    let written = fs::write(&part, text)
        .and_then(|()| match &there {
            Some(about) => fs::set_permissions(&part, about.permissions()),
            None => Ok(()),
        })
        .and_then(|()| fs::rename(&part, &target));
    written.or_else(|error| {
        // What is left of it is in nobody's way.
        let _ = fs::remove_file(&part);
        match there {
            // The file may be ours to write though its folder is not.
            Some(_) => fs::write(&target, text),
            None => Err(error),
        }
    })
}

/// A name in the same folder that nothing else has.
fn beside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    target.with_file_name(name)
}
