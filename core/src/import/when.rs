//! Days and times as people write them, in Swedish and English.

use super::item::Why;
use crate::time::{
    DateTextError, Lang, MAX_YEAR, MIN_YEAR, Month, Time, Weekday, date, days_in_month,
};
use chrono::NaiveDate;

/// A day as written, with a time of day where one stands beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    year: Option<i32>,
    month: u8,
    day: u8,
    weekday: Option<Weekday>,
    /// Time of day.
    pub time: Option<Time>,
    /// The time after a dash: `9.00–12.00`.
    pub until: Option<Time>,
}

impl Written {
    /// True when a year is written.
    #[must_use]
    pub fn has_year(&self) -> bool {
        self.year.is_some()
    }

    /// The day; a year that is not written is the one given.
    ///
    /// # Errors
    /// That there is no year, no such day, or that the weekday beside it is not its own.
    pub fn day(&self, year: Option<i32>) -> Result<NaiveDate, Why> {
        let year = self.year.or(year).ok_or(Why::NoYear)?;
        if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
            return Err(Why::Date(DateTextError::YearOutside { year }));
        }
        let (month, day) = (u32::from(self.month), u32::from(self.day));
        if !(1..=12).contains(&month) {
            let month = self.month;
            return Err(Why::Date(DateTextError::MonthMissing { month }));
        }
        let found = date(year, month, day).ok_or(Why::Date(DateTextError::DayMissing {
            year,
            month: self.month,
            last_day: u8::try_from(days_in_month(year, month)).unwrap_or(31),
        }))?;
        let actual = Weekday::of(found);
        match self.weekday {
            Some(written) if written != actual => {
                Err(Why::Date(DateTextError::WeekdayDiffers { written, actual }))
            }
            _ => Ok(found),
        }
    }
}

/// Reads a day: `2027-11-18`, `20271118`, `18/11 2027`, `18.11.2027`, `tor 18 nov 2027`,
/// `Nov 18, 2027`, each with or without a weekday and a time. Where all are numbers, the day
/// comes before the month, as in Sweden.
///
/// # Errors
/// What is wrong with it.
///
/// # Example
/// ```
/// use planning_wheel::{import::written, time::date};
/// let found = written("torsdag den 18 november 2027 kl. 9.00–12.00").unwrap();
/// assert_eq!(found.day(None), Ok(date(2027, 11, 18).unwrap()));
/// assert_eq!(found.time.unwrap().to_string(), "09:00");
/// assert_eq!(written("18/11").unwrap().day(Some(2027)), Ok(date(2027, 11, 18).unwrap()));
/// assert!(written("fre 18 nov 2027").unwrap().day(None).is_err());
/// ```
pub fn written(text: &str) -> Result<Written, Why> {
    let spaced = spaced(text);
    let mut reader = Reader::default();
    for word in spaced.split_whitespace() {
        reader.word(word)?;
    }
    reader.finish(spaced.trim())
}

/// Reads a time of day: `9`, `9.30`, `09:30`, `0930`, `kl 9`, `9:30 pm`, or from one to another.
///
/// # Errors
/// That it is none.
pub(super) fn time_of(text: &str) -> Result<(Time, Option<Time>), Why> {
    let mut reader = Reader {
        after_clock: true,
        ..Reader::default()
    };
    for word in spaced(text).split_whitespace() {
        reader.after_clock = true;
        reader.word(word).map_err(|_| Why::Time)?;
    }
    reader.settle_half();
    match (reader.found.time, reader.numbers.is_empty(), reader.month) {
        (Some(time), true, None) => Ok((time, reader.found.until)),
        _ => Err(Why::Time),
    }
}

/// Dashes of every length are one, a `T` between day and time is a space.
fn spaced(text: &str) -> String {
    let letters: Vec<char> = text.trim().chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| letters.get(place)).copied();
    let digit = |letter: Option<char>| letter.is_some_and(|one| one.is_ascii_digit());
    let mut spaced = String::with_capacity(text.len());
    for (place, letter) in letters.iter().enumerate() {
        let between = digit(at(place.checked_sub(1))) && digit(at(Some(place + 1)));
        spaced.push(match letter {
            '–' | '—' | '−' | '‐' | '‑' => '-',
            'T' if between => ' ',
            ',' => ' ',
            letter if letter.is_whitespace() => ' ',
            letter => *letter,
        });
    }
    spaced
}

#[derive(Default)]
struct Reader {
    found: Written,
    /// Numbers that stand alone: a day, a year.
    numbers: Vec<u32>,
    month: Option<u8>,
    has_day: bool,
    /// The word before was "kl".
    after_clock: bool,
    /// A dash stood alone after a time.
    after_dash: bool,
    half: Option<bool>,
}

