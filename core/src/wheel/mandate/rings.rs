//! How the radius is shared: months, years, meetings, periods, events, centre.

use super::super::point::round;
use super::super::rings::{Band, MONTHS};
use crate::order::between;

/// Inner and outer radius of the ring of years: that of the year wheel's months.
pub(crate) const YEARS: (f64, f64) = MONTHS;
/// Outer radius of the outermost row of meetings, or of the lanes when nobody meets.
const CONTENT: f64 = 426.0;
/// Height of all rows of meetings together, and the most that one has.
const ROWS: (f64, f64) = (33.0, 13.0);
const ROW_GAP: f64 = 1.5;
/// Room between meetings, lanes and events.
const BETWEEN: f64 = 8.0;
const WIDEST_LANE: f64 = 32.0;
/// Gap between lanes of a group, and between groups.
const GAPS: (f64, f64) = (1.8, 6.5);
const EVENTS: f64 = 56.0;
const CENTRE_GAP: f64 = 10.0;
const LEAST_CENTRE: f64 = 100.0;
const LARGEST_CENTRE: f64 = 170.0;

/// The bands of everything between the years and the centre.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rings {
    pub(crate) rows: Vec<Band>,
    pub(crate) lanes: Vec<Band>,
    pub(crate) events: Band,
    pub(crate) centre: f64,
}

/// Shares the room between rows of meetings and lanes, given from the outside in by their group and
/// how many times as wide as others they should be.
pub(crate) fn share(rows: usize, lanes: &[(usize, f64)]) -> Rings {
    let height = (ROWS.0 / rows.max(1) as f64).min(ROWS.1);
    let rows = stack(CONTENT, &vec![(height, ROW_GAP); rows]);
    let top = rows.last().map_or(CONTENT, |row| row.inner - BETWEEN);
    let gaps = gaps(lanes);
    let widths = lanes.iter().map(|(_, width)| width).sum::<f64>().max(1.0);
    let room = top - LEAST_CENTRE - CENTRE_GAP - EVENTS - BETWEEN - gaps.iter().sum::<f64>();
    let width = (room / widths).min(WIDEST_LANE);
    let sizes: Vec<(f64, f64)> = lanes
        .iter()
        .zip(gaps)
        .map(|((_, times), gap)| (width * times, gap))
        .collect();
    let lanes = stack(top, &sizes);
    let outer = lanes.last().map_or(top, |lane| lane.inner - BETWEEN);
    let events = Band {
        inner: round(outer - EVENTS),
        outer: round(outer),
    };
    // Few lanes leave a wide middle: it grows, and what is left is air.
    let centre = between(
        events.inner - CENTRE_GAP,
        LEAST_CENTRE - 1.0,
        LARGEST_CENTRE,
    );
    Rings {
        rows,
        lanes,
        events,
        centre: round(centre),
    }
}

/// Room after each lane.
fn gaps(lanes: &[(usize, f64)]) -> Vec<f64> {
    let squeeze = (11.0 / lanes.len().max(1) as f64).min(1.0);
    let after = |index: usize| match (lanes.get(index), lanes.get(index + 1)) {
        (Some(one), Some(next)) if one.0 != next.0 => GAPS.1 * squeeze,
        (_, Some(_)) => GAPS.0 * squeeze,
        _ => 0.0,
    };
    (0..lanes.len()).map(after).collect()
}

/// Bands from a radius inwards, each with its width and the gap after it.
fn stack(top: f64, sizes: &[(f64, f64)]) -> Vec<Band> {
    let mut outer = top;
    sizes
        .iter()
        .map(|(width, gap)| {
            let band = Band {
                inner: round(outer - width),
                outer: round(outer),
            };
            outer -= width + gap;
            band
        })
        .collect()
}
