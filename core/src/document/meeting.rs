//! How often and when bodies meet.

use super::{Cite, Text};
use crate::read::Read;
use crate::time::{DateRule, Day, Month, MonthDay, Roll, Time, Weekday};
use serde::{Deserialize, Serialize};

/// A series of meetings of one body, or of several together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingSeries {
    /// Stable id.
    pub id: String,
    /// Bodies that meet; several ids make one series each unless `joint`.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub bodies: Vec<String>,
    /// True when the bodies meet together; the meeting counts for each of them.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub joint: bool,
    /// Title, when not the body's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// How many.
    pub count: Count,
    /// How days are found.
    pub days: DayFinding,
    /// Time of day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Length in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Length in days, for meetings over night.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length_days: Option<u8>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// Address of the video meeting or of the meeting's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Items on every agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing_items: Vec<StandingItem>,
    /// Last days before or after each meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<MeetingDeadline>,
    /// A body that prepares each meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preparation: Option<Preparation>,
    /// True when meetings on a Saturday or Sunday are meant and no slip.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub weekends_meant: bool,
    /// Single days moved, cancelled or added by hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
    /// First year in which this rule holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_year: Option<i32>,
    /// Last year in which this rule holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_year: Option<i32>,
    /// Id of the series that this one takes over from: the gap is counted from its last meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["meetings"])))]
    pub continues: Option<String>,
    /// What prepares and who adopts the agenda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Text>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// How many meetings in each period. "When needed" is `on_demand`: such days break no range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The period that is counted over.
    pub per: CountPer,
    /// Fewest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u8>,
    /// Most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u8>,
    /// How many the plan aims at; without it, the middle of the range, else the fewest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<u8>,
    /// More may be called when needed.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub on_demand: bool,
    /// True when joint meetings of the body do not count here: a retreat is held besides them.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub without_joint: bool,
}

impl Count {
    /// How many meetings the plan aims at: the number itself, the middle of the range, or the only
    /// end that it has.
    #[must_use]
    pub fn wanted(&self) -> u16 {
        let middle = || match (self.min, self.max) {
            (Some(min), Some(max)) => (u16::from(min) + u16::from(max)) / 2,
            (Some(min), None) => u16::from(min),
            (None, Some(max)) => u16::from(max),
            (None, None) => 0,
        };
        self.target.map_or_else(middle, u16::from)
    }
}

/// What a count is counted over.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountPer {
    /// Calendar year.
    Year,
    /// School term, as `calendar.terms` says.
    Term,
    /// Mandate period, calendar years.
    MandatePeriod,
}

/// How the days of a series are found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DayFinding {
    /// As evenly as can be under the rules given.
    Spread(Box<Spread>),
    /// By a date rule.
    Pattern(Box<Pattern>),
    /// Written days.
    Fixed(Vec<Day>),
    /// On the same day as each meeting of another series, or some days from it.
    Beside(Box<Beside>),
}

/// Rules for days that are spread evenly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Weekdays that are possible at all; empty means Monday to Friday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
    /// The usual weekday: others are possible but cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefer: Option<Weekday>,
    /// Spans that must hold at least one meeting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
    /// Months to stay out of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid_months: Vec<Month>,
    /// ISO weeks to stay out of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid_weeks: Vec<u8>,
    /// Fewest days between two meetings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_gap_days: Option<u16>,
}

/// A span that must hold at least one meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Months; neighbouring months make one span.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<Month>,
    /// First day of the span in each year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<MonthDay>,
    /// Last day of the span in each year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<MonthDay>,
    /// Mandate years in which the window holds; empty means every year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mandate_years: Vec<u8>,
    /// A span before each meeting of another series, instead of months.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_each: Option<LeadTo>,
    /// Only after the first meeting of another series inside the span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<WindowOrder>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// Lead time to each meeting of another series, in days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeadTo {
    /// Id of the other series.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["meetings"])))]
    pub series: String,
    /// Fewest days before.
    pub min_days: u16,
    /// Most days before.
    pub max_days: u16,
}

/// Order against another series inside a window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WindowOrder {
    /// Id of the other series.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["meetings"])))]
    pub series: String,
    /// Fewest days after.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = 0)))]
    pub min_days: u16,
}

