//! Wheels as geometry and as pictures.

use crate::answer::json;
use crate::asked::{Asked, unknown_word};
use crate::days;
use crate::kept::Kept;
use planning_wheel::calendar::{Calendar, Entry};
use planning_wheel::compute::compute;
use planning_wheel::error::{ProblemKind, Problems};
use planning_wheel::export::json::WheelData;
use planning_wheel::export::{self, SvgStyle};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::{Stretch, TermKind};
use planning_wheel::wheel::{LaneInput, MandateWheel, MandateWheelInput, Wheel, WheelInput};
use std::collections::BTreeSet;

const TERMS: [(&str, TermKind); 2] = [
    ("boards", TermKind::Calendar),
    ("councils", TermKind::Council),
];

/// The wheel of a year as geometry.
pub(crate) fn year(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let wheel = year_wheel(plan, asked)?;
    Ok(json(&WheelData::year(&wheel, plan)))
}

/// The wheel of a mandate period as geometry.
pub(crate) fn mandate(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let wheel = mandate_wheel(plan, asked)?;
    Ok(json(&WheelData::mandate(&wheel, plan)))
}

/// Either of them as a picture.
pub(crate) fn svg(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let style = style(asked)?;
    if asked.has("mandate") {
        return Ok(export::mandate_svg(&mandate_wheel(plan, asked)?, &style));
    }
    Ok(export::svg(&year_wheel(plan, asked)?, &style))
}

fn style(asked: &Asked<'_>) -> Result<SvgStyle, Problems> {
    let dark = asked.choice("theme", &[("light", false), ("dark", true)])?;
    Ok(match dark {
        Some(true) => SvgStyle::dark(),
        _ => SvgStyle::light(),
    })
}

fn year_wheel(plan: &Plan, asked: &Asked<'_>) -> Result<Wheel, Problems> {
    let year = days::year(asked, "year")?;
    let outside = || crate::asked::problem("year", ProblemKind::YearOutside(year));
    let range = plan.year_range(year).ok_or_else(outside)?;
    let (seen, kept) = (Seen::new(asked)?, Kept::new(asked, plan)?);
    let calendar = compute(plan, range).into_calendar();
    let ids = ids(&kept, &calendar, plan);
    let mut input = WheelInput::from_plan(plan, &calendar, asked.lang());
    input.today = asked.day("today")?;
    input.selected = asked.one("selected");
    let stretches = Stretch::ALL.map(|stretch| (stretch.id(), stretch));
    let stretch = asked.choice("stretch", &stretches)?.unwrap_or_default();
    if stretch != Stretch::Year {
        (input.stretch, input.range) = (stretch, days::between(asked)?);
    }
    if asked.has("untitled") {
        input.title.clear();
    }
    let rings = asked.has("rings").then(|| asked.all("rings"));
    let rings: Option<Vec<&str>> = rings.map(Iterator::collect);
    let of_body = |lane: &LaneInput| match (&rings, lane.body) {
        (Some(rings), Some(body)) => rings.contains(&plan.body(body).id().as_str()),
        (Some(rings), None) => rings.contains(&""),
        (None, Some(body)) => kept.bodies().is_empty() || kept.bodies().contains(&body),
        (None, None) => kept.bodies().is_empty(),
    };
    input.keep(
        |entry| ids.contains(entry.id.as_str()),
        |lane| of_body(lane) && (lane.body.is_none() || seen.level(lane.level)),
    );
    Ok(Wheel::new(&input))
}

fn mandate_wheel(plan: &Plan, asked: &Asked<'_>) -> Result<MandateWheel, Problems> {
    let year = days::year(asked, "mandate")?;
    let term = asked.choice("term", &TERMS)?.unwrap_or(TermKind::Calendar);
    let range = days::mandate(asked, plan, year, term)?;
    let (seen, kept) = (Seen::new(asked)?, Kept::new(asked, plan)?);
    let Some(period) = plan.mandates().period_containing_year(year) else {
        return Ok(MandateWheel::new(&MandateWheelInput::new(
            range,
            asked.lang(),
        )));
    };
    let outcome = compute(plan, range);
    let found = findings(plan, &outcome);
    let calendar = outcome.calendar();
    let ids = ids(&kept, calendar, plan);
    let mut input =
        MandateWheelInput::from_plan(plan, calendar, &found, &period, term, asked.lang());
    input.today = asked.day("today")?;
    input.selected = asked.one("selected");
    if asked.has("untitled") {
        input.title.clear();
    }
    let shown = |entry: &Entry| ids.contains(entry.id.as_str());
    input.keep(calendar, shown, |level| seen.level(level));
    Ok(MandateWheel::new(&input))
}

fn ids<'c>(kept: &Kept<'_>, calendar: &'c Calendar, plan: &Plan) -> BTreeSet<&'c str> {
    let entries = kept.of(calendar, plan).into_iter();
    entries.map(|entry| entry.id.as_str()).collect()
}

/// The levels that are shown.
struct Seen {
    hidden: BTreeSet<usize>,
}

impl Seen {
    fn new(asked: &Asked<'_>) -> Result<Self, Problems> {
        let place = |word: &str| {
            let wrong = |_| unknown_word("hide", word, std::iter::empty());
            word.parse().map_err(wrong)
        };
        let hidden: Result<_, _> = asked.all("hide").map(place).collect();
        Ok(Self { hidden: hidden? })
    }

    fn level(&self, level: usize) -> bool {
        !self.hidden.contains(&level)
    }
}
