//! The summary of a mandate period.

use super::words::{self, day, said};
use super::{Block, Paper};
use crate::calendar::{Entry, EntryKind, EntryStatus};
use crate::findings::Severity;
use crate::plan::Plan;
use crate::scenario::{Assumptions, Measures, Once, Scenario, measure};
use crate::text;
use crate::time::{DateRange, Lang, TermKind};
use chrono::{Datelike, NaiveDate};

/// The mandate period that a year is part of. Nothing where none is known.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{paper::mandate, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let paper = mandate(&plan, 2028, Lang::Sv).unwrap();
/// assert_eq!(paper.title, "Mandatperioden 2027–2030");
/// ```
#[must_use]
pub fn mandate(plan: &Plan, year: i32, lang: Lang) -> Option<Paper> {
    words::year(plan, year)?;
    let period = plan.mandates().period_containing_year(year)?;
    let range = plan.mandate_range(year, TermKind::Calendar)?;
    let name = lang.pick("Mandatperioden", "Mandate period");
    let title = format!("{name} {}–{}", period.first_year, period.last_year);
    let mut paper = Paper::new(lang, title, plan.document().title.get(lang).to_owned());
    let term = |range: DateRange| {
        let last = range.last().unwrap_or(range.start);
        words::span(range.start, last, lang)
    };
    paper.blocks.push(Block::Facts(vec![
        (
            lang.pick("Val", "Election").to_owned(),
            lang.long_date(period.election),
        ),
        (
            lang.pick("Fullmäktiges tid", "Term of the councils")
                .to_owned(),
            term(period.council),
        ),
        (
            lang.pick("Nämndernas tid", "Term of the boards").to_owned(),
            term(period.calendar),
        ),
    ]));
    let scenario = Scenario::new(plan.clone(), range);
    let measures = measure(&scenario, &Assumptions::default());
    meetings(&mut paper, &scenario);
    decisions(&mut paper, &scenario);
    offices(&mut paper, &measures);
    once(
        &mut paper,
        ("En gång under perioden", "Once in the period"),
        &measures.once,
    );
    let handed = (
        "Beslut av avgående för tillträdande",
        "Decided by the outgoing for the incoming",
    );
    once(&mut paper, handed, &measures.handed_over);
    wrong(&mut paper, &scenario);
    Some(paper)
}

/// How often each body meets, year by year.
fn meetings(paper: &mut Paper, scenario: &Scenario) {
    let (lang, plan) = (paper.lang, scenario.plan());
    let range = scenario.range();
    let last = range.last().unwrap_or(range.start).year();
    let years: Vec<i32> = (range.start.year()..=last).collect();
    let calendar = scenario.outcome().calendar();
    let mut rows = Vec::new();
    for body in plan.bodies() {
        let Some(id) = plan.body_by_id(body.id()) else {
            continue;
        };
        let held =
            |entry: &&Entry| entry.status != EntryStatus::Cancelled && entry.bodies.contains(&id);
        let days: Vec<NaiveDate> = calendar
            .of_kind(EntryKind::Meeting)
            .filter(held)
            .map(|one| one.start)
            .collect();
        if days.is_empty() {
            continue;
        }
        let mut row = vec![body.name().get(lang).to_owned()];
        let in_year = |year: &i32| days.iter().filter(|day| day.year() == *year).count();
        row.extend(years.iter().map(|year| in_year(year).to_string()));
        rows.push(row);
    }
    if rows.is_empty() {
        return;
    }
    paper.heading("Möten per år", "Meetings per year");
    let mut head = vec![lang.pick("Grupp", "Body").to_owned()];
    head.extend(years.iter().map(i32::to_string));
    paper.blocks.push(Block::Table { head, rows });
}

fn decisions(paper: &mut Paper, scenario: &Scenario) {
    let (lang, plan) = (paper.lang, scenario.plan());
    let decided = scenario.outcome().calendar().of_kind(EntryKind::Decision);
    let row = |entry: &Entry| {
        vec![
            day(entry.start, lang),
            words::title(entry, lang),
            words::bodies(&entry.bodies, plan, lang),
        ]
    };
    let head = [("Dag", "Day"), ("Beslut", "Decision"), ("Grupp", "Body")];
    paper.section(("Beslut", "Decisions"), &head, decided.map(row).collect());
}

fn offices(paper: &mut Paper, measures: &Measures) {
    let lang = paper.lang;
    let rows = measures.turns.iter().map(|turn| {
        let last = turn.range.last().unwrap_or(turn.range.start);
        let title = turn.title.get(lang).to_owned();
        vec![
            title,
            said(turn.holder.as_ref(), lang),
            words::span(turn.range.start, last, lang),
        ]
    });
    let head = [
        ("Uppdrag", "Office"),
        ("Innehas av", "Held by"),
        ("Tid", "Time"),
    ];
    paper.section(("Uppdrag", "Offices"), &head, rows.collect());
}

fn once(paper: &mut Paper, title: (&str, &str), all: &[Once]) {
    let lang = paper.lang;
    let row = |one: &Once| {
        vec![
            day(one.day, lang),
            one.title.get(lang).to_owned(),
            text::kind(one.kind, lang).to_owned(),
        ]
    };
    let head = [("Dag", "Day"), ("Vad", "What"), ("Sort", "Kind")];
    paper.section(title, &head, all.iter().map(row).collect());
}

/// Rules that are broken: a summary must not look better than the plan is.
fn wrong(paper: &mut Paper, scenario: &Scenario) {
    let lang = paper.lang;
    let broken = scenario.findings().iter();
    let broken = broken.filter(|finding| finding.severity == Severity::Error);
    let words = broken.map(|finding| text::finding(finding, scenario.plan(), lang));
    paper.points(("Fel i planen", "Errors of the plan"), words.collect());
}
