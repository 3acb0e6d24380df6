//! When a plan was saved: a number that the caller brings, because the core knows no clock.

use chrono::{DateTime, Datelike, Timelike};

/// A moment in UTC, to the second, from 1970 up to the year 5999.
///
/// # Example
/// ```
/// use planning_wheel::export::Stamp;
/// assert_eq!(Stamp::from_unix(1_798_761_600).to_string(), "20270101T000000Z");
/// assert!(Stamp::from_unix(120).revision() > Stamp::from_unix(59).revision());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp(i64);

/// The last second of the year 5999: its minute still fits where SEQUENCE must.
const LAST: i64 = 127_174_492_799;

impl Stamp {
    /// A moment as seconds since the beginning of 1970.
    #[must_use]
    pub fn from_unix(seconds: i64) -> Self {
        Self(seconds.clamp(0, LAST))
    }

    /// The minute since the beginning of 1970: a revision that only rises.
    #[must_use]
    pub fn revision(self) -> u32 {
        u32::try_from(self.0 / 60).unwrap_or(u32::MAX)
    }
}

impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let moment = DateTime::from_timestamp(self.0, 0).unwrap_or_default();
        write!(
            f,
            "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
            moment.year(),
            moment.month(),
            moment.day(),
            moment.hour(),
            moment.minute(),
            moment.second()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_keep_inside_what_files_can_hold() {
        assert_eq!(Stamp::from_unix(i64::MIN).to_string(), "19700101T000000Z");
        assert_eq!(Stamp::from_unix(i64::MAX).to_string(), "59991231T235959Z");
        assert!(Stamp::from_unix(i64::MAX).revision() < 0x7fff_ffff);
    }
}
