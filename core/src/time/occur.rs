//! The days that a date rule gives in a range.

use super::fields::Month;
use super::mandate::nth_weekday;
use super::range::{
    DateRange, EndOfMonth, add_days, add_months, day_number, from_day_number, month_end,
};
use super::rule::{DateRule, DayRule, Occurrence, RuleContext, Week53};
use super::week::{IsoWeek, Weekday, weekday_on_or_after};
use super::workday::Roll;
use chrono::{Datelike, NaiveDate};

/// Receives days one by one.
type Each<'a> = &'a mut dyn FnMut(NaiveDate);

impl DateRule {
    /// The days in a range, in order; a day that was moved counts where it was moved to.
    ///
    /// A longer range gives the same days inside a shorter one.
    pub fn occurrences(&self, range: DateRange, context: &RuleContext<'_>) -> Vec<Occurrence> {
        let mut found = Vec::new();
        self.for_each(range, context, &mut |occurrence| found.push(occurrence));
        // Only a closure longer than the search for a working day can break the order.
        if !found.is_sorted_by_key(|one| one.date) {
            found.sort_by_key(|one| (one.date, one.nominal));
        }
        found
    }

    /// Calls `each` with the days of [`DateRule::occurrences`] in order, without allocating.
    pub fn for_each(
        &self,
        range: DateRange,
        context: &RuleContext<'_>,
        each: &mut dyn FnMut(Occurrence),
    ) {
        if range.is_empty() {
            return;
        }
        if self.roll == Roll::AsIs {
            return self.nominals(range, context, &mut |day| {
                each(Occurrence {
                    nominal: day,
                    date: day,
                });
            });
        }
        let reach = context.work.reach(0);
        self.nominals(range.widened(reach, reach), context, &mut |nominal| {
            let date = context.work.roll(nominal, self.roll);
            if range.contains(date) {
                each(Occurrence { nominal, date });
            }
        });
    }

    /// The days in a range before any is moved.
    fn nominals(&self, range: DateRange, context: &RuleContext<'_>, each: Each<'_>) {
        let years = Years::of(self);
        let mut inside = |day: Option<NaiveDate>| {
            if let Some(day) = day.filter(|day| range.contains(*day)) {
                each(day);
            }
        };
        match &self.on {
            DayRule::Date(day) => inside(Some(day.0).filter(|day| years.hold(day.year()))),
            DayRule::Day(day) => {
                years
                    .between(range, 0)
                    .for_each(|year| inside(day.in_year(year, self.missing)));
            }
            DayRule::NthWeekday {
                nth,
                weekday,
                months,
            } => {
                each_month(years, range, months, |year, month| {
                    inside(nth_weekday(year, month, *nth, *weekday));
                });
            }
            DayRule::WorkingDay { nth, months } => {
                each_month(years, range, months, |year, month| {
                    inside(
                        context
                            .work
                            .nth_working_day(year, month.get().into(), nth.get()),
                    );
                });
            }
            DayRule::MonthEnd { months } => {
                each_month(years, range, months, |year, month| {
                    inside(month_end(year, month.get().into()));
                });
            }
            DayRule::Week {
                week,
                weekday,
                without_53,
            } => {
                // The ISO year begins and ends up to three days beside the calendar year, and
                // the stand-in for week 53 may lie in the year after.
                years.between(range, 1).for_each(|year| {
                    let week = week_or_stand_in(year, *week, *without_53);
                    inside(week.map(|week| week.day(*weekday)));
                });
            }
            DayRule::EveryNthWeek {
                weeks,
                weekday,
                start,
            } => {
                let first = weekday_on_or_after(start.0, *weekday);
                every_nth_week(first, *weeks, range, &mut |day| {
                    if years.hold(day.year()) {
                        each(day);
                    }
                });
            }
            DayRule::WeekParity {
                odd,
                weekday,
                months,
            } => {
                let months = MonthSet::of(months);
                week_parity(*odd, *weekday, range, &mut |day| {
                    if years.hold(day.year()) && months.holds(day.month()) {
                        each(day);
                    }
                });
            }
            DayRule::MandateDay { mandate_year, day } => {
                years.between(range, 0).for_each(|year| {
                    let day = day
                        .in_year(year, self.missing)
                        .filter(|day| range.contains(*day));
                    inside(day.filter(|day| {
                        context.mandates.mandate_year(*day, Default::default())
                            == Some(*mandate_year)
                    }));
                });
            }
            DayRule::AfterElection { months, days } => {
                let reach = span(*months, *days, 0);
                let elections = range.widened(reach, reach);
                context
                    .mandates
                    .for_each_election(elections, &mut |election| {
                        if years.hold(election.year()) {
                            let month = add_months(election, *months, EndOfMonth::LastDay);
                            inside(Some(add_days(month, i64::from(*days))));
                        }
                    });
            }
            DayRule::Offset {
                from,
                days,
                weeks,
                months,
                working_days,
            } => {
                let work = context.work;
                let by_work = if *working_days == 0 {
                    0
                } else {
                    work.reach(*working_days)
                };
                let reach = span(*months, *days, *weeks) + by_work;
                let days = i64::from(*days) + i64::from(*weeks) * 7;
                from.for_each(range.widened(reach, reach), context, &mut |occurrence| {
                    let month = add_months(occurrence.date, *months, EndOfMonth::LastDay);
                    let day = work.shift(add_days(month, days), *working_days);
                    inside(Some(day).filter(|day| years.hold(day.year())));
                });
            }
        }
    }
}

