//! The finished wheel.

use super::background::{self, BackgroundArc};
use super::centre::{self, Centre};
use super::chain::Chain;
use super::density::{self, Density};
use super::flow::{Arrow, Marked, Tail, Thread};
use super::frame::{self, BreakArc, DaySector, Hand, HolidayTick, MonthSector, WeekTick};
use super::gather::{self, Group};
use super::input::{Colour, LaneInput, LevelInput, WheelInput};
use super::mark::Mark;
use super::name::{self, LaneName};
use super::pack::{self, Stacking};
use super::path::Path;
use super::point::{Sector, round};
use super::rings::{self, Rings};
use super::scale::Scale;
use super::span::{self, Span};
use super::words;
use crate::calendar::Entry;
use crate::order::Order;
use crate::plan::BodyId;
use crate::time::{Lang, Stretch};
use serde::Serialize;

/// A ring of one body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lane {
    /// Place from the outside, from 0.
    pub index: usize,
    /// Whose it is.
    #[serde(skip_serializing)]
    pub body: Option<BodyId>,
    /// Its name.
    pub label: String,
    /// Place of its level in [`Wheel::levels`]; one past the last means no level.
    pub level: usize,
    /// Its colour.
    pub colour: Colour,
    /// Inner radius.
    pub inner: f64,
    /// Outer radius.
    pub outer: f64,
    /// Radius of its middle.
    pub radius: f64,
    /// Width.
    pub width: f64,
}

impl Lane {
    /// A lane that is nobody's.
    pub(crate) fn ring(
        index: usize,
        label: String,
        level: usize,
        colour: Colour,
        radii: rings::Band,
    ) -> Self {
        Self {
            index,
            body: None,
            label,
            level,
            colour,
            inner: radii.inner,
            outer: radii.outer,
            radius: round((radii.inner + radii.outer) / 2.0),
            width: round(radii.outer - radii.inner),
        }
    }
}

/// A wheel with everything in its place, in wheel units: a view only draws it.
///
/// Vectors are in drawing order. Equal inputs give equal wheels.
///
/// # Example
/// ```
/// use planning_wheel::time::{DateRange, Lang, date};
/// use planning_wheel::wheel::{Wheel, WheelInput};
/// let mut input = WheelInput::new(DateRange::year(2028).unwrap(), Lang::Sv);
/// input.today = date(2028, 1, 1);
/// let wheel = Wheel::new(&input);
/// assert_eq!(wheel.months[1].sector.length(), 28.53); // February: 29 of 366 days
/// assert_eq!(wheel.centre.year.text, "2028");
/// assert_eq!(wheel.hand.unwrap().label, "lör 1 jan 2028");
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wheel {
    /// "Årshjul 2027", with the plan's title before it if it has one.
    pub title: String,
    /// What it holds, in a sentence.
    pub description: String,
    /// Language of every text.
    pub lang: Lang,
    /// Days to angles and back.
    pub scale: Scale,
    /// How much of a year it shows.
    #[serde(serialize_with = "crate::wheel::data::stretch")]
    pub stretch: Stretch,
    /// Months; none where days are named.
    pub months: Vec<MonthSector>,
    /// Days, where each has room for its name: in a month or a week.
    pub days: Vec<DaySector>,
    /// Weeks.
    pub weeks: Vec<WeekTick>,
    /// Holidays.
    pub holidays: Vec<HolidayTick>,
    /// Breaks.
    pub breaks: Vec<BreakArc>,
    /// Days of others' calendars.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub backgrounds: Vec<BackgroundArc>,
    /// Levels, outermost first.
    pub levels: Vec<LevelInput>,
    /// Lanes, outermost first.
    pub lanes: Vec<Lane>,
    /// The lanes' names.
    pub names: Vec<LaneName>,
    /// The quiet part of the year in which most names rest, as an outline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wedge: Option<Path>,
    /// Periods.
    pub spans: Vec<Span>,
    /// Shaded weeks of the lanes that hold too much for marks.
    pub density: Vec<Density>,
    /// Lines from last days to their meetings.
    pub tails: Vec<Tail>,
    /// Arrows between steps.
    pub arrows: Vec<Arrow>,
    /// Threads of joint meetings.
    pub threads: Vec<Thread>,
    /// Marks, lane by lane and by angle.
    pub marks: Vec<Mark>,
    /// Today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand: Option<Hand>,
    /// The middle.
    pub centre: Centre,
}

impl Wheel {
    /// Lays out a wheel.
    #[must_use]
    pub fn new(input: &WheelInput<'_>) -> Self {
        let scale = Scale::new(input.range);
        let (lane_inputs, rings) = sorted_lanes(input);
        let lanes = lanes(&lane_inputs, &rings);
        let chain = Chain::new(&input.entries, input.selected, input.found.as_deref());
        let content = Content::new(input, &lane_inputs, &lanes, &scale, &chain);
        let names = name::place(&lanes, content.blocked(lanes.len()), &scale);
        let innermost = lanes.last().map_or(rings::LANES, |lane| lane.inner);
        let wedge =
            |sector: Sector| Path::ring_sector(innermost, rings::LANES, sector.start, sector.end);
        Self {
            title: title(input),
            description: content.description(lanes.len(), input.lang),
            lang: input.lang,
            scale,
            stretch: input.stretch,
            days: frame::days(&scale, input, rings.centre),
            months: frame::months(&scale, input.lang, rings.centre),
            weeks: frame::weeks(&scale, input.today),
            holidays: frame::holidays(&scale, input),
            breaks: frame::breaks(&scale, input),
            backgrounds: background::lay(input, &lanes, &scale),
            levels: input.levels.clone(),
            names: names.names,
            wedge: names.wedge.map(wedge),
            spans: content.spans,
            density: content.density,
            tails: content.tails,
            arrows: content.arrows,
            threads: content.threads,
            marks: content.marks,
            hand: frame::hand(&scale, input.today, input.lang, rings.centre),
            centre: centre::centre(input, rings.centre),
            lanes,
        }
    }
}

