//! Elections and terms of office of a variant's own.

use crate::document::PlanDocument;
use crate::order::Order;
use crate::time::{
    ElectionRegime, MAX_YEAR, MandateCalendar, MandateRules, Month, MonthDay, Nth, Weekday,
};
use chrono::{Datelike, NaiveDate};

/// The document's own rules; the Swedish ones are written out where it has none.
pub(super) fn rules(document: &mut PlanDocument) -> &mut MandateRules {
    let first = document.first_year;
    document.mandate.get_or_insert_with(|| swedish(first))
}

/// The Swedish rules from the election before a year on.
fn swedish(first_year: i32) -> MandateRules {
    let calendar = MandateCalendar::swedish();
    let mut elections: Vec<ElectionRegime> = (first_year..=MAX_YEAR)
        .filter_map(|year| calendar.election_rule(year))
        .collect();
    elections.dedup();
    MandateRules {
        elections,
        council_starts: MonthDay::OCTOBER_15,
        board_starts: MonthDay::JANUARY_1,
    }
}

/// An election on a day; ordinary elections go on as they would.
pub(super) fn elect(document: &mut PlanDocument, day: NaiveDate) {
    let rules = rules(document);
    let calendar = MandateCalendar::custom(rules);
    let year = day.year();
    let next = (year + 1..=MAX_YEAR)
        .filter_map(|year| Some((year, calendar.election_day(year)?)))
        .next();
    let ordinary = next.and_then(|(year, _)| Some((year, calendar.election_rule(year)?)));
    rules.elections.retain(|regime| {
        regime.from_year < year || ordinary.is_some_and(|(next, _)| regime.from_year > next)
    });
    rules.elections.extend(on(day, next.map(|(next, _)| next)));
    if let Some((from_year, rule)) = ordinary {
        rules.elections.push(ElectionRegime { from_year, ..rule });
    }
    rules.elections.order_by_key(|regime| regime.from_year);
}

/// A rule that gives a day, once.
fn on(day: NaiveDate, next: Option<i32>) -> Option<ElectionRegime> {
    let years = next.map_or(1, |next| next - day.year()).clamp(1, 20);
    Some(ElectionRegime {
        from_year: day.year(),
        every_years: u8::try_from(years).ok()?,
        month: Month::new(u8::try_from(day.month()).ok()?)?,
        nth: Nth::new(i8::try_from((day.day() - 1) / 7 + 1).ok()?)?,
        weekday: Weekday::of(day),
    })
}
