//! The order in which series are placed: each after those that it depends on.

use super::names::Checker;
use crate::error::ProblemKind;
use crate::plan::{Series, SeriesId};

impl Checker<'_> {
    /// Joint meetings first, then document order, always after what a rule refers to.
    ///
    /// A series whose rules lead back to itself is a problem.
    pub(super) fn placement_order(&mut self, series: &[Series]) -> Vec<SeriesId> {
        let mut order: Vec<SeriesId> = Vec::with_capacity(series.len());
        let mut placed = vec![false; series.len()];
        let is_placed = |placed: &[bool], id: SeriesId| placed.get(id.index()) == Some(&true);
        let waits_for: Vec<Vec<SeriesId>> = series.iter().map(depends_on).collect();
        loop {
            let next = (0..series.len())
                .filter_map(SeriesId::at)
                .filter(|id| !is_placed(&placed, *id))
                .filter(|id| {
                    let before = waits_for.get(id.index()).into_iter().flatten();
                    before.copied().all(|other| is_placed(&placed, other))
                })
                .min_by_key(|id| {
                    (
                        series.get(id.index()).is_none_or(|one| !one.spec.joint),
                        *id,
                    )
                });
            let Some(id) = next else { break };
            order.push(id);
            if let Some(slot) = placed.get_mut(id.index()) {
                *slot = true;
            }
        }
        let stuck: Vec<&Series> = series
            .iter()
            .enumerate()
            .filter(|(index, _)| placed.get(*index) == Some(&false))
            .map(|(_, one)| one)
            .collect();
        if let Some(first) = stuck.first() {
            let ring = stuck.iter().map(|one| one.id.clone()).collect();
            self.problem(&first.path.clone(), ProblemKind::Circle(ring));
        }
        order
    }
}

fn depends_on(one: &Series) -> Vec<SeriesId> {
    one.windows
        .iter()
        .flat_map(|window| window.before_each.into_iter().chain(window.after))
        .chain(one.continues)
        .chain(one.beside)
        .chain(one.joint.iter().copied())
        .collect()
}
