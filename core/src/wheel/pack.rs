//! Finds a place for every group of a lane where it touches no other.

use super::chain::Chain;
use super::gather::{Group, is_meeting, shown_day};
use super::mark::{Count, Mark};
use super::path::Path;
use super::point::{Point, Sector, round};
use super::scale::Scale;
use super::shape::Shape;
use super::wheel::Lane;
use super::words;
use crate::calendar::{Entry, EntryKind};
use crate::order::Order;
use crate::time::Lang;

/// Radius of a meeting as part of its lane's width.
const MEETING: f64 = 0.3;
/// Distance of the outer and inner sub-tracks from the middle one, as part of the lane's width.
const OFFSET: f64 = 0.27;
/// Largest radius of a mark in wheel units.
const LARGEST: f64 = 9.5;
/// Radius of the ring of a decision, in radii of its mark.
const RING: f64 = 1.36;
/// How the marks of a lane are sized and stacked.
#[derive(Clone, Copy)]
pub(crate) struct Stacking {
    /// Radius of a meeting.
    pub(crate) radius: f64,
    /// Distance of the outer and inner sub-tracks from the middle one.
    pub(crate) offset: f64,
}

impl Stacking {
    /// Marks as large as their lane lets them be; sub-tracks are for what falls between.
    pub(crate) fn of(lane: &Lane) -> Self {
        Self {
            radius: meeting_radius(lane),
            offset: lane.width * OFFSET,
        }
    }

    /// Smaller marks, so that three stand above each other.
    pub(crate) fn in_three(lane: &Lane) -> Self {
        Self {
            radius: lane.width * 0.135,
            offset: lane.width * 0.35,
        }
    }
}

/// Room that a mark keeps around it.
const AIR: f64 = 0.8;

/// Radius of a meeting's mark in a lane.
pub(crate) fn meeting_radius(lane: &Lane) -> f64 {
    // Narrow lanes give their meetings more of their width, or they could not be seen.
    (lane.width * MEETING)
        .max((lane.width * 0.36).min(7.0))
        .min(LARGEST)
}

/// A place that a group could take.
struct Spot {
    track: i8,
    radius: f64,
    track_radius: f64,
    extent: f64,
    centre: Point,
    sector: Sector,
    /// Whether there is room for the ring of a decision.
    ringed: bool,
}

struct Placed<'a> {
    group: Group<'a>,
    angle: f64,
    spot: Spot,
}

/// Places the groups of one lane: meetings first, then the rest by day.
pub(crate) fn pack<'a>(
    mut groups: Vec<Group<'a>>,
    lane: &Lane,
    scale: &Scale,
    stacking: Stacking,
) -> Vec<PackedMark<'a>> {
    groups.order_by_key(|group| group.main().is_none_or(|main| !is_meeting(main.kind)));
    let mut placed: Vec<Placed<'a>> = Vec::with_capacity(groups.len());
    for group in groups {
        let Some(main) = group.main() else { continue };
        let angle = scale.noon_of(shown_day(main, scale.range()));
        let spot = [0, 1, -1]
            .map(|track| spot(&group, lane, angle, track, stacking))
            .into_iter()
            .find(|spot| placed.iter().all(|other| is_free(spot, &other.spot)));
        match spot {
            Some(spot) => placed.push(Placed { group, angle, spot }),
            None => merge(&mut placed, group, angle),
        }
    }
    placed.order_by(|a, b| {
        a.angle
            .total_cmp(&b.angle)
            .then(a.spot.track.cmp(&b.spot.track))
    });
    placed
        .into_iter()
        .map(|placed| PackedMark {
            lane: (lane.index, lane.level),
            placed,
        })
        .collect()
}

/// A group with its place, ready to become a [`Mark`].
pub(crate) struct PackedMark<'a> {
    lane: (usize, usize),
    placed: Placed<'a>,
}

impl PackedMark<'_> {
    /// The finished mark.
    pub(crate) fn mark(&self, chain: &Chain<'_>, lang: Lang) -> Option<Mark> {
        let Placed { group, angle, spot } = &self.placed;
        let (main, rest) = group.entries.split_first()?;
        let shape = Shape::of(main.kind);
        let radius = round(spot.radius);
        let count = group.count();
        Some(Mark {
            id: main.id.clone(),
            kind: main.kind,
            status: main.status,
            date: main.start,
            label: words::entry(main, lang),
            merged: rest.iter().map(|entry| words::item(entry, lang)).collect(),
            lane: self.lane.0,
            level: self.lane.1,
            track: spot.track,
            shape,
            centre: spot.centre,
            radius,
            angle: *angle,
            sector: spot.sector,
            outline: shape.outline(spot.centre, radius),
            ring: spot.ringed.then(|| round(spot.radius * RING)),
            inner: if count > 1 {
                None
            } else {
                inner(rest, main.kind, spot)
            },
            count: (count > 1).then(|| number(count, shape, spot)),
            emphasis: chain.of(group.entries.iter().map(|entry| entry.id.as_str())),
        })
    }
}

