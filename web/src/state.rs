//! What is looked at, and everything that can be done to it.

use crate::plans;
use leptos::prelude::{RwSignal, Update, expect_context};
use planning_wheel::time::Lang;
use std::collections::BTreeSet;

/// What the small screen shows; a large one shows both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The wheel, with what comes next beside it.
    #[default]
    Wheel,
    /// The agenda.
    Agenda,
}

impl Screen {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Wheel => "wheel",
            Self::Agenda => "agenda",
        }
    }

    pub(crate) fn from_id(id: &str) -> Option<Self> {
        [Self::Wheel, Self::Agenda]
            .into_iter()
            .find(|screen| screen.id() == id)
    }
}

/// What an address names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Address {
    pub(crate) plan: Option<String>,
    pub(crate) year: Option<i32>,
    pub(crate) entry: Option<String>,
    pub(crate) screen: Option<Screen>,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct View {
    /// Place of the plan in [`plans::OFFERS`].
    pub(crate) plan: usize,
    /// First and last year that the plan computes.
    pub(crate) years: (i32, i32),
    /// The wheel's year.
    pub(crate) year: i32,
    /// Id of the chosen entry.
    pub(crate) chosen: Option<String>,
    /// Id of the entry on which the keyboard stands in the wheel.
    pub(crate) stop: Option<String>,
    /// Places of the levels that are hidden.
    pub(crate) hidden: BTreeSet<usize>,
    /// Whether last days are shown.
    pub(crate) last_days: bool,
    /// What the small screen shows.
    pub(crate) screen: Screen,
}

/// The first and last year of any plan.
const YEARS: (i32, i32) = (1970, 2100);

/// What a person can do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// Look at another plan.
    Plan(usize),
    /// A plan has come: its years are known.
    Years(i32, Option<i32>),
    /// Step so many years.
    Step(i32),
    /// Go to a year.
    Year(i32),
    /// Choose an entry of the wheel's year.
    Choose(String),
    /// Choose an entry of another year.
    ChooseIn(String, i32),
    /// Choose nothing.
    Clear,
    /// Stand on an entry.
    Stop(String),
    /// Show or hide a level.
    Level(usize),
    /// Show or hide last days.
    LastDays,
    /// Show every level and kind.
    ShowAll,
    /// Switch on the small screen.
    Screen(Screen),
    /// Go where the address says.
    Go(Address),
}

impl View {
    pub(crate) fn new(year: i32) -> Self {
        Self {
            plan: 0,
            years: YEARS,
            year: year.clamp(YEARS.0, YEARS.1),
            chosen: None,
            stop: None,
            hidden: BTreeSet::new(),
            last_days: true,
            screen: Screen::Wheel,
        }
    }

    pub(crate) fn apply(&mut self, action: Action) {
        match action {
            Action::Plan(plan) => self.go_to_plan(plan),
            Action::Years(first, last) => {
                self.years = (first, last.unwrap_or(YEARS.1));
                self.go_to_year(self.year);
            }
            Action::Step(years) => self.go_to_year(self.year.saturating_add(years)),
            Action::Year(year) => self.go_to_year(year),
            Action::Choose(id) => {
                self.stop = Some(id.clone());
                self.chosen = Some(id);
            }
            Action::ChooseIn(id, year) => {
                self.go_to_year(year);
                self.apply(Action::Choose(id));
            }
            Action::Clear => self.chosen = None,
            Action::Stop(id) => self.stop = Some(id),
            Action::Level(level) => {
                if !self.hidden.remove(&level) {
                    self.hidden.insert(level);
                }
            }
            Action::LastDays => self.last_days = !self.last_days,
            Action::ShowAll => {
                self.hidden.clear();
                self.last_days = true;
            }
            Action::Screen(screen) => self.screen = screen,
            Action::Go(address) => self.go(address),
        }
    }

    /// What the address should say.
    pub(crate) fn address(&self) -> Address {
        Address {
            plan: plans::OFFERS
                .get(self.plan)
                .map(|offer| offer.id.to_owned()),
            year: Some(self.year),
            entry: self.chosen.clone(),
            screen: Some(self.screen),
        }
    }

    fn go(&mut self, address: Address) {
        if let Some(plan) = address.plan.as_deref().and_then(plans::place_of) {
            self.go_to_plan(plan);
        }
        if let Some(year) = address.year {
            self.go_to_year(year);
        }
        self.screen = address.screen.unwrap_or_default();
        self.chosen = address.entry;
        self.stop.clone_from(&self.chosen);
    }

    fn go_to_plan(&mut self, plan: usize) {
        if plan != self.plan {
            self.plan = plan;
            self.years = YEARS;
            (self.chosen, self.stop) = (None, None);
            self.hidden.clear();
        }
    }

    fn go_to_year(&mut self, year: i32) {
        let year = year.clamp(self.years.0, self.years.1.max(self.years.0));
        if year != self.year {
            self.year = year;
            (self.chosen, self.stop) = (None, None);
        }
    }
}

/// Reads the view and sends what the person did; every component has it in its context.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Desk {
    /// What is looked at: components read it, and only [`Desk::dispatch`] writes it.
    pub(crate) view: RwSignal<View>,
    /// Language of the page.
    pub(crate) lang: Lang,
}

impl Desk {
    pub(crate) fn dispatch(self, action: Action) {
        self.view.update(|view| view.apply(action));
    }

    pub(crate) fn here() -> Self {
        expect_context()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_stay_inside_the_plans() {
        let mut view = View::new(2026);
        view.apply(Action::Years(2026, None));
        view.apply(Action::Step(-1));
        assert_eq!(view.year, 2026);
        view.apply(Action::Year(2300));
        assert_eq!(view.year, 2100);
    }

    #[test]
    fn another_year_forgets_the_choice_and_another_plan_the_filter() {
        let mut view = View::new(2026);
        view.apply(Action::Choose("a".into()));
        view.apply(Action::Level(1));
        view.apply(Action::Step(1));
        assert_eq!((view.chosen.as_deref(), view.hidden.len()), (None, 1));
        view.apply(Action::Plan(2));
        assert!(view.hidden.is_empty());
    }

    #[test]
    fn the_address_leads_back() {
        let mut view = View::new(2026);
        view.apply(Action::Plan(1));
        view.apply(Action::ChooseIn("sso/2027/1".into(), 2027));
        let mut other = View::new(2030);
        other.apply(Action::Go(view.address()));
        assert_eq!(other, view);
    }
}
