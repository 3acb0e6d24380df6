//! Packages of Debian and its relatives, when this person may install them.
use std::process::Command;

use crate::failure::{Outcome, fail};
use crate::sys;

/// Whether this process runs as root.
pub(crate) fn is_root() -> bool {
    sys::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// What stands before a command that installs; nothing when this person may not.
fn rights() -> Option<&'static [&'static str]> {
    let may = || sys::output(Command::new("sudo").args(["-n", "true"])).is_some();
    match is_root() {
        true => Some(&[]),
        false => may().then_some(&["sudo", "-n"]),
    }
}

/// Whether there are packages, and this person may only look at them.
pub(crate) fn only_reads() -> bool {
    sys::which("apt-get").is_some() && rights().is_none()
}

/// Installs packages with apt-get; `otherwise` tells the person what to do by hand.
pub(crate) fn install(packages: &[&str], otherwise: &str) -> Outcome {
    if sys::which("apt-get").is_none() {
        return fail(otherwise);
    }
    let Some(sudo) = rights() else {
        return fail(format!(
            "{otherwise} On Debian: sudo apt-get install {}.",
            packages.join(" ")
        ));
    };
    // An old list may still serve, so a failed update alone is no failure.
    let _ = sys::install(&mut apt(sudo, &["update", "-qq"]), "apt-get update");
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(packages);
    sys::install(&mut apt(sudo, &arguments), "apt-get install")
}

/// `apt-get` that asks nothing and waits for another apt-get to finish.
fn apt(sudo: &[&str], arguments: &[&str]) -> Command {
    let words: Vec<&str> = [
        sudo,
        &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"],
        &["-o", "DPkg::Lock::Timeout=600"],
        arguments,
    ]
    .concat();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}
