//! CSV that a spreadsheet opens, and that does nothing there.

use super::{planning_wheel, with_input};
use planning_wheel_tests::{AGREEMENTS, project_bytes};
use serde_json::{Value, json};

/// Rows of a CSV text, read as RFC 4180 says.
fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            other if quoted => cell.push(other),
            other if other == separator => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty());
    rows
}

#[test]
fn rows_are_the_entries() {
    for name in AGREEMENTS {
        let json = planning_wheel(&format!("calendar plans/{name}.json --mandate 2027 --json"));
        let entries: Vec<Value> = serde_json::from_str(&json.out).unwrap();
        for (option, separator) in [
            ("", ';'),
            ("--separator comma", ','),
            ("--separator tab", '\t'),
        ] {
            let line = format!("calendar plans/{name}.json --mandate 2027 --csv {option}");
            let rows = rows(&planning_wheel(&line).fine(&line), separator);
            assert_eq!(rows[0][..4], ["id", "kind", "title", "start"]);
            assert_eq!(rows.len(), entries.len() + 1);
            for (row, entry) in rows[1..].iter().zip(&entries) {
                assert_eq!(row.len(), rows[0].len());
                for (cell, field) in row.iter().zip(["id", "kind", "title", "start", "end"]) {
                    assert_eq!(entry[field], *cell);
                }
            }
        }
    }
}

#[test]
fn a_title_cannot_be_a_formula() {
    let mut value: Value =
        serde_json::from_slice(&project_bytes("plans/sskl-kalmar.json")).unwrap();
    for (title, safe) in [
        (
            "=HYPERLINK(\"http://x\";\"y\")",
            "'=HYPERLINK(\"http://x\";\"y\")",
        ),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("rad 1\n\"rad\", 2", "rad 1\n\"rad\", 2"),
        ("a\u{202e}b", "a\u{fffd}b"),
    ] {
        value["meetings"][0]["title"] = json!(title);
        let plan = value.to_string();
        let line = "calendar - --year 2027 --kind meeting --body ordforandetraff --csv";
        let rows = rows(&with_input(line, plan.as_bytes()).fine(line), ';');
        assert!(rows.len() > 1);
        for row in &rows[1..] {
            assert_eq!(row[2], safe);
        }
    }
}
