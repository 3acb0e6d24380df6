//! Samverkan Blekinge: every rule of the agreement, read off the shipped plan's calendar.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use planning_wheel::calendar::{Calendar, Entry, EntryKind, EntryStatus, Relation};
use planning_wheel::compute::Outcome;
use planning_wheel::document::{
    Coverage, DeadlineOffset, Direction, DocumentKind, GoalValue, GoverningDocument, MeetingChoice,
    PlanDocument, ReportDue, StepAt, Text,
};
use planning_wheel::findings::{FindingKind, Severity};
use planning_wheel::plan::Plan;
use planning_wheel::reason::Reason;
use planning_wheel::time::{Day, Lang, Month, Roll, date};
use planning_wheel_tests::agreements::{meeting_days, only};
use planning_wheel_tests::{
    assert_pinned, body_ids, checked, day, document_of, entry, findings_of, is_workday, lines,
    meeting_at, meetings_of, plan, series_id, series_mut, spread_mut, year, years,
};

const PLAN: &str = "samverkan-blekinge";
const FIRST: i32 = 2026;
const LAST: i32 = 2034;
/// The three collaboration groups with their action plans.
const GROUPS: [(&str, &str); 3] = [
    ("sg-barn-unga", "handlingsplan-barn-unga"),
    ("sg-vuxna", "handlingsplan-vuxna"),
    ("sg-aldre", "handlingsplan-aldre"),
];
/// The bodies that meet 8–10 times, with their series.
const SERIES: [(&str, &str); 4] = [
    ("lsvo", "lsvo-moten"),
    ("sg-barn-unga", "sg-barn-unga-moten"),
    ("sg-vuxna", "sg-vuxna-moten"),
    ("sg-aldre", "sg-aldre-moten"),
];

fn document() -> PlanDocument {
    document_of(PLAN)
}

/// The plan and what it gives from 2026 to 2034, with the deadlines of early 2026 in 2025.
fn computed() -> (Plan, Outcome) {
    let plan = plan(PLAN);
    let outcome = years(&plan, FIRST - 1, LAST);
    (plan, outcome)
}

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    date(year, month, day).unwrap_or_else(|| panic!("{year}-{month}-{day}"))
}

fn month(number: u8) -> Month {
    Month::new(number).unwrap_or_else(|| panic!("month {number}"))
}

fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).expect("a day")
}

fn governing<'a>(document: &'a mut PlanDocument, id: &str) -> &'a mut GoverningDocument {
    let mut all = document.documents.iter_mut();
    all.find(|one| one.id == id)
        .unwrap_or_else(|| panic!("no document {id}"))
}

/// Moves the step that adopts a document to other months.
fn adopt_in(document: &mut PlanDocument, id: &str, months: &[u8], which: MeetingChoice) {
    let mut steps = governing(document, id).steps.iter_mut();
    let step = steps.find(|step| step.decides).expect("a decision");
    let StepAt::Meeting(slot) = &mut step.at else {
        panic!("{id} should be adopted at a meeting");
    };
    slot.months = months.iter().copied().map(month).collect();
    slot.which = which;
}

#[test]
fn the_plan_places_everything() {
    let (plan, outcome) = computed();
    assert_eq!(
        outcome.trouble(),
        [],
        "the shipped plan should be placed whole"
    );
    for entry in outcome.calendar().entries() {
        let worked_on = matches!(
            entry.kind,
            EntryKind::Meeting | EntryKind::Preparation | EntryKind::Deadline
        );
        if worked_on {
            assert!(
                is_workday(entry.start),
                "{} should fall on a working day, not on {}",
                entry.id,
                entry.start
            );
        }
    }
    for one in FIRST..=LAST {
        assert_eq!(
            lines(&plan, year(&plan, one).calendar(), Lang::En),
            lines(
                &plan,
                &outcome
                    .calendar()
                    .restrict(year(&plan, one).calendar().range()),
                Lang::En
            ),
            "{one} alone and inside nine years"
        );
    }
}

#[test]
fn calendar_of_2027() {
    let plan = plan(PLAN);
    let text = lines(&plan, year(&plan, 2027).calendar(), Lang::Sv);
    assert_pinned("calendars/samverkan-blekinge-2027.txt", &text);
}

// rule: BLE-1
#[test]
fn four_bodies_meet_eight_to_ten_times_a_year() {
    let (plan, outcome) = computed();
    for (body, series) in SERIES {
        let days_of_series = outcome.schedule().of_series(series_id(&plan, series));
        for year in FIRST..=LAST {
            let days = meeting_days(&plan, outcome.calendar(), body, year);
            assert!(
                (8..=10).contains(&days.len()),
                "{year}: {body} meets 8–10 times, found {days:?}"
            );
            let counted = days_of_series
                .periods
                .iter()
                .find(|period| period.key == year.to_string())
                .map(|period| usize::from(period.held));
            assert_eq!(counted, Some(days.len()), "{year}: the count of {body}");
            for pair in days.windows(2) {
                let gap = (pair[1] - pair[0]).num_days();
                assert!(
                    (14..=80).contains(&gap),
                    "{year}: {body} spread over the year, not {gap} days apart"
                );
            }
        }
    }
    for kind in ["cadence_below", "cadence_above"] {
        assert_eq!(findings_of(&plan, &outcome, kind), [], "all keep to 8–10");
    }
}

// rule: BLE-1
#[test]
fn a_group_without_time_for_eight_meetings_is_found() {
    let mut document = document();
    let spread = spread_mut(&mut document, "sg-vuxna-moten");
    spread.min_gap_days = Some(60);
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let found = meeting_days(&plan, outcome.calendar(), "sg-vuxna", 2027);
    assert!(
        found.len() < 8,
        "meetings 60 days apart leave room for fewer than 8, found {found:?}"
    );
    let finding = only(&plan, &outcome, "cadence_below");
    assert_eq!(finding.severity, Severity::Error);
    assert!(
        finding.sources[0].section.starts_with("6.4.2"),
        "the section on the group, not {:?}",
        finding.sources
    );
}

