//! What holds for every wheel, over random years.

use crate::sample::{self, day};
use crate::shape::{inside, pairs, points};
use planning_wheel::calendar::{Entry, EntryKind, Relation};
use planning_wheel::time::{DateRange, Lang, Month, Stretch, add_days, days_in_month};
use planning_wheel::wheel::{Mark, Number, Path, Point, Sector, Wheel, WheelInput};
use proptest::prelude::*;

/// Lanes, first day, entries.
type Year = (u16, (i32, u32), Vec<Entry>);

fn entries(start: (i32, u32), lanes: u16) -> impl Strategy<Value = Vec<Entry>> {
    let kinds = EntryKind::ALL.len();
    let one = (
        0..lanes,
        0..kinds + 24,
        -10..375_i64,
        0..40_i64,
        0..400_usize,
        0..lanes,
    );
    prop::collection::vec(one, 0..300).prop_map(move |drafts| {
        let first = day(start.0, start.1, 1);
        let build = |(number, (body, kind, after, length, to, other)): (usize, _)| {
            // Half of all entries are meetings.
            let kind = EntryKind::ALL
                .get(kind)
                .copied()
                .unwrap_or(EntryKind::Meeting);
            let mut bodies = vec![body];
            if length % 7 == 3 {
                bodies.push(other);
            }
            if length % 11 == 5 {
                bodies.clear();
            }
            let on = add_days(first, after);
            let mut entry =
                sample::entry(&format!("e{number}"), kind, "Något att göra", on, &bodies);
            if kind.is_period() || length > 36 {
                entry.end = add_days(on, length * 5 + 1);
            }
            let relation = [Relation::At, Relation::For, Relation::After]
                .get(to % 4)
                .copied();
            match relation {
                Some(relation) => sample::linked(entry, relation, &format!("e{}", to / 2)),
                None => entry,
            }
        };
        drafts.into_iter().enumerate().map(build).collect()
    })
}

fn years() -> impl Strategy<Value = Year> {
    (0..=14_u16, 1970..2100_i32, 1..=12_u32).prop_flat_map(|(lanes, year, month)| {
        let start = (year, month);
        entries(start, lanes.max(1)).prop_map(move |entries| (lanes, start, entries))
    })
}

fn input((lanes, start, entries): &Year) -> WheelInput<'_> {
    let first = day(start.0, start.1, 1);
    // The same entries decide which part of the year is looked at.
    let stretch = Stretch::ALL[entries.len() % 4];
    let about = add_days(first, (entries.len() * 7 % 365) as i64);
    let range = stretch.around(about, Month::of(first));
    let mut input = WheelInput::new(range, Lang::Sv);
    input.stretch = stretch;
    input.levels = sample::levels();
    let names = [
        "NSO",
        "Ledningssamverkan vård och omsorg",
        "Vuxna",
        "Läkemedelsråd",
    ];
    let name = |body: u16| names[usize::from(body) % names.len()];
    input.lanes = (0..*lanes)
        .map(|body| sample::lane(body, name(body), (body % 4) as u8))
        .collect();
    if *lanes > 0 {
        input.lanes[0].body = None;
    }
    input.entries = entries.iter().collect();
    input.today = Some(add_days(first, 100));
    input
}

