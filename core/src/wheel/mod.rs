//! A calendar as a wheel: a finished picture in numbers, without a view.
//!
//! Geometry goes in three steps: entries become groups ([`WheelInput`] → lanes and marks to be),
//! groups become angles and radii, and those become path text. Nothing here knows how the picture
//! is drawn; [`crate::export::svg()`] and the page draw the same [`Wheel`].

mod background;
mod centre;
mod chain;
mod curve;
mod data;
mod density;
mod flow;
mod frame;
mod from_plan;
mod gather;
mod hit;
mod input;
mod joined;
mod mandate;
mod mark;
mod name;
mod pack;
mod path;
mod point;
mod rings;
mod scale;
mod shape;
mod sine;
mod span;
mod text;
mod walk;
#[expect(clippy::module_inception, reason = "the wheel itself, among its parts")]
mod wheel;
mod words;

pub use background::{BackgroundArc, HATCHING, Hatch};
pub use centre::{Centre, CentreLine, MandateArc};
pub use chain::Emphasis;
pub use density::Density;
pub use flow::{Arrow, ArrowKind, Tail, Thread};
pub use frame::{BreakArc, DaySector, Hand, HolidayTick, MonthSector, WeekTick};
pub use from_plan::level_colour;
pub use input::{Colour, LaneInput, LevelInput, MandateInput, WheelInput};
pub use joined::{Joint, joined};
pub use mandate::{
    Band, BandInput, BandLaneInput, EventInput, Handover, Lead, MandateCentre, MandateWheel,
    MandateWheelInput, MeetingCell, MonthTick, Notice, PeriodStep, Shift, YearSector,
    joined_periods,
};
pub use mark::{Count, Item, Mark};
pub use name::LaneName;
pub use path::{Path, Segment};
pub use point::{CENTRE, Number, Point, SIZE, Sector};
pub use scale::Scale;
pub use shape::Shape;
pub use span::Span;
pub use text::ArcText;
pub use walk::Direction;
pub use wheel::{Lane, Wheel};

pub(crate) use mandate::key as mandate_key;
pub(crate) use text::{cut as text_cut, width as text_width};
pub(crate) use words::{key as key_words, kind as kind_word};
