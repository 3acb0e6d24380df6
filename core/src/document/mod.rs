//! The file as written: serde types without rules.
//!
//! A [`PlanDocument`] is what people keep, diff and send to each other. It says
//! nothing about whether its references resolve: that is [`crate::plan::Plan`].

mod activity;
mod assignment;
mod background;
mod calendar_rules;
mod change;
mod duty;
mod goal;
mod governing;
mod meeting;
mod newer;
mod office;
mod organisation;
mod publication;
mod read;
mod report;
#[cfg(feature = "schema")]
mod schema;
mod source;
mod text;
mod write;

pub use activity::{Activity, Undecided};
pub use assignment::{Assignment, AssignmentField, AssignmentForm, AssignmentStatus, ReportRhythm};
pub use background::{Background, BackgroundDay};
pub use calendar_rules::{Break, BreakTreatment, CalendarRules, SchoolTerm};
pub use change::{
    Change, Difference, changed, differences, from_value, key_of, to_value, value_at,
};
pub(crate) use change::{escape_step, keys_of, turn};
pub use duty::{Catalogue, Duty, DutyStatus, DutyUse};
pub use goal::{Direction, Goal, GoalValue};
pub use governing::{
    Coverage, DocumentKind, GoverningDocument, MeetingChoice, MeetingSlot, OwnPeriod, Post,
    Process, Revision, Step, StepAt, StepBeside, StepSpan,
};
pub use meeting::{
    Beside, Count, CountPer, DayFinding, DeadlineOffset, Edit, LeadTo, MeetingDeadline,
    MeetingSeries, Pattern, PatternCollision, Preparation, Spread, StandingItem, Window,
    WindowOrder,
};
pub use newer::Newer;
pub use office::{Alternation, ElectedBy, Held, Office, OfficeRole, OfficeTerm};
pub use organisation::{
    Body, Level, Like, Principal, PrincipalKind, Quorum, QuorumPer, Seat, Side, SizeRange,
};
pub use publication::{PublishedDay, PublishedYear};
pub use read::{
    MAX_DEPTH, MAX_PROBLEMS, MAX_SIZE, MAX_TEXT, Parsed, Positions, excerpt, open, parse,
    parse_catalogue,
};
pub use report::{Report, ReportDue, ReportKind};
#[cfg(feature = "schema")]
pub use schema::{catalogue_schema, schema};
pub use source::{Cite, Note, SourceDocument};
pub use text::Text;
pub use write::{write, write_catalogue};

use crate::read::Read;
use crate::time::{Lang, MandateRules, Month};
use serde::{Deserialize, Serialize};

/// Hands the names of the document's lists to another macro.
macro_rules! lists {
    ($with:ident) => {
        $with!(
            sources,
            notes,
            levels,
            principals,
            sides,
            bodies,
            offices,
            meetings,
            processes,
            documents,
            reports,
            assignment_forms,
            assignments,
            goals,
            posts,
            duties,
            activities,
            backgrounds,
            published
        )
    };
}
pub(crate) use lists;

/// The format that this version writes.
pub const FORMAT: &str = "planning-wheel/1";

/// The format of the statutory catalogue that this version writes.
pub const CATALOGUE_FORMAT: &str = "planning-wheel-catalogue/1";

/// The zone of a plan that names none.
pub(crate) const STOCKHOLM: &str = "Europe/Stockholm";

/// One plan, as written in its file.
///
/// # Example
/// ```
/// use planning_wheel::document::PlanDocument;
/// let document = PlanDocument::blank("nso", "Nätverket");
/// assert_eq!(document.format, "planning-wheel/1");
/// assert!(document.bodies.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanDocument {
    /// Always `planning-wheel/1`, unless a newer version has written the file.
    pub format: String,
    /// Stable id of the plan: lower-case letters, digits and hyphens.
    pub id: String,
    /// What the plan is called.
    pub title: Text,
    /// Language of texts that are written in one language only.
    #[serde(default)]
    pub language: Lang,
    /// IANA name of the time zone that times are given in.
    #[serde(default = "stockholm", skip_serializing_if = "is_stockholm")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "Europe/Stockholm")))]
    pub time_zone: String,
    /// First year the plan computes: even gaps are counted from here on.
    pub first_year: i32,
    /// Last year the plan computes, when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<i32>,
    /// Month in which the wheel's year starts, when not January.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_starts: Option<Month>,
    /// The agreements and decisions that the plan builds on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceDocument>,
    /// Remarks shown to the reader, such as where two sections disagree.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Election and term rules, when not the Swedish ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<MandateRules>,
    /// Levels from the outer ring inwards; empty means political, strategic,
    /// tactical and operational.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Municipalities, regions and others that stand behind the work.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub principals: Vec<Principal>,
    /// Groups of principals that alternate or act together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<Side>,
    /// School terms, breaks and days on which nothing is held.
    #[serde(default, skip_serializing_if = "CalendarRules::is_default")]
    pub calendar: CalendarRules,
    /// Boards, networks and groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    /// Chairs, vice chairs, secretaries and administrations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// How often and when bodies meet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingSeries>,
    /// Processes that several governing documents go through together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub processes: Vec<Process>,
    /// Governing documents, from strategies to routines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<GoverningDocument>,
    /// Reports and follow-ups between bodies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
    /// Which texts an assignment must hold, by the level of its receiver.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignment_forms: Vec<AssignmentForm>,
    /// Assignments and directives from one body to another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// Goals with indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Goal>,
    /// Posts that are extended for a time at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Post>,
    /// Entries switched on from the statutory catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<DutyUse>,
    /// Anything else with a date rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// Calendars of others, to plan against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backgrounds: Vec<Background>,
    /// Years whose dates are fixed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<PublishedYear>,
    /// What only a newer version knows, where one has written the file. It is no field of the file:
    /// [`write()`] and [`to_value`] put each part of it back where it stood.
    #[serde(skip)]
    pub newer: Option<Box<Newer>>,
}

impl PlanDocument {
    /// A plan with nothing in it but a name, first year 2026.
    #[must_use]
    pub fn blank(id: &str, title: &str) -> Self {
        Self {
            format: FORMAT.into(),
            id: id.into(),
            title: Text::from(title),
            language: Lang::Sv,
            time_zone: stockholm(),
            first_year: 2026,
            last_year: None,
            year_starts: None,
            sources: Vec::new(),
            notes: Vec::new(),
            mandate: None,
            levels: Vec::new(),
            principals: Vec::new(),
            sides: Vec::new(),
            calendar: CalendarRules::default(),
            bodies: Vec::new(),
            offices: Vec::new(),
            meetings: Vec::new(),
            processes: Vec::new(),
            documents: Vec::new(),
            reports: Vec::new(),
            assignment_forms: Vec::new(),
            assignments: Vec::new(),
            goals: Vec::new(),
            posts: Vec::new(),
            duties: Vec::new(),
            activities: Vec::new(),
            backgrounds: Vec::new(),
            published: Vec::new(),
            newer: None,
        }
    }
}

fn stockholm() -> String {
    STOCKHOLM.into()
}

fn is_stockholm(zone: &str) -> bool {
    zone == STOCKHOLM
}

pub(crate) fn yes() -> bool {
    true
}

pub(crate) fn is_true(value: &bool) -> bool {
    *value
}

pub(crate) fn is_false(value: &bool) -> bool {
    !*value
}

/// True for the default of any type: keeps defaults out of written files.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
