//! How much of the year is looked at: all of it, a term, a month or a week.

use super::fields::Month;
use super::lang::Lang;
use super::range::{DateRange, EndOfMonth, add_days, add_months, date};
use super::week::{IsoWeek, Weekday};
use chrono::{Datelike, NaiveDate};

/// A stretch of days that one looks at, from the widest to the narrowest.
///
/// # Example
/// ```
/// use planning_wheel::time::{Lang, Month, Stretch, date};
/// let january = Month::new(1).unwrap();
/// let month = Stretch::Month.around(date(2027, 11, 18).unwrap(), january);
/// assert_eq!(month.start, date(2027, 11, 1).unwrap());
/// assert_eq!(Stretch::Month.name(month, Lang::Sv), "november 2027");
/// assert_eq!(Stretch::Year.inner(), Some(Stretch::Term));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stretch {
    /// Twelve months.
    #[default]
    Year,
    /// Half a year; of a year that begins in summer, autumn or spring as in a school.
    Term,
    /// A calendar month.
    Month,
    /// From Monday to Sunday.
    Week,
}

impl Stretch {
    /// From the widest to the narrowest.
    pub const ALL: [Self; 4] = [Self::Year, Self::Term, Self::Month, Self::Week];

    /// Name in data: `year`, `term`, `month` or `week`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Term => "term",
            Self::Month => "month",
            Self::Week => "week",
        }
    }

    /// The stretch with this name in data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stretch| stretch.id() == id)
    }

    /// The next narrower one.
    #[must_use]
    pub fn inner(self) -> Option<Self> {
        Self::ALL.into_iter().find(|other| *other > self)
    }

    /// The next wider one.
    #[must_use]
    pub fn outer(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|other| *other < self)
    }

    /// The days around a day, in years that begin with a month. A week is cut where the year ends:
    /// each of its parts belongs to a year of its own.
    #[must_use]
    pub fn around(self, day: NaiveDate, year_starts: Month) -> DateRange {
        let first = u32::from(year_starts.get());
        let year = day.year() - i32::from(day.month() < first);
        let months = |from: i32, count: i32| {
            let start = date(year, first, 1).unwrap_or(day);
            let start = add_months(start, from, EndOfMonth::LastDay);
            DateRange {
                start,
                end: add_months(start, count, EndOfMonth::LastDay),
            }
        };
        let whole = months(0, 12);
        match self {
            Self::Year => whole,
            Self::Term => {
                // The school's autumn ends with the calendar year.
                let autumn = if matches!(first, 7 | 8) {
                    13 - year_starts.get().cast_signed()
                } else {
                    6
                };
                let autumn = i32::from(autumn);
                let halves = [months(0, autumn), months(autumn, 12 - autumn)];
                let own = halves.into_iter().find(|half| half.contains(day));
                own.unwrap_or(whole)
            }
            Self::Month => {
                let start = day.with_day(1).unwrap_or(day);
                DateRange {
                    start,
                    end: add_months(start, 1, EndOfMonth::LastDay),
                }
            }
            Self::Week => {
                let start = IsoWeek::of(day).day(Weekday::Monday);
                let end = add_days(start, 7);
                let week = DateRange { start, end };
                week.intersection(&whole).unwrap_or(week)
            }
        }
    }

    /// What its days are called: "2027/28", "jan–juni 2027", "november 2027", "v. 46 2027".
    #[must_use]
    pub fn name(self, days: DateRange, lang: Lang) -> String {
        let year = match self {
            Self::Year => return years(days),
            Self::Week => IsoWeek::of(days.start).year(),
            Self::Term | Self::Month => add_days(days.end, -1).year(),
        };
        format!("{} {year}", self.short_name(days, lang))
    }

    /// The same without its year: "jan–juni", "november", "v. 46".
    #[must_use]
    pub fn short_name(self, days: DateRange, lang: Lang) -> String {
        let month = |day: NaiveDate| Month::of(day);
        match self {
            Self::Year => years(days),
            Self::Term => {
                let (first, last) = (month(days.start), month(add_days(days.end, -1)));
                format!("{}–{}", first.short_name(lang), last.short_name(lang))
            }
            Self::Month => month(days.start).name(lang).to_owned(),
            Self::Week => lang.week(IsoWeek::of(days.start)),
        }
    }
}

/// "2027", or "2027/28" for days of two years.
fn years(days: DateRange) -> String {
    let (first, last) = (days.start.year(), add_days(days.end, -1).year());
    if first >= last {
        first.to_string()
    } else {
        format!("{first}/{:02}", last.rem_euclid(100))
    }
}
