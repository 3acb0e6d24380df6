//! Strategisk samverkan öster: every rule of the agreement, read off the shipped plan's calendar.

use chrono::{Datelike, Months, NaiveDate};
use planning_wheel::calendar::{Calendar, Entry, EntryKind, EntryStatus, Relation};
use planning_wheel::compute::{Outcome, TroubleKind};
use planning_wheel::document::{Edit, OfficeTerm, PlanDocument, Text};
use planning_wheel::findings::{FindingKind, Severity};
use planning_wheel::plan::Plan;
use planning_wheel::reason::Reason;
use planning_wheel::time::{Day, Lang, Month, Time, Weekday, date};
use planning_wheel_tests::agreements::{meeting_days, only};
use planning_wheel_tests::{
    assert_pinned, body_ids, checked, day, document_of, entry, findings_of, is_workday, lines,
    meeting_at, meetings_of, plan, series_id, series_mut, spread_mut, year, years,
};

const PLAN: &str = "sso-ostergotland";
const FIRST: i32 = 2026;
const LAST: i32 = 2034;
const JOINT: &str = "sso-oso-gemensamt";
const OSO: [&str; 3] = ["oso-barn-unga", "oso-vuxna", "oso-aldre"];

fn document() -> PlanDocument {
    document_of(PLAN)
}

/// The plan and what it gives from 2026 to 2034.
fn computed() -> (Plan, Outcome) {
    let plan = plan(PLAN);
    let outcome = years(&plan, FIRST, LAST);
    (plan, outcome)
}

/// Meetings counted for a series in a period.
fn held(plan: &Plan, outcome: &Outcome, series: &str, period: &str) -> u16 {
    let days = outcome.schedule().of_series(series_id(plan, series));
    let found = days.periods.iter().find(|one| one.key == period);
    found
        .unwrap_or_else(|| panic!("{series} should be counted over {period}"))
        .held
}

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    date(year, month, day).unwrap_or_else(|| panic!("{year}-{month}-{day}"))
}

fn month(number: u8) -> Month {
    Month::new(number).unwrap_or_else(|| panic!("month {number}"))
}

#[test]
fn the_plan_places_everything() {
    let (plan, outcome) = computed();
    assert_eq!(
        outcome.trouble(),
        [],
        "the shipped plan should be placed whole"
    );
    for entry in outcome.calendar().of_kind(EntryKind::Meeting) {
        assert!(
            is_workday(entry.start),
            "{} should fall on a working day, not on {}",
            entry.id,
            entry.start
        );
        assert_ne!(
            entry.start.month(),
            7,
            "{} should stay out of July",
            entry.id
        );
        assert!(
            !entry.sources.is_empty() && !entry.reasons.is_empty(),
            "{} should say where and why",
            entry.id
        );
    }
    // A longer range changes nothing inside a shorter one.
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
    assert_pinned("calendars/sso-ostergotland-2027.txt", &text);
}

// rule: SSÖ-1
#[test]
fn sso_meets_three_to_four_times_a_year() {
    let (plan, outcome) = computed();
    for year in FIRST..=LAST {
        let days = meeting_days(&plan, outcome.calendar(), "sso", year);
        assert!(
            (3..=4).contains(&days.len()),
            "{year}: 3–4 meetings of SSÖ, found {days:?}"
        );
        assert_eq!(
            usize::from(held(&plan, &outcome, "sso-moten", &year.to_string())),
            days.len(),
            "{year}: the count is that of the days, the joint one included"
        );
        assert!(
            days.iter().any(|day| [4, 5].contains(&day.month())),
            "{year}: one in April or May, found {days:?}"
        );
        assert!(
            days.iter().any(|day| [11, 12].contains(&day.month())),
            "{year}: one before the new year, found {days:?}"
        );
    }
}

// rule: SSÖ-1
#[test]
fn fewer_or_more_meetings_of_sso_are_counted() {
    let reason = || Text::from("prov");
    let cancel = |occurrence: &str| Edit::Cancel {
        occurrence: occurrence.into(),
        reason: reason(),
    };
    let mut few = document();
    series_mut(&mut few, "sso-moten").edits = vec![cancel("2027/1"), cancel("2027/2")];
    let few = checked(few);
    let outcome = year(&few, 2027);
    assert_eq!(
        held(&few, &outcome, "sso-moten", "2027"),
        2,
        "two of four are cancelled"
    );
    let cancelled = entry(outcome.calendar(), "sso-moten/2027/1");
    assert_eq!(cancelled.status, EntryStatus::Cancelled);
    let below = only(&few, &outcome, "cadence_below");
    assert_eq!(below.severity, Severity::Error, "too few is an error");
    assert_eq!(below.sources[0].section, "SSÖ");
    assert!(
        matches!(
            &below.kind,
            FindingKind::CadenceBelow { period, held: 2, min: 3, .. } if period == "2027"
        ),
        "2 of at least 3 in 2027, not {:?}",
        below.kind
    );

    let mut many = document();
    series_mut(&mut many, "sso-moten").edits = vec![Edit::Add {
        occurrence: "2027/extra".into(),
        date: Day(day("2027-10-22")),
        reason: reason(),
    }];
    let many = checked(many);
    let outcome = year(&many, 2027);
    assert_eq!(
        held(&many, &outcome, "sso-moten", "2027"),
        5,
        "one is added to four"
    );
    let above = only(&many, &outcome, "cadence_above");
    assert_eq!(above.severity, Severity::Warning, "too many is a warning");
    assert!(
        matches!(
            &above.kind,
            FindingKind::CadenceAbove { period, held: 5, max: 4, .. } if period == "2027"
        ),
        "5 of at most 4 in 2027, not {:?}",
        above.kind
    );
    let (shipped, outcome) = computed();
    for kind in ["cadence_below", "cadence_above"] {
        assert_eq!(
            findings_of(&shipped, &outcome, kind),
            [],
            "the shipped plan keeps every cadence"
        );
    }
}

