//! Points, angles and numbers in wheel units.
//!
//! The wheel is a square of [`SIZE`] units with its centre at ([`CENTRE`], [`CENTRE`]). Angles are
//! degrees, 0 at the top, clockwise. Everything that leaves this module is rounded to 0.01, so that
//! two layouts are equal exactly when they draw the same picture.

use super::sine::sin_cos;
use serde::Serialize;
use std::fmt;

/// Width and height of the wheel in wheel units.
pub const SIZE: f64 = 1000.0;
/// Where the centre lies on both axes, in wheel units.
pub const CENTRE: f64 = 500.0;

/// A place in wheel units: x to the right, y downwards.
///
/// # Example
/// ```
/// use planning_wheel::wheel::Point;
/// let east = Point::polar(100.0, 90.0);
/// assert_eq!((east.x, east.y), (600.0, 500.0));
/// assert_eq!(east.angle(), 90.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Point {
    /// Units from the left.
    pub x: f64,
    /// Units from the top.
    pub y: f64,
}

impl Point {
    /// The place with these coordinates, rounded.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self {
            x: round(x),
            y: round(y),
        }
    }

    /// The place at a radius from the centre and an angle in degrees.
    #[must_use]
    pub fn polar(radius: f64, angle: f64) -> Self {
        let (sin, cos) = sin_cos(angle);
        Self::new(CENTRE + radius * sin, CENTRE - radius * cos)
    }

    /// Distance to another place.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// Distance from the wheel's centre.
    #[must_use]
    pub fn radius(self) -> f64 {
        (self.x - CENTRE).hypot(self.y - CENTRE)
    }

    /// Angle in degrees from 0 up to, not including, 360.
    #[must_use]
    pub fn angle(self) -> f64 {
        turn((self.x - CENTRE).atan2(CENTRE - self.y).to_degrees())
    }
}

/// An arc of a circle from one angle on to another, in degrees.
///
/// The end is never before the start; an arc over the top may begin below 0 or end above 360.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Sector {
    /// Where it begins.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

impl Sector {
    /// The arc between two angles, rounded.
    #[must_use]
    pub fn new(start: f64, end: f64) -> Self {
        Self {
            start: round(start),
            end: round(end.max(start)),
        }
    }

    /// The arc around an angle.
    #[must_use]
    pub fn around(angle: f64, half: f64) -> Self {
        Self::new(angle - half, angle + half)
    }

    /// Its length in degrees.
    #[must_use]
    pub fn length(self) -> f64 {
        round(self.end - self.start)
    }

    /// Its middle in degrees.
    #[must_use]
    pub fn middle(self) -> f64 {
        round((self.start + self.end) / 2.0)
    }

    /// Whether two arcs share more than an end, also across the top.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::wheel::Sector;
    /// let over_the_top = Sector::new(355.0, 365.0);
    /// assert!(over_the_top.overlaps(Sector::new(2.0, 9.0)));
    /// assert!(!over_the_top.overlaps(Sector::new(5.0, 9.0)));
    /// ```
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        [-360.0, 0.0, 360.0]
            .iter()
            .any(|shift| self.start < other.end + shift && other.start + shift < self.end)
    }

    /// Whether an angle lies in the arc.
    #[must_use]
    pub fn contains(self, angle: f64) -> bool {
        [-360.0, 0.0, 360.0]
            .iter()
            .any(|shift| self.start <= angle + shift && angle + shift <= self.end)
    }
}

/// Rounds to 0.01; never a negative zero, and nothing that is not a number.
#[must_use]
pub(crate) fn round(value: f64) -> f64 {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded == 0.0 || !rounded.is_finite() {
        0.0
    } else {
        rounded
    }
}

/// An angle brought into one turn.
pub(crate) fn turn(angle: f64) -> f64 {
    let turned = round(angle - 360.0 * (angle / 360.0).floor());
    if turned >= 360.0 { 0.0 } else { turned }
}

/// A number as text with at most two decimals, for use in attributes.
///
/// # Example
/// ```
/// use planning_wheel::wheel::Number;
/// assert_eq!(Number(12.3456).to_string(), "12.35");
/// assert_eq!(Number(-0.5).to_string(), "-0.5");
/// assert_eq!(Number(400.0).to_string(), "400");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

impl fmt::Display for Number {
    // By whole numbers: printing floats would bring kilobytes of tables into the wasm.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        if hundredths < 0 {
            f.write_str("-")?;
        }
        write!(f, "{whole}")?;
        match (part / 10, part % 10) {
            (0, 0) => Ok(()),
            (tenths, 0) => write!(f, ".{tenths}"),
            (tenths, rest) => write!(f, ".{tenths}{rest}"),
        }
    }
}
