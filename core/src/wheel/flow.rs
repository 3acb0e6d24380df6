//! Lines between marks: tails to meetings, arrows between steps, threads of joint meetings.

use super::chain::{Chain, Emphasis};
use super::curve::{self, End};
use super::mark::Mark;
use super::path::Path;
use super::point::{Point, Sector};
use super::wheel::Lane;
use crate::calendar::{Entry, EntryKind, Relation};
use crate::map::{Map, Set};
use crate::order::Order;
use serde::Serialize;

/// Longest tail in degrees: further away, a line says nothing. Of a short stretch, a tail may be
/// as long as its days.
const LONGEST_TAIL: (f64, f64) = (100.0, 340.0);
/// Days that a tail may have whatever its angle.
const TAIL_DAYS: i64 = 45;

/// A line along a lane from a last day to its meeting, or to the next last day before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tail {
    /// Id of the last day.
    pub id: String,
    /// Place of its lane in [`super::Wheel::lanes`].
    pub lane: usize,
    /// Place of its level in [`super::Wheel::levels`].
    pub level: usize,
    /// Its arc.
    pub sector: Sector,
    /// Its line.
    pub path: Path,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// What an arrow says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ArrowKind {
    /// One step of a process comes after another.
    Step,
    /// A meeting prepares another; there may be many of these, so a view draws them faintly.
    Preparation,
}

/// An arrow from an entry to one that comes after it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Arrow {
    /// Id of the earlier entry.
    pub from: String,
    /// Id of the later entry.
    pub to: String,
    /// What it says.
    pub kind: ArrowKind,
    /// Its line.
    pub path: Path,
    /// Its head, to be filled.
    pub head: Path,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// A thread between the marks of one joint meeting in two lanes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Thread {
    /// Id of the meeting.
    pub id: String,
    /// Its line.
    pub path: Path,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// Finished marks with the entries behind them, found by id.
pub(crate) struct Marked<'a> {
    marks: &'a [Mark],
    lanes: &'a [Lane],
    by_id: Map<&'a str, Vec<usize>>,
    chain: &'a Chain<'a>,
}

impl<'a> Marked<'a> {
    pub(crate) fn new(marks: &'a [Mark], lanes: &'a [Lane], chain: &'a Chain<'a>) -> Self {
        let mut by_id: Map<&str, Vec<usize>> = Map::new();
        for (index, mark) in marks.iter().enumerate() {
            for id in mark.ids() {
                by_id.change(id, |places| places.push(index));
            }
        }
        Self {
            marks,
            lanes,
            by_id,
            chain,
        }
    }

