//! Rows of a table as things, or as what is wrong with them.

use super::MAX_ITEMS;
use super::columns::{Columns, Field};
use super::item::{Brought, Item, Place, Unread, Why, excerpt, said};
use super::table::{Row, Table};
use super::when::{Written, time_of, written};
use crate::calendar::{EntryKind, EntryStatus};
use crate::text;
use crate::time::{Lang, Time, add_days};
use chrono::{Datelike, NaiveDate};

/// What a row has become.
#[derive(Clone, Debug, PartialEq)]
pub enum Previewed {
    /// Something with its days.
    Item(Item),
    /// Nothing, and why.
    Rejected(Unread),
}

/// Every row of a table, as it is or as what is wrong with it. Days that are written without a
/// year are of the year given.
///
/// # Example
/// ```
/// use planning_wheel::import::{Columns, Previewed, Table, Why, preview};
/// let table = Table::read("namn;datum\nStyrelsen;11 mars\nStyrelsen;31 april");
/// let rows = preview(&table, &Columns::guess(&table), Some(2027));
/// assert!(matches!(&rows[0], Previewed::Item(item) if item.start.to_string() == "2027-03-11"));
/// let Previewed::Rejected(row) = &rows[1] else { panic!() };
/// assert_eq!((row.place.line, row.place.column.as_deref()), (Some(3), Some("datum")));
/// ```
#[must_use]
pub fn preview(table: &Table, columns: &Columns, year: Option<i32>) -> Vec<Previewed> {
    let reader = Reader {
        table,
        columns,
        year,
    };
    let rows = table.rows().iter().enumerate();
    rows.map(|(at, row)| match reader.item(row) {
        _ if at >= MAX_ITEMS => Previewed::Rejected(Unread {
            place: Place::line(row.line),
            what: excerpt(row.cell(0)),
            why: Why::TooMany(MAX_ITEMS),
            kept: false,
        }),
        Ok(item) => Previewed::Item(item),
        Err(wrong) => Previewed::Rejected(wrong),
    })
    .collect()
}

/// A table with the columns that are guessed.
pub(super) fn brought(table: &Table, columns: &Columns, year: Option<i32>) -> Brought {
    let mut brought = Brought {
        unread: table.unread().to_vec(),
        ..Brought::default()
    };
    for row in preview(table, columns, year) {
        match row {
            Previewed::Item(item) => brought.items.push(item),
            Previewed::Rejected(wrong) => brought.unread.push(wrong),
        }
    }
    brought
}

struct Reader<'a> {
    table: &'a Table,
    columns: &'a Columns,
    year: Option<i32>,
}

