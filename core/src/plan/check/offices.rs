//! Offices: one for each body.

use super::names::Checker;
use crate::document::{self, OfficeRole, OfficeTerm, Text};
use crate::error::{ProblemKind, Reference, suggest};
use crate::plan::{BodyId, Holder, Office};

impl Checker<'_> {
    pub(super) fn offices(&mut self) -> Vec<Office> {
        let document = self.document;
        let mut offices: Vec<Office> = Vec::new();
        for (index, spec) in document.offices.iter().enumerate() {
            let path = format!("/offices/{index}");
            self.office_parts(&path, spec);
            let turns = self.turns(&path, spec);
            let first_turn = self.first_turn(&path, spec, &turns);
            let held = self.held(&path, spec);
            let bodies = self.body_list(&format!("{path}/bodies"), &spec.bodies, true);
            let several = bodies.len() > 1 || self.any_like(&spec.bodies);
            for body in bodies {
                let name = self.body_name(body);
                offices.push(Office {
                    id: if several {
                        format!("{}-{name}", spec.id)
                    } else {
                        spec.id.clone()
                    },
                    body,
                    title: spec.title.clone().unwrap_or_else(|| role_title(spec.role)),
                    succeeds: None,
                    opposite: None,
                    turns: turns.clone(),
                    first_turn,
                    held: held
                        .iter()
                        .filter(|(for_body, ..)| for_body.is_none_or(|one| one == body))
                        .map(|(_, year, holder)| (*year, holder.clone()))
                        .collect(),
                    spec: spec.clone(),
                    path: path.clone(),
                });
            }
        }
        self.link_offices(&mut offices);
        offices
    }

    fn office_parts(&mut self, path: &str, spec: &document::Office) {
        self.cites(path, &spec.cite);
        self.years(path, spec.from_year, spec.until_year);
        if let OfficeTerm::Years(years) = spec.term
            && !(1..=50).contains(&years)
        {
            self.problem(
                &format!("{path}/term"),
                ProblemKind::OutOfRange { min: 1, max: 50 },
            );
        }
        // Turns are taken when a period ends, and this one does not.
        if spec.term == OfficeTerm::UntilFurtherNotice && spec.alternates.is_some() {
            let (one, other) = ("until_further_notice", "alternates");
            let kind = ProblemKind::Contradiction { one, other };
            self.problem(&format!("{path}/alternates"), kind);
        }
    }

    fn holder(&mut self, path: &str, id: &str) -> Option<Holder> {
        let principals = self.principal_group(path, id);
        if principals.is_empty() {
            return None;
        }
        let document = self.document;
        let title = document
            .sides
            .iter()
            .find(|side| side.id == id)
            .map(|side| side.title.clone())
            .or_else(|| {
                document
                    .principals
                    .iter()
                    .find(|one| one.id == id)
                    .map(|one| one.name.clone())
            })?;
        Some(Holder {
            id: id.to_owned(),
            title,
            principals,
        })
    }

    fn turns(&mut self, path: &str, spec: &document::Office) -> Vec<Holder> {
        let Some(alternation) = &spec.alternates else {
            return Vec::new();
        };
        if alternation.between.len() < 2 {
            self.problem(&format!("{path}/alternates/between"), ProblemKind::Empty);
        }
        if alternation.every_years == Some(0) {
            self.problem(
                &format!("{path}/alternates/every_years"),
                ProblemKind::OutOfRange { min: 1, max: 50 },
            );
        }
        let mut turns = Vec::new();
        for (index, id) in alternation.between.iter().enumerate() {
            turns.extend(self.holder(&format!("{path}/alternates/between/{index}"), id));
        }
        turns
    }

    fn first_turn(&mut self, path: &str, spec: &document::Office, turns: &[Holder]) -> usize {
        let Some(alternation) = &spec.alternates else {
            return 0;
        };
        turns
            .iter()
            .position(|holder| holder.id == alternation.first)
            .unwrap_or_else(|| {
                let suggestion = suggest(
                    &alternation.first,
                    turns.iter().map(|holder| holder.id.as_str()),
                );
                let path = format!("{path}/alternates/first");
                self.unknown(
                    &path,
                    Reference::SideOrPrincipal,
                    &alternation.first,
                    suggestion,
                );
                0
            })
    }

    fn held(&mut self, path: &str, spec: &document::Office) -> Vec<(Option<BodyId>, i32, Holder)> {
        let mut held = Vec::new();
        for (index, one) in spec.held.iter().enumerate() {
            let path = format!("{path}/held/{index}");
            self.year(&format!("{path}/from_year"), one.from_year);
            let body = self.optional_body(&format!("{path}/body"), one.body.as_deref());
            if let Some(holder) = self.holder(&format!("{path}/by"), &one.by) {
                held.push((body, one.from_year, holder));
            }
        }
        held
    }

    /// Succession and opposition inside the same body.
    fn link_offices(&mut self, offices: &mut [Office]) {
        for index in 0..offices.len() {
            let Some((path, body, succeeds, opposite)) = offices.get(index).map(|office| {
                (
                    office.path.clone(),
                    office.body,
                    office.spec.succeeds.clone(),
                    office.spec.opposite.clone(),
                )
            }) else {
                continue;
            };
            let succeeds = succeeds
                .and_then(|id| self.office_ref(&format!("{path}/succeeds"), &id, body, offices));
            let opposite = opposite
                .and_then(|id| self.office_ref(&format!("{path}/opposite"), &id, body, offices));
            if let Some(office) = offices.get_mut(index) {
                office.succeeds = succeeds;
                office.opposite = opposite;
            }
        }
        for office in offices.iter() {
            let mut ring = vec![office.id.clone()];
            let mut at = office;
            while let Some(next) = at.succeeds.and_then(|index| offices.get(index)) {
                ring.push(next.id.clone());
                if ring.len() > offices.len() {
                    self.problem(
                        &format!("{}/succeeds", office.path),
                        ProblemKind::Circle(ring),
                    );
                    break;
                }
                at = next;
            }
        }
    }

    fn office_ref(
        &mut self,
        path: &str,
        id: &str,
        body: BodyId,
        offices: &[Office],
    ) -> Option<usize> {
        let found = offices
            .iter()
            .position(|office| office.spec.id == id && office.body == body);
        if found.is_none() {
            let known = offices
                .iter()
                .filter(|office| office.body == body)
                .map(|office| office.spec.id.as_str());
            let suggestion = suggest(id, known);
            self.unknown(path, Reference::Office, id, suggestion);
        }
        found
    }

    /// Id of one body; like bodies go by their number, also when there is one of them.
    fn body_name(&self, body: BodyId) -> String {
        let written = |id: &str| {
            let like = |one: &document::Body| one.id == id && one.like.is_some();
            !self.document.bodies.iter().any(like)
        };
        let mut names = self.bodies.iter();
        names
            .find(|(id, group)| group.as_slice() == [body] && written(id))
            .map(|(id, _)| id.clone())
            .unwrap_or_default()
    }
}

/// What an office is called.
fn role_title(role: OfficeRole) -> Text {
    match role {
        OfficeRole::Chair => Text::both("Ordförande", "Chair"),
        OfficeRole::ViceChair => Text::both("Vice ordförande", "Vice chair"),
        OfficeRole::Secretary => Text::both("Sekreterare", "Secretary"),
        OfficeRole::Administration => Text::both("Administration", "Administration"),
        OfficeRole::Other => Text::both("Uppdrag", "Office"),
    }
}
