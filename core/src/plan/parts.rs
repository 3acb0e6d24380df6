//! The parts of a checked plan: what the document says, with references resolved.

use super::{BodyId, LevelId, PrincipalId, SeriesId};
use crate::document::{self, Text};
use crate::time::{DateRange, DateRule, MonthDay};
use chrono::NaiveDate;

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident: $kind:ty),+ $(,)?) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> &$kind {
            &self.$name
        }
    )+};
}

/// A level of the collaboration.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub(super) spec: document::Level,
}

impl Level {
    /// Id in the document.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.spec.id
    }

    /// Name.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.spec.title
    }

    /// What the document says.
    #[must_use]
    pub fn spec(&self) -> &document::Level {
        &self.spec
    }
}

/// A responsible authority.
#[derive(Clone, Debug, PartialEq)]
pub struct Principal {
    pub(super) spec: document::Principal,
}

impl Principal {
    /// Id in the document.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.spec.id
    }

    /// Name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.spec.name
    }

    /// Municipality, region or other.
    #[must_use]
    pub fn kind(&self) -> document::PrincipalKind {
        self.spec.kind
    }
}

/// Principals that act together.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) principals: Vec<PrincipalId>,
}

impl Side {
    getters! {
        /// Id in the document.
        id: String,
        /// Name.
        title: Text,
        /// Its principals.
        principals: Vec<PrincipalId>,
    }
}

/// A board, network or group; like bodies are written out.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) short: Text,
    pub(super) level: LevelId,
    pub(super) parent: Option<BodyId>,
    pub(super) seats: Vec<Seat>,
    pub(super) shares: Vec<BodyId>,
    pub(super) spec: document::Body,
    pub(super) path: String,
}

impl Body {
    getters! {
        /// Id; a like body's is the document's with its number.
        id: String,
        /// Full name.
        name: Text,
        /// Name where space is scarce.
        short: Text,
        /// Seats, with sides written out.
        seats: Vec<Seat>,
        /// Bodies with which it shares people: they may not meet at the same time.
        shares: Vec<BodyId>,
        /// What the document says.
        spec: document::Body,
        /// Place in the document.
        path: String,
    }

    /// Level.
    #[must_use]
    pub fn level(&self) -> LevelId {
        self.level
    }

    /// Body that it belongs under.
    #[must_use]
    pub fn parent(&self) -> Option<BodyId> {
        self.parent
    }

    /// True when it exists on a day.
    #[must_use]
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.spec.from.is_none_or(|from| from.0 <= day)
            && self.spec.until.is_none_or(|until| day <= until.0)
    }

    /// Days on which it exists, inside a range.
    #[must_use]
    pub fn exists_in(&self, range: DateRange) -> DateRange {
        let start = self
            .spec
            .from
            .map_or(range.start, |from| from.0.max(range.start));
        let end = self.spec.until.map_or(range.end, |until| {
            crate::time::add_days(until.0, 1).min(range.end)
        });
        DateRange {
            start,
            end: end.max(start),
        }
    }
}

/// Seats in one role: of one principal, of several together, or of none that the plan names.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    pub(super) principals: Vec<PrincipalId>,
    pub(super) from_body: Option<BodyId>,
    pub(super) written: usize,
    pub(super) count: u16,
    pub(super) up_to: u16,
    pub(super) votes: bool,
}

impl Seat {
    /// Who fills it, when the plan names one.
    #[must_use]
    pub fn principal(&self) -> Option<PrincipalId> {
        match self.principals.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Those that fill it: several when they share the seats, none when the plan names none.
    #[must_use]
    pub fn principals(&self) -> &[PrincipalId] {
        &self.principals
    }

    /// True when several share the seats: the counts are of all together.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.principals.len() > 1
    }

    /// Body whose representative sits here.
    #[must_use]
    pub fn from_body(&self) -> Option<BodyId> {
        self.from_body
    }

    /// Place in the document's seats of the body, which say the role.
    #[must_use]
    pub fn written(&self) -> usize {
        self.written
    }

    /// Fewest seats.
    #[must_use]
    pub fn count(&self) -> u16 {
        self.count
    }

