//! Words that several papers share.

use crate::calendar::{Entry, Source};
use crate::document::Text;
use crate::plan::{BodyId, Plan};
use crate::text;
use crate::time::{DateRange, IsoWeek, Lang, MAX_YEAR, MIN_YEAR, Month};
use chrono::{Datelike, NaiveDate};

/// The days of a plan's year; nothing for one that no plan may speak about.
pub(super) fn year(plan: &Plan, year: i32) -> Option<DateRange> {
    let known = (MIN_YEAR..=MAX_YEAR).contains(&year);
    plan.year_range(year).filter(|_| known)
}

/// "tor 18 nov 2027".
pub(super) fn day(date: NaiveDate, lang: Lang) -> String {
    format!("{} {}", lang.short_date(date), date.year())
}

/// "tor 18 nov", or "mån 20 – tis 21 sep"; with a year where another one begins.
pub(super) fn days(entry: &Entry, lang: Lang) -> String {
    let (first, last) = (entry.start, entry.last_day());
    let begins = lang.short_date(first);
    match last > first {
        true if last.year() != first.year() => format!("{begins} – {}", day(last, lang)),
        true => format!("{begins} – {}", lang.short_date(last)),
        false => begins,
    }
}

/// "09.00–11.30", "09.00", or nothing.
pub(super) fn hours(entry: &Entry) -> String {
    text::hours(entry).unwrap_or_default()
}

/// "v. 46".
pub(super) fn week(date: NaiveDate, lang: Lang) -> String {
    lang.week(IsoWeek::of(date))
}

/// "November 2027".
pub(super) fn month(date: NaiveDate, lang: Lang) -> String {
    let name = text::capital(Month::of(date).name(lang));
    format!("{name} {}", date.year())
}

/// Short names of bodies.
pub(super) fn bodies(ids: &[BodyId], plan: &Plan, lang: Lang) -> String {
    let names = ids.iter().map(|id| plan.body(*id).short().get(lang));
    names.collect::<Vec<_>>().join(", ")
}

/// What an entry is called, with what a reader must know beside it: cancelled, not decided.
pub(super) fn title(entry: &Entry, lang: Lang) -> String {
    let title = entry.title.get(lang);
    match text::status(entry.status, lang) {
        Some(status) => format!("{title} ({status})"),
        None => title.to_owned(),
    }
}

/// "1 januari 2027 – 31 december 2028", or from a day on.
pub(super) fn span(first: NaiveDate, last: NaiveDate, lang: Lang) -> String {
    if last.year() >= MAX_YEAR {
        let from = lang.pick("tills vidare från", "until further notice from");
        return format!("{from} {}", lang.long_date(first));
    }
    format!("{} – {}", lang.long_date(first), lang.long_date(last))
}

/// "Överenskommelsen, Arbetsordning".
pub(super) fn source(source: &Source, lang: Lang) -> String {
    let agreement = source.agreement.get(lang);
    match source.section.as_str() {
        "" => agreement.to_owned(),
        section => format!("{agreement}, {section}"),
    }
}

/// Sources, each once.
pub(super) fn sources<'a>(all: impl IntoIterator<Item = &'a Source>, lang: Lang) -> Vec<String> {
    let mut told = Vec::new();
    for one in all {
        let words = source(one, lang);
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told
}

/// A text, when it says something.
pub(super) fn said(text: Option<&Text>, lang: Lang) -> String {
    text.map_or_else(String::new, |text| text.get(lang).trim().to_owned())
}