/// At least as many days as these months, days and weeks can move a date.
fn span(months: i32, days: i32, weeks: i32) -> i64 {
    let size = |number: i32| i64::from(number.unsigned_abs());
    size(months) * 31 + size(days) + size(weeks) * 7
}

/// The years in which a rule holds.
#[derive(Clone, Copy)]
struct Years {
    first: i32,
    last: i32,
    every: i32,
    anchor: i32,
}

impl Years {
    fn of(rule: &DateRule) -> Self {
        Self {
            first: rule.from_year.unwrap_or(i32::MIN),
            last: rule.until_year.unwrap_or(i32::MAX),
            every: rule.every_years.map_or(1, |years| i32::from(years.max(1))),
            anchor: rule.from_year.unwrap_or(0),
        }
    }

    fn hold(self, year: i32) -> bool {
        self.first <= year
            && year <= self.last
            && (self.every == 1 || (year - self.anchor).rem_euclid(self.every) == 0)
    }

    /// The years that touch a range, `beside` more at either end.
    fn between(self, range: DateRange, beside: i32) -> impl Iterator<Item = i32> {
        let first = self.first.max(range.start.year() - beside);
        let last = self.last.min(range.end.year() + beside);
        let step = usize::try_from(self.every).unwrap_or(1);
        let to_anchor = match self.every {
            1 => 0,
            every => (self.anchor - first).rem_euclid(every),
        };
        (first + to_anchor..=last).step_by(step)
    }
}

/// A set of months; the empty list in a document means all.
#[derive(Clone, Copy)]
struct MonthSet(u16);

impl MonthSet {
    fn of(months: &[Month]) -> Self {
        match months {
            [] => Self(u16::MAX),
            some => Self(some.iter().fold(0, |set, month| set | 1 << month.get())),
        }
    }

    fn holds(self, month: u32) -> bool {
        self.0 >> month & 1 == 1
    }
}

fn each_month(years: Years, range: DateRange, months: &[Month], mut each: impl FnMut(i32, Month)) {
    let set = MonthSet::of(months);
    // Months are ordered as the calendar has them, whatever order the document lists.
    let months = Month::all().filter(move |month| set.holds(month.get().into()));
    for year in years.between(range, 0) {
        months.clone().for_each(|month| each(year, month));
    }
}

fn week_or_stand_in(year: i32, week: u8, without_53: Week53) -> Option<IsoWeek> {
    IsoWeek::new(year, week).or_else(|| match without_53 {
        Week53::Skip => None,
        Week53::Week52 => IsoWeek::new(year, 52),
        Week53::Week1Next => IsoWeek::new(year.checked_add(1)?, 1),
    })
}

