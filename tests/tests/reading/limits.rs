//! Large, deep and long files, and many errors.

use crate::{SAMPLE, problems_of};
use planning_wheel::document::{MAX_DEPTH, MAX_PROBLEMS, MAX_SIZE, MAX_TEXT, PlanDocument, parse};
use planning_wheel::error::{Problem, ProblemKind};
use serde_json::json;

#[test]
fn too_large_is_said_before_anything_is_read() {
    let kind = ProblemKind::TooLarge {
        size: MAX_SIZE + 1,
        limit: MAX_SIZE,
    };
    assert_eq!(
        problems_of(vec![0xff; MAX_SIZE + 1]).0,
        [Problem::new("", kind)]
    );
    let mut fits = SAMPLE.as_bytes().to_vec();
    fits.resize(MAX_SIZE, b' ');
    assert!(parse(&fits).is_ok());
}

#[test]
fn bombs_end_quickly() {
    let deep = "[".repeat(MAX_SIZE);
    assert_eq!(
        problems_of(&deep).0[0].kind,
        ProblemKind::TooDeep { limit: MAX_DEPTH }
    );
    assert_eq!(
        problems_of("[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH))
            .0
            .len(),
        1
    );
    let hidden = format!("{{\"a\":{}/**/1", "[".repeat(MAX_DEPTH + 1));
    assert_eq!(
        problems_of(&hidden).0[0].kind,
        ProblemKind::TooDeep { limit: MAX_DEPTH }
    );
    for part in [
        "[],",
        "0,",
        "\"\",",
        "{},",
        "{\"id\":0},",
        "\"\\u0000\",",
        "\t\u{a0}",
    ] {
        let many = part.repeat((MAX_SIZE - 100) / part.len());
        let many = many.trim_end_matches(',');
        let text = format!(r#"{{"format":"planning-wheel/1","bodies":[{many}]}}"#);
        let problems = problems_of(&text);
        assert!(
            !problems.is_empty() && problems.0.len() <= MAX_PROBLEMS + 1,
            "{part}"
        );
    }
    let names: String = (0..100_000).map(|name| format!("\"{name}\":0,")).collect();
    let problems = problems_of(format!("{{{names}\"format\":\"planning-wheel/1\"}}"));
    assert_eq!(problems.0.len(), MAX_PROBLEMS + 1);
    let last = problems.0.last().map(|problem| &problem.kind);
    assert_eq!(
        last,
        Some(&ProblemKind::TooMany {
            limit: MAX_PROBLEMS
        })
    );
}

/// A hundred errors spread over a large file cost little more than one.
#[test]
fn many_errors_in_a_large_file() {
    let mut plan = serde_json::to_value(PlanDocument::blank("x", "X")).unwrap();
    let note = |at: usize| {
        let text = if at.is_multiple_of(150) {
            json!(at)
        } else {
            json!("Anmärkning")
        };
        json!({ "id": format!("note-{at}"), "text": text, "about": ["a", "b", "c"] })
    };
    plan["notes"] = (0..15_000).map(note).collect();
    let text = plan.to_string();
    let problems = problems_of(&text);
    assert_eq!(problems.0.len(), MAX_PROBLEMS);
    assert!(
        problems
            .0
            .iter()
            .all(|problem| matches!(problem.kind, ProblemKind::WrongType { .. }))
    );
    assert_eq!(problems.0[1].path, "/notes/150/text");
}

#[test]
fn texts_have_a_longest_length() {
    let plan = |text: &str| json!({ "format": "planning-wheel/1", "id": "x", "title": text, "first_year": 2026 });
    assert!(parse(plan(&"å".repeat(MAX_TEXT)).to_string().as_bytes()).is_ok());
    let problems = problems_of(plan(&"å".repeat(MAX_TEXT + 1)).to_string());
    assert_eq!(problems.0.len(), 1);
    assert_eq!(problems.0[0].kind, ProblemKind::TooLong { limit: MAX_TEXT });
    assert_eq!(problems.0[0].path, "/title");
    let name = "n".repeat(MAX_SIZE / 2);
    let mut long = plan("X");
    long[name.as_str()] = json!(1);
    let problems = problems_of(long.to_string());
    assert!(
        problems.to_string().len() < 200,
        "a name of a million letters is not repeated"
    );
}
