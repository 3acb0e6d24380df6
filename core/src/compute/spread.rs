//! Placing every series: joint meetings first, each after those that it depends on.

use super::counting::{Counts, best_effort};
use super::engine::Engine;
use super::found::{Found, name};
use super::schedule::{CountPeriod, Occurrence, Origin};
use super::trouble::TroubleKind;
use crate::document::{DayFinding, Edit, Spread};
use crate::order::Order;
use crate::placement::Task;
use crate::plan::{Series, SeriesId, touches};
use crate::time::{DateRange, date, day_number, from_day_number};
use chrono::{Datelike, NaiveDate};

impl Engine<'_> {
    /// Places every series through its own horizon.
    pub(super) fn place_all(&mut self) {
        for &id in self.plan.placement_order() {
            let last = self.horizon.series.get(id.index()).copied();
            self.place_series(id, last.unwrap_or(self.horizon.year));
        }
    }

    fn place_series(&mut self, id: SeriesId, last_year: i32) {
        let series = self.plan.one_series(id);
        let first = self
            .plan
            .document()
            .first_year
            .max(series.spec().from_year.unwrap_or(i32::MIN));
        let mut previous = series.continues().and_then(|other| {
            let start = date(first, 1, 1)?;
            self.schedule
                .of_series(other)
                .held()
                .map(|held| held.date)
                .filter(|day| *day < start)
                .max()
        });
        for (key, range) in self.plan.periods_of(series, first, last_year) {
            let period = self.place_period(id, series, key, range, previous);
            previous = period.or(previous);
        }
        if let Some(days) = self.schedule.series.get_mut(id.index()) {
            days.occurrences
                .order_by(|a, b| (a.date, &a.name).cmp(&(b.date, &b.name)));
        }
    }

    /// Places one period; returns its last meeting.
    fn place_period(
        &mut self,
        id: SeriesId,
        series: &Series,
        key: String,
        range: DateRange,
        previous: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let index = self.schedule.of_series(id).periods.len();
        let joint = self.joint_days(series, range);
        let published = self.published(series, &key, range);
        let is_published = published.is_some();
        let mut found = match published {
            Some(found) => found,
            None => match &series.spec().days {
                DayFinding::Spread(_) if self.exists_in(series, range).is_empty() => Vec::new(),
                DayFinding::Spread(spread) => {
                    self.spread(id, series, spread, &key, range, previous, &joint)
                }
                DayFinding::Pattern(pattern) => self.pattern(series, pattern, range),
                DayFinding::Beside(beside) => self.beside(series, beside, &key, range),
                DayFinding::Fixed(days) => {
                    let days = days.iter().filter(|day| range.contains(day.0));
                    let found: Vec<Found> = days
                        .map(|day| Found::from((day.0, Origin::Written, None)))
                        .collect();
                    self.report_collisions(series, &found);
                    found
                }
            },
        };
        name(&mut found, self.plan, series);
        let mut occurrences: Vec<Occurrence> = found
            .into_iter()
            .map(|found| Occurrence {
                period: index,
                name: found.name.unwrap_or_default(),
                date: found.day,
                time: found.time,
                origin: found.origin,
                moved: None,
                cancelled: None,
            })
            .collect();
        let mut period = CountPeriod {
            key,
            range,
            held: 0,
            published: is_published,
        };
        self.hold_locked(series, &period, index, &joint, &mut occurrences);
        self.apply_edits(series, &period, index, &mut occurrences);
        let held: Vec<NaiveDate> = occurrences
            .iter()
            .filter(|one| one.cancelled.is_none())
            .map(|one| one.date)
            .chain(joint.iter().copied())
            .collect();
        let added = occurrences
            .iter()
            .filter(|one| series.spec().count.on_demand && matches!(one.origin, Origin::Added(_)))
            .count();
        period.held = u16::try_from(held.len().saturating_sub(added)).unwrap_or(u16::MAX);
        self.continuations(series, &period, index, &mut occurrences);
        if let Some(days) = self.schedule.series.get_mut(id.index()) {
            days.periods.push(period);
            days.occurrences.extend(occurrences);
        }
        held.into_iter().max()
    }

    /// Days of joint meetings that count in this series too.
    fn joint_days(&self, series: &Series, range: DateRange) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = series
            .joint()
            .iter()
            .flat_map(|other| {
                let on_demand = self.plan.one_series(*other).spec().count.on_demand;
                let held = self.schedule.of_series(*other).held_within(range);
                // A joint meeting called when needed comes on top of the ordinary ones.
                held.filter(move |one| !(on_demand && matches!(one.origin, Origin::Added(_))))
            })
            .map(|occurrence| occurrence.date)
            .collect();
        days.order();
        days.dedup();
        days
    }

    /// The days of a published period: one that starts in a published year, or has days in one.
    fn published(&self, series: &Series, key: &str, range: DateRange) -> Option<Vec<Found>> {
        let years = self.plan.document().published.iter();
        let years = years.filter(|year| touches(range, year.year));
        let mut first = false;
        let mut found: Vec<Found> = Vec::new();
        for year in years {
            first |= year.year == range.start.year();
            found.extend(year.days.iter().filter_map(|day| {
                let rest = day.id.strip_prefix(series.id().as_str())?;
                let rest = rest.strip_prefix('/')?.strip_prefix(key)?;
                Some(Found {
                    day: day.date.0,
                    origin: Origin::Published(year.year),
                    time: day.time,
                    name: Some(rest.strip_prefix('/')?.to_owned()),
                })
            }));
        }
        found.order_by_key(|one| one.day);
        (first || !found.is_empty()).then_some(found)
    }

    /// As even as can be; when no placement exists, as many as can be, and trouble.
    #[allow(clippy::too_many_arguments)]
    fn spread(
        &mut self,
        id: SeriesId,
        series: &Series,
        spread: &Spread,
        key: &str,
        range: DateRange,
        previous: Option<NaiveDate>,
        joint: &[NaiveDate],
    ) -> Vec<Found> {
        let locks: Vec<(NaiveDate, usize)> = self
            .plan
            .edits_of(series)
            .filter(|named| named.period == key)
            .filter_map(|named| match named.edit {
                Edit::Lock { date, .. } => Some((date.0, named.at)),
                _ => None,
            })
            .filter(|(day, _)| range.contains(*day))
            .collect();
        let pins: Vec<NaiveDate> = joint
            .iter()
            .copied()
            .chain(locks.iter().map(|(day, _)| *day))
            .collect();
        let candidates = self.candidates(series, spread, range, &pins);
        let windows = self.windows(series, range, previous);
        let spans: Vec<(i32, i32)> = windows
            .iter()
            .map(|(span, _)| (day_number(span.start), day_number(span.end)))
            .collect();
        let exists = self.exists_in(series, range);
        let task = Task {
            start: day_number(exists.start),
            end: day_number(exists.end),
            previous: previous.map(day_number),
            count: 0,
            candidates: &candidates,
            windows: &spans,
            min_gap: spread.min_gap_days.map_or(1, i32::from),
        };
        let allowed = Counts::of(&self.count_in(series, range), pins.len());
        let picks = match allowed.placed(&task) {
            Some(picks) => picks,
            None => {
                let picks = best_effort(&task, allowed.wanted);
                if range.overlaps(&self.range) {
                    let kind = TroubleKind::NoPlacement {
                        series: id,
                        period: key.to_owned(),
                        rules: self
                            .conflict(series, spread, range, &task, allowed, &pins, &windows),
                        wanted: allowed.wanted,
                        // What is locked is held even so.
                        placed: u16::try_from(picks.len().max(pins.len())).unwrap_or(u16::MAX),
                    };
                    self.trouble(series.path(), None, range, kind);
                }
                picks
            }
        };
        let mut before = previous;
        let mut found = Vec::with_capacity(picks.len());
        for pick in picks {
            let day = from_day_number(pick.into());
            let gap = before.map(|before| (day - before).num_days());
            before = Some(day);
            if joint.contains(&day) {
                continue;
            }
            let origin = match locks.iter().find(|(locked, _)| *locked == day) {
                Some((_, edit)) => Origin::Locked(*edit),
                None => Origin::Spread { gap },
            };
            found.push(Found {
                day,
                origin,
                time: None,
                name: None,
            });
        }
        found
    }
}
