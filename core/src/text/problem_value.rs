//! What is wrong with a date, a time or a count, and with references.

use crate::error::Reference;
use crate::time::{CodedError, Lang, Month};

/// A date, time or number that does not exist.
pub(super) fn bad_value(written: &str, error: CodedError, lang: Lang) -> String {
    let (swedish, english) = match error {
        CodedError::NotADate => (
            format!("\"{written}\" är inget datum. Skriv år-månad-dag, som 2027-03-15."),
            format!("\"{written}\" is not a date. Write year-month-day, such as 2027-03-15."),
        ),
        CodedError::DayMissing {
            year,
            month,
            last_day,
        } => {
            let day = day_and_month(written, month, lang);
            (
                format!("{day} finns inte {year}; sista dagen är {last_day}."),
                format!("{day} {year} does not exist; the last day is {last_day}."),
            )
        }
        CodedError::MonthDayMissing { month, last_day } => {
            let day = day_and_month(written, month, lang);
            (
                format!("{day} finns inte; sista dagen är {last_day}."),
                format!("{day} does not exist; the last day is {last_day}."),
            )
        }
        CodedError::MonthMissing { month } => (
            format!("Månad {month:02} finns inte; månaderna är 01 till 12."),
            format!("There is no month {month:02}; the months are 01 to 12."),
        ),
        CodedError::YearOutside { year } => (
            format!("År {year} ligger utanför 1970–2100."),
            format!("The year {year} is outside 1970–2100."),
        ),
        CodedError::WeekdayDiffers {
            written: day,
            actual,
        } => {
            let date = date_in(written);
            let (day, actual) = (day.name(lang), actual.name(lang));
            (
                format!("{date} är en {actual}, inte en {day} – ändra datumet eller veckodagen."),
                format!("{date} is a {actual}, not a {day} – change the date or the weekday."),
            )
        }
        other => return bad_number(written, other, lang),
    };
    lang.pick(swedish, english)
}

fn bad_number(written: &str, error: CodedError, lang: Lang) -> String {
    let (swedish, english) = match error {
        CodedError::NotAMonthDay => (
            format!("\"{written}\" är ingen dag på året. Skriv månad-dag, som 03-15."),
            format!("\"{written}\" is not a day of the year. Write month-day, such as 03-15."),
        ),
        CodedError::NotATime => (
            format!("\"{written}\" är inget klockslag. Skriv timme:minut från 00:00 till 23:59."),
            format!("\"{written}\" is not a time of day. Write hour:minute from 00:00 to 23:59."),
        ),
        CodedError::NotAMonth => (
            format!("{written} är ingen månad. Skriv ett tal från 1 till 12."),
            format!("{written} is not a month. Write a number from 1 to 12."),
        ),
        CodedError::OutOfRange { min, max } => return out_of_range(min, max, lang),
        CodedError::NotAPlace { max } => (
            format!("Skriv 1 till {max}, eller -1 till -{max} räknat från slutet."),
            format!("Write 1 to {max}, or -1 to -{max} counted from the end."),
        ),
        _ => (
            format!("{written} går inte att använda här."),
            format!("{written} cannot be used here."),
        ),
    };
    lang.pick(swedish, english)
}

pub(super) fn out_of_range(min: i64, max: i64, lang: Lang) -> String {
    if max >= i64::from(i32::MAX) {
        let (swedish, english) = (
            "Talet är för stort eller för litet.",
            "The number is too large or too small.",
        );
        return lang.pick(swedish, english).into();
    }
    let (swedish, english) = ("Talet ska ligga mellan", "The number must lie between");
    format!(
        "{} {min} {} {max}.",
        lang.pick(swedish, english),
        lang.pick("och", "and")
    )
}

/// The date among the words of a text such as `tis 2027-11-18`.
fn date_in(written: &str) -> &str {
    let is_date = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_digit());
    written.split_whitespace().find(is_date).unwrap_or(written)
}

/// "30 februari" of `2027-02-30` or `02-30`.
fn day_and_month(written: &str, month: u8, lang: Lang) -> String {
    let name = Month::new(month).map_or("", |month| month.name(lang));
    let day = date_in(written).rsplit('-').next().unwrap_or_default();
    format!("{} {name}", day.trim_start_matches('0'))
        .trim_start()
        .to_owned()
}

pub(super) fn impossible_count(min: u32, max: u32, target: Option<u32>, lang: Lang) -> String {
    let (swedish, english) = match target {
        Some(target) if min <= max => (
            format!("Målet {target} ligger inte mellan minst {min} och högst {max}."),
            format!("The target {target} is not between at least {min} and at most {max}."),
        ),
        _ => (
            format!("Minst {min} och högst {max} går inte ihop."),
            format!("At least {min} and at most {max} cannot both hold."),
        ),
    };
    lang.pick(swedish, english)
}

pub(super) fn unknown_reference(
    what: Reference,
    id: &str,
    suggestion: Option<&str>,
    lang: Lang,
) -> String {
    let (swedish, english) = reference(what);
    let mut words = lang.pick(
        format!("Det finns {swedish} med id \"{id}\"."),
        format!("There is {english} with the id \"{id}\"."),
    );
    if let Some(meant) = suggestion {
        words += &format!(" {} \"{meant}\"?", lang.pick("Menade du", "Did you mean"));
    }
    words
}

fn reference(what: Reference) -> (&'static str, &'static str) {
    match what {
        Reference::Body => ("inget organ", "no body"),
        Reference::Principal => ("ingen huvudman", "no principal"),
        Reference::SideOrPrincipal => ("ingen sida eller huvudman", "no side or principal"),
        Reference::Level => ("ingen nivå", "no level"),
        Reference::Source => ("ingen källa", "no source"),
        Reference::Office => ("ingen post", "no office"),
        Reference::Series => ("ingen mötesserie", "no meeting series"),
        Reference::Deadline => ("ingen frist i mötesserien", "no deadline in the series"),
        Reference::Process => ("ingen process", "no process"),
        Reference::Document => ("inget styrdokument", "no governing document"),
        Reference::Step => ("inget steg", "no step"),
        Reference::Report => ("ingen rapport", "no report"),
        Reference::Duty => (
            "ingen post i lagkatalogen",
            "no entry in the statutory catalogue",
        ),
        Reference::Part => ("ingen del av planen", "no part of the plan"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Weekday;

    #[test]
    fn dates_are_named_as_people_say_them() {
        let missing = CodedError::DayMissing {
            year: 2027,
            month: 2,
            last_day: 28,
        };
        let words = bad_value("2027-02-30", missing, Lang::Sv);
        assert_eq!(words, "30 februari finns inte 2027; sista dagen är 28.");
        let missing = CodedError::MonthDayMissing {
            month: 4,
            last_day: 30,
        };
        assert_eq!(
            bad_value("04-31", missing, Lang::En),
            "31 April does not exist; the last day is 30."
        );
        let differs = CodedError::WeekdayDiffers {
            written: Weekday::Tuesday,
            actual: Weekday::Thursday,
        };
        let words = bad_value("tis 2027-11-18", differs, Lang::Sv);
        assert_eq!(
            words,
            "2027-11-18 är en torsdag, inte en tisdag – ändra datumet eller veckodagen."
        );
    }
}
