//! Working days: a table of flags for a range, and moves between them.

use super::flags::{
    AVOIDED, CLOSED, EQUATED, EVE, HOLIDAY, NOT_WORKING, REST, SQUEEZE, computed_flag, table,
};
use super::holiday::{HolidayName, YearDays};
use super::range::{DateRange, MAX_YEAR, MIN_YEAR, day_number, from_day_number, month_end};
use super::week::{IsoWeek, Weekday};
use crate::read::Read;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// What happens to a date that falls on a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// It stays.
    #[default]
    AsIs,
    /// To the nearest working day before.
    Earlier,
    /// To the nearest working day after.
    Later,
    /// Forward over statutory rest days: lag (1930:173) 2 §.
    Statutory,
}

/// Days that a search for a working day goes before it gives up; ten years of closure.
const SEARCH: i32 = 3660;
/// Working days that a shift moves at most; beyond two centuries nothing is planned.
const MAX_SHIFT: i32 = 60_000;

/// Which days are working days, looked up in a table for one range of dates.
///
/// Dates outside the range are answered too, only more slowly.
///
/// ```
/// use planning_wheel::time::{DateRange, Roll, WorkCalendar, date};
/// let work = WorkCalendar::new(DateRange::year(2026).unwrap());
/// let new_years_eve = date(2026, 12, 31).unwrap();
/// assert!(!work.is_working(new_years_eve));
/// assert_eq!(Some(work.roll(new_years_eve, Roll::Statutory)), date(2027, 1, 4));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkCalendar {
    first: i32,
    flags: Vec<u8>,
    /// Spans that a plan has closed or avoids, with the flag of each.
    spans: Vec<(DateRange, u8)>,
    closed_days: i64,
}

impl WorkCalendar {
    /// The calendar with a table for `range` (at most 1969–2101).
    pub fn new(range: DateRange) -> Self {
        let start = range.start.max(year_start(MIN_YEAR - 1));
        let end = range.end.min(year_start(MAX_YEAR + 2));
        let first = day_number(start);
        let length = usize::try_from(day_number(end) - first).unwrap_or(0);
        let flags = table(first, length);
        Self {
            first,
            flags,
            spans: Vec::new(),
            closed_days: 0,
        }
    }

    /// The calendar with a span closed by the plan: none of its days is a working day.
    #[must_use]
    pub fn with_closed(mut self, range: DateRange) -> Self {
        self.closed_days = self.closed_days.saturating_add(range.days());
        self.mark(range, CLOSED);
        self
    }

    /// The calendar with a span that the plan would rather leave alone: its days stay working days.
    #[must_use]
    pub(crate) fn with_avoided(mut self, range: DateRange) -> Self {
        self.mark(range, AVOIDED);
        self
    }

    fn mark(&mut self, range: DateRange, mark: u8) {
        let at = |date| {
            let offset = i64::from(day_number(date)) - i64::from(self.first);
            usize::try_from(offset.max(0))
                .unwrap_or(0)
                .min(self.flags.len())
        };
        let (from, to) = (at(range.start), at(range.end));
        for flag in self.flags.get_mut(from..to).unwrap_or_default() {
            *flag |= mark;
        }
        self.spans.push((range, mark));
    }

