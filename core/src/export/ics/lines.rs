//! Content lines: names, values, escaping and folding.

use crate::export::plain::plain;

/// Most octets of a line, its end not counted (RFC 5545, 3.1).
const WIDTH: usize = 75;

/// A calendar file in the making.
#[derive(Default)]
pub(super) struct Lines {
    out: String,
}

impl Lines {
    /// A line with a value as it is.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        self.folded(&format!("{name}:{value}"));
    }

    /// A line with a text of one line.
    pub(super) fn title(&mut self, name: &str, text: &str) {
        self.line(name, &title(text));
    }

    /// A line with a text that may hold line breaks.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escape(text));
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Breaks a line before it gets too wide, never inside a letter or between a backslash and
    /// what it belongs to: some programs look for those before they unfold.
    fn folded(&mut self, line: &str) {
        let (mut width, mut escaped) = (0, false);
        for letter in line.chars() {
            escaped = letter == '\\' && !escaped;
            if width + letter.len_utf8() + usize::from(escaped) > WIDTH {
                self.out.push_str("\r\n ");
                width = 1;
            }
            self.out.push(letter);
            width += letter.len_utf8();
        }
        self.out.push_str("\r\n");
    }
}

/// A text on one line, escaped: for titles, places and each of several categories.
pub(super) fn title(text: &str) -> String {
    let rows = text.split(is_break).map(str::trim);
    let rows: Vec<&str> = rows.filter(|row| !row.is_empty()).collect();
    escape(&rows.join(" "))
}

/// A text as a value: RFC 5545, 3.3.11. Line breaks of every kind become the one that it knows.
pub(super) fn escape(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n");
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            letter if is_break(letter) => safe.push_str("\\n"),
            letter => safe.extend(plain(letter)),
        }
    }
    safe
}

fn is_break(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The lines of a file as they were before folding; any line end is understood.
pub(super) fn unfold(file: &str) -> impl Iterator<Item = String> {
    let mut rest = file
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .peekable();
    std::iter::from_fn(move || {
        let mut line = rest.next()?.to_owned();
        while let Some(more) = rest.next_if(|next| next.starts_with([' ', '\t'])) {
            line.push_str(more.get(1..).unwrap_or_default());
        }
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escape("a;b,c\\d"), "a\\;b\\,c\\\\d");
        assert_eq!(escape(" a\r\nb\rc\nd\u{2028}e "), "a\\nb\\nc\\nd\\ne");
        assert_eq!(escape("a\u{0}\u{202e}b\tc"), "a␀\u{fffd}b c");
        assert_eq!(title("a\r\n b\n\n"), "a b");
        assert_eq!(escape("BEGIN:VEVENT\n"), "BEGIN:VEVENT");
    }

    #[test]
    fn lines_are_folded_between_letters() {
        for text in [
            "x".repeat(200),
            "å".repeat(100),
            "𝄞".repeat(60),
            "ab å€𝄞 ".repeat(40),
            "\\n\\\\x".repeat(40),
        ] {
            let mut lines = Lines::default();
            lines.line("SUMMARY", &text);
            let file = lines.finish();
            assert!(file.split("\r\n").all(|line| line.len() <= WIDTH), "{file}");
            let torn = |line: &str| (line.len() - line.trim_end_matches('\\').len()) % 2 == 1;
            assert!(!file.split("\r\n").any(torn), "{file}");
            let unfolded: Vec<String> = unfold(&file).collect();
            assert_eq!(unfolded, [format!("SUMMARY:{text}"), String::new()]);
        }
    }

    #[test]
    fn a_line_of_exactly_the_width_stays_whole() {
        for (extra, rows) in [(0, 1), (1, 2)] {
            let mut lines = Lines::default();
            lines.line("X", &"x".repeat(WIDTH - 2 + extra));
            assert_eq!(lines.finish().matches("\r\n").count(), rows);
        }
    }
}
