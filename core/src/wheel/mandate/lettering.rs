//! What is written on periods: as much as fits.

use super::super::point::Sector;
use super::super::text::{self, ArcText};
use super::super::wheel::Lane;
use super::band::Band;
use super::piece::Piece;

/// Largest and smallest size of what is written, and its part of the band's height.
const TEXT: (f64, f64, f64) = (12.5, 6.4, 0.62);
/// Degrees that a text may cover at most, and from which on a period counts when the lane chooses
/// how much is written on it.
const LONGEST: f64 = 150.0;
const SHORT: f64 = 20.0;

/// Writes on the bands of a lane: as much as fits on all of its longer ones, and on the longest as
/// much as fits there.
pub(crate) fn write(pieces: &[Piece], bands: &mut [Band], lane: &Lane) {
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
