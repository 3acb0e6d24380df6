//! Which rules of a series cannot hold together.

use super::candidates::{days_of, month_in, week_in};
use super::counting::Counts;
use super::engine::Engine;
use crate::document::{Spread, Text};
use crate::placement::{Candidate, Conflict, Rule, Task};
use crate::plan::Series;
use crate::time::{DateRange, day_number};
use chrono::NaiveDate;

impl Engine<'_> {
    /// Which rules cannot hold together, by document path.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn conflict(
        &self,
        series: &Series,
        spread: &Spread,
        range: DateRange,
        task: &Task<'_>,
        allowed: Counts,
        pins: &[NaiveDate],
        windows: &[(DateRange, usize)],
    ) -> Vec<(String, Text)> {
        let pinned = |day: &NaiveDate| pins.contains(day);
        let all: Vec<Candidate> = range
            .iter()
            .map(|day| Candidate {
                day: day_number(day),
                soft: 0,
                pinned: pinned(&day),
            })
            .collect();
        let removed = |keep: &dyn Fn(NaiveDate) -> bool| -> Vec<i32> {
            range
                .iter()
                .filter(|day| !keep(*day))
                .map(day_number)
                .collect()
        };
        let taken = self.taken(series, range.widened(0, series.length() - 1));
        let base = format!("{}/days/spread", series.path());
        let filters = [
            (
                format!("{base}/weekdays"),
                Text::both(
                    "helger, helgdagar och tillåtna veckodagar",
                    "weekends, holidays and allowed weekdays",
                ),
                removed(&|day| {
                    self.possible_weekday(&spread.weekdays, day)
                        && self.goes_on(series, &spread.weekdays, day)
                }),
            ),
            (
                format!("{base}/avoid_months"),
                Text::both("månader utan möten", "months without meetings"),
                removed(&|day| !month_in(&spread.avoid_months, day)),
            ),
            (
                format!("{base}/avoid_weeks"),
                Text::both("veckor utan möten", "weeks without meetings"),
                removed(&|day| !week_in(&spread.avoid_weeks, day)),
            ),
            (
                format!("{}/bodies", series.path()),
                Text::both(
                    "grupper med gemensamma ledamöter",
                    "bodies that share members",
                ),
                removed(&|day| days_of(series, day).all(|day| taken.binary_search(&day).is_err())),
            ),
        ];
        let days: Vec<Vec<i32>> = filters.iter().map(|(_, _, days)| days.clone()).collect();
        let conflict = Conflict {
            task: Task {
                candidates: &all,
                ..task.clone()
            },
            fewest: allowed.fewest,
            most: allowed.most,
            filters: &days,
        };
        conflict
            .smallest()
            .into_iter()
            .filter_map(|rule| match rule {
                Rule::Window(at) => windows.get(at).map(|(span, window)| {
                    let path = format!("{base}/windows/{window}");
                    (path, crate::text::span_text(*span))
                }),
                Rule::Filter(at) => filters
                    .get(at)
                    .map(|(path, title, _)| (path.clone(), title.clone())),
                Rule::Count => Some((format!("{}/count", series.path()), allowed.text())),
                Rule::MinGap(gap) => Some((
                    format!("{base}/min_gap_days"),
                    Text::both(
                        format!("minst {gap} dagar mellan möten"),
                        format!("at least {gap} days between meetings"),
                    ),
                )),
            })
            .collect()
    }
}
