//! What a plan would give: a plan with changes, measured over some days, and compared with another.
//!
//! A plan and changes give a [`variant`]; a plan and a range give a [`Scenario`]; a scenario is
//! summed up as [`Measures`], and two of them by a [`Comparison`]; any number stand
//! [`SideBySide`]. What people ask of a plan – fewer meetings, a group less, an election in
//! between – is a [`Tweak`], and several of them a [`Variant`].

mod compare;
mod measure;
mod options;
mod side_by_side;
mod variant;
mod written;

pub use compare::{Comparison, Consequences, DateChange, LoadChange, What, compare, consequences};
pub use measure::{Assumptions, Gap, Load, Measures, Once, Turn, WeekLoad, measure};
pub use options::{GroupOption, LeadOption, OfficeOption, Options, SeriesOption};
pub use side_by_side::{DateRow, Row, SideBySide, Weeks, dates_beside, side_by_side, weeks_beside};
pub use variant::{Start, Tweak, Variant, starts};
pub use written::{WrittenError, read_change};

use crate::compute::{Outcome, compute};
use crate::document::{Catalogue, Change, PlanDocument, changed};
use crate::error::Problems;
use crate::findings::{Findings, findings};
use crate::plan::Plan;
use crate::time::DateRange;

/// A plan with what it gives for a range of days.
#[derive(Clone, Debug)]
pub struct Scenario {
    plan: Plan,
    outcome: Outcome,
    findings: Findings,
}

impl Scenario {
    /// Computes what a plan gives.
    #[must_use]
    pub fn new(plan: Plan, range: DateRange) -> Self {
        let outcome = compute(&plan, range);
        let findings = findings(&plan, &outcome);
        Self {
            plan,
            outcome,
            findings,
        }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What it gives.
    #[must_use]
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// What is wrong or worth knowing in it.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The days that it was computed for.
    #[must_use]
    pub fn range(&self) -> DateRange {
        self.outcome.calendar().range()
    }
}

/// A plan document with changes, checked.
///
/// # Errors
/// Every reason why the changed document is no plan.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::scenario::{read_change, variant};
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let change = read_change("first_year=2027").unwrap();
/// let plan = variant(&document, &[change], &Catalogue::empty()).unwrap();
/// assert_eq!(plan.document().first_year, 2027);
/// ```
pub fn variant(
    document: &PlanDocument,
    changes: &[Change],
    catalogue: &Catalogue,
) -> Result<Plan, Problems> {
    Plan::check(changed(document, changes)?, catalogue)
}
