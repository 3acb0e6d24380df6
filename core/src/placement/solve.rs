//! The optimum, layer by layer.

use super::band::{Bound, bands};
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
    let scaled: Vec<(i64, i64)> = days
        .iter()
        .map(|day| {
            let at = i64::from(task.count) * i64::from(day.day);
            (at, task.soft_cost(day))
        })
        .collect();
    let mut bound = Bound::near(task);
    loop {
        let found = within(task, &reach, &scaled, &bands(task, bound));
        bound = match found {
            Some((cost, picks)) if bound.holds(cost) => return Some(picks),
            // A choice outside may be better, but none that costs more than this one.
            Some((cost, _)) => Bound::of(cost),
            None => bound.wider(task)?,
        };
    }
}

/// The best choice of which every meeting lies in its band, with its cost.
fn within(
    task: &Task<'_>,
    reach: &Reach,
    scaled: &[(i64, i64)],
    bands: &[(usize, usize)],
) -> Option<(i64, Vec<i32>)> {
    let days = task.candidates;
    let (&(mut low, mut high), later) = bands.split_first()?;
    let mut best: Vec<i64> = (days.get(low..high)?.iter())
        .map(|day| first(task, reach, day))
        .collect();
    // For each layer but the first, where its band starts and the best predecessors in it.
    let mut from: Vec<(usize, Vec<u32>)> = Vec::with_capacity(later.len());
    for &(start, end) in later {
        let mut layer = Layer {
            reach,
            days: scaled,
            length: task.length(),
            before: (low, &best),
            start,
            cost: vec![NONE; end.saturating_sub(start)],
            from: vec![0; end.saturating_sub(start)],
        };
        layer.solve(start, end, low, high);
        let Layer {
            cost, from: steps, ..
        } = layer;
        best = cost;
        from.push((start, steps));
        (low, high) = (start, end);
    }
    let ends = days.get(low..high)?.iter().zip(&best);
    let (cost, last) = ends
        .zip(low..)
        .filter(|((_, cost), at)| **cost < NONE && reach.may_end(*at))
        .map(|((day, cost), at)| (cost + task.last_cost(day.day), at))
        .min()?;
    let mut at = last;
    let mut picks = Vec::with_capacity(bands.len());
    picks.push(days.get(at)?.day);
    for (start, steps) in from.iter().rev() {
        at = *steps.get(at.checked_sub(*start)?)? as usize;
        picks.push(days.get(at)?.day);
    }
    picks.reverse();
    Some((cost, picks))
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
    total += previous.map_or(0, |last| task.last_cost(last));
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
    /// Where the band of the layer before starts, and the costs in it.
    before: (usize, &'a [i64]),
    /// Where the band of this layer starts.
    start: usize,
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
        let (band, sums) = self.before;
        let sums = sums.get(low.checked_sub(band)?..high.checked_sub(band)?)?;
        for (offset, (&(before, _), &sum)) in earlier.zip(sums).enumerate() {
            let off = even - before;
            // No sum is so large that a square could carry it over the end.
            let total = sum + off * off;
            if total < least {
                least = total;
                best = Some(low + offset);
            }
        }
        let found = best?;
        let slot = at.checked_sub(self.start)?;
        *self.cost.get_mut(slot)? = least + soft;
        *self.from.get_mut(slot)? = u32::try_from(found).ok()?;
        Some(found)
    }
}
