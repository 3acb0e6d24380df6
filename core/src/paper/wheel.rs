//! The annual wheel, with all that it shows as a table.

use super::words::{self, days, hours};
use super::{Block, Paper};
use crate::calendar::{Calendar, Entry, EntryKind};
use crate::compute::compute;
use crate::plan::Plan;
use crate::text;
use crate::time::Lang;
use chrono::NaiveDate;

/// The wheel of a year with its table, month by month. Nothing for a year outside 1970–2100.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{paper::{Block, wheel}, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let paper = wheel(&plan, 2026, Lang::En).unwrap();
/// assert!(matches!(paper.blocks[0], Block::Wheel { year: 2026, .. }));
/// assert_eq!(paper.blocks[1], Block::Heading("September 2026".into()));
/// ```
#[must_use]
pub fn wheel(plan: &Plan, year: i32, lang: Lang) -> Option<Paper> {
    let range = words::year(plan, year)?;
    let calendar = compute(plan, range).into_calendar();
    let title = format!("{} {year}", lang.pick("Årshjul", "Annual wheel"));
    let owner = plan.document().title.get(lang);
    let mut paper = Paper::new(lang, title.clone(), owner.to_owned());
    paper.blocks.push(Block::Wheel {
        year,
        description: format!("{title}, {owner}"),
    });
    let shown = |entry: &&Entry| !entry.kind.is_period() && entry.kind != EntryKind::Background;
    let entries: Vec<&Entry> = calendar.entries().iter().filter(shown).collect();
    by_month(&mut paper, &entries, calendar.range().start, plan);
    periods(&mut paper, &calendar, plan);
    Some(paper)
}

/// A table for each month: day, week, time, what and who.
pub(super) fn by_month(paper: &mut Paper, entries: &[&Entry], first: NaiveDate, plan: &Plan) {
    const HEAD: [(&str, &str); 5] = [
        ("Dag", "Day"),
        ("Vecka", "Week"),
        ("Tid", "Time"),
        ("Vad", "What"),
        ("Grupp", "Body"),
    ];
    let lang = paper.lang;
    let mut rows = Vec::new();
    let mut named = String::new();
    for entry in entries {
        let month = words::month(entry.start.max(first), lang);
        if month != named {
            paper.table(&HEAD, std::mem::take(&mut rows));
            paper.blocks.push(Block::Heading(month.clone()));
            named = month;
        }
        let kind = text::kind(entry.kind, lang);
        let title = words::title(entry, lang);
        rows.push(vec![
            days(entry, lang),
            words::week(entry.start, lang),
            hours(entry),
            match entry.kind {
                EntryKind::Meeting => title,
                _ => format!("{title} · {kind}"),
            },
            words::bodies(&entry.bodies, plan, lang),
        ]);
    }
    paper.table(&HEAD, rows);
}

/// What lasts: documents, offices, assignments, goals.
fn periods(paper: &mut Paper, calendar: &Calendar, plan: &Plan) {
    let lang = paper.lang;
    let lasting = calendar
        .entries()
        .iter()
        .filter(|entry| entry.kind.is_period());
    let row = |entry: &Entry| {
        vec![
            text::capital(text::kind(entry.kind, lang)),
            words::title(entry, lang),
            words::span(entry.start, entry.last_day(), lang),
            words::bodies(&entry.bodies, plan, lang),
            words::said(entry.holder.as_ref(), lang),
        ]
    };
    let head = [
        ("Sort", "Kind"),
        ("Vad", "What"),
        ("Gäller", "Valid"),
        ("Grupp", "Body"),
        ("Innehas av", "Held by"),
    ];
    paper.section(
        ("Gäller under året", "In force during the year"),
        &head,
        lasting.map(row).collect(),
    );
}
