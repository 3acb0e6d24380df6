//! Curves in polar coordinates, given as radius and angle.

use super::path::Path;
use super::point::Point;
use super::sine::sin_cos;
use crate::order::between;

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
    let mut best: Option<(usize, Curve)> = None;
    for bend in BENDS {
        let curve = Curve::new(from, to, least_radius, bend);
        let passed = curve.passed(others);
        if best.as_ref().is_none_or(|(fewest, _)| passed < *fewest) {
            best = Some((passed, curve));
        }
        if passed == 0 {
            break;
        }
    }
    let (_, curve) = best?;
    finished(from, to, |t| curve.at(t))
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

/// The way of an arrow.
enum Curve {
    /// One bend: a quadratic curve.
    Bow {
        from: Point,
        control: Point,
        to: Point,
    },
    /// Round the centre, for arrows over much of the year: radius and angle of its ends, and how
    /// far it swings inwards between them.
    Spiral {
        from: (f64, f64),
        to: (f64, f64),
        swing: f64,
    },
}

impl Curve {
    fn new(from: &End, to: &End, least_radius: f64, bend: f64) -> Self {
        if (to.angle - from.angle).abs() > WIDEST_BOW {
            let room = (from.radius.min(to.radius) - least_radius) * 0.6;
            return Self::Spiral {
                from: (from.radius, from.angle),
                to: (to.radius, to.angle),
                swing: between(room, 0.0, bend * 230.0),
            };
        }
        let (a, b) = (from.centre, to.centre);
        let middle = Point::new((a.x + b.x) / 2.0, (a.y + b.y) / 2.0);
        let chord = middle.radius();
        // The curve passes half-way between chord and control point.
        let lowest = 2.0 * least_radius - chord;
        let radius = (chord - a.distance(b) * bend).max(lowest).min(chord);
        Self::Bow {
            from: a,
            control: Point::polar(radius, middle.angle()),
            to: b,
        }
    }

    fn at(&self, t: f64) -> Point {
        match self {
            Self::Bow { from, control, to } => {
                let part = |a: f64, c: f64, b: f64| mix(mix(a, c, t), mix(c, b, t), t);
                Point::new(part(from.x, control.x, to.x), part(from.y, control.y, to.y))
            }
            Self::Spiral { from, to, swing } => {
                let inwards = swing * sin_cos(t * 180.0).0;
                Point::polar(mix(from.0, to.0, t) - inwards, mix(from.1, to.1, t))
            }
        }
    }

    /// How many of these circles it crosses.
    fn passed(&self, others: &[(Point, f64)]) -> usize {
        let line: Vec<Point> = parts(32).map(|t| self.at(t)).collect();
        let crosses = |(centre, radius): &&(Point, f64)| {
            let inside = |point: &Point| {
                let (x, y) = (point.x - centre.x, point.y - centre.y);
                x * x + y * y < radius * radius
            };
            line.iter().any(inside)
        };
        others.iter().filter(crosses).count()
    }
}

pub(crate) fn head(base: Point, tip: Point) -> Path {
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
