//! Whatever two people do to the same plan: nothing of either is lost.

use super::session::{act, attempt};
use super::variation::plans;
use planning_wheel::document::{Change, PlanDocument, differences, to_value, value_at};
use planning_wheel::merge::{About, Conflict, Merged, Side, merge};
use planning_wheel::session::Session;
use planning_wheel_tests::catalogue;
use proptest::prelude::*;
use serde_json::Value;

/// A plan after some actions.
fn after(
    document: &PlanDocument,
    attempts: &[super::session::Try],
) -> Result<Option<PlanDocument>, TestCaseError> {
    let Ok(mut session) = Session::open(document.clone(), catalogue()) else {
        return Ok(None);
    };
    act(&mut session, attempts)?;
    Ok(Some(session.document().clone()))
}

fn touches(conflict: &Conflict, path: &str) -> bool {
    let inside = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    inside(&conflict.path, path) || inside(path, &conflict.path)
}

/// True when a change of a side is in the merged document or in a conflict.
fn is_kept(change: &Change, side: &Value, merged: &Merged) -> bool {
    let path = change.path();
    if merged.conflicts.iter().any(|one| touches(one, path)) {
        return true;
    }
    match change {
        Change::Set { .. } | Change::Remove { .. } => {
            let (wanted, got) = (value_at(side, path), value_at(&merged.value, path));
            // Further changes by the other side inside what was set show as its own.
            wanted.is_some() == got.is_some()
                && (wanted == got || wanted.is_some_and(|one| one.is_object() || one.is_array()))
        }
        Change::Insert { value, .. } | Change::Append { value, .. } => {
            let list = value_at(&merged.value, path).and_then(Value::as_array);
            list.is_some_and(|list| list.contains(value))
        }
        Change::Reorder { .. } => {
            let (list, _) = path.rsplit_once('/').unwrap();
            let ids = |of: &Value| -> Vec<String> {
                let list = value_at(of, list).and_then(Value::as_array);
                list.into_iter()
                    .flatten()
                    .filter_map(planning_wheel::document::key_of)
                    .collect()
            };
            let (own, got) = (ids(side), ids(&merged.value));
            let both = |keys: &[String], other: &[String]| -> Vec<String> {
                keys.iter()
                    .filter(|key| other.contains(key))
                    .cloned()
                    .collect()
            };
            both(&own, &got) == both(&got, &own)
        }
    }
}

fn attempts() -> impl Strategy<Value = Vec<super::session::Try>> {
    prop::collection::vec(attempt(), 0..6)
}

proptest! {
    #![proptest_config(super::config(60))]

    #[test]
    fn nothing_of_either_side_is_lost(plan in plans(1), one in attempts(), other in attempts()) {
        let base = plan.value.document().clone();
        let (Some(mine), Some(theirs)) = (after(&base, &one)?, after(&base, &other)?) else { return Ok(()) };
        let merged = merge(&base, &mine, &theirs);
        let before = to_value(&base);
        for side in [&mine, &theirs] {
            let side = to_value(side);
            for found in differences(&before, &side) {
                prop_assert!(is_kept(&found.change, &side, &merged), "{:?}\n{:#?}", found.change, merged.conflicts);
            }
        }
        // The other way round: the same document, and the same conflicts with their sides changed.
        let turned = merge(&base, &theirs, &mine);
        prop_assert_eq!(&turned.value, &merged.value);
        let swapped: Vec<Conflict> = turned.conflicts.into_iter()
            .map(|one| Conflict { mine: one.theirs, theirs: one.mine, ..one })
            .collect();
        prop_assert_eq!(&swapped, &merged.conflicts);
        // With an unchanged side, the other as it is.
        for (one, other) in [(&base, &mine), (&mine, &base), (&mine, &mine)] {
            let alone = merge(&base, one, other);
            prop_assert!(alone.conflicts.is_empty());
            prop_assert_eq!(&alone.document(None, &catalogue()), &Ok(mine.clone()));
        }
        // A plan, or the reasons why not; settled for a side, what that side wanted.
        for side in [Side::Mine, Side::Theirs] {
            let Ok(settled) = merged.document(Some(side), &catalogue()) else { continue };
            let settled = to_value(&settled);
            for conflict in merged.conflicts.iter().filter(|one| one.about == About::Field) {
                let wanted = match side { Side::Mine => &conflict.mine, Side::Theirs => &conflict.theirs };
                prop_assert_eq!(value_at(&settled, &conflict.path), wanted.as_ref(), "{}", conflict.path);
            }
        }
    }
}
