//! Two wheels of the same mandate period, with what has moved between them joined.

use super::super::joined::{Joint, Joints};
use super::super::path::Path;
use super::super::point::Sector;
use super::super::wheel::Lane;
use super::band::Band;
use super::cell::MeetingCell;
use super::wheel::MandateWheel;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Joins what is different in the second wheel: events on other days, periods that begin or end
/// otherwise, and months with more or fewer meetings. Lanes are the same when their names are. Wheels
/// of other days have nothing to join.
///
/// # Example
/// ```
/// use planning_wheel::time::{Lang, MandateCalendar, TermKind};
/// use planning_wheel::wheel::{MandateWheel, MandateWheelInput, joined_periods};
/// let period = MandateCalendar::swedish().period_containing_year(2028).unwrap();
/// let wheel = MandateWheel::new(&MandateWheelInput::new(period.term(TermKind::Calendar), Lang::Sv));
/// assert!(joined_periods(&wheel, &wheel).is_empty());
/// ```
#[must_use]
pub fn joined_periods(before: &MandateWheel, after: &MandateWheel) -> Vec<Joint> {
    if before.scale.range() != after.scale.range() {
        return Vec::new();
    }
    let mut joints = Joints::default();
    months(&mut joints, before, after);
    periods(&mut joints, before, after);
    let events = ([&before.events], [&after.events]);
    joints.of_marks((&before.marks, &events.0), (&after.marks, &events.1));
    let lanes = after.rows.iter().chain(&after.lanes).chain([&after.events]);
    joints.finish(&lanes.collect::<Vec<_>>())
}

/// Something of one wheel or of both: as it was, and as it is.
struct Pair<'a, T> {
    was: Option<&'a T>,
    is: Option<&'a T>,
}

/// Brings together what has one key in both wheels, in the order of the keys.
fn paired<'a, K: Ord, T>(
    old: impl IntoIterator<Item = (K, &'a T)>,
    new: impl IntoIterator<Item = (K, &'a T)>,
) -> BTreeMap<K, Pair<'a, T>> {
    let mut pairs: BTreeMap<K, Pair<'a, T>> = BTreeMap::new();
    let none = || Pair {
        was: None,
        is: None,
    };
    for (key, one) in old {
        pairs.entry(key).or_insert_with(none).was = Some(one);
    }
    for (key, one) in new {
        pairs.entry(key).or_insert_with(none).is = Some(one);
    }
    pairs
}

/// A joint on a lane of the second wheel: a dashed outline for what has become less, a whole one
/// for what is more.
fn outlined(
    id: &str,
    lane: &Lane,
    labels: (Option<&str>, Option<&str>),
    sector: Sector,
    is_more: bool,
) -> Joint {
    let outline = Path::ring_sector(lane.inner, lane.outer, sector.start, sector.end);
    let label = match labels {
        (None, Some(is)) => format!("+ {is}"),
        (was, is) => format!("{} → {}", was.unwrap_or("–"), is.unwrap_or("–")),
    };
    let (was, new) = match is_more {
        true => (None, Some(outline)),
        false => (Some(outline), None),
    };
    Joint {
        id: id.to_owned(),
        lane: lane.index,
        was,
        new,
        way: None,
        label,
    }
}

/// Months whose meetings have become more or fewer, and the ways of those that went from one that
/// lost to one that gained.
fn months(joints: &mut Joints, before: &MandateWheel, after: &MandateWheel) {
    for row in &after.rows {
        let pairs = paired(cells(before, row), cells(after, row));
        for pair in pairs.values().filter(|pair| pair.by() != 0) {
            let label = |cell: &'_ MeetingCell| cell.label.clone();
            let (was, is) = (pair.was.map(label), pair.is.map(label));
            let Some(cell) = pair.is.or(pair.was) else {
                continue;
            };
            let id = cell.items.first().map_or("", |item| &item.id);
            let labels = (was.as_deref(), is.as_deref());
            let outline = outlined(id, row, labels, cell.sector, pair.by() > 0);
            joints.push(outline, None);
        }
        let lost = pairs.values().filter(|pair| pair.by() < 0);
        let gained: Vec<&MeetingCell> = pairs
            .values()
            .filter(|pair| pair.by() > 0)
            .filter_map(|pair| pair.is)
            .collect();
        for cell in lost.filter_map(|pair| pair.was) {
            moved(joints, row, cell, &gained);
        }
    }
}

