//! Days by a pattern, and written days that nothing can be held on.

use super::candidates::{days_of, month_in, week_in};
use super::engine::{Engine, one_day};
use super::found::Found;
use super::schedule::Origin;
use super::trouble::TroubleKind;
use crate::document::{Pattern, PatternCollision};
use crate::order::Order;
use crate::plan::Series;
use crate::time::{DateRange, Weekday, add_days};
use chrono::NaiveDate;

impl Engine<'_> {
    /// Days by a date rule.
    pub(super) fn pattern(
        &mut self,
        series: &Series,
        pattern: &Pattern,
        range: DateRange,
    ) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for occurrence in pattern.rule.occurrences(range, &self.rules()) {
            let day = occurrence.date;
            if month_in(&pattern.avoid_months, day)
                || week_in(&pattern.avoid_weeks, day)
                || !series
                    .bodies()
                    .iter()
                    .all(|body| self.plan.body(*body).exists_on(day))
            {
                continue;
            }
            let moved = match self.day_off(series, day) {
                None => Some(day),
                Some(off) => self.instead(series, pattern.collision, day, off),
            };
            let origin = if moved == Some(day) {
                Origin::Pattern
            } else {
                Origin::PatternMoved(day)
            };
            if let Some(day) = moved
                && !found.iter().any(|other| other.day == day)
            {
                found.push(Found {
                    day,
                    origin,
                    time: None,
                    name: None,
                });
            }
        }
        found.order_by_key(|one| one.day);
        found
    }

    /// The day of a meeting on which nothing can be held. A pattern that gives a weekend means it.
    fn day_off(&self, series: &Series, day: NaiveDate) -> Option<NaiveDate> {
        let weekend = matches!(Weekday::of(day), Weekday::Saturday | Weekday::Sunday);
        let meant = weekend && self.work.holiday(day).is_none();
        days_of(series, day).find(|one| {
            !(self.work.is_working(*one)
                || (meant || series.spec().weekends_meant)
                    && self.work.holiday(*one).is_none()
                    && matches!(Weekday::of(*one), Weekday::Saturday | Weekday::Sunday))
        })
    }

    /// Where a meeting goes that the pattern puts on a day off.
    fn instead(
        &mut self,
        series: &Series,
        collision: PatternCollision,
        day: NaiveDate,
        off: NaiveDate,
    ) -> Option<NaiveDate> {
        let free = |day: &NaiveDate| days_of(series, *day).all(|one| self.work.is_working(one));
        let near = |step: i64| {
            (1..=60)
                .map(|number| add_days(day, number * step))
                .find(free)
        };
        match collision {
            PatternCollision::Report => {
                self.collision(series, off);
                Some(day)
            }
            PatternCollision::Earlier => near(-1),
            PatternCollision::Later => near(1),
            PatternCollision::WeekLater => near(7),
            PatternCollision::Skip => None,
        }
    }

    pub(super) fn report_collisions(&mut self, series: &Series, found: &[Found]) {
        for one in found {
            if self.work.holiday(one.day).is_some() || self.work.is_closed(one.day) {
                self.collision(series, one.day);
            }
        }
    }

    fn collision(&mut self, series: &Series, day: NaiveDate) {
        let Some(why) = self.why_off(day) else { return };
        let (earlier, later) = (self.work.shift(day, -1), self.work.shift(day, 1));
        let kind = TroubleKind::Collision {
            day,
            earlier,
            later,
            why,
        };
        self.trouble(&format!("{}/days", series.path()), None, one_day(day), kind);
    }
}
