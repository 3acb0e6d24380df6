//! A plan's wheel beside that of a variant: everything that moved is joined, and nothing else.

use planning_wheel::scenario::{Scenario, Tweak, Variant, What, compare, starts};
use planning_wheel::time::{DateRange, Lang, TermKind};
use planning_wheel::wheel::{
    MandateWheel, MandateWheelInput, Segment, Wheel, WheelInput, joined, joined_periods,
};
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of, plan};
use std::collections::BTreeSet;

fn wheel(scenario: &Scenario) -> Wheel {
    let calendar = scenario.outcome().calendar();
    Wheel::new(&WheelInput::from_plan(scenario.plan(), calendar, Lang::Sv))
}

fn scenario(name: &str, variant: &Variant) -> Scenario {
    let plan = variant.plan(&document_of(name), &catalogue()).unwrap();
    Scenario::new(plan, DateRange::year(2027).unwrap())
}

/// Every ready variant of every agreement, beside its plan.
fn each(check: impl Fn(&str, &Scenario, &Scenario)) {
    for name in AGREEMENTS {
        let before = scenario(name, &Variant::new(""));
        for start in starts(&plan(name), DateRange::years(2027, 2030).unwrap()) {
            let variant = start.variant(Lang::Sv);
            let named = format!("{name}: {}", variant.title);
            check(&named, &before, &scenario(name, &variant));
        }
    }
}

#[test]
fn what_differs_in_marks_is_joined_and_nothing_else() {
    each(|name, before, after| {
        let (old, new) = (wheel(before), wheel(after));
        let joints = joined(&old, &new);
        let differs: BTreeSet<String> = compare(before, after, &Default::default())
            .dates
            .into_iter()
            .filter(|change| change.what != What::Retimed)
            .map(|change| change.id)
            .collect();
        for joint in &joints {
            assert!(differs.contains(&joint.id), "{name}: {} stays", joint.label);
            assert!(
                joint.was.is_some() || joint.new.is_some(),
                "{name}: {}",
                joint.label
            );
            assert!(
                joint.was.is_none() || joint.new.is_none(),
                "{name}: {}",
                joint.label
            );
        }
        let shown: BTreeSet<&str> = joints.iter().map(|joint| joint.id.as_str()).collect();
        let own: BTreeSet<&str> = old.marks.iter().map(|mark| mark.id.as_str()).collect();
        for id in differs.iter().filter(|id| own.contains(id.as_str())) {
            assert!(shown.contains(id.as_str()), "{name}: {id} is not joined");
        }
        assert!(joined(&new, &new).is_empty(), "{name}");
    });
}

#[test]
fn a_way_runs_along_its_lane_between_the_two_marks() {
    each(|name, before, after| {
        let (old, new) = (wheel(before), wheel(after));
        let joints = joined(&old, &new);
        assert!(!joints.is_empty() || name.contains("Omval"), "{name}");
        for joint in joints.iter().filter(|joint| joint.way.is_some()) {
            let lane = &new.lanes[joint.lane];
            let way = joint.way.as_ref().unwrap().segments();
            let ends = way.iter().map(|segment| match segment {
                Segment::Move(point) | Segment::Arc { to: point, .. } => *point,
                other => panic!("{name}: {other:?}"),
            });
            for end in ends {
                let off = (end.radius() - lane.radius).abs();
                assert!(
                    off < lane.width / 2.0,
                    "{name}: {} leaves its lane",
                    joint.label
                );
            }
        }
    });
}

#[test]
fn a_new_group_brings_rings_and_moves_no_other_mark() {
    let name = "sskl-kalmar";
    let mut variant = Variant::new("En grupp till");
    variant.set(Tweak::NewGroup {
        like: "lss-chefer".into(),
        name: "Nytt nätverk".into(),
    });
    let (old, new) = (scenario(name, &Variant::new("")), scenario(name, &variant));
    let (old, new) = (wheel(&old), wheel(&new));
    let joints = joined(&old, &new);
    assert_eq!(new.lanes.len(), old.lanes.len() + 1);
    let added: Vec<_> = joints.iter().filter(|joint| joint.new.is_some()).collect();
    assert!(
        added
            .iter()
            .any(|joint| new.lanes[joint.lane].label == "Nytt nätverk")
    );
}

#[test]
fn ways_of_one_lane_run_beside_each_other() {
    each(|name, before, after| {
        let joints = joined(&wheel(before), &wheel(after));
        let new = wheel(after);
        for lane in &new.lanes {
            let ways = joints.iter().filter(|joint| joint.lane == lane.index);
            let ways: Vec<_> = ways.filter_map(|joint| joint.way.as_ref()).collect();
            let drawn: BTreeSet<String> = ways.iter().map(ToString::to_string).collect();
            assert_eq!(
                drawn.len(),
                ways.len(),
                "{name}: {} has two ways in one",
                lane.label
            );
        }
    });
}

