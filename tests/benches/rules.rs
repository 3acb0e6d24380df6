//! Date rules expanded: the same eight that `tests/bench/rrule.mjs` gives to rrule.js.
//!
//! Writes `target/bench/rules.json` under the root of the project, wherever cargo builds;
//! `cargo xtask bench` sets it beside rrule.js and prints how many times faster it is.

use criterion::Criterion;
use planning_wheel::time::{
    DateRange, DateRule, MandateCalendar, Occurrence, RuleContext, WorkCalendar,
};
use planning_wheel_tests::project_file;
use planning_wheel_tests::timing::quickest;
use std::time::Duration;

/// Names as `rrule.mjs` has them; `START` stands for the first day of the range.
const RULES: [(&str, &str); 4] = [
    ("15 April every year", r#"{ "on": { "day": "04-15" } }"#),
    (
        "second Tuesday of every month",
        r#"{ "on": { "nth_weekday": { "nth": 2, "weekday": "tuesday" } } }"#,
    ),
    (
        "last Thursday of every month",
        r#"{ "on": { "nth_weekday": { "nth": -1, "weekday": "thursday" } } }"#,
    ),
    (
        "every third week on Thursday",
        r#"{ "on": { "every_nth_week": { "weeks": 3, "weekday": "thursday", "start": "START" } } }"#,
    ),
];
const RANGES: [(i32, i32); 2] = [(2027, 2030), (1970, 2100)];

/// One rule over one range.
struct Case {
    name: String,
    rule: DateRule,
    range: DateRange,
}

fn cases() -> Vec<Case> {
    let case = |(first, last): (i32, i32), (name, json): (&str, &str)| Case {
        name: format!("{name}, {first}–{last}"),
        rule: serde_json::from_str(&json.replace("START", &format!("{first}-01-01")))
            .unwrap_or_else(|error| panic!("{name}: {error}")),
        range: DateRange::years(first, last).unwrap_or_else(|| panic!("{first}–{last}")),
    };
    RANGES
        .into_iter()
        .flat_map(|range| RULES.into_iter().map(move |rule| case(range, rule)))
        .collect()
}

fn main() {
    let mandates = MandateCalendar::swedish();
    let work = WorkCalendar::new(
        RANGES.map(|(first, last)| DateRange::years(first, last))[1]
            .unwrap_or_else(|| panic!("range")),
    );
    let context = RuleContext {
        work: &work,
        mandates: &mandates,
    };
    let expand = |case: &Case| -> Vec<Occurrence> { case.rule.occurrences(case.range, &context) };
    // A second a measurement is enough for what is stable to a few per cent, and the whole takes minutes.
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(30)
        .configure_from_args();
    let mut rows = Vec::new();
    for case in cases() {
        criterion.bench_function(&case.name, |bencher| bencher.iter(|| expand(&case)));
        let occurrences = expand(&case).len();
        let whole = quickest(Duration::from_millis(300), || repeat(|| expand(&case)));
        let ns = whole.as_nanos() as f64 / f64::from(REPEATS) / occurrences as f64;
        rows.push(serde_json::json!({
            "rule": case.name,
            "occurrences": occurrences,
            "ns_per_occurrence": (ns * 10.0).round() / 10.0,
        }));
    }
    criterion.final_summary();
    write(&rows);
}

/// Expansions that are timed together: one alone is shorter than the clock can tell.
const REPEATS: u32 = 100;

fn repeat(work: impl Fn() -> Vec<Occurrence>) {
    for _ in 0..REPEATS {
        std::hint::black_box(work());
    }
}

fn write(rows: &[serde_json::Value]) {
    let path = project_file("target/bench/rules.json");
    let text = serde_json::to_string_pretty(rows).unwrap_or_default();
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    match folder.and_then(|()| std::fs::write(&path, text + "\n")) {
        Ok(()) => println!("{}: {} measurements", path.display(), rows.len()),
        Err(error) => panic!("{}: {error}", path.display()),
    }
}
