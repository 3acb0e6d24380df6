//! A plan's wheel beside that of a variant: everything that moved is joined, and nothing else.

use planning_wheel::scenario::{Scenario, Tweak, Variant, What, compare, starts};
use planning_wheel::time::{DateRange, Lang};
use planning_wheel::wheel::{Segment, Wheel, WheelInput, joined};
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
