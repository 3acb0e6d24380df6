//! Why an entry falls on its day: data, put into words by [`crate::text`].

use crate::document::{MeetingChoice, Text};
use crate::time::{DateRange, DateRule, ElectionRegime, HolidayName, Month, Weekday, WorkCalendar};
use chrono::NaiveDate;

/// One reason.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Number `nth` of `of` meetings in the period, spread evenly; the gap to the one before.
    Spread {
        /// Which meeting, from 1.
        nth: u16,
        /// Of how many.
        of: u16,
        /// Period that is counted over.
        period: String,
        /// Days since the meeting before.
        gap: Option<i64>,
        /// Days that would be exactly even.
        even: i64,
    },
    /// The usual weekday of the body.
    UsualWeekday(Weekday),
    /// Another weekday than the usual one, because the usual one was worse or impossible.
    UnusualWeekday {
        /// Weekday it fell on.
        weekday: Weekday,
        /// The usual one.
        usual: Weekday,
    },
    /// A span must hold a meeting.
    Window(DateRange),
    /// A span before a meeting of another series must hold a meeting.
    BeforeMeeting {
        /// Title of the other meeting.
        title: Text,
        /// Its day.
        date: NaiveDate,
        /// Days between.
        days: i64,
    },
    /// Falls after another entry.
    After {
        /// Title of the other entry.
        title: Text,
        /// Its day.
        date: NaiveDate,
    },
    /// By the plan's pattern.
    Pattern(DateRule),
    /// Written in the plan as a day.
    Written,
    /// Moved from a day on which nothing can be held.
    Collision {
        /// The day that the pattern gave.
        from: NaiveDate,
        /// Why nothing can be held then.
        why: NonWorking,
    },
    /// Moved by hand.
    MovedByHand {
        /// The day it had.
        from: NaiveDate,
        /// Why.
        reason: Text,
    },
    /// Added by hand.
    AddedByHand(Text),
    /// Beside a meeting of another series.
    Beside {
        /// Title of the other meeting.
        title: Text,
        /// Its day.
        date: NaiveDate,
        /// How far from it; the same day unless said.
        offset: Option<crate::document::DeadlineOffset>,
        /// Minutes before it starts.
        minutes_before: Option<u16>,
    },
    /// Goes on from an earlier day.
    Continues(Text),
    /// Cancelled by hand.
    Cancelled(Text),
    /// Locked on its day.
    Locked,
    /// Published: the day does not move by itself.
    Published(i32),
    /// Meets together with other bodies; counts for each.
    Joint(u16),
    /// Counted from another entry.
    Offset {
        /// Title of the other entry.
        title: Text,
        /// Its day.
        date: NaiveDate,
        /// How far.
        offset: crate::document::DeadlineOffset,
    },
    /// Moved from a non-working day.
    Rolled {
        /// The day that the rule names.
        from: NaiveDate,
        /// Why it is not a working day.
        why: NonWorking,
        /// True when the law (1930:173, 2 §) moves it.
        by_law: bool,
    },
    /// Between two deadlines of the meeting that it prepares.
    Between {
        /// After this day.
        after: NaiveDate,
        /// No later than this day.
        before: NaiveDate,
        /// Title of the meeting.
        meeting: Text,
    },
    /// Lands on a meeting.
    AtMeeting {
        /// Title of the meeting.
        title: Text,
        /// Its day.
        date: NaiveDate,
        /// Which of the meetings in these months.
        which: MeetingChoice,
        /// The months; empty means the whole year.
        months: Vec<Month>,
    },
    /// Lands on a meeting at which one of several bodies reports in turn.
    InTurn {
        /// Title of the meeting.
        title: Text,
        /// Its day.
        date: NaiveDate,
    },
    /// Runs from one step to another.
    Span {
        /// Title of the first step.
        from: Text,
        /// Title of the last step.
        to: Text,
    },
    /// By a date rule.
    Rule(DateRule),
    /// Number `number` of the cycles in a mandate period.
    Cycle {
        /// Which cycle, from 1.
        number: u8,
        /// Mandate period.
        mandate: (i32, i32),
    },
    /// Covers a period.
    Covers(String),
    /// Rolling: adopted each year for the coming years.
    Rolling {
        /// Year of adoption.
        adopted: i32,
        /// How many years it covers.
        years: u8,
    },
    /// Own period of a document, goal or post.
    OwnPeriod,
    /// The holder of another office takes over.
    Succeeds {
        /// Title of the other office period.
        title: Text,
    },
    /// Turn in a rotation.
    Turn {
        /// Whose turn.
        holder: Text,
        /// Title of those that take turns.
        between: Vec<Text>,
    },
    /// Always provided by the same unit.
    ProvidedBy(Text),
    /// A mandate period begins or ends then.
    Mandate {
        /// Mandate period.
        mandate: (i32, i32),
        /// Year within it, from 1.
        year: u8,
    },
    /// Election day by the rule that holds in the year.
    ElectionDay(ElectionRegime),
    /// Stands in a calendar of others.
    Background(Text),
    /// Stated choice of the plan.
    Choice(Text),
    /// The source text was last checked on a day.
    Checked {
        /// Day of the check.
        on: NaiveDate,
        /// False when it must be checked before it is relied on.
        settled: bool,
    },
}

/// Why a day is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NonWorking {
    /// A Saturday or Sunday.
    Weekend(Weekday),
    /// A public holiday or an eve equated with one.
    Holiday(HolidayName),
    /// Closed by the plan.
    Closed,
}

impl NonWorking {
    /// Why nothing can be held on a day; `None` on a working day.
    pub(crate) fn of(work: &WorkCalendar, day: NaiveDate) -> Option<Self> {
        if work.is_working(day) {
            return None;
        }
        if let Some(name) = work.holiday(day) {
            return Some(Self::Holiday(name));
        }
        let weekday = Weekday::of(day);
        Some(match weekday {
            Weekday::Saturday | Weekday::Sunday => Self::Weekend(weekday),
            _ => Self::Closed,
        })
    }
}
