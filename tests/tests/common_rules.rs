//! The rules common to all agreements, through plans and the shipped catalogue.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use planning_wheel::calendar::{Entry, EntryKind, EntryStatus};
use planning_wheel::compute::TroubleKind;
use planning_wheel::document::{self, DutyStatus, DutyUse, PlanDocument, Text};
use planning_wheel::findings::{FindingKind, Severity};
use planning_wheel::plan::Plan;
use planning_wheel::reason::{NonWorking, Reason};
use planning_wheel::text::reason;
use planning_wheel::time::{Lang, MonthDay, Roll, TermKind};
use planning_wheel_tests::{
    catalogue, checked, day, document_of, entry, findings_of, is_workday, year, years,
};
use std::collections::{BTreeMap, BTreeSet};

/// The rows of a table after its heading, cut at commas.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| line.split(',').collect())
}

fn elections() -> impl Iterator<Item = Vec<&'static str>> {
    rows(include_str!("../data/elections.csv"))
}

fn holidays() -> impl Iterator<Item = Vec<&'static str>> {
    rows(include_str!("../data/se_holidays_oracle.csv"))
}

/// A plan written as JSON, read and checked.
fn written(json: &str) -> Plan {
    match document::parse(json.as_bytes()) {
        Ok(parsed) => checked(parsed.document),
        Err(problems) => panic!("{problems}\n{json}"),
    }
}

fn blank() -> PlanDocument {
    PlanDocument::blank("prov", "Prov")
}

/// Days of the entries of one kind.
fn starts<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<NaiveDate> {
    entries.map(|entry| entry.start).collect()
}

// rule: SE-1
#[test]
fn every_plan_shows_every_election() {
    let expected: Vec<NaiveDate> = elections().map(|row| day(row[1])).collect();
    assert_eq!(expected.len(), 20);
    let plan = checked(blank());
    let outcome = years(&plan, 1970, 2038);
    let calendar = outcome.calendar();
    let found = starts(calendar.of_kind(EntryKind::Election));
    assert_eq!(found, expected, "every ordinary election and no other");
    for row in elections() {
        let election = entry(calendar, &format!("election/{}", row[0]));
        assert_eq!(election.start, day(row[1]));
        let (nth, every) = match election.start.year() {
            ..1994 => ("tredje", "tredje"),
            1994..2014 => ("tredje", "fjärde"),
            2014.. => ("andra", "fjärde"),
        };
        let words = format!("Ordinarie val: {nth} söndagen i september vart {every} år");
        assert_eq!(reason(&election.reasons[0], Lang::Sv), words);
        assert!(
            election.sources[0]
                .agreement
                .get(Lang::Sv)
                .contains("vallagen"),
            "the law should be named"
        );
        let council = entry(calendar, &format!("term-start/council/{}", row[0]));
        assert_eq!(council.start, day(row[5].trim_end_matches(" (uncertain)")));
        let boards = day(row[7]);
        if boards.year() <= 2038 {
            let board = entry(calendar, &format!("term-start/calendar/{}", boards.year()));
            assert_eq!(board.start, boards);
        }
    }
    // The four agreements' plans show the same ones.
    for name in planning_wheel_tests::AGREEMENTS {
        let outcome = years(&checked(document_of(name)), 2026, 2034);
        assert_eq!(
            starts(outcome.calendar().of_kind(EntryKind::Election)),
            ["2026-09-13", "2030-09-08", "2034-09-10"].map(day),
            "{name}"
        );
    }
}

// rule: SE-1
#[test]
fn a_plan_may_have_elections_of_its_own() {
    // Every fifth year from 2025, first Monday of May.
    let plan = written(
        r#"{ "format": "planning-wheel/1", "id": "prov", "title": "Prov", "first_year": 2026,
             "mandate": {
               "elections": [{ "from_year": 2025, "every_years": 5, "month": 5, "nth": 1,
                               "weekday": "monday" }],
               "council_starts": "06-01", "board_starts": "07-01" } }"#,
    );
    let outcome = years(&plan, 2026, 2036);
    assert_eq!(
        starts(outcome.calendar().of_kind(EntryKind::Election)),
        ["2030-05-06", "2035-05-07"].map(day)
    );
    let election = entry(outcome.calendar(), "election/2030");
    assert!(election.sources.is_empty(), "no Swedish law says so");
    let board = entry(outcome.calendar(), "term-start/calendar/2030");
    assert_eq!(board.start, day("2030-07-01"));
}

