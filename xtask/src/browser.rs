//! The tests of `tests/browser/` in real browsers.
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, fail};
use crate::program::{CHROMIUM, FIREFOX};
use crate::setup::{self, Need};
use crate::test::Wish;
use crate::{debian, interchange, node, page, sys};

const FOLDER: &str = "tests/browser";

/// Runs the browser tests against the page in `dist/`.
pub(crate) fn test(wish: &Wish) -> Outcome {
    if !page::dist().join("index.html").is_file() {
        return fail("There is no page in dist/ to test.");
    }
    setup::ensure(&[
        Need::Node,
        Need::Packages(FOLDER),
        Need::Program(&CHROMIUM),
        Need::Program(&FIREFOX),
    ])?;
    let mut node = node::node()?;
    node.args(["--test", "--test-reporter=spec"]);
    node.args(files(&sys::root().join(FOLDER), &wish.words)?);
    node.env("CHROMIUM", CHROMIUM.path()?)
        .env("FIREFOX", FIREFOX.path()?)
        .env("PROGRAM", interchange::program()?)
        .env("PAGE", page::dist())
        .env("SCREENS", sys::root().join("target/screens"));
    if debian::is_root() {
        // Chromium refuses to build its sandbox as root.
        node.env("CHROMIUM_FLAGS", "--no-sandbox");
    }
    sys::run(&mut node, "the browser tests")
}

/// The test files whose name has one of the words; all without a word.
pub(crate) fn files(folder: &Path, words: &[String]) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| Failure::new(format!("{} cannot be read: {error}.", folder.display()));
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(unreadable)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let wanted = words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
            name.ends_with(".test.mjs") && wanted
        })
        .collect();
    files.sort();
    if files.is_empty() {
        return fail(format!(
            "No test in {} is called {}.",
            folder.display(),
            words.join(" or ")
        ));
    }
    Ok(files)
}
