//! What people bring from other programs: every row, event and item comes out or is named.

mod calendars;
mod hostile;
mod round;
mod tables;
mod taken;
mod wheels;

use planning_wheel::import::{Brought, Item};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, format};
use planning_wheel_tests::project_bytes;

fn data(name: &str) -> String {
    String::from_utf8(project_bytes(&format!("tests/data/import/{name}"))).unwrap()
}

fn year(year: i32) -> DateRange {
    DateRange::year(year).unwrap()
}

/// One thing on one line.
fn line(item: &Item) -> String {
    let time = item.time.map_or("–".to_owned(), |time| time.to_string());
    let minutes = item.minutes.map_or("–".to_owned(), |one| one.to_string());
    let mut line = format!("{} {time} {minutes} {}", format(item.start), item.title);
    if item.range().days() > 1 {
        let last = item.range().last().unwrap();
        line.push_str(&format!(" (till {})", format(last)));
    }
    if item.status.id() != "proposed" {
        line.push_str(&format!(" [{}]", item.status.id()));
    }
    line
}

fn lines(brought: &Brought) -> String {
    brought.items.iter().map(|item| line(item) + "\n").collect()
}

fn unread(brought: &Brought, lang: Lang) -> Vec<String> {
    let all = brought.unread.iter();
    all.map(|one| text::unread(one, lang)).collect()
}
