//! Two wheels of the same days, with what has moved between them joined.

use super::mark::Mark;
use super::path::Path;
use super::point::Point;
use super::wheel::{Lane, Wheel};
use crate::order::Order;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What has become of a mark of one wheel in another, drawn on the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Joint {
    /// Id of the entry.
    pub id: String,
    /// Place of its lane among the second wheel's, from the outside.
    pub lane: usize,
    /// A ring or an outline where it was; nothing for what is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<Path>,
    /// A ring or an outline around what is new; nothing for what was there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Path>,
    /// The way from where it was to where it is; nothing when the two touch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way: Option<Path>,
    /// In words: "NSO, möte, tor 21 okt 2027 → NSO, möte, tor 28 okt 2027".
    pub label: String,
}

/// Units between a mark and the ring around it.
const AROUND: f64 = 4.0;

/// Where ways run beside each other: shares of a lane's width from its middle.
const TRACKS: [f64; 5] = [0.0, 0.2, -0.2, 0.4, -0.4];

/// Joins what stands on other days in the second wheel, lane by lane and by ids; lanes are the same
/// when their names are. What stays where it is, is not among them, nor what has no lane there.
///
/// # Example
/// ```
/// use planning_wheel::time::{DateRange, Lang};
/// use planning_wheel::wheel::{Wheel, WheelInput, joined};
/// let wheel = Wheel::new(&WheelInput::new(DateRange::year(2027).unwrap(), Lang::Sv));
/// assert!(joined(&wheel, &wheel).is_empty());
/// ```
#[must_use]
pub fn joined(before: &Wheel, after: &Wheel) -> Vec<Joint> {
    let (old, new): (Vec<_>, Vec<_>) =
        (before.lanes.iter().collect(), after.lanes.iter().collect());
    let mut joints = Joints::default();
    joints.of_marks((&before.marks, &old), (&after.marks, &new));
    joints.finish(&new)
}

#[derive(Default)]
pub(crate) struct Joints {
    all: Vec<Joint>,
    /// Place of a joint, and the angles between which its way runs.
    ways: Vec<(usize, f64, f64)>,
    /// What lands on one mark moves as one: where it was, and what it stands on.
    drawn: BTreeSet<(usize, Option<String>, Option<String>)>,
}

/// Marks, and the lanes on which they stand.
type Standing<'a> = (&'a [Mark], &'a [&'a Lane]);

impl Joints {
    /// Joins marks that stand on other days.
    pub(crate) fn of_marks(&mut self, before: Standing<'_>, after: Standing<'_>) {
        let (old, new) = (Stands::of(before), Stands::of(after));
        let lanes = after.1.iter().map(|lane| (lane.label.as_str(), *lane));
        let lanes: BTreeMap<&str, &Lane> = lanes.collect();
        for (key, (mark, day)) in &old.all {
            let is = new.by_key.get(key);
            let Some(lane) = lanes.get(key.0) else {
                continue;
            };
            if is.is_none_or(|(_, is)| is != day) {
                self.add(key.1, lane, Some(mark), is.map(|(mark, _)| *mark));
            }
        }
        for (key, (mark, _)) in &new.all {
            if let (false, Some(lane)) = (old.by_key.contains_key(key), lanes.get(key.0)) {
                self.add(key.1, lane, None, Some(mark));
            }
        }
    }

    /// A joint, with a way between two angles where it has one.
    pub(crate) fn push(&mut self, joint: Joint, way: Option<(f64, f64)>) {
        let way = way.map(|(from, to)| (self.all.len(), from, to));
        self.ways.extend(way);
        self.all.push(joint);
    }

    fn add(&mut self, id: &str, lane: &Lane, was: Option<&Mark>, is: Option<&Mark>) {
        let name = |mark: Option<&Mark>| mark.map(|mark| mark.id.clone());
        if self.drawn.insert((lane.index, name(was), name(is))) {
            let way = was.zip(is).and_then(|(old, mark)| along(old, mark, lane));
            self.push(joint(id, lane, was, is), way);
        }
    }

