//! Ordinary elections and the terms of office that follow them.

use super::election::{ElectionRegime, MandateRules};
use super::fields::{MissingDay, Month, MonthDay};
use super::numbers::Nth;
use super::range::DateRange;
use super::week::Weekday;
use crate::order::Order;
use crate::read::Read;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Which of the two terms that follow an election is meant.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TermKind {
    /// The council's, from 15 October: kommunallagen (2017:725) 5 kap. 9 §.
    Council,
    /// The executive committee's, from 1 January after the election year: 6 kap. 18 §.
    #[default]
    Calendar,
}

/// The terms that follow one election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MandatePeriod {
    /// Election day.
    pub election: NaiveDate,
    /// The council's term.
    pub council: DateRange,
    /// The calendar term of executive committee and boards.
    pub calendar: DateRange,
    /// First calendar year of the calendar term.
    pub first_year: i32,
    /// Last calendar year of the calendar term.
    pub last_year: i32,
    /// Length of the calendar term in years.
    pub number_of_years: u8,
    /// Whether the council's dates are uncertain: the law before 1982 could not be read.
    pub uncertain: bool,
}

impl MandatePeriod {
    /// The term of one kind.
    pub fn term(&self, kind: TermKind) -> DateRange {
        match kind {
            TermKind::Council => self.council,
            TermKind::Calendar => self.calendar,
        }
    }

    /// The year of the term that a date lies in, from 1; nothing outside the term.
    ///
    /// A new year begins on the anniversary of the term's first day.
    pub fn year_of(&self, date: NaiveDate, kind: TermKind) -> Option<u8> {
        let term = self.term(kind);
        if !term.contains(date) {
            return None;
        }
        let passed = (date.month(), date.day()) >= (term.start.month(), term.start.day());
        let years = date.year() - term.start.year() + i32::from(passed);
        u8::try_from(years).ok()
    }
}

/// A part of a mandate period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cycle {
    /// Its place in the period, from 1.
    pub number: u8,
    /// Its days.
    pub range: DateRange,
}

/// When elections are held and terms of office begin.
///
/// ```
/// use planning_wheel::time::{MandateCalendar, TermKind, date};
/// let mandates = MandateCalendar::swedish();
/// assert_eq!(mandates.election_day(2030), date(2030, 9, 8));
/// let day = date(2027, 3, 1).unwrap();
/// assert_eq!(mandates.mandate_year(day, TermKind::Calendar), Some(1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MandateCalendar {
    regimes: Vec<ElectionRegime>,
    /// From which election year a council's term begins on which day, in order.
    council_starts: Vec<(i32, MonthDay)>,
    board_starts: MonthDay,
    uncertain_before: i32,
}

impl MandateCalendar {
    /// The Swedish calendar: lag (1972:620) and vallagen (2005:837) 1 kap. 3 § for election day,
    /// kommunallagen (2017:725) and its forerunners for the terms.
    ///
    /// The first election is that of 1970; nothing is known of the term before it.
    pub fn swedish() -> Self {
        let regime = |from_year, every_years, nth| ElectionRegime {
            from_year,
            every_years,
            month: Month::SEPTEMBER,
            nth,
            weekday: Weekday::Sunday,
        };
        Self {
            regimes: vec![
                regime(1970, 3, Nth::THIRD),
                regime(1994, 4, Nth::THIRD),
                // SFS 2010:1416, in force 2011 and first used in 2014.
                regime(2014, 4, Nth::SECOND),
            ],
            // SFS 2013:1053, in force 2014-02-01.
            council_starts: vec![
                (i32::MIN, MonthDay::NOVEMBER_1),
                (2014, MonthDay::OCTOBER_15),
            ],
            board_starts: MonthDay::JANUARY_1,
            uncertain_before: 1982,
        }
    }

    /// The calendar of a plan's own rules; without an election every question is answered by
    /// nothing.
    pub fn custom(rules: &MandateRules) -> Self {
        let mut regimes = rules.elections.clone();
        regimes.order_by_key(|regime| regime.from_year);
        Self {
            regimes,
            council_starts: vec![(i32::MIN, rules.council_starts)],
            board_starts: rules.board_starts,
            uncertain_before: i32::MIN,
        }
    }

    /// The ordinary election day of a year, if it is an election year.
    pub fn election_day(&self, year: i32) -> Option<NaiveDate> {
        (self.election_year_until(year)? == year).then(|| self.day_of_election(year))?
    }

