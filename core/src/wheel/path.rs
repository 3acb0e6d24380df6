//! Outlines and lines as values that print as SVG path data.

use super::point::{Number, Point, round};
use std::fmt;

/// One piece of a [`Path`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Begin here.
    Move(Point),
    /// Straight on to here.
    Line(Point),
    /// Along a circle to here.
    Arc {
        /// Radius of the circle.
        radius: f64,
        /// The longer of the two ways.
        large: bool,
        /// Clockwise.
        clockwise: bool,
        /// Where it ends.
        to: Point,
    },
    /// A cubic curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to the beginning.
    Close,
}

/// A line or outline in wheel units; prints as the `d` of an SVG path.
///
/// # Example
/// ```
/// use planning_wheel::wheel::Path;
/// let quarter = Path::arc(100.0, 0.0, 90.0);
/// assert_eq!(quarter.to_string(), "M500 400A100 100 0 0 1 600 500");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    segments: Vec<Segment>,
}

impl Path {
    /// Its pieces in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// A straight line.
    #[must_use]
    pub fn line(from: Point, to: Point) -> Self {
        Self {
            segments: vec![Segment::Move(from), Segment::Line(to)],
        }
    }

    /// A line along a radius.
    #[must_use]
    pub fn spoke(angle: f64, from_radius: f64, to_radius: f64) -> Self {
        Self::line(
            Point::polar(from_radius, angle),
            Point::polar(to_radius, angle),
        )
    }

    /// An arc around the wheel's centre; anticlockwise when it ends before it begins.
    #[must_use]
    pub fn arc(radius: f64, from: f64, to: f64) -> Self {
        let mut path = Self {
            segments: vec![Segment::Move(Point::polar(radius, from))],
        };
        path.arc_on(radius, from, to);
        path
    }

    /// A piece of a ring around the wheel's centre.
    #[must_use]
    pub fn ring_sector(inner: f64, outer: f64, from: f64, to: f64) -> Self {
        let mut path = Self::arc(outer, from, to);
        path.segments.push(Segment::Line(Point::polar(inner, to)));
        path.arc_on(inner, to, from);
        path.segments.push(Segment::Close);
        path
    }

    /// A closed outline through points.
    #[must_use]
    pub fn polygon(points: impl IntoIterator<Item = Point>) -> Self {
        let mut segments: Vec<Segment> = points.into_iter().map(Segment::Line).collect();
        if let Some(first) = segments.first_mut()
            && let Segment::Line(point) = *first
        {
            *first = Segment::Move(point);
        }
        segments.push(Segment::Close);
        Self { segments }
    }

    /// A circle around any point.
    #[must_use]
    pub fn circle(centre: Point, radius: f64) -> Self {
        let mut path = Self::half_circle(centre, radius);
        path.segments.pop();
        path.segments.push(Segment::Arc {
            radius: round(radius),
            large: false,
            clockwise: true,
            to: Point::new(centre.x - radius, centre.y),
        });
        path.segments.push(Segment::Close);
        path
    }

    /// The upper half of a circle around any point.
    #[must_use]
    pub fn half_circle(centre: Point, radius: f64) -> Self {
        let side = |x| Point::new(centre.x + x, centre.y);
        let over = Segment::Arc {
            radius: round(radius),
            large: false,
            clockwise: true,
            to: side(radius),
        };
        Self {
            segments: vec![Segment::Move(side(-radius)), over, Segment::Close],
        }
    }

    /// A smooth line through points (a Catmull–Rom spline).
    #[must_use]
    pub fn through(points: &[Point]) -> Self {
        let at = |index: usize| points.get(index.min(points.len() - 1)).copied();
        let mut segments = Vec::with_capacity(points.len());
        segments.extend(points.first().map(|first| Segment::Move(*first)));
        for index in 1..points.len() {
            let before = at(index.saturating_sub(2));
            if let (Some(p0), Some(p1), Some(p2), Some(p3)) =
                (before, at(index - 1), at(index), at(index + 1))
            {
                segments.push(Segment::Curve(
                    Point::new(p1.x + (p2.x - p0.x) / 6.0, p1.y + (p2.y - p0.y) / 6.0),
                    Point::new(p2.x - (p3.x - p1.x) / 6.0, p2.y - (p3.y - p1.y) / 6.0),
                    p2,
                ));
            }
        }
        Self { segments }
    }

    fn arc_on(&mut self, radius: f64, from: f64, to: f64) {
        // One SVG arc cannot go all the way round, and nearly all the way is drawn badly.
        let pieces = if (to - from).abs() > 300.0 { 2 } else { 1 };
        let step = (to - from) / f64::from(pieces);
        for piece in 1..=pieces {
            self.segments.push(Segment::Arc {
                radius: round(radius),
                large: step.abs() > 180.0,
                clockwise: to > from,
                to: Point::polar(radius, from + step * f64::from(piece)),
            });
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.segments.iter().try_for_each(|segment| segment.fmt(f))
    }
}

impl fmt::Display for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = |f: &mut fmt::Formatter<'_>, before: &str, point: Point| {
            write!(f, "{before}{} {}", Number(point.x), Number(point.y))
        };
        match *self {
            Self::Move(to) => pair(f, "M", to),
            Self::Line(to) => pair(f, "L", to),
            Self::Arc {
                radius,
                large,
                clockwise,
                to,
            } => {
                let radius = Number(radius);
                let (large, clockwise) = (u8::from(large), u8::from(clockwise));
                write!(f, "A{radius} {radius} 0 {large} {clockwise}")?;
                pair(f, " ", to)
            }
            Self::Curve(first, second, to) => {
                pair(f, "C", first)?;
                pair(f, " ", second)?;
                pair(f, " ", to)
            }
            Self::Close => f.write_str("Z"),
        }
    }
}
