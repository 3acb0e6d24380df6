//! Weeks with counts, where there is more than marks can show.

use super::chain::{Chain, Emphasis};
use super::gather::{Group, shown_day};
use super::path::Path;
use super::point::{Point, Sector, round};
use super::scale::Scale;
use super::wheel::Lane;
use super::words;
use crate::calendar::Entry;
use crate::map::Map;
use crate::time::{DateRange, IsoWeek, Lang, add_days};
use chrono::NaiveDate;
use serde::Serialize;

/// Marks of a whole wheel above which every lane shows counts instead.
const MOST_MARKS: usize = 400;
/// How much of a lane's circumference its marks may fill.
const FILLED: f64 = 0.72;

/// The entries of one week in one lane, shown as a shaded piece of ring.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Density {
    /// The week.
    #[serde(serialize_with = "crate::wheel::data::week")]
    pub week: IsoWeek,
    /// Its first day; of a month or a week, each day has a piece of its own.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// Place of its lane in [`super::Wheel::lanes`].
    pub lane: usize,
    /// Place of its level in [`super::Wheel::levels`].
    pub level: usize,
    /// Ids of the entries.
    pub ids: Vec<String>,
    /// "Chefer LSS, v. 46, 12 poster".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Inner and outer radius.
    pub radii: (f64, f64),
    /// Its middle.
    pub centre: Point,
    /// Its outline.
    pub path: Path,
    /// From just above 0 (a single entry) to 1 (the fullest week of the wheel).
    pub shade: f64,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// Which lanes hold more groups than marks can show calmly.
pub(crate) fn dense_lanes(groups: &[Group<'_>], lanes: &[Lane]) -> Vec<bool> {
    let shown = groups.len() > MOST_MARKS;
    let mut counts = vec![0_usize; lanes.len()];
    for group in groups {
        if let Some(count) = counts.get_mut(group.lane) {
            *count += 1;
        }
    }
    let is_full = |(lane, count): (&Lane, usize)| {
        let mark = 2.0 * super::pack::meeting_radius(lane) + 1.5;
        let fits = std::f64::consts::TAU * lane.radius * FILLED / mark;
        shown || count as f64 > fits
    };
    lanes.iter().zip(counts).map(is_full).collect()
}

/// The weeks of the dense lanes.
pub(crate) fn weeks(
    groups: &[Group<'_>],
    lanes: &[Lane],
    scale: &Scale,
    chain: &Chain<'_>,
    lang: Lang,
) -> Vec<Density> {
    let mut cells: Map<(usize, NaiveDate), Vec<&Entry>> = Map::new();
    for group in groups {
        for entry in &group.entries {
            let day = shown_day(entry, scale.range());
            let first = if scale.names_days() {
                day
            } else {
                IsoWeek::of(day).monday()
            };
            cells.change((group.lane, first), |entries| entries.push(entry));
        }
    }
    let most = cells.values().map(Vec::len).max().unwrap_or(1) as f64;
    let cell = |(&(lane, first), entries): (&(usize, NaiveDate), &Vec<&Entry>)| {
        let shade = (entries.len() as f64 / most).sqrt();
        Some(cell_of(
            lanes.get(lane)?,
            first,
            entries,
            round(shade),
            scale,
            chain,
            lang,
        ))
    };
    cells.iter().filter_map(cell).collect()
}

fn cell_of(
    lane: &Lane,
    first: NaiveDate,
    entries: &[&Entry],
    shade: f64,
    scale: &Scale,
    chain: &Chain<'_>,
    lang: Lang,
) -> Density {
    let is_day = scale.names_days();
    let days = scale.days(DateRange {
        start: first,
        end: add_days(first, if is_day { 1 } else { 7 }),
    });
    let week = IsoWeek::of(first);
    let when = if is_day {
        words::day(first, lang)
    } else {
        lang.week(week)
    };
    let air = (days.length() * 0.06).min(0.3);
    let sector = Sector::new(days.start + air, days.end - air);
    let inset = lane.width * 0.1;
    let radii = (round(lane.inner + inset), round(lane.outer - inset));
    let count = words::entries(entries.len(), lang);
    Density {
        week,
        date: first,
        lane: lane.index,
        level: lane.level,
        ids: entries.iter().map(|entry| entry.id.clone()).collect(),
        label: format!("{}, {when}, {count}", lane.label),
        sector,
        radii,
        centre: Point::polar(lane.radius, sector.middle()),
        path: Path::ring_sector(radii.0, radii.1, sector.start, sector.end),
        shade,
        emphasis: chain.of(entries.iter().map(|entry| entry.id.as_str())),
    }
}
