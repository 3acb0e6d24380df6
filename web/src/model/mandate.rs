//! The mandate period of a plan, as far as the filter shows it.

use super::agenda::{self, Row};
use super::filter::Filter;
use super::year::Year;
use chrono::NaiveDate;
use planning_wheel::time::{Lang, Month};
use planning_wheel::wheel::{MandateWheel, MandateWheelInput, Notice};

/// Lays out the mandate period that some days are; empty when the plan knows no such period. The
/// page says the plan's name above it.
pub(crate) fn wheel(
    days: &Year,
    filter: &Filter,
    chosen: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> MandateWheel {
    let mut input = input(days, filter, chosen, today, lang);
    input.title.clear();
    MandateWheel::new(&input)
}

/// What the wheel of a mandate period holds, with the plan's name.
pub(crate) fn input<'a>(
    days: &'a Year,
    filter: &Filter,
    chosen: Option<&'a str>,
    today: NaiveDate,
    lang: Lang,
) -> MandateWheelInput<'a> {
    let (plan, calendar) = (&*days.plan, &days.calendar);
    let Some(period) = plan.mandates().period_containing_year(days.year) else {
        return MandateWheelInput::new(calendar.range(), lang);
    };
    let (found, term) = (&days.findings, days.term);
    let mut input = MandateWheelInput::from_plan(plan, calendar, found, &period, term, lang);
    input.today = Some(today);
    input.selected = chosen;
    input.keep(
        calendar,
        |entry| filter.shows(plan, entry),
        |level| filter.shows_level(level),
    );
    input.found = filter.searches().then(|| {
        let found = input.entries.iter();
        let found = found.filter(|entry| filter.finds(days, entry, lang));
        found.map(|entry| entry.id.as_str()).collect()
    });
    input
}

/// A line of the list of what happens once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Once {
    pub(crate) row: Row,
    /// True for what those who step down decide for those who come.
    pub(crate) outgoing: bool,
}

/// What happens once in the period: the name of each year that has any, and its lines.
pub(crate) fn once(
    days: &Year,
    wheel: &MandateWheel,
    filter: &Filter,
    lang: Lang,
) -> Vec<(String, Vec<Once>)> {
    let line = |notice: &Notice| {
        let entry = days.calendar.get(&notice.id)?;
        if !filter.finds(days, entry, lang) {
            return None;
        }
        let row = Row {
            // Under its year, a day is told by its month.
            weekday: Month::of(entry.start).short_name(lang).to_owned(),
            detail: notice.note.clone(),
            ..agenda::row(days, entry, lang)
        };
        let outgoing = notice.outgoing;
        Some(Once { row, outgoing })
    };
    let years = wheel.years.iter().enumerate().map(|(place, year)| {
        let own = wheel.notices.iter().filter(|notice| notice.year == place);
        (year.label.clone(), own.filter_map(line).collect())
    });
    years
        .filter(|(_, lines): &(String, Vec<Once>)| !lines.is_empty())
        .collect()
}
