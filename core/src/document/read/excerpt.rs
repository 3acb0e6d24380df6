//! The line in which something is wrong, with a mark under the place.

use crate::error::Position;

/// Characters shown before and after the place on a long line.
const BEFORE: usize = 50;
const AFTER: usize = 50;

/// The line at a position, its number, and carets under the word or value that stands there.
///
/// Long lines are cut around the place; tabs become spaces and control characters visible signs.
///
/// # Example
/// ```
/// use planning_wheel::{document::excerpt, error::Position};
/// let text = "{\n  \"mintues\": 30,\n}";
/// let shown = excerpt(text, Position { line: 2, column: 3 });
/// assert_eq!(shown, "  2 |   \"mintues\": 30,\n    |   ^^^^^^^^^");
/// ```
#[must_use]
pub fn excerpt(text: &str, position: Position) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line = text
        .split('\n')
        .nth(position.line.saturating_sub(1) as usize)
        .unwrap_or_default();
    let line = line.strip_suffix('\r').unwrap_or(line);
    let place = position.column.saturating_sub(1) as usize;
    let length = line.chars().count();
    let place = place.min(length);
    let from = if length <= BEFORE + AFTER {
        0
    } else {
        place.saturating_sub(BEFORE)
    };
    let until = length.min(from + BEFORE + AFTER);
    let (left, right) = (
        if from > 0 { "…" } else { "" },
        if until < length { "…" } else { "" },
    );
    let shown: String = line
        .chars()
        .skip(from)
        .take(until - from)
        .map(visible)
        .collect();
    let marked = extent(line, place).min(until.saturating_sub(place)).max(1);
    let number = position.line.to_string();
    let margin = " ".repeat(number.len());
    let indent = " ".repeat(place - from + left.chars().count());
    let carets = "^".repeat(marked);
    format!("  {number} | {left}{shown}{right}\n  {margin} | {indent}{carets}")
}

/// One sign for one character, so that the carets stay under their place.
fn visible(letter: char) -> char {
    match letter {
        '\t' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => {
            '\u{fffd}'
        }
        '\u{2066}'..='\u{2069}' | '\u{feff}' => '\u{fffd}',
        other => other,
    }
}

/// Length of the text, word or number that starts at a place.
fn extent(line: &str, place: usize) -> usize {
    let mut rest = line.chars().skip(place);
    match rest.next() {
        Some('"') => {
            let mut escaped = false;
            let inside = rest.take_while(|&letter| {
                let open = escaped || letter != '"';
                escaped = !escaped && letter == '\\';
                open
            });
            inside.count() + 2
        }
        Some(letter) if is_word(letter) => 1 + rest.take_while(|&letter| is_word(letter)).count(),
        _ => 1,
    }
    .min(line.chars().count().saturating_sub(place))
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '+' | '.' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_wide_letters_and_control_characters_keep_the_caret_in_place() {
        let at = |column| Position { line: 1, column };
        assert_eq!(
            excerpt("\t\"åä\": x1,", at(8)),
            "  1 |  \"åä\": x1,\n    |        ^^"
        );
        assert_eq!(excerpt("a\u{0}b\r\n", at(2)), "  1 | a␀b\n    |  ^");
        assert_eq!(
            excerpt("\"a\\\"b\" 1", at(1)),
            "  1 | \"a\\\"b\" 1\n    | ^^^^^^"
        );
        assert_eq!(
            excerpt("", Position { line: 9, column: 9 }),
            "  9 | \n    | ^"
        );
        assert_eq!(excerpt("\u{feff}{", at(1)), "  1 | {\n    | ^");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}\"here\"{}", "a".repeat(500), "b".repeat(500));
        let shown = excerpt(
            &line,
            Position {
                line: 1,
                column: 501,
            },
        );
        let (above, below) = shown.split_once('\n').unwrap();
        assert_eq!(above.chars().count(), 6 + 102);
        let start = below.find('^').unwrap();
        assert_eq!(above.chars().nth(start), Some('"'));
        assert_eq!(below.matches('^').count(), 6);
    }
}