/// Which arcs of a lane are taken by something that a name should not cover.
fn taken(wheel: &Wheel, lane: usize) -> Vec<Sector> {
    let marks = wheel
        .marks
        .iter()
        .filter(|mark| mark.lane == lane)
        .map(|mark| mark.sector);
    let tails = wheel
        .tails
        .iter()
        .filter(|tail| tail.lane == lane)
        .map(|tail| tail.sector);
    let weeks = wheel
        .density
        .iter()
        .filter(|cell| cell.lane == lane)
        .map(|cell| cell.sector);
    marks.chain(tails).chain(weeks).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_centre_gives_its_own_id(year in years()) {
        let wheel = Wheel::new(&input(&year));
        for mark in &wheel.marks {
            prop_assert_eq!(wheel.hit(mark.centre.x, mark.centre.y), Some(mark.id.as_str()));
            let all = wheel.hit_all(mark.centre.x, mark.centre.y);
            prop_assert!(mark.ids().all(|id| all.contains(&id)));
            prop_assert_eq!(wheel.lane_at(mark.centre), Some(mark.lane));
        }
        for cell in &wheel.density {
            let all = wheel.hit_all(cell.centre.x, cell.centre.y);
            prop_assert!(cell.ids.iter().all(|id| all.contains(&id.as_str())));
        }
    }

    #[test]
    fn nothing_in_a_lane_overlaps(year in years()) {
        let wheel = Wheel::new(&input(&year));
        for (one, two) in pairs(&wheel.marks).filter(|(one, two)| one.lane == two.lane) {
            prop_assert!(one.track != two.track || !one.sector.overlaps(two.sector), "{one:?} {two:?}");
            let reach = |mark: &Mark| mark.ring.unwrap_or(mark.radius);
            prop_assert!(one.centre.distance(two.centre) >= reach(one) + reach(two));
        }
        for mark in &wheel.marks {
            let lane = &wheel.lanes[mark.lane];
            let (middle, reach) = (mark.centre.radius(), mark.ring.unwrap_or(mark.radius));
            prop_assert!(middle + reach <= lane.outer + 0.02 && middle - reach >= lane.inner - 0.02);
        }
        for (one, two) in pairs(&wheel.spans) {
            let rail = (one.lane, one.rail) == (two.lane, two.rail);
            prop_assert!(!rail || !one.sector.overlaps(two.sector), "{one:?} {two:?}");
        }
        for (one, two) in pairs(&wheel.density).filter(|(one, two)| one.lane == two.lane) {
            prop_assert!(!one.sector.overlaps(two.sector));
        }
        for (outer, inner) in wheel.lanes.iter().zip(wheel.lanes.iter().skip(1)) {
            prop_assert!(outer.inner >= inner.outer);
        }
    }

    #[test]
    fn every_entry_of_a_shown_body_is_there(year in years()) {
        let input = input(&year);
        let wheel = Wheel::new(&input);
        let shown = |id: &str| {
            wheel.marks.iter().any(|mark| mark.ids().any(|other| other == id))
                || wheel.spans.iter().any(|span| span.items.iter().any(|item| item.id == id))
                || wheel.density.iter().any(|cell| cell.ids.iter().any(|other| other == id))
        };
        for entry in &input.entries {
            let belongs = input.lanes.iter().any(|lane| match lane.body {
                Some(body) => entry.bodies.contains(&body),
                None => entry.bodies.is_empty(),
            });
            if belongs && entry.range().overlaps(&input.range) {
                prop_assert!(shown(&entry.id), "{} is not on the wheel", entry.id);
            }
        }
    }

    #[test]
    fn everything_lies_on_the_wheel(year in years()) {
        let wheel = Wheel::new(&input(&year));
        let mut paths: Vec<&Path> = Vec::new();
        paths.extend(wheel.months.iter().flat_map(|month| [&month.path, &month.spoke]));
        paths.extend(wheel.days.iter().flat_map(|day| [&day.path, &day.spoke, &day.name.path]));
        paths.extend(wheel.marks.iter().map(|mark| &mark.outline));
        paths.extend(wheel.tails.iter().map(|tail| &tail.path));
        paths.extend(wheel.arrows.iter().flat_map(|arrow| [&arrow.path, &arrow.head]));
        paths.extend(wheel.threads.iter().map(|thread| &thread.path));
        paths.extend(wheel.spans.iter().map(|span| &span.path));
        paths.extend(wheel.density.iter().map(|cell| &cell.path));
        paths.extend(wheel.names.iter().flat_map(|name| [&name.text.path, &name.backing]));
        paths.extend(wheel.wedge.iter().chain(wheel.hand.iter().map(|hand| &hand.path)));
        for path in paths {
            prop_assert!(points(path).into_iter().all(inside), "{path}");
        }
        let numbers = wheel.weeks.iter().filter_map(|week| week.number);
        prop_assert!(numbers.chain(wheel.marks.iter().map(|mark| mark.centre)).all(inside));
    }

    #[test]
    fn names_rest_where_nothing_is_if_there_is_such_a_place(year in years()) {
        let wheel = Wheel::new(&input(&year));
        prop_assert_eq!(wheel.names.len(), wheel.lanes.len());
        for name in &wheel.names {
            let taken = taken(&wheel, name.lane);
            let free = |sector: Sector| taken.iter().all(|other| !other.overlaps(sector));
            if name.clear {
                prop_assert!(free(name.text.sector), "{:?} over {taken:?}", name.text);
            } else {
                // Three degrees more than the letters: the air around them, and the search's step.
                let half = name.text.sector.length() / 2.0 + 1.5;
                let places = (0..720_u16).map(|step| Sector::around(f64::from(step) / 2.0, half));
                prop_assert!(places.into_iter().all(|place| !free(place)), "{:?}", name.text);
            }
        }
    }

    #[test]
    fn same_input_same_wheel(year in years()) {
        let wheel = Wheel::new(&input(&year));
        prop_assert_eq!(&wheel, &Wheel::new(&input(&year)));
        // The order in which entries come does not matter either.
        let mut turned = input(&year);
        turned.entries.reverse();
        let again = Wheel::new(&turned);
        prop_assert_eq!(wheel.marks, again.marks);
        prop_assert_eq!(wheel.density, again.density);
        prop_assert_eq!(wheel.names, again.names);
    }

    #[test]
    fn months_are_as_long_as_their_days(year in 1970..=2100_i32, month in 1..=12_u32) {
        let range = DateRange { start: day(year, month, 1), end: day(year + 1, month, 1) };
        let wheel = Wheel::new(&WheelInput::new(range, Lang::En));
        prop_assert_eq!(wheel.months.len(), 12);
        let mut reached = 0.0;
        for month in &wheel.months {
            prop_assert_eq!(month.sector.start, reached);
            reached = month.sector.end;
            let days = days_in_month(month.year, u32::from(month.month.get()));
            let exact = f64::from(days) / range.days() as f64 * 360.0;
            prop_assert!((month.sector.length() - exact).abs() <= 0.011);
        }
        prop_assert_eq!(reached, 360.0);
    }

    #[test]
    fn a_part_of_the_year_fills_the_turn_with_its_days(year in 1971..=2099_i32, starts in 1..=12_u8, offset in 0..366_i64) {
        let starts = Month::new(starts).expect("a month");
        let about = add_days(day(year, 1, 1), offset);
        let mut wider: Option<DateRange> = None;
        for stretch in Stretch::ALL {
            let range = stretch.around(about, starts);
            prop_assert!(range.contains(about), "{stretch:?} {range:?}");
            prop_assert!(stretch == Stretch::Week || wider.is_none_or(|wider| wider.intersection(&range) == Some(range)));
            // Every day of it has the same part around it, and the next begins where it ends.
            prop_assert_eq!(stretch.around(range.start, starts), range);
            prop_assert_eq!(stretch.around(add_days(range.end, -1), starts), range);
            prop_assert_eq!(stretch.around(range.end, starts).start, range.end);
            let mut input = WheelInput::new(range, Lang::Sv);
            (input.stretch, input.today) = (stretch, Some(about));
            let wheel = Wheel::new(&input);
            let names_days = matches!(stretch, Stretch::Month | Stretch::Week);
            prop_assert_eq!(wheel.days.len() as i64, if names_days { range.days() } else { 0 });
            prop_assert_eq!(wheel.months.is_empty(), names_days);
            for (one, two) in wheel.days.iter().zip(wheel.days.iter().skip(1)) {
                prop_assert_eq!(one.sector.end, two.sector.start);
            }
            for sector in &wheel.days {
                prop_assert!(sector.name.sector.length() <= sector.sector.length(), "{:?}", sector.name);
                let (radius, middle) = (446.0, sector.sector.middle());
                let inner = (stretch != Stretch::Week).then_some((Stretch::Week, sector.date));
                prop_assert_eq!(wheel.stretch_at(Point::polar(radius, middle)), inner);
            }
            prop_assert_eq!(wheel.days.iter().filter(|day| day.current).count(), usize::from(names_days));
            prop_assert_eq!(wheel.hand.map(|hand| hand.date), Some(about));
            wider = Some(range);
        }
    }

    #[test]
    fn numbers_print_as_they_round(value in -100_000.0..100_000.0_f64) {
        let printed = Number(value).to_string();
        let read: f64 = printed.parse().expect("a number");
        prop_assert!((read - value).abs() <= 0.005_001, "{value} as {printed}");
        prop_assert!(printed.split('.').nth(1).is_none_or(|part| part.len() <= 2 && !part.ends_with('0')));
    }

    #[test]
    fn every_day_is_found_at_its_angle(offset in 0..366_i64) {
        let wheel = Wheel::new(&sample::blank(2028));
        let on = add_days(day(2028, 1, 1), offset);
        let at = Point::polar(300.0, wheel.scale.noon_of(on));
        prop_assert_eq!(wheel.day_at(at), on);
    }
}
