//! Days on which a series can meet, and what each costs.

use super::engine::Engine;
use crate::document::Spread;
use crate::order::Order;
use crate::placement::{Candidate, weights};
use crate::plan::Series;
use crate::time::flags::{AVOIDED, CLOSED, EQUATED, EVE, HOLIDAY, SQUEEZE};
use crate::time::hours::{Hours, USUAL_MINUTES};
use crate::time::{
    DateRange, IsoWeek, Month, Weekday, add_days, date, day_number, from_day_number, month_end,
};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

impl Engine<'_> {
    /// Days on which a meeting can be held, with their soft costs.
    pub(super) fn candidates(
        &self,
        series: &Series,
        spread: &Spread,
        range: DateRange,
        pins: &[NaiveDate],
    ) -> Vec<Candidate> {
        let taken = self.taken(series, range.widened(0, series.length() - 1));
        let length = i32::try_from(series.length()).unwrap_or(1);
        let exists = self.exists_in(series, range);
        let held_out = left_out(spread, range);
        let held_out = held_out.into_iter().chain(taken.into_iter().map(|day| {
            // A meeting of several days begins on none from which it would run into the day.
            let day = day_number(day);
            day + 1 - length..day + 1
        }));
        let free = free_days(range, exists, held_out);
        let weekdays = weekday_set(&spread.weekdays);
        let unusual = spread.prefer.map_or(0, |usual| !weekday_set(&[usual]));
        let pins: Vec<i32> = pins.iter().copied().map(day_number).collect();
        let mut candidates = Vec::with_capacity(range.days().unsigned_abs() as usize / 3);
        for ((day, flags), free) in self.work.flagged(range).zip(free) {
            let possible = free
                && is_open(weekdays, day, flags)
                && (length == 1
                    || self.goes_on(series, &spread.weekdays, from_day_number(day.into())));
            let pinned = pins.contains(&day);
            if possible || pinned {
                candidates.push(Candidate {
                    day,
                    soft: soft(unusual & weekday_bit(day) != 0, flags),
                    pinned,
                });
            }
        }
        candidates
    }

    /// True when a series' own rules let it meet on a day.
    pub(super) fn allowed(&self, spread: &Spread, day: NaiveDate) -> bool {
        self.possible_weekday(&spread.weekdays, day)
            && !month_in(&spread.avoid_months, day)
            && !week_in(&spread.avoid_weeks, day)
    }

    /// True when nothing stops a meeting of several days after its first: no day off, unless its weekday is named.
    pub(super) fn goes_on(&self, series: &Series, weekdays: &[Weekday], day: NaiveDate) -> bool {
        days_of(series, day)
            .skip(1)
            .all(|day| self.work.is_working(day) || self.possible_weekday(weekdays, day))
    }

    /// Days of a range on which every body of a series exists.
    pub(super) fn exists_in(&self, series: &Series, range: DateRange) -> DateRange {
        let bodies = series.bodies().iter();
        bodies.fold(range, |range, body| self.plan.body(*body).exists_in(range))
    }

    /// A working day of the allowed weekdays; a weekend only when the plan names it.
    pub(super) fn possible_weekday(&self, weekdays: &[Weekday], day: NaiveDate) -> bool {
        let day = day_number(day);
        is_open(weekday_set(weekdays), day, self.work.flag(day))
    }

    /// Days on which the same people already meet at the same time.
    pub(super) fn taken(&self, series: &Series, range: DateRange) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = series
            .clashes()
            .iter()
            .flat_map(|other| {
                let spec = self.plan.one_series(*other);
                let same_body = spec
                    .bodies()
                    .iter()
                    .any(|body| series.bodies().contains(body));
                let clash = same_body || same_hours(series, spec);
                let near = range.widened(spec.length() - 1, 0);
                self.schedule
                    .of_series(*other)
                    .within(near)
                    .iter()
                    .filter(move |one| clash && one.cancelled.is_none())
                    .flat_map(move |occurrence| days_of(spec, occurrence.date))
            })
            .filter(|day| range.contains(*day))
            .collect();
        days.order();
        days.dedup();
        days
    }
}

