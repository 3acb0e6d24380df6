//! Titles that the computation composes.

use crate::calendar::Entry;
use crate::document::Text;
use crate::letters::{lower, upper};
use crate::time::{DateRange, Lang, Month, add_days};
use chrono::{Datelike, NaiveDate};

/// Title of a meeting that prepares another: "BG inför Social ReKo".
#[must_use]
pub fn preparation(lang: Lang, body: &str, meeting: &str) -> String {
    match lang {
        Lang::Sv => format!("{body} inför {meeting}"),
        Lang::En => format!("{body} before {meeting}"),
    }
}

/// Title of the filling of an office: "Val: ordförande NSO 2027".
#[must_use]
pub fn election_of(lang: Lang, office: &str) -> String {
    let office = lower_first(office);
    match lang {
        Lang::Sv => format!("Val: {office}"),
        Lang::En => format!("Election: {office}"),
    }
}

/// Title of a report on an assignment.
#[must_use]
pub fn assignment_report(lang: Lang, assignment: &str, last: bool) -> String {
    match (lang, last) {
        (Lang::Sv, false) => format!("Rapport: {assignment}"),
        (Lang::Sv, true) => format!("Slutrapport: {assignment}"),
        (Lang::En, false) => format!("Report: {assignment}"),
        (Lang::En, true) => format!("Final report: {assignment}"),
    }
}

/// Title of a revision.
#[must_use]
pub fn revision_of(lang: Lang, document: &str) -> String {
    match lang {
        Lang::Sv => format!("Revidering: {document}"),
        Lang::En => format!("Revision: {document}"),
    }
}

/// A span of days as people write it: a month, several months, or two dates.
#[must_use]
pub fn span_text(span: DateRange) -> Text {
    Text::compose(|lang| span_in(span, lang))
}

/// A span of days in one language.
pub(super) fn span_in(span: DateRange, lang: Lang) -> String {
    let last = add_days(span.end, -1);
    if span.start.day() == 1 && span.end.day() == 1 {
        let (from, to) = (Month::of(span.start).name(lang), Month::of(last).name(lang));
        let year = last.year();
        return if from == to && span.start.year() == year {
            format!("{from} {year}")
        } else {
            format!("{from}–{to} {year}")
        };
    }
    if span.start == last {
        return lang.long_date(last);
    }
    format!("{}–{}", plain(span.start, lang, last), lang.long_date(last))
}

/// The first day of a span, without what it shares with the last.
fn plain(first: NaiveDate, lang: Lang, last: NaiveDate) -> String {
    if first.year() != last.year() {
        return lang.long_date(first);
    }
    let day = u8::try_from(first.day()).unwrap_or(1);
    lang.day_and_month(day, Month::of(first))
}

/// The same word inside a sentence; abbreviations such as NSO keep their capitals.
pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => std::iter::once(lower(first))
            .chain(text.chars().skip(1))
            .collect(),
        _ => text.to_owned(),
    }
}

/// A text with its first letter large.
///
/// ```
/// assert_eq!(planning_wheel::text::capital("årshjul"), "Årshjul");
/// ```
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(upper);
    first.into_iter().chain(letters).collect()
}

/// "ingen mandatperiod är känd för 2101".
#[must_use]
pub fn no_mandate(year: i32, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("ingen mandatperiod är känd för {year}"),
        Lang::En => format!("no mandate period is known for {year}"),
    }
}
/// From when to when an entry is: "13.00–15.00", or "13.00" where no length is known; nothing for
/// what has no time.
///
/// # Example
/// ```
/// use planning_wheel::calendar::{Entry, EntryKind};
/// use planning_wheel::{text, time::{DateRange, Time}};
/// let day = DateRange::year(2027).unwrap().start;
/// let mut entry = Entry::on("m".into(), EntryKind::Meeting, "M".into(), day);
/// assert_eq!(text::hours(&entry), None);
/// (entry.time, entry.minutes) = (Time::new(13, 0), Some(90));
/// assert_eq!(text::hours(&entry).as_deref(), Some("13.00–14.30"));
/// ```
#[must_use]
pub fn hours(entry: &Entry) -> Option<String> {
    let clock = |minutes: u32| format!("{:02}.{:02}", minutes / 60 % 24, minutes % 60);
    let from = u32::from(entry.time?.minutes());
    Some(match entry.minutes {
        Some(minutes) => format!("{}–{}", clock(from), clock(from + u32::from(minutes))),
        None => clock(from),
    })
}
