//! What our own files say, read back: the same entries.

use super::year;
use planning_wheel::calendar::{Entry, EntryStatus};
use planning_wheel::compute::compute;
use planning_wheel::export::{CsvStyle, IcsStyle, Separator, csv, ics};
use planning_wheel::import::{Item, Table, read, read_ics, read_table};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Lang};
use planning_wheel_tests::{AGREEMENTS, document_of, plan};
use proptest::prelude::*;
use proptest::sample::select;

/// What both files tell of an entry.
#[derive(Debug, PartialEq)]
struct Told {
    id: String,
    kind: Option<&'static str>,
    title: String,
    days: DateRange,
    time: Option<String>,
    minutes: Option<u16>,
    bodies: Vec<String>,
    status: &'static str,
    place: Option<String>,
}

impl Told {
    fn item(item: &Item) -> Self {
        Self {
            id: item.id.clone().unwrap(),
            kind: item.kind.map(|kind| kind.id()),
            title: item.title.clone(),
            days: item.range(),
            time: item.time.map(|time| time.to_string()),
            minutes: item.minutes,
            bodies: item.groups.clone(),
            status: item.status.id(),
            place: item.location.clone(),
        }
    }

    fn entry(entry: &Entry, plan: &Plan, lang: Lang) -> Self {
        Self {
            id: entry.id.clone(),
            kind: Some(entry.kind.id()),
            title: entry.title.get(lang).trim().to_owned(),
            days: entry.range(),
            time: entry.time.map(|time| time.to_string()),
            minutes: entry.minutes.filter(|_| entry.time.is_some()),
            bodies: entry
                .bodies
                .iter()
                .map(|id| plan.body(*id).id().clone())
                .collect(),
            status: entry.status.id(),
            place: entry
                .place
                .as_ref()
                .map(|place| place.get(lang).trim().to_owned()),
        }
    }
}

fn sorted(mut all: Vec<Told>) -> Vec<Told> {
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

fn entries(plan: &Plan, range: DateRange) -> Vec<Entry> {
    compute(plan, range).calendar().entries().to_vec()
}

/// What cannot be told in a table: a length without a time still stands there.
fn told_by_csv(entry: &Entry, plan: &Plan, lang: Lang) -> Told {
    Told {
        minutes: entry.minutes,
        ..Told::entry(entry, plan, lang)
    }
}

/// A calendar file calls both that which is not decided and that which must be checked tentative.
fn told_by_ics(entry: &Entry, plan: &Plan, lang: Lang) -> Told {
    let mut told = Told::entry(entry, plan, lang);
    if entry.status == EntryStatus::Check {
        told.status = EntryStatus::Undecided.id();
    }
    told
}

fn same_in_csv(plan: &Plan, range: DateRange, style: &CsvStyle) {
    let own = entries(plan, range);
    let found = read_table(&csv(plan, &own, style), None, range);
    assert_eq!(found.unread, [], "{style:?}");
    let told: Vec<Told> = found.items.iter().map(Told::item).collect();
    let wanted: Vec<Told> = own
        .iter()
        .map(|entry| told_by_csv(entry, plan, style.lang))
        .collect();
    assert_eq!(told, wanted, "{style:?}");
    for (item, entry) in found.items.iter().zip(&own) {
        let said = |text: &Option<planning_wheel::document::Text>| {
            text.as_ref()
                .map(|text| text.get(style.lang).trim().to_owned())
        };
        assert_eq!(item.responsible, said(&entry.responsible));
        assert_eq!(item.note, said(&entry.note));
    }
}

fn same_in_ics(plan: &Plan, range: DateRange, lang: Lang) {
    let own = entries(plan, range);
    let style = IcsStyle {
        lang,
        ..IcsStyle::default()
    };
    let found = read_ics(&ics(plan, &own, &style), range, &plan.document().time_zone);
    assert_eq!((found.unread.as_slice(), found.outside), (&[][..], 0));
    let told = sorted(found.items.iter().map(Told::item).collect());
    let wanted = own.iter().map(|entry| told_by_ics(entry, plan, lang));
    assert_eq!(told, sorted(wanted.collect()));
}

const SEPARATORS: [Separator; 3] = [Separator::Semicolon, Separator::Comma, Separator::Tab];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    /// Any of the four plans, any years, both languages, any separator.
    #[test]
    fn our_files_read_back_give_the_same_entries(
        name in select(&AGREEMENTS[..]),
        first in 2024..2060_i32,
        years in 0..4_i32,
        lang in select(&[Lang::Sv, Lang::En][..]),
        separator in select(&SEPARATORS[..]),
    ) {
        let plan = plan(name);
        let range = DateRange::years(first, first + years).unwrap();
        same_in_csv(&plan, range, &CsvStyle { lang, separator });
        same_in_ics(&plan, range, lang);
    }
}

#[test]
fn texts_that_spreadsheets_would_compute_come_back_as_they_were() {
    let mut document = document_of("sskl-kalmar");
    for (at, title) in [
        "=1+1",
        "'=1",
        "''-x",
        "'vanligt'",
        "a;b,\"c\"\td",
        "rad 1\nrad 2",
        "@x",
    ]
    .iter()
    .enumerate()
    {
        document.meetings[at].title = Some((*title).into());
        document.meetings[at].place = Some((*title).into());
    }
    let plan = planning_wheel_tests::checked(document);
    for separator in SEPARATORS {
        same_in_csv(
            &plan,
            year(2027),
            &CsvStyle {
                lang: Lang::Sv,
                separator,
            },
        );
    }
}

#[test]
fn a_days_own_changes_come_back() {
    let mut document = document_of("sskl-kalmar");
    let series = &mut document.meetings[0];
    let edits = serde_json::json!([
        { "cancel": { "occurrence": "2027/1", "reason": "x" } },
        { "lock": { "occurrence": "2027/2", "date": "2027-04-08" } }
    ]);
    series.edits = serde_json::from_value(edits).unwrap();
    series.length_days = Some(2);
    series.time = Some("12:00".parse().unwrap());
    series.minutes = Some(60);
    let plan = planning_wheel_tests::checked(document);
    let own = entries(&plan, year(2027));
    for status in [EntryStatus::Cancelled, EntryStatus::Fixed] {
        assert!(own.iter().any(|entry| entry.status == status), "{status:?}");
    }
    for lang in [Lang::Sv, Lang::En] {
        same_in_ics(&plan, year(2027), lang);
    }
    same_in_csv(&plan, year(2027), &CsvStyle::default());
}

#[test]
fn our_columns_are_all_known_or_told() {
    let plan = plan("sso-ostergotland");
    let table = csv(&plan, &entries(&plan, year(2027)), &CsvStyle::default());
    let table = Table::read(&table);
    let columns = planning_wheel::import::Columns::guess(&table);
    let unused: Vec<String> = columns
        .unused(&table)
        .into_iter()
        .map(|at| table.name(at))
        .collect();
    // What is computed from the plan, said again in words, or told by another column.
    let known = [
        "end",
        "level",
        "principals",
        "agreement",
        "section",
        "reasons",
        "moved_from",
        "holder",
        "weekday",
        "week",
        "kind_name",
        "body_names",
        "level_name",
    ];
    assert!(
        unused.iter().all(|name| known.contains(&name.as_str())),
        "{unused:?}"
    );
    assert!(
        read(
            csv(&plan, &[], &CsvStyle::default()).as_bytes(),
            year(2027),
            "Europe/Stockholm"
        )
        .items
        .is_empty()
    );
}
