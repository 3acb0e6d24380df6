//! An entry as data.

use crate::calendar::{Entry, Link, Source};
use crate::document::Text;
use crate::plan::Plan;
use crate::text;
use crate::time::{Lang, format};
use serde::Serialize;

/// An entry of a calendar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryData {
    /// Stable id: survives moves and is the same in every range.
    pub id: String,
    /// `meeting`, `deadline`, `step` and so on.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// First day.
    pub start: String,
    /// The day after the last.
    pub end: String,
    /// Time of day as `HH:MM`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_time: Option<String>,
    /// Length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// Ids of the bodies that it concerns.
    pub body: Vec<String>,
    /// Id of the first body's level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Ids of the principals that each do it on their own.
    pub principals: Vec<String>,
    /// The first source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceData>,
    /// Every source.
    pub sources: Vec<SourceData>,
    /// Why it falls on its day, in words.
    pub reasons: Vec<String>,
    /// Day that it had before it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<String>,
    /// Day that the rule names, where it was moved from a non-working day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nominal: Option<String>,
    /// Last day by law, where that is later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legally_latest: Option<String>,
    /// `proposed`, `fixed`, `cancelled`, `undecided` or `check`.
    pub status: &'static str,
    /// Where it is held, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who answers for it, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// Who holds the office, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// Standing items of the agenda.
    pub items: Vec<String>,
    /// Other entries that it belongs with.
    pub links: Vec<LinkData>,
    /// Address to read more at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What the reader should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceData {
    /// The document.
    pub agreement: String,
    /// The place in it; empty for the whole.
    pub section: String,
    /// Its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// A link to another entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkData {
    /// `at`, `for`, `after`, `serves` or `follows`.
    pub relation: &'static str,
    /// Id of the other entry.
    pub to: String,
}

impl EntryData {
    /// An entry with its plan's ids and in one language.
    #[must_use]
    pub fn new(entry: &Entry, plan: &Plan, lang: Lang) -> Self {
        let words = |text: &Text| text.get(lang).to_owned();
        let sources = SourceData::all(&entry.sources, lang);
        let body = |id: &_| plan.body(*id).id().clone();
        let principal = |id: &_| plan.principal(*id).id().to_owned();
        let reason = |reason: &_| text::reason(reason, lang);
        Self {
            id: entry.id.clone(),
            kind: entry.kind.id(),
            title: words(&entry.title),
            start: format(entry.start),
            end: format(entry.end),
            start_time: entry.time.map(|time| time.to_string()),
            minutes: entry.minutes,
            body: entry.bodies.iter().map(body).collect(),
            level: entry.level.map(|level| plan.level(level).id().to_owned()),
            principals: entry.principals.iter().map(principal).collect(),
            source: sources.first().cloned(),
            sources,
            reasons: entry.reasons.iter().map(reason).collect(),
            moved_from: entry.moved_from.map(format),
            nominal: entry.nominal.map(format),
            legally_latest: entry.legally_latest.map(format),
            status: entry.status.id(),
            place: entry.place.as_ref().map(words),
            responsible: entry.responsible.as_ref().map(words),
            holder: entry.holder.as_ref().map(words),
            items: entry.items.iter().map(words).collect(),
            links: entry.links.iter().map(LinkData::new).collect(),
            url: entry.link.clone(),
            note: entry.note.as_ref().map(words),
        }
    }
}

impl SourceData {
    /// Sources in one language.
    #[must_use]
    pub fn all(sources: &[Source], lang: Lang) -> Vec<Self> {
        let one = |source: &Source| Self {
            agreement: source.agreement.get(lang).to_owned(),
            section: source.section.clone(),
            quote: source.quote.clone(),
        };
        sources.iter().map(one).collect()
    }

    /// "Överenskommelsen, Arbetsordning".
    #[must_use]
    pub fn place(&self) -> String {
        match self.section.as_str() {
            "" => self.agreement.clone(),
            section => format!("{}, {section}", self.agreement),
        }
    }
}

impl LinkData {
    fn new(link: &Link) -> Self {
        Self {
            relation: link.relation.id(),
            to: link.to.clone(),
        }
    }
}
