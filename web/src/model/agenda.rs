//! The calendar as a table: rows in groups of a month.

use super::filter::Filter;
use super::year::Year;
use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::{Entry, EntryKind, EntryStatus, Source};
use planning_wheel::text;
use planning_wheel::time::{IsoWeek, Lang, MAX_YEAR, Month, Weekday};
use planning_wheel::wheel::Colour;

/// An entry as a row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) kind: EntryKind,
    pub(crate) status: EntryStatus,
    pub(crate) colour: Colour,
    pub(crate) date: NaiveDate,
    /// "18".
    pub(crate) day: String,
    /// "tor".
    pub(crate) weekday: String,
    /// "v. 46".
    pub(crate) week: String,
    pub(crate) title: String,
    /// "09.00–12.00 · beslut: handlingsplan 2028".
    pub(crate) detail: String,
    pub(crate) bodies: String,
    pub(crate) source: String,
}

/// Rows under one heading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    pub(crate) key: String,
    /// "november".
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

/// Entries under one heading of the agenda, by their places in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Section {
    /// "november 2027", or what runs since before.
    pub(crate) title: String,
    pub(crate) places: Vec<usize>,
}

/// The year's entries that are shown and looked for.
pub(crate) fn agenda(year: &Year, filter: &Filter, lang: Lang) -> Vec<Section> {
    sections(year, lang, |entry| {
        filter.shows(&year.plan, entry) && filter.finds(year, entry, lang)
    })
}

/// Some of the year's entries: month by month, then what runs for long.
pub(crate) fn sections(year: &Year, lang: Lang, own: impl Fn(&Entry) -> bool) -> Vec<Section> {
    let start = year.calendar.range().start;
    let mut sections: Vec<Section> = Vec::new();
    let mut running: Vec<usize> = Vec::new();
    // The month of the last section: entries come day by day.
    let mut last = None;
    let entries = year.calendar.entries().iter().enumerate();
    for (place, entry) in entries.filter(|(_, entry)| own(entry)) {
        if entry.kind.is_period() || entry.start < start {
            running.push(place);
            continue;
        }
        let own = Some((entry.start.year(), entry.start.month()));
        match sections.last_mut().filter(|_| last == own) {
            Some(section) => section.places.push(place),
            None => {
                let (title, places) = (month(entry.start, lang).1, vec![place]);
                sections.push(Section { title, places });
                last = own;
            }
        }
    }
    if !running.is_empty() {
        let title = lang.pick("Löper under året", "Running during the year");
        sections.push(Section {
            title: title.to_owned(),
            places: running,
        });
    }
    sections
}

pub(crate) fn month(day: NaiveDate, lang: Lang) -> (String, String) {
    let name = Month::of(day).name(lang);
    (
        format!("{}-{}", day.year(), day.month()),
        format!("{name} {}", day.year()),
    )
}

/// An entry of a year as a row.
pub(crate) fn row(year: &Year, entry: &Entry, lang: Lang) -> Row {
    let short = |body| year.plan.body(body).short().get(lang);
    let bodies: Vec<&str> = entry.bodies.iter().map(|body| short(*body)).collect();
    let source = entry
        .sources
        .first()
        .map(|source| source_text(year, source, lang));
    // A period's row says when it begins: the month where the weekday stands for others.
    let weekday = if !entry.kind.is_period() {
        Weekday::of(entry.start).short_name(lang).to_owned()
    } else if entry.start < year.calendar.range().start {
        entry.start.year().to_string()
    } else {
        Month::of(entry.start).short_name(lang).to_owned()
    };
    let is_older = entry.kind.is_period() && entry.start < year.calendar.range().start;
    Row {
        id: entry.id.clone(),
        kind: entry.kind,
        status: entry.status,
        colour: year.colour(entry),
        date: entry.start,
        day: if is_older {
            String::new()
        } else {
            entry.start.day().to_string()
        },
        weekday,
        week: lang.week(IsoWeek::of(entry.start)),
        title: entry.title.get(lang).to_owned(),
        detail: detail(year, entry, lang),
        bodies: bodies.join(", "),
        source: source.unwrap_or_default(),
    }
}

/// "till och med 31 december 2028"; the last day of all years stands for no last day.
pub(crate) fn until(entry: &Entry, lang: Lang) -> String {
    if entry.last_day().year() >= MAX_YEAR {
        return lang.pick("tills vidare", "until further notice").to_owned();
    }
    let until = lang.pick("till och med", "until");
    format!("{until} {}", lang.long_date(entry.last_day()))
}

/// "avsnitt 2.2.1", with the title where the plan rests on several agreements or on a law.
fn source_text(year: &Year, source: &Source, lang: Lang) -> String {
    match year.plan.document().sources.as_slice() {
        [only] if only.title == source.agreement => {
            format!("{} {}", lang.pick("avsnitt", "section"), source.section)
        }
        _ => format!("{}, {}", source.agreement.get(lang), source.section),
    }
}

/// The small line under a title.
fn detail(year: &Year, entry: &Entry, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(text::status(entry.status, lang).map(str::to_owned));
    parts.extend(text::hours(entry));
    if entry.range().days() > 1 {
        parts.push(until(entry, lang));
    }
    if entry.kind != EntryKind::Meeting {
        parts.push(text::kind(entry.kind, lang).to_owned());
    }
    parts.extend(
        entry
            .holder
            .as_ref()
            .map(|holder| holder.get(lang).to_owned()),
    );
    let landing = (year.calendar)
        .taking_place_at(entry)
        .filter(|other| other.kind != EntryKind::Deadline);
    parts.extend(
        landing
            .take(3)
            .map(|other| other.title.get(lang).to_owned()),
    );
    parts.join(" · ")
}
