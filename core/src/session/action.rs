//! Everything that a person can do to a plan.

use super::{Import, Refusal, by_hand, hold, import, publish, rename, roll, without};
use crate::document::{Change, Text};
use crate::findings::Fix;
use crate::plan::Plan;
use chrono::NaiveDate;
use serde_json::Value;

/// One thing done to a plan, small and named.
///
/// Paths are those of [`Change`]: JSON pointers in which ids may stand for numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Sets a field.
    Set {
        /// Where.
        path: String,
        /// The value.
        value: Value,
    },
    /// Sets the same field of several like parts: all county groups at once.
    SetAll {
        /// Where.
        paths: Vec<String>,
        /// The value.
        value: Value,
    },
    /// Takes a field or an element of a list away.
    Remove {
        /// Where.
        path: String,
    },
    /// Takes an element away with everything that cannot be without it: a body with its meetings,
    /// and the steps that stand on them.
    RemoveWhole {
        /// Where.
        path: String,
    },
    /// Makes one body part of another. Its own meetings go; what named it or them names the other.
    MergeBodies {
        /// Id of the body that goes.
        body: String,
        /// Id of the body that it becomes part of.
        into: String,
    },
    /// Adds an element to a list.
    Add {
        /// Path of the list.
        list: String,
        /// The element.
        value: Value,
        /// Number in the list, from 0; at its end without one.
        at: Option<usize>,
    },
    /// Gives a part another id, also where others refer to it. Entries go by the new one from then
    /// on: calendars that were subscribed to take them for others.
    Rename {
        /// Path of the part.
        path: String,
        /// Its new id.
        id: String,
    },
    /// Moves an element inside its list.
    Reorder {
        /// Path of the element.
        path: String,
        /// Number that it gets, from 0.
        to: usize,
    },
    /// Changes one meeting by hand.
    Meeting {
        /// Entry id of the meeting: `nso-moten/2027/3`.
        id: String,
        /// What is done to it.
        edit: HandEdit,
    },
    /// Adds a meeting on a single day.
    AddMeeting {
        /// Id of the series.
        series: String,
        /// Its day.
        day: NaiveDate,
        /// Why.
        reason: Text,
    },
    /// Says by hand who holds an office in a period.
    Hold {
        /// Entry id of the office: `vice-ordforande-nso/2027`.
        id: String,
        /// Id of the principal or side; nobody is said to without.
        by: Option<String>,
    },
    /// Fixes the days of a year.
    Publish {
        /// The year.
        year: i32,
    },
    /// Lets the days of a year follow the rules again.
    Unpublish {
        /// The year.
        year: i32,
    },
    /// Carries the days of a year over to the next, as [`super::roll()`] says.
    RollForward {
        /// The year that the days are taken from.
        from: i32,
    },
    /// Applies the fix of a finding.
    Fix(Fix),
    /// Takes in what was read from a file.
    Import(Box<Import>),
    /// Makes the document another one: an older version, a merged one, a variant that is kept.
    Replace {
        /// What is done, in words.
        title: Text,
        /// The document as a value.
        document: Value,
    },
    /// Several actions as one step, which is done wholly or not at all.
    All {
        /// What is done, in words.
        title: Text,
        /// The actions, in order. Each sees the plan as it was before the first.
        actions: Vec<Action>,
    },
}

/// What is done to one meeting by hand.
#[derive(Clone, Debug, PartialEq)]
pub enum HandEdit {
    /// Moved to another day; it keeps its id and shows where it was.
    Move {
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: Text,
    },
    /// Put on another day: moved, where its year is published and everybody knows the day that it
    /// had; else locked there, and nobody needs to be told why.
    Place {
        /// The day.
        to: NaiveDate,
        /// Why, where it is moved.
        reason: Text,
    },
    /// Cancelled; it stays in the list.
    Cancel {
        /// Why.
        reason: Text,
    },
    /// Held on a day whatever the rules give.
    Lock {
        /// The day; the one it has without.
        day: Option<NaiveDate>,
    },
    /// Let go to where the rules put it.
    Unlock,
    /// No longer moved, cancelled or continued by hand.
    Restore,
}

impl Action {
    /// What the action changes in the document of a plan.
    ///
    /// # Errors
    /// Why it cannot be done. Whether the changed document is a plan is not looked at here.
    pub fn changes(&self, plan: &Plan, today: NaiveDate) -> Result<Vec<Change>, Refusal> {
        let set = |path: &String, value: &Value| Change::Set {
            path: path.clone(),
            value: value.clone(),
        };
        Ok(match self {
            Self::Set { path, value } => vec![set(path, value)],
            Self::SetAll { paths, value } => paths.iter().map(|path| set(path, value)).collect(),
            Self::Remove { path } => vec![Change::Remove { path: path.clone() }],
            Self::RemoveWhole { path } => without::removed(plan, path)?,
            Self::MergeBodies { body, into } => without::merged(plan, body, into)?,
            Self::Add { list, value, at } => vec![Change::Insert {
                path: list.clone(),
                at: at.unwrap_or(usize::MAX),
                value: value.clone(),
            }],
            Self::Rename { path, id } => rename::changes(plan, path, id)?,
            Self::Reorder { path, to } => vec![Change::Reorder {
                path: path.clone(),
                to: *to,
            }],
            Self::Meeting { id, edit } => by_hand::changes(plan, id, edit)?,
            Self::AddMeeting {
                series,
                day,
                reason,
            } => by_hand::added(plan, series, *day, reason)?,
            Self::Hold { id, by } => hold::changes(plan, id, by.as_deref())?,
            Self::Publish { year } => publish::publish(plan, *year, today)?,
            Self::Unpublish { year } => publish::unpublish(plan, *year)?,
            Self::RollForward { from } => roll(plan, *from)?.changes,
            Self::Fix(fix) => fix.changes.clone(),
            Self::Import(import) => import::changes(plan, import)?,
            Self::Replace { document, .. } => vec![Change::Set {
                path: String::new(),
                value: document.clone(),
            }],
            Self::All { actions, .. } => {
                let mut all = Vec::new();
                for action in actions {
                    all.extend(action.changes(plan, today)?);
                }
                all
            }
        })
    }
}
