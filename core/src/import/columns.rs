//! Which column of a table says what.

use super::preview::{kind_named, status_named};
use super::table::Table;
use super::when::{time_of, written};
use std::collections::BTreeMap;

/// What a column can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// What it is called.
    Title,
    /// Group that it belongs to.
    Group,
    /// First day, with or without a time.
    Start,
    /// Last day, with or without a time.
    End,
    /// Time of day.
    Time,
    /// Time of day at which it ends.
    EndTime,
    /// Length in minutes.
    Minutes,
    /// What it is: meeting, deadline and so on.
    Kind,
    /// Whether it is cancelled or not decided.
    Status,
    /// Where it is held.
    Place,
    /// Who is responsible.
    Responsible,
    /// Address of a page.
    Link,
    /// What else is said.
    Note,
    /// Its id.
    Id,
}

/// Names of columns as people write them, and as our own tables do.
const NAMES: [(Field, &str, &[&str]); 14] = [
    (
        Field::Title,
        "title",
        &[
            "title",
            "titel",
            "namn",
            "name",
            "aktivitet",
            "activity",
            "rubrik",
            "händelse",
            "event",
            "subject",
            "ämne",
            "vad",
            "what",
            "möte",
            "meeting",
            "benämning",
            "summary",
        ],
    ),
    (
        Field::Group,
        "group",
        &[
            "body",
            "group",
            "grupp",
            "grupper",
            "groups",
            "organ",
            "nämnd",
            "forum",
            "ring",
            "vem",
            "who",
            "body_names",
            "board",
            "kategori",
            "category",
        ],
    ),
    (
        Field::Start,
        "start",
        &[
            "start",
            "startdatum",
            "start date",
            "startdate",
            "datum",
            "date",
            "dag",
            "day",
            "från",
            "from",
            "fr.o.m.",
            "from och med",
            "när",
            "when",
            "börjar",
            "begins",
            "startdag",
        ],
    ),
    (
        Field::End,
        "end",
        &[
            "last_day",
            "last day",
            "sista dag",
            "slut",
            "slutdatum",
            "end",
            "end date",
            "enddate",
            "till",
            "to",
            "t.o.m.",
            "tom",
            "till och med",
            "until",
            "slutar",
            "ends",
            "slutdag",
        ],
    ),
    (
        Field::Time,
        "time",
        &[
            "start_time",
            "tid",
            "time",
            "klockslag",
            "starttid",
            "start time",
            "kl",
            "kl.",
        ],
    ),
    (
        Field::EndTime,
        "end_time",
        &["end_time", "sluttid", "end time"],
    ),
    (
        Field::Minutes,
        "minutes",
        &[
            "minutes",
            "minuter",
            "längd",
            "length",
            "duration",
            "längd (min)",
        ],
    ),
    (
        Field::Kind,
        "kind",
        &["kind", "sort", "typ", "type", "kind_name"],
    ),
    (Field::Status, "status", &["status", "läge", "state"]),
    (
        Field::Place,
        "place",
        &["place", "plats", "lokal", "location", "var", "where"],
    ),
    (
        Field::Responsible,
        "responsible",
        &["responsible", "ansvarig", "owner"],
    ),
    (Field::Link, "link", &["url", "länk", "link"]),
    (
        Field::Note,
        "note",
        &[
            "note",
            "notering",
            "anteckning",
            "kommentar",
            "beskrivning",
            "description",
            "notes",
            "comments",
            "comment",
        ],
    ),
    (Field::Id, "id", &["id", "uid"]),
];

impl Field {
    /// Every one, in the order in which a form asks for them.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::Group,
        Self::Start,
        Self::End,
        Self::Time,
        Self::EndTime,
        Self::Minutes,
        Self::Kind,
        Self::Status,
        Self::Place,
        Self::Responsible,
        Self::Link,
        Self::Note,
        Self::Id,
    ];

    /// Name in data: `title`, `end_time` and so on.
    #[must_use]
    pub fn id(self) -> &'static str {
        let found = NAMES.iter().find(|(field, _, _)| *field == self);
        found.map_or("", |(_, id, _)| id)
    }

    /// The field with this name in data; `name` is understood as the title.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let id = if id == "name" { "title" } else { id };
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// The field that a column's name means.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        rank(name).map(|(field, _)| field)
    }
}

/// The field that a name means, and how sure that is: our own names come first.
fn rank(name: &str) -> Option<(Field, usize)> {
    let name = name.trim().to_lowercase();
    let name = name.strip_suffix(':').unwrap_or(&name);
    let place = |names: &[&str]| names.iter().position(|one| *one == name);
    let mut all = NAMES.iter();
    all.find_map(|(field, _, names)| Some((*field, place(names)?)))
}

/// Which column says what; a person may change it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns(BTreeMap<Field, usize>);

/// Rows that columns without names are guessed from.
const LOOKED_AT: usize = 50;

