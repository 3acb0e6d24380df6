//! Days found for a series: their names, and changes by hand.

use super::engine::{Engine, one_day};
use super::schedule::{CountPeriod, Occurrence, Origin};
use super::trouble::{NoEffect, TroubleKind};
use crate::document::Edit;
use crate::order::Order;
use crate::plan::{NamedEdit, Plan, Series};
use crate::time::DateRange;
use chrono::NaiveDate;

/// A day that was found for a series.
pub(super) struct Found {
    pub(super) day: NaiveDate,
    pub(super) origin: Origin,
    pub(super) time: Option<crate::time::Time>,
    pub(super) name: Option<String>,
}

impl From<(NaiveDate, Origin, Option<crate::time::Time>)> for Found {
    fn from((day, origin, time): (NaiveDate, Origin, Option<crate::time::Time>)) -> Self {
        Self {
            day,
            origin,
            time,
            name: None,
        }
    }
}

/// Numbers the days; a locked day keeps the number that its edit names.
pub(super) fn name(found: &mut [Found], plan: &Plan, series: &Series) {
    for one in found.iter_mut() {
        if let Origin::Locked(at) = one.origin {
            let lock = plan.edits_of(series).find(|named| named.at == at);
            one.name = lock.map(|named| named.name.to_owned());
        }
    }
    let kept: Vec<String> = found.iter().filter_map(|one| one.name.clone()).collect();
    let numbers = (1_u32..).map(|number| number.to_string());
    let mut free = numbers.filter(|name| !kept.contains(name));
    for one in found.iter_mut().filter(|one| one.name.is_none()) {
        one.name = free.next();
    }
}

/// Moves a meeting by hand; one that is there already stays unmoved.
fn move_to(one: &mut Occurrence, day: NaiveDate, edit: usize) {
    if one.date != day {
        let from = one.moved.map_or(one.date, |(from, _)| from);
        one.moved = (from != day).then_some((from, edit));
        one.date = day;
    }
}

impl Engine<'_> {
    /// Moves, cancels and adds single days, in the order in which they are written; what is added comes first.
    pub(super) fn apply_edits(
        &mut self,
        series: &Series,
        period: &CountPeriod,
        place: usize,
        occurrences: &mut Vec<Occurrence>,
    ) {
        let edits = self.plan.edits_of(series);
        let mut edits: Vec<NamedEdit<'_>> =
            edits.filter(|named| named.period == period.key).collect();
        // A meeting can be moved above the line that adds it.
        edits.order_by_key(|named| !matches!(named.edit, Edit::Add { .. }));
        for named in edits {
            let NamedEdit { at, name, edit, .. } = named;
            let found = occurrences.iter_mut().find(|one| one.name == name);
            match (edit, found) {
                (Edit::Move { from, to, .. }, Some(one)) => {
                    let computed = one.date;
                    move_to(one, to.0, at);
                    // A meeting moved before its year was published has its new day there.
                    if computed != from.0 && computed != to.0 {
                        let kind = TroubleKind::MovedFromElsewhere {
                            written: from.0,
                            computed,
                        };
                        self.edit_trouble(series, at, one_day(to.0), kind);
                    }
                }
                (Edit::Cancel { .. }, Some(one)) => one.cancelled = Some(at),
                // A meeting added before its year was published stands among the published ones.
                (Edit::Add { date, .. }, Some(one)) => move_to(one, date.0, at),
                (Edit::Add { date, .. }, None) => occurrences.push(Occurrence {
                    period: place,
                    name: name.to_owned(),
                    date: date.0,
                    time: None,
                    origin: Origin::Added(at),
                    moved: None,
                    cancelled: None,
                }),
                // And one cancelled before is not there any more.
                (Edit::Cancel { .. }, None) if period.published => {
                    self.without_effect(series, &named, period, NoEffect::NotPublished);
                }
                // Locks were held before, and what goes on comes after.
                (Edit::Lock { .. }, _) | (Edit::Continue { .. }, Some(_)) => {}
                (_, None) => self.unknown_occurrence(series, &named, period),
            }
        }
    }

    pub(super) fn edit_trouble(
        &mut self,
        series: &Series,
        at: usize,
        range: DateRange,
        kind: TroubleKind,
    ) {
        self.trouble(&format!("{}/edits/{at}", series.path()), None, range, kind);
    }
}
