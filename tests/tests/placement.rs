//! The placement is exact: on small cases it is what trying every choice of days gives.

use planning_wheel::placement::{Candidate, Conflict, Rule, Task, cost, counts, place};
use proptest::prelude::*;
use proptest::sample::subsequence;
use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

/// Days of the longest period that is tried.
const LONGEST: i32 = 24;

/// A task that owns its days.
#[derive(Clone, Debug)]
struct Case {
    end: i32,
    previous: Option<i32>,
    count: u16,
    candidates: Vec<Candidate>,
    windows: Vec<(i32, i32)>,
    min_gap: i32,
}

impl Case {
    fn task(&self) -> Task<'_> {
        Task {
            start: 0,
            end: self.end,
            previous: self.previous,
            count: self.count,
            candidates: &self.candidates,
            windows: &self.windows,
            min_gap: self.min_gap,
        }
    }
}

/// What the numbers of a case are drawn from.
struct Size {
    previous: Range<i32>,
    count: RangeInclusive<u16>,
    /// How often a day is held already.
    pinned: f64,
    min_gap: Range<i32>,
}

/// Soft costs, days held, windows, a least gap, a meeting before or none: around days and windows that are given.
fn case_of<W: Strategy<Value = (i32, i32)>>(
    days: impl Strategy<Value = (i32, Vec<i32>)>,
    window: fn(i32) -> W,
    size: Size,
) -> impl Strategy<Value = Case> {
    let soft = prop_oneof![3 => Just(0_i64), 1 => 0..200_i64];
    days.prop_flat_map(move |(end, days)| {
        let width = days.len();
        (
            Just((end, days)),
            prop::option::of(size.previous.clone()),
            size.count.clone(),
            prop::collection::vec(soft.clone(), width),
            prop::collection::vec(prop::bool::weighted(size.pinned), width),
            prop::collection::vec(window(end), 0..4),
            size.min_gap.clone(),
        )
    })
    .prop_map(
        |((end, days), previous, count, soft, pins, windows, min_gap)| Case {
            end,
            previous,
            count,
            candidates: days
                .into_iter()
                .zip(soft)
                .zip(pins)
                .map(|((day, soft), pinned)| Candidate { day, soft, pinned })
                .collect(),
            windows,
            min_gap,
        },
    )
}

/// At most 16 days out of at most 24; windows may be empty or lie outside.
fn case() -> impl Strategy<Value = Case> {
    let days = (1..=LONGEST).prop_flat_map(|end| {
        let all: Vec<i32> = (0..end).collect();
        let most = all.len().min(16);
        (Just(end), subsequence(all, 0..=most))
    });
    let window = |end| (-2..end + 2, 0..10_i32).prop_map(|(from, long)| (from, from + long));
    let size = Size {
        previous: -30..0,
        count: 0..=6,
        pinned: 0.08,
        min_gap: 0..9,
    };
    case_of(days, window, size)
}

/// Every choice of days that keeps the hard rules, whatever their number up to `most`.
fn choices(task: &Task<'_>, most: usize) -> Vec<Vec<i32>> {
    fn extend(
        task: &Task<'_>,
        from: usize,
        most: usize,
        chosen: &mut Vec<i32>,
        all: &mut Vec<Vec<i32>>,
    ) {
        if keeps_rules(task, chosen) {
            all.push(chosen.clone());
        }
        if chosen.len() == most {
            return;
        }
        for at in from..task.candidates.len() {
            chosen.push(task.candidates[at].day);
            extend(task, at + 1, most, chosen, all);
            chosen.pop();
        }
    }
    let mut all = Vec::new();
    extend(task, 0, most, &mut Vec::new(), &mut all);
    all
}

fn keeps_rules(task: &Task<'_>, chosen: &[i32]) -> bool {
    let line: Vec<i32> = task
        .previous
        .into_iter()
        .chain(chosen.iter().copied())
        .collect();
    line.windows(2)
        .all(|pair| pair[1] - pair[0] >= task.min_gap.max(1))
        && task
            .candidates
            .iter()
            .all(|day| !day.pinned || chosen.contains(&day.day))
        && task
            .windows
            .iter()
            .all(|(from, to)| chosen.iter().any(|day| (from..to).contains(&day)))
}