/// A council, a board and a group of officials: chairs for the whole term, documents of two years
/// in it, and a plan for each year that all three decide in the same month.
fn three_terms(month: u8) -> Plan {
    let body = |id: &str, term: &str| {
        format!(r#"{{ "id": "{id}", "name": "{id}", "level": "political"{term} }}"#)
    };
    let meetings = |id: &str| {
        format!(
            r#"{{ "id": "{id}-moten", "bodies": ["{id}"], "count": {{ "per": "year", "min": 1 }},
                 "days": {{ "pattern": {{ "rule": {{ "on": {{ "nth_weekday":
                   {{ "nth": 4, "weekday": "monday", "months": [{month}] }} }} }} }} }} }}"#
        )
    };
    let yearly = |id: &str| {
        format!(
            r#"{{ "id": "{id}-plan", "title": "Plan {id}", "kind": "annual_plan", "owner": "{id}",
                 "adopters": ["{id}"], "coverage": "calendar_year",
                 "steps": [{{ "id": "beslut", "title": "Beslut", "bodies": ["{id}"],
                              "at": {{ "meeting": {{}} }}, "decides": true }}] }}"#
        )
    };
    let office = |id: &str, term: &str| {
        format!(
            r#"{{ "id": "ordforande-{id}", "bodies": ["{id}"], "role": "chair",
                 "term": {{ "mandate": "{term}" }} }}"#
        )
    };
    let cycle = |id: &str, term: &str| {
        format!(
            r#"{{ "id": "strategi-{id}", "title": "Strategi {id}", "kind": "strategy",
                 "owner": "{id}", "adopters": ["{id}"],
                 "coverage": {{ "mandate_cycle": {{ "years": 2, "term": "{term}" }} }} }}"#
        )
    };
    written(&format!(
        r#"{{ "format": "planning-wheel/1", "id": "prov", "title": "Prov", "first_year": 1998,
             "bodies": [{}, {}, {}], "meetings": [{}, {}, {}], "offices": [{}, {}],
             "documents": [{}, {}, {}, {}, {}] }}"#,
        body("fullmaktige", r#", "term": "council""#),
        body("namnden", r#", "term": "calendar""#),
        body("cheferna", ""),
        meetings("fullmaktige"),
        meetings("namnden"),
        meetings("cheferna"),
        office("fullmaktige", "council"),
        office("namnden", "calendar"),
        yearly("fullmaktige"),
        yearly("namnden"),
        yearly("cheferna"),
        cycle("fullmaktige", "council"),
        cycle("namnden", "calendar"),
    ))
}

// rule: SE-2
#[test]
fn offices_follow_the_term_that_the_plan_chooses() {
    let plan = three_terms(11);
    let outcome = years(&plan, 1998, 2038);
    let periods = |body: &str| -> Vec<(NaiveDate, NaiveDate)> {
        outcome
            .calendar()
            .of_kind(EntryKind::Office)
            .filter(|entry| entry.id.starts_with(&format!("ordforande-{body}/")))
            .map(|entry| (entry.start, entry.last_day()))
            .collect()
    };
    let table: Vec<Vec<&str>> = elections().filter(|row| row[0] >= "1998").collect();
    let council: Vec<_> = table.iter().map(|row| (day(row[5]), day(row[6]))).collect();
    assert_eq!(
        periods("fullmaktige")[1..],
        council,
        "from 1 November, since 2014 from 15 October"
    );
    let boards: Vec<_> = table
        .windows(2)
        .map(|pair| {
            let next = day(pair[1][7]);
            (day(pair[0][7]), next.pred_opt().expect("a day"))
        })
        .collect();
    assert_eq!(
        periods("namnden")[1..],
        boards,
        "from 1 January after the election"
    );
    for pair in periods("fullmaktige").windows(2) {
        assert_eq!(pair[0].1.succ_opt(), Some(pair[1].0), "no gap, no overlap");
    }
}

