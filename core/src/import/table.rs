//! A table as a spreadsheet or a list gives it: rows of cells, and which row names the columns.

use super::columns::Field;
use super::item::{Place, Unread, Why, excerpt};
use super::when::written;

/// One row with the line that it begins on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, from 1.
    pub line: usize,
    /// Its cells, without the marks around them.
    pub cells: Vec<String>,
}

impl Row {
    /// A cell; empty where the row is too short.
    #[must_use]
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A table with its header, when it has one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    separator: char,
    header: Option<Row>,
    rows: Vec<Row>,
    unread: Vec<Unread>,
}

/// What may stand between cells, the likeliest first: pasted cells have tabs.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// How far down a header is looked for.
const HEADER_WITHIN: usize = 10;
/// Rows that a separator is guessed from.
const LOOKED_AT: usize = 20;

impl Table {
    /// Reads a table, guessing what stands between its cells and which row names its columns.
    ///
    /// Empty rows are passed over. A row above the header is noted.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::import::Table;
    /// let table = Table::read("Namn;Datum\nStyrelse;2027-03-11\n\"Möte; extra\";2027-04-01\n");
    /// assert_eq!(table.header(), ["Namn", "Datum"]);
    /// assert_eq!((table.rows()[1].line, table.rows()[1].cell(0)), (3, "Möte; extra"));
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (given, text, first) = separator_line(text);
        let separator = given.unwrap_or_else(|| guess(text));
        let mut cells = Cells::new(text, separator, first);
        let mut rows: Vec<Row> = std::iter::from_fn(|| cells.row()).collect();
        let mut unread = Vec::new();
        if let Some(line) = cells.open {
            unread.push(noted(line, "\"", Why::OpenQuote));
        }
        rows.retain(|row| !row.is_blank());
        let header = header_of(&rows).and_then(|at| {
            let above = rows.drain(..at).map(|row| {
                let what = row.cells.join(" ");
                noted(row.line, &what, Why::AboveHeader)
            });
            unread.extend(above);
            (!rows.is_empty()).then(|| rows.remove(0))
        });
        Self {
            separator,
            header,
            rows,
            unread,
        }
    }

    /// What stands between its cells.
    #[must_use]
    pub fn separator(&self) -> char {
        self.separator
    }

    /// Names of the columns; empty when no row names them.
    #[must_use]
    pub fn header(&self) -> &[String] {
        self.header.as_ref().map_or(&[], |row| &row.cells)
    }

    /// The rows below the header.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What is no row of it.
    #[must_use]
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        let rows = self.header.iter().chain(&self.rows);
        rows.map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The name of a column: what the header says, or its letter as in a spreadsheet.
    #[must_use]
    pub fn name(&self, column: usize) -> String {
        let named = self.header().get(column).map(|name| name.trim());
        match named.filter(|name| !name.is_empty()) {
            Some(name) => name.to_owned(),
            None => letters(column),
        }
    }
}

fn noted(line: usize, what: &str, why: Why) -> Unread {
    Unread {
        place: Place::line(line),
        what: excerpt(what),
        why,
        kept: false,
    }
}

/// A, B … Z, AA, AB.
fn letters(column: usize) -> String {
    let mut name = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        name.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    name.iter().rev().collect()
}

/// Excel's own first line, `sep=;`, what comes after it, and on which line that is.
fn separator_line(text: &str) -> (Option<char>, &str, usize) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut letters = line.trim_end_matches('\r').chars();
    let is_it = letters.by_ref().take(4).eq("sep=".chars());
    match (letters.next(), letters.next()) {
        (Some(separator), None) if is_it => (Some(separator), rest, 2),
        _ => (None, text, 1),
    }
}

/// The separator that makes the first rows widest and most alike.
fn guess(text: &str) -> char {
    let score = |separator: char| {
        let mut cells = Cells::new(text, separator, 1);
        let rows = std::iter::from_fn(|| cells.row());
        let rows = rows.filter(|row| !row.is_blank()).take(LOOKED_AT);
        let widths: Vec<usize> = rows.map(|row| row.cells.len()).collect();
        let usual = |width: usize| widths.iter().filter(|other| **other == width).count();
        let many = widths.iter().filter(|width| **width > 1);
        many.map(|width| (usual(*width), *width)).max()
    };
    let mut best = (None, ',');
    for separator in SEPARATORS {
        let found = score(separator);
        if found > best.0 {
            best = (found, separator);
        }
    }
    best.1
}