    /// Whether a date is Monday to Friday, no public holiday or equated eve, and not closed.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        self.flag(day_number(date)) & NOT_WORKING == 0
    }

    /// Whether a statutory last day moves on from this date: Saturday, Sunday, another public
    /// holiday, midsummer eve, Christmas eve or New Year's eve.
    ///
    /// Lag (1930:173) 2 § in its wording since 1987:1212, here used for all years.
    pub fn is_statutory_rest(&self, date: NaiveDate) -> bool {
        self.flag(day_number(date)) & REST != 0
    }

    /// The public holiday or equated eve on a date; the one listed first when there are two.
    pub fn holiday(&self, date: NaiveDate) -> Option<HolidayName> {
        let day = day_number(date);
        if self.flag(day) & (HOLIDAY | EQUATED) == 0 {
            return None;
        }
        YearDays::new(date.year()).rest_on(day)
    }

    /// Whether a date is a squeeze day: a working day between two days off. Closed spans do not
    /// make one.
    pub fn is_squeeze(&self, date: NaiveDate) -> bool {
        self.flag(day_number(date)) & SQUEEZE != 0
    }

    /// Whether a date is an eve, equated with a Sunday or not.
    pub fn is_eve(&self, date: NaiveDate) -> bool {
        self.flag(day_number(date)) & (EVE | EQUATED) != 0
    }

    /// Whether the plan would rather leave a day alone.
    pub(crate) fn is_avoided(&self, date: NaiveDate) -> bool {
        self.flag(day_number(date)) & AVOIDED != 0
    }

    /// Whether the plan has closed a date.
    pub fn is_closed(&self, date: NaiveDate) -> bool {
        self.flag(day_number(date)) & CLOSED != 0
    }

    /// The date `working_days` working days later, or earlier when negative.
    ///
    /// Zero leaves the date alone; from a day off, the first working day met counts as one. At
    /// most 60 000 working days, and none across ten years of closure.
    pub fn shift(&self, date: NaiveDate, working_days: i32) -> NaiveDate {
        let step = working_days.signum();
        let mut left = working_days.clamp(-MAX_SHIFT, MAX_SHIFT).abs();
        let mut day = day_number(date);
        let mut found = day;
        let mut idle = 0;
        while left > 0 && idle < SEARCH {
            day += step;
            if self.flag(day) & NOT_WORKING == 0 {
                found = day;
                left -= 1;
                idle = 0;
            } else {
                idle += 1;
            }
        }
        from_day_number(found.into())
    }

    /// The date after it has been moved off a day off, as `roll` says.
    ///
    /// A date stays where it is when no working day lies within ten years.
    pub fn roll(&self, date: NaiveDate, roll: Roll) -> NaiveDate {
        let (step, stop) = match roll {
            Roll::AsIs => return date,
            Roll::Earlier => (-1, NOT_WORKING),
            Roll::Later => (1, NOT_WORKING),
            Roll::Statutory => (1, REST),
        };
        let start = day_number(date);
        (0..SEARCH)
            .map(|days| start + step * days)
            .find(|day| self.flag(*day) & stop == 0)
            .map_or(date, |day| from_day_number(day.into()))
    }

    /// The number of working days from `from` up to but not including `to`; negative when `to` is
    /// earlier.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.working_days_between(to, from);
        }
        let count = (day_number(from)..day_number(to))
            .filter(|day| self.flag(*day) & NOT_WORKING == 0)
            .count();
        i64::try_from(count).unwrap_or(i64::MAX)
    }

    /// The first working day of a month (1–12).
    pub fn first_working_day(&self, year: i32, month: u32) -> Option<NaiveDate> {
        self.nth_working_day(year, month, 1)
    }

    /// The last working day of a month (1–12).
    pub fn last_working_day(&self, year: i32, month: u32) -> Option<NaiveDate> {
        self.nth_working_day(year, month, -1)
    }

    /// The working day of a month at a place from its start or, negative, from its end.
    pub fn nth_working_day(&self, year: i32, month: u32, nth: i8) -> Option<NaiveDate> {
        let first = day_number(NaiveDate::from_ymd_opt(year, month, 1)?);
        let last = day_number(month_end(year, month)?);
        let place = usize::from(nth.unsigned_abs()).checked_sub(1)?;
        let working = |day: &i32| self.flag(*day) & NOT_WORKING == 0;
        let day = if nth > 0 {
            (first..=last).filter(working).nth(place)
        } else {
            (first..=last).rev().filter(working).nth(place)
        }?;
        Some(from_day_number(day.into()))
    }

    /// The last working day of a week, if it has any.
    pub fn last_working_day_of_week(&self, week: IsoWeek) -> Option<NaiveDate> {
        let friday = day_number(week.day(Weekday::Friday));
        (friday - 4..=friday)
            .rev()
            .find(|day| self.flag(*day) & NOT_WORKING == 0)
            .map(|day| from_day_number(day.into()))
    }

    /// The longest that a roll can move a date and more than `working_days` can span, in days.
    pub(crate) fn reach(&self, working_days: i32) -> i64 {
        // The longest rest without closure is Christmas with a weekend; no fifteen days hold
        // fewer than five working days.
        i64::from(working_days.unsigned_abs()) * 3 + 15 + self.closed_days
    }

    /// The flags of each day of a range: what many days are asked for in a row.
    pub(crate) fn flags_of(&self, range: DateRange) -> Vec<u8> {
        let (first, end) = (day_number(range.start), day_number(range.end));
        let at = |day: i32| usize::try_from(i64::from(day) - i64::from(self.first)).ok();
        let table = at(first).zip(at(end));
        match table.and_then(|(first, end)| self.flags.get(first..end)) {
            Some(flags) => flags.to_vec(),
            None => (first..end).map(|day| self.flag(day)).collect(),
        }
    }

    /// The flags of a day.
    pub(crate) fn flag(&self, day: i32) -> u8 {
        let offset = i64::from(day) - i64::from(self.first);
        match usize::try_from(offset)
            .ok()
            .and_then(|at| self.flags.get(at))
        {
            Some(flag) => *flag,
            None => self.computed(day),
        }
    }

    #[cold]
    fn computed(&self, day: i32) -> u8 {
        let date = from_day_number(day.into());
        let spans = self.spans.iter().filter(|(range, _)| range.contains(date));
        spans.fold(computed_flag(day), |flag, (_, mark)| flag | mark)
    }
}

