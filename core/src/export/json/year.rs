//! Days that every plan shares, as data: mandate periods, holidays, statutory dates.

use super::EntryData;
use crate::calendar::{Calendar, Entry, EntryKind};
use crate::document::{Catalogue, Duty, PrincipalKind};
use crate::plan::Plan;
use crate::time::{
    DateRange, Holiday, HolidayKind, HolidayName, IsoWeek, Lang, MandatePeriod, format,
};
use serde::Serialize;

/// A mandate period.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MandateData {
    /// Election day.
    pub election: String,
    /// The councils' term.
    pub council: TermData,
    /// The term of executive committees and boards: calendar years.
    pub calendar: TermData,
    /// First year of the latter.
    pub first_year: i32,
    /// Its last year.
    pub last_year: i32,
    /// How many years it has.
    pub years: u8,
    /// True where the law of that time is not yet, or no longer, sure.
    pub uncertain: bool,
}

/// Days of a term.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TermData {
    /// First day.
    pub start: String,
    /// The day after the last.
    pub end: String,
}

/// A named day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HolidayData {
    /// The day.
    pub date: String,
    /// Its name as a word for programs.
    pub id: HolidayName,
    /// Its name.
    pub name: &'static str,
    /// Holiday, eve or squeeze day.
    pub kind: HolidayKind,
    /// Number of its week.
    pub week: u8,
}

/// A statutory date: an entry, and what the catalogue says of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DutyData<'a> {
    /// Id in the catalogue.
    pub duty: &'a str,
    /// The law.
    pub citation: &'a str,
    /// When the law was last read.
    pub checked: String,
    /// Whom it binds; empty means everybody.
    pub binds: &'a [PrincipalKind],
    /// The date.
    #[serde(flatten)]
    pub entry: EntryData,
}

impl MandateData {
    /// A mandate period.
    #[must_use]
    pub fn new(period: &MandatePeriod) -> Self {
        let term = |range: DateRange| TermData {
            start: format(range.start),
            end: format(range.end),
        };
        Self {
            election: format(period.election),
            council: term(period.council),
            calendar: term(period.calendar),
            first_year: period.first_year,
            last_year: period.last_year,
            years: period.number_of_years,
            uncertain: period.uncertain,
        }
    }
}

impl HolidayData {
    /// A named day in one language.
    #[must_use]
    pub fn new(day: &Holiday, lang: Lang) -> Self {
        Self {
            date: format(day.date),
            id: day.name,
            name: day.name.name(lang),
            kind: day.kind,
            week: IsoWeek::of(day.date).week(),
        }
    }
}

impl<'a> DutyData<'a> {
    /// A statutory date in one language.
    #[must_use]
    pub fn new(entry: &Entry, duty: &'a Duty, plan: &Plan, lang: Lang) -> Self {
        Self {
            duty: &duty.id,
            citation: &duty.citation,
            checked: format(duty.checked.0),
            binds: &duty.binds,
            entry: EntryData::new(entry, plan, lang),
        }
    }

    /// The entries that are duties, each with what the catalogue says.
    #[must_use]
    pub fn dated<'c>(
        calendar: &'c Calendar,
        catalogue: &'a Catalogue,
    ) -> Vec<(&'c Entry, &'a Duty)> {
        let duty = |entry: &'c Entry| {
            let id = entry.id.strip_prefix("duty/")?.rsplit_once('/')?.0;
            Some((entry, catalogue.get(id)?))
        };
        calendar.of_kind(EntryKind::Duty).filter_map(duty).collect()
    }
}
