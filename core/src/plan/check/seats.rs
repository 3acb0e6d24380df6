//! Seats, with sides written out.

use super::names::Checker;
use crate::document;
use crate::error::ProblemKind;
use crate::plan::{PrincipalId, Seat};

impl Checker<'_> {
    pub(super) fn seats(&mut self, path: &str, seats: &[document::Seat]) -> Vec<Seat> {
        let mut all = Vec::new();
        for (index, seat) in seats.iter().enumerate() {
            let path = format!("{path}/seats/{index}");
            self.seat_counts(&path, seat);
            let from_bodies = seat
                .from_body
                .as_deref()
                .map(|id| self.body_group(&format!("{path}/from_body"), id));
            let mut principals = self.seat_principals(&path, seat);
            let one = |principals, from_body| Seat {
                principals,
                from_body,
                written: index,
                count: seat.count.into(),
                up_to: seat.up_to.unwrap_or(seat.count).into(),
                votes: seat.votes,
            };
            match from_bodies {
                Some(bodies) => {
                    if !seat.shared {
                        principals.truncate(1);
                    }
                    let from = |body| one(principals.clone(), Some(body));
                    all.extend(bodies.into_iter().map(from));
                }
                None if seat.shared || principals.is_empty() => all.push(one(principals, None)),
                None => all.extend(principals.into_iter().map(|only| one(vec![only], None))),
            }
        }
        all
    }

    fn seat_counts(&mut self, path: &str, seat: &document::Seat) {
        let up_to = seat.up_to.unwrap_or(seat.count);
        if up_to < seat.count {
            let kind = ProblemKind::ImpossibleCount {
                min: seat.count.into(),
                max: up_to.into(),
                target: None,
            };
            self.problem(path, kind);
        }
        if seat.shared && seat.of.is_empty() {
            let (one, other) = ("shared", "of");
            self.problem(path, ProblemKind::Contradiction { one, other });
        }
    }

    /// Principals of a seat; a principal that shares it twice over shares it once.
    fn seat_principals(&mut self, path: &str, seat: &document::Seat) -> Vec<PrincipalId> {
        let mut principals: Vec<PrincipalId> = Vec::new();
        for (at, id) in seat.of.iter().enumerate() {
            for principal in self.principal_group(&format!("{path}/of/{at}"), id) {
                if !seat.shared || !principals.contains(&principal) {
                    principals.push(principal);
                }
            }
        }
        principals
    }
}
