//! What the shelf of `web/planner/keep/shelf.js` tells, read into values.

use chrono::NaiveDate;
use serde_json::Value;

/// A plan that is kept, or one version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) revision: u64,
    /// What was done, in the words of whoever saved.
    pub(crate) note: String,
    /// When it was saved, by the clock of then.
    pub(crate) day: Option<NaiveDate>,
    pub(crate) time: String,
}

impl Kept {
    fn read(value: &Value) -> Self {
        Self {
            id: text(value, "id"),
            title: text(value, "title"),
            revision: number(value, "revision"),
            note: text(value, "note"),
            day: text(value, "day").parse().ok(),
            time: text(value, "time"),
        }
    }

    pub(crate) fn list(value: &Value) -> Vec<Self> {
        value
            .as_array()
            .map(|all| all.iter().map(Self::read).collect())
            .unwrap_or_default()
    }
}

/// How a plan on the bench is saved, in the browser or in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Saving {
    /// `saved`, `saving`, `slow`, `behind`, `conflict`, `failed`, `stopped`; a file's also `none`
    /// and `ask`.
    pub(crate) state: String,
    pub(crate) revision: u64,
    pub(crate) unsaved: bool,
    /// The other page took the plan away.
    pub(crate) removed: bool,
    /// Name of the fault.
    pub(crate) fault: String,
    /// The file's name.
    pub(crate) name: String,
}

impl Saving {
    pub(crate) fn read(value: &Value) -> Self {
        Self {
            state: text(value, "state"),
            revision: number(value, "revision"),
            unsaved: flag(value, "unsaved"),
            removed: flag(value, "removed"),
            fault: text(value, "fault"),
            name: text(value, "name"),
        }
    }
}

/// What another page or another program made of the same plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Theirs {
    pub(crate) base: Option<String>,
    /// Nothing when the plan was taken away.
    pub(crate) text: Option<String>,
    pub(crate) revision: u64,
}

impl Theirs {
    pub(crate) fn read(value: &Value) -> Self {
        Self {
            base: value.get("base").and_then(Value::as_str).map(str::to_owned),
            text: value
                .get("theirs")
                .and_then(Value::as_str)
                .map(str::to_owned),
            revision: number(value, "revision"),
        }
    }
}

/// What the browser answers when it is asked never to throw the plans out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It is asked: some let the person decide.
    Waiting,
    /// The plans stay until the person takes them away.
    Yes,
    /// It may throw them out when room is short.
    No,
    /// It cannot be asked.
    Unknown,
}

impl Answer {
    pub(crate) fn read(value: &Value) -> Self {
        match value.as_bool() {
            Some(true) => Self::Yes,
            Some(false) => Self::No,
            None => Self::Unknown,
        }
    }
}

/// Something that was asked for and failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What was asked for.
    pub(crate) what: String,
    pub(crate) code: String,
}

impl Fault {
    pub(crate) fn read(value: &Value) -> Option<Self> {
        let (what, code) = (text(value, "what"), text(value, "code"));
        (!code.is_empty()).then_some(Self { what, code })
    }
}

pub(crate) fn text(value: &Value, name: &str) -> String {
    value
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

pub(crate) fn number(value: &Value, name: &str) -> u64 {
    value.get(name).and_then(Value::as_u64).unwrap_or_default()
}

pub(crate) fn flag(value: &Value, name: &str) -> bool {
    value.get(name).and_then(Value::as_bool).unwrap_or_default()
}
