//! What was read, taken into a plan: one step that holds together and can be undone.

use super::{data, year};
use planning_wheel::calendar::{EntryKind, EntryStatus};
use planning_wheel::document::{DayFinding, PlanDocument, Text, parse, write};
use planning_wheel::findings::{Finding, FindingKind};
use planning_wheel::import::{Item, Place, read};
use planning_wheel::session::{Action, Import, Refusal, Session, Target};
use planning_wheel::text;
use planning_wheel::time::{Lang, format};
use planning_wheel_tests::{
    catalogue, checked, day, document_of, findings_of, plan, year as computed,
};
use std::collections::BTreeMap;

fn open(name: &str) -> Session {
    Session::open(document_of(name), catalogue()).unwrap()
}

fn take(session: &mut Session, items: Vec<Item>, into: Target) -> Result<String, Refusal> {
    let import = Import {
        from: "fil.ics".into(),
        items,
        into,
    };
    let before = session.document().clone();
    let action = Action::Import(Box::new(import));
    let title = session
        .apply(&action, day("2026-11-20"))?
        .title()
        .get(Lang::Sv)
        .to_owned();
    let after = session.document().clone();
    let written = write(&after);
    assert_eq!(parse(written.as_bytes()).unwrap().document, after);
    session.undo();
    assert_eq!(session.document(), &before);
    session.redo();
    assert_eq!(session.document(), &after);
    Ok(title)
}

fn activities() -> Target {
    Target::Activities {
        groups: BTreeMap::new(),
    }
}

fn on(days: &[&str]) -> Vec<Item> {
    let item = |text: &&str| Item::on(Place::default(), "Möte", day(text));
    days.iter().map(item).collect()
}

fn council() -> Vec<Item> {
    read(
        data("council.ics").as_bytes(),
        year(2027),
        "Europe/Stockholm",
    )
    .items
}

#[test]
fn a_wheel_of_forty_items_gives_forty_entries_on_the_right_days() {
    let mut session = open("sskl-kalmar");
    let found = read(data("wheel.yrw").as_bytes(), year(2027), "Europe/Stockholm");
    let title = take(&mut session, found.items.clone(), activities()).unwrap();
    assert_eq!(title, "Hämtade 40 poster ur fil.ics som aktiviteter");
    for item in &found.items {
        let range = item.range();
        let calendar = planning_wheel::compute::compute(session.plan(), range).into_calendar();
        let same = calendar.of_kind(EntryKind::Activity).filter(|entry| {
            let text =
                |text: &Option<Text>| text.as_ref().map(|text| text.get(Lang::Sv).to_owned());
            entry.title.get(Lang::Sv) == item.title
                && entry.range() == range
                && entry.time == item.time
                && text(&entry.note) == item.note
        });
        assert_eq!(same.count(), 1, "{item:?}");
    }
    let again = take(&mut session, found.items, activities());
    assert_eq!(again, Err(Refusal::NothingChanges));
}

#[test]
fn groups_lead_to_bodies_by_name_or_by_hand() {
    let mut session = open("sskl-kalmar");
    let body = session.plan().bodies()[0].clone();
    let mut items = on(&["2027-03-11", "2027-03-12"]);
    items[0].groups = vec![body.name().get(Lang::Sv).to_owned()];
    items[1].groups = vec!["Ledningen".into(), "Ingen".into()];
    let groups = BTreeMap::from([("Ledningen".to_owned(), body.id().clone())]);
    take(&mut session, items, Target::Activities { groups }).unwrap();
    let activities = &session.document().activities;
    let own: Vec<_> = activities
        .iter()
        .rev()
        .take(2)
        .map(|one| one.bodies.clone())
        .collect();
    assert_eq!(own, [[body.id().clone()], [body.id().clone()]]);
}

