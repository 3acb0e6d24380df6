//! `check`: problems and findings.

use super::verdict;
use crate::args::CheckArgs;
use crate::clean;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::{Failure, Unreadable};
use crate::load::{self, Loaded};
use crate::period;
use crate::remarks::{self, Remark};
use planning_wheel::compute::compute;
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, format};
use serde::Serialize;

/// Everything that is wrong or worth knowing.
#[derive(Serialize)]
struct Checked {
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    problems: Vec<ProblemData>,
    findings: Vec<Remark>,
}

/// A problem, ready to print.
#[derive(Serialize)]
struct ProblemData {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    message: String,
}

pub(super) fn run(args: &CheckArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let loaded = match load::plan(&args.plan, console) {
        Err(Failure::Problems(unreadable)) if args.json => {
            console.json(&unread(&unreadable, lang))?;
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
        console.json(&checked(&loaded, range, findings))?;
    } else {
        console.say(&words(&loaded, range, &findings, lang))?;
    }
    Ok(exit)
}

fn checked(loaded: &Loaded, range: DateRange, findings: Vec<Remark>) -> Checked {
    Checked {
        plan: Some(loaded.plan.document().id.clone()),
        start: Some(format(range.start)),
        end: Some(format(range.end)),
        problems: Vec::new(),
        findings,
    }
}

fn unread(unreadable: &Unreadable, lang: Lang) -> Checked {
    let problem = |problem: &planning_wheel::error::Problem| ProblemData {
        path: problem.path.clone(),
        line: problem.position.map(|at| at.line),
        column: problem.position.map(|at| at.column),
        message: text::problem(problem, lang),
    };
    Checked {
        plan: None,
        start: None,
        end: None,
        problems: unreadable.problems.0.iter().map(problem).collect(),
        findings: Vec::new(),
    }
}

fn words(loaded: &Loaded, range: DateRange, findings: &[Remark], lang: Lang) -> String {
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
