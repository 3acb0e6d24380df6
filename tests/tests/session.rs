//! What actions do to the shipped plans.

use chrono::Datelike;
use planning_wheel::calendar::{Entry, EntryKind, EntryStatus};
use planning_wheel::compute::compute;
use planning_wheel::document::{Edit, MAX_TEXT, Text, parse, write};
use planning_wheel::error::ProblemKind;
use planning_wheel::findings::findings;
use planning_wheel::session::{Action, HandEdit, Refusal, Rolled, Session, View, roll};
use planning_wheel::text;
use planning_wheel::time::{DateRange, IsoWeek, Lang, Weekday, add_days};
use planning_wheel_tests::{AGREEMENTS, catalogue, day, document_of, entry, plan, year};
use serde_json::json;

const TODAY: &str = "2026-11-20";

fn session(name: &str) -> Session {
    Session::open(document_of(name), catalogue()).unwrap()
}

fn does(session: &mut Session, action: &Action) -> String {
    match session.apply(action, day(TODAY)) {
        Ok(step) => step.title().get(Lang::Sv).to_owned(),
        Err(refusal) => panic!("{}", text::refusal(&refusal, session.plan(), Lang::En)),
    }
}

fn refused(session: &mut Session, action: &Action) -> Refusal {
    session.apply(action, day(TODAY)).unwrap_err()
}

fn by_hand(id: &str, edit: HandEdit) -> Action {
    Action::Meeting {
        id: id.into(),
        edit,
    }
}

fn moved(id: &str, to: &str) -> Action {
    let reason = Text::from("lokalen är upptagen");
    by_hand(
        id,
        HandEdit::Move {
            to: day(to),
            reason,
        },
    )
}

/// The entry as it is in the plan now.
fn now(session: &Session, id: &str) -> Entry {
    let outcome = compute(session.plan(), DateRange::years(2026, 2031).unwrap());
    entry(outcome.calendar(), id).clone()
}

const MEETING: &str = "moten-nso/2027/2";

#[test]
fn a_moved_meeting_shows_where_it_was_and_may_go_back() {
    let mut session = session("sskl-kalmar");
    let first = now(&session, MEETING).start;
    let (to, further) = (add_days(first, 7), add_days(first, 14));
    let title = does(&mut session, &moved(MEETING, &to.to_string()));
    assert!(
        title.starts_with("Flyttade ") && title.contains(" 2027/2 till "),
        "{title}"
    );
    assert_eq!(now(&session, MEETING).moved_from, Some(first));
    does(&mut session, &moved(MEETING, &further.to_string()));
    let meeting = now(&session, MEETING);
    assert_eq!((meeting.start, meeting.moved_from), (further, Some(first)));
    assert_eq!(
        refused(&mut session, &moved(MEETING, &further.to_string())),
        Refusal::SameDay(further)
    );
    does(&mut session, &moved(MEETING, &first.to_string()));
    assert_eq!(
        session.document(),
        &document_of("sskl-kalmar"),
        "back where it was: no edit is left"
    );
}

#[test]
fn like_parts_are_changed_at_once_or_not_at_all() {
    let mut session = session("sso-ostergotland");
    let all = |value| Action::SetAll {
        paths: document_of("sso-ostergotland")
            .meetings
            .iter()
            .map(|one| format!("/meetings/{}/minutes", one.id))
            .collect(),
        value,
    };
    assert!(matches!(
        refused(&mut session, &all(json!("long"))),
        Refusal::Problems(_)
    ));
    assert_eq!(
        does(&mut session, &all(json!(77))),
        "Ändrade längd på 7 ställen"
    );
    assert!(
        session
            .document()
            .meetings
            .iter()
            .all(|one| one.minutes == Some(77))
    );
}

