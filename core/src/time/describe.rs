//! Date rules in words.

use super::election::ElectionRegime;
use super::fields::{MissingDay, Month, MonthDay};
use super::lang::Lang;
use super::rule::{DateRule, DayRule, Week53};
use super::week::Weekday;
use super::words::{Unit, distance, every, in_sentence, join, list, ordinal, place};
use super::workday::Roll;

impl DateRule {
    /// The rule in words.
    ///
    /// ```
    /// use planning_wheel::time::{DateRule, Lang};
    /// let rule: DateRule = serde_json::from_str(r#"{"on": {"day": "04-15"}}"#).unwrap();
    /// assert_eq!(rule.describe(Lang::Sv), "15 april");
    /// ```
    pub fn describe(&self, lang: Lang) -> String {
        let mut text = self.on.describe(lang, self.missing);
        push_every(&mut text, lang, self.every_years.unwrap_or(1));
        push_years(&mut text, lang, self.from_year, self.until_year);
        text.push_str(match self.roll {
            Roll::AsIs => "",
            Roll::Earlier => lang.pick(
                " (vid ledig dag arbetsdagen före)",
                " (on a day off, the working day before)",
            ),
            Roll::Later => lang.pick(
                " (vid ledig dag arbetsdagen efter)",
                " (on a day off, the working day after)",
            ),
            Roll::Statutory => {
                lang.pick(" (flyttas enligt lag 1930:173)", " (moved by Act 1930:173)")
            }
        });
        text
    }
}

impl ElectionRegime {
    /// When elections are held, in words.
    ///
    /// ```
    /// use planning_wheel::time::{ElectionRegime, Lang, Month, Nth, Weekday};
    /// let rule = ElectionRegime {
    ///     from_year: 2014,
    ///     every_years: 4,
    ///     month: Month::new(9).unwrap(),
    ///     nth: Nth::SECOND,
    ///     weekday: Weekday::Sunday,
    /// };
    /// assert_eq!(rule.describe(Lang::Sv), "andra söndagen i september vart fjärde år");
    /// ```
    pub fn describe(&self, lang: Lang) -> String {
        let day = DayRule::NthWeekday {
            nth: self.nth,
            weekday: self.weekday,
            months: vec![self.month],
        };
        let mut text = day.describe(lang, MissingDay::default());
        push_every(&mut text, lang, self.every_years);
        text
    }
}

fn push_every(text: &mut String, lang: Lang, years: u8) {
    if years > 1 {
        text.push(' ');
        text.push_str(&every(
            years,
            lang,
            lang.pick("vart", "every"),
            lang.pick("år", "year"),
        ));
    }
}

impl DayRule {
    fn describe(&self, lang: Lang, missing: MissingDay) -> String {
        match self {
            Self::Date(day) => lang.long_date(day.0),
            Self::Day(day) => day_of_year(*day, lang, missing),
            Self::NthWeekday {
                nth,
                weekday,
                months,
            } => join([
                &place(nth.get(), lang),
                " ",
                weekday.name(lang),
                lang.pick("en", ""),
                &of_months(months, lang, " of "),
            ]),
            Self::WorkingDay { nth, months } => join([
                &place(nth.get(), lang),
                lang.pick(" arbetsdagen", " working day"),
                &of_months(months, lang, " of "),
            ]),
            Self::MonthEnd { months } => join([
                lang.pick("sista dagen", "last day"),
                &of_months(months, lang, " of "),
            ]),
            Self::Week {
                week,
                weekday,
                without_53,
            } => join([
                weekday.name(lang),
                lang.pick(" vecka ", " of week "),
                &week.to_string(),
                if *week == 53 {
                    stand_in(*without_53, lang)
                } else {
                    ""
                },
            ]),
            Self::EveryNthWeek {
                weeks,
                weekday,
                start,
            } => join([
                &rhythm(*weeks, *weekday, lang),
                lang.pick(" från ", " from "),
                &lang.long_date(start.0),
            ]),
            Self::WeekParity {
                odd,
                weekday,
                months,
            } => join([
                weekday.name(lang),
                match odd {
                    true => lang.pick(" udda veckor", " of odd weeks"),
                    false => lang.pick(" jämna veckor", " of even weeks"),
                },
                &if months.is_empty() {
                    String::new()
                } else {
                    of_months(months, lang, " in ")
                },
            ]),
            Self::MandateDay { mandate_year, day } => join([
                &day_of_year(*day, lang, missing),
                lang.pick(" mandatperiodens ", " in the "),
                &ordinal(*mandate_year, lang),
                lang.pick(" år", " year of the term of office"),
            ]),
            Self::AfterElection { months, days } => {
                distance(&[(*months, Unit::Month), (*days, Unit::Day)], lang)
                    + lang.pick("valdagen", "election day")
            }
            Self::Holiday { name, days } => {
                distance(&[(*days, Unit::Day)], lang) + &in_sentence(*name, lang)
            }
            Self::Offset {
                from,
                days,
                weeks,
                months,
                working_days,
            } => {
                let parts = [
                    (*months, Unit::Month),
                    (*weeks, Unit::Week),
                    (*days, Unit::Day),
                    (*working_days, Unit::WorkingDay),
                ];
                distance(&parts, lang)
                    + &from.describe(lang)
                    + short_month(from, *months, missing, lang)
            }
        }
    }
}

fn day_of_year(day: MonthDay, lang: Lang, missing: MissingDay) -> String {
    let mut text = lang.day_and_month(day.day(), day.month());
    if (day.month().get(), day.day()) == (2, 29) {
        text.push_str(match missing {
            MissingDay::LastOfMonth => lang.pick(" (annars 28 februari)", " (else 28 February)"),
            MissingDay::Skip => lang.pick(" (bara skottår)", " (leap years only)"),
            MissingDay::NextDay => lang.pick(" (annars 1 mars)", " (else 1 March)"),
        });
    }
    text
}

