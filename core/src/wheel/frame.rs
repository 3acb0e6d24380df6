//! What stands around the lanes: months, weeks, holidays, breaks and the hand of today.

use super::input::WheelInput;
use super::path::Path;
use super::point::{Point, Sector};
use super::rings;
use super::scale::Scale;
use super::text::{ArcText, half_angle};
use super::words;
use crate::time::{DateRange, IsoWeek, Lang, Month, Weekday, add_days, date};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// A month, as long as its days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MonthSector {
    /// Year.
    pub year: i32,
    /// Month.
    #[serde(serialize_with = "crate::wheel::data::month")]
    pub month: Month,
    /// Its arc.
    pub sector: Sector,
    /// Its piece of the month ring.
    pub path: Path,
    /// The line from the month ring to the centre on which it begins.
    pub spoke: Path,
    /// Its name; none where the arc is too short for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<ArcText>,
    /// True for every second month, to be told from its neighbours.
    pub shaded: bool,
}

/// A day, where each has room for its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DaySector {
    /// The day.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// Its arc.
    pub sector: Sector,
    /// Its piece of the outer ring.
    pub path: Path,
    /// The line on which it begins: to the centre where a week begins, else through the ring.
    pub spoke: Path,
    /// "mån 15".
    pub name: ArcText,
    /// True for a Saturday, a Sunday and a holiday.
    pub free: bool,
    /// True for today.
    pub current: bool,
}

/// An ISO week: a tick on its Monday and its number at its middle.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekTick {
    /// The week.
    #[serde(serialize_with = "crate::wheel::data::week")]
    pub week: IsoWeek,
    /// Tick on Monday; none when that day lies outside the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tick: Option<Path>,
    /// Where the number's middle stands; none when most of the week lies outside the range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Point>,
    /// True for the week of today.
    pub current: bool,
}

/// A holiday.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HolidayTick {
    /// The day.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// "Kristi himmelsfärdsdag, tor 6 maj 2027".
    pub label: String,
    /// Its tick.
    pub path: Path,
}

/// A school break or another time to stay out of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakArc {
    /// "Sportlov, mån 22 feb 2027 – fre 26 feb 2027".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Its line.
    pub path: Path,
}

/// The hand that points at today.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hand {
    /// The day.
    #[serde(serialize_with = "crate::wheel::data::day")]
    pub date: NaiveDate,
    /// "tor 2 sep 2027".
    pub label: String,
    /// Angle in degrees.
    pub angle: f64,
    /// Its line.
    pub path: Path,
    /// Where its knob stands, at the outer end.
    pub knob: Point,
}

/// The days of a wheel whose days have room for their names; none for longer ones.
pub(crate) fn days(scale: &Scale, input: &WheelInput<'_>, centre: f64) -> Vec<DaySector> {
    if !scale.names_days() {
        return Vec::new();
    }
    let (inner, outer) = rings::MONTHS;
    let day = |date: NaiveDate| {
        let next = add_days(date, 1);
        let sector = scale.days(DateRange {
            start: date,
            end: next,
        });
        let weekday = Weekday::of(date);
        let rest = matches!(weekday, Weekday::Saturday | Weekday::Sunday);
        let begins = weekday == Weekday::Monday || scale.range().days() < 8;
        let end = if begins { centre + 12.0 } else { inner };
        DaySector {
            date,
            sector,
            path: Path::ring_sector(inner, outer, sector.start, sector.end),
            spoke: Path::spoke(sector.start, end, outer),
            name: day_name(date, input.lang, sector),
            free: rest || input.holidays.iter().any(|(holiday, _)| *holiday == date),
            current: input.today == Some(date),
        }
    };
    scale.range().iter().map(day).collect()
}

fn day_name(day: NaiveDate, lang: Lang, sector: Sector) -> ArcText {
    let weekday = Weekday::of(day);
    let number = u8::try_from(day.day()).unwrap_or(1);
    let names = [
        format!(
            "{} {}",
            weekday.name(lang),
            lang.day_and_month(number, Month::of(day))
        ),
        format!("{} {number}", weekday.short_name(lang)),
    ];
    let name = names.into_iter().find(|name| fits(name, sector));
    rim_text(name.unwrap_or_else(|| number.to_string()), sector)
}

