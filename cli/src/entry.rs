//! An entry as data: what JSON and CSV print.

use planning_wheel::calendar::{Entry, Link, Source};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{Lang, format};
use serde::Serialize;

/// An entry, ready to print; the crate's documentation lists the fields.
#[derive(Debug, Serialize)]
pub(crate) struct EntryData {
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) title: String,
    pub(crate) start: String,
    pub(crate) end: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) minutes: Option<u16>,
    pub(crate) body: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) level: Option<String>,
    pub(crate) principals: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<SourceData>,
    pub(crate) sources: Vec<SourceData>,
    pub(crate) reasons: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) moved_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) nominal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) legally_latest: Option<String>,
    pub(crate) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) responsible: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) holder: Option<String>,
    pub(crate) items: Vec<String>,
    pub(crate) links: Vec<LinkData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

/// A place in a source.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceData {
    pub(crate) agreement: String,
    pub(crate) section: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quote: Option<String>,
}

/// A link to another entry.
#[derive(Debug, Serialize)]
pub(crate) struct LinkData {
    pub(crate) relation: &'static str,
    pub(crate) to: String,
}

impl EntryData {
    /// An entry with its plan's ids and in one language.
    pub(crate) fn new(entry: &Entry, plan: &Plan, lang: Lang) -> Self {
        let words = |text: &planning_wheel::document::Text| text.get(lang).to_owned();
        let sources = sources(&entry.sources, lang);
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
    /// "Överenskommelsen, Arbetsordning".
    pub(crate) fn place(&self) -> String {
        match self.section.as_str() {
            "" => self.agreement.clone(),
            section => format!("{}, {section}", self.agreement),
        }
    }
}

/// Sources in one language.
pub(crate) fn sources(sources: &[Source], lang: Lang) -> Vec<SourceData> {
    let one = |source: &Source| SourceData {
        agreement: source.agreement.get(lang).to_owned(),
        section: source.section.clone(),
        quote: source.quote.clone(),
    };
    sources.iter().map(one).collect()
}

impl LinkData {
    fn new(link: &Link) -> Self {
        Self {
            relation: link.relation.id(),
            to: link.to.clone(),
        }
    }
}
