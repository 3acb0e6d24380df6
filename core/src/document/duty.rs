//! The statutory catalogue and its use in a plan.

use super::{PrincipalKind, Text};
use crate::read::Read;
use crate::time::{DateRule, Day};
use serde::{Deserialize, Serialize};

/// Statutory dates with their citations: a file beside the plans.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Always `planning-wheel-catalogue/1`.
    pub format: String,
    /// Title.
    pub title: Text,
    /// The duties.
    pub duties: Vec<Duty>,
}

impl Catalogue {
    /// A catalogue without duties.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            format: "planning-wheel-catalogue/1".into(),
            title: Text::default(),
            duties: Vec::new(),
        }
    }

    /// The duty with an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }
}

/// How sure an entry is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DutyStatus {
    /// Read in the text of the law.
    #[default]
    Settled,
    /// To be checked before it is relied on.
    Check,
}

/// One statutory date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable id.
    pub id: String,
    /// What is due.
    pub title: Text,
    /// The law, with chapter and section.
    pub citation: String,
    /// When; the rule's roll is the statutory one where lag (1930:173) applies.
    pub rule: DateRule,
    /// Whom it binds; empty means both municipalities and regions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub binds: Vec<PrincipalKind>,
    /// Day on which the text was last checked.
    pub checked: Day,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub status: DutyStatus,
    /// First year in which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_year: Option<i32>,
    /// Last year in which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_year: Option<i32>,
    /// What a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A duty switched on in a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyUse {
    /// Id in the catalogue, or a new id when `rule` and `title` are given.
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["duties"])))]
    pub duty: String,
    /// Title, when not the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Date rule, when not the catalogue's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<DateRule>,
    /// Bodies on whose lanes it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["bodies"])))]
    pub bodies: Vec<String>,
    /// Who is responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<Text>,
}