fn year_start(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN)
}

#[cfg(test)]
mod tests {
    use super::super::range::{add_days, date};
    use super::*;

    fn work() -> WorkCalendar {
        WorkCalendar::new(DateRange::years(2026, 2031).unwrap())
    }

    #[test]
    fn table_and_computation_agree() {
        let table = WorkCalendar::new(DateRange::years(1990, 2040).unwrap());
        for day in day_number(year_start(1988))..day_number(year_start(2042)) {
            assert_eq!(table.flag(day), computed_flag(day));
        }
    }

    #[test]
    fn a_closed_span_holds_no_working_day_inside_or_outside_the_table() {
        let closed = DateRange::new(date(2026, 7, 1).unwrap(), date(2026, 8, 1).unwrap()).unwrap();
        let far = DateRange::year(2050).unwrap();
        let work = work().with_closed(closed).with_closed(far);
        let monday = date(2026, 7, 6).unwrap();
        assert!(!work.is_working(monday) && work.is_closed(monday));
        assert!(!work.is_statutory_rest(monday));
        assert_eq!(Some(work.roll(monday, Roll::Later)), date(2026, 8, 3));
        assert_eq!(Some(work.roll(monday, Roll::Earlier)), date(2026, 6, 30));
        assert_eq!(work.roll(monday, Roll::Statutory), monday);
        assert_eq!(
            Some(work.roll(date(2050, 6, 1).unwrap(), Roll::Later)),
            date(2051, 1, 2)
        );
    }

    #[test]
    fn shifts_count_working_days() {
        let work = work();
        let good_friday = date(2026, 4, 3).unwrap();
        assert_eq!(Some(work.shift(good_friday, 1)), date(2026, 4, 7));
        assert_eq!(Some(work.shift(good_friday, -1)), date(2026, 4, 2));
        assert_eq!(work.shift(good_friday, 0), good_friday);
        let (a, b) = (date(2026, 4, 2).unwrap(), date(2026, 4, 8).unwrap());
        assert_eq!(work.working_days_between(a, b), 2);
        assert_eq!(work.working_days_between(b, a), -2);
    }

    #[test]
    fn months_and_weeks_know_their_working_days() {
        let work = work();
        assert_eq!(work.first_working_day(2026, 1), date(2026, 1, 2));
        assert_eq!(work.last_working_day(2026, 12), date(2026, 12, 30));
        assert_eq!(work.nth_working_day(2026, 1, 23), None);
        assert_eq!(work.nth_working_day(2026, 1, 0), None);
        let easter_week = IsoWeek::of(date(2026, 4, 3).unwrap());
        assert_eq!(work.last_working_day_of_week(easter_week), date(2026, 4, 2));
    }

    #[test]
    fn nothing_breaks_at_the_ends_of_time() {
        let all = DateRange {
            start: NaiveDate::MIN,
            end: NaiveDate::MAX,
        };
        let work = WorkCalendar::new(all).with_closed(all);
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            for roll in [Roll::Earlier, Roll::Later, Roll::Statutory] {
                let _ = work.roll(date, roll);
            }
            let _ = (
                work.shift(date, i32::MAX),
                work.shift(date, i32::MIN),
                work.holiday(date),
            );
        }
        let empty = WorkCalendar::new(DateRange {
            start: all.end,
            end: all.start,
        });
        assert!(empty.is_working(date(2026, 3, 3).unwrap()));
        assert_eq!(add_days(all.end, 1), all.end);
    }
}
