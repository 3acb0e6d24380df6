//! The calm year pinned in numbers, and pictures to look at.

use crate::sample;
use planning_wheel::calendar::EntryKind;
use planning_wheel::export::{SvgStyle, svg};
use planning_wheel::time::Lang;
use planning_wheel::wheel::{Number, Wheel, WheelInput};
use std::fmt::Write as _;

/// A wheel as lines of text that can be compared by eye.
fn told(wheel: &Wheel) -> String {
    let mut text = format!("{}\n{}\n", wheel.title, wheel.description);
    let mut line = |name: &str, rest: String| writeln!(text, "{name:<6} {rest}").expect("written");
    for month in &wheel.months {
        line(
            "month",
            format!("{:>2} {:?} {}", month.month.get(), month.sector, month.path),
        );
    }
    for lane in &wheel.lanes {
        line(
            "lane",
            format!(
                "{} {}–{}",
                lane.label,
                Number(lane.inner),
                Number(lane.outer)
            ),
        );
    }
    for name in &wheel.names {
        line(
            "name",
            format!(
                "{} {} {} {}",
                name.text.text,
                name.clear,
                Number(name.text.angle),
                name.text.path
            ),
        );
    }
    for mark in &wheel.marks {
        let (x, y, radius) = (
            Number(mark.centre.x),
            Number(mark.centre.y),
            Number(mark.radius),
        );
        line(
            "mark",
            format!(
                "{} {:?} lane {} track {} at {x} {y} radius {radius}",
                mark.id, mark.shape, mark.lane, mark.track
            ),
        );
    }
    for tail in &wheel.tails {
        line("tail", format!("{} {}", tail.id, tail.path));
    }
    for arrow in &wheel.arrows {
        line(
            "arrow",
            format!(
                "{} → {} {} {}",
                arrow.from, arrow.to, arrow.path, arrow.head
            ),
        );
    }
    for span in &wheel.spans {
        line(
            "span",
            format!("{} rail {} {}", span.items[0].id, span.rail, span.path),
        );
    }
    line(
        "hand",
        wheel.hand.as_ref().map_or(String::new(), |hand| {
            format!("{} {}", hand.label, hand.path)
        }),
    );
    text
}

#[test]
fn the_calm_year_stays_as_it_is() {
    let entries = sample::calm_entries();
    insta::assert_snapshot!("calm", told(&Wheel::new(&sample::calm(&entries))));
}

/// Writes pictures into the folder that `WHEEL_PICTURES` names, to be looked at.
#[test]
fn pictures_to_look_at() {
    let Some(folder) = std::env::var_os("WHEEL_PICTURES") else {
        return;
    };
    let folder = std::path::Path::new(&folder);
    let save = |name: &str, wheel: Wheel, style: &SvgStyle| {
        std::fs::write(folder.join(name), svg(&wheel, style)).expect("written");
    };
    for name in planning_wheel_tests::AGREEMENTS {
        let plan = planning_wheel_tests::plan(name);
        let outcome = planning_wheel_tests::year(&plan, 2027);
        let mut input = WheelInput::from_plan(&plan, outcome.calendar(), Lang::Sv);
        input.today = Some(sample::day(2027, 9, 1));
        save(
            &format!("{name}.svg"),
            Wheel::new(&input),
            &SvgStyle::light(),
        );
    }
    let calm = sample::calm_entries();
    let mut input = sample::calm(&calm);
    save("calm.svg", Wheel::new(&input), &SvgStyle::light());
    save("dark.svg", Wheel::new(&input), &SvgStyle::dark());
    save("print.svg", Wheel::new(&input), &SvgStyle::print());
    input.selected = Some("decision");
    save("chosen.svg", Wheel::new(&input), &SvgStyle::light());
    let mut crowd = sample::crowded_entries();
    save(
        "crowded.svg",
        Wheel::new(&sample::crowded(&crowd)),
        &SvgStyle::light(),
    );
    for number in 0..700_u32 {
        let on = sample::day(2028, 1 + number % 12, 1 + number * number % 27);
        let body = u16::try_from(number * 7 % 13).expect("small");
        crowd.push(sample::entry(
            &format!("m{number}"),
            EntryKind::Activity,
            "Mer",
            on,
            &[body],
        ));
    }
    save(
        "dense.svg",
        Wheel::new(&sample::crowded(&crowd)),
        &SvgStyle::light(),
    );
    save(
        "dense-dark.svg",
        Wheel::new(&sample::crowded(&crowd)),
        &SvgStyle::dark(),
    );
    let mut empty = sample::blank(2029);
    save("empty.svg", Wheel::new(&empty), &SvgStyle::light());
    empty.lanes = vec![sample::lane(1, "NSO", 1)];
    empty.entries = calm.iter().collect();
    empty.range = planning_wheel::time::DateRange::year(2027).expect("a year");
    save("one.svg", Wheel::new(&empty), &SvgStyle::light());
}
