//! Laws that hold for the four agreements and for whatever people make of them.

mod changes;
mod documents;
mod extremes;
mod merge;
mod ranges;
mod session;
mod stays;
mod variation;

use proptest::test_runner::Config;

/// So many cases; `PROPTEST_CASES`, 256 when not set, makes them more or fewer in proportion.
fn config(cases: u32) -> Config {
    let usual = Config::default();
    Config {
        cases: (cases * usual.cases).div_ceil(256),
        failure_persistence: None,
        max_global_rejects: 1_000_000,
        max_local_rejects: 10_000_000,
        ..usual
    }
}
