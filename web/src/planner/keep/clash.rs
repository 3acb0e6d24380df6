//! Two people's changes of one plan: what goes together, and what somebody has to choose.

use super::news::Theirs;
use crate::shared::Shared;
use planning_wheel::document::{PlanDocument, from_value, open, parse, to_value};
use planning_wheel::merge::{Merged, Side, merge};
use serde_json::Value;

/// How far the two go together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Meeting {
    /// The other one took the plan away.
    Gone,
    /// What the other one made cannot be read here, such as a newer format.
    Unreadable,
    /// What both began with is not known: one or the other.
    Whole(Shared<Value>),
    /// Merged, with what they disagree on.
    Merged(Shared<Merged>),
}

/// A plan that two have changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clash {
    pub(crate) meeting: Meeting,
    /// The plan as it is here.
    pub(crate) mine: Shared<Value>,
    /// The other one changed the file, and not what the browser keeps.
    pub(crate) file: bool,
    theirs: Theirs,
    /// A newer version has saved the plan: what it writes is read as far as it is known.
    is_newer: bool,
}

/// A plan's text; of a newer version only for those who work on such a plan already.
fn read(text: &str, is_newer: bool) -> Option<PlanDocument> {
    let read = if is_newer { open } else { parse };
    read(text.as_bytes()).ok().map(|read| read.document)
}

impl Clash {
    pub(crate) fn of(mine: &PlanDocument, theirs: Theirs, file: bool) -> Self {
        let is_newer = mine.newer.is_some();
        let read = |text: &String| read(text, is_newer);
        let base = theirs.base.as_ref().and_then(read);
        let meeting = match (&theirs.text, theirs.text.as_ref().and_then(read), base) {
            (None, ..) => Meeting::Gone,
            (Some(_), None, _) => Meeting::Unreadable,
            (_, Some(theirs), None) => Meeting::Whole(Shared::new(to_value(&theirs))),
            (_, Some(theirs), Some(base)) => {
                Meeting::Merged(Shared::new(merge(&base, mine, &theirs)))
            }
        };
        let mine = Shared::new(to_value(mine));
        Self {
            meeting,
            mine,
            file,
            theirs,
            is_newer,
        }
    }

    /// The revision that a merged plan is saved on.
    pub(crate) fn revision(&self) -> f64 {
        // Far below what a number of JavaScript holds exactly.
        #[allow(clippy::cast_precision_loss)]
        let revision = self.theirs.revision as f64;
        revision
    }

    /// The same as a choice between one and the other.
    pub(crate) fn whole(self) -> Self {
        let read = (self.theirs.text.as_ref()).and_then(|text| read(text, self.is_newer));
        let meeting = read.map_or(Meeting::Unreadable, |theirs| {
            Meeting::Whole(Shared::new(to_value(&theirs)))
        });
        Self { meeting, ..self }
    }

    /// The merged document when nobody has to choose.
    pub(crate) fn agreed(&self) -> Option<Value> {
        match &self.meeting {
            Meeting::Merged(merged) if merged.conflicts.is_empty() => self.chosen(&[]),
            _ => None,
        }
    }

    /// The document that choices give: a side for each conflict in turn, or for the whole plan.
    /// Nothing when what comes out is no plan.
    pub(crate) fn chosen(&self, sides: &[Side]) -> Option<Value> {
        let first = sides.first().copied().unwrap_or(Side::Mine);
        match (&self.meeting, first) {
            (Meeting::Whole(theirs), Side::Theirs) => Some((**theirs).clone()),
            (Meeting::Merged(merged), _) => settled(merged, sides),
            _ => Some((*self.mine).clone()),
        }
    }
}

fn settled(merged: &Merged, sides: &[Side]) -> Option<Value> {
    let mut value = merged.value.clone();
    for (conflict, side) in merged.conflicts.iter().zip(sides) {
        for change in conflict.settled(*side) {
            change.apply(&mut value).ok()?;
        }
    }
    from_value(&value).ok().map(|document| to_value(&document))
}
