//! Groups as written, and the bodies of a plan that they mean.

use super::item::Item;
use crate::document::Text;
use crate::plan::{Body, Plan};
use crate::time::Lang;

/// A group as a file writes it, and the body that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupMatch {
    /// As written.
    pub written: String,
    /// How many things belong to it.
    pub items: usize,
    /// Id of the body; nothing where a person must say which it is.
    pub body: Option<String>,
}

/// The groups of some things, in the order in which they are first named.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::import::{Item, Place, match_groups};
/// use planning_wheel::{plan::Plan, time::date};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let mut item = Item::on(Place::line(2), "Möte", date(2027, 3, 11).unwrap());
/// item.groups = vec!["Styrelsen".to_owned()];
/// let found = match_groups(&[item], &plan);
/// assert_eq!((found[0].items, found[0].body.as_deref()), (1, None));
/// ```
#[must_use]
pub fn match_groups(items: &[Item], plan: &Plan) -> Vec<GroupMatch> {
    let mut found: Vec<GroupMatch> = Vec::new();
    for written in items.iter().flat_map(|item| &item.groups) {
        match found.iter_mut().find(|one| one.written == *written) {
            Some(known) => known.items += 1,
            None => found.push(GroupMatch {
                written: written.clone(),
                items: 1,
                body: body_named(written, plan),
            }),
        }
    }
    found
}

/// Id of the body with an id, a name or a short name; capitals do not matter.
#[must_use]
pub fn body_named(written: &str, plan: &Plan) -> Option<String> {
    let wanted = written.trim().to_lowercase();
    let says = |text: &Text| {
        let words = [Lang::Sv, Lang::En].map(|lang| text.get(lang).to_lowercase());
        words.contains(&wanted)
    };
    let named = |body: &&Body| says(body.name()) || says(body.short());
    let mut all = plan.bodies().iter();
    let by_id = plan.bodies().iter().find(|body| *body.id() == wanted);
    by_id
        .or_else(|| all.find(named))
        .map(|body| body.id().clone())
}