// rule: SSÖ-2
#[test]
fn one_joint_meeting_a_year_counts_for_each() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        let joint: Vec<&Entry> = calendar
            .of_kind(EntryKind::Meeting)
            .filter(|entry| entry.start.year() == year && entry.bodies.len() > 1)
            .collect();
        let [joint] = joint[..] else {
            panic!("{year}: one joint meeting, found {}", joint.len());
        };
        assert_eq!(joint.id, format!("{JOINT}/{year}/1"));
        assert_eq!(
            body_ids(&plan, joint),
            ["sso", OSO[0], OSO[1], OSO[2]],
            "{year}: one entry with four bodies"
        );
        assert_eq!(joint.start.month(), 2, "{year}: in February");
        assert!(joint.reasons.contains(&Reason::Joint(4)));
        for (body, series) in [
            ("sso", "sso-moten"),
            (OSO[0], "oso-barn-unga-moten"),
            (OSO[1], "oso-vuxna-moten"),
            (OSO[2], "oso-aldre-moten"),
        ] {
            let own = calendar
                .of_kind(EntryKind::Meeting)
                .filter(|entry| entry.id.starts_with(&format!("{series}/{year}/")))
                .count();
            let all = meetings_of(&plan, calendar, body)
                .iter()
                .filter(|entry| entry.start.year() == year)
                .count();
            let counted = usize::from(held(&plan, &outcome, series, &year.to_string()));
            assert_eq!(
                (all, counted),
                (own + 1, own + 1),
                "{year}: the joint meeting counts for {body}"
            );
        }
    }
}

// rule: SSÖ-2
#[test]
fn without_the_joint_meeting_each_body_meets_once_more_alone() {
    let mut document = document();
    document.meetings.retain(|series| series.id != JOINT);
    document.notes.clear();
    let alone = checked(document);
    let outcome = year(&alone, 2027);
    assert!(
        outcome
            .calendar()
            .of_kind(EntryKind::Meeting)
            .all(|entry| entry.bodies.len() == 1)
    );
    let with = plan(PLAN);
    let own = |plan: &Plan, series: &str| {
        let outcome = year(plan, 2027);
        let days = outcome.schedule().of_series(series_id(plan, series));
        days.held().filter(|one| one.date.year() == 2027).count()
    };
    for series in ["sso-moten", "oso-vuxna-moten"] {
        assert_eq!(
            own(&alone, series),
            own(&with, series) + 1,
            "{series}: the joint meeting took the place of one"
        );
    }
}

// rule: SSÖ-3
#[test]
fn three_oso_groups_and_the_note_on_two() {
    let (plan, outcome) = computed();
    let groups: Vec<&str> = plan
        .bodies()
        .iter()
        .filter(|body| plan.level(body.level()).id() == "operational")
        .map(|body| body.id().as_str())
        .collect();
    assert_eq!(groups, OSO, "three lanes on the operational level");
    for year in FIRST..=LAST {
        for group in OSO {
            let days = meeting_days(&plan, outcome.calendar(), group, year);
            assert!(
                (6..=8).contains(&days.len()),
                "{year}: {group} meets 6–8 times, found {days:?}"
            );
            let series = format!("{group}-moten");
            assert_eq!(
                usize::from(held(&plan, &outcome, &series, &year.to_string())),
                days.len()
            );
        }
    }
    let note = plan
        .document()
        .notes
        .iter()
        .find(|note| note.id == "not-oso-grupper")
        .expect("the discrepancy should be a note");
    let quotes: Vec<&str> = note
        .cite
        .iter()
        .filter_map(|cite| cite.quote.as_deref())
        .collect();
    assert!(
        quotes
            .iter()
            .any(|quote| quote.contains("de två OSÖ-grupperna"))
            && quotes.iter().any(|quote| quote.contains("tre grupper")),
        "the note should quote both sentences, not {quotes:?}"
    );
    for group in OSO {
        assert!(
            note.about.iter().any(|about| about == group),
            "the note should be about {group}"
        );
    }
}

