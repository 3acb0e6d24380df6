//! What the tests share: the shipped plans, the catalogue and the oracles.

pub mod agreements;
pub mod documents;
pub mod timing;

use planning_wheel::calendar::{Calendar, Entry, EntryKind, Relation};
use planning_wheel::compute::{Outcome, compute};
use planning_wheel::document::{self, Catalogue, DayFinding, MeetingSeries, PlanDocument, Spread};
use planning_wheel::findings::{Finding, findings};
use planning_wheel::plan::{Plan, SeriesId};
use planning_wheel::time::{DateRange, Lang, date, parse};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Names of the four agreements' plan files, without ending.
pub const AGREEMENTS: [&str; 4] = [
    "sskl-kalmar",
    "sso-ostergotland",
    "samverkan-blekinge",
    "social-reko-vasternorrland",
];

/// Path of a file of the project, from its root.
#[must_use]
pub fn project_file(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path)
}

/// Bytes of a file of the project.
///
/// # Panics
/// When the file is not there: a test without its data must fail.
#[must_use]
pub fn project_bytes(path: &str) -> Vec<u8> {
    std::fs::read(project_file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The statutory catalogue as shipped.
///
/// # Panics
/// When it does not parse.
#[must_use]
pub fn catalogue() -> Catalogue {
    match document::parse_catalogue(&project_bytes("plans/statutory.json")) {
        Ok(parsed) => parsed.document,
        Err(problems) => panic!("plans/statutory.json:\n{problems}"),
    }
}

/// A shipped plan document.
///
/// # Panics
/// When it does not parse.
#[must_use]
pub fn document_of(name: &str) -> PlanDocument {
    let path = format!("plans/{name}.json");
    match document::parse(&project_bytes(&path)) {
        Ok(parsed) => parsed.document,
        Err(problems) => panic!("{path}:\n{problems}"),
    }
}

/// A shipped plan, checked.
///
/// # Panics
/// When it has problems.
#[must_use]
pub fn plan(name: &str) -> Plan {
    checked(document_of(name))
}

/// A document, checked against the shipped catalogue.
///
/// # Panics
/// When it has problems.
#[must_use]
pub fn checked(document: PlanDocument) -> Plan {
    Plan::check(document, &catalogue()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What a plan gives for a year.
///
/// # Panics
/// When the year lies outside 1970–2100.
#[must_use]
pub fn year(plan: &Plan, year: i32) -> Outcome {
    compute(
        plan,
        DateRange::year(year).unwrap_or_else(|| panic!("{year}")),
    )
}

/// What a plan gives for several years.
///
/// # Panics
/// When the years lie outside 1970–2100.
#[must_use]
pub fn years(plan: &Plan, first: i32, last: i32) -> Outcome {
    compute(
        plan,
        DateRange::years(first, last).unwrap_or_else(|| panic!("{first}–{last}")),
    )
}

/// A day written as `2027-11-18`.
///
/// # Panics
/// When there is no such day.
#[must_use]
pub fn day(text: &str) -> chrono::NaiveDate {
    parse(text).unwrap_or_else(|_| panic!("{text}"))
}

/// The entry with an id.
///
/// # Panics
/// When there is none; the message lists the ids that begin alike.
#[must_use]
pub fn entry<'a>(calendar: &'a Calendar, id: &str) -> &'a Entry {
    calendar.get(id).unwrap_or_else(|| {
        let stem = id.split('/').next().unwrap_or(id);
        let near: Vec<&str> = calendar
            .entries()
            .iter()
            .map(|entry| entry.id.as_str())
            .filter(|other| other.starts_with(stem))
            .collect();
        panic!("no entry {id}; there are {near:?}")
    })
}

/// Days of a body's entries of one kind.
///
/// # Panics
/// When the plan has no such body.
#[must_use]
pub fn days_of(
    plan: &Plan,
    calendar: &Calendar,
    body: &str,
    kind: EntryKind,
) -> Vec<chrono::NaiveDate> {
    let body = plan
        .body_by_id(body)
        .unwrap_or_else(|| panic!("no body {body}"));
    calendar
        .of_kind(kind)
        .filter(|entry| entry.bodies.contains(&body))
        .map(|entry| entry.start)
        .collect()
}

/// One line per entry: for looking at a calendar and for snapshots.
#[must_use]
pub fn lines(plan: &Plan, calendar: &Calendar, lang: Lang) -> String {
    let mut text = String::new();
    for entry in calendar.entries() {
        let bodies: Vec<&str> = entry
            .bodies
            .iter()
            .map(|body| plan.body(*body).id().as_str())
            .collect();
        text.push_str(&format!(
            "{} {:<15} {:<46} {} [{}]\n",
            lang.short_date(entry.start),
            entry.kind.id(),
            entry.id,
            entry.title.get(lang),
            bodies.join(" ")
        ));
    }
    text
}

/// The first of January of a year.
///
/// # Panics
/// When the year lies outside chrono's calendar.
#[must_use]
pub fn new_year(year: i32) -> chrono::NaiveDate {
    date(year, 1, 1).unwrap_or_else(|| panic!("{year}"))
}

/// Ids of the bodies that an entry concerns, in its order.
#[must_use]
pub fn body_ids<'a>(plan: &'a Plan, entry: &Entry) -> Vec<&'a str> {
    entry
        .bodies
        .iter()
        .map(|body| plan.body(*body).id().as_str())
        .collect()
}

