//! The optimum, layer by layer.

use super::reach::Reach;
use super::{Candidate, Task};

/// The cost of what cannot be: more than any real one, and still far from the largest number.
const NONE: i64 = i64::MAX / 4;

/// Chooses the days of least cost; `None` when the rules cannot hold together.
///
/// # Example
/// ```
/// use planning_wheel::placement::{Candidate, Task, place};
/// let days: Vec<Candidate> = (0..365).map(|day| Candidate { day, soft: 0, pinned: false }).collect();
/// let task = Task { start: 0, end: 365, previous: None, count: 5, candidates: &days, windows: &[], min_gap: 1 };
/// assert_eq!(place(&task).unwrap(), [36, 109, 182, 255, 328]);
/// ```
#[must_use]
pub fn place(task: &Task<'_>) -> Option<Vec<i32>> {
    let count = usize::from(task.count);
    let days = task.candidates;
    if count == 0 {
        return (task.windows.is_empty() && days.iter().all(|day| !day.pinned)).then(Vec::new);
    }
    if days.len() < count {
        return None;
    }
    let reach = Reach::new(task);
    let mut best: Vec<i64> = days.iter().map(|day| first(task, &reach, day)).collect();
    let scaled: Vec<(i64, i64)> = days
        .iter()
        .map(|day| {
            (
                i64::from(task.count) * i64::from(day.day),
                task.soft_cost(day),
            )
        })
        .collect();
    let mut from: Vec<Vec<u32>> = Vec::with_capacity(count);
    for _ in 1..count {
        let mut layer = Layer {
            reach: &reach,
            days: &scaled,
            length: task.length(),
            before: &best,
            cost: vec![NONE; days.len()],
            from: vec![0; days.len()],
        };
        layer.solve(0, days.len(), 0, days.len());
        let Layer {
            cost, from: steps, ..
        } = layer;
        best = cost;
        from.push(steps);
    }
    let mut at = (0..days.len())
        .filter(|&last| best.get(last).is_some_and(|cost| *cost < NONE) && reach.may_end(last))
        .min_by_key(|&last| best.get(last).copied().unwrap_or(NONE))?;
    let mut picks = Vec::with_capacity(count);
    picks.push(days.get(at)?.day);
    for steps in from.iter().rev() {
        at = *steps.get(at)? as usize;
        picks.push(days.get(at)?.day);
    }
    picks.reverse();
    Some(picks)
}

/// Scaled cost of a choice of days, or `None` when it breaks a hard rule.
#[must_use]
pub fn cost(task: &Task<'_>, picks: &[i32]) -> Option<i64> {
    if picks.len() != usize::from(task.count) {
        return None;
    }
    let mut total = 0;
    let mut previous: Option<i32> = None;
    for &day in picks {
        let candidate = task
            .candidates
            .iter()
            .find(|candidate| candidate.day == day)?;
        total += task.soft_cost(candidate);
        total += match previous {
            None => task.first_cost(day),
            Some(before) if day - before >= task.gap() => task.gap_cost(before, day),
            Some(_) => return None,
        };
        previous = Some(day);
    }
    let first_ok = match (task.previous, picks.first()) {
        (Some(previous), Some(first)) => first - previous >= task.gap(),
        _ => true,
    };
    let pins = task
        .candidates
        .iter()
        .filter(|day| day.pinned)
        .all(|day| picks.contains(&day.day));
    let windows = task
        .windows
        .iter()
        .all(|(from, to)| picks.iter().any(|day| from <= day && day < to));
    (first_ok && pins && windows).then_some(total)
}

/// Cost of starting with a candidate.
fn first(task: &Task<'_>, reach: &Reach, day: &Candidate) -> i64 {
    if reach.may_start(task, day) {
        task.first_cost(day.day) + task.soft_cost(day)
    } else {
        NONE
    }
}

/// One layer: the best predecessor of every candidate.
struct Layer<'a> {
    reach: &'a Reach,
    /// Every candidate's day and soft cost, both scaled.
    days: &'a [(i64, i64)],
    length: i64,
    before: &'a [i64],
    cost: Vec<i64>,
    from: Vec<u32>,
}

impl Layer<'_> {
    /// Solves candidates `start..end`, whose predecessors lie in `low..high`.
    fn solve(&mut self, start: usize, end: usize, low: usize, high: usize) {
        if start >= end {
            return;
        }
        let middle = start + (end - start) / 2;
        match self.best(middle, low, high) {
            Some(best) => {
                self.solve(start, middle, low, best + 1);
                self.solve(middle + 1, end, best, high);
            }
            None => {
                self.solve(start, middle, low, high);
                self.solve(middle + 1, end, low, high);
            }
        }
    }

    /// The earliest best predecessor of one candidate.
    fn best(&mut self, at: usize, low: usize, high: usize) -> Option<usize> {
        let &(day, soft) = self.days.get(at)?;
        let (first, last) = self.reach.before(at);
        let (low, high) = (low.max(first), high.min(last));
        let even = day - self.length;
        let (mut least, mut best) = (NONE, None);
        let earlier = self.days.get(low..high)?.iter();
        for (offset, (&(before, _), &sum)) in earlier.zip(self.before.get(low..high)?).enumerate() {
            let off = even - before;
            // No sum is so large that a square could carry it over the end.
            let total = sum + off * off;
            if total < least {
                least = total;
                best = Some(low + offset);
            }
        }
        let found = best?;
        *self.cost.get_mut(at)? = least + soft;
        *self.from.get_mut(at)? = u32::try_from(found).ok()?;
        Some(found)
    }
}
