//! Periods that the meetings of a series are counted over.

use super::{Plan, Series};
use crate::document::CountPer;
use crate::time::{DateRange, MAX_YEAR, date};

impl Plan {
    /// The periods of a series from one year to another, in order, each with its name in ids.
    pub(crate) fn periods_of(
        &self,
        series: &Series,
        from: i32,
        to: i32,
    ) -> Vec<(String, DateRange)> {
        let (document, spec) = (self.document(), series.spec());
        let first = document
            .first_year
            .max(spec.from_year.unwrap_or(document.first_year));
        let last = document
            .last_year
            .unwrap_or(MAX_YEAR)
            .min(spec.until_year.unwrap_or(MAX_YEAR));
        let (from, to) = (from.max(first), to.min(last));
        match spec.count.per {
            CountPer::Year => (from..=to)
                .filter_map(|year| Some((year.to_string(), DateRange::year(year)?)))
                .collect(),
            CountPer::Term => (from..=to)
                .flat_map(|year| {
                    self.terms().iter().filter_map(move |term| {
                        Some((format!("{year}-{}", term.id()), term.in_year(year)?))
                    })
                })
                .collect(),
            CountPer::MandatePeriod if from <= to => self
                .mandates()
                .periods(from, to)
                .into_iter()
                .map(|period| {
                    let key = format!("{}-{}", period.first_year, period.last_year);
                    let start = date(first, 1, 1)
                        .map_or(period.calendar.start, |day| day.max(period.calendar.start));
                    let end = period.calendar.end;
                    (key, DateRange { start, end })
                })
                .filter(|(_, range)| !range.is_empty())
                .collect(),
            CountPer::MandatePeriod => Vec::new(),
        }
    }
}

/// True when a period has days in a year.
pub(crate) fn touches(period: DateRange, year: i32) -> bool {
    DateRange::year(year).is_some_and(|year| year.overlaps(&period))
}
