//! One entry as an event.

use super::IcsStyle;
use super::describe::description;
use super::lines::{Lines, title};
use super::zone::Zone;
use crate::calendar::{Entry, EntryKind, EntryStatus, Relation};
use crate::plan::Plan;
use crate::text;
use crate::time::{Lang, add_days};
use chrono::{Datelike, Days, NaiveDate};
use std::fmt::Write;

/// An entry, ready to be written.
pub(super) struct Event<'a> {
    entry: &'a Entry,
    plan: &'a Plan,
    uid: String,
    /// `DTSTART` and `DTEND`, with their parameters.
    start: (String, String),
    end: Option<(String, String)>,
    lang: Lang,
}

impl<'a> Event<'a> {
    pub(super) fn new(entry: &'a Entry, plan: &'a Plan, zone: &Zone<'_>, lang: Lang) -> Self {
        let (start, end) = match entry.time {
            Some(time) => timed(entry, time.minutes(), zone),
            None => whole_days(entry),
        };
        Self {
            entry,
            plan,
            uid: uid(&entry.id, plan),
            start,
            end,
            lang,
        }
    }

    pub(super) fn is_timed(&self) -> bool {
        self.entry.time.is_some()
    }

    pub(super) fn write(&self, lines: &mut Lines, style: &IcsStyle<'_>) {
        let (entry, lang) = (self.entry, self.lang);
        lines.line("BEGIN", "VEVENT");
        lines.line("UID", &self.uid);
        lines.line("DTSTAMP", &style.stamp.to_string());
        let sequence = match style.earlier {
            Some(earlier) => earlier.sequence(&self.uid, &self.place(), style.stamp),
            None => style.stamp.revision(),
        };
        lines.line("SEQUENCE", &sequence.to_string());
        for (name, value) in std::iter::once(&self.start).chain(&self.end) {
            lines.line(name, value);
        }
        lines.title("SUMMARY", &summary(entry, lang));
        let description = description(entry, self.plan, lang);
        if !description.is_empty() {
            lines.text("DESCRIPTION", &description);
        }
        if let Some(place) = &entry.place {
            lines.title("LOCATION", place.get(lang));
        }
        if let Some(url) = entry.link.as_deref().and_then(url) {
            lines.line("URL", &url);
        }
        lines.line("CATEGORIES", &self.categories());
        // Ids, for those who read the file back: names may hold commas, and change.
        let bodies = entry
            .bodies
            .iter()
            .map(|id| title(self.plan.body(*id).id()));
        let bodies: Vec<String> = bodies.collect();
        if !bodies.is_empty() {
            lines.line("X-PLANNING-WHEEL-BODIES", &bodies.join(","));
        }
        if let Some(status) = status(entry.status) {
            lines.line("STATUS", status);
        }
        lines.line(
            "TRANSP",
            if is_busy(entry) {
                "OPAQUE"
            } else {
                "TRANSPARENT"
            },
        );
        for parent in self.parents() {
            lines.line("RELATED-TO;RELTYPE=PARENT", &parent);
        }
        lines.line("END", "VEVENT");
    }

    /// What must raise the number when it changes: days, time and being cancelled (RFC 5546, 2.1.4).
    fn place(&self) -> String {
        let line = |(name, value): &(String, String)| format!("{name}:{value}");
        let cancelled = self.entry.status == EntryStatus::Cancelled;
        [
            line(&self.start),
            self.end.as_ref().map(line).unwrap_or_default(),
            if cancelled { "STATUS:CANCELLED" } else { "" }.to_owned(),
        ]
        .join("\n")
    }

    /// What it is, and its level: each escaped on its own, because commas stand between them.
    fn categories(&self) -> String {
        let level = self.entry.level.map(|id| self.plan.level(id).title());
        let mut names = vec![title(text::kind(self.entry.kind, self.lang))];
        names.extend(level.map(|level| title(level.get(self.lang))));
        names.join(",")
    }

