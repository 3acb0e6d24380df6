//! What could not be placed as the plan asks: raw material for findings.

use crate::document::Text;
use crate::plan::{BodyId, SeriesId};
use crate::reason::NonWorking;
use crate::time::{DateRange, Month};
use chrono::NaiveDate;

/// Something that could not be placed, with its place in the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Trouble {
    /// Document path of the rule.
    pub path: String,
    /// Entry that it concerns, when there is one.
    pub entry: Option<String>,
    /// Days that it concerns.
    pub range: DateRange,
    /// What happened.
    pub kind: TroubleKind,
}

/// Why a change by hand comes to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoEffect {
    /// A lock on another day than the published one, which holds.
    Published(NaiveDate),
    /// A lock on the day of a joint meeting, which is held instead.
    Joint(NaiveDate),
    /// A cancelled meeting does not go on.
    Cancelled,
    /// Cancelled in a year that was published without the meeting.
    NotPublished,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum TroubleKind {
    /// No placement satisfies these rules together.
    NoPlacement {
        /// The series.
        series: SeriesId,
        /// Period that it was placed in.
        period: String,
        /// The smallest set of rules that cannot hold together, as document paths with a name each.
        rules: Vec<(String, Text)>,
        /// How many meetings were asked for.
        wanted: u16,
        /// How many could be placed.
        placed: u16,
    },
    /// A pattern or written day falls on a day when nothing can be held.
    Collision {
        /// The day.
        day: NaiveDate,
        /// Nearest working day before.
        earlier: NaiveDate,
        /// Nearest working day after.
        later: NaiveDate,
        /// Why nothing can be held.
        why: NonWorking,
    },
    /// A preparation has no day between its two deadlines.
    NoPreparation {
        /// Title of the meeting that should be prepared.
        meeting: Text,
    },
    /// A step's body has no meeting in the months named.
    NoMeetingForStep {
        /// Title of the step.
        step: Text,
        /// The body.
        body: BodyId,
        /// The months.
        months: Vec<Month>,
        /// The year.
        year: i32,
    },
    /// A step falls before one that it must follow.
    OutOfOrder {
        /// Title of the step.
        step: Text,
        /// Its day.
        day: NaiveDate,
        /// Day of the step that it must follow.
        after: NaiveDate,
    },
    /// A report's receiver has no meeting before it is due.
    NoMeetingForReport {
        /// Title of the report.
        report: Text,
        /// The receiver.
        body: BodyId,
        /// Last possible day.
        due: NaiveDate,
    },
    /// No meeting is left on which an office can be filled in time.
    NoMeetingForElection {
        /// Title of the office.
        office: Text,
        /// The body.
        body: BodyId,
        /// Last possible day.
        due: NaiveDate,
    },
    /// An edit or a published day names an occurrence that is not there.
    UnknownOccurrence {
        /// As written.
        occurrence: String,
    },
    /// A change by hand comes to nothing.
    WithoutEffect {
        /// The occurrence as written.
        occurrence: String,
        /// Why.
        why: NoEffect,
    },
    /// A meeting was moved by hand from another day than it has now.
    MovedFromElsewhere {
        /// Day that the plan says it had.
        written: NaiveDate,
        /// Day that it has.
        computed: NaiveDate,
    },
}
