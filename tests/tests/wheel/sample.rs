//! Years to lay out: a calm one as in the agreements, a crowded one, an empty one.

use chrono::NaiveDate;
use planning_wheel::calendar::{Entry, EntryKind, Link, Relation};
use planning_wheel::document::{PlanDocument, Text};
use planning_wheel::plan::BodyId;
use planning_wheel::time::{DateRange, Lang, add_days, date};
use planning_wheel::wheel::{Colour, LaneInput, LevelInput, MandateInput, WheelInput};
use std::sync::LazyLock;

/// The day of a year.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    date(year, month, day).expect("a day that exists")
}

/// The id of the body with a number below 14: ids come from a plan only.
pub(crate) fn body(number: u16) -> BodyId {
    static IDS: LazyLock<Vec<BodyId>> = LazyLock::new(|| {
        let mut document = PlanDocument::blank("many", "Många");
        let json = r#"{ "id": "level", "title": "Nivå" }"#;
        document.levels = vec![serde_json::from_str(json).expect("a level")];
        let body = |number: u16| {
            let json = format!(r#"{{ "id": "b{number}", "name": "B", "level": "level" }}"#);
            serde_json::from_str(&json).expect("a body")
        };
        document.bodies = (0..14).map(body).collect();
        let plan = planning_wheel_tests::checked(document);
        let id = |number: u16| plan.body_by_id(&format!("b{number}")).expect("a body");
        (0..14).map(id).collect()
    });
    IDS[usize::from(number)]
}

/// An entry of some bodies on a day.
pub(crate) fn entry(
    id: &str,
    kind: EntryKind,
    title: &str,
    on: NaiveDate,
    bodies: &[u16],
) -> Entry {
    let mut entry = Entry::on(id.to_owned(), kind, Text::from(title), on);
    entry.bodies = bodies.iter().map(|number| body(*number)).collect();
    entry
}

/// Adds a link.
pub(crate) fn linked(mut entry: Entry, relation: Relation, to: &str) -> Entry {
    entry.links.push(Link {
        relation,
        to: to.to_owned(),
    });
    entry
}

/// Four levels with the style's own colours.
pub(crate) fn levels() -> Vec<LevelInput> {
    let titles = ["Politisk", "Strategisk", "Taktisk", "Operativ"];
    let level = |(slot, title): (u8, &str)| LevelInput {
        title: title.to_owned(),
        colour: Colour::Slot(slot),
    };
    (0..).zip(titles).map(level).collect()
}

/// The lane of a body.
pub(crate) fn lane(number: u16, label: &str, level: u8) -> LaneInput {
    LaneInput {
        body: Some(body(number)),
        label: label.to_owned(),
        level: usize::from(level),
        colour: Colour::Slot(level),
    }
}

/// An input for a year with nothing in it.
pub(crate) fn blank(year: i32) -> WheelInput<'static> {
    let mut input = WheelInput::new(DateRange::year(year).expect("a year"), Lang::Sv);
    input.levels = levels();
    input
}

/// Name, level, days between last day and meeting, months and days of the meetings.
type Series = (&'static str, u8, i64, &'static [(u32, u32)]);

const CALM: [Series; 8] = [
    ("Ordförandeträff", 0, 14, &[(4, 22), (11, 18)]),
    (
        "NSO",
        1,
        7,
        &[
            (1, 21),
            (2, 18),
            (3, 18),
            (4, 15),
            (5, 20),
            (8, 19),
            (9, 23),
            (10, 21),
            (11, 11),
            (12, 9),
        ],
    ),
    (
        "Chefer LSS",
        2,
        7,
        &[(2, 4), (3, 11), (5, 27), (9, 9), (10, 7), (12, 2)],
    ),
    (
        "Äldreomsorg",
        2,
        7,
        &[(1, 28), (3, 4), (5, 13), (9, 2), (10, 14), (11, 25)],
    ),
    (
        "HSL · MAS · MAR",
        2,
        7,
        &[(2, 10), (4, 7), (6, 16), (9, 15), (10, 27), (12, 1)],
    ),
    (
        "IFO-chefer",
        2,
        7,
        &[(2, 9), (3, 23), (6, 8), (9, 14), (10, 5), (11, 30)],
    ),
    (
        "RSS stab",
        3,
        0,
        &[(1, 14), (3, 10), (6, 3), (8, 25), (10, 6), (12, 15)],
    ),
    ("Utvärdering tjänster", 3, 0, &[(9, 30)]),
];