    /// UIDs of the meeting and the document that it belongs to.
    fn parents(&self) -> Vec<String> {
        let mut parents: Vec<String> = Vec::new();
        for link in &self.entry.links {
            let is_parent = matches!(
                link.relation,
                Relation::For | Relation::At | Relation::Serves
            );
            let uid = uid(&link.to, self.plan);
            if is_parent && !parents.contains(&uid) {
                parents.push(uid);
            }
        }
        parents
    }
}

type Line = (String, String);

/// All-day: the end is the day after the last.
fn whole_days(entry: &Entry) -> (Line, Option<Line>) {
    let line = |name: &str, day| (format!("{name};VALUE=DATE"), written(day));
    // An end that is not after the start would be no event at all.
    let end = entry.end.max(add_days(entry.start, 1));
    (line("DTSTART", entry.start), Some(line("DTEND", end)))
}

/// With a time: from that time on the first day for its length, which counts on its last day when
/// it goes on over several. Without a length, a meeting of one day has no end.
fn timed(entry: &Entry, time: u16, zone: &Zone<'_>) -> (Line, Option<Line>) {
    let line = |name: &str, (day, minute): (NaiveDate, u32)| {
        let (hours, minutes) = (minute / 60, minute % 60);
        let value = format!("{}T{hours:02}{minutes:02}00", written(day));
        (format!("{name}{}", zone.parameter()), value)
    };
    let time = u32::from(time);
    let last = entry.last_day().max(entry.start);
    let end = match entry.minutes {
        Some(minutes) if minutes > 0 => {
            let end = time + u32::from(minutes);
            let days = Days::new(u64::from(end / MINUTES_OF_DAY));
            let day = last.checked_add_days(days).unwrap_or(last);
            Some((day, end % MINUTES_OF_DAY))
        }
        _ if last > entry.start => Some((add_days(last, 1), 0)),
        _ => None,
    };
    (
        line("DTSTART", (entry.start, time)),
        end.map(|end| line("DTEND", end)),
    )
}

const MINUTES_OF_DAY: u32 = 24 * 60;

fn written(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// `<entry id>@<plan id>`, other signs than those of ids written as `%XX`.
fn uid(entry: &str, plan: &Plan) -> String {
    let mut uid = String::with_capacity(entry.len() + 16);
    percent(&mut uid, entry, b"-._~/");
    uid.push('@');
    percent(&mut uid, &plan.document().id, b"-._~");
    uid
}

fn percent(out: &mut String, text: &str, keep: &[u8]) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || keep.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// The title; many programs show a cancelled event like any other, so it is also said in words.
fn summary(entry: &Entry, lang: Lang) -> String {
    let name = entry.title.get(lang);
    match (entry.status, text::status(entry.status, lang)) {
        (EntryStatus::Cancelled, Some(cancelled)) => format!("{name} ({cancelled})"),
        _ => name.to_owned(),
    }
}

/// A page's address; anything else than a page is not followed by a click.
fn url(link: &str) -> Option<String> {
    let link = link.trim();
    let lower = link.to_ascii_lowercase();
    let is_page = lower.starts_with("https://") || lower.starts_with("http://");
    let mut safe = String::with_capacity(link.len());
    percent(&mut safe, link, b"-._~:/?#[]@!$&'()*+,;=%");
    is_page.then_some(safe)
}

/// Nothing is said about days that are merely computed: every program shows those as usual.
fn status(status: EntryStatus) -> Option<&'static str> {
    match status {
        EntryStatus::Cancelled => Some("CANCELLED"),
        EntryStatus::Fixed => Some("CONFIRMED"),
        EntryStatus::Undecided | EntryStatus::Check => Some("TENTATIVE"),
        EntryStatus::Proposed => None,
    }
}

/// Only a meeting with a time takes anybody's time; a last day or a period does not.
fn is_busy(entry: &Entry) -> bool {
    let meets = matches!(entry.kind, EntryKind::Meeting | EntryKind::Preparation);
    meets && entry.time.is_some() && entry.status != EntryStatus::Cancelled
}
