//! Why an action cannot be done.

use crate::error::Problems;
use chrono::NaiveDate;

/// Why an action cannot be done; [`crate::text::refusal`] says it in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// What would come out is no plan.
    Problems(Problems),
    /// A newer version has written the plan, in this format; see [`super::Session::take_over`].
    Newer(String),
    /// It would leave the plan as it is.
    NothingChanges,
    /// The plan has no meeting with this id.
    NoMeeting(String),
    /// The plan has no office and period with this id.
    NoOffice(String),
    /// The plan has no meeting series with this id.
    NoSeries(String),
    /// The plan has no body with this id, or it is the same one.
    NoBody(String),
    /// A change of a single meeting says why it is made.
    NoReason,
    /// The meeting is on that day already.
    SameDay(NaiveDate),
    /// The meeting is cancelled already.
    Cancelled(String),
    /// The meeting has not been changed by hand in that way.
    NotByHand(String),
    /// The series holds no meetings around that day.
    OutsideSeries(NaiveDate),
    /// The plan says nothing about the year.
    YearOutside(i32),
    /// The year is published already.
    Published(i32),
    /// The year is not published.
    NotPublished(i32),
    /// Nothing that was read can be taken in: there is nothing, or all of it is cancelled.
    NothingToImport,
    /// Something that was read lasts longer than an activity may.
    TooLong(String),
    /// The year holds no meetings.
    NoMeetings(i32),
}
