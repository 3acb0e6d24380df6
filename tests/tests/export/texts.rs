//! Laws of texts in calendar files: whatever goes in comes out, as a text.

use super::{event_of, style, titled};
use planning_wheel::document::{Catalogue, PlanDocument, Text};
use planning_wheel::export::{CsvStyle, csv, ics};
use planning_wheel::plan::Plan;
use proptest::prelude::*;

fn blank() -> Plan {
    Plan::check(PlanDocument::blank("plan", "Plan"), &Catalogue::empty()).expect("a plan")
}

/// Texts with everything that needs care, next to each other.
fn any_text() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => any::<char>(),
        4 => prop::sample::select("\\;,:\"\n\r\t =+-@%åÅ€𝄞nN\u{0}\u{202e}\u{200b}\u{feff}\u{85}".chars().collect::<Vec<_>>()),
        1 => Just('x'),
    ];
    prop_oneof![
        9 => prop::collection::vec(sign, 0..200).prop_map(String::from_iter),
        1 => any::<char>().prop_map(|letter| String::from(letter).repeat(1_000)),
    ]
}

/// No control, no mark that turns the text, and nothing that is not seen.
fn is_calm(letter: char) -> bool {
    let hidden = [
        '\u{ad}'..='\u{ad}',
        '\u{61c}'..='\u{61c}',
        '\u{180e}'..='\u{180e}',
        '\u{200b}'..='\u{200f}',
        '\u{2028}'..='\u{202e}',
        '\u{2060}'..='\u{206f}',
        '\u{feff}'..='\u{feff}',
        '\u{fff9}'..='\u{fffb}',
        '\u{e0000}'..='\u{e007f}',
    ];
    !letter.is_control() && !hidden.iter().any(|range| range.contains(&letter))
}

/// The signs that stay as they are, without white space: those must come out in their order.
fn kept(text: &str) -> String {
    text.chars()
        .filter(|letter| is_calm(*letter) && !letter.is_whitespace())
        .collect()
}

/// What the program puts in place of a sign that it shows.
fn is_shown(letter: char) -> bool {
    matches!(letter, '\u{fffd}' | '\u{2400}'..='\u{2421}')
}

proptest! {
    #[test]
    fn texts_survive_folding_and_escaping(title in any_text(), place in any_text(), note in any_text()) {
        let mut entry = titled(&title);
        entry.place = Some(Text::from(place.as_str()));
        entry.note = Some(Text::from(note.as_str()));
        let file = ics(&blank(), [&entry], &style());
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(file.chars().all(|letter| is_calm(letter) || matches!(letter, '\r' | '\n')));
        prop_assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
        prop_assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
        prop_assert_eq!(file.matches("\r\nBEGIN:").count(), 1, "no text makes a part of its own");
        let event = event_of(&blank(), &entry);
        let read = |name: &str| kept(&super::unescape(event.raw(name).unwrap_or_default()));
        let shown = |text: &str| -> String { kept(text).chars().filter(|one| !is_shown(*one)).collect() };
        prop_assert_eq!(shown(&read("SUMMARY")), shown(&title));
        prop_assert_eq!(shown(&read("LOCATION")), shown(&place));
        prop_assert_eq!(shown(&read("DESCRIPTION")), shown(&note));
        prop_assert!(!event.text("SUMMARY").contains('\n'));
    }

    #[test]
    fn clean_texts_come_back_to_the_letter(note in "[ -~åäöÅÄÖ–”€𝄞]{0,300}(\n[ -~åäö]{1,80}){0,3}") {
        let mut entry = titled("x");
        entry.note = Some(Text::from(note.as_str()));
        let event = event_of(&blank(), &entry);
        let read = event.raw("DESCRIPTION").map(super::unescape).unwrap_or_default();
        prop_assert_eq!(read, note.trim());
    }

    #[test]
    fn cells_are_texts(title in any_text()) {
        let entry = titled(&title);
        let table = csv(&blank(), [&entry], &CsvStyle::default());
        let row = table.split_once("\r\n").expect("a header").1;
        let cell = row.strip_prefix("a/1;meeting;").expect("the row");
        let cell = cell.strip_prefix('"').unwrap_or(cell);
        let first = cell.trim_start().chars().next();
        prop_assert!(!first.is_some_and(|letter| "=+-@＝＋－＠".contains(letter)), "{}", cell);
        prop_assert!(!cell.starts_with(['\t', '\r', '\n']), "{}", cell);
        // Quotation marks come in pairs, so that nothing inside ends the cell or the row.
        prop_assert_eq!(row.matches('"').count() % 2, 0);
        let outside: String = row.split('"').step_by(2).collect();
        prop_assert_eq!(outside.matches("\r\n").count(), 1);
        prop_assert_eq!(outside.matches(';').count(), 24);
    }
}
