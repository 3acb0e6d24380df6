//! Another id for a part, wherever it is named.

use super::Refusal;
use crate::document::{Catalogue, Change, PlanDocument, to_value, turn, value_at};
use crate::error::{Problem, ProblemKind, Reference};
use crate::plan::{BodyId, Plan};
use serde_json::Value;
use std::collections::BTreeMap;

/// Rounds after which nothing more is looked for: what is made of a part of a part shows when that
/// one can be made again.
const ROUNDS: usize = 8;

/// What changes when a part gets another id.
///
/// Whoever names the part is found by checking the plan without them: each dangling reference is
/// one. So no list of all the places where ids stand can fall behind the format.
pub(super) fn changes(plan: &Plan, path: &str, id: &str) -> Result<Vec<Change>, Refusal> {
    let document = plan.document();
    let place = format!("{path}/id");
    let whole = to_value(document);
    let Some(old) = value_at(&whole, &place).and_then(Value::as_str) else {
        let remove = Change::Remove { path: place };
        return Err(
            turn(document, &[remove]).map_or_else(Refusal::Problems, |_| Refusal::NothingChanges)
        );
    };
    let names = Names::new(plan, old, id);
    let mut all = vec![set(place, id.into())];
    for _ in 0..ROUNDS {
        let turned = turn(document, &all).map_err(Refusal::Problems)?.document;
        let mended = names.mended(&turned);
        if mended.is_empty() {
            break;
        }
        all.extend(mended);
    }
    Ok(all)
}

fn set(path: String, value: Value) -> Change {
    Change::Set { path, value }
}

/// What a part is called, and what the plan calls by names that are made of it.
struct Names<'a> {
    old: &'a str,
    new: &'a str,
    /// Like bodies `nso-2`, and the meetings and offices of one body `meetings-nso`.
    made: BTreeMap<&'a str, String>,
}

impl<'a> Names<'a> {
    fn new(plan: &'a Plan, old: &'a str, new: &'a str) -> Self {
        let named = |written: &str, id: &str| match written == old {
            true => id.replacen(old, new, 1),
            false => id.to_owned(),
        };
        let body = |id: BodyId| {
            let body = plan.body(id);
            named(&body.spec().id, body.id())
        };
        let bodies = plan.bodies().iter();
        let bodies = bodies.map(|one| (one.id(), named(&one.spec().id, one.id())));
        let of_one = |id: &'a String, written: &str, of: Option<BodyId>| {
            let made = of.filter(|_| id != written)?;
            Some((id, format!("{}-{}", named(written, written), body(made))))
        };
        let series = plan.series().iter();
        let series = series
            .filter_map(|one| of_one(one.id(), &one.spec().id, one.bodies().first().copied()));
        let offices = plan.offices().iter();
        let offices = offices.filter_map(|one| of_one(one.id(), &one.spec().id, Some(one.body())));
        let all = bodies.chain(series).chain(offices);
        Self {
            old,
            new,
            made: all.map(|(id, made)| (id.as_str(), made)).collect(),
        }
    }

    /// What an id is now: a part's, one that is made of it, or a step's with its document `plan.nso`.
    fn now(&self, id: &str) -> Option<String> {
        if id == self.old {
            return Some(self.new.to_owned());
        }
        if let Some(made) = self.made.get(id) {
            return Some(made.clone()).filter(|made| made != id);
        }
        match id.split_once('.')? {
            (document, step) if document == self.old => Some(format!("{}.{step}", self.new)),
            (document, step) if step == self.old => Some(format!("{document}.{}", self.new)),
            _ => None,
        }
    }

    /// What lets those who name the part by its old id name it by the new one.
    fn mended(&self, document: &PlanDocument) -> Vec<Change> {
        let checked = Plan::check(document.clone(), &Catalogue::empty());
        let Err(problems) = checked else {
            return Vec::new();
        };
        let value = to_value(document);
        let mended = problems
            .0
            .iter()
            .filter_map(|problem| self.mend(problem, &value));
        mended.flatten().collect()
    }

    fn mend(&self, problem: &Problem, document: &Value) -> Option<Vec<Change>> {
        let path = &problem.path;
        let there = value_at(document, path)?;
        match &problem.kind {
            // Duties go by the catalogue's ids, which are no part's.
            ProblemKind::UnknownReference { what, id, .. } if *what != Reference::Duty => {
                // Days and meetings stand behind the id: `nso/2027/3`.
                let named = there.as_str()?.replacen(id.as_str(), &self.now(id)?, 1);
                Some(vec![set(path.clone(), named.into())])
            }
            // The texts of an assignment stand under the ids of its form's fields.
            ProblemKind::UnknownField { field, .. } => {
                let (above, _) = path.rsplit_once('/')?;
                let to = format!("{above}/{}", self.now(field)?);
                let remove = Change::Remove { path: path.clone() };
                Some(vec![set(to, there.clone()), remove])
            }
            _ => None,
        }
    }
}
