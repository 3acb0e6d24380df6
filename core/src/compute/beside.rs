//! Meetings that hang on others: beside another series, or going on on another day.

use super::candidates::month_in;
use super::engine::Engine;
use super::found::Found;
use super::horizon::beside_reach;
use super::schedule::{CountPeriod, Occurrence, Origin};
use super::trouble::NoEffect;
use crate::document::{Beside, DeadlineOffset, Edit};
use crate::order::Order;
use crate::plan::Series;
use crate::time::{DateRange, EndOfMonth, IsoWeek, Roll, Time, Weekday, add_days, add_months};
use chrono::NaiveDate;

impl Engine<'_> {
    /// Days beside the held meetings of another series.
    ///
    /// Each is named after the meeting that it stands beside, so that its id stays when another is cancelled.
    pub(super) fn beside(
        &self,
        series: &Series,
        beside: &Beside,
        key: &str,
        range: DateRange,
    ) -> Vec<Found> {
        let Some(other) = series.beside() else {
            return Vec::new();
        };
        let exists = self.exists_in(series, range);
        let days = self.schedule.of_series(other);
        let usual = self.plan.one_series(other).spec().time;
        let mut found: Vec<Found> = Vec::new();
        let reach = beside_reach(series.spec());
        for meeting in days.held_within(exists.widened(reach, reach)) {
            let goes_on = matches!(meeting.origin, Origin::Continued(_));
            if goes_on || !beside.months.is_empty() && !month_in(&beside.months, meeting.date) {
                continue;
            }
            let day = self.beside_day(beside, meeting.date);
            if !exists.contains(day) || found.iter().any(|earlier| earlier.day == day) {
                continue;
            }
            let period = days.periods.get(meeting.period).map(|one| one.key.as_str());
            let name = match period {
                Some(other) if other != key => format!("{other}-{}", meeting.name),
                _ => meeting.name.clone(),
            };
            let time = meeting.time.or(usual);
            found.push(Found {
                day,
                origin: Origin::Beside(meeting.date),
                time: beside
                    .minutes_before
                    .and_then(|minutes| earlier(time?, minutes)),
                name: Some(name),
            });
        }
        found.order_by_key(|one| one.day);
        found
    }

    fn beside_day(&self, beside: &Beside, meeting: NaiveDate) -> NaiveDate {
        let offset = beside.offset.as_ref().unwrap_or(&DeadlineOffset::Days(0));
        self.work.roll(self.offset(meeting, offset), beside.roll)
    }

    /// Days on which meetings go on; they are no meetings of their own and count for nothing.
    pub(super) fn continuations(
        &mut self,
        series: &Series,
        period: &CountPeriod,
        place: usize,
        occurrences: &mut Vec<Occurrence>,
    ) {
        let edits = self.plan.edits_of(series);
        for named in edits.filter(|named| named.period == period.key) {
            let Edit::Continue { date, time, .. } = named.edit else {
                continue;
            };
            // One that is not there has been said.
            let Some(one) = occurrences.iter().find(|one| one.name == named.name) else {
                continue;
            };
            if one.cancelled.is_some() {
                self.without_effect(series, &named, period, NoEffect::Cancelled);
            } else {
                occurrences.push(Occurrence {
                    period: place,
                    name: format!("{}-{date}", named.name),
                    date: date.0,
                    time: *time,
                    origin: Origin::Continued(named.at),
                    moved: None,
                    cancelled: None,
                });
            }
        }
    }

    /// The day that lies so far from another.
    pub(super) fn offset(&self, from: NaiveDate, offset: &DeadlineOffset) -> NaiveDate {
        match offset {
            DeadlineOffset::Days(days) => add_days(from, i64::from(*days)),
            DeadlineOffset::Weeks(weeks) => add_days(from, 7 * i64::from(*weeks)),
            DeadlineOffset::Months(months) => {
                add_months(from, i32::from(*months), EndOfMonth::LastDay)
            }
            DeadlineOffset::WorkingDays(days) => self.work.shift(from, i32::from(*days)),
            DeadlineOffset::EndOfWeekBefore(weeks) => {
                let week = IsoWeek::of(from).offset(-i32::from(*weeks));
                self.work.last_working_day_of_week(week).unwrap_or_else(|| {
                    // A week without working days, such as one that the plan closes: the nearest before it.
                    self.work.roll(week.day(Weekday::Friday), Roll::Earlier)
                })
            }
        }
    }
}

/// So many minutes earlier the same day; never before midnight.
fn earlier(time: Time, minutes: u16) -> Option<Time> {
    Time::from_minutes(time.minutes().saturating_sub(minutes))
}
