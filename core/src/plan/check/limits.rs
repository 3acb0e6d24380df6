//! How large a plan may be: far more than any agreement needs, and never more than is quickly computed.

use super::names::Checker;
use crate::document::lists;
use crate::error::ProblemKind;

/// Most elements of one list of the plan, like bodies and series of several bodies written out.
pub(super) const PARTS: usize = 500;
/// Most steps of one document, its process included.
pub(super) const STEPS: usize = 100;
/// Most steps of which each waits for the one before.
pub(super) const CHAIN: usize = 100;
/// Most deadlines of a meeting.
const DEADLINES: usize = 50;
/// Most windows of a series.
const WINDOWS: usize = 100;
/// Most changes of a series by hand: a meeting a week for some ten years.
const EDITS: usize = 500;

/// Most days of a calendar of others: one each working day for ten years.
const BACKGROUND_DAYS: usize = 2_600;

impl Checker<'_> {
    /// True when no list of the document is too long to go on with.
    pub(super) fn within_limits(&mut self) -> bool {
        let document = self.document;
        macro_rules! measure {
            ($($list:ident),+) => {$(
                self.too_many(concat!("/", stringify!($list)), document.$list.len(), PARTS);
            )+};
        }
        lists!(measure);
        for (index, background) in document.backgrounds.iter().enumerate() {
            let path = format!("/backgrounds/{index}/days");
            self.too_many(&path, background.days.len(), BACKGROUND_DAYS);
        }
        self.too_many("/calendar/terms", document.calendar.terms.len(), PARTS);
        self.too_many("/calendar/breaks", document.calendar.breaks.len(), PARTS);
        for (index, series) in document.meetings.iter().enumerate() {
            let path = format!("/meetings/{index}");
            self.too_many(
                &format!("{path}/deadlines"),
                series.deadlines.len(),
                DEADLINES,
            );
            self.too_many(&format!("{path}/edits"), series.edits.len(), EDITS);
            if let crate::document::DayFinding::Spread(spread) = &series.days {
                let path = format!("{path}/days/spread/windows");
                self.too_many(&path, spread.windows.len(), WINDOWS);
            }
        }
        let bodies = document.bodies.iter();
        let written_out = bodies.map(|body| body.like.as_ref().map_or(1, |like| like.count.into()));
        if self.problems.is_empty() {
            self.too_many("/bodies", written_out.sum(), PARTS);
        }
        self.problems.is_empty()
    }

    /// Notes a list that is too long; true when it is.
    pub(super) fn too_many(&mut self, path: &str, count: usize, limit: usize) -> bool {
        let found = count > limit;
        if found {
            self.problem(path, ProblemKind::TooManyParts { count, limit });
        }
        found
    }
}