    /// Lays the ways beside each other: those that share a stretch of a lane get tracks of their
    /// own, as far as the tracks go.
    pub(crate) fn finish(self, lanes: &[&Lane]) -> Vec<Joint> {
        let Self { mut all, ways, .. } = self;
        for lane in lanes {
            let own = |place: usize| all.get(place).is_some_and(|one| one.lane == lane.index);
            let mut ways: Vec<_> = ways.iter().filter(|way| own(way.0)).copied().collect();
            ways.order_by(|a, b| a.1.min(a.2).total_cmp(&b.1.min(b.2)));
            let mut ends = [f64::MIN; TRACKS.len()];
            for (place, from, to) in ways {
                let free = ends.iter().position(|end| *end <= from.min(to));
                let soonest = || {
                    let ends = ends.iter().enumerate();
                    ends.min_by(|a, b| a.1.total_cmp(b.1))
                        .map_or(0, |(at, _)| at)
                };
                let track = free.unwrap_or_else(soonest);
                if let Some(end) = ends.get_mut(track) {
                    *end = end.max(from.max(to));
                }
                let aside = TRACKS.get(track).copied().unwrap_or_default() * lane.width;
                if let Some(joint) = all.get_mut(place) {
                    joint.way = Some(Path::arc(lane.radius + aside, from, to));
                }
            }
        }
        all
    }
}

fn joint(id: &str, lane: &Lane, was: Option<&Mark>, is: Option<&Mark>) -> Joint {
    // The mark stood in a wheel whose lanes may have had other radii.
    let stood = |mark: &Mark| Point::polar(lane.radius, mark.angle);
    let label = match (was, is) {
        (Some(old), Some(mark)) => format!("{} → {}", old.label, mark.label),
        (Some(old), None) => format!("{} → –", old.label),
        (None, Some(mark)) => format!("+ {}", mark.label),
        (None, None) => String::new(),
    };
    let around = |mark: &Mark| Path::circle(mark.centre, mark.ring.unwrap_or(mark.radius) + AROUND);
    Joint {
        id: id.to_owned(),
        lane: lane.index,
        was: was.map(|old| Path::circle(stood(old), old.radius)),
        new: is.filter(|_| was.is_none()).map(around),
        way: None,
        label,
    }
}

/// The shorter way along a lane, as the angles at which it leaves one mark and comes to the other.
fn along(old: &Mark, mark: &Mark, lane: &Lane) -> Option<(f64, f64)> {
    let mut turn = mark.angle - old.angle;
    if turn > 180.0 {
        turn -= 360.0;
    } else if turn < -180.0 {
        turn += 360.0;
    }
    let degrees = |length: f64| (length / lane.radius.max(1.0)).to_degrees();
    let (leaves, arrives) = (degrees(old.radius), degrees(mark.radius));
    let way = turn.signum();
    (turn.abs() > leaves + arrives).then(|| {
        let end = old.angle + turn - way * arrives;
        (old.angle + way * leaves, end)
    })
}

/// Name of a lane, and id of an entry on it: a joint meeting stands on several.
type Key<'a> = (&'a str, &'a str);

/// A mark, and the day of an entry that it stands for: those of its neighbours may be others.
type Place<'a> = (&'a Mark, NaiveDate);

/// What stands on a wheel.
struct Stands<'a> {
    /// Everything in drawing order; first what gives a mark its shape, then what landed on it.
    all: Vec<(Key<'a>, Place<'a>)>,
    by_key: BTreeMap<Key<'a>, Place<'a>>,
}

impl<'a> Stands<'a> {
    fn of((marks, lanes): Standing<'a>) -> Self {
        let lane = |mark: &Mark| {
            let mut lanes = lanes.iter();
            let own = lanes.find(|lane| lane.index == mark.lane);
            own.map(|lane| lane.label.as_str())
        };
        let own = marks.iter().filter_map(|mark| {
            let key = (lane(mark)?, mark.id.as_str());
            Some((key, (mark, mark.date)))
        });
        let landed = marks.iter().flat_map(|mark| {
            let items = mark.merged.iter();
            items.filter_map(move |item| Some(((lane(mark)?, item.id.as_str()), (mark, item.date))))
        });
        let all: Vec<_> = own.chain(landed).collect();
        let by_key = all.iter().copied().collect();
        Self { all, by_key }
    }
}
