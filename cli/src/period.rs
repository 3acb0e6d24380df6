//! The days that a command is asked about.

use crate::failure::Failure;
use chrono::NaiveDate;
use planning_wheel::error::{Problem, ProblemKind};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{
    DateRange, Lang, MAX_YEAR, MIN_YEAR, MandatePeriod, TermKind, add_days, parse,
};

/// A year, when a plan may speak about it.
pub(crate) fn in_bounds(year: i32, lang: Lang) -> Result<i32, Failure> {
    if (MIN_YEAR..=MAX_YEAR).contains(&year) {
        Ok(year)
    } else {
        Err(said(ProblemKind::YearOutside(year), lang))
    }
}

/// The days of a year.
pub(crate) fn year(year: i32, lang: Lang) -> Result<DateRange, Failure> {
    let outside = || said(ProblemKind::YearOutside(year), lang);
    DateRange::year(in_bounds(year, lang)?).ok_or_else(outside)
}

/// The days of a plan's year: twelve months from the month in which its wheel starts.
pub(crate) fn year_of(plan: &Plan, year: i32, lang: Lang) -> Result<DateRange, Failure> {
    let outside = || said(ProblemKind::YearOutside(year), lang);
    plan.year_range(in_bounds(year, lang)?).ok_or_else(outside)
}

/// A day as written on the command line.
pub(crate) fn day(option: &str, written: &str, lang: Lang) -> Result<NaiveDate, Failure> {
    parse(written).map_err(|error| {
        let kind = ProblemKind::BadValue {
            written: written.to_owned(),
            error: error.into(),
        };
        let words = text::problem(&Problem::new("", kind), lang);
        Failure::Said(format!("{option}: {words}"))
    })
}

/// The days from one to another, both included.
pub(crate) fn between(from: &str, to: &str, lang: Lang) -> Result<DateRange, Failure> {
    let (first, last) = (day("--from", from, lang)?, day("--to", to, lang)?);
    DateRange::new(first, add_days(last, 1))
        .filter(|range| !range.is_empty())
        .ok_or_else(|| backwards(from, to, lang))
}

/// Years from one to another, both included; all when neither is given.
pub(crate) fn years(from: Option<i32>, to: Option<i32>, lang: Lang) -> Result<(i32, i32), Failure> {
    let first = in_bounds(from.unwrap_or(MIN_YEAR), lang)?;
    let last = in_bounds(to.unwrap_or(MAX_YEAR), lang)?;
    if last < first {
        return Err(backwards(&first.to_string(), &last.to_string(), lang));
    }
    Ok((first, last))
}

/// The mandate period that a year is part of, as far as a plan may speak.
pub(crate) fn mandate(plan: &Plan, year: i32, lang: Lang) -> Result<DateRange, Failure> {
    term(plan, year, TermKind::Calendar, lang)
}

/// The days of a term, as far as a plan may speak.
pub(crate) fn term(
    plan: &Plan,
    year: i32,
    term: TermKind,
    lang: Lang,
) -> Result<DateRange, Failure> {
    let range = plan.mandate_range(in_bounds(year, lang)?, term);
    range.ok_or_else(|| unknown_mandate(year, lang))
}

/// The mandate period that a year is part of.
pub(crate) fn mandate_period(plan: &Plan, year: i32, lang: Lang) -> Result<MandatePeriod, Failure> {
    in_bounds(year, lang)?;
    let period = plan.mandates().period_containing_year(year);
    period.ok_or_else(|| unknown_mandate(year, lang))
}

fn unknown_mandate(year: i32, lang: Lang) -> Failure {
    Failure::Said(text::no_mandate(year, lang))
}

/// From the plan's first year to the end of the first whole mandate period that it reaches, or to
/// the plan's last year.
pub(crate) fn whole(plan: &Plan, lang: Lang) -> Result<DateRange, Failure> {
    let first = plan.document().first_year;
    let outside = || said(ProblemKind::YearOutside(first), lang);
    plan.whole_range().ok_or_else(outside)
}

fn backwards(from: &str, to: &str, lang: Lang) -> Failure {
    Failure::Said(match lang {
        Lang::Sv => format!("--to {to} ligger före --from {from}; byt plats på dem"),
        Lang::En => format!("--to {to} is before --from {from}; swap them"),
    })
}

fn said(kind: ProblemKind, lang: Lang) -> Failure {
    Failure::Said(text::problem(&Problem::new("", kind), lang))
}
