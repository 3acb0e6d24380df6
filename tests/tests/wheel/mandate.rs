//! What holds for the wheel of every mandate period, over random ones of one to twenty years.

use crate::sample::{self, day};
use crate::shape::{inside, pairs, points};
use planning_wheel::calendar::{Entry, EntryKind, EntryStatus, Relation};
use planning_wheel::document::Text;
use planning_wheel::export::{SvgStyle, mandate_svg};
use planning_wheel::time::{DateRange, Lang, add_days};
use planning_wheel::wheel::{
    BandInput, BandLaneInput, Colour, Direction, EventInput, Item, MandateWheel, MandateWheelInput,
    Path,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A period before it is an input.
#[derive(Clone, Debug)]
struct Draft {
    range: DateRange,
    lanes: Vec<BandLaneInput>,
    meetings: Vec<(usize, Entry)>,
    events: Vec<Entry>,
    steps: Vec<Entry>,
}

fn bands(range: DateRange, lane: usize) -> impl Strategy<Value = Vec<BandInput>> {
    let days = range.days();
    let one = (-400..days + 400, 1..days * 2, 0..5_u8, 1..40_usize);
    prop::collection::vec(one, 0..14).prop_map(move |drafts| {
        let band = |(number, (after, length, shade, letters)): (usize, (i64, i64, u8, usize))| {
            let start = add_days(range.start, after);
            BandInput {
                range: DateRange {
                    start,
                    end: add_days(start, length),
                },
                items: vec![Item {
                    id: format!("b{lane}-{number}"),
                    kind: EntryKind::Document,
                    date: start,
                    status: EntryStatus::Proposed,
                    label: format!("Dokument {number}"),
                }],
                texts: vec!["Å".repeat(letters), "å".to_owned()],
                shade,
            }
        };
        drafts.into_iter().enumerate().map(band).collect()
    })
}

fn lane(range: DateRange, number: usize) -> impl Strategy<Value = BandLaneInput> {
    let counted = prop::bool::weighted(0.2);
    (bands(range, number), counted, 0..3_usize).prop_map(move |(bands, counted, level)| {
        BandLaneInput {
            label: "Dokument".to_owned(),
            group: number / 3,
            level,
            colour: Colour::Slot(level as u8),
            bands,
            counted,
        }
    })
}

fn entries(range: DateRange, name: &'static str, most: usize) -> impl Strategy<Value = Vec<Entry>> {
    let one = (-20..range.days() + 20, 0..EntryKind::ALL.len());
    prop::collection::vec(one, 0..most).prop_map(move |drafts| {
        let entry = |(number, (after, kind)): (usize, (i64, usize))| {
            let on = add_days(range.start, after);
            let kind = EntryKind::ALL[kind];
            sample::entry(&format!("{name}{number}"), kind, "Något", on, &[])
        };
        drafts.into_iter().enumerate().map(entry).collect()
    })
}

fn drafts() -> impl Strategy<Value = Draft> {
    let turn = (1970..2080_i32, 1..=12_u32, 1..=31_u32, 1..=20_i32);
    turn.prop_flat_map(|(year, month, on, years)| {
        let start = |year: i32| add_days(day(year, month, 1), i64::from(on - 1));
        let range = DateRange {
            start: start(year),
            end: start(year + years),
        };
        let lanes: Vec<_> = (0..14).map(|number| lane(range, number)).collect();
        let meetings = entries(range, "m", 120).prop_map(|entries| {
            let leveled = entries.into_iter().enumerate();
            leveled.map(|(number, entry)| (number % 5, entry)).collect()
        });
        let events = (entries(range, "e", 40), entries(range, "s", 10));
        (0..15_usize, lanes, meetings, events).prop_map(
            move |(count, mut lanes, meetings, (events, steps))| {
                lanes.truncate(count);
                Draft {
                    range,
                    lanes,
                    meetings,
                    events,
                    steps,
                }
            },
        )
    })
}

fn input(draft: &Draft) -> MandateWheelInput<'_> {
    let mut input = MandateWheelInput::new(draft.range, Lang::Sv);
    input.today = Some(add_days(draft.range.start, 200));
    input.levels = sample::levels();
    input.lanes.clone_from(&draft.lanes);
    input.meetings = draft
        .meetings
        .iter()
        .map(|(level, entry)| (*level, entry))
        .collect();
    let numbered = draft.events.iter().enumerate();
    input.events = numbered
        .map(|(number, entry)| EventInput {
            entry,
            steps: draft.steps.get(number).into_iter().collect(),
            note: "Någonstans".to_owned(),
            outgoing: (number % 7 == 3).then(|| add_days(entry.start, 40)),
        })
        .collect();
    input.shifts = vec![DateRange {
        start: add_days(draft.range.end, -100),
        end: add_days(draft.range.end, 60),
    }];
    input.entries = draft.events.iter().collect();
    input
}

