//! Socialtjänst i samverkan Kalmar län: what each of its rules gives, across two mandate borders.

use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::{Calendar, Entry, EntryKind, EntryStatus, Relation};
use planning_wheel::compute::{Outcome, TroubleKind};
use planning_wheel::document::{
    CountPer, DayFinding, Edit, Held, MeetingSlot, Pattern, PatternCollision, PlanDocument, Step,
    StepAt, Text, Window,
};
use planning_wheel::findings::{FindingKind, FixKind, Severity};
use planning_wheel::plan::Plan;
use planning_wheel::reason::{NonWorking, Reason};
use planning_wheel::time::{DateRange, Day, HolidayName, Lang, Month, TermKind};
use planning_wheel_tests::agreements::{
    assert_cites, assert_no_errors, assert_period, entries_of, meeting_days, sections,
};
use planning_wheel_tests::{
    assert_pinned, body_ids, checked, day, days_of, document_of, entry, findings_of, lines,
    meeting_at, new_year, plan, series_mut, spread_mut, year, years,
};
use std::collections::BTreeSet;

const SSKL: &str = "sskl-kalmar";

/// NSO and the four managers' networks.
const NETWORKS: [&str; 5] = [
    "nso",
    "lss-chefer",
    "aldreomsorg",
    "hsl-mas-mar",
    "ifo-chefer",
];

const STATE_FUNDED: [&str; 3] = ["tjanst-nara-vard", "tjanst-lss", "tjanst-brukarmedverkan"];

const YEARS: std::ops::RangeInclusive<i32> = 2026..=2034;

/// The shipped plan with its calendar of 2023–2034.
fn shipped() -> (Plan, Calendar) {
    let plan = plan(SSKL);
    let outcome = years(&plan, 2023, 2034);
    assert_eq!(
        outcome.trouble(),
        [],
        "everything in the shipped plan should find its place"
    );
    let calendar = outcome.into_calendar();
    (plan, calendar)
}

/// The shipped document, changed.
fn changed(change: impl FnOnce(&mut PlanDocument)) -> (Plan, Outcome) {
    let mut document = document_of(SSKL);
    change(&mut document);
    let plan = checked(document);
    let outcome = years(&plan, 2026, 2031);
    (plan, outcome)
}

fn month(number: u8) -> Month {
    Month::new(number).unwrap()
}

fn process_step<'a>(document: &'a mut PlanDocument, process: &str, step: &str) -> &'a mut Step {
    document
        .processes
        .iter_mut()
        .filter(|one| one.id == process)
        .flat_map(|one| &mut one.steps)
        .find(|one| one.id == step)
        .unwrap_or_else(|| panic!("no step {process}.{step}"))
}

fn last_meeting(plan: &Plan, calendar: &Calendar, body: &str, year: i32) -> NaiveDate {
    meeting_days(plan, calendar, body, year)
        .last()
        .copied()
        .unwrap_or_else(|| panic!("{body} should meet in {year}"))
}

fn linked(entry: &Entry, relation: Relation) -> BTreeSet<&str> {
    entry
        .links
        .iter()
        .filter(|link| link.relation == relation)
        .map(|link| link.to.as_str())
        .collect()
}

/// Documents of the autumn of a year, as ids of their periods.
fn on_the_table(year: i32) -> Vec<String> {
    let mut ids = vec![format!("handlingsplan/{}", year + 1)];
    if year % 2 == 0 {
        ids.push(format!(
            "strategiskt-styrdokument/{}-{}",
            year + 1,
            year + 2
        ));
    }
    ids
}

// rule: SSKL-1
#[test]
fn the_strategic_document_covers_two_years_from_each_mandate_period() {
    let (_, calendar) = shipped();
    let expected = [
        (2023, 1, (2023, 2026)),
        (2025, 2, (2023, 2026)),
        (2027, 1, (2027, 2030)),
        (2029, 2, (2027, 2030)),
        (2031, 1, (2031, 2034)),
        (2033, 2, (2031, 2034)),
    ];
    let periods: Vec<&Entry> = calendar
        .of_kind(EntryKind::Document)
        .filter(|entry| entry.id.starts_with("strategiskt-styrdokument/"))
        .collect();
    assert_eq!(periods.len(), expected.len(), "six periods in 2023–2034");
    for (period, (first, number, mandate)) in periods.into_iter().zip(expected) {
        assert_eq!(
            period.id,
            format!("strategiskt-styrdokument/{first}-{}", first + 1)
        );
        assert_period(period, first, first + 1);
        assert!(
            period.reasons.contains(&Reason::Cycle { number, mandate }),
            "{} should be cycle {number} of {mandate:?}: {:?}",
            period.id,
            period.reasons
        );
        assert_cites(period, "RSS roll");
        assert_cites(period, "NSO roll");
    }
}

