//! From a plan's year to what the wheel is laid out from.

use super::filter::Filter;
use super::year::{Year, level_colour, turn};
use chrono::Datelike;
use chrono::NaiveDate;
use planning_wheel::calendar::Entry;
use planning_wheel::document::Coverage;
use planning_wheel::plan::{Level, Plan};
use planning_wheel::time::{Lang, add_days};
use planning_wheel::wheel::{Colour, LaneInput, LevelInput, MandateInput, Wheel, WheelInput};

/// Lays out the wheel of a year.
pub(crate) fn wheel(
    year: &Year,
    filter: &Filter,
    chosen: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> Wheel {
    let plan: &Plan = &year.plan;
    let range = turn(plan, year.year);
    let mut input = WheelInput::new(range, lang);
    let shown = year.calendar.entries().iter();
    input.entries = shown.filter(|entry| filter.shows(plan, entry)).collect();
    input.today = Some(today);
    input.selected = chosen;
    input.levels = levels(plan, lang);
    input.lanes = lanes(year, filter, lang);
    input.mandate = mandate(plan, year.year);
    input.breaks = plan
        .breaks(range)
        .into_iter()
        .map(|(title, days)| (title.get(lang).to_owned(), days))
        .collect();
    Wheel::new(&input)
}

fn levels(plan: &Plan, lang: Lang) -> Vec<LevelInput> {
    let level = |(place, level): (usize, &Level)| LevelInput {
        title: level.title().get(lang).to_owned(),
        colour: level_colour(plan, place),
    };
    plan.levels().iter().enumerate().map(level).collect()
}

/// A lane for each body that has anything this year, and one for what is nobody's own.
fn lanes(year: &Year, filter: &Filter, lang: Lang) -> Vec<LaneInput> {
    let plan: &Plan = &year.plan;
    let entries = year.calendar.entries();
    let mut lanes = Vec::new();
    for body in plan.bodies() {
        let Some(id) = plan.body_by_id(body.id()) else {
            continue;
        };
        let has_any = entries.iter().any(|entry| entry.bodies.contains(&id));
        if has_any && filter.shows_level(body.level().index()) {
            lanes.push(LaneInput {
                body: Some(id),
                label: body.short().get(lang).to_owned(),
                level: body.level().index(),
                colour: level_colour(plan, body.level().index()),
            });
        }
    }
    if entries.iter().any(|entry: &Entry| entry.bodies.is_empty()) {
        lanes.push(LaneInput {
            body: None,
            label: lang.pick("Gemensamt", "Common").to_owned(),
            level: plan.levels().len(),
            colour: Colour::Neutral,
        });
    }
    lanes
}

fn mandate(plan: &Plan, year: i32) -> Option<MandateInput> {
    let period = plan.mandates().period_containing_year(year)?;
    let years = plan
        .courses()
        .iter()
        .find_map(|course| match course.coverage() {
            Coverage::MandateCycle { years, .. } => Some(*years),
            _ => None,
        });
    let cycle = years.and_then(|years| {
        let cycles = plan.mandates().cycles(&period, years);
        let spans = cycles.into_iter().map(|cycle| {
            (
                cycle.range.start.year(),
                add_days(cycle.range.end, -1).year(),
            )
        });
        let mut own = spans.filter(|(first, last)| (*first..=*last).contains(&year));
        own.next()
    });
    Some(MandateInput {
        first_year: period.first_year,
        last_year: period.last_year,
        year,
        cycle,
    })
}
