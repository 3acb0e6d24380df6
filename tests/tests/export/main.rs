//! What leaves the program: calendar files, tables and pictures, also of hostile plans.

mod feed;
mod hostile;
mod revisions;
mod texts;

use planning_wheel::calendar::{Entry, EntryKind};
use planning_wheel::document::Text;
use planning_wheel::export::{IcsStyle, Stamp, ics};
use planning_wheel::plan::Plan;
use planning_wheel_tests::day;

/// 2027-01-05 08:00 in UTC, 29 985 600 minutes after the beginning of 1970.
const STAMP: i64 = 1_799_136_000;

fn style() -> IcsStyle<'static> {
    IcsStyle {
        stamp: Stamp::from_unix(STAMP),
        ..IcsStyle::default()
    }
}

/// An entry of one day with a title.
fn titled(title: &str) -> Entry {
    let day = day("2027-03-03");
    Entry::on("a/1".to_owned(), EntryKind::Meeting, Text::from(title), day)
}

/// An event as read back: its lines, unfolded, by name and value.
struct Event(Vec<(String, String)>);

impl Event {
    /// The value of a line, its escapes as they are.
    fn raw(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(other, _)| other == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The text of a line.
    fn text(&self, name: &str) -> String {
        unescape(self.raw(name).unwrap_or_else(|| panic!("no {name}")))
    }

    fn sequence(&self) -> u32 {
        self.raw("SEQUENCE")
            .and_then(|text| text.parse().ok())
            .expect("a number")
    }
}

/// Reads a calendar file by the rules of RFC 5545 and not by those of the code that wrote it.
fn events(file: &str) -> Vec<Event> {
    let mut events = Vec::new();
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("{line:?}"));
        let name = name.split(';').next().expect("a name").to_owned();
        match (name.as_str(), value) {
            ("BEGIN", "VEVENT") => events.push(Event(Vec::new())),
            _ => {
                if let Some(Event(lines)) = events.last_mut() {
                    lines.push((name, value.to_owned()));
                }
            }
        }
    }
    events
}

fn unescape(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => text.push('\n'),
                Some(letter @ ('\\' | ';' | ',')) => text.push(letter),
                other => panic!("{other:?} after a backslash in {value}"),
            },
            ';' | ',' => panic!("{letter} without a backslash in {value}"),
            other => text.push(other),
        }
    }
    text
}

/// The one event of a file with one entry.
fn event_of(plan: &Plan, entry: &Entry) -> Event {
    let mut events = events(&ics(plan, [entry], &style()));
    assert_eq!(events.len(), 1);
    events.remove(0)
}
