//! What was read from a file, as data.

use crate::import::{Brought, GroupMatch, Item, Unread};
use crate::text;
use crate::time::{Lang, format};
use serde::Serialize;

/// What was read from a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BroughtData {
    /// What the file calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What was understood.
    pub items: Vec<ItemData>,
    /// What was not.
    pub unread: Vec<UnreadData>,
    /// How many things lie outside the days that were asked for.
    pub outside: usize,
    /// Groups, and the bodies that they mean.
    pub groups: Vec<GroupData>,
    /// Names of columns that nothing is taken from.
    pub unused_columns: Vec<String>,
}

/// One thing with its days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ItemData {
    /// Line in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Its id there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is called.
    pub title: String,
    /// Groups as written.
    pub groups: Vec<String>,
    /// First day.
    pub start: String,
    /// The day after the last.
    pub end: String,
    /// Time of day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
    /// Length in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What it is, where the file says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// `proposed`, `cancelled` and so on.
    pub status: &'static str,
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnreadData {
    /// Line in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column, property or field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What stands there.
    pub what: String,
    /// True when the thing was taken all the same.
    pub kept: bool,
    /// Where it is, what is wrong, and the way out.
    pub message: String,
}

/// A group as written, and the body that it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupData {
    /// As written.
    pub written: String,
    /// How many things belong to it.
    pub items: usize,
    /// Id of the body, where one is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

impl BroughtData {
    /// What was read, with words in a language.
    #[must_use]
    pub fn new(brought: &Brought, groups: &[GroupMatch], unused: Vec<String>, lang: Lang) -> Self {
        let group = |one: &GroupMatch| GroupData {
            written: one.written.clone(),
            items: one.items,
            body: one.body.clone(),
        };
        Self {
            title: brought.title.clone(),
            items: brought.items.iter().map(ItemData::new).collect(),
            unread: brought
                .unread
                .iter()
                .map(|one| UnreadData::new(one, lang))
                .collect(),
            outside: brought.outside,
            groups: groups.iter().map(group).collect(),
            unused_columns: unused,
        }
    }
}

impl ItemData {
    fn new(item: &Item) -> Self {
        Self {
            line: item.place.line,
            id: item.id.clone(),
            title: item.title.clone(),
            groups: item.groups.clone(),
            start: format(item.start),
            end: format(item.end),
            start_time: item.time.map(|time| time.to_string()),
            minutes: item.minutes,
            kind: item.kind.map(|kind| kind.id()),
            status: item.status.id(),
        }
    }
}

impl UnreadData {
    fn new(one: &Unread, lang: Lang) -> Self {
        Self {
            line: one.place.line,
            column: one.place.column.clone(),
            what: one.what.clone(),
            kept: one.kept,
            message: text::unread(one, lang),
        }
    }
}
