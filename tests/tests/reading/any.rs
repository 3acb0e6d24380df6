//! Any bytes and any documents.

use crate::{SAMPLE, problems_of};
use planning_wheel::document::{
    MAX_PROBLEMS, excerpt, parse, parse_catalogue, write, write_catalogue,
};
use planning_wheel::error::{Position, ProblemKind, Problems};
use planning_wheel::{text, time::Lang};
use planning_wheel_tests::documents::{any_json, catalogue, plan_document};
use proptest::prelude::*;
use serde_json::{Value, json};

fn all_have_words(problems: &Problems) {
    for problem in &problems.0 {
        for lang in [Lang::Sv, Lang::En] {
            let words = text::problem(problem, lang);
            assert!(
                !words.is_empty() && words.chars().count() < 700,
                "{problem:?}: {words}"
            );
        }
    }
}

/// Reading never panics; what cannot be read has problems, all within the text.
fn reads_or_says_why(bytes: &[u8]) {
    for result in [parse(bytes).map(|_| ()), parse_catalogue(bytes).map(|_| ())] {
        let Err(problems) = result else { continue };
        assert!(!problems.is_empty() && problems.0.len() <= MAX_PROBLEMS + 1);
        all_have_words(&problems);
        let text = String::from_utf8_lossy(bytes);
        for problem in &problems.0 {
            let at = problem.position.unwrap_or(Position { line: 1, column: 1 });
            assert!(at.line as usize <= text.split('\n').count());
            assert!(excerpt(&text, at).ends_with('^'));
        }
    }
}

/// A change to some bytes of a text.
fn mutation() -> impl Strategy<Value = (usize, usize, Vec<u8>)> {
    let part = prop_oneof![
        Just(Vec::new()),
        prop::collection::vec(any::<u8>(), 1..4),
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "1e999",
            "-",
            "99999999999999999999",
            "//",
            "/*",
            "'",
            "\u{0}",
            "\n",
            "\t",
            "å",
            "\u{feff}",
            "\"x\":{}",
            "0.5",
            "true",
            "NaN",
            "x",
        ])
        .prop_map(|part| part.as_bytes().to_vec()),
    ];
    (any::<usize>(), 0..6_usize, part)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        reads_or_says_why(&bytes);
    }

    #[test]
    fn any_text(text in "[\\[\\]{}:,\"'\\\\/*0-9a-z.\\-+ \n\tåu\u{0}]{0,80}") {
        reads_or_says_why(text.as_bytes());
    }

    /// What serde_json reads we read as JSON, and the other way round.
    #[test]
    fn the_same_texts_are_json_as_elsewhere(text in "[\\[\\]{}:,\"\\\\/0-9nultre.\\-+ \n]{0,12}") {
        let ours = problems_of(&text).0;
        let syntax = ours.iter().any(|problem| matches!(problem.kind, ProblemKind::Syntax(_)));
        prop_assert_eq!(syntax, serde_json::from_str::<Value>(&text).is_err_and(|error| !error.to_string().contains("out of range")));
    }

    #[test]
    fn changed_plans(changes in prop::collection::vec(mutation(), 1..6)) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        for (at, cut, part) in changes {
            let at = at % (bytes.len() + 1);
            let end = (at + cut).min(bytes.len());
            bytes.splice(at..end, part);
        }
        reads_or_says_why(&bytes);
    }

    #[test]
    fn any_json_value(json in any_json()) {
        reads_or_says_why(json.to_string().as_bytes());
        let Value::Object(mut map) = json else { return Ok(()) };
        map.insert("format".into(), json!("planning-wheel/1"));
        reads_or_says_why(Value::Object(map).to_string().as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn documents_come_back_from_their_files(document in plan_document()) {
        let text = write(&document);
        let again = parse(text.as_bytes()).map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        prop_assert_eq!(&again.document, &document);
        prop_assert_eq!(write(&again.document), text);
    }

    #[test]
    fn catalogues_come_back_from_their_files(catalogue in catalogue()) {
        let text = write_catalogue(&catalogue);
        prop_assert_eq!(parse_catalogue(text.as_bytes()).unwrap().document, catalogue);
    }
}
