//! The mandate period of a plan, as far as the filter shows it.

use super::agenda::{self, Row};
use super::filter::Filter;
use super::year::Year;
use chrono::NaiveDate;
use planning_wheel::time::{Lang, Month, TermKind};
use planning_wheel::wheel::{BandLaneInput, MandateWheel, MandateWheelInput, Notice};

/// Lays out the mandate period that some days are; empty when the plan knows no such period.
pub(crate) fn wheel(
    days: &Year,
    filter: &Filter,
    chosen: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> MandateWheel {
    let (plan, calendar) = (&*days.plan, &days.calendar);
    let Some(period) = plan.mandates().period_containing_year(days.year) else {
        return MandateWheel::new(&MandateWheelInput::new(calendar.range(), lang));
    };
    let (found, term) = (&days.findings, TermKind::Calendar);
    let mut input = MandateWheelInput::from_plan(plan, calendar, found, &period, term, lang);
    input.today = Some(today);
    input.selected = chosen;
    // The page says the plan's name above the wheel.
    input.title.clear();
    input.entries.retain(|entry| filter.shows(plan, entry));
    input
        .meetings
        .retain(|(_, meeting)| filter.shows(plan, meeting));
    input.events.retain(|event| filter.shows(plan, event.entry));
    for lane in &mut input.lanes {
        keep(lane, days, filter);
    }
    input.lanes.retain(|lane| !lane.bands.is_empty());
    MandateWheel::new(&input)
}

/// Keeps what the filter shows of a lane. Terms of councils are everybody's.
fn keep(lane: &mut BandLaneInput, days: &Year, filter: &Filter) {
    if !filter.shows_level(lane.level) {
        lane.bands.clear();
    }
    for band in &mut lane.bands {
        band.items.retain(|item| {
            let entry = days.calendar.get(&item.id);
            entry.is_none_or(|entry| filter.shows(&days.plan, entry))
        });
    }
    lane.bands.retain(|band| !band.items.is_empty());
}

/// A line of the list of what happens once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Once {
    pub(crate) row: Row,
    /// True for what those who step down decide for those who come.
    pub(crate) outgoing: bool,
}

/// What happens once in the period: the name of each year that has any, and its lines.
pub(crate) fn once(days: &Year, wheel: &MandateWheel, lang: Lang) -> Vec<(String, Vec<Once>)> {
    let line = |notice: &Notice| {
        let entry = days.calendar.get(&notice.id)?;
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