/// Days taken from another series: "the same day, two hours before".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// Id of the other series.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["meetings"])))]
    pub series: String,
    /// How far from the other meeting; the same day unless said. Negative is before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<DeadlineOffset>,
    /// What happens on a non-working day.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "as_is")))]
    pub roll: Roll,
    /// Only beside the meetings in these months; empty means beside every one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<Month>,
    /// Starts this many minutes before the other meeting starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_before: Option<u16>,
}

/// Days found by a date rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// The rule.
    pub rule: DateRule,
    /// Months to stay out of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid_months: Vec<Month>,
    /// ISO weeks to stay out of: 53, for a rhythm of odd weeks that shall not meet twice in a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid_weeks: Vec<u8>,
    /// What happens on a day when nothing can be held.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "report")))]
    pub collision: PatternCollision,
}

/// What a pattern does on a holiday or another day when nothing can be held.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PatternCollision {
    /// Keep the day and report it, with the nearest days before and after.
    #[default]
    Report,
    /// The nearest working day before.
    Earlier,
    /// The nearest working day after.
    Later,
    /// A week later.
    WeekLater,
    /// Leave the meeting out.
    Skip,
}

/// An item on every agenda of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandingItem {
    /// The item.
    pub title: Text,
    /// Body that the item belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub from_body: Option<String>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// A last day before or after each meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingDeadline {
    /// Id, unique within the series.
    pub id: String,
    /// What is due.
    pub title: Text,
    /// How far from the meeting, or from another deadline.
    pub offset: DeadlineOffset,
    /// Deadline in the same series that the offset is counted from, instead of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["deadlines"])))]
    pub of: Option<String>,
    /// What happens on a non-working day. "At least one week before" is `earlier`.
    #[serde(default, skip_serializing_if = "super::is_default")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = "as_is")))]
    pub roll: Roll,
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

/// How far a deadline lies from its day. Negative is before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DeadlineOffset {
    /// Calendar days.
    Days(i16),
    /// Weeks.
    Weeks(i8),
    /// Months; a month that lacks the day gives its last one.
    Months(i8),
    /// Working days.
    WorkingDays(i16),
    /// The last working day of the ISO week that lies this many weeks before.
    EndOfWeekBefore(u8),
}

/// A body that meets between two deadlines before each meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Preparation {
    /// The preparing body.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub body: String,
    /// Deadline after which it meets; without it, `lead_days` counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["deadlines"])))]
    pub after: Option<String>,
    /// Deadline no later than which it meets; without it, the meeting itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["deadlines"])))]
    pub before: Option<String>,
    /// Title, when not the preparing body's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Time of day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Length in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// A change by hand to one occurrence, named `<period>/<number>` such as `2027/3`.
///
/// In a series that is written for several bodies, `<body>/<period>/<number>`
/// such as `lsg-2/2027/3` means the meeting of one of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// Moved to another day.
    Move {
        /// Which occurrence.
        occurrence: String,
        /// The day it had when it was moved.
        from: Day,
        /// The new day.
        to: Day,
        /// Why.
        reason: Text,
    },
    /// Cancelled; it stays in the list.
    Cancel {
        /// Which occurrence.
        occurrence: String,
        /// Why.
        reason: Text,
    },
    /// Goes on on another day; it is still one meeting.
    Continue {
        /// Which occurrence.
        occurrence: String,
        /// The day on which it goes on.
        date: Day,
        /// Time of day, when not the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<Time>,
        /// Why.
        reason: Text,
    },
    /// An extra day.
    Add {
        /// Name of the occurrence, such as `2027/extra-1`.
        occurrence: String,
        /// The day.
        date: Day,
        /// Why.
        reason: Text,
    },
    /// Held on its day whatever the rules give: a spread is placed around it, and in any other
    /// series the meeting of that name leaves the day of its rule.
    Lock {
        /// Which occurrence.
        occurrence: String,
        /// The day.
        date: Day,
    },
}

impl Edit {
    /// The occurrence that is changed, as written.
    #[must_use]
    pub fn occurrence(&self) -> &str {
        match self {
            Self::Move { occurrence, .. }
            | Self::Cancel { occurrence, .. }
            | Self::Continue { occurrence, .. }
            | Self::Add { occurrence, .. }
            | Self::Lock { occurrence, .. } => occurrence,
        }
    }
    /// The word for it in the document.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Move { .. } => "move",
            Self::Cancel { .. } => "cancel",
            Self::Continue { .. } => "continue",
            Self::Add { .. } => "add",
            Self::Lock { .. } => "lock",
        }
    }
}
