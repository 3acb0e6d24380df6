//! The tables of a comparison, ready to be shown: a column for the plan and one for each variant.

use super::state::{Given, Outcomes};
use super::words;
use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::EntryKind;
use planning_wheel::scenario::{
    DateRow, Gap, Load, Measures, Once, Row, Scenario, Turn, WeekLoad, consequences, dates_beside,
    side_by_side,
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
    scenarios: Vec<&'a Scenario>,
    measures: Vec<&'a Measures>,
    lang: Lang,
}

impl<'a> Columns<'a> {
    /// Those of the plan and of every variant that is a plan.
    pub(crate) fn of(outcomes: &'a Outcomes, lang: Lang) -> Self {
        let mut columns = Self {
            names: Vec::new(),
            scenarios: Vec::new(),
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
        if let Ok((scenario, measures)) = given {
            self.names.push(name);
            self.scenarios.push(scenario);
            self.measures.push(measures);
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
        self.scenarios
            .get(column)
            .map_or(0, |one| one.findings().len() as u64)
    }

    /// How many dates differ from the plan's.
    fn moved(&self) -> Line {
        let rows = self.dates();
        let count = |column: usize| {
            let differs = |row: &&DateRow| row.days.get(column) != row.days.first();
            rows.iter().filter(differs).count().to_string()
        };
        let cells = (0..self.names.len()).map(|column| Cell {
            text: if column == 0 {
                "–".into()
            } else {
                count(column)
            },
            note: String::new(),
        });
        Line::new(words::moved(self.lang), cells.collect())
    }

    /// The entries on other days than the plan's.
    fn dates(&self) -> Vec<DateRow> {
        dates_beside(&self.scenarios)
    }

    /// Every date that differs; meetings only, or all.
    pub(crate) fn date_sheet(&self, meetings_only: bool) -> Sheet {
        let lang = self.lang;
        let rows = self.dates();
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

    /// All tables after the short one, without the dates.
    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        let lang = self.lang;
        let beside = side_by_side(&self.measures);
        let once = |title: &str, rows: &[Row<Once>]| {
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
        };
        vec![
            once(words::handed_long(lang), &beside.handed_over),
            self.loads(words::load_bodies(lang), &beside.bodies, ""),
            self.loads(
                words::load_principals(lang),
                &beside.principals,
                words::no_principal(lang),
            ),
            self.loads(words::load_roles(lang), &beside.roles, words::no_role(lang)),
            self.gaps(&beside.gaps),
            self.turns(&beside.turns),
            once(words::once(lang), &beside.once),
        ]
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
    pub(crate) fn changed_findings(&self) -> Vec<(String, Vec<String>, Vec<String>)> {
        let lang = self.lang;
        let Some((plan, others)) = self.scenarios.split_first() else {
            return Vec::new();
        };
        let names = self.names.iter().skip(1);
        let each = names.zip(others).map(|(name, other)| {
            let changed = consequences(plan, other);
            let said = |findings: &[planning_wheel::findings::Finding], of: &Scenario| {
                let words = findings
                    .iter()
                    .map(|one| text::finding(one, of.plan(), lang));
                words.collect::<Vec<_>>()
            };
            (
                name.clone(),
                said(&changed.found, other),
                said(&changed.solved, plan),
            )
        });
        each.collect()
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