impl Reader<'_> {
    fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        let column = self.columns.get(field);
        column.map_or("", |column| text_of(row.cell(column)))
    }

    fn wrong(&self, row: &Row, field: Field, why: Why) -> Unread {
        let place = Place::line(row.line);
        let column = self
            .columns
            .get(field)
            .map(|column| self.table.name(column));
        let what = match self.cell(row, field) {
            "" => self.cell(row, Field::Title),
            cell => cell,
        };
        Unread {
            place: column.map_or(place.clone(), |column| place.column(column)),
            what: excerpt(what),
            why,
            kept: false,
        }
    }

    fn item(&self, row: &Row) -> Result<Item, Unread> {
        let title = self.cell(row, Field::Title);
        if title.is_empty() {
            return Err(self.wrong(row, Field::Title, Why::NoTitle));
        }
        let (start, begun) = self.day(row, Field::Start, self.year)?;
        let mut item = Item::on(Place::line(row.line), title, begun);
        let mut until = start.until;
        if !self.cell(row, Field::End).is_empty() {
            let (last, mut ended) = self.day(row, Field::End, Some(begun.year()))?;
            if ended < begun && !last.has_year() {
                // "28 dec" to "3 jan".
                ended = self.day(row, Field::End, Some(begun.year() + 1))?.1;
            }
            if ended < begun {
                return Err(self.wrong(row, Field::End, Why::EndBeforeStart));
            }
            item.end = add_days(ended, 1);
            until = last.time.or(until);
        }
        item.time = start.time;
        self.times(row, &mut item, until)?;
        self.rest(row, &mut item)?;
        Ok(item)
    }

    fn day(
        &self,
        row: &Row,
        field: Field,
        year: Option<i32>,
    ) -> Result<(Written, NaiveDate), Unread> {
        let found = written(self.cell(row, field));
        let day = found.and_then(|found| Ok((found, found.day(year)?)));
        day.map_err(|why| self.wrong(row, field, why))
    }

    /// Time and length, from whichever columns tell them.
    fn times(&self, row: &Row, item: &mut Item, mut until: Option<Time>) -> Result<(), Unread> {
        let own = self.cell(row, Field::Time);
        if !own.is_empty() {
            let found = time_of(own).map_err(|why| self.wrong(row, Field::Time, why))?;
            item.time = Some(found.0);
            until = found.1.or(until);
        }
        let end = self.cell(row, Field::EndTime);
        if !end.is_empty() {
            let found = time_of(end).map_err(|why| self.wrong(row, Field::EndTime, why))?;
            until = Some(found.0);
        }
        if let (Some(from), Some(until)) = (item.time, until) {
            let one_day = item.end <= add_days(item.start, 1);
            match until.minutes().checked_sub(from.minutes()) {
                Some(minutes) => item.minutes = (minutes > 0).then_some(minutes),
                None if one_day => {
                    let field = match end {
                        "" => Field::Time,
                        _ => Field::EndTime,
                    };
                    return Err(self.wrong(row, field, Why::EndBeforeStart));
                }
                None => {}
            }
        }
        let minutes = self.cell(row, Field::Minutes);
        if !minutes.is_empty() {
            let number = minutes.trim_end_matches(|letter: char| !letter.is_ascii_digit());
            let number = number.parse::<u16>();
            let wrong = |_| self.wrong(row, Field::Minutes, Why::Minutes);
            item.minutes = Some(number.map_err(wrong)?);
        }
        Ok(())
    }

    fn rest(&self, row: &Row, item: &mut Item) -> Result<(), Unread> {
        let kind = self.cell(row, Field::Kind);
        if !kind.is_empty() {
            let found = kind_named(kind);
            item.kind = Some(found.ok_or_else(|| self.wrong(row, Field::Kind, Why::Kind))?);
        }
        let status = self.cell(row, Field::Status);
        if !status.is_empty() {
            let found = status_named(status);
            item.status = found.ok_or_else(|| self.wrong(row, Field::Status, Why::Status))?;
        }
        item.groups = groups(self.cell(row, Field::Group));
        item.id = said(self.cell(row, Field::Id));
        item.location = said(self.cell(row, Field::Place));
        item.responsible = said(self.cell(row, Field::Responsible));
        item.link = said(self.cell(row, Field::Link));
        item.note = said(self.cell(row, Field::Note));
        Ok(())
    }
}

/// A cell as text: an apostrophe before what looks like a formula says that it is none.
fn text_of(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if text::needs_apostrophe(rest) => rest.trim(),
        _ => cell,
    }
}

/// The groups of a cell: our own tables hold ids with commas between, others one name.
fn groups(cell: &str) -> Vec<String> {
    let is_id = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let parts: Vec<&str> = cell.split(", ").collect();
    match cell {
        "" => Vec::new(),
        _ if parts.iter().all(|part| is_id(part)) => parts.into_iter().map(str::to_owned).collect(),
        whole => vec![whole.to_owned()],
    }
}

/// The kind with a name in data or in words.
pub(super) fn kind_named(word: &str) -> Option<EntryKind> {
    let word = word.trim().to_lowercase();
    let named = |kind: &EntryKind| {
        kind.id() == word
            || [Lang::Sv, Lang::En]
                .iter()
                .any(|lang| text::kind(*kind, *lang) == word)
    };
    EntryKind::ALL.into_iter().find(named)
}

/// The state with a name in data or in words.
pub(super) fn status_named(word: &str) -> Option<EntryStatus> {
    let word = word.trim().to_lowercase();
    let named = |status: &EntryStatus| {
        let words = [Lang::Sv, Lang::En].map(|lang| text::status(*status, lang));
        status.id() == word || words.contains(&Some(word.as_str()))
    };
    EntryStatus::ALL.into_iter().find(named)
}
