//! What is wrong with a written date, in a form that survives a deserializer.

use super::week::Weekday;
use std::fmt;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateTextError {
    /// Not of the form YYYY-MM-DD, with or without a weekday.
    NotADate,
    /// The month has no such day.
    DayMissing {
        /// The year as written.
        year: i32,
        /// The month as written.
        month: u8,
        /// Last day of that month.
        last_day: u8,
    },
    /// No such month.
    MonthMissing {
        /// The month as written.
        month: u8,
    },
    /// The year is outside 1970–2100.
    YearOutside {
        /// The year as written.
        year: i32,
    },
    /// The weekday written beside the date is not that date's.
    WeekdayDiffers {
        /// The weekday as written.
        written: Weekday,
        /// The weekday of the date.
        actual: Weekday,
    },
}

/// An error of a time value in a document, as one machine-readable line.
///
/// Deserializers can only carry text, so the Display form begins with U+0001 and separates its
/// fields with U+001F; [`CodedError::parse`] reads it back.
///
/// ```
/// use planning_wheel::time::{CodedError, Day};
/// let error = serde_json::from_str::<Day>("\"2027-02-29\"").unwrap_err();
/// let coded = CodedError::parse(&error.to_string());
/// assert_eq!(coded, Some(CodedError::DayMissing { year: 2027, month: 2, last_day: 28 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodedError {
    /// Not of the form YYYY-MM-DD.
    NotADate,
    /// The month of that year has no such day.
    DayMissing {
        /// The year as written.
        year: i32,
        /// The month as written.
        month: u8,
        /// Last day of that month.
        last_day: u8,
    },
    /// No such month.
    MonthMissing {
        /// The month as written.
        month: u8,
    },
    /// The year is outside 1970–2100.
    YearOutside {
        /// The year as written.
        year: i32,
    },
    /// The weekday written beside the date is not that date's.
    WeekdayDiffers {
        /// The weekday as written.
        written: Weekday,
        /// The weekday of the date.
        actual: Weekday,
    },
    /// Not of the form MM-DD.
    NotAMonthDay,
    /// The month has no such day in any year.
    MonthDayMissing {
        /// The month as written.
        month: u8,
        /// Last day of that month in a leap year.
        last_day: u8,
    },
    /// Not of the form HH:MM between 00:00 and 23:59.
    NotATime,
    /// Not a month number 1–12.
    NotAMonth,
    /// A number outside its bounds.
    OutOfRange {
        /// Least number allowed.
        min: i64,
        /// Greatest number allowed.
        max: i64,
    },
    /// A place in a row (first, second, last …) that is zero or too far away.
    NotAPlace {
        /// Greatest place allowed, from the start or, negative, from the end.
        max: i64,
    },
}

impl CodedError {
    /// Reads the Display form back; text after it, such as a position, is ignored.
    pub fn parse(text: &str) -> Option<Self> {
        let line = text.strip_prefix('\u{1}')?;
        let line = line.split([' ', '\n']).next()?;
        let mut fields = line.split('\u{1f}');
        let code = fields.next()?;
        let mut number = || fields.next()?.parse::<i64>().ok();
        let error = match code {
            "not_a_date" => Self::NotADate,
            "day_missing" => Self::DayMissing {
                year: i32::try_from(number()?).ok()?,
                month: u8::try_from(number()?).ok()?,
                last_day: u8::try_from(number()?).ok()?,
            },
            "month_missing" => Self::MonthMissing {
                month: u8::try_from(number()?).ok()?,
            },
            "year_outside" => Self::YearOutside {
                year: i32::try_from(number()?).ok()?,
            },
            "weekday_differs" => Self::WeekdayDiffers {
                written: Weekday::from_number(number()?)?,
                actual: Weekday::from_number(number()?)?,
            },
            "not_a_month_day" => Self::NotAMonthDay,
            "month_day_missing" => Self::MonthDayMissing {
                month: u8::try_from(number()?).ok()?,
                last_day: u8::try_from(number()?).ok()?,
            },
            "not_a_time" => Self::NotATime,
            "not_a_month" => Self::NotAMonth,
            "out_of_range" => Self::OutOfRange {
                min: number()?,
                max: number()?,
            },
            "not_a_place" => Self::NotAPlace { max: number()? },
            _ => return None,
        };
        Some(error)
    }

