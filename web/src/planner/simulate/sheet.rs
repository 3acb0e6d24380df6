//! The tables of a comparison, ready to be shown: a column for the plan and one for each variant.

use super::state::{Figures, Given, Outcomes};
use super::words;
use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::EntryKind;
use planning_wheel::findings::Finding;
use planning_wheel::scenario::{
    DateRow, Gap, Load, Measures, Once, Row, Scenario, SideBySide, Turn, WeekLoad, What,
    dates_beside,
};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang};

/// What stands in a cell: what it is, and how far that is from the plan's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) note: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) title: String,
    pub(crate) cells: Vec<Cell>,
    /// Whether any variant has something else than the plan.
    pub(crate) differs: bool,
}

impl Line {
    pub(super) fn new(title: impl Into<String>, cells: Vec<Cell>) -> Self {
        let differs = cells.iter().any(|cell| {
            Some(cell) != cells.first() && {
                let first = cells.first().map(|first| &first.text);
                Some(&cell.text) != first
            }
        });
        Self {
            title: title.into(),
            cells,
            differs,
        }
    }
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) first: String,
    pub(crate) lines: Vec<Line>,
}

/// The scenarios that stand beside each other, the plan's own first.
pub(crate) struct Columns<'a> {
    pub(crate) names: Vec<String>,
    figures: Vec<&'a Figures>,
    measures: Vec<&'a Measures>,
    lang: Lang,
}

impl<'a> Columns<'a> {
    /// Those of the plan and of every variant that is a plan.
    pub(crate) fn of(outcomes: &'a Outcomes, lang: Lang) -> Self {
        let mut columns = Self {
            names: Vec::new(),
            figures: Vec::new(),
            measures: Vec::new(),
            lang,
        };
        columns.add(words::the_plan(lang).to_owned(), &outcomes.plan.given);
        for (draft, outcome) in &outcomes.drafts {
            columns.add(draft.variant.title.clone(), &outcome.given);
        }
        columns
    }

    fn add(&mut self, name: String, given: &'a Given) {
        if let Ok(figures) = given {
            self.names.push(name);
            self.figures.push(figures);
            self.measures.push(&figures.measures);
        }
    }

    pub(crate) fn measures(&self) -> &[&'a Measures] {
        &self.measures
    }

    fn cells(&self, cell: impl Fn(&Measures) -> Cell) -> Vec<Cell> {
        self.measures.iter().map(|one| cell(one)).collect()
    }

    /// Numbers, each variant's with its distance from the plan's.
    fn numbers(
        &self,
        title: &str,
        number: impl Fn(usize) -> u64,
        said: impl Fn(u64) -> String,
    ) -> Line {
        let first = number(0);
        let cells = (0..self.measures.len()).map(|column| {
            let own = number(column);
            Cell {
                text: said(own),
                note: distance(first, own, &said),
            }
        });
        Line::new(title, cells.collect())
    }

    /// What stands out, in one table.
    pub(crate) fn in_short(&self) -> Sheet {
        let lang = self.lang;
        let whole = |number: u64| number.to_string();
        let hours = |minutes: u64| words::in_hours(minutes, lang);
        let of = |column: usize, read: &dyn Fn(&Measures) -> u64| {
            self.measures.get(column).map_or(0, |one| read(one))
        };
        let minutes = |one: &Measures| one.bodies.iter().map(|load| load.minutes).sum();
        let mut lines = vec![
            self.numbers(
                words::meetings(lang),
                |at| of(at, &|one| one.meetings.into()),
                whole,
            ),
            self.numbers(words::hours(lang), |at| of(at, &minutes), hours),
            self.numbers(words::findings(lang), |at| self.found(at), whole),
            self.moved(),
            Line::new(words::heaviest(lang), self.cells(|one| heaviest(one, lang))),
            Line::new(words::longest(lang), self.cells(|one| longest(one, lang))),
            self.numbers(
                words::handed(lang),
                |at| of(at, &|one| one.handed_over.len() as u64),
                whole,
            ),
        ];
        if self.measures.iter().any(|one| one.without_length > 0) {
            let without = |at| of(at, &|one: &Measures| one.without_length.into());
            lines.insert(2, self.numbers(words::without_length(lang), without, whole));
        }
        self.sheet(words::in_short(lang), "", lines)
    }

    fn sheet(&self, title: &str, first: &str, lines: Vec<Line>) -> Sheet {
        Sheet {
            title: title.to_owned(),
            first: first.to_owned(),
            lines,
        }
    }

    fn found(&self, column: usize) -> u64 {
        let figures = self.figures.get(column);
        figures.map_or(0, |one| one.scenario.findings().len() as u64)
    }

