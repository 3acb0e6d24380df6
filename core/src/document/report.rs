//! Reports and follow-ups.

use super::{Cite, MeetingSlot, Text};
use crate::read::Read;
use crate::time::DateRule;
use serde::{Deserialize, Serialize};

/// What a report is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Report.
    #[default]
    Report,
    /// Follow-up of goals, indicators or decisions.
    FollowUp,
}

/// A report from bodies to a body, every year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Report or follow-up.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "report")))]
    pub kind: ReportKind,
    /// Bodies that each report.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub from: Vec<String>,
    /// Body that receives it; a body that follows up for itself names itself.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub to: String,
    /// Every so many years; 1 unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_years: Option<u8>,
    /// First year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_year: Option<i32>,
    /// Last year; the rule that follows says from when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_year: Option<i32>,
    /// When it is due.
    pub due: ReportDue,
    /// What this one must come before in the same year: ids of reports, and steps as `document.step`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["reports", "steps"])))]
    pub before: Vec<String>,
    /// Theme of the report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Text>,
    /// Years from the year that it is about to the year in which it is due; 0 unless said.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = 0)))]
    pub about_year_offset: i8,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Text>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// When a report is due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ReportDue {
    /// On a meeting of the receiver.
    Meeting(MeetingSlot),
    /// One reporting body per meeting of the receiver, in turn through the year. Each reports once,
    /// at meetings as far apart as can be. When `which` is `every`, one of them reports at every
    /// meeting: when the last has reported the first comes again, and each year starts with the
    /// first. With fewer meetings than bodies some share a meeting, so that each reports once.
    InTurn(MeetingSlot),
    /// On a day.
    Date(DateRule),
}
