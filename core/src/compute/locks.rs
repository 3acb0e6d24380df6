//! Meetings locked on their day: held there whatever the rules say.

use super::engine::Engine;
use super::schedule::{CountPeriod, Occurrence, Origin};
use super::trouble::{NoEffect, TroubleKind};
use crate::document::{DayFinding, Edit};
use crate::plan::{NamedEdit, Series};
use chrono::NaiveDate;

impl Engine<'_> {
    /// Puts locked meetings on their days, before any other change by hand.
    ///
    /// A spread was placed around its locks and has them on their days already. In every other
    /// series the meeting that a lock names leaves the day that its rule gives; no other meeting
    /// changes its day or its name.
    pub(super) fn hold_locked(
        &mut self,
        series: &Series,
        period: &CountPeriod,
        place: usize,
        joint: &[NaiveDate],
        occurrences: &mut Vec<Occurrence>,
    ) {
        let edits = self.plan.edits_of(series);
        for named in edits.filter(|named| named.period == period.key) {
            let Edit::Lock { date, .. } = named.edit else {
                continue;
            };
            let day = date.0;
            let spread = matches!(series.spec().days, DayFinding::Spread(_));
            let found = occurrences.iter_mut().find(|one| one.name == named.name);
            let joint_day = spread && joint.contains(&day);
            match found {
                Some(one) if one.date == day && (spread || period.published) => {}
                Some(one) if period.published => {
                    if !self.is_moved_to(series, &named, day) {
                        let why = NoEffect::Published(one.date);
                        self.without_effect(series, &named, period, why);
                    }
                }
                _ if joint_day && !period.published => {
                    self.without_effect(series, &named, period, NoEffect::Joint(day));
                }
                Some(one) => {
                    one.date = day;
                    one.origin = Origin::Locked(named.at);
                }
                // No placement was found: what is locked is held all the same.
                None if spread && !period.published && self.can_meet(series, period, day) => {
                    occurrences.push(Occurrence {
                        period: place,
                        name: named.name.to_owned(),
                        date: day,
                        time: None,
                        origin: Origin::Locked(named.at),
                        moved: None,
                        cancelled: None,
                    });
                }
                None => self.unknown_occurrence(series, &named, period),
            }
        }
    }

    /// True on a day of the period when its series has bodies to meet at some time of it.
    fn can_meet(&self, series: &Series, period: &CountPeriod, day: NaiveDate) -> bool {
        period.range.contains(day) && !self.exists_in(series, period.range).is_empty()
    }

    /// True when the same meeting is moved to that day by hand: what was locked has been moved since.
    fn is_moved_to(&self, series: &Series, lock: &NamedEdit<'_>, day: NaiveDate) -> bool {
        let mut edits = self.plan.edits_of(series);
        edits.any(|named| {
            (named.period, named.name) == (lock.period, lock.name)
                && matches!(named.edit, Edit::Move { from, to, .. } if to.0 == day || from.0 == day)
        })
    }

    /// Notes that a change by hand comes to nothing.
    pub(super) fn without_effect(
        &mut self,
        series: &Series,
        named: &NamedEdit<'_>,
        period: &CountPeriod,
        why: NoEffect,
    ) {
        let occurrence = named.edit.occurrence().to_owned();
        let kind = TroubleKind::WithoutEffect { occurrence, why };
        self.edit_trouble(series, named.at, period.range, kind);
    }

    /// Notes that a change by hand names a meeting that is not there.
    pub(super) fn unknown_occurrence(
        &mut self,
        series: &Series,
        named: &NamedEdit<'_>,
        period: &CountPeriod,
    ) {
        let occurrence = named.edit.occurrence().to_owned();
        let kind = TroubleKind::UnknownOccurrence { occurrence };
        self.edit_trouble(series, named.at, period.range, kind);
    }
}
