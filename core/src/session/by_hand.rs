//! Single meetings changed by hand: the edits that say so.

use super::{HandEdit, Refusal};
use crate::compute::{Occurrence, Origin, compute};
use crate::document::{Change, DayFinding, Edit, Text};
use crate::order::Order;
use crate::plan::{Plan, Series, SeriesId};
use crate::time::{Day, MAX_YEAR, MIN_YEAR, format};
use chrono::NaiveDate;
use serde_json::Value;

/// One meeting of a plan.
pub(super) struct Meeting<'a> {
    series: &'a Series,
    /// Its name in edits: `2027/3`, or with its body in front.
    name: String,
    occurrence: Occurrence,
}

impl<'a> Meeting<'a> {
    /// The one with an entry id.
    fn find(plan: &'a Plan, id: &str) -> Result<Self, Refusal> {
        let missing = || Refusal::NoMeeting(id.to_owned());
        let (index, series, rest) = plan
            .series()
            .iter()
            .enumerate()
            .find_map(|(index, series)| {
                let rest = id.strip_prefix(series.id().as_str())?.strip_prefix('/')?;
                Some((index, series, rest))
            })
            .ok_or_else(missing)?;
        let (key, name) = rest.split_once('/').ok_or_else(missing)?;
        let periods = plan.periods_of(series, MIN_YEAR, MAX_YEAR);
        let period = periods.into_iter().find(|(other, _)| other == key);
        let (_, range) = period.ok_or_else(missing)?;
        let outcome = compute(plan, range);
        let found = SeriesId::at(index).and_then(|at| {
            let days = outcome.schedule().of_series(at);
            let period = days.periods.iter().position(|period| period.key == key)?;
            let mut all = days.occurrences.iter();
            all.find(|one| one.period == period && one.name == name)
                .cloned()
        });
        let found = found.ok_or_else(missing)?;
        Ok(Self::new(plan, series, key, found))
    }

    /// A meeting of a period of a series.
    pub(super) fn new(plan: &Plan, series: &'a Series, key: &str, occurrence: Occurrence) -> Self {
        let rest = format!("{key}/{}", occurrence.name);
        Self {
            series,
            name: in_edits(plan, series, &rest),
            occurrence,
        }
    }

    /// The edits of this meeting alone that pass a test.
    fn edits(&self, which: impl Fn(&Edit) -> bool) -> impl Iterator<Item = &'a Edit> {
        let edits = self.series.spec().edits.iter();
        edits.filter(move |edit| edit.occurrence() == self.name && which(edit))
    }

    /// Named by what it does, so that it is found whatever else has been changed before.
    fn place(&self, edit: &Edit) -> String {
        let name = self.name.replace('/', "~1");
        format!("{}/edits/{}:{name}", self.series.path(), edit.word())
    }

    fn removed(&self, which: impl Fn(&Edit) -> bool) -> Vec<Change> {
        let edits = self.edits(which);
        let place = |edit| Change::Remove {
            path: self.place(edit),
        };
        edits.map(place).collect()
    }

    fn appended(&self, edit: &Edit) -> Change {
        append(self.series, edit)
    }

    /// Another day for one that was added by hand and is not yet published: nobody has seen it yet.
    fn on_its_own_day(&self, to: NaiveDate) -> Option<Change> {
        let mut added = self.edits(|edit| matches!(edit, Edit::Add { .. }));
        let edit = added.next();
        let edit = edit.filter(|_| matches!(self.occurrence.origin, Origin::Added(_)))?;
        Some(Change::Set {
            path: format!("{}/add/date", self.place(edit)),
            value: Value::from(format(to)),
        })
    }

    /// A lock on the day that it has without being moved, or on another, where it then stays.
    pub(super) fn locked(&self, day: Option<NaiveDate>) -> Vec<Change> {
        let own = self.occurrence.moved;
        let own = own.map_or(self.occurrence.date, |(from, _)| from);
        let mut changes = self.removed(|edit| match edit {
            Edit::Lock { .. } => true,
            Edit::Move { .. } => day.is_some(),
            _ => false,
        });
        changes.push(self.appended(&Edit::Lock {
            occurrence: self.name.clone(),
            date: Day(day.unwrap_or(own)),
        }));
        changes
    }
}

/// The name that edits give a meeting: with its body, where one written series serves several.
pub(super) fn in_edits(plan: &Plan, series: &Series, rest: &str) -> String {
    let own = series.id() != &series.spec().id;
    match series.bodies().first().filter(|_| own) {
        Some(body) => format!("{}/{rest}", plan.body(*body).id()),
        None => rest.to_owned(),
    }
}

pub(super) fn append(series: &Series, edit: &Edit) -> Change {
    Change::Append {
        path: format!("{}/edits", series.path()),
        // An edit holds nothing that JSON cannot.
        value: serde_json::to_value(edit).unwrap_or_default(),
    }
}

