//! A year's calendar, of one group, of one principal, or of each group in turn.

use super::wheel::by_month;
use super::words::{self, days, hours};
use super::{Block, Paper};
use crate::calendar::{Calendar, Entry, EntryKind};
use crate::compute::compute;
use crate::plan::{BodyId, Plan, PrincipalId};
use crate::time::Lang;

/// Whose calendar it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Each body in turn.
    All,
    /// One body.
    Body(BodyId),
    /// One principal: what it does itself, and the bodies in which it has seats.
    Principal(PrincipalId),
}

/// The calendar of a year. Nothing for a year outside 1970–2100.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{paper::{Who, calendar}, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let paper = calendar(&plan, 2027, Who::All, Lang::Sv).unwrap();
/// assert_eq!(paper.title, "Kalender 2027");
/// ```
#[must_use]
pub fn calendar(plan: &Plan, year: i32, who: Who, lang: Lang) -> Option<Paper> {
    let range = words::year(plan, year)?;
    let calendar = compute(plan, range).into_calendar();
    let title = format!("{} {year}", lang.pick("Kalender", "Calendar"));
    let owner = match who {
        Who::All => plan.document().title.get(lang),
        Who::Body(body) => plan.body(body).name().get(lang),
        Who::Principal(principal) => plan.principal(principal).name().get(lang),
    };
    let mut paper = Paper::new(lang, title, owner.to_owned());
    let first = calendar.range().start;
    match who {
        Who::All => each(&mut paper, &calendar, plan),
        Who::Body(body) => {
            let own: Vec<&Entry> = shown(&calendar)
                .filter(|entry| entry.bodies.contains(&body))
                .collect();
            by_month(&mut paper, &own, first, plan);
        }
        Who::Principal(principal) => {
            let seats = seats_of(plan, principal);
            let concerns = |entry: &&Entry| {
                entry.principals.contains(&principal)
                    || entry.bodies.iter().any(|body| seats.contains(body))
            };
            let own: Vec<&Entry> = shown(&calendar).filter(concerns).collect();
            by_month(&mut paper, &own, first, plan);
        }
    }
    if paper.blocks.is_empty() {
        let none = lang.pick(
            "Planen ger inget under året.",
            "The plan gives nothing in the year.",
        );
        paper.blocks.push(Block::Paragraph(none.to_owned()));
    }
    Some(paper)
}

fn shown(calendar: &Calendar) -> impl Iterator<Item = &Entry> {
    let entries = calendar.entries().iter();
    entries.filter(|entry| !entry.kind.is_period() && entry.kind != EntryKind::Background)
}

/// Bodies in which a principal has seats, on its own or with others.
fn seats_of(plan: &Plan, principal: PrincipalId) -> Vec<BodyId> {
    let sits = |body: &crate::plan::Body| {
        let mut seats = body.seats().iter();
        seats.any(|seat| {
            seat.principal() == Some(principal) || seat.principals().contains(&principal)
        })
    };
    let bodies = plan.bodies().iter().filter(|body| sits(body));
    bodies
        .filter_map(|body| plan.body_by_id(body.id()))
        .collect()
}

/// A table for each body.
fn each(paper: &mut Paper, calendar: &Calendar, plan: &Plan) {
    let lang = paper.lang;
    for body in plan.bodies() {
        let Some(id) = plan.body_by_id(body.id()) else {
            continue;
        };
        let own = shown(calendar).filter(|entry| entry.bodies.contains(&id));
        let row = |entry: &Entry| {
            let kind = crate::text::kind(entry.kind, lang);
            vec![
                days(entry, lang),
                words::week(entry.start, lang),
                hours(entry),
                words::title(entry, lang),
                kind.to_owned(),
            ]
        };
        let rows: Vec<Vec<String>> = own.map(row).collect();
        if !rows.is_empty() {
            paper
                .blocks
                .push(Block::Heading(body.name().get(lang).to_owned()));
        }
        let head = [
            ("Dag", "Day"),
            ("Vecka", "Week"),
            ("Tid", "Time"),
            ("Vad", "What"),
            ("Sort", "Kind"),
        ];
        paper.table(&head, rows);
    }
}