/// The mandate period 2027–2030 of a plan with the changes of a variant.
fn period(name: &str, variant: &Variant) -> MandateWheel {
    let changed = variant.plan(&document_of(name), &catalogue()).unwrap();
    // The plan's own period, also where a variant holds another election.
    let period = plan(name).mandates().period_containing_year(2027).unwrap();
    let scenario = Scenario::new(changed, period.term(TermKind::Calendar));
    let input = MandateWheelInput::from_plan(
        scenario.plan(),
        scenario.outcome().calendar(),
        scenario.findings(),
        &period,
        TermKind::Calendar,
        Lang::Sv,
    );
    MandateWheel::new(&input)
}

/// Every ready variant of every agreement over the period, beside its plan.
fn each_period(check: impl Fn(&str, &MandateWheel, &MandateWheel)) {
    for name in AGREEMENTS {
        let before = period(name, &Variant::new(""));
        for start in starts(&plan(name), DateRange::years(2027, 2030).unwrap()) {
            let variant = start.variant(Lang::Sv);
            let named = format!("{name}: {}", variant.title);
            check(&named, &before, &period(name, &variant));
        }
    }
}

#[test]
fn of_a_period_all_that_differs_is_joined_and_nothing_else() {
    each_period(|name, old, new| {
        assert!(joined_periods(new, new).is_empty(), "{name}");
        let joints = joined_periods(old, new);
        let outlined = |lane: usize, start: f64| {
            let begin = |path: &planning_wheel::wheel::Path| match path.segments().first() {
                Some(Segment::Move(point)) => point.angle(),
                other => panic!("{other:?}"),
            };
            joints.iter().any(|joint| {
                let outline = joint.was.as_ref().or(joint.new.as_ref());
                joint.lane == lane && outline.is_some_and(|path| (begin(path) - start).abs() < 0.05)
            })
        };
        let count =
            |wheel: &MandateWheel, lane: usize, cell: &planning_wheel::wheel::MeetingCell| {
                let mut cells = wheel.cells.iter();
                let same = cells.find(|own| own.lane == lane && own.month == cell.month);
                same.map_or(0, |own| own.items.len())
            };
        for row in &new.rows {
            let was = old
                .rows
                .iter()
                .find(|own| own.label == row.label)
                .unwrap()
                .index;
            for cell in new.cells.iter().filter(|cell| cell.lane == row.index) {
                let differs = count(old, was, cell) != cell.items.len();
                assert_eq!(
                    outlined(row.index, cell.sector.start),
                    differs,
                    "{name}: {}",
                    cell.label
                );
            }
        }
        let days = |wheel: &MandateWheel| -> BTreeSet<(String, chrono::NaiveDate)> {
            let notices = wheel.notices.iter();
            notices
                .map(|notice| (notice.id.clone(), notice.date))
                .collect()
        };
        let (old_days, new_days) = (days(old), days(new));
        let of_events = joints
            .iter()
            .filter(|joint| joint.lane == new.events.index)
            .count();
        assert_eq!(
            of_events == 0,
            old_days == new_days,
            "{name}: {of_events} events"
        );
    });
}

#[test]
fn meetings_that_left_a_month_are_joined_to_the_month_they_went_to() {
    let fewer = |series: &str, count| {
        let mut variant = Variant::new("Färre");
        variant.set(Tweak::Meetings {
            series: series.into(),
            count,
        });
        variant
    };
    let old = period("sskl-kalmar", &Variant::new(""));
    let mut seen = 0;
    for count in 3..=12 {
        let new = period("sskl-kalmar", &fewer("moten-nso", count));
        let mut rows = new.rows.iter();
        let row = rows.find(|row| row.label == "Strategisk").unwrap();
        for joint in joined_periods(&old, &new) {
            let Some(way) = &joint.way else { continue };
            let said = &joint.label;
            assert_eq!(joint.lane, row.index, "{said}");
            assert!(said.contains("NSO") && said.contains(" → "), "{said}");
            for segment in way.segments() {
                let end = match segment {
                    Segment::Move(point) | Segment::Arc { to: point, .. } => *point,
                    other => panic!("{other:?}"),
                };
                let off = (end.radius() - row.radius).abs();
                assert!(off < row.width / 2.0, "{said}");
            }
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn an_office_that_lasts_longer_has_other_periods() {
    let offices = planning_wheel::scenario::Options::of(&plan("sskl-kalmar")).offices;
    let mut variant = Variant::new("Två år");
    for office in offices {
        variant.set(Tweak::Interval {
            office: office.id.clone(),
            term: planning_wheel::document::OfficeTerm::Years(2),
        });
    }
    let (old, new) = (
        period("sskl-kalmar", &Variant::new("")),
        period("sskl-kalmar", &variant),
    );
    let joints = joined_periods(&old, &new);
    let on_lanes = joints
        .iter()
        .filter(|joint| new.lanes.iter().any(|lane| lane.index == joint.lane));
    assert!(on_lanes.count() > 0);
}

#[test]
fn wheels_of_other_days_have_nothing_to_join() {
    let of = |first: i32| {
        let period = plan("sskl-kalmar")
            .mandates()
            .period_containing_year(first)
            .unwrap();
        MandateWheel::new(&MandateWheelInput::new(
            period.term(TermKind::Calendar),
            Lang::Sv,
        ))
    };
    assert!(joined_periods(&of(2027), &of(2031)).is_empty());
}
