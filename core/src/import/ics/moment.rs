//! Days and moments as calendar files write them.

use super::lines::Property;
use crate::time::{Time, date, day_number, from_day_number};
use chrono::NaiveDate;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A minute on somebody's clock, counted from the beginning of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(pub(super) i64);

impl Moment {
    pub(super) fn new(day: NaiveDate, minutes: i64) -> Self {
        Self(i64::from(day_number(day)) * DAY + minutes)
    }

    pub(super) fn day(self) -> NaiveDate {
        from_day_number(self.0.div_euclid(DAY))
    }

    /// Minutes since midnight.
    pub(super) fn minutes(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    pub(super) fn time(self) -> Option<Time> {
        Time::from_minutes(u16::try_from(self.minutes()).ok()?)
    }

    pub(super) fn later(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes))
    }
}

/// A value of type DATE or DATE-TIME.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A whole day.
    Day(NaiveDate),
    /// A moment of the zone that the property names.
    Local(Moment),
    /// A moment of UTC.
    Utc(Moment),
}

impl When {
    /// `20270118`, `20270118T090000` or `20270118T090000Z`.
    pub(super) fn read(value: &str) -> Option<Self> {
        let value = value.trim();
        let (day, time) = value.split_once(['T', 't']).unwrap_or((value, ""));
        let day = written_day(day)?;
        if time.is_empty() {
            return Some(Self::Day(day));
        }
        let (time, utc) = match time.strip_suffix(['Z', 'z']) {
            Some(time) => (time, true),
            None => (time, false),
        };
        let (hour, minute) = (two(time, 0)?, two(time, 2)?);
        // Some programs leave the seconds out.
        let second = if time.len() == 4 { 0 } else { two(time, 4)? };
        if hour > 23 || minute > 59 || second > 60 || !matches!(time.len(), 4 | 6) {
            return None;
        }
        let moment = Moment::new(day, hour * 60 + minute);
        Some(if utc {
            Self::Utc(moment)
        } else {
            Self::Local(moment)
        })
    }

    /// Every value of a property that holds a list; of a period, its beginning.
    pub(super) fn list(property: &Property) -> impl Iterator<Item = Option<Self>> {
        let values = property.value.split(',');
        values.map(|value| Self::read(value.split('/').next().unwrap_or(value)))
    }

    /// Its day, whatever the zone.
    pub(super) fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Local(moment) | Self::Utc(moment) => moment.day(),
        }
    }
}

fn written_day(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 {
        return None;
    }
    let century = two(text, 0)?;
    let year = i32::try_from(century * 100 + two(text, 2)?).ok()?;
    let small = |number: i64| u32::try_from(number).ok();
    date(year, small(two(text, 4)?)?, small(two(text, 6)?)?)
}

fn two(text: &str, at: usize) -> Option<i64> {
    let digits = text.get(at..at + 2)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// A length in minutes: `P1D`, `PT1H30M`, `P2W`.
pub(super) fn duration(value: &str) -> Option<i64> {
    let rest = value.trim().trim_start_matches('+').strip_prefix('P')?;
    let (mut total, mut number, mut in_time) = (0_i64, String::new(), false);
    for letter in rest.chars() {
        let minutes = match (letter, in_time) {
            ('0'..='9', _) => {
                number.push(letter);
                continue;
            }
            ('T', false) => {
                in_time = true;
                continue;
            }
            ('W', false) => 7 * DAY,
            ('D', false) => DAY,
            ('H', true) => 60,
            ('M', true) => 1,
            ('S', true) => 0,
            _ => return None,
        };
        let count: i64 = std::mem::take(&mut number).parse().ok()?;
        total = total.checked_add(count.checked_mul(minutes)?)?;
    }
    number.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read() {
        let day = date(2027, 1, 18).unwrap();
        assert_eq!(When::read("20270118"), Some(When::Day(day)));
        let nine = Moment::new(day, 540);
        assert_eq!(When::read("20270118T090000"), Some(When::Local(nine)));
        assert_eq!(When::read(" 20270118T0900Z"), Some(When::Utc(nine)));
        assert_eq!((nine.day(), nine.minutes()), (day, 540));
        for wrong in [
            "",
            "2027",
            "20270230",
            "20270118T",
            "20270118T2500",
            "20270118Tåå00",
            "å0270118",
        ] {
            assert_ne!(When::read(wrong).map(|_| wrong), Some("x"));
            assert!(
                matches!(When::read(wrong), None | Some(When::Day(_))),
                "{wrong}"
            );
        }
    }

    #[test]
    fn lengths_are_read() {
        assert_eq!(duration("PT1H30M"), Some(90));
        assert_eq!(duration("P1DT2H"), Some(26 * 60));
        assert_eq!(duration("P2W"), Some(14 * DAY));
        for wrong in [
            "",
            "P1",
            "1D",
            "P1H",
            "PT1D",
            "-PT1H",
            "P99999999999999999999D",
        ] {
            assert_eq!(duration(wrong), None, "{wrong}");
        }
    }
}
