//! A checked plan and its calendar as input of the layout: the only place that knows both.

use super::input::{Colour, LaneInput, LevelInput, MandateInput, WheelInput};
use super::words;
use crate::calendar::{Calendar, Entry, EntryKind};
use crate::plan::{Body, BodyId, Plan};
use crate::reason::Reason;
use crate::time::{DateRange, Lang};
use chrono::Datelike;

impl<'a> WheelInput<'a> {
    /// The wheel of a plan: a lane for every body that exists in the calendar's days and meets or
    /// has anything to show, and one more for what concerns no body.
    ///
    /// The day of the hand, the chosen entry and a choice of entries are for the caller to set.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::{compute::compute, document::{Catalogue, PlanDocument}, plan::Plan};
    /// use planning_wheel::time::{DateRange, Lang, date};
    /// use planning_wheel::wheel::{Wheel, WheelInput};
    /// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
    /// let calendar = compute(&plan, DateRange::year(2026).unwrap()).into_calendar();
    /// let mut input = WheelInput::from_plan(&plan, &calendar, Lang::Sv);
    /// input.today = date(2026, 9, 1);
    /// let wheel = Wheel::new(&input);
    /// assert_eq!(wheel.title, "Nätverket · årshjul 2026");
    /// assert_eq!(wheel.lanes[0].label, "Val och lagkrav");
    /// ```
    #[must_use]
    pub fn from_plan(plan: &Plan, calendar: &'a Calendar, lang: Lang) -> Self {
        let range = calendar.range();
        let named =
            |(name, days): (crate::document::Text, DateRange)| (name.get(lang).to_owned(), days);
        let of_others = |entry: &&Entry| entry.kind == EntryKind::Background;
        let (backgrounds, entries) = calendar.entries().iter().partition(of_others);
        Self {
            title: plan.document().title.get(lang).to_owned(),
            levels: levels(plan, lang),
            lanes: lanes(plan, calendar, lang),
            // Calendars of others stand behind: as marks they would crowd the wheel.
            entries,
            backgrounds,
            breaks: plan.breaks(range).into_iter().map(named).collect(),
            mandate: mandate(plan, calendar),
            ..Self::new(range, lang)
        }
    }
}

pub(crate) fn levels(plan: &Plan, lang: Lang) -> Vec<LevelInput> {
    let level = |index: usize| {
        plan.levels().get(index).map(|level| LevelInput {
            title: level.title().get(lang).to_owned(),
            colour: level_colour(plan, index),
        })
    };
    (0..plan.levels().len()).filter_map(level).collect()
}

/// The ids of the usual levels, which keep their colours in every plan.
const USUAL: [&str; 4] = ["political", "strategic", "tactical", "operational"];

/// A level's own colour, or the usual one, or the first that no usual level of the plan has.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan};
/// use planning_wheel::wheel::{Colour, level_colour};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// assert_eq!(level_colour(&plan, 1), Colour::Slot(1));
/// assert_eq!(level_colour(&plan, 9), Colour::Neutral);
/// ```
#[must_use]
pub fn level_colour(plan: &Plan, index: usize) -> Colour {
    let Some(level) = plan.levels().get(index) else {
        return Colour::Neutral;
    };
    if let Some(own) = level.spec().colour.as_deref().and_then(Colour::parse) {
        return own;
    }
    let usual = |id: &str| USUAL.iter().position(|other| *other == id);
    let place = usual(level.id()).or_else(|| {
        let taken: Vec<usize> = plan
            .levels()
            .iter()
            .filter_map(|level| usual(level.id()))
            .collect();
        let unusual = |level: &&crate::plan::Level| usual(level.id()).is_none();
        let before = plan.levels().iter().take(index).filter(unusual).count();
        (0..).filter(|place| !taken.contains(place)).nth(before)
    });
    place
        .and_then(|place| u8::try_from(place).ok())
        .map_or(Colour::Neutral, Colour::Slot)
}

fn lanes(plan: &Plan, calendar: &Calendar, lang: Lang) -> Vec<LaneInput> {
    let bodies = plan.bodies().iter().enumerate();
    let mut lanes: Vec<LaneInput> = bodies
        .filter_map(|(index, body)| {
            let id = BodyId::at(index)?;
            is_shown(body, id, calendar).then(|| lane(plan, body, id, lang))
        })
        .collect();
    let loose: Vec<&Entry> = calendar
        .entries()
        .iter()
        .filter(|entry| entry.bodies.is_empty() && entry.kind != EntryKind::Background)
        .collect();
    if !loose.is_empty() {
        let of_state = |entry: &&Entry| {
            matches!(
                entry.kind,
                EntryKind::Election | EntryKind::TermStart | EntryKind::Duty
            )
        };
        lanes.push(LaneInput {
            body: None,
            label: words::loose_lane(loose.iter().all(of_state), lang).to_owned(),
            level: plan.levels().len(),
            colour: Colour::Neutral,
        });
    }
    lanes
}

fn is_shown(body: &Body, id: BodyId, calendar: &Calendar) -> bool {
    let exists = !body.exists_in(calendar.range()).is_empty();
    exists && (body.spec().meets || calendar.of_body(id).next().is_some())
}

fn lane(plan: &Plan, body: &Body, id: BodyId, lang: Lang) -> LaneInput {
    let own = body.spec().colour.as_deref().and_then(Colour::parse);
    let level = body.level().index();
    LaneInput {
        body: Some(id),
        label: body.short().get(lang).to_owned(),
        level,
        colour: own.unwrap_or_else(|| level_colour(plan, level)),
    }
}

fn mandate(plan: &Plan, calendar: &Calendar) -> Option<MandateInput> {
    let range = calendar.range();
    let year = range.start.year();
    let period = plan.mandates().period_containing_year(year)?;
    Some(MandateInput {
        first_year: period.first_year,
        last_year: period.last_year,
        year,
        cycle: cycle(calendar),
    })
}

/// Years of the mandate-bound document that covers the beginning of the calendar.
fn cycle(calendar: &Calendar) -> Option<(i32, i32)> {
    let is_cycle = |entry: &&Entry| {
        let bound = |reason: &Reason| matches!(reason, Reason::Cycle { .. });
        entry.kind == EntryKind::Document
            && entry.range().contains(calendar.range().start)
            && entry.reasons.iter().any(bound)
    };
    let document = calendar.entries().iter().find(is_cycle)?;
    Some((document.start.year(), document.last_day().year()))
}