// rule: SSKL-1
#[test]
fn the_periods_follow_the_elections_and_not_the_calendar() {
    // With an election in 2025 instead of 2026 every border comes a year earlier.
    let (_, outcome) = changed(|document| {
        document.mandate = Some(
            serde_json::from_str(
                r#"{"elections": [{"from_year": 2021, "every_years": 4, "month": 9, "nth": 2, "weekday": "sunday"}],
                    "council_starts": "10-15", "board_starts": "01-01"}"#,
            )
            .unwrap(),
        );
    });
    let periods: Vec<&str> = outcome
        .calendar()
        .of_kind(EntryKind::Document)
        .map(|entry| entry.id.as_str())
        .filter(|id| id.starts_with("strategiskt-styrdokument/"))
        .collect();
    assert_eq!(
        periods,
        [
            "strategiskt-styrdokument/2026-2027",
            "strategiskt-styrdokument/2028-2029",
            "strategiskt-styrdokument/2030-2031",
        ]
    );
}

// rule: SSKL-2
#[test]
fn every_calendar_year_has_an_action_plan_under_the_strategic_document() {
    let (_, calendar) = shipped();
    for year in 2023..=2034 {
        let plans: Vec<&Entry> = calendar
            .of_kind(EntryKind::Document)
            .filter(|entry| entry.id.starts_with("handlingsplan/"))
            .filter(|entry| entry.range().contains(new_year(year)))
            .collect();
        let [plan] = plans[..] else {
            panic!("one action plan should cover {year}: {plans:?}");
        };
        assert_eq!(plan.id, format!("handlingsplan/{year}"));
        assert_period(plan, year, year);
        let above = entry(
            &calendar,
            plan.related(Relation::Follows)
                .unwrap_or_else(|| panic!("{} should lie under a strategic document", plan.id)),
        );
        let first = year - (year + 1) % 2;
        assert_eq!(
            above.id,
            format!("strategiskt-styrdokument/{first}-{}", first + 1)
        );
        assert!(
            above.start <= plan.start && plan.end <= above.end,
            "{} should cover all of {}",
            above.id,
            plan.id
        );
        assert_cites(plan, "RSS roll");
    }
}

// rule: SSKL-3
#[test]
fn the_autumn_runs_from_priorities_over_the_proposal_to_the_decision() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        for document in on_the_table(year) {
            let step = |name: &str| entry(&calendar, &format!("{document}/{name}"));
            let mut priorities = BTreeSet::new();
            for body in NETWORKS {
                let priority = step(&format!("prioritering/{body}"));
                meeting_at(&plan, &calendar, priority, body);
                assert_eq!(priority.kind, EntryKind::Step, "{}", priority.id);
                assert_eq!(
                    (priority.start.year(), priority.start.month()),
                    (year, 9),
                    "{} should be in September",
                    priority.id
                );
                priorities.insert((priority.start, priority.id.as_str()));
            }
            let proposal = step("forslag");
            meeting_at(&plan, &calendar, proposal, "nso");
            assert_eq!(proposal.kind, EntryKind::Step, "{}", proposal.id);
            assert_eq!(
                (proposal.start.year(), proposal.start.month()),
                (year, 10),
                "{} should be in October",
                proposal.id
            );
            assert!(
                priorities.iter().all(|(day, _)| *day < proposal.start),
                "{} should come after every network's priorities",
                proposal.id
            );
            assert_eq!(
                linked(proposal, Relation::After),
                priorities.iter().map(|(_, id)| *id).collect(),
                "{} should be linked to every network's priorities",
                proposal.id
            );
            let decision = step("beslut");
            meeting_at(&plan, &calendar, decision, "ordforandetraff");
            assert_eq!(decision.kind, EntryKind::Decision, "{}", decision.id);
            assert_eq!(
                (decision.start.year(), decision.start.month()),
                (year, 11),
                "{} should be in November",
                decision.id
            );
            assert_eq!(
                linked(decision, Relation::After),
                BTreeSet::from([proposal.id.as_str()])
            );
            for one in [proposal, decision] {
                assert_eq!(
                    one.related(Relation::Serves),
                    Some(document.as_str()),
                    "{} should serve its document",
                    one.id
                );
                assert_eq!(one.status, EntryStatus::Proposed, "{}", one.id);
                assert_cites(one, "Arbetsordning");
            }
        }
    }
}

