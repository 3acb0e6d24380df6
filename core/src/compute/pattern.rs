//! Days by a pattern, and written days that nothing can be held on.

use super::candidates::month_in;
use super::engine::{Engine, one_day};
use super::found::Found;
use super::schedule::Origin;
use super::trouble::TroubleKind;
use crate::document::{Pattern, PatternCollision};
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
                || !series
                    .bodies()
                    .iter()
                    .all(|body| self.plan.body(*body).exists_on(day))
            {
                continue;
            }
            let weekend_meant = matches!(Weekday::of(day), Weekday::Saturday | Weekday::Sunday)
                && self.work.holiday(day).is_none();
            let moved = if self.work.is_working(day) || weekend_meant {
                Some(day)
            } else {
                match pattern.collision {
                    PatternCollision::Report => {
                        self.collision(series, day);
                        Some(day)
                    }
                    PatternCollision::Earlier => Some(self.work.shift(day, -1)),
                    PatternCollision::Later => Some(self.work.shift(day, 1)),
                    PatternCollision::WeekLater => (1..=4)
                        .map(|weeks| add_days(day, 7 * weeks))
                        .find(|later| self.work.is_working(*later)),
                    PatternCollision::Skip => None,
                }
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
        found.sort_by_key(|one| one.day);
        found
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
