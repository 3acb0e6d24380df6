//! Which entries stand together: one group becomes one mark.

use super::input::{LaneInput, WheelInput};
use crate::calendar::{Entry, EntryKind, Relation};
use crate::map::Map;
use crate::order::Order;
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
}

/// The input's entries by what they become.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered<'a> {
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) spans: Vec<(usize, &'a Entry)>,
    /// Places of groups by lane and the id of any of their entries.
    by_id: Map<(&'a str, usize), usize>,
    /// Places of groups by lane, day and kind of their first entry.
    by_day: Map<(usize, NaiveDate, EntryKind), usize>,
}

/// Sorts entries into lanes, and lets what lands on a meeting join the meeting's group.
pub(crate) fn gather<'a>(input: &WheelInput<'a>, lanes: &[&LaneInput]) -> Gathered<'a> {
    let mut gathered = Gathered::default();
    let (spans, days): (Vec<&Entry>, Vec<&Entry>) = sorted(input).into_iter().partition(is_span);
    let (meetings, others): (Vec<&Entry>, Vec<&Entry>) =
        days.into_iter().partition(|entry| is_meeting(entry.kind));
    for entry in spans {
        let own = lanes_of(entry, lanes).into_iter();
        gathered.spans.extend(own.map(|lane| (lane, entry)));
    }
    for entry in meetings {
        for lane in lanes_of(entry, lanes) {
            gathered.begin(lane, entry, input.range);
        }
    }
    for entry in others {
        gathered.join(entry, &lanes_of(entry, lanes), input.range);
    }
    gathered
}

impl<'a> Gathered<'a> {
    fn begin(&mut self, lane: usize, entry: &'a Entry, range: DateRange) {
        let place = self.groups.len();
        self.groups.push(Group {
            lane,
            entries: vec![entry],
        });
        self.by_id.insert((&entry.id, lane), place);
        let day = (lane, shown_day(entry, range), entry.kind);
        if !is_meeting(entry.kind) {
            self.by_day.insert(day, place);
        }
    }

    fn join(&mut self, entry: &'a Entry, own: &[usize], range: DateRange) {
        let meeting = entry.related(Relation::At);
        if let (true, Some(id)) = (own.is_empty(), meeting) {
            // Nobody's lane, but it still happens at a meeting that is shown.
            let home = self.by_id.first_from(&(id, 0));
            let home = home.filter(|((own, _), _)| *own == id);
            if let Some(group) = home.and_then(|(_, place)| self.groups.get_mut(*place)) {
                group.entries.push(entry);
            }
        }
        for lane in own.iter().copied() {
            let landed = meeting.and_then(|id| self.by_id.get(&(id, lane)));
            // Same kind on the same day: one mark with a count.
            let same = || {
                self.by_day
                    .get(&(lane, shown_day(entry, range), entry.kind))
            };
            let place = landed.or_else(same).copied();
            match place.and_then(|place| Some((place, self.groups.get_mut(place)?))) {
                Some((place, group)) => {
                    group.entries.push(entry);
                    self.by_id.insert((&entry.id, lane), place);
                }
                None => self.begin(lane, entry, range),
            }
        }
    }
}

/// The day on which an entry's mark stands: its first one inside the range.
pub(crate) fn shown_day(entry: &Entry, range: DateRange) -> NaiveDate {
    entry.start.max(range.start)
}

pub(crate) fn is_meeting(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Meeting | EntryKind::Preparation)
}

fn is_span(entry: &&Entry) -> bool {
    entry.kind.is_period() || entry.range().days() > SPAN_DAYS
}

fn sorted<'a>(input: &WheelInput<'a>) -> Vec<&'a Entry> {
    let inside = |entry: &&&Entry| entry.range().overlaps(&input.range);
    let mut entries: Vec<&Entry> = input.entries.iter().filter(inside).copied().collect();
    entries.order_by(|a, b| (a.start, rank(a.kind), &a.id).cmp(&(b.start, rank(b.kind), &b.id)));
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