// rule: SE-2
#[test]
fn documents_follow_the_term_that_the_plan_chooses() {
    let plan = three_terms(11);
    let outcome = years(&plan, 2026, 2034);
    let periods = |body: &str| -> Vec<(String, NaiveDate)> {
        outcome
            .calendar()
            .of_kind(EntryKind::Document)
            .filter(|entry| entry.id.starts_with(&format!("strategi-{body}/")))
            .map(|entry| (entry.start.to_string(), entry.last_day()))
            .filter(|(start, _)| start.as_str() >= "2026-10")
            .collect()
    };
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, NaiveDate)> {
        list.iter()
            .map(|(from, to)| ((*from).to_owned(), day(to)))
            .collect()
    };
    assert_eq!(
        periods("fullmaktige"),
        pairs(&[
            ("2026-10-15", "2028-10-14"),
            ("2028-10-15", "2030-10-14"),
            ("2030-10-15", "2032-10-14"),
            ("2032-10-15", "2034-10-14"),
            ("2034-10-15", "2036-10-14"),
        ])
    );
    assert_eq!(
        periods("namnden"),
        pairs(&[
            ("2027-01-01", "2028-12-31"),
            ("2029-01-01", "2030-12-31"),
            ("2031-01-01", "2032-12-31"),
            ("2033-01-01", "2034-12-31"),
        ])
    );
}

// rule: SE-2
#[test]
fn those_who_step_down_depend_on_the_term() {
    let outgoing = |month: u8, decided: i32| {
        let plan = three_terms(month);
        let outcome = year(&plan, decided);
        findings_of(&plan, &outcome, "decided_by_outgoing")
            .into_iter()
            .map(|finding| {
                let FindingKind::DecidedByOutgoing { last_day, .. } = finding.kind else {
                    panic!("{finding:?}");
                };
                (finding.entry.expect("the decision"), last_day.to_string())
            })
            .collect::<Vec<_>>()
    };
    let pair = |id: &str, last: &str| (id.to_owned(), last.to_owned());
    assert_eq!(
        outgoing(11, 2026),
        [pair("namnden-plan/2027/beslut", "2026-12-31")],
        "in November the new council sits already, the board steps down, officials stay"
    );
    let mut september = outgoing(9, 2026);
    september.sort_unstable();
    assert_eq!(
        september,
        [
            pair("fullmaktige-plan/2027/beslut", "2026-10-14"),
            pair("namnden-plan/2027/beslut", "2026-12-31"),
        ],
        "in September both decide for those who come"
    );
    for year in [2027, 2028, 2029] {
        assert_eq!(outgoing(9, year), [], "no election in {year}");
        assert_eq!(outgoing(11, year), [], "no election in {year}");
    }
}

// rule: SE-2
#[test]
fn the_shipped_plans_choose_their_terms() {
    let terms = |name: &str| -> BTreeSet<Option<TermKind>> {
        document_of(name)
            .bodies
            .iter()
            .map(|body| body.term)
            .collect()
    };
    // Politicians follow the boards' term, officials none.
    let mixed = BTreeSet::from([None, Some(TermKind::Calendar)]);
    assert_eq!(terms("sskl-kalmar"), mixed);
    assert_eq!(terms("social-reko-vasternorrland"), mixed);
    let officials = BTreeSet::from([None]);
    assert_eq!(terms("sso-ostergotland"), officials);
    assert_eq!(terms("samverkan-blekinge"), officials);
}

/// A plan with duties of the catalogue switched on.
fn with_duties(ids: &[&str]) -> Plan {
    let mut document = blank();
    document.first_year = 2018;
    document.duties = ids
        .iter()
        .map(|id| DutyUse {
            duty: (*id).to_owned(),
            title: None,
            rule: None,
            bodies: Vec::new(),
            responsible: None,
        })
        .collect();
    checked(document)
}

