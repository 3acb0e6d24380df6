//! Shapes of a wheel, for the laws of both.

use planning_wheel::wheel::{Path, Point, SIZE, Segment};

/// Every point that a path names.
pub(crate) fn points(path: &Path) -> Vec<Point> {
    let of = |segment: &Segment| match *segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Arc { to, .. } => vec![to],
        Segment::Curve(first, second, to) => vec![first, second, to],
        Segment::Close => Vec::new(),
    };
    path.segments().iter().flat_map(of).collect()
}

/// True inside the picture.
pub(crate) fn inside(point: Point) -> bool {
    let within = |value: f64| value.is_finite() && (0.0..=SIZE).contains(&value);
    within(point.x) && within(point.y)
}

/// Every two of some.
pub(crate) fn pairs<T>(items: &[T]) -> impl Iterator<Item = (&T, &T)> {
    items
        .iter()
        .enumerate()
        .flat_map(|(index, one)| items[index + 1..].iter().map(move |two| (one, two)))
}