    fn places(&self, id: &str) -> impl Iterator<Item = (usize, &'a Mark)> + '_ {
        let indexes = self.by_id.get(id).into_iter().flatten();
        indexes.filter_map(|index| Some((*index, self.marks.get(*index)?)))
    }

    fn track_radius(&self, mark: &Mark) -> f64 {
        let lane = self.lanes.get(mark.lane).map_or(0.0, |lane| lane.radius);
        if mark.track == 0 {
            lane
        } else {
            mark.centre.radius()
        }
    }

    /// Tails: from each last day towards its meeting, in pieces from mark to mark.
    pub(crate) fn tails(&self, entries: &[&Entry]) -> Vec<Tail> {
        // By meeting mark: the marks that are due before or after it.
        let mut due: Map<usize, Map<usize, Option<&str>>> = Map::new();
        for entry in entries {
            let Some(meeting) = entry.related(Relation::For) else {
                continue;
            };
            for (from, mark) in self.places(&entry.id) {
                let home = self
                    .places(meeting)
                    .find(|(_, other)| other.lane == mark.lane);
                if let Some((to, _)) = home.filter(|(to, _)| *to != from) {
                    due.change(to, |due| {
                        due.change(from, |id| _ = id.get_or_insert(&*entry.id));
                    });
                }
            }
        }
        due.iter()
            .flat_map(|(meeting, due)| self.tails_of(*meeting, due))
            .collect()
    }

    fn tails_of(&self, meeting: usize, due: &Map<usize, Option<&str>>) -> Vec<Tail> {
        let Some(centre) = self.marks.get(meeting) else {
            return Vec::new();
        };
        let mut stops: Vec<(&Mark, Option<&str>)> = vec![(centre, None)];
        let marks = due
            .iter()
            .filter_map(|(index, id)| Some((self.marks.get(*index)?, *id)));
        stops.extend(marks.filter(|(mark, _)| {
            let days = (mark.date - centre.date).num_days().abs();
            let most = if days <= TAIL_DAYS {
                LONGEST_TAIL.1
            } else {
                LONGEST_TAIL.0
            };
            (mark.angle - centre.angle).abs() <= most
        }));
        stops.order_by(|a, b| a.0.angle.total_cmp(&b.0.angle));
        let piece = |pair: &[(&Mark, Option<&str>)]| {
            let &[(from, before), (to, after)] = pair else {
                return None;
            };
            // Towards the meeting the earlier one owns the piece, away from it the later one.
            let id = if from.angle < centre.angle {
                before
            } else {
                after
            };
            Some(Tail {
                id: id.or(before).or(after)?.to_owned(),
                lane: from.lane,
                level: from.level,
                sector: Sector::new(from.angle, to.angle),
                path: curve::along(
                    (self.track_radius(from), from.angle),
                    (self.track_radius(to), to.angle),
                ),
                emphasis: self.chain.between(from.emphasis, to.emphasis),
            })
        };
        stops.windows(2).filter_map(piece).collect()
    }

    /// Arrows: to every entry from those that it comes after, and from preparations in other lanes.
    pub(crate) fn arrows(&self, entries: &[&Entry], least_radius: f64) -> Vec<Arrow> {
        let mut drawn = Set::new();
        let mut arrows = Vec::new();
        for (kind, from, to) in entries.iter().flat_map(|entry| directed(entry)) {
            for (start, one) in self.places(from) {
                let Some((end, other)) = self.nearest(to, one) else {
                    continue;
                };
                let is_tail = kind == ArrowKind::Preparation && one.lane == other.lane;
                if start != end && !is_tail && drawn.insert((start, end)) {
                    arrows.extend(self.arrow(kind, (from, one), (to, other), least_radius));
                }
            }
        }
        arrows
    }

    fn nearest(&self, id: &str, from: &Mark) -> Option<(usize, &'a Mark)> {
        let lanes_away = |mark: &Mark| mark.lane.abs_diff(from.lane);
        self.places(id).min_by_key(|(_, mark)| lanes_away(mark))
    }

    fn arrow(
        &self,
        kind: ArrowKind,
        from: (&str, &Mark),
        to: (&str, &Mark),
        least_radius: f64,
    ) -> Option<Arrow> {
        let end = |mark: &Mark| End {
            centre: mark.centre,
            radius: self.track_radius(mark),
            angle: mark.angle,
            clear: mark.ring.unwrap_or(mark.radius),
        };
        let (first, last) = (
            from.1.angle.min(to.1.angle) - 5.0,
            from.1.angle.max(to.1.angle) + 5.0,
        );
        let others: Vec<(Point, f64)> = self
            .marks
            .iter()
            .filter(|mark| (first..=last).contains(&mark.angle))
            .filter(|mark| mark.centre != from.1.centre && mark.centre != to.1.centre)
            .map(|mark| (mark.centre, mark.ring.unwrap_or(mark.radius) + 2.0))
            .collect();
        let (path, head) = curve::arrow(&end(from.1), &end(to.1), least_radius, &others)?;
        Some(Arrow {
            from: from.0.to_owned(),
            to: to.0.to_owned(),
            kind,
            path,
            head,
            emphasis: self.chain.between(from.1.emphasis, to.1.emphasis),
        })
    }

    /// Threads: between the marks of a meeting that stands in several lanes, from the outside in.
    pub(crate) fn threads(&self) -> Vec<Thread> {
        let joint = self.by_id.iter().filter(|(_, places)| places.len() > 1);
        let threads = joint.flat_map(|(id, _)| {
            let mut marks: Vec<&Mark> = self.places(id).map(|(_, mark)| mark).collect();
            marks.retain(|mark| mark.id == **id && super::gather::is_meeting(mark.kind));
            marks.order_by_key(|mark| mark.lane);
            let thread = |pair: &[&Mark]| match *pair {
                [outer, inner] => Some(Thread {
                    id: (*id).to_owned(),
                    path: Path::line(outer.centre, inner.centre),
                    emphasis: outer.emphasis,
                }),
                _ => None,
            };
            marks.windows(2).filter_map(thread).collect::<Vec<_>>()
        });
        threads.collect()
    }
}

/// An entry's links that are drawn as arrows, from the earlier to the later.
fn directed(entry: &Entry) -> impl Iterator<Item = (ArrowKind, &str, &str)> {
    entry.links.iter().filter_map(|link| match link.relation {
        Relation::After => Some((ArrowKind::Step, link.to.as_str(), entry.id.as_str())),
        Relation::For if entry.kind == EntryKind::Preparation => {
            Some((ArrowKind::Preparation, entry.id.as_str(), link.to.as_str()))
        }
        _ => None,
    })
}
