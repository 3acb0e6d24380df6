//! Governing documents, the steps they go through, and posts that are extended.

use super::{Cite, DeadlineOffset, Text};
use crate::read::Read;
use crate::time::{DateRule, Day, Month, Roll, TermKind};
use serde::{Deserialize, Serialize};

/// What kind of governing document it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Strategic governing document.
    Strategy,
    /// Operational plan (verksamhetsplan).
    OperationalPlan,
    /// Action plan (handlingsplan).
    ActionPlan,
    /// Year and activity plan.
    AnnualPlan,
    /// A body's annual wheel.
    AnnualWheel,
    /// Legally binding agreement (avtal).
    Agreement,
    /// Main agreement (huvudöverenskommelse).
    MainAgreement,
    /// Agreement for a target group or an activity.
    TargetGroupAgreement,
    /// Routine.
    Routine,
    /// Treatment line (behandlingslinje).
    TreatmentLine,
    /// Project directive or plan.
    Project,
    /// National agreement with its own period.
    NationalAgreement,
    /// Activity report.
    ActivityReport,
    /// Anything else.
    Other,
}

/// A governing document and what it covers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GoverningDocument {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Kind.
    pub kind: DocumentKind,
    /// Body that owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub owner: Option<String>,
    /// Body that proposes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub proposer: Option<String>,
    /// Bodies that adopt it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub adopters: Vec<String>,
    /// Who signs it, when principals rather than bodies do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_by: Option<Text>,
    /// Time that it covers.
    pub coverage: Coverage,
    /// First covered year that is shown, when not the plan's own first year. It may be an earlier
    /// one: such periods are shown, and steps are computed from the plan's first year on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_year: Option<i32>,
    /// Last year in which a covered period begins; the rule that follows says from when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_year: Option<i32>,
    /// Document that it is based on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["documents"])))]
    pub under: Option<String>,
    /// Process that it goes through with other documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["processes"])))]
    pub process: Option<String>,
    /// Its own steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Day of adoption, for a document in a register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Day>,
    /// When it comes up for revision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<Revision>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// The time that a document covers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Coverage {
    /// Cycles of this many years inside each mandate period.
    MandateCycle {
        /// Length in years.
        years: u8,
        /// Council or calendar term.
        #[serde(default, skip_serializing_if = "super::is_default")]
        #[cfg_attr(feature = "schema", schemars(extend("default" = "calendar")))]
        term: TermKind,
    },
    /// One calendar year at a time.
    CalendarYear,
    /// Each year the coming years anew.
    Rolling {
        /// Length in years.
        years: u8,
    },
    /// Every so many years from a first year.
    EveryYears {
        /// Length in years.
        years: u8,
        /// First year of a known period.
        from: i32,
    },
    /// Its own period.
    Period(OwnPeriod),
    /// No dates are known: it stands in the register, without a period and without steps.
    Undated,
}

/// A period with its own first and last day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnPeriod {
    /// First day.
    pub from: Day,
    /// Last day; absent means until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// When a document comes up for revision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Revision {
    /// On a day.
    On(Day),
    /// This many months after it was adopted.
    AfterMonths(u16),
    /// By its own steps: the next edition is the revision.
    NextEdition,
}

/// Steps that several documents go through together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// The steps.
    pub steps: Vec<Step>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// One step of a yearly process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Id, unique within the document or process.
    pub id: String,
    /// What happens; the document's title and period are added.
    pub title: Text,
    /// Bodies that each take the step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub bodies: Vec<String>,
    /// When.
    pub at: StepAt,
    /// Years from the first year that the document covers: −1 is the year before.
    #[serde(default = "year_before", skip_serializing_if = "is_year_before")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = -1)))]
    pub year_offset: i8,
    /// True when the step adopts the document.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub decides: bool,
    /// Steps that must come before: `step`, or `document.step` decided in the same year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["own_steps", "steps"])))]
    pub after: Vec<String>,
    /// True when each principal does it on its own.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub per_principal: bool,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Text>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

fn year_before() -> i8 {
    -1
}

fn is_year_before(offset: &i8) -> bool {
    *offset == -1
}

/// When a step happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StepAt {
    /// On a meeting of each of its bodies.
    Meeting(MeetingSlot),
    /// On a day.
    Date(DateRule),
    /// From one step to another.
    Span(StepSpan),
    /// So far before or after another step, in that step's year.
    Beside(StepBeside),
}

/// Which meeting of a body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingSlot {
    /// Months; empty means the whole year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<Month>,
    /// Which of the meetings in those months.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "first")))]
    pub which: MeetingChoice,
}

/// Which of several meetings.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MeetingChoice {
    /// The first that is late enough.
    #[default]
    First,
    /// The last.
    Last,
    /// Every one.
    Every,
}

/// From one step to another, both included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepSpan {
    /// Step on whose first day it starts.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["own_steps"])))]
    pub from: String,
    /// Step on whose last day it ends.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["own_steps"])))]
    pub to: String,
}

/// So far before or after another step of the same document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepBeside {
    /// The other step; of several days or bodies the first counts.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["own_steps"])))]
    pub step: String,
    /// How far from it. Negative is before.
    pub offset: DeadlineOffset,
    /// What happens on a non-working day.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "as_is")))]
    pub roll: Roll,
}

/// A post that is extended for a time at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Stable id.
    pub id: String,
    /// Title of the post.
    pub title: Text,
    /// Share of full time: 0.5 is half.
    pub share: f64,
    /// Where the money comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Text>,
    /// Body that decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub owner: Option<String>,
    /// Time that one decision covers.
    pub coverage: Coverage,
    /// First covered year that is shown, when not the plan's own first year. It may be an earlier
    /// one: such periods are shown, and steps are computed from the plan's first year on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_year: Option<i32>,
    /// Last year in which a covered period begins; the rule that follows says from when it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_year: Option<i32>,
    /// Process that it goes through with other posts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["processes"])))]
    pub process: Option<String>,
    /// Its own steps before each extension.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}
