//! Periods as pieces of their lane's ring: nothing on a lane overlaps.

use super::super::chain::{Chain, Emphasis};
use super::super::mark::Item;
use super::super::path::Path;
use super::super::point::{Point, Sector, round};
use super::super::scale::Scale;
use super::super::text::{self, ArcText};
use super::super::wheel::Lane;
use super::input::{BandInput, BandLaneInput};
use crate::time::DateRange;

/// A period on a lane, or what is left of one on a thin rail along the lane's inner edge.
#[derive(Clone, Debug, PartialEq)]
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
/// Rails that a lane has at most, their distance, and the part of the lane that they may take.
const RAILS: usize = 4;
const RAIL: f64 = 3.2;
const RAIL_PART: f64 = 0.4;
/// Largest and smallest size of what is written, and its part of the band's height.
const TEXT: (f64, f64, f64) = (12.5, 6.4, 0.62);
/// Degrees that a text may cover at most, and from which on a period counts when the lane chooses
/// how much is written on it.
const LONGEST: f64 = 150.0;
const SHORT: f64 = 20.0;

/// How many times as wide as others a lane should be: editions that overlap need room for rails.
pub(crate) fn width(input: &BandLaneInput, turn: DateRange) -> f64 {
    let on_rails = |piece: &Piece| piece.rail.is_some();
    let rails = !input.counted && editions(&input.bands, turn).iter().any(on_rails);
    if rails { 1.4 } else { 1.0 }
}

/// A period with the part of it that is drawn.
struct Piece {
    band: BandInput,
    shown: DateRange,
    rail: Option<usize>,
    strength: f64,
}

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
    write(&pieces, &mut bands, lane);
    bands
}

/// The newest edition has the lane; what is left of the others goes to the rails.
fn editions(bands: &[BandInput], turn: DateRange) -> Vec<Piece> {
    let editions = by_start(bands, turn);
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, band) in editions.iter().enumerate() {
        let next = editions.get(index + 1).map(|next| next.range.start);
        let split = next.map_or(band.range.end, |next| next.min(band.range.end));
        let main = DateRange {
            start: band.range.start,
            end: split,
        };
        let rest = DateRange {
            start: split,
            end: band.range.end,
        };
        if let Some(shown) = shown(main, turn) {
            pieces.push(Piece {
                band: band.clone(),
                shown,
                rail: None,
                strength: 1.0,
            });
        }
        if let Some(shown) = shown(rest, turn) {
            on_rail(&mut pieces, band, shown);
        }
    }
    pieces
}

/// Periods of the turn by their first day; those that begin together are one.
fn by_start(bands: &[BandInput], turn: DateRange) -> Vec<BandInput> {
    let mut sorted: Vec<&BandInput> = bands
        .iter()
        .filter(|band| band.range.overlaps(&turn))
        .collect();
    sorted.sort_by_key(|band| (band.range.start, std::cmp::Reverse(band.range.end)));
    let mut editions: Vec<BandInput> = Vec::new();
    for band in sorted {
        match editions
            .last_mut()
            .filter(|last| last.range.start == band.range.start)
        {
            Some(last) => last.items.extend(band.items.iter().cloned()),
            None => editions.push(band.clone()),
        }
    }
    editions
}

fn shown(days: DateRange, turn: DateRange) -> Option<DateRange> {
    days.intersection(&turn).filter(|days| !days.is_empty())
}

/// The first rail that is free; the last one is shared when none is.
fn on_rail(pieces: &mut Vec<Piece>, band: &BandInput, shown: DateRange) {
    let taken = |rail: usize| {
        pieces
            .iter()
            .any(|piece| piece.rail == Some(rail) && piece.shown.overlaps(&shown))
    };
    if let Some(rail) = (0..RAILS).find(|rail| !taken(*rail)) {
        pieces.push(Piece {
            band: band.clone(),
            shown,
            rail: Some(rail),
            strength: 1.0,
        });
        return;
    }
    let last = |piece: &&mut Piece| piece.rail == Some(RAILS - 1) && piece.shown.overlaps(&shown);
    if let Some(piece) = pieces.iter_mut().rev().find(last) {
        piece.shown.end = piece.shown.end.max(shown.end);
        piece.band.range.end = piece.band.range.end.max(band.range.end);
        piece.band.items.extend(band.items.iter().cloned());
    }
}

