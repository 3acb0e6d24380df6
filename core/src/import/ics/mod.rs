//! Calendar files (RFC 5545), read for the days of a range.
//!
//! Repetitions are written out as dates; whole days end on the day before their `DTEND`. Times
//! become those of the plan's own zone, by the rules that the file brings or by those of Central
//! Europe. Unknown zones, rules and parts are noted with their line.

mod event;
mod expand;
mod lines;
mod moment;
mod part;
mod rule;
mod zone;

use super::MAX_ITEMS;
use super::item::{Brought, Place, Why, said};
use crate::order::Order;
use crate::time::DateRange;
use event::Event;
use lines::{Property, lines, unescape};
use part::Part;
use zone::Zones;

/// Reads a calendar file. Things that lie wholly outside the range are only counted.
///
/// # Example
/// ```
/// use planning_wheel::{import::read_ics, time::DateRange};
/// let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Kommunstyrelsen\n\
///             DTSTART:20260113T090000\nRRULE:FREQ=MONTHLY;BYDAY=2TU\nEND:VEVENT\nEND:VCALENDAR\n";
/// let found = read_ics(file, DateRange::year(2027).unwrap(), "Europe/Stockholm");
/// assert_eq!(found.items.len(), 12);
/// assert_eq!(found.items[2].start.to_string(), "2027-03-09");
/// ```
#[must_use]
pub fn read_ics(text: &str, within: DateRange, zone: &str) -> Brought {
    let mut brought = Brought::default();
    let root = Part::read(&mut lines(text, &mut brought), &mut brought);
    let calendars: Vec<&Part> = root.parts_of("VCALENDAR").collect();
    if calendars.is_empty() {
        brought.unread(Place::default(), "", Why::Nothing, false);
    }
    for calendar in calendars {
        let own = |name| calendar.first(name).map(|line| unescape(&line.value));
        let title = own("X-WR-CALNAME").or_else(|| own("NAME"));
        brought.title = brought.title.take().or(title.and_then(|name| said(&name)));
        let is_ours = calendar
            .first("PRODID")
            .is_some_and(|line| line.value.starts_with("-//Planning wheel//"));
        let zones = Zones::new(calendar, zone);
        events(calendar, &zones, is_ours, within, &mut brought);
        others(calendar, &mut brought);
    }
    brought
}

/// Events that share a UID are one, with its single days that are changed.
fn events(
    calendar: &Part,
    zones: &Zones<'_>,
    is_ours: bool,
    within: DateRange,
    brought: &mut Brought,
) {
    let mut read: Vec<Event<'_>> = Vec::new();
    for part in calendar.parts_of("VEVENT") {
        read.extend(Event::read(part, zones, is_ours, brought));
    }
    let mut items = Vec::new();
    let mut budget = expand::BUDGET;
    for event in read.iter().filter(|event| event.instead_of.is_none()) {
        let changed: Vec<&Event<'_>> = match &event.uid {
            Some(uid) => read
                .iter()
                .filter(|other| other.instead_of.is_some() && other.uid.as_ref() == Some(uid))
                .collect(),
            None => Vec::new(),
        };
        items.extend(event.items(&changed, within, &mut budget, brought));
    }
    let known = |event: &&Event<'_>| event.instead_of.is_some();
    for event in read.iter().filter(known) {
        items.extend(event.alone(within, brought));
    }
    if items.len() > MAX_ITEMS {
        items.truncate(MAX_ITEMS);
        brought.unread(Place::default(), "", Why::TooMany(MAX_ITEMS), false);
    }
    items.order_by(|a, b| (a.start, a.time, a.place.line).cmp(&(b.start, b.time, b.place.line)));
    brought.items.extend(items);
}

/// Tasks, journals and the like.
fn others(calendar: &Part, brought: &mut Brought) {
    const EXPECTED: [&str; 2] = ["VEVENT", "VTIMEZONE"];
    for part in &calendar.parts {
        if !EXPECTED.contains(&part.name.as_str()) {
            let name = part.first("SUMMARY").map(|line| unescape(&line.value));
            let place = Place::line(part.line).column(part.name.clone());
            brought.unread(place, &name.unwrap_or_default(), Why::Part, false);
        }
    }
}

/// The place of a property.
fn place(property: &Property) -> Place {
    Place::line(property.line).column(property.name.clone())
}
