//! What a plan costs: parsing and checking, a year, a mandate period, a federation, a wheel.
//!
//! Criterion measures; at the end a table sets the quickest runs beside the budgets.
//! Nothing fails because it is slow: a machine that is busy is no fault of the code.

use criterion::{BatchSize, BenchmarkId, Criterion};
use planning_wheel::compute::compute;
use planning_wheel::document::{self, Catalogue, PlanDocument};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Lang};
use planning_wheel::wheel::{Wheel, WheelInput};
use planning_wheel_tests::timing::quickest;
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of, plan, project_bytes};
use std::hint::black_box;
use std::time::Duration;

/// Plans of the largest federation, and of smaller ones that show how the time grows.
const FEDERATIONS: [usize; 3] = [30, 100, 300];

fn main() {
    // A second a measurement is enough for what is stable to a few per cent, and the whole takes minutes.
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .sample_size(30)
        .configure_from_args();
    let all: Vec<(&str, Plan)> = AGREEMENTS
        .into_iter()
        .map(|name| (name, plan(name)))
        .collect();
    reading(&mut criterion);
    for (name, plan) in &all {
        ranges(&mut criterion, name, plan);
    }
    let plans = federation(300);
    federations(&mut criterion, &plans);
    criterion.final_summary();
    // A filter asks for some of criterion's measurements; `budgets` is the table alone.
    let filter = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"));
    if filter.is_none_or(|word| word == "budgets") {
        budgets(&all, &plans);
    }
}

fn years(first: i32, last: i32) -> DateRange {
    DateRange::years(first, last).unwrap_or_else(|| panic!("{first}–{last}"))
}

/// The whole computation: entries and findings.
fn work(plan: &Plan, range: DateRange) -> (usize, usize) {
    let outcome = compute(plan, range);
    let found = findings(plan, &outcome);
    black_box((outcome.calendar().entries().len(), found.len()))
}

/// A federation's whole computation, one plan after the other.
fn work_all(plans: &[Plan], range: DateRange) -> usize {
    plans.iter().map(|plan| work(plan, range).0).sum()
}

fn reading(criterion: &mut Criterion) {
    let catalogue = catalogue();
    for name in AGREEMENTS {
        let bytes = project_bytes(&format!("plans/{name}.json"));
        criterion.bench_function(&format!("parse and check/{name}"), |bencher| {
            bencher.iter(|| read(&bytes, &catalogue));
        });
    }
}

fn read(bytes: &[u8], catalogue: &Catalogue) -> Plan {
    let parsed = document::parse(bytes).unwrap_or_else(|problems| panic!("{problems}"));
    Plan::check(parsed.document, catalogue).unwrap_or_else(|problems| panic!("{problems}"))
}

fn ranges(criterion: &mut Criterion, name: &str, plan: &Plan) {
    for (what, range) in [
        ("a year, 2027", years(2027, 2027)),
        ("a year, 2040", years(2040, 2040)),
        ("a mandate period, 2027–2030", years(2027, 2030)),
        ("every year, 2026–2100", years(2026, 2100)),
    ] {
        criterion.bench_with_input(BenchmarkId::new(what, name), &range, |bencher, range| {
            bencher.iter(|| work(plan, *range));
        });
    }
    let calendar = compute(plan, years(2027, 2027)).into_calendar();
    criterion.bench_function(&format!("wheel of a year/{name}"), |bencher| {
        bencher.iter_batched(
            || WheelInput::from_plan(plan, &calendar, Lang::Sv),
            |input| Wheel::new(&input),
            BatchSize::SmallInput,
        );
    });
}

fn federations(criterion: &mut Criterion, plans: &[Plan]) {
    let mut group = criterion.benchmark_group("a federation over a mandate period");
    group.sample_size(10);
    for size in FEDERATIONS {
        let some = plans.get(..size).unwrap_or_default();
        group.bench_with_input(BenchmarkId::from_parameter(size), some, |bencher, some| {
            bencher.iter(|| work_all(some, years(2027, 2030)));
        });
    }
    group.finish();
}

/// So many plans like the four, no two alike.
fn federation(size: usize) -> Vec<Plan> {
    let originals: Vec<PlanDocument> = AGREEMENTS.into_iter().map(document_of).collect();
    let catalogue = catalogue();
    let one = |(number, document): (usize, &PlanDocument)| {
        let mut document = document.clone();
        document.id = format!("{}-{number}", document.id);
        for (at, series) in document.meetings.iter_mut().enumerate() {
            let more = u8::try_from((number / 4 + at) % 2).unwrap_or(0);
            series.count.max = series.count.max.map(|max| max + more);
            series.minutes = Some(60 + u16::try_from(number % 60).unwrap_or(0));
        }
        Plan::check(document, &catalogue).unwrap_or_else(|problems| panic!("{problems}"))
    };
    originals
        .iter()
        .cycle()
        .take(size)
        .enumerate()
        .map(one)
        .collect()
}

/// The quickest runs beside what they may cost.
fn budgets(all: &[(&str, Plan)], plans: &[Plan]) {
    println!(
        "\n{:<44}{:>12}{:>12}{:>9}",
        "quickest runs", "measured", "budget", "share"
    );
    for (what, range, budget) in [
        ("a year", years(2027, 2027), Duration::from_millis(1)),
        (
            "a year far off",
            years(2040, 2040),
            Duration::from_millis(1),
        ),
        (
            "a mandate period",
            years(2027, 2030),
            Duration::from_millis(4),
        ),
    ] {
        for (name, plan) in all {
            let time = quickest(Duration::from_millis(800), || work(plan, range));
            row(&format!("{what}, {name}"), time, budget);
        }
    }
    for size in FEDERATIONS {
        let some = plans.get(..size).unwrap_or_default();
        let time = quickest(Duration::from_secs(4), || work_all(some, years(2027, 2030)));
        let each = time / u32::try_from(size).unwrap_or(1);
        let budget = Duration::from_millis(4) * u32::try_from(size).unwrap_or(1);
        row(
            &format!("{size} plans, {:.3} ms each", millis(each)),
            time,
            budget,
        );
    }
}

fn row(what: &str, time: Duration, budget: Duration) {
    let share = time.as_secs_f64() / budget.as_secs_f64() * 100.0;
    println!(
        "{what:<44}{:>9.3} ms{:>9.0} ms{share:>7.0} %",
        millis(time),
        millis(budget)
    );
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
