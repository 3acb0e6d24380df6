//! Families as lanes, in so many as the wheel has room for.

use super::super::input::Colour;
use super::family::{Family, Shelf, families, holders, merged};
use super::input::BandLaneInput;
use super::terms;
use crate::calendar::{Calendar, EntryKind};
use crate::order::Order;
use crate::plan::Plan;
use crate::text::kind_plural;
use crate::time::{DateRange, Lang};

/// Lanes that the wheel has room for.
const MOST: usize = 12;
/// Lanes over which periods of their own are spread before they are counted instead.
const SINGLE_LANES: usize = 2;

/// The kinds of lanes from the outside in; the terms stand after the documents.
const ORDER: [EntryKind; 5] = [
    EntryKind::Document,
    EntryKind::Office,
    EntryKind::Post,
    EntryKind::Assignment,
    EntryKind::Goal,
];
/// Place of the terms in that order.
const TERMS: usize = 1;

/// The lanes of a plan's periods.
pub(crate) fn lanes(
    plan: &Plan,
    calendar: &Calendar,
    turn: DateRange,
    lang: Lang,
) -> Vec<BandLaneInput> {
    let families = merged(families(plan, calendar.entries(), lang), lang);
    let shelf = Shelf {
        plan,
        turn,
        holders: holders(&families),
        lang,
    };
    let mut lanes: Vec<BandLaneInput> = Vec::new();
    for (place, kind) in ORDER.into_iter().enumerate() {
        let group = place + usize::from(place >= TERMS);
        if group == TERMS + 1 {
            lanes.extend(terms::lanes(
                plan.mandates(),
                turn,
                (TERMS, plan.levels().len()),
                lang,
            ));
        }
        let own = families.iter().filter(|family| family.kind == kind);
        let (single, rows): (Vec<&Family<'_>>, Vec<&Family<'_>>) =
            own.partition(|family| family.single);
        let mut rows = rows;
        rows.order_by_key(|family| (std::cmp::Reverse(family.reach()), family.level));
        lanes.extend(rows.iter().map(|family| family.lane(group, &shelf)));
        lanes.extend(singles(&single, group, kind, &shelf));
    }
    fewer(lanes, plan.levels().len(), lang)
}

/// Periods of their own share lanes where they do not overlap; too many are counted.
fn singles(
    families: &[&Family<'_>],
    group: usize,
    kind: EntryKind,
    shelf: &Shelf<'_>,
) -> Vec<BandLaneInput> {
    let mut sorted = families.to_vec();
    sorted.order_by_key(|family| family.entries.first().map(|entry| entry.start));
    let mut lanes: Vec<BandLaneInput> = Vec::new();
    for family in sorted {
        let new = family.lane(group, shelf);
        let free = |lane: &&mut BandLaneInput| {
            let apart = |band: &super::BandInput| {
                new.bands.iter().all(|own| !own.range.overlaps(&band.range))
            };
            lane.level == new.level && lane.bands.iter().all(apart)
        };
        match lanes.iter_mut().find(free) {
            Some(lane) => {
                lane.label = kind_plural(kind, shelf.lang).to_owned();
                lane.bands.extend(new.bands);
            }
            None => lanes.push(new),
        }
    }
    if lanes.len() > SINGLE_LANES {
        return counted(lanes, kind, shelf.plan.levels().len(), shelf.lang)
            .into_iter()
            .collect();
    }
    lanes
}

/// One lane that counts what several hold; `none` is the place of no level.
fn counted(
    lanes: Vec<BandLaneInput>,
    kind: EntryKind,
    none: usize,
    lang: Lang,
) -> Option<BandLaneInput> {
    let mut lanes = lanes.into_iter();
    let mut all = lanes.next()?;
    for lane in lanes {
        if lane.level != all.level {
            all.level = none;
            all.colour = Colour::Neutral;
        }
        all.bands.extend(lane.bands);
    }
    all.label = kind_plural(kind, lang).to_owned();
    all.counted = true;
    Some(all)
}

/// As long as there are too many lanes, the last two of the kind with most become one that counts.
fn fewer(mut lanes: Vec<BandLaneInput>, none: usize, lang: Lang) -> Vec<BandLaneInput> {
    while lanes.len() > MOST {
        let size = |group: usize| lanes.iter().filter(|lane| lane.group == group).count();
        let groups = (0..=ORDER.len()).filter(|group| *group != TERMS);
        let Some(group) = groups
            .max_by_key(|group| size(*group))
            .filter(|group| size(*group) > 1)
        else {
            break;
        };
        let kind = ORDER.get(group - usize::from(group > TERMS)).copied();
        let places: Vec<usize> = (0..lanes.len())
            .filter(|at| lanes.get(*at).is_some_and(|lane| lane.group == group))
            .collect();
        let (Some(kind), Some(from)) = (kind, places.get(places.len().saturating_sub(2)).copied())
        else {
            break;
        };
        let last: Vec<BandLaneInput> = lanes.drain(from..from + 2).collect();
        if let Some(one) = counted(last, kind, none, lang) {
            lanes.insert(from, one);
        }
    }
    lanes
}
