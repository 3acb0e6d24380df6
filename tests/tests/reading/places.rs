//! Lines, columns and document paths.

use crate::problems_of;
use planning_wheel::document::parse;
use planning_wheel::error::{Position, ProblemKind, Problems};

#[test]
fn line_ends_byte_order_marks_and_wide_letters_keep_places_right() {
    let text = "\u{feff}{\r\n\t\"format\": \"planning-wheel/1\",\r\n \"id\": \"🙂å\", \"title\": 7,\r\n\"first_year\": 2026}";
    let problems = problems_of(text);
    assert_eq!(problems.0.len(), 1);
    assert_eq!(
        problems.0[0].position,
        Some(Position {
            line: 3,
            column: 23
        })
    );
    let not_text = [b"{\"id\": \"\xc3\xa5".as_slice(), b"\xff\"}"].concat();
    let problems = problems_of(&not_text);
    assert_eq!(problems.0[0].kind, ProblemKind::NotText);
    assert_eq!(
        problems.0[0].position,
        Some(Position {
            line: 1,
            column: 10
        })
    );
}

#[test]
fn positions_follow_paths() {
    let text = "{\"format\": \"planning-wheel/1\", \"id\": \"x\", \"first_year\": 2026,\n \"t\\u0069tle\": \"X\",\n \
        \"assignments\": [{\"id\": \"a\", \"title\": \"A\", \"from\": \"f\", \"to\": \"t\", \"start\": \"2027-01-01\",\n \
        \"texts\": {\"a/b~\\u0063\": \"å\"}}]}";
    let parsed = parse(text.as_bytes()).unwrap();
    let at = |path| parsed.positions.find(path).map(|at| (at.line, at.column));
    assert_eq!(at(""), Some((1, 1)));
    assert_eq!(at("/title"), Some((2, 16)));
    assert_eq!(at("/assignments/0/texts/a~1b~0c"), Some((4, 26)));
    assert_eq!(at("/assignments/0/texts/other/deep"), Some((4, 11)));
    assert_eq!(at("/assignments/7"), Some((3, 17)));
    assert_eq!(at("/bodies"), Some((1, 1)));
    let mut problems = Problems::default();
    problems.push("/assignments/0/from", ProblemKind::Empty);
    problems.push("/id", ProblemKind::Empty);
    let lines: Vec<_> = problems
        .locate(&parsed.positions)
        .0
        .iter()
        .map(|p| p.position.unwrap().line)
        .collect();
    assert_eq!(lines, [1, 3]);
}
