//! What happens once or twice in the period: marks, the way to them, and a list.

use super::super::chain::{Chain, Emphasis};
use super::super::curve;
use super::super::gather::{Group, rank};
use super::super::mark::Mark;
use super::super::pack::{self, Stacking};
use super::super::path::Path;
use super::super::point::{Point, Sector};
use super::super::scale::Scale;
use super::super::wheel::Lane;
use super::frame::YearSector;
use super::input::{EventInput, MandateWheelInput};
use super::phrase;
use crate::calendar::{Entry, EntryKind};
use crate::order::Order;
use crate::time::Lang;
use chrono::NaiveDate;
use serde::Serialize;

/// The time from the first step to its decision, as an arc that ends at the decision's mark.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lead {
    /// Id of the mark's entry.
    pub id: String,
    /// Its arc.
    pub sector: Sector,
    /// Its line.
    pub path: Path,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// A decision by those who step down for those who come: an arrow to the day on which they do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Handover {
    /// Id of the mark's entry.
    pub id: String,
    /// Its line; none where the mark stands too near that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Path>,
    /// Its head.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub head: Option<Path>,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// A row of the list of events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Notice {
    /// Id of the entry.
    pub id: String,
    /// What it is.
    #[serde(serialize_with = "crate::wheel::data::kind")]
    pub kind: EntryKind,
    /// Its day.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// Place of its year in [`super::MandateWheel::years`].
    pub year: usize,
    /// "31 okt".
    pub day: String,
    /// What happens.
    pub title: String,
    /// Where it happens, which law asks for it, or who decides it for whom.
    pub note: String,
    /// Place of its level in [`super::MandateWheel::levels`].
    pub level: usize,
    /// True for a decision by those who step down.
    pub outgoing: bool,
    /// How it stands to the chosen entry.
    pub emphasis: Emphasis,
}

/// Everything in the ring of events.
#[derive(Default)]
pub(crate) struct Events {
    pub(crate) marks: Vec<Mark>,
    pub(crate) leads: Vec<Lead>,
    pub(crate) handovers: Vec<Handover>,
    pub(crate) notices: Vec<Notice>,
}

impl Events {
    pub(crate) fn new(
        input: &MandateWheelInput<'_>,
        lane: &Lane,
        scale: &Scale,
        years: &[YearSector],
        chain: &Chain<'_>,
    ) -> Self {
        let events = sorted(input);
        let packed = pack::pack(groups(&events, lane), lane, scale, Stacking::in_three(lane));
        let mut all = Self::default();
        for mut mark in packed
            .iter()
            .filter_map(|packed| packed.mark(chain, input.lang))
        {
            let of_mark = |event: &&&EventInput<'_>| mark.ids().any(|id| id == event.entry.id);
            let own: Vec<&EventInput<'_>> = events.iter().filter(of_mark).copied().collect();
            all.leads.extend(lead(&mark, &own, scale));
            for event in own.iter().filter(|event| event.outgoing.is_some()) {
                tell_outgoing(&mut mark, &event.entry.id, input.lang);
            }
            let main = own.iter().find(|event| event.entry.id == mark.id);
            let day = main.and_then(|main| main.outgoing);
            all.handovers
                .extend(day.map(|day| handover(&mark, day, scale)));
            mark.level = own
                .first()
                .map_or(mark.level, |event| level(event.entry, input));
            all.marks.push(mark);
        }
        let notice = |event: &&EventInput<'_>| notice(event, input, years, chain);
        all.notices = events.iter().map(notice).collect();
        all
    }
}

/// Says of one entry of a mark that those who step down decide it.
fn tell_outgoing(mark: &mut Mark, id: &str, lang: Lang) {
    let merged = mark.merged.iter_mut().find(|item| item.id == id);
    let label = match merged {
        Some(item) => &mut item.label,
        None => &mut mark.label,
    };
    label.push_str(", ");
    label.push_str(phrase::outgoing(lang));
}

