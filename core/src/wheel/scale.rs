//! Days to angles: every day of the range gets the same part of the circle.

use super::point::{Sector, round, turn};
use crate::time::{DateRange, add_days};
use chrono::NaiveDate;

/// Turns days of a range into angles and back.
///
/// # Example
/// ```
/// use planning_wheel::time::{DateRange, date};
/// use planning_wheel::wheel::Scale;
/// let scale = Scale::new(DateRange::year(2028).unwrap());
/// let february = scale.days(DateRange::new(date(2028, 2, 1).unwrap(), date(2028, 3, 1).unwrap()).unwrap());
/// assert_eq!(february.length(), 28.53); // 29 of 366 days
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    range: DateRange,
    per_day: f64,
}

impl Scale {
    /// A whole turn for the days of a range.
    #[must_use]
    pub fn new(range: DateRange) -> Self {
        // Day counts of a plan are far below 2^53.
        let days = range.days().max(1) as f64;
        Self {
            range,
            per_day: 360.0 / days,
        }
    }

    /// The days that make a turn.
    #[must_use]
    pub fn range(&self) -> DateRange {
        self.range
    }

    /// Degrees of one day, not rounded.
    #[must_use]
    pub fn per_day(&self) -> f64 {
        self.per_day
    }

    /// True when a day has room for its name.
    pub(crate) fn names_days(&self) -> bool {
        self.per_day > 8.0
    }

    /// The angle at which a day begins; days outside the range are moved to its nearest end.
    #[must_use]
    pub fn start_of(&self, day: NaiveDate) -> f64 {
        let day = day.clamp(self.range.start, self.range.end.max(self.range.start));
        round((day - self.range.start).num_days() as f64 * self.per_day)
    }

    /// The angle of a day's noon; days outside the range are moved to its nearest end.
    #[must_use]
    pub fn noon_of(&self, day: NaiveDate) -> f64 {
        let last = add_days(self.range.end, -1).max(self.range.start);
        let day = day.clamp(self.range.start, last);
        round(((day - self.range.start).num_days() as f64 + 0.5) * self.per_day)
    }

    /// The arc of a range of days, cut at the ends of the scale.
    #[must_use]
    pub fn days(&self, days: DateRange) -> Sector {
        Sector::new(self.start_of(days.start), self.start_of(days.end))
    }

    /// The day at an angle.
    #[must_use]
    pub fn day_at(&self, angle: f64) -> NaiveDate {
        let passed = (turn(angle) / self.per_day).floor() as i64;
        add_days(self.range.start, passed.min(self.range.days() - 1).max(0))
    }
}