// rule: SSKL-3
#[test]
fn the_anchoring_runs_from_the_first_priority_to_the_decision_in_each_municipality() {
    let (plan, calendar) = shipped();
    let apart = calendar.per_principal(&plan, &[]);
    let municipalities: Vec<&str> = plan
        .principals()
        .iter()
        .map(|principal| principal.id())
        .collect();
    assert_eq!(municipalities.len(), 12, "the county has 12 municipalities");
    for year in YEARS {
        for document in on_the_table(year) {
            let anchoring = entry(&calendar, &format!("{document}/forankring"));
            let first = NETWORKS
                .iter()
                .map(|body| entry(&calendar, &format!("{document}/prioritering/{body}")).start)
                .min();
            let decision = entry(&calendar, &format!("{document}/beslut")).start;
            assert_eq!(
                (Some(anchoring.start), anchoring.last_day()),
                (first, decision),
                "{} should run from the first September step to the decision",
                anchoring.id
            );
            assert_eq!(
                anchoring.principals.len(),
                12,
                "{} is one entry for all municipalities until they are asked for",
                anchoring.id
            );
            assert!(
                apart.get(&anchoring.id).is_none(),
                "{} should be written out",
                anchoring.id
            );
            for municipality in &municipalities {
                let own = entry(&apart, &format!("{}/{municipality}", anchoring.id));
                assert_eq!(own.range(), anchoring.range(), "{}", own.id);
                let [principal] = own.principals[..] else {
                    panic!("{} should be one municipality's", own.id);
                };
                let principal = plan.principal(principal);
                assert_eq!(principal.id(), *municipality);
                assert!(
                    own.title
                        .get(Lang::Sv)
                        .starts_with(principal.name().get(Lang::Sv)),
                    "{} should name the municipality: {:?}",
                    own.id,
                    own.title
                );
            }
        }
    }
    // Only the anchoring is each municipality's own: nothing else is multiplied.
    let anchorings = YEARS
        .flat_map(on_the_table)
        .filter(|document| calendar.get(&format!("{document}/forankring")).is_some())
        .count();
    assert_eq!(
        apart.entries().len(),
        calendar.entries().len() + 11 * anchorings,
        "each anchoring should become twelve entries, and nothing else should change"
    );
}

// rule: SSKL-3
#[test]
fn a_missing_october_meeting_leaves_the_proposal_undecided() {
    let (plan, outcome) = changed(|document| {
        let spread = spread_mut(document, "moten-nso");
        spread.windows.retain(|window| window.months != [month(10)]);
        spread.avoid_months.push(month(10));
    });
    let nso = plan.body_by_id("nso");
    for year in 2026..=2030 {
        let id = format!("handlingsplan/{}/forslag", year + 1);
        let trouble = outcome
            .trouble()
            .iter()
            .find(|trouble| trouble.entry.as_deref() == Some(&id))
            .unwrap_or_else(|| panic!("{id} should be in trouble without an October meeting"));
        assert!(
            matches!(&trouble.kind, TroubleKind::NoMeetingForStep { body, months, year: in_year, .. }
                if Some(*body) == nso && *months == [month(10)] && *in_year == year),
            "{id}: {trouble:?}"
        );
        let proposal = entry(outcome.calendar(), &id);
        assert_eq!(
            proposal.status,
            EntryStatus::Undecided,
            "{id} should be undecided"
        );
        assert_eq!(
            proposal.start,
            day(&format!("{year}-10-31")),
            "{id} should stand on the last possible day"
        );
    }
}

// rule: SSKL-3
#[test]
fn a_missing_meeting_is_a_finding_that_can_be_mended() {
    // Four meetings a year, one of them in September, leave October without.
    let mut document = document_of(SSKL);
    series_mut(&mut document, "moten-nso").count.target = Some(4);
    spread_mut(&mut document, "moten-nso")
        .windows
        .retain(|window| window.months != [month(10)]);
    let plan = checked(document.clone());
    let missing = findings_of(&plan, &years(&plan, 2026, 2031), "no_meeting_for_step");
    let proposal = missing
        .iter()
        .find(|finding| finding.entry.as_deref() == Some("handlingsplan/2028/forslag"))
        .unwrap_or_else(|| panic!("the proposal of 2027 should lack its meeting: {missing:?}"));
    assert_eq!(proposal.severity, Severity::Error);
    assert_eq!(
        proposal.range,
        DateRange::new(day("2027-10-01"), day("2027-11-01")).unwrap(),
        "the finding should be about October"
    );
    assert!(
        sections(proposal).contains("Arbetsordning"),
        "the finding should carry its source: {:?}",
        proposal.sources
    );
    let fix = proposal.fix.as_ref().expect("a fix");
    assert_eq!(fix.kind, FixKind::AddWindow);
    let plan = checked(fix.apply(&document).unwrap());
    let left = findings_of(&plan, &years(&plan, 2026, 2031), "no_meeting_for_step");
    assert_eq!(
        left,
        [],
        "with a meeting in October nothing should be missing"
    );
}

// rule: SSKL-3
#[test]
fn a_proposal_before_the_priorities_is_out_of_order() {
    let (_, outcome) = changed(|document| {
        process_step(document, "hostprocess", "forslag").at = StepAt::Meeting(MeetingSlot {
            months: vec![month(9)],
            ..Default::default()
        });
    });
    let trouble = outcome
        .trouble()
        .iter()
        .find(|trouble| trouble.entry.as_deref() == Some("handlingsplan/2028/forslag"));
    let proposal = entry(outcome.calendar(), "handlingsplan/2028/forslag").start;
    assert!(
        matches!(trouble.map(|one| &one.kind), Some(TroubleKind::OutOfOrder { day, after, .. })
            if *day == proposal && proposal <= *after),
        "a proposal in September should come too early: {trouble:?}"
    );
}

