//! Dates as text: YYYY-MM-DD, with an optional weekday beside it.

use super::coded::DateTextError;
use super::range::{MAX_YEAR, MIN_YEAR, days_in_month};
use super::week::Weekday;
use chrono::{Datelike, NaiveDate};

/// Reads a date written YYYY-MM-DD, alone or with a weekday before or after it.
///
/// # Errors
///
/// Says what is wrong: the form, the year, the month, the day, or a weekday that is not the date's.
///
/// ```
/// use planning_wheel::time::{DateTextError, Weekday, parse};
/// assert!(parse("tor 2027-11-18").is_ok());
/// let wrong = parse("2027-11-18 Fri");
/// let differs =
///     DateTextError::WeekdayDiffers { written: Weekday::Friday, actual: Weekday::Thursday };
/// assert_eq!(wrong, Err(differs));
/// ```
pub fn parse(text: &str) -> Result<NaiveDate, DateTextError> {
    let Some((first, second)) = text.split_once(' ') else {
        return plain(text);
    };
    let (day, word) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        (first, second)
    } else {
        (second, first)
    };
    let written = Weekday::from_word(word).ok_or(DateTextError::NotADate)?;
    let date = plain(day)?;
    let actual = Weekday::of(date);
    if written == actual {
        Ok(date)
    } else {
        Err(DateTextError::WeekdayDiffers { written, actual })
    }
}

fn plain(text: &str) -> Result<NaiveDate, DateTextError> {
    let &[y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else {
        return Err(DateTextError::NotADate);
    };
    let century = two_digits(y0, y1).ok_or(DateTextError::NotADate)?;
    let in_century = two_digits(y2, y3).ok_or(DateTextError::NotADate)?;
    let month = two_digits(m0, m1).ok_or(DateTextError::NotADate)?;
    let day = two_digits(d0, d1).ok_or(DateTextError::NotADate)?;
    let year = i32::from(century) * 100 + i32::from(in_century);
    if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
        return Err(DateTextError::YearOutside { year });
    }
    if !(1..=12).contains(&month) {
        return Err(DateTextError::MonthMissing { month });
    }
    let last_day = u8::try_from(days_in_month(year, month.into())).unwrap_or(31);
    NaiveDate::from_ymd_opt(year, month.into(), day.into()).ok_or(DateTextError::DayMissing {
        year,
        month,
        last_day,
    })
}

/// The number that two ASCII digits make.
pub(crate) fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens & 0x0f) * 10 + (ones & 0x0f))
}

/// Appends a number as two digits.
pub(crate) fn push_two(text: &mut String, number: u32) {
    for digit in [number / 10 % 10, number % 10] {
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

/// Writes a date as YYYY-MM-DD.
///
/// ```
/// use planning_wheel::time::{date, format};
/// assert_eq!(format(date(2027, 3, 1).unwrap()), "2027-03-01");
/// ```
pub fn format(date: NaiveDate) -> String {
    let mut text = String::with_capacity(10);
    format_into(&mut text, date);
    text
}

/// Appends a date as YYYY-MM-DD, for writers of many dates.
pub fn format_into(text: &mut String, date: NaiveDate) {
    // Years with other than four digits cannot be read in a document, but must not break a writer.
    match u32::try_from(date.year()) {
        Ok(year) if year < 10_000 => {
            push_two(text, year / 100);
            push_two(text, year % 100);
        }
        _ => text.push_str(&date.year().to_string()),
    }
    text.push('-');
    push_two(text, date.month());
    text.push('-');
    push_two(text, date.day());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_say_what_is_wrong() {
        let error = |text| parse(text).unwrap_err();
        assert_eq!(error("2027-1-05"), DateTextError::NotADate);
        assert_eq!(error(" 2027-01-05"), DateTextError::NotADate);
        assert_eq!(error("2027-01-05 xyz"), DateTextError::NotADate);
        assert_eq!(error("tis 2027-01-05 tis"), DateTextError::NotADate);
        assert_eq!(error("å027-01-0"), DateTextError::NotADate);
        assert_eq!(
            error("1969-12-31"),
            DateTextError::YearOutside { year: 1969 }
        );
        assert_eq!(
            error("2101-01-01"),
            DateTextError::YearOutside { year: 2101 }
        );
        assert_eq!(
            error("2027-13-01"),
            DateTextError::MonthMissing { month: 13 }
        );
        assert_eq!(
            error("2027-02-29"),
            DateTextError::DayMissing {
                year: 2027,
                month: 2,
                last_day: 28
            }
        );
        assert_eq!(
            error("2027-04-00"),
            DateTextError::DayMissing {
                year: 2027,
                month: 4,
                last_day: 30
            }
        );
    }

    #[test]
    fn weekdays_may_stand_beside_the_date() {
        for text in [
            "2026-11-14",
            "lör 2026-11-14",
            "LÖRDAG 2026-11-14",
            "2026-11-14 Sat",
            "saturday 2026-11-14",
            "lör. 2026-11-14",
        ] {
            assert_eq!(
                parse(text).map(format),
                Ok("2026-11-14".to_owned()),
                "{text}"
            );
        }
    }
}
