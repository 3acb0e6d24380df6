//! The few words that the wheel itself says.

use super::mark::Item;
use crate::calendar::{Entry, EntryKind};
use crate::letters::lower;
use crate::time::{DateRange, Lang, add_days};
use chrono::{Datelike, NaiveDate};

/// One word or two for a kind, as read out and as written in the legend.
pub(crate) fn kind(kind: EntryKind, lang: Lang) -> &'static str {
    let (swedish, english) = match kind {
        EntryKind::Meeting => ("möte", "meeting"),
        EntryKind::Preparation => ("beredning", "preparation"),
        EntryKind::Deadline => ("sista dag", "last day"),
        EntryKind::Step => ("steg", "step"),
        EntryKind::Decision => ("beslut", "decision"),
        EntryKind::Report => ("rapport", "report"),
        EntryKind::FollowUp => ("uppföljning", "follow-up"),
        EntryKind::Office => ("uppdragstid", "term of office"),
        EntryKind::OfficeElection => ("val till uppdrag", "filling of an office"),
        EntryKind::Document => ("styrdokument", "governing document"),
        EntryKind::Revision => ("översyn", "revision"),
        EntryKind::Assignment => ("uppdrag", "assignment"),
        EntryKind::Goal => ("mål", "goal"),
        EntryKind::Post => ("tjänst", "post"),
        EntryKind::Duty => ("lagkrav", "statutory date"),
        EntryKind::Activity => ("aktivitet", "activity"),
        EntryKind::Background => ("bakgrund", "background"),
        EntryKind::Election => ("allmänt val", "general election"),
        EntryKind::TermStart => ("ny mandatperiod", "new term"),
    };
    lang.pick(swedish, english)
}

/// Name of the lane for what concerns no body.
pub(crate) fn loose_lane(only_of_state: bool, lang: Lang) -> &'static str {
    if only_of_state {
        lang.pick("Val och lagkrav", "Elections and duties")
    } else {
        lang.pick("Övrigt", "Other")
    }
}

/// Words of the key for what is no entry's shape.
pub(crate) fn key(lang: Lang) -> [&'static str; 6] {
    let swedish = [
        "steg vid möte",
        "ej fastställt",
        "period",
        "lov",
        "helgdag",
        "bakgrund",
    ];
    lang.pick(
        swedish,
        [
            "step at a meeting",
            "not settled",
            "period",
            "school break",
            "holiday",
            "background",
        ],
    )
}

/// "NSO, möte, tor 21 okt 2027".
pub(crate) fn entry(entry: &Entry, lang: Lang) -> String {
    let title = entry.title.get(lang);
    let word = kind(entry.kind, lang);
    let days = days(entry.range(), lang);
    if title.chars().map(lower).eq(word.chars()) {
        format!("{title}, {days}")
    } else {
        format!("{title}, {word}, {days}")
    }
}

/// One of the entries that a mark or a period stands for.
pub(crate) fn item(entry: &Entry, lang: Lang) -> Item {
    Item {
        id: entry.id.clone(),
        kind: entry.kind,
        date: entry.start,
        status: entry.status,
        label: self::entry(entry, lang),
    }
}

/// The same, with who holds an office.
pub(crate) fn item_with_holder(entry: &Entry, lang: Lang) -> Item {
    let mut item = item(entry, lang);
    if let Some(holder) = &entry.holder {
        item.label = format!("{}: {}", item.label, holder.get(lang));
    }
    item
}

/// "tor 21 okt 2027", or "1 sep 2027 – 18 nov 2027" for several days.
pub(crate) fn days(range: DateRange, lang: Lang) -> String {
    let last = add_days(range.end, -1);
    if last <= range.start {
        return day(range.start, lang);
    }
    format!("{} – {}", day(range.start, lang), day(last, lang))
}

/// "tor 21 okt 2027".
pub(crate) fn day(day: NaiveDate, lang: Lang) -> String {
    format!("{} {}", lang.short_date(day), day.year())
}

/// "3 poster".
pub(crate) fn entries(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Sv) => "1 post".to_owned(),
        (1, Lang::En) => "1 entry".to_owned(),
        (count, Lang::Sv) => format!("{count} poster"),
        (count, Lang::En) => format!("{count} entries"),
    }
}