/// What "three months before 31 May" means, when it is not the last day of February.
fn short_month(from: &DateRule, months: i32, missing: MissingDay, lang: Lang) -> &'static str {
    let late = match &from.on {
        DayRule::Day(day) => day.day() > 28,
        DayRule::Date(day) => chrono::Datelike::day(&day.0) > 28,
        _ => true,
    };
    match missing {
        MissingDay::Skip if late && months != 0 => lang.pick(
            " (bara när månaden har dagen)",
            " (only when the month has the day)",
        ),
        MissingDay::NextDay if late && months != 0 => lang.pick(
            " (annars första dagen i månaden efter)",
            " (else the first day of the month after)",
        ),
        _ => "",
    }
}

/// " i mars och juni", " of March and June"; " i varje månad", " of every month".
fn of_months(months: &[Month], lang: Lang, english: &str) -> String {
    let mut text = lang.pick(" i ", english).to_owned();
    if months.is_empty() {
        text.push_str(lang.pick("varje månad", "every month"));
        return text;
    }
    let names: Vec<&str> = Month::all()
        .filter(|month| months.contains(month))
        .map(|month| month.name(lang))
        .collect();
    text.push_str(&list(&names, lang));
    text
}

fn rhythm(weeks: u8, weekday: Weekday, lang: Lang) -> String {
    if weeks <= 1 {
        return join([lang.pick("varje ", "every "), weekday.name(lang)]);
    }
    let weeks = every(
        weeks,
        lang,
        lang.pick("var", "every"),
        lang.pick("vecka", "week"),
    );
    join([weekday.name(lang), " ", &weeks])
}

fn stand_in(policy: Week53, lang: Lang) -> &'static str {
    match policy {
        Week53::Skip => "",
        Week53::Week52 => lang.pick(" (annars vecka 52)", " (else week 52)"),
        Week53::Week1Next => lang.pick(
            " (annars vecka 1 året efter)",
            " (else week 1 of the next year)",
        ),
    }
}

fn push_years(text: &mut String, lang: Lang, from: Option<i32>, until: Option<i32>) {
    let years = match (from, until) {
        (None, None) => return,
        (Some(from), None) => join([lang.pick(" från ", " from "), &from.to_string()]),
        (None, Some(until)) => join([lang.pick(" till och med ", " until "), &until.to_string()]),
        (Some(from), Some(until)) => join([" ", &from.to_string(), "–", &until.to_string()]),
    };
    text.push_str(&years);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_as_people_say_them() {
        let cases = [
            (
                r#"{"on":{"date":"2027-03-01"}}"#,
                "1 mars 2027",
                "1 March 2027",
            ),
            (
                r#"{"on":{"day":"04-15"},"every_years":2,"from_year":2027}"#,
                "15 april vartannat år från 2027",
                "15 April every second year from 2027",
            ),
            (
                r#"{"on":{"nth_weekday":{"nth":-1,"weekday":"thursday","months":[9,3,6]}}}"#,
                "sista torsdagen i mars, juni och september",
                "last Thursday of March, June and September",
            ),
            (
                r#"{"on":{"nth_weekday":{"nth":2,"weekday":"tuesday"}}}"#,
                "andra tisdagen i varje månad",
                "second Tuesday of every month",
            ),
            (
                r#"{"on":{"working_day":{"nth":-1,"months":[5]}}}"#,
                "sista arbetsdagen i maj",
                "last working day of May",
            ),
            (
                r#"{"on":{"month_end":{"months":[10]}},"roll":"statutory"}"#,
                "sista dagen i oktober (flyttas enligt lag 1930:173)",
                "last day of October (moved by Act 1930:173)",
            ),
            (
                r#"{"on":{"week":{"week":53,"weekday":"wednesday","without_53":"week52"}}}"#,
                "onsdag vecka 53 (annars vecka 52)",
                "Wednesday of week 53 (else week 52)",
            ),
            (
                r#"{"on":{"every_nth_week":{"weeks":3,"weekday":"monday","start":"2027-01-11"}}}"#,
                "måndag var tredje vecka från 11 januari 2027",
                "Monday every third week from 11 January 2027",
            ),
            (
                r#"{"on":{"week_parity":{"odd":true,"weekday":"tuesday"}}}"#,
                "tisdag udda veckor",
                "Tuesday of odd weeks",
            ),
            (
                r#"{"on":{"mandate_day":{"mandate_year":1,"day":"10-31"}}}"#,
                "31 oktober mandatperiodens första år",
                "31 October in the first year of the term of office",
            ),
            (
                r#"{"on":{"after_election":{"months":24}}}"#,
                "24 månader efter valdagen",
                "24 months after election day",
            ),
            (
                r#"{"on":{"holiday":{"name":"easter_sunday","days":-6}}}"#,
                "6 dagar före påskdagen",
                "6 days before Easter Sunday",
            ),
            (
                r#"{"on":{"offset":{"from":{"on":{"day":"04-15"}},"weeks":-1,"working_days":-10}}}"#,
                "en vecka och 10 arbetsdagar före 15 april",
                "one week and 10 working days before 15 April",
            ),
            (
                r#"{"on":{"day":"02-29"},"missing":"skip","until_year":2040}"#,
                "29 februari (bara skottår) till och med 2040",
                "29 February (leap years only) until 2040",
            ),
        ];
        for (json, sv, en) in cases {
            let rule: DateRule = serde_json::from_str(json).unwrap();
            assert_eq!(rule.describe(Lang::Sv), sv);
            assert_eq!(rule.describe(Lang::En), en);
        }
    }
}