    /// Most seats.
    #[must_use]
    pub fn up_to(&self) -> u16 {
        self.up_to
    }

    /// Whether they count in decisions.
    #[must_use]
    pub fn votes(&self) -> bool {
        self.votes
    }
}

/// A series of meetings of one body, or of several that meet together.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) bodies: Vec<BodyId>,
    pub(super) windows: Vec<Window>,
    pub(super) preparation: Option<BodyId>,
    pub(super) continues: Option<SeriesId>,
    pub(super) beside: Option<SeriesId>,
    pub(super) clashes: Vec<SeriesId>,
    pub(super) joint: Vec<SeriesId>,
    pub(super) spec: document::MeetingSeries,
    pub(super) path: String,
}

impl Series {
    getters! {
        /// Id; with the body's when one written series serves several bodies.
        id: String,
        /// Title of its meetings.
        title: Text,
        /// Bodies that meet.
        bodies: Vec<BodyId>,
        /// Windows that must hold a meeting.
        windows: Vec<Window>,
        /// Earlier placed series that may not meet at the same time.
        clashes: Vec<SeriesId>,
        /// Joint series whose meetings count here too.
        joint: Vec<SeriesId>,
        /// What the document says.
        spec: document::MeetingSeries,
        /// Place in the document.
        path: String,
    }

    /// Body that prepares each meeting.
    #[must_use]
    pub fn preparation(&self) -> Option<BodyId> {
        self.preparation
    }

    /// Length of a meeting in days.
    #[must_use]
    pub fn length(&self) -> i64 {
        self.spec
            .length_days
            .map_or(1, |days| i64::from(days.max(1)))
    }

    /// Series whose days this one takes its own from.
    #[must_use]
    pub fn beside(&self) -> Option<SeriesId> {
        self.beside
    }

    /// Series that this one takes over from.
    #[must_use]
    pub fn continues(&self) -> Option<SeriesId> {
        self.continues
    }
}

/// A window with its references resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    pub(super) spec: document::Window,
    pub(super) before_each: Option<SeriesId>,
    pub(super) after: Option<SeriesId>,
}

impl Window {
    /// What the document says.
    #[must_use]
    pub fn spec(&self) -> &document::Window {
        &self.spec
    }

    /// Series before each of whose meetings one must be held.
    #[must_use]
    pub fn before_each(&self) -> Option<SeriesId> {
        self.before_each
    }

    /// Series whose first meeting in the window must come before.
    #[must_use]
    pub fn after(&self) -> Option<SeriesId> {
        self.after
    }
}

/// An office of one body.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    pub(super) id: String,
    pub(super) body: BodyId,
    pub(super) title: Text,
    pub(super) succeeds: Option<usize>,
    pub(super) opposite: Option<usize>,
    pub(super) turns: Vec<Holder>,
    pub(super) first_turn: usize,
    pub(super) held: Vec<(i32, Holder)>,
    pub(super) spec: document::Office,
    pub(super) path: String,
}

impl Office {
    getters! {
        /// Id, with the body's.
        id: String,
        /// Title.
        title: Text,
        /// Those that take turns, in order.
        turns: Vec<Holder>,
        /// Holders entered by hand, by first year of the period.
        held: Vec<(i32, Holder)>,
        /// What the document says.
        spec: document::Office,
        /// Place in the document.
        path: String,
    }

    /// Body whose office it is.
    #[must_use]
    pub fn body(&self) -> BodyId {
        self.body
    }

    /// Place in [`super::Plan::offices`] of the office whose holder takes this one over.
    #[must_use]
    pub fn succeeds(&self) -> Option<usize> {
        self.succeeds
    }

    /// Place in [`super::Plan::offices`] of the office that another side must hold.
    #[must_use]
    pub fn opposite(&self) -> Option<usize> {
        self.opposite
    }

    /// Place in [`Office::turns`] of the first holder.
    #[must_use]
    pub fn first_turn(&self) -> usize {
        self.first_turn
    }
}

/// A principal or a side that holds an office.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) principals: Vec<PrincipalId>,
}