    /// The ordinary election days in a range.
    pub fn elections(&self, range: DateRange) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        self.for_each_election(range, &mut |day| days.push(day));
        days
    }

    pub(crate) fn for_each_election(&self, range: DateRange, each: &mut dyn FnMut(NaiveDate)) {
        let first = self
            .regimes
            .first()
            .map_or(i32::MAX, |regime| regime.from_year);
        let mut next = self.election_year_until(range.start.year()).or(Some(first));
        while let Some(year) = next.filter(|year| *year <= range.end.year()) {
            if let Some(day) = self
                .day_of_election(year)
                .filter(|day| range.contains(*day))
            {
                each(day);
            }
            next = self.election_year_after(year);
        }
    }

    /// The terms that follow the election of a year, if it is an election year.
    pub fn period_after_election(&self, year: i32) -> Option<MandatePeriod> {
        let election = self.election_day(year)?;
        let next = self.day_of_election(self.election_year_after(year)?)?;
        let council = DateRange::new(self.council_start(election)?, self.council_start(next)?)?;
        let calendar = DateRange::new(
            first_on_or_after(election, self.board_starts)?,
            first_on_or_after(next, self.board_starts)?,
        )?;
        let number = calendar.end.year() - calendar.start.year();
        Some(MandatePeriod {
            election,
            council,
            calendar,
            first_year: calendar.start.year(),
            last_year: calendar.last()?.year(),
            number_of_years: u8::try_from(number).ok()?,
            uncertain: year < self.uncertain_before,
        })
    }

    /// The periods whose calendar terms hold a day of the years `from_year` to `to_year`.
    pub fn periods(&self, from_year: i32, to_year: i32) -> Vec<MandatePeriod> {
        let first = self.regimes.first().map(|regime| regime.from_year);
        // A board's term begins at most a year after the election and lasts until the next one.
        let start = self.election_year_until(from_year);
        let start = start
            .and_then(|year| self.election_year_until(year.checked_sub(1)?))
            .or(start)
            .or(first);
        std::iter::successors(start, |year| self.election_year_after(*year))
            .take_while(|year| *year <= to_year)
            .filter_map(|year| self.period_after_election(year))
            .filter(|period| period.first_year <= to_year && period.last_year >= from_year)
            .collect()
    }

    /// The period in whose term of one kind a date lies.
    pub fn period_of(&self, date: NaiveDate, kind: TermKind) -> Option<MandatePeriod> {
        let mut year = self.election_year_until(date.year())?;
        loop {
            let period = self.period_after_election(year)?;
            let term = period.term(kind);
            if term.start <= date {
                return term.contains(date).then_some(period);
            }
            year = self.election_year_until(year.checked_sub(1)?)?;
        }
    }

    /// The period whose calendar term begins in a year.
    pub fn period_starting_in(&self, year: i32) -> Option<MandatePeriod> {
        self.periods(year, year)
            .into_iter()
            .find(|period| period.first_year == year)
    }

    /// The period whose calendar term holds the last day of a year.
    pub fn period_containing_year(&self, year: i32) -> Option<MandatePeriod> {
        self.period_of(NaiveDate::from_ymd_opt(year, 12, 31)?, TermKind::Calendar)
    }

    /// The year of the term that a date lies in, from 1.
    pub fn mandate_year(&self, date: NaiveDate, kind: TermKind) -> Option<u8> {
        self.period_of(date, kind)?.year_of(date, kind)
    }

    /// The calendar term cut into cycles of a number of years; the last may be shorter.
    ///
    /// ```
    /// use planning_wheel::time::{DateRange, MandateCalendar};
    /// let mandates = MandateCalendar::swedish();
    /// let period = mandates.period_containing_year(2027).unwrap();
    /// let cycles = mandates.cycles(&period, 2);
    /// assert_eq!(cycles.len(), 2);
    /// assert_eq!(Some(cycles[1].range), DateRange::years(2029, 2030));
    /// ```
    pub fn cycles(&self, period: &MandatePeriod, years: u8) -> Vec<Cycle> {
        let day = MonthDay::of(period.calendar.start);
        let start_of = |number: u8| {
            let offset = i32::from(number) * i32::from(years.max(1));
            day.in_year(
                period.first_year.checked_add(offset)?,
                MissingDay::LastOfMonth,
            )
        };
        (0..u8::MAX)
            .map_while(|number| {
                let start = start_of(number).filter(|start| *start < period.calendar.end)?;
                let end = start_of(number + 1)?.min(period.calendar.end);
                Some(Cycle {
                    number: number + 1,
                    range: DateRange::new(start, end)?,
                })
            })
            .collect()
    }

    /// The rule for elections that holds in a year.
    pub fn election_rule(&self, year: i32) -> Option<ElectionRegime> {
        Some(*self.regime_of(year)?.0)
    }

    fn regime_of(&self, year: i32) -> Option<(&ElectionRegime, Option<i32>)> {
        let after = self.regimes.iter().find(|regime| regime.from_year > year);
        let current = self
            .regimes
            .iter()
            .rev()
            .find(|regime| regime.from_year <= year)?;
        Some((current, after.map(|regime| regime.from_year)))
    }

    /// The last election year up to and including `year`.
    fn election_year_until(&self, year: i32) -> Option<i32> {
        let (regime, _) = self.regime_of(year)?;
        Some(
            year - year
                .saturating_sub(regime.from_year)
                .rem_euclid(regime.every()),
        )
    }

    /// The first election year after `year`, which is an election year.
    fn election_year_after(&self, year: i32) -> Option<i32> {
        let (regime, change) = self.regime_of(year)?;
        let next = year.checked_add(regime.every())?;
        Some(change.map_or(next, |change| next.min(change)))
    }

    fn day_of_election(&self, year: i32) -> Option<NaiveDate> {
        self.regime_of(year)?.0.day_in(year)
    }

    fn council_start(&self, election: NaiveDate) -> Option<NaiveDate> {
        let year = election.year();
        let (_, day) = self
            .council_starts
            .iter()
            .rev()
            .find(|(from, _)| *from <= year)?;
        first_on_or_after(election, *day)
    }
}

