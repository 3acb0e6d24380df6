//! Files with what is wrong with each.

use crate::{SAMPLE, problems_of};
use planning_wheel::document::{excerpt, parse, parse_catalogue, write};
use planning_wheel::error::Problems;
use planning_wheel::{text, time::Lang};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

/// Every problem with its place, its words in both languages, and the line it is in.
fn shown(bytes: &[u8], problems: &Problems) -> String {
    let mut out = String::new();
    let text = String::from_utf8_lossy(bytes);
    for problem in &problems.0 {
        let at = problem
            .position
            .map_or("–".into(), |at| format!("{}:{}", at.line, at.column));
        let path = if problem.path.is_empty() {
            "(document)"
        } else {
            &problem.path
        };
        writeln!(out, "{at} {path}").unwrap();
        writeln!(out, "sv: {}", text::problem(problem, Lang::Sv)).unwrap();
        writeln!(out, "en: {}", text::problem(problem, Lang::En)).unwrap();
        if let Some(at) = problem.position {
            writeln!(out, "{}", excerpt(&text, at)).unwrap();
        }
        out.push('\n');
    }
    out
}

/// `tests/data/bad/*.json` against the `.txt` beside each; `UPDATE=1` writes these anew.
#[test]
fn every_problem_of_the_bad_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/bad");
    let update = env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "json"))
    {
        let bytes = fs::read(file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy();
        let problems = match name.starts_with("catalogue") {
            true => parse_catalogue(&bytes).err(),
            false => parse(&bytes).err(),
        };
        let found = shown(&bytes, &problems.unwrap_or_default());
        assert!(!found.is_empty(), "{name} has no problem");
        let beside = file.with_extension("txt");
        if update {
            fs::write(&beside, &found).unwrap();
        } else if fs::read_to_string(&beside).unwrap_or_default() != found {
            wrong.push(format!("{name}:\n{found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "problems differ (UPDATE=1 writes them):\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_sample_is_right_and_stays_so() {
    let written = write(&parse(SAMPLE.as_bytes()).unwrap().document);
    if env::var_os("UPDATE").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sample_plan.json");
        fs::write(file, &written).unwrap();
    }
    assert_eq!(written, SAMPLE);
}

#[test]
fn thirty_errors_are_thirty_problems() {
    let bytes =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/bad/thirty.json")).unwrap();
    assert_eq!(problems_of(&bytes).0.len(), 30);
}