/// Every meeting with agenda and item deadlines, from 2026 to 2034.
fn with_deadlines<'a>(
    plan: &Plan,
    calendar: &'a Calendar,
) -> Vec<(&'a Entry, &'a Entry, &'a Entry)> {
    let mut all = Vec::new();
    for (body, _) in SERIES {
        for meeting in meetings_of(plan, calendar, body) {
            let agenda = entry(calendar, &format!("{}/agenda", meeting.id));
            let items = entry(calendar, &format!("{}/items", meeting.id));
            for deadline in [agenda, items] {
                assert_eq!(deadline.kind, EntryKind::Deadline);
                assert_eq!(
                    deadline.related(Relation::For),
                    Some(meeting.id.as_str()),
                    "{} should be for its meeting",
                    deadline.id
                );
                assert_eq!(deadline.bodies, meeting.bodies);
            }
            all.push((meeting, agenda, items));
        }
    }
    assert!(all.len() >= 4 * 8 * 9, "every meeting of nine years");
    all
}

/// The last working day that is no later than a day, by the fact table.
fn last_workday(mut day: NaiveDate) -> NaiveDate {
    while !is_workday(day) {
        day = days_before(day, 1);
    }
    day
}

// rule: BLE-2
#[test]
fn the_agenda_goes_out_a_week_before() {
    let (plan, outcome) = computed();
    let mut moved = 0;
    for (meeting, agenda, _) in with_deadlines(&plan, outcome.calendar()) {
        let latest = days_before(meeting.start, 7);
        assert!(
            agenda.start <= latest,
            "{} should be at least a week before {}",
            agenda.id,
            meeting.start
        );
        assert_eq!(
            agenda.start,
            last_workday(latest),
            "{}: a working day, and no earlier than needed",
            agenda.id
        );
        let rolled = agenda
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Rolled { from, by_law: false, .. } if *from == latest));
        if agenda.start == latest {
            assert_eq!((agenda.nominal, rolled), (None, false), "{}", agenda.id);
        } else {
            moved += 1;
            assert_eq!(
                (agenda.nominal, rolled),
                (Some(latest), true),
                "{}: moved earlier, with the day and the reason",
                agenda.id
            );
        }
        let responsible = agenda.responsible.as_ref().expect("who sends it");
        assert_eq!(responsible.get(Lang::Sv), "Sekreteraren");
    }
    assert!(
        moved >= 5,
        "nine years should hold holidays a week before a meeting, found {moved}"
    );
}

// rule: BLE-2
#[test]
fn an_agenda_that_stays_on_a_day_off_is_found() {
    let (shipped, outcome) = computed();
    let (meeting, agenda, _) = with_deadlines(&shipped, outcome.calendar())
        .into_iter()
        .find(|(_, agenda, _)| agenda.nominal.is_some())
        .expect("an agenda that was moved");
    let mut document = document();
    for series in &mut document.meetings {
        for deadline in &mut series.deadlines {
            if deadline.id == "agenda" {
                deadline.roll = Roll::AsIs;
            }
        }
    }
    let plan = checked(document);
    let outcome = year(&plan, meeting.start.year());
    let stays = entry(outcome.calendar(), &agenda.id);
    assert_eq!(stays.start, days_before(meeting.start, 7));
    assert!(!is_workday(stays.start));
    let finding = findings_of(&plan, &outcome, "deadline_day_off")
        .into_iter()
        .find(|finding| finding.entry.as_deref() == Some(agenda.id.as_str()))
        .expect("a last day on a day off should be found");
    assert_eq!(finding.severity, Severity::Warning);
    // The fix rolls it back to where the shipped plan has it.
    let fixed = finding.fix.expect("a fix").apply(plan.document());
    let fixed = checked(fixed.expect("the fix should apply"));
    let outcome = year(&fixed, meeting.start.year());
    assert_eq!(entry(outcome.calendar(), &agenda.id).start, agenda.start);
}

// rule: BLE-3
#[test]
fn items_are_registered_the_week_before_the_agenda() {
    let (plan, outcome) = computed();
    let mut short_weeks = 0;
    for (_, agenda, items) in with_deadlines(&plan, outcome.calendar()) {
        let week = agenda.start.week(Weekday::Mon);
        let friday = days_before(week.first_day(), 3);
        assert_eq!(friday.weekday(), Weekday::Fri);
        let expected = last_workday(friday);
        assert_eq!(
            items.start, expected,
            "{}: the last working day of the week before {}",
            items.id, agenda.start
        );
        let (one, other) = (
            items.start.iso_week(),
            days_before(agenda.start, 7).iso_week(),
        );
        assert_eq!(one, other, "{}: the ISO week before", items.id);
        short_weeks += i32::from(expected != friday);
    }
    assert!(
        short_weeks >= 5,
        "nine years should hold weeks that end before Friday, found {short_weeks}"
    );
}

// rule: BLE-3
#[test]
fn items_are_counted_from_the_agenda_and_not_from_the_meeting() {
    // An agenda two weeks ahead takes the items with it.
    let mut document = document();
    for deadline in &mut series_mut(&mut document, "lsvo-moten").deadlines {
        if deadline.id == "agenda" {
            deadline.offset = DeadlineOffset::Days(-14);
        }
    }
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let meeting = entry(outcome.calendar(), "lsvo-moten/2027/6");
    assert_eq!(meeting.start, day("2027-08-27"));
    let agenda = entry(outcome.calendar(), "lsvo-moten/2027/6/agenda");
    assert_eq!(agenda.start, day("2027-08-13"));
    let items = entry(outcome.calendar(), "lsvo-moten/2027/6/items");
    assert_eq!(items.start, day("2027-08-06"));
}

