//! A fifth agreement that none of the four resembles: `tests/data/fifth/plan.json`.
//!
//! A network across the border between Finland and Sweden: its own election rule, terms and levels,
//! three principals of three kinds, a year that starts in August. Nothing of it is known to the
//! program; `expect.txt` holds what must come out, with the rule above each group of days.

use crate::cases::{line, restricted};
use planning_wheel::compute::Outcome;
use planning_wheel::document::{parse, write};
use planning_wheel::findings::{Severity, findings};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang};
use planning_wheel_tests::{checked, day, entry, project_bytes, years};

fn plan() -> Plan {
    let bytes = project_bytes("tests/data/fifth/plan.json");
    match parse(&bytes) {
        Ok(parsed) => checked(parsed.document),
        Err(problems) => panic!("{problems}"),
    }
}

fn outcome() -> (Plan, Outcome) {
    let plan = plan();
    let outcome = years(&plan, 2026, 2034);
    (plan, outcome)
}

#[test]
fn every_rule_gives_its_days() {
    let (_, outcome) = outcome();
    let expected = String::from_utf8(project_bytes("tests/data/fifth/expect.txt")).expect("text");
    let different: Vec<String> = expected
        .lines()
        .filter(|expected| !expected.is_empty() && !expected.starts_with('#'))
        .filter_map(|expected| {
            let found = line(&outcome, expected.split(' ').next()?);
            (found != expected).then(|| format!("{found} instead of {expected}"))
        })
        .collect();
    assert!(different.is_empty(), "\n{}", different.join("\n"));
}

#[test]
fn the_chair_goes_round_three_principals_and_the_secretary_stays() {
    let (_, outcome) = outcome();
    let holder = |id: &str| {
        let entry = entry(outcome.calendar(), id);
        let holder = entry.holder.as_ref().unwrap_or_else(|| panic!("{id}"));
        holder.get(Lang::En).to_owned()
    };
    let (wellbeing, gransby, norrland) = (
        "Wellbeing county of Lapland",
        "Gränsby kommun",
        "Region Gränsland",
    );
    let turns = [gransby, norrland, wellbeing];
    for year in 2026..=2034_usize {
        let turn = turns[(year - 2026) % 3];
        assert_eq!(holder(&format!("chair/{year}")), turn, "{year}");
    }
    assert_eq!(holder("secretary-council/2026-"), "The desk in Gränsby");
    // A whole term each, by the election rule of the plan itself.
    assert_eq!(holder("delegate/2025-2029"), norrland);
    assert_eq!(holder("delegate/2029-2033"), wellbeing);
    assert_eq!(holder("delegate/2033-2037"), gransby);
}

#[test]
fn nothing_is_wrong_with_it() {
    let (plan, outcome) = outcome();
    let found: Vec<String> = findings(&plan, &outcome)
        .iter()
        .filter(|finding| finding.severity != Severity::Info)
        .map(|finding| text::finding(finding, &plan, Lang::En))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn its_wheel_starts_in_august() {
    let range = plan().year_range(2027).expect("a year");
    assert_eq!(
        (range.start, range.end),
        (day("2027-08-01"), day("2028-08-01"))
    );
}

#[test]
fn it_speaks_both_languages() {
    let (_, outcome) = outcome();
    let meeting = entry(outcome.calendar(), "council-meetings/2028/2");
    assert_eq!(meeting.title.get(Lang::Sv), "Gränsrådet");
    assert_eq!(meeting.title.get(Lang::En), "The border council");
    let why: Vec<String> = meeting
        .reasons
        .iter()
        .map(|why| text::reason(why, Lang::Sv))
        .collect();
    assert!(why.contains(&"Inställd: Snöstorm".to_owned()), "{why:#?}");
}

#[test]
fn each_year_alone_is_the_same_as_in_the_whole() {
    let range = DateRange::years(2026, 2034).expect("years");
    let different = restricted(&plan(), range);
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn the_document_is_kept_as_it_was_written() {
    let bytes = project_bytes("tests/data/fifth/plan.json");
    let document = parse(&bytes).expect("it parses").document;
    let again = parse(write(&document).as_bytes()).expect("it parses again");
    assert_eq!(again.document, document);
}