/// Words that say nothing about the day.
const FILLERS: [&str; 8] = ["den", "the", "of", "on", "at", "h", "dag", "day"];

impl Reader {
    fn word(&mut self, word: &str) -> Result<(), Why> {
        let lower = word.to_lowercase();
        let bare = lower.trim_end_matches('.');
        let after_clock = std::mem::take(&mut self.after_clock);
        if matches!(bare, "kl" | "klockan") {
            self.after_clock = true;
        } else if matches!(bare, "am" | "pm") && self.found.time.is_some() {
            self.half = Some(bare == "pm");
        } else if bare == "-" && self.found.time.is_some() {
            self.after_dash = true;
        } else if let Some(month) = month(bare) {
            self.month = Some(month);
        } else if let Some(weekday) = Weekday::from_word(bare) {
            self.found.weekday = Some(weekday);
        } else if !FILLERS.contains(&bare) && !self.times(bare, after_clock) {
            self.number(bare)?;
        }
        Ok(())
    }

    /// `9:30`, `9:30-12:00`, and after "kl" or a dash also `9.30` and `9`.
    fn times(&mut self, word: &str, after_clock: bool) -> bool {
        let bare = after_clock || self.after_dash || (self.has_day && word.contains('.'));
        let (first, second) = word.split_once('-').unwrap_or((word, ""));
        let Some(time) = clock(first, bare) else {
            return false;
        };
        let bare = bare || first.contains('.') || first.contains(':');
        let until = clock(second, bare);
        if (until.is_none() && !second.is_empty()) || self.found.until.is_some() {
            return false;
        }
        if std::mem::take(&mut self.after_dash) {
            self.found.until = Some(time);
        } else if self.found.time.is_some() {
            return false;
        } else {
            (self.found.time, self.found.until) = (Some(time), until);
        }
        true
    }

    fn number(&mut self, word: &str) -> Result<(), Why> {
        const NO: Why = Why::Date(DateTextError::NotADate);
        let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
        let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        match *parts.as_slice() {
            [one] => {
                let ending = one.trim_start_matches(|letter: char| letter.is_ascii_digit());
                let digits = one.strip_suffix(ending).unwrap_or(one);
                let ordinal = matches!(ending, "" | ":e" | ":a" | "st" | "nd" | "rd" | "th");
                let number = digits.parse().map_err(|_| NO)?;
                if !ordinal {
                    return Err(NO);
                }
                if digits.len() == 8 {
                    return self.date(number / 10_000, number / 100 % 100, number % 100);
                }
                self.numbers.push(number);
                Ok(())
            }
            [day, month] if digits(&day) && digits(&month) => {
                let number = |part: &str| part.parse().map_err(|_| NO);
                self.set(number(day)?, number(month)?)
            }
            [a, b, c] if [a, b, c].iter().all(digits) => {
                let number = |part: &str| part.parse().map_err(|_| NO);
                let numbers = (number(a)?, number(b)?, number(c)?);
                match (a.len(), c.len()) {
                    (4, _) => self.date(numbers.0, numbers.1, numbers.2),
                    (_, 4) => self.date(numbers.2, numbers.1, numbers.0),
                    _ => Err(NO),
                }
            }
            _ => Err(NO),
        }
    }

    fn date(&mut self, year: u32, month: u32, day: u32) -> Result<(), Why> {
        self.found.year = i32::try_from(year).ok();
        self.set(day, month)
    }

    fn set(&mut self, day: u32, month: u32) -> Result<(), Why> {
        let small = |number: u32| u8::try_from(number);
        match (small(day), small(month), self.has_day) {
            (Ok(day), Ok(month), false) => {
                (self.found.day, self.found.month, self.has_day) = (day, month, true);
                Ok(())
            }
            _ => Err(Why::Date(DateTextError::NotADate)),
        }
    }

    fn settle_half(&mut self) {
        let Some(afternoon) = self.half else { return };
        let turned =
            |time: Time| Time::new(time.hour() % 12 + u8::from(afternoon) * 12, time.minute());
        self.found.time = self.found.time.and_then(turned);
    }

