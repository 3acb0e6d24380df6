//! What a computation costs when nothing disturbs it: for the benches' own tables.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The quickest of many runs within `budget`, at least three.
pub fn quickest<T>(budget: Duration, mut work: impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 3 || start.elapsed() < budget {
        let before = Instant::now();
        black_box(work());
        best = best.min(before.elapsed());
        runs += 1;
    }
    best
}
