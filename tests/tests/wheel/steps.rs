//! Choosing and walking: the keyboard's way, the chain of an entry, what lands on what.

use crate::sample;
use planning_wheel::calendar::EntryKind;
use planning_wheel::wheel::{Direction, Emphasis, Mark, Shape, Wheel};

fn mark<'a>(wheel: &'a Wheel, id: &str) -> &'a Mark {
    wheel
        .marks
        .iter()
        .find(|mark| mark.id == id)
        .expect("a mark")
}

#[test]
fn a_decision_rings_its_meeting() {
    let entries = sample::calm_entries();
    let wheel = Wheel::new(&sample::calm(&entries));
    let november = mark(&wheel, "0/2027-11-18");
    assert_eq!(november.shape, Shape::Disc);
    assert_eq!(november.label, "Ordförandeträff, möte, tor 18 nov 2027");
    assert_eq!(
        november.ids().collect::<Vec<_>>(),
        ["0/2027-11-18", "decision"]
    );
    assert!(november.ring.is_some() && november.inner.is_none());
    let october = mark(&wheel, "1/2027-10-21");
    assert!(october.ring.is_none() && october.inner.is_some());
    assert_eq!(
        wheel.hit_all(october.centre.x, october.centre.y)[..2],
        ["1/2027-10-21", "proposal"]
    );
}

#[test]
fn arrows_run_from_september_to_november() {
    let entries = sample::calm_entries();
    let wheel = Wheel::new(&sample::calm(&entries));
    let to = |id: &str| wheel.arrows.iter().filter(|arrow| arrow.to == id).count();
    assert_eq!(
        (to("proposal"), to("decision"), wheel.arrows.len()),
        (5, 1, 6)
    );
    let tails = wheel.tails.len();
    let deadlines = entries
        .iter()
        .filter(|entry| entry.kind == EntryKind::Deadline)
        .count();
    assert_eq!(tails, deadlines);
}

#[test]
fn the_chosen_entry_lights_its_chain() {
    let entries = sample::calm_entries();
    let mut input = sample::calm(&entries);
    input.selected = Some("decision");
    let wheel = Wheel::new(&input);
    let emphasis = |id: &str| mark(&wheel, id).emphasis;
    assert_eq!(emphasis("0/2027-11-18"), Emphasis::Selected);
    assert_eq!(emphasis("0/2027-11-18/due"), Emphasis::Chain);
    assert_eq!(emphasis("1/2027-10-21"), Emphasis::Chain);
    assert_eq!(emphasis("4/2027-09-15"), Emphasis::Chain);
    assert_eq!(emphasis("4/2027-09-15/due"), Emphasis::Dim);
    assert_eq!(emphasis("1/2027-01-21"), Emphasis::Dim);
    assert!(
        wheel
            .arrows
            .iter()
            .all(|arrow| arrow.emphasis == Emphasis::Chain)
    );
    input.selected = Some("unknown");
    assert!(
        Wheel::new(&input)
            .marks
            .iter()
            .all(|mark| mark.emphasis == Emphasis::Normal)
    );
}

#[test]
fn the_keyboard_reaches_every_entry() {
    let entries = sample::crowded_entries();
    let wheel = Wheel::new(&sample::crowded(&entries));
    for lane in &wheel.lanes {
        let first = wheel
            .marks
            .iter()
            .find(|mark| mark.lane == lane.index)
            .expect("a mark");
        let mut at = wheel
            .neighbour(&first.id, Direction::First)
            .unwrap_or(&first.id);
        let mut seen = vec![at];
        while let Some(next) = wheel.neighbour(at, Direction::Next) {
            assert_eq!(wheel.neighbour(next, Direction::Previous), Some(at));
            seen.push(next);
            at = next;
        }
        let ids = wheel
            .marks
            .iter()
            .filter(|mark| mark.lane == lane.index)
            .flat_map(Mark::ids);
        let is_joint = |id: &str| id == "joint";
        assert!(
            ids.into_iter().all(|id| seen.contains(&id) || is_joint(id)),
            "{}",
            lane.label
        );
        if seen.contains(&"joint") {
            break;
        }
    }
}

#[test]
fn across_lanes_the_nearest_in_time() {
    let entries = sample::calm_entries();
    let wheel = Wheel::new(&sample::calm(&entries));
    let across = |id, direction| wheel.neighbour(id, direction);
    assert_eq!(
        across("0/2027-11-18", Direction::Inward),
        Some("1/2027-11-11")
    );
    assert_eq!(
        across("1/2027-11-11", Direction::Outward),
        Some("0/2027-11-18/due")
    );
    assert_eq!(across("0/2027-11-18", Direction::Outward), None);
    assert_eq!(wheel.first_stop(), Some("2/2027-09-09/due"));
    assert_eq!(across("nothing", Direction::Next), None);
}

#[test]
fn too_much_becomes_shaded_weeks() {
    let mut entries = sample::crowded_entries();
    for number in 0..300_u32 {
        let on = sample::day(2028, 1 + number % 12, 1 + number % 27);
        entries.push(sample::entry(
            &format!("m{number}"),
            EntryKind::Activity,
            "Mer",
            on,
            &[0],
        ));
    }
    let wheel = Wheel::new(&sample::crowded(&entries));
    assert!(wheel.marks.is_empty() && wheel.tails.is_empty());
    assert!(wheel.density.iter().any(|cell| cell.shade == 1.0));
    assert!(
        wheel
            .density
            .iter()
            .all(|cell| cell.shade > 0.0 && cell.shade <= 1.0)
    );
    let cell = wheel
        .density
        .iter()
        .find(|cell| cell.lane == 0)
        .expect("a week");
    assert_eq!(cell.label, "Samverkansnämnd, v. 52, 3 poster");
}
