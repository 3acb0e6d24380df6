//! What was read from a file, taken into a plan: one step, which can be undone.

use super::Refusal;
use super::by_hand::{append, in_edits, with_days};
use crate::calendar::EntryStatus;
use crate::compute::{Occurrence, Origin, compute};
use crate::document::{
    Activity, Background, BackgroundDay, Change, DayFinding, Edit, MAX_TEXT, Text, Undecided,
    to_value,
};
use crate::import::{Item, body_named};
use crate::order::Order;
use crate::plan::{Plan, Series, SeriesId};
use crate::text;
use crate::time::{DateRange, Day, DayRule, MAX_YEAR, MIN_YEAR, format};
use chrono::{Datelike, NaiveDate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Longest that an activity lasts, in days.
const LONGEST: i64 = 3_660;

/// Things that were read, and what they become.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// Name of the file, for people.
    pub from: String,
    /// The things; what is cancelled is left out.
    pub items: Vec<Item>,
    /// What they become.
    pub into: Target,
}

/// What things become in a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// Activities of their groups. One that is there already is not doubled.
    Activities {
        /// Ids of the bodies that written groups mean; those not in it are found by name, and a
        /// group that means no body is left out.
        groups: BTreeMap<String, String>,
    },
    /// Days of a meeting series: its meetings are held on them, in their order, and what is more
    /// is added. Times are left to the series.
    Days {
        /// Id of the series.
        series: String,
    },
    /// A calendar of others, to plan against. It takes the place of the one with its id.
    Background {
        /// Id of the calendar.
        id: String,
        /// What it is called.
        title: Text,
        /// Bodies whose members are bound by it; empty means all.
        bodies: Vec<String>,
    },
}

impl Import {
    /// What is taken in.
    pub fn taken(&self) -> impl Iterator<Item = &Item> {
        let items = self.items.iter();
        items.filter(|item| item.status != EntryStatus::Cancelled)
    }
}

pub(super) fn changes(plan: &Plan, import: &Import) -> Result<Vec<Change>, Refusal> {
    if import.taken().next().is_none() {
        return Err(Refusal::NothingToImport);
    }
    match &import.into {
        Target::Activities { groups } => activities(plan, import, groups),
        Target::Days { series } => days(plan, import, series),
        Target::Background { id, title, bodies } => {
            Ok(vec![background(plan, import, id, title, bodies)])
        }
    }
}

/// The form of a document's part as a value: it holds nothing that JSON cannot.
fn value(part: impl serde::Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

fn activities(
    plan: &Plan,
    import: &Import,
    groups: &BTreeMap<String, String>,
) -> Result<Vec<Change>, Refusal> {
    let mut ids = Ids::of(plan);
    let mut there: BTreeSet<String> = plan.document().activities.iter().map(same).collect();
    let mut changes = Vec::new();
    for item in import.taken() {
        if item.range().days() > LONGEST {
            return Err(Refusal::TooLong(item.title.clone()));
        }
        let mut activity = activity(item, plan, groups);
        if there.insert(same(&activity)) {
            activity.id = ids.fresh(&slug(&item.title));
            changes.push(Change::Append {
                path: "/activities".to_owned(),
                value: value(activity),
            });
        }
    }
    Ok(changes)
}

/// What two activities have in common that are one.
fn same(activity: &Activity) -> String {
    let bare = Activity {
        id: String::new(),
        ..activity.clone()
    };
    value(bare).to_string()
}

fn activity(item: &Item, plan: &Plan, groups: &BTreeMap<String, String>) -> Activity {
    let mut bodies: Vec<String> = Vec::new();
    for written in &item.groups {
        let body = groups.get(written).cloned();
        let body = body.or_else(|| body_named(written, plan));
        bodies.extend(body.filter(|body| !bodies.contains(body)));
    }
    let said = |text: &Option<String>| text.as_deref().map(fitting);
    // Whatever an address is of, only those that open a page or a letter stand in a plan.
    let opens = |link: &&String| {
        let link = link.to_ascii_lowercase();
        ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| link.starts_with(scheme))
    };
    let days = u16::try_from(item.range().days()).ok();
    Activity {
        id: String::new(),
        title: fitting(&item.title),
        rule: DayRule::Date(Day(item.start)).into(),
        days: days.filter(|days| *days > 1),
        time: item.time,
        minutes: item.minutes,
        bodies,
        undecided: (item.status == EntryStatus::Undecided).then(|| Undecided {
            text: text::tentative(),
        }),
        place: said(&item.location),
        link: item.link.as_ref().filter(opens).cloned(),
        note: said(&item.note),
        responsible: said(&item.responsible),
        cite: Vec::new(),
        choice: None,
    }
}

