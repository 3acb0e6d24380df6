//! Which entries are shown.

use crate::state::View;
use planning_wheel::calendar::{Entry, EntryKind};
use planning_wheel::plan::{BodyId, Plan};
use std::collections::BTreeSet;

/// What the person wants to see.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    body: Option<String>,
    hidden: BTreeSet<usize>,
    last_days: bool,
}

impl Filter {
    pub(crate) fn of(view: &View) -> Self {
        Self {
            body: view.body.clone(),
            hidden: view.hidden.clone(),
            last_days: view.last_days,
        }
    }

    /// True when a level is shown.
    pub(crate) fn shows_level(&self, level: usize) -> bool {
        !self.hidden.contains(&level)
    }

    fn shows_body(&self, plan: &Plan, body: BodyId) -> bool {
        let asked = self.body.as_deref();
        asked.is_none_or(|id| plan.body(body).id() == id)
    }

    /// True when a lane is shown; that of nobody only with everybody's.
    pub(crate) fn shows_lane(&self, plan: &Plan, body: Option<BodyId>, level: usize) -> bool {
        match body {
            Some(body) => self.shows_level(level) && self.shows_body(plan, body),
            None => self.body.is_none(),
        }
    }

    /// True when an entry is shown: what concerns several bodies is shown with any of them.
    pub(crate) fn shows(&self, plan: &Plan, entry: &Entry) -> bool {
        let level = |body| plan.body(body).level().index();
        let mut levels = entry.bodies.iter().map(|body| level(*body));
        let on_level = entry.bodies.is_empty() || levels.any(|level| self.shows_level(level));
        let of_body =
            self.body.is_none() || entry.bodies.iter().any(|body| self.shows_body(plan, *body));
        on_level && of_body && (self.last_days || entry.kind != EntryKind::Deadline)
    }
}