// rule: SSÖ-4
#[test]
fn the_deviations_group_meets_six_times() {
    let (plan, outcome) = computed();
    for year in FIRST..=LAST {
        let days = meeting_days(&plan, outcome.calendar(), "lso-avvikelser", year);
        assert_eq!(days.len(), 6, "{year}: exactly 6, found {days:?}");
        for pair in days.windows(2) {
            let gap = (pair[1] - pair[0]).num_days();
            assert!(
                (35..=90).contains(&gap),
                "{year}: spread over the year, not {gap} days apart"
            );
        }
    }
}

// rule: SSÖ-4
#[test]
fn six_meetings_that_have_no_room_are_trouble() {
    let mut document = document();
    let spread = spread_mut(&mut document, "lso-avvikelser-moten");
    spread.avoid_months = (2..=12).map(month).collect();
    spread.min_gap_days = Some(14);
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let series = series_id(&plan, "lso-avvikelser-moten");
    let placed = outcome
        .trouble()
        .iter()
        .find_map(|trouble| match &trouble.kind {
            TroubleKind::NoPlacement {
                series: found,
                period,
                wanted: 6,
                placed,
                ..
            } if *found == series && period == "2027" => Some(*placed),
            _ => None,
        });
    let placed = placed.expect("six meetings in one January should be trouble");
    let days = meeting_days(&plan, outcome.calendar(), "lso-avvikelser", 2027);
    assert_eq!(
        usize::from(placed),
        days.len(),
        "as many as there is room for"
    );
    assert!((1..6).contains(&placed), "fewer than six, not {placed}");
    let finding = only(&plan, &outcome, "no_placement");
    let FindingKind::NoPlacement { rules, .. } = &finding.kind else {
        panic!("{finding:?}");
    };
    let paths: Vec<&str> = rules.iter().map(|(path, _)| path.as_str()).collect();
    for part in ["avoid_months", "count"] {
        assert!(
            paths.iter().any(|path| path.contains(part)),
            "the rules that cannot hold together include {part}, found {paths:?}"
        );
    }
    assert_eq!(
        only(&plan, &outcome, "cadence_below").severity,
        Severity::Error
    );
}

// rule: SSÖ-5
#[test]
fn the_medicines_council_meets_two_to_three_times_a_term() {
    let (plan, outcome) = computed();
    let series = outcome
        .schedule()
        .of_series(series_id(&plan, "lakemedelsrad-moten"));
    for year in FIRST..=LAST {
        let days = meeting_days(&plan, outcome.calendar(), "lakemedelsrad", year);
        for (term, from, to) in [("spring", 1, 6), ("autumn", 8, 12)] {
            let inside = days
                .iter()
                .filter(|day| (from..=to).contains(&day.month()))
                .count();
            assert!(
                (2..=3).contains(&inside),
                "{year} {term}: 2–3 meetings, found {days:?}"
            );
            let period = series
                .periods
                .iter()
                .find(|period| period.key == format!("{year}-{term}"))
                .unwrap_or_else(|| panic!("{year}: counted over the {term}"));
            assert_eq!(usize::from(period.held), inside);
            assert_eq!(period.range.start, on(year, from, 1));
            assert_eq!(period.range.last().map(|day| day.month()), Some(to));
        }
        assert!(
            days.iter().all(|day| day.month() != 7),
            "{year}: none between the terms"
        );
    }
}

// rule: SSÖ-5
#[test]
fn a_term_too_full_is_not_made_up_for_in_the_other() {
    let mut document = document();
    // No room in spring: the autumn still takes no more than three.
    spread_mut(&mut document, "lakemedelsrad-moten").avoid_months = (1..=7).map(month).collect();
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    assert_eq!(
        held(&plan, &outcome, "lakemedelsrad-moten", "2027-spring"),
        0
    );
    assert!(held(&plan, &outcome, "lakemedelsrad-moten", "2027-autumn") <= 3);
    assert!(
        outcome.trouble().iter().any(|trouble| matches!(
            &trouble.kind,
            TroubleKind::NoPlacement { period, .. } if period == "2027-spring"
        )),
        "the empty spring should be trouble"
    );
}

/// True when the council's item stands on the agenda.
fn has_council_item(entry: &Entry) -> bool {
    entry
        .items
        .iter()
        .any(|item| item.get(Lang::Sv).starts_with("Läkemedelsrådet"))
}