// rule: SSKL-4
#[test]
fn the_strategic_document_is_on_the_table_every_other_autumn() {
    let (_, calendar) = shipped();
    for year in YEARS {
        let within = calendar.restrict(DateRange::year(year).unwrap());
        let decided: BTreeSet<String> = within
            .of_kind(EntryKind::Decision)
            .filter_map(|entry| entry.id.strip_suffix("/beslut"))
            .map(str::to_owned)
            .collect();
        assert_eq!(
            decided,
            on_the_table(year).into_iter().collect(),
            "decided in the autumn of {year}"
        );
        let strategic_steps = within
            .entries()
            .iter()
            .filter(|entry| matches!(entry.kind, EntryKind::Step | EntryKind::Decision))
            .filter(|entry| entry.id.starts_with("strategiskt-styrdokument/"))
            .count();
        let expected = if year % 2 == 0 { 8 } else { 0 };
        assert_eq!(
            strategic_steps, expected,
            "five priorities, a proposal, an anchoring and a decision in {year}, or nothing"
        );
    }
}

// rule: SSKL-5
#[test]
fn both_adopters_are_recorded_and_the_discrepancy_is_a_note() {
    let plan = plan(SSKL);
    for id in ["strategiskt-styrdokument", "handlingsplan"] {
        let course = plan
            .courses()
            .iter()
            .find(|course| course.id() == id)
            .unwrap_or_else(|| panic!("no document {id}"));
        let adopters: Vec<&str> = course
            .adopters()
            .iter()
            .map(|body| plan.body(*body).id().as_str())
            .collect();
        assert_eq!(adopters, ["nso", "ordforandetraff"], "adopters of {id}");
        let document = course.document().as_ref().unwrap();
        assert_eq!(
            document.proposer.as_deref(),
            Some("rss-stab"),
            "RSS proposes {id}"
        );
    }
    let note = plan
        .document()
        .notes
        .iter()
        .find(|note| note.about.contains(&"handlingsplan".to_owned()))
        .expect("a note about the action plan");
    let sections: BTreeSet<&str> = note.cite.iter().map(|cite| cite.section.as_str()).collect();
    assert_eq!(
        sections,
        BTreeSet::from(["Arbetsordning", "NSO roll"]),
        "the note should cite both sections"
    );
    for word in ["fastställs av NSO", "ordförandeträffen"] {
        assert!(
            note.text.get(Lang::Sv).contains(word),
            "the note should say {word}"
        );
    }
}

// rule: SSKL-6
#[test]
fn the_autumn_of_an_election_year_is_decided_by_chairs_who_step_down() {
    let (plan, calendar) = shipped();
    let chairs = plan.body_by_id("ordforandetraff").unwrap();
    assert_eq!(
        plan.body(chairs).spec().term,
        Some(TermKind::Calendar),
        "the boards step down on 31 December (KL 6:18)"
    );
    for year in YEARS {
        for document in on_the_table(year) {
            let decision = entry(&calendar, &format!("{document}/beslut"));
            let sitting = plan
                .mandates()
                .period_of(decision.start, TermKind::Calendar)
                .unwrap();
            let outgoing = sitting.calendar.end == new_year(year + 1);
            assert_eq!(
                outgoing,
                [2026, 2030, 2034].contains(&year),
                "{} in {year}",
                decision.id
            );
            if outgoing {
                let election = entry(&calendar, &format!("election/{year}"));
                assert!(
                    election.start < decision.start,
                    "{} should be decided after the election",
                    decision.id
                );
                assert_eq!(
                    plan.mandates()
                        .period_starting_in(year + 1)
                        .map(|next| next.calendar.start),
                    Some(new_year(year + 1)),
                    "the document starts with the incoming boards"
                );
            }
        }
    }
    for id in [
        "handlingsplan/2027/beslut",
        "strategiskt-styrdokument/2027-2028/beslut",
    ] {
        assert_eq!(entry(&calendar, id).start, day("2026-11-19"), "{id}");
    }
}

// rule: SSKL-6
#[test]
fn decided_by_the_outgoing_for_the_incoming_is_a_finding() {
    let plan = plan(SSKL);
    let outcome = years(&plan, 2026, 2034);
    let outgoing = findings_of(&plan, &outcome, "decided_by_outgoing");
    let expected: Vec<String> = [2026, 2030, 2034]
        .into_iter()
        .flat_map(on_the_table)
        .map(|document| format!("{document}/beslut"))
        .collect();
    assert_eq!(
        entries_of(&outgoing),
        expected.iter().map(String::as_str).collect(),
        "both documents in each election year, and nothing in other years"
    );
    assert_eq!(outgoing.len(), expected.len(), "each once");
    for finding in &outgoing {
        let decision = entry(outcome.calendar(), finding.entry.as_deref().unwrap());
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(finding.range, decision.range());
        assert!(sections(finding).contains("Arbetsordning"));
        assert_eq!(
            finding.kind,
            FindingKind::DecidedByOutgoing {
                decision: decision.title.clone(),
                day: decision.start,
                last_day: day(&format!("{}-12-31", decision.start.year())),
            }
        );
    }
    // Officials are not replaced by an election: without a term there is nothing to say.
    let (plan, outcome) = changed(|document| {
        for body in &mut document.bodies {
            body.term = None;
        }
    });
    assert_eq!(findings_of(&plan, &outcome, "decided_by_outgoing"), []);
}

