//! Which entries a question is about.

use crate::asked::{Asked, problem, unknown_word};
use planning_wheel::calendar::{Calendar, Choice, Entry, EntryKind};
use planning_wheel::error::{ProblemKind, Problems, Reference, suggest};
use planning_wheel::plan::{BodyId, Plan, PrincipalId};
use std::collections::BTreeSet;

/// What is kept of a calendar; nothing said keeps everything.
pub(crate) struct Kept<'a> {
    choice: Choice,
    /// Ids of the only entries, when any list was given.
    entries: Option<BTreeSet<&'a str>>,
    per_principal: bool,
    no_periods: bool,
}

impl<'a> Kept<'a> {
    pub(crate) fn new(asked: &Asked<'a>, plan: &Plan) -> Result<Self, Problems> {
        let kinds: Result<_, _> = asked.all("kinds").map(kind).collect();
        let bodies: Result<_, _> = asked.all("bodies").map(|id| body(id, plan)).collect();
        let principals: Result<_, _> = asked
            .all("principals")
            .map(|id| principal(id, plan))
            .collect();
        let entries = asked
            .has("entries")
            .then(|| asked.all("entries").filter(|id| !id.is_empty()).collect());
        Ok(Self {
            choice: Choice {
                kinds: kinds?,
                bodies: bodies?,
                principals: principals?,
            },
            entries,
            per_principal: asked.has("perPrincipal"),
            no_periods: asked.has("noPeriods"),
        })
    }

    /// Bodies that were named.
    pub(crate) fn bodies(&self) -> &[BodyId] {
        &self.choice.bodies
    }

    /// The calendar that entries are chosen from.
    pub(crate) fn spread(&self, calendar: Calendar, plan: &Plan) -> Calendar {
        if self.per_principal {
            calendar.per_principal(plan, &self.choice.principals)
        } else {
            calendar
        }
    }

    /// The entries that are kept.
    pub(crate) fn of<'c>(&self, calendar: &'c Calendar, plan: &Plan) -> Vec<&'c Entry> {
        let mut entries = calendar.chosen(plan, &self.choice);
        entries.retain(|entry| {
            let id = entry.id.as_str();
            let named = self.entries.as_ref().is_none_or(|ids| ids.contains(id));
            named && !(self.no_periods && entry.kind.is_period())
        });
        entries
    }
}

fn kind(word: &str) -> Result<EntryKind, Problems> {
    let known = EntryKind::ALL.iter().map(|kind| kind.id());
    EntryKind::from_id(word).ok_or_else(|| unknown_word("kinds", word, known))
}

fn body(id: &str, plan: &Plan) -> Result<BodyId, Problems> {
    plan.body_by_id(id).ok_or_else(|| {
        let known = plan.bodies().iter().map(|body| body.id().as_str());
        unknown_id("bodies", Reference::Body, id, known)
    })
}

fn principal(id: &str, plan: &Plan) -> Result<PrincipalId, Problems> {
    plan.principal_by_id(id).ok_or_else(|| {
        let known = plan.principals().iter().map(|one| one.id());
        unknown_id("principals", Reference::Principal, id, known)
    })
}

/// An id that the plan does not have.
pub(crate) fn unknown_id<'a>(
    name: &str,
    what: Reference,
    id: &str,
    known: impl Iterator<Item = &'a str>,
) -> Problems {
    let kind = ProblemKind::UnknownReference {
        what,
        id: id.to_owned(),
        suggestion: suggest(id, known),
    };
    problem(name, kind)
}
