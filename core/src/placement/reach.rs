//! Which gaps the hard rules allow.

use super::{Candidate, Task};

/// Which candidates may follow each other.
pub(super) struct Reach {
    /// For each candidate, the first day that a next meeting may not reach.
    limit: Vec<i32>,
    /// For each candidate, the run of possible predecessors; both ends only move forward.
    before: Vec<(usize, usize)>,
    /// First day that the first meeting may not reach.
    first_limit: i32,
}

impl Reach {
    pub(super) fn new(task: &Task<'_>) -> Self {
        let days = task.candidates;
        let mut limit = vec![i32::MAX; days.len()];
        let mut pin = i32::MAX;
        for (slot, day) in limit.iter_mut().zip(days).rev() {
            *slot = pin.min(window_limit(task.windows, day.day));
            if day.pinned {
                pin = day.day.saturating_add(1);
            }
        }
        // Nothing lies before the first meeting: it may leave no window out.
        let first_limit = pin.min(window_limit(task.windows, i32::MIN));
        let before = runs(days, &limit, task.gap());
        Self {
            limit,
            before,
            first_limit,
        }
    }

    /// The run of possible predecessors of a candidate.
    pub(super) fn before(&self, at: usize) -> (usize, usize) {
        self.before.get(at).copied().unwrap_or_default()
    }

    /// True when a candidate can be the first meeting.
    pub(super) fn may_start(&self, task: &Task<'_>, day: &Candidate) -> bool {
        let too_close = task
            .previous
            .is_some_and(|previous| day.day - previous < task.gap());
        !too_close && day.day < self.first_limit
    }

    /// True when no rule asks for a meeting after this one.
    pub(super) fn may_end(&self, last: usize) -> bool {
        self.limit.get(last) == Some(&i32::MAX)
    }
}

/// For each candidate, those that may come right before it.
fn runs(days: &[Candidate], limit: &[i32], gap: i32) -> Vec<(usize, usize)> {
    let (mut low, mut high) = (0, 0);
    days.iter()
        .map(|day| {
            while limit.get(low).is_some_and(|end| *end <= day.day) {
                low += 1;
            }
            while days
                .get(high)
                .is_some_and(|earlier| earlier.day <= day.day - gap)
            {
                high += 1;
            }
            (low, high)
        })
        .collect()
}

/// First day that a meeting after `day` may not reach without leaving a window out.
fn window_limit(windows: &[(i32, i32)], day: i32) -> i32 {
    windows
        .iter()
        .filter(|(from, _)| *from > day)
        .map(|(_, to)| *to)
        .min()
        .unwrap_or(i32::MAX)
}