impl Columns {
    /// Guesses by the names of the columns, and by what stands in them where no name tells.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::import::{Columns, Field, Table};
    /// let table = Table::read("Möte\tDag\tPlats\nStyrelsen\t11/3 2027\tSal A");
    /// let columns = Columns::guess(&table);
    /// assert_eq!(columns.get(Field::Title), Some(0));
    /// assert_eq!(columns.get(Field::Start), Some(1));
    /// assert_eq!(columns.get(Field::End), None);
    /// ```
    #[must_use]
    pub fn guess(table: &Table) -> Self {
        let mut columns = Self::default();
        columns.by_name(table);
        columns.by_content(table);
        // What says nothing in our words is better shown as a column that is not taken.
        columns.doubt(table, Field::Kind, |cell| kind_named(cell).is_some());
        columns.doubt(table, Field::Status, |cell| status_named(cell).is_some());
        columns
    }

    /// The column that says something.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<usize> {
        self.0.get(&field).copied()
    }

    /// Says which column tells something; a column tells one thing only.
    pub fn set(&mut self, field: Field, column: Option<usize>) {
        self.0.retain(|_, other| Some(*other) != column);
        match column {
            Some(column) => self.0.insert(field, column),
            None => self.0.remove(&field),
        };
    }

    /// Columns of a table with something in them that nothing is taken from.
    #[must_use]
    pub fn unused(&self, table: &Table) -> Vec<usize> {
        let used = |column: &usize| self.0.values().any(|other| other == column);
        let says = |column: &usize| {
            let mut rows = table.rows().iter();
            rows.any(|row| !row.cell(*column).trim().is_empty())
        };
        (0..table.width())
            .filter(|column| !used(column) && says(column))
            .collect()
    }

    fn by_name(&mut self, table: &Table) {
        let mut sure: BTreeMap<Field, usize> = BTreeMap::new();
        for (column, name) in table.header().iter().enumerate() {
            let Some((field, place)) = rank(name) else {
                continue;
            };
            if sure.get(&field).is_none_or(|best| place < *best) {
                sure.insert(field, place);
                self.0.insert(field, column);
            }
        }
    }

    /// Days and names, for tables whose columns have none or other names.
    fn by_content(&mut self, table: &Table) {
        let is_day = |cell: &str| written(cell).is_ok();
        let is_time = |cell: &str| cell.contains([':', '.']) && time_of(cell).is_ok();
        if self.get(Field::Start).is_none() {
            self.take(table, Field::Start, is_day);
            if table.header().is_empty() {
                self.take(table, Field::End, is_day);
            }
        }
        if table.header().is_empty() {
            self.take(table, Field::Time, is_time);
        }
        for field in [Field::Title, Field::Group] {
            if self.get(field).is_none() && (field == Field::Title || table.header().is_empty()) {
                self.take(table, field, |cell| !is_day(cell) && !is_time(cell));
            }
        }
    }

    /// Takes the first free column in which most cells that say something are of a form.
    fn take(&mut self, table: &Table, field: Field, fits: impl Fn(&str) -> bool) {
        let free = |column: &usize| !self.0.values().any(|other| other == column);
        let found = (0..table.width())
            .filter(free)
            .find(|column| mostly(table, *column, &fits));
        if let Some(column) = found {
            self.0.insert(field, column);
        }
    }

    fn doubt(&mut self, table: &Table, field: Field, fits: impl Fn(&str) -> bool) {
        if self
            .get(field)
            .is_some_and(|column| !mostly(table, column, &fits))
        {
            self.0.remove(&field);
        }
    }
}

fn mostly(table: &Table, column: usize, fits: &impl Fn(&str) -> bool) -> bool {
    let rows = table.rows().iter().take(LOOKED_AT);
    let cells = rows.map(|row| row.cell(column).trim());
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let fitting = cells.iter().filter(|cell| fits(cell)).count();
    fitting > 0 && fitting * 2 > cells.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_names_and_an_id() {
        for field in Field::ALL {
            assert_eq!(Field::from_id(field.id()), Some(field));
            assert_eq!(Field::named(field.id()).unwrap_or(field), field);
        }
        assert_eq!(Field::from_id("name"), Some(Field::Title));
        assert_eq!(Field::named(" Datum: "), Some(Field::Start));
        assert_eq!(Field::named("färg"), None);
    }

    #[test]
    fn tables_without_names_are_guessed_by_what_they_hold() {
        let table =
            Table::read("Styrelsen\t2027-01-02\t2027-01-03\nNämnden\t2027-02-02\t2027-02-02");
        let columns = Columns::guess(&table);
        let found = [Field::Title, Field::Start, Field::End].map(|field| columns.get(field));
        assert_eq!(found, [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn a_column_says_one_thing_and_others_are_told() {
        let table = Table::read("namn;datum;färg;typ\na;2027-01-02;röd;kurs");
        let mut columns = Columns::guess(&table);
        assert_eq!(columns.unused(&table), [2, 3]);
        columns.set(Field::Note, Some(2));
        columns.set(Field::Title, Some(2));
        assert_eq!(
            (columns.get(Field::Note), columns.get(Field::Title)),
            (None, Some(2))
        );
        assert_eq!(columns.unused(&table), [0, 3]);
    }
}
