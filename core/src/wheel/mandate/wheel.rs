//! The finished wheel of a mandate period.

use super::super::chain::Chain;
use super::super::frame::{Hand, hand};
use super::super::input::{Colour, LevelInput};
use super::super::mark::Mark;
use super::super::rings::Band as Radii;
use super::super::scale::Scale;
use super::super::wheel::Lane;
use super::band::{self, Band};
use super::cell::{self, MeetingCell};
use super::centre::{self, MandateCentre};
use super::event::{Events, Handover, Lead, Notice};
use super::frame::{self, MonthTick, Shift, YearSector};
use super::input::{BandLaneInput, MandateWheelInput};
use super::phrase;
use super::piece;
use super::rings;
use crate::text::capital;
use crate::time::Lang;
use serde::Serialize;

/// A mandate period with everything in its place, in wheel units: a view only draws it.
///
/// Vectors are in drawing order. Equal inputs give equal wheels.
///
/// # Example
/// ```
/// use planning_wheel::time::{Lang, MandateCalendar, TermKind};
/// use planning_wheel::wheel::{MandateWheel, MandateWheelInput};
/// let period = MandateCalendar::swedish().period_containing_year(2028).unwrap();
/// let wheel = MandateWheel::new(&MandateWheelInput::new(period.term(TermKind::Calendar), Lang::Sv));
/// assert_eq!(wheel.years[1].label, "2028 · mandatår 2");
/// assert_eq!(wheel.years[1].sector.length(), 90.18); // 366 of 1,461 days
/// assert_eq!(wheel.centre.years.text, "2027–2030");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MandateWheel {
    /// "Mandatperiod 2027–2030", with the plan's title before it if it has one.
    pub title: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Language of every text.
    pub lang: Lang,
    /// Days to angles and back.
    pub scale: Scale,
    /// Years.
    pub years: Vec<YearSector>,
    /// Months.
    pub months: Vec<MonthTick>,
    /// Levels, outermost first.
    pub levels: Vec<LevelInput>,
    /// Rows in which meetings are counted, outermost first.
    pub rows: Vec<Lane>,
    /// Months in which anybody meets.
    pub cells: Vec<MeetingCell>,
    /// Lanes of periods, outermost first.
    pub lanes: Vec<Lane>,
    /// Periods.
    pub bands: Vec<Band>,
    /// Times between an election and taking office.
    pub shifts: Vec<Shift>,
    /// The ring of events, inside all lanes.
    pub events: Lane,
    /// Ways to decisions.
    pub leads: Vec<Lead>,
    /// Decisions by those who step down.
    pub handovers: Vec<Handover>,
    /// Events, by angle.
    pub marks: Vec<Mark>,
    /// Heading of [`MandateWheel::notices`].
    pub heading: String,
    /// The same events as a list, by day.
    pub notices: Vec<Notice>,
    /// Today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand: Option<Hand>,
    /// The middle.
    pub centre: MandateCentre,
}

impl MandateWheel {
    /// Lays out a wheel.
    #[must_use]
    pub fn new(input: &MandateWheelInput<'_>) -> Self {
        let scale = Scale::new(input.range);
        let levels = cell::levels(&input.meetings);
        let width = |lane: &BandLaneInput| (lane.group, piece::width(lane, input.range));
        let groups: Vec<(usize, f64)> = input.lanes.iter().map(width).collect();
        let radii = rings::share(levels.len(), &groups);
        let rows = rows(input, &levels, &radii.rows);
        let lanes = lanes(input, rows.len(), &radii.lanes);
        let events_lane = events_lane(input, rows.len() + lanes.len(), radii.events);
        let chain = Chain::new(&input.entries, input.selected, input.found.as_deref());
        let years = frame::years(&scale, input.lang, input.today, radii.centre);
        let events = Events::new(input, &events_lane, &scale, &years, &chain);
        let laid = input.lanes.iter().zip(&lanes);
        let bands: Vec<Band> = laid
            .flat_map(|(input, lane)| band::lay(input, lane, &scale, &chain))
            .collect();
        let of = years.len();
        let current = years.iter().find(|year| year.current);
        let current = current.map(|year| (year.number, of));
        Self {
            title: title(input),
            description: description(&bands, &events, &lanes, of, input.lang),
            lang: input.lang,
            scale,
            years,
            months: frame::months(&scale, input.lang, input.today),
            levels: input.levels.clone(),
            cells: cell::cells(&input.meetings, &rows, &scale, &chain, input.lang),
            rows,
            lanes,
            bands,
            shifts: frame::shifts(
                &input.shifts,
                &scale,
                (radii.events.inner, radii.events.outer),
                input.lang,
            ),
            events: events_lane,
            leads: events.leads,
            handovers: events.handovers,
            marks: events.marks,
            heading: phrase::once(input.lang).to_owned(),
            notices: events.notices,
            hand: hand(&scale, input.today, input.lang, radii.centre),
            centre: centre::centre(input, radii.centre, current),
        }
    }
}

fn rows(input: &MandateWheelInput<'_>, levels: &[usize], radii: &[Radii]) -> Vec<Lane> {
    let row = |(index, (level, radii)): (usize, (&usize, &Radii))| {
        let named = input.levels.get(*level);
        let label = named.map_or_else(String::new, |level| level.title.clone());
        let colour = named.map_or(Colour::Neutral, |level| level.colour);
        Lane::ring(index, label, *level, colour, *radii)
    };
    levels.iter().zip(radii).enumerate().map(row).collect()
}

fn lanes(input: &MandateWheelInput<'_>, before: usize, radii: &[Radii]) -> Vec<Lane> {
    let lanes = input.lanes.iter().zip(radii).enumerate();
    lanes
        .map(|(index, (lane, radii))| {
            let label = lane.label.clone();
            Lane::ring(before + index, label, lane.level, lane.colour, *radii)
        })
        .collect()
}

fn events_lane(input: &MandateWheelInput<'_>, index: usize, radii: Radii) -> Lane {
    let label = phrase::once(input.lang).to_owned();
    Lane::ring(index, label, input.levels.len(), Colour::Neutral, radii)
}

fn title(input: &MandateWheelInput<'_>) -> String {
    let (first, last) = phrase::years_of(input.range);
    let years = phrase::years(first, last);
    let period = phrase::period(input.term, input.lang);
    let title = input.title.trim();
    if title.is_empty() {
        return format!("{} {years}", capital(period));
    }
    format!("{title} · {period} {years}")
}

fn description(
    bands: &[Band],
    events: &Events,
    lanes: &[Lane],
    years: usize,
    lang: Lang,
) -> String {
    let periods = bands.iter().filter(|band| band.rail.is_none()).count();
    let (lanes, events) = (lanes.len(), events.notices.len());
    match lang {
        Lang::Sv => {
            format!("{years} år, {lanes} ringar med {periods} perioder, {events} händelser.")
        }
        Lang::En => {
            format!("{years} years, {lanes} rings with {periods} periods, {events} events.")
        }
    }
}
