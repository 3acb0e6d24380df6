//! Repetition rules: what they say, and the days that they give in one of their periods.

use super::moment::When;
use crate::order::Order;
use crate::time::{Weekday, add_days, date, days_in_month};
use chrono::{Datelike, NaiveDate};

/// How long a rule's period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A repetition rule (RFC 5545, 3.3.10).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) frequency: Frequency,
    pub(super) interval: i32,
    pub(super) count: Option<u32>,
    pub(super) until: Option<When>,
    months: Vec<i32>,
    month_days: Vec<i32>,
    /// Weekdays, each with its place in the month or year; 0 means every one.
    weekdays: Vec<(i32, Weekday)>,
    places: Vec<i32>,
    week_start: Weekday,
}

impl Rule {
    /// Reads a rule; nothing when any part of it is not known.
    pub(super) fn read(value: &str) -> Option<Self> {
        let mut rule = Self {
            frequency: Frequency::Yearly,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            places: Vec::new(),
            week_start: Weekday::Monday,
        };
        let mut known = false;
        for part in value.trim().split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            known |= name.eq_ignore_ascii_case("FREQ");
            rule.part(&name.to_ascii_uppercase(), &value.to_ascii_uppercase())?;
        }
        let numbered = rule.weekdays.iter().any(|(place, _)| *place != 0);
        let can_number = matches!(rule.frequency, Frequency::Monthly | Frequency::Yearly);
        (known && (can_number || !numbered)).then_some(rule)
    }

    fn part(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "FREQ" => {
                self.frequency = match value {
                    "DAILY" => Frequency::Daily,
                    "WEEKLY" => Frequency::Weekly,
                    "MONTHLY" => Frequency::Monthly,
                    "YEARLY" => Frequency::Yearly,
                    _ => return None,
                }
            }
            "INTERVAL" => self.interval = number(value, 1, 1_000)?,
            "COUNT" => self.count = Some(value.parse().ok().filter(|count| *count > 0)?),
            "UNTIL" => self.until = Some(When::read(value)?),
            "BYMONTH" => self.months = numbers(value, 1, 12)?,
            "BYMONTHDAY" => self.month_days = numbers(value, -31, 31)?,
            "BYSETPOS" => self.places = numbers(value, -366, 366)?,
            "BYDAY" => self.weekdays = value.split(',').map(weekday).collect::<Option<_>>()?,
            "WKST" => self.week_start = weekday(value).filter(|(place, _)| *place == 0)?.1,
            _ => return None,
        }
        Some(())
    }

    /// First day of the rule's period with a number, counted from the one that holds `start`.
    pub(super) fn period(&self, start: NaiveDate, number: i32) -> Option<NaiveDate> {
        let steps = number.checked_mul(self.interval)?;
        match self.frequency {
            Frequency::Daily => Some(add_days(start, steps.into())),
            Frequency::Weekly => Some(add_days(self.week_of(start), i64::from(steps) * 7)),
            Frequency::Monthly => {
                let month = start.year() * 12 + i32::try_from(start.month0()).ok()?;
                let month = month.checked_add(steps)?;
                date(
                    month.div_euclid(12),
                    u32::try_from(month.rem_euclid(12)).ok()? + 1,
                    1,
                )
            }
            Frequency::Yearly => date(start.year().checked_add(steps)?, 1, 1),
        }
    }

    /// Number of a period that begins no later than a day, never below 0.
    pub(super) fn number_before(&self, start: NaiveDate, day: NaiveDate) -> i32 {
        let days = (day - start).num_days();
        let length = match self.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        };
        let number = days / (length * i64::from(self.interval)) - 1;
        i32::try_from(number.max(0)).unwrap_or(0)
    }

    fn week_of(&self, day: NaiveDate) -> NaiveDate {
        let own = i64::from(Weekday::of(day).number());
        let back = (own - i64::from(self.week_start.number())).rem_euclid(7);
        add_days(day, -back)
    }

    /// The days of the period that begins on a day, in order.
    pub(super) fn days(&self, start: NaiveDate, begin: NaiveDate) -> Vec<NaiveDate> {
        let mut days = match self.frequency {
            Frequency::Daily => vec![begin],
            Frequency::Weekly => self.of_week(start, begin),
            Frequency::Monthly => self.of_month(start, begin),
            Frequency::Yearly => return self.days_in_year(start, begin.year()),
        };
        days.retain(|day| self.in_months(*day) && self.fits(*day));
        self.placed(days)
    }

    /// The days that a yearly rule gives in a year.
    pub(super) fn days_in_year(&self, start: NaiveDate, year: i32) -> Vec<NaiveDate> {
        let own = [i32::try_from(start.month()).unwrap_or(1)];
        let every: [i32; 12] = std::array::from_fn(|at| at as i32 + 1);
        let in_year =
            self.months.is_empty() && self.month_days.is_empty() && !self.weekdays.is_empty();
        let months: &[i32] = match (self.months.as_slice(), self.month_days.is_empty()) {
            ([], true) => &own,
            ([], false) => &every,
            (months, _) => months,
        };
        let mut days = Vec::new();
        if in_year {
            let range = date(year, 1, 1).zip(date(year, 12, 31));
            if let Some((first, last)) = range {
                days = self.on_weekdays(first, last);
            }
        } else {
            for month in months {
                let first = u32::try_from(*month)
                    .ok()
                    .and_then(|month| date(year, month, 1));
                days.extend(
                    first
                        .into_iter()
                        .flat_map(|first| self.of_month(start, first)),
                );
            }
        }
        days.retain(|day| self.fits(*day));
        self.placed(days)
    }

    fn of_week(&self, start: NaiveDate, begin: NaiveDate) -> Vec<NaiveDate> {
        let own = Weekday::of(start);
        let week = (0..7).map(|day| add_days(begin, day));
        let wanted = |day: &NaiveDate| match self.weekdays.is_empty() {
            true => Weekday::of(*day) == own,
            false => self.names(*day),
        };
        week.filter(wanted).collect()
    }

    fn of_month(&self, start: NaiveDate, first: NaiveDate) -> Vec<NaiveDate> {
        let length = i32::try_from(days_in_month(first.year(), first.month())).unwrap_or(28);
        let on = |day: i32| first.with_day(u32::try_from(day).ok()?);
        if !self.month_days.is_empty() {
            let day = |day: &i32| on(if *day < 0 { length + 1 + day } else { *day });
            return self.month_days.iter().filter_map(day).collect();
        }
        if !self.weekdays.is_empty() {
            return on(length).map_or_else(Vec::new, |last| self.on_weekdays(first, last));
        }
        let own = i32::try_from(start.day()).unwrap_or(1);
        on(own).into_iter().collect()
    }

    /// The rule's weekdays between two days: every one, or those with their places.
    fn on_weekdays(&self, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        for (place, weekday) in &self.weekdays {
            let (from, to) = (Weekday::of(first).number(), Weekday::of(last).number());
            let begin = add_days(
                first,
                (i64::from(weekday.number()) - i64::from(from)).rem_euclid(7),
            );
            let end = add_days(
                last,
                -(i64::from(to) - i64::from(weekday.number())).rem_euclid(7),
            );
            let steps = i64::from(*place);
            let one = match place {
                0 => {
                    let weeks = (end - begin).num_days() / 7;
                    days.extend((0..=weeks).map(|week| add_days(begin, week * 7)));
                    continue;
                }
                1.. => add_days(begin, (steps - 1) * 7),
                _ => add_days(end, (steps + 1) * 7),
            };
            days.extend((first..=last).contains(&one).then_some(one));
        }
        days
    }

    /// Whether a day has one of the weekdays that narrow the rule down; where days of the month
    /// or nothing else are named, they do.
    fn fits(&self, day: NaiveDate) -> bool {
        let narrows = self.frequency == Frequency::Daily || !self.month_days.is_empty();
        let in_month_days = || {
            let length = i32::try_from(days_in_month(day.year(), day.month())).unwrap_or(31);
            let own = i32::try_from(day.day()).unwrap_or(1);
            let days = &self.month_days;
            days.is_empty() || days.contains(&own) || days.contains(&(own - length - 1))
        };
        !narrows || ((self.weekdays.is_empty() || self.names(day)) && in_month_days())
    }

    fn names(&self, day: NaiveDate) -> bool {
        let own = Weekday::of(day);
        self.weekdays.iter().any(|(_, weekday)| *weekday == own)
    }

    fn in_months(&self, day: NaiveDate) -> bool {
        let own = i32::try_from(day.month()).unwrap_or(0);
        self.months.is_empty() || self.months.contains(&own)
    }

    /// The days at the rule's places among those of a period; all without places.
    fn placed(&self, mut days: Vec<NaiveDate>) -> Vec<NaiveDate> {
        days.order();
        days.dedup();
        if self.places.is_empty() {
            return days;
        }
        let count = i32::try_from(days.len()).unwrap_or(i32::MAX);
        let at = |place: &i32| {
            let at = if *place < 0 { count + place } else { place - 1 };
            days.get(usize::try_from(at).ok()?).copied()
        };
        let mut chosen: Vec<NaiveDate> = self.places.iter().filter_map(at).collect();
        chosen.order();
        chosen.dedup();
        chosen
    }
}

fn number(text: &str, least: i32, most: i32) -> Option<i32> {
    let number = text.trim().trim_start_matches('+').parse::<i32>().ok()?;
    (number != 0 && (least..=most).contains(&number)).then_some(number)
}

fn numbers(text: &str, least: i32, most: i32) -> Option<Vec<i32>> {
    text.split(',')
        .map(|one| number(one, least, most))
        .collect()
}

/// `TU`, `2TU`, `-1FR`.
fn weekday(text: &str) -> Option<(i32, Weekday)> {
    const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let text = text.trim();
    let (place, name) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let at = NAMES.iter().position(|one| *one == name)?;
    let place = match place {
        "" => 0,
        place => number(place, -53, 53)?,
    };
    Some((place, Weekday::ALL.get(at).copied()?))
}