#[test]
fn a_change_by_hand_says_why() {
    let mut session = session("sskl-kalmar");
    let edit = HandEdit::Cancel {
        reason: Text::from(" "),
    };
    assert_eq!(
        refused(&mut session, &by_hand(MEETING, edit)),
        Refusal::NoReason
    );
    let cancel = by_hand(
        MEETING,
        HandEdit::Cancel {
            reason: Text::from("sjukdom"),
        },
    );
    does(&mut session, &cancel);
    assert_eq!(now(&session, MEETING).status, EntryStatus::Cancelled);
    assert_eq!(
        refused(&mut session, &cancel),
        Refusal::Cancelled(MEETING.into())
    );
    does(&mut session, &by_hand(MEETING, HandEdit::Restore));
    assert_eq!(session.document(), &document_of("sskl-kalmar"));
    let none = by_hand("moten-nso/2027/99", HandEdit::Unlock);
    assert_eq!(
        refused(&mut session, &none),
        Refusal::NoMeeting("moten-nso/2027/99".into())
    );
    let unlocked = refused(&mut session, &by_hand(MEETING, HandEdit::Unlock));
    assert_eq!(unlocked, Refusal::NotByHand(MEETING.into()));
}

#[test]
fn one_body_s_meeting_is_changed_alone_where_a_series_serves_several() {
    let mut session = session("social-reko-vasternorrland");
    let several = session
        .plan()
        .series()
        .iter()
        .find(|one| one.id() != &one.spec().id);
    let id = format!("{}/2027/1", several.unwrap().id());
    let to = add_days(now(&session, &id).start, 1);
    does(&mut session, &moved(&id, &to.to_string()));
    let after = year(session.plan(), 2027);
    let meetings = after.calendar().entries().iter();
    let changed: Vec<&String> = meetings
        .filter(|one| one.moved_from.is_some())
        .map(|one| &one.id)
        .collect();
    assert_eq!(changed, [&id]);
}

#[test]
fn a_published_year_stays_and_shows_what_is_moved_later() {
    for name in AGREEMENTS {
        let mut session = session(name);
        let before = year(session.plan(), 2027);
        let meetings = |session: &Session| -> Vec<_> {
            let outcome = year(session.plan(), 2027);
            let all = outcome.calendar().of_kind(EntryKind::Meeting);
            all.map(|one| (one.id.clone(), one.start, one.time))
                .collect()
        };
        let days = meetings(&session);
        does(&mut session, &Action::Publish { year: 2027 });
        assert_eq!(meetings(&session), days, "{name}");
        assert_eq!(session.document().published[0].on.unwrap().0, day(TODAY));
        assert_eq!(
            refused(&mut session, &Action::Publish { year: 2027 }),
            Refusal::Published(2027)
        );
        let found = findings(session.plan(), &year(session.plan(), 2027));
        let was = findings(&plan(name), &before);
        assert_eq!(found.len(), was.len(), "{name}: publishing is no news");
        let (id, first, _) = &days[0];
        does(&mut session, &moved(id, &add_days(*first, 1).to_string()));
        assert_eq!(now(&session, id).moved_from, Some(*first), "{name}");
        does(&mut session, &Action::Unpublish { year: 2027 });
        assert!(session.document().published.is_empty());
    }
}

#[test]
fn what_was_moved_before_is_published_where_it_is() {
    let mut session = session("sskl-kalmar");
    let to = add_days(now(&session, MEETING).start, 7);
    does(&mut session, &moved(MEETING, &to.to_string()));
    does(&mut session, &Action::Publish { year: 2027 });
    let meeting = now(&session, MEETING);
    assert_eq!((meeting.start, meeting.moved_from), (to, None));
    let later = add_days(to, 7);
    does(&mut session, &moved(MEETING, &later.to_string()));
    let meeting = now(&session, MEETING);
    assert_eq!((meeting.start, meeting.moved_from), (later, Some(to)));
    let edits = &session
        .document()
        .meetings
        .iter()
        .find(|one| one.id == "moten-nso")
        .unwrap()
        .edits;
    assert_eq!(
        edits
            .iter()
            .filter(|one| matches!(one, Edit::Move { .. }))
            .count(),
        1
    );
}

