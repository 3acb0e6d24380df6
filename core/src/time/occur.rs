//! The days that a date rule gives in a range.

use super::election::nth_weekday;
use super::fields::{MissingDay, Month};
use super::holiday::each_named;
use super::range::{
    DateRange, EndOfMonth, add_days, add_months, day_number, from_day_number, month_end,
};
use super::rule::{DateRule, DayRule, Occurrence, RuleContext, Week53};
use super::week::{IsoWeek, Weekday, weekday_on_or_after};
use super::workday::Roll;
use crate::order::Order;
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
            found.order_by_key(|one| (one.date, one.nominal));
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
            DayRule::Holiday { name, days } => {
                let days = i64::from(*days);
                let beside = range.widened(days, -days);
                years.between(beside, 0).for_each(|year| {
                    each_named(year, *name, |day| inside(Some(add_days(day, days))));
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
                    let month = months_from(occurrence.date, *months, self.missing);
                    let day = month.map(|month| work.shift(add_days(month, days), *working_days));
                    inside(day.filter(|day| years.hold(day.year())));
                });
            }
        }
    }
}

/// The same day some months away; what a month without it does is the rule's own.
fn months_from(date: NaiveDate, months: i32, missing: MissingDay) -> Option<NaiveDate> {
    let found = |policy| add_months(date, months, policy);
    match missing {
        MissingDay::LastOfMonth => Some(found(EndOfMonth::LastDay)),
        MissingDay::NextDay => Some(found(EndOfMonth::FirstDayOfNext)),
        MissingDay::Skip => {
            Some(found(EndOfMonth::LastDay)).filter(|day| months == 0 || day.day() == date.day())
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
            && (self.every == 1
                || (i64::from(year) - i64::from(self.anchor)) % i64::from(self.every) == 0)
    }

    /// The years that touch a range, `beside` more at either end.
    fn between(self, range: DateRange, beside: i32) -> impl Iterator<Item = i32> {
        let first = self.first.max(range.start.year() - beside);
        let last = self.last.min(range.end.year() + beside);
        let step = usize::try_from(self.every).unwrap_or(1);
        // Wide enough for any year that code, not a document, puts in a rule.
        let ahead = i64::from(self.anchor) - i64::from(first);
        let to_next = i32::try_from(ahead.rem_euclid(i64::from(self.every))).unwrap_or(0);
        (first.saturating_add(to_next)..=last).step_by(step)
    }
}

/// A set of months; the empty list in a document means all.
#[derive(Clone, Copy)]
struct MonthSet(u16);

impl MonthSet {
    fn of(months: &[Month]) -> Self {
        match months {
            [] => Self(0b1_1111_1111_1110),
            some => Self(some.iter().fold(0, |set, month| set | 1 << month.get())),
        }
    }

    fn holds(self, month: u32) -> bool {
        self.0 >> month & 1 == 1
    }
}

fn each_month(years: Years, range: DateRange, months: &[Month], mut each: impl FnMut(i32, Month)) {
    // In calendar order, whatever order the document lists; only months that are in the set cost.
    let set = MonthSet::of(months);
    for year in years.between(range, 0) {
        let mut left = set.0;
        while let Some(month) = Month::new(u8::try_from(left.trailing_zeros()).unwrap_or(0)) {
            each(year, month);
            left &= left - 1;
        }
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
