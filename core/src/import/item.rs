//! What comes out of a file: things that were understood, and what was not.

use crate::calendar::{EntryKind, EntryStatus};
use crate::time::{DateRange, DateTextError, Time};
use chrono::NaiveDate;

/// Where something stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1; nothing where a file has no lines worth naming.
    pub line: Option<usize>,
    /// Column of a table, property of a calendar file, or field.
    pub column: Option<String>,
}

impl Place {
    /// A line.
    #[must_use]
    pub fn line(line: usize) -> Self {
        Self {
            line: Some(line),
            column: None,
        }
    }

    /// A column, property or field of the same line.
    #[must_use]
    pub fn column(&self, column: impl Into<String>) -> Self {
        Self {
            line: self.line,
            column: Some(column.into()),
        }
    }
}

/// One thing with its days, as a file tells it. It belongs to no plan yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Where it stands.
    pub place: Place,
    /// Its id in the file: that of one of our entries, a UID, or what the other program gave.
    pub id: Option<String>,
    /// What it is called.
    pub title: String,
    /// Groups that it belongs to, as written.
    pub groups: Vec<String>,
    /// First day.
    pub start: NaiveDate,
    /// The day after the last.
    pub end: NaiveDate,
    /// Time of day.
    pub time: Option<Time>,
    /// Length in minutes, on the last day where there are several.
    pub minutes: Option<u16>,
    /// What it is, where the file says it in our words.
    pub kind: Option<EntryKind>,
    /// Whether it is cancelled or not decided.
    pub status: EntryStatus,
    /// Where it is held.
    pub location: Option<String>,
    /// Who is responsible.
    pub responsible: Option<String>,
    /// Address of a page.
    pub link: Option<String>,
    /// What else is said.
    pub note: Option<String>,
}

impl Item {
    /// Something of one day with nothing but its name.
    #[must_use]
    pub fn on(place: Place, title: impl Into<String>, day: NaiveDate) -> Self {
        Self {
            place,
            id: None,
            title: title.into(),
            groups: Vec::new(),
            start: day,
            end: crate::time::add_days(day, 1),
            time: None,
            minutes: None,
            kind: None,
            status: EntryStatus::Proposed,
            location: None,
            responsible: None,
            link: None,
            note: None,
        }
    }

    /// Its days.
    #[must_use]
    pub fn range(&self) -> DateRange {
        DateRange {
            start: self.start,
            end: self.end,
        }
    }
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// Where it stands.
    pub place: Place,
    /// What stands there, or what it is called.
    pub what: String,
    /// What is wrong.
    pub why: Why,
    /// True when the thing was taken all the same, without what was not understood.
    pub kept: bool,
}

/// Why something was not understood; [`crate::text::unread`] says it in words, with the way out.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It has no name.
    NoTitle,
    /// It has no first day.
    NoStart,
    /// Its day cannot be read.
    Date(DateTextError),
    /// Its day is written without a year.
    NoYear,
    /// Its day is a number, as spreadsheets keep them.
    SpreadsheetNumber,
    /// Its time of day cannot be read.
    Time,
    /// Its length cannot be read.
    Minutes,
    /// It ends before it begins.
    EndBeforeStart,
    /// It is of a kind that is not known.
    Kind,
    /// It stands in a state that is not known.
    Status,
    /// A row above the row with the columns' names.
    AboveHeader,
    /// A quotation mark that is never closed.
    OpenQuote,
    /// More than is read from one file.
    TooMany(usize),
    /// It is neither a table, a calendar file nor a wheel.
    Nothing,
    /// It is a plan of this program.
    Plan,
    /// A line of a calendar file that is no property.
    Line,
    /// A part of a calendar file that never ends.
    OpenPart,
    /// A part of a calendar file that is no event: a task, a journal, a time that is free.
    Part,
    /// A time zone whose rules nobody gives; the time is taken as it stands.
    Zone,
    /// A repetition, or a part of one, that is not known; only its first day is taken.
    Rule,
    /// A repetition that would take too long to follow.
    LongRule,
    /// An event that is changed from one day on; only that day is changed.
    FromThere,
    /// JSON that cannot be read.
    Json,
    /// A ring or group that the file does not hold.
    Reference,
    /// A value of another type than it should be.
    Value,
}

/// What came out of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    /// What the file calls itself.
    pub title: Option<String>,
    /// What was understood, in the file's order; repeated events by day.
    pub items: Vec<Item>,
    /// What was not.
    pub unread: Vec<Unread>,
    /// How many things lie wholly outside the days that were asked for.
    pub outside: usize,
}

impl Brought {
    /// Notes something that was not understood.
    pub(super) fn unread(&mut self, place: Place, what: &str, why: Why, kept: bool) {
        self.unread.push(Unread {
            place,
            what: excerpt(what),
            why,
            kept,
        });
    }
}

/// So much of a text that it can be found again.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.trim();
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// A text that says something.
pub(super) fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
