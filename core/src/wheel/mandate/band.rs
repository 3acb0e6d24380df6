//! Periods as pieces of their lane's ring: nothing on a lane overlaps.

use super::super::chain::{Chain, Emphasis};
use super::super::mark::Item;
use super::super::path::Path;
use super::super::point::{Point, Sector, round};
use super::super::scale::Scale;
use super::super::text::ArcText;
use super::super::wheel::Lane;
use super::input::BandLaneInput;
use super::lettering;
use super::piece::{Piece, counted, editions};
use crate::time::DateRange;
use serde::Serialize;

/// A period on a lane, or what is left of one on a thin rail along the lane's inner edge.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Band {
    /// The entries that it stands for.
    pub items: Vec<Item>,
    /// Names of every entry that it stands for, as one text.
    pub label: String,
    /// Place of its lane among the rings, from the outside.
    pub lane: usize,
    /// Place of its level in [`super::MandateWheel::levels`].
    pub level: usize,
    /// None on the lane itself. A newer edition has taken the lane over where it is a number: that
    /// of the rail, from 0 at the lane's inner edge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rail: Option<usize>,
    /// Its arc; no two of a lane and rail overlap.
    pub sector: Sector,
    /// Inner and outer radius.
    pub radii: (f64, f64),
    /// Its middle.
    pub centre: Point,
    /// Its outline.
    pub path: Path,
    /// What is written on it, when something fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<ArcText>,
    /// Which of the lane's shades it has.
    pub shade: u8,
    /// On a lane that counts: how many run, as a part of the most that do. Otherwise 1.
    pub strength: f64,
    /// True when it begins inside the turn.
    pub begins: bool,
    /// True when it ends inside the turn.
    pub ends: bool,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// Wheel units between a period and its end of the arc.
const AIR: f64 = 1.2;
/// Distance of rails, and the part of the lane that they may take.
const RAIL: f64 = 3.2;
const RAIL_PART: f64 = 0.4;

/// Lays the periods of one lane.
pub(crate) fn lay(
    input: &BandLaneInput,
    lane: &Lane,
    scale: &Scale,
    chain: &Chain<'_>,
) -> Vec<Band> {
    let turn = scale.range();
    let pieces = if input.counted {
        counted(input, turn)
    } else {
        editions(&input.bands, turn)
    };
    let rails = pieces
        .iter()
        .filter_map(|piece| piece.rail)
        .max()
        .map_or(0, |most| most + 1);
    let place = Place { lane, scale, rails };
    let mut bands: Vec<Band> = pieces
        .iter()
        .map(|piece| place.band(piece, chain))
        .collect();
    lettering::write(&pieces, &mut bands, lane);
    bands
}

/// Where the pieces of a lane lie.
struct Place<'a> {
    lane: &'a Lane,
    scale: &'a Scale,
    rails: usize,
}

impl Place<'_> {
    fn band(&self, piece: &Piece, chain: &Chain<'_>) -> Band {
        let (turn, whole) = (self.scale.range(), piece.band.range);
        let radii = self.radii(piece.rail);
        let begins = whole.start >= turn.start;
        let ends = whole.end <= turn.end;
        let sector = self.sector(piece.shown, begins, ends);
        let labels: Vec<&str> = piece
            .band
            .items
            .iter()
            .map(|item| item.label.as_str())
            .collect();
        Band {
            label: labels.join("; "),
            lane: self.lane.index,
            level: self.lane.level,
            rail: piece.rail,
            sector,
            radii,
            centre: Point::polar((radii.0 + radii.1) / 2.0, sector.middle()),
            path: Path::ring_sector(radii.0, radii.1, sector.start, sector.end),
            text: None,
            shade: piece.band.shade,
            strength: piece.strength,
            begins,
            ends,
            emphasis: chain.of(piece.band.items.iter().map(|item| item.id.as_str())),
            items: piece.band.items.clone(),
        }
    }

    /// What comes from before the turn or goes on after it is not cut off there by air.
    fn sector(&self, shown: DateRange, begins: bool, ends: bool) -> Sector {
        let (turn, days) = (self.scale.range(), self.scale.days(shown));
        let air = (AIR / self.lane.radius.max(1.0))
            .to_degrees()
            .min(days.length() / 4.0);
        let before = if shown.start > turn.start || begins {
            air
        } else {
            0.0
        };
        let after = if shown.end < turn.end || ends {
            air
        } else {
            0.0
        };
        Sector::new(days.start + before, days.end - after)
    }

    fn radii(&self, rail: Option<usize>) -> (f64, f64) {
        let lane = self.lane;
        let room = (self.rails as f64 * RAIL + 0.8).min(lane.width * RAIL_PART);
        match rail {
            None if self.rails == 0 => (lane.inner, lane.outer),
            None => (round(lane.inner + room), lane.outer),
            Some(rail) => {
                let step = room / self.rails.max(1) as f64;
                let inner = lane.inner + step * rail as f64;
                (round(inner), round(inner + step * 0.62))
            }
        }
    }
}