/// The meeting that an entry takes place at.
///
/// # Panics
/// When it names none, or one that is no meeting of `body` on the entry's first day.
pub fn meeting_at<'a>(plan: &Plan, calendar: &'a Calendar, entry: &Entry, body: &str) -> &'a Entry {
    let id = entry
        .related(Relation::At)
        .unwrap_or_else(|| panic!("{} should take place at a meeting of {body}", entry.id));
    let meeting = self::entry(calendar, id);
    assert_eq!(
        meeting.kind,
        EntryKind::Meeting,
        "{} should take place at a meeting, not at {id}",
        entry.id
    );
    assert!(
        body_ids(plan, meeting).contains(&body),
        "{} should take place at a meeting of {body}, not at {id}",
        entry.id
    );
    assert_eq!(
        meeting.start, entry.start,
        "{} should fall on the day of {id}",
        entry.id
    );
    meeting
}

/// Compares a text with a file of `tests/data`; with `UPDATE=1` in the environment, writes it there.
///
/// # Panics
/// When they differ, or the file cannot be read or written.
pub fn assert_pinned(file: &str, text: &str) {
    let path = project_file("tests/data").join(file);
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        let folder = path.parent().unwrap_or(&path);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, text))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    let pinned = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{}: {error}; UPDATE=1 writes it", path.display());
    });
    let pinned = pinned.replace("\r\n", "\n");
    for (number, (was, is)) in pinned.lines().zip(text.lines()).enumerate() {
        assert_eq!(was, is, "tests/data/{file}, line {}", number + 1);
    }
    assert_eq!(
        pinned.lines().count(),
        text.lines().count(),
        "tests/data/{file}: another number of lines"
    );
}

/// The meeting series with an id.
///
/// # Panics
/// When the plan has none.
#[must_use]
pub fn series_id(plan: &Plan, id: &str) -> SeriesId {
    let mut all = plan.placement_order().iter().copied();
    all.find(|series| plan.series()[series.index()].id() == id)
        .unwrap_or_else(|| panic!("no series {id}"))
}

/// The meetings that a body takes part in, by day.
///
/// # Panics
/// When the plan has no such body.
#[must_use]
pub fn meetings_of<'a>(plan: &Plan, calendar: &'a Calendar, body: &str) -> Vec<&'a Entry> {
    let body = plan
        .body_by_id(body)
        .unwrap_or_else(|| panic!("no body {body}"));
    calendar
        .of_kind(EntryKind::Meeting)
        .filter(|entry| entry.bodies.contains(&body))
        .collect()
}

/// A meeting series of a document, to be broken.
///
/// # Panics
/// When the document has none with this id.
#[must_use]
pub fn series_mut<'a>(document: &'a mut PlanDocument, id: &str) -> &'a mut MeetingSeries {
    let mut all = document.meetings.iter_mut();
    all.find(|series| series.id == id)
        .unwrap_or_else(|| panic!("no series {id}"))
}

/// The rules of a series whose days are spread, to be broken.
///
/// # Panics
/// When the document has no such series.
#[must_use]
pub fn spread_mut<'a>(document: &'a mut PlanDocument, id: &str) -> &'a mut Spread {
    match &mut series_mut(document, id).days {
        DayFinding::Spread(spread) => spread,
        other => panic!("{id} is not spread but {other:?}"),
    }
}

/// True from Monday to Friday, public holidays and equated eves left out, by the fact table 1990–2060.
#[must_use]
pub fn is_workday(day: chrono::NaiveDate) -> bool {
    static OFF: OnceLock<BTreeSet<chrono::NaiveDate>> = OnceLock::new();
    let off = OFF.get_or_init(|| {
        let table = include_str!("../data/se_holidays_oracle.csv");
        let rows = table
            .lines()
            .skip(1)
            .filter_map(|row| row.split(',').next());
        rows.map(self::day).collect()
    });
    chrono::Datelike::weekday(&day).num_days_from_monday() < 5 && !off.contains(&day)
}

/// Findings of one kind, by its name in data.
#[must_use]
pub fn findings_of(plan: &Plan, outcome: &Outcome, kind: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = findings(plan, outcome).iter().cloned().collect();
    found.retain(|finding| finding.kind.id() == kind);
    found
}