/// A year of four networks under a strategic group and a meeting of chairs, with the yearly process
/// through September, October and November.
pub(crate) fn calm_entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    for (body, (name, _, before, days)) in (0_u16..).zip(CALM) {
        for (month, on) in days {
            let on = day(2027, *month, *on);
            let id = format!("{body}/{on}");
            entries.push(entry(&id, EntryKind::Meeting, name, on, &[body]));
            if before > 0 {
                let title = format!("{name}: dagordning ut");
                let due = add_days(on, -before);
                let deadline = entry(
                    &format!("{id}/due"),
                    EntryKind::Deadline,
                    &title,
                    due,
                    &[body],
                );
                entries.push(linked(deadline, Relation::For, &id));
            }
        }
    }
    entries.extend(process());
    entries
}

fn process() -> Vec<Entry> {
    let first = [
        (1, day(2027, 9, 23)),
        (2, day(2027, 9, 9)),
        (3, day(2027, 9, 2)),
        (4, day(2027, 9, 15)),
        (5, day(2027, 9, 14)),
    ];
    let october = day(2027, 10, 21);
    let november = day(2027, 11, 18);
    let mut proposal = entry(
        "proposal",
        EntryKind::Step,
        "Förslag till handlingsplan",
        october,
        &[1],
    );
    proposal = linked(proposal, Relation::At, "1/2027-10-21");
    let mut steps = Vec::new();
    for (body, on) in first {
        let id = format!("priorities/{body}");
        let step = entry(&id, EntryKind::Step, "Prioritering", on, &[body]);
        steps.push(linked(step, Relation::At, &format!("{body}/{on}")));
        proposal = linked(proposal, Relation::After, &id);
    }
    let decision = entry(
        "decision",
        EntryKind::Decision,
        "Handlingsplan 2028",
        november,
        &[0],
    );
    let decision = linked(decision, Relation::At, "0/2027-11-18");
    steps.push(linked(decision, Relation::After, "proposal"));
    steps.push(proposal);
    let mut anchoring = entry(
        "anchoring",
        EntryKind::Step,
        "Förankring",
        day(2027, 9, 2),
        &[0],
    );
    anchoring.end = november;
    steps.push(linked(anchoring, Relation::At, "none"));
    let mut plan = entry(
        "plan",
        EntryKind::Document,
        "Handlingsplan 2027",
        day(2027, 1, 1),
        &[1],
    );
    plan.end = day(2028, 1, 1);
    steps.push(plan);
    steps
}

/// The calm year, ready to lay out.
pub(crate) fn calm(entries: &[Entry]) -> WheelInput<'_> {
    let mut input = blank(2027);
    input.title = "Socialtjänst i samverkan".to_owned();
    input.today = date(2027, 9, 1);
    input.lanes = (0..)
        .zip(CALM)
        .map(|(body, (name, level, ..))| lane(body, name, level))
        .collect();
    input.entries = entries.iter().collect();
    input.breaks = breaks(2027);
    input.mandate = Some(MandateInput {
        first_year: 2027,
        last_year: 2030,
        year: 2027,
        cycle: Some((2027, 2028)),
    });
    input
}

/// School breaks of a year.
pub(crate) fn breaks(year: i32) -> Vec<(String, DateRange)> {
    let span = |name: &str, from: (u32, u32), to: (u32, u32)| {
        let days = DateRange {
            start: day(year, from.0, from.1),
            end: day(year, to.0, to.1),
        };
        (name.to_owned(), days)
    };
    vec![
        span("Sportlov", (2, 22), (3, 1)),
        span("Påsklov", (3, 29), (4, 5)),
        span("Sommarlov", (6, 12), (8, 17)),
        span("Höstlov", (11, 1), (11, 8)),
        span("Jullov", (12, 21), (12, 31)),
    ]
}

const CROWD: [(&str, u8); 14] = [
    ("Samverkansnämnd", 0),
    ("Regionchefsgrupp", 0),
    ("LSVO", 1),
    ("Beredningsgrupp", 1),
    ("SSÖ", 1),
    ("Barn och unga", 2),
    ("Vuxna", 2),
    ("Äldre", 2),
    ("Läkemedelsråd", 2),
    ("Avvikelser", 2),
    ("e-Hälsa", 3),
    ("Hjälpmedel", 3),
    ("Folkhälsa", 3),
    ("RSS", 3),
];

