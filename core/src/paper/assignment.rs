//! An assignment or directive, with the texts that its form asks for and those that are missing.

use super::words::{self, day, said};
use super::{Block, Paper};
use crate::calendar::{Entry, EntryKind};
use crate::compute::compute;
use crate::document::{AssignmentField, AssignmentStatus};
use crate::plan::{Assignment, Plan};
use crate::text;
use crate::time::{DateRange, Lang, MAX_YEAR, add_days};
use chrono::Datelike;

/// Years of an assignment without an end whose reports are listed.
const YEARS_AHEAD: i32 = 4;

/// An assignment. Nothing when the plan has none with the id.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{paper::assignment, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// assert_eq!(assignment(&plan, "uppdrag", Lang::Sv), None);
/// ```
#[must_use]
pub fn assignment(plan: &Plan, id: &str, lang: Lang) -> Option<Paper> {
    let found = plan.assignments().iter().find(|one| one.spec().id == id)?;
    let spec = found.spec();
    let form = found
        .form()
        .and_then(|at| plan.document().assignment_forms.get(at));
    let kind = form.map_or(lang.pick("Uppdrag", "Assignment"), |form| {
        form.title.get(lang)
    });
    let mut paper = Paper::new(lang, spec.title.get(lang).to_owned(), kind.to_owned());
    facts(&mut paper, found, plan);
    for field in form.into_iter().flat_map(|form| &form.fields) {
        one(&mut paper, found, field);
    }
    // What is written besides what the form asks for.
    let asked =
        |key: &String| form.is_some_and(|form| form.fields.iter().any(|field| field.id == *key));
    for (key, text) in spec.texts.iter().filter(|(key, _)| !asked(key)) {
        paper.blocks.push(Block::Heading(text::capital(key)));
        paper
            .blocks
            .push(Block::Paragraph(text.get(lang).to_owned()));
    }
    reports(&mut paper, found, plan);
    let cites = form.map(|form| form.cite.as_slice()).unwrap_or_default();
    let mut sources = plan.sources(&spec.cite);
    sources.extend(plan.sources(cites));
    paper.points(("Källor", "Sources"), words::sources(&sources, lang));
    Some(paper)
}

fn facts(paper: &mut Paper, assignment: &Assignment, plan: &Plan) {
    let (lang, spec) = (paper.lang, assignment.spec());
    let name = |sv: &str, en: &str| lang.pick(sv, en).to_owned();
    let to = assignment
        .to()
        .iter()
        .map(|id| plan.body(*id).name().get(lang));
    let time = match spec.end {
        Some(end) => words::span(spec.start.0, end.0, lang),
        None => format!(
            "{} {}",
            lang.pick("från", "from"),
            lang.long_date(spec.start.0)
        ),
    };
    let mut facts = vec![
        (
            name("Från", "From"),
            plan.body(assignment.from()).name().get(lang).to_owned(),
        ),
        (name("Till", "To"), to.collect::<Vec<_>>().join(", ")),
        (name("Tid", "Time"), time),
        (name("Läge", "State"), state(spec.status, lang).to_owned()),
    ];
    let course = assignment.course().and_then(|at| plan.courses().get(at));
    facts.extend(course.map(|course| {
        (
            name("Hör till", "Under"),
            course.title().get(lang).to_owned(),
        )
    }));
    paper.blocks.push(Block::Facts(facts));
}

fn state(status: AssignmentStatus, lang: Lang) -> &'static str {
    match status {
        AssignmentStatus::Planned => lang.pick("planerat", "planned"),
        AssignmentStatus::Running => lang.pick("pågår", "running"),
        AssignmentStatus::Paused => lang.pick("vilar", "paused"),
        AssignmentStatus::Done => lang.pick("klart", "done"),
    }
}

/// A text of the form: what is written, or that it is missing.
fn one(paper: &mut Paper, assignment: &Assignment, field: &AssignmentField) {
    let (lang, spec) = (paper.lang, assignment.spec());
    let heading = field.title.get(lang);
    let written = said(spec.texts.get(&field.id), lang);
    let written = match (written.as_str(), field.id.as_str()) {
        ("", "end") => spec
            .end
            .map(|end| lang.long_date(end.0))
            .unwrap_or_default(),
        ("", "resources") => said(spec.resources.as_ref(), lang),
        _ => written,
    };
    if written.is_empty() && !field.required {
        return;
    }
    paper.blocks.push(Block::Heading(heading.to_owned()));
    match written.is_empty() {
        true => paper.missing(
            format!("”{heading}” krävs och saknas."),
            format!("“{heading}” is required and missing."),
        ),
        false => paper.blocks.push(Block::Paragraph(written)),
    }
}

/// When it is reported on.
fn reports(paper: &mut Paper, assignment: &Assignment, plan: &Plan) {
    let (lang, spec) = (paper.lang, assignment.spec());
    let until = spec
        .start
        .0
        .year()
        .saturating_add(YEARS_AHEAD)
        .min(MAX_YEAR);
    let until = spec
        .end
        .map_or_else(|| crate::time::date(until, 12, 31), |end| Some(end.0));
    let range = until.and_then(|until| DateRange::new(spec.start.0, add_days(until, 1)));
    let Some(range) = range else { return };
    let calendar = compute(plan, range).into_calendar();
    let own = |entry: &&Entry| {
        let rest = entry.id.strip_prefix(spec.id.as_str());
        rest.is_some_and(|rest| rest.starts_with('/'))
    };
    let row = |entry: &Entry| vec![day(entry.start, lang), words::title(entry, lang)];
    let rows = calendar
        .of_kind(EntryKind::Report)
        .filter(own)
        .map(row)
        .collect();
    let head = [("Dag", "Day"), ("Rapport", "Report")];
    paper.section(("Rapporteras", "Reported"), &head, rows);
}
