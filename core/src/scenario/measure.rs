//! What a plan costs and decides over some days.

use super::Scenario;
use crate::calendar::{Entry, EntryKind, EntryStatus};
use crate::document::Text;
use crate::findings::FindingKind;
use crate::order::Order;
use crate::plan::{Plan, Seat};
use crate::time::{DateRange, IsoWeek, add_days};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A working day in minutes: what a meeting over several days takes of each but the last.
const WORKING_DAY: u64 = 8 * 60;

/// What is reckoned with where the plan says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assumptions {
    /// Length of a meeting that has none, in minutes; without it, such a meeting takes no time and
    /// is counted apart.
    pub minutes: Option<u16>,
    /// Minutes that a member travels to and from one meeting, by principal's id.
    pub travel: BTreeMap<String, u32>,
}

/// Meetings and the time that people spend at them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Id of the body or principal, or the role; `shared` for seats that several principals fill
    /// together, and empty where the plan names none.
    pub id: String,
    /// Name; blank where the plan names none.
    pub title: Text,
    /// Meetings held.
    pub meetings: u32,
    /// Minutes of all people together, by the fewest seats, travel included.
    pub minutes: u64,
    /// The same by the most seats.
    pub most_minutes: u64,
}

/// Meetings of one ISO week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekLoad {
    /// The week.
    pub week: IsoWeek,
    /// Meetings held.
    pub meetings: u32,
    /// Minutes of all people together, by the fewest seats.
    pub minutes: u64,
}

/// The longest time without a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Id of the body.
    pub body: String,
    /// Its name.
    pub title: Text,
    /// The meeting before.
    pub from: NaiveDate,
    /// The meeting after.
    pub to: NaiveDate,
}

impl Gap {
    /// Days between the two meetings.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days()
    }
}

/// Whose turn an office is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Entry id.
    pub id: String,
    /// Title of the office.
    pub title: Text,
    /// Who holds it; nothing where the plan does not say.
    pub holder: Option<Text>,
    /// The time.
    pub range: DateRange,
}

/// Something that falls on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// Entry id.
    pub id: String,
    /// What it is.
    pub kind: EntryKind,
    /// Title.
    pub title: Text,
    /// Its first day.
    pub day: NaiveDate,
}

/// What a plan costs and decides over some days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// By body, in the plan's order.
    pub bodies: Vec<Load>,
    /// By principal, in the plan's order; then shared seats, then those without a principal.
    pub principals: Vec<Load>,
    /// By role, in the order in which the plan names them.
    pub roles: Vec<Load>,
    /// Meetings held, joint ones once.
    pub meetings: u32,
    /// Those of them whose length nothing tells.
    pub without_length: u32,
    /// Every week with meetings.
    pub weeks: Vec<WeekLoad>,
    /// The longest gap of every body that meets twice or more.
    pub gaps: Vec<Gap>,
    /// Decisions by an outgoing assembly for the time of the incoming one.
    pub handed_over: Vec<Once>,
    /// Whose turn each office is.
    pub turns: Vec<Turn>,
    /// What falls once in the time; empty for two years or less, when most things do.
    pub once: Vec<Once>,
}

/// Sums a scenario up.
///
/// A meeting's person-hours are its length times the seats of its bodies. A meeting over several
/// days takes a working day of eight hours on each day but the last.
///
/// # Example
/// ```
/// use planning_wheel::{document::{Catalogue, PlanDocument}, plan::Plan, time::DateRange};
/// use planning_wheel::scenario::{Assumptions, Scenario, measure};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let scenario = Scenario::new(plan, DateRange::years(2027, 2030).unwrap());
/// let measures = measure(&scenario, &Assumptions::default());
/// assert_eq!(measures.meetings, 0);
/// assert_eq!(measures.once[0].id, "term-start/calendar/2027");
/// assert!(measures.once.iter().any(|once| once.id == "election/2030"));
/// ```
#[must_use]
pub fn measure(scenario: &Scenario, assumptions: &Assumptions) -> Measures {
    let plan = scenario.plan();
    let mut sums = Sums::new(plan, assumptions);
    let range = scenario.range();
    let entries = scenario.outcome().calendar().entries();
    for entry in entries.iter().filter(|entry| is_held(entry, range)) {
        sums.meeting(entry);
    }
    let weeks = sums.weeks.into_iter();
    Measures {
        bodies: sums.bodies,
        principals: with_something(sums.principals, plan.principals().len()),
        roles: sums.roles,
        meetings: sums.meetings,
        without_length: sums.without_length,
        weeks: weeks
            .map(|(monday, (meetings, minutes))| WeekLoad {
                week: IsoWeek::of(monday),
                meetings,
                minutes,
            })
            .collect(),
        gaps: gaps(scenario),
        handed_over: handed_over(scenario),
        turns: turns(scenario),
        once: once(scenario),
    }
}