/// Every kind of thing, fourteen bodies, ten meetings each with one or two last days.
pub(crate) fn crowded_entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    let months = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11];
    for body in 0..14_u16 {
        let shift = i64::from(body * 5 % 23);
        for (number, month) in months.into_iter().enumerate() {
            let on = add_days(day(2028, month, 4), shift);
            let id = format!("{body}-{number}");
            entries.push(entry(
                &id,
                EntryKind::Meeting,
                CROWD[usize::from(body)].0,
                on,
                &[body],
            ));
            let last = |name: &str, before: i64| {
                let due = add_days(on, -before);
                let title = format!("{}: {name}", CROWD[usize::from(body)].0);
                linked(
                    entry(
                        &format!("{id}-{name}"),
                        EntryKind::Deadline,
                        &title,
                        due,
                        &[body],
                    ),
                    Relation::For,
                    &id,
                )
            };
            entries.push(last("dagordning", 7));
            if body % 3 == 2 {
                entries.push(last("ärendeanmälan", 12));
            }
        }
    }
    entries.extend(extras());
    entries
}

fn extras() -> Vec<Entry> {
    let on = |month, at| day(2028, month, at);
    let mut entries = vec![
        entry(
            "joint",
            EntryKind::Meeting,
            "Gemensamt möte",
            on(9, 28),
            &[4, 5, 6, 7],
        ),
        entry(
            "election",
            EntryKind::OfficeElection,
            "Val av ordförande",
            on(1, 31),
            &[2],
        ),
        entry(
            "duty",
            EntryKind::Duty,
            "Risk- och sårbarhetsanalys",
            on(10, 31),
            &[0],
        ),
        entry("risk", EntryKind::Activity, "Riskvecka", on(2, 14), &[12]),
        entry(
            "revision",
            EntryKind::Revision,
            "Översyn av avtalet",
            on(12, 1),
            &[0],
        ),
        entry(
            "follow",
            EntryKind::FollowUp,
            "Uppföljning av mål",
            on(12, 5),
            &[2],
        ),
        entry("report", EntryKind::Report, "Årsrapport", on(12, 12), &[3]),
        entry(
            "prep",
            EntryKind::Preparation,
            "Beredning",
            on(12, 12),
            &[2],
        ),
        linked(
            entry("two", EntryKind::Report, "Rapport barn", on(11, 10), &[2]),
            Relation::At,
            "2-9",
        ),
        linked(
            entry(
                "three",
                EntryKind::OfficeElection,
                "Val av sekreterare",
                on(11, 10),
                &[2],
            ),
            Relation::At,
            "2-9",
        ),
        entry("four", EntryKind::Deadline, "Underlag A", on(7, 3), &[5]),
        entry("five", EntryKind::Deadline, "Underlag B", on(7, 3), &[5]),
        entry(
            "general",
            EntryKind::Election,
            "Allmänna val",
            on(9, 10),
            &[],
        ),
        entry(
            "term",
            EntryKind::TermStart,
            "Ny mandatperiod",
            on(10, 15),
            &[],
        ),
    ];
    for (number, kind) in (0_u16..).zip([
        EntryKind::Office,
        EntryKind::Goal,
        EntryKind::Assignment,
        EntryKind::Post,
    ]) {
        let mut period = entry(
            &format!("p{number}"),
            kind,
            "Period",
            on(2 + u32::from(number) * 2, 1),
            &[number + 4],
        );
        period.end = add_days(period.start, 90 + 40 * i64::from(number));
        entries.push(period);
    }
    entries
}

/// The crowded year, ready to lay out.
pub(crate) fn crowded(entries: &[Entry]) -> WheelInput<'_> {
    let mut input = blank(2028);
    input.title = "Samverkan i länet".to_owned();
    input.today = date(2028, 5, 3);
    input.lanes = (0..)
        .zip(CROWD)
        .map(|(body, (name, level))| lane(body, name, level))
        .collect();
    input.lanes.push(LaneInput {
        body: None,
        label: "Val och lagkrav".to_owned(),
        level: 4,
        colour: Colour::Neutral,
    });
    input.entries = entries.iter().collect();
    input.breaks = breaks(2028);
    input.mandate = Some(MandateInput {
        first_year: 2027,
        last_year: 2030,
        year: 2028,
        cycle: Some((2027, 2028)),
    });
    input
}
