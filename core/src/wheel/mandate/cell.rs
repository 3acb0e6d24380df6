//! Meetings counted by month, a row for each level.

use super::super::chain::{Chain, Emphasis};
use super::super::mark::Item;
use super::super::path::Path;
use super::super::point::{Point, Sector, round};
use super::super::scale::Scale;
use super::super::wheel::Lane;
use super::super::words;
use super::frame::month_range;
use super::phrase;
use crate::calendar::Entry;
use crate::map::Map;
use crate::order::Order;
use crate::time::{Lang, Month, date};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The meetings of one month at one level, shown as a shaded piece of ring.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeetingCell {
    /// First day of the month.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub month: NaiveDate,
    /// Place of its row among the rings, from the outside.
    pub lane: usize,
    /// Place of its level in [`super::MandateWheel::levels`].
    pub level: usize,
    /// The meetings, by day.
    pub items: Vec<Item>,
    /// "Strategisk: 3 möten, mars 2027".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Inner and outer radius.
    pub radii: (f64, f64),
    /// Its middle.
    pub centre: Point,
    /// Its outline.
    pub path: Path,
    /// From just above 0 (a single meeting) to 1 (the fullest month of the wheel).
    pub shade: f64,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// Places of the levels that meet, from the outside.
pub(crate) fn levels(meetings: &[(usize, &Entry)]) -> Vec<usize> {
    let mut levels: Vec<usize> = meetings.iter().map(|(level, _)| *level).collect();
    levels.order();
    levels.dedup();
    levels
}

/// The months in which anybody meets.
pub(crate) fn cells(
    meetings: &[(usize, &Entry)],
    rows: &[Lane],
    scale: &Scale,
    chain: &Chain<'_>,
    lang: Lang,
) -> Vec<MeetingCell> {
    let mut months: Map<(usize, NaiveDate), Vec<&Entry>> = Map::new();
    let mut sorted: Vec<&(usize, &Entry)> = meetings.iter().collect();
    sorted.order_by_key(|(_, meeting)| (meeting.start, &meeting.id));
    for (level, meeting) in sorted {
        let row = rows.iter().position(|row| row.level == *level);
        let day = meeting.start.max(scale.range().start);
        let first = date(day.year(), day.month(), 1);
        if let (Some(row), Some(first)) = (row, first)
            && meeting.range().overlaps(&scale.range())
        {
            months.change((row, first), |meetings| meetings.push(meeting));
        }
    }
    let most = months.values().map(Vec::len).max().unwrap_or(1) as f64;
    let cell = |(&(row, first), meetings): (&(usize, NaiveDate), &Vec<&Entry>)| {
        let row = rows.get(row)?;
        let days = scale.days(month_range(first, 0));
        let air = (days.length() * 0.07).min(0.35);
        let sector = Sector::new(days.start + air, days.end - air);
        Some(MeetingCell {
            month: first,
            lane: row.index,
            level: row.level,
            label: phrase::meetings(
                &row.label,
                meetings.len(),
                Month::of(first),
                first.year(),
                lang,
            ),
            sector,
            radii: (row.inner, row.outer),
            centre: Point::polar(row.radius, sector.middle()),
            path: Path::ring_sector(row.inner, row.outer, sector.start, sector.end),
            shade: round((meetings.len() as f64 / most).sqrt()),
            emphasis: chain.of(meetings.iter().map(|meeting| meeting.id.as_str())),
            items: meetings
                .iter()
                .map(|meeting| words::item(meeting, lang))
                .collect(),
        })
    };
    months.iter().filter_map(cell).collect()
}
