//! `calendar`: the entries of a range of days.

use super::verdict;
use crate::args::CalendarArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::filter::{self, Filter};
use crate::load;
use crate::remarks;
use crate::table;
use planning_wheel::calendar::{Calendar, Entry};
use planning_wheel::compute::compute;
use planning_wheel::export::json::EntryData;
use planning_wheel::export::{CsvStyle, csv};
use planning_wheel::plan::Plan;

pub(super) fn run(args: &CalendarArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let loaded = load::plan(&args.plan, console)?;
    let filter = Filter::new(&args.filter, &loaded.plan, lang)?;
    let outcome = compute(&loaded.plan, filter::range(&args.days, &loaded.plan, lang)?);
    let findings = remarks::remarks(&loaded, &outcome, lang);
    let calendar = filter.spread(outcome.into_calendar(), &loaded.plan);
    let entries = filter.entries(&calendar, &loaded.plan);
    print(args, &entries, &calendar, &loaded.plan, console)?;
    remarks::tell(&findings, &loaded, console);
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
        let style = CsvStyle {
            lang,
            separator: args.separator.into(),
        };
        return console.data(&csv(plan, entries.iter().copied(), &style));
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
