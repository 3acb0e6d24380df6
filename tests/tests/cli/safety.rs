//! Hostile plans and broken streams.

use super::{with_input, with_words};
use planning_wheel_cli::{Exit, run};
use planning_wheel_tests::project_bytes;
use serde_json::{Value, json};
use std::io::{self, Write};

/// Everything that a terminal could take as something else than text.
fn is_dangerous(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn assert_calm(what: &str, text: &str) {
    let found = text.chars().find(|letter| is_dangerous(*letter));
    assert_eq!(found, None, "{what}: {text:?}");
}

/// A plan whose every text hides something.
fn hostile(sign: &str) -> Vec<u8> {
    fn spoil(value: &mut Value, sign: &str) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    match (key.as_str(), value) {
                        ("title" | "choice" | "quote" | "text", value)
                            if value.is_string() || value.get("sv").is_some() =>
                        {
                            *value = json!(format!("a{sign}b"));
                        }
                        (_, value) => spoil(value, sign),
                    }
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|value| spoil(value, sign)),
            _ => {}
        }
    }
    let bytes = project_bytes("plans/sskl-kalmar.json");
    let mut value: Value = serde_json::from_slice(&bytes).unwrap();
    spoil(&mut value, sign);
    value.to_string().into_bytes()
}

const HUMAN: [&str; 5] = [
    "check - --year 2027",
    "calendar - --year 2027",
    "calendar - --year 2027 --json",
    "explain - moten-nso/2027/1",
    "check - --mandate 2027 --json --lang en",
];

#[test]
fn signs_that_a_plan_may_hold_never_reach_the_terminal() {
    for sign in ["\n", "\t", "\u{202e}", "\u{200b}", "\u{2028}", "\u{2066}"] {
        let plan = hostile(sign);
        for line in HUMAN {
            let ran = with_input(line, &plan);
            assert_eq!(ran.exit, Exit::Fine, "{line}: {}", ran.err);
            assert_calm(line, &ran.out);
            assert_calm(line, &ran.err);
        }
    }
}

#[test]
fn a_line_break_in_a_title_makes_no_row() {
    let rows = |plan: &[u8]| with_input(HUMAN[1], plan).out.lines().count();
    assert_eq!(rows(&hostile("\n")), rows(&hostile(" ")));
}

#[test]
fn signs_that_a_plan_may_not_hold_are_told_without_being_shown() {
    for sign in ["\u{1b}[31m", "\u{9b}2J", "\u{7}", "\u{7f}", "\r"] {
        let escaped = hostile(sign);
        let raw = project_bytes("plans/sskl-kalmar.json");
        let raw = String::from_utf8(raw)
            .unwrap()
            .replace("\"sskl", &format!("\"{sign}sskl"));
        for plan in [escaped, raw.into_bytes()] {
            for line in HUMAN {
                let ran = with_input(line, &plan);
                assert_calm(line, &ran.out);
                assert_calm(line, &ran.err);
            }
        }
    }
}

#[test]
fn hostile_arguments_are_shown_as_signs() {
    let plan = "plans/sskl-kalmar.json";
    let evil = "\u{1b}]0;x\u{7}\u{9b}\n";
    for words in [
        &["check", evil][..],
        &["explain", plan, evil],
        &["calendar", plan, "--year", "2027", "--kind", evil],
        &["calendar", plan, "--year", "2027", "--body", evil],
        &["calendar", plan, "--from", evil, "--to", evil],
        &["wheel", plan, "--year", "2027", "-o", "no/such/\u{1b}.svg"],
        &["check", "--year", evil, plan],
        &[evil],
    ] {
        let ran = with_words(words, b"");
        assert_eq!(ran.exit, Exit::Unreadable, "{words:?}");
        assert_calm("arguments", &ran.err);
    }
}

/// A stream that fails in one way.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let ended = |kind: io::ErrorKind, args: &[&str]| {
        let mut err = Vec::new();
        let args = std::iter::once(&"planning-wheel").chain(args);
        let exit = run(args, &mut io::empty(), &mut Broken(kind), &mut err);
        (exit, String::from_utf8(err).unwrap())
    };
    for args in [&["schema"][..], &["mandates", "--json"], &["--help"]] {
        let (exit, err) = ended(io::ErrorKind::BrokenPipe, args);
        assert_eq!((exit, err.as_str()), (Exit::Fine, ""), "{args:?}");
    }
    let (exit, err) = ended(io::ErrorKind::StorageFull, &["schema"]);
    assert_eq!(exit, Exit::Unreadable);
    assert!(err.starts_with("fel: kan inte skriva"), "{err}");
}

#[test]
fn nobody_listening_to_problems_is_no_panic() {
    let args = ["planning-wheel", "check", "no-such-plan.json"];
    let mut pipe = Broken(io::ErrorKind::BrokenPipe);
    let exit = run(args, &mut io::empty(), &mut Vec::new(), &mut pipe);
    assert_eq!(exit, Exit::Unreadable);
}
