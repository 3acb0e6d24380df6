//! The time zone that a plan's times are given in.

use super::lines::{Lines, title};
use crate::document::STOCKHOLM;
use crate::plan::Plan;

/// Summer time as the European Union has it since 1996. A rule from 1970 on and no list of dates:
/// lists are misread by calendar programs.
const RULES: &[(&str, &str)] = &[
    ("BEGIN", "VTIMEZONE"),
    ("TZID", STOCKHOLM),
    ("BEGIN", "DAYLIGHT"),
    ("DTSTART", "19700329T020000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ("TZNAME", "CEST"),
    ("TZOFFSETFROM", "+0100"),
    ("TZOFFSETTO", "+0200"),
    ("END", "DAYLIGHT"),
    ("BEGIN", "STANDARD"),
    ("DTSTART", "19701025T030000"),
    ("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    ("TZNAME", "CET"),
    ("TZOFFSETFROM", "+0200"),
    ("TZOFFSETTO", "+0100"),
    ("END", "STANDARD"),
    ("END", "VTIMEZONE"),
];

/// How times of a plan are written.
pub(super) enum Zone<'a> {
    /// With the rules of the zone in the file.
    Stockholm,
    /// As local time; the name is only told.
    Other(&'a str),
}

impl<'a> Zone<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        match plan.document().time_zone.as_str() {
            STOCKHOLM => Self::Stockholm,
            other => Self::Other(other),
        }
    }

    /// What stands between the name of a property and its local time.
    pub(super) fn parameter(&self) -> &'static str {
        match self {
            Self::Stockholm => ";TZID=Europe/Stockholm",
            Self::Other(_) => "",
        }
    }

    /// The rules, in files that hold a time.
    pub(super) fn write(&self, lines: &mut Lines, is_timed: bool) {
        match self {
            _ if !is_timed => {}
            Self::Other(name) => lines.line("X-WR-TIMEZONE", &title(name)),
            Self::Stockholm => {
                for (name, value) in RULES {
                    lines.line(name, value);
                }
            }
        }
    }
}