fn background(plan: &Plan, import: &Import, id: &str, title: &Text, bodies: &[String]) -> Change {
    let mut ids = Ids::default();
    let day = |item: &Item| BackgroundDay {
        id: ids.fresh(&format(item.start)),
        title: Some(fitting(&item.title)).filter(|own| own != title),
        date: Day(item.start),
        until: item
            .range()
            .last()
            .filter(|last| *last > item.start)
            .map(Day),
        time: item.time,
        minutes: item.minutes,
    };
    let background = Background {
        id: id.to_owned(),
        title: title.clone(),
        bodies: bodies.to_vec(),
        from: Some(import.from.clone()),
        days: import.taken().map(day).collect(),
    };
    let known = plan.document().backgrounds.iter().any(|one| one.id == id);
    match known {
        true => Change::Set {
            path: format!("/backgrounds/{id}"),
            value: value(background),
        },
        false => Change::Append {
            path: "/backgrounds".to_owned(),
            value: value(background),
        },
    }
}

fn days(plan: &Plan, import: &Import, id: &str) -> Result<Vec<Change>, Refusal> {
    let missing = || Refusal::NoSeries(id.to_owned());
    let mut all = plan.series().iter().enumerate();
    let (index, series) = all
        .find(|(_, series)| series.id() == id)
        .ok_or_else(missing)?;
    let at = SeriesId::at(index).ok_or_else(missing)?;
    let mut days: Vec<NaiveDate> = import.taken().map(|item| item.start).collect();
    days.order();
    days.dedup();
    for year in &plan.document().published {
        if days.iter().any(|day| day.year() == year.year) {
            return Err(Refusal::Published(year.year));
        }
    }
    let periods = plan.periods_of(series, MIN_YEAR, MAX_YEAR);
    let mut by_period: BTreeMap<usize, Vec<NaiveDate>> = BTreeMap::new();
    for day in &days {
        let place = periods.iter().position(|(_, range)| range.contains(*day));
        let place = place.ok_or(Refusal::OutsideSeries(*day))?;
        by_period.entry(place).or_default().push(*day);
    }
    if let DayFinding::Fixed(_) = &series.spec().days {
        return Ok(with_days(series, &days).into_iter().collect());
    }
    let mut changes = Vec::new();
    for (place, days) in by_period {
        if let Some((key, range)) = periods.get(place) {
            let period = Period { plan, series, key };
            changes.extend(period.held_on(&days, &period.meetings(at, *range), &import.from));
        }
    }
    Ok(changes)
}

/// One period of a series.
struct Period<'a> {
    plan: &'a Plan,
    series: &'a Series,
    key: &'a str,
}

