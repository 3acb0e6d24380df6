//! What the screen of a plan asks of a session: previews, days near by, like parts, other ids.

use chrono::NaiveDate;
use planning_wheel::calendar::EntryKind;
use planning_wheel::compute::compute;
use planning_wheel::document::{Edit, Text, to_value, value_at};
use planning_wheel::findings::{FindingKind, findings};
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Scenario, What, consequences};
use planning_wheel::session::{Action, HandEdit, Refusal, Session, Stride, alike, near_day, seat};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, add_days};
use planning_wheel_tests::{
    AGREEMENTS, catalogue, day, document_of, entry, is_workday, plan, year,
};
use serde_json::{Value, json};

const TODAY: &str = "2026-11-20";
const MEETING: &str = "moten-nso/2027/2";

fn session(name: &str) -> Session {
    Session::open(document_of(name), catalogue()).unwrap()
}

fn does(session: &mut Session, action: &Action) -> String {
    match session.apply(action, day(TODAY)) {
        Ok(step) => step.title().get(Lang::Sv).to_owned(),
        Err(refusal) => panic!("{}", text::refusal(&refusal, session.plan(), Lang::En)),
    }
}

fn placed(id: &str, to: NaiveDate, reason: &str) -> Action {
    Action::Meeting {
        id: id.into(),
        edit: HandEdit::Place {
            to,
            reason: Text::from(reason),
        },
    }
}

fn day_of(plan: &Plan, id: &str) -> NaiveDate {
    entry(year(plan, 2027).calendar(), id).start
}

#[test]
fn a_preview_says_what_would_move_and_does_nothing() {
    let session = session("samverkan-blekinge");
    let range = DateRange::year(2027).unwrap();
    let before = Scenario::new(session.plan().clone(), range);
    let calendar = before.outcome().calendar();
    let meeting = calendar
        .of_kind(EntryKind::Meeting)
        .find(|one| !calendar.taking_place_at(one).any(|_| true));
    let meeting = meeting.unwrap();
    let action = placed(&meeting.id, add_days(meeting.start, 7), "");
    let preview = session.preview(&action, day(TODAY)).unwrap();
    assert_eq!(session.document(), &document_of("samverkan-blekinge"));
    assert!(session.steps().is_empty());
    let after = Scenario::new(preview.plan, range);
    let found = consequences(&before, &after);
    let moved = |id: &str| {
        found
            .dates
            .iter()
            .any(|one| one.id == id && one.what == What::Moved)
    };
    assert!(moved(&meeting.id));
    assert!(
        found.dates.len() > 1,
        "its deadlines go with it: {:?}",
        found.dates
    );
    let refused = session.preview(&placed(&meeting.id, meeting.start, ""), day(TODAY));
    assert_eq!(refused.unwrap_err(), Refusal::SameDay(meeting.start));
}

#[test]
fn a_holder_is_said_for_one_body_and_one_period() {
    let mut session = session("sskl-kalmar");
    let range = DateRange::year(2027).unwrap();
    let vacant = |session: &Session| {
        let outcome = compute(session.plan(), range);
        let found = findings(session.plan(), &outcome);
        let vacant = found.iter().filter_map(|one| match &one.kind {
            FindingKind::OfficeVacant { bodies, .. } => Some((one.entry.clone()?, bodies.len())),
            _ => None,
        });
        vacant.collect::<Vec<_>>()
    };
    let before = session.document().clone();
    let all = vacant(&session);
    let (vice, bodies) = &all[1];
    let known = seat(session.plan(), vice).unwrap();
    let all_there_are = before.principals.len() + before.sides.len();
    assert_eq!((known.holders.len(), &known.held), (all_there_are, &None));
    let hold = |id: &str, by: Option<&str>| Action::Hold {
        id: id.into(),
        by: by.map(Into::into),
    };
    let said = does(&mut session, &hold(vice, Some("nybro")));
    assert_eq!(said, "Angav Nybro som Vice ordförande NSO 2027");
    assert_eq!(
        seat(session.plan(), vice).unwrap().held.as_deref(),
        Some("nybro")
    );
    assert_eq!(
        vacant(&session)[1].1,
        bodies - 1,
        "the others are still vacant"
    );
    // Whoever is vice chair is chair the year after, and a second choice takes the first's place.
    does(&mut session, &hold(vice, Some("vimmerby")));
    let later = compute(session.plan(), DateRange::year(2028).unwrap());
    let chair = later.calendar().get("natverk-ordforande-nso/2028").unwrap();
    assert_eq!(chair.holder.as_ref().unwrap().get(Lang::Sv), "Vimmerby");
    does(&mut session, &hold(vice, None));
    assert_eq!(session.document(), &before);
    let refused = session.apply(&hold("moten-nso/2027/1", Some("nybro")), day(TODAY));
    assert!(matches!(refused, Err(Refusal::NoOffice(_))));
    let nobody = session.apply(&hold(vice, Some("ingen")), day(TODAY));
    assert!(matches!(nobody, Err(Refusal::Problems(_))));
}

