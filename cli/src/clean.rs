//! Characters that could steer a terminal or hide a word become visible signs.
//!
//! Plans come from others. A title with an escape sequence must not colour, move or rewrite what
//! stands on the screen, and one with a line break must not look like two rows.

use planning_wheel::export::visible;

/// A text of several lines, safe for a terminal.
pub(crate) fn text(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if letter == '\n' {
                letter
            } else {
                visible(letter)
            }
        })
        .collect()
}

/// A text on one line, safe for a terminal: line breaks and tabs become spaces.
pub(crate) fn line(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\r' | '\t' => ' ',
            other => visible(other),
        })
        .collect()
}

/// JSON in which every such character is written as an escape: the same value, safe to print.
pub(crate) fn json(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '\n' || visible(letter) == letter {
            safe.push(letter);
        } else {
            // They only stand inside texts: JSON knows no other white space than line breaks here.
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                safe.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_signs() {
        assert_eq!(text("a\u{1b}[31m\nb\u{9b}2J"), "a␛[31m\nb\u{fffd}2J");
        assert_eq!(line("a\r\nb\tc\u{202e}"), "a  b c\u{fffd}");
        assert_eq!(
            json("\"\u{9b}\u{e0041}å\"\n"),
            "\"\\u009b\\udb40\\udc41å\"\n"
        );
    }
}
