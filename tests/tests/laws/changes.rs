//! The changes that [`super::variation`] makes, field by field.

use super::variation::Change;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

type Values = BoxedStrategy<Value>;

pub(crate) fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        12 => of("meetings/*", meeting()),
        6 => of("meetings/*/days/spread", spread()),
        2 => of("", top()),
        2 => of("bodies/*", body()),
        2 => of("documents/*", vec![("coverage", coverage()), ("under", text("@documents"))]),
        3 => of("documents/*/steps/*", step()),
        1 => of("processes/*/steps/*", step()),
        2 => of("offices/*", office()),
        1 => of("reports/*", vec![("every_years", years()), ("from_year", year()), ("due", due())]),
        2 => of("assignments/*", assignment()),
        1 => of("activities/*", vec![("rule", rule()), ("days", (0..400_u16).prop_map(Value::from).boxed())]),
        1 => any::<usize>().prop_map(|pick| Change::Remove { list: "meetings", pick }),
        2 => added(),
    ]
}

/// A field of the place at `path`, with one of its values.
fn of(path: &'static str, fields: Vec<(&'static str, Values)>) -> BoxedStrategy<Change> {
    let one = |(field, values): (&'static str, Values)| {
        (any::<usize>(), values)
            .prop_map(move |(pick, value)| Change::Set {
                path,
                pick,
                field,
                value,
            })
            .boxed()
    };
    prop::strategy::Union::new(fields.into_iter().map(one)).boxed()
}

/// A series like another, of one body or of two that meet together.
fn added() -> impl Strategy<Value = Change> {
    (any::<usize>(), 0..20_usize, 0..20_usize, any::<bool>()).prop_map(
        |(pick, one, other, joint)| {
            let mut bodies = vec![json!(format!("@bodies {one}"))];
            bodies.extend(joint.then(|| json!(format!("@bodies {other}"))));
            let fields = json!({ "bodies": bodies, "joint": joint, "edits": [] });
            Change::Copy {
                list: "meetings",
                pick,
                fields: fields.as_object().cloned().unwrap_or_default(),
            }
        },
    )
}

fn meeting() -> Vec<(&'static str, Values)> {
    let numbers = (0..13_u8, 0..6_u8, 0..4_u8, prop::bool::weighted(0.1));
    let per = select(vec!["year", "year", "year", "term", "mandate_period"]);
    let count = (per, numbers).prop_map(|(per, (min, more, target, many))| {
        let factor = if many { 8 } else { 1 };
        let (min, more) = (min * factor, more * factor);
        json!({ "per": per, "min": min, "max": min + more, "target": min + target.min(more), "on_demand": many })
    });
    let days = prop_oneof![
        rule()
            .prop_flat_map(|rule| (Just(rule), collision()))
            .prop_map(
                |(rule, collision)| json!({ "pattern": { "rule": rule, "collision": collision } })
            ),
        prop::collection::btree_set(day(), 0..6).prop_map(|days| json!({ "fixed": days })),
        prop::collection::vec(window(), 0..4)
            .prop_map(|windows| json!({ "spread": { "windows": windows } })),
    ];
    vec![
        ("count", count.boxed()),
        ("days", days.boxed()),
        (
            "time",
            (7..20_u8)
                .prop_map(|hour| json!(format!("{hour:02}:30")))
                .boxed(),
        ),
        ("minutes", (10..900_u16).prop_map(Value::from).boxed()),
        ("length_days", (0..4_u8).prop_map(Value::from).boxed()),
        ("from_year", year()),
        ("until_year", year()),
        ("continues", text("@meetings")),
        (
            "edits",
            prop::collection::vec(edit(), 0..4)
                .prop_map(Value::from)
                .boxed(),
        ),
        ("deadlines", deadlines()),
        (
            "preparation",
            text("@bodies")
                .prop_map(|body| json!({ "body": body }))
                .boxed(),
        ),
    ]
}

fn collision() -> impl Strategy<Value = &'static str> {
    select(vec!["report", "earlier", "later", "week_later", "skip"])
}

fn spread() -> Vec<(&'static str, Values)> {
    let some = |most| {
        subsequence(WEEKDAYS.to_vec(), 0..=most)
            .prop_map(Value::from)
            .boxed()
    };
    vec![
        ("weekdays", some(7)),
        (
            "prefer",
            select(WEEKDAYS.to_vec()).prop_map(Value::from).boxed(),
        ),
        (
            "windows",
            prop::collection::vec(window(), 0..5)
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "avoid_months",
            subsequence((1..=12_u8).collect::<Vec<_>>(), 0..8)
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "avoid_weeks",
            subsequence((1..=53_u8).collect::<Vec<_>>(), 0..30)
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "min_gap_days",
            select(vec![0, 1, 7, 21, 60, 200])
                .prop_map(Value::from)
                .boxed(),
        ),
    ]
}

