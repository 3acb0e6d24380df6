//! Curves in polar coordinates, given as radius and angle.

use super::path::Path;
use super::point::Point;

/// A mark as the end of an arrow.
pub(crate) struct End {
    pub(crate) centre: Point,
    pub(crate) radius: f64,
    pub(crate) angle: f64,
    /// Radius that the arrow stays out of.
    pub(crate) clear: f64,
}

/// Length and half the width of an arrow's head.
const HEAD: (f64, f64) = (7.0, 3.1);

/// A line along a lane; between two sub-tracks it changes radius evenly.
pub(crate) fn along(from: (f64, f64), to: (f64, f64)) -> Path {
    if (from.0 - to.0).abs() < 0.01 {
        return Path::arc(from.0, from.1, to.1);
    }
    let points: Vec<Point> = parts(6)
        .map(|t| Point::polar(mix(from.0, to.0, t), mix(from.1, to.1, t)))
        .collect();
    Path::through(&points)
}

/// An arrow's line and head; nothing when the marks lie too close for one.
///
/// It leaves along the lane, swings inwards and arrives from the inside, never nearer to the centre
/// than `least_radius`.
pub(crate) fn arrow(from: &End, to: &End, least_radius: f64) -> Option<(Path, Path)> {
    let swing = swing(from, to, least_radius);
    let at = |t: f64| {
        let eased = t.powf(1.5);
        let radius = mix(from.radius, to.radius, eased) - swing * (t * std::f64::consts::PI).sin();
        Point::polar(radius, mix(from.angle, to.angle, t))
    };
    let left = parts(200).find(|t| at(*t).distance(from.centre) >= from.clear + 1.5)?;
    let reached = |clear: f64| {
        parts(200)
            .map(|t| 1.0 - t)
            .find(|t| at(*t).distance(to.centre) >= clear)
    };
    let base = reached(to.clear + 1.5 + HEAD.0)?;
    let tip = at(reached(to.clear + 1.5)?);
    if base <= left {
        return None;
    }
    let pieces = 4 + ((to.angle - from.angle).abs() / 12.0) as u32;
    let line: Vec<Point> = parts(pieces)
        .map(|part| at(mix(left, base, part)))
        .collect();
    Some((Path::through(&line), head(at(base), tip)))
}

/// How far the middle of an arrow swings towards the centre.
fn swing(from: &End, to: &End, least_radius: f64) -> f64 {
    let inner = from.radius.min(to.radius);
    let wanted = from.centre.distance(to.centre) * 0.2;
    wanted.min((inner - least_radius) * 0.6).max(0.0)
}

fn head(base: Point, tip: Point) -> Path {
    let length = base.distance(tip).max(0.01);
    let (along_x, along_y) = ((tip.x - base.x) / length, (tip.y - base.y) / length);
    let side = |half: f64| Point::new(base.x - along_y * half, base.y + along_x * half);
    Path::polygon([tip, side(HEAD.1), side(-HEAD.1)])
}

fn mix(from: f64, to: f64, part: f64) -> f64 {
    from + (to - from) * part
}

/// From 0 to 1 in so many steps.
fn parts(count: u32) -> impl Iterator<Item = f64> {
    (0..=count).map(move |part| f64::from(part) / f64::from(count.max(1)))
}
