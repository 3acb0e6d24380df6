//! `cargo xtask test`: everything that must hold, in order, all of it even if one part fails.
use std::time::Instant;

use crate::failure::{Failure, Outcome, fail};
use crate::setup::{self, Need};
use crate::{browser, conformance, dist, interchange, module, page, rust_tools, sys, web};

const CORE: &str = "planning-wheel";
/// The planner's wasm has the reader's screens in it.
const WEB: [&str; 4] = [
    "--package",
    "planning-wheel-web",
    "--package",
    "planning-wheel-planner",
];
/// What the core must be able to do without: anything of a browser.
const NOT_IN_CORE: [&str; 5] = ["js-sys", "wasm-bindgen", "web-sys", "leptos", "gloo"];

/// One part of the whole.
struct Part {
    name: &'static str,
    what: &'static str,
    run: fn(&Wish) -> Outcome,
}

const PARTS: [Part; 11] = [
    Part {
        name: "format",
        what: "cargo fmt --check",
        run: |_| format(),
    },
    Part {
        name: "clippy",
        what: "cargo clippy, natively and for the page",
        run: |_| clippy(),
    },
    Part {
        name: "core",
        what: "cargo test: unit, doc, agreement and property tests",
        run: |_| tests(),
    },
    Part {
        name: "tree",
        what: "the core depends on nothing of a browser",
        run: |_| tree(),
    },
    Part {
        name: "docs",
        what: "cargo doc without a warning",
        run: |_| docs(),
    },
    Part {
        name: "interchange",
        what: "calendar files, read by ical.js, node-ical and Python",
        run: |_| interchange::test(),
    },
    Part {
        name: "web",
        what: "what lives in Rust in the page, in Chromium",
        run: |_| web::test(),
    },
    Part {
        name: "page",
        what: "all that is published, and its sizes",
        run: built_page,
    },
    Part {
        name: "module",
        what: "the core as an npm package, in Node",
        run: |_| module::test(),
    },
    Part {
        name: "browser",
        what: "the page in Chromium and Firefox",
        run: browser::test,
    },
    Part {
        name: "conformance",
        what: "every rule has a test, and README lists it",
        run: |_| conformance::check(),
    },
];

/// What the person asked for.
#[derive(Debug, Default)]
pub(crate) struct Wish {
    only: Vec<String>,
    /// Test the page that `dist/` already holds.
    keep_page: bool,
    /// Run only the browser tests whose file name has one of these words.
    pub(crate) words: Vec<String>,
}

/// Runs the parts and says at the end which failed.
pub(crate) fn test(arguments: &[String]) -> Outcome {
    let wish = Wish::read(arguments)?;
    let parts: Vec<&Part> = PARTS.iter().filter(|part| wish.wants(part.name)).collect();
    let mut failed = Vec::new();
    for (done, part) in parts.iter().enumerate() {
        println!(
            "\n━━ {}/{} {}: {}",
            done + 1,
            parts.len(),
            part.name,
            part.what
        );
        let start = Instant::now();
        let outcome = (part.run)(&wish);
        let seconds = start.elapsed().as_secs_f64();
        match outcome {
            Ok(()) => println!("── {} holds ({seconds:.1} s)", part.name),
            Err(failure) => {
                println!("── {} FAILED ({seconds:.1} s): {failure}", part.name);
                failed.push(part.name);
            }
        }
    }
    println!(
        "\n━━ {} parts hold, {} failed",
        parts.len() - failed.len(),
        failed.len()
    );
    if failed.is_empty() {
        return Ok(());
    }
    fail(format!(
        "These parts failed: {}. Run one alone with `cargo xtask test --only {}`.",
        failed.join(", "),
        failed[0]
    ))
}

/// The names of the parts, for the help.
pub(crate) fn names() -> String {
    PARTS.map(|part| part.name).join(", ")
}

