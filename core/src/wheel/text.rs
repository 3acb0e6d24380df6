//! Text on arcs, and how wide a text will be.

use super::path::Path;
use super::point::{Sector, round, turn};
use serde::Serialize;

/// A text that rests on an arc, centred and never upside down.
///
/// The view draws `text` along `path`, anchored in its middle.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArcText {
    /// The text.
    pub text: String,
    /// The line that the letters stand on, with room to spare at both ends.
    pub path: Path,
    /// Font size in wheel units.
    pub size: f64,
    /// Angle of its middle in degrees.
    pub angle: f64,
    /// The arc that the letters are expected to cover.
    pub sector: Sector,
}

impl ArcText {
    /// Centres a text at an angle so that a circle of this radius runs through its letters' middles.
    pub(crate) fn new(text: String, radius: f64, angle: f64, size: f64) -> Self {
        let half = half_angle(&text, size, radius);
        let (left, right) = (angle - half - ROOM, angle + half + ROOM);
        // Half the height of a letter such as "n": capitals rise above, tails hang below.
        let shift = size * 0.34;
        let path = if reads_from_outside(angle) {
            Path::arc(radius + shift, right, left)
        } else {
            Path::arc(radius - shift, left, right)
        };
        Self {
            text,
            path,
            size: round(size),
            angle: turn(angle),
            sector: Sector::around(angle, half),
        }
    }
}

/// Degrees of spare line at each end: host fonts may be wider than expected.
const ROOM: f64 = 8.0;

/// Whether a text at this angle must stand on its head to be read: the lower half of the wheel.
fn reads_from_outside(angle: f64) -> bool {
    (90.5..269.5).contains(&turn(angle))
}

/// Half the angle that a text covers on a circle.
pub(crate) fn half_angle(text: &str, size: f64, radius: f64) -> f64 {
    (width(text, size) / 2.0 / radius.max(1.0)).to_degrees()
}

/// Expected width of a text in the unit of its size; measured on Inter at weight 600.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' | '·' => 0.29,
        ' ' => 0.27,
        'f' | 't' | 'r' | '(' | ')' | '/' | '-' => 0.4,
        'm' | 'w' => 0.87,
        'M' | 'W' => 0.95,
        '–' | '&' | '%' => 0.7,
        '0'..='9' => 0.63,
        'a'..='z' | 'å' | 'ä' | 'ö' | 'é' => 0.6,
        letter if letter.is_uppercase() => 0.72,
        // Letters of other scripts may be as wide as they are high.
        letter if letter.is_ascii() => 0.62,
        _ => 1.0,
    }
}

/// Cuts a text to a width, with an ellipsis in place of what is cut.
pub(crate) fn cut(text: &str, size: f64, most: f64) -> String {
    if width(text, size) <= most {
        return text.to_owned();
    }
    let mut left = most - width("…", size);
    let kept: String = text
        .chars()
        .take_while(|letter| {
            left -= advance(*letter) * size;
            left >= 0.0
        })
        .collect();
    format!("{}…", kept.trim_end())
}