/// Duties of the catalogue behind a row of the table.
fn duties_of(rule: &str) -> &'static [&'static str] {
    match rule {
        "KL5:7-8 (valår)" => &["kl-5-7-council-size", "kl-5-8-deputies"],
        "PSL 3:10" => &["psl-3-10-patient-safety-report"],
        "KL 11:20" => &["kl-11-20-annual-accounts"],
        "KL 5:24" => &["kl-5-24-discharge", "kl-11-21-approve-annual-accounts"],
        "delår 30/6 +2 mån" => &["kl-11-16-interim-report-jun"],
        "KL 11:8 / delår 31/8 +2 mån / MSBFS 2015:5" => &[
            "kl-11-8-budget-proposal",
            "kl-11-8-tax-rate-proposal",
            "kl-11-16-interim-report-aug",
        ],
        "KL 11:10" => &["kl-11-10-budget", "kl-11-11-tax-rate-special"],
        "KL 11:11" => &["kl-11-11-budget-special"],
        _ => panic!("no duty for {rule}"),
    }
}

/// Nominal and legally latest day of a duty's entries, by the nominal day.
fn both_days(entries: &[Entry], duty: &str) -> Vec<(NaiveDate, NaiveDate)> {
    entries
        .iter()
        .filter(|entry| entry.id.starts_with(&format!("duty/{duty}/")))
        .map(|entry| (entry.start, entry.legally_latest.unwrap_or(entry.start)))
        .collect()
}

// rule: SE-3
#[test]
fn every_vector_comes_out_of_the_catalogue() {
    let catalogue = catalogue();
    let ids: Vec<&str> = catalogue.duties.iter().map(|duty| &*duty.id).collect();
    let plan = with_duties(&ids);
    let outcome = years(&plan, 2026, 2032);
    let entries = outcome.calendar().entries();
    let mut table: BTreeMap<&str, Vec<(NaiveDate, NaiveDate)>> = BTreeMap::new();
    for row in rows(include_str!("../data/deadline_vectors.csv")) {
        let days = (day(row[1]), day(row[2]));
        table.entry(row[0]).or_default().push(days);
    }
    assert_eq!(table.values().map(Vec::len).sum::<usize>(), 51);
    for (rule, expected) in &table {
        for duty in duties_of(rule) {
            assert_eq!(&both_days(entries, duty), expected, "{rule}: {duty}");
        }
    }
    // The risk analyses come in the first year of each mandate period.
    let october = &table["KL 11:8 / delår 31/8 +2 mån / MSBFS 2015:5"];
    let first_years: Vec<_> = october
        .iter()
        .filter(|(nominal, _)| [2027, 2031].contains(&nominal.year()))
        .copied()
        .collect();
    for duty in ["rsa-msbfs-2015-5", "rsa-msbfs-2015-4"] {
        assert_eq!(both_days(entries, duty), first_years, "{duty}");
    }
    // Both days are shown: the law's as the one to plan for, the rolled one as the last.
    for entry in outcome.calendar().of_kind(EntryKind::Duty) {
        let told = entry.reasons.iter().find_map(|reason| match reason {
            Reason::Rolled { from, by_law, .. } => Some((*from, *by_law)),
            _ => None,
        });
        let expected = entry.legally_latest.map(|_| (entry.start, true));
        assert_eq!(told, expected, "{} should say why the day rolls", entry.id);
        assert!(
            entry.nominal.is_none() && entry.legally_latest.is_none_or(|last| last > entry.start),
            "{}: the law's day first, then the later one",
            entry.id
        );
    }
}

// rule: SE-3
#[test]
fn what_the_law_moves_goes_to_the_next_working_day() {
    let catalogue = catalogue();
    let ids: Vec<&str> = catalogue.duties.iter().map(|duty| &*duty.id).collect();
    let plan = with_duties(&ids);
    let outcome = years(&plan, 2018, 2040);
    let mut moved = 0;
    for duty in &catalogue.duties {
        let days = both_days(outcome.calendar().entries(), &duty.id);
        assert!(!days.is_empty(), "{} should come in 2018–2040", duty.id);
        for (nominal, latest) in days {
            let mut expected = nominal;
            while duty.rule.roll == Roll::Statutory && !is_workday(expected) {
                expected = expected.succ_opt().expect("a day");
            }
            assert_eq!(latest, expected, "{} of {nominal}", duty.id);
            moved += i32::from(latest != nominal);
        }
    }
    assert!(
        moved > 50,
        "twenty years should hold many weekends: {moved}"
    );
}