    fn parts(&self) -> (&'static str, [Option<i64>; 3]) {
        let one = |a: i64| [Some(a), None, None];
        let two = |a: i64, b: i64| [Some(a), Some(b), None];
        let none = [None, None, None];
        match *self {
            Self::NotADate => ("not_a_date", none),
            Self::DayMissing {
                year,
                month,
                last_day,
            } => (
                "day_missing",
                [Some(year.into()), Some(month.into()), Some(last_day.into())],
            ),
            Self::MonthMissing { month } => ("month_missing", one(month.into())),
            Self::YearOutside { year } => ("year_outside", one(year.into())),
            Self::WeekdayDiffers { written, actual } => (
                "weekday_differs",
                two(written.number().into(), actual.number().into()),
            ),
            Self::NotAMonthDay => ("not_a_month_day", none),
            Self::MonthDayMissing { month, last_day } => {
                ("month_day_missing", two(month.into(), last_day.into()))
            }
            Self::NotATime => ("not_a_time", none),
            Self::NotAMonth => ("not_a_month", none),
            Self::OutOfRange { min, max } => ("out_of_range", two(min, max)),
            Self::NotAPlace { max } => ("not_a_place", one(max)),
        }
    }
}

impl fmt::Display for CodedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, fields) = self.parts();
        write!(f, "\u{1}{code}")?;
        fields
            .iter()
            .flatten()
            .try_for_each(|field| write!(f, "\u{1f}{field}"))
    }
}

impl std::error::Error for CodedError {}

impl From<DateTextError> for CodedError {
    fn from(error: DateTextError) -> Self {
        match error {
            DateTextError::NotADate => Self::NotADate,
            DateTextError::DayMissing {
                year,
                month,
                last_day,
            } => Self::DayMissing {
                year,
                month,
                last_day,
            },
            DateTextError::MonthMissing { month } => Self::MonthMissing { month },
            DateTextError::YearOutside { year } => Self::YearOutside { year },
            DateTextError::WeekdayDiffers { written, actual } => {
                Self::WeekdayDiffers { written, actual }
            }
        }
    }
}

impl fmt::Display for DateTextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        CodedError::from(*self).fmt(f)
    }
}

impl std::error::Error for DateTextError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_coded_error_reads_back() {
        let all = [
            CodedError::NotADate,
            CodedError::DayMissing {
                year: 2027,
                month: 2,
                last_day: 28,
            },
            CodedError::MonthMissing { month: 13 },
            CodedError::YearOutside { year: 1969 },
            CodedError::WeekdayDiffers {
                written: Weekday::Friday,
                actual: Weekday::Thursday,
            },
            CodedError::NotAMonthDay,
            CodedError::MonthDayMissing {
                month: 4,
                last_day: 30,
            },
            CodedError::NotATime,
            CodedError::NotAMonth,
            CodedError::OutOfRange { min: -5, max: 5 },
            CodedError::NotAPlace { max: 5 },
        ];
        for error in all {
            let text = error.to_string();
            assert_eq!(CodedError::parse(&text), Some(error));
            let placed = text + " at line 3 column 14";
            assert_eq!(CodedError::parse(&placed), Some(error));
        }
        let example = CodedError::DayMissing {
            year: 2027,
            month: 2,
            last_day: 28,
        };
        assert_eq!(
            example.to_string(),
            "\u{1}day_missing\u{1f}2027\u{1f}2\u{1f}28"
        );
        assert_eq!(CodedError::parse("missing field `on`"), None);
        assert_eq!(CodedError::parse("\u{1}day_missing\u{1f}2027"), None);
    }
}