#[test]
fn days_are_held_by_the_meetings_of_a_series() {
    let mut session = open("sskl-kalmar");
    let series = "moten-nso".to_owned();
    let wanted = [
        "2027-02-04",
        "2027-03-11",
        "2027-05-20",
        "2027-09-16",
        "2027-12-02",
    ];
    take(
        &mut session,
        on(&wanted),
        Target::Days {
            series: series.clone(),
        },
    )
    .unwrap();
    let outcome = computed(session.plan(), 2027);
    let meetings: Vec<_> = outcome
        .calendar()
        .of_kind(EntryKind::Meeting)
        .filter(|entry| entry.id.starts_with(&format!("{series}/")))
        .collect();
    let fixed: Vec<String> = meetings
        .iter()
        .filter(|entry| entry.status == EntryStatus::Fixed)
        .map(|entry| format(entry.start))
        .collect();
    assert_eq!(fixed, wanted);
    assert_eq!(
        meetings.len(),
        series_count("sskl-kalmar", &series),
        "no meeting comes or goes"
    );
}

fn series_count(name: &str, series: &str) -> usize {
    let outcome = computed(&plan(name), 2027);
    let own = outcome.calendar().of_kind(EntryKind::Meeting);
    own.filter(|entry| entry.id.starts_with(&format!("{series}/")))
        .count()
}

#[test]
fn days_beyond_the_meetings_are_added_and_written_days_join_the_others() {
    let mut session = open("sskl-kalmar");
    let series = session.plan().series()[0].id().clone();
    let count = series_count("sskl-kalmar", &series);
    let days: Vec<String> = (0..count + 2)
        .map(|at| format!("2027-{:02}-{:02}", at % 11 + 1, 5 + at / 11 * 7))
        .collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    take(
        &mut session,
        on(&days),
        Target::Days {
            series: series.clone(),
        },
    )
    .unwrap();
    let held = planning_wheel_tests::days_of(
        session.plan(),
        computed(session.plan(), 2027).calendar(),
        session
            .plan()
            .body(session.plan().series()[0].bodies()[0])
            .id(),
        EntryKind::Meeting,
    );
    for text in &days {
        assert!(held.contains(&day(text)), "{text} is not in {held:?}");
    }

    let mut document = PlanDocument::blank("plan", "Plan");
    let body = document_of("sskl-kalmar").bodies[0].clone();
    let mut series = document_of("sskl-kalmar").meetings[0].clone();
    series.bodies = vec![body.id.clone()];
    series.days = DayFinding::Fixed(vec![planning_wheel::time::Day(day("2027-03-11"))]);
    series.cite.clear();
    series.deadlines.clear();
    series.standing_items.clear();
    series.preparation = None;
    document.bodies = vec![planning_wheel::document::Body {
        cite: Vec::new(),
        parent: None,
        seats: Vec::new(),
        quorum: None,
        shares_seats_with: Vec::new(),
        level: "strategic".into(),
        ..body
    }];
    let id = series.id.clone();
    document.meetings = vec![series];
    let mut session = Session::open(document, catalogue()).unwrap();
    take(
        &mut session,
        on(&["2027-01-14", "2027-03-11"]),
        Target::Days { series: id },
    )
    .unwrap();
    let DayFinding::Fixed(days) = &session.document().meetings[0].days else {
        panic!()
    };
    let days: Vec<String> = days.iter().map(|day| format(day.0)).collect();
    assert_eq!(days, ["2027-01-14", "2027-03-11"]);
}

fn background(bodies: &[&str]) -> Target {
    Target::Background {
        id: "ks".into(),
        title: "Kommunens kalender".into(),
        bodies: bodies.iter().map(|body| (*body).to_owned()).collect(),
    }
}

fn clashes(found: &[Finding]) -> Vec<&Finding> {
    let clash = |one: &&Finding| matches!(one.kind, FindingKind::BackgroundClash { .. });
    found.iter().filter(clash).collect()
}