// rule: SSÖ-6
#[test]
fn the_council_stands_on_every_agenda_of_oso() {
    let (plan, outcome) = computed();
    for group in OSO {
        let meetings = meetings_of(&plan, outcome.calendar(), group);
        assert!(
            meetings.len() >= 6 * 9,
            "{group} should meet for nine years"
        );
        for meeting in meetings {
            assert!(
                has_council_item(meeting),
                "{} should carry the council's item",
                meeting.id
            );
        }
    }
    for series in &plan.document().meetings {
        for item in &series.standing_items {
            assert_eq!(
                item.from_body.as_deref(),
                Some("lakemedelsrad"),
                "{}: the item belongs to the council",
                series.id
            );
        }
    }
    // SSÖ's own agenda does not carry it.
    assert!(!has_council_item(entry(
        outcome.calendar(),
        "sso-moten/2027/1"
    )));
}

// rule: SSÖ-6
#[test]
fn a_joint_meeting_without_the_item_is_seen() {
    let mut document = document();
    series_mut(&mut document, JOINT).standing_items.clear();
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let without: Vec<&str> = meetings_of(&plan, outcome.calendar(), "oso-vuxna")
        .into_iter()
        .filter(|meeting| !has_council_item(meeting))
        .map(|meeting| meeting.id.as_str())
        .collect();
    assert_eq!(without, [format!("{JOINT}/2027/1")]);
}

// rule: SSÖ-7
#[test]
fn the_yearly_plan_is_adopted_at_the_last_meeting_before_the_year() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for covered in FIRST + 1..=LAST {
        let decision = entry(calendar, &format!("sso-arsplan/{covered}/faststallande"));
        assert_eq!(decision.kind, EntryKind::Decision);
        meeting_at(&plan, calendar, decision, "sso");
        let before = meeting_days(&plan, calendar, "sso", covered - 1);
        assert_eq!(
            Some(&decision.start),
            before.last(),
            "{covered}: adopted at SSÖ's last meeting of the year before"
        );
        let document = entry(calendar, &format!("sso-arsplan/{covered}"));
        assert_eq!(document.kind, EntryKind::Document);
        assert_eq!(
            (document.start, document.last_day()),
            (on(covered, 1, 1), on(covered, 12, 31)),
            "the plan covers {covered}"
        );
        assert_eq!(decision.related(Relation::Serves), Some(&*document.id));
        // The groups' proposals come before.
        for group in OSO {
            let id = format!("sso-arsplan/{covered}/forslag/{group}");
            let proposal = entry(calendar, &id);
            meeting_at(&plan, calendar, proposal, group);
            assert!(
                [9, 10].contains(&proposal.start.month()) && proposal.start < decision.start,
                "{id} in September or October, before {}",
                decision.start
            );
            assert!(
                decision
                    .links
                    .iter()
                    .any(|link| link.relation == Relation::After && link.to == id),
                "the decision should follow {id}"
            );
        }
    }
}

// rule: SSÖ-7
#[test]
fn assignments_hang_from_the_plan_of_their_year() {
    let (plan, outcome) = computed();
    for assignment in plan.assignments() {
        let spec = assignment.spec();
        let course = assignment
            .course()
            .and_then(|at| plan.courses().get(at))
            .unwrap_or_else(|| panic!("{} should hang from a document", spec.id));
        assert_eq!(course.id(), "sso-arsplan");
        let shown = entry(outcome.calendar(), &spec.id);
        assert_eq!(shown.kind, EntryKind::Assignment);
        assert_eq!(shown.start, spec.start.0);
        assert_eq!(Some(shown.last_day()), spec.end.map(|end| end.0));
        assert_eq!(
            shown.related(Relation::Serves),
            Some("sso-arsplan/2027"),
            "{} should hang from the plan that covers its start",
            spec.id
        );
    }
    let first = &plan.assignments()[0];
    assert_eq!(plan.body(first.from()).id(), "sso");
    assert_eq!(first.spec().to, "oso-aldre", "from SSÖ to an OSÖ group");
}

// rule: SSÖ-7
#[test]
fn a_plan_without_a_meeting_to_adopt_it_is_trouble() {
    let mut document = document();
    let step = document.documents[0]
        .steps
        .iter_mut()
        .find(|step| step.id == "faststallande")
        .expect("the step");
    let planning_wheel::document::StepAt::Meeting(slot) = &mut step.at else {
        panic!("adopted at a meeting");
    };
    slot.months = vec![month(7)];
    let outcome = year(&checked(document), 2027);
    assert!(
        outcome.trouble().iter().any(|trouble| matches!(
            trouble.kind,
            TroubleKind::NoMeetingForStep { year: 2027, .. }
        ) && trouble.path == "/documents/0/steps/1"
            && trouble.entry.as_deref() == Some("sso-arsplan/2028/faststallande")),
        "SSÖ never meets in July: {:?}",
        outcome.trouble()
    );
    let undecided = entry(outcome.calendar(), "sso-arsplan/2028/faststallande");
    assert_eq!(undecided.status, EntryStatus::Undecided);
}