fn is_held(entry: &Entry, range: DateRange) -> bool {
    matches!(entry.kind, EntryKind::Meeting | EntryKind::Preparation)
        && entry.status != EntryStatus::Cancelled
        && range.contains(entry.start)
}

/// The rows of the principals, and of the others only those with meetings.
fn with_something(mut loads: Vec<Load>, principals: usize) -> Vec<Load> {
    let mut at = 0;
    loads.retain(|load| {
        at += 1;
        at <= principals || load.meetings > 0
    });
    loads
}

struct Sums<'a> {
    plan: &'a Plan,
    assumptions: &'a Assumptions,
    bodies: Vec<Load>,
    /// The principals, then shared seats, then those without a principal.
    principals: Vec<Load>,
    roles: Vec<Load>,
    weeks: BTreeMap<NaiveDate, (u32, u64)>,
    meetings: u32,
    without_length: u32,
}

fn load(id: &str, title: &Text) -> Load {
    Load {
        id: id.to_owned(),
        title: title.clone(),
        meetings: 0,
        minutes: 0,
        most_minutes: 0,
    }
}

impl<'a> Sums<'a> {
    fn new(plan: &'a Plan, assumptions: &'a Assumptions) -> Self {
        let principals = plan.principals().iter();
        let mut principals: Vec<Load> = principals.map(|one| load(one.id(), one.name())).collect();
        let shared = Text::both("delas av flera", "shared by several");
        principals.extend([load("shared", &shared), load("", &Text::default())]);
        let bodies = plan.bodies().iter();
        Self {
            plan,
            assumptions,
            bodies: bodies.map(|body| load(body.id(), body.name())).collect(),
            principals,
            roles: Vec::new(),
            weeks: BTreeMap::new(),
            meetings: 0,
            without_length: 0,
        }
    }

    fn meeting(&mut self, entry: &Entry) {
        self.meetings += 1;
        let length = entry.minutes.or(self.assumptions.minutes);
        self.without_length += u32::from(length.is_none());
        let days = (entry.end - entry.start).num_days().max(1).unsigned_abs();
        let length = length.map_or(0, |last| (days - 1) * WORKING_DAY + u64::from(last));
        let mut counted = Vec::new();
        let mut people = 0;
        for id in &entry.bodies {
            let body = self.plan.body(*id);
            let (mut fewest, mut most) = (0, 0);
            for seat in body.seats() {
                let each = length + self.travel(seat);
                let minutes = u64::from(seat.count()) * each;
                let most_minutes = u64::from(seat.up_to()) * each;
                self.seat(
                    seat,
                    body.spec().seats.get(seat.written()),
                    (minutes, most_minutes),
                    &mut counted,
                );
                fewest += minutes;
                most += most_minutes;
            }
            people += fewest;
            if let Some(load) = self.bodies.get_mut(id.index()) {
                load.meetings += 1;
                load.minutes += fewest;
                load.most_minutes += most;
            }
        }
        let week = self.weeks.entry(IsoWeek::of(entry.start).monday());
        let (meetings, minutes) = week.or_default();
        *meetings += 1;
        *minutes += people;
    }

    fn travel(&self, seat: &Seat) -> u64 {
        let principal = seat.principal().map(|id| self.plan.principal(id).id());
        let travel = principal.and_then(|id| self.assumptions.travel.get(id));
        travel.copied().map_or(0, u64::from)
    }