/// Every id on the wheel.
pub(crate) fn ids(wheel: &MandateWheel) -> BTreeSet<&str> {
    let marks = wheel.marks.iter().flat_map(|mark| mark.ids());
    let bands = wheel.bands.iter().flat_map(|band| &band.items);
    let cells = wheel.cells.iter().flat_map(|cell| &cell.items);
    marks
        .chain(bands.chain(cells).map(|item| item.id.as_str()))
        .collect()
}

/// Every id that the arrow keys reach.
pub(crate) fn walked(wheel: &MandateWheel) -> BTreeSet<String> {
    let all = [
        Direction::Next,
        Direction::Previous,
        Direction::Outward,
        Direction::Inward,
    ];
    let mut open: Vec<String> = wheel.first_stop().map(str::to_owned).into_iter().collect();
    let mut reached: BTreeSet<String> = open.iter().cloned().collect();
    while let Some(id) = open.pop() {
        for direction in all {
            if let Some(next) = wheel.neighbour(&id, direction)
                && reached.insert(next.to_owned())
            {
                open.push(next.to_owned());
            }
        }
    }
    reached
}

/// Marks, periods and months give their own ids, and share their place with nothing of their kind.
pub(crate) fn assert_in_order(wheel: &MandateWheel) -> Result<(), TestCaseError> {
    for mark in &wheel.marks {
        prop_assert_eq!(
            wheel.hit(mark.centre.x, mark.centre.y),
            Some(mark.id.as_str())
        );
        prop_assert!(!mark.name().is_empty());
    }
    for band in &wheel.bands {
        let own = band.items.first().map(|item| item.id.as_str());
        prop_assert_eq!(wheel.hit(band.centre.x, band.centre.y), own, "{:?}", band);
        prop_assert!(!band.label.is_empty());
    }
    for cell in &wheel.cells {
        let own = cell.items.first().map(|item| item.id.as_str());
        prop_assert_eq!(wheel.hit(cell.centre.x, cell.centre.y), own, "{:?}", cell);
    }
    for (one, two) in pairs(&wheel.bands) {
        let together = (one.lane, one.rail) == (two.lane, two.rail);
        prop_assert!(
            !together || !one.sector.overlaps(two.sector),
            "{one:?} {two:?}"
        );
    }
    for (one, two) in pairs(&wheel.cells).filter(|(one, two)| one.lane == two.lane) {
        prop_assert!(!one.sector.overlaps(two.sector));
    }
    for (one, two) in pairs(&wheel.marks) {
        let reach = |mark: &planning_wheel::wheel::Mark| mark.ring.unwrap_or(mark.radius);
        prop_assert!(one.centre.distance(two.centre) >= reach(one) + reach(two));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn everything_gives_its_own_id_and_nothing_overlaps(draft in drafts()) {
        assert_in_order(&MandateWheel::new(&input(&draft)))?;
    }

    #[test]
    fn the_keys_reach_everything(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        let reached = walked(&wheel);
        for id in ids(&wheel) {
            prop_assert!(reached.contains(id), "{id} is not reached");
        }
    }

    #[test]
    fn everything_of_the_period_is_there(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        let shown = ids(&wheel);
        let bands = draft.lanes.iter().flat_map(|lane| &lane.bands);
        for band in bands.filter(|band| band.range.overlaps(&draft.range)) {
            prop_assert!(shown.contains(band.items[0].id.as_str()), "{band:?}");
        }
        let entries = draft.events.iter().chain(draft.meetings.iter().map(|(_, entry)| entry));
        for entry in entries.filter(|entry| entry.range().overlaps(&draft.range)) {
            prop_assert!(shown.contains(entry.id.as_str()), "{}", entry.id);
        }
    }

    #[test]
    fn rings_stand_inside_each_other(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        let events = std::iter::once(&wheel.events);
        let rings: Vec<_> = wheel.rows.iter().chain(&wheel.lanes).chain(events).collect();
        for (index, ring) in rings.iter().enumerate() {
            prop_assert_eq!(ring.index, index);
            prop_assert!(ring.width > 2.0);
        }
        for pair in rings.windows(2) {
            prop_assert!(pair[0].inner >= pair[1].outer, "{:?}", pair);
        }
        prop_assert!(wheel.events.inner > wheel.centre.radius);
        for band in &wheel.bands {
            let lane = rings[band.lane];
            prop_assert!(lane.inner <= band.radii.0 && band.radii.0 < band.radii.1 && band.radii.1 <= lane.outer);
        }
        for mark in &wheel.marks {
            let (radius, reach) = (mark.centre.radius(), mark.ring.unwrap_or(mark.radius));
            prop_assert!(radius + reach <= wheel.events.outer + 0.02);
            prop_assert!(radius - reach >= wheel.events.inner - 0.02);
        }
    }

    #[test]
    fn years_are_as_long_as_their_days_and_fill_the_turn(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        let mut reached = (0.0, draft.range.start);
        for year in &wheel.years {
            prop_assert_eq!((year.sector.start, year.range.start), reached);
            reached = (year.sector.end, year.range.end);
            let exact = year.range.days() as f64 / draft.range.days() as f64 * 360.0;
            prop_assert!((year.sector.length() - exact).abs() <= 0.011);
            prop_assert!((365..=366).contains(&year.range.days()), "{year:?}");
        }
        prop_assert_eq!(reached, (360.0, draft.range.end));
    }

    #[test]
    fn what_is_written_fits_where_it_stands(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        for band in &wheel.bands {
            let Some(text) = &band.text else { continue };
            prop_assert!(band.sector.start <= text.sector.start && text.sector.end <= band.sector.end, "{band:?}");
            prop_assert!(text.size <= band.radii.1 - band.radii.0);
        }
    }

    #[test]
    fn everything_lies_on_the_wheel(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        let mut paths: Vec<&Path> = Vec::new();
        paths.extend(wheel.years.iter().flat_map(|year| [&year.path, &year.spoke]));
        paths.extend(wheel.months.iter().filter_map(|month| month.tick.as_ref()));
        paths.extend(wheel.cells.iter().map(|cell| &cell.path));
        paths.extend(wheel.bands.iter().map(|band| &band.path));
        paths.extend(wheel.shifts.iter().map(|shift| &shift.path));
        paths.extend(wheel.leads.iter().map(|lead| &lead.path));
        paths.extend(wheel.handovers.iter().flat_map(|one| one.path.iter().chain(&one.head)));
        paths.extend(wheel.marks.iter().map(|mark| &mark.outline));
        for path in paths {
            prop_assert!(points(path).into_iter().all(inside), "{path}");
        }
    }

    #[test]
    fn same_input_same_wheel(draft in drafts()) {
        let wheel = MandateWheel::new(&input(&draft));
        let mut turned = input(&draft);
        turned.events.reverse();
        turned.meetings.reverse();
        let again = MandateWheel::new(&turned);
        prop_assert_eq!(&wheel.cells, &again.cells);
        prop_assert_eq!(&wheel.notices, &again.notices);
        prop_assert_eq!(mandate_svg(&wheel, &SvgStyle::light()), mandate_svg(&again, &SvgStyle::light()));
    }
}

/// Editions of five years, each year anew.
fn rolling() -> Vec<BandInput> {
    let edition = |first: i32| BandInput {
        range: DateRange::years(first, first + 4).expect("years"),
        items: vec![Item {
            id: format!("plan/{first}"),
            kind: EntryKind::Document,
            date: day(first, 1, 1),
            status: EntryStatus::Proposed,
            label: format!("Plan {first}"),
        }],
        texts: vec![format!("Plan {first}")],
        shade: 0,
    };
    (2026..=2031).map(edition).collect()
}

#[test]
fn the_newest_edition_has_the_lane_and_the_others_run_on() {
    let range = DateRange::years(2027, 2030).expect("years");
    let mut input = MandateWheelInput::new(range, Lang::Sv);
    input.lanes = vec![BandLaneInput {
        bands: rolling(),
        ..BandLaneInput::default()
    }];
    let wheel = MandateWheel::new(&input);
    let rail = |id: &str| {
        let own = wheel.bands.iter().filter(|band| band.items[0].id == id);
        own.map(|band| (band.rail, band.sector.length().round()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        rail("plan/2026"),
        [(Some(0), 360.0)],
        "in force all the time, but never the newest"
    );
    assert_eq!(rail("plan/2027"), [(None, 90.0), (Some(1), 270.0)]);
    assert_eq!(rail("plan/2030"), [(None, 90.0)]);
    assert!(rail("plan/2031").is_empty(), "begins after the turn");
}

#[test]
fn a_lane_that_counts_tells_how_many_run() {
    let range = DateRange::years(2027, 2030).expect("years");
    let mut input = MandateWheelInput::new(range, Lang::Sv);
    let label = "Styrdokument".to_owned();
    input.lanes = vec![BandLaneInput {
        bands: rolling(),
        counted: true,
        label,
        ..BandLaneInput::default()
    }];
    let wheel = MandateWheel::new(&input);
    let counts: Vec<usize> = wheel.bands.iter().map(|band| band.items.len()).collect();
    assert_eq!(counts, [2, 3, 4, 5]);
    let texts = wheel
        .bands
        .iter()
        .filter_map(|band| Some(band.text.as_ref()?.text.as_str()));
    assert_eq!(texts.collect::<Vec<_>>()[3], "Styrdokument: 5");
    assert!(
        wheel
            .bands
            .windows(2)
            .all(|pair| pair[0].strength < pair[1].strength)
    );
}

#[test]
fn a_decision_leads_on_from_its_first_step_and_over_to_those_who_come() {
    let range = DateRange::years(2027, 2030).expect("years");
    let decision = sample::entry(
        "decision",
        EntryKind::Decision,
        "Antas",
        day(2030, 11, 1),
        &[],
    );
    let step = sample::entry("step", EntryKind::Step, "Förslag", day(2030, 9, 1), &[]);
    let step = sample::linked(step, Relation::Serves, "plan/2031");
    let mut input = MandateWheelInput::new(range, Lang::En);
    let outgoing = Some(day(2031, 1, 1));
    input.events = vec![EventInput {
        entry: &decision,
        steps: vec![&step],
        note: String::new(),
        outgoing,
    }];
    let wheel = MandateWheel::new(&input);
    assert_eq!(wheel.leads[0].sector.start, wheel.scale.noon_of(step.start));
    assert_eq!(wheel.leads[0].sector.end, wheel.marks[0].angle);
    assert!(wheel.handovers[0].path.is_some() && wheel.handovers[0].head.is_some());
    assert!(
        wheel.marks[0]
            .name()
            .contains("taken by the outgoing for the incoming; Förslag")
    );
    assert_eq!(
        wheel.notices[0].note,
        "taken by the outgoing for the incoming"
    );
    assert_eq!(
        (wheel.notices[0].year, wheel.notices[0].day.as_str()),
        (3, "1 Nov")
    );
}

#[test]
fn choosing_lights_the_chain_and_dims_the_rest() {
    let range = DateRange::years(2027, 2030).expect("years");
    let decision = sample::entry(
        "decision",
        EntryKind::Decision,
        "Antas",
        day(2028, 11, 1),
        &[],
    );
    let decision = sample::linked(decision, Relation::Serves, "plan/2029");
    let other = sample::entry("other", EntryKind::Duty, "Annat", day(2029, 3, 1), &[]);
    let mut plan = sample::entry(
        "plan/2029",
        EntryKind::Document,
        "Plan",
        day(2029, 1, 1),
        &[],
    );
    plan.title = Text::from("Plan");
    let mut input = MandateWheelInput::new(range, Lang::Sv);
    input.lanes = vec![BandLaneInput {
        bands: rolling(),
        ..BandLaneInput::default()
    }];
    let event = |entry| EventInput {
        entry,
        steps: Vec::new(),
        note: String::new(),
        outgoing: None,
    };
    input.events = vec![event(&decision), event(&other)];
    input.entries = vec![&decision, &other, &plan];
    input.selected = Some("decision");
    let wheel = MandateWheel::new(&input);
    use planning_wheel::wheel::Emphasis::{Chain, Dim, Selected};
    let marks: Vec<_> = wheel.marks.iter().map(|mark| mark.emphasis).collect();
    assert_eq!(marks, [Selected, Dim]);
    let of = |id: &str| {
        wheel
            .bands
            .iter()
            .find(|band| band.items[0].id == id)
            .map(|band| band.emphasis)
    };
    assert_eq!((of("plan/2029"), of("plan/2028")), (Some(Chain), Some(Dim)));
}

#[test]
fn hostile_texts_stay_texts() {
    let range = DateRange::years(2027, 2030).expect("years");
    for hostile in [
        "<script>alert(1)</script>",
        "\"onload=\"x",
        "a\u{0}b\u{202e}c",
        &"å".repeat(10_000),
    ] {
        let entry = sample::entry(hostile, EntryKind::Duty, hostile, day(2027, 3, 3), &[]);
        let mut input = MandateWheelInput::new(range, Lang::Sv);
        input.title = hostile.to_owned();
        let mut bands = rolling();
        bands[1].texts = vec![hostile.to_owned()];
        bands[1].items[0].label = hostile.to_owned();
        input.lanes = vec![BandLaneInput {
            bands,
            label: hostile.to_owned(),
            ..BandLaneInput::default()
        }];
        input.events = vec![EventInput {
            entry: &entry,
            steps: Vec::new(),
            note: hostile.to_owned(),
            outgoing: None,
        }];
        let file = mandate_svg(&MandateWheel::new(&input), &SvgStyle::light());
        assert_eq!(crate::file::check(&file), Ok(()));
        assert!(!file.contains("<script") && !file.contains('\u{202e}'));
    }
}
