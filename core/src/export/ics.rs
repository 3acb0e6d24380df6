//! Entries as a calendar file (RFC 5545), to import once or to subscribe to.
//!
//! - **Whole days** are `VALUE=DATE` with the day after the last as their end. Meetings with a
//!   time name their time zone, and the file then holds its rules; a meeting whose length is not
//!   known has no end. Every date is written out: no program reads a rule differently.
//! - **UID** is `<entry id>@<plan id>`, the same in every file and range. Signs that no id holds
//!   are written `%XX`, so that two entries never share a UID.
//! - **SEQUENCE** tells which of two versions of an entry is the later one, and a program that
//!   holds an entry throws away any with a lower number. It can therefore not be counted from the
//!   plan's list of moves: taking a move back would lower it, and moving twice would not raise it.
//!   It is the minute of [`IcsStyle::stamp`], which only rises. With the file that was published
//!   before ([`IcsStyle::earlier`]), an entry keeps its number until its days, its time or its
//!   being cancelled change, and then gets a higher one, also when plan and stamp are the same and
//!   only this program has learnt to place better.
//! - **RELATED-TO** leads from a deadline, step or report to its meeting, and from a step to its
//!   document, also where the other entry is not in the same file.
//! - **Texts** are escaped and folded. Signs that could steer or hide are shown as signs.
//!
//! Times of plans in another zone than Europe/Stockholm are written as local time without a zone,
//! with the zone's name for those who read `X-WR-TIMEZONE`: right wherever the plan's people are.

mod describe;
mod earlier;
mod event;
mod lines;
mod stamp;
mod zone;

pub use earlier::Earlier;
pub use stamp::Stamp;

use crate::calendar::Entry;
use crate::plan::{BodyId, Plan};
use crate::time::Lang;
use event::Event;
use lines::Lines;
use zone::Zone;

/// How a calendar file is written.
#[derive(Clone, Debug, Default)]
pub struct IcsStyle<'a> {
    /// Language of titles, reasons and names.
    pub lang: Lang,
    /// When the plan was saved.
    pub stamp: Stamp,
    /// Name of the calendar; the plan's title when not given.
    pub name: Option<String>,
    /// The file as it was published before.
    pub earlier: Option<&'a Earlier>,
}

/// Writes entries as a calendar file.
///
/// The same plan, entries and style give the same bytes.
///
/// # Example
/// ```
/// use planning_wheel::{compute::compute, document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::{export::{IcsStyle, Stamp, ics}, time::DateRange};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let outcome = compute(&plan, DateRange::year(2026).unwrap());
/// let style = IcsStyle { stamp: Stamp::from_unix(1_767_225_600), ..IcsStyle::default() };
/// let file = ics(&plan, outcome.calendar().entries(), &style);
/// assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// assert!(file.contains("\r\nUID:election/2026@nso\r\nDTSTAMP:20260101T000000Z\r\n"));
/// assert!(file.contains("\r\nDTSTART;VALUE=DATE:20260913\r\nDTEND;VALUE=DATE:20260914\r\n"));
/// ```
#[must_use]
pub fn ics<'a>(
    plan: &Plan,
    entries: impl IntoIterator<Item = &'a Entry>,
    style: &IcsStyle<'_>,
) -> String {
    let zone = Zone::of(plan);
    let events: Vec<Event<'_>> = entries
        .into_iter()
        .map(|entry| Event::new(entry, plan, &zone, style.lang))
        .collect();
    let is_timed = events.iter().any(Event::is_timed);
    let mut lines = Lines::default();
    lines.line("BEGIN", "VCALENDAR");
    head(&mut lines, plan, style);
    zone.write(&mut lines, is_timed);
    for event in &events {
        event.write(&mut lines, style);
    }
    lines.line("END", "VCALENDAR");
    lines.finish()
}

/// The name of a calendar of some bodies: the plan's title and theirs. Nobody wants two calendars of
/// one name. None for all of them: then it is the title alone.
#[must_use]
pub fn name(plan: &Plan, bodies: &[BodyId], lang: Lang) -> Option<String> {
    let names = bodies.iter().map(|id| plan.body(*id).short().get(lang));
    let names: Vec<&str> = names.collect();
    let title = plan.document().title.get(lang);
    (!names.is_empty()).then(|| format!("{title}: {}", names.join(", ")))
}

fn head(lines: &mut Lines, plan: &Plan, style: &IcsStyle<'_>) {
    let title = plan.document().title.get(style.lang);
    let name = style.name.as_deref().unwrap_or(title);
    lines.line("VERSION", "2.0");
    let language = style.lang.pick("SV", "EN");
    let product = format!("-//Planning wheel//planning-wheel//{language}");
    lines.line("PRODID", &product);
    lines.line("CALSCALE", "GREGORIAN");
    lines.line("METHOD", "PUBLISH");
    // The first is the standard's, the second what calendar programs read.
    lines.title("NAME", name);
    lines.title("X-WR-CALNAME", name);
    // Twice a day is often enough for a plan; Outlook reads the second.
    lines.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    lines.line("X-PUBLISHED-TTL", "PT12H");
}
