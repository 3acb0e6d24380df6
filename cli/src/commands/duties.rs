//! `duties`: the statutory dates of a year.

use crate::args::DutiesArgs;
use crate::console::Console;
use crate::entry::EntryData;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{clean, load, period};
use planning_wheel::calendar::{Calendar, Entry, EntryKind};
use planning_wheel::compute::compute;
use planning_wheel::document::{Catalogue, Duty, DutyUse, PlanDocument, PrincipalKind};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{Lang, Weekday, format};
use serde::Serialize;

/// A statutory date, ready to print.
#[derive(Serialize)]
struct DutyData<'a> {
    duty: &'a str,
    citation: &'a str,
    checked: String,
    binds: &'a [PrincipalKind],
    #[serde(flatten)]
    entry: EntryData,
}

pub(super) fn run(args: &DutiesArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let range = period::year(args.year.year, lang)?;
    let catalogue = load::catalogue(args.catalogue.catalogue.as_deref(), console)?;
    let plan = plan_of_all(&catalogue, args.year.year)?;
    let calendar = compute(&plan, range).into_calendar();
    let dated = dated(&calendar, &catalogue);
    if args.year.json {
        let data = dated.iter().map(|(entry, duty)| DutyData {
            duty: &duty.id,
            citation: &duty.citation,
            checked: format(duty.checked.0),
            binds: &duty.binds,
            entry: EntryData::new(entry, &plan, lang),
        });
        console.json(&data.collect::<Vec<_>>())?;
    } else {
        console.say(&list(&dated, lang))?;
    }
    Ok(Exit::Fine)
}

/// A plan that uses every duty and nothing else, so that the dates are those of any plan.
fn plan_of_all(catalogue: &Catalogue, year: i32) -> Result<Plan, Failure> {
    let mut document = PlanDocument::blank("duties", "");
    document.title = catalogue.title.clone();
    document.first_year = year;
    document.duties = catalogue.duties.iter().map(used).collect();
    Plan::check(document, catalogue).map_err(|problems| Failure::Said(problems.to_string()))
}

fn used(duty: &Duty) -> DutyUse {
    DutyUse {
        duty: duty.id.clone(),
        title: None,
        rule: None,
        bodies: Vec::new(),
        responsible: None,
    }
}

/// The entries that are duties, each with what the catalogue says.
fn dated<'a>(calendar: &'a Calendar, catalogue: &'a Catalogue) -> Vec<(&'a Entry, &'a Duty)> {
    let duty = |entry: &'a Entry| {
        let id = entry.id.strip_prefix("duty/")?.rsplit_once('/')?.0;
        Some((entry, catalogue.get(id)?))
    };
    calendar.of_kind(EntryKind::Duty).filter_map(duty).collect()
}

fn list(dated: &[(&Entry, &Duty)], lang: Lang) -> String {
    let mut shown = String::new();
    for (entry, duty) in dated {
        let (date, weekday) = (format(entry.start), Weekday::of(entry.start));
        let (weekday, title) = (weekday.short_name(lang), entry.title.get(lang));
        let mut remarks = vec![duty.citation.clone()];
        remarks.extend(entry.legally_latest.map(|day| {
            let latest = lang.pick("enligt lag senast", "by law no later than");
            format!("{latest} {}", lang.short_date(day))
        }));
        remarks.extend(binds(&duty.binds, lang).map(str::to_owned));
        remarks.extend(text::status(entry.status, lang).map(str::to_owned));
        let title = clean::line(title);
        let remarks = clean::line(&remarks.join("; "));
        shown.push_str(&format!(
            "{date}  {weekday}  {title}\n                 {remarks}\n"
        ));
    }
    shown
}

fn binds(kinds: &[PrincipalKind], lang: Lang) -> Option<&'static str> {
    match kinds {
        [PrincipalKind::Municipality] => Some(lang.pick("kommuner", "municipalities")),
        [PrincipalKind::Region] => Some(lang.pick("regioner", "regions")),
        _ => None,
    }
}
