//! Everything about one entry, in words.

use super::agenda::{Row, row, until};
use super::found::{Found, found_of};
use super::year::Year;
use planning_wheel::calendar::{Entry, Relation, Source};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{IsoWeek, Lang};

/// An entry as it is explained.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Detail {
    pub(crate) row: Row,
    /// "Varför 18 november?"
    pub(crate) question: String,
    /// "torsdag 18 november 2027, v. 46, 09.00–12.00".
    pub(crate) when: String,
    /// Pairs of a word and what it says: who, where, on the agenda.
    pub(crate) facts: Vec<(&'static str, String)>,
    pub(crate) reasons: Vec<String>,
    /// What is decided or reported at a meeting, each with its own reasons.
    pub(crate) landed: Vec<(String, Vec<String>)>,
    pub(crate) sources: Vec<SourceLine>,
    pub(crate) related: Vec<Related>,
    pub(crate) findings: Vec<Found>,
    pub(crate) note: Option<String>,
    pub(crate) link: Option<String>,
}

/// Where an agreement or a law says so.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SourceLine {
    pub(crate) title: String,
    pub(crate) section: String,
    pub(crate) quote: Option<String>,
}

impl SourceLine {
    pub(crate) fn of(source: &Source, lang: Lang) -> Self {
        Self {
            title: source.agreement.get(lang).to_owned(),
            section: source.section.clone(),
            quote: source.quote.clone(),
        }
    }
}

/// Title of the agreement of a plan that rests on only one: it need not be said each time.
pub(crate) fn only_agreement(plan: &Plan, lang: Lang) -> Option<String> {
    match plan.document().sources.as_slice() {
        [only] => Some(only.title.get(lang).to_owned()),
        _ => None,
    }
}

/// Another entry that this one belongs to, or that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Related {
    pub(crate) relation: &'static str,
    pub(crate) row: Row,
}

/// The entry with an id, explained.
pub(crate) fn detail(year: &Year, id: &str, lang: Lang) -> Option<Detail> {
    let entry = year.calendar.get(id)?;
    let landed = || year.calendar.taking_place_at(entry);
    Some(Detail {
        row: row(year, entry, lang),
        question: question(entry, lang),
        when: when(entry, lang),
        facts: facts(year, entry, lang),
        reasons: reasons(entry, lang),
        landed: landed()
            .map(|other| (other.title.get(lang).to_owned(), reasons(other, lang)))
            .collect(),
        sources: entry
            .sources
            .iter()
            .map(|source| SourceLine::of(source, lang))
            .collect(),
        related: related(year, entry, lang),
        findings: std::iter::once(id)
            .chain(landed().map(|other| other.id.as_str()))
            .flat_map(|id| found_of(year, id, lang))
            .collect(),
        note: entry.note.as_ref().map(|note| note.get(lang).to_owned()),
        link: std::iter::once(entry)
            .chain(landed())
            .filter_map(|entry| entry.link.clone())
            .find(|link| link.starts_with("https://")),
    })
}

fn reasons(entry: &Entry, lang: Lang) -> Vec<String> {
    let reasons = entry.reasons.iter();
    reasons.map(|why| text::reason(why, lang)).collect()
}

fn question(entry: &Entry, lang: Lang) -> String {
    use chrono::Datelike;
    let day = u8::try_from(entry.start.day()).unwrap_or(1);
    let day = lang.day_and_month(day, planning_wheel::time::Month::of(entry.start));
    format!("{} {day}?", lang.pick("Varför", "Why"))
}

fn when(entry: &Entry, lang: Lang) -> String {
    if entry.range().days() > 1 {
        return format!("{}, {}", lang.long_date(entry.start), until(entry, lang));
    }
    let mut when = format!(
        "{}, {}",
        lang.full_date(entry.start),
        lang.week(IsoWeek::of(entry.start))
    );
    if let Some(hours) = text::hours(entry) {
        when.push_str(", ");
        when.push_str(&hours);
    }
    when
}

fn facts(year: &Year, entry: &Entry, lang: Lang) -> Vec<(&'static str, String)> {
    let bodies: Vec<&str> = entry
        .bodies
        .iter()
        .map(|body| year.plan.body(*body).name().get(lang))
        .collect();
    let principals: Vec<&str> = entry
        .principals
        .iter()
        .map(|principal| year.plan.principal(*principal).name().get(lang))
        .collect();
    let items: Vec<&str> = entry.items.iter().map(|item| item.get(lang)).collect();
    let text = |text: &Option<planning_wheel::document::Text>| {
        text.as_ref()
            .map(|text| text.get(lang).to_owned())
            .unwrap_or_default()
    };
    let day =
        |day: Option<chrono::NaiveDate>| day.map(|day| lang.full_date(day)).unwrap_or_default();
    let status = text::status(entry.status, lang).unwrap_or_default();
    let facts = [
        (
            lang.pick("Vad", "What"),
            text::kind(entry.kind, lang).to_owned(),
        ),
        (lang.pick("Läge", "State"), status.to_owned()),
        (lang.pick("Grupp", "Body"), bodies.join(", ")),
        (lang.pick("Huvudmän", "Principals"), principals.join(", ")),
        (
            lang.pick("Ansvarig", "Responsible"),
            text(&entry.responsible),
        ),
        (lang.pick("Innehas av", "Held by"), text(&entry.holder)),
        (lang.pick("Plats", "Place"), text(&entry.place)),
        (
            lang.pick("Stående punkter", "Standing items"),
            items.join("; "),
        ),
        (
            lang.pick("Flyttad från", "Moved from"),
            day(entry.moved_from),
        ),
        (
            lang.pick("Regelns dag", "The rule's day"),
            day(entry.nominal),
        ),
        (
            lang.pick("Senast enligt lag", "Latest by law"),
            day(entry.legally_latest),
        ),
    ];
    facts
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .collect()
}

fn related(year: &Year, entry: &Entry, lang: Lang) -> Vec<Related> {
    let onward = entry.links.iter().filter_map(|link| {
        let other = year.calendar.get(&link.to)?;
        Some((text::relation(link.relation, lang), other))
    });
    let back = year.calendar.entries().iter().flat_map(|other| {
        let links = other.links.iter().filter(|link| link.to == entry.id);
        links.map(move |link| (backward(link.relation, lang), other))
    });
    let related = |(relation, other): (&'static str, &Entry)| Related {
        relation,
        row: row(year, other, lang),
    };
    onward.chain(back).map(related).collect()
}

/// How the other belongs to this one.
fn backward(relation: Relation, lang: Lang) -> &'static str {
    match relation {
        Relation::At => lang.pick("här", "here"),
        Relation::For => lang.pick("inför", "for this"),
        Relation::After => lang.pick("sedan", "then"),
        Relation::Serves => lang.pick("bidrar", "contributes"),
        Relation::Follows => lang.pick("därefter", "afterwards"),
    }
}
