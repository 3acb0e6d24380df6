//! Findings about offices: nobody holds one, or the rotation is broken.

use super::fix::{Change, Fix, FixKind};
use super::{FindingKind, Search};
use crate::compute::offices::{
    OfficePeriod, holder, office_id, office_period_on, office_periods, office_title,
};
use crate::plan::{BodyId, Holder, Office};
use crate::time::add_days;
use chrono::Datelike;

impl Search<'_> {
    pub(super) fn offices(&mut self) {
        let plan = self.plan;
        let (from, to) = (self.range.start.year(), add_days(self.range.end, -1).year());
        let mut vacant: Vec<Vacancy> = Vec::new();
        for (index, office) in plan.offices().iter().enumerate() {
            for period in office_periods(plan, office, from, to) {
                if !period.range.overlaps(&self.range) {
                    continue;
                }
                if !self.office_period(index, office, &period) {
                    add_vacancy(&mut vacant, office, period);
                }
            }
        }
        for one in vacant {
            let kind = FindingKind::OfficeVacant {
                office: one.office.title().clone(),
                period: one.period.label.clone(),
                bodies: one.bodies,
            };
            let cites = &one.office.spec().cite;
            let finding = self.add(kind, one.office.path(), one.period.range, cites);
            finding.entry = Some(office_id(one.office, &one.period));
        }
    }

    /// Looks at one period; false when nobody is named for it.
    fn office_period(&mut self, index: usize, office: &Office, period: &OfficePeriod) -> bool {
        let plan = self.plan;
        let title = office_title(plan, office, period);
        let Some(held_by) = holder(plan, index, period) else {
            return office.spec().provided_by.is_some();
        };
        let earlier = office_period_on(plan, office, add_days(period.range.start, -1));
        let before = earlier
            .filter(|_| one_after_another(office))
            .and_then(|earlier| {
                let holder = holder(plan, index, &earlier)?;
                same_side(office, holder, held_by).then(|| office_title(plan, office, &earlier))
            });
        let beside = office.opposite().and_then(|at| {
            let other = plan.offices().get(at)?;
            let theirs = office_period_on(plan, other, period.range.start)?;
            let holder = holder(plan, at, &theirs)?;
            same_side(office, holder, held_by).then(|| office_title(plan, other, &theirs))
        });
        if let Some(other) = before.or(beside) {
            let kind = FindingKind::AlternationBroken {
                office: title,
                holder: held_by.title().clone(),
                other,
            };
            let fix = by_hand(office, plan.body(office.body()).id(), period);
            let finding = self.add(kind, office.path(), period.range, &office.spec().cite);
            finding.entry = Some(office_id(office, period));
            finding.fix = fix;
        }
        true
    }
}

/// An office that nobody holds in a period, in one or several bodies.
struct Vacancy<'a> {
    office: &'a Office,
    period: OfficePeriod,
    bodies: Vec<BodyId>,
}

/// Offices that are written once are told once, with all their bodies.
fn add_vacancy<'a>(vacant: &mut Vec<Vacancy<'a>>, office: &'a Office, period: OfficePeriod) {
    let known = vacant
        .iter_mut()
        .find(|one| one.office.path() == office.path() && one.period.key == period.key);
    match known {
        Some(one) => one.bodies.push(office.body()),
        None => vacant.push(Vacancy {
            office,
            period,
            bodies: vec![office.body()],
        }),
    }
}

/// True when every new period must be held by another than the one before.
fn one_after_another(office: &Office) -> bool {
    office
        .spec()
        .alternates
        .as_ref()
        .is_some_and(|rotation| rotation.every_years.is_none())
}

/// Two holders on the same side: the same one, or principals in common.
fn same_side(office: &Office, one: &Holder, other: &Holder) -> bool {
    if one.id() == other.id() {
        return true;
    }
    let side = |holder: &Holder| {
        office.turns().iter().position(|turn| {
            holder
                .principals()
                .iter()
                .all(|one| turn.principals().contains(one))
        })
    };
    side(one).is_some() && side(one) == side(other)
}

/// Takes away the holder entered by hand, so that the rotation decides.
fn by_hand(office: &Office, body: &str, period: &OfficePeriod) -> Option<Fix> {
    let year = period.range.start.year();
    let at = office.spec().held.iter().position(|held| {
        let of_body = held.body.as_deref().is_none_or(|named| named == body);
        held.from_year == year && of_body
    })?;
    Some(Fix {
        kind: FixKind::RemoveHolder,
        changes: vec![Change::Remove {
            path: format!("{}/held/{at}", office.path()),
        }],
    })
}
