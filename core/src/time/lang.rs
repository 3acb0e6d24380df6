//! Dates, months and weeks as people write them in Swedish and English.

use super::fields::Month;
use super::week::{IsoWeek, Weekday};
use crate::read::Read;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A language that the program speaks.
///
/// ```
/// use planning_wheel::time::{Lang, date};
/// let day = date(2027, 11, 18).unwrap();
/// assert_eq!(Lang::Sv.short_date(day), "tor 18 nov");
/// assert_eq!(Lang::En.long_date(day), "18 November 2027");
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Read,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl Lang {
    /// The one of two values that is in this language.
    pub fn pick<T>(self, sv: T, en: T) -> T {
        match self {
            Self::Sv => sv,
            Self::En => en,
        }
    }

    /// "tor 18 nov", "Thu 18 Nov".
    pub fn short_date(self, date: NaiveDate) -> String {
        let mut text = String::with_capacity(12);
        text.push_str(Weekday::of(date).short_name(self));
        text.push(' ');
        text.push_str(&date.day().to_string());
        text.push(' ');
        text.push_str(Month::of(date).short_name(self));
        text
    }

    /// "18 november", "18 November".
    pub fn day_and_month(self, day: u8, month: Month) -> String {
        let mut text = day.to_string();
        text.push(' ');
        text.push_str(month.name(self));
        text
    }

    /// "18 november 2027", "18 November 2027".
    pub fn long_date(self, date: NaiveDate) -> String {
        let day = u8::try_from(date.day()).unwrap_or(1);
        let mut text = self.day_and_month(day, Month::of(date));
        text.push(' ');
        text.push_str(&date.year().to_string());
        text
    }

    /// "torsdag 18 november 2027", "Thursday 18 November 2027".
    pub fn full_date(self, date: NaiveDate) -> String {
        let mut text = Weekday::of(date).name(self).to_owned();
        text.push(' ');
        text.push_str(&self.long_date(date));
        text
    }

    /// "v. 46", "wk 46".
    pub fn week(self, week: IsoWeek) -> String {
        let prefix = match self {
            Self::Sv => "v. ",
            Self::En => "wk ",
        };
        prefix.to_owned() + &week.week().to_string()
    }
}

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Month {
    /// Full name: "mars", "March".
    pub fn name(self, lang: Lang) -> &'static str {
        let names = match lang {
            Lang::Sv => &MONTHS_SV,
            Lang::En => &MONTHS_EN,
        };
        names
            .get(usize::from(self.get()) - 1)
            .copied()
            .unwrap_or_default()
    }

    /// Short name: "mars", "sep"; "Mar", "Sep".
    pub fn short_name(self, lang: Lang) -> &'static str {
        let name = self.name(lang);
        // Swedish writes its four- and five-letter months in full.
        if lang == Lang::Sv && matches!(self.get(), 3 | 6 | 7) {
            return name;
        }
        name.get(..3).unwrap_or(name)
    }
}

#[cfg(test)]
mod tests {
    use super::super::range::date;
    use super::*;

    #[test]
    fn people_read_these() {
        let day = date(2027, 11, 18).unwrap();
        assert_eq!(Lang::En.short_date(day), "Thu 18 Nov");
        assert_eq!(Lang::Sv.long_date(day), "18 november 2027");
        assert_eq!(Lang::Sv.full_date(day), "torsdag 18 november 2027");
        assert_eq!(Lang::Sv.week(IsoWeek::of(day)), "v. 46");
        assert_eq!(Lang::En.week(IsoWeek::of(day)), "wk 46");
        assert_eq!(Lang::Sv.short_date(date(2026, 6, 6).unwrap()), "lör 6 juni");
        assert_eq!(Lang::En.short_date(date(2026, 6, 6).unwrap()), "Sat 6 Jun");
    }
}
