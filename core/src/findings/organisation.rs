//! Findings about bodies: quorum, size, and those that report to nobody.

use super::{FindingKind, Search};
use crate::plan::{Body, BodyId, Seat};

impl Search<'_> {
    /// Quorums that cannot be reached because nobody's seat counts.
    pub(super) fn quorums(&mut self) {
        let plan = self.plan;
        for (index, body) in plan.bodies().iter().enumerate() {
            let Some(id) = BodyId::at(index) else {
                continue;
            };
            for share in plan.quorum(id) {
                if share.needed > share.seats {
                    let kind = FindingKind::QuorumUnreachable {
                        body: id,
                        principal: share.principal,
                    };
                    let cites = body
                        .spec()
                        .quorum
                        .as_ref()
                        .map(|quorum| quorum.cite.clone())
                        .unwrap_or_default();
                    self.add(kind, &format!("{}/quorum", body.path()), self.range, &cites);
                }
            }
        }
    }

    /// Seats outside the agreed number of members.
    pub(super) fn sizes(&mut self) {
        let plan = self.plan;
        for (index, body) in plan.bodies().iter().enumerate() {
            let (Some(id), Some(size)) = (BodyId::at(index), &body.spec().size) else {
                continue;
            };
            let fewest: u16 = body.seats().iter().map(Seat::count).sum();
            let most: u16 = body.seats().iter().map(Seat::up_to).sum();
            if !body.seats().is_empty() && (most < size.min || fewest > size.max) {
                let kind = FindingKind::BodySize {
                    body: id,
                    seats: (fewest, most),
                    size: (size.min, size.max),
                };
                self.add(
                    kind,
                    &format!("{}/size", body.path()),
                    self.range,
                    &size.cite,
                );
            }
        }
    }

    /// Bodies that meet, stand under others and report to nobody, in a plan with reports.
    pub(super) fn silent_bodies(&mut self) {
        let plan = self.plan;
        if plan.reports().is_empty() {
            return;
        }
        let top = plan.bodies().iter().map(Body::level).min();
        for (index, body) in plan.bodies().iter().enumerate() {
            let Some(id) = BodyId::at(index) else {
                continue;
            };
            let expected = body.spec().reports && body.spec().meets && Some(body.level()) != top;
            if expected && self.meets_for_itself(id) && !self.says_something(id, body) {
                self.add(
                    FindingKind::NoReports { body: id },
                    body.path(),
                    self.range,
                    &body.spec().cite,
                );
            }
        }
    }

    /// True when the body has meetings of its own, not only to prepare another's.
    fn meets_for_itself(&self, id: BodyId) -> bool {
        let prepares = self
            .plan
            .series()
            .iter()
            .any(|series| series.preparation() == Some(id));
        let meets = self
            .plan
            .series()
            .iter()
            .any(|series| series.bodies().contains(&id));
        meets && !prepares
    }

    /// Reports, reports on an assignment, an item on another's agenda, or work done only to prepare another.
    fn says_something(&self, id: BodyId, body: &Body) -> bool {
        let plan = self.plan;
        plan.reports()
            .iter()
            .any(|report| report.from().contains(&id))
            || plan
                .assignments()
                .iter()
                .any(|one| one.to().contains(&id) && one.spec().reports.is_some())
            || plan.series().iter().any(|series| {
                series.spec().standing_items.iter().any(|item| {
                    item.from_body
                        .as_deref()
                        .is_some_and(|from| from == body.id() || from == body.spec().id)
                }) || series
                    .windows()
                    .iter()
                    .any(|window| window.before_each().is_some() && series.bodies().contains(&id))
            })
    }
}
