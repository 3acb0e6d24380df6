//! Results as data: the JSON that the command line prints with `--json`, and that the JavaScript
//! module gives. Both write these types and nothing else, so that they cannot differ.
//!
//! Days are written `YYYY-MM-DD`, and an end is the day after the last. Words are in the language
//! asked for. Fields come in the order in which they stand here; those that are `Option`s are left
//! out when there is nothing to say.

mod checked;
mod entry;
mod finding;
mod import;
mod merge;
mod scenario;
mod wheel;
mod year;

pub use checked::{Checked, ProblemData};
pub use entry::{EntryData, LinkData, SourceData};
pub use finding::{ChangeData, FindingData, FixData};
pub use import::{BroughtData, GroupData, ItemData, UnreadData};
pub use merge::{ConflictData, MergeData};
pub use scenario::{
    ComparisonData, DateChangeData, DaysData, DiffData, DifferenceData, GapData, LoadChangeData,
    LoadData, MeasuresData, OnceData, SimulationData, TurnData, VariantData, WeekData,
};
pub use wheel::WheelData;
pub use year::{DutyData, HolidayData, MandateData, TermData};
