//! What is wrong or worth knowing in a calendar.
//!
//! Every finding names its place in the document, its source where an
//! agreement or law asks for it, and a change to the plan where one is known to
//! help.

mod agreements;
mod backgrounds;
mod by_hand;
mod fix;
mod kind;
mod meetings;
mod offices;
mod organisation;
mod outgoing;
mod placed;

pub use fix::{Change, Fix, FixKind};
pub use kind::{FindingKind, Severity};

use crate::calendar::Source;
use crate::compute::Outcome;
use crate::document::Cite;
use crate::order::Order;
use crate::plan::Plan;
use crate::time::DateRange;

/// Something wrong or worth knowing.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Place in the document, as a JSON pointer.
    pub path: String,
    /// Entry that it concerns.
    pub entry: Option<String>,
    /// Days that it concerns.
    pub range: DateRange,
    /// Where the agreement or law asks for it.
    pub sources: Vec<Source>,
    /// A change to the plan that helps.
    pub fix: Option<Fix>,
}

/// Findings: errors first, then by day and place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True when something must be mended.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// Those about one entry.
    pub fn of_entry<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Finding> {
        self.0
            .iter()
            .filter(move |finding| finding.entry.as_deref() == Some(id))
    }
}

/// Looks through what a plan gives for a range.
///
/// # Example
/// ```
/// use planning_wheel::{compute::compute, document::{Catalogue, PlanDocument}, findings::findings};
/// use planning_wheel::{plan::Plan, time::DateRange};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let outcome = compute(&plan, DateRange::year(2027).unwrap());
/// assert!(findings(&plan, &outcome).is_empty());
/// ```
#[must_use]
pub fn findings(plan: &Plan, outcome: &Outcome) -> Findings {
    let mut search = Search {
        plan,
        outcome,
        range: outcome.calendar().range(),
        found: Vec::new(),
    };
    search.placed();
    search.by_hand();
    search.cadence();
    search.clashes();
    search.backgrounds();
    search.days_off();
    search.offices();
    search.quorums();
    search.sizes();
    search.silent_bodies();
    search.assignments();
    search.horizons();
    search.validity();
    search.outgoing();
    search.uncertain_duties();
    let mut found = search.found;
    found.order_by(|a, b| {
        (a.severity, a.range, &a.path, &a.entry, a.kind.id()).cmp(&(
            b.severity,
            b.range,
            &b.path,
            &b.entry,
            b.kind.id(),
        ))
    });
    // What is written once for several bodies is told once.
    found.dedup();
    Findings(found)
}

/// A search through one outcome.
struct Search<'a> {
    plan: &'a Plan,
    outcome: &'a Outcome,
    range: DateRange,
    found: Vec<Finding>,
}

impl Search<'_> {
    /// Adds a finding without an entry or a fix.
    fn add(
        &mut self,
        kind: FindingKind,
        path: &str,
        range: DateRange,
        cites: &[Cite],
    ) -> &mut Finding {
        let severity = kind.severity();
        let sources = self.plan.sources(cites);
        self.found.push(Finding {
            kind,
            severity,
            path: path.to_owned(),
            entry: None,
            range,
            sources,
            fix: None,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}