#[test]
fn an_added_meeting_has_a_name_of_its_own() {
    let mut session = session("sskl-kalmar");
    let add = |at: &str| Action::AddMeeting {
        series: "moten-nso".into(),
        day: day(at),
        reason: Text::from("brådskande"),
    };
    does(&mut session, &add("2027-06-10"));
    does(&mut session, &add("2027-06-11"));
    assert_eq!(
        now(&session, "moten-nso/2027/extra-1").start,
        day("2027-06-10")
    );
    assert_eq!(
        now(&session, "moten-nso/2027/extra-2").start,
        day("2027-06-11")
    );
    does(&mut session, &moved("moten-nso/2027/extra-2", "2027-06-14"));
    assert_eq!(
        now(&session, "moten-nso/2027/extra-2").start,
        day("2027-06-14")
    );
    assert_eq!(
        refused(&mut session, &add("1999-06-10")),
        Refusal::OutsideSeries(day("1999-06-10"))
    );
}

#[test]
fn a_year_rolls_forward_by_weekday_and_week() {
    for (name, from) in AGREEMENTS
        .into_iter()
        .flat_map(|name| [(name, 2026), (name, 2027), (name, 2032)])
    {
        let mut session = session(name);
        let rolled = roll(session.plan(), from).unwrap();
        let held = compute(session.plan(), DateRange::year(from).unwrap());
        let meetings = held.calendar().of_kind(EntryKind::Meeting).count();
        assert_eq!(
            rolled.carried.len(),
            meetings,
            "{name}: every meeting of {from} is told"
        );
        does(&mut session, &Action::RollForward { from });
        let after = compute(session.plan(), DateRange::year(from + 1).unwrap());
        let mut same = 0;
        for one in &rolled.carried {
            assert!(!one.why.is_empty());
            for lang in [Lang::Sv, Lang::En] {
                assert!(
                    one.why
                        .iter()
                        .all(|why| !text::rolled(why, lang).is_empty())
                );
            }
            let Some((id, to)) = &one.after else { continue };
            assert_eq!(entry(after.calendar(), id).start, *to, "{name} {id}");
            let (old, new) = (one.before.1, *to);
            if one.why == [Rolled::SameWeek] {
                assert_eq!(Weekday::of(old), Weekday::of(new));
                assert_eq!(
                    IsoWeek::of(old).week(),
                    IsoWeek::of(new).week(),
                    "{name} {id}"
                );
                assert_eq!(new.year(), from + 1);
                same += 1;
            } else if !one.why.contains(&Rolled::FollowsRule) {
                assert!(
                    (new - old).num_days().abs_diff(364) <= 28,
                    "{name} {id}: {old} {new}"
                );
            }
        }
        assert!(
            2 * same >= rolled.carried.len(),
            "{name}: {same} of {}",
            rolled.carried.len()
        );
        let again = refused(&mut session, &Action::RollForward { from });
        assert_eq!(
            again,
            Refusal::NothingChanges,
            "{name}: what is rolled is chosen"
        );
    }
}

#[test]
fn several_actions_are_one_step_or_none() {
    let mut session = session("sskl-kalmar");
    let reason = || Text::from("krock");
    let both = |second: &str| Action::All {
        title: Text::both("Ställde in två möten", "Cancelled two meetings"),
        actions: vec![
            by_hand(MEETING, HandEdit::Cancel { reason: reason() }),
            by_hand(second, HandEdit::Cancel { reason: reason() }),
        ],
    };
    let missing = refused(&mut session, &both("moten-nso/2027/99"));
    assert!(matches!(missing, Refusal::NoMeeting(_)) && session.done().is_empty());
    assert_eq!(
        does(&mut session, &both("moten-nso/2027/3")),
        "Ställde in två möten"
    );
    session.undo();
    assert_eq!(session.document(), &document_of("sskl-kalmar"));
}

