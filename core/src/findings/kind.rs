//! What findings say, with the data that their words need.

use crate::compute::NoEffect;
use crate::document::Text;
use crate::plan::{BodyId, PrincipalId};
use crate::reason::NonWorking;
use crate::time::Month;
use chrono::NaiveDate;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A rule is broken.
    Error,
    /// Worth a look before the plan is used.
    Warning,
    /// Good to know.
    Info,
}

impl Severity {
    /// Name in data.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingKind {
    /// Fewer meetings than agreed.
    CadenceBelow {
        /// Title of the series.
        series: Text,
        /// Period that is counted over.
        period: String,
        /// Meetings held.
        held: u16,
        /// Fewest agreed.
        min: u16,
    },
    /// More meetings than agreed.
    CadenceAbove {
        /// Title of the series.
        series: Text,
        /// Period that is counted over.
        period: String,
        /// Meetings held.
        held: u16,
        /// Most agreed.
        max: u16,
    },
    /// Rules that cannot hold together.
    NoPlacement {
        /// Title of the series.
        series: Text,
        /// Period that it was placed in.
        period: String,
        /// The smallest set of rules: document path and name.
        rules: Vec<(String, Text)>,
        /// Meetings asked for.
        wanted: u16,
        /// Meetings placed.
        placed: u16,
    },
    /// A day on which nothing can be held.
    DayOff {
        /// Title of the meeting.
        meeting: Text,
        /// The day.
        day: NaiveDate,
        /// Why nothing can be held.
        why: NonWorking,
        /// Nearest working day before.
        earlier: NaiveDate,
        /// Nearest working day after.
        later: NaiveDate,
    },
    /// A meeting on a weekend that the plan has not said is meant.
    Weekend {
        /// Title of the meeting.
        meeting: Text,
        /// The day.
        day: NaiveDate,
    },
    /// A step before one that it must follow.
    OutOfOrder {
        /// Title of the step.
        step: Text,
        /// Its day.
        day: NaiveDate,
        /// Day of the other.
        after: NaiveDate,
    },
    /// A step without a meeting to land on.
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
    /// The same people at two meetings at once.
    SharedSeats {
        /// Title of one meeting.
        one: Text,
        /// Title of the other.
        other: Text,
        /// The day.
        day: NaiveDate,
    },
    /// A meeting while a calendar of others takes the same people.
    BackgroundClash {
        /// Title of the meeting.
        meeting: Text,
        /// The day.
        day: NaiveDate,
        /// What happens there.
        other: Text,
        /// What the calendar is called.
        background: Text,
    },
    /// A last day that falls on a non-working day, and where it goes.
    DeadlineDayOff {
        /// Title of the entry.
        title: Text,
        /// The day that the rule names.
        nominal: NaiveDate,
        /// Why it is not a working day.
        why: NonWorking,
        /// The day that holds instead; the same when nothing moves it.
        goes_to: NaiveDate,
        /// True when the law moves it and the named day is still the one to plan for.
        by_law: bool,
    },
    /// A report whose receiver has no meeting in time.
    NoMeetingForReport {
        /// Title of the report.
        report: Text,
        /// The receiver.
        body: BodyId,
        /// Last possible day.
        due: NaiveDate,
    },
    /// A preparation without a day between its deadlines.
    NoPreparation {
        /// Title of the meeting.
        meeting: Text,
    },
    /// An office that cannot be filled in time.
    NoMeetingForElection {
        /// Title of the office.
        office: Text,
        /// The body.
        body: BodyId,
        /// Last possible day.
        due: NaiveDate,
    },
    /// An office nobody holds.
    OfficeVacant {
        /// Title of the office.
        office: Text,
        /// Its period.
        period: String,
        /// Bodies in which nobody holds it.
        bodies: Vec<BodyId>,
    },
    /// The same side twice in a row, or in both offices at once.
    AlternationBroken {
        /// Title of the office period.
        office: Text,
        /// Who holds it.
        holder: Text,
        /// Title of the other office period.
        other: Text,
    },
    /// A quorum that cannot be reached.
    QuorumUnreachable {
        /// The body.
        body: BodyId,
        /// Principal without a seat that counts; `None` for the whole body.
        principal: Option<PrincipalId>,
    },
    /// Seats outside the agreed size.
    BodySize {
        /// The body.
        body: BodyId,
        /// Fewest and most seats.
        seats: (u16, u16),
        /// Fewest and most agreed.
        size: (u16, u16),
    },
    /// A body that meets but reports to nobody.
    NoReports {
        /// The body.
        body: BodyId,
    },
    /// An assignment that lacks required texts.
    AssignmentIncomplete {
        /// Title of the assignment.
        assignment: Text,
        /// Title of the form.
        form: Text,
        /// Headings of the missing texts.
        missing: Vec<Text>,
    },
    /// A document whose span does not fit its body's level.
    Horizon {
        /// Title of the document.
        document: Text,
        /// Years that it covers.
        years: u16,
        /// Title of the level.
        level: Text,
        /// Shortest and longest horizon of the level.
        horizon: (u8, u8),
    },
    /// An agreement or document without a coming revision.
    NoRevision {
        /// Its title.
        document: Text,
    },
    /// A registered document without dates.
    Undated {
        /// Its title.
        document: Text,
    },
    /// A document or agreement that ends in the range.
    Expiring {
        /// Its title.
        document: Text,
        /// Last day.
        last: NaiveDate,
    },
    /// A document or agreement that ended before the range.
    Expired {
        /// Its title.
        document: Text,
        /// Last day.
        last: NaiveDate,
    },
    /// A revision that should have been made before the range.
    RevisionOverdue {
        /// Title of the document.
        document: Text,
        /// Day of the revision.
        due: NaiveDate,
    },
    /// Decided by those who step down, for those who come.
    DecidedByOutgoing {
        /// Title of the decision.
        decision: Text,
        /// Its day.
        day: NaiveDate,
        /// Last day of those who decide.
        last_day: NaiveDate,
    },
    /// An edit or a published day that names no meeting.
    UnknownOccurrence {
        /// As written.
        occurrence: String,
    },
    /// A change by hand that comes to nothing.
    EditWithoutEffect {
        /// The occurrence as written.
        occurrence: String,
        /// Why.
        why: NoEffect,
    },
    /// An edit or a published day in a period that its series does not have.
    UnknownPeriod {
        /// Title of the series.
        series: Text,
        /// As written.
        occurrence: String,
        /// The published year that it stands in.
        year: Option<i32>,
        /// What it should say, when that is known.
        meant: Option<String>,
    },
    /// An edit or a published day far outside the period that its meeting counts in.
    OutsidePeriod {
        /// As written.
        occurrence: String,
        /// The period.
        period: String,
        /// The day.
        day: NaiveDate,
    },
    /// A published year outside the years of the plan.
    PublishedOutside {
        /// The published year.
        year: i32,
        /// First and last year of the plan.
        plan: (i32, Option<i32>),
    },
    /// A meeting that was moved by hand from another day than it has now.
    MovedFromElsewhere {
        /// Day that the plan says.
        written: NaiveDate,
        /// Day that it has.
        computed: NaiveDate,
    },
    /// A statutory date to be checked before it is relied on.
    UncertainDuty {
        /// Its title.
        duty: Text,
        /// The citation.
        citation: Text,
    },
}