/// Events of the turn by day, each once.
fn sorted<'a, 'b>(input: &'b MandateWheelInput<'a>) -> Vec<&'b EventInput<'a>> {
    let inside = |event: &&EventInput<'_>| event.entry.range().overlaps(&input.range);
    let mut events: Vec<&EventInput<'a>> = input.events.iter().filter(inside).collect();
    events.order_by(|a, b| key(a.entry).cmp(&key(b.entry)));
    events.dedup_by(|a, b| a.entry.id == b.entry.id);
    events
}

fn key(entry: &Entry) -> (NaiveDate, usize, &str) {
    (entry.start, rank(entry.kind), &entry.id)
}

/// Events of one kind and day are one mark; steps come with their decision.
fn groups<'a>(events: &[&EventInput<'a>], lane: &Lane) -> Vec<Group<'a>> {
    let mut groups: Vec<(Option<NaiveDate>, Group<'a>)> = Vec::new();
    for event in events {
        let same = |(outgoing, group): &&mut (Option<NaiveDate>, Group<'a>)| {
            let main = group.main();
            *outgoing == event.outgoing
                && main.is_some_and(|main| {
                    (main.kind, main.start) == (event.entry.kind, event.entry.start)
                })
        };
        let at = match groups.iter_mut().find(same) {
            Some((_, group)) => group,
            None => {
                groups.push((
                    event.outgoing,
                    Group {
                        lane: lane.index,
                        entries: Vec::new(),
                    },
                ));
                let Some((_, group)) = groups.last_mut() else {
                    continue;
                };
                group
            }
        };
        at.entries.push(event.entry);
        at.entries.extend(event.steps.iter().copied());
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn level(entry: &Entry, input: &MandateWheelInput<'_>) -> usize {
    entry
        .level
        .map_or(input.levels.len(), |level| level.index())
}

fn lead(mark: &Mark, own: &[&EventInput<'_>], scale: &Scale) -> Option<Lead> {
    let steps = own.iter().flat_map(|event| &event.steps);
    let first = steps
        .map(|step| step.start)
        .min()
        .filter(|first| *first < mark.date)?;
    let sector = Sector::new(scale.noon_of(first), mark.angle);
    Some(Lead {
        id: mark.id.clone(),
        sector,
        path: Path::arc(mark.centre.radius(), sector.start, sector.end),
        emphasis: mark.emphasis,
    })
}

/// Wheel units that the head of an arrow takes, and the least that its line has.
const HEAD: f64 = 7.0;
const LINE: f64 = 3.0;

fn handover(mark: &Mark, day: NaiveDate, scale: &Scale) -> Handover {
    let radius = mark.centre.radius();
    let degrees = |units: f64| (units / radius.max(1.0)).to_degrees();
    let from = mark.angle + degrees(mark.ring.unwrap_or(mark.radius) + 1.5);
    let (base, tip) = (scale.start_of(day) - degrees(HEAD), scale.start_of(day));
    let fits = base - from >= degrees(LINE);
    Handover {
        id: mark.id.clone(),
        path: fits.then(|| Path::arc(radius, from, base)),
        head: fits.then(|| curve::head(Point::polar(radius, base), Point::polar(radius, tip))),
        emphasis: mark.emphasis,
    }
}

fn notice(
    event: &EventInput<'_>,
    input: &MandateWheelInput<'_>,
    years: &[YearSector],
    chain: &Chain<'_>,
) -> Notice {
    let entry = event.entry;
    let date = entry.start.max(input.range.start);
    let outgoing = event.outgoing.is_some();
    Notice {
        id: entry.id.clone(),
        kind: entry.kind,
        date: entry.start,
        year: years
            .iter()
            .position(|year| year.range.contains(date))
            .unwrap_or_default(),
        day: phrase::day(date, input.lang),
        title: entry.title.get(input.lang).to_owned(),
        note: if outgoing {
            phrase::outgoing(input.lang).to_owned()
        } else {
            event.note.clone()
        },
        level: level(entry, input),
        outgoing,
        emphasis: chain.of(std::iter::once(entry.id.as_str())),
    }
}
