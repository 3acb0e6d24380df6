//! Scenarios as data: what a plan and its variants cost, decide and change.

use super::{ChangeData, FindingData};
use crate::document::{Change, Difference, Positions, Text};
use crate::findings::Finding;
use crate::plan::Plan;
use crate::scenario::{
    Assumptions, Comparison, DateChange, Load, LoadChange, Measures, Once, Scenario, compare,
    measure,
};
use crate::time::{DateRange, Lang, add_days, format};
use serde::Serialize;
use serde_json::Value;

/// A plan and its variants over the same days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SimulationData {
    /// Id of the plan.
    pub plan: String,
    /// First day.
    pub start: String,
    /// The day after the last.
    pub end: String,
    /// The plan as it is.
    pub measures: MeasuresData,
    /// The variants, in the order in which they were given.
    pub variants: Vec<VariantData>,
}

/// A variant of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VariantData {
    /// Its name.
    pub name: String,
    /// What it changes in the document.
    pub changes: Vec<ChangeData>,
    /// What it costs and decides.
    pub measures: MeasuresData,
    /// What becomes different with it.
    pub difference: ComparisonData,
}

/// What a plan costs and decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeasuresData {
    /// Meetings held, joint ones once.
    pub meetings: u32,
    /// Those of them without a known length.
    pub without_length: u32,
    /// By body.
    pub bodies: Vec<LoadData>,
    /// By principal; `shared` are seats that several fill together.
    pub principals: Vec<LoadData>,
    /// By role.
    pub roles: Vec<LoadData>,
    /// Every week with meetings.
    pub weeks: Vec<WeekData>,
    /// The longest time without a meeting, by body.
    pub gaps: Vec<GapData>,
    /// Decisions by an outgoing assembly for the time of the incoming one.
    pub handed_over: Vec<OnceData>,
    /// Whose turn each office is.
    pub turns: Vec<TurnData>,
    /// What falls once in the time.
    pub once: Vec<OnceData>,
}

/// Meetings and the time that people spend at them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LoadData {
    /// Id of the body or principal, or the role.
    pub id: String,
    /// Name.
    pub title: String,
    /// Meetings held.
    pub meetings: u32,
    /// Minutes of all people together, by the fewest seats.
    pub person_minutes: u64,
    /// The same by the most seats.
    pub most_person_minutes: u64,
}

/// Meetings of a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeekData {
    /// Its Monday.
    pub monday: String,
    /// ISO week.
    pub week: u8,
    /// Meetings held.
    pub meetings: u32,
    /// Minutes of all people together.
    pub person_minutes: u64,
}

/// The longest time without a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GapData {
    /// Id of the body.
    pub body: String,
    /// The meeting before.
    pub from: String,
    /// The meeting after.
    pub to: String,
    /// Days between them.
    pub days: i64,
}

/// Whose turn an office is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurnData {
    /// Entry id.
    pub id: String,
    /// Title of the office.
    pub title: String,
    /// Who holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// First day.
    pub start: String,
    /// The day after the last.
    pub end: String,
}

/// Something that falls on one day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OnceData {
    /// Entry id.
    pub id: String,
    /// Kind of entry.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// Its day.
    pub start: String,
}

/// What becomes different.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonData {
    /// Entries that differ, by day.
    pub dates: Vec<DateChangeData>,
    /// Findings that are gone.
    pub solved: Vec<FindingData>,
    /// Findings that are new.
    pub found: Vec<FindingData>,
    /// Load of every body, before and after.
    pub bodies: Vec<LoadChangeData>,
    /// Load of every principal.
    pub principals: Vec<LoadChangeData>,
    /// Load of every role.
    pub roles: Vec<LoadChangeData>,
}

/// An entry that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DateChangeData {
    /// Stable id.
    pub id: String,
    /// Kind of entry.
    pub kind: &'static str,
    /// Title.
    pub title: String,
    /// `added`, `removed`, `moved` or `retimed`.
    pub change: &'static str,
    /// Days before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<DaysData>,
    /// Days after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<DaysData>,
}

/// Days of an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DaysData {
    /// First day.
    pub start: String,
    /// The day after the last.
    pub end: String,
}

/// Load before and after.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LoadChangeData {
    /// Before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<LoadData>,
    /// After.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<LoadData>,
}

/// Two plans, and what becomes different with the second.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiffData {
    /// First day that was compared.
    pub start: String,
    /// The day after the last.
    pub end: String,
    /// What differs in the documents.
    pub document: Vec<DifferenceData>,
    /// What differs in what they give.
    pub difference: ComparisonData,
}

/// One difference of two documents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DifferenceData {
    /// The change that makes the first the second.
    #[serde(flatten)]
    pub change: ChangeData,
    /// What stood there before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
}

