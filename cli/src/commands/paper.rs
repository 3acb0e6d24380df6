//! `paper`: documents with computed dates, to print or to paste.

use crate::args::{CalendarOf, PaperArgs, PaperForm, PaperKind, PlanArgs};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{load, output, period, words};
use planning_wheel::export::{paper_fragment, paper_html, paper_text};
use planning_wheel::paper::{self, Paper, Who};
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Assumptions, Scenario};
use planning_wheel::time::Lang;

pub(super) fn run(args: &PaperArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let plan = load::plan(&args.plan, console)?.plan;
    let paper = paper(args, &plan, console)?;
    let text = match args.form() {
        PaperForm::Html => paper_html(&paper, &plan),
        PaperForm::Fragment => paper_fragment(&paper),
        PaperForm::Text => paper_text(&paper),
    };
    match &args.output {
        Some(path) => output::write(path, &args.plan, &text, console)?,
        None if args.form() == PaperForm::Text => console.say(&text)?,
        None => console.data(&text)?,
    }
    let missing = |block: &&paper::Block| matches!(block, paper::Block::Missing(_));
    let missing = paper.blocks.iter().filter(missing).count();
    if missing > 0 {
        console.aside(&match lang {
            Lang::Sv => format!("{missing} uppgifter saknas och är utmärkta\n"),
            Lang::En => format!("{missing} things are missing and marked\n"),
        });
    }
    Ok(Exit::Fine)
}

fn paper(args: &PaperArgs, plan: &Plan, console: &mut Console<'_>) -> Result<Paper, Failure> {
    let lang = console.lang();
    match &args.kind {
        PaperKind::Notice { entry } => paper::notice(plan, entry, lang).ok_or_else(|| {
            let none = lang.pick("planen har inget möte", "the plan has no meeting");
            let see = lang.pick("id:n visas av", "ids are shown by");
            Failure::Said(format!(
                "{none} \"{entry}\"; {see} calendar --kind meeting --json"
            ))
        }),
        PaperKind::Wheel { year } => {
            let year = period::in_bounds(*year, lang)?;
            found(paper::wheel(plan, year, lang), lang)
        }
        PaperKind::Assignment { id } => paper::assignment(plan, id, lang).ok_or_else(|| {
            let known = plan.assignments().iter().map(|one| one.spec().id.as_str());
            let none = lang.pick("planen har inget uppdrag", "the plan has no assignment");
            Failure::Said(format!(
                "{none} \"{id}\". {}",
                words::instead(id, known, lang)
            ))
        }),
        PaperKind::Calendar { year, whose } => {
            let year = period::in_bounds(*year, lang)?;
            found(
                paper::calendar(plan, year, who(whose, plan, lang)?, lang),
                lang,
            )
        }
        PaperKind::Mandate { mandate } => {
            period::mandate_period(plan, *mandate, lang)?;
            found(paper::mandate(plan, *mandate, lang), lang)
        }
        PaperKind::Comparison { mandate, against } => {
            let range = period::mandate(plan, *mandate, lang)?;
            let mut others = Vec::new();
            for path in against {
                let given = PlanArgs {
                    plan: path.clone(),
                    catalogue: args.plan.catalogue.clone(),
                };
                let other = load::plan(&given, console)?;
                let name = path
                    .file_stem()
                    .map(|stem| stem.to_string_lossy().into_owned());
                others.push((name.unwrap_or(other.name), Scenario::new(other.plan, range)));
            }
            let base = Scenario::new(plan.clone(), range);
            let others: Vec<(String, &Scenario)> = others
                .iter()
                .map(|(name, scenario)| (name.clone(), scenario))
                .collect();
            Ok(paper::comparison(
                &base,
                &others,
                &Assumptions::default(),
                lang,
            ))
        }
    }
}

/// A paper of a year that has been looked at.
fn found(paper: Option<Paper>, lang: Lang) -> Result<Paper, Failure> {
    let none = lang.pick(
        "planen ger inget för den tiden",
        "the plan gives nothing for that time",
    );
    paper.ok_or_else(|| Failure::Said(none.to_owned()))
}

fn who(whose: &CalendarOf, plan: &Plan, lang: Lang) -> Result<Who, Failure> {
    if let Some(id) = &whose.body {
        let known = plan.bodies().iter().map(|body| body.id().as_str());
        let unknown = lang.pick("planen har ingen grupp", "the plan has no body");
        let body = plan.body_by_id(id).ok_or_else(|| {
            let instead = words::instead(id, known, lang);
            Failure::Said(format!("--body: {unknown} \"{id}\". {instead}"))
        })?;
        return Ok(Who::Body(body));
    }
    let Some(id) = &whose.principal else {
        return Ok(Who::All);
    };
    plan.principal_by_id(id).map(Who::Principal).ok_or_else(|| {
        let known = plan.principals().iter().map(|one| one.id());
        let unknown = lang.pick("ingen huvudman heter", "there is no principal");
        let instead = words::instead(id, known, lang);
        Failure::Said(format!("--principal: {unknown} \"{id}\". {instead}"))
    })
}
