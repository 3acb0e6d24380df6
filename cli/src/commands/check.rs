//! `check`: problems and findings.

use super::verdict;
use crate::args::CheckArgs;
use crate::clean;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::load::{self, Loaded};
use crate::period;
use crate::remarks;
use planning_wheel::compute::compute;
use planning_wheel::export::json::{Checked, FindingData};
use planning_wheel::time::{DateRange, Lang, format};

pub(super) fn run(args: &CheckArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let loaded = match load::plan(&args.plan, console) {
        Err(Failure::Problems(unreadable)) if args.json => {
            console.json(&Checked::refused(&unreadable.problems, lang))?;
            return Err(Failure::Problems(unreadable));
        }
        other => other?,
    };
    let range = match (args.year, args.mandate) {
        (Some(year), _) => period::year_of(&loaded.plan, year, lang)?,
        (None, Some(year)) => period::mandate(&loaded.plan, year, lang)?,
        (None, None) => period::whole(&loaded.plan, lang)?,
    };
    let outcome = compute(&loaded.plan, range);
    let findings = remarks::remarks(&loaded, &outcome, lang);
    let exit = verdict(args.strict, remarks::any_error(&findings));
    if args.json {
        console.json(&Checked::of(&loaded.plan, range, findings))?;
    } else {
        console.say(&words(&loaded, range, &findings, lang))?;
    }
    Ok(exit)
}

fn words(loaded: &Loaded, range: DateRange, findings: &[FindingData], lang: Lang) -> String {
    let mut shown = String::new();
    for finding in findings {
        shown.push_str(&remarks::words(finding, &loaded.name, lang));
        shown.push('\n');
    }
    let none = || {
        lang.pick("inget att anmärka på", "nothing to remark")
            .to_owned()
    };
    let summary = remarks::summary(findings, lang).unwrap_or_else(none);
    let title = clean::line(loaded.plan.document().title.get(lang));
    let last = range.last().unwrap_or(range.start);
    let (first, last) = (format(range.start), format(last));
    shown.push_str(&format!("{title}, {first} – {last}: {summary}\n"));
    shown
}
