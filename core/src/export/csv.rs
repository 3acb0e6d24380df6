//! Entries as a spreadsheet opens them.
//!
//! A byte order mark tells Excel that the file is UTF-8, without which å, ä and ö break. Rows end
//! with CR LF and cells are quoted as RFC 4180 says. The semicolon is the list separator of
//! Windows in Swedish: Excel opens such a file in columns at a double click, and one with commas
//! in a single column. Days are written `YYYY-MM-DD`, which Excel in Sweden takes for dates.
//!
//! A cell that begins like a formula would be computed by the spreadsheet, and a plan comes from
//! others: such a cell gets an apostrophe in front, which spreadsheets read as "this is text".
//!
//! Automation may rely on the columns: their names are English in every language, their order
//! stays, and new ones come last. The first twenty hold ids, as JSON does; those after them hold
//! what a person sorts and filters by: weekday, week and names in words.

use super::plain::plain;
use crate::calendar::{Entry, Source};
use crate::document::Text;
use crate::plan::Plan;
use crate::text;
use crate::time::{IsoWeek, Lang, Weekday, format};

/// The columns, in order.
const HEADER: [&str; 25] = [
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
    "weekday",
    "week",
    "kind_name",
    "body_names",
    "level_name",
];

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `;`, as Excel in Sweden expects, where the comma is in numbers.
    #[default]
    Semicolon,
    /// `,`, as most other programs expect.
    Comma,
    /// A tab.
    Tab,
}

impl Separator {
    /// The character itself.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Comma => ',',
            Self::Tab => '\t',
        }
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvStyle {
    /// Language of titles, reasons and names.
    pub lang: Lang,
    /// What stands between the cells.
    pub separator: Separator,
}

/// Writes entries as a table, one row each, below a row with the names of the columns.
///
/// # Example
/// ```
/// use planning_wheel::{compute::compute, document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::{export::{CsvStyle, csv}, time::DateRange};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let outcome = compute(&plan, DateRange::year(2026).unwrap());
/// let table = csv(&plan, outcome.calendar().entries(), &CsvStyle::default());
/// let mut rows = table.split("\r\n");
/// assert!(rows.next().unwrap().starts_with("\u{feff}id;kind;title;start;"));
/// assert!(rows.next().unwrap().starts_with("election/2026;election;"));
/// ```
#[must_use]
pub fn csv<'a>(
    plan: &Plan,
    entries: impl IntoIterator<Item = &'a Entry>,
    style: &CsvStyle,
) -> String {
    let separator = style.separator.letter();
    let mut table = "\u{feff}".to_owned();
    row(&mut table, &HEADER.map(str::to_owned), separator);
    for entry in entries {
        row(&mut table, &cells(entry, plan, style.lang), separator);
    }
    table
}

fn cells(entry: &Entry, plan: &Plan, lang: Lang) -> [String; HEADER.len()] {
    let words = |text: &Option<Text>| text.as_ref().map_or_else(String::new, |one| say(one, lang));
    let bodies = || entry.bodies.iter().map(|id| plan.body(*id));
    let level = entry.level.map(|id| plan.level(id));
    let principals = entry.principals.iter().map(|id| plan.principal(*id).id());
    let reasons = entry.reasons.iter().map(|why| text::reason(why, lang));
    let source: Option<&Source> = entry.sources.first();
    [
        entry.id.clone(),
        entry.kind.id().to_owned(),
        say(&entry.title, lang),
        format(entry.start),
        format(entry.end),
        format(entry.last_day()),
        entry.time.map(|time| time.to_string()).unwrap_or_default(),
        entry.minutes.map(|one| one.to_string()).unwrap_or_default(),
        join(bodies().map(|body| body.id().as_str()), ", "),
        level.map_or_else(String::new, |level| level.id().to_owned()),
        join(principals, ", "),
        source.map_or_else(String::new, |source| say(&source.agreement, lang)),
        source.map_or_else(String::new, |source| source.section.clone()),
        reasons.collect::<Vec<_>>().join(" | "),
        entry.moved_from.map(format).unwrap_or_default(),
        entry.status.id().to_owned(),
        words(&entry.place),
        words(&entry.responsible),
        words(&entry.holder),
        words(&entry.note),
        Weekday::of(entry.start).name(lang).to_owned(),
        IsoWeek::of(entry.start).week().to_string(),
        text::kind(entry.kind, lang).to_owned(),
        join(bodies().map(|body| body.name().get(lang)), ", "),
        level.map_or_else(String::new, |level| say(level.title(), lang)),
    ]
}

fn say(text: &Text, lang: Lang) -> String {
    text.get(lang).to_owned()
}

fn join<'a>(words: impl Iterator<Item = &'a str>, between: &str) -> String {
    words.collect::<Vec<_>>().join(between)
}

fn row(table: &mut String, cells: &[String], separator: char) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            table.push(separator);
        }
        table.push_str(&quoted(cell));
    }
    table.push_str("\r\n");
}

/// A cell that is text, and only this cell, to whatever reads it.
///
/// Every separator is quoted, not only the one in use: whoever opens the file may choose another.
fn quoted(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len() + 2);
    safe.extend(cell.chars().filter_map(|letter| match letter {
        '\n' | '\r' | '\t' => Some(letter),
        other => plain(other),
    }));
    if text::needs_apostrophe(&safe) {
        safe.insert(0, '\'');
    }
    if safe.contains(['"', '\n', '\r', ';', ',', '\t']) {
        safe = format!("\"{}\"", safe.replace('"', "\"\""));
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn formulas_are_text_and_quotes_are_doubled() {
        assert_eq!(quoted("möte"), "möte");
        for risky in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "＝1",
            "＋1",
            "－1",
            "＠A1",
            "﹦1",
            "−1",
            " =1",
            "\u{a0}=1",
            "\u{3000}=1",
        ] {
            assert_eq!(quoted(risky), format!("'{risky}"));
        }
        assert_eq!(quoted("\u{200b}=1"), "'=1");
        assert_eq!(quoted("\u{feff}=1"), "'=1");
        assert_eq!(quoted("\t=1"), "\"'\t=1\"");
        assert_eq!(quoted("\r=1"), "\"'\r=1\"");
        assert_eq!(quoted("=\"a\";b"), "\"'=\"\"a\"\";b\"");
        assert_eq!(quoted("a\nb"), "\"a\nb\"");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("a\u{1b}[0m"), "a␛[0m");
        assert_eq!(quoted("a\u{0}\u{202e}b"), "a␀\u{fffd}b");
    }
}
