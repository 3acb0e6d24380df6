//! The years and mandate periods that a plan can show.

use chrono::{Datelike, NaiveDate};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, MAX_YEAR, MIN_YEAR, Month, Stretch, TermKind};

/// What can be stepped through.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Turns {
    /// First and last year that the plan computes.
    pub(crate) years: (i32, i32),
    /// The month in which the plan's year begins.
    month: Month,
    /// First and last year of each mandate period of those years, in order.
    periods: Vec<(i32, i32)>,
    /// The same of the councils' terms: they begin in the year of the election.
    councils: Vec<(i32, i32)>,
}

/// The first and last year of any plan.
const YEARS: (i32, i32) = (MIN_YEAR, MAX_YEAR);

impl Default for Turns {
    fn default() -> Self {
        Self {
            years: YEARS,
            month: Month::JANUARY,
            periods: Vec::new(),
            councils: Vec::new(),
        }
    }
}

impl Turns {
    /// What a plan can show.
    pub(crate) fn of(plan: &Plan) -> Self {
        let document = plan.document();
        let years = (document.first_year, document.last_year.unwrap_or(YEARS.1));
        let periods = plan.mandates().periods(years.0, years.1);
        let council = |term: DateRange| {
            let last = term.last().unwrap_or(term.start);
            (term.start.year(), last.year())
        };
        Self {
            years,
            month: document.year_starts.unwrap_or(Month::JANUARY),
            councils: periods.iter().map(|one| council(one.council)).collect(),
            periods: periods
                .iter()
                .map(|period| (period.first_year, period.last_year))
                .collect(),
        }
    }

    /// The nearest year that can be shown.
    pub(crate) fn nearest(&self, year: i32) -> i32 {
        year.clamp(self.years.0, self.years.1.max(self.years.0))
    }

    /// The year that a day lies in.
    pub(crate) fn year_of(&self, day: NaiveDate) -> i32 {
        let is_before = Month::of(day) < self.month;
        day.year() - i32::from(is_before)
    }

    /// So many days around one.
    pub(crate) fn around(&self, stretch: Stretch, day: NaiveDate) -> DateRange {
        stretch.around(day, self.month)
    }

    /// First and last year of the mandate period that a year is part of.
    pub(crate) fn period_of(&self, year: i32) -> Option<(i32, i32)> {
        let holds = |period: &&(i32, i32)| (period.0..=period.1).contains(&year);
        self.periods.iter().find(holds).copied()
    }

    /// First and last year of the term of one kind in that period.
    pub(crate) fn term_of(&self, year: i32, term: TermKind) -> Option<(i32, i32)> {
        let here = self.period_of(year)?;
        let place = self.periods.iter().position(|period| *period == here)?;
        match term {
            TermKind::Calendar => Some(here),
            TermKind::Council => self.councils.get(place).copied(),
        }
    }

    /// The year to go to for the period so many steps from that of a year: its first that the plan
    /// computes.
    pub(crate) fn year_of_period(&self, year: i32, steps: i32) -> Option<i32> {
        let here = self.period_of(year)?;
        let place = self.periods.iter().position(|period| *period == here)?;
        let there = i32::try_from(place).ok()?.checked_add(steps)?;
        let there = self.periods.get(usize::try_from(there).ok()?)?;
        Some(self.nearest(there.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_stepped_inside_the_plans_years() {
        let turns = Turns {
            years: (2026, 2034),
            month: Month::new(8).unwrap_or(Month::JANUARY),
            periods: vec![(2023, 2026), (2027, 2030), (2031, 2034)],
            councils: vec![(2022, 2026), (2026, 2030), (2030, 2034)],
        };
        assert_eq!(turns.period_of(2028), Some((2027, 2030)));
        assert_eq!(turns.term_of(2028, TermKind::Council), Some((2026, 2030)));
        assert_eq!(turns.term_of(2028, TermKind::Calendar), Some((2027, 2030)));
        assert_eq!(turns.year_of_period(2028, 1), Some(2031));
        assert_eq!(turns.year_of_period(2028, -1), Some(2026));
        assert_eq!(turns.year_of_period(2026, -1), None);
        assert_eq!(turns.period_of(2035), None);
        let day = planning_wheel::time::date(2027, 7, 31).unwrap_or_default();
        assert_eq!(turns.year_of(day), 2026);
    }
}