/// How many run at a time, from each change to the next.
fn counted(input: &BandLaneInput, turn: DateRange) -> Vec<Piece> {
    let days = input
        .bands
        .iter()
        .filter_map(|band| shown(band.range, turn));
    let mut changes: Vec<_> = days.flat_map(|days| [days.start, days.end]).collect();
    changes.sort_unstable();
    changes.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, end) in changes.iter().zip(changes.iter().skip(1)) {
        let shown = DateRange {
            start: *start,
            end: *end,
        };
        let running = input
            .bands
            .iter()
            .filter(|band| band.range.overlaps(&shown));
        let mut items: Vec<Item> = running
            .flat_map(|band| band.items.iter().cloned())
            .collect();
        items.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        if items.is_empty() {
            continue;
        }
        let count = items.len();
        let texts = vec![format!("{}: {count}", input.label), count.to_string()];
        let band = BandInput {
            range: shown,
            items,
            texts,
            shade: 0,
        };
        pieces.push(Piece {
            band,
            shown,
            rail: None,
            strength: count as f64,
        });
    }
    let most = pieces
        .iter()
        .map(|piece| piece.strength)
        .fold(1.0, f64::max);
    for piece in &mut pieces {
        piece.strength = round((piece.strength / most).sqrt());
    }
    pieces
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

/// Writes on the bands of a lane: as much as fits on all of its longer ones, and on the longest as
/// much as fits there.
fn write(pieces: &[Piece], bands: &mut [Band], lane: &Lane) {
    let height = bands
        .iter()
        .find(|band| band.rail.is_none())
        .map_or(0.0, |band| band.radii.1 - band.radii.0);
    let size = (height * TEXT.2).min(TEXT.0);
    if size < TEXT.1 {
        return;
    }
    let radius = lane.outer - height / 2.0;
    let mains = || {
        pieces
            .iter()
            .zip(bands.iter())
            .filter(|(piece, _)| piece.rail.is_none())
    };
    let fits = |text: &String, sector: Sector| {
        text::half_angle(text, size, radius) * 2.0 + 3.0 <= sector.length().min(LONGEST)
    };
    let forms = mains()
        .map(|(piece, _)| piece.band.texts.len())
        .max()
        .unwrap_or(0);
    let usual = (0..forms).find(|form| {
        let long = mains().filter(|(_, band)| band.sector.length() >= SHORT);
        long.clone().all(|(piece, band)| {
            piece
                .band
                .texts
                .get(*form)
                .is_none_or(|text| fits(text, band.sector))
        })
    });
    let usual = usual.unwrap_or(forms.saturating_sub(1));
    let longest = mains()
        .map(|(_, band)| band.sector.length())
        .fold(0.0, f64::max);
    let mut told = false;
    for (piece, band) in pieces.iter().zip(bands.iter_mut()) {
        if piece.rail.is_some() {
            continue;
        }
        let names_lane = !told && band.sector.length() >= longest;
        let from = if names_lane { 0 } else { usual };
        told |= names_lane;
        let mut texts = piece.band.texts.iter().skip(from);
        let written = texts.find(|text| fits(text, band.sector)).cloned();
        // Nothing fits where the lane should be named: what there is room for.
        let cut = || {
            let most = (band.sector.length().min(LONGEST) - 3.0).to_radians() * radius;
            let text = piece
                .band
                .texts
                .last()
                .filter(|_| names_lane && most > size * 4.0)?;
            Some(text::cut(text, size, most))
        };
        band.text = written
            .or_else(cut)
            .map(|text| ArcText::new(text, radius, band.sector.middle(), size));
    }
}
