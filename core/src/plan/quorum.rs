//! How many must be present for a body to decide.

use super::{BodyId, Plan, PrincipalId};
use crate::document::QuorumPer;
use crate::order::Order;

/// A part of a body that must be represented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuorumShare {
    /// The principal, or `None` for the body as a whole.
    pub principal: Option<PrincipalId>,
    /// Seats that count.
    pub seats: u16,
    /// How many of them must be present: more than half.
    pub needed: u16,
}

impl Plan {
    /// The quorum of a body, from the seats that count; empty when it has none.
    ///
    /// Seats that several principals share belong to no single one: they count
    /// over the whole body only.
    #[must_use]
    pub fn quorum(&self, body: BodyId) -> Vec<QuorumShare> {
        let body = self.body(body);
        let Some(quorum) = &body.spec().quorum else {
            return Vec::new();
        };
        let counted = |principal: Option<PrincipalId>| {
            let seats: u16 = body
                .seats()
                .iter()
                .filter(|seat| {
                    seat.votes() && (principal.is_none() || seat.principal() == principal)
                })
                .map(super::Seat::count)
                .sum();
            QuorumShare {
                principal,
                seats,
                needed: seats / 2 + 1,
            }
        };
        match quorum.per {
            QuorumPer::Body => vec![counted(None)],
            QuorumPer::Principal => {
                let mut principals: Vec<PrincipalId> = body
                    .seats()
                    .iter()
                    .filter_map(super::Seat::principal)
                    .collect();
                principals.order();
                principals.dedup();
                principals
                    .into_iter()
                    .map(|principal| counted(Some(principal)))
                    .collect()
            }
        }
    }
}
