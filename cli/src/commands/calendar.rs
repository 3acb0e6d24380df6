//! `calendar`: the entries of a range of days.

use super::verdict;
use crate::args::CalendarArgs;
use crate::console::Console;
use crate::csv::Csv;
use crate::entry::EntryData;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::load::{self, Loaded};
use crate::remarks::{self, Remark};
use crate::{period, table, words};
use planning_wheel::calendar::{Calendar, Entry, EntryKind};
use planning_wheel::compute::compute;
use planning_wheel::plan::{BodyId, Plan};
use planning_wheel::time::{DateRange, Lang};

pub(super) fn run(args: &CalendarArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let kinds = kinds(&args.kind, lang)?;
    let loaded = load::plan(&args.plan, console)?;
    let bodies = bodies(&args.body, &loaded.plan, lang)?;
    let outcome = compute(&loaded.plan, range(args, &loaded.plan, lang)?);
    let findings = remarks::remarks(&loaded, &outcome, lang);
    let mut calendar = outcome.into_calendar();
    if args.per_principal {
        calendar = calendar.per_principal(&loaded.plan);
    }
    let entries: Vec<&Entry> = calendar
        .entries()
        .iter()
        .filter(|entry| kinds.is_empty() || kinds.contains(&entry.kind))
        .filter(|entry| bodies.is_empty() || bodies.iter().any(|id| entry.bodies.contains(id)))
        .collect();
    print(args, &entries, &calendar, &loaded.plan, console)?;
    tell(&findings, &loaded, console);
    Ok(verdict(args.strict, remarks::any_error(&findings)))
}

fn print(
    args: &CalendarArgs,
    entries: &[&Entry],
    calendar: &Calendar,
    plan: &Plan,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let lang = console.lang();
    if args.csv {
        let mut csv = Csv::new(args.separator);
        for entry in entries {
            csv.entry(entry, EntryData::new(entry, plan, lang));
        }
        return console.data(&csv.finish());
    }
    if args.json {
        let data = entries
            .iter()
            .map(|entry| EntryData::new(entry, plan, lang));
        return console.json(&data.collect::<Vec<_>>());
    }
    if entries.is_empty() {
        console.aside(lang.pick("Inga poster.\n", "No entries.\n"));
    }
    console.say(&table::table(entries, calendar, plan, lang))
}

/// How many findings there are, for whoever looks at the screen.
fn tell(findings: &[Remark], loaded: &Loaded, console: &mut Console<'_>) {
    let lang = console.lang();
    if let Some(summary) = remarks::summary(findings, lang) {
        let name = &loaded.name;
        let see = lang.pick(
            "visas av planning-wheel check",
            "shown by planning-wheel check",
        );
        console.aside(&format!("{name}: {summary} ({see})\n"));
    }
}

fn range(args: &CalendarArgs, plan: &Plan, lang: Lang) -> Result<DateRange, Failure> {
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
    let one = |word: &String| {
        EntryKind::from_id(word).ok_or_else(|| {
            let known = EntryKind::ALL.iter().map(|kind| kind.id());
            let instead = words::instead(word, known, lang);
            let unknown = lang.pick("okänd sort", "unknown kind");
            Failure::Said(format!("--kind: {unknown} \"{word}\". {instead}"))
        })
    };
    written.iter().map(one).collect()
}

fn bodies(written: &[String], plan: &Plan, lang: Lang) -> Result<Vec<BodyId>, Failure> {
    let one = |word: &String| {
        plan.body_by_id(word).ok_or_else(|| {
            let known = plan.bodies().iter().map(|body| body.id().as_str());
            let instead = words::instead(word, known, lang);
            let unknown = lang.pick("planen har ingen grupp", "the plan has no body");
            Failure::Said(format!("--body: {unknown} \"{word}\". {instead}"))
        })
    };
    written.iter().map(one).collect()
}