// rule: SE-3
#[test]
fn duties_are_switched_on_one_by_one() {
    let catalogue = catalogue();
    let none = year(&with_duties(&[]), 2027);
    assert_eq!(none.calendar().of_kind(EntryKind::Duty).count(), 0);
    for duty in &catalogue.duties {
        let plan = with_duties(&[&duty.id]);
        let outcome = years(&plan, 2018, 2035);
        let entries: Vec<&Entry> = outcome.calendar().of_kind(EntryKind::Duty).collect();
        assert!(!entries.is_empty(), "{} should come", duty.id);
        for entry in &entries {
            assert!(
                entry.id.starts_with(&format!("duty/{}/", duty.id)),
                "only {}, not {}",
                duty.id,
                entry.id
            );
            assert_eq!(
                entry.sources[0].agreement.get(Lang::Sv),
                duty.citation,
                "the citation stands on {}",
                entry.id
            );
            let settled = duty.status == DutyStatus::Settled;
            assert!(
                entry.reasons.contains(&Reason::Checked {
                    on: duty.checked.0,
                    settled
                }),
                "{} should say when it was last checked",
                entry.id
            );
            let expected = if settled {
                EntryStatus::Proposed
            } else {
                EntryStatus::Check
            };
            assert_eq!(entry.status, expected, "{}", entry.id);
        }
        let uncertain = findings_of(&plan, &outcome, "uncertain_duty");
        let expected = if duty.status == DutyStatus::Check {
            entries.len()
        } else {
            0
        };
        assert_eq!(uncertain.len(), expected, "{}: to be checked", duty.id);
        assert!(
            uncertain
                .iter()
                .all(|finding| finding.severity == Severity::Info)
        );
    }
}

// rule: SE-3
#[test]
fn a_plan_may_set_its_own_day_for_a_duty() {
    let mut document = blank();
    let rule = r#"{"on": {"day": "02-01"}, "roll": "earlier"}"#;
    document.duties = vec![DutyUse {
        duty: "psl-3-10-patient-safety-report".into(),
        title: Some(Text::from("Patientsäkerhetsberättelsen klar")),
        rule: Some(serde_json::from_str(rule).expect("a rule")),
        bodies: Vec::new(),
        responsible: Some(Text::from("Kvalitetsenheten")),
    }];
    let plan = checked(document);
    let outcome = years(&plan, 2027, 2028);
    let entries: Vec<&Entry> = outcome.calendar().of_kind(EntryKind::Duty).collect();
    assert_eq!(
        starts(entries.iter().copied()),
        ["2027-02-01", "2028-02-01"].map(day)
    );
    for entry in &entries {
        assert_eq!(
            entry.title.get(Lang::Sv),
            "Patientsäkerhetsberättelsen klar"
        );
        assert_eq!(
            entry.legally_latest, None,
            "no law moves the plan's own day"
        );
        assert!(
            entry.sources[0]
                .agreement
                .get(Lang::Sv)
                .contains("patientsäkerhetslagen"),
            "the law is still named: {:?}",
            entry.sources
        );
    }
    // 1 February 2031 is a Saturday: the plan's own roll goes back, the law's would go on.
    let outcome = year(&plan, 2031);
    let entry = outcome
        .calendar()
        .of_kind(EntryKind::Duty)
        .next()
        .expect("the duty");
    assert_eq!(
        (entry.start, entry.nominal, entry.legally_latest),
        (day("2031-01-31"), Some(day("2031-02-01")), None)
    );
}

