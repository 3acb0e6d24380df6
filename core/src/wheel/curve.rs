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
const HEAD: (f64, f64) = (6.6, 2.8);

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
/// It bends inwards, away from the months, but never nearer to the centre than `least_radius`, and
/// as much or little as makes it pass the fewest `others`, given by centre and radius.
pub(crate) fn arrow(
    from: &End,
    to: &End,
    least_radius: f64,
    others: &[(Point, f64)],
) -> Option<(Path, Path)> {
    let passed = |bend: &f64| {
        let line: Vec<Point> = parts(32)
            .map(|t| at(from, to, least_radius, *bend, t))
            .collect();
        let hits = |(centre, radius): &&(Point, f64)| {
            line.iter().any(|point| point.distance(*centre) < *radius)
        };
        others.iter().filter(hits).count()
    };
    let bend = BENDS.into_iter().min_by_key(passed)?;
    finished(from, to, |t| at(from, to, least_radius, bend, t))
}

/// How far arrows may bend, as part of their length; the first is preferred.
const BENDS: [f64; 6] = [0.26, 0.18, 0.34, 0.1, 0.44, 0.02];
/// Degrees from which on a single bow would cut through the middle of the wheel.
const WIDEST_BOW: f64 = 80.0;

/// The line without its ends, which would disappear under the marks, and the head.
fn finished(from: &End, to: &End, at: impl Fn(f64) -> Point) -> Option<(Path, Path)> {
    let left = parts(200).find(|t| at(*t).distance(from.centre) >= from.clear + 1.5)?;
    let reached = |clear: f64| {
        let mut backwards = parts(200).map(|t| 1.0 - t);
        backwards.find(|t| at(*t).distance(to.centre) >= clear)
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

fn at(from: &End, to: &End, least_radius: f64, bend: f64, t: f64) -> Point {
    if (to.angle - from.angle).abs() <= WIDEST_BOW {
        bow(from, to, least_radius, bend, t)
    } else {
        spiral(from, to, least_radius, bend, t)
    }
}

/// A bow with one bend: a quadratic curve whose control point lies inside the chord.
fn bow(from: &End, to: &End, least_radius: f64, bend: f64, t: f64) -> Point {
    let (a, b) = (from.centre, to.centre);
    let middle = Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
    // The curve passes half-way between chord and control point.
    let lowest = 2.0 * least_radius - middle.radius();
    let radius = (middle.radius() - a.distance(b) * bend)
        .max(lowest)
        .min(middle.radius());
    let control = Point::polar(radius, middle.angle());
    let part = |a: f64, c: f64, b: f64| mix(mix(a, c, t), mix(c, b, t), t);
    Point::new(part(a.x, control.x, b.x), part(a.y, control.y, b.y))
}

/// Round the centre, for arrows over much of the year.
fn spiral(from: &End, to: &End, least_radius: f64, bend: f64, t: f64) -> Point {
    let inner = from.radius.min(to.radius);
    let swing = ((inner - least_radius) * 0.6).clamp(0.0, bend * 230.0);
    let radius = mix(from.radius, to.radius, t) - swing * (t * std::f64::consts::PI).sin();
    Point::polar(radius, mix(from.angle, to.angle, t))
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
