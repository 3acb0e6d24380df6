//! Days found for a series: their names, and changes by hand.

use super::engine::{Engine, one_day};
use super::schedule::{Occurrence, Origin};
use super::trouble::TroubleKind;
use crate::document::Edit;
use crate::plan::Series;
use crate::time::DateRange;
use chrono::{Datelike, NaiveDate};

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
pub(super) fn name(found: &mut [Found], edits: &[Edit]) {
    for one in found.iter_mut() {
        if let Origin::Locked(at) = one.origin
            && let Some(Edit::Lock { occurrence, .. }) = edits.get(at)
        {
            one.name = occurrence.rsplit_once('/').map(|(_, name)| name.to_owned());
        }
    }
    let kept: Vec<String> = found.iter().filter_map(|one| one.name.clone()).collect();
    let mut next = 1_u32;
    for one in found.iter_mut().filter(|one| one.name.is_none()) {
        while kept.iter().any(|name| *name == next.to_string()) {
            next += 1;
        }
        one.name = Some(next.to_string());
        next += 1;
    }
}

/// A day as a number, for placement.
pub(super) fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

impl Engine<'_> {
    /// The name inside a period that an edit of a series means, when it means that period and series.
    ///
    /// Written for several bodies, `2027/3` means the meeting of each of them
    /// and `lsg-2/2027/3` that of one.
    pub(super) fn named<'b>(
        &self,
        series: &Series,
        occurrence: &'b str,
        key: &str,
    ) -> Option<&'b str> {
        let (start, name) = occurrence.rsplit_once('/')?;
        let period = match start.split_once('/') {
            None => start,
            Some((body, period)) => {
                let own = series
                    .bodies()
                    .iter()
                    .any(|id| self.plan.body(*id).id() == body);
                own.then_some(period)?
            }
        };
        (period == key).then_some(name)
    }

    /// Moves, cancels and adds single days.
    pub(super) fn apply_edits(
        &mut self,
        series: &Series,
        key: &str,
        range: DateRange,
        period: usize,
        occurrences: &mut Vec<Occurrence>,
    ) {
        for (at, edit) in series.spec().edits.iter().enumerate() {
            let occurrence = edit.occurrence();
            let Some(name) = self.named(series, occurrence, key) else {
                continue;
            };
            if let Edit::Add { date, .. } = edit {
                occurrences.push(Occurrence {
                    period,
                    name: name.to_owned(),
                    date: date.0,
                    time: None,
                    origin: Origin::Added(at),
                    moved: None,
                    cancelled: None,
                });
                continue;
            }
            let path = format!("{}/edits/{at}", series.path());
            let Some(one) = occurrences.iter_mut().find(|one| one.name == name) else {
                let kind = TroubleKind::UnknownOccurrence {
                    occurrence: occurrence.to_owned(),
                };
                self.trouble(&path, None, range, kind);
                continue;
            };
            match edit {
                Edit::Move { from, to, .. } => {
                    let computed = one.date;
                    one.moved = Some((computed, at));
                    one.date = to.0;
                    if computed != from.0 {
                        let kind = TroubleKind::MovedFromElsewhere {
                            written: from.0,
                            computed,
                        };
                        self.trouble(&path, None, one_day(to.0), kind);
                    }
                }
                Edit::Cancel { .. } => one.cancelled = Some(at),
                Edit::Add { .. } | Edit::Lock { .. } => {}
            }
        }
    }
}
