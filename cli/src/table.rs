//! A calendar as people read it: month by month, in columns.

use crate::{clean, words};
use chrono::Datelike;
use planning_wheel::calendar::{Calendar, Entry};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{Lang, Month};

/// Longest title that the columns after it make room for.
const WIDEST_TITLE: usize = 64;

/// One row: day, time, kind, title, bodies.
type Row = [String; 5];

/// The entries in groups by month.
pub(crate) fn table(entries: &[&Entry], calendar: &Calendar, plan: &Plan, lang: Lang) -> String {
    let rows: Vec<Row> = entries
        .iter()
        .map(|entry| row(entry, calendar, plan, lang))
        .collect();
    let widths = widths(&rows);
    let mut shown = String::new();
    let mut heading = String::new();
    for (entry, row) in entries.iter().zip(&rows) {
        let group = group(entry, calendar, lang);
        if group != heading {
            if !shown.is_empty() {
                shown.push('\n');
            }
            shown.push_str(&group);
            shown.push('\n');
            heading = group;
        }
        shown.push_str(&aligned(row, &widths));
    }
    shown
}

/// "November 2027"; what began before the first day stands together in front.
fn group(entry: &Entry, calendar: &Calendar, lang: Lang) -> String {
    if entry.start < calendar.range().start {
        return lang
            .pick("Pågår sedan tidigare", "Under way since before")
            .to_owned();
    }
    let month = text::capital(Month::of(entry.start).name(lang));
    format!("{month} {}", entry.start.year())
}

fn row(entry: &Entry, calendar: &Calendar, plan: &Plan, lang: Lang) -> Row {
    let mut day = lang.short_date(entry.start);
    if entry.start < calendar.range().start {
        day = format!("{day} {}", entry.start.year());
    }
    let body = |id: &_| plan.body(*id).short().get(lang);
    let bodies: Vec<&str> = entry.bodies.iter().map(body).collect();
    let time = entry.time.map(|time| time.to_string());
    [
        day,
        time.unwrap_or_default(),
        text::kind(entry.kind, lang).to_owned(),
        title(entry, lang),
        bodies.join(", "),
    ]
    .map(|cell| clean::line(&cell))
}

/// The title, with what is uncommon about the day in brackets.
fn title(entry: &Entry, lang: Lang) -> String {
    let mut remarks = Vec::new();
    remarks.extend(words::until(entry, lang));
    if let Some(from) = entry.moved_from {
        let moved = lang.pick("flyttad från", "moved from");
        remarks.push(format!("{moved} {}", lang.short_date(from)));
    }
    remarks.extend(text::status(entry.status, lang).map(str::to_owned));
    let title = entry.title.get(lang);
    if remarks.is_empty() {
        title.to_owned()
    } else {
        format!("{title} [{}]", remarks.join("; "))
    }
}

fn widths(rows: &[Row]) -> [usize; 5] {
    let mut widths = [0; 5];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    widths[3] = widths[3].min(WIDEST_TITLE);
    widths
}

/// The cells under each other, without spaces at the end.
fn aligned(row: &Row, widths: &[usize; 5]) -> String {
    let mut line = String::new();
    for (cell, width) in row.iter().zip(widths).filter(|(_, width)| **width > 0) {
        line.push_str("  ");
        line.push_str(cell);
        let missing = width.saturating_sub(cell.chars().count());
        line.extend(std::iter::repeat_n(' ', missing));
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
}
