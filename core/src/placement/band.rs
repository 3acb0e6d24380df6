//! Which candidates a choice of bounded cost can use, meeting by meeting.

use super::Task;

/// For each meeting in order, the run of candidates that it can be held on.
pub(super) type Bands = Vec<(usize, usize)>;

/// How far a first guess lets the meetings lie from their even places, in days.
const NEAR: i64 = 3;
/// The last guess that is tried, before all candidates are.
const FAR: i64 = NEAR * 8;

/// A guess of the most that the best choice costs, scaled; without one, every candidate is looked at.
///
/// What a bounded search finds at or under its bound is the optimum: every
/// choice of no greater cost lies in the bands.
#[derive(Clone, Copy)]
pub(super) struct Bound(Option<i64>);

impl Bound {
    /// A bound that holds when each gap can be had within a few days.
    pub(super) fn near(task: &Task<'_>) -> Self {
        Self(Some(all_off(task, NEAR)))
    }

    /// The cost of a choice that is known.
    pub(super) fn of(cost: i64) -> Self {
        Self(Some(cost))
    }

    /// True when a choice of this cost is within the bound.
    pub(super) fn holds(self, cost: i64) -> bool {
        self.0.is_none_or(|most| cost <= most)
    }

    /// The next guess, twice as many days off; `None` when every candidate has been looked at.
    pub(super) fn wider(self, task: &Task<'_>) -> Option<Self> {
        let most = self.0?;
        let wider = most.saturating_mul(4);
        Some(Self((wider <= all_off(task, FAR)).then_some(wider)))
    }
}

/// Scaled cost of gaps that are all so many days off the even one.
fn all_off(task: &Task<'_>, days: i64) -> i64 {
    let count = i64::from(task.count);
    (count + 1) * (days * count) * (days * count)
}

/// The candidates that some choice of at most `bound` can hold each meeting on.
///
/// `k` gaps that together are `a` off the even way cost at least `a² / k`, since
/// squares are least when all are alike; so do those after the meeting.
pub(super) fn bands(task: &Task<'_>, bound: Bound) -> Bands {
    let gaps = i64::from(task.count) + 1;
    (1..gaps)
        .map(|meeting| match bound.0 {
            Some(most) => band(task, meeting, gaps - meeting, most),
            None => (0, task.candidates.len()),
        })
        .collect()
}

/// The run of candidates for a meeting with so many gaps up to it and after it.
fn band(task: &Task<'_>, before: i64, after: i64, bound: i64) -> (usize, usize) {
    let least = |day: i32| {
        let (so_far, rest) = drift(task, before, after, day);
        // Scaled by both numbers of gaps, so that nothing is rounded.
        let so_far = so_far.saturating_mul(so_far).saturating_mul(after);
        so_far.saturating_add(rest.saturating_mul(rest).saturating_mul(before))
    };
    let most = bound.saturating_mul(before).saturating_mul(after);
    let days = task.candidates;
    // The least cost falls up to its lowest day and rises from there.
    let lowest = days.partition_point(|one| {
        let (so_far, rest) = drift(task, before, after, one.day);
        so_far * after < rest * before
    });
    let (falling, rising) = days.split_at(lowest.min(days.len()));
    let start = falling.partition_point(|one| least(one.day) > most);
    let end = lowest + rising.partition_point(|one| least(one.day) <= most);
    (start, end)
}

/// How far the gaps up to a day, and those after it, are off the even way together.
fn drift(task: &Task<'_>, before: i64, after: i64, day: i32) -> (i64, i64) {
    let even = task.length();
    let so_far = task.first_off(day) - (before - 1) * even;
    let rest = task.last_off(day) - (after - 1) * even;
    (so_far, rest)
}
