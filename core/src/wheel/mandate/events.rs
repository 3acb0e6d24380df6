//! What happens less often than yearly, and what those who step down decide.

use super::super::gather::is_meeting;
use super::input::EventInput;
use super::phrase;
use crate::calendar::{Calendar, Entry, EntryKind, Relation};
use crate::findings::{FindingKind, Findings};
use crate::map::Map;
use crate::plan::Plan;
use crate::time::{DateRange, Lang, MAX_YEAR, add_days};
use chrono::NaiveDate;

/// Picks the events of a turn.
pub(crate) fn events<'a>(
    plan: &Plan,
    calendar: &'a Calendar,
    findings: &Findings,
    turn: DateRange,
    lang: Lang,
) -> Vec<EventInput<'a>> {
    let outgoing = outgoing(findings);
    let rare = Rare::new(plan, calendar, turn);
    let picked: Vec<&Entry> = calendar
        .entries()
        .iter()
        .filter(|entry| rare.is_event(entry) || outgoing.contains_key(entry.id.as_str()))
        .collect();
    let (steps, mains): (Vec<&Entry>, Vec<&Entry>) = picked
        .into_iter()
        .partition(|entry| entry.kind == EntryKind::Step);
    let serves = |entry: &Entry| entry.related(Relation::Serves).map(str::to_owned);
    let event = |entry: &'a Entry| EventInput {
        entry,
        steps: Vec::new(),
        note: note(plan, entry, lang),
        outgoing: outgoing.get(entry.id.as_str()).copied(),
    };
    let mut events: Vec<EventInput<'a>> = mains.into_iter().map(event).collect();
    for step in steps {
        // Steps towards a decision of the next period stand together at the first of them.
        let leads_to = |event: &&mut EventInput<'_>| {
            let kind = matches!(event.entry.kind, EntryKind::Decision | EntryKind::Step);
            kind && serves(step).is_some() && serves(event.entry) == serves(step)
        };
        match events.iter_mut().find(leads_to) {
            Some(event) => event.steps.push(step),
            None => events.push(event(step)),
        }
    }
    events
}

/// The first day of those who come, by id of the decision that is taken for them.
fn outgoing(findings: &Findings) -> Map<&str, NaiveDate> {
    let of = |finding: &'_ crate::findings::Finding| match finding.kind {
        FindingKind::DecidedByOutgoing { last_day, .. } => Some(add_days(last_day, 1)),
        _ => None,
    };
    let found = findings.iter();
    let found = found.filter_map(|finding| Some((finding.entry.as_deref()?, of(finding)?)));
    let mut outgoing = Map::new();
    outgoing.extend(found);
    outgoing
}

/// How often each thing happens in a turn.
struct Rare<'a> {
    plan: &'a Plan,
    counts: Map<String, usize>,
    /// Years of the turn about which the plan says anything.
    years: usize,
}

impl<'a> Rare<'a> {
    fn new(plan: &'a Plan, calendar: &Calendar, turn: DateRange) -> Self {
        let mut counts = Map::new();
        for entry in calendar.entries() {
            counts.change(family(entry), |count| *count += 1);
        }
        let (first, last) = phrase::years_of(turn);
        let first = first.max(plan.document().first_year);
        let last = last.min(plan.document().last_year.unwrap_or(MAX_YEAR));
        let years = usize::try_from(last - first + 1).unwrap_or_default();
        Self {
            plan,
            counts,
            years,
        }
    }

    /// At most every other year, or an election or a new term.
    fn is_event(&self, entry: &Entry) -> bool {
        let routine = entry.kind.is_period()
            || matches!(entry.kind, EntryKind::Deadline | EntryKind::Preparation)
            || self.is_report_on_assignment(entry);
        if routine {
            return false;
        }
        let count = self.counts.get(&family(entry)).copied().unwrap_or_default();
        matches!(entry.kind, EntryKind::Election | EntryKind::TermStart) || count * 2 <= self.years
    }

    /// An assignment stands on a lane with its whole time.
    fn is_report_on_assignment(&self, entry: &Entry) -> bool {
        let id = entry.id.split('/').next();
        let mut assignments = self.plan.assignments().iter();
        entry.kind == EntryKind::Report
            && assignments.any(|assignment| Some(assignment.spec().id.as_str()) == id)
    }
}

/// What an entry is one occurrence of: its id without years. Meetings go by their series, which
/// number them.
fn family(entry: &Entry) -> String {
    let parts = entry.id.split('/');
    if is_meeting(entry.kind) {
        return entry.id.split('/').next().unwrap_or_default().to_owned();
    }
    let is_year = |part: &str| {
        let digits = part.get(..4).unwrap_or_default();
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let kept: Vec<&str> = parts.filter(|part| !is_year(part)).collect();
    format!("{} {}", entry.kind.id(), kept.join("/"))
}

/// Where it happens, until when the law allows it, or which law asks for it.
fn note(plan: &Plan, entry: &Entry, lang: Lang) -> String {
    if let Some(latest) = entry.legally_latest.filter(|latest| *latest != entry.start) {
        return phrase::by_law(latest, lang);
    }
    let bodies: Vec<&str> = entry
        .bodies
        .iter()
        .map(|body| plan.body(*body).short().get(lang))
        .collect();
    if !bodies.is_empty() {
        return bodies.join(", ");
    }
    match entry.sources.first() {
        Some(source) => format!("{} {}", source.agreement.get(lang), source.section)
            .trim_end()
            .to_owned(),
        None => String::new(),
    }
}