fn every_nth_week(first: NaiveDate, weeks: u8, range: DateRange, each: Each<'_>) {
    let step = i32::from(weeks.max(1)) * 7;
    let first = day_number(first);
    let ahead = (day_number(range.start) - first).max(0);
    // Counted from the anchor, so that every range sees the same rhythm.
    let mut day = first + (ahead + step - 1) / step * step;
    let end = day_number(range.end);
    while day < end {
        each(from_day_number(day.into()));
        day += step;
    }
}

fn week_parity(odd: bool, weekday: Weekday, range: DateRange, each: Each<'_>) {
    let (start, end) = (day_number(range.start), day_number(range.end));
    for year in range.start.year() - 1..=range.end.year() + 1 {
        let Some(first) = IsoWeek::new(year, 1) else {
            continue;
        };
        let first_week = if odd { 1 } else { 2 };
        let week_1 = day_number(first.day(weekday));
        for week in (first_week..=i32::from(IsoWeek::weeks_in(year))).step_by(2) {
            let day = week_1 + (week - 1) * 7;
            if start <= day && day < end {
                each(from_day_number(day.into()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MandateCalendar, WorkCalendar, date, format};
    use super::*;

    fn days(json: &str, first: i32, last: i32) -> Vec<String> {
        let rule: DateRule = serde_json::from_str(json).unwrap();
        assert_eq!(
            serde_json::from_str::<DateRule>(&serde_json::to_string(&rule).unwrap()).unwrap(),
            rule
        );
        let range = DateRange::years(first, last).unwrap();
        let (work, mandates) = (WorkCalendar::new(range), MandateCalendar::swedish());
        let context = RuleContext {
            work: &work,
            mandates: &mandates,
        };
        rule.occurrences(range, &context)
            .iter()
            .map(|one| format(one.date))
            .collect()
    }

    #[test]
    fn leap_days_follow_their_policy() {
        let rule = |missing| format!(r#"{{"on": {{"day": "02-29"}}, "missing": "{missing}"}}"#);
        assert_eq!(
            days(&rule("last_of_month"), 2027, 2028),
            ["2027-02-28", "2028-02-29"]
        );
        assert_eq!(days(&rule("skip"), 2027, 2028), ["2028-02-29"]);
        assert_eq!(
            days(&rule("next_day"), 2027, 2028),
            ["2027-03-01", "2028-02-29"]
        );
    }

    #[test]
    fn months_come_in_calendar_order_and_once() {
        let rule =
            r#"{"on": {"nth_weekday": {"nth": -1, "weekday": "thursday", "months": [9, 3, 9]}}}"#;
        assert_eq!(days(rule, 2026, 2026), ["2026-03-26", "2026-09-24"]);
        let fifth = r#"{"on": {"nth_weekday": {"nth": 5, "weekday": "monday"}}}"#;
        assert_eq!(
            days(fifth, 2026, 2026),
            ["2026-03-30", "2026-06-29", "2026-08-31", "2026-11-30"]
        );
        let end = r#"{"on": {"month_end": {"months": [2, 12]}}, "roll": "earlier"}"#;
        assert_eq!(days(end, 2026, 2026), ["2026-02-27", "2026-12-30"]);
        let work = r#"{"on": {"working_day": {"nth": 1, "months": [1, 5]}}}"#;
        assert_eq!(days(work, 2026, 2026), ["2026-01-02", "2026-05-04"]);
    }

    #[test]
    fn week_53_has_stand_ins() {
        let rule = |policy| {
            format!(
                r#"{{"on": {{"week": {{"week": 53, "weekday": "monday", "without_53": "{policy}"}}}}}}"#
            )
        };
        assert_eq!(days(&rule("skip"), 2026, 2028), ["2026-12-28"]);
        assert_eq!(
            days(&rule("week52"), 2026, 2027),
            ["2026-12-28", "2027-12-27"]
        );
        assert_eq!(days(&rule("week1_next"), 2027, 2028), ["2028-01-03"]);
    }

    #[test]
    fn the_week_rhythm_counts_from_its_anchor() {
        let rule = r#"{"on": {"every_nth_week": {"weeks": 3, "weekday": "tuesday", "start": "2026-12-01"}}}"#;
        let two = days(rule, 2026, 2027);
        assert_eq!(two.first().map(String::as_str), Some("2026-12-01"));
        assert_eq!(two[2..], days(rule, 2027, 2027));
    }

    #[test]
    fn odd_weeks_meet_at_the_turn_of_a_long_year() {
        let rule =
            r#"{"on": {"week_parity": {"odd": true, "weekday": "wednesday", "months": [12, 1]}}}"#;
        let found = days(rule, 2026, 2027);
        assert!(
            found
                .windows(2)
                .any(|pair| pair == ["2026-12-30", "2027-01-06"])
        );
        assert!(
            found
                .iter()
                .all(|day| day.contains("-12-") || day.contains("-01-"))
        );
    }

    #[test]
    fn mandate_days_and_elections() {
        let rule =
            r#"{"on": {"mandate_day": {"mandate_year": 1, "day": "10-31"}}, "roll": "statutory"}"#;
        assert_eq!(
            days(rule, 2020, 2031),
            ["2023-10-31", "2027-11-01", "2031-10-31"]
        );
        // Plan- och bygglagen 3 kap. 23 §: within 24 months of an ordinary election.
        let rule = r#"{"on": {"after_election": {"months": 24}}}"#;
        assert_eq!(days(rule, 2026, 2032), ["2028-09-13", "2032-09-08"]);
        let rule = r#"{"on": {"after_election": {"months": 0, "days": -10}}}"#;
        assert_eq!(days(rule, 2026, 2026), ["2026-09-03"]);
    }

    #[test]
    fn offsets_count_from_moved_days_and_across_years() {
        let rule = r#"{"on": {"offset": {"from": {"on": {"day": "01-05"}}, "weeks": -2}}}"#;
        assert_eq!(days(rule, 2026, 2026), ["2026-12-22"]);
        let rule = r#"{"on": {"offset": {"from": {"on": {"day": "04-15"}, "roll": "later"}, "working_days": -1}}}"#;
        assert_eq!(days(rule, 2028, 2028), ["2028-04-13"]);
        let rule = r#"{"on": {"offset": {"from": {"on": {"day": "06-30"}}, "months": 2}}}"#;
        assert_eq!(days(rule, 2026, 2026), ["2026-08-30"]);
    }

    #[test]
    fn years_are_left_out() {
        let rule =
            r#"{"on": {"day": "04-15"}, "every_years": 2, "from_year": 2027, "until_year": 2031}"#;
        assert_eq!(
            days(rule, 2020, 2040),
            ["2027-04-15", "2029-04-15", "2031-04-15"]
        );
        assert_eq!(days(rule, 2028, 2030), ["2029-04-15"]);
        let rule = r#"{"on": {"date": "2027-03-01"}, "until_year": 2026}"#;
        assert!(days(rule, 2020, 2040).is_empty());
    }

    #[test]
    fn a_day_moved_over_the_border_counts_where_it_lands() {
        let rule = r#"{"on": {"day": "12-31"}, "roll": "statutory"}"#;
        assert!(days(rule, 2027, 2027).contains(&"2027-01-04".to_owned()));
        assert_eq!(days(rule, 2026, 2026), ["2026-01-02"]);
        assert_eq!(date(2026, 1, 2).map(Weekday::of), Some(Weekday::Friday));
    }

    #[test]
    fn faults_in_rules_are_coded() {
        let fault = |json: &str| {
            let error = serde_json::from_str::<DateRule>(json).unwrap_err();
            super::super::CodedError::parse(&error.to_string())
        };
        use super::super::CodedError as E;
        let week = r#"{"on": {"week": {"week": 54, "weekday": "monday"}}}"#;
        assert_eq!(fault(week), Some(E::OutOfRange { min: 1, max: 53 }));
        let nth = r#"{"on": {"nth_weekday": {"nth": 0, "weekday": "monday"}}}"#;
        assert_eq!(fault(nth), Some(E::NotAPlace { max: 5 }));
        let years = r#"{"on": {"day": "04-15"}, "every_years": 0}"#;
        assert_eq!(fault(years), Some(E::OutOfRange { min: 1, max: 100 }));
        assert!(
            serde_json::from_str::<DateRule>(r#"{"on": {"day": "04-15"}, "rol": "as_is"}"#)
                .is_err()
        );
        assert!(
            serde_json::from_str::<DateRule>(r#"{"on": {"month_end": {"month": [1]}}}"#).is_err()
        );
    }
}
