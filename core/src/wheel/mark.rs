//! Marks: the entries of a day as shapes on a lane.

use super::chain::Emphasis;
use super::path::Path;
use super::point::{Point, Sector};
use super::shape::Shape;
use crate::calendar::{EntryKind, EntryStatus};
use chrono::NaiveDate;
use serde::Serialize;

/// One of the entries that a mark stands for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// Id of the entry.
    pub id: String,
    /// What it is.
    #[serde(serialize_with = "crate::wheel::data::kind")]
    pub kind: EntryKind,
    /// Its day.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// How certain its day is.
    #[serde(serialize_with = "crate::wheel::data::status")]
    pub status: EntryStatus,
    /// "NSO, möte, tor 21 okt 2027".
    pub label: String,
}

/// The number of a mark that stands for several entries of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Count {
    /// How many.
    pub number: usize,
    /// Middle of the number.
    pub at: Point,
    /// Font size in wheel units.
    pub size: f64,
    /// True when it stands inside the shape, false when beside it.
    pub inside: bool,
}

/// A mark on a lane: an entry, and what lands on it or is too near to stand alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// Id of the entry that gives the mark its shape.
    pub id: String,
    /// What that entry is.
    #[serde(serialize_with = "crate::wheel::data::kind")]
    pub kind: EntryKind,
    /// How certain its day is.
    #[serde(serialize_with = "crate::wheel::data::status")]
    pub status: EntryStatus,
    /// Its day.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// Its accessible name: "NSO, möte, tor 21 okt 2027".
    pub label: String,
    /// The other entries: steps, reports and decisions of that meeting, or like entries of that day.
    pub merged: Vec<Item>,
    /// Place of its lane in [`super::Wheel::lanes`].
    pub lane: usize,
    /// Place of its level in [`super::Wheel::levels`].
    pub level: usize,
    /// Sub-track of the lane: 0 in the middle, 1 outside, -1 inside.
    pub track: i8,
    /// Its shape.
    pub shape: Shape,
    /// Its middle.
    pub centre: Point,
    /// Radius of its shape.
    pub radius: f64,
    /// Angle of its middle in degrees.
    pub angle: f64,
    /// What it covers on its sub-track; no two marks there overlap.
    pub sector: Sector,
    /// Its outline.
    pub outline: Path,
    /// Radius of a ring around it: something is decided there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ring: Option<f64>,
    /// A small outline inside it: what else lands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner: Option<Path>,
    /// How many like entries it stands for, when more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

impl Mark {
    /// Ids of every entry that the mark stands for, its own first.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.id.as_str()).chain(self.merged.iter().map(|item| item.id.as_str()))
    }

    /// Names of every entry that it stands for, as one text.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = self.label.clone();
        for item in &self.merged {
            name.push_str("; ");
            name.push_str(&item.label);
        }
        name
    }

    /// Radius of the target around its middle, which is larger than a small shape.
    #[must_use]
    pub fn reach(&self) -> f64 {
        self.ring.unwrap_or(self.radius).max(12.0)
    }
}
