//! Terms of councils and boards, and the times in which they shift.

use super::super::input::Colour;
use super::super::mark::Item;
use super::super::words;
use super::input::{BandInput, BandLaneInput};
use super::phrase;
use crate::calendar::{EntryKind, EntryStatus};
use crate::time::{DateRange, Lang, MandateCalendar, MandatePeriod, TermKind};
use chrono::Datelike;

/// Shades of one term and the next: quieter than what the plan itself is about.
const SHADES: [u8; 2] = [3, 1];

/// Every period with a day in the turn, whichever term is meant.
fn periods(mandates: &MandateCalendar, turn: DateRange) -> Vec<MandatePeriod> {
    mandates.periods(turn.start.year() - 1, turn.end.year() + 1)
}

/// A lane for councils and one for boards; none for elections that the plan does not know.
pub(crate) fn lanes(
    mandates: &MandateCalendar,
    turn: DateRange,
    place: (usize, usize),
    lang: Lang,
) -> Vec<BandLaneInput> {
    let periods = periods(mandates, turn);
    let lane = |term: TermKind| BandLaneInput {
        label: phrase::assembly(term, lang).to_owned(),
        group: place.0,
        level: place.1,
        colour: Colour::Neutral,
        bands: bands(&periods, term, turn, lang),
        counted: false,
    };
    let lanes = [TermKind::Council, TermKind::Calendar].map(lane);
    lanes
        .into_iter()
        .filter(|lane| !lane.bands.is_empty())
        .collect()
}

fn bands(periods: &[MandatePeriod], term: TermKind, turn: DateRange, lang: Lang) -> Vec<BandInput> {
    let inside = periods
        .iter()
        .filter(|period| period.term(term).overlaps(&turn));
    let numbered = inside.enumerate();
    numbered
        .map(|(number, period)| {
            let range = period.term(term);
            let name = phrase::assembly(term, lang);
            let when = phrase::span(range, turn, lang);
            BandInput {
                range,
                items: vec![item(term, period, lang)],
                texts: vec![format!("{name} {when}"), name.to_owned(), when],
                shade: SHADES.get(number % 2).copied().unwrap_or_default(),
            }
        })
        .collect()
}

/// The entry of the term's first day stands for the term.
fn item(term: TermKind, period: &MandatePeriod, lang: Lang) -> Item {
    let range = period.term(term);
    let kind = match term {
        TermKind::Council => "council",
        TermKind::Calendar => "calendar",
    };
    let (name, days) = (phrase::assembly(term, lang), words::days(range, lang));
    let status = if period.uncertain && term == TermKind::Council {
        EntryStatus::Check
    } else {
        EntryStatus::Proposed
    };
    Item {
        id: format!("term-start/{kind}/{}", range.start.year()),
        kind: EntryKind::TermStart,
        date: range.start,
        status,
        label: format!("{name}, {days}"),
    }
}

/// From each election to the day on which councils and boards have both taken office.
pub(crate) fn shifts(mandates: &MandateCalendar, turn: DateRange) -> Vec<DateRange> {
    let shift = |period: MandatePeriod| DateRange {
        start: period.election,
        end: period.council.start.max(period.calendar.start),
    };
    let all = periods(mandates, turn).into_iter().map(shift);
    all.filter(|days| days.overlaps(&turn)).collect()
}
