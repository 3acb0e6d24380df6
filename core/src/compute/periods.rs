//! The periods that a document or post covers.

use crate::document::Coverage;
use crate::plan::{Course, Plan};
use crate::time::{DateRange, MAX_YEAR, TermKind, add_days, date};
use chrono::Datelike;

/// One period that a course covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoursePeriod {
    /// Name in ids: `2027`, `2027-2028`.
    pub key: String,
    /// Name for people: `2027`, `2027–2028`.
    pub label: String,
    /// First covered year: steps are counted from it.
    pub first_year: i32,
    /// The covered days.
    pub range: DateRange,
    /// Number of the cycle and first and last year of its mandate period.
    pub cycle: Option<(u8, (i32, i32))>,
}

impl CoursePeriod {
    fn new(range: DateRange, cycle: Option<(u8, (i32, i32))>) -> Self {
        let (first, last) = (range.start.year(), add_days(range.end, -1).year());
        let (key, label) = if first == last {
            (first.to_string(), first.to_string())
        } else {
            (format!("{first}-{last}"), format!("{first}–{last}"))
        };
        Self {
            key,
            label,
            first_year: first,
            range,
            cycle,
        }
    }
}

/// Periods whose first year lies in `from..=to`, and for periods longer than
/// that, those that touch it.
pub(crate) fn course_periods(
    plan: &Plan,
    course: &Course,
    from: i32,
    to: i32,
) -> Vec<CoursePeriod> {
    let earliest = course.from_year();
    let mut periods = all_periods(plan, course, from, to);
    periods.retain(|period| {
        course
            .until_year()
            .is_none_or(|last| period.first_year <= last)
    });
    periods.retain(|period| match course.coverage() {
        Coverage::Rolling { .. } => period.first_year >= earliest,
        Coverage::Period(_) => true,
        _ => add_days(period.range.end, -1).year() >= earliest,
    });
    periods
}

fn all_periods(plan: &Plan, course: &Course, from: i32, to: i32) -> Vec<CoursePeriod> {
    match course.coverage() {
        Coverage::CalendarYear => (from..=to)
            .filter_map(DateRange::year)
            .map(|range| CoursePeriod::new(range, None))
            .collect(),
        Coverage::Rolling { years } => (from - i32::from(*years)..=to)
            .filter_map(|year| DateRange::years(year, year + i32::from(*years) - 1))
            .map(|range| CoursePeriod::new(range, None))
            .collect(),
        Coverage::EveryYears {
            years,
            from: anchor,
        } => {
            let length = i32::from(*years).max(1);
            let first = anchor + (from - anchor).div_euclid(length) * length;
            (0..)
                .map(|number| first + number * length)
                .take_while(|year| *year <= to)
                .filter_map(|year| DateRange::years(year, year + length - 1))
                .map(|range| CoursePeriod::new(range, None))
                .collect()
        }
        Coverage::MandateCycle { years, term } => mandate_cycles(plan, *years, *term, from, to),
        Coverage::Period(own) => {
            let end = own
                .until
                .map(|until| add_days(until.0, 1))
                .or_else(|| date(MAX_YEAR + 1, 1, 1));
            let mut period = CoursePeriod::new(
                DateRange {
                    start: own.from.0,
                    end: end.unwrap_or(own.from.0),
                },
                None,
            );
            if own.until.is_none() {
                period.key = format!("{}-", period.first_year);
                period.label = format!("{}–", period.first_year);
            }
            vec![period]
        }
        Coverage::Undated => Vec::new(),
    }
}

fn mandate_cycles(plan: &Plan, years: u8, term: TermKind, from: i32, to: i32) -> Vec<CoursePeriod> {
    let mandates = plan.mandates();
    mandates
        .periods(from - i32::from(years), to + 1)
        .into_iter()
        .flat_map(|mandate| {
            mandates
                .cycles(&mandate, years)
                .into_iter()
                .map(move |cycle| {
                    let range = match term {
                        TermKind::Calendar => cycle.range,
                        // The same share of the council's term, which starts some months earlier.
                        TermKind::Council => council_cycle(&mandate, cycle.number, years),
                    };
                    CoursePeriod::new(
                        range,
                        Some((cycle.number, (mandate.first_year, mandate.last_year))),
                    )
                })
        })
        .filter(|period| period.first_year <= to && add_days(period.range.end, -1).year() >= from)
        .collect()
}

fn council_cycle(mandate: &crate::time::MandatePeriod, number: u8, years: u8) -> DateRange {
    let term = mandate.council;
    let at = |cycles: i32| {
        let year = term.start.year() + cycles * i32::from(years);
        date(year, term.start.month(), term.start.day()).unwrap_or(term.start)
    };
    let start = at(i32::from(number) - 1);
    let end = at(i32::from(number)).min(term.end);
    DateRange { start, end }
}