#[test]
fn a_plan_that_could_not_be_opened_again_is_refused() {
    let mut session = session("sskl-kalmar");
    let text = "å".repeat(MAX_TEXT);
    let note = |number: usize| Action::Add {
        list: "/notes".into(),
        value: json!({ "id": format!("n-{number}"), "text": text }),
        at: None,
    };
    let twenty = |from: usize| Action::All {
        title: Text::from("noter"),
        actions: (from..from + 20).map(note).collect(),
    };
    let mut steps = (0..10).map(|step| session.apply(&twenty(20 * step), day(TODAY)).err());
    let refusal = steps.find_map(|refusal| refusal);
    let Some(Refusal::Problems(problems)) = refusal else {
        panic!("{refusal:?}")
    };
    let kind = &problems.0[0].kind;
    assert!(matches!(kind, ProblemKind::TooLarge { .. }), "{kind:?}");
    assert!(session.document().notes.len() > 90, "there was room");
    assert!(parse(write(session.document()).as_bytes()).is_ok());
}

#[test]
fn undoing_leads_back_to_where_it_was_done() {
    let mut session = session("sskl-kalmar");
    let there = View {
        year: Some(2027),
        ..Default::default()
    };
    session.look(there.clone());
    does(
        &mut session,
        &Action::Set {
            path: "/title".into(),
            value: json!("Ny"),
        },
    );
    session.look(View::default());
    session.undo();
    assert_eq!(session.view(), &there);
}

#[test]
fn a_body_goes_with_what_hangs_from_it_and_nothing_else() {
    for name in AGREEMENTS {
        let document = document_of(name);
        for body in &document.bodies {
            let mut session = session(name);
            let path = format!("/bodies/{}", body.id);
            let title = does(&mut session, &Action::RemoveWhole { path });
            assert!(title.starts_with("Tog bort "), "{title}");
            let left: Vec<_> = session
                .document()
                .bodies
                .iter()
                .map(|one| &one.id)
                .collect();
            let others = document.bodies.iter().map(|one| &one.id);
            let others: Vec<_> = others.filter(|id| **id != body.id).collect();
            assert_eq!(left, others, "{name}: {} took other bodies along", body.id);
            // A series that others hold too goes on without it.
            for series in &document.meetings {
                let alone = series.bodies.iter().all(|id| *id == body.id);
                let stays = session
                    .document()
                    .meetings
                    .iter()
                    .any(|one| one.id == series.id);
                let names = serde_json::to_string(series).unwrap();
                let hangs = names.contains(&format!("\"{}\"", body.id));
                assert!(stays || hangs || alone || !series.bodies.is_empty());
                if !hangs && series.bodies.len() > 1 {
                    assert!(stays, "{name}: {} went with {}", series.id, body.id);
                }
            }
            session.undo();
            assert_eq!(session.document(), &document);
        }
    }
}

#[test]
fn merged_bodies_leave_no_trace_of_the_one_that_goes() {
    let mut session = session("sskl-kalmar");
    let merge = |body: &str, into: &str| Action::MergeBodies {
        body: body.into(),
        into: into.into(),
    };
    let before = session.document().clone();
    let level = |id: &str| {
        before
            .bodies
            .iter()
            .find(|body| body.id == id)
            .unwrap()
            .level
            .clone()
    };
    let like = before
        .bodies
        .iter()
        .filter(|body| body.level == level("lss-chefer"));
    let [first, second, ..] = like.collect::<Vec<_>>()[..] else {
        panic!("the plan has two networks of chiefs");
    };
    let title = does(&mut session, &merge(&second.id, &first.id));
    assert!(
        title.starts_with("Slog ihop ") && title.contains(" med "),
        "{title}"
    );
    let written = serde_json::to_string(session.document()).unwrap();
    assert!(
        !written.contains(&format!("\"{}\"", second.id)),
        "{written}"
    );
    let steps = |document: &planning_wheel::document::PlanDocument| document.documents.len();
    assert_eq!(
        steps(session.document()),
        steps(&before),
        "its documents are the other's now"
    );
    assert_eq!(
        refused(&mut session, &merge(&first.id, &first.id)),
        Refusal::NoBody(first.id.clone())
    );
    assert_eq!(
        refused(&mut session, &merge(&second.id, &first.id)),
        Refusal::NoBody(second.id.clone())
    );
    session.undo();
    assert_eq!(session.document(), &before);
}
