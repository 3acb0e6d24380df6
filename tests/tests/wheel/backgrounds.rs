//! Calendars of others on the wheel: behind those whom they bind, and nowhere else.

use planning_wheel::compute::compute;
use planning_wheel::document::PlanDocument;
use planning_wheel::export::{SvgStyle, svg};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Lang};
use planning_wheel::wheel::{BackgroundArc, Lane, Wheel, WheelInput};
use planning_wheel_tests::{checked, document_of};

/// The agreement of Kalmar with what others have planned for 2027.
fn planned(backgrounds: &str) -> Plan {
    let mut document: PlanDocument = document_of("sskl-kalmar");
    document.backgrounds = serde_json::from_str(backgrounds).unwrap();
    checked(document)
}

fn wheel(plan: &Plan, keep: impl Fn(&Lane) -> bool) -> Wheel {
    let calendar = compute(plan, DateRange::year(2027).unwrap()).into_calendar();
    let mut input = WheelInput::from_plan(plan, &calendar, Lang::Sv);
    let all = Wheel::new(&input);
    let kept: Vec<_> = all.lanes.iter().filter(|lane| keep(lane)).collect();
    input.keep(
        |entry| {
            entry.bodies.is_empty()
                || kept
                    .iter()
                    .any(|lane| lane.body.is_some_and(|body| entry.bodies.contains(&body)))
        },
        |lane| kept.iter().any(|own| own.body == lane.body),
    );
    Wheel::new(&input)
}

/// Inner and outer radius of each piece of an arc's hatching.
fn bands(arc: &BackgroundArc) -> Vec<(f64, f64)> {
    let radius = |path: &planning_wheel::wheel::Path| {
        path.segments().iter().find_map(|segment| match segment {
            planning_wheel::wheel::Segment::Move(point) => Some(point.radius()),
            _ => None,
        })
    };
    let band = |hatch: &planning_wheel::wheel::Hatch| {
        let middle = radius(&hatch.path).unwrap();
        (middle - hatch.width / 2.0, middle + hatch.width / 2.0)
    };
    arc.hatches.iter().map(band).collect()
}

/// True when a lane lies under the hatching.
fn is_hatched(arc: &BackgroundArc, lane: &Lane) -> bool {
    bands(arc)
        .iter()
        .any(|(inner, outer)| *inner < lane.radius && lane.radius < *outer)
}

const COUNCIL: &str = r#"[
    { "id": "kf", "title": "Kommunfullmäktige", "bodies": ["nso", "ifo-chefer"], "days": [
        { "id": "feb", "date": "2027-02-15", "time": "13:00", "minutes": 180 },
        { "id": "budget", "title": "Budget", "date": "2027-11-15", "until": "2027-11-16" }
    ] },
    { "id": "skola", "title": "Skolans dagar", "days": [
        { "id": "a", "date": "2027-02-15" },
        { "id": "b", "date": "2027-02-15" },
        { "id": "early", "date": "2026-12-28", "until": "2027-01-08" },
        { "id": "other", "date": "2028-02-15" }
    ] }
]"#;

#[test]
fn each_day_is_named_and_stands_on_its_days() {
    let wheel = wheel(&planned(COUNCIL), |_| true);
    let said: Vec<&str> = wheel
        .backgrounds
        .iter()
        .map(|arc| arc.label.as_str())
        .collect();
    assert_eq!(
        said,
        [
            "Skolans dagar, mån 28 dec 2026 – fre 8 jan 2027",
            "Skolans dagar, mån 15 feb 2027; Skolans dagar, mån 15 feb 2027",
            "Kommunfullmäktige, mån 15 feb 2027, 13.00–16.00",
            "Kommunfullmäktige, Budget, mån 15 nov 2027 – tis 16 nov 2027",
        ]
    );
    let day = 360.0 / 365.0;
    for (arc, days) in wheel.backgrounds.iter().zip([8.0, 1.0, 1.0, 2.0]) {
        let length = arc.sector.length();
        assert!(
            (length - days * day).abs() < 0.02,
            "{}: {length}",
            arc.label
        );
    }
}

#[test]
fn those_who_are_bound_are_hatched_and_no_others() {
    let plan = planned(COUNCIL);
    let wheel = wheel(&plan, |_| true);
    let bound = ["nso", "ifo-chefer"].map(|id| plan.body_by_id(id));
    for arc in &wheel.backgrounds {
        let of_council = arc.label.starts_with("Kommun");
        for lane in &wheel.lanes {
            let binds = lane.body.is_some() && (!of_council || bound.contains(&lane.body));
            assert_eq!(
                is_hatched(arc, lane),
                binds,
                "{}: {}",
                arc.label,
                lane.label
            );
        }
        // Neighbours have one piece together; the two of the council stand apart.
        assert_eq!(
            arc.hatches.len(),
            if of_council { 2 } else { 1 },
            "{}",
            arc.label
        );
    }
}

#[test]
fn no_mark_and_no_lane_comes_of_it() {
    let (with, without) = (
        wheel(&planned(COUNCIL), |_| true),
        wheel(&planned("[]"), |_| true),
    );
    assert_eq!(with.marks, without.marks);
    assert_eq!(with.lanes, without.lanes);
    assert!(without.backgrounds.is_empty());
}

#[test]
fn what_is_filtered_away_is_not_hatched() {
    let plan = planned(COUNCIL);
    let nso = plan.body_by_id("nso");
    let wheel = wheel(&plan, |lane| lane.body == nso);
    assert_eq!(wheel.lanes.len(), 1);
    assert!(
        wheel
            .backgrounds
            .iter()
            .all(|arc| arc.hatches.len() == 1 && is_hatched(arc, &wheel.lanes[0]))
    );
}

#[test]
fn the_picture_has_them_with_a_key() {
    for style in [SvgStyle::light(), SvgStyle::dark(), SvgStyle::print()] {
        let (with, without) = (
            svg(&wheel(&planned(COUNCIL), |_| true), &style),
            svg(&wheel(&planned("[]"), |_| true), &style),
        );
        crate::file::check(&with).unwrap();
        assert!(with.contains("<title>Kommunfullmäktige, mån 15 feb 2027, 13.00–16.00</title>"));
        assert_eq!(
            with.matches("stroke-dasharray=\"1 2.2\"").count() - 1,
            2 + 2 + 1 + 1
        );
        assert!(with.contains(">bakgrund</text>") && !without.contains(">bakgrund</text>"));
    }
}
