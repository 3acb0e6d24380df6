//! The middle: which period it is, and the ones before and after.

use super::super::centre::CentreLine;
use super::super::point::{CENTRE, Point, round};
use super::super::text;
use super::input::MandateWheelInput;
use super::phrase;
use serde::Serialize;

/// The middle of the wheel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MandateCentre {
    /// Radius of its disc.
    pub radius: f64,
    /// "2027–2030", as large as fits.
    pub years: CentreLine,
    /// "mandatperiod", "mandatår 2 av 4".
    pub lines: Vec<CentreLine>,
    /// The period before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<PeriodStep>,
    /// The period after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<PeriodStep>,
}

/// A neighbouring period, to step to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PeriodStep {
    /// Its first calendar year.
    pub first_year: i32,
    /// Its last calendar year.
    pub last_year: i32,
    /// "Mandatperioden 2031–2034, nästa".
    pub label: String,
    /// "2031–2034 ›".
    pub line: CentreLine,
}

pub(crate) fn centre(
    input: &MandateWheelInput<'_>,
    radius: f64,
    year: Option<(usize, usize)>,
) -> MandateCentre {
    let lang = input.lang;
    let grown = 1.0 + (radius / 108.0 - 1.0) * 0.6;
    let line = |text: String, x: f64, y: f64, size: f64| CentreLine {
        text,
        at: Point::new(CENTRE + x * grown, CENTRE + y * grown),
        size: round(size * grown),
    };
    let (first, last) = phrase::years_of(input.range);
    let years = phrase::years(first, last);
    let mut lines = vec![line(
        phrase::period(input.term, lang).to_owned(),
        0.0,
        16.0,
        13.5,
    )];
    if let Some((number, of)) = year {
        let now = format!(
            "{} {} {of}",
            phrase::mandate_year(number, lang),
            lang.pick("av", "of")
        );
        lines.push(line(now, 0.0, 34.0, 13.5));
    }
    let below = if lines.len() > 1 { 58.0 } else { 46.0 };
    let step = |years: Option<(i32, i32)>, forward: bool| {
        let (first_year, last_year) = years?;
        let name = phrase::years(first_year, last_year);
        let text = if forward {
            format!("{name} ›")
        } else {
            format!("‹ {name}")
        };
        let aside = if forward { 44.0 } else { -44.0 };
        Some(PeriodStep {
            first_year,
            last_year,
            label: step_label(&name, forward, input),
            line: line(text, aside, below, 11.5),
        })
    };
    let size = (150.0 / text::width(&years, 1.0)).min(46.0);
    MandateCentre {
        radius,
        years: line(years, 0.0, -8.0, size),
        lines,
        previous: step(input.previous, false),
        next: step(input.next, true),
    }
}

fn step_label(name: &str, forward: bool, input: &MandateWheelInput<'_>) -> String {
    let (word, which) = match forward {
        true => input
            .lang
            .pick(("Mandatperioden", "nästa"), ("Mandate period", "next")),
        false => input.lang.pick(
            ("Mandatperioden", "föregående"),
            ("Mandate period", "previous"),
        ),
    };
    format!("{word} {name}, {which}")
}
