//! A mandate period as a wheel: its years as parts of one turn.
//!
//! The same three steps as the year wheel. A plan and its calendar become lanes of periods and a
//! row of events ([`MandateWheelInput`]); those become angles and radii; those become path text.
//! What repeats every year is not drawn again here: meetings are counted by month, and only what
//! happens less often than yearly stands as a mark.

mod band;
mod cell;
mod centre;
mod collect;
mod event;
mod events;
mod family;
mod find;
mod frame;
mod from_plan;
mod input;
mod joined;
mod lettering;
mod phrase;
mod piece;
mod rings;
mod terms;
mod wheel;

pub use band::Band;
pub use cell::MeetingCell;
pub use centre::{MandateCentre, PeriodStep};
pub use event::{Handover, Lead, Notice};
pub use frame::{MonthTick, Shift, YearSector};
pub use input::{BandInput, BandLaneInput, EventInput, MandateWheelInput};
pub use joined::joined_periods;
pub use wheel::MandateWheel;

pub(crate) use phrase::key;
