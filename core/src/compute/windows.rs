//! Spans of a period that must hold a meeting.

use super::engine::Engine;
use crate::document::{DayFinding, LeadTo, Window};
use crate::order::Order;
use crate::plan::{Series, SeriesId};
use crate::time::{DateRange, MissingDay, Month, TermKind, add_days, date};
use chrono::{Datelike, NaiveDate};

impl Engine<'_> {
    /// Spans of a period that must hold a meeting, each with the place of its window in the plan.
    pub(super) fn windows(
        &self,
        series: &Series,
        range: DateRange,
        previous: Option<NaiveDate>,
    ) -> Vec<(DateRange, usize)> {
        let mut spans = Vec::new();
        // Nothing can be asked of a body before its first day and after its last.
        let range = self.exists_in(series, range);
        if range.is_empty() {
            return spans;
        }
        for (index, window) in series.windows().iter().enumerate() {
            if let (Some(lead), Some(other)) = (&window.spec().before_each, window.before_each()) {
                let leads = self.leads(series, lead, other, range, previous);
                spans.extend(leads.into_iter().map(|span| (span, index)));
                continue;
            }
            for year in range.start.year()..=add_days(range.end, -1).year() {
                if !self.holds_in(&window.spec().mandate_years, year) {
                    continue;
                }
                for span in year_spans(window.spec(), year) {
                    let span = match (&window.spec().after, window.after()) {
                        (Some(order), Some(other)) => self.after_first(span, other, order.min_days),
                        _ => Some(span),
                    };
                    if let Some(span) = span.and_then(|span| span.intersection(&range)) {
                        spans.push((span, index));
                    }
                }
            }
        }
        spans
    }

    fn holds_in(&self, mandate_years: &[u8], year: i32) -> bool {
        mandate_years.is_empty()
            || date(year, 1, 1)
                .and_then(|day| self.plan.mandates().mandate_year(day, TermKind::Calendar))
                .is_some_and(|number| mandate_years.contains(&number))
    }

    /// The spans before each meeting of another series that this period must answer for.
    ///
    /// A span belongs to the period in which it ends. One that began in the period before and whose
    /// days in this one are all impossible belongs to that period instead: in January before the
    /// second week there is often no day left. Both periods ask the same question.
    fn leads(
        &self,
        series: &Series,
        lead: &LeadTo,
        other: SeriesId,
        range: DateRange,
        previous: Option<NaiveDate>,
    ) -> Vec<DateRange> {
        // Only a span that ends in the range or runs out of it is asked for.
        let ahead = i64::from(lead.max_days.max(lead.min_days));
        self.schedule
            .of_series(other)
            .held_within(range.widened(0, ahead))
            .map(|meeting| DateRange {
                start: add_days(meeting.date, -i64::from(lead.max_days)),
                end: add_days(meeting.date, 1 - i64::from(lead.min_days)),
            })
            .filter(|span| {
                if range.contains(add_days(span.end, -1)) {
                    span.start >= range.start || self.any_possible(series, range.start, span.end)
                } else {
                    span.overlaps(&range)
                        && span.end > range.end
                        && !self.any_possible(series, range.end, span.end)
                }
            })
            .filter(|span| !previous.is_some_and(|day| span.contains(day)))
            .filter_map(|span| span.intersection(&range))
            .collect()
    }

    /// True when a spread series can meet on some day of `start..end`, other meetings left aside.
    fn any_possible(&self, series: &Series, start: NaiveDate, end: NaiveDate) -> bool {
        let DayFinding::Spread(spread) = &series.spec().days else {
            return false;
        };
        let days = self.exists_in(series, DateRange { start, end });
        days.iter().any(|day| self.allowed(spread, day))
    }

    /// A span from after the first meeting of another series in it.
    fn after_first(&self, span: DateRange, other: SeriesId, min_days: u16) -> Option<DateRange> {
        let others = self.schedule.of_series(other);
        let first = others.held_within(span).next().map(|one| one.date);
        let start = first.map_or(span.start, |day| add_days(day, i64::from(min_days.max(1))));
        (start < span.end).then_some(DateRange {
            start,
            end: span.end,
        })
    }

    /// The span of a window that a day lies in.
    pub(super) fn window_of(&self, window: &Window, day: NaiveDate) -> Option<DateRange> {
        self.holds_in(&window.mandate_years, day.year()).then(|| {
            year_spans(window, day.year())
                .into_iter()
                .find(|span| span.contains(day))
        })?
    }
}

/// The spans of a window in a year: neighbouring months make one span.
fn year_spans(window: &Window, year: i32) -> Vec<DateRange> {
    if let (Some(from), Some(to)) = (window.from, window.to) {
        let start = from.in_year(year, MissingDay::LastOfMonth);
        let end = to
            .in_year(year, MissingDay::LastOfMonth)
            .map(|day| add_days(day, 1));
        return start
            .zip(end)
            .and_then(|(start, end)| DateRange::new(start, end))
            .into_iter()
            .collect();
    }
    let mut spans: Vec<DateRange> = Vec::new();
    let mut months: Vec<Month> = window.months.clone();
    months.order();
    for month in months {
        let number = u32::from(month.get());
        let start = date(year, number, 1);
        let end = if number == 12 {
            date(year + 1, 1, 1)
        } else {
            date(year, number + 1, 1)
        };
        let Some((start, end)) = start.zip(end) else {
            continue;
        };
        match spans.last_mut() {
            Some(last) if last.end == start => last.end = end,
            _ => spans.push(DateRange { start, end }),
        }
    }
    spans
}
