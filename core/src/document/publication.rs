//! Years whose dates are fixed.

use crate::read::Read;
use crate::time::{Day, Time};
use serde::{Deserialize, Serialize};

/// A published year: its meetings never move by themselves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublishedYear {
    /// The year.
    pub year: i32,
    /// Day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Every meeting as published.
    pub days: Vec<PublishedDay>,
}

/// A meeting as published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublishedDay {
    /// Entry id of the meeting.
    pub id: String,
    /// Its day.
    pub date: Day,
    /// Its time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
}
