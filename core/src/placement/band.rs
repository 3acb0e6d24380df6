//! Which candidates a choice of bounded cost can use, meeting by meeting.

use super::Task;

/// For each meeting in order, the run of candidates that it can be held on.
pub(super) type Bands = Vec<(usize, usize)>;

/// How far a first guess lets the meetings lie from their even places, in days.
const NEAR: i64 = 6;
/// The last guess that is tried, before all candidates are.
const FAR: i64 = NEAR * 4;

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
///
/// Let the gaps up to a day be `s` off the even way and those after it `r`. Wherever the day
/// lies, `s + r` is the same `t`, so `s²/before + r²/after <= bound` is a square in `s` alone:
/// `s` lies within a root's length of `t * before / (before + after)`.
fn band(task: &Task<'_>, before: i64, after: i64, bound: i64) -> (usize, usize) {
    let days = task.candidates;
    let offs = |day: i32| {
        let so_far = task.first_off(day) - (before - 1) * task.length();
        let rest = task.last_off(day) - (after - 1) * task.length();
        (so_far, rest)
    };
    let (at_start, rest) = offs(task.start);
    let (total, gaps) = (at_start + rest, before + after);
    // Both sides scaled by `before * after * gaps`, so that nothing is rounded.
    let scaled = |number: i64, by: i64| number.checked_mul(before * after)?.checked_mul(by);
    let least = scaled(total, total);
    let square = scaled(bound, gaps).zip(least);
    let Some(square) = square.map(|(most, least)| most - least) else {
        // A bound of which the root cannot be told leaves nothing out.
        return (0, days.len());
    };
    let Some(root) = square.checked_isqrt() else {
        return (0, 0);
    };
    let middle = before * total;
    let off = |day: i32| (at_start + task.scaled(task.start, day)) * gaps - middle;
    let start = days.partition_point(|one| off(one.day) < -root);
    let end = days.partition_point(|one| off(one.day) <= root);
    (start, end)
}
