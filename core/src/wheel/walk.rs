//! Keyboard: from an entry to its neighbours in time and across lanes.

use super::wheel::Wheel;
use crate::order::Order;
use chrono::NaiveDate;

/// A way to go from an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The next in time in the same lane.
    Next,
    /// The one before in time in the same lane.
    Previous,
    /// The nearest in time in the next lane outwards that has any.
    Outward,
    /// The nearest in time in the next lane inwards that has any.
    Inward,
    /// The first in the same lane.
    First,
    /// The last in the same lane.
    Last,
}

/// An entry's stop on the way: lane from the outside, day, order within the day, id.
pub(crate) type Stop<'a> = (usize, NaiveDate, u8, &'a str);

impl Wheel {
    /// Id of the neighbour of an entry, if there is one that way.
    ///
    /// An entry of several lanes counts to the outermost, but is left on either side.
    #[must_use]
    pub fn neighbour(&self, id: &str, direction: Direction) -> Option<&str> {
        neighbour(&self.stops(), id, direction)
    }

    /// Where the keyboard begins: the first entry from today on, or else the first of all.
    #[must_use]
    pub fn first_stop(&self) -> Option<&str> {
        first(self.stops(), self.hand.as_ref().map(|hand| hand.date))
    }

    /// Every entry once per lane: lane by lane from the outside, each in order of time.
    fn stops(&self) -> Vec<Stop<'_>> {
        let mut stops: Vec<Stop<'_>> = Vec::new();
        for mark in &self.marks {
            stops.push((mark.lane, mark.date, 0, &mark.id));
            stops.extend(
                mark.merged
                    .iter()
                    .map(|item| (mark.lane, item.date, 1, item.id.as_str())),
            );
        }
        for span in &self.spans {
            stops.extend(
                span.items
                    .iter()
                    .map(|item| (span.lane, item.date, 2, item.id.as_str())),
            );
        }
        for cell in &self.density {
            let ids = cell.ids.iter().map(String::as_str);
            stops.extend(ids.map(|id| (cell.lane, cell.date, 0, id)));
        }
        stops.order();
        stops
    }
}

/// Id of the neighbour of an entry among sorted stops.
pub(crate) fn neighbour<'a>(stops: &[Stop<'a>], id: &str, direction: Direction) -> Option<&'a str> {
    let own = |stop: &&Stop<'_>| stop.3 == id;
    let (lane, date, ..) = *stops.iter().find(own)?;
    let innermost = stops.iter().rev().find(own)?.0;
    let mut same = stops
        .iter()
        .filter(|stop| stop.0 == lane)
        .map(|stop| stop.3);
    match direction {
        Direction::Next => same.skip_while(|other| *other != id).nth(1),
        Direction::Previous => same.take_while(|other| *other != id).last(),
        Direction::First => same.next().filter(|other| *other != id),
        Direction::Last => same.next_back().filter(|other| *other != id),
        Direction::Outward => {
            let lane = stops
                .iter()
                .map(|stop| stop.0)
                .filter(|other| *other < lane)
                .max()?;
            nearest(stops, lane, date)
        }
        Direction::Inward => {
            let inner = |other: &usize| *other > innermost;
            let lane = stops.iter().map(|stop| stop.0).filter(inner).min()?;
            nearest(stops, lane, date)
        }
    }
}

/// The first stop from today on, or else the first of all.
pub(crate) fn first(mut stops: Vec<Stop<'_>>, today: Option<NaiveDate>) -> Option<&str> {
    stops.order_by_key(|stop| (stop.1, stop.2, stop.0));
    let coming = stops
        .iter()
        .find(|stop| stop.2 == 0 && today.is_some_and(|day| stop.1 >= day));
    coming.or(stops.first()).map(|stop| stop.3)
}

/// Marks go before what is merged into them or runs for long.
fn nearest<'a>(stops: &[Stop<'a>], lane: usize, date: NaiveDate) -> Option<&'a str> {
    let away = |stop: &&Stop<'_>| (stop.2, (stop.1 - date).num_days().abs());
    stops
        .iter()
        .filter(|stop| stop.0 == lane)
        .min_by_key(away)
        .map(|stop| stop.3)
}