/// Gaps and soft costs in days², as the module's documentation says them, not scaled.
fn unevenness(task: &Task<'_>, chosen: &[i32]) -> f64 {
    let length = f64::from(task.end - task.start);
    let even = length / f64::from(task.count);
    let mut before = match task.previous {
        Some(previous) => f64::from(previous),
        None => {
            f64::from(task.start) - even
                + (task.end - task.start).div_euclid(2) as f64 / f64::from(task.count)
        }
    };
    let mut total = 0.0;
    for &day in chosen {
        total += (f64::from(day) - before - even).powi(2);
        total += task
            .candidates
            .iter()
            .find(|one| one.day == day)
            .map_or(0.0, |one| one.soft as f64);
        before = f64::from(day);
    }
    let half = (task.end - task.start).div_euclid(2) as f64 / f64::from(task.count);
    if !chosen.is_empty() {
        total += (f64::from(task.end) - before - half).powi(2);
    }
    total
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_placement_is_the_best_of_all_choices(case in case()) {
        let task = case.task();
        let wanted = usize::from(case.count);
        let all: Vec<Vec<i32>> = choices(&task, wanted).into_iter().filter(|days| days.len() == wanted).collect();
        // The least cost; of equal ones the choice whose last meeting is earliest, then the one before it, and so on.
        let best = all
            .iter()
            .filter_map(|days| Some((cost(&task, days)?, days.iter().rev().copied().collect::<Vec<i32>>())))
            .min();
        let placed = place(&task);
        prop_assert_eq!(placed.is_some(), best.is_some(), "whether it can be placed at all");
        if let (Some(days), Some((least, latest_first))) = (placed, best) {
            prop_assert_eq!(cost(&task, &days), Some(least));
            prop_assert_eq!(days.iter().rev().copied().collect::<Vec<i32>>(), latest_first);
            prop_assert_eq!(place(&task), Some(days), "the same again");
        }
    }

    #[test]
    fn the_cost_is_the_one_that_is_documented(case in case()) {
        let task = case.task();
        let wanted = usize::from(case.count);
        for days in choices(&task, wanted).into_iter().filter(|days| days.len() == wanted).take(40) {
            let scale = f64::from(case.count).powi(2);
            let exact = cost(&task, &days).expect("keeps every rule") as f64;
            prop_assert!((exact - unevenness(&task, &days) * scale).abs() < 1e-3, "{:?}", days);
        }
        if wanted > 0 {
            prop_assert_eq!(cost(&task, &[]), None, "another number of meetings");
        }
    }

    #[test]
    fn the_possible_numbers_of_meetings_are_a_run(case in case()) {
        let task = case.task();
        let numbers: BTreeSet<usize> = choices(&task, 16).iter().map(Vec::len).collect();
        let expected = numbers.first().zip(numbers.last());
        let found = counts(&task).map(|(fewest, most)| (usize::from(fewest), usize::from(most)));
        prop_assert_eq!(found, expected.map(|(fewest, most)| (*fewest, *most)));
        if let Some((fewest, most)) = expected {
            prop_assert!((*fewest..=*most).all(|number| numbers.contains(&number)));
        }
    }
}

/// A long period with few or many days: far too many choices to try, so a plain table over all pairs is the judge.
fn long_case() -> impl Strategy<Value = Case> {
    let days = (60..420_i32).prop_flat_map(|end| {
        let all: Vec<i32> = (0..end).collect();
        let least = all.len() / 12;
        let most = all.len();
        (Just(end), subsequence(all, least..=most))
    });
    let window = |end| (0..end, 5..90_i32).prop_map(|(from, long)| (from, from + long));
    let size = Size {
        previous: -200..0,
        count: 1..=20,
        pinned: 0.004,
        min_gap: 0..30,
    };
    case_of(days, window, size)
}

