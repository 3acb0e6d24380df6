//! Assignments and directives, and the texts they must hold.

use super::{Cite, Text};
use crate::read::Read;
use crate::time::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which texts an assignment must hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssignmentForm {
    /// Stable id.
    pub id: String,
    /// Title, such as "Uppdragsdirektiv".
    pub title: Text,
    /// Levels of the receivers that it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["levels"])))]
    pub levels: Vec<String>,
    /// The texts.
    pub fields: Vec<AssignmentField>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// One text of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssignmentField {
    /// Key in [`Assignment::texts`]; `end` and `resources` stand for the fields of those names.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// False for a text that is given only when there is something to say.
    #[serde(default = "super::yes", skip_serializing_if = "super::is_true")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub required: bool,
}

/// How an assignment stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AssignmentStatus {
    /// Not begun.
    #[default]
    Planned,
    /// Running.
    Running,
    /// Paused.
    Paused,
    /// Done.
    Done,
}

/// An assignment from one body to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Body that gives it and receives its reports.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub from: String,
    /// Body that carries it out.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub to: String,
    /// Governing document that it hangs from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["documents"])))]
    pub document: Option<String>,
    /// First day.
    pub start: Day,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Day>,
    /// The texts, by the ids of its form's fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["assignment_texts"])))]
    pub texts: BTreeMap<String, Text>,
    /// Resources.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<Text>,
    /// How it stands.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "planned")))]
    pub status: AssignmentStatus,
    /// How often it is reported on; the last report comes no later than the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reports: Option<ReportRhythm>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// How often an assignment is reported on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ReportRhythm {
    /// At every meeting of the giver while it runs.
    EveryMeeting,
    /// At the giver's nearest meeting no later than each so many months.
    EveryMonths(u8),
    /// Only at the end.
    AtEnd,
}