impl Default for MandateCalendar {
    fn default() -> Self {
        Self::swedish()
    }
}

fn first_on_or_after(date: NaiveDate, day: MonthDay) -> Option<NaiveDate> {
    let this_year = day.in_year(date.year(), MissingDay::LastOfMonth)?;
    if this_year >= date {
        return Some(this_year);
    }
    day.in_year(date.year().checked_add(1)?, MissingDay::LastOfMonth)
}

#[cfg(test)]
mod tests {
    use super::super::range::date;
    use super::*;

    #[test]
    fn the_council_of_2010_ended_early() {
        let mandates = MandateCalendar::swedish();
        let period = mandates.period_after_election(2010).unwrap();
        let council = DateRange::new(date(2010, 11, 1).unwrap(), date(2014, 10, 15).unwrap());
        assert_eq!(Some(period.council), council);
        let last = date(2014, 10, 14).unwrap();
        assert_eq!(period.year_of(last, TermKind::Council), Some(4));
        assert_eq!(
            mandates.mandate_year(date(2014, 10, 15).unwrap(), TermKind::Council),
            Some(1)
        );
        assert_eq!(mandates.mandate_year(last, TermKind::Calendar), Some(4));
    }

    #[test]
    fn terms_follow_each_other_without_gaps() {
        let mandates = MandateCalendar::swedish();
        let periods = mandates.periods(1970, 2100);
        assert_eq!(
            periods.first().map(|p| (p.first_year, p.uncertain)),
            Some((1971, true))
        );
        for pair in periods.windows(2) {
            assert_eq!(pair[0].council.end, pair[1].council.start);
            assert_eq!(pair[0].calendar.end, pair[1].calendar.start);
        }
        for year in 1971..=2100 {
            let period = mandates.period_containing_year(year).unwrap();
            assert!(
                (period.first_year..=period.last_year).contains(&year),
                "{year}"
            );
            assert_eq!(
                period.number_of_years,
                if year < 1995 { 3 } else { 4 },
                "{year}"
            );
        }
        assert_eq!(mandates.period_containing_year(1970), None);
        assert_eq!(mandates.period_starting_in(2028), None);
        assert_eq!(
            mandates.period_starting_in(2027).map(|p| p.last_year),
            Some(2030)
        );
    }

    #[test]
    fn a_short_period_has_a_short_last_cycle() {
        let mandates = MandateCalendar::swedish();
        let period = mandates.period_containing_year(1993).unwrap();
        let cycles = mandates.cycles(&period, 2);
        assert_eq!(
            cycles.iter().map(|c| c.range.days()).collect::<Vec<_>>(),
            [731, 365]
        );
        assert_eq!(mandates.cycles(&period, 0).len(), 3);
    }

    #[test]
    fn a_plan_may_bring_its_own_elections() {
        let json = r#"{
            "elections": [
                {"from_year": 2021, "every_years": 5, "month": 2, "nth": 5, "weekday": "monday"}
            ],
            "council_starts": "03-01",
            "board_starts": "02-29"
        }"#;
        let rules: MandateRules = serde_json::from_str(json).unwrap();
        let mandates = MandateCalendar::custom(&rules);
        assert_eq!(mandates.election_day(2026), date(2026, 2, 23));
        assert_eq!(mandates.election_day(2027), None);
        let period = mandates
            .period_of(date(2026, 3, 1).unwrap(), TermKind::Council)
            .unwrap();
        assert_eq!(Some(period.calendar.start), date(2026, 2, 28));
        assert_eq!(
            mandates
                .elections(DateRange::years(2000, 2030).unwrap())
                .len(),
            2
        );
        let none = MandateRules {
            elections: Vec::new(),
            ..rules
        };
        let none = MandateCalendar::custom(&none);
        assert!(none.periods(1970, 2100).is_empty());
        assert!(
            none.elections(DateRange::years(1970, 2100).unwrap())
                .is_empty()
        );
    }
}