    /// Adds a seat to its principal and its role; each counts the meeting once.
    fn seat(
        &mut self,
        seat: &Seat,
        written: Option<&crate::document::Seat>,
        (minutes, most): (u64, u64),
        counted: &mut Vec<(bool, usize)>,
    ) {
        let others = self.plan.principals().len();
        let principal = match seat.principal() {
            Some(id) => id.index(),
            None if seat.is_shared() => others,
            None => others + 1,
        };
        let role = written.map_or_else(Text::default, |seat| seat.role.clone());
        let known = self.roles.iter().position(|load| load.title == role);
        let role = known.unwrap_or_else(|| {
            self.roles
                .push(load(role.get(crate::time::Lang::Sv), &role));
            self.roles.len() - 1
        });
        for (is_role, at) in [(false, principal), (true, role)] {
            let loads = if is_role {
                &mut self.roles
            } else {
                &mut self.principals
            };
            let Some(load) = loads.get_mut(at) else {
                continue;
            };
            load.minutes += minutes;
            load.most_minutes += most;
            if !counted.contains(&(is_role, at)) {
                counted.push((is_role, at));
                load.meetings += 1;
            }
        }
    }
}

fn gaps(scenario: &Scenario) -> Vec<Gap> {
    let (plan, range) = (scenario.plan(), scenario.range());
    let entries = scenario.outcome().calendar().entries();
    let mut days: Vec<Vec<NaiveDate>> = vec![Vec::new(); plan.bodies().len()];
    for entry in entries.iter().filter(|entry| is_held(entry, range)) {
        for body in &entry.bodies {
            days.get_mut(body.index())
                .into_iter()
                .for_each(|days| days.push(entry.start));
        }
    }
    let longest = |days: &[NaiveDate]| {
        let pairs = days.windows(2).filter_map(|pair| match pair {
            [from, to] => Some((*from, *to)),
            _ => None,
        });
        // The first of equally long ones.
        pairs.rev().max_by_key(|(from, to)| *to - *from)
    };
    let bodies = plan.bodies().iter().zip(&days);
    bodies
        .filter_map(|(body, days)| {
            let (from, to) = longest(days)?;
            Some(Gap {
                body: body.id().clone(),
                title: body.name().clone(),
                from,
                to,
            })
        })
        .collect()
}

fn as_once(entry: &Entry) -> Once {
    Once {
        id: entry.id.clone(),
        kind: entry.kind,
        title: entry.title.clone(),
        day: entry.start,
    }
}

fn handed_over(scenario: &Scenario) -> Vec<Once> {
    let found = scenario.findings().iter();
    let found = found.filter(|one| matches!(one.kind, FindingKind::DecidedByOutgoing { .. }));
    let calendar = scenario.outcome().calendar();
    let mut all: Vec<Once> = found
        .filter_map(|one| calendar.get(one.entry.as_deref()?))
        .map(as_once)
        .collect();
    all.order_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    all.dedup();
    all
}

fn turns(scenario: &Scenario) -> Vec<Turn> {
    let offices = scenario.outcome().calendar().of_kind(EntryKind::Office);
    let turn = |entry: &Entry| Turn {
        id: entry.id.clone(),
        title: entry.title.clone(),
        holder: entry.holder.clone(),
        range: entry.range(),
    };
    offices.map(turn).collect()
}

/// What comes once only: its id without the parts that say when is no other's.
fn once(scenario: &Scenario) -> Vec<Once> {
    let range = scenario.range();
    if range.end <= add_days(range.start, 2 * 366) {
        return Vec::new();
    }
    let entries = scenario.outcome().calendar().entries().iter();
    let single: Vec<&Entry> = entries
        .filter(|entry| !entry.kind.is_period() && range.contains(entry.start))
        .filter(|entry| {
            !matches!(
                entry.kind,
                EntryKind::Meeting | EntryKind::Preparation | EntryKind::Deadline
            )
        })
        .collect();
    let mut families: BTreeMap<String, u32> = BTreeMap::new();
    for entry in &single {
        *families.entry(family(&entry.id)).or_default() += 1;
    }
    let alone = |entry: &&&Entry| families.get(&family(&entry.id)) == Some(&1);
    single
        .iter()
        .filter(alone)
        .map(|entry| as_once(entry))
        .collect()
}

/// An id without the parts that say when: `handlingsplan/2028/beslut` is `handlingsplan/beslut`.
fn family(id: &str) -> String {
    let is_time = |part: &&str| {
        part.get(..4)
            .is_some_and(|year| year.parse::<u16>().is_ok())
    };
    let parts: Vec<&str> = id.split('/').filter(|part| !is_time(part)).collect();
    parts.join("/")
}