// rule: BLE-4
#[test]
fn the_preparation_lies_between_items_and_agenda() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    let meetings = meetings_of(&plan, calendar, "lsvo");
    for meeting in &meetings {
        let preparation = entry(calendar, &format!("{}/preparation", meeting.id));
        let items = entry(calendar, &format!("{}/items", meeting.id)).start;
        let agenda = entry(calendar, &format!("{}/agenda", meeting.id)).start;
        assert_eq!(preparation.kind, EntryKind::Preparation);
        assert_eq!(body_ids(&plan, preparation), ["beredningsgrupp"]);
        assert_eq!(
            preparation.related(Relation::For),
            Some(meeting.id.as_str())
        );
        assert!(
            items < preparation.start && preparation.start < agenda,
            "{} should lie between {items} and {agenda}, not on {}",
            preparation.id,
            preparation.start
        );
        assert!(
            preparation.reasons.iter().any(|reason| matches!(
                reason,
                Reason::Between { after, before, .. } if (*after, *before) == (items, agenda)
            )),
            "{} should say between which days",
            preparation.id
        );
    }
    assert_eq!(
        calendar.of_kind(EntryKind::Preparation).count(),
        meetings.len(),
        "one for each meeting of LSVO, and no other"
    );
}

// rule: BLE-4
#[test]
fn the_preparation_group_is_free_when_it_meets() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    let group = plan.body(plan.body_by_id("beredningsgrupp").expect("the group"));
    let mut from: Vec<&str> = group
        .seats()
        .iter()
        .filter_map(|seat| seat.from_body())
        .map(|body| plan.body(body).id().as_str())
        .collect();
    from.sort_unstable();
    assert_eq!(
        from,
        [
            "lsvo",
            "lsvo",
            "lsvo",
            "lsvo",
            "sg-aldre",
            "sg-barn-unga",
            "sg-vuxna"
        ],
        "four chairs, a member of each side and the secretary"
    );
    for preparation in calendar.of_kind(EntryKind::Preparation) {
        let start = preparation.time.expect("a time").minutes();
        let end = start + preparation.minutes.expect("a length");
        for (body, _) in SERIES {
            for meeting in meetings_of(&plan, calendar, body) {
                let from = meeting.time.expect("a time").minutes();
                let to = from + meeting.minutes.expect("a length");
                assert!(
                    meeting.start != preparation.start || end <= from || to <= start,
                    "{} and {} have people in common",
                    preparation.id,
                    meeting.id
                );
            }
        }
    }
}

// rule: BLE-4
#[test]
fn a_preparation_without_a_day_is_found() {
    let mut document = document();
    for deadline in &mut series_mut(&mut document, "lsvo-moten").deadlines {
        if deadline.id == "items" {
            deadline.offset = DeadlineOffset::Days(0);
        }
    }
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let found = findings_of(&plan, &outcome, "no_preparation");
    let meetings = meetings_of(&plan, outcome.calendar(), "lsvo");
    let entries: Vec<Option<&str>> = found.iter().map(|one| one.entry.as_deref()).collect();
    for meeting in &meetings {
        let id = format!("{}/preparation", meeting.id);
        assert!(
            entries.contains(&Some(id.as_str())),
            "{id} has no day between items and agenda on the same day, found {entries:?}"
        );
    }
}

/// First and last year of a rolling edition, as in its id.
fn edition(document: &str, adopted: i32, years: i32) -> String {
    format!("{document}/{}-{}", adopted + 1, adopted + years)
}

/// A decision with its document, both checked for their days.
fn adopted<'a>(
    plan: &Plan,
    calendar: &'a Calendar,
    document: &str,
    body: &str,
    (year, span): (i32, i32),
) -> &'a Entry {
    let id = edition(document, year, span);
    let decision = entry(calendar, &format!("{id}/beslut"));
    assert_eq!(decision.kind, EntryKind::Decision);
    assert_eq!(decision.start.year(), year, "{id} is adopted in {year}");
    assert_eq!(decision.status, EntryStatus::Proposed);
    meeting_at(plan, calendar, decision, body);
    assert_eq!(decision.related(Relation::Serves), Some(id.as_str()));
    if year < LAST {
        let covered = entry(calendar, &id);
        assert_eq!(covered.kind, EntryKind::Document);
        assert_eq!(
            (covered.start, covered.last_day()),
            (on(year + 1, 1, 1), on(year + span, 12, 31)),
            "{id} covers the coming {span} years"
        );
        assert!(
            covered.reasons.iter().any(|reason| matches!(
                reason,
                Reason::Rolling { adopted, years } if (*adopted, i32::from(*years)) == (year, span)
            )),
            "{id} should say when it was adopted: {:?}",
            covered.reasons
        );
    }
    decision
}

// rule: BLE-5
#[test]
fn the_operational_plan_covers_the_coming_five_years() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        let decision = adopted(&plan, calendar, "lsvo-verksamhetsplan", "lsvo", (year, 5));
        assert_eq!(decision.start.month(), 10, "{}: in October", decision.id);
        let id = edition("lsvo-verksamhetsplan", year, 5);
        let groundwork = entry(calendar, &format!("{id}/underlag"));
        meeting_at(&plan, calendar, groundwork, "lsvo");
        assert!(
            groundwork.start < decision.start && groundwork.start.year() == year,
            "{year}: the groundwork before the decision"
        );
    }
    // A new edition each year: four of its five years lie in the next one too.
    let editions: Vec<&Entry> = calendar
        .of_kind(EntryKind::Document)
        .filter(|entry| entry.id.starts_with("lsvo-verksamhetsplan/"))
        .collect();
    for pair in editions.windows(2) {
        assert_eq!(pair[1].start.year(), pair[0].start.year() + 1);
        assert_eq!(pair[1].last_day().year(), pair[0].last_day().year() + 1);
    }
}

