//! The kinds of papers, and what each can be about.

use super::Asked;
use crate::planner::take::{bodies, principals};
use chrono::NaiveDate;
use planning_wheel::calendar::{Entry, EntryKind};
use planning_wheel::compute::compute;
use planning_wheel::document::Assignment;
use planning_wheel::paper::{self, Paper, Who};
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;

/// A kind of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    Wheel,
    Notice,
    Assignment,
    Calendar,
    Mandate,
}

impl Kind {
    pub(super) const ALL: [Self; 5] = [
        Self::Wheel,
        Self::Notice,
        Self::Assignment,
        Self::Calendar,
        Self::Mandate,
    ];
}

/// Something that a paper can be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct About {
    pub(super) key: String,
    pub(super) name: String,
    /// The day of a meeting.
    day: Option<NaiveDate>,
}

impl About {
    fn new(key: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
            day: None,
        }
    }
}

impl Asked {
    /// Key of what is asked for; where the plan has no such thing, of the next meeting or the first
    /// of all.
    pub(super) fn own(&self, topics: &[About], today: NaiveDate) -> String {
        let asked = topics.iter().find(|about| about.key == self.about);
        let next = || {
            topics
                .iter()
                .find(|about| about.day.is_some_and(|day| day >= today))
        };
        let found = asked.or_else(next).or(topics.first());
        found.map_or_else(String::new, |about| about.key.clone())
    }
}

/// What a paper of a kind can be about; nothing where there is no choice.
pub(super) fn topics(kind: Kind, plan: &Plan, year: i32, lang: Lang) -> Vec<About> {
    match kind {
        Kind::Wheel | Kind::Mandate => Vec::new(),
        Kind::Notice => meetings(plan, year, lang),
        Kind::Assignment => {
            let named = |one: &Assignment| About::new(one.id.as_str(), one.title.get(lang));
            plan.document().assignments.iter().map(named).collect()
        }
        Kind::Calendar => {
            let keyed = |kind: &'static str| {
                move |(id, name): (String, String)| About::new(format!("{kind}:{id}"), name)
            };
            let all = About::new("all", crate::planner::words::everybody(lang));
            let bodies = bodies(plan, lang).into_iter().map(keyed("body"));
            let principals = principals(plan, lang).into_iter().map(keyed("principal"));
            std::iter::once(all)
                .chain(bodies)
                .chain(principals)
                .collect()
        }
    }
}

fn meetings(plan: &Plan, year: i32, lang: Lang) -> Vec<About> {
    let Some(range) = plan.year_range(year) else {
        return Vec::new();
    };
    let calendar = compute(plan, range).into_calendar();
    let is_meeting =
        |entry: &&Entry| matches!(entry.kind, EntryKind::Meeting | EntryKind::Preparation);
    let named = |entry: &Entry| About {
        key: entry.id.clone(),
        name: format!(
            "{} · {}",
            lang.short_date(entry.start),
            entry.title.get(lang)
        ),
        day: Some(entry.start),
    };
    calendar
        .entries()
        .iter()
        .filter(is_meeting)
        .map(named)
        .collect()
}

/// The paper; nothing when the plan has nothing for it.
pub(super) fn written(
    kind: Kind,
    about: &str,
    plan: &Plan,
    year: i32,
    lang: Lang,
) -> Option<Paper> {
    match kind {
        Kind::Wheel => paper::wheel(plan, year, lang),
        Kind::Notice => paper::notice(plan, about, lang),
        Kind::Assignment => paper::assignment(plan, about, lang),
        Kind::Calendar => paper::calendar(plan, year, who(plan, about)?, lang),
        Kind::Mandate => paper::mandate(plan, year, lang),
    }
}

fn who(plan: &Plan, about: &str) -> Option<Who> {
    match about.split_once(':') {
        Some(("body", id)) => plan.body_by_id(id).map(Who::Body),
        Some(("principal", id)) => plan.principal_by_id(id).map(Who::Principal),
        _ => Some(Who::All),
    }
}