/// The least scaled cost, by a table over every meeting and every pair of days.
fn least_cost(task: &Task<'_>) -> Option<i64> {
    let count = i64::from(task.count);
    let length = i64::from(task.end - task.start);
    let square = |off: i64| off * off;
    // Nothing between two days that follow each other: no held day, no whole window.
    let skips = |from: i32, to: i32| {
        let held = task
            .candidates
            .iter()
            .any(|one| one.pinned && from < one.day && one.day < to);
        held || task
            .windows
            .iter()
            .any(|(start, end)| from < *start && *end <= to)
    };
    let soft = |one: &Candidate| count * count * one.soft;
    let mut best: Vec<Option<i64>> = task
        .candidates
        .iter()
        .map(|one| {
            let off = match task.previous {
                Some(previous) if one.day - previous < task.min_gap.max(1) => return None,
                Some(previous) => count * i64::from(one.day - previous) - length,
                None => count * i64::from(one.day - task.start) - length / 2,
            };
            (!skips(i32::MIN, one.day)).then(|| square(off) + soft(one))
        })
        .collect();
    for _ in 1..task.count {
        best = task
            .candidates
            .iter()
            .enumerate()
            .map(|(at, one)| {
                let before = task.candidates[..at].iter().zip(&best);
                before
                    .filter(|(before, _)| one.day - before.day >= task.min_gap.max(1))
                    .filter_map(|(before, cost)| Some((before, (*cost)?)))
                    .filter(|(before, _)| !skips(before.day, one.day))
                    .map(|(before, cost)| {
                        cost + square(count * i64::from(one.day - before.day) - length) + soft(one)
                    })
                    .min()
            })
            .collect();
    }
    let ends = task.candidates.iter().zip(best);
    ends.filter(|(one, _)| !skips(one.day, i32::MAX))
        .filter_map(|(one, cost)| {
            Some(cost? + square(count * i64::from(task.end - one.day) - length / 2))
        })
        .min()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_long_period_is_placed_at_the_least_cost(case in long_case()) {
        let task = case.task();
        let placed = place(&task).map(|days| cost(&task, &days));
        prop_assert_eq!(placed, least_cost(&task).map(Some));
    }
}

/// A case with filters and with the numbers of meetings that will do.
fn conflict_case() -> impl Strategy<Value = (Case, Vec<Vec<i32>>, (u16, u16))> {
    let filter = subsequence((0..LONGEST).collect::<Vec<i32>>(), 4..20);
    let most = (1..=4_u16).prop_flat_map(|fewest| (Just(fewest), fewest..=5));
    (case(), prop::collection::vec(filter, 0..4), most).prop_map(|(mut case, filters, most)| {
        case.candidates.truncate(11);
        case.windows.truncate(3);
        (case, filters, most)
    })
}

/// Whether some rules can hold together, by trying every choice of days.
fn can_hold(conflict: &Conflict<'_>, rules: &[Rule]) -> bool {
    let windows: Vec<(i32, i32)> = rules
        .iter()
        .filter_map(|rule| {
            if let Rule::Window(at) = rule {
                Some(conflict.task.windows[*at])
            } else {
                None
            }
        })
        .collect();
    let candidates: Vec<Candidate> = conflict
        .task
        .candidates
        .iter()
        .filter(|day| {
            day.pinned
                || rules.iter().all(|rule| !matches!(rule, Rule::Filter(at) if conflict.filters[*at].contains(&day.day)))
        })
        .copied()
        .collect();
    let gap = rules.iter().any(|rule| matches!(rule, Rule::MinGap(_)));
    let task = Task {
        candidates: &candidates,
        windows: &windows,
        min_gap: if gap { conflict.task.min_gap } else { 1 },
        ..conflict.task.clone()
    };
    let numbers = usize::from(conflict.fewest)..=usize::from(conflict.most);
    let counted = rules.contains(&Rule::Count);
    choices(&task, 11)
        .iter()
        .any(|days| !counted || numbers.contains(&days.len()))
}