impl Period<'_> {
    /// Its own meetings by day, without those added by hand or cancelled.
    fn meetings(&self, at: SeriesId, range: DateRange) -> Vec<Occurrence> {
        let outcome = compute(self.plan, range);
        let days = outcome.schedule().of_series(at);
        let own = days
            .periods
            .iter()
            .position(|period| period.key == self.key);
        let meets = |one: &&Occurrence| {
            let added = matches!(one.origin, Origin::Added(_));
            Some(one.period) == own && !added && one.cancelled.is_none()
        };
        days.occurrences.iter().filter(meets).cloned().collect()
    }

    /// Locks meetings to days, nearest first where there are more meetings than days; days that
    /// are left over are added.
    fn held_on(&self, days: &[NaiveDate], meetings: &[Occurrence], from: &str) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut next = 0;
        let mut extra = 1;
        for (at, day) in days.iter().enumerate() {
            // Every later day must find a meeting too, as long as there are any.
            let last = meetings.len().saturating_sub(days.len() - at);
            let free = meetings.iter().enumerate().skip(next);
            let free = free.take(last.saturating_sub(next) + 1);
            let near = |one: &Occurrence| (one.date - *day).num_days().abs();
            match free.min_by_key(|(_, one)| near(one)) {
                Some((place, meeting)) => {
                    next = place + 1;
                    changes.extend(self.locked(meeting, *day));
                }
                None => {
                    let name = self.free_name(&mut extra);
                    changes.push(append(
                        self.series,
                        &Edit::Add {
                            occurrence: name,
                            date: Day(*day),
                            reason: text::brought_from(from),
                        },
                    ));
                }
            }
        }
        changes
    }

    fn name(&self, own: &str) -> String {
        in_edits(self.plan, self.series, &format!("{}/{own}", self.key))
    }

    /// The meeting on a day, whatever was said of it before.
    fn locked(&self, meeting: &Occurrence, day: NaiveDate) -> Vec<Change> {
        let name = self.name(&meeting.name);
        let edits = self.series.spec().edits.iter();
        let said = edits.filter(|edit| {
            let places = matches!(edit, Edit::Lock { .. } | Edit::Move { .. });
            places && edit.occurrence() == name
        });
        let place = |edit: &Edit| {
            let name = crate::document::escape_step(edit.occurrence());
            format!("{}/edits/{}:{name}", self.series.path(), edit.word())
        };
        let gone = said.map(|edit| Change::Remove { path: place(edit) });
        let mut changes: Vec<Change> = gone.collect();
        changes.push(append(
            self.series,
            &Edit::Lock {
                occurrence: name,
                date: Day(day),
            },
        ));
        changes
    }

    /// The next name of an added meeting that no other has.
    fn free_name(&self, number: &mut u32) -> String {
        loop {
            let name = self.name(&format!("extra-{number}"));
            *number += 1;
            let mut edits = self.series.spec().edits.iter();
            if !edits.any(|edit| edit.occurrence() == name) {
                return name;
            }
        }
    }
}

/// A text as a plan may hold it: without signs that steer, and of a length that is read back. What
/// is cut off ends with three dots.
fn fitting(text: &str) -> Text {
    let steers = |letter: char| match letter {
        '\n' | '\t' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        letter => letter.is_control(),
    };
    let kept = text.chars().filter(|letter| !steers(*letter));
    let mut fitting: String = kept.clone().take(MAX_TEXT).collect();
    if kept.count() > MAX_TEXT {
        fitting.pop();
        fitting.push('…');
    }
    Text::from(fitting)
}

/// Ids that are taken.
#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    /// Every id that a plan writes or makes.
    fn of(plan: &Plan) -> Self {
        let mut ids = Self::default();
        ids.gather(&to_value(plan.document()));
        ids.0
            .extend(plan.bodies().iter().map(|one| one.id().clone()));
        ids.0
            .extend(plan.series().iter().map(|one| one.id().clone()));
        ids.0
            .extend(plan.offices().iter().map(|one| one.id().clone()));
        ids.0.insert("election".to_owned());
        ids
    }

    fn gather(&mut self, value: &Value) {
        match value {
            Value::Object(fields) => {
                self.0
                    .extend(fields.get("id").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| self.gather(value));
            }
            Value::Array(list) => list.iter().for_each(|value| self.gather(value)),
            _ => {}
        }
    }

    /// The id wanted, or with a number behind it that makes it the only one.
    fn fresh(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 2_u32;
        while !self.0.insert(id.clone()) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        id
    }
}

/// A title as an id: "Dialog – hösten" is `dialog-hosten`.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'å' | 'ä' | 'à' | 'á' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' => 'u',
            letter if letter.is_ascii_alphanumeric() => letter,
            _ => '-',
        };
        if slug.len() >= 40 {
            break;
        }
        if plain != '-' || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push(plain);
        }
    }
    match slug.trim_end_matches('-') {
        "" => "post".to_owned(),
        slug => slug.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn titles_become_ids() {
        assert_eq!(slug("Dialog – hösten!"), "dialog-hosten");
        assert_eq!(slug("  §§ "), "post");
        assert_eq!(slug(&"å".repeat(100)).len(), 40);
    }
}
