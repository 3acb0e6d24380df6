//! What people already have, read into values: tables, calendar files, wheels of YearWheel.
//!
//! Any bytes give an answer. What is understood becomes an [`Item`]; what is not becomes an
//! [`Unread`] with its place, and nothing is left out without one. Nothing here changes a plan:
//! that is [`crate::session::Action::Import`].

mod columns;
mod decode;
mod groups;
mod ics;
mod item;
mod preview;
mod table;
mod when;
mod yrw;

pub use columns::{Columns, Field};
pub use decode::decode;
pub use groups::{GroupMatch, body_named, match_groups};
pub use ics::read_ics;
pub use item::{Brought, Item, Place, Unread, Why};
pub use preview::{Previewed, preview};
pub use table::{Row, Table};
pub use when::{Written, written};
pub use yrw::read_yrw;

use crate::time::DateRange;

/// Most things that are read from one file: ten times what the largest plan holds.
pub const MAX_ITEMS: usize = 5_000;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Rows of cells.
    Table,
    /// A calendar file (.ics).
    Ics,
    /// A wheel of YearWheel (.yrw).
    Yrw,
}

impl Format {
    /// What a text is, by what stands in it and not by its name.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::import::Format;
    /// assert_eq!(Format::of("BEGIN:VCALENDAR\r\n"), Format::Ics);
    /// assert_eq!(Format::of(" {}"), Format::Yrw);
    /// assert_eq!(Format::of("namn;datum"), Format::Table);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        let calendar = text
            .get(..6)
            .is_some_and(|word| word.eq_ignore_ascii_case("BEGIN:"));
        match (calendar, text.starts_with('{')) {
            (true, _) => Self::Ics,
            (false, true) => Self::Yrw,
            (false, false) => Self::Table,
        }
    }
}

/// Reads any of the three, a table with the columns that are guessed. Repetitions are written out
/// for the days given; times are those of the time zone given.
///
/// # Example
/// ```
/// use planning_wheel::{import::read, time::DateRange};
/// let found = read(b"Namn,Datum\nM\xf6te,11 mars", DateRange::year(2027).unwrap(), "Europe/Stockholm");
/// assert_eq!((found.items[0].title.as_str(), found.unread.len()), ("Möte", 0));
/// assert_eq!(found.items[0].start.to_string(), "2027-03-11");
/// ```
#[must_use]
pub fn read(bytes: &[u8], within: DateRange, zone: &str) -> Brought {
    let text = decode(bytes);
    match Format::of(&text) {
        Format::Ics => read_ics(&text, within, zone),
        Format::Yrw => read_yrw(&text),
        Format::Table => read_table(&text, None, within),
    }
}

/// Reads a table with the columns given, or with those that are guessed. Days without a year are
/// of the year that the range begins in.
#[must_use]
pub fn read_table(text: &str, columns: Option<&Columns>, within: DateRange) -> Brought {
    use chrono::Datelike;
    let table = Table::read(text);
    let guessed = Columns::guess(&table);
    let year = Some(within.start.year());
    let mut brought = preview::brought(&table, columns.unwrap_or(&guessed), year);
    if brought.items.is_empty() && brought.unread.is_empty() {
        brought.unread(Place::default(), "", Why::Nothing, false);
    }
    brought
}
