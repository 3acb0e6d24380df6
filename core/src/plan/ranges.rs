//! The days that a plan is asked about.

use super::Plan;
use crate::document::{Catalogue, Duty, DutyUse, PlanDocument};
use crate::error::Problems;
use crate::time::{DateRange, MAX_YEAR, MIN_YEAR, TermKind};

impl Plan {
    /// The mandate period that a year is part of, as far as a plan may speak: 1970–2100.
    #[must_use]
    pub fn mandate_range(&self, year: i32, term: TermKind) -> Option<DateRange> {
        let period = self.mandates().period_containing_year(year)?;
        DateRange::years(MIN_YEAR, MAX_YEAR)?.intersection(&period.term(term))
    }

    /// From the plan's first year to the end of the first whole mandate period that it reaches, or
    /// to the plan's last year.
    #[must_use]
    pub fn whole_range(&self) -> Option<DateRange> {
        let first = self.document().first_year;
        let periods = self.mandates().periods(first, MAX_YEAR);
        let reached = periods.iter().find(|period| period.first_year >= first);
        let last = reached.map_or(first, |period| period.last_year);
        let last = self.document().last_year.unwrap_or(last).min(last);
        DateRange::years(first, last.max(first).min(MAX_YEAR))
    }

    /// A plan that uses every duty of a catalogue and has nothing else, so that the dates are those
    /// of any plan.
    ///
    /// # Errors
    /// What is wrong with the catalogue's rules, or a year outside 1970–2100.
    pub fn of_duties(catalogue: &Catalogue, first_year: i32) -> Result<Self, Problems> {
        let mut document = PlanDocument::blank("duties", "");
        document.title = catalogue.title.clone();
        document.first_year = first_year;
        document.duties = catalogue.duties.iter().map(used).collect();
        Self::check(document, catalogue)
    }
}

fn used(duty: &Duty) -> DutyUse {
    DutyUse {
        duty: duty.id.clone(),
        title: None,
        rule: None,
        bodies: Vec::new(),
        responsible: None,
    }
}