#[test]
fn a_background_is_shown_as_its_own_kind_and_replaced_as_a_whole() {
    let mut session = open("sskl-kalmar");
    let before = computed(session.plan(), 2027);
    take(&mut session, council(), background(&[])).unwrap();
    let after = computed(session.plan(), 2027);
    let own: Vec<_> = after.calendar().of_kind(EntryKind::Background).collect();
    // One of the eighteen is cancelled.
    assert_eq!(own.len(), 17);
    assert_eq!(own[0].id, "ks/2027-01-12");
    assert_eq!(
        text::reason(&own[0].reasons[0], Lang::Sv),
        "Står i kalendern ”Kommunens kalender”"
    );
    let others = |outcome: &planning_wheel::compute::Outcome| {
        let entries = outcome.calendar().entries().iter();
        entries
            .filter(|entry| entry.kind != EntryKind::Background)
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(others(&before), others(&after), "no meeting moves for it");
    take(&mut session, on(&["2027-03-11"]), background(&[])).unwrap();
    assert_eq!(session.document().backgrounds.len(), 1);
    assert_eq!(session.document().backgrounds[0].days.len(), 1);
}

#[test]
fn a_meeting_clashes_with_the_background_at_the_same_hours_only() {
    let plan = plan("sskl-kalmar");
    let outcome = computed(&plan, 2027);
    let alone = |entry: &&planning_wheel::calendar::Entry| {
        entry.kind == EntryKind::Meeting && entry.bodies.len() == 1
    };
    let meeting = outcome.calendar().entries().iter().find(alone).unwrap();
    let body = plan.body(meeting.bodies[0]).id().clone();
    let other = plan
        .bodies()
        .iter()
        .find(|one| *one.id() != body)
        .unwrap()
        .id()
        .clone();
    let found = |time: Option<&str>, own: Option<&str>, bodies: &[&str]| {
        let mut session = open("sskl-kalmar");
        let mut item = Item::on(Place::default(), "Fullmäktige", meeting.start);
        (item.time, item.minutes) = (time.map(|time| time.parse().unwrap()), Some(60));
        take(&mut session, vec![item], background(bodies)).unwrap();
        let mut document = session.document().clone();
        for series in &mut document.meetings {
            (series.time, series.minutes) = (own.map(|own| own.parse().unwrap()), Some(60));
        }
        let plan = checked(document);
        let found = findings_of(&plan, &computed(&plan, 2027), "background_clash");
        let all = clashes(&found);
        all.iter()
            .filter(|one| one.entry.as_ref() == Some(&meeting.id))
            .count()
    };
    assert_eq!(found(Some("09:00"), Some("09:30"), &[]), 1);
    assert_eq!(found(Some("09:00"), Some("10:00"), &[]), 0);
    // What has no time takes the whole day.
    assert_eq!(found(None, Some("10:00"), &[]), 1);
    assert_eq!(found(Some("09:00"), None, &[body.as_str()]), 1);
    assert_eq!(found(Some("09:00"), None, &[other.as_str()]), 0);
}

#[test]
fn clashes_are_told_in_both_languages() {
    let mut session = open("sskl-kalmar");
    let meeting = computed(session.plan(), 2027);
    let meeting = meeting
        .calendar()
        .of_kind(EntryKind::Meeting)
        .next()
        .unwrap()
        .clone();
    let item = Item::on(Place::default(), "Fullmäktige", meeting.start);
    take(&mut session, vec![item], background(&[])).unwrap();
    let found = findings_of(
        session.plan(),
        &computed(session.plan(), 2027),
        "background_clash",
    );
    let clash = clashes(&found)[0];
    assert_eq!(clash.severity.id(), "warning");
    for (lang, words) in [
        (
            Lang::Sv,
            "krockar med ”Fullmäktige” i ”Kommunens kalender”.",
        ),
        (
            Lang::En,
            "clashes with “Fullmäktige” of “Kommunens kalender”.",
        ),
    ] {
        let told = text::finding(clash, session.plan(), lang);
        assert!(told.ends_with(words), "{told}");
    }
}

#[test]
fn what_cannot_be_taken_is_refused() {
    let mut session = open("sskl-kalmar");
    let series = session.plan().series()[0].id().clone();
    let mut cancelled = on(&["2027-03-11"]);
    cancelled[0].status = EntryStatus::Cancelled;
    let mut long = on(&["2027-03-11"]);
    long[0].end = day("2047-01-01");
    let to = |series: &str| Target::Days {
        series: series.to_owned(),
    };
    for (items, into, wanted) in [
        (Vec::new(), activities(), Refusal::NothingToImport),
        (cancelled, activities(), Refusal::NothingToImport),
        (long, activities(), Refusal::TooLong("Möte".into())),
        (
            on(&["2027-03-11"]),
            to("finns-inte"),
            Refusal::NoSeries("finns-inte".into()),
        ),
        (
            on(&["1999-03-11"]),
            to(&series),
            Refusal::OutsideSeries(day("1999-03-11")),
        ),
    ] {
        let refused = take(&mut session, items, into).unwrap_err();
        assert_eq!(refused, wanted);
        for lang in [Lang::Sv, Lang::En] {
            assert!(text::refusal(&refused, session.plan(), lang).ends_with('.'));
        }
    }
    let unknown = take(
        &mut session,
        on(&["2027-03-11"]),
        background(&["finns-inte"]),
    );
    assert!(matches!(unknown, Err(Refusal::Problems(_))));
    session
        .apply(&Action::Publish { year: 2027 }, day("2026-11-20"))
        .unwrap();
    let published = take(&mut session, on(&["2027-03-11"]), to(&series));
    assert_eq!(published, Err(Refusal::Published(2027)));
}

#[test]
fn texts_that_no_plan_may_hold_are_made_to_fit() {
    let mut session = open("sskl-kalmar");
    let mut items = on(&["2027-03-11"]);
    items[0].title = "M\u{0}öte\u{1b}[31m".into();
    items[0].note = Some("å".repeat(20_000) + "\r\n");
    items[0].link = Some("javascript:alert(1)".into());
    take(&mut session, items.clone(), activities()).unwrap();
    let own = session.document().activities.last().unwrap();
    assert_eq!(own.title, "Möte[31m".into());
    let note = own.note.as_ref().unwrap().get(Lang::Sv);
    assert!(note.chars().count() == planning_wheel::document::MAX_TEXT && note.ends_with('…'));
    assert_eq!(own.link, None);
    take(&mut session, items, background(&[])).unwrap();
}

#[test]
fn backgrounds_merge_day_by_day() {
    let mut session = open("sskl-kalmar");
    take(
        &mut session,
        on(&["2027-03-11", "2027-04-15"]),
        background(&[]),
    )
    .unwrap();
    let base = session.document().clone();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.backgrounds[0].days[0].title = Some("Extra".into());
    theirs.backgrounds[0].days.remove(1);
    let merged = planning_wheel::merge::merge(&base, &mine, &theirs);
    assert!(merged.conflicts.is_empty());
    let document = merged.document(None, &catalogue()).unwrap();
    assert_eq!(document.backgrounds[0].days.len(), 1);
    assert_eq!(document.backgrounds[0].days[0].title, Some("Extra".into()));
}

#[test]
fn a_backgrounds_own_faults_are_told_with_their_places() {
    let mut document = document_of("sskl-kalmar");
    let own = serde_json::json!([{ "id": "ks", "title": "KS", "bodies": ["nzo"], "days": [
        { "id": "a", "date": "2027-03-11", "until": "2027-03-10" }, { "id": "a", "date": "2027-03-12" }, { "id": "Å", "date": "2027-03-13" }
    ]}]);
    document.backgrounds = serde_json::from_value(own).unwrap();
    let problems = planning_wheel::plan::Plan::check(document, &catalogue()).unwrap_err();
    let paths: Vec<&str> = problems.0.iter().map(|one| one.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/backgrounds/0/days/0",
            "/backgrounds/0/days/1/id",
            "/backgrounds/0/days/2/id",
            "/backgrounds/0/bodies/0"
        ]
    );
}