/// The form that holds for an assignment, and its fields with whether each is required.
fn form_of(plan: &Plan, assignment: &str) -> (String, Vec<(String, bool)>) {
    let assignment = plan
        .assignments()
        .iter()
        .find(|one| one.spec().id == assignment)
        .unwrap_or_else(|| panic!("no assignment {assignment}"));
    let form = assignment
        .form()
        .and_then(|at| plan.document().assignment_forms.get(at))
        .expect("the receiver's level should have a form");
    let fields = form.fields.iter();
    (
        form.id.clone(),
        fields
            .map(|field| (field.id.clone(), field.required))
            .collect(),
    )
}

const TO_OSO: &str = "exempel-trygg-hemgang-2027";
const TO_LSO: &str = "exempel-direktiv-avvikelser-2027";

// rule: SSÖ-8
#[test]
fn the_form_of_an_assignment_to_oso() {
    let plan = plan(PLAN);
    let (form, fields) = form_of(&plan, TO_OSO);
    assert_eq!(form, "uppdrag-till-oso");
    let fields: Vec<(&str, bool)> = fields.iter().map(|(id, must)| (&**id, *must)).collect();
    assert_eq!(
        fields,
        [
            ("description", true),
            ("background", true),
            ("purpose", true),
            ("goal", true),
            ("expected_result", true),
            ("end", true),
            ("resources", false),
        ],
        "description, background, purpose, goal, expected result, end date and any resources"
    );
}

/// Headings that the plan says an assignment lacks.
fn missing(document: PlanDocument, assignment: &str) -> Vec<String> {
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let found = findings_of(&plan, &outcome, "assignment_incomplete");
    let found = found
        .iter()
        .filter(|finding| finding.entry.as_deref() == Some(assignment));
    found
        .flat_map(|finding| match &finding.kind {
            FindingKind::AssignmentIncomplete { missing, .. } => missing.clone(),
            other => panic!("{other:?}"),
        })
        .map(|heading| heading.get(Lang::Sv).to_owned())
        .collect()
}

// rule: SSÖ-8
#[test]
fn what_an_assignment_lacks_is_named() {
    let none: [&str; 0] = [];
    assert_eq!(missing(document(), TO_OSO), none, "the example is complete");
    for (field, heading) in [
        ("description", "Kort beskrivning av uppdraget"),
        ("background", "Bakgrund"),
        ("purpose", "Syfte"),
        ("goal", "Mål"),
        ("expected_result", "Förväntat resultat"),
    ] {
        let mut without = document();
        without.assignments[0].texts.remove(field);
        assert_eq!(missing(without, TO_OSO), [heading], "without {field}");
        let mut blank = document();
        blank.assignments[0]
            .texts
            .insert(field.into(), Text::from("  "));
        assert_eq!(missing(blank, TO_OSO), [heading], "{field} left blank");
    }
    let mut endless = document();
    endless.assignments[0].end = None;
    assert_eq!(missing(endless, TO_OSO), ["Slutdatum"]);
    let mut resources = document();
    resources.assignments[0].resources = None;
    assert_eq!(missing(resources, TO_OSO), none, "resources only if any");
    let mut bare = document();
    bare.assignments[0].texts.clear();
    bare.assignments[0].end = None;
    assert_eq!(missing(bare, TO_OSO).len(), 6, "all six at once");
}

// rule: SSÖ-9
#[test]
fn what_a_directive_lacks_is_named() {
    let none: [&str; 0] = [];
    assert_eq!(missing(document(), TO_LSO), none, "the example is complete");
    let mut thin = document();
    let directive = &mut thin.assignments[1];
    for field in ["organisation", "time_plan", "follow_up"] {
        directive.texts.remove(field);
    }
    assert_eq!(
        missing(thin, TO_LSO),
        [
            "Uppdragsorganisation",
            "Tidplan",
            "Uppföljning och utvärdering"
        ]
    );
    // An assignment's texts are not enough for a directive.
    let mut moved = document();
    moved.assignments[0].to = "lso-avvikelser".into();
    assert_eq!(
        missing(moved, TO_OSO),
        [
            "Uppdragsorganisation",
            "Tidplan",
            "Uppföljning och utvärdering"
        ],
        "the set depends on the level of the receiver"
    );
    // A directive needs no end date of its own: its time plan says it.
    let mut endless = document();
    endless.assignments[1].end = None;
    assert_eq!(missing(endless, TO_LSO), none);
}

// rule: SSÖ-9
#[test]
fn the_form_follows_the_level_of_the_receiver() {
    let shipped = plan(PLAN);
    let (form, fields) = form_of(&shipped, TO_LSO);
    assert_eq!(form, "uppdragsdirektiv-till-lso");
    let ids: Vec<&str> = fields.iter().map(|(id, _)| &**id).collect();
    assert_eq!(
        ids,
        [
            "background",
            "description",
            "purpose",
            "goal",
            "expected_result",
            "organisation",
            "time_plan",
            "follow_up",
        ]
    );
    assert!(fields.iter().all(|(_, required)| *required));
    let mut document = document();
    document.assignments[0].to = "lso-avvikelser".into();
    let (form, _) = form_of(&checked(document.clone()), TO_OSO);
    assert_eq!(form, "uppdragsdirektiv-till-lso", "by the receiver's level");
    document.assignments[0].to = "oso-vuxna".into();
    let (form, _) = form_of(&checked(document), TO_OSO);
    assert_eq!(form, "uppdrag-till-oso");
}

