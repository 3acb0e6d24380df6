//! Periods: thin arcs on rails along the inner edge of their lane.

use super::chain::{Chain, Emphasis};
use super::mark::Item;
use super::path::Path;
use super::point::{Sector, round};
use super::scale::Scale;
use super::wheel::Lane;
use super::words;
use crate::calendar::Entry;
use crate::order::Order;
use crate::time::{DateRange, Lang};
use serde::Serialize;

/// A period of a lane's body, or several that lie too close to be told apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The periods, first one first.
    pub items: Vec<Item>,
    /// Place of its lane in [`super::Wheel::lanes`].
    pub lane: usize,
    /// Place of its level in [`super::Wheel::levels`].
    pub level: usize,
    /// Its rail, from 0 at the lane's inner edge; no two spans of a rail overlap.
    pub rail: usize,
    /// Radius of its line.
    pub radius: f64,
    /// Its arc.
    pub sector: Sector,
    /// Its line.
    pub path: Path,
    /// True when it fills the whole range: no more than a quiet ground.
    pub whole: bool,
    /// True when it begins inside the range.
    pub begins: bool,
    /// True when it ends inside the range.
    pub ends: bool,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// Distance between rails, and of the first from the lane's edge, in wheel units.
const RAIL: f64 = 3.2;
/// Degrees between two arcs of a rail.
const AIR: f64 = 0.7;

struct Draft<'a> {
    entries: Vec<&'a Entry>,
    rail: usize,
    sector: Sector,
    days: DateRange,
}

/// Lays the periods of one lane on its rails; what finds no free rail joins its neighbour.
pub(crate) fn lay(
    periods: &[&Entry],
    lane: &Lane,
    scale: &Scale,
    chain: &Chain<'_>,
    lang: Lang,
) -> Vec<Span> {
    let rails = ((lane.width * 0.3 / RAIL) as usize).max(1);
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for entry in by_start(periods, scale.range()) {
        let days = entry.range();
        let sector = trimmed(scale.days(days));
        let same = |draft: &&mut Draft<'_>| draft.sector == sector;
        if let Some(draft) = drafts.iter_mut().find(same) {
            draft.entries.push(entry);
            continue;
        }
        let is_free = |rail: &usize| {
            let on_rail = drafts.iter().filter(|draft| draft.rail == *rail);
            on_rail.clone().all(|draft| !draft.sector.overlaps(sector))
        };
        match (0..rails).find(is_free) {
            Some(rail) => drafts.push(Draft {
                entries: vec![entry],
                rail,
                sector,
                days,
            }),
            None => join(&mut drafts, entry, rails - 1, sector),
        }
    }
    drafts
        .iter()
        .map(|draft| draft.span(lane, scale, chain, lang))
        .collect()
}

fn by_start<'a>(periods: &[&'a Entry], range: DateRange) -> Vec<&'a Entry> {
    let mut sorted = periods.to_vec();
    sorted.order_by_key(|entry| (entry.start.max(range.start), std::cmp::Reverse(entry.end)));
    sorted
}

fn trimmed(sector: Sector) -> Sector {
    let air = AIR.min(sector.length() / 4.0);
    if sector.length() >= 359.9 {
        sector
    } else {
        Sector::new(sector.start + air, sector.end - air)
    }
}

/// Periods come by their start, so that only the last arc of a rail can be in the way.
fn join<'a>(drafts: &mut [Draft<'a>], entry: &'a Entry, rail: usize, sector: Sector) {
    if let Some(draft) = drafts.iter_mut().rev().find(|draft| draft.rail == rail) {
        draft.sector = Sector::new(draft.sector.start, draft.sector.end.max(sector.end));
        draft.days.end = draft.days.end.max(entry.end);
        draft.entries.push(entry);
    }
}

impl Draft<'_> {
    fn span(&self, lane: &Lane, scale: &Scale, chain: &Chain<'_>, lang: Lang) -> Span {
        let range = scale.range();
        let radius = round(lane.inner + (self.rail as f64 + 0.65) * RAIL.min(lane.width / 3.0));
        Span {
            items: self
                .entries
                .iter()
                .map(|entry| words::item(entry, lang))
                .collect(),
            lane: lane.index,
            level: lane.level,
            rail: self.rail,
            radius,
            sector: self.sector,
            path: Path::arc(radius, self.sector.start, self.sector.end),
            whole: self.sector.length() >= 359.9,
            begins: self.days.start >= range.start,
            ends: self.days.end <= range.end,
            emphasis: chain.of(self.entries.iter().map(|entry| entry.id.as_str())),
        }
    }
}
