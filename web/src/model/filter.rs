//! Which entries are shown.

use super::year::Year;
use crate::state::View;
use planning_wheel::calendar::{Entry, EntryKind};
use planning_wheel::plan::{BodyId, Plan, PrincipalId};
use planning_wheel::text::Search;
use planning_wheel::time::{DateRange, Lang, Stretch};

/// What the person wants to see.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    body: Option<String>,
    kind: Option<EntryKind>,
    principal: Option<String>,
    hidden: Vec<usize>,
    last_days: bool,
    /// The days that are looked at, when they are less than the year.
    part: Option<(Stretch, DateRange)>,
    /// What is looked for among what is shown.
    search: Option<Search>,
}

impl Filter {
    pub(crate) fn of(view: &View) -> Self {
        Self {
            body: view.body.clone(),
            kind: view.kind.as_deref().and_then(EntryKind::from_id),
            principal: view.principal.clone(),
            hidden: view.hidden.clone(),
            last_days: view.last_days,
            part: view.part(),
            search: Search::new(&view.query),
        }
    }

    /// The same, and nothing is looked for.
    pub(crate) fn without_search(self) -> Self {
        Self {
            search: None,
            ..self
        }
    }

    /// True when nothing is left out.
    pub(crate) fn is_all(&self) -> bool {
        let all = self.body.is_none() && self.kind.is_none() && self.principal.is_none();
        all && self.hidden.is_empty() && self.last_days && self.part.is_none() && !self.searches()
    }

    /// The days that are looked at, when they are less than the year.
    pub(crate) fn part(&self) -> Option<(Stretch, DateRange)> {
        self.part
    }

    /// True when something is looked for.
    pub(crate) fn searches(&self) -> bool {
        self.search.is_some()
    }

    /// True when an entry of a year is what is looked for, or nothing is.
    pub(crate) fn finds(&self, year: &Year, entry: &Entry, lang: Lang) -> bool {
        let search = self.search.as_ref();
        search.is_none_or(|search| search.finds_entry(entry, &year.plan, &year.calendar, lang))
    }

    /// True when a level is shown.
    pub(crate) fn shows_level(&self, level: usize) -> bool {
        !self.hidden.contains(&level)
    }

    /// True when a body is shown: it is asked for, or those who are have seats there.
    fn shows_body(&self, plan: &Plan, body: BodyId) -> bool {
        let body = plan.body(body);
        let asked = self.body.as_deref().is_none_or(|id| body.id() == id);
        let mut seats = body.seats().iter();
        asked && (self.principal.is_none() || seats.any(|seat| self.asks(plan, seat.principals())))
    }

    /// True when the principal that is asked for is one of these.
    fn asks(&self, plan: &Plan, principals: &[PrincipalId]) -> bool {
        let asked = self.principal.as_deref();
        let mut ids = principals.iter().map(|one| plan.principal(*one).id());
        ids.any(|id| asked == Some(id))
    }

    /// True when a lane is shown; that of nobody only with every body's.
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
        let in_part = |(_, days): (Stretch, DateRange)| entry.range().overlaps(&days);
        let in_part = self.part.is_none_or(in_part);
        in_part && on_level && self.shows_kind(entry.kind) && self.concerns(plan, entry)
    }

    /// True when an entry's kind is shown; last days that are asked for are shown in any case.
    fn shows_kind(&self, kind: EntryKind) -> bool {
        match self.kind {
            Some(asked) => asked == kind,
            None => self.last_days || kind != EntryKind::Deadline,
        }
    }

    /// True when an entry concerns those that are asked for. An election or a duty that names
    /// nobody concerns every principal, but no body.
    fn concerns(&self, plan: &Plan, entry: &Entry) -> bool {
        let mut bodies = entry.bodies.iter();
        if entry.bodies.is_empty() {
            let everybody = self.principal.is_none() || entry.principals.is_empty();
            return self.body.is_none() && (everybody || self.asks(plan, &entry.principals));
        }
        bodies.any(|body| self.shows_body(plan, *body))
    }
}