// rule: SSÖ-10
#[test]
fn results_of_oso_land_on_the_last_meeting_of_sso() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    for year in FIRST..=LAST {
        for group in OSO {
            let report = entry(calendar, &format!("oso-resultat/{year}/{group}"));
            assert_eq!(report.kind, EntryKind::Report);
            assert_eq!(body_ids(&plan, report), [group, "sso"]);
            meeting_at(&plan, calendar, report, "sso");
            assert_eq!(
                Some(&report.start),
                meeting_days(&plan, calendar, "sso", year).last(),
                "{}: on SSÖ's last meeting of the year",
                report.id
            );
        }
    }
}

/// Reports on an assignment, each on a meeting of its receiver, by day; the last is the final one.
fn reports_on<'a>(
    plan: &Plan,
    calendar: &'a Calendar,
    assignment: &str,
    receiver: &str,
) -> Vec<&'a Entry> {
    let reports: Vec<&Entry> = calendar
        .of_kind(EntryKind::Report)
        .filter(|entry| entry.related(Relation::Serves) == Some(assignment))
        .collect();
    for report in &reports {
        meeting_at(plan, calendar, report, receiver);
    }
    let last = reports.last().expect("an assignment should be reported on");
    assert_eq!(last.id, format!("{assignment}/final"));
    reports
}

// rule: SSÖ-10
#[test]
fn an_assignment_is_reported_on_until_its_end() {
    let (plan, outcome) = computed();
    let calendar = outcome.calendar();
    let reports = reports_on(&plan, calendar, TO_OSO, "sso");
    let found: Vec<NaiveDate> = reports.iter().map(|report| report.start).collect();
    let expected: Vec<NaiveDate> = meetings_of(&plan, calendar, "sso")
        .iter()
        .map(|meeting| meeting.start)
        .filter(|start| (day("2027-01-11")..=day("2027-12-31")).contains(start))
        .collect();
    assert_eq!(
        found, expected,
        "at every meeting of SSÖ, the last one final"
    );

    let reports = reports_on(&plan, calendar, TO_LSO, "oso-aldre");
    let meetings = meetings_of(&plan, calendar, "oso-aldre");
    let last_until = |limit: NaiveDate| {
        meetings
            .iter()
            .map(|meeting| meeting.start)
            .filter(|start| *start <= limit)
            .max()
            .unwrap_or_else(|| panic!("OSÖ should meet before {limit}"))
    };
    let start = day("2027-02-01");
    let due = |months| {
        start
            .checked_add_months(Months::new(months))
            .expect("a day")
    };
    let expected = [due(3), due(6), due(9), day("2027-12-31")].map(last_until);
    let found: Vec<NaiveDate> = reports.iter().map(|report| report.start).collect();
    assert_eq!(
        found, expected,
        "the nearest meeting no later than each third month, and the last no later than the end"
    );
}

// rule: SSÖ-10
#[test]
fn the_last_report_moves_with_the_end() {
    for (end, expected) in [
        ("2027-11-26", "2027-11-26"),
        ("2027-11-25", "2027-09-03"),
        ("2027-09-02", "2027-05-28"),
    ] {
        let mut document = document();
        document.assignments[0].end = Some(Day(day(end)));
        let plan = checked(document);
        let outcome = year(&plan, 2027);
        let last = entry(outcome.calendar(), &format!("{TO_OSO}/final"));
        assert_eq!(last.start, day(expected), "no later than {end}");
        assert!(outcome.trouble().is_empty());
    }
    let mut document = document();
    document.assignments[0].end = Some(Day(day("2027-01-29")));
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    assert!(
        outcome.trouble().iter().any(|trouble| matches!(
            trouble.kind,
            TroubleKind::NoMeetingForReport { due, .. } if due == day("2027-01-29")
        )),
        "SSÖ does not meet in January: {:?}",
        outcome.trouble()
    );
    let finding = only(&plan, &outcome, "no_meeting_for_report");
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.entry.as_deref(), Some(TO_OSO));
}

/// Whose turn it is to lead SSÖ, year by year.
fn chairs(plan: &Plan) -> Vec<String> {
    let outcome = years(plan, FIRST, LAST);
    (FIRST..=LAST)
        .map(|year| {
            let mut found = outcome
                .calendar()
                .of_kind(EntryKind::Office)
                .filter(|entry| {
                    entry.id.starts_with("sso-ordforande/")
                        && entry.range().contains(on(year, 6, 1))
                });
            let (Some(office), None) = (found.next(), found.next()) else {
                panic!("{year}: SSÖ should have one chair");
            };
            let holder = office.holder.as_ref().expect("whose turn it is");
            holder.get(Lang::Sv).to_owned()
        })
        .collect()
}