/// A plan with a meeting on every given day.
fn meeting_on(days: &[NaiveDate], first_year: i32) -> Plan {
    let list: Vec<String> = days.iter().map(|day| format!("\"{day}\"")).collect();
    written(&format!(
        r#"{{ "format": "planning-wheel/1", "id": "prov", "title": "Prov",
             "first_year": {first_year},
             "bodies": [{{ "id": "gruppen", "name": "Gruppen", "level": "political" }}],
             "meetings": [{{ "id": "moten", "bodies": ["gruppen"],
               "count": {{ "per": "year", "min": 1 }},
               "days": {{ "fixed": [{}] }} }}] }}"#,
        list.join(", ")
    ))
}

// rule: SE-4
#[test]
fn a_plan_knows_every_holiday_and_equated_eve() {
    let table: BTreeMap<NaiveDate, &str> = holidays().map(|row| (day(row[0]), row[1])).collect();
    let (first, last) = (day("1990-01-01"), day("2060-12-31"));
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).collect();
    let plan = meeting_on(&days, 1990);
    let outcome = years(&plan, 1990, 2060);
    assert_eq!(
        outcome.calendar().of_kind(EntryKind::Meeting).count(),
        days.len()
    );
    let mut found: BTreeMap<NaiveDate, &str> = BTreeMap::new();
    for trouble in outcome.trouble() {
        let TroubleKind::Collision {
            day,
            earlier,
            later,
            why: NonWorking::Holiday(name),
        } = &trouble.kind
        else {
            panic!("{trouble:?}");
        };
        found.insert(*day, name.sv());
        assert!(
            earlier < day && is_workday(*earlier) && later > day && is_workday(*later),
            "working days around {day}: {earlier} and {later}"
        );
    }
    assert_eq!(
        found.keys().collect::<Vec<_>>(),
        table.keys().collect::<Vec<_>>(),
        "a meeting on every day collides on the table's days and on no other"
    );
    for (day, name) in found {
        let names: Vec<&str> = table[&day].split(" / ").collect();
        assert!(names.contains(&name), "{day}: {names:?}, not {name}");
    }
}

// rule: SE-4
#[test]
fn proposed_meetings_keep_off_days_off() {
    for name in planning_wheel_tests::AGREEMENTS {
        let plan = checked(document_of(name));
        let outcome = years(&plan, 2026, 2045);
        let mut count = 0;
        for entry in outcome.calendar().of_kind(EntryKind::Meeting) {
            assert!(
                is_workday(entry.start),
                "{name}: {} on the working day {}",
                entry.id,
                entry.start
            );
            count += 1;
        }
        assert!(count > 200, "{name}: twenty years of meetings");
    }
}

/// The one meeting of a term of three weeks around a day, where the middle is most even.
fn middle_of_term(around: NaiveDate) -> NaiveDate {
    let from = around.checked_sub_days(Days::new(10)).expect("a day");
    let to = around.checked_add_days(Days::new(10)).expect("a day");
    let plan = written(&format!(
        r#"{{ "format": "planning-wheel/1", "id": "prov", "title": "Prov", "first_year": {},
             "calendar": {{ "terms": [{{ "id": "mitten", "title": "Mitten",
                                         "from": "{}", "to": "{}" }}] }},
             "bodies": [{{ "id": "gruppen", "name": "Gruppen", "level": "political" }}],
             "meetings": [{{ "id": "moten", "bodies": ["gruppen"],
               "count": {{ "per": "term", "min": 1, "max": 1 }},
               "days": {{ "spread": {{}} }} }}] }}"#,
        around.year(),
        MonthDay::of(from),
        MonthDay::of(to),
    ));
    let outcome = year(&plan, around.year());
    let days = starts(outcome.calendar().of_kind(EntryKind::Meeting));
    assert_eq!(days.len(), 1, "one meeting around {around}");
    days[0]
}