// rule: BLE-5
#[test]
fn a_plan_without_a_meeting_to_adopt_it_is_found() {
    let mut document = document();
    adopt_in(
        &mut document,
        "lsvo-verksamhetsplan",
        &[7],
        MeetingChoice::First,
    );
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let finding = only(&plan, &outcome, "no_meeting_for_step");
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(
        finding.entry.as_deref(),
        Some("lsvo-verksamhetsplan/2028-2032/beslut")
    );
    let decision = entry(outcome.calendar(), "lsvo-verksamhetsplan/2028-2032/beslut");
    assert_eq!(
        (decision.status, decision.start),
        (EntryStatus::Undecided, day("2027-07-31")),
        "undecided, with the last possible day"
    );
}

// rule: BLE-6
#[test]
fn action_plans_follow_the_operational_plan_of_the_year() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        let above = edition("lsvo-verksamhetsplan", year, 5);
        let first = entry(calendar, &format!("{above}/beslut"));
        for (group, document) in GROUPS {
            let decision = adopted(&plan, calendar, document, group, (year, 2));
            assert!(
                decision.start > first.start,
                "{}: after LSVO's decision of {}, not on {}",
                decision.id,
                first.start,
                decision.start
            );
            assert!(
                decision
                    .links
                    .iter()
                    .any(|link| link.relation == Relation::After && link.to == first.id),
                "{} should follow {}",
                decision.id,
                first.id
            );
            let id = edition(document, year, 2);
            let dialogue = entry(calendar, &format!("{id}/dialog"));
            meeting_at(&plan, calendar, dialogue, group);
            assert!(dialogue.start < decision.start, "{id}: the dialogue first");
            if year < LAST {
                assert_eq!(
                    entry(calendar, &id).related(Relation::Follows),
                    Some(above.as_str()),
                    "{id} should be based on the plan adopted the same year"
                );
            }
        }
    }
}

// rule: BLE-6
#[test]
fn an_action_plan_before_the_operational_plan_is_found() {
    let mut document = document();
    adopt_in(
        &mut document,
        "lsvo-verksamhetsplan",
        &[12],
        MeetingChoice::Last,
    );
    for (_, plan) in GROUPS {
        adopt_in(&mut document, plan, &[11], MeetingChoice::First);
    }
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let found = findings_of(&plan, &outcome, "out_of_order");
    for (_, document) in GROUPS {
        let id = format!("{document}/2028-2029/beslut");
        let finding = found
            .iter()
            .find(|finding| finding.entry.as_deref() == Some(id.as_str()))
            .unwrap_or_else(|| panic!("{id} before LSVO's plan should be found: {found:#?}"));
        assert_eq!(finding.severity, Severity::Error);
        let FindingKind::OutOfOrder { day, after, .. } = finding.kind else {
            panic!("{finding:?}");
        };
        assert!(day < after && after.month() == 12, "{day} before {after}");
    }
}

/// The reports of the three groups in a year, each on a meeting of LSVO in the given months.
fn group_reports<'a>(
    plan: &Plan,
    calendar: &'a Calendar,
    report: &str,
    (year, months): (i32, &[u32]),
    kind: EntryKind,
) -> Vec<&'a Entry> {
    GROUPS
        .iter()
        .map(|(group, _)| {
            let found = entry(calendar, &format!("{report}/{year}/{group}"));
            assert_eq!(found.kind, kind);
            assert_eq!(body_ids(plan, found), [*group, "lsvo"]);
            meeting_at(plan, calendar, found, "lsvo");
            assert!(
                found.start.year() == year && months.contains(&found.start.month()),
                "{} in the months {months:?}, not on {}",
                found.id,
                found.start
            );
            found
        })
        .collect()
}

// rule: BLE-7
#[test]
fn the_groups_report_before_lsvo_does() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        let own = entry(calendar, &format!("lsvo-arsrapport/{year}"));
        assert_eq!(body_ids(&plan, own), ["lsvo", "regionchefsgruppen"]);
        assert!(
            is_workday(own.start) && own.start == last_workday(on(year, 4, 30)),
            "{year}: LSVO's report by 30 April, not on {}",
            own.start
        );
        assert!(
            own.title.get(Lang::Sv).ends_with(&(year - 1).to_string()),
            "about the year before, not {:?}",
            own.title
        );
        let reports = group_reports(
            &plan,
            calendar,
            "sg-arsrapport",
            (year, &[2, 3]),
            EntryKind::Report,
        );
        for report in reports {
            assert!(
                report.start < own.start,
                "{} before LSVO's own on {}",
                report.id,
                own.start
            );
        }
    }
}

// rule: BLE-7
#[test]
fn group_reports_that_come_too_late_are_found() {
    let mut document = document();
    let own = document
        .reports
        .iter_mut()
        .find(|report| report.id == "lsvo-arsrapport")
        .expect("LSVO's report");
    let rule = r#"{"on": {"day": "01-20"}, "roll": "earlier"}"#;
    own.due = ReportDue::Date(serde_json::from_str(rule).expect("a rule"));
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let found = findings_of(&plan, &outcome, "no_meeting_for_report");
    for (group, _) in GROUPS {
        let id = format!("sg-arsrapport/2027/{group}");
        assert!(
            found
                .iter()
                .any(|finding| finding.entry.as_deref() == Some(id.as_str())
                    && finding.severity == Severity::Error),
            "{id} has no meeting of LSVO before 20 January: {found:#?}"
        );
    }
}

