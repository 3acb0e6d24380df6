//! Which entries are shown.

use crate::state::View;
use planning_wheel::calendar::{Entry, EntryKind};
use planning_wheel::plan::Plan;
use std::collections::BTreeSet;

/// What the person wants to see.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    hidden: BTreeSet<usize>,
    last_days: bool,
}

impl Filter {
    pub(crate) fn of(view: &View) -> Self {
        Self {
            hidden: view.hidden.clone(),
            last_days: view.last_days,
        }
    }

    /// True when a level is shown.
    pub(crate) fn shows_level(&self, level: usize) -> bool {
        !self.hidden.contains(&level)
    }

    /// True when an entry is shown: what concerns several bodies is shown with any of them.
    pub(crate) fn shows(&self, plan: &Plan, entry: &Entry) -> bool {
        let level = |body| plan.body(body).level().index();
        let mut levels = entry.bodies.iter().map(|body| level(*body));
        let on_level = entry.bodies.is_empty() || levels.any(|level| self.shows_level(level));
        on_level && (self.last_days || entry.kind != EntryKind::Deadline)
    }
}
