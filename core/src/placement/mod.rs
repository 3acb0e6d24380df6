//! Exact placement of meetings: as even as can be under hard rules.
//!
//! Knows nothing of plans: days are numbers, rules are candidates, windows and gaps.
//!
//! # What is minimised
//! For `n` meetings in a period of `L` days the even gap is `L / n`. The cost of
//! a choice is the sum over all gaps of (gap − even gap)², the first gap counted
//! from the last meeting before the period, plus the soft costs of the chosen
//! days (see [`weights`]). Half an even gap should be left after the last
//! meeting; without this, a series that cannot keep the even gap (a Thursday
//! every 24 days) drifts, and leaves the end of the period without meetings. To
//! stay exact everything is scaled by `n²` and computed in integers:
//! (n·gap − L)² + n²·soft. Among equal choices the earliest wins.
//!
//! # How
//! Layer by layer: `best[k][j]` is the least cost of `k` meetings of which the
//! last is on candidate `j`. The gap cost is convex, and the hard rules only cut
//! off gaps that are too short or too long, so the best predecessor never moves
//! backwards as `j` grows. Each layer is solved by divide and conquer in
//! `O(D log D)` for `D` candidates. Only candidates near enough to a meeting's
//! even place are looked at: under a guessed bound of the cost first, under a
//! wider one when the bound did not hold. `tests/tests/placement.rs` proves the
//! optimum against brute force.

mod band;
mod conflict;
mod counts;
mod reach;
mod solve;

pub use conflict::{Conflict, Rule};
pub use counts::counts;
pub use solve::{cost, place};

/// Costs of days that are possible but less wanted, in days²: a weight of 36
/// is as bad as a meeting that lies six days off its even place.
pub mod weights {
    /// Not the usual weekday.
    pub const UNUSUAL_WEEKDAY: i64 = 64;
    /// A squeeze day between a holiday and a weekend.
    pub const SQUEEZE_DAY: i64 = 100;
    /// The eve of a holiday.
    pub const EVE: i64 = 64;
    /// Inside a school break that the plan asks to avoid.
    pub const BREAK: i64 = 144;
}

/// A day on which a meeting can be held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The day, as days from any fixed day.
    pub day: i32,
    /// Soft cost in days², see [`weights`].
    pub soft: i64,
    /// True for a day that is already held: it must be chosen.
    pub pinned: bool,
}

/// One period to place meetings in. Days are half-open ranges of day numbers.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    /// First day of the period.
    pub start: i32,
    /// Day after the last.
    pub end: i32,
    /// Last meeting before the period; without one, half an even gap before it is assumed.
    pub previous: Option<i32>,
    /// How many meetings.
    pub count: u16,
    /// Possible days, sorted, each day once.
    pub candidates: &'a [Candidate],
    /// Spans that must hold at least one meeting.
    pub windows: &'a [(i32, i32)],
    /// Fewest days between two meetings.
    pub min_gap: i32,
}

impl Task<'_> {
    /// Fewest days between two meetings; two never share a day.
    fn gap(&self) -> i32 {
        self.min_gap.max(1)
    }

    /// Length of the period in days.
    fn length(&self) -> i64 {
        i64::from(self.end) - i64::from(self.start)
    }

    /// Scaled cost of a gap that starts `from` and ends on `to`.
    fn gap_cost(&self, from: i32, to: i32) -> i64 {
        let off = self.scaled(from, to) - self.length();
        off * off
    }

    /// Scaled cost of the first gap.
    fn first_cost(&self, to: i32) -> i64 {
        let off = self.first_off(to);
        off * off
    }

    /// Scaled cost of what is left of the period after the last meeting.
    fn last_cost(&self, from: i32) -> i64 {
        let off = self.last_off(from);
        off * off
    }

    /// How far the first gap is off the even one, scaled.
    fn first_off(&self, to: i32) -> i64 {
        match self.previous {
            Some(previous) => self.scaled(previous, to) - self.length(),
            None => self.scaled(self.start, to) - self.length() / 2,
        }
    }

    /// How far the days left after the last meeting are off half an even gap, scaled.
    fn last_off(&self, from: i32) -> i64 {
        self.scaled(from, self.end) - self.length() / 2
    }

    /// Days from one to another, scaled.
    fn scaled(&self, from: i32, to: i32) -> i64 {
        i64::from(self.count) * (i64::from(to) - i64::from(from))
    }

    /// Scaled soft cost of a candidate.
    fn soft_cost(&self, candidate: &Candidate) -> i64 {
        i64::from(self.count) * i64::from(self.count) * candidate.soft
    }
}
