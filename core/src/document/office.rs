//! Offices: who leads, who keeps the minutes, whose turn it is.

use super::{Cite, Text};
use crate::read::Read;
use crate::time::{MonthDay, TermKind};
use serde::{Deserialize, Serialize};

/// What an office is for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfficeRole {
    /// Ordförande.
    Chair,
    /// Vice ordförande.
    ViceChair,
    /// Sekreterare.
    Secretary,
    /// Administration, planning and documentation of the meetings.
    Administration,
    /// Any other office; its title says which.
    Other,
}

/// An office of one or several bodies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Stable id.
    pub id: String,
    /// Bodies that each have this office.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub bodies: Vec<String>,
    /// What it is for.
    pub role: OfficeRole,
    /// Title, when not the role's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// How long one holder has it.
    pub term: OfficeTerm,
    /// First year of a known period; periods are counted from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_year: Option<i32>,
    /// Last year in which a period begins; the rule that follows says from when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_year: Option<i32>,
    /// When the holder is elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected: Option<ElectedBy>,
    /// Id of the office whose holder takes this one over when a period ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["offices"])))]
    pub succeeds: Option<String>,
    /// Rotation between principals or sides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternates: Option<Alternation>,
    /// Id of the office that must be held from another side at the same time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["offices"])))]
    pub opposite: Option<String>,
    /// Who provides the holder for good, such as a unit of the region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provided_by: Option<Text>,
    /// Known holders: principals or sides, never persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Held>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// Length of an office period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum OfficeTerm {
    /// A number of calendar years.
    Years(u8),
    /// The whole mandate period, by the term that it follows.
    Mandate(TermKind),
    /// No length is given: one holder from `from_year`, or else from the plan's first year, on.
    UntilFurtherNotice,
}

/// When an office is filled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ElectedBy {
    /// No later than a day, counted from the year in which the period starts.
    NoLaterThan {
        /// Day of the year.
        day: MonthDay,
        /// Years from the period's first year: −1 is the year before.
        #[serde(default, skip_serializing_if = "super::is_default")]
        #[cfg_attr(feature = "schema", schemars(extend("default" = 0)))]
        year_offset: i8,
    },
    /// At the body's last meeting before the period starts.
    LastMeetingBefore,
}

/// Rotation in a given order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alternation {
    /// Principals or sides, in the order in which they take turns.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["principals", "sides"])))]
    pub between: Vec<String>,
    /// Which of them holds the office in the period that starts in `from_year`.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["principals", "sides"])))]
    pub first: String,
    /// Years each keeps it before the next, when longer than the term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every_years: Option<u8>,
}

/// A holder entered by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// First year of the period.
    pub from_year: i32,
    /// Body, when the office serves several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub body: Option<String>,
    /// Principal or side.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["principals", "sides"])))]
    pub by: String,
}
