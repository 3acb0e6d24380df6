//! How many meetings can be placed at all, without choosing their days.

use super::Task;
use super::reach::Reach;
use std::collections::VecDeque;

/// Fewest and most meetings that the hard rules allow; every number between them can be placed too.
///
/// The count of the task is not looked at. `None` when no number of meetings satisfies the rules.
///
/// # Why every number between
/// A meeting's possible predecessors are a run of candidates, and both ends of
/// the run only move forward. Take a way through the period with `a` meetings
/// and one with `b ≥ a + 2`: there is a place where the longer one makes two
/// steps inside a single step of the shorter one, so the two can be joined there
/// into one with `b - 1` meetings. `tests/tests/placement.rs` shows it.
///
/// # Example
/// ```
/// use planning_wheel::placement::{Candidate, Task, counts};
/// let days: Vec<Candidate> = (0..30).map(|day| Candidate { day, soft: 0, pinned: false }).collect();
/// let task = Task { start: 0, end: 30, previous: None, count: 0, candidates: &days, windows: &[(3, 5), (20, 25)], min_gap: 7 };
/// assert_eq!(counts(&task), Some((2, 4)));
/// ```
#[must_use]
pub fn counts(task: &Task<'_>) -> Option<(u16, u16)> {
    let reach = Reach::new(task);
    let fewest = chain(task, &reach, |one, other| one <= other);
    let most = chain(task, &reach, |one, other| one >= other);
    let none = task.windows.is_empty() && task.candidates.iter().all(|day| !day.pinned);
    let ends = |lengths: Vec<Option<u16>>| {
        lengths
            .into_iter()
            .enumerate()
            .filter(|(at, _)| reach.may_end(*at))
            .filter_map(|(_, length)| length)
            .collect::<Vec<u16>>()
    };
    let most = ends(most).into_iter().max();
    let fewest = ends(fewest).into_iter().min();
    match (none, fewest.zip(most)) {
        (true, found) => Some((0, found.map_or(0, |(_, most)| most))),
        (false, found) => found,
    }
}

/// The shortest or longest way to each candidate, in meetings; `None` where no way leads.
///
/// `better` tells whether a length need not give way to another.
fn chain(task: &Task<'_>, reach: &Reach, better: fn(u16, u16) -> bool) -> Vec<Option<u16>> {
    let mut lengths: Vec<Option<u16>> = Vec::with_capacity(task.candidates.len());
    // Candidates of the current run that may still be the best of a later one, best first.
    let mut queue: VecDeque<(usize, u16)> = VecDeque::new();
    let mut entered = 0;
    for (at, day) in task.candidates.iter().enumerate() {
        let (low, high) = reach.before(at);
        for earlier in entered..high {
            if let Some(length) = lengths.get(earlier).copied().flatten() {
                while queue.back().is_some_and(|(_, last)| better(length, *last)) {
                    queue.pop_back();
                }
                queue.push_back((earlier, length));
            }
        }
        entered = entered.max(high);
        while queue.front().is_some_and(|(earlier, _)| *earlier < low) {
            queue.pop_front();
        }
        let after = queue.front().map(|(_, length)| length.saturating_add(1));
        let first = reach.may_start(task, day).then_some(1);
        lengths.push(match (after, first) {
            (Some(after), Some(first)) if !better(after, first) => Some(first),
            (after, first) => after.or(first),
        });
    }
    lengths
}
