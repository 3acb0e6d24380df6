//! Days of others' calendars: quiet, behind everything that the plan itself says.

use super::input::WheelInput;
use super::path::Path;
use super::point::{Sector, round};
use super::rings;
use super::scale::Scale;
use super::wheel::Lane;
use super::words;
use crate::calendar::Entry;
use crate::map::Map;
use crate::reason::Reason;
use crate::text;
use crate::time::{DateRange, Lang};
use chrono::NaiveDate;
use serde::Serialize;

/// Days that a calendar of others takes: an arc on the rim, and hatching over the rings of those who
/// are bound by it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BackgroundArc {
    /// "Kommunfullmäktige, mån 15 nov 2027, 13.00"; several on the same days are parted by "; ".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Its line on the rim.
    pub path: Path,
    /// Its hatching: rings beside each other have one piece together.
    pub hatches: Vec<Hatch>,
}

/// A piece of hatching: an arc in the middle of some lanes, as wide as they are, to be dashed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hatch {
    /// The arc.
    pub path: Path,
    /// How wide it is drawn.
    pub width: f64,
}

/// Lengths of the dashes and gaps of a hatching, in wheel units.
pub const HATCHING: (f64, f64) = (1.0, 2.2);

/// Days, and the places of the lanes that are bound on them.
type Key = (NaiveDate, NaiveDate, Vec<usize>);

pub(crate) fn lay(input: &WheelInput<'_>, lanes: &[Lane], scale: &Scale) -> Vec<BackgroundArc> {
    let range = scale.range();
    let mut same: Map<Key, Vec<String>> = Map::default();
    let inside = input.backgrounds.iter();
    for entry in inside.filter(|entry| entry.range().overlaps(&range)) {
        let days = entry.range();
        let key = (days.start, days.end, bound(entry, lanes));
        same.change(key, |all| all.push(said(entry, input.lang)));
    }
    let arc = |((start, end, bound), said): (&Key, &Vec<String>)| {
        let (start, end) = (*start, *end);
        let sector = scale.days(DateRange { start, end });
        BackgroundArc {
            label: said.join("; "),
            sector,
            path: Path::arc(rings::BACKGROUNDS, sector.start, sector.end),
            hatches: hatches(bound, lanes, sector),
        }
    };
    same.iter().map(arc).collect()
}

/// Places of the lanes whose bodies the entry binds: all of them where it names nobody.
fn bound(entry: &Entry, lanes: &[Lane]) -> Vec<usize> {
    let binds = |lane: &&Lane| {
        let own = lane.body;
        own.is_some_and(|body| entry.bodies.is_empty() || entry.bodies.contains(&body))
    };
    lanes.iter().filter(binds).map(|lane| lane.index).collect()
}

/// One piece for each row of neighbours.
fn hatches(bound: &[usize], lanes: &[Lane], sector: Sector) -> Vec<Hatch> {
    let mut pieces: Vec<(f64, f64)> = Vec::new();
    let mut before = None;
    for lane in bound.iter().filter_map(|index| lanes.get(*index)) {
        match pieces.last_mut() {
            Some(piece) if before == lane.index.checked_sub(1) => piece.0 = lane.inner,
            _ => pieces.push((lane.inner, lane.outer)),
        }
        before = Some(lane.index);
    }
    let hatch = |(inner, outer): (f64, f64)| Hatch {
        path: Path::arc((inner + outer) / 2.0, sector.start, sector.end),
        width: round(outer - inner),
    };
    pieces.into_iter().map(hatch).collect()
}

/// Whose calendar, what happens, when.
fn said(entry: &Entry, lang: Lang) -> String {
    let title = entry.title.get(lang);
    let calendar = entry.reasons.iter().find_map(|reason| match reason {
        Reason::Background(calendar) => Some(calendar.get(lang)),
        _ => None,
    });
    let calendar = calendar.filter(|calendar| *calendar != title);
    let (days, hours) = (words::days(entry.range(), lang), text::hours(entry));
    let parts = [calendar, Some(title), Some(&days), hours.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
