//! The house of `core` stands as it was drawn: one direction, no panic, no clock, no file.

use planning_wheel_tests::project_file;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each part of `core` may use: time ← document ← plan ← compute ← findings ← wheel ← export.
///
/// `text` puts values into words. It may look at the types of any part, and any
/// part may ask it for words; without it the graph has no ring.
const MAY_USE: [(&str, &[&str]); 23] = [
    ("order", &[]),
    ("map", &[]),
    ("letters", &[]),
    ("read", &[]),
    ("time", &["read"]),
    ("placement", &[]),
    ("error", &["time", "text"]),
    ("document", &["read", "time", "error", "text"]),
    ("plan", &["time", "error", "document", "text"]),
    ("reason", &["time", "document", "text"]),
    ("calendar", &["time", "document", "plan", "reason", "text"]),
    (
        "compute",
        &[
            "time",
            "document",
            "plan",
            "reason",
            "calendar",
            "placement",
            "text",
        ],
    ),
    (
        "findings",
        &[
            "time", "error", "document", "plan", "reason", "calendar", "compute", "text",
        ],
    ),
    (
        "scenario",
        &[
            "time", "error", "document", "plan", "reason", "calendar", "compute", "findings",
            "text",
        ],
    ),
    ("merge", &["error", "document", "plan"]),
    (
        "paper",
        &[
            "time", "document", "plan", "calendar", "compute", "findings", "scenario", "text",
        ],
    ),
    ("form", &["time", "document", "plan", "text"]),
    ("import", &["time", "document", "plan", "calendar", "text"]),
    (
        "wheel",
        &[
            "time", "document", "plan", "reason", "calendar", "compute", "findings", "text",
        ],
    ),
    (
        "export",
        &[
            "time", "error", "document", "plan", "reason", "calendar", "compute", "findings",
            "merge", "import", "paper", "scenario", "wheel", "text",
        ],
    ),
    (
        "session",
        &[
            "time", "error", "document", "plan", "reason", "calendar", "compute", "findings",
            "import", "scenario", "wheel", "text",
        ],
    ),
    (
        "text",
        &[
            "time", "error", "document", "plan", "reason", "calendar", "compute", "findings",
            "import", "scenario", "session",
        ],
    ),
    ("lib", &[]),
];

/// Sorting, looking up and letters know nothing of the house, so that every part may use them.
const BELOW_ALL: [&str; 3] = ["order", "map", "letters"];

/// Places that take an element by a number that cannot be wrong: each line holds one of these.
const PROVEN: [(&str, &str, &str); 5] = [
    (
        "plan/mod.rs",
        "self.bodies[id.index()]",
        "a BodyId is made by the plan whose table it names",
    ),
    (
        "plan/mod.rs",
        "self.levels[id.index()]",
        "a LevelId is made by the plan whose table it names",
    ),
    (
        "plan/mod.rs",
        "self.principals[id.index()]",
        "a PrincipalId is made by the plan whose table it names",
    ),
    (
        "plan/mod.rs",
        "self.series[id.index()]",
        "a SeriesId is made by the plan whose table it names",
    ),
    (
        "findings/mod.rs",
        "self.found[last]",
        "the finding was pushed in the line above",
    ),
];

/// Ways to stop instead of giving a value.
const PANICS: [&str; 7] = [
    ".unwrap(",
    ".expect(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
    "assert!",
];

/// What would make a result depend on more than its input.
const OUTSIDE: [&str; 7] = [
    "std::time",
    "std::fs",
    "std::net",
    "std::env",
    "std::thread",
    "std::process",
    "std::io",
];

/// A source file of `core` without comments, texts and tests.
struct Source {
    /// Path under `core/src`.
    path: String,
    /// Part of the house: first folder or file name.
    part: String,
    code: String,
}

fn sources() -> Vec<Source> {
    let root = project_file("core/src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    assert!(files.len() > 50, "core/src has {} files", files.len());
    files
        .iter()
        .map(|file| {
            let path = file
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            let part = path
                .split('/')
                .next()
                .unwrap()
                .trim_end_matches(".rs")
                .to_owned();
            let code = code_of(&std::fs::read_to_string(file).unwrap());
            // Tests stand at the end of a file.
            let tests = ["#[cfg(test)]", "#[cfg(all(test"];
            let end = tests.iter().filter_map(|mark| code.find(mark)).min();
            let code = code[..end.unwrap_or(code.len())].to_owned();
            Source { path, part, code }
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
}

/// The source with comments and the contents of texts and characters left out; lines stay.
fn code_of(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("r\"") || rest.starts_with("r#\"") {
            raw_text(rest)
        } else if first == '"' {
            text(rest)
        } else if first == '\'' {
            character(rest)
        } else {
            0
        };
        if skipped == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.extend(rest[..skipped].chars().filter(|letter| *letter == '\n'));
            rest = &rest[skipped..];
        }
    }
    code
}

fn raw_text(rest: &str) -> usize {
    let (open, close) = if rest.starts_with("r#") {
        (3, "\"#")
    } else {
        (2, "\"")
    };
    open + rest[open..].find(close).unwrap() + close.len()
}

fn text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// A character in quotation marks; nothing for a lifetime.
fn character(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some(_)) => letters
            .find(|(_, letter)| *letter == '\'')
            .map_or(0, |(at, _)| at + 1),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// Parts that a file names, as `crate::part` or `crate::{part, part}`.
fn used(code: &str) -> BTreeSet<String> {
    let word = |text: &str| {
        text.chars()
            .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect::<String>()
    };
    let mut parts = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let after = &code[at + "crate::".len()..];
        match after.strip_prefix('{') {
            Some(list) => parts.extend(top_level(list).map(|item| word(item.trim()))),
            None => _ = parts.insert(word(after)),
        }
    }
    parts
}

