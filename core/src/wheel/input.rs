//! What the layout needs to know, and nothing of where it comes from.

use crate::calendar::Entry;
use crate::plan::BodyId;
use crate::time::{DateRange, Lang, Stretch, holidays};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// A colour by meaning: the style of the view says which it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// The colour of a level: 0 is the first of the style's level colours.
    Slot(u8),
    /// A colour that the plan names: red, green, blue.
    Own(u8, u8, u8),
    /// For what belongs to no level.
    #[default]
    Neutral,
}

impl Colour {
    /// The colour written as `#rrggbb`.
    ///
    /// # Example
    /// ```
    /// use planning_wheel::wheel::Colour;
    /// assert_eq!(Colour::parse("#8a3b5e"), Some(Colour::Own(0x8a, 0x3b, 0x5e)));
    /// assert_eq!(Colour::parse("red"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self::Own(byte(0)?, byte(2)?, byte(4)?))
    }
}

/// A level: a group of neighbouring lanes with a colour.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelInput {
    /// Its name.
    pub title: String,
    /// Its colour.
    pub colour: Colour,
}

/// A lane: the ring of one body.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneInput {
    /// Whose entries it shows; a lane of nobody shows the entries that name no body.
    pub body: Option<BodyId>,
    /// The name that rests on the ring.
    pub label: String,
    /// Place among the levels; one past the last means no level.
    pub level: usize,
    /// Its colour.
    pub colour: Colour,
}

/// The mandate period that the wheel's year is part of.
#[derive(Clone, Debug, PartialEq)]
pub struct MandateInput {
    /// First calendar year.
    pub first_year: i32,
    /// Last calendar year.
    pub last_year: i32,
    /// The wheel's year.
    pub year: i32,
    /// First and last year of the cycle of governing documents that the year is part of.
    pub cycle: Option<(i32, i32)>,
}

/// Everything that a wheel is laid out from.
///
/// # Example
/// ```
/// use planning_wheel::time::{DateRange, Lang};
/// use planning_wheel::wheel::{Wheel, WheelInput};
/// let input = WheelInput::new(DateRange::year(2027).unwrap(), Lang::Sv);
/// assert_eq!(Wheel::new(&input).months.len(), 12);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct WheelInput<'a> {
    /// The days that make one turn: normally twelve months, from any month.
    pub range: DateRange,
    /// How much of a year those days are.
    pub stretch: Stretch,
    /// The day that the hand points at.
    pub today: Option<NaiveDate>,
    /// Language of every text.
    pub lang: Lang,
    /// What the plan is called; may be empty.
    pub title: String,
    /// The levels, outermost first.
    pub levels: Vec<LevelInput>,
    /// The lanes; they are drawn by level, and within a level in this order.
    pub lanes: Vec<LaneInput>,
    /// The entries to show: a calendar's, or those that a filter lets through.
    pub entries: Vec<&'a Entry>,
    /// Days of others' calendars, to draw behind them.
    pub backgrounds: Vec<&'a Entry>,
    /// Days to mark red, with their names.
    pub holidays: Vec<(NaiveDate, String)>,
    /// Breaks to show as arcs, with their names.
    pub breaks: Vec<(String, DateRange)>,
    /// The mandate period in the middle.
    pub mandate: Option<MandateInput>,
    /// Id of the chosen entry.
    pub selected: Option<&'a str>,
    /// Ids of what is looked for; while nothing is chosen, the rest steps back.
    pub found: Option<Vec<&'a str>>,
}

impl WheelInput<'_> {
    /// Keeps the entries and the lanes that a view wants to show.
    pub fn keep(&mut self, entry: impl Fn(&Entry) -> bool, lane: impl Fn(&LaneInput) -> bool) {
        self.entries.retain(|one| entry(one));
        self.backgrounds.retain(|one| entry(one));
        self.lanes.retain(lane);
    }

    /// A wheel with the Swedish holidays of its days, and no lanes.
    #[must_use]
    pub fn new(range: DateRange, lang: Lang) -> Self {
        let years = range.start.year()..=range.end.year();
        let named = years
            .flat_map(holidays)
            .filter(|day| range.contains(day.date));
        let name = |day: crate::time::Holiday| match lang {
            Lang::Sv => day.name.sv(),
            Lang::En => day.name.en(),
        };
        Self {
            range,
            stretch: Stretch::Year,
            today: None,
            lang,
            title: String::new(),
            levels: Vec::new(),
            lanes: Vec::new(),
            entries: Vec::new(),
            backgrounds: Vec::new(),
            holidays: named.map(|day| (day.date, name(day).to_owned())).collect(),
            breaks: Vec::new(),
            mandate: None,
            selected: None,
            found: None,
        }
    }
}
