//! From a place on the wheel to what stands there.

use super::mark::Mark;
use super::point::{CENTRE, Point};
use super::rings;
use super::wheel::Wheel;
use crate::time::Stretch;
use chrono::NaiveDate;

/// How far from its line a span can be hit, in wheel units.
const SPAN_REACH: f64 = 4.0;

impl Wheel {
    /// Id of the entry at a place in wheel units: what lies on top, or nearest within reach.
    ///
    /// The centre of every mark gives the mark's own id.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64) -> Option<&str> {
        self.hit_all(x, y).into_iter().next()
    }

    /// Ids of every entry at a place: a mark's own and what landed on it, then periods, then the
    /// entries of a shaded week.
    #[must_use]
    pub fn hit_all(&self, x: f64, y: f64) -> Vec<&str> {
        let at = Point::new(x, y);
        let (radius, angle) = (at.radius(), at.angle());
        let mut ids: Vec<&str> = Vec::new();
        if let Some(mark) = self.mark_at(at) {
            ids.extend(self.marks.get(mark).into_iter().flat_map(|mark| mark.ids()));
        }
        let near = self.spans.iter().filter(|span| {
            (span.radius - radius).abs() <= SPAN_REACH && span.sector.contains(angle)
        });
        for span in near {
            ids.extend(span.items.iter().map(|item| item.id.as_str()));
        }
        let weeks = self.density.iter().filter(|cell| {
            (cell.radii.0..=cell.radii.1).contains(&radius) && cell.sector.contains(angle)
        });
        for cell in weeks {
            ids.extend(cell.ids.iter().map(String::as_str));
        }
        ids
    }

    /// Place in [`Wheel::marks`] of the mark at a point: the one that covers it, or else the nearest
    /// whose target does.
    #[must_use]
    pub fn mark_at(&self, at: Point) -> Option<usize> {
        nearest_mark(&self.marks, at)
    }

    /// Place in [`Wheel::lanes`] of the lane at a point, for dragging along it.
    #[must_use]
    pub fn lane_at(&self, at: Point) -> Option<usize> {
        let radius = at.radius();
        let lane = self
            .lanes
            .iter()
            .find(|lane| lane.inner <= radius && radius <= lane.outer);
        lane.map(|lane| lane.index)
    }

    /// The narrower stretch whose name stands at a point of the rim, and a day of it.
    #[must_use]
    pub fn stretch_at(&self, at: Point) -> Option<(Stretch, NaiveDate)> {
        let radius = at.radius();
        let (months, weeks) = (rings::MONTHS.0, rings::WEEK_TICKS.0);
        let stretch = match self.stretch {
            _ if !(months..=CENTRE).contains(&radius) => return None,
            Stretch::Week => return None,
            Stretch::Year | Stretch::Term if radius < weeks => Stretch::Month,
            _ => Stretch::Week,
        };
        Some((stretch, self.day_at(at)))
    }

    /// The day in whose direction a point lies from the centre.
    #[must_use]
    pub fn day_at(&self, at: Point) -> NaiveDate {
        self.scale.day_at(at.angle())
    }
}

/// Place of the mark that covers a point, or else of the nearest whose target does.
pub(crate) fn nearest_mark(marks: &[Mark], at: Point) -> Option<usize> {
    let reached = marks.iter().enumerate().filter_map(|(index, mark)| {
        let distance = mark.centre.distance(at);
        // A shape that covers the point goes before one that only reaches it.
        let beside = distance > mark.ring.unwrap_or(mark.radius);
        (distance <= mark.reach()).then_some((beside, distance, index))
    });
    reached
        .min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))
        .map(|(_, _, index)| index)
}
