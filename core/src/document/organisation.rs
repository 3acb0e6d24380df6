//! Who takes part: levels, principals, sides and bodies.

use super::{Cite, Text};
use crate::read::Read;
use crate::time::{Day, TermKind};
use serde::{Deserialize, Serialize};

/// A level of the collaboration; the order in the plan is the order of the rings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Stable id, such as `strategic`.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Shortest time horizon of the level's documents, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon_min_years: Option<u8>,
    /// Longest time horizon of the level's documents, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon_max_years: Option<u8>,
    /// Colour as `#rrggbb`, when not the derived one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// What a principal is by law.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PrincipalKind {
    /// Kommun.
    Municipality,
    /// Region.
    Region,
    /// Anything else.
    Other,
}

/// A responsible authority (huvudman).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Principal {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Municipality, region or other.
    pub kind: PrincipalKind,
}

/// Principals that act together, such as all municipalities.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// Stable id.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Ids of its principals.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["principals"])))]
    pub principals: Vec<String>,
}

/// A board, network or group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Stable id.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Name where space is scarce.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// Id of its level.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["levels"])))]
    pub level: String,
    /// Body that it belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub parent: Option<String>,
    /// First day of a body that has not always existed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day of a temporary body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Several bodies alike, written once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub like: Option<Like>,
    /// Which term of office its members follow; absent for officials, whom no election replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<TermKind>,
    /// Who sits in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<Seat>,
    /// Fewest and most members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<SizeRange>,
    /// When it may decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// Bodies with which it shares people, beyond what the seats say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub shares_seats_with: Vec<String>,
    /// False when the agreement says that it has no formal reporting duty.
    #[serde(default = "super::yes", skip_serializing_if = "super::is_true")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub reports: bool,
    /// False for a body whose meetings are not this plan's concern.
    #[serde(default = "super::yes", skip_serializing_if = "super::is_true")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub meets: bool,
    /// Networks and groups to which it appoints representatives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appoints: Vec<Text>,
    /// Rules that give no dates, such as absence without substitutes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<Text>,
    /// Colour as `#rrggbb`, when not that of its level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// Several bodies alike: ids become `<id>-1`, `<id>-2` and so on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Like {
    /// How many there are.
    pub count: u8,
    /// Their names in order; missing ones are numbered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Text>,
    /// Their short names in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub short: Vec<Text>,
}

/// Seats of one role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Principals or sides that fill it; a side means each of its principals, unless `shared`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["principals", "sides"])))]
    pub of: Vec<String>,
    /// Body whose chair or representative sits here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["body"])))]
    pub from_body: Option<String>,
    /// Role.
    pub role: Text,
    /// True when the seats are for all in `of` together, and it is open which of them fill them.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub shared: bool,
    /// Seats per principal, or of all together when `shared`.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = 1)))]
    pub count: u8,
    /// Most seats, counted in the same way, where the text gives a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<u8>,
    /// Whether the seat counts in decisions.
    #[serde(default = "super::yes", skip_serializing_if = "super::is_true")]
    #[cfg_attr(feature = "schema", schemars(extend("default" = true)))]
    pub votes: bool,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

fn one() -> u8 {
    1
}

fn is_one(count: &u8) -> bool {
    *count == 1
}

/// Fewest and most members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SizeRange {
    /// Fewest members.
    pub min: u16,
    /// Most members.
    pub max: u16,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}

/// What a quorum is counted over.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuorumPer {
    /// More than half of each principal's members.
    Principal,
    /// More than half of all members.
    Body,
}

/// When a body may decide: more than half of the members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// Counted over each principal or over the whole body.
    pub per: QuorumPer,
    /// Where the agreement says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
    /// What the plan chose where the text leaves it open, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Text>,
}
