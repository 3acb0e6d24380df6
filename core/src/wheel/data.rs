//! How the parts of a wheel are written as JSON: days and paths as text, enumerations as words.

use super::input::Colour;
use super::path::Path;
use super::scale::Scale;
use crate::calendar::{EntryKind, EntryStatus};
use crate::time::{DateRange, IsoWeek, Month, Stretch, format};
use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeStruct, Serializer};

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// The days of the turn.
impl Serialize for Scale {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        range(&self.range(), to)
    }
}

/// `level-0`, `neutral` or `#rrggbb`: the first two as the custom properties are called.
impl Serialize for Colour {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Slot(slot) => to.collect_str(&format_args!("level-{slot}")),
            Self::Own(red, green, blue) => {
                to.collect_str(&format_args!("#{red:02x}{green:02x}{blue:02x}"))
            }
            Self::Neutral => to.serialize_str("neutral"),
        }
    }
}

pub(crate) fn day<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&format(*day))
}

pub(crate) fn range<S: Serializer>(days: &DateRange, to: S) -> Result<S::Ok, S::Error> {
    let mut both = to.serialize_struct("DateRange", 2)?;
    both.serialize_field("start", &format(days.start))?;
    both.serialize_field("end", &format(days.end))?;
    both.end()
}

pub(crate) fn month<S: Serializer>(month: &Month, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_u8(month.get())
}

/// `2027-W01`.
pub(crate) fn week<S: Serializer>(week: &IsoWeek, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&format_args!("{:04}-W{:02}", week.year(), week.week()))
}

pub(crate) fn kind<S: Serializer>(kind: &EntryKind, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(kind.id())
}

pub(crate) fn stretch<S: Serializer>(stretch: &Stretch, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(stretch.id())
}

pub(crate) fn status<S: Serializer>(status: &EntryStatus, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(status.id())
}
