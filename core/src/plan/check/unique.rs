//! Names that the plan makes itself: no two entries may get the same id.

use super::names::Checker;
use crate::error::ProblemKind;
use crate::map::Map;
use crate::plan::{Body, Office, Series};

impl Checker<'_> {
    /// Ids of series and offices of several bodies, and of like bodies, which no written id may have.
    pub(super) fn made_ids(&mut self, bodies: &[Body], series: &[Series], offices: &[Office]) {
        let bodies = bodies.iter().map(|one| (&one.id, &one.spec.id, &one.path));
        let series = series.iter().map(|one| (&one.id, &one.spec.id, &one.path));
        let offices = offices.iter().map(|one| (&one.id, &one.spec.id, &one.path));
        let mut made: Map<&String, &String> = Map::new();
        for (id, written, path) in bodies.chain(series).chain(offices) {
            if id == written {
                continue;
            }
            let first = match made.get(id) {
                Some(first) => Some(format!("{first}/id")),
                None => self.first_use(id),
            };
            match first {
                Some(first) => self.duplicate(&format!("{path}/id"), id, first),
                None => _ = made.insert(id, path),
            }
        }
    }

    /// The same id a second time.
    pub(super) fn duplicate(&mut self, path: &str, id: &str, first: String) {
        let id = id.to_owned();
        self.problem(path, ProblemKind::DuplicateId { id, first });
    }
}