fn sorted_lanes<'a>(input: &'a WheelInput<'_>) -> (Vec<&'a LaneInput>, Rings) {
    let mut lanes: Vec<&LaneInput> = input.lanes.iter().collect();
    lanes.order_by_key(|lane| lane.level);
    let levels: Vec<usize> = lanes.iter().map(|lane| lane.level).collect();
    let rings = rings::share(&levels);
    (lanes, rings)
}

fn lanes(inputs: &[&LaneInput], rings: &Rings) -> Vec<Lane> {
    let lane = |(index, (input, band)): (usize, (&&LaneInput, &rings::Band))| Lane {
        body: input.body,
        ..Lane::ring(index, input.label.clone(), input.level, input.colour, *band)
    };
    inputs
        .iter()
        .zip(&rings.bands)
        .enumerate()
        .map(lane)
        .collect()
}

fn title(input: &WheelInput<'_>) -> String {
    let year = input.stretch.name(input.range, input.lang);
    let title = input.title.trim();
    if title.is_empty() {
        return format!("{} {year}", input.lang.pick("Årshjul", "Planning wheel"));
    }
    format!(
        "{title} · {} {year}",
        input.lang.pick("årshjul", "planning wheel")
    )
}

/// What stands on the lanes.
#[derive(Default)]
struct Content {
    marks: Vec<Mark>,
    spans: Vec<Span>,
    density: Vec<Density>,
    tails: Vec<Tail>,
    arrows: Vec<Arrow>,
    threads: Vec<Thread>,
}

impl Content {
    fn new(
        input: &WheelInput<'_>,
        lane_inputs: &[&LaneInput],
        lanes: &[Lane],
        scale: &Scale,
        chain: &Chain<'_>,
    ) -> Self {
        let lang = input.lang;
        let gathered = gather::gather(input, lane_inputs);
        let dense = density::dense_lanes(&gathered.groups, lanes);
        let is_dense = |group: &Group<'_>| dense.get(group.lane).copied().unwrap_or_default();
        let (crowded, calm): (Vec<_>, Vec<_>) = gathered.groups.into_iter().partition(is_dense);
        let mut content = Self {
            density: density::weeks(&crowded, lanes, scale, chain, lang),
            ..Self::default()
        };
        for lane in lanes {
            let own = calm
                .iter()
                .filter(|group| group.lane == lane.index)
                .cloned()
                .collect();
            let packed = pack::pack(own, lane, scale, Stacking::of(lane));
            content
                .marks
                .extend(packed.iter().filter_map(|packed| packed.mark(chain, lang)));
            let periods = gathered
                .spans
                .iter()
                .filter(|(index, _)| *index == lane.index);
            let periods: Vec<&Entry> = periods.map(|(_, entry)| *entry).collect();
            content
                .spans
                .extend(span::lay(&periods, lane, scale, chain, lang));
        }
        content.connect(&input.entries, lanes, chain);
        content
    }

    fn connect(&mut self, entries: &[&Entry], lanes: &[Lane], chain: &Chain<'_>) {
        let marked = Marked::new(&self.marks, lanes, chain);
        let innermost = lanes.last().map_or(0.0, |lane| lane.inner);
        let (tails, arrows) = (
            marked.tails(entries),
            marked.arrows(entries, innermost - 14.0),
        );
        let threads = marked.threads();
        (self.tails, self.arrows, self.threads) = (tails, arrows, threads);
    }

    /// Arcs on which no name should rest, lane by lane.
    fn blocked(&self, lanes: usize) -> Vec<Vec<Sector>> {
        let mut blocked = vec![Vec::new(); lanes];
        let marks = self.marks.iter().map(|mark| (mark.lane, mark.sector));
        let tails = self.tails.iter().map(|tail| (tail.lane, tail.sector));
        let weeks = self.density.iter().map(|cell| (cell.lane, cell.sector));
        for (lane, sector) in marks.chain(tails).chain(weeks) {
            if let Some(lane) = blocked.get_mut(lane) {
                lane.push(sector);
            }
        }
        blocked
    }

    fn description(&self, lanes: usize, lang: Lang) -> String {
        let marks: usize = self.marks.iter().map(|mark| mark.ids().count()).sum();
        let weeks: usize = self.density.iter().map(|cell| cell.ids.len()).sum();
        let spans: usize = self.spans.iter().map(|span| span.items.len()).sum();
        let entries = words::entries(marks + weeks + spans, lang);
        match (lang, lanes) {
            (Lang::Sv, 1) => format!("1 ring, {entries}."),
            (Lang::Sv, _) => format!("{lanes} ringar, {entries}."),
            (Lang::En, 1) => format!("1 ring, {entries}."),
            (Lang::En, _) => format!("{lanes} rings, {entries}."),
        }
    }
}