impl Holder {
    getters! {
        /// Id in the document.
        id: String,
        /// Name.
        title: Text,
        /// Its principals: one for a principal.
        principals: Vec<PrincipalId>,
    }
}

/// What a course leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CourseKind {
    /// A governing document.
    Document(document::DocumentKind),
    /// A post that is extended.
    Post,
}

/// A governing document or a post: periods that are covered, and the steps towards each.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) kind: CourseKind,
    pub(super) coverage: document::Coverage,
    pub(super) from_year: i32,
    pub(super) until_year: Option<i32>,
    pub(super) owner: Option<BodyId>,
    pub(super) adopters: Vec<BodyId>,
    pub(super) under: Option<usize>,
    pub(super) steps: Vec<Step>,
    pub(super) cite: Vec<document::Cite>,
    pub(super) choice: Option<Text>,
    pub(super) document: Option<document::GoverningDocument>,
    pub(super) path: String,
}

impl Course {
    getters! {
        /// Id in the document.
        id: String,
        /// Title.
        title: Text,
        /// Time that one edition covers.
        coverage: document::Coverage,
        /// Bodies that adopt it.
        adopters: Vec<BodyId>,
        /// Steps, each after those that it must follow.
        steps: Vec<Step>,
        /// Where the agreement says so.
        cite: Vec<document::Cite>,
        /// Stated choice.
        choice: Option<Text>,
        /// The document, unless it is a post.
        document: Option<document::GoverningDocument>,
        /// Place in the document.
        path: String,
    }

    /// Document or post.
    #[must_use]
    pub fn kind(&self) -> CourseKind {
        self.kind
    }

    /// First covered year that is computed.
    #[must_use]
    pub fn from_year(&self) -> i32 {
        self.from_year
    }

    /// Last year in which a covered period begins.
    #[must_use]
    pub fn until_year(&self) -> Option<i32> {
        self.until_year
    }

    /// Body that owns it.
    #[must_use]
    pub fn owner(&self) -> Option<BodyId> {
        self.owner
    }

    /// Place in [`super::Plan::courses`] of the document that it is based on.
    #[must_use]
    pub fn under(&self) -> Option<usize> {
        self.under
    }
}

/// One step of a course.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub(super) bodies: Vec<BodyId>,
    pub(super) names_body: bool,
    pub(super) after: Vec<StepRef>,
    pub(super) spec: document::Step,
    pub(super) path: String,
}

impl Step {
    getters! {
        /// Bodies that each take it.
        bodies: Vec<BodyId>,
        /// Steps that come before.
        after: Vec<StepRef>,
        /// What the document says.
        spec: document::Step,
        /// Place in the document.
        path: String,
    }

    /// True when the ids of its entries name the body: it is written for several, or for like bodies.
    #[must_use]
    pub fn names_body(&self) -> bool {
        self.names_body
    }
}

/// A step of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepRef {
    /// Place in [`super::Plan::courses`].
    pub course: usize,
    /// Place in [`Course::steps`].
    pub step: usize,
}

/// A report with its references resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub(super) from: Vec<BodyId>,
    pub(super) names_body: bool,
    pub(super) to: BodyId,
    pub(super) before: Vec<usize>,
    pub(super) before_steps: Vec<StepRef>,
    pub(super) spec: document::Report,
    pub(super) path: String,
}

impl Report {
    getters! {
        /// Bodies that report.
        from: Vec<BodyId>,
        /// Places in [`super::Plan::reports`] of reports that come after.
        before: Vec<usize>,
        /// Steps that come after.
        before_steps: Vec<StepRef>,
        /// What the document says.
        spec: document::Report,
        /// Place in the document.
        path: String,
    }

    /// True when the ids of its entries name the body: it is written for several, or for like bodies.
    #[must_use]
    pub fn names_body(&self) -> bool {
        self.names_body
    }

    /// Body that receives it.
    #[must_use]
    pub fn to(&self) -> BodyId {
        self.to
    }
}