/// The items of a list in braces, without going into those inside.
fn top_level(list: &str) -> impl Iterator<Item = &str> {
    let mut depth = 1;
    let end = list
        .find(|letter| {
            depth += match letter {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        })
        .unwrap_or(list.len());
    let mut depth = 0;
    list[..end].split(move |letter| {
        depth += match letter {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        depth == 0 && letter == ','
    })
}

#[test]
fn nothing_points_upwards() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(may) = allowed.get(source.part.as_str()) else {
            wrong.push(format!(
                "{}: the part {} is not drawn",
                source.path, source.part
            ));
            continue;
        };
        for part in used(&source.code) {
            if part != source.part
                && !BELOW_ALL.contains(&part.as_str())
                && !may.contains(&part.as_str())
            {
                wrong.push(format!(
                    "{}: {} may not use {part}",
                    source.path, source.part
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_drawing_has_no_ring() {
    let mut done: Vec<&str> = vec!["text"];
    while let Some((part, _)) = MAY_USE
        .iter()
        .find(|(part, may)| !done.contains(part) && may.iter().all(|below| done.contains(below)))
    {
        done.push(part);
    }
    assert_eq!(done.len(), MAY_USE.len(), "these stand in order: {done:?}");
}

#[test]
fn parts_are_left_only_by_name() {
    // `super` from the first file of a part would leave it unseen by the test above.
    for source in sources() {
        let inside =
            source.path.matches('/').count() - usize::from(source.path.ends_with("/mod.rs"));
        let limit = inside.max(usize::from(
            source.path != "lib.rs" && !source.path.contains('/'),
        ));
        let climb = "super::".repeat(limit + 1);
        let leaves = source.path.contains('/') && source.code.contains(&climb);
        assert!(!leaves, "{}: {climb} leaves the part", source.path);
    }
}

#[test]
fn nothing_in_core_panics_by_intent() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (number, line) in source.code.lines().enumerate() {
            for word in PANICS.into_iter().filter(|word| line.contains(word)) {
                wrong.push(format!("core/src/{}:{}: {word}", source.path, number + 1));
            }
            if takes_by_number(line) && !is_proven(&source.path, line) {
                wrong.push(format!(
                    "core/src/{}:{}: {}",
                    source.path,
                    number + 1,
                    line.trim()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// True for `list[place]`: a bracket right after a name, a call or another bracket.
fn takes_by_number(line: &str) -> bool {
    let before = |at: usize| line[..at].chars().next_back();
    line.match_indices('[')
        .filter_map(|(at, _)| before(at))
        .any(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ')' | ']'))
}

fn is_proven(path: &str, line: &str) -> bool {
    PROVEN
        .iter()
        .any(|(file, code, _)| *file == path && line.contains(code))
}

#[test]
fn every_proven_place_is_still_there() {
    let all = sources();
    for (file, code, why) in PROVEN {
        let found = all
            .iter()
            .any(|source| source.path == file && source.code.contains(code));
        assert!(found, "{file} has no {code} any more ({why})");
    }
}

/// The standard sorts are compiled for every type of element, 4 kB of wasm each.
#[test]
fn lists_are_sorted_by_order() {
    let sorts = [
        ".sort(",
        ".sort_by",
        ".sort_unstable",
        ".sort_by_cached_key(",
    ];
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| source.part != "order") {
        let found = sorts.iter().filter(|sort| source.code.contains(**sort));
        wrong.extend(found.map(|sort| format!("core/src/{}: {sort}", source.path)));
    }
    assert!(
        wrong.is_empty(),
        "use crate::order::Order:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn core_knows_no_clock_file_network_or_thread() {
    let mut wrong = Vec::new();
    for source in sources() {
        for word in OUTSIDE
            .into_iter()
            .filter(|word| source.code.contains(word))
        {
            wrong.push(format!("core/src/{}: {word}", source.path));
        }
        let unsafe_code = source.code.split_whitespace().any(|word| word == "unsafe");
        assert!(!unsafe_code, "{}: unsafe", source.path);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_reader_of_sources_sees_code_and_nothing_else() {
    let source = "let a = \"crate::wheel [1] \\\" //\"; // crate::export\nlet b: &'a str = list['['];\nuse crate::{time::{Day, Lang}, plan};";
    let code = code_of(source);
    assert_eq!(
        code,
        "let a = ; \nlet b: &'a str = list[];\nuse crate::{time::{Day, Lang}, plan};"
    );
    assert_eq!(
        used(&code).into_iter().collect::<Vec<_>>(),
        ["plan", "time"]
    );
    assert!(takes_by_number("x = list[at];") && takes_by_number("f()[0]"));
    assert!(
        !takes_by_number("#[must_use]")
            && !takes_by_number("vec![1]")
            && !takes_by_number("x: &[u8]")
    );
}
