//! The hours of a meeting.

use super::fields::Time;

/// Length of a meeting whose length is not given, in minutes.
pub(crate) const USUAL_MINUTES: u16 = 120;

/// The hours of a meeting, in minutes from the start of a day, or unknown: then it may be at any time.
#[derive(Clone, Copy)]
pub(crate) struct Hours(Option<(i64, i64)>);

impl Hours {
    /// From a time and so many minutes on.
    pub(crate) fn new(time: Option<Time>, minutes: u16) -> Self {
        let start = time.map(|time| i64::from(time.minutes()));
        Self(start.map(|start| (start, start + i64::from(minutes))))
    }

    /// From one minute to another, which is not one of them; both may count from any day.
    pub(crate) fn between(minutes: Option<(i64, i64)>) -> Self {
        Self(minutes)
    }

    /// True when two meetings have time in common, or may have.
    pub(crate) fn overlap(self, other: Self) -> bool {
        match (self.0, other.0) {
            (Some((start, end)), Some((other_start, other_end))) => {
                start < other_end && other_start < end
            }
            _ => true,
        }
    }
}
