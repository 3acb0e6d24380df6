//! Calendars of others, to plan against: the council's own meetings, a school's weeks.

use super::Text;
use crate::read::Read;
use crate::time::{DateRange, Day, Time, add_days};
use serde::{Deserialize, Serialize};

/// A calendar of others. It gives no meetings of the plan; a meeting that clashes with it is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Stable id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// Bodies whose members are bound by it; empty means all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub bodies: Vec<String>,
    /// File or place that it was brought from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Its days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<BackgroundDay>,
}

/// One day of a calendar of others, or several in a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BackgroundDay {
    /// Id, unique within the calendar.
    pub id: String,
    /// What happens, when not what the calendar is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// First day.
    pub date: Day,
    /// Last day, when there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Time of day; without it, the whole day is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Length in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
}

impl BackgroundDay {
    /// Its days, the last one included.
    #[must_use]
    pub fn range(&self) -> DateRange {
        DateRange {
            start: self.date.0,
            end: add_days(self.until.unwrap_or(self.date).0, 1),
        }
    }
}