// rule: BLE-8
#[test]
fn the_groups_follow_up_before_lsvo() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        let own = entry(calendar, &format!("lsvo-uppfoljning/{year}"));
        assert_eq!(own.kind, EntryKind::FollowUp);
        assert_eq!(body_ids(&plan, own), ["lsvo"]);
        meeting_at(&plan, calendar, own, "lsvo");
        assert!(
            own.title.get(Lang::Sv).contains("Kolada"),
            "the goals in Kolada and own measures"
        );
        let reports = group_reports(
            &plan,
            calendar,
            "sg-uppfoljning",
            (year, &[4]),
            EntryKind::FollowUp,
        );
        for report in reports {
            assert!(
                report.start < own.start,
                "{} before LSVO's own on {}",
                report.id,
                own.start
            );
        }
    }
}

// rule: BLE-8
#[test]
fn an_order_that_cannot_hold_is_found() {
    // LSVO follows up in February: no meeting of the year is left for the groups in April.
    let mut document = document();
    let own = document
        .reports
        .iter_mut()
        .find(|report| report.id == "lsvo-uppfoljning")
        .expect("LSVO's follow-up");
    let ReportDue::Meeting(slot) = &mut own.due else {
        panic!("on a meeting");
    };
    slot.months = vec![month(2), month(3)];
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let found = findings_of(&plan, &outcome, "no_meeting_for_report");
    assert_eq!(found.len(), 3, "one for each group, found {found:#?}");
    let first = entry(outcome.calendar(), "sg-uppfoljning/2027/sg-vuxna");
    assert_eq!(first.status, EntryStatus::Undecided);
}

// rule: BLE-9
#[test]
fn goals_of_three_years_with_least_change_and_unit() {
    let plan = plan(PLAN);
    // As in 3.1.6: goal, way, least change.
    let expected = [
        ("mal-tobaksrok", Direction::Down, Some(2.0)),
        ("mal-kariesfria", Direction::Up, Some(2.0)),
        ("mal-behoriga-gymnasiet", Direction::Up, Some(2.0)),
        ("mal-gymnasieexamen", Direction::Up, Some(3.0)),
        ("mal-placerade-barn", Direction::Up, Some(4.0)),
        ("mal-nyanlanda", Direction::Up, Some(7.0)),
        ("mal-unga-utanfor", Direction::Down, Some(2.0)),
        ("mal-stillasittande", Direction::Down, Some(5.0)),
        ("mal-fallskador", Direction::Down, Some(10.0)),
        ("mal-trygga-skolan", Direction::Up, Some(2.0)),
        ("mal-hjalp-skolan", Direction::Up, Some(2.0)),
        ("mal-nyfikenhet", Direction::Up, Some(2.0)),
        ("mal-bemotande-aldre", Direction::Up, Some(3.0)),
        ("mal-ifo", Direction::Up, Some(2.0)),
        ("mal-funktionshinder", Direction::Up, Some(2.0)),
        ("mal-kontinuitet", Direction::Up, Some(2.0)),
        ("mal-respekt", Direction::Up, Some(2.0)),
        ("mal-emotionellt-stod", Direction::Up, Some(2.0)),
        ("mal-medellivslangd", Direction::Up, None),
        ("mal-medellivslangd-skillnader", Direction::Down, None),
        ("mal-ekonomiskt-utsatta", Direction::Down, Some(2.0)),
        ("mal-god-halsa", Direction::Up, Some(3.0)),
        ("mal-tillit", Direction::Up, Some(2.0)),
    ];
    let found: Vec<(&str, Direction, Option<f64>)> = plan
        .goals()
        .iter()
        .map(|goal| {
            let spec = goal.spec();
            (spec.id.as_str(), spec.direction, spec.change)
        })
        .collect();
    assert_eq!(found, expected);
    let outcome = years(&plan, 2018, 2030);
    for goal in plan.goals() {
        let spec = goal.spec();
        assert!(
            !spec.unit.is_blank() && goal.owner().is_some(),
            "{}",
            spec.id
        );
        let shown = entry(outcome.calendar(), &spec.id);
        assert_eq!(shown.kind, EntryKind::Goal);
        assert_eq!(
            (shown.start, shown.last_day()),
            (on(2020, 1, 1), on(2022, 12, 31)),
            "{}: three years",
            spec.id
        );
        // Not tied to the mandate: that one runs 2019–2022.
        let mandate = plan.mandates().period_containing_year(2021);
        assert!(mandate.is_some_and(|mandate| mandate.calendar != shown.range()));
        assert_eq!(goal.progress(), None, "no values are given yet");
    }
    assert_eq!(
        year(&plan, 2027)
            .calendar()
            .of_kind(EntryKind::Goal)
            .count(),
        0,
        "the goals ended in 2022"
    );
}

// rule: BLE-9
#[test]
fn progress_comes_with_the_values() {
    let progress = |goal: &str, baseline: f64, values: &[(i32, f64)]| {
        let mut document = document();
        let spec = document
            .goals
            .iter_mut()
            .find(|one| one.id == goal)
            .expect("the goal");
        spec.baseline = Some(baseline);
        spec.values = values
            .iter()
            .map(|&(year, value)| GoalValue { year, value })
            .collect();
        let plan = checked(document);
        let goal = plan
            .goals()
            .iter()
            .find(|one| one.spec().id == goal)
            .expect("the goal");
        (goal.target(), goal.progress())
    };
    // 4 of 100 at most 2 less: halfway at 3, there at 2, wrong way at 5.
    assert_eq!(progress("mal-tobaksrok", 4.0, &[]), (Some(2.0), None));
    assert_eq!(
        progress("mal-tobaksrok", 4.0, &[(2021, 3.0)]),
        (Some(2.0), Some(0.5))
    );
    assert_eq!(
        progress("mal-tobaksrok", 4.0, &[(2021, 3.0), (2022, 2.0)]),
        (Some(2.0), Some(1.0)),
        "the last value counts"
    );
    assert_eq!(
        progress("mal-tobaksrok", 4.0, &[(2022, 2.0), (2021, 5.0)]).1,
        Some(1.0),
        "in whatever order they are written"
    );
    assert_eq!(
        progress("mal-tobaksrok", 4.0, &[(2021, 5.0)]).1,
        Some(-0.5),
        "the wrong way"
    );
    assert_eq!(
        progress("mal-placerade-barn", 50.0, &[(2022, 53.0)]),
        (Some(54.0), Some(0.75))
    );
    assert_eq!(
        progress("mal-medellivslangd", 82.0, &[(2022, 82.4)]),
        (None, None),
        "without a least change there is no way to measure"
    );
}