// rule: SSKL-7
#[test]
fn one_or_three_chairs_meetings_are_a_finding() {
    let (plan, outcome) = changed(|document| {
        series_mut(document, "moten-ordforandetraff").edits = vec![
            Edit::Cancel {
                occurrence: "2027/1".into(),
                reason: Text::from("Prov"),
            },
            Edit::Add {
                occurrence: "2028/extra".into(),
                date: Day(day("2028-09-07")),
                reason: Text::from("Prov"),
            },
        ];
    });
    for (kind, severity, period, held) in [
        ("cadence_below", Severity::Error, "2027", 1),
        ("cadence_above", Severity::Warning, "2028", 3),
    ] {
        let found = findings_of(&plan, &outcome, kind);
        let [finding] = &found[..] else {
            panic!("one finding {kind}: {found:?}");
        };
        assert_eq!(
            (finding.severity, finding.path.as_str()),
            (severity, "/meetings/0/count")
        );
        assert!(
            matches!(&finding.kind,
                FindingKind::CadenceBelow { period: in_period, held: number, min: 2, .. }
                | FindingKind::CadenceAbove { period: in_period, held: number, max: 2, .. }
                    if in_period == period && *number == held),
            "{kind} should say that {held} were held in {period}: {finding:?}"
        );
        assert!(sections(finding).contains("Arbetsordning"));
    }
}

// rule: SSKL-7
#[test]
fn the_chairs_meet_twice_a_year_one_of_them_in_november() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        let days = meeting_days(&plan, &calendar, "ordforandetraff", year);
        let [spring, autumn] = days[..] else {
            panic!("two chairs' meetings in {year}: {days:?}");
        };
        assert_eq!(autumn.month(), 11, "the second in November {year}");
        assert!(spring.month() <= 6, "the first in the spring of {year}");
        for number in [1, 2] {
            let meeting = entry(&calendar, &format!("moten-ordforandetraff/{year}/{number}"));
            assert_eq!(body_ids(&plan, meeting), ["ordforandetraff"]);
            assert_cites(meeting, "Arbetsordning");
            let notice = entry(&calendar, &format!("{}/kallelse", meeting.id));
            assert!(
                (meeting.start - notice.start).num_days() >= 14,
                "{} should go out two weeks before",
                notice.id
            );
        }
    }
    let count = series_mut(&mut document_of(SSKL), "moten-ordforandetraff")
        .count
        .clone();
    assert_eq!(
        (count.per, count.min, count.max),
        (CountPer::Year, Some(2), Some(2)),
        "exactly two a year"
    );
}

// rule: SSKL-7
#[test]
fn a_third_and_a_fourth_window_do_not_fit_into_two_meetings() {
    let (_, outcome) = changed(|document| {
        let windows = &mut spread_mut(document, "moten-ordforandetraff").windows;
        windows.push(Window {
            months: vec![month(2)],
            ..Default::default()
        });
    });
    assert!(
        outcome.trouble().iter().any(|trouble| matches!(
            &trouble.kind,
            TroubleKind::NoPlacement { period, .. } if period == "2027"
        )),
        "three spans cannot each hold one of two meetings: {:?}",
        outcome.trouble()
    );
}

// rule: SSKL-8
#[test]
fn each_years_chair_is_last_years_vice_chair() {
    let (plan, calendar) = shipped();
    for network in NETWORKS {
        for year in YEARS {
            let chair = entry(&calendar, &format!("natverk-ordforande-{network}/{year}"));
            let vice = entry(
                &calendar,
                &format!("natverk-vice-ordforande-{network}/{year}"),
            );
            for office in [chair, vice] {
                assert_eq!(office.kind, EntryKind::Office);
                assert_eq!(body_ids(&plan, office), [network]);
                assert_period(office, year, year);
                assert_cites(office, "Arbetsordning");
            }
            let before = format!("natverk-vice-ordforande-{network}/{}", year - 1);
            assert_eq!(
                chair.related(Relation::Follows),
                Some(before.as_str()),
                "{} should follow last year's vice chair",
                chair.id
            );
            assert!(
                matches!(&chair.reasons[..], [Reason::Succeeds { title }, ..]
                    if title.get(Lang::Sv).ends_with(&(year - 1).to_string())),
                "{} should say whom it takes over from: {:?}",
                chair.id,
                chair.reasons
            );
            assert_eq!(vice.related(Relation::Follows), None, "{}", vice.id);
        }
    }
}

// rule: SSKL-8
#[test]
fn every_network_holds_one_election_a_year_for_its_vice_chair() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        let within = calendar.restrict(DateRange::year(year).unwrap());
        let elections: BTreeSet<&str> = within
            .of_kind(EntryKind::OfficeElection)
            .map(|entry| entry.id.as_str())
            .collect();
        let expected: Vec<String> = NETWORKS
            .iter()
            .map(|network| format!("natverk-vice-ordforande-{network}/{}/election", year + 1))
            .collect();
        assert_eq!(
            elections,
            expected.iter().map(String::as_str).collect(),
            "one election per network in {year}, and none of a chair"
        );
        for (network, id) in NETWORKS.iter().zip(&expected) {
            let election = entry(&calendar, id);
            meeting_at(&plan, &calendar, election, network);
            assert_eq!(
                election.start,
                last_meeting(&plan, &calendar, network, year),
                "{id} should be at the last meeting of {year}"
            );
            assert_eq!(
                election.related(Relation::Serves),
                id.strip_suffix("/election"),
                "{id} should serve the office that it fills"
            );
        }
    }
}

