//! What the layout of a mandate period needs to know.

use super::super::input::{Colour, LevelInput};
use super::super::mark::Item;
use crate::calendar::{Calendar, Entry};
use crate::time::{DateRange, Lang, TermKind};
use chrono::NaiveDate;

/// A lane of periods: a document's editions, the holders of an office, terms of councils.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BandLaneInput {
    /// What it shows.
    pub label: String,
    /// Lanes of one group stand together.
    pub group: usize,
    /// Place among the levels; one past the last means no level.
    pub level: usize,
    /// Its colour.
    pub colour: Colour,
    /// Its periods, in any order. Where two overlap, the one that began last has the lane, and what
    /// is left of the other runs on as a thin line.
    pub bands: Vec<BandInput>,
    /// True when it holds too much to be told apart: it shows how many periods run at a time.
    pub counted: bool,
}

/// A period, or several that have the same days.
#[derive(Clone, Debug, PartialEq)]
pub struct BandInput {
    /// Its days; they may go past the wheel's.
    pub range: DateRange,
    /// The entries that it stands for.
    pub items: Vec<Item>,
    /// What may be written on it, fullest first: the first that fits is.
    pub texts: Vec<String>,
    /// Which of the lane's shades it has, so that neighbours or holders are told apart.
    pub shade: u8,
}

/// Something that happens once or twice in a mandate period.
#[derive(Clone, Debug, PartialEq)]
pub struct EventInput<'a> {
    /// What happens.
    pub entry: &'a Entry,
    /// What leads to it: the steps of a decision.
    pub steps: Vec<&'a Entry>,
    /// Where it happens, or which law asks for it.
    pub note: String,
    /// The first day of those who come, when those who step down decide it for them.
    pub outgoing: Option<NaiveDate>,
}

/// Everything that the wheel of a mandate period is laid out from.
///
/// # Example
/// ```
/// use planning_wheel::time::{Lang, MandateCalendar, TermKind};
/// use planning_wheel::wheel::{MandateWheel, MandateWheelInput};
/// let period = MandateCalendar::swedish().period_starting_in(2027).unwrap();
/// let input = MandateWheelInput::new(period.term(TermKind::Calendar), Lang::En);
/// assert_eq!(MandateWheel::new(&input).years.len(), 4);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MandateWheelInput<'a> {
    /// The days that make one turn: a term of councils or of boards.
    pub range: DateRange,
    /// Whose term it is.
    pub term: TermKind,
    /// The day that the hand points at.
    pub today: Option<NaiveDate>,
    /// Language of every text.
    pub lang: Lang,
    /// What the plan is called; may be empty.
    pub title: String,
    /// The levels, outermost first.
    pub levels: Vec<LevelInput>,
    /// Every entry that may be chosen or linked to.
    pub entries: Vec<&'a Entry>,
    /// The meetings to count, with the place of their level.
    pub meetings: Vec<(usize, &'a Entry)>,
    /// The lanes, outermost first.
    pub lanes: Vec<BandLaneInput>,
    /// What stands as marks, in any order.
    pub events: Vec<EventInput<'a>>,
    /// Times between an election and the day on which all who were elected have taken office.
    pub shifts: Vec<DateRange>,
    /// First and last year of the period before.
    pub previous: Option<(i32, i32)>,
    /// First and last year of the period after.
    pub next: Option<(i32, i32)>,
    /// Id of the chosen entry.
    pub selected: Option<&'a str>,
    /// Ids of what is looked for; while nothing is chosen, the rest steps back.
    pub found: Option<Vec<&'a str>>,
}

impl MandateWheelInput<'_> {
    /// Keeps the entries that a view wants to show, and the lanes of the levels that it shows.
    /// What is no entry of the calendar stays: the terms of councils are everybody's.
    pub fn keep(
        &mut self,
        calendar: &Calendar,
        entry: impl Fn(&Entry) -> bool,
        level: impl Fn(usize) -> bool,
    ) {
        self.entries.retain(|one| entry(one));
        self.meetings.retain(|(_, meeting)| entry(meeting));
        self.events.retain(|event| entry(event.entry));
        self.lanes.retain(|lane| level(lane.level));
        for band in self.lanes.iter_mut().flat_map(|lane| &mut lane.bands) {
            band.items
                .retain(|item| calendar.get(&item.id).is_none_or(&entry));
        }
        for lane in &mut self.lanes {
            lane.bands.retain(|band| !band.items.is_empty());
        }
        self.lanes.retain(|lane| !lane.bands.is_empty());
    }

    /// A wheel with nothing on it but its years.
    #[must_use]
    pub fn new(range: DateRange, lang: Lang) -> Self {
        Self {
            range,
            term: TermKind::Calendar,
            today: None,
            lang,
            title: String::new(),
            levels: Vec::new(),
            entries: Vec::new(),
            meetings: Vec::new(),
            lanes: Vec::new(),
            events: Vec::new(),
            shifts: Vec::new(),
            previous: None,
            next: None,
            selected: None,
            found: None,
        }
    }
}