/// The cells of a row, by month.
fn cells<'a>(
    wheel: &'a MandateWheel,
    row: &Lane,
) -> impl Iterator<Item = (NaiveDate, &'a MeetingCell)> {
    let own = wheel.rows.iter().find(|own| own.label == row.label);
    let own = own.map(|own| own.index);
    let of_row = wheel.cells.iter();
    let of_row = of_row.filter(move |cell| Some(cell.lane) == own);
    of_row.map(|cell| (cell.month, cell))
}

impl Pair<'_, MeetingCell> {
    /// How many more meetings there are.
    fn by(&self) -> isize {
        let count = |cell: Option<&MeetingCell>| cell.map_or(0, |cell| cell.items.len());
        count(self.is).cast_signed() - count(self.was).cast_signed()
    }
}

/// The meetings of a month that are in another one now: one way for all that went there.
fn moved(joints: &mut Joints, row: &Lane, from: &MeetingCell, gained: &[&MeetingCell]) {
    for to in gained {
        let of = |id: &str| to.items.iter().find(|item| item.id == id);
        let went = from
            .items
            .iter()
            .filter_map(|was| Some((was, of(&was.id)?)));
        let went: Vec<_> = went.collect();
        let Some((first, _)) = went.first() else {
            continue;
        };
        let said = went
            .iter()
            .map(|(was, is)| format!("{} → {}", was.label, is.label));
        let joint = Joint {
            id: first.id.clone(),
            lane: row.index,
            was: None,
            new: None,
            way: None,
            label: said.collect::<Vec<_>>().join("; "),
        };
        joints.push(joint, Some((from.sector.middle(), to.sector.middle())));
    }
}

/// Names of the entries of a period, whether it runs on a rail, and which of several such it is.
type Key<'a> = (Vec<&'a str>, bool, usize);

/// Periods that begin or end otherwise, that are new or no more.
fn periods(joints: &mut Joints, before: &MandateWheel, after: &MandateWheel) {
    for lane in &after.lanes {
        for pair in paired(bands(before, lane), bands(after, lane)).values() {
            let same = |(was, is): (&Band, &Band)| was.sector == is.sector;
            let Some(band) = pair.was.or(pair.is) else {
                continue;
            };
            if pair.was.zip(pair.is).is_some_and(same) {
                continue;
            }
            let id = band.items.first().map_or("", |item| &item.id);
            let label = |band: Option<&'_ Band>| band.map(|band| band.label.clone());
            let (was, is) = (label(pair.was), label(pair.is));
            let labels = (was.as_deref(), is.as_deref());
            joints.push(
                outlined(id, lane, labels, band.sector, pair.was.is_none()),
                None,
            );
        }
    }
}

/// The periods of a lane by what they stand for.
fn bands<'a>(wheel: &'a MandateWheel, lane: &Lane) -> Vec<(Key<'a>, &'a Band)> {
    let own = wheel.lanes.iter().find(|own| own.label == lane.label);
    let own = own.map(|own| own.index);
    let mut keyed: Vec<(Key<'a>, &'a Band)> = Vec::new();
    for band in wheel.bands.iter().filter(|band| Some(band.lane) == own) {
        let ids: Vec<&str> = band.items.iter().map(|item| item.id.as_str()).collect();
        let rail = band.rail.is_some();
        let is_like = |(key, _): &&(Key<'_>, &Band)| key.0 == ids && key.1 == rail;
        let number = keyed.iter().filter(is_like).count();
        let key = (ids, rail, number);
        keyed.push((key, band));
    }
    keyed
}