// rule: SSKL-8
#[test]
fn a_vice_chair_entered_by_hand_is_chair_the_year_after() {
    let (_, outcome) = changed(|document| {
        let vice = document
            .offices
            .iter_mut()
            .find(|office| office.id == "natverk-vice-ordforande")
            .unwrap();
        vice.held.push(Held {
            from_year: 2030,
            body: Some("nso".into()),
            by: "kalmar".into(),
        });
    });
    let holder = |id: &str| {
        entry(outcome.calendar(), id)
            .holder
            .as_ref()
            .map(|holder| holder.get(Lang::Sv))
    };
    assert_eq!(holder("natverk-vice-ordforande-nso/2030"), Some("Kalmar"));
    assert_eq!(holder("natverk-ordforande-nso/2031"), Some("Kalmar"));
    assert_eq!(holder("natverk-ordforande-nso/2030"), None);
    assert_eq!(holder("natverk-ordforande-aldreomsorg/2031"), None);
}

// rule: SSKL-9
#[test]
fn every_network_adopts_its_annual_wheel_at_the_last_meeting_of_the_year_before() {
    let (plan, calendar) = shipped();
    for network in NETWORKS {
        for year in 2027..=2034 {
            let wheel = entry(&calendar, &format!("arshjul-{network}/{year}"));
            assert_eq!(wheel.kind, EntryKind::Document);
            assert_period(wheel, year, year);
            let adopted = entry(&calendar, &format!("{}/faststalls", wheel.id));
            assert_eq!(adopted.kind, EntryKind::Decision);
            meeting_at(&plan, &calendar, adopted, network);
            assert_eq!(
                adopted.start,
                last_meeting(&plan, &calendar, network, year - 1),
                "{} should be at the last meeting of {}",
                adopted.id,
                year - 1
            );
            assert!(adopted.start < wheel.start);
            assert_eq!(adopted.related(Relation::Serves), Some(wheel.id.as_str()));
            assert_cites(adopted, "Arbetsordning");
        }
    }
    let wheels: BTreeSet<&str> = calendar
        .of_kind(EntryKind::Document)
        .filter_map(|entry| entry.id.strip_prefix("arshjul-"))
        .filter_map(|id| id.split('/').next())
        .collect();
    assert_eq!(
        wheels,
        BTreeSet::from(NETWORKS),
        "a wheel for each network, none for the chairs' meeting or the staff"
    );
}

// rule: SSKL-9
#[test]
fn the_annual_wheel_moves_with_the_last_meeting() {
    let (_, outcome) = changed(|document| {
        series_mut(document, "moten-nso").edits.push(Edit::Cancel {
            occurrence: "2027/9".into(),
            reason: Text::from("Prov"),
        });
    });
    let calendar = outcome.calendar();
    let eighth = entry(calendar, "moten-nso/2027/8");
    let adopted = entry(calendar, "arshjul-nso/2028/faststalls");
    assert_eq!(
        (adopted.start, adopted.related(Relation::At)),
        (eighth.start, Some("moten-nso/2027/8")),
        "without the ninth meeting the eighth is the last"
    );
}

// rule: SSKL-10
#[test]
fn chair_and_vice_chair_answer_for_the_agenda_of_each_meeting() {
    let (plan, calendar) = shipped();
    let mut checked_meetings = 0;
    for network in NETWORKS {
        let body = plan.body_by_id(network).unwrap();
        for meeting in calendar
            .of_body(body)
            .filter(|entry| entry.kind == EntryKind::Meeting)
        {
            let agenda = entry(&calendar, &format!("{}/dagordning", meeting.id));
            assert_eq!(agenda.kind, EntryKind::Deadline);
            assert_eq!(agenda.related(Relation::For), Some(meeting.id.as_str()));
            let before = (meeting.start - agenda.start).num_days();
            assert!(
                (7..=11).contains(&before),
                "{} should be a week before the meeting, or the last working day before that: {before} days",
                agenda.id
            );
            let responsible = agenda.responsible.as_ref().expect("a responsible");
            for word in ["Ordförande och vice ordförande", "RSS"] {
                assert!(
                    responsible.get(Lang::Sv).contains(word),
                    "{} should be the responsibility of {word}: {responsible:?}",
                    agenda.id
                );
            }
            assert_cites(agenda, "Arbetsordning");
            checked_meetings += 1;
        }
    }
    // Nine, seven, six, six and seven meetings a year.
    assert_eq!(checked_meetings, 35 * YEARS.count(), "every meeting");
}