fn window() -> impl Strategy<Value = Value> {
    let months = subsequence((1..=12_u8).collect::<Vec<_>>(), 1..4);
    let years = subsequence(vec![1_u8, 2, 3, 4], 0..3);
    prop_oneof![
        4 => (months.clone(), years).prop_map(|(months, years)| json!({ "months": months, "mandate_years": years })),
        2 => (month_day(), month_day()).prop_map(|(one, other)| {
            json!({ "from": one.clone().min(other.clone()), "to": one.max(other) })
        }),
        2 => (0..20_usize, 0..40_u16, 0..60_u16).prop_map(|(other, min, more)| {
            json!({ "before_each": { "series": format!("@meetings {other}"), "min_days": min, "max_days": min + more } })
        }),
        1 => (0..20_usize, 380..900_u16).prop_map(|(other, min)| {
            json!({ "before_each": { "series": format!("@meetings {other}"), "min_days": min, "max_days": min + 30 } })
        }),
        2 => (months, 0..20_usize, 0..30_u16).prop_map(|(months, other, days)| {
            json!({ "months": months, "after": { "series": format!("@meetings {other}"), "min_days": days } })
        }),
    ]
}

fn edit() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        4 => (2026..2032_i32).prop_map(|year| year.to_string()),
        1 => Just("2027-2030".to_owned()),
        1 => (2026..2030_i32).prop_map(|year| format!("{year}-spring")),
    ];
    let name = prop_oneof![3 => (1..6_u8).prop_map(|number| number.to_string()), 1 => Just("extra".to_owned())];
    let kind = select(vec!["move", "cancel", "add", "lock"]);
    (kind, key, name, day(), day()).prop_map(|(kind, key, name, one, other)| {
        let occurrence = format!("{key}/{name}");
        let fields = match kind {
            "move" => json!({ "occurrence": occurrence, "from": one, "to": other, "reason": "r" }),
            "cancel" => json!({ "occurrence": occurrence, "reason": "r" }),
            "add" => json!({ "occurrence": occurrence, "date": one, "reason": "r" }),
            _ => json!({ "occurrence": occurrence, "date": one }),
        };
        json!({ kind: fields })
    })
}

fn deadlines() -> Values {
    let offset = prop_oneof![
        (-700..300_i16).prop_map(|days| json!({ "days": days })),
        (-60..20_i8).prop_map(|weeks| json!({ "weeks": weeks })),
        (-300..60_i16).prop_map(|days| json!({ "working_days": days })),
        (0..9_u8).prop_map(|weeks| json!({ "end_of_week_before": weeks })),
    ];
    let one = (
        offset,
        select(vec!["as_is", "earlier", "later", "statutory"]),
        0..8_usize,
    );
    prop::collection::vec(one, 1..4)
        .prop_map(|all| {
            let list = all.into_iter().enumerate().map(|(at, (offset, roll, of))| {
                let mut deadline =
                    json!({ "id": format!("d{at}"), "title": "D", "offset": offset, "roll": roll });
                if of < at {
                    deadline["of"] = json!(format!("d{of}"));
                }
                deadline
            });
            list.collect()
        })
        .boxed()
}

fn top() -> Vec<(&'static str, Values)> {
    let a_break = (rule(), 1..60_u16, select(vec!["show", "avoid", "closed"])).prop_map(|(rule, days, treatment)| {
        json!({ "breaks": [{ "id": "lov", "title": "Lov", "from": rule, "days": days, "treatment": treatment }] })
    });
    let published = (
        2026..2031_i32,
        prop::collection::btree_map(1..6_u8, day(), 0..5),
        0..9_usize,
    );
    let published = published.prop_map(|(year, days, _)| {
        let days: Vec<Value> = days
            .into_iter()
            .map(|(number, day)| json!({ "id": format!("sso-moten/{year}/{number}"), "date": day }))
            .collect();
        json!([{ "year": year, "days": days }])
    });
    let mandate = json!({
        "elections": [{ "from_year": 1970, "every_years": 5, "month": 5, "nth": 2, "weekday": "sunday" }],
        "council_starts": "06-15", "board_starts": "01-01",
    });
    vec![
        (
            "first_year",
            select(vec![1970, 1971, 1996, 2020, 2027, 2028, 2031, 2096, 2100])
                .prop_map(Value::from)
                .boxed(),
        ),
        (
            "last_year",
            select(vec![2027, 2029, 2033, 2100])
                .prop_map(Value::from)
                .boxed(),
        ),
        ("calendar", a_break.boxed()),
        ("published", published.boxed()),
        ("mandate", Just(mandate).boxed()),
    ]
}

fn body() -> Vec<(&'static str, Values)> {
    let shares = prop::collection::vec(text("@bodies"), 0..4).prop_map(Value::from);
    vec![
        ("shares_seats_with", shares.boxed()),
        ("from", day().prop_map(Value::from).boxed()),
        ("until", day().prop_map(Value::from).boxed()),
    ]
}

