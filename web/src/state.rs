//! What is looked at, and everything that can be done to it.

use crate::address::Address;
use crate::platform::host::{Detail, Host};
use crate::signals::Signal;
use crate::taking::Taking;
use crate::turns::Turns;
use chrono::NaiveDate;
use js_sys::Array;
use leptos::prelude::{LocalStorage, StoredValue, WithValue, expect_context};
use planning_wheel::time::{DateRange, EndOfMonth, Lang, Stretch, TermKind, add_days, add_months};
use web_sys::Element;

/// What the small screen shows; a large one shows both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The wheel, with what comes next beside it.
    #[default]
    Wheel,
    /// The mandate period, with what happens once in it beside it.
    Mandate,
    /// The agenda.
    Agenda,
}

impl Screen {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Wheel => "wheel",
            Self::Mandate => "mandate",
            Self::Agenda => "agenda",
        }
    }

    pub(crate) fn from_id(id: &str) -> Option<Self> {
        [Self::Wheel, Self::Mandate, Self::Agenda]
            .into_iter()
            .find(|screen| screen.id() == id)
    }
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct View {
    /// What can be stepped through.
    pub(crate) turns: Turns,
    /// The wheel's year.
    pub(crate) year: i32,
    /// How much of the year is looked at.
    pub(crate) stretch: Stretch,
    /// A day of what is looked at, when that is less than the year.
    pub(crate) day: NaiveDate,
    /// Whose term of office makes a mandate period.
    pub(crate) term: TermKind,
    /// Id of the chosen entry.
    pub(crate) chosen: Option<String>,
    /// Id of the entry on which the keyboard stands in the wheel.
    pub(crate) stop: Option<String>,
    /// Id of the only body that is shown.
    pub(crate) body: Option<String>,
    /// Name of the only kind that is shown.
    pub(crate) kind: Option<String>,
    /// Id of the only principal whose matters are shown.
    pub(crate) principal: Option<String>,
    /// Places of the levels that are hidden, in order.
    pub(crate) hidden: Vec<usize>,
    /// Whether last days are shown.
    pub(crate) last_days: bool,
    /// What is looked for, as it was written.
    pub(crate) query: String,
    /// What the small screen shows.
    pub(crate) screen: Screen,
}

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum There {
    Year(i32),
    /// A day of the part that comes before or after.
    Day(NaiveDate),
}

/// What a person can do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// Another plan is coming: forget what belongs to this one.
    Leave,
    /// A plan has come: its years are known.
    Turns(Turns),
    /// Step so many years, or parts of one or mandate periods where such are looked at.
    Step(i32),
    /// Go to a year.
    Year(i32),
    /// Look at so much of the year, around a day.
    Zoom(Stretch, NaiveDate),
    /// Look at the term of councils or of boards.
    Term(TermKind),
    /// Choose an entry of the wheel's year.
    Choose(String),
    /// Choose an entry of the days that are looked at, by its day.
    ChooseOn(String, NaiveDate),
    /// Choose nothing.
    Clear,
    /// Stand on an entry.
    Stop(String),
    /// Show or hide a level.
    Level(usize),
    /// Show one body only, or all.
    Body(Option<String>),
    /// Show one kind only, or all.
    Kind(Option<String>),
    /// Show the matters of one principal only, or of all.
    Principal(Option<String>),
    /// Show or hide last days.
    LastDays,
    /// Look for words.
    Search(String),
    /// Show everything, and look for nothing.
    ShowAll,
    /// Switch on the small screen.
    Screen(Screen),
    /// Go where an address says.
    Go(Address),
}

