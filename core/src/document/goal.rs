//! Goals with indicators.

use super::{Cite, OwnPeriod, Text};
use crate::read::Read;
use serde::{Deserialize, Serialize};

/// Which way is better.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
}

/// A goal and how it is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Stable id.
    pub id: String,
    /// What is to become better.
    pub title: Text,
    /// Goal area that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Text>,
    /// Body that follows it up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub owner: Option<String>,
    /// Unit of the values, such as percentage points.
    pub unit: Text,
    /// Which way is better.
    pub direction: Direction,
    /// Value at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
    /// Least change over the period, without sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// Value to reach, when it is given as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Time that it runs.
    pub period: OwnPeriod,
    /// Measured values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<GoalValue>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// A measured value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GoalValue {
    /// Year of measurement.
    pub year: i32,
    /// Value in the goal's unit.
    pub value: f64,
}