// rule: SSÖ-11
#[test]
fn the_chair_rotates_at_the_interval_of_the_plan() {
    let (towns, region) = ("Kommunerna", "Region Östergötland");
    let shipped = plan(PLAN);
    assert_eq!(
        chairs(&shipped),
        [
            towns, towns, region, region, towns, towns, region, region, towns
        ],
        "two years each from 2026"
    );
    let outcome = year(&shipped, 2028);
    let office = entry(outcome.calendar(), "sso-ordforande/2028-2029");
    assert_eq!(
        (office.start, office.last_day()),
        (on(2028, 1, 1), on(2029, 12, 31))
    );
    assert!(
        office.reasons.iter().any(|reason| matches!(
            reason,
            Reason::Turn { holder, between }
                if holder.get(Lang::Sv) == region && between.len() == 2
        )),
        "the turn should be said: {:?}",
        office.reasons
    );

    let with_term = |years: u8| {
        let mut document = document();
        let office = document
            .offices
            .iter_mut()
            .find(|office| office.id == "sso-ordforande")
            .expect("the chair");
        office.term = OfficeTerm::Years(years);
        chairs(&checked(document))
    };
    assert_eq!(
        with_term(1),
        [
            towns, region, towns, region, towns, region, towns, region, towns
        ],
        "every year"
    );
    assert_eq!(
        with_term(3),
        [
            towns, towns, towns, region, region, region, towns, towns, towns
        ],
        "every third year"
    );
}

// rule: SSÖ-12
#[test]
fn seats_and_sizes() {
    let plan = plan(PLAN);
    for (body, least, most) in [
        ("sso", 13, 15),
        (OSO[0], 15, 18),
        (OSO[1], 15, 18),
        (OSO[2], 15, 18),
    ] {
        let body = plan.body(plan.body_by_id(body).expect("the body"));
        let size = body.spec().size.as_ref().expect("a size range");
        assert_eq!((size.min, size.max), (least, most), "{}", body.id());
        let fewest: u16 = body.seats().iter().map(|seat| seat.count()).sum();
        let highest: u16 = body.seats().iter().map(|seat| seat.up_to()).sum();
        assert_eq!(
            (fewest, highest),
            (least, most),
            "{}: seats from the list",
            body.id()
        );
    }
}