/// The row that names columns: one with two names that are known, or else a first row without a
/// day in it.
fn header_of(rows: &[Row]) -> Option<usize> {
    let known = |row: &Row| {
        let names = row.cells.iter().filter(|cell| Field::named(cell).is_some());
        names.count()
    };
    let named = rows
        .iter()
        .take(HEADER_WITHIN)
        .position(|row| known(row) >= 2);
    named.or_else(|| {
        let first = rows.first()?;
        let has_day = |row: &Row| row.cells.iter().any(|cell| written(cell).is_ok());
        let below = rows.get(1).is_some_and(has_day);
        (!has_day(first) && below).then_some(0)
    })
}

/// Cells one after another, as RFC 4180 says; a line may end in any way.
struct Cells<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
    /// The line of a quotation mark that is never closed.
    open: Option<usize>,
}

impl<'a> Cells<'a> {
    fn new(text: &'a str, separator: char, line: usize) -> Self {
        Self {
            rest: text.chars().peekable(),
            separator,
            line,
            open: None,
        }
    }

    fn row(&mut self) -> Option<Row> {
        self.rest.peek()?;
        let mut row = Row {
            line: self.line,
            cells: Vec::new(),
        };
        loop {
            let (cell, last) = self.cell();
            row.cells.push(cell);
            if last {
                return Some(row);
            }
        }
    }

    /// A cell, and whether the row ends with it.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        if self.rest.next_if_eq(&'"').is_some() {
            self.quoted(&mut cell);
        }
        loop {
            match self.rest.next() {
                Some(letter) if letter == self.separator => return (cell, false),
                Some('\r') => {
                    self.rest.next_if_eq(&'\n');
                    self.line += 1;
                    return (cell, true);
                }
                Some('\n') => {
                    self.line += 1;
                    return (cell, true);
                }
                Some(letter) => cell.push(letter),
                None => return (cell, true),
            }
        }
    }

    /// What stands between two quotation marks; two of them are one.
    fn quoted(&mut self, cell: &mut String) {
        let begun = self.line;
        while let Some(letter) = self.rest.next() {
            match letter {
                '"' if self.rest.next_if_eq(&'"').is_none() => return,
                '\n' => self.line += 1,
                '\r' if self.rest.peek() != Some(&'\n') => self.line += 1,
                _ => {}
            }
            cell.push(letter);
        }
        self.open.get_or_insert(begun);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_guessed() {
        for (text, separator) in [
            ("a\tb\n1,5\t2", '\t'),
            ("a;b\n1,5;2,5\n", ';'),
            ("a,b\n1,2", ','),
            ("sep=|\na|b", '|'),
            ("\"a;b\",c\n\"d;e\",f", ','),
            ("ensam", ','),
        ] {
            assert_eq!(Table::read(text).separator(), separator, "{text}");
        }
    }

    #[test]
    fn lines_are_counted_through_quotes() {
        let table = Table::read("namn,datum\r\n\"a\r\nb\",2027-01-02\r\n\r\nc,2027-01-03");
        let lines: Vec<usize> = table.rows().iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 5]);
        assert_eq!(table.rows()[0].cell(0), "a\r\nb");
        assert_eq!(table.rows()[0].cell(9), "");
    }

    #[test]
    fn an_open_quote_is_told_and_ends_with_the_file() {
        let table = Table::read("namn,datum\na,2027-01-02\n\"b,2027-01-03\n");
        assert_eq!(table.rows().len(), 2);
        assert_eq!(table.unread()[0].why, Why::OpenQuote);
        assert_eq!(table.unread()[0].place.line, Some(3));
    }

    #[test]
    fn columns_without_names_have_letters() {
        let table = Table::read("a,2027-01-02\nb,2027-01-03\n");
        assert!(table.header().is_empty());
        assert_eq!(
            (table.name(1), letters(27)),
            ("B".to_owned(), "AB".to_owned())
        );
    }
}
