//! Half-open date ranges and saturating date arithmetic.

use chrono::{Datelike, NaiveDate};

/// First year that a plan may speak about.
pub const MIN_YEAR: i32 = 1970;
/// Last year that a plan may speak about.
pub const MAX_YEAR: i32 = 2100;

/// A half-open range of days: `start` is in it, `end` is not.
///
/// ```
/// use planning_wheel::time::{DateRange, date};
/// let year = DateRange::year(2026).unwrap();
/// assert_eq!(year.days(), 365);
/// assert!(!year.contains(date(2027, 1, 1).unwrap()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// First day in the range.
    pub start: NaiveDate,
    /// First day after the range.
    pub end: NaiveDate,
}

impl DateRange {
    /// The range from `start` up to but not including `end`; nothing when `end` lies before `start`.
    pub fn new(start: NaiveDate, end: NaiveDate) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The calendar year `year`.
    pub fn year(year: i32) -> Option<Self> {
        Self::years(year, year)
    }

    /// The calendar years `first` to `last`, both included.
    pub fn years(first: i32, last: i32) -> Option<Self> {
        Self::new(date(first, 1, 1)?, date(last.checked_add(1)?, 1, 1)?)
    }

    /// Whether `date` is in the range.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.start <= date && date < self.end
    }

    /// Length in days, never negative.
    pub fn days(&self) -> i64 {
        i64::from(day_number(self.end) - day_number(self.start)).max(0)
    }

    /// Whether the range holds no day.
    pub fn is_empty(&self) -> bool {
        self.end <= self.start
    }

    /// The last day in the range, if it holds any.
    pub fn last(&self) -> Option<NaiveDate> {
        (!self.is_empty()).then(|| add_days(self.end, -1))
    }

    /// The days in both ranges; nothing when they share none.
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Self { start, end })
    }

    /// Whether the two ranges share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.intersection(other).is_some()
    }

    /// Every day of the range in order.
    pub fn iter(&self) -> Days {
        Days {
            next: day_number(self.start),
            end: day_number(self.end),
        }
    }

    /// The range made `before` days longer at its start and `after` days at its end.
    pub(crate) fn widened(&self, before: i64, after: i64) -> Self {
        Self {
            start: add_days(self.start, -before),
            end: add_days(self.end, after),
        }
    }
}

impl IntoIterator for &DateRange {
    type Item = NaiveDate;
    type IntoIter = Days;

    fn into_iter(self) -> Days {
        self.iter()
    }
}

/// The days of a [`DateRange`] in order.
#[derive(Clone, Debug)]
pub struct Days {
    next: i32,
    end: i32,
}

impl Iterator for Days {
    type Item = NaiveDate;

    fn next(&mut self) -> Option<NaiveDate> {
        if self.next >= self.end {
            return None;
        }
        let date = NaiveDate::from_num_days_from_ce_opt(self.next);
        self.next += 1;
        date
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.end - self.next).unwrap_or(0);
        (left, Some(left))
    }
}

/// What happens when a count of months lands on a day that its month lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EndOfMonth {
    /// The last day of that month: lag (1930:173) 1 §.
    #[default]
    LastDay,
    /// The first day of the month after.
    FirstDayOfNext,
}

/// The date of a year, month and day, if there is one.
pub fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// `date` moved by `days`, stopping at the first and last date that can be held.
pub fn add_days(date: NaiveDate, days: i64) -> NaiveDate {
    from_day_number(i64::from(day_number(date)).saturating_add(days))
}

/// `date` moved by `months`; `policy` says what stands in for a day that the month lacks.
///
/// ```
/// use planning_wheel::time::{EndOfMonth, add_months, date};
/// let end = add_months(date(2026, 8, 31).unwrap(), -6, EndOfMonth::LastDay);
/// assert_eq!(Some(end), date(2026, 2, 28));
/// ```
pub fn add_months(date: NaiveDate, months: i32, policy: EndOfMonth) -> NaiveDate {
    let total = i64::from(date.year()) * 12 + i64::from(date.month0()) + i64::from(months);
    let year = i32::try_from(total.div_euclid(12)).unwrap_or(i32::MAX);
    let month = u32::try_from(total.rem_euclid(12) + 1).unwrap_or(1);
    if let Some(found) = NaiveDate::from_ymd_opt(year, month, date.day()) {
        return found;
    }
    match month_end(year, month) {
        Some(last) => match policy {
            EndOfMonth::LastDay => last,
            EndOfMonth::FirstDayOfNext => add_days(last, 1),
        },
        None if months < 0 => NaiveDate::MIN,
        None => NaiveDate::MAX,
    }
}

/// Number of days in a month (1–12) of a year.
pub fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The last day of a month.
pub fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, days_in_month(year, month))
}

/// Days since 31 December of year 0: 1 January of year 1, a Monday, is day 1.
pub(crate) fn day_number(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// The date of a day number, stopping at the first and last date that can be held.
pub(crate) fn from_day_number(number: i64) -> NaiveDate {
    let found = i32::try_from(number)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt);
    match found {
        Some(date) => date,
        None if number < 0 => NaiveDate::MIN,
        None => NaiveDate::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_on_the_last_day_where_the_day_is_missing() {
        let may = date(2026, 5, 31).unwrap();
        assert_eq!(
            Some(add_months(may, -3, EndOfMonth::LastDay)),
            date(2026, 2, 28)
        );
        assert_eq!(
            Some(add_months(may, 1, EndOfMonth::FirstDayOfNext)),
            date(2026, 7, 1)
        );
        assert_eq!(
            Some(add_months(may, 8, EndOfMonth::LastDay)),
            date(2027, 1, 31)
        );
        assert_eq!(
            Some(add_months(may, 21, EndOfMonth::LastDay)),
            date(2028, 2, 29)
        );
    }

    #[test]
    fn arithmetic_stops_at_the_ends() {
        assert_eq!(add_days(NaiveDate::MAX, i64::MAX), NaiveDate::MAX);
        assert_eq!(add_days(NaiveDate::MIN, i64::MIN), NaiveDate::MIN);
        assert_eq!(
            add_months(NaiveDate::MAX, i32::MAX, EndOfMonth::LastDay),
            NaiveDate::MAX
        );
        assert_eq!(
            add_months(NaiveDate::MIN, i32::MIN, EndOfMonth::LastDay),
            NaiveDate::MIN
        );
        assert_eq!(DateRange::years(i32::MAX, i32::MAX), None);
    }

    #[test]
    fn ranges_are_half_open() {
        let a = DateRange::year(2026).unwrap();
        let b = DateRange::year(2027).unwrap();
        assert!(!a.overlaps(&b));
        assert_eq!(a.iter().count(), 365);
        assert_eq!(a.last(), date(2026, 12, 31));
        assert_eq!(
            DateRange::years(2026, 2027).unwrap().intersection(&b),
            Some(b)
        );
        let reversed = DateRange {
            start: b.end,
            end: a.start,
        };
        assert!(reversed.is_empty() && reversed.days() == 0 && reversed.iter().next().is_none());
    }
}
