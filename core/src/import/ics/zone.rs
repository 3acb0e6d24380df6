//! Time zones: those that the file brings, and Central Europe's.

use super::lines::Property;
use super::moment::{Moment, When};
use super::part::Part;
use super::rule::{Frequency, Rule};
use crate::time::{Month, Nth, Weekday, nth_weekday};
use chrono::Datelike;

/// Names under which programs write the time of Central Europe, Sweden's.
const CENTRAL: [&str; 14] = [
    "europe/stockholm",
    "europe/oslo",
    "europe/copenhagen",
    "europe/berlin",
    "europe/paris",
    "europe/amsterdam",
    "europe/vienna",
    "europe/rome",
    "europe/brussels",
    "w. europe standard time",
    "central europe standard time",
    "central european standard time",
    "romance standard time",
    "cet",
];

/// More changes of clock than any zone writes down.
const MOST: usize = 200;

/// The zones of a file, and the plan's own.
pub(super) struct Zones<'a> {
    home: &'a str,
    known: Vec<(String, Vec<Change>)>,
}

/// From a moment on, the clock stands so many minutes before UTC.
struct Change {
    start: Moment,
    offset: i64,
    /// Every year again.
    rule: Option<Rule>,
}

impl<'a> Zones<'a> {
    pub(super) fn new(calendar: &Part, home: &'a str) -> Self {
        let zone = |part: &Part| {
            let name = part.first("TZID")?.value.clone();
            let changes = part.parts.iter().flat_map(changes).take(MOST);
            Some((name, changes.collect()))
        };
        Self {
            home,
            known: calendar.parts_of("VTIMEZONE").filter_map(zone).collect(),
        }
    }

    /// A moment on the plan's clock, and whether its zone is known.
    pub(super) fn home(&self, when: When, property: &Property) -> (Moment, bool) {
        match (when, property.parameter("TZID")) {
            (When::Day(day), _) => (Moment::new(day, 0), true),
            (When::Utc(moment), _) => self.on_home_clock(moment),
            (When::Local(moment), None) => (moment, true),
            (When::Local(moment), Some(zone)) => self.zoned(moment, zone),
        }
    }

    /// A moment of a named zone on the plan's clock.
    fn zoned(&self, moment: Moment, zone: &str) -> (Moment, bool) {
        if self.is_home(zone) {
            return (moment, true);
        }
        let known = self.known.iter().find(|(name, _)| name == zone);
        match known.and_then(|(_, changes)| offset(changes, moment)) {
            Some(offset) => self.on_home_clock(moment.later(-offset)),
            None if matches!(zone, "UTC" | "GMT" | "Etc/UTC") => self.on_home_clock(moment),
            None if is_central(zone) && is_central(self.home) => (moment, true),
            None => (moment, false),
        }
    }

    fn on_home_clock(&self, moment: Moment) -> (Moment, bool) {
        if is_central(self.home) {
            return (moment.later(central(moment)), true);
        }
        let own = self.known.iter().find(|(name, _)| self.is_home(name));
        let local = own.and_then(|(_, changes)| {
            let offsets = changes.iter().map(|change| change.offset);
            let mut moments = offsets.map(|offset| (offset, moment.later(offset)));
            moments.find(|(offset, local)| self::offset(changes, *local) == Some(*offset))
        });
        local.map_or((moment, false), |(_, local)| (local, true))
    }

    fn is_home(&self, zone: &str) -> bool {
        let (zone, home) = (zone.to_lowercase(), self.home.to_lowercase());
        zone == home || zone.ends_with(&format!("/{home}"))
    }
}

fn is_central(zone: &str) -> bool {
    let zone = zone.to_lowercase();
    CENTRAL.contains(&zone.as_str()) || zone.contains("stockholm")
}

/// Minutes before UTC in Central Europe: summer time from the last Sunday of March to that of
/// October, at one o'clock UTC.
fn central(utc: Moment) -> i64 {
    let year = utc.day().year();
    let sunday = |month: u8| {
        let (month, last) = (Month::new(month)?, Nth::new(-1)?);
        nth_weekday(year, month, last, Weekday::Sunday)
    };
    match (sunday(3), sunday(10)) {
        (Some(begins), Some(ends)) => {
            let summer = Moment::new(begins, 60)..Moment::new(ends, 60);
            60 + 60 * i64::from(summer.contains(&utc))
        }
        _ => 60,
    }
}

/// The changes that a part of a zone tells.
fn changes(part: &Part) -> Vec<Change> {
    let read = || {
        let offset = offset_of(&part.first("TZOFFSETTO")?.value)?;
        let start = part
            .first("DTSTART")
            .and_then(|line| When::read(&line.value))?;
        let rule = part.first("RRULE").and_then(|line| Rule::read(&line.value));
        let rule = rule.filter(|rule| rule.frequency == Frequency::Yearly);
        let begin = |when: When| match when {
            When::Day(day) => Moment::new(day, 0),
            When::Local(moment) | When::Utc(moment) => moment,
        };
        let more = part.all("RDATE").flat_map(When::list).flatten();
        let single = more.map(|when| Change {
            start: begin(when),
            offset,
            rule: None,
        });
        let first = Change {
            start: begin(start),
            offset,
            rule,
        };
        Some(std::iter::once(first).chain(single).collect())
    };
    read().unwrap_or_default()
}

/// `+0100` in minutes.
fn offset_of(text: &str) -> Option<i64> {
    let text = text.trim();
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits = text.trim_start_matches(['+', '-']);
    let number = |at: usize| digits.get(at..at + 2)?.parse::<u8>().ok().map(i64::from);
    Some(sign * (number(0)? * 60 + number(2)?))
}

/// The offset of the last change before a moment.
fn offset(changes: &[Change], moment: Moment) -> Option<i64> {
    let latest = changes.iter().filter_map(|change| {
        let start = change.latest(moment)?;
        Some((start, change.offset))
    });
    let latest = latest.max();
    // Before the first change, the first one is the best guess.
    latest
        .map(|(_, offset)| offset)
        .or_else(|| changes.first().map(|one| one.offset))
}

impl Change {
    /// When it was last made at a moment.
    fn latest(&self, moment: Moment) -> Option<Moment> {
        let year = moment.day().year();
        let (anchor, minutes) = (self.start.day(), self.start.minutes());
        let rule = self.rule.as_ref();
        let yearly = rule.into_iter().flat_map(|rule| {
            [year - 1, year].into_iter().flat_map(move |year| {
                let until = rule.until.map(When::day);
                let days = rule.days_in_year(anchor, year).into_iter();
                days.filter(move |day| until.is_none_or(|until| *day <= until))
            })
        });
        let made = yearly
            .map(|day| Moment::new(day, minutes))
            .chain([self.start]);
        made.filter(|start| (self.start..=moment).contains(start))
            .max()
    }
}
