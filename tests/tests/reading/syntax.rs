//! What is JSON and what is not.

use crate::problems_of;
use planning_wheel::error::{Problem, ProblemKind, Syntax};
use serde_json::Value;

/// Slips that JavaScript or other dialects allow are each named, and what is written is read on.
#[test]
fn slips_do_not_hide_other_problems() {
    let text = "// en plan\n{ format: 'planning-wheel/1', \"id\": \"x\" \"title\": 5,\n \"first_year\": 0x7EA, }";
    let kinds: Vec<_> = problems_of(text)
        .0
        .into_iter()
        .map(|problem| problem.kind)
        .collect();
    let syntax: Vec<_> = kinds
        .iter()
        .filter_map(|kind| match kind {
            ProblemKind::Syntax(kind) => Some(*kind),
            _ => None,
        })
        .collect();
    let expected = [
        Syntax::Comment,
        Syntax::BareName,
        Syntax::SingleQuotes,
        Syntax::MissingComma,
        Syntax::Number,
        Syntax::TrailingComma,
    ];
    assert_eq!(syntax, expected);
    assert_eq!(kinds.len(), 7, "and the title: {kinds:?}");
}

#[test]
fn only_what_the_standard_allows_is_json() {
    let refused = [
        "",
        " ",
        "{",
        "}",
        "[1,]",
        "[,]",
        "[1 2]",
        "{\"a\" 1}",
        "{a: 1}",
        "['a']",
        "[01]",
        "[+1]",
        "[.5]",
        "[5.]",
        "[0x1]",
        "[NaN]",
        "[-Infinity]",
        "[1e]",
        "[\"\\x41\"]",
        "[\"\\'\"]",
        "[\"\\ud800\"]",
        "[\"\\udc00x\"]",
        "[\"\t\"]",
        "[\"\n\"]",
        "[1]\u{a0}",
        "[1]\u{b}",
        "[1] 2",
        "[tru]",
        "[True]",
        "// x\n[]",
        "[/**/]",
        "[\"",
        "[-]",
        "\u{feff}\u{feff}[]",
        "[\"\\u12\"]",
        "[1,,2]",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1 \"b\":2}",
        "{,}",
        "[:]",
        "{1:1}",
    ];
    for text in refused {
        let problems = problems_of(text);
        let is_syntax = |problem: &Problem| matches!(problem.kind, ProblemKind::Syntax(_));
        assert!(
            problems.0.iter().any(is_syntax),
            "{text:?} passed: {problems:?}"
        );
        assert!(
            serde_json::from_str::<Value>(text).is_err(),
            "{text:?} is JSON"
        );
    }
}
