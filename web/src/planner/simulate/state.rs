//! The variants of a plan, and what each of them gives. They stay when the plan changes, another
//! screen is looked at or another language is spoken.

use super::super::bench::Bench;
use crate::shared::Shared;
use leptos::prelude::*;
use planning_wheel::document::Catalogue;
use planning_wheel::error::Problems;
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{
    Assumptions, Consequences, Measures, Scenario, SideBySide, Tweak, Variant, consequences,
    measure, side_by_side,
};
use planning_wheel::time::{DateRange, MAX_YEAR, MandatePeriod, TermKind};

/// Variants that stand beside the plan at once.
pub(crate) const MOST: usize = 4;

/// A variant that is worked on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Draft {
    /// Tells it from the others, whatever it is called.
    pub(crate) id: u32,
    pub(crate) variant: Variant,
}

/// What a plan gives over the period.
#[derive(Debug)]
pub(crate) struct Figures {
    pub(crate) scenario: Scenario,
    pub(crate) measures: Measures,
    /// What is different from the plan's own.
    pub(crate) against: Consequences,
}

/// What a plan with its changes gives, or why there is no such plan.
pub(crate) type Given = Result<Figures, Problems>;

/// What the plan, or a variant of it, gives.
#[derive(Debug)]
pub(crate) struct Outcome {
    base: Shared<Plan>,
    range: DateRange,
    assumptions: Assumptions,
    tweaks: Vec<Tweak>,
    pub(crate) given: Given,
}

impl Outcome {
    fn new(asked: &Asked, tweaks: &[Tweak], plan: Option<&Outcome>, catalogue: &Catalogue) -> Self {
        let variant = Variant {
            title: String::new(),
            tweaks: tweaks.to_vec(),
        };
        let own = match tweaks {
            [] => Ok((*asked.base).clone()),
            _ => variant.plan(asked.base.document(), catalogue),
        };
        let plan = plan.and_then(|plan| plan.given.as_ref().ok());
        let given = own.map(|own| {
            let scenario = Scenario::new(own, asked.range);
            let measures = measure(&scenario, &asked.assumptions);
            let against = plan.map(|plan| consequences(&plan.scenario, &scenario));
            Figures {
                scenario,
                measures,
                against: against.unwrap_or_default(),
            }
        });
        Self {
            base: asked.base.clone(),
            range: asked.range,
            assumptions: asked.assumptions.clone(),
            tweaks: variant.tweaks,
            given,
        }
    }

    fn answers(&self, asked: &Asked, tweaks: &[Tweak]) -> bool {
        self.base == asked.base
            && self.range == asked.range
            && self.assumptions == asked.assumptions
            && self.tweaks == tweaks
    }
}

/// What is asked of the plan and of all its variants.
struct Asked {
    base: Shared<Plan>,
    range: DateRange,
    assumptions: Assumptions,
}

/// The plan's own outcome, and those of its variants with their ids.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcomes {
    pub(crate) plan: Shared<Outcome>,
    pub(crate) drafts: Vec<(Draft, Shared<Outcome>)>,
}

/// The variants that are worked on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Simulation {
    pub(crate) drafts: RwSignal<Vec<Draft>>,
    next: RwSignal<u32>,
    /// First year of the mandate period; the one that the bench's year lies in without.
    pub(crate) first_year: RwSignal<Option<i32>>,
    pub(crate) assumptions: RwSignal<Assumptions>,
}

impl Simulation {
    pub(crate) fn new() -> Self {
        Self {
            drafts: RwSignal::default(),
            next: RwSignal::new(1),
            first_year: RwSignal::default(),
            assumptions: RwSignal::default(),
        }
    }

    /// Adds a variant, while there is room; gives its id.
    pub(crate) fn add(self, variant: Variant) -> Option<u32> {
        if self.drafts.with_untracked(Vec::len) >= MOST {
            return None;
        }
        let id = self.next.get_untracked();
        self.next.set(id + 1);
        self.drafts
            .update(|drafts| drafts.push(Draft { id, variant }));
        Some(id)
    }

    /// Changes a variant.
    pub(crate) fn change(self, id: u32, change: impl FnOnce(&mut Variant)) {
        self.drafts.update(|drafts| {
            if let Some(draft) = drafts.iter_mut().find(|one| one.id == id) {
                change(&mut draft.variant);
            }
        });
    }