impl FindingKind {
    /// Name in data.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::CadenceBelow { .. } => "cadence_below",
            Self::CadenceAbove { .. } => "cadence_above",
            Self::NoPlacement { .. } => "no_placement",
            Self::DayOff { .. } => "day_off",
            Self::Weekend { .. } => "weekend",
            Self::OutOfOrder { .. } => "out_of_order",
            Self::NoMeetingForStep { .. } => "no_meeting_for_step",
            Self::SharedSeats { .. } => "shared_seats",
            Self::BackgroundClash { .. } => "background_clash",
            Self::DeadlineDayOff { .. } => "deadline_day_off",
            Self::NoMeetingForReport { .. } => "no_meeting_for_report",
            Self::NoPreparation { .. } => "no_preparation",
            Self::NoMeetingForElection { .. } => "no_meeting_for_election",
            Self::OfficeVacant { .. } => "office_vacant",
            Self::AlternationBroken { .. } => "alternation_broken",
            Self::QuorumUnreachable { .. } => "quorum_unreachable",
            Self::BodySize { .. } => "body_size",
            Self::NoReports { .. } => "no_reports",
            Self::AssignmentIncomplete { .. } => "assignment_incomplete",
            Self::Horizon { .. } => "horizon",
            Self::NoRevision { .. } => "no_revision",
            Self::Undated { .. } => "undated",
            Self::Expiring { .. } => "expiring",
            Self::Expired { .. } => "expired",
            Self::RevisionOverdue { .. } => "revision_overdue",
            Self::DecidedByOutgoing { .. } => "decided_by_outgoing",
            Self::UnknownOccurrence { .. } => "unknown_occurrence",
            Self::EditWithoutEffect { .. } => "edit_without_effect",
            Self::UnknownPeriod { .. } => "unknown_period",
            Self::OutsidePeriod { .. } => "outside_period",
            Self::PublishedOutside { .. } => "published_outside",
            Self::MovedFromElsewhere { .. } => "moved_from_elsewhere",
            Self::UncertainDuty { .. } => "uncertain_duty",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::CadenceBelow { .. }
            | Self::NoPlacement { .. }
            | Self::DayOff { .. }
            | Self::OutOfOrder { .. }
            | Self::NoMeetingForStep { .. }
            | Self::SharedSeats { .. }
            | Self::NoMeetingForReport { .. }
            | Self::NoMeetingForElection { .. }
            | Self::AlternationBroken { .. }
            | Self::QuorumUnreachable { .. }
            | Self::UnknownOccurrence { .. }
            | Self::UnknownPeriod { .. } => Severity::Error,
            // The meeting is not held, as the edit asks.
            Self::EditWithoutEffect {
                why: NoEffect::NotPublished,
                ..
            } => Severity::Info,
            Self::CadenceAbove { .. }
            | Self::Weekend { .. }
            | Self::BackgroundClash { .. }
            | Self::NoPreparation { .. }
            | Self::BodySize { .. }
            | Self::AssignmentIncomplete { .. }
            | Self::Horizon { .. }
            | Self::NoRevision { .. }
            | Self::Expiring { .. }
            | Self::Expired { .. }
            | Self::RevisionOverdue { .. }
            | Self::DecidedByOutgoing { .. }
            | Self::EditWithoutEffect { .. }
            | Self::OutsidePeriod { .. }
            | Self::PublishedOutside { .. }
            | Self::MovedFromElsewhere { .. } => Severity::Warning,
            // A last day that stays on a non-working day is worth a look; one that moves is only told.
            Self::DeadlineDayOff {
                nominal, goes_to, ..
            } if nominal == goes_to => Severity::Warning,
            Self::DeadlineDayOff { .. }
            | Self::OfficeVacant { .. }
            | Self::NoReports { .. }
            | Self::Undated { .. }
            | Self::UncertainDuty { .. } => Severity::Info,
        }
    }
}
