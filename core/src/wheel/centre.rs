//! The middle: the year, and the mandate period as a ring of its years.

use super::input::{MandateInput, WheelInput};
use super::path::Path;
use super::point::{CENTRE, Point, Sector, round};
use super::text::{self, ArcText};
use crate::time::{IsoWeek, Lang, Month, Stretch, add_days};
use chrono::Datelike;
use serde::Serialize;

/// A line of text in the middle.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CentreLine {
    /// The text.
    pub text: String,
    /// Middle of its baseline.
    pub at: Point,
    /// Font size in wheel units.
    pub size: f64,
}

/// One year of the mandate period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MandateArc {
    /// The year.
    pub year: i32,
    /// True for the wheel's year.
    pub current: bool,
    /// "2028, mandatår 2 av 4".
    pub label: String,
    /// Its arc.
    pub sector: Sector,
    /// Its line.
    pub path: Path,
    /// Its number, inside the ring.
    pub name: ArcText,
}

/// The middle of the wheel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Centre {
    /// Radius of the mandate ring.
    pub radius: f64,
    /// Width of the mandate ring's line.
    pub width: f64,
    /// The years of the mandate period, clockwise from the top.
    pub mandate: Vec<MandateArc>,
    /// The year, as large as fits.
    pub year: CentreLine,
    /// "mandatår 1 av 4", "cykel 2027–2028".
    pub lines: Vec<CentreLine>,
}

pub(crate) fn centre(input: &WheelInput<'_>, radius: f64) -> Centre {
    // Sizes are for a radius of 118 and grow half as fast as the ring.
    let grown = 1.0 + (radius / 118.0 - 1.0) * 0.5;
    let texts = match (input.stretch, &input.mandate) {
        (Stretch::Year, Some(mandate)) => lines(mandate, input.lang),
        (Stretch::Year, None) => Vec::new(),
        _ => part_lines(input),
    };
    // The block of year and lines is centred as a whole.
    let top = CENTRE + grown * if texts.is_empty() { 17.0 } else { 5.0 };
    let line = |text, below: f64, size: f64| CentreLine {
        text,
        at: Point::new(CENTRE, top + below * grown),
        size: round(size * grown),
    };
    let year = input.stretch.short_name(input.range, input.lang);
    let room = (radius - 20.0) * 2.0 / grown;
    let most = if year.chars().count() > 4 { 36.0 } else { 50.0 };
    let size = (room / text::width(&year, 1.0)).min(most);
    let below = [25.0, 43.0, 61.0];
    Centre {
        radius: round(radius),
        width: round(7.5 * grown),
        mandate: input
            .mandate
            .as_ref()
            .map_or_else(Vec::new, |mandate| arcs(mandate, input.lang, radius, grown)),
        year: line(year, 0.0, size),
        lines: texts
            .into_iter()
            .zip(below)
            .map(|(text, below)| line(text, below, 13.5))
            .collect(),
    }
}

/// What a part of a year is part of: "2027", "v. 44–48".
fn part_lines(input: &WheelInput<'_>) -> Vec<String> {
    let days = input.range;
    let last = add_days(days.end, -1);
    let (from, to) = (IsoWeek::of(days.start), IsoWeek::of(last));
    let part = if from == to {
        let month = Month::of(last).short_name(input.lang);
        format!("{}–{} {month}", days.start.day(), last.day())
    } else {
        format!("{}–{}", input.lang.week(from), to.week())
    };
    vec![last.year().to_string(), part]
}

fn lines(mandate: &MandateInput, lang: Lang) -> Vec<String> {
    let mut lines = vec![mandate_year(mandate, mandate.year, lang)];
    if let Some((first, last)) = mandate.cycle {
        let word = lang.pick("cykel", "cycle");
        lines.push(if first == last {
            format!("{word} {first}")
        } else {
            format!("{word} {first}–{last}")
        });
    }
    lines
}

fn mandate_year(mandate: &MandateInput, year: i32, lang: Lang) -> String {
    let (word, of) = (lang.pick("mandatår", "mandate year"), lang.pick("av", "of"));
    let number = year.saturating_sub(mandate.first_year).saturating_add(1);
    let years = mandate
        .last_year
        .saturating_sub(mandate.first_year)
        .saturating_add(1);
    format!("{word} {number} {of} {years}")
}

fn arcs(mandate: &MandateInput, lang: Lang, radius: f64, grown: f64) -> Vec<MandateArc> {
    // A period is a handful of years; anything else is not drawn as a ring.
    let count = mandate
        .last_year
        .saturating_sub(mandate.first_year)
        .saturating_add(1);
    if !(1..=12).contains(&count) {
        return Vec::new();
    }
    let part = 360.0 / f64::from(count);
    // Room between the rounded ends of the lines.
    let gap = if count == 1 { 0.0 } else { 3.4 };
    (0..count)
        .map(|index| {
            let year = mandate.first_year + index;
            let from = part * f64::from(index);
            let sector = Sector::new(from + gap, from + part - gap);
            MandateArc {
                year,
                current: year == mandate.year,
                label: format!("{year}, {}", mandate_year(mandate, year, lang)),
                sector,
                path: Path::arc(radius, sector.start, sector.end),
                name: ArcText::new(
                    year.to_string(),
                    radius - 15.0 * grown,
                    sector.middle(),
                    11.0 * grown,
                ),
            }
        })
        .collect()
}
