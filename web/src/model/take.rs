//! What is looked at as files to take along.
//!
//! The reader's wasm does not write them: it says what is shown ([`asked`]), and the core's module
//! writes the file when somebody asks for one. Where no module lies beside the page, the single file
//! and `cargo xtask serve`, [`Taken::write`] does the same here.

use super::filter::Filter;
use super::year::Year;
use super::{mandate, wheel};
use crate::platform::host::Detail;
use crate::shared::Shared;
use crate::state::{Screen, View};
use crate::words;
use chrono::NaiveDate;
use planning_wheel::calendar::Entry;
use planning_wheel::export::{CsvStyle, IcsStyle, Stamp, SvgStyle, csv, ics, mandate_svg, svg};
use planning_wheel::plan::Plan;
use planning_wheel::time::{Lang, add_days, format};
use planning_wheel::wheel::{MandateWheel, Wheel};
use wasm_bindgen::JsValue;

/// What is looked at, for whoever makes a file of it.
pub(crate) struct Taken<'a> {
    pub(crate) view: &'a View,
    pub(crate) today: NaiveDate,
    pub(crate) lang: Lang,
    year: Year,
    filter: Filter,
}

impl<'a> Taken<'a> {
    pub(crate) fn new(plan: Shared<Plan>, view: &'a View, today: NaiveDate, lang: Lang) -> Self {
        let year = match view.period() {
            Some((first, _)) => Year::of_period(plan, first, view.term),
            None => Year::new(plan, view.year),
        };
        let filter = Filter::of(view);
        Self {
            view,
            today,
            lang,
            year,
            filter,
        }
    }

    /// The file's name without its ending: "sskl-kalmar-2027-2030".
    fn name(&self) -> String {
        let years = self
            .view
            .period()
            .unwrap_or((self.view.year, self.view.year));
        let years = words::years(years).replace('–', "-");
        format!("{}-{years}", self.year.plan.document().id)
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.year.calendar.entries().iter()
    }

    /// What the filter shows: the picture holds it, whatever is looked for.
    fn seen(&self) -> impl Iterator<Item = &Entry> {
        self.entries()
            .filter(|entry| self.filter.shows(&self.year.plan, entry))
    }

    /// What is looked for among it, as the agenda has it.
    fn shown(&self) -> impl Iterator<Item = &Entry> {
        self.seen()
            .filter(|entry| self.filter.finds(&self.year, entry, self.lang))
    }

    /// What the core's module is asked for: `name` of the file, `days` and `lang` of all of it,
    /// `entries` that are shown, and what belongs to the `picture`.
    pub(crate) fn asked(&self) -> Detail {
        let turn = match self.view.period() {
            Some(_) => "mandate",
            None => "year",
        };
        let days = Detail::default().with(turn, self.year.year);
        let levels = 0..self.year.plan.levels().len();
        let hidden = levels.filter(|level| !self.filter.shows_level(*level));
        let mut picture = Detail::default()
            .with("today", format(self.today))
            .list("entries", self.seen().map(|entry| entry.id.as_str()))
            .list("hide", hidden.map(|level| JsValue::from_f64(level as f64)))
            .list("rings", self.rings());
        if let Some((stretch, days)) = self.view.part() {
            picture = picture
                .with("stretch", stretch.id())
                .with("from", format(days.start))
                .with("to", format(add_days(days.end, -1)));
        }
        if let Some(id) = &self.view.chosen {
            picture = picture.with("selected", id.as_str());
        }
        Detail::default()
            .with("name", self.name())
            .with("lang", self.lang.pick("sv", "en"))
            .with("days", days)
            .list("entries", self.shown().map(|entry| entry.id.as_str()))
            .with("picture", picture)
    }

    /// Ids of the bodies whose rings are shown, and null for that of nobody.
    fn rings(&self) -> impl Iterator<Item = JsValue> {
        let plan = &self.year.plan;
        let shown = plan.bodies().iter().filter(|body| {
            let id = plan.body_by_id(body.id());
            self.filter.shows_lane(plan, id, body.level().index())
        });
        let nobody = self
            .filter
            .shows_lane(plan, None, 0)
            .then_some(JsValue::NULL);
        let ids = shown.map(|body| JsValue::from_str(body.id()));
        ids.chain(nobody)
    }

    /// The text of a file of a kind; nothing for a kind that is none.
    pub(crate) fn write(&self, kind: &str, all: bool, seconds: i64) -> Option<String> {
        match kind {
            "ics" => Some(self.calendar(all, seconds)),
            "csv" => Some(self.table()),
            "svg" => Some(self.picture()),
            _ => None,
        }
    }

    /// Entries as a calendar file; periods would fill every day of a calendar.
    fn calendar(&self, all: bool, seconds: i64) -> String {
        let style = IcsStyle {
            lang: self.lang,
            stamp: Stamp::from_unix(seconds),
            ..IcsStyle::default()
        };
        let days = |entry: &&Entry| !entry.kind.is_period();
        let plan = &self.year.plan;
        if all {
            ics(plan, self.entries().filter(days), &style)
        } else {
            ics(plan, self.shown().filter(days), &style)
        }
    }

    fn table(&self) -> String {
        let style = CsvStyle {
            lang: self.lang,
            ..CsvStyle::default()
        };
        csv(&self.year.plan, self.shown(), &style)
    }

    fn picture(&self) -> String {
        let (year, style) = (&self.year, SvgStyle::light());
        let filter = &self.filter.clone().without_search();
        let (chosen, today, lang) = (self.view.chosen.as_deref(), self.today, self.lang);
        match self.view.screen {
            Screen::Mandate => {
                let input = mandate::input(year, filter, chosen, today, lang);
                mandate_svg(&MandateWheel::new(&input), &style)
            }
            Screen::Wheel | Screen::Agenda => {
                let input = wheel::input(year, filter, chosen, today, lang);
                svg(&Wheel::new(&input), &style)
            }
        }
    }
}
