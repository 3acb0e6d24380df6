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
        let first = day_number(range.start);
        let mut flags = self.work.flags_of(range);
        let mut hold_out = |span: Range<i32>| {
            let at = |day: i32| usize::try_from(day - first).unwrap_or(0).min(flags.len());
            let (start, end) = (at(span.start), at(span.end));
            let days = flags.get_mut(start..end).unwrap_or_default().iter_mut();
            days.for_each(|flags| *flags |= HELD_OUT);
        };
        let length = i32::try_from(series.length()).unwrap_or(1);
        for day in self.taken(series, range.widened(0, series.length() - 1)) {
            // A meeting of several days begins on none from which it would run into the day.
            let day = day_number(day);
            hold_out(day + 1 - length..day + 1);
        }
        let exists = self.exists_in(series, range);
        hold_out(first..day_number(exists.start));
        hold_out(day_number(exists.end)..day_number(range.end));
        left_out(spread, range).into_iter().for_each(hold_out);

        let weekdays = weekday_set(&spread.weekdays);
        let unusual = spread.prefer.map_or(0, |usual| !weekday_set(&[usual]));
        let pins: Vec<i32> = pins.iter().copied().map(day_number).collect();
        let mut candidates = Vec::with_capacity(flags.len());
        let mut weekday = weekday_bit(first);
        for (day, flags) in (first..).zip(flags) {
            let possible = weekdays & weekday != 0
                && flags & (NOT_OPEN | HELD_OUT) == 0
                && (length == 1
                    || self.goes_on(series, &spread.weekdays, from_day_number(day.into())));
            let pinned = pins.contains(&day);
            if possible || pinned {
                candidates.push(Candidate {
                    day,
                    soft: soft(unusual & weekday != 0, flags),
                    pinned,
                });
            }
            weekday = next_weekday(weekday);
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
        weekday_set(weekdays) & weekday_bit(day) != 0 && self.work.flag(day) & NOT_OPEN == 0
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

/// The bit of the weekday after another.
fn next_weekday(bit: u8) -> u8 {
    (bit << 1 | bit >> 6) & 0b111_1111
}

/// Mark of days that the series itself stays out of, beside those of the calendar.
const HELD_OUT: u8 = 1 << 7;

/// Marks of days on which nobody meets. A weekend is not among them: a plan can name its days.
const NOT_OPEN: u8 = HOLIDAY | EQUATED | CLOSED;

/// Soft cost in days² of a day, by its weekday and its flags.
fn soft(unusual: bool, flags: u8) -> i64 {
    if !unusual && flags & (SQUEEZE | EVE | EQUATED | AVOIDED) == 0 {
        return 0;
    }
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

/// Spans of day numbers that a series stays out of by the months and weeks of its rules.
fn left_out(spread: &Spread, range: DateRange) -> Vec<Range<i32>> {
    let mut spans = Vec::new();
    let (first, last) = (range.start.year(), range.end.year());
    for year in first..=last {
        spans.extend(spread.avoid_months.iter().filter_map(|month| {
            let start = date(year, month.get().into(), 1)?;
            let end = month_end(year, month.get().into())?;
            Some(day_number(start)..day_number(end) + 1)
        }));
    }
    if spread.avoid_weeks.is_empty() {
        return spans;
    }
    // An ISO week can belong to the year before or after that of its days.
    for year in first - 1..=last + 1 {
        let Some(week_1) = IsoWeek::new(year, 1) else {
            continue;
        };
        let (monday, weeks) = (day_number(week_1.monday()), IsoWeek::weeks_in(year));
        let weeks = spread.avoid_weeks.iter().filter(|week| **week <= weeks);
        spans.extend(weeks.map(|week| {
            let monday = monday + 7 * (i32::from(*week) - 1);
            monday..monday + 7
        }));
    }
    spans
}

/// The days of a meeting that begins on a day.
pub(super) fn days_of(series: &Series, day: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
    // Most meetings have one day: nothing is counted for it.
    let after = (1..series.length()).map(move |after| add_days(day, after));
    std::iter::once(day).chain(after)
}

/// True when two series meet at overlapping hours; without a time, all day.
pub(crate) fn same_hours(one: &Series, other: &Series) -> bool {
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