// rule: BLE-10
#[test]
fn lsvo_decides_on_research_and_development_twice_a_year() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        let ahead = entry(
            calendar,
            &format!("fou-verksamhetsplan/{}/beslut", year + 1),
        );
        let back = entry(
            calendar,
            &format!("fou-verksamhetsberattelse/{}/beslut", year - 1),
        );
        for (decision, months) in [(ahead, [11, 12]), (back, [2, 3])] {
            assert_eq!(decision.kind, EntryKind::Decision);
            meeting_at(&plan, calendar, decision, "lsvo");
            assert!(
                decision.start.year() == year && months.contains(&decision.start.month()),
                "{} in {year}, months {months:?}, not on {}",
                decision.id,
                decision.start
            );
            assert_eq!(decision.sources[0].section, "6.8");
        }
        let all = calendar
            .of_kind(EntryKind::Decision)
            .filter(|entry| entry.id.starts_with("fou-") && entry.start.year() == year)
            .count();
        assert_eq!(all, 2, "{year}: two decisions");
    }
}

/// Principal, seats that count and how many must be there.
fn quorum(plan: &Plan, body: &str) -> Vec<(String, u16, u16)> {
    let body = plan.body_by_id(body).expect("the body");
    plan.quorum(body)
        .into_iter()
        .map(|share| {
            let principal = share.principal.expect("counted over each principal");
            (
                plan.principal(principal).id().to_owned(),
                share.seats,
                share.needed,
            )
        })
        .collect()
}

fn shares(list: &[(&str, u16, u16)]) -> Vec<(String, u16, u16)> {
    list.iter()
        .map(|&(id, seats, needed)| (id.to_owned(), seats, needed))
        .collect()
}

// rule: BLE-11
#[test]
fn more_than_half_of_each_principal() {
    let plan = plan(PLAN);
    let mut towns = vec![
        ("karlshamn", 3, 2),
        ("karlskrona", 4, 3),
        ("ronneby", 3, 2),
        ("solvesborg", 3, 2),
        ("olofstrom", 2, 2),
        ("region-blekinge", 5, 3),
    ];
    assert_eq!(quorum(&plan, "lsvo"), shares(&towns));

    // The text leaves open whether the three chairs count.
    let note = plan
        .document()
        .notes
        .iter()
        .find(|note| note.id == "not-regionens-beslutsforhet")
        .expect("a note on what the text leaves open");
    assert_eq!(note.about, ["lsvo"]);
    let mut counted = document();
    let lsvo = counted.bodies.iter_mut().find(|body| body.id == "lsvo");
    for seat in &mut lsvo.expect("LSVO").seats {
        seat.votes |= seat.from_body.is_some();
    }
    if let Some(region) = towns.last_mut() {
        *region = ("region-blekinge", 8, 5);
    }
    assert_eq!(
        quorum(&checked(counted), "lsvo"),
        shares(&towns),
        "8 of whom 5 when the chairs count"
    );

    let two_each = [
        ("karlshamn", 2, 2),
        ("karlskrona", 2, 2),
        ("ronneby", 2, 2),
        ("solvesborg", 2, 2),
        ("olofstrom", 2, 2),
    ];
    for (group, region) in [("sg-barn-unga", (6, 4)), ("sg-vuxna", (4, 3))] {
        let mut expected = two_each.to_vec();
        expected.push(("region-blekinge", region.0, region.1));
        assert_eq!(quorum(&plan, group), shares(&expected), "{group}");
    }
    assert_eq!(
        quorum(&plan, "sg-aldre"),
        shares(&[("region-blekinge", 4, 3)]),
        "the group for older people names no municipality"
    );
    let preparing = plan.body_by_id("beredningsgrupp").expect("the group");
    assert!(plan.quorum(preparing).is_empty(), "no rule, no quorum");
}

// rule: BLE-11
#[test]
fn a_principal_without_a_vote_is_found() {
    let shipped = plan(PLAN);
    let outcome = year(&shipped, 2027);
    assert_eq!(findings_of(&shipped, &outcome, "quorum_unreachable"), []);
    let mut document = document();
    let lsvo = document.bodies.iter_mut().find(|body| body.id == "lsvo");
    lsvo.expect("LSVO").seats[4].votes = false;
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let finding = only(&plan, &outcome, "quorum_unreachable");
    assert_eq!(finding.severity, Severity::Error);
    let FindingKind::QuorumUnreachable {
        principal: Some(principal),
        ..
    } = finding.kind
    else {
        panic!("{finding:?}");
    };
    assert_eq!(plan.principal(principal).id(), "olofstrom");
    assert_eq!(finding.sources[0].section, "6.2 Beslut");
}

// rule: BLE-12
#[test]
fn spans_fit_the_horizon_of_the_level() {
    let plan = plan(PLAN);
    for (level, least, most) in [
        ("strategic", 3, 5),
        ("tactical", 1, 2),
        ("operational", 0, 1),
    ] {
        let level = plan
            .levels()
            .iter()
            .find(|one| one.id() == level)
            .expect("the level");
        let spec = level.spec();
        assert_eq!(
            (spec.horizon_min_years, spec.horizon_max_years),
            (Some(least), Some(most)),
            "{}",
            level.id()
        );
    }
    let outcome = year(&plan, 2027);
    assert_eq!(findings_of(&plan, &outcome, "horizon"), []);
}