    /// How many dates differ from the plan's.
    fn moved(&self) -> Line {
        let cells = self.figures.iter().enumerate().map(|(column, own)| {
            let differing = own.against.dates.iter();
            let differing = differing.filter(|change| change.what != What::Retimed);
            Cell {
                text: match column {
                    0 => "–".into(),
                    _ => differing.count().to_string(),
                },
                note: String::new(),
            }
        });
        Line::new(words::moved(self.lang), cells.collect())
    }

    /// Every date that differs; meetings only, or all.
    pub(crate) fn date_sheet(&self, meetings_only: bool) -> Sheet {
        let lang = self.lang;
        let scenarios: Vec<&Scenario> = self.figures.iter().map(|own| &own.scenario).collect();
        let rows = dates_beside(&scenarios);
        let shown = rows
            .iter()
            .filter(|row| !meetings_only || row.kind == EntryKind::Meeting);
        let line = |row: &DateRow| {
            let first = row.days.first().copied().flatten();
            let cells = row.days.iter().enumerate().map(|(column, days)| Cell {
                text: days.map_or_else(|| "–".to_owned(), |days| day(days.start, lang)),
                note: if column == 0 {
                    String::new()
                } else {
                    way(first, *days)
                },
            });
            Line::new(
                format!("{} · {}", row.title.get(lang), text::kind(row.kind, lang)),
                cells.collect(),
            )
        };
        self.sheet(
            words::dates(lang),
            words::entry(lang),
            shown.map(line).collect(),
        )
    }

    /// Meetings and person-hours of whatever they are counted by.
    fn loads(&self, title: &str, rows: &[Row<Load>], unnamed: &str) -> Sheet {
        let lang = self.lang;
        let line = |row: &Row<Load>| {
            let first = row.cells.first().and_then(Option::as_ref);
            let cells = row
                .cells
                .iter()
                .map(|cell| load(cell.as_ref(), first, lang));
            let title = Some(row.title.get(lang)).filter(|title| !title.is_empty());
            Line::new(title.unwrap_or(unnamed), cells.collect())
        };
        let met = |row: &&Row<Load>| row.cells.iter().flatten().any(|load| load.meetings > 0);
        self.sheet(title, "", rows.iter().filter(met).map(line).collect())
    }

    /// One of the longer tables.
    pub(crate) fn section(&self, section: Section, beside: &SideBySide) -> Sheet {
        let lang = self.lang;
        let title = section.title(lang);
        match section {
            Section::Bodies => self.loads(title, &beside.bodies, ""),
            Section::Principals => self.loads(title, &beside.principals, words::no_principal(lang)),
            Section::Roles => self.loads(title, &beside.roles, words::no_role(lang)),
            Section::Handed => self.once(title, &beside.handed_over),
            Section::Gaps => self.gaps(&beside.gaps),
            Section::Turns => self.turns(&beside.turns),
            Section::Once => self.once(title, &beside.once),
        }
    }

    fn once(&self, title: &str, rows: &[Row<Once>]) -> Sheet {
        let lang = self.lang;
        let line = |row: &Row<Once>| {
            let said = |cell: &Option<Once>| Cell {
                text: cell
                    .as_ref()
                    .map_or_else(|| "–".to_owned(), |one| day(one.day, lang)),
                note: String::new(),
            };
            Line::new(row.title.get(lang), row.cells.iter().map(said).collect())
        };
        self.sheet(title, words::entry(lang), rows.iter().map(line).collect())
    }

    fn gaps(&self, rows: &[Row<Gap>]) -> Sheet {
        let lang = self.lang;
        let line = |row: &Row<Gap>| {
            let said = |cell: &Option<Gap>| match cell {
                Some(gap) => Cell {
                    text: words::days(gap.days(), lang),
                    note: format!("{} – {}", day(gap.from, lang), day(gap.to, lang)),
                },
                None => absent(),
            };
            Line::new(row.title.get(lang), row.cells.iter().map(said).collect())
        };
        self.sheet(
            words::gaps(lang),
            words::group(lang),
            rows.iter().map(line).collect(),
        )
    }

    fn turns(&self, rows: &[Row<Turn>]) -> Sheet {
        let lang = self.lang;
        let line = |row: &Row<Turn>| {
            let said = |cell: &Option<Turn>| match cell {
                Some(turn) => Cell {
                    text: turn.holder.as_ref().map_or_else(
                        || words::nobody(lang).to_owned(),
                        |holder| holder.get(lang).to_owned(),
                    ),
                    note: years(turn.range),
                },
                None => absent(),
            };
            let from = row
                .cells
                .iter()
                .flatten()
                .next()
                .map(|turn| turn.range.start.year());
            let from = from.map_or_else(String::new, |year| format!(" {year}"));
            Line::new(
                format!("{}{from}", row.title.get(lang)),
                row.cells.iter().map(said).collect(),
            )
        };
        self.sheet(
            words::turns(lang),
            words::office(lang),
            rows.iter().map(line).collect(),
        )
    }