    fn finish(mut self, text: &str) -> Result<Written, Why> {
        const NO: Why = Why::Date(DateTextError::NotADate);
        self.settle_half();
        let year = |number: u32| i32::try_from(number).ok().filter(|year| *year >= 1000);
        match (self.has_day, self.month, self.numbers.as_slice()) {
            // "18/11 2027": the pair, then the year.
            (true, None, []) => {}
            (true, None, [after]) if self.found.year.is_none() => {
                self.found.year = Some(year(*after).ok_or(NO)?);
            }
            (false, Some(month), [day]) => self.set(*day, month.into())?,
            (false, Some(month), [one, other]) => {
                let (day, after) = match year(*one) {
                    Some(first) => (*other, first),
                    None => (*one, year(*other).ok_or(NO)?),
                };
                self.found.year = Some(after);
                self.set(day, month.into())?;
            }
            // Days since 1900, as spreadsheets keep them: 25 569 is 1970, 73 415 the end of 2100.
            (false, None, [number]) if (25_569..=73_415).contains(number) => {
                return Err(Why::SpreadsheetNumber);
            }
            _ if text.is_empty() => return Err(Why::NoStart),
            _ => return Err(NO),
        }
        Ok(self.found)
    }
}

/// A month's name, in full or cut to three letters or more.
fn month(word: &str) -> Option<u8> {
    if word.chars().count() < 3 {
        return None;
    }
    let named = |month: &Month| {
        let names = [Lang::Sv, Lang::En].map(|lang| month.name(lang).to_lowercase());
        names.iter().any(|name| name.starts_with(word)) || (word == "sept" && month.get() == 9)
    };
    Month::all().find(named).map(Month::get)
}

/// `9:30`, `09:30:00`; where only a time can stand, also `9.30`, `0930` and `9`.
fn clock(word: &str, bare: bool) -> Option<Time> {
    let split: Vec<&str> = match (word.contains(':'), bare) {
        (true, _) => word.split(':').collect(),
        (false, true) if word.contains('.') => word.split('.').collect(),
        (false, true) if word.len() == 4 && word.is_ascii() => {
            let (hour, minute) = word.split_at_checked(2)?;
            vec![hour, minute]
        }
        (false, true) => vec![word, "00"],
        (false, false) => return None,
    };
    let number = |part: &str| {
        let plain = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u8>().ok()).flatten()
    };
    match *split.as_slice() {
        [hour, minute] if minute.len() == 2 => Time::new(number(hour)?, number(minute)?),
        [hour, minute, second] if number(second)? < 60 => Time::new(number(hour)?, number(minute)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let wanted = date(2027, 11, 18);
        for text in [
            "2027-11-18",
            "20271118",
            "2027/11/18",
            "2027-11-18 09:00",
            "2027-11-18T09:00:00",
            "18/11 2027",
            "18/11/2027",
            "18.11.2027",
            "tor 18 nov 2027",
            "Torsdag den 18:e november 2027",
            "tors. 18 nov. 2027",
            "18 nov",
            "18/11",
            "Thu 18 Nov 2027 9:00 am",
            "November 18th, 2027",
            "Thursday, 18 November 2027",
            "2027 18 nov",
            "18 november 2027 kl 9–12",
            "\u{a0}2027-11-18 ",
        ] {
            let found = written(text).and_then(|one| one.day(Some(2027)));
            assert_eq!(found.ok(), wanted, "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        let why = |text: &str| written(text).and_then(|one| one.day(None)).unwrap_err();
        assert_eq!(why("18/11"), Why::NoYear);
        assert_eq!(why(""), Why::NoStart);
        assert_eq!(why("46709"), Why::SpreadsheetNumber);
        let month = DateTextError::MonthMissing { month: 18 };
        assert_eq!(why("11/18/2027"), Why::Date(month));
        let weekday = DateTextError::WeekdayDiffers {
            written: Weekday::Friday,
            actual: Weekday::Thursday,
        };
        assert_eq!(why("fre 18 nov 2027"), Why::Date(weekday));
        assert!(matches!(
            why("30 feb 2027"),
            Why::Date(DateTextError::DayMissing { .. })
        ));
        for text in [
            "hösten",
            "v. 46",
            "18",
            "1-2-3",
            "18 nov dec maj 5 6 7",
            "2027-11-18 x",
        ] {
            assert_eq!(why(text), Why::Date(DateTextError::NotADate), "{text}");
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let time = |hour, minute| Time::new(hour, minute);
        for (text, from, to) in [
            ("9", time(9, 0), None),
            ("kl. 9", time(9, 0), None),
            ("9.30", time(9, 30), None),
            ("09:30:00", time(9, 30), None),
            ("0930", time(9, 30), None),
            ("9–12", time(9, 0), time(12, 0)),
            ("kl 13.00 - 16.30", time(13, 0), time(16, 30)),
            ("9:30 pm", time(21, 30), None),
        ] {
            assert_eq!(time_of(text).ok(), from.map(|from| (from, to)), "{text}");
        }
        for text in ["", "25", "9.75", "snart", "2027-01-02", "9 10 11"] {
            assert_eq!(time_of(text), Err(Why::Time), "{text}");
        }
    }
}
