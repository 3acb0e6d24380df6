//! The days that a question is about.

use crate::asked::{Asked, problem};
use planning_wheel::error::{ProblemKind, Problems};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{DateRange, MAX_YEAR, MIN_YEAR, TermKind, add_days};

/// A year of the plan, the mandate period that a year is part of, from one day to another with both
/// included, or else all that the plan is about.
pub(crate) fn days(asked: &Asked<'_>, plan: &Plan) -> Result<DateRange, Problems> {
    if let Some(year) = asked.year("year")? {
        return plan.year_range(year).ok_or_else(|| outside("year", year));
    }
    if let Some(year) = asked.year("mandate")? {
        return mandate(asked, plan, year, TermKind::Calendar);
    }
    if asked.has("from") || asked.has("to") {
        return between(asked);
    }
    let whole = plan.whole_range();
    whole.ok_or_else(|| outside("year", plan.document().first_year))
}

/// From one day to another, both included.
pub(crate) fn between(asked: &Asked<'_>) -> Result<DateRange, Problems> {
    let first = asked.day("from")?.ok_or_else(|| missing("from"))?;
    let last = asked.day("to")?.ok_or_else(|| missing("to"))?;
    let range = DateRange::new(first, add_days(last, 1)).filter(|range| !range.is_empty());
    range.ok_or_else(|| problem("to", ProblemKind::EndsBeforeStart))
}

/// The days of the term that a year is part of.
pub(crate) fn mandate(
    asked: &Asked<'_>,
    plan: &Plan,
    year: i32,
    term: TermKind,
) -> Result<DateRange, Problems> {
    let unknown = || {
        let words = text::no_mandate(year, asked.lang());
        problem("mandate", ProblemKind::Refused(words))
    };
    plan.mandate_range(year, term).ok_or_else(unknown)
}

/// Years from one to another, both included; all when neither is given.
pub(crate) fn years(asked: &Asked<'_>) -> Result<(i32, i32), Problems> {
    let first = asked.year("from")?.unwrap_or(MIN_YEAR);
    let last = asked.year("to")?.unwrap_or(MAX_YEAR);
    if last < first {
        return Err(problem("to", ProblemKind::EndsBeforeStart));
    }
    Ok((first, last))
}

/// A year that must be given.
pub(crate) fn year(asked: &Asked<'_>, name: &str) -> Result<i32, Problems> {
    asked.year(name)?.ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Problems {
    problem(name, ProblemKind::MissingField(name.to_owned()))
}

fn outside(name: &str, year: i32) -> Problems {
    problem(name, ProblemKind::YearOutside(year))
}
