//! How the radius is shared: weeks, months, breaks, lanes, centre.

use super::point::round;

/// Radius of the middle of the week numbers.
pub(crate) const WEEK_NUMBERS: f64 = 483.0;
/// Inner and outer radius of the week ticks.
pub(crate) const WEEK_TICKS: (f64, f64) = (465.0, 471.0);
/// Inner and outer radius of the month ring.
pub(crate) const MONTHS: (f64, f64) = (432.0, 461.0);
/// Inner and outer radius of holiday ticks.
pub(crate) const HOLIDAYS: (f64, f64) = (419.0, 428.5);
/// Radius of the break arcs.
pub(crate) const BREAKS: f64 = 423.75;
/// Radius of the arcs of others' calendars, between breaks and lanes.
pub(crate) const BACKGROUNDS: f64 = 416.5;
/// Outer radius of the outermost lane.
pub(crate) const LANES: f64 = 413.0;
/// Radius at which the hand's knob stands.
pub(crate) const HAND: f64 = 471.0;

const WIDEST_LANE: f64 = 42.0;
const LEAST_CENTRE: f64 = 118.0;
const CROWDED_CENTRE: f64 = 102.0;
const LARGEST_CENTRE: f64 = 196.0;
const CENTRE_GAP: f64 = 24.0;

/// Inner and outer radius of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Band {
    pub(crate) inner: f64,
    pub(crate) outer: f64,
}

/// The lanes' bands and the radius of the mandate ring.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rings {
    pub(crate) bands: Vec<Band>,
    pub(crate) centre: f64,
}

/// Shares the room between lanes whose levels are given from the outside in.
pub(crate) fn share(levels: &[usize]) -> Rings {
    let count = levels.len() as f64;
    let centre = if levels.len() > 9 {
        CROWDED_CENTRE
    } else {
        LEAST_CENTRE
    };
    let squeeze = (8.5 / count.max(1.0)).min(1.0);
    let gaps: Vec<f64> = levels
        .windows(2)
        .map(|pair| {
            squeeze
                * if pair.first() == pair.last() {
                    3.5
                } else {
                    10.5
                }
        })
        .collect();
    let room = LANES - centre - CENTRE_GAP - gaps.iter().sum::<f64>();
    let width = (room / count.max(1.0)).min(WIDEST_LANE);
    let mut outer = LANES;
    let mut bands = Vec::with_capacity(levels.len());
    for index in 0..levels.len() {
        bands.push(Band {
            inner: round(outer - width),
            outer: round(outer),
        });
        outer -= width + gaps.get(index).copied().unwrap_or_default();
    }
    let innermost = bands.last().map_or(LANES, |band| band.inner);
    // Few lanes leave a wide middle: the mandate ring grows into it.
    let centre = (innermost - CENTRE_GAP).min(LARGEST_CENTRE).max(centre);
    Rings { bands, centre }
}