// rule: SSKL-10
#[test]
fn an_agenda_due_on_ascension_day_goes_out_the_day_before() {
    let (_, calendar) = shipped();
    let meeting = entry(&calendar, "moten-nso/2027/4");
    let agenda = entry(&calendar, "moten-nso/2027/4/dagordning");
    assert_eq!(
        (meeting.start, agenda.nominal, agenda.start),
        (
            day("2027-05-13"),
            Some(day("2027-05-06")),
            day("2027-05-05")
        )
    );
    assert!(
        agenda.reasons.contains(&Reason::Rolled {
            from: day("2027-05-06"),
            why: NonWorking::Holiday(HolidayName::AscensionDay),
            by_law: false,
        }),
        "the agenda should say why it is early: {:?}",
        agenda.reasons
    );
}

// rule: SSKL-11
#[test]
fn state_funded_posts_are_evaluated_and_then_extended_for_a_year() {
    let (plan, calendar) = shipped();
    for post in STATE_FUNDED {
        for year in 2027..=2034 {
            let period = entry(&calendar, &format!("{post}/{year}"));
            assert_eq!(period.kind, EntryKind::Post);
            assert_period(period, year, year);
            let evaluation = entry(&calendar, &format!("{post}/{year}/utvardering"));
            let extension = entry(&calendar, &format!("{post}/{year}/forlangning"));
            assert_eq!(evaluation.kind, EntryKind::Step);
            assert_eq!(extension.kind, EntryKind::Decision);
            let latest = day(&format!("{}-09-30", year - 1));
            assert!(
                (0..3).contains(&(latest - evaluation.start).num_days()),
                "{} should be on 30 September or the working day before: {}",
                evaluation.id,
                evaluation.start
            );
            meeting_at(&plan, &calendar, extension, "nso");
            assert_eq!(
                (extension.start.year(), extension.start.month()),
                (year - 1, 10),
                "{} should be in October the year before",
                extension.id
            );
            assert!(
                evaluation.start < extension.start && extension.start < period.start,
                "{post} should be evaluated, then extended, before {year}"
            );
            assert_eq!(
                extension.related(Relation::After),
                Some(evaluation.id.as_str())
            );
            assert_eq!(
                extension.related(Relation::Serves),
                Some(period.id.as_str())
            );
            assert_cites(extension, "Finansiering");
        }
    }
}

// rule: SSKL-11
#[test]
fn the_posts_have_their_shares_and_the_basic_ones_are_not_extended() {
    let (plan, calendar) = shipped();
    let shares: Vec<(&str, f64)> = plan
        .document()
        .posts
        .iter()
        .filter(|post| STATE_FUNDED.contains(&post.id.as_str()))
        .map(|post| (post.id.as_str(), post.share))
        .collect();
    assert_eq!(
        shares,
        [
            ("tjanst-nara-vard", 1.0),
            ("tjanst-lss", 0.5),
            ("tjanst-brukarmedverkan", 0.5)
        ]
    );
    for post in &plan.document().posts {
        if STATE_FUNDED.contains(&post.id.as_str()) {
            continue;
        }
        let entries: Vec<&Entry> = calendar
            .entries()
            .iter()
            .filter(|entry| entry.id.starts_with(&format!("{}/", post.id)))
            .collect();
        let [period] = entries[..] else {
            panic!("{} should only have its period: {entries:?}", post.id);
        };
        assert_eq!(
            (period.kind, period.start),
            (EntryKind::Post, day("2022-11-11")),
            "{} should run from the day of the decision",
            post.id
        );
        assert!(
            period.end > new_year(2090),
            "{} should run until further notice",
            post.id
        );
    }
}