/// Every set of exactly so many rules.
fn sets(rules: &[Rule], size: usize) -> Vec<Vec<Rule>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    (0..rules.len())
        .flat_map(|at| {
            sets(&rules[at + 1..], size - 1)
                .into_iter()
                .map(move |mut rest| {
                    rest.insert(0, rules[at]);
                    rest
                })
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_conflict_is_the_smallest_that_cannot_hold((case, filters, (fewest, most)) in conflict_case()) {
        let conflict = Conflict { task: case.task(), fewest, most, filters: &filters };
        let rules = conflict.rules();
        prop_assume!(!can_hold(&conflict, &rules));
        let found = conflict.smallest();
        prop_assert!(!found.is_empty());
        prop_assert!(!can_hold(&conflict, &found), "{:?} can hold", found);
        if found.len() <= 3 {
            for smaller in (1..found.len()).flat_map(|size| sets(&rules, size)) {
                prop_assert!(can_hold(&conflict, &smaller), "{:?} cannot hold, {:?} is not the smallest", smaller, found);
            }
        } else {
            for at in 0..found.len() {
                let mut rest = found.clone();
                rest.remove(at);
                prop_assert!(can_hold(&conflict, &rest), "{:?} is not needed in {:?}", found[at], found);
            }
        }
    }
}

#[test]
fn one_weekday_that_misses_the_even_gap_does_not_end_the_year_early() {
    // Fifteen Thursdays at least three weeks apart: 21 days are nearer to 365 / 15 than 28.
    let days: Vec<Candidate> = (0..52)
        .map(|week| Candidate {
            day: 3 + 7 * week,
            soft: 0,
            pinned: false,
        })
        .collect();
    let task = Task {
        start: 0,
        end: 365,
        previous: None,
        count: 15,
        candidates: &days,
        windows: &[],
        min_gap: 21,
    };
    let placed = place(&task).expect("every third or fourth Thursday");
    let last = placed.last().expect("fifteen days");
    assert!((346..=359).contains(last), "{placed:?}");
}

#[test]
fn days_that_are_held_already_too_close_together_are_a_conflict_of_the_gap() {
    let days: Vec<Candidate> = (0..30)
        .map(|day| Candidate {
            day,
            soft: 0,
            pinned: day == 4 || day == 7,
        })
        .collect();
    let task = Task {
        start: 0,
        end: 30,
        previous: None,
        count: 2,
        candidates: &days,
        windows: &[],
        min_gap: 5,
    };
    assert_eq!(place(&task), None);
    let conflict = Conflict {
        task,
        fewest: 2,
        most: 2,
        filters: &[],
    };
    assert_eq!(conflict.smallest(), [Rule::MinGap(5)]);
}

#[test]
fn two_windows_nearer_than_the_gap_are_a_conflict_whatever_the_count() {
    let days: Vec<Candidate> = (0..30)
        .map(|day| Candidate {
            day,
            soft: 0,
            pinned: false,
        })
        .collect();
    let windows = [(3, 5), (8, 9)];
    let task = Task {
        start: 0,
        end: 30,
        previous: None,
        count: 3,
        candidates: &days,
        windows: &windows,
        min_gap: 7,
    };
    let conflict = Conflict {
        task,
        fewest: 1,
        most: 9,
        filters: &[],
    };
    assert_eq!(
        conflict.smallest(),
        [Rule::Window(0), Rule::Window(1), Rule::MinGap(7)]
    );
}

#[test]
fn a_year_of_meetings_stays_even_across_the_turn_of_the_year() {
    let days: Vec<Candidate> = (0..365)
        .map(|day| Candidate {
            day,
            soft: 0,
            pinned: false,
        })
        .collect();
    let task = Task {
        start: 0,
        end: 365,
        previous: Some(-20),
        count: 12,
        candidates: &days,
        windows: &[],
        min_gap: 1,
    };
    let placed = place(&task).expect("a day each month");
    let mut before = -20;
    for day in placed {
        assert!((29..=32).contains(&(day - before)), "{day} after {before}");
        before = day;
    }
}
