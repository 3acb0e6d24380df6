//! The browser of the browser tests.
use std::env;
use std::path::PathBuf;

use crate::failure::{Outcome, fail};
use crate::{debian, sys};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser: `$CHROMIUM`, or the first of the usual names on `PATH`.
pub(crate) fn find() -> Outcome<Option<PathBuf>> {
    if let Some(chosen) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if chosen.is_file() {
            return Ok(Some(chosen));
        }
        return fail(format!(
            "CHROMIUM says {}, but no such file is there.",
            chosen.display()
        ));
    }
    let mac = Some(PathBuf::from(MAC)).filter(|path| path.is_file());
    Ok(NAMES.into_iter().find_map(sys::which).or(mac))
}

/// Installs Debian's Chromium, with the typeface that pictures of the page use.
pub(crate) fn install() -> Outcome {
    debian::install(
        &["chromium", "fonts-inter"],
        "Chromium is missing: install Chromium or Google Chrome, or set CHROMIUM to its path.",
    )
}
