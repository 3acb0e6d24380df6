//! Meetings changed by hand: each names its meeting, and no name is given twice.

use super::names::{Checker, is_slug};
use crate::document::{Edit, MeetingSeries};
use crate::error::ProblemKind;
use crate::map::Map;
use crate::plan::BodyId;
use chrono::NaiveDate;

impl Checker<'_> {
    /// The edits of a series: `period/name`, or `body/period/name` for one of its bodies.
    pub(super) fn edits(&mut self, path: &str, spec: &MeetingSeries, members: &[BodyId]) {
        // By period and name: the body, when only one of several is meant, and the place.
        let mut named: Map<_, Vec<(Option<&str>, String)>> = Map::new();
        for (index, edit) in spec.edits.iter().enumerate() {
            let at = format!("{path}/edits/{index}/{}/occurrence", edit.word());
            let occurrence = edit.occurrence();
            if !self.names_a_meeting(&at, occurrence, spec.joint, members) {
                self.problem(&at, ProblemKind::BadOccurrence(occurrence.to_owned()));
                continue;
            }
            let name = occurrence.rsplit('/').next().unwrap_or_default();
            let (body, meeting) = one_of_several(occurrence);
            if matches!(edit, Edit::Add { .. }) && name.bytes().all(|one| one.is_ascii_digit()) {
                self.problem(&at, ProblemKind::AddedNumber(occurrence.to_owned()));
            }
            if let Some(once) = once(edit) {
                named.change((once, meeting), |same| {
                    let first = same
                        .iter()
                        .find(|(other, _)| body.is_none() || other.is_none() || *other == body);
                    match first {
                        Some((_, first)) => self.duplicate(&at, occurrence, first.clone()),
                        None => same.push((body, at)),
                    }
                });
            }
        }
    }

    fn names_a_meeting(
        &mut self,
        path: &str,
        occurrence: &str,
        joint: bool,
        members: &[BodyId],
    ) -> bool {
        let parts: Vec<&str> = occurrence.split('/').collect();
        if parts.iter().any(|part| !is_slug(part)) {
            return false;
        }
        match parts.as_slice() {
            [_, _] => true,
            [body, _, _] if !joint => match self.one_body(path, body) {
                Some(body) => members.contains(&body),
                // That it is no body has been said.
                None => true,
            },
            _ => false,
        }
    }
}

/// What can be said once of a meeting: two days to hold it on, or two reasons not to, contradict
/// each other. It goes on once on a day, and can be moved as often as people like.
fn once(edit: &Edit) -> Option<(u8, Option<NaiveDate>)> {
    match edit {
        Edit::Add { .. } | Edit::Lock { .. } => Some((0, None)),
        Edit::Cancel { .. } => Some((1, None)),
        Edit::Continue { date, .. } => Some((2, Some(date.0))),
        Edit::Move { .. } => None,
    }
}

/// The body, when the name begins with one, and the rest.
fn one_of_several(occurrence: &str) -> (Option<&str>, &str) {
    match occurrence.split_once('/') {
        Some((body, meeting)) if meeting.contains('/') => (Some(body), meeting),
        _ => (None, occurrence),
    }
}
