//! A plan against variants of it.

use crate::answer::{Given, json};
use crate::asked::{Asked, problem};
use crate::days;
use crate::kept::unknown_id;
use planning_wheel::document::{Catalogue, Change};
use planning_wheel::error::{Found, ProblemKind, Problems, Reference, Shape};
use planning_wheel::export::json::SimulationData;
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Assumptions, Scenario, read_change, variant};
use std::collections::BTreeMap;

/// A variant with its name and changes.
type Variant = (String, Vec<Change>, Scenario);

/// Measures and differences of the variants that are asked for.
pub(crate) fn simulate(
    given: Given,
    catalogue: &Catalogue,
    asked: &Asked<'_>,
) -> Result<String, Problems> {
    let plan = given.plan;
    let range = days::days(asked, &plan)?;
    let assumptions = assumptions(asked, &plan)?;
    let mut variants: Vec<Variant> = Vec::new();
    for (name, changes) in named(asked)? {
        let changed = variant(plan.document(), &changes, catalogue)?;
        variants.push((name, changes, Scenario::new(changed, range)));
    }
    let base = Scenario::new(plan, range);
    Ok(json(&SimulationData::new(
        &base,
        &variants,
        &assumptions,
        asked.lang(),
    )))
}

/// Names, each with the changes that follow it.
fn named(asked: &Asked<'_>) -> Result<Vec<(String, Vec<Change>)>, Problems> {
    let mut named: Vec<(String, Vec<Change>)> = Vec::new();
    for (word, value) in asked.pairs() {
        match (word, named.last_mut()) {
            ("variant", _) => named.push((value.to_owned(), Vec::new())),
            ("change", Some((_, changes))) => {
                let refused = |_| problem("variants", ProblemKind::Refused(value.to_owned()));
                changes.push(read_change(value).map_err(refused)?);
            }
            _ => {}
        }
    }
    Ok(named)
}

fn assumptions(asked: &Asked<'_>, plan: &Plan) -> Result<Assumptions, Problems> {
    let minutes = asked.one("minutes").map(|word| number("minutes", word));
    let mut travel = BTreeMap::new();
    for word in asked.all("travel") {
        let (id, minutes) = word.split_once('=').unwrap_or((word, ""));
        let known = plan.principals().iter().map(|one| one.id());
        if !known.clone().any(|one| one == id) {
            return Err(unknown_id("travel", Reference::Principal, id, known));
        }
        travel.insert(id.to_owned(), number("travel", minutes)?);
    }
    Ok(Assumptions {
        minutes: minutes.transpose()?,
        travel,
    })
}

fn number<T: std::str::FromStr>(name: &str, word: &str) -> Result<T, Problems> {
    word.parse().map_err(|_| {
        let found = Found::Text(word.to_owned());
        let expected = Shape::WholeNumber;
        problem(name, ProblemKind::WrongType { expected, found })
    })
}