/// The allowed weekdays from Monday, one bit each; all but the weekend when none is named.
fn weekday_set(weekdays: &[Weekday]) -> u8 {
    if weekdays.is_empty() {
        return 0b1_1111;
    }
    let named = Weekday::ALL.into_iter().enumerate();
    let named = named.filter(|(_, weekday)| weekdays.contains(weekday));
    named.fold(0, |set, (place, _)| set | 1 << place)
}

/// The bit of a day's weekday. Day 1 was a Monday.
fn weekday_bit(day: i32) -> u8 {
    1 << (day - 1).rem_euclid(7)
}

/// True on a day with one of the weekdays that is no holiday and not closed; a weekend is out
/// unless its day is named.
fn is_open(weekdays: u8, day: i32, flags: u8) -> bool {
    weekdays & weekday_bit(day) != 0 && flags & (HOLIDAY | EQUATED | CLOSED) == 0
}

/// Soft cost in days² of a day, by its weekday and its flags.
fn soft(unusual: bool, flags: u8) -> i64 {
    [
        (unusual, weights::UNUSUAL_WEEKDAY),
        (flags & SQUEEZE != 0, weights::SQUEEZE_DAY),
        (flags & (EVE | EQUATED) != 0, weights::EVE),
        (flags & AVOIDED != 0, weights::BREAK),
    ]
    .into_iter()
    .filter_map(|(holds, weight)| holds.then_some(weight))
    .sum()
}

/// For each day of a range, whether it lies in `exists` and in none of the spans held out.
fn free_days(
    range: DateRange,
    exists: DateRange,
    held_out: impl Iterator<Item = Range<i32>>,
) -> Vec<bool> {
    let first = day_number(range.start);
    let mut free = vec![false; usize::try_from(range.days()).unwrap_or(0)];
    let mut paint = |span: Range<i32>, colour: bool| {
        let at = |day: i32| usize::try_from(day - first).unwrap_or(0).min(free.len());
        let (start, end) = (at(span.start), at(span.end));
        free.get_mut(start..end).unwrap_or_default().fill(colour);
    };
    paint(day_number(exists.start)..day_number(exists.end), true);
    held_out.for_each(|span| paint(span, false));
    free
}

/// Spans of day numbers that a series stays out of by the months and weeks of its rules.
fn left_out(spread: &Spread, range: DateRange) -> Vec<Range<i32>> {
    // An ISO week can belong to the year before or after that of its days.
    let years = range.start.year() - 1..=range.end.year() + 1;
    years
        .flat_map(|year| {
            let months = spread.avoid_months.iter().filter_map(move |month| {
                let start = date(year, month.get().into(), 1)?;
                let end = month_end(year, month.get().into())?;
                Some(day_number(start)..day_number(end) + 1)
            });
            let weeks = spread.avoid_weeks.iter().filter_map(move |week| {
                let monday = day_number(IsoWeek::new(year, *week)?.monday());
                Some(monday..monday + 7)
            });
            months.chain(weeks)
        })
        .collect()
}

/// The days of a meeting that begins on a day.
pub(super) fn days_of(series: &Series, day: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
    // Most meetings have one day: nothing is counted for it.
    let after = (1..series.length()).map(move |after| add_days(day, after));
    std::iter::once(day).chain(after)
}

/// True when two series meet at overlapping hours; without a time, all day.
fn same_hours(one: &Series, other: &Series) -> bool {
    if one.length() > 1 || other.length() > 1 {
        return true;
    }
    hours(one).overlap(hours(other))
}

/// The hours that a series meets at.
pub(super) fn hours(series: &Series) -> Hours {
    let spec = series.spec();
    Hours::new(spec.time, spec.minutes.unwrap_or(USUAL_MINUTES))
}

/// True when a day lies in one of the months.
pub(super) fn month_in(months: &[Month], day: NaiveDate) -> bool {
    months
        .iter()
        .any(|month| u32::from(month.get()) == day.month())
}

/// True when a day lies in one of the ISO weeks.
pub(super) fn week_in(weeks: &[u8], day: NaiveDate) -> bool {
    !weeks.is_empty() && weeks.contains(&IsoWeek::of(day).week())
}
