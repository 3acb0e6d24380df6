//! Several scenarios beside each other, one row for each thing that any of them has.

use super::{Gap, Load, Measures, Once, Scenario, Turn, WeekLoad};
use crate::calendar::{EntryKind, EntryStatus};
use crate::document::Text;
use crate::order::Order;
use crate::time::{DateRange, IsoWeek};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One thing, and what each scenario has of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<T> {
    /// Its id.
    pub id: String,
    /// Its title in the first scenario that has it.
    pub title: Text,
    /// What each scenario has, in the order in which they were given.
    pub cells: Vec<Option<T>>,
}

/// Several scenarios beside each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideBySide {
    /// Load by body.
    pub bodies: Vec<Row<Load>>,
    /// Load by principal.
    pub principals: Vec<Row<Load>>,
    /// Load by role.
    pub roles: Vec<Row<Load>>,
    /// Longest gap by body.
    pub gaps: Vec<Row<Gap>>,
    /// Whose turn each office is.
    pub turns: Vec<Row<Turn>>,
    /// What an outgoing assembly decides for the incoming one.
    pub handed_over: Vec<Row<Once>>,
    /// What falls once in the time.
    pub once: Vec<Row<Once>>,
}

/// Puts what scenarios measure beside each other.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::scenario::{Assumptions, Scenario, Variant, measure, side_by_side, starts};
/// use planning_wheel::time::{DateRange, Lang};
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let range = DateRange::years(2027, 2030).unwrap();
/// let plain = Variant::new("").plan(&document, &Catalogue::empty()).unwrap();
/// let again = starts(&plain, range)[0].variant(Lang::En);
/// let again = again.plan(&document, &Catalogue::empty()).unwrap();
/// let measured = [plain, again].map(|plan| measure(&Scenario::new(plan, range), &Assumptions::default()));
/// let found = side_by_side(&[&measured[0], &measured[1]]);
/// let election = found.once.iter().find(|row| row.id == "election/2030").unwrap();
/// assert!(election.cells[0].is_some());
/// ```
#[must_use]
pub fn side_by_side(measured: &[&Measures]) -> SideBySide {
    let load = |load: &Load| (load.id.clone(), load.title.clone());
    let once = |once: &Once| (once.id.clone(), once.title.clone());
    SideBySide {
        bodies: rows(measured, |one| &one.bodies, load),
        principals: rows(measured, |one| &one.principals, load),
        roles: rows(measured, |one| &one.roles, load),
        gaps: rows(
            measured,
            |one| &one.gaps,
            |gap| (gap.body.clone(), gap.title.clone()),
        ),
        turns: rows(
            measured,
            |one| &one.turns,
            |turn| (turn.id.clone(), turn.title.clone()),
        ),
        handed_over: rows(measured, |one| &one.handed_over, once),
        once: rows(measured, |one| &one.once, once),
    }
}

/// One row for each id, in the order in which they are first met.
fn rows<T: Clone>(
    measured: &[&Measures],
    list: impl Fn(&Measures) -> &Vec<T>,
    named: impl Fn(&T) -> (String, Text),
) -> Vec<Row<T>> {
    let mut rows: Vec<Row<T>> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (column, own) in measured.iter().enumerate() {
        for thing in list(own) {
            let (id, title) = named(thing);
            let at = *places.entry(id.clone()).or_insert_with(|| {
                rows.push(Row {
                    id,
                    title,
                    cells: vec![None; measured.len()],
                });
                rows.len() - 1
            });
            let cell = rows.get_mut(at).and_then(|row| row.cells.get_mut(column));
            if let Some(cell) = cell {
                *cell = Some(thing.clone());
            }
        }
    }
    rows
}

/// An entry that some scenarios have on other days than the first, with the days that each gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct DateRow {
    /// Its stable id.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Title.
    pub title: Text,
    /// Its days in each scenario; nothing where it is not held.
    pub days: Vec<Option<DateRange>>,
}

/// The entries that are not on the same days in all scenarios, by the first day of any.
#[must_use]
pub fn dates_beside(scenarios: &[&Scenario]) -> Vec<DateRow> {
    let mut rows: BTreeMap<&str, DateRow> = BTreeMap::new();
    for (column, scenario) in scenarios.iter().enumerate() {
        let entries = scenario.outcome().calendar().entries().iter();
        for entry in entries.filter(|entry| entry.status != EntryStatus::Cancelled) {
            let row = rows.entry(&entry.id).or_insert_with(|| DateRow {
                id: entry.id.clone(),
                kind: entry.kind,
                title: entry.title.clone(),
                days: vec![None; scenarios.len()],
            });
            if let Some(days) = row.days.get_mut(column) {
                *days = Some(entry.range());
            }
        }
    }
    let differs = |row: &DateRow| row.days.iter().any(|days| Some(days) != row.days.first());
    let mut rows: Vec<DateRow> = rows.into_values().filter(differs).collect();
    rows.order_by(|a, b| (a.first_day(), &a.id).cmp(&(b.first_day(), &b.id)));
    rows
}

impl DateRow {
    fn first_day(&self) -> Option<NaiveDate> {
        self.days.iter().flatten().map(|days| days.start).min()
    }
}

/// The weeks of a time, each with the load of each scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weeks {
    /// Every week in which any scenario has a meeting, in order.
    pub weeks: Vec<(IsoWeek, Vec<WeekLoad>)>,
    /// The greatest number of minutes that any scenario has in a week.
    pub most_minutes: u64,
    /// The greatest number of meetings that any scenario has in a week.
    pub most_meetings: u32,
}

/// Puts the weeks of scenarios beside each other.
#[must_use]
pub fn weeks_beside(measured: &[&Measures]) -> Weeks {
    let all = measured.iter().flat_map(|one| &one.weeks);
    let weeks: BTreeSet<NaiveDate> = all.clone().map(|one| one.week.monday()).collect();
    let of = |own: &Measures, week: IsoWeek| {
        let known = own.weeks.iter().find(|one| one.week == week);
        known.cloned().unwrap_or(WeekLoad {
            week,
            meetings: 0,
            minutes: 0,
        })
    };
    let row = |monday: NaiveDate| {
        let week = IsoWeek::of(monday);
        (week, measured.iter().map(|own| of(own, week)).collect())
    };
    Weeks {
        weeks: weeks.into_iter().map(row).collect(),
        most_minutes: all.clone().map(|one| one.minutes).max().unwrap_or(0),
        most_meetings: all.map(|one| one.meetings).max().unwrap_or(0),
    }
}