// rule: SE-4
#[test]
fn meetings_avoid_squeeze_days() {
    let table = rows(include_str!("../data/se_soft_days.csv"));
    let squeeze: BTreeSet<NaiveDate> = table
        .filter(|row| row[2] == "klamdag")
        .map(|row| day(row[0]))
        .collect();
    let (mut tried, mut compared) = (0, 0);
    for &date in &squeeze {
        let whole = (date.ordinal() > 10 && date.ordinal() < 350) && date.year() >= 2020;
        if !whole {
            continue;
        }
        tried += 1;
        assert!(
            is_workday(date),
            "{date} is a working day, only less wanted"
        );
        let placed = middle_of_term(date);
        assert!(
            !squeeze.contains(&placed) && is_workday(placed),
            "the meeting should avoid the squeeze day {date}, not land on {placed}"
        );
        // The same days in another year: nothing is in the way.
        let other = (1..=40).find_map(|years| {
            let other = date.with_year(date.year() - years)?;
            let near = |days: i64| other.checked_add_signed(chrono::Duration::days(days));
            let plain = (-4..=4)
                .filter_map(near)
                .all(|day| is_workday(day) || day.weekday().number_from_monday() > 5);
            (plain && other.weekday() == Weekday::Wed && other.year() >= 1990).then_some(other)
        });
        if let Some(other) = other {
            compared += 1;
            assert_eq!(
                middle_of_term(other),
                other,
                "an ordinary Wednesday in the middle is most even"
            );
        }
    }
    assert!(
        tried >= 40 && compared >= 20,
        "forty years should hold many, found {tried} and {compared} to compare with"
    );
}

// rule: SE-4
#[test]
fn weeks_are_iso_weeks() {
    let plan = written(
        r#"{ "format": "planning-wheel/1", "id": "prov", "title": "Prov", "first_year": 1990,
             "bodies": [{ "id": "gruppen", "name": "Gruppen", "level": "political" }],
             "activities": [
               { "id": "vecka-53", "title": "Vecka 53",
                 "rule": { "on": { "week": { "week": 53, "weekday": "monday" } } } },
               { "id": "vecka-1", "title": "Vecka 1",
                 "rule": { "on": { "week": { "week": 1, "weekday": "sunday" } } } }] }"#,
    );
    let outcome = years(&plan, 1990, 2060);
    let days_of = |id: &str| {
        starts(
            outcome
                .calendar()
                .of_kind(EntryKind::Activity)
                .filter(|entry| entry.id.starts_with(&format!("{id}/"))),
        )
    };
    let (first, last) = (day("1990-01-01"), day("2060-12-31"));
    let expected = |week: u32, weekday: Weekday| -> Vec<NaiveDate> {
        first
            .iter_days()
            .take_while(|day| *day <= last)
            .filter(|day| day.iso_week().week() == week && day.weekday() == weekday)
            .collect()
    };
    let week_53 = days_of("vecka-53");
    assert_eq!(week_53, expected(53, Weekday::Mon));
    assert!(
        week_53.contains(&day("2026-12-28")),
        "2026 has week 53, from 28 December"
    );
    let years: Vec<i32> = week_53
        .iter()
        .map(|day| day.year())
        .filter(|year| *year >= 2026)
        .collect();
    assert_eq!(years, [2026, 2032, 2037, 2043, 2048, 2054, 2060]);
    assert_eq!(days_of("vecka-1"), expected(1, Weekday::Sun));
}

// rule: SE-4
#[test]
fn a_plan_keeps_out_of_week_53() {
    // Weekly meetings but for week 53: the gap over the new year of 2027 is two weeks.
    let plan = written(
        r#"{ "format": "planning-wheel/1", "id": "prov", "title": "Prov", "first_year": 2026,
             "bodies": [{ "id": "gruppen", "name": "Gruppen", "level": "political" }],
             "meetings": [{ "id": "moten", "bodies": ["gruppen"],
               "count": { "per": "year", "min": 50, "max": 52 },
               "days": { "spread": { "weekdays": ["tuesday"], "avoid_weeks": [53] } } }] }"#,
    );
    let outcome = years(&plan, 2026, 2027);
    let days = starts(outcome.calendar().of_kind(EntryKind::Meeting));
    assert!(days.contains(&day("2026-12-22")), "{days:?}");
    assert!(
        days.iter().all(|day| day.iso_week().week() != 53),
        "none from 28 December 2026 to 3 January 2027: {days:?}"
    );
}
