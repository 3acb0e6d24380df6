//! What comes next.

use super::agenda::{self, Group, Row};
use super::filter::Filter;
use super::year::Year;
use crate::shared::Shared;
use chrono::NaiveDate;
use planning_wheel::calendar::{EntryKind, Relation};
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;

/// The nearest days from today on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Coming {
    /// The next last day, with how many days are left.
    pub(crate) deadline: Option<(Row, i64)>,
    /// The next entries, month by month.
    pub(crate) groups: Vec<Group>,
}

/// Most entries in the list.
const MOST: usize = 7;

/// What comes from a day on; periods are left to the agenda.
pub(crate) fn coming(plan: &Shared<Plan>, today: NaiveDate, filter: &Filter, lang: Lang) -> Coming {
    let year = Year::ahead(plan.clone(), today);
    let mut coming = Coming::default();
    let entries = year.calendar.entries().iter();
    let ahead = entries.filter(|entry| {
        // What happens at a meeting is said in the meeting's own line.
        let own_line = entry
            .related(Relation::At)
            .is_none_or(|id| year.calendar.get(id).is_none());
        entry.start >= today && own_line && !entry.kind.is_period() && filter.shows(plan, entry)
    });
    for (index, entry) in ahead.enumerate() {
        let is_next_deadline = coming.deadline.is_none() && entry.kind == EntryKind::Deadline;
        if is_next_deadline {
            let left = (entry.start - today).num_days();
            coming.deadline = Some((agenda::row(&year, entry, lang), left));
        }
        if index >= MOST {
            if coming.deadline.is_some() {
                break;
            }
            continue;
        }
        let (key, title) = agenda::month(entry.start, lang);
        let row = agenda::row(&year, entry, lang);
        match coming.groups.last_mut().filter(|group| group.key == key) {
            Some(group) => group.rows.push(row),
            None => coming.groups.push(Group {
                key,
                title,
                rows: vec![row],
            }),
        }
    }
    coming
}
