//! Content lines: unfolded, split, and with the line that they begin on.

use super::super::item::{Brought, Place, Why};

/// A property with its parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Property {
    /// Line in the file, from 1.
    pub(super) line: usize,
    /// Name, in capitals.
    pub(super) name: String,
    /// Names in capitals, and values without quotation marks.
    pub(super) parameters: Vec<(String, String)>,
    /// The value, its escapes as they are.
    pub(super) value: String,
}

impl Property {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let mut all = self.parameters.iter();
        all.find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Name `:` or `;` parameters `:` value.
    fn read(line: usize, text: &str) -> Option<Self> {
        let end = text.find([':', ';'])?;
        let (name, mut rest) = text.split_at_checked(end)?;
        let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_' || b == b'.';
        if name.is_empty() || !name.bytes().all(is_name) {
            return None;
        }
        let mut parameters = Vec::new();
        while let Some(after) = rest.strip_prefix(';') {
            let (key, value) = after.split_once('=')?;
            let (value, left) = parameter(value)?;
            parameters.push((key.trim().to_ascii_uppercase(), value));
            rest = left;
        }
        Some(Self {
            line,
            // Some programs put a group in front: "item1.URL".
            name: name.rsplit('.').next().unwrap_or(name).to_ascii_uppercase(),
            parameters,
            value: rest.strip_prefix(':')?.to_owned(),
        })
    }
}

/// A parameter's value, and what comes after it, from the `;` or `:` on.
fn parameter(text: &str) -> Option<(String, &str)> {
    let mut quoted = false;
    let end = text.find(|letter| {
        quoted ^= letter == '"';
        !quoted && matches!(letter, ';' | ':')
    })?;
    let (value, rest) = text.split_at_checked(end)?;
    Some((value.replace('"', ""), rest))
}

/// Every property of a file; lines that are none are noted.
pub(super) fn lines(text: &str, brought: &mut Brought) -> std::vec::IntoIter<Property> {
    let mut all = Vec::new();
    for (line, text) in unfolded(text) {
        if text.trim().is_empty() {
            continue;
        }
        match Property::read(line, &text) {
            Some(property) => all.push(property),
            None => brought.unread(Place::line(line), &text, Why::Line, false),
        }
    }
    all.into_iter()
}

fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut all: Vec<(usize, String)> = Vec::new();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for (at, line) in text.split('\n').enumerate() {
        match (line.strip_prefix([' ', '\t']), all.last_mut()) {
            (Some(more), Some((_, before))) => before.push_str(more),
            _ => all.push((at + 1, line.to_owned())),
        }
    }
    all
}

/// A text without its escapes (RFC 5545, 3.3.11).
pub(super) fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            (other, _) => text.push(other),
        }
    }
    text.trim().to_owned()
}

/// The texts of a list, each without its escapes.
pub(super) fn list(value: &str) -> Vec<String> {
    let mut escaped = false;
    let parts = value.split(|letter| {
        let ends = letter == ',' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    let texts = parts.map(unescape);
    texts.filter(|text| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_split() {
        let found = Property::read(7, "dtstart;TZID=\"a;b:c\";X=1:20270101T090000").unwrap();
        assert_eq!(
            (found.name.as_str(), found.value.as_str()),
            ("DTSTART", "20270101T090000")
        );
        assert_eq!(found.parameter("TZID"), Some("a;b:c"));
        for wrong in ["", "SUMMARY", "Å:1", ":x", "A;B:c", "A;B=\"x:y"] {
            assert_eq!(Property::read(1, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn lines_are_unfolded_and_counted() {
        let mut brought = Brought::default();
        let found: Vec<Property> = lines("A:1\r\n 2\r\n\t3\rB:x\n\nmurk\n", &mut brought).collect();
        assert_eq!((found[0].value.as_str(), found[1].line), ("123", 4));
        assert_eq!(brought.unread[0].place.line, Some(6));
    }

    #[test]
    fn texts_lose_their_escapes() {
        assert_eq!(unescape("a\\;b\\,c\\\\d\\ne\\"), "a;b,c\\d\ne");
        assert_eq!(list("a\\,b,c,,d\\\\,e"), ["a,b", "c", "d\\", "e"]);
    }
}