// rule: SSKL-11
#[test]
fn an_evaluation_after_the_extension_is_out_of_order() {
    let (plan, outcome) = changed(|document| {
        let evaluation = process_step(document, "forlangning-av-tjanster", "utvardering");
        evaluation.at =
            serde_json::from_str(r#"{"date": {"on": {"day": "12-01"}, "roll": "earlier"}}"#)
                .unwrap();
    });
    for post in STATE_FUNDED {
        let id = format!("{post}/2028/forlangning");
        assert!(
            outcome
                .trouble()
                .iter()
                .any(|trouble| trouble.entry.as_deref() == Some(&id)
                    && matches!(&trouble.kind, TroubleKind::OutOfOrder { after, .. }
                        if *after == day("2027-12-01"))),
            "{id} should come before its evaluation: {:?}",
            outcome.trouble()
        );
    }
    let early = findings_of(&plan, &outcome, "out_of_order");
    for post in STATE_FUNDED {
        let id = format!("{post}/2028/forlangning");
        let finding = early
            .iter()
            .find(|finding| finding.entry.as_deref() == Some(&id))
            .unwrap_or_else(|| panic!("{id} should be a finding: {early:?}"));
        assert_eq!(finding.severity, Severity::Error);
        assert!(
            sections(finding).contains("Finansiering"),
            "{id} should carry its source"
        );
    }
}

// rule: SSKL-12
#[test]
fn nso_appoints_to_eleven_national_networks_without_a_date() {
    let (plan, calendar) = shipped();
    let nso = plan.body(plan.body_by_id("nso").unwrap());
    let appoints: Vec<&str> = nso
        .spec()
        .appoints
        .iter()
        .map(|network| network.get(Lang::Sv))
        .collect();
    assert_eq!(appoints.len(), 11, "{appoints:?}");
    assert_eq!(appoints.iter().collect::<BTreeSet<_>>().len(), 11);
    for name in ["RSS", "NSK-s", "Kvinnofrid", "Äldre"] {
        assert!(
            appoints.iter().any(|network| network.starts_with(name)),
            "{name} should be among them: {appoints:?}"
        );
    }
    assert!(
        nso.spec().cite.iter().any(|cite| cite
            .quote
            .as_deref()
            .is_some_and(|quote| quote.contains("utser regionala representanter"))),
        "the appointments should carry their source"
    );
    for body in plan.bodies() {
        assert!(
            body.id() == "nso" || body.spec().appoints.is_empty(),
            "{}",
            body.id()
        );
    }
    let dated: Vec<&str> = calendar
        .entries()
        .iter()
        .filter(|entry| appoints.contains(&entry.title.get(Lang::Sv)))
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(dated, [""; 0], "an appointment should give no entry");
}

// rule: SSKL-13
#[test]
fn a_working_group_has_a_first_and_a_last_day() {
    let plan = plan(SSKL);
    let group = plan.body(plan.body_by_id("arbetsgrupp-exempel").unwrap());
    for (date, exists) in [
        ("2027-01-31", false),
        ("2027-02-01", true),
        ("2027-11-30", true),
        ("2027-12-01", false),
    ] {
        assert_eq!(group.exists_on(day(date)), exists, "on {date}");
    }
    assert_eq!(
        group.exists_in(DateRange::years(2026, 2034).unwrap()),
        DateRange::new(day("2027-02-01"), day("2027-12-01")).unwrap()
    );
    let parent = group.parent().map(|parent| plan.body(parent).id().as_str());
    assert_eq!(parent, Some("nso"));
    assert!(
        group
            .spec()
            .cite
            .iter()
            .any(|cite| cite.section == "Organisation"),
        "the group should carry its source"
    );
}

/// The plan with meetings for the example group.
fn with_group_meetings(target: u8, days: Option<DayFinding>) -> (Plan, Outcome) {
    changed(|document| {
        for body in &mut document.bodies {
            body.meets |= body.id == "arbetsgrupp-exempel";
        }
        let mut series = series_mut(document, "moten-rss-stab").clone();
        series.id = "moten-arbetsgrupp".into();
        series.bodies = vec!["arbetsgrupp-exempel".into()];
        series.count.target = Some(target);
        series.count.min = Some(target);
        series.days = days.unwrap_or(series.days);
        if let DayFinding::Spread(spread) = &mut series.days {
            // A span that a group which ends in November cannot have a meeting in.
            spread.windows.push(Window {
                months: vec![month(12)],
                ..Default::default()
            });
        }
        document.meetings.push(series);
    })
}

// rule: SSKL-13
#[test]
fn a_working_group_meets_by_a_pattern_only_while_it_exists() {
    let pattern = Pattern {
        rule: serde_json::from_str(r#"{"on": {"nth_weekday": {"nth": 1, "weekday": "monday"}}}"#)
            .unwrap(),
        avoid_months: vec![month(7)],
        avoid_weeks: Vec::new(),
        collision: PatternCollision::Later,
    };
    let (plan, outcome) = with_group_meetings(9, Some(DayFinding::Pattern(Box::new(pattern))));
    assert_eq!(
        days_of(
            &plan,
            outcome.calendar(),
            "arbetsgrupp-exempel",
            EntryKind::Meeting
        ),
        [
            "2027-02-01",
            "2027-03-01",
            "2027-04-05",
            "2027-05-03",
            "2027-06-07",
            "2027-08-02",
            "2027-09-06",
            "2027-10-04",
            "2027-11-01",
        ]
        .map(day),
        "first Mondays from 1 February to 30 November 2027"
    );
}

// rule: SSKL-13
#[test]
fn a_working_group_meets_evenly_only_while_it_exists() {
    let (plan, outcome) = with_group_meetings(6, None);
    let days = days_of(
        &plan,
        outcome.calendar(),
        "arbetsgrupp-exempel",
        EntryKind::Meeting,
    );
    // Six a year are five in ten months.
    assert_eq!(days.len(), 5, "five meetings, all in 2027: {days:?}");
    assert!(
        days.iter()
            .all(|date| (day("2027-02-01")..=day("2027-11-30")).contains(date)),
        "only while the group exists: {days:?}"
    );
    assert_eq!(
        outcome.trouble(),
        [],
        "years without the group should be no trouble"
    );
    assert_no_errors(&plan, &outcome);
}

#[test]
fn the_meetings_of_2027_are_pinned() {
    let plan = plan(SSKL);
    let outcome = year(&plan, 2027);
    let meetings = Calendar::new(
        outcome.calendar().range(),
        outcome
            .calendar()
            .of_kind(EntryKind::Meeting)
            .cloned()
            .collect(),
    );
    assert_pinned(
        "calendars/sskl-kalmar-2027.txt",
        &lines(&plan, &meetings, Lang::Sv),
    );
}