    /// Findings that each variant brings and takes away, in words.
    pub(crate) fn changed_findings(&self) -> Vec<Brought> {
        let lang = self.lang;
        let Some((plan, others)) = self.figures.split_first() else {
            return Vec::new();
        };
        let said = |findings: &[Finding], of: &Scenario| {
            findings.iter().map(|one| finding(one, of, lang)).collect()
        };
        let names = self.names.iter().skip(1);
        let each = names.zip(others).map(|(name, own)| Brought {
            name: name.clone(),
            found: said(&own.against.found, &own.scenario),
            solved: said(&own.against.solved, &plan.scenario),
        });
        each.collect()
    }
}

/// A finding in words, with its year: a period has four of them.
fn finding(one: &Finding, of: &Scenario, lang: Lang) -> String {
    let words = text::finding(one, of.plan(), lang);
    format!("{} · {words}", one.range.start.year())
}

/// What a variant brings to review, and what it solves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Brought {
    pub(crate) name: String,
    pub(crate) found: Vec<String>,
    pub(crate) solved: Vec<String>,
}

/// The longer tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Bodies,
    Principals,
    Roles,
    Handed,
    Gaps,
    Turns,
    Once,
}

impl Section {
    pub(crate) fn title(self, lang: Lang) -> &'static str {
        match self {
            Self::Bodies => words::load_bodies(lang),
            Self::Principals => words::load_principals(lang),
            Self::Roles => words::load_roles(lang),
            Self::Handed => words::handed_long(lang),
            Self::Gaps => words::gaps(lang),
            Self::Turns => words::turns(lang),
            Self::Once => words::once(lang),
        }
    }

    /// Whether it belongs to what is read first, and printed.
    pub(crate) fn sums_up(self) -> bool {
        matches!(self, Self::Bodies | Self::Principals | Self::Handed)
    }
}

fn absent() -> Cell {
    Cell {
        text: "–".into(),
        note: String::new(),
    }
}

/// "+12" or "−3", or nothing when both are the same.
fn distance(first: u64, own: u64, said: impl Fn(u64) -> String) -> String {
    match own.cmp(&first) {
        std::cmp::Ordering::Less => format!("−{}", said(first - own)),
        std::cmp::Ordering::Equal => String::new(),
        std::cmp::Ordering::Greater => format!("+{}", said(own - first)),
    }
}

/// Days to or from the plan's day: "+7".
fn way(first: Option<DateRange>, own: Option<DateRange>) -> String {
    match (first, own) {
        (Some(first), Some(own)) if first.start != own.start => {
            let days = (own.start - first.start).num_days();
            if days < 0 {
                format!("−{}", -days)
            } else {
                format!("+{days}")
            }
        }
        _ => String::new(),
    }
}

fn load(cell: Option<&Load>, first: Option<&Load>, lang: Lang) -> Cell {
    let Some(own) = cell else {
        return absent();
    };
    let hours = words::in_hours(own.minutes, lang);
    let most = words::in_hours(own.most_minutes, lang);
    let range = if hours == most {
        hours
    } else {
        format!("{hours}–{most}")
    };
    let distance =
        first.map(|first| distance(first.minutes, own.minutes, |own| words::in_hours(own, lang)));
    Cell {
        text: format!("{} · {range} h", own.meetings),
        note: distance
            .filter(|note| !note.is_empty())
            .map_or_else(String::new, |note| format!("{note} h")),
    }
}

fn heaviest(one: &Measures, lang: Lang) -> Cell {
    // The first of equally heavy ones.
    let key = |week: &&WeekLoad| (week.minutes, week.meetings);
    one.weeks
        .iter()
        .rev()
        .max_by_key(key)
        .map_or_else(absent, |week| Cell {
            text: format!("{} {}", lang.week(week.week), week.week.year()),
            note: format!(
                "{} · {} h",
                week.meetings,
                words::in_hours(week.minutes, lang)
            ),
        })
}

fn longest(one: &Measures, lang: Lang) -> Cell {
    let longest = one.gaps.iter().rev().max_by_key(|gap| gap.days());
    longest.map_or_else(absent, |gap| Cell {
        text: words::days(gap.days(), lang),
        note: gap.title.get(lang).to_owned(),
    })
}

/// "tor 11 mar 2027".
fn day(day: NaiveDate, lang: Lang) -> String {
    format!("{} {}", lang.short_date(day), day.year())
}

/// "2027–2028", or "2027" for a single year.
fn years(range: DateRange) -> String {
    let (first, last) = (
        range.start.year(),
        range.last().unwrap_or(range.start).year(),
    );
    if first == last {
        return first.to_string();
    }
    format!("{first}–{last}")
}
