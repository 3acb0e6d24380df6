//! The wheel of a plan's year, as far as the filter shows it.

use super::filter::Filter;
use super::year::Year;
use chrono::NaiveDate;
use planning_wheel::time::Lang;
use planning_wheel::wheel::{Wheel, WheelInput};

/// Lays out the wheel of a year. The page says the plan's name above it.
pub(crate) fn wheel(
    year: &Year,
    filter: &Filter,
    chosen: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> Wheel {
    let mut input = input(year, filter, chosen, today, lang);
    input.title.clear();
    Wheel::new(&input)
}

/// What the wheel of a year holds, with the plan's name.
pub(crate) fn input<'a>(
    year: &'a Year,
    filter: &Filter,
    chosen: Option<&'a str>,
    today: NaiveDate,
    lang: Lang,
) -> WheelInput<'a> {
    let mut input = WheelInput::from_plan(&year.plan, &year.calendar, lang);
    input.today = Some(today);
    input.selected = chosen;
    if let Some((stretch, days)) = filter.part() {
        (input.stretch, input.range) = (stretch, days);
    }
    input.keep(
        |entry| filter.shows(&year.plan, entry),
        |lane| filter.shows_lane(&year.plan, lane.body, lane.level),
    );
    input.found = filter.searches().then(|| {
        let found = input.entries.iter();
        let found = found.filter(|entry| filter.finds(year, entry, lang));
        found.map(|entry| entry.id.as_str()).collect()
    });
    input
}