#[test]
fn a_clash_is_told_before_it_is_made() {
    let session = session("sso-ostergotland");
    let range = DateRange::year(2027).unwrap();
    let before = Scenario::new(session.plan().clone(), range);
    let calendar = before.outcome().calendar();
    let meeting = calendar.of_kind(EntryKind::Meeting).next().unwrap();
    let holiday = day("2027-05-06");
    let action = placed(&meeting.id, holiday, "");
    let preview = session.preview(&action, day(TODAY)).unwrap();
    let found = consequences(&before, &Scenario::new(preview.plan, range));
    assert!(
        found
            .found
            .iter()
            .any(|one| one.entry.as_deref() == Some(&meeting.id)),
        "Ascension Day: {:?}",
        found.found
    );
}

#[test]
fn what_is_placed_is_locked_until_its_year_is_published_and_then_moved() {
    let mut session = session("sskl-kalmar");
    let first = day_of(session.plan(), MEETING);
    let (to, later) = (add_days(first, 7), add_days(first, 14));
    does(&mut session, &placed(MEETING, to, ""));
    assert_eq!(day_of(session.plan(), MEETING), to);
    let of = |session: &Session, which: fn(&Edit) -> bool| {
        let series = session
            .document()
            .meetings
            .iter()
            .find(|one| one.id == "moten-nso");
        series
            .unwrap()
            .edits
            .iter()
            .filter(|edit| which(edit))
            .count()
    };
    let is_lock = |edit: &Edit| matches!(edit, Edit::Lock { .. });
    let is_move = |edit: &Edit| matches!(edit, Edit::Move { .. });
    assert_eq!((of(&session, is_lock), of(&session, is_move)), (1, 0));
    does(&mut session, &placed(MEETING, first, ""));
    assert_eq!(
        (of(&session, is_lock), day_of(session.plan(), MEETING)),
        (1, first)
    );
    does(&mut session, &Action::Publish { year: 2027 });
    let silent = session
        .apply(&placed(MEETING, later, " "), day(TODAY))
        .unwrap_err();
    assert_eq!(silent, Refusal::NoReason);
    does(&mut session, &placed(MEETING, later, "lokalen är upptagen"));
    assert_eq!(
        (of(&session, is_move), day_of(session.plan(), MEETING)),
        (1, later)
    );
    assert_eq!(
        entry(year(session.plan(), 2027).calendar(), MEETING).moved_from,
        Some(first)
    );
}

#[test]
fn what_was_added_is_placed_without_a_lock() {
    let mut session = session("sskl-kalmar");
    let reason = Text::from("brådskande");
    let add = Action::AddMeeting {
        series: "moten-nso".into(),
        day: day("2027-06-10"),
        reason,
    };
    does(&mut session, &add);
    does(
        &mut session,
        &placed("moten-nso/2027/extra-1", day("2027-06-11"), ""),
    );
    assert_eq!(
        day_of(session.plan(), "moten-nso/2027/extra-1"),
        day("2027-06-11")
    );
}

#[test]
fn days_near_by_are_days_on_which_people_work() {
    let plan = plan("sskl-kalmar");
    for start in DateRange::year(2027).unwrap().iter() {
        for (stride, back) in [
            (Stride::Day, false),
            (Stride::Day, true),
            (Stride::Week, false),
            (Stride::Week, true),
        ] {
            let near = near_day(&plan, MEETING, start, stride, back).unwrap();
            assert!(is_workday(near), "{near}");
            assert_eq!(near < start, back, "{start} {near}");
            let days = (near - start).num_days().abs();
            match stride {
                Stride::Day => {
                    let between =
                        (1..days).map(|far| add_days(start, if back { -far } else { far }));
                    assert!(
                        between.into_iter().all(|day| !is_workday(day)),
                        "{start} {near}"
                    );
                }
                Stride::Week if is_workday(start) => assert_eq!(days % 7, 0),
                Stride::Week => {}
            }
        }
    }
    let missing = near_day(
        &plan,
        "finns-inte/2027/1",
        day("2027-01-01"),
        Stride::Day,
        false,
    );
    assert_eq!(missing, Err(Refusal::NoMeeting("finns-inte/2027/1".into())));
}