pub(crate) fn months(scale: &Scale, lang: Lang, centre: f64) -> Vec<MonthSector> {
    let range = scale.range();
    if scale.names_days() {
        return Vec::new();
    }
    let mut months = Vec::new();
    let mut first = date(range.start.year(), range.start.month(), 1).unwrap_or(range.start);
    while first < range.end && months.len() < 60 {
        let next = crate::time::add_months(first, 1, crate::time::EndOfMonth::LastDay);
        let sector = scale.days(DateRange {
            start: first,
            end: next,
        });
        let (inner, outer) = rings::MONTHS;
        months.push(MonthSector {
            year: first.year(),
            month: Month::of(first),
            sector,
            path: Path::ring_sector(inner, outer, sector.start, sector.end),
            spoke: Path::spoke(sector.start, inner, centre + 12.0),
            name: month_name(Month::of(first), lang, sector),
            shaded: months.len() % 2 == 0,
        });
        first = next;
    }
    months
}

fn month_name(month: Month, lang: Lang, sector: Sector) -> Option<ArcText> {
    [month.name(lang), month.short_name(lang)]
        .into_iter()
        .find(|name| fits(name, sector))
        .map(|name| rim_text(name.to_owned(), sector))
}

/// Size of the names on the outer ring, and the radius of their middles.
const RIM: (f64, f64) = (14.5, (rings::MONTHS.0 + rings::MONTHS.1) / 2.0);

fn fits(name: &str, sector: Sector) -> bool {
    half_angle(name, RIM.0, RIM.1) * 2.0 + 1.0 < sector.length()
}

fn rim_text(name: String, sector: Sector) -> ArcText {
    ArcText::new(name, RIM.1, sector.middle(), RIM.0)
}

pub(crate) fn weeks(scale: &Scale, today: Option<NaiveDate>) -> Vec<WeekTick> {
    let range = scale.range();
    let last = add_days(range.end, -1);
    std::iter::successors(Some(IsoWeek::of(range.start)), |week| Some(week.next()))
        .take_while(|week| week.monday() <= last)
        .map(|week| {
            let (monday, thursday) = (week.monday(), week.day(Weekday::Thursday));
            let (inner, outer) = rings::WEEK_TICKS;
            let tick = range.contains(monday);
            // Of a short stretch, every week that has a day in it.
            let number = range.contains(thursday) || scale.names_days();
            // A week that the year cuts has its number in the middle of what is left of it.
            let end = add_days(monday, 7).min(range.end);
            let middle = (scale.start_of(monday) + scale.start_of(end)) / 2.0;
            WeekTick {
                week,
                tick: tick.then(|| Path::spoke(scale.start_of(monday), inner, outer)),
                number: number.then(|| Point::polar(rings::WEEK_NUMBERS, middle)),
                current: today.is_some_and(|day| IsoWeek::of(day) == week),
            }
        })
        .collect()
}

pub(crate) fn holidays(scale: &Scale, input: &WheelInput<'_>) -> Vec<HolidayTick> {
    let (inner, outer) = rings::HOLIDAYS;
    let inside = input
        .holidays
        .iter()
        .filter(|(day, _)| scale.range().contains(*day));
    inside
        .map(|(day, name)| HolidayTick {
            date: *day,
            label: format!("{name}, {}", words::day(*day, input.lang)),
            path: if scale.names_days() {
                let (start, end) = (scale.start_of(*day), scale.start_of(add_days(*day, 1)));
                Path::arc(outer, start, end)
            } else {
                Path::spoke(scale.noon_of(*day), inner, outer)
            },
        })
        .collect()
}

pub(crate) fn breaks(scale: &Scale, input: &WheelInput<'_>) -> Vec<BreakArc> {
    let inside = input
        .breaks
        .iter()
        .filter(|(_, days)| scale.range().overlaps(days));
    inside
        .map(|(name, days)| {
            let sector = scale.days(*days);
            BreakArc {
                label: format!("{name}, {}", words::days(*days, input.lang)),
                sector,
                path: Path::arc(rings::BREAKS, sector.start, sector.end),
            }
        })
        .collect()
}

pub(crate) fn hand(
    scale: &Scale,
    today: Option<NaiveDate>,
    lang: Lang,
    centre: f64,
) -> Option<Hand> {
    let day = today.filter(|day| scale.range().contains(*day))?;
    let angle = scale.noon_of(day);
    Some(Hand {
        date: day,
        label: words::day(day, lang),
        angle,
        path: Path::spoke(angle, centre + 8.0, rings::HAND),
        knob: Point::polar(rings::HAND, angle),
    })
}
