//! Programs of the system that the tests drive.
use std::env;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome, fail};
use crate::{debian, sys, unpack};

/// A program that a person has installed, or that Debian's packages bring.
#[derive(PartialEq, Eq)]
pub(crate) struct Program {
    pub(crate) label: &'static str,
    /// The variable that names another one.
    variable: &'static str,
    names: &'static [&'static str],
    /// Where it is on a Mac, if not on `PATH`.
    mac: Option<&'static str>,
    packages: &'static [&'static str],
    /// Its path inside the first package.
    inside: &'static str,
    /// What to do by hand.
    otherwise: &'static str,
}

/// Chromium, with the typeface that pictures of the page use.
pub(crate) const CHROMIUM: Program = Program {
    label: "Chromium",
    variable: "CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
    ],
    mac: Some("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    packages: &["chromium", "fonts-inter"],
    inside: "usr/lib/chromium/chromium",
    otherwise: "Chromium is missing: install Chromium or Google Chrome, or set CHROMIUM to its path.",
};

/// Firefox.
pub(crate) const FIREFOX: Program = Program {
    label: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    mac: Some("/Applications/Firefox.app/Contents/MacOS/firefox"),
    packages: &["firefox-esr", "fonts-inter"],
    inside: "usr/lib/firefox-esr/firefox-esr",
    otherwise: "Firefox is missing: install it, or set FIREFOX to its path.",
};

/// What drives Chromium for the tests that are written in Rust; of Chromium's own version.
pub(crate) const CHROMEDRIVER: Program = Program {
    label: "ChromeDriver",
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    mac: None,
    packages: &["chromium-driver"],
    inside: "usr/bin/chromedriver",
    otherwise: "ChromeDriver is missing: install the one for your Chromium, or set CHROMEDRIVER to \
                its path.",
};

impl Program {
    /// The one that its variable names, or the first of the usual names on `PATH`,
    /// or the one that was unpacked.
    pub(crate) fn find(&self) -> Outcome<Option<PathBuf>> {
        if let Some(chosen) = env::var_os(self.variable).map(PathBuf::from) {
            if chosen.is_file() {
                return Ok(Some(chosen));
            }
            return fail(format!(
                "{} says {}, but no such file is there.",
                self.variable,
                chosen.display()
            ));
        }
        let mac = self.mac.map(PathBuf::from).filter(|path| path.is_file());
        let unpacked = || unpack::find(self.packages.first()?);
        let named = self.names.iter().find_map(|name| sys::which(name));
        Ok(named.or(mac).or_else(unpacked))
    }

    /// Its path, after it was ensured.
    pub(crate) fn path(&self) -> Outcome<PathBuf> {
        self.find()?
            .ok_or_else(|| Failure::new(format!("{} is missing.", self.label)))
    }

    /// Installs it; for a person who may not, unpacks it beside the other tools.
    pub(crate) fn install(&self) -> Outcome {
        if debian::only_reads() && unpack::install(self.packages, self.inside).is_ok() {
            return Ok(());
        }
        debian::install(self.packages, self.otherwise)
    }
}
