//! From a place on the wheel to what stands there, and from an entry to its neighbours.

use super::super::hit::nearest_mark;
use super::super::point::Point;
use super::super::walk::{self, Direction, Stop};
use super::wheel::MandateWheel;
use crate::map::Set;
use crate::order::Order;
use chrono::NaiveDate;

impl MandateWheel {
    /// Id of the entry at a place in wheel units: what lies on top, or nearest within reach.
    ///
    /// The centre of every mark gives the mark's own id.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64) -> Option<&str> {
        self.hit_all(x, y).into_iter().next()
    }

    /// Ids of every entry at a place: a mark's own and what leads to it, then those of a period,
    /// then the meetings of a month.
    #[must_use]
    pub fn hit_all(&self, x: f64, y: f64) -> Vec<&str> {
        let at = Point::new(x, y);
        let (radius, angle) = (at.radius(), at.angle());
        let mut ids: Vec<&str> = Vec::new();
        // A mark's target may reach over its ring's edge, but not into a period.
        let on_events = radius <= self.events.outer;
        if let Some(mark) = nearest_mark(&self.marks, at).filter(|_| on_events) {
            ids.extend(self.marks.get(mark).into_iter().flat_map(|mark| mark.ids()));
        }
        let covers = |radii: (f64, f64)| (radii.0..=radii.1).contains(&radius);
        let bands = self
            .bands
            .iter()
            .filter(|band| covers(band.radii) && band.sector.contains(angle));
        ids.extend(
            bands
                .flat_map(|band| &band.items)
                .map(|item| item.id.as_str()),
        );
        let cells = self
            .cells
            .iter()
            .filter(|cell| covers(cell.radii) && cell.sector.contains(angle));
        ids.extend(
            cells
                .flat_map(|cell| &cell.items)
                .map(|item| item.id.as_str()),
        );
        ids
    }

    /// The day in whose direction a point lies from the centre.
    #[must_use]
    pub fn day_at(&self, at: Point) -> NaiveDate {
        self.scale.day_at(at.angle())
    }

    /// Id of the neighbour of an entry, if there is one that way.
    ///
    /// An entry of several lanes counts to the outermost, but is left on either side.
    #[must_use]
    pub fn neighbour(&self, id: &str, direction: Direction) -> Option<&str> {
        walk::neighbour(&self.stops(), id, direction)
    }

    /// Where the keyboard begins: the first event from today on, or else the first of all.
    #[must_use]
    pub fn first_stop(&self) -> Option<&str> {
        let events = self
            .stops()
            .into_iter()
            .filter(|stop| stop.0 == self.events.index);
        let today = self.hand.as_ref().map(|hand| hand.date);
        walk::first(events.collect(), today).or_else(|| walk::first(self.stops(), today))
    }

    /// Every entry once per lane: lane by lane from the outside, each in order of time. What has a
    /// mark is stepped to at its mark.
    fn stops(&self) -> Vec<Stop<'_>> {
        let mut stops: Vec<Stop<'_>> = Vec::new();
        for mark in &self.marks {
            stops.push((mark.lane, mark.date, 0, &mark.id));
            let merged = mark.merged.iter();
            stops.extend(merged.map(|item| (mark.lane, item.date, 1, item.id.as_str())));
        }
        let mut marked = Set::new();
        marked.extend(stops.iter().map(|stop| stop.3));
        let cells = self.cells.iter().map(|cell| (cell.lane, &cell.items));
        let bands = self.bands.iter().map(|band| (band.lane, &band.items));
        for (lane, items) in cells.chain(bands) {
            let own = items
                .iter()
                .filter(|item| !marked.contains(item.id.as_str()));
            stops.extend(own.map(|item| (lane, item.date, 0, item.id.as_str())));
        }
        stops.order();
        stops.dedup();
        stops
    }
}
