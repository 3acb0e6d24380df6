//! What marks look like: each kind has a shape of its own, so that colour carries nothing alone.

use super::path::Path;
use super::point::Point;
use super::sine::sin_cos;
use crate::calendar::EntryKind;
use serde::Serialize;

/// The shape of a mark. Shapes stand upright whatever their angle, so that a diamond is a diamond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// A meeting.
    Disc,
    /// A meeting that prepares another: an open disc.
    Ring,
    /// A last day.
    Diamond,
    /// A day of revision: an open diamond.
    OpenDiamond,
    /// A decision: a disc in a ring, like a seal.
    Seal,
    /// A step of a process: an arrowhead to the right.
    Chevron,
    /// A report: a sheet.
    Square,
    /// A follow-up: an open sheet.
    OpenSquare,
    /// The filling of an office.
    Plus,
    /// A statutory date.
    Triangle,
    /// Any activity.
    Hexagon,
    /// A general election.
    Star,
    /// The first day of a term: half a disc, rising.
    HalfDisc,
}

impl Shape {
    /// The shape of a kind.
    #[must_use]
    pub fn of(kind: EntryKind) -> Self {
        match kind {
            EntryKind::Meeting => Self::Disc,
            EntryKind::Preparation => Self::Ring,
            EntryKind::Deadline => Self::Diamond,
            EntryKind::Revision => Self::OpenDiamond,
            EntryKind::Decision => Self::Seal,
            EntryKind::Step => Self::Chevron,
            EntryKind::Report => Self::Square,
            EntryKind::FollowUp => Self::OpenSquare,
            EntryKind::OfficeElection => Self::Plus,
            EntryKind::Duty => Self::Triangle,
            EntryKind::Election => Self::Star,
            EntryKind::TermStart => Self::HalfDisc,
            EntryKind::Activity
            | EntryKind::Background
            | EntryKind::Office
            | EntryKind::Document
            | EntryKind::Assignment
            | EntryKind::Goal
            | EntryKind::Post => Self::Hexagon,
        }
    }

    /// True for shapes drawn as a line around paper.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Ring | Self::OpenDiamond | Self::OpenSquare)
    }

    /// True for shapes with room for a number in their middle.
    #[must_use]
    pub(crate) fn is_roomy(self) -> bool {
        matches!(
            self,
            Self::Disc | Self::Ring | Self::Square | Self::OpenSquare | Self::Hexagon
        )
    }

    /// Radius relative to that of a meeting.
    #[must_use]
    pub(crate) fn size(self) -> f64 {
        match self {
            Self::Disc | Self::Seal => 1.0,
            Self::Star => 1.2,
            Self::HalfDisc => 1.1,
            Self::Triangle => 1.05,
            Self::Diamond | Self::OpenDiamond => 0.72,
            _ => 0.9,
        }
    }

    /// Its outline around a centre, nowhere further out than `radius`.
    #[must_use]
    pub fn outline(self, centre: Point, radius: f64) -> Path {
        let at = |angle: f64, part: f64| {
            let (sin, cos) = sin_cos(angle);
            Point::new(
                centre.x + radius * part * sin,
                centre.y - radius * part * cos,
            )
        };
        let regular = |corners: u32, first: f64| {
            let step = 360.0 / f64::from(corners);
            Path::polygon((0..corners).map(|corner| at(first + step * f64::from(corner), 1.0)))
        };
        match self {
            Self::Disc => Path::circle(centre, radius),
            Self::Ring => Path::circle(centre, radius * 0.86),
            Self::Seal => Path::circle(centre, radius * 0.62),
            Self::Diamond => regular(4, 0.0),
            Self::OpenDiamond => Path::polygon([0.0, 90.0, 180.0, 270.0].map(|a| at(a, 0.88))),
            Self::Square => regular(4, 45.0),
            Self::OpenSquare => Path::polygon([45.0, 135.0, 225.0, 315.0].map(|a| at(a, 0.88))),
            Self::Triangle => regular(3, 0.0),
            Self::Hexagon => regular(6, 0.0),
            Self::Chevron => Path::polygon([
                at(90.0, 1.0),
                at(220.0, 1.0),
                at(270.0, 0.45),
                at(320.0, 1.0),
            ]),
            Self::Star => Path::polygon((0..10u8).map(|corner| {
                at(
                    f64::from(corner) * 36.0,
                    if corner % 2 == 0 { 1.0 } else { 0.46 },
                )
            })),
            Self::Plus => plus(centre, radius),
            Self::HalfDisc => {
                let lower = Point::new(centre.x, centre.y + radius * 0.4);
                Path::half_circle(lower, radius * 0.9)
            }
        }
    }
}

fn plus(centre: Point, radius: f64) -> Path {
    let (arm, half) = (radius * 0.94, radius * 0.33);
    let corners = [
        (-half, -arm),
        (half, -arm),
        (half, -half),
        (arm, -half),
        (arm, half),
        (half, half),
        (half, arm),
        (-half, arm),
        (-half, half),
        (-arm, half),
        (-arm, -half),
        (-half, -half),
    ];
    Path::polygon(corners.map(|(x, y)| Point::new(centre.x + x, centre.y + y)))
}
