//! School terms, breaks and days on which nothing is held.

use super::Text;
use crate::read::Read;
use crate::time::{DateRule, MonthDay};
use serde::{Deserialize, Serialize};

/// What the plan says about the calendar itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarRules {
    /// School terms; empty means spring January–June and autumn August–December.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<SchoolTerm>,
    /// School breaks and other spans.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
}

impl CalendarRules {
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A school term (termin) in each year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchoolTerm {
    /// Stable id, such as `spring`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// First day.
    pub from: MonthDay,
    /// Last day.
    pub to: MonthDay,
}

/// What a break means for meetings.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BreakTreatment {
    /// Shown only.
    #[default]
    Show,
    /// Meetings stay out when they can.
    Avoid,
    /// Nothing is held.
    Closed,
}

/// A school break or another span that comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// First day.
    pub from: DateRule,
    /// Length in days.
    pub days: u16,
    /// What it means for meetings.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "show")))]
    pub treatment: BreakTreatment,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}
