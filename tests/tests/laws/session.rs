//! Whatever a person does to a plan: it stays a plan or is refused, and all of it can be undone.

use super::variation::{check, plans};
use planning_wheel::calendar::EntryKind;
use planning_wheel::compute::compute;
use planning_wheel::document::{Change, PlanDocument, Text, from_value, parse, to_value, write};
use planning_wheel::error::Problems;
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::session::{Action, HandEdit, Refusal, Session};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, add_days};
use planning_wheel_tests::{catalogue, day};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Something to try; what it means depends on the plan as it is then.
#[derive(Clone, Debug)]
pub(super) enum Try {
    Set(Index, &'static str, Value),
    SetAll(&'static str, Value),
    Remove(Index, Index),
    Add(Index),
    Reorder(Index, usize),
    Meeting(Index, i32, Hand),
    AddMeeting(Index, i32, u16),
    Hold(Index, i32, Option<Index>),
    Publish(i32),
    Unpublish(i32),
    Roll(i32),
    Rename(Index, &'static str),
    Fix(Index),
    Together(Index, Index),
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Hand {
    Move(i64),
    Cancel,
    Lock(Option<i64>),
    Place(i64),
    Unlock,
    Restore,
}

pub(super) fn attempt() -> impl Strategy<Value = Try> {
    let year = || 2026..2030_i32;
    let hand = prop_oneof![
        4 => (-40..40_i64).prop_map(Hand::Move),
        1 => Just(Hand::Cancel),
        2 => prop::option::of(-20..20_i64).prop_map(Hand::Lock),
        2 => (-20..20_i64).prop_map(Hand::Place),
        1 => Just(Hand::Unlock),
        2 => Just(Hand::Restore),
    ];
    let field = prop_oneof![
        (0..12_u8).prop_map(|min| (
            "count",
            json!({ "per": "year", "min": min, "max": min + 2 })
        )),
        select(vec!["2", "fel", "09:30"]).prop_map(|time| ("time", json!(time))),
        (0..300_u16).prop_map(|minutes| ("minutes", json!(minutes))),
        Just(("titel", json!("okänt fält"))),
        Just(("bodies", json!(["finns-inte"]))),
        (2026..2031_i32).prop_map(|year| ("until_year", json!(year))),
    ];
    prop_oneof![
        3 => (any::<Index>(), field).prop_map(|(at, (name, value))| Try::Set(at, name, value)),
        1 => (30..200_u16).prop_map(|minutes| Try::SetAll("minutes", json!(minutes))),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(list, at)| Try::Remove(list, at)),
        1 => any::<Index>().prop_map(Try::Add),
        1 => (any::<Index>(), 0..9_usize).prop_map(|(at, to)| Try::Reorder(at, to)),
        6 => (any::<Index>(), year(), hand).prop_map(|(at, year, hand)| Try::Meeting(at, year, hand)),
        1 => (any::<Index>(), year(), 0..366_u16).prop_map(|(at, year, day)| Try::AddMeeting(at, year, day)),
        2 => (any::<Index>(), year(), prop::option::of(any::<Index>())).prop_map(|(at, year, by)| Try::Hold(at, year, by)),
        2 => year().prop_map(Try::Publish),
        1 => year().prop_map(Try::Unpublish),
        2 => year().prop_map(Try::Roll),
        1 => (any::<Index>(), select(vec!["nytt-id", "Fel id"])).prop_map(|(at, id)| Try::Rename(at, id)),
        2 => any::<Index>().prop_map(Try::Fix),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Try::Together(one, other)),
    ]
}

impl Try {
    /// The action that it means for a plan; nothing when the plan has no such part.
    fn action(&self, session: &Session) -> Option<Action> {
        let (plan, document) = (session.plan(), session.document());
        let series = |at: &Index| {
            let all = &document.meetings;
            (!all.is_empty()).then(|| at.index(all.len()))
        };
        Some(match self {
            Self::Set(at, name, value) => Action::Set {
                path: format!("/meetings/{}/{name}", series(at)?),
                value: value.clone(),
            },
            Self::SetAll(name, value) => Action::SetAll {
                paths: document
                    .meetings
                    .iter()
                    .map(|one| format!("/meetings/{}/{name}", one.id))
                    .collect(),
                value: value.clone(),
            },
            Self::Remove(list, at) => {
                let value = serde_json::to_value(document).unwrap();
                let lists: Vec<(&String, usize)> = value
                    .as_object()?
                    .iter()
                    .filter_map(|(name, list)| Some((name, list.as_array()?.len())))
                    .collect();
                let (name, length) = lists[list.index(lists.len())];
                Action::Remove {
                    path: format!("/{name}/{}", at.index(length)),
                }
            }
            Self::Add(at) => {
                let mut value = serde_json::to_value(&document.meetings[series(at)?]).unwrap();
                value["id"] = json!(format!("ny-{}", session.done().len()));
                value["edits"] = json!([]);
                Action::Add {
                    list: "/meetings".into(),
                    value,
                    at: Some(at.index(document.meetings.len() + 1)),
                }
            }
            Self::Reorder(at, to) => Action::Reorder {
                path: format!("/meetings/{}", document.meetings[series(at)?].id),
                to: *to,
            },
            Self::Meeting(at, year, hand) => {
                let (id, day) = meeting(session, at, *year)?;
                hand.action(id, day)
            }
            Self::AddMeeting(at, year, days) => Action::AddMeeting {
                series: plan
                    .series()
                    .get(at.index(plan.series().len().max(1)))?
                    .id()
                    .clone(),
                day: add_days(planning_wheel_tests::new_year(*year), i64::from(*days)),
                reason: Text::from("behövs"),
            },
            Self::Hold(at, year, by) => {
                let outcome = compute(plan, DateRange::year(*year)?);
                let offices: Vec<_> = outcome.calendar().of_kind(EntryKind::Office).collect();
                let id = offices.get(at.index(offices.len().max(1)))?.id.clone();
                let all = &document.principals;
                let by = by.and_then(|by| all.get(by.index(all.len().max(1))));
                Action::Hold {
                    id,
                    by: by.map(|one| one.id.clone()),
                }
            }
            Self::Publish(year) => Action::Publish { year: *year },
            Self::Unpublish(year) => Action::Unpublish { year: *year },
            Self::Roll(from) => Action::RollForward { from: *from },
            Self::Rename(at, id) => {
                let all = &document.bodies;
                let body = all.get(at.index(all.len().max(1)))?;
                Action::Rename {
                    path: format!("/bodies/{}", body.id),
                    id: (*id).to_owned(),
                }
            }
            Self::Fix(at) => {
                let outcome = compute(plan, DateRange::years(2026, 2029)?);
                let found = findings(plan, &outcome);
                let fixes: Vec<_> = found.iter().filter_map(|one| one.fix.clone()).collect();
                (!fixes.is_empty()).then(|| Action::Fix(fixes[at.index(fixes.len())].clone()))?
            }
            Self::Together(one, other) => Action::All {
                title: Text::from("båda"),
                actions: [(one, Hand::Move(7)), (other, Hand::Cancel)]
                    .into_iter()
                    .filter_map(|(at, hand)| {
                        let (id, day) = meeting(session, at, 2027)?;
                        Some(hand.action(id, day))
                    })
                    .collect(),
            },
        })
    }
}

impl Hand {
    fn action(self, id: String, day: chrono::NaiveDate) -> Action {
        let reason = Text::from("krock");
        let edit = match self {
            Self::Move(days) => HandEdit::Move {
                to: add_days(day, days),
                reason,
            },
            Self::Cancel => HandEdit::Cancel { reason },
            Self::Lock(days) => HandEdit::Lock {
                day: days.map(|days| add_days(day, days)),
            },
            Self::Place(days) => HandEdit::Place {
                to: add_days(day, days),
                reason,
            },
            Self::Unlock => HandEdit::Unlock,
            Self::Restore => HandEdit::Restore,
        };
        Action::Meeting { id, edit }
    }
}

/// Id and day of a meeting of a year.
fn meeting(session: &Session, at: &Index, year: i32) -> Option<(String, chrono::NaiveDate)> {
    let outcome = compute(session.plan(), DateRange::year(year)?);
    let all: Vec<_> = outcome.calendar().of_kind(EntryKind::Meeting).collect();
    let entry = all.get(at.index(all.len().max(1)))?;
    Some((entry.id.clone(), entry.start))
}

/// A document with changes, made the long way: all of it written out, changed and read again.
fn whole(document: &PlanDocument, changes: &[Change]) -> Result<PlanDocument, Problems> {
    let mut value = to_value(document);
    for change in changes {
        change.apply(&mut value)?;
    }
    let document = from_value(&value)?;
    Plan::check(document.clone(), &catalogue()).map(|_| document)
}

/// Does what can be done; gives the documents that were passed on the way, the first one included.
pub(super) fn act(
    session: &mut Session,
    attempts: &[Try],
) -> Result<Vec<PlanDocument>, TestCaseError> {
    let mut passed = vec![session.document().clone()];
    for attempt in attempts {
        let Some(action) = attempt.action(session) else {
            continue;
        };
        let before = session.document().clone();
        let preview = session.preview(&action, day("2026-11-20"));
        let preview = preview.map(|preview| preview.plan.document().clone());
        match session.apply(&action, day("2026-11-20")) {
            Ok(step) => {
                let step = step.clone();
                for lang in [Lang::Sv, Lang::En] {
                    prop_assert!(!step.title().get(lang).trim().is_empty(), "{action:?}");
                }
                let now = session.document().clone();
                prop_assert_eq!(preview.as_ref(), Ok(&now));
                prop_assert_ne!(&now, &before, "{:?}", action);
                prop_assert!(check(now.clone()).is_ok(), "{action:?}");
                let read = parse(write(&now).as_bytes());
                prop_assert_eq!(read.map(|parsed| parsed.document), Ok(now.clone()));
                prop_assert_eq!(whole(&before, step.changes()), Ok(now.clone()));
                passed.push(now);
            }
            Err(refusal) => {
                prop_assert_eq!(session.document(), &before, "{:?}", refusal);
                prop_assert_eq!(preview.as_ref(), Err(&refusal));
                if let Refusal::Problems(problems) = &refusal
                    && let Ok(changes) = action.changes(session.plan(), day("2026-11-20"))
                {
                    prop_assert_eq!(whole(&before, &changes), Err(problems.clone()));
                }
                for lang in [Lang::Sv, Lang::En] {
                    let words = text::refusal(&refusal, session.plan(), lang);
                    prop_assert!(words.ends_with(['.', '?']), "{words}");
                }
            }
        }
    }
    Ok(passed)
}

proptest! {
    #![proptest_config(super::config(60))]

    #[test]
    fn whatever_is_done_can_be_undone_and_done_again(
        plan in plans(2),
        attempts in prop::collection::vec(attempt(), 1..14),
    ) {
        let document = plan.value.document().clone();
        let Ok(mut session) = Session::open(document, catalogue()) else { return Ok(()) };
        let passed = act(&mut session, &attempts)?;
        prop_assert_eq!(session.done().len() + 1, passed.len());
        for before in passed.iter().rev().skip(1) {
            prop_assert!(session.undo().is_some());
            prop_assert_eq!(session.document(), before);
        }
        prop_assert!(session.undo().is_none() && session.next_undo().is_none());
        for after in passed.iter().skip(1) {
            prop_assert!(session.redo().is_some());
            prop_assert_eq!(session.document(), after);
        }
        prop_assert!(session.redo().is_none() && session.next_redo().is_none());
    }

    #[test]
    fn something_new_after_undoing_forgets_what_was_undone(
        plan in plans(0),
        attempts in prop::collection::vec(attempt(), 3..8),
        back in 1..4_usize,
    ) {
        let document = plan.value.document().clone();
        let Ok(mut session) = Session::open(document, catalogue()) else { return Ok(()) };
        let passed = act(&mut session, &attempts)?;
        let back = back.min(session.done().len());
        for _ in 0..back {
            session.undo();
        }
        let title = Action::Set { path: "/title".into(), value: json!("Något annat") };
        prop_assert!(session.apply(&title, day("2026-11-20")).is_ok());
        prop_assert_eq!(session.done().len(), passed.len() - back);
        prop_assert!(session.redo().is_none());
        session.undo();
        prop_assert_eq!(session.document(), &passed[passed.len() - 1 - back]);
    }
}