impl View {
    pub(crate) fn new(year: i32) -> Self {
        let turns = Turns::default();
        Self {
            year: turns.nearest(year),
            turns,
            stretch: Stretch::Year,
            day: NaiveDate::default(),
            term: TermKind::Calendar,
            chosen: None,
            stop: None,
            body: None,
            kind: None,
            principal: None,
            hidden: Vec::new(),
            last_days: true,
            query: String::new(),
            screen: Screen::Wheel,
        }
    }

    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Leave => self.leave(),
            Action::Turns(turns) => {
                self.turns = turns;
                self.go_to_year(self.year);
            }
            Action::Step(steps) => match self.step(steps) {
                Some(There::Year(year)) => self.go_to_year(year),
                Some(There::Day(day)) => {
                    self.go_to_day(day);
                    (self.chosen, self.stop) = (None, None);
                }
                None => {}
            },
            Action::Year(year) => self.go_to_year(year),
            Action::Zoom(stretch, day) => {
                self.stretch = stretch;
                self.go_to_day(day);
            }
            Action::Term(term) => self.term = term,
            Action::Choose(id) => {
                self.stop = Some(id.clone());
                self.chosen = Some(id);
            }
            Action::ChooseOn(id, day) => {
                // The year goes along, so that the wheel of the year shows the same entry.
                let year = self.turns.year_of(day);
                match self.period() {
                    Some((first, last)) => self.go_to_year(year.clamp(first, last)),
                    // What has run since before stays where it is seen.
                    None if year == self.year => self.go_to_day(day),
                    None => {}
                }
                self.apply(Action::Choose(id));
            }
            Action::Clear => self.chosen = None,
            Action::Stop(id) => self.stop = Some(id),
            Action::Level(level) => match self.hidden.binary_search(&level) {
                Ok(at) => drop(self.hidden.remove(at)),
                Err(at) => self.hidden.insert(at, level),
            },
            Action::Body(body) => self.body = body,
            Action::Kind(kind) => self.kind = kind,
            Action::Principal(principal) => self.principal = principal,
            Action::LastDays => self.last_days = !self.last_days,
            Action::Search(query) => {
                // What was chosen before would hide what is found.
                self.chosen = None;
                self.query = query;
            }
            Action::ShowAll => self.show_all(),
            Action::Screen(screen) => self.screen = screen,
            Action::Go(address) => self.go(address),
        }
    }

    /// First and last year of the mandate period that is looked at, if one is.
    pub(crate) fn period(&self) -> Option<(i32, i32)> {
        match self.screen {
            Screen::Mandate => self.turns.period_of(self.year),
            Screen::Wheel | Screen::Agenda => None,
        }
    }

    /// The years of the term that is looked at, if one is: councils' begin before boards'.
    pub(crate) fn term_years(&self) -> Option<(i32, i32)> {
        self.period()?;
        self.turns.term_of(self.year, self.term)
    }

    /// The days that are looked at, when they are less than the year.
    pub(crate) fn part(&self) -> Option<(Stretch, DateRange)> {
        let is_part = self.stretch != Stretch::Year && self.screen != Screen::Mandate;
        is_part.then(|| (self.stretch, self.turns.around(self.stretch, self.day)))
    }

    /// Where so many steps lead to; none where there is no more.
    pub(crate) fn step(&self, steps: i32) -> Option<There> {
        if let Some((_, days)) = self.part() {
            let day = if steps < 0 {
                add_days(days.start, -1)
            } else {
                days.end
            };
            let year = self.turns.year_of(day);
            return (self.turns.nearest(year) == year).then_some(There::Day(day));
        }
        let year = match self.period() {
            Some(_) => self.turns.year_of_period(self.year, steps)?,
            None => self.year.saturating_add(steps),
        };
        let there = self.turns.nearest(year);
        (there != self.year).then_some(There::Year(there))
    }

    fn go(&mut self, address: Address) {
        if let Some(year) = address.year {
            self.go_to_year(year);
        }
        self.term = address.term.unwrap_or(self.term);
        self.stretch = address.span.unwrap_or(self.stretch);
        if let Some(day) = address.from {
            self.go_to_day(day);
        }
        if let Some(entry) = address.entry {
            self.chosen = Some(entry).filter(|id| !id.is_empty());
            self.stop.clone_from(&self.chosen);
        }
        self.screen = address.screen.unwrap_or(self.screen);
        self.last_days = address.last_days.unwrap_or(self.last_days);
        // An empty name asks for all.
        let only = |own: &mut Option<String>, asked: Option<String>| {
            if let Some(id) = asked {
                *own = Some(id).filter(|id| !id.is_empty());
            }
        };
        only(&mut self.body, address.body);
        only(&mut self.kind, address.kind);
        only(&mut self.principal, address.principal);
        if let Some(hidden) = address.hidden {
            self.hidden = hidden;
        }
    }

    fn leave(&mut self) {
        self.turns = Turns::default();
        (self.chosen, self.stop) = (None, None);
        let last_days = self.last_days;
        self.show_all();
        self.last_days = last_days;
    }

    fn show_all(&mut self) {
        (self.body, self.kind, self.principal) = (None, None, None);
        self.hidden.clear();
        self.last_days = true;
        self.query.clear();
    }

    fn go_to_year(&mut self, year: i32) {
        let year = self.turns.nearest(year);
        if year != self.year {
            self.year = year;
            (self.chosen, self.stop) = (None, None);
        }
        // The same part of the other year.
        let years = year - self.turns.year_of(self.day);
        let there = add_months(self.day, years.saturating_mul(12), EndOfMonth::LastDay);
        self.day = there;
    }

    fn go_to_day(&mut self, day: NaiveDate) {
        let year = self.turns.year_of(day);
        if self.turns.nearest(year) == year {
            self.go_to_year(year);
            self.day = day;
        }
    }
}