// rule: BLE-12
#[test]
fn a_span_that_does_not_fit_is_found() {
    // Years, whether a strategic or a tactical document may cover them.
    for (years, strategic, tactical) in [
        (1, false, true),
        (2, false, true),
        (3, true, false),
        (4, true, false),
        (5, true, false),
        (6, false, false),
    ] {
        for (id, fits) in [
            ("lsvo-verksamhetsplan", strategic),
            ("handlingsplan-vuxna", tactical),
        ] {
            let mut document = document();
            governing(&mut document, id).coverage = Coverage::Rolling { years };
            let plan = checked(document);
            let outcome = year(&plan, 2027);
            let found = findings_of(&plan, &outcome, "horizon");
            assert_eq!(
                found.is_empty(),
                fits,
                "{id} over {years} years: {found:#?}"
            );
            for finding in found {
                assert_eq!(finding.severity, Severity::Warning);
                assert!(
                    finding
                        .sources
                        .iter()
                        .any(|source| source.section == "4.1.2"),
                    "the section on levels, not {:?}",
                    finding.sources
                );
                let FindingKind::Horizon { years: found, .. } = finding.kind else {
                    panic!("{finding:?}");
                };
                assert_eq!(found, u16::from(years));
            }
        }
    }
}

/// The national agreements with their first and last years.
const NATIONAL: [(&str, i32, i32); 4] = [
    ("ok-sammanhallen-vard", 2021, 2021),
    ("ok-god-nara-vard", 2021, 2021),
    ("ok-psykisk-halsa", 2021, 2022),
    ("ok-tidiga-insatser", 2019, 2023),
];

// rule: BLE-13
#[test]
fn national_agreements_have_periods_of_their_own() {
    let plan = plan(PLAN);
    let outcome = years(&plan, 2018, 2024);
    let found: Vec<&str> = plan
        .document()
        .documents
        .iter()
        .filter(|document| document.kind == DocumentKind::NationalAgreement)
        .map(|document| document.id.as_str())
        .collect();
    assert_eq!(found, NATIONAL.map(|(id, _, _)| id));
    for (id, first, last) in NATIONAL {
        let mut entries = outcome
            .calendar()
            .of_kind(EntryKind::Document)
            .filter(|entry| entry.id.starts_with(&format!("{id}/")));
        let (Some(period), None) = (entries.next(), entries.next()) else {
            panic!("{id} should be one period");
        };
        assert_eq!(
            (period.start, period.last_day()),
            (on(first, 1, 1), on(last, 12, 31)),
            "{id}"
        );
        assert_eq!(period.sources[0].section, "5");
        assert!(period.bodies.is_empty(), "{id} belongs to no body's lane");
    }
}

// rule: BLE-13
#[test]
fn agreements_that_end_are_flagged() {
    let plan = plan(PLAN);
    let paths = |kind: &str, one: i32| {
        let outcome = year(&plan, one);
        let found = findings_of(&plan, &outcome, kind);
        found
            .into_iter()
            .map(|finding| {
                assert_eq!(finding.severity, Severity::Warning);
                let at: usize = finding
                    .path
                    .strip_prefix("/documents/")
                    .and_then(|at| at.parse().ok())
                    .unwrap_or_else(|| panic!("{finding:?}"));
                plan.document().documents[at].id.clone()
            })
            .collect::<Vec<String>>()
    };
    for one in 2018..=2027 {
        let mut expiring: Vec<&str> = Vec::new();
        let mut expired: Vec<&str> = Vec::new();
        for (id, _, last) in NATIONAL {
            if last == one {
                expiring.push(id);
            } else if last < one {
                expired.push(id);
            }
        }
        let sorted = |mut list: Vec<String>| {
            list.sort_unstable();
            list
        };
        expiring.sort_unstable();
        expired.sort_unstable();
        assert_eq!(sorted(paths("expiring", one)), expiring, "ending in {one}");
        assert_eq!(sorted(paths("expired", one)), expired, "ended before {one}");
    }
    // A new period takes the warning away.
    let mut renewed = document();
    governing(&mut renewed, "ok-psykisk-halsa").coverage =
        Coverage::Period(planning_wheel::document::OwnPeriod {
            from: Day(on(2026, 1, 1)),
            until: Some(Day(on(2028, 12, 31))),
        });
    let renewed = checked(renewed);
    let outcome = year(&renewed, 2027);
    assert_eq!(findings_of(&renewed, &outcome, "expired").len(), 3);
}

// rule: BLE-14
#[test]
fn absence_is_a_text_on_the_body_and_no_entry() {
    let (plan, outcome) = computed();
    for (body, _) in SERIES {
        let body = plan.body(plan.body_by_id(body).expect("the body"));
        let text = body
            .spec()
            .texts
            .iter()
            .map(|text| text.get(Lang::Sv))
            .find(|text| text.contains("frånvaro"))
            .unwrap_or_else(|| panic!("{} should say what absence means", body.id()));
        assert!(
            text.contains("ingen ersättare") && text.contains("skriftlig"),
            "no substitute, and views in writing: {text}"
        );
    }
    let told = |text: &Text| {
        let text = text.get(Lang::Sv).to_lowercase();
        text.contains("frånvaro") || text.contains("ersättare")
    };
    for entry in outcome.calendar().entries() {
        assert!(
            !told(&entry.title) && !entry.items.iter().any(told),
            "{} should not be about absence",
            entry.id
        );
    }
}

