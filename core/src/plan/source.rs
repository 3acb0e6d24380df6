//! Citations with the titles of their sources.

use super::Plan;
use crate::document::{Cite, Text};

/// A place in a source, ready to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Title of the agreement, or the law.
    pub agreement: Text,
    /// Section.
    pub section: String,
    /// A few words of the text.
    pub quote: Option<String>,
}

impl Plan {
    /// Citations with the titles of their sources.
    #[must_use]
    pub fn sources(&self, cites: &[Cite]) -> Vec<Source> {
        cites
            .iter()
            .map(|cite| Source {
                agreement: self
                    .document
                    .sources
                    .iter()
                    .find(|source| source.id == cite.source)
                    .map_or_else(
                        || Text::from(cite.source.as_str()),
                        |source| source.title.clone(),
                    ),
                section: cite.section.clone(),
                quote: cite.quote.clone(),
            })
            .collect()
    }
}