/// What a wheel on a page rests on, whatever the language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand {
    /// What is looked at: components read it, and only [`Stand::dispatch`] writes it.
    pub(crate) view: Signal<View>,
    pub(crate) lang: Signal<Lang>,
    pub(crate) today: Signal<NaiveDate>,
    /// How far what is taken along has come.
    pub(crate) taking: Signal<Taking>,
    pub(crate) host: StoredValue<Host, LocalStorage>,
}

impl Stand {
    pub(crate) fn dispatch(self, action: Action) {
        self.view.update(|view| view.apply(action));
    }

    /// Sends an event to the page.
    pub(crate) fn tell(self, event: &str, detail: Detail) {
        self.host.with_value(|host| host.send(event, detail));
    }

    /// Moves focus to an element; by then the planner may be gone.
    #[cfg(feature = "planner")]
    pub(crate) fn focus(self, id: &str) {
        let _ = self.host.try_with_value(|host| host.focus(id));
    }

    /// Asks for something to be done with the plans that are kept.
    #[cfg(feature = "planner")]
    pub(crate) fn ask(self, what: &str, detail: Detail) {
        self.host.with_value(|host| host.ask(what, detail));
    }
}

/// Reads the view and sends what the person did; every component has it in its context.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Desk {
    stand: Stand,
    /// What is looked at.
    pub(crate) view: Signal<View>,
    /// The language; another one makes every component anew.
    pub(crate) lang: Lang,
}

impl Desk {
    pub(crate) fn new(stand: Stand, lang: Lang) -> Self {
        let view = stand.view;
        Self { stand, view, lang }
    }

    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Today: the hand moves on while the page stays open.
    pub(crate) fn today(self) -> Signal<NaiveDate> {
        self.stand.today
    }

    pub(crate) fn dispatch(self, action: Action) {
        self.stand.dispatch(action);
    }

    /// Sends an event to the page.
    pub(crate) fn tell(self, event: &str, detail: Detail) {
        self.stand.tell(event, detail);
    }

    /// Makes what is written down, as `draw.js` reads it, inside an element; the elements by number.
    pub(crate) fn draw(self, into: &Element, written: &str) -> Array {
        (self.stand.host).with_value(|host| host.drawn(into, written))
    }