impl Wish {
    fn read(arguments: &[String]) -> Outcome<Self> {
        let mut wish = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--only" => match rest.next() {
                    Some(list) => wish.only.extend(list.split(',').map(str::to_owned)),
                    None => return fail(format!("--only needs one of: {}.", names())),
                },
                "--keep-page" => wish.keep_page = true,
                "--" => wish.words.extend(rest.by_ref().cloned()),
                other => {
                    return fail(format!(
                        "test does not know `{other}`; it takes --only PART, --keep-page and -- WORD."
                    ));
                }
            }
        }
        let known = |name: &str| PARTS.iter().any(|part| part.name == name);
        match wish.only.iter().find(|name| !known(name)) {
            Some(name) => fail(format!("There is no part `{name}`; there are {}.", names())),
            None => Ok(wish),
        }
    }

    /// What is published is built for those who test it, too.
    fn wants(&self, part: &str) -> bool {
        let only = |name: &str| self.only.iter().any(|wish| wish == name);
        if self.only.is_empty() {
            return part != "conformance" || conformance::has_readme();
        }
        only(part) || (part == "page" && (only("browser") || only("module")))
    }
}

fn format() -> Outcome {
    setup::ensure(&[Need::Checkers])?;
    let mut cargo = sys::cargo();
    sys::run(cargo.args(["fmt", "--all", "--check"]), "cargo fmt --check")
}

fn clippy() -> Outcome {
    setup::ensure(&[Need::Checkers, Need::WasmTarget])?;
    let mut native = sys::cargo();
    native.args(["clippy", "--workspace", "--all-targets", "--all-features"]);
    native
        .args(rust_tools::locked())
        .args(["--", "-D", "warnings"]);
    let mut web = sys::cargo();
    web.arg("clippy")
        .args(WEB)
        .args(["--all-targets", "--target", rust_tools::WASM]);
    web.args(rust_tools::locked())
        .args(["--", "-D", "warnings"]);
    let native = sys::run(&mut native, "cargo clippy");
    sys::run(&mut web, "cargo clippy for the page").and(native)
}

fn tests() -> Outcome {
    let mut cargo = sys::cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    sys::run(cargo.args(rust_tools::locked()), "cargo test")
}

fn tree() -> Outcome {
    let mut cargo = sys::cargo();
    cargo.args(["tree", "--package", CORE, "--edges", "normal"]);
    cargo.args(["--target", rust_tools::WASM, "--prefix", "none"]);
    let tree = sys::output(&mut cargo).ok_or_else(|| Failure::new("cargo tree failed."))?;
    let found = browser_crates(&tree);
    if found.is_empty() {
        return Ok(());
    }
    fail(format!(
        "{CORE} must not depend on {}; see `cargo tree -p {CORE} -i {}`.",
        found.join(", "),
        found[0]
    ))
}

/// The crates in a `cargo tree --prefix none` that belong to a browser.
fn browser_crates(tree: &str) -> Vec<&'static str> {
    let crates = || tree.lines().filter_map(|line| line.split(' ').next());
    NOT_IN_CORE
        .into_iter()
        .filter(|name| crates().any(|found| found == *name))
        .collect()
}

fn docs() -> Outcome {
    let mut cargo = sys::cargo();
    cargo.env("RUSTDOCFLAGS", "-D warnings");
    cargo.args(["doc", "--workspace", "--lib", "--no-deps"]);
    sys::run(cargo.args(rust_tools::locked()), "cargo doc")
}

fn built_page(wish: &Wish) -> Outcome {
    if wish.keep_page && page::dist().join("index.html").is_file() {
        println!("kept as dist/ holds it");
        return Ok(());
    }
    dist::dist()
}

#[cfg(test)]
mod tests {
    use super::{Wish, browser_crates};

    fn read(words: &str) -> Result<Wish, String> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Wish::read(&words).map_err(|failure| failure.to_string())
    }

    #[test]
    fn the_browser_part_brings_the_page() {
        let wish = read("--only browser -- wheel");
        assert!(wish.is_ok_and(|wish| {
            wish.wants("page")
                && wish.wants("browser")
                && !wish.wants("core")
                && wish.words == ["wheel"]
        }));
    }

    #[test]
    fn an_unknown_part_is_named() {
        assert!(read("--only core,speed").is_err_and(|text| text.contains("`speed`")));
        assert!(read("--only").is_err());
    }

    #[test]
    fn finds_a_browser_crate_by_its_whole_name() {
        let tree = "planning-wheel v0.1.0 (/x/core)\nchrono v0.4.45\nleptos_like v1.0.0\n";
        assert!(browser_crates(tree).is_empty());
        assert_eq!(browser_crates("js-sys v0.3.107 (*)\n"), ["js-sys"]);
    }
}
