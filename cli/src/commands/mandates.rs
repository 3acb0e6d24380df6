//! `mandates`: elections and terms of office.

use crate::args::MandatesArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::period;
use planning_wheel::export::json::MandateData;
use planning_wheel::time::{DateRange, Lang, MandateCalendar, MandatePeriod, add_days, format};

pub(super) fn run(args: &MandatesArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let (first, last) = period::years(args.from, args.to, lang)?;
    let periods = MandateCalendar::swedish().periods(first, last);
    if args.json {
        let data: Vec<MandateData> = periods.iter().map(MandateData::new).collect();
        console.json(&data)?;
    } else {
        console.say(&table(&periods, lang))?;
    }
    Ok(Exit::Fine)
}

fn table(periods: &[MandatePeriod], lang: Lang) -> String {
    let council = lang.pick("fullmäktige", "council");
    let (election, boards) = (
        lang.pick("valdag", "election"),
        lang.pick("styrelse och nämnder", "executive and boards"),
    );
    let mut shown = format!("period     {election:10}  {council:21}  {boards}\n");
    for period in periods {
        let (first, last) = (period.first_year, period.last_year);
        let (election, council) = (format(period.election), days(period.council));
        let calendar = days(period.calendar);
        shown.push_str(&format!(
            "{first}–{last}  {election}  {council}  {calendar}"
        ));
        if period.uncertain {
            shown.push_str(lang.pick("  osäkert", "  uncertain"));
        }
        shown.push('\n');
    }
    shown
}

/// First and last day.
fn days(range: DateRange) -> String {
    format!(
        "{}–{}",
        format(range.start),
        format(add_days(range.end, -1))
    )
}