// rule: BLE-15
#[test]
fn the_calendar_holds_what_a_notice_with_agenda_says() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for meeting in meetings_of(&plan, calendar, "lsvo") {
        assert!(
            meeting.time.is_some() && meeting.minutes.is_some() && meeting.responsible.is_some(),
            "{}: when, how long and by whom it is called",
            meeting.id
        );
        let items: Vec<&str> = meeting
            .items
            .iter()
            .map(|item| item.get(Lang::Sv))
            .collect();
        assert_eq!(
            items,
            [
                "Rapport från samverkansgrupp Barn och unga",
                "Rapport från samverkansgrupp Vuxna",
                "Rapport från samverkansgrupp Äldre",
            ],
            "{}: the standing items",
            meeting.id
        );
        let due: Vec<&Entry> = calendar
            .entries()
            .iter()
            .filter(|entry| entry.related(Relation::For) == Some(meeting.id.as_str()))
            .filter(|entry| matches!(entry.kind, EntryKind::Deadline | EntryKind::Preparation))
            .collect();
        let mut order: Vec<NaiveDate> = Vec::new();
        for name in ["items", "preparation", "agenda"] {
            let id = format!("{}/{name}", meeting.id);
            order.push(
                due.iter()
                    .find(|entry| entry.id == id)
                    .unwrap_or_else(|| panic!("{id} should be due for the meeting"))
                    .start,
            );
        }
        order.push(meeting.start);
        assert!(
            order.is_sorted() && order[0] < order[3],
            "{}: items, preparation, agenda, meeting: {order:?}",
            meeting.id
        );
        assert_eq!(due.len(), 3, "{}: nothing else is due", meeting.id);
    }
}

// rule: BLE-15
#[test]
fn each_meeting_knows_what_lands_on_it() {
    let plan = plan(PLAN);
    let outcome = year(&plan, 2027);
    let calendar = outcome.calendar();
    let landing = |meeting: &str| {
        calendar
            .entries()
            .iter()
            .filter(|entry| entry.related(Relation::At) == Some(meeting))
            .map(|entry| entry.id.as_str())
            .collect::<Vec<_>>()
    };
    // Every report, follow-up and decision of LSVO's year stands on exactly one meeting.
    let meetings = meetings_of(&plan, calendar, "lsvo");
    let mut all: Vec<&str> = meetings
        .iter()
        .flat_map(|meeting| landing(&meeting.id))
        .collect();
    all.sort_unstable();
    let lsvo = plan.body_by_id("lsvo").expect("LSVO");
    let mut expected: Vec<&str> = calendar
        .entries()
        .iter()
        .filter(|entry| entry.bodies.contains(&lsvo) && entry.id != "lsvo-arsrapport/2027")
        .filter(|entry| {
            matches!(
                entry.kind,
                EntryKind::Report | EntryKind::FollowUp | EntryKind::Decision | EntryKind::Step
            )
        })
        .map(|entry| entry.id.as_str())
        .collect();
    expected.sort_unstable();
    assert_eq!(all, expected);
    assert!(all.len() >= 15, "a year's work, found {all:?}");
    for name in [
        "sg-arsrapport/2027/sg-vuxna",
        "fou-verksamhetsberattelse/2026/beslut",
    ] {
        assert!(
            landing("lsvo-moten/2027/2").contains(&name),
            "{name} on the agenda of 5 March, found {:?}",
            landing("lsvo-moten/2027/2")
        );
    }
}

// rule: BLE-15
#[test]
fn the_plan_holds_what_an_assignment_says() {
    let plan = plan(PLAN);
    let note = plan
        .document()
        .notes
        .iter()
        .find(|note| note.id == "not-mallar")
        .expect("a note on the templates");
    for template in [
        "föredragning",
        "uppdragsbeskrivning",
        "kallelse och dagordning",
        "protokoll",
        "årshjul",
        "projektplan",
    ] {
        assert!(
            note.text.get(Lang::Sv).contains(template),
            "the note should list {template}"
        );
    }
    let assignment = &plan.assignments()[0];
    let form = assignment
        .form()
        .and_then(|at| plan.document().assignment_forms.get(at))
        .expect("a form for the receiver");
    assert_eq!(form.id, "uppdragsbeskrivning");
    for field in form.fields.iter().filter(|field| field.required) {
        let spec = assignment.spec();
        assert!(
            spec.texts.contains_key(&field.id) || (field.id == "end" && spec.end.is_some()),
            "{} should be filled in",
            field.id
        );
    }
    let outcome = year(&plan, 2027);
    let calendar = outcome.calendar();
    assert_eq!(findings_of(&plan, &outcome, "assignment_incomplete"), []);
    let id = &assignment.spec().id;
    assert_eq!(
        entry(calendar, id).related(Relation::Serves),
        Some("lsvo-verksamhetsplan/2027-2031"),
        "it hangs from the newest plan that covers its start"
    );
    let reports: Vec<(&str, NaiveDate)> = calendar
        .of_kind(EntryKind::Report)
        .filter(|entry| entry.related(Relation::Serves) == Some(id.as_str()))
        .map(|entry| {
            meeting_at(&plan, calendar, entry, "lsvo");
            (entry.id.as_str(), entry.start)
        })
        .collect();
    let meetings = meeting_days(&plan, calendar, "lsvo", 2027);
    // Every fourth month from 1 February 2027, and no later than its end.
    let limits = ["2027-06-01", "2027-10-01", "2027-12-31"].map(day);
    let expected = limits.map(|limit| meetings.iter().copied().filter(|day| *day <= limit).max());
    assert_eq!(
        reports
            .iter()
            .map(|(_, day)| Some(*day))
            .collect::<Vec<_>>(),
        expected
    );
    assert_eq!(
        reports.last().map(|(report, _)| *report),
        Some(format!("{id}/final").as_str())
    );
}