#[test]
fn county_groups_are_alike_and_change_together() {
    let mut session = session("social-reko-vasternorrland");
    let document = document_of("social-reko-vasternorrland");
    for body in &document.bodies {
        let paths = alike(&document, &format!("/bodies/{}", body.id));
        assert!(paths.contains(&format!("/bodies/{}", body.id)), "{paths:?}");
        for path in &paths {
            assert_eq!(alike(&document, path), paths, "all of a kind say the same");
        }
    }
    let several = document
        .meetings
        .iter()
        .map(|one| format!("/meetings/{}/minutes", one.id));
    let paths = several
        .map(|path| alike(&document, &path))
        .max_by_key(Vec::len)
        .unwrap();
    let value = json!(95);
    does(
        &mut session,
        &Action::SetAll {
            paths: paths.clone(),
            value: value.clone(),
        },
    );
    let after = to_value(session.document());
    for path in &paths {
        assert_eq!(value_at(&after, path), Some(&value), "{path}");
    }
    assert_eq!(alike(&document, "/title"), ["/title"]);
    assert_eq!(
        alike(&document, "/meetings/finns-inte/count"),
        ["/meetings/finns-inte/count"]
    );
}

/// Paths of what in a document has an id: of long lists, the first few.
fn parts(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("id") && !path.starts_with("/published") {
                found.push(path.to_owned());
            }
            for (name, value) in fields {
                parts(value, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate().take(4) {
                parts(value, &format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_parts_of_the_agreements_can_get_another_id() {
    let range = DateRange::year(2027).unwrap();
    // Ids sort entries of one day, and nothing else.
    let gives = |plan: &Plan| {
        let outcome = compute(plan, range);
        let all = outcome.calendar().entries().iter();
        let mut days: Vec<_> = all
            .map(|one| (one.start, one.end, one.kind, one.title.clone()))
            .collect();
        days.sort_by_key(|(start, end, kind, title)| {
            (*start, *end, kind.id(), title.get(Lang::Sv).to_owned())
        });
        days
    };
    for name in AGREEMENTS {
        let mut session = session(name);
        does(&mut session, &Action::Publish { year: 2027 });
        let document = session.document().clone();
        let before = gives(session.plan());
        let mut paths = Vec::new();
        parts(&to_value(&document), "", &mut paths);
        for path in paths.iter().filter(|path| !path.is_empty()) {
            let whole = to_value(&document);
            let old = value_at(&whole, &format!("{path}/id"))
                .unwrap()
                .as_str()
                .unwrap();
            // The end and the resources of an assignment are fields of its own, by these names.
            if path.starts_with("/assignment_forms") && matches!(old, "end" | "resources") {
                continue;
            }
            let id = "alldeles-ny".to_owned();
            does(
                &mut session,
                &Action::Rename {
                    path: path.clone(),
                    id: id.clone(),
                },
            );
            assert!(gives(session.plan()) == before, "{name} {path} was {old}");
            let path = format!("{path}/id");
            let now = to_value(session.document());
            assert_eq!(value_at(&now, &path), Some(&json!(id)));
            session.undo();
            assert_eq!(session.document(), &document, "{path}");
        }
    }
}

#[test]
fn an_id_that_cannot_be_is_refused() {
    let mut session = session("sskl-kalmar");
    let mut rename = |path: &str, id: &str| {
        let (path, id) = (path.to_owned(), id.to_owned());
        session
            .apply(&Action::Rename { path, id }, day(TODAY))
            .unwrap_err()
    };
    for (path, id) in [
        ("/bodies/nso", "Nytt Id"),
        ("/bodies/nso", "lss-chefer"),
        ("/bodies/finns-inte", "nytt"),
        ("/calendar", "nytt"),
    ] {
        assert!(
            matches!(rename(path, id), Refusal::Problems(_)),
            "{path} {id}"
        );
    }
    assert_eq!(rename("/bodies/nso", "nso"), Refusal::NothingChanges);
}

#[test]
fn any_step_can_be_gone_to() {
    let mut session = session("sskl-kalmar");
    let mut passed = vec![session.document().clone()];
    for title in ["ett", "två", "tre"] {
        does(
            &mut session,
            &Action::Set {
                path: "/title".into(),
                value: json!(title),
            },
        );
        passed.push(session.document().clone());
    }
    for (asked, done) in [(1, 1), (3, 3), (0, 0), (2, 2), (9, 3)] {
        assert_eq!(session.go_to(asked), done);
        assert_eq!(session.document(), &passed[done]);
        assert_eq!(session.steps().len(), 3);
    }
}
