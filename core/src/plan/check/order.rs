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
        loop {
            let next = (0..series.len())
                .filter_map(SeriesId::at)
                .filter(|id| !order.contains(id))
                .filter(|id| {
                    depends_on(series, *id)
                        .iter()
                        .all(|other| order.contains(other))
                })
                .min_by_key(|id| {
                    (
                        series.get(id.index()).is_none_or(|one| !one.spec.joint),
                        *id,
                    )
                });
            match next {
                Some(id) => order.push(id),
                None => break,
            }
        }
        let stuck: Vec<&Series> = series
            .iter()
            .enumerate()
            .filter(|(index, _)| !order.iter().any(|id| id.index() == *index))
            .map(|(_, one)| one)
            .collect();
        if let Some(first) = stuck.first() {
            let ring = stuck.iter().map(|one| one.id.clone()).collect();
            self.problem(&first.path.clone(), ProblemKind::Circle(ring));
        }
        order
    }
}

fn depends_on(series: &[Series], id: SeriesId) -> Vec<SeriesId> {
    let Some(one) = series.get(id.index()) else {
        return Vec::new();
    };
    one.windows
        .iter()
        .flat_map(|window| window.before_each.into_iter().chain(window.after))
        .chain(one.continues)
        .chain(one.beside)
        .chain(one.joint.iter().copied())
        .collect()
}
