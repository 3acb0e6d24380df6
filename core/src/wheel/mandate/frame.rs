//! What stands around the lanes: years, months, and the times between election and taking office.

use super::super::path::Path;
use super::super::point::{Point, Sector};
use super::super::rings::{WEEK_NUMBERS, WEEK_TICKS};
use super::super::scale::Scale;
use super::super::text::{ArcText, half_angle};
use super::phrase;
use super::rings::YEARS;
use crate::order::Order;
use crate::time::{DateRange, EndOfMonth, Lang, Month, Stretch, add_days, add_months, date};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// A year of the mandate period, as long as its days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearSector {
    /// Which year of the period, from 1.
    pub number: usize,
    /// Its days.
    #[serde(serialize_with = "crate::wheel::data::range")]
    pub range: DateRange,
    /// "2027 · mandatår 1".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Its piece of the ring of years.
    pub path: Path,
    /// The line from the ring of years to the centre on which it begins.
    pub spoke: Path,
    /// Its name; the year alone where the arc is short, none where it is shorter still.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ArcText>,
    /// True for every second year, to be told from its neighbours.
    pub shaded: bool,
    /// True for the year of today.
    pub current: bool,
}

/// A month: a tick on its first day and its name at its middle.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MonthTick {
    /// Year.
    pub year: i32,
    /// Month.
    #[serde(serialize_with = "crate::wheel::data::month")]
    pub month: Month,
    /// Tick on its first day; none when that day lies outside the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tick: Option<Path>,
    /// "okt", and where its middle stands; none where there is no room for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<(&'static str, Point)>,
    /// True for the month of today.
    pub current: bool,
}

/// The time between an election and the day on which all who were elected have taken office.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shift {
    /// "Mellan val och tillträde, sön 8 sep 2030 – tis 31 dec 2030".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Its piece of the ring of events.
    pub path: Path,
}

/// What is left of a period after its last anniversary belongs to the year before when it is shorter
/// than this, in days: 29 February has no anniversary of its own in most years.
const REST: i64 = 45;

/// The days of each year: a new one begins on each anniversary of the first day.
fn year_ranges(range: DateRange) -> Vec<DateRange> {
    let begins = |number: i32| add_months(range.start, number * 12, EndOfMonth::LastDay);
    let ends = |number: i32| {
        let next = begins(number);
        if (range.end - next).num_days() < REST {
            range.end
        } else {
            next
        }
    };
    let first = DateRange {
        start: range.start,
        end: ends(1),
    };
    let years = (1..40).map(|number| DateRange {
        start: begins(number),
        end: ends(number + 1),
    });
    let inside = |year: &DateRange| (range.end - year.start).num_days() >= REST;
    std::iter::once(first)
        .chain(years.take_while(inside))
        .collect()
}

pub(crate) fn years(
    scale: &Scale,
    lang: Lang,
    today: Option<NaiveDate>,
    centre: f64,
) -> Vec<YearSector> {
    let mut years: Vec<YearSector> = Vec::new();
    for range in year_ranges(scale.range()) {
        let number = years.len() + 1;
        let sector = scale.days(range);
        let (inner, outer) = YEARS;
        let short = Stretch::Year.short_name(range, lang);
        let label = format!("{short} · {}", phrase::mandate_year(number, lang));
        years.push(YearSector {
            number,
            range,
            sector,
            path: Path::ring_sector(inner, outer, sector.start, sector.end),
            spoke: Path::spoke(sector.start, inner, centre),
            name: year_name([label.clone(), short], sector),
            label,
            shaded: number % 2 == 1,
            current: today.is_some_and(|day| range.contains(day)),
        });
    }
    years
}

fn year_name(names: [String; 2], sector: Sector) -> Option<ArcText> {
    const SIZE: f64 = 15.0;
    let radius = (YEARS.0 + YEARS.1) / 2.0;
    names
        .into_iter()
        .find(|name| half_angle(name, SIZE, radius) * 2.0 + 1.5 < sector.length())
        .map(|name| ArcText::new(name, radius, sector.middle(), SIZE))
}

/// Room that a month's name needs along its circle, in wheel units.
const NAME_ROOM: f64 = 30.0;

pub(crate) fn months(scale: &Scale, lang: Lang, today: Option<NaiveDate>) -> Vec<MonthTick> {
    let range = scale.range();
    let first = date(range.start.year(), range.start.month(), 1).unwrap_or(range.start);
    let named = named_months(scale.per_day());
    (0..500)
        .map(|number| month_range(first, number))
        .take_while(|days| days.start < range.end)
        .map(|days| {
            let month = Month::of(days.start);
            let (inner, outer) = WEEK_TICKS;
            let tick = range.contains(days.start);
            // A month that the turn cuts has its name in the middle of what is left of it.
            let sector = scale.days(days);
            let is_named = named.contains(&month.get()) && range.contains(add_days(days.start, 14));
            let at = Point::polar(WEEK_NUMBERS, sector.middle());
            MonthTick {
                year: days.start.year(),
                month,
                tick: tick.then(|| Path::spoke(sector.start, inner, outer)),
                name: is_named.then(|| (month.short_name(lang), at)),
                current: today.is_some_and(|day| days.contains(day)),
            }
        })
        .collect()
}

/// The months whose names have room: all, each quarter's first, or only January.
fn named_months(per_day: f64) -> &'static [u8] {
    let month = (30.0 * per_day).to_radians() * WEEK_NUMBERS;
    if month >= NAME_ROOM {
        &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    } else if month * 3.0 >= NAME_ROOM {
        &[1, 4, 7, 10]
    } else {
        &[1]
    }
}

/// The month some months after another.
pub(crate) fn month_range(first: NaiveDate, number: i32) -> DateRange {
    DateRange {
        start: add_months(first, number, EndOfMonth::LastDay),
        end: add_months(first, number + 1, EndOfMonth::LastDay),
    }
}

/// The shifts that touch the turn, as pieces of the ring between two radii.
pub(crate) fn shifts(
    shifts: &[DateRange],
    scale: &Scale,
    radii: (f64, f64),
    lang: Lang,
) -> Vec<Shift> {
    let mut inside: Vec<DateRange> = shifts.to_vec();
    inside.order();
    inside.dedup();
    inside
        .into_iter()
        .filter(|days| days.overlaps(&scale.range()))
        .map(|days| {
            let sector = scale.days(days);
            Shift {
                label: phrase::shift(days, lang),
                sector,
                path: Path::ring_sector(radii.0, radii.1, sector.start, sector.end),
            }
        })
        .collect()
}
