//! The four agreements as wheels, through an election and a new mandate period.

use planning_wheel::time::Lang;
use planning_wheel::wheel::{Wheel, WheelInput};
use planning_wheel_tests::{AGREEMENTS, plan, year};
use std::collections::BTreeSet;

/// Every agreement's wheel of some years.
fn each(check: impl Fn(&str, &Wheel, &WheelInput<'_>)) {
    for name in AGREEMENTS {
        let plan = plan(name);
        for number in 2026..=2031 {
            let outcome = year(&plan, number);
            let input = WheelInput::from_plan(&plan, outcome.calendar(), Lang::Sv);
            check(&format!("{name} {number}"), &Wheel::new(&input), &input);
        }
    }
}

#[test]
fn wheels_carry_every_entry_of_their_calendars() {
    each(|name, wheel, input| {
        let marks = wheel.marks.iter().flat_map(|mark| mark.ids());
        let items = wheel.spans.iter().flat_map(|span| &span.items);
        let weeks = wheel.density.iter().flat_map(|cell| &cell.ids);
        let mut shown: BTreeSet<&str> = marks.collect();
        shown.extend(items.map(|item| item.id.as_str()));
        shown.extend(weeks.map(String::as_str));
        for entry in &input.entries {
            assert!(
                shown.contains(entry.id.as_str()),
                "{name}: {} is missing",
                entry.id
            );
        }
    });
}

#[test]
fn agreements_need_no_shaded_weeks_and_their_names_rest_clear() {
    each(|name, wheel, _| {
        assert!(wheel.density.is_empty(), "{name}");
        let covering = wheel.names.iter().find(|lane| !lane.clear);
        assert!(covering.is_none(), "{name}: {covering:?} lies on marks");
        for mark in &wheel.marks {
            assert_eq!(
                wheel.hit(mark.centre.x, mark.centre.y),
                Some(mark.id.as_str()),
                "{name}"
            );
        }
    });
}

#[test]
fn the_middle_tells_mandate_year_and_cycle() {
    let plan = plan("sskl-kalmar");
    let lines = |number: i32| {
        let outcome = year(&plan, number);
        let input = WheelInput::from_plan(&plan, outcome.calendar(), Lang::Sv);
        let wheel = Wheel::new(&input);
        let years: Vec<i32> = wheel.centre.mandate.iter().map(|arc| arc.year).collect();
        let lines: Vec<String> = wheel
            .centre
            .lines
            .into_iter()
            .map(|line| line.text)
            .collect();
        (years, lines)
    };
    let second = vec!["mandatår 2 av 4".to_owned(), "cykel 2027–2028".to_owned()];
    assert_eq!(lines(2028), (vec![2027, 2028, 2029, 2030], second));
    assert_eq!(lines(2029).1, ["mandatår 3 av 4", "cykel 2029–2030"]);
    assert_eq!(lines(2031).0, [2031, 2032, 2033, 2034]);
}
