//! Where a rule comes from.

use super::Text;
use crate::read::Read;
use crate::time::Day;
use serde::{Deserialize, Serialize};

/// An agreement or decision that the plan builds on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceDocument {
    /// Id that citations name.
    pub id: String,
    /// Title as printed.
    pub title: Text,
    /// Day of adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Day>,
    /// First day of validity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Day>,
    /// Last day of validity; absent means until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
    /// Days of earlier revisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revised: Vec<Day>,
    /// Next revision, when one is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_revision: Option<Day>,
    /// Sections that the plan was checked against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// Address where the text can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// A place in a source: document and section, at most with a short quotation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// Id of a [`SourceDocument`].
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["sources"])))]
    pub source: String,
    /// Section heading or number.
    pub section: String,
    /// A few words of the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// A remark for the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Read)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Stable id.
    pub id: String,
    /// The remark.
    pub text: Text,
    /// Ids of the parts of the plan that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(extend("x-refers" = ["parts"])))]
    pub about: Vec<String>,
    /// Sections that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cite: Vec<Cite>,
}