/// An assignment with its references resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    pub(super) from: BodyId,
    pub(super) to: Vec<BodyId>,
    pub(super) course: Option<usize>,
    pub(super) form: Option<usize>,
    pub(super) spec: document::Assignment,
    pub(super) path: String,
}

impl Assignment {
    getters! {
        /// Bodies that carry it out.
        to: Vec<BodyId>,
        /// What the document says.
        spec: document::Assignment,
        /// Place in the document.
        path: String,
    }

    /// Body that gives it.
    #[must_use]
    pub fn from(&self) -> BodyId {
        self.from
    }

    /// Place in [`super::Plan::courses`] of the document that it hangs from.
    #[must_use]
    pub fn course(&self) -> Option<usize> {
        self.course
    }

    /// Place in the document's forms of the one for its receiver's level.
    #[must_use]
    pub fn form(&self) -> Option<usize> {
        self.form
    }
}

/// A goal with its owner resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    pub(super) owner: Option<BodyId>,
    pub(super) spec: document::Goal,
    pub(super) path: String,
}

impl Goal {
    getters! {
        /// What the document says.
        spec: document::Goal,
        /// Place in the document.
        path: String,
    }

    /// Body that follows it up.
    #[must_use]
    pub fn owner(&self) -> Option<BodyId> {
        self.owner
    }

    /// Value to reach: given as such, or the baseline with the least change.
    #[must_use]
    pub fn target(&self) -> Option<f64> {
        self.spec.target.or_else(|| {
            let (baseline, change) = (self.spec.baseline?, self.spec.change?);
            Some(match self.spec.direction {
                document::Direction::Up => baseline + change,
                document::Direction::Down => baseline - change,
            })
        })
    }

    /// Share of the way from baseline to target that the last value has come: 1 is reached.
    #[must_use]
    pub fn progress(&self) -> Option<f64> {
        let (baseline, target) = (self.spec.baseline?, self.target()?);
        let last = self.spec.values.iter().max_by_key(|value| value.year)?;
        let way = target - baseline;
        (way != 0.0).then(|| (last.value - baseline) / way)
    }
}

/// A statutory duty that the plan has switched on.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) rule: DateRule,
    pub(super) bodies: Vec<BodyId>,
    pub(super) responsible: Option<Text>,
    pub(super) duty: Option<document::Duty>,
    pub(super) path: String,
}

impl Duty {
    getters! {
        /// Id in the catalogue, or the plan's own.
        id: String,
        /// What is due.
        title: Text,
        /// When.
        rule: DateRule,
        /// Bodies on whose lanes it stands.
        bodies: Vec<BodyId>,
        /// Who is responsible.
        responsible: Option<Text>,
        /// The catalogue's entry.
        duty: Option<document::Duty>,
        /// Place in the document.
        path: String,
    }
}

/// An activity with its bodies resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    pub(super) bodies: Vec<BodyId>,
    pub(super) spec: document::Activity,
    pub(super) path: String,
}

impl Activity {
    getters! {
        /// Bodies on whose lanes it stands.
        bodies: Vec<BodyId>,
        /// What the document says.
        spec: document::Activity,
        /// Place in the document.
        path: String,
    }
}

/// A calendar of others with its bodies resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Background {
    pub(super) bodies: Vec<BodyId>,
    pub(super) spec: document::Background,
    pub(super) path: String,
}

impl Background {
    getters! {
        /// Bodies whose members are bound by it; empty means all.
        bodies: Vec<BodyId>,
        /// What the document says.
        spec: document::Background,
        /// Place in the document.
        path: String,
    }
}

/// A school term with its days.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    pub(super) id: String,
    pub(super) title: Text,
    pub(super) from: MonthDay,
    pub(super) to: MonthDay,
}

impl Term {
    getters! {
        /// Id in the document.
        id: String,
        /// Title.
        title: Text,
    }

    /// Its days in a year.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Option<DateRange> {
        let from = self
            .from
            .in_year(year, crate::time::MissingDay::LastOfMonth)?;
        let to = self
            .to
            .in_year(year, crate::time::MissingDay::LastOfMonth)?;
        DateRange::new(from, crate::time::add_days(to, 1))
    }
}
