//! Which entries stand together: one group becomes one mark.

use super::input::{LaneInput, WheelInput};
use crate::calendar::{Entry, EntryKind, Relation};
use crate::time::DateRange;
use chrono::NaiveDate;

/// Days from which on an entry is drawn as an arc rather than as a mark.
const SPAN_DAYS: i64 = 6;

/// Entries that become one mark in a lane; the first gives it its shape and day.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    pub(crate) lane: usize,
    pub(crate) entries: Vec<&'a Entry>,
}

impl<'a> Group<'a> {
    fn of(lane: usize, entry: &'a Entry) -> Self {
        Self {
            lane,
            entries: vec![entry],
        }
    }

    pub(crate) fn main(&self) -> Option<&'a Entry> {
        self.entries.first().copied()
    }

    /// How many entries are of the main one's kind.
    pub(crate) fn count(&self) -> usize {
        let kind = self.main().map(|main| main.kind);
        self.entries
            .iter()
            .filter(|entry| Some(entry.kind) == kind)
            .count()
    }

    fn holds(&self, id: &str) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }
}

/// The input's entries by what they become.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered<'a> {
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) spans: Vec<(usize, &'a Entry)>,
}

/// Sorts entries into lanes, and lets what lands on a meeting join the meeting's group.
pub(crate) fn gather<'a>(input: &WheelInput<'a>, lanes: &[&LaneInput]) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    let entries = sorted(input);
    for entry in entries
        .iter()
        .filter(|entry| !is_span(entry) && is_meeting(entry.kind))
    {
        for lane in lanes_of(entry, lanes) {
            gathered.groups.push(Group::of(lane, entry));
        }
    }
    for entry in entries {
        let own = lanes_of(entry, lanes);
        if is_span(entry) {
            gathered
                .spans
                .extend(own.into_iter().map(|lane| (lane, entry)));
        } else if !is_meeting(entry.kind) {
            gathered.join(entry, &own, input.range);
        }
    }
    gathered
}

impl<'a> Gathered<'a> {
    fn join(&mut self, entry: &'a Entry, own: &[usize], range: DateRange) {
        let meeting = entry.related(Relation::At);
        if own.is_empty() {
            // Nobody's lane, but it still happens at a meeting that is shown.
            let home = |group: &&mut Group<'a>| meeting.is_some_and(|id| group.holds(id));
            if let Some(group) = self.groups.iter_mut().find(home) {
                group.entries.push(entry);
            }
        }
        for lane in own.iter().copied() {
            let home = |group: &&mut Group<'a>| {
                group.lane == lane
                    && (meeting.is_some_and(|id| group.holds(id)) || is_same(group, entry, range))
            };
            match self.groups.iter_mut().find(home) {
                Some(group) => group.entries.push(entry),
                None => self.groups.push(Group::of(lane, entry)),
            }
        }
    }
}

/// Same kind on the same day: one mark with a count.
fn is_same(group: &Group<'_>, entry: &Entry, range: DateRange) -> bool {
    group.main().is_some_and(|main| {
        main.kind == entry.kind && shown_day(main, range) == shown_day(entry, range)
    })
}

/// The day on which an entry's mark stands: its first one inside the range.
pub(crate) fn shown_day(entry: &Entry, range: DateRange) -> NaiveDate {
    entry.start.max(range.start)
}

pub(crate) fn is_meeting(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Meeting | EntryKind::Preparation)
}

fn is_span(entry: &Entry) -> bool {
    entry.kind.is_period() || entry.range().days() > SPAN_DAYS
}

fn sorted<'a>(input: &WheelInput<'a>) -> Vec<&'a Entry> {
    let inside = |entry: &&&Entry| entry.range().overlaps(&input.range);
    let mut entries: Vec<&Entry> = input.entries.iter().filter(inside).copied().collect();
    entries.sort_by(|a, b| (a.start, rank(a.kind), &a.id).cmp(&(b.start, rank(b.kind), &b.id)));
    entries.dedup_by(|a, b| a.id == b.id);
    entries
}

/// Place of a kind in the order of a day.
pub(crate) fn rank(kind: EntryKind) -> usize {
    EntryKind::ALL
        .iter()
        .position(|other| *other == kind)
        .unwrap_or(EntryKind::ALL.len())
}

fn lanes_of(entry: &Entry, lanes: &[&LaneInput]) -> Vec<usize> {
    let belongs = |lane: &LaneInput| match lane.body {
        Some(body) => entry.bodies.contains(&body),
        None => entry.bodies.is_empty(),
    };
    let numbered = lanes.iter().enumerate();
    numbered
        .filter(|(_, lane)| belongs(lane))
        .map(|(index, _)| index)
        .collect()
}