    pub(crate) fn remove(self, id: u32) {
        self.drafts
            .update(|drafts| drafts.retain(|one| one.id != id));
    }

    pub(crate) fn variant(self, id: u32) -> Option<Variant> {
        self.drafts.with_untracked(|drafts| {
            let found = drafts.iter().find(|one| one.id == id);
            found.map(|draft| draft.variant.clone())
        })
    }
}

/// The mandate periods that a plan reaches.
pub(crate) fn periods(plan: &Plan) -> Vec<MandatePeriod> {
    let document = plan.document();
    let last = document.last_year.unwrap_or(MAX_YEAR);
    plan.mandates().periods(document.first_year, last)
}

/// What is looked at: the periods to choose from, the one chosen, and what it gives.
#[derive(Clone, Copy)]
pub(crate) struct Simulated {
    pub(crate) periods: Memo<Vec<(i32, i32)>>,
    pub(crate) period: Memo<Option<(i32, i32)>>,
    pub(crate) outcomes: Memo<Option<Outcomes>>,
    /// What the plan and its variants measure, row by row.
    pub(crate) beside: Memo<Shared<SideBySide>>,
}

impl Simulated {
    pub(crate) fn new(bench: Bench, year: Memo<i32>) -> Self {
        let simulation = bench.simulation;
        let periods = Memo::new(move |_| {
            let all = bench.base.with(|plan| periods(plan));
            all.iter()
                .map(|one| (one.first_year, one.last_year))
                .collect::<Vec<_>>()
        });
        let period = Memo::new(move |_| {
            let wanted = simulation.first_year.get().unwrap_or_else(|| year.get());
            periods.with(|all| {
                let holds = |(first, last): &&(i32, i32)| (*first..=*last).contains(&wanted);
                all.iter().find(holds).or(all.first()).copied()
            })
        });
        let outcomes = Memo::new(move |before: Option<&Option<Outcomes>>| {
            let base = bench.base.get();
            let range = base.mandate_range(period.get()?.0, TermKind::Calendar)?;
            let asked = Asked {
                base,
                range,
                assumptions: simulation.assumptions.get(),
            };
            let known = before.and_then(Option::as_ref);
            let drafts = simulation.drafts.get();
            Some(
                bench
                    .with_untracked(|session| outcomes(&asked, drafts, known, session.catalogue())),
            )
        });
        let beside = Memo::new(move |_| {
            outcomes.with(|all| Shared::new(all.as_ref().map(put_beside).unwrap_or_default()))
        });
        Self {
            periods,
            period,
            outcomes,
            beside,
        }
    }

    pub(crate) fn here() -> Self {
        expect_context()
    }
}

/// The rows of the plan and of every variant that is a plan.
fn put_beside(all: &Outcomes) -> SideBySide {
    let drafts = all.drafts.iter().map(|(_, outcome)| outcome);
    let every = std::iter::once(&all.plan).chain(drafts);
    let measured = every.filter_map(|one| Some(&one.given.as_ref().ok()?.measures));
    side_by_side(&measured.collect::<Vec<_>>())
}

/// Computes only what has changed.
fn outcomes(
    asked: &Asked,
    drafts: Vec<Draft>,
    known: Option<&Outcomes>,
    catalogue: &Catalogue,
) -> Outcomes {
    let same = |tweaks: &[Tweak]| {
        let known = known.into_iter();
        let mut known = known.flat_map(|all| {
            let drafts = all.drafts.iter().map(|(_, outcome)| outcome);
            std::iter::once(&all.plan).chain(drafts)
        });
        known.find(|one| one.answers(asked, tweaks)).cloned()
    };
    let new = |tweaks: &[Tweak], plan: Option<&Outcome>| {
        let fresh = || Shared::new(Outcome::new(asked, tweaks, plan, catalogue));
        same(tweaks).unwrap_or_else(fresh)
    };
    let plan = new(&[], None);
    let drafts = drafts.into_iter().map(|draft| {
        let given = new(&draft.variant.tweaks, Some(&plan));
        (draft, given)
    });
    let drafts = drafts.collect();
    Outcomes { plan, drafts }
}