/// What an edit of one meeting changes in the document.
pub(super) fn changes(plan: &Plan, id: &str, edit: &HandEdit) -> Result<Vec<Change>, Refusal> {
    let meeting = Meeting::find(plan, id)?;
    let not_by_hand = |changes: Vec<Change>| match changes.is_empty() {
        true => Err(Refusal::NotByHand(id.to_owned())),
        false => Ok(changes),
    };
    match edit {
        HandEdit::Move { to, reason } => moved(&meeting, *to, reason),
        HandEdit::Place { to, reason } => placed(&meeting, *to, reason),
        HandEdit::Cancel { reason } => cancelled(&meeting, id, reason),
        HandEdit::Lock { day } => Ok(meeting.locked(*day)),
        HandEdit::Unlock => not_by_hand(meeting.removed(|edit| matches!(edit, Edit::Lock { .. }))),
        HandEdit::Restore => not_by_hand(meeting.removed(|edit| {
            matches!(
                edit,
                Edit::Move { .. } | Edit::Cancel { .. } | Edit::Continue { .. }
            )
        })),
    }
}

fn moved(meeting: &Meeting<'_>, to: NaiveDate, reason: &Text) -> Result<Vec<Change>, Refusal> {
    let occurrence = &meeting.occurrence;
    if to == occurrence.date {
        return Err(Refusal::SameDay(to));
    }
    let reason = said(reason)?;
    if let Some(change) = meeting.on_its_own_day(to) {
        return Ok(vec![change]);
    }
    let mut changes = meeting.removed(|edit| matches!(edit, Edit::Move { .. }));
    // The day that it had before it was first moved, unless it has been published since.
    let from = match (occurrence.moved, changes.is_empty()) {
        (Some((from, _)), false) => from,
        _ => occurrence.date,
    };
    if from != to {
        changes.push(meeting.appended(&Edit::Move {
            occurrence: meeting.name.clone(),
            from: Day(from),
            to: Day(to),
            reason,
        }));
    }
    Ok(changes)
}

fn placed(meeting: &Meeting<'_>, to: NaiveDate, reason: &Text) -> Result<Vec<Change>, Refusal> {
    match meeting.occurrence.origin {
        Origin::Published(_) => moved(meeting, to, reason),
        _ if to == meeting.occurrence.date => Err(Refusal::SameDay(to)),
        _ => Ok(match meeting.on_its_own_day(to) {
            Some(change) => vec![change],
            None => meeting.locked(Some(to)),
        }),
    }
}

fn cancelled(meeting: &Meeting<'_>, id: &str, reason: &Text) -> Result<Vec<Change>, Refusal> {
    if meeting.occurrence.cancelled.is_some() {
        return Err(Refusal::Cancelled(id.to_owned()));
    }
    let occurrence = meeting.name.clone();
    let reason = said(reason)?;
    Ok(vec![meeting.appended(&Edit::Cancel { occurrence, reason })])
}

/// A meeting on a day of its own.
pub(super) fn added(
    plan: &Plan,
    id: &str,
    day: NaiveDate,
    reason: &Text,
) -> Result<Vec<Change>, Refusal> {
    let reason = said(reason)?;
    let series = plan.series().iter().find(|series| series.id() == id);
    let series = series.ok_or_else(|| Refusal::NoSeries(id.to_owned()))?;
    let periods = plan.periods_of(series, MIN_YEAR, MAX_YEAR);
    let holding = periods.iter().find(|(_, range)| range.contains(day));
    let Some((key, _)) = holding else {
        return Err(Refusal::OutsideSeries(day));
    };
    let mut number = 1_u32;
    let name = loop {
        let rest = format!("{key}/extra-{number}");
        if !is_taken(plan, series, &rest) {
            break in_edits(plan, series, &rest);
        }
        number += 1;
    };
    Ok(vec![append(
        series,
        &Edit::Add {
            occurrence: name,
            date: Day(day),
            reason,
        },
    )])
}

fn is_taken(plan: &Plan, series: &Series, rest: &str) -> bool {
    let id = format!("{}/{rest}", series.id());
    let published = plan.document().published.iter();
    let mut published = published.flat_map(|year| &year.days);
    let edits = series.spec().edits.iter();
    let mut names = edits.map(|edit| edit.occurrence());
    published.any(|day| day.id == id) || names.any(|name| name.ends_with(rest))
}

fn said(reason: &Text) -> Result<Text, Refusal> {
    match reason.is_blank() {
        true => Err(Refusal::NoReason),
        false => Ok(reason.clone()),
    }
}

/// Fixed days of a series with others added, in their order.
pub(super) fn with_days(series: &Series, more: &[NaiveDate]) -> Option<Change> {
    let DayFinding::Fixed(days) = &series.spec().days else {
        return None;
    };
    let mut all: Vec<NaiveDate> = days.iter().map(|day| day.0).collect();
    all.extend(more);
    all.order();
    all.dedup();
    Some(Change::Set {
        path: format!("{}/days/fixed", series.path()),
        value: all.into_iter().map(format).collect(),
    })
}