// rule: SSÖ-12
#[test]
fn seats_outside_the_agreed_size_are_found() {
    let sizes = |document: PlanDocument| {
        let plan = checked(document);
        let outcome = year(&plan, 2027);
        findings_of(&plan, &outcome, "body_size")
            .into_iter()
            .map(|finding| match finding.kind {
                FindingKind::BodySize { body, seats, size } => {
                    (plan.body(body).id().clone(), seats, size)
                }
                other => panic!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(sizes(document()), [], "the shipped seats fit");
    // SSÖ without the directors of education: 9–11 members.
    let mut few = document();
    few.bodies[0].seats.remove(1);
    assert_eq!(sizes(few), [("sso".to_owned(), (9, 11), (13, 15))]);
    // Three managers of each municipality in OSÖ adults: 19–22 members.
    let mut many = document();
    let adults = many.bodies.iter_mut().find(|body| body.id == OSO[1]);
    adults.expect("OSÖ adults").seats[0].count = 3;
    assert_eq!(sizes(many), [(OSO[1].to_owned(), (19, 22), (15, 18))]);
}

/// Pairs of bodies that share people, by id.
fn sharing(plan: &Plan) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    for body in plan.bodies() {
        for other in body.shares() {
            let other = plan.body(*other).id().as_str();
            if body.id().as_str() < other {
                pairs.push((body.id().as_str(), other));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Minutes of the day that a meeting takes; the whole day when it has no time.
fn hours(entry: &Entry) -> (u16, u16) {
    entry.time.map_or((0, 24 * 60), |time: Time| {
        let length = entry.minutes.expect("a length");
        (time.minutes(), time.minutes() + length)
    })
}

/// Days on which two bodies meet apart at the same time.
fn collisions(plan: &Plan, calendar: &Calendar, one: &str, other: &str) -> Vec<NaiveDate> {
    let others = meetings_of(plan, calendar, other);
    let mut days = Vec::new();
    for mine in meetings_of(plan, calendar, one) {
        let (start, end) = hours(mine);
        for theirs in others.iter().filter(|theirs| theirs.id != mine.id) {
            let (from, to) = hours(theirs);
            if theirs.start == mine.start && start < to && from < end {
                days.push(mine.start);
            }
        }
    }
    days
}

// rule: SSÖ-13
#[test]
fn bodies_with_shared_seats_never_meet_at_the_same_time() {
    let plan = plan(PLAN);
    assert_eq!(
        sharing(&plan),
        [
            ("lakemedelsrad", "oso-aldre"),
            ("lso-avvikelser", "oso-aldre"),
            ("lso-avvikelser", "oso-barn-unga"),
            ("lso-avvikelser", "oso-vuxna"),
            ("oso-aldre", "sso"),
            ("oso-barn-unga", "sso"),
            ("oso-vuxna", "sso"),
        ],
        "OSÖ's chairs sit in SSÖ, the deviations group in every OSÖ group"
    );
    let outcome = years(&plan, 2026, 2035);
    for (one, other) in sharing(&plan) {
        assert_eq!(
            collisions(&plan, outcome.calendar(), one, other),
            [],
            "{one} and {other} share people"
        );
    }
}

// rule: SSÖ-13
#[test]
fn shared_seats_move_meetings_apart() {
    // All of LSÖ's and OSÖ's children's meetings on Tuesdays at the same hours.
    let mut document = document();
    let spread = spread_mut(&mut document, "lso-avvikelser-moten");
    spread.weekdays = vec![Weekday::Tuesday];
    spread.prefer = Some(Weekday::Tuesday);
    let days_together = |document: PlanDocument| {
        let plan = checked(document);
        let outcome = years(&plan, 2026, 2035);
        assert_eq!(outcome.trouble(), []);
        collisions(&plan, outcome.calendar(), "lso-avvikelser", "oso-barn-unga")
    };
    assert_eq!(days_together(document.clone()), []);
    // Without the shared seat nothing keeps them apart.
    for body in &mut document.bodies {
        body.seats
            .retain(|seat| seat.from_body.as_deref() != Some("lso-avvikelser"));
    }
    assert_ne!(
        days_together(document),
        [],
        "the seat should be what keeps the two groups apart"
    );
}

// rule: SSÖ-13
#[test]
fn a_meeting_moved_onto_the_same_hours_is_found() {
    let (shipped, outcome) = computed();
    assert_eq!(findings_of(&shipped, &outcome, "shared_seats"), []);
    let day_of = |id: &str| Day(entry(outcome.calendar(), id).start);
    let (from, to) = (
        day_of("lso-avvikelser-moten/2027/5"),
        day_of("oso-vuxna-moten/2027/5"),
    );
    let mut document = document();
    series_mut(&mut document, "lso-avvikelser-moten").edits = vec![Edit::Move {
        occurrence: "2027/5".into(),
        from,
        to,
        reason: Text::from("prov"),
    }];
    let plan = checked(document);
    let outcome = year(&plan, 2027);
    let finding = only(&plan, &outcome, "shared_seats");
    assert_eq!(finding.severity, Severity::Error);
    assert!(
        matches!(finding.kind, FindingKind::SharedSeats { day, .. } if day == to.0),
        "on {to}, not {:?}",
        finding.kind
    );
    assert_eq!(
        collisions(&plan, outcome.calendar(), "lso-avvikelser", "oso-vuxna"),
        [to.0]
    );
}

// rule: SSÖ-14
#[test]
fn the_agreement_has_no_revision_date() {
    let plan = plan(PLAN);
    let source = &plan.document().sources[0];
    assert_eq!(source.valid_from, Some(Day(day("2013-02-20"))));
    assert_eq!(source.valid_until, None, "valid until further notice");
    assert_eq!(source.next_revision, None, "the interval is blank");
    assert_eq!(
        source.revised,
        [Day(day("2014-10-28")), Day(day("2015-03-09"))]
    );
    assert!(
        years(&plan, FIRST, LAST)
            .calendar()
            .of_kind(EntryKind::Revision)
            .next()
            .is_none(),
        "no revision can stand in the calendar"
    );
    assert!(
        plan.document()
            .notes
            .iter()
            .any(|note| note.about.contains(&source.id)),
        "a note should tell the reader"
    );
    let outcome = year(&plan, 2027);
    let finding = only(&plan, &outcome, "no_revision");
    assert_eq!(
        (finding.severity, finding.path.as_str()),
        (Severity::Warning, "/sources/0")
    );
    assert_eq!(finding.sources[0].agreement, source.title);

    let mut dated = document();
    dated.sources[0].next_revision = Some(Day(day("2027-03-09")));
    let dated = checked(dated);
    let outcome = year(&dated, 2027);
    let revision = entry(outcome.calendar(), "samverkansdokument/revision");
    assert_eq!(
        (revision.kind, revision.start),
        (EntryKind::Revision, day("2027-03-09"))
    );
    assert_eq!(revision.last_day(), revision.start);
    assert_eq!(findings_of(&dated, &outcome, "no_revision"), []);
    let later = year(&dated, 2028);
    assert_eq!(
        only(&dated, &later, "revision_overdue").severity,
        Severity::Warning,
        "a day that has passed is overdue the year after"
    );
}
