//! Entries as a spreadsheet opens them.
//!
//! A byte order mark tells Excel that the file is UTF-8, without which å, ä and ö break. Rows end
//! with CR LF and cells are quoted as RFC 4180 says. The semicolon is the list separator of
//! Windows in Swedish: Excel opens such a file in columns at a double click, and one with commas
//! in a single column. Programs that want commas ask with `--separator comma`.
//!
//! A cell that begins like a formula would be computed by the spreadsheet, and a plan comes from
//! others: such a cell gets an apostrophe in front, which spreadsheets read as "this is text".

use crate::args::Separator;
use crate::clean;
use crate::entry::EntryData;
use planning_wheel::calendar::Entry;
use planning_wheel::time::format;

const HEADER: [&str; 20] = [
    "id",
    "kind",
    "title",
    "start",
    "end",
    "last_day",
    "start_time",
    "minutes",
    "body",
    "level",
    "principals",
    "agreement",
    "section",
    "reasons",
    "moved_from",
    "status",
    "place",
    "responsible",
    "holder",
    "note",
];

/// Rows of a table, from the byte order mark on.
pub(crate) struct Csv {
    text: String,
    separator: char,
}

impl Csv {
    /// A table with nothing but its header.
    pub(crate) fn new(separator: Separator) -> Self {
        let separator = match separator {
            Separator::Semicolon => ';',
            Separator::Comma => ',',
            Separator::Tab => '\t',
        };
        let mut csv = Self {
            text: "\u{feff}".to_owned(),
            separator,
        };
        csv.row(HEADER.map(str::to_owned));
        csv
    }

    /// Adds an entry.
    pub(crate) fn entry(&mut self, entry: &Entry, data: EntryData) {
        let (agreement, section) = data
            .source
            .map(|source| (source.agreement, source.section))
            .unwrap_or_default();
        self.row([
            data.id,
            data.kind.to_owned(),
            data.title,
            data.start,
            data.end,
            format(entry.last_day()),
            data.start_time.unwrap_or_default(),
            data.minutes
                .map(|minutes| minutes.to_string())
                .unwrap_or_default(),
            data.body.join(", "),
            data.level.unwrap_or_default(),
            data.principals.join(", "),
            agreement,
            section,
            data.reasons.join(" | "),
            data.moved_from.unwrap_or_default(),
            data.status.to_owned(),
            data.place.unwrap_or_default(),
            data.responsible.unwrap_or_default(),
            data.holder.unwrap_or_default(),
            data.note.unwrap_or_default(),
        ]);
    }

    /// The whole table.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn row<const N: usize>(&mut self, cells: [String; N]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(self.separator);
            }
            self.text.push_str(&quoted(cell, self.separator));
        }
        self.text.push_str("\r\n");
    }
}

/// A cell that is text, and only this cell, to whatever reads it.
fn quoted(cell: &str, separator: char) -> String {
    let mut safe = String::with_capacity(cell.len() + 2);
    if cell.starts_with(is_risky) {
        safe.push('\'');
    }
    let white = |letter: &char| matches!(letter, '\n' | '\r' | '\t');
    safe.extend(cell.chars().map(|letter| {
        if white(&letter) {
            letter
        } else {
            clean::visible(letter)
        }
    }));
    if safe.contains(['"', '\n', '\r', ';', ',', '\t', separator]) {
        safe = format!("\"{}\"", safe.replace('"', "\"\""));
    }
    safe
}

/// Spreadsheets take these for the beginning of a formula, or skip them and look at what follows.
fn is_risky(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text_and_quotes_are_doubled() {
        let cell = |text| quoted(text, ';');
        assert_eq!(cell("möte"), "möte");
        for risky in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"] {
            assert_eq!(cell(risky), format!("'{risky}"));
        }
        assert_eq!(cell("\t=1"), "\"'\t=1\"");
        assert_eq!(cell("\r=1"), "\"'\r=1\"");
        assert_eq!(cell("=\"a\";b"), "\"'=\"\"a\"\";b\"");
        assert_eq!(cell("a\nb"), "\"a\nb\"");
        assert_eq!(cell("a\u{1b}[0m"), "a␛[0m");
    }
}
