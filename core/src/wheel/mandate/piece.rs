//! Which part of a period its lane shows, and which part runs on beside a newer one.

use super::super::mark::Item;
use super::super::point::round;
use super::input::{BandInput, BandLaneInput};
use crate::order::Order;
use crate::time::DateRange;

/// Rails that a lane has at most.
const RAILS: usize = 4;

/// A period with the part of it that is drawn.
pub(crate) struct Piece {
    pub(crate) band: BandInput,
    pub(crate) shown: DateRange,
    pub(crate) rail: Option<usize>,
    pub(crate) strength: f64,
}

/// How many times as wide as others a lane should be: editions that overlap need room for rails.
pub(crate) fn width(input: &BandLaneInput, turn: DateRange) -> f64 {
    let on_rails = |piece: &Piece| piece.rail.is_some();
    let rails = !input.counted && editions(&input.bands, turn).iter().any(on_rails);
    if rails { 1.4 } else { 1.0 }
}

/// The newest edition has the lane; what is left of the others goes to the rails.
pub(crate) fn editions(bands: &[BandInput], turn: DateRange) -> Vec<Piece> {
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
    sorted.order_by_key(|band| (band.range.start, std::cmp::Reverse(band.range.end)));
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
pub(crate) fn counted(input: &BandLaneInput, turn: DateRange) -> Vec<Piece> {
    let days = input
        .bands
        .iter()
        .filter_map(|band| shown(band.range, turn));
    let mut changes: Vec<_> = days.flat_map(|days| [days.start, days.end]).collect();
    changes.order();
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
        items.order_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
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
