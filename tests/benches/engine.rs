//! What a plan costs: parsing and checking, a year, a mandate period, a federation, a wheel.
//!
//! Criterion measures; at the end a table sets the quickest runs beside the budgets.
//! Nothing fails because it is slow: a machine that is busy is no fault of the code.

use criterion::{BatchSize, BenchmarkId, Criterion};
use planning_wheel::compute::compute;
use planning_wheel::document::{self, Catalogue, Change, PlanDocument};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Assumptions, Scenario, compare, measure, variant};
use planning_wheel::session::{Action, Session};
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
    planning(all);
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

/// What a person at work waits for: one edit to a drawn year, and four variants side by side.
///
/// The budgets are those of a browser, where it takes two or three times as long.
fn planning(all: &[(&str, Plan)]) {
    for (name, plan) in all {
        let document = plan.document();
        let time = edit(document.clone());
        row(
            &format!("an edit, drawn, {name}"),
            time,
            Duration::from_millis(16),
        );
        let time = quickest(Duration::from_millis(800), || variants(document));
        row(
            &format!("four variants, {name}"),
            time,
            Duration::from_millis(100),
        );
    }
    let largest = all
        .iter()
        .max_by_key(|(_, plan)| document::write(plan.document()).len());
    if let Some((name, plan)) = largest {
        let time = edit(ten_times(plan.document()));
        row(
            &format!("an edit, drawn, ten {name}"),
            time,
            Duration::from_millis(50),
        );
    }
}

/// An edit, and the year drawn anew.
fn edit(document: PlanDocument) -> Duration {
    let mut session = Session::open(document, catalogue()).unwrap_or_else(|why| panic!("{why:?}"));
    let mut minutes = 60_u16;
    let today = planning_wheel_tests::day("2026-11-20");
    quickest(Duration::from_millis(800), || {
        minutes = if minutes == 60 { 90 } else { 60 };
        let path = "/meetings/0/minutes".into();
        let value = minutes.into();
        let done = session.apply(&Action::Set { path, value }, today).is_ok();
        let plan = session.plan();
        let outcome = compute(plan, years(2027, 2027));
        let found = findings(plan, &outcome).len();
        let wheel = Wheel::new(&WheelInput::from_plan(plan, outcome.calendar(), Lang::Sv));
        black_box((done, found, wheel))
    })
}

/// Four variants of a plan, measured and compared over a mandate period.
fn variants(document: &PlanDocument) -> usize {
    let catalogue = catalogue();
    let range = years(2027, 2030);
    let scenario = |changes: &[Change]| {
        let plan = variant(document, changes, &catalogue);
        Scenario::new(plan.unwrap_or_else(|why| panic!("{why}")), range)
    };
    let (base, none) = (scenario(&[]), Assumptions::default());
    let four = [60, 90, 120, 150].map(|minutes: u16| Change::Set {
        path: "/meetings/0/minutes".into(),
        value: minutes.into(),
    });
    let compared = four.map(|change| {
        let scenario = scenario(&[change]);
        compare(&base, &scenario, &none).dates.len() + measure(&scenario, &none).weeks.len()
    });
    compared.iter().sum()
}

/// The same groups and meetings ten times over.
fn ten_times(document: &PlanDocument) -> PlanDocument {
    let mut large = document.clone();
    for copy in 1..10 {
        for body in &document.bodies {
            let id = format!("{}-x{copy}", body.id);
            large.bodies.push(document::Body {
                id,
                seats: Vec::new(),
                shares_seats_with: Vec::new(),
                ..body.clone()
            });
        }
        for series in &document.meetings {
            let bodies = series
                .bodies
                .iter()
                .map(|id| format!("{id}-x{copy}"))
                .collect();
            let id = format!("{}-x{copy}", series.id);
            large.meetings.push(document::MeetingSeries {
                id,
                bodies,
                ..series.clone()
            });
        }
    }
    large
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
