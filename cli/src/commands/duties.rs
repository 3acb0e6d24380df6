//! `duties`: the statutory dates of a year.

use crate::args::DutiesArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{clean, load, period};
use planning_wheel::calendar::Entry;
use planning_wheel::compute::compute;
use planning_wheel::document::{Duty, PrincipalKind};
use planning_wheel::export::json::DutyData;
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{Lang, Weekday, format};

pub(super) fn run(args: &DutiesArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let range = period::year(args.year.year, lang)?;
    let catalogue = load::catalogue(args.catalogue.catalogue.as_deref(), console)?;
    let plan = Plan::of_duties(&catalogue, args.year.year)
        .map_err(|problems| Failure::Said(problems.to_string()))?;
    let calendar = compute(&plan, range).into_calendar();
    let dated = DutyData::dated(&calendar, &catalogue);
    if args.year.json {
        let data = dated
            .iter()
            .map(|(entry, duty)| DutyData::new(entry, duty, &plan, lang));
        console.json(&data.collect::<Vec<_>>())?;
    } else {
        console.say(&list(&dated, lang))?;
    }
    Ok(Exit::Fine)
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
