//! Days on which a series can meet, and what each costs.

use super::engine::Engine;
use super::found::number;
use crate::document::Spread;
use crate::placement::{Candidate, weights};
use crate::plan::Series;
use crate::time::{DateRange, IsoWeek, Month, Weekday, add_days};
use chrono::{Datelike, NaiveDate};

/// Length of a meeting whose length is not given, in minutes.
const USUAL_MINUTES: u16 = 120;

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
        let exists = self.exists_in(series, range);
        let weekdays = weekday_set(&spread.weekdays);
        let mut candidates = Vec::with_capacity(range.days().unsigned_abs() as usize / 3);
        for day_number in number(range.start)..number(range.end) {
            let pinned = pins.iter().any(|pin| number(*pin) == day_number);
            // Most days of a year are out by their weekday alone. Day 1 was a Monday.
            if !pinned && weekdays >> (day_number - 1).rem_euclid(7) & 1 == 0 {
                continue;
            }
            let Some(day) = NaiveDate::from_num_days_from_ce_opt(day_number) else {
                continue;
            };
            let possible = exists.contains(day)
                && self.allowed(spread, day)
                && self.goes_on(series, &spread.weekdays, day)
                && days_of(series, day).all(|day| taken.binary_search(&day).is_err());
            if possible || pinned {
                candidates.push(Candidate {
                    day: day_number,
                    soft: self.soft(spread, day),
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
        let weekday = Weekday::of(day);
        if matches!(weekday, Weekday::Saturday | Weekday::Sunday) {
            return weekdays.contains(&weekday)
                && self.work.holiday(day).is_none()
                && !self.work.is_closed(day);
        }
        (weekdays.is_empty() || weekdays.contains(&weekday)) && self.work.is_working(day)
    }

    /// Soft cost of a day in days².
    fn soft(&self, spread: &Spread, day: NaiveDate) -> i64 {
        let mut cost = 0;
        if spread.prefer.is_some_and(|usual| usual != Weekday::of(day)) {
            cost += weights::UNUSUAL_WEEKDAY;
        }
        if self.work.is_squeeze(day) {
            cost += weights::SQUEEZE_DAY;
        }
        if self.work.is_eve(day) {
            cost += weights::EVE;
        }
        if self.is_avoided(day) {
            cost += weights::BREAK;
        }
        cost
    }

    /// Inside a break that meetings stay out of when they can.
    fn is_avoided(&self, day: NaiveDate) -> bool {
        let next = self.avoided.partition_point(|span| span.end <= day);
        self.avoided.get(next).is_some_and(|span| span.start <= day)
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
        days.sort_unstable();
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
    let hours = |series: &Series| {
        let start = series.spec().time?.minutes();
        Some((
            start,
            start + series.spec().minutes.unwrap_or(USUAL_MINUTES),
        ))
    };
    match (hours(one), hours(other)) {
        (Some((start, end)), Some((other_start, other_end))) => {
            start < other_end && other_start < end
        }
        _ => true,
    }
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
