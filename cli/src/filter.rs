//! Which days and which entries of them a command is asked for.

use crate::args::{ChoiceArgs, DaysArgs, FilterArgs};
use crate::failure::Failure;
use crate::{period, words};
use planning_wheel::calendar::{Calendar, Choice, Entry, EntryKind};
use planning_wheel::plan::{BodyId, Plan, PrincipalId};
use planning_wheel::time::{DateRange, Lang};
use planning_wheel::wheel::{LaneInput, WheelInput};

/// The entries asked for.
pub(crate) struct Filter {
    choice: Choice,
    per_principal: bool,
}

impl Filter {
    /// Finds what the words of the command line mean.
    pub(crate) fn new(args: &FilterArgs, plan: &Plan, lang: Lang) -> Result<Self, Failure> {
        Ok(Self {
            choice: choice(&args.choice, plan, lang)?,
            per_principal: args.per_principal,
        })
    }

    /// Bodies that were named.
    pub(crate) fn bodies(&self) -> &[BodyId] {
        &self.choice.bodies
    }

    /// The calendar that entries are chosen from.
    pub(crate) fn spread(&self, calendar: Calendar, plan: &Plan) -> Calendar {
        if self.per_principal {
            calendar.per_principal(plan, &self.choice.principals)
        } else {
            calendar
        }
    }

    /// The entries asked for.
    pub(crate) fn entries<'a>(&self, calendar: &'a Calendar, plan: &Plan) -> Vec<&'a Entry> {
        calendar.chosen(plan, &self.choice)
    }
}

/// What the words of the command line mean.
pub(crate) fn choice(args: &ChoiceArgs, plan: &Plan, lang: Lang) -> Result<Choice, Failure> {
    Ok(Choice {
        kinds: kinds(&args.kind, lang)?,
        bodies: bodies(&args.body, plan, lang)?,
        principals: principals(&args.principal, plan, lang)?,
    })
}

/// Leaves on a year's wheel what was asked for, and the lanes of those it is asked of.
pub(crate) fn draw_only(choice: &Choice, input: &mut WheelInput<'_>, plan: &Plan) {
    let takes = |entry: &Entry| choice.takes(plan, entry);
    let asked = input.entries.iter().copied().filter(|entry| takes(entry));
    let asked: Vec<&Entry> = asked.collect();
    input.keep(takes, |lane| draws(choice, lane, &asked, plan));
}

/// True when a lane is drawn: that of a body that is asked for, or where a principal that is asked
/// for has a seat or something to do; that of nobody while something is on it.
fn draws(choice: &Choice, lane: &LaneInput, entries: &[&Entry], plan: &Plan) -> bool {
    let Some(body) = lane.body else {
        return entries.iter().any(|entry| entry.bodies.is_empty());
    };
    let asked = |principals: &[PrincipalId]| {
        let mut principals = principals.iter();
        principals.any(|one| choice.principals.contains(one))
    };
    let mut seats = plan.body(body).seats().iter();
    let mut own = entries.iter().filter(|entry| entry.bodies.contains(&body));
    (choice.bodies.is_empty() || choice.bodies.contains(&body))
        && (choice.principals.is_empty()
            || seats.any(|seat| asked(seat.principals()))
            || own.any(|entry| asked(&entry.principals)))
}

/// The days asked for.
pub(crate) fn range(args: &DaysArgs, plan: &Plan, lang: Lang) -> Result<DateRange, Failure> {
    if let (Some(from), Some(to)) = (&args.from, &args.to) {
        return period::between(from, to, lang);
    }
    match (args.year, args.mandate) {
        (Some(year), _) => period::year_of(plan, year, lang),
        (None, Some(year)) => period::mandate(plan, year, lang),
        // The arguments' group asks for one of them.
        (None, None) => period::whole(plan, lang),
    }
}

fn kinds(written: &[String], lang: Lang) -> Result<Vec<EntryKind>, Failure> {
    let unknown = lang.pick("okänd sort", "unknown kind");
    let known = EntryKind::ALL.iter().map(|kind| kind.id());
    named("--kind", written, EntryKind::from_id, unknown, known, lang)
}

fn bodies(written: &[String], plan: &Plan, lang: Lang) -> Result<Vec<BodyId>, Failure> {
    let unknown = lang.pick("planen har ingen grupp", "the plan has no body");
    let known = plan.bodies().iter().map(|body| body.id().as_str());
    let find = |id: &str| plan.body_by_id(id);
    named("--body", written, find, unknown, known, lang)
}

fn principals(written: &[String], plan: &Plan, lang: Lang) -> Result<Vec<PrincipalId>, Failure> {
    let unknown = lang.pick("planen har ingen huvudman", "the plan has no principal");
    let known = plan.principals().iter().map(|one| one.id());
    let find = |id: &str| plan.principal_by_id(id);
    named("--principal", written, find, unknown, known, lang)
}

/// What the words of an option name; the first that names nothing is told with those that do.
fn named<'a, T>(
    option: &str,
    written: &[String],
    find: impl Fn(&str) -> Option<T>,
    unknown: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    lang: Lang,
) -> Result<Vec<T>, Failure> {
    let one = |word: &String| {
        find(word).ok_or_else(|| {
            let instead = words::instead(word, known.clone(), lang);
            Failure::Said(format!("{option}: {unknown} \"{word}\". {instead}"))
        })
    };
    written.iter().map(one).collect()
}