    /// An element of the wheel.
    pub(crate) fn element(self, id: &str) -> Option<Element> {
        self.stand.host.with_value(|host| host.element(id))
    }

    /// What has focus in the wheel.
    pub(crate) fn focused(self) -> Option<Element> {
        self.stand.host.with_value(Host::focused)
    }

    /// Moves focus to an element of the wheel.
    pub(crate) fn focus(self, id: &str) {
        self.stand.host.with_value(|host| host.focus(id));
    }

    /// Brings an element of the wheel into view.
    pub(crate) fn reveal(self, id: &str) {
        // By the frame for which it was asked the wheel may be gone.
        let _ = self.stand.host.try_with_value(|host| host.reveal(id));
    }

    /// Asks for what is shown as a file, a link or code: what comes of it is [`Desk::taking`].
    pub(crate) fn take(self, what: &str) {
        self.stand.host.with_value(|host| host.taken(what));
    }

    /// How far what is taken along has come.
    pub(crate) fn taking(self) -> Signal<Taking> {
        self.stand.taking
    }

    /// Whether there is code that puts this wheel on another page.
    pub(crate) fn embeds(self) -> bool {
        self.stand.host.with_value(Host::has_code)
    }

    /// Prints the wheel with its agenda.
    pub(crate) fn print(self) {
        self.stand.host.with_value(Host::put_on_paper);
    }

    /// Fetches the plan once more.
    pub(crate) fn try_again(self) {
        self.stand.host.with_value(Host::try_again);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stay_inside_the_plans() {
        let mut view = View::new(2026);
        let mut turns = Turns::default();
        turns.years = (2026, 2100);
        view.apply(Action::Turns(turns));
        view.apply(Action::Step(-1));
        assert_eq!(view.year, 2026);
        view.apply(Action::Year(2300));
        assert_eq!(view.year, 2100);
    }

    #[test]
    fn parts_of_the_year_are_stepped_and_keep_their_place() -> Result<(), &'static str> {
        let day = |month, day| planning_wheel::time::date(2027, month, day).ok_or("no such day");
        let mut view = View::new(2026);
        let mut turns = Turns::default();
        turns.years = (2026, 2028);
        view.apply(Action::Turns(turns));
        view.apply(Action::Zoom(Stretch::Month, day(11, 18)?));
        assert_eq!(view.year, 2027);
        let days = |view: &View| view.part().map(|(_, days)| days.start);
        assert_eq!(days(&view), Some(day(11, 1)?));
        view.apply(Action::Zoom(Stretch::Week, view.day));
        assert_eq!(days(&view), Some(day(11, 15)?));
        view.apply(Action::Step(1));
        assert_eq!(days(&view), Some(day(11, 22)?));
        view.apply(Action::Zoom(Stretch::Month, view.day));
        for _ in 0..40 {
            view.apply(Action::Step(1));
        }
        assert_eq!(
            (view.year, view.step(1)),
            (2028, None),
            "no further than the plan"
        );
        view.apply(Action::Year(2027));
        assert_eq!(
            days(&view),
            Some(day(12, 1)?),
            "the same month of the other year"
        );
        view.apply(Action::ChooseOn("a".into(), day(3, 9)?));
        assert_eq!(days(&view), Some(day(3, 1)?), "goes to what is chosen");
        view.apply(Action::Screen(Screen::Mandate));
        assert_eq!(view.part(), None);
        Ok(())
    }

    #[test]
    fn another_year_forgets_the_choice_and_another_plan_the_filter() {
        let mut view = View::new(2026);
        view.apply(Action::Choose("a".into()));
        view.apply(Action::Level(1));
        view.apply(Action::Step(1));
        assert_eq!((view.chosen.as_deref(), view.hidden.len()), (None, 1));
        view.apply(Action::Leave);
        assert!(view.hidden.is_empty());
    }
}