fn coverage() -> Values {
    prop_oneof![
        (1..5_u8, any::<bool>()).prop_map(|(years, council)| {
            json!({ "mandate_cycle": { "years": years, "term": if council { "council" } else { "calendar" } } })
        }),
        Just(json!("calendar_year")),
        (1..6_u8).prop_map(|years| json!({ "rolling": { "years": years } })),
        (1..6_u8, 2015..2035_i32).prop_map(|(years, from)| json!({ "every_years": { "years": years, "from": from } })),
        (day(), 0..3_u8).prop_map(|(from, _)| json!({ "period": { "from": from } })),
    ]
    .boxed()
}

fn step() -> Vec<(&'static str, Values)> {
    let at = prop_oneof![
        slot().prop_map(|slot| json!({ "meeting": slot })),
        rule().prop_map(|rule| json!({ "date": rule }))
    ];
    vec![
        ("year_offset", (-5..4_i8).prop_map(Value::from).boxed()),
        ("at", at.boxed()),
    ]
}

fn slot() -> Values {
    let months = subsequence((1..=12_u8).collect::<Vec<_>>(), 0..4);
    (months, select(vec!["first", "last", "every"]))
        .prop_map(|(months, which)| json!({ "months": months, "which": which }))
        .boxed()
}

fn due() -> Values {
    prop_oneof![
        slot().prop_map(|slot| json!({ "meeting": slot })),
        slot().prop_map(|slot| json!({ "in_turn": slot })),
        rule().prop_map(|rule| json!({ "date": rule })),
    ]
    .boxed()
}

fn office() -> Vec<(&'static str, Values)> {
    let term = prop_oneof![
        (1..7_u8).prop_map(|years| json!({ "years": years })),
        select(vec!["council", "calendar"]).prop_map(|kind| json!({ "mandate": kind })),
    ];
    let elected = prop_oneof![
        Just(json!("last_meeting_before")),
        (month_day(), -6..6_i8).prop_map(
            |(day, offset)| json!({ "no_later_than": { "day": day, "year_offset": offset } })
        ),
    ];
    vec![
        ("term", term.boxed()),
        ("elected", elected.boxed()),
        ("from_year", year()),
    ]
}

fn assignment() -> Vec<(&'static str, Values)> {
    let rhythm = prop_oneof![
        Just(json!("every_meeting")),
        Just(json!("at_end")),
        (1..40_u8).prop_map(|months| json!({ "every_months": months })),
    ];
    vec![
        ("reports", rhythm.boxed()),
        ("start", day().prop_map(Value::from).boxed()),
        ("end", day().prop_map(Value::from).boxed()),
    ]
}

/// A date rule of every kind.
fn rule() -> Values {
    let weekday = || select(WEEKDAYS.to_vec());
    let months = || subsequence((1..=12_u8).collect::<Vec<_>>(), 0..4);
    let on = prop_oneof![
        day().prop_map(|day| json!({ "date": day })),
        month_day().prop_map(|day| json!({ "day": day })),
        (select(vec![-2, -1, 1, 2, 5]), weekday(), months())
            .prop_map(|(nth, weekday, months)| json!({ "nth_weekday": { "nth": nth, "weekday": weekday, "months": months } })),
        (select(vec![-1, 1, 3]), months()).prop_map(|(nth, months)| json!({ "working_day": { "nth": nth, "months": months } })),
        months().prop_map(|months| json!({ "month_end": { "months": months } })),
        (select(vec![1, 8, 52, 53]), weekday(), select(vec!["skip", "week52", "week1_next"]))
            .prop_map(|(week, weekday, instead)| json!({ "week": { "week": week, "weekday": weekday, "without_53": instead } })),
        (1..9_u8, weekday(), day()).prop_map(|(weeks, weekday, start)| {
            json!({ "every_nth_week": { "weeks": weeks, "weekday": weekday, "start": start } })
        }),
        (1..5_u8, month_day()).prop_map(|(year, day)| json!({ "mandate_day": { "mandate_year": year, "day": day } })),
        (-14..20_i32).prop_map(|months| json!({ "after_election": { "months": months } })),
        (month_day(), -90..90_i32, -30..30_i32).prop_map(|(day, days, work)| {
            json!({ "offset": { "from": { "on": { "day": day } }, "days": days, "working_days": work } })
        }),
    ];
    (on, select(vec!["as_is", "earlier", "later", "statutory"]))
        .prop_map(|(on, roll)| json!({ "on": on, "roll": roll }))
        .boxed()
}

/// A day from 2024 to 2033, the leap days among them.
fn day() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        1 => Just("2028-02-29".to_owned()),
        9 => (2024..2034_i32, 1..=12_u8, 1..=28_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
}

fn month_day() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        1 => Just("02-29".to_owned()),
        1 => Just("12-31".to_owned()),
        8 => (1..=12_u8, 1..=28_u8).prop_map(|(month, day)| format!("{month:02}-{day:02}")),
    ]
}

fn year() -> Values {
    (2024..2034_i32).prop_map(Value::from).boxed()
}

fn years() -> Values {
    (1..6_u8).prop_map(Value::from).boxed()
}

/// The id of an element of a list.
fn text(list: &'static str) -> Values {
    (0..20_usize)
        .prop_map(move |number| json!(format!("{list} {number}")))
        .boxed()
}