/// Where a mark's number stands: inside where the shape has room for it, else at its shoulder.
fn number(number: usize, shape: Shape, spot: &Spot) -> Count {
    let radius = spot.radius;
    if shape.is_roomy() && radius >= 4.5 {
        let size = round(radius * 1.25);
        return Count {
            number,
            at: spot.centre,
            size,
            inside: true,
        };
    }
    let ring = if spot.ringed { RING } else { 1.0 };
    let aside = radius * ring * 0.8 + 1.5 * ring * ring;
    let at = Point::new(spot.centre.x + aside, spot.centre.y - aside);
    let size = round((radius * 1.2).max(8.0));
    Count {
        number,
        at,
        size,
        inside: false,
    }
}

/// A decision is made there: a mark of its own, or a meeting that one lands on.
fn is_decided(group: &Group<'_>) -> bool {
    let decides = |entry: &&Entry| entry.kind == EntryKind::Decision;
    group.entries.iter().any(decides)
}

/// The shape of what else lands on a mark; a decision mostly shows as the ring already.
fn inner(rest: &[&Entry], main: EntryKind, spot: &Spot) -> Option<Path> {
    let told =
        |entry: &&&Entry| entry.kind != main && !(spot.ringed && entry.kind == EntryKind::Decision);
    let telling = |entry: &&&Entry| match entry.kind {
        EntryKind::OfficeElection => 0,
        EntryKind::Report => 1,
        EntryKind::FollowUp => 2,
        EntryKind::Step => 4,
        _ => 3,
    };
    let entry = rest.iter().filter(told).min_by_key(telling)?;
    let shape = match Shape::of(entry.kind) {
        // A step is the commonest thing to land on a meeting: the quietest sign is for it.
        Shape::Chevron => Shape::Disc,
        other => other,
    };
    let part = if shape == Shape::Disc { 0.34 } else { 0.52 };
    Some(shape.outline(spot.centre, spot.radius * part))
}

fn spot(group: &Group<'_>, lane: &Lane, angle: f64, track: i8, stacking: Stacking) -> Spot {
    let kind = group.main().map_or(EntryKind::Activity, |main| main.kind);
    let shape = Shape::of(kind);
    // A number needs the room of a meeting.
    let size = if group.count() > 1 {
        shape.size().max(0.95)
    } else {
        shape.size()
    };
    let ringed = is_decided(group);
    let ring = if ringed { RING } else { 1.0 };
    let aside = stacking.offset * f64::from(track);
    let room = lane.width / 2.0 - aside.abs();
    let most = if track == 0 { room } else { room - 0.3 };
    let radius = (stacking.radius * size).min(most / ring).max(0.5);
    let track_radius = lane.radius + aside;
    let extent = radius * ring + AIR;
    let half = (extent / track_radius.max(extent)).asin().to_degrees();
    Spot {
        track,
        radius,
        track_radius,
        extent,
        centre: Point::polar(track_radius, angle),
        sector: Sector::around(angle, half),
        ringed,
    }
}

fn is_free(spot: &Spot, other: &Spot) -> bool {
    let apart = (spot.track_radius - other.track_radius).abs();
    if apart >= spot.extent + other.extent {
        return true;
    }
    let clear = spot.centre.distance(other.centre) >= spot.extent + other.extent;
    clear && (spot.track != other.track || !spot.sector.overlaps(other.sector))
}

/// No room: joins the nearest mark, one of its own kind if one is about as near.
fn merge<'a>(placed: &mut [Placed<'a>], group: Group<'a>, angle: f64) {
    let kind = group.main().map(|main| main.kind);
    let distance = |other: &Placed<'a>| {
        let turn = (other.angle - angle).abs();
        let foreign = other.group.main().map(|main| main.kind) != kind;
        turn.min(360.0 - turn) + if foreign { 2.0 } else { 0.0 }
    };
    if let Some(nearest) = placed
        .iter_mut()
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
    {
        nearest.group.entries.extend(group.entries);
    }
}