impl SimulationData {
    /// A plan and its variants: each with its name, its changes and what it gives.
    #[must_use]
    pub fn new(
        base: &Scenario,
        variants: &[(String, Vec<Change>, Scenario)],
        assumptions: &Assumptions,
        lang: Lang,
    ) -> Self {
        let range = base.range();
        let variant = |(name, changes, scenario): &(String, Vec<Change>, Scenario)| VariantData {
            name: name.clone(),
            changes: changes.iter().map(ChangeData::new).collect(),
            measures: MeasuresData::new(&measure(scenario, assumptions), lang),
            difference: ComparisonData::between(base, scenario, assumptions, lang),
        };
        Self {
            plan: base.plan().document().id.clone(),
            start: format(range.start),
            end: format(range.end),
            measures: MeasuresData::new(&measure(base, assumptions), lang),
            variants: variants.iter().map(variant).collect(),
        }
    }
}

impl DiffData {
    /// Two plans over the same days, with what differs in their documents.
    #[must_use]
    pub fn new(before: &Scenario, after: &Scenario, document: &[Difference], lang: Lang) -> Self {
        let difference = |one: &Difference| DifferenceData {
            change: ChangeData::new(&one.change),
            before: one.before.clone(),
        };
        let range = after.range();
        Self {
            start: format(range.start),
            end: format(range.end),
            document: document.iter().map(difference).collect(),
            difference: ComparisonData::between(before, after, &Assumptions::default(), lang),
        }
    }
}

impl MeasuresData {
    /// Measures in one language.
    #[must_use]
    pub fn new(of: &Measures, lang: Lang) -> Self {
        let loads = |loads: &[Load]| loads.iter().map(|one| LoadData::new(one, lang)).collect();
        let once = |all: &[Once]| all.iter().map(|one| OnceData::new(one, lang)).collect();
        let turns = of.turns.iter().map(|turn| TurnData {
            id: turn.id.clone(),
            title: words(&turn.title, lang),
            holder: turn.holder.as_ref().map(|holder| words(holder, lang)),
            start: format(turn.range.start),
            end: format(turn.range.end),
        });
        let weeks = of.weeks.iter().map(|week| WeekData {
            monday: format(week.week.monday()),
            week: week.week.week(),
            meetings: week.meetings,
            person_minutes: week.minutes,
        });
        let gaps = of.gaps.iter().map(|gap| GapData {
            body: gap.body.clone(),
            from: format(gap.from),
            to: format(gap.to),
            days: gap.days(),
        });
        Self {
            meetings: of.meetings,
            without_length: of.without_length,
            bodies: loads(&of.bodies),
            principals: loads(&of.principals),
            roles: loads(&of.roles),
            weeks: weeks.collect(),
            gaps: gaps.collect(),
            handed_over: once(&of.handed_over),
            turns: turns.collect(),
            once: once(&of.once),
        }
    }
}

impl LoadData {
    fn new(load: &Load, lang: Lang) -> Self {
        Self {
            id: load.id.clone(),
            title: words(&load.title, lang),
            meetings: load.meetings,
            person_minutes: load.minutes,
            most_person_minutes: load.most_minutes,
        }
    }
}

impl OnceData {
    fn new(once: &Once, lang: Lang) -> Self {
        Self {
            id: once.id.clone(),
            kind: once.kind.id(),
            title: words(&once.title, lang),
            start: format(once.day),
        }
    }
}

impl ComparisonData {
    fn between(before: &Scenario, after: &Scenario, assumptions: &Assumptions, lang: Lang) -> Self {
        let found = compare(before, after, assumptions);
        Self::new(&found, before.plan(), after.plan(), lang)
    }

    /// A comparison in one language; findings are told by the plans that they are of.
    #[must_use]
    pub fn new(of: &Comparison, before: &Plan, after: &Plan, lang: Lang) -> Self {
        let findings = |all: &[Finding], plan: &Plan| {
            let nowhere = Positions::default();
            let one = |finding| FindingData::new(finding, plan, &nowhere, lang);
            all.iter().map(one).collect()
        };
        let loads = |all: &[LoadChange]| {
            let one = |load: &Option<Load>| load.as_ref().map(|load| LoadData::new(load, lang));
            let both = all.iter().map(|pair| LoadChangeData {
                before: one(&pair.before),
                after: one(&pair.after),
            });
            both.collect()
        };
        Self {
            dates: of
                .dates
                .iter()
                .map(|one| DateChangeData::new(one, lang))
                .collect(),
            solved: findings(&of.solved, before),
            found: findings(&of.found, after),
            bodies: loads(&of.bodies),
            principals: loads(&of.principals),
            roles: loads(&of.roles),
        }
    }
}

impl DateChangeData {
    fn new(change: &DateChange, lang: Lang) -> Self {
        let days = |days: DateRange| DaysData {
            start: format(days.start),
            end: format(days.end.max(add_days(days.start, 1))),
        };
        Self {
            id: change.id.clone(),
            kind: change.kind.id(),
            title: words(&change.title, lang),
            change: change.what.id(),
            before: change.before.map(days),
            after: change.after.map(days),
        }
    }
}

fn words(text: &Text, lang: Lang) -> String {
    text.get(lang).to_owned()
}
