//! The notice of a meeting, with its agenda.

use super::words::{self, day, hours, said};
use super::{Block, Paper};
use crate::calendar::{Calendar, Entry, EntryKind, EntryStatus, Relation};
use crate::compute::{Sought, seek};
use crate::plan::{Plan, Seat};
use crate::text;
use crate::time::Lang;

/// The notice of a meeting: when, where and who, the agenda with its standing items and what the
/// plan puts on it, and the last days before. Nothing when no meeting has the id.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{paper::notice, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// assert_eq!(notice(&plan, "nso/2027/1", Lang::Sv), None);
/// ```
#[must_use]
pub fn notice(plan: &Plan, entry: &str, lang: Lang) -> Option<Paper> {
    let Sought::Found(calendar, meeting) = seek(plan, entry) else {
        return None;
    };
    if !matches!(meeting.kind, EntryKind::Meeting | EntryKind::Preparation) {
        return None;
    }
    let title = format!(
        "{}: {}",
        lang.pick("Kallelse", "Notice"),
        meeting.title.get(lang)
    );
    let when = text::capital(&lang.full_date(meeting.start));
    let mut paper = Paper::new(lang, title, when);
    if meeting.status == EntryStatus::Cancelled {
        let cancelled = (
            "Mötet är inställt.".to_owned(),
            "The meeting is cancelled.".to_owned(),
        );
        paper.missing(cancelled.0, cancelled.1);
    }
    facts(&mut paper, &meeting, &calendar, plan);
    agenda(&mut paper, &meeting, &calendar, plan);
    before(&mut paper, &meeting, &calendar, plan);
    seats(&mut paper, &meeting, plan);
    let landed = calendar
        .taking_place_at(&meeting)
        .flat_map(|entry| &entry.sources);
    let sources = words::sources(meeting.sources.iter().chain(landed), lang);
    paper.points(("Källor", "Sources"), sources);
    Some(paper)
}

fn facts(paper: &mut Paper, meeting: &Entry, calendar: &Calendar, plan: &Plan) {
    let lang = paper.lang;
    let mut facts = Vec::new();
    let mut add = |sv: &str, en: &str, what: String| {
        if !what.is_empty() {
            facts.push((lang.pick(sv, en).to_owned(), what));
        }
    };
    let last = meeting.last_day();
    let days = match last > meeting.start {
        true => words::span(meeting.start, last, lang),
        false => lang.full_date(meeting.start),
    };
    add("Dag", "Day", days);
    add("Tid", "Time", hours(meeting));
    add("Plats", "Place", said(meeting.place.as_ref(), lang));
    add("Länk", "Link", meeting.link.clone().unwrap_or_default());
    let names = meeting
        .bodies
        .iter()
        .map(|id| plan.body(*id).name().get(lang));
    add("Kallade", "Called", names.collect::<Vec<_>>().join(", "));
    add(
        "Kallas av",
        "Called by",
        said(meeting.responsible.as_ref(), lang),
    );
    add(
        "Flyttat från",
        "Moved from",
        meeting
            .moved_from
            .map(|from| day(from, lang))
            .unwrap_or_default(),
    );
    add("Nästa möte", "Next meeting", next(meeting, calendar, lang));
    add("Att veta", "To know", said(meeting.note.as_ref(), lang));
    paper.blocks.push(Block::Facts(facts));
    if meeting.time.is_none() {
        paper.missing(
            "Tid saknas i planen.".into(),
            "The plan gives no time.".into(),
        );
    }
    if meeting.place.is_none() && meeting.link.is_none() {
        paper.missing(
            "Plats saknas i planen.".into(),
            "The plan gives no place.".into(),
        );
    }
}

/// The next meeting of the same series.
fn next(meeting: &Entry, calendar: &Calendar, lang: Lang) -> String {
    let series = |entry: &Entry| entry.id.split('/').next().unwrap_or_default().to_owned();
    let own = series(meeting);
    let mut later = calendar.of_kind(meeting.kind).filter(|entry| {
        let held = entry.status != EntryStatus::Cancelled;
        held && entry.start > meeting.start && series(entry) == own
    });
    later
        .next()
        .map(|entry| day(entry.start, lang))
        .unwrap_or_default()
}

fn agenda(paper: &mut Paper, meeting: &Entry, calendar: &Calendar, plan: &Plan) {
    let lang = paper.lang;
    let mut items: Vec<String> = meeting
        .items
        .iter()
        .map(|item| item.get(lang).to_owned())
        .collect();
    items.extend(
        calendar
            .taking_place_at(meeting)
            .map(|entry| item(entry, meeting, plan, lang)),
    );
    paper.heading("Dagordning", "Agenda");
    if items.is_empty() {
        let none = lang.pick(
            "Planen ger inga punkter till mötet.",
            "The plan gives the meeting no items.",
        );
        paper.blocks.push(Block::Paragraph(none.to_owned()));
    } else {
        paper.blocks.push(Block::List {
            numbered: true,
            items,
        });
    }
}

/// "Rapport: årsrapport 2026 – Barn och unga": what it is, and who else brings it.
fn item(entry: &Entry, meeting: &Entry, plan: &Plan, lang: Lang) -> String {
    let kind = text::capital(text::kind(entry.kind, lang));
    let title = words::title(entry, lang);
    let others = entry
        .bodies
        .iter()
        .filter(|id| !meeting.bodies.contains(id));
    let names = others.map(|id| plan.body(*id).short().get(lang));
    let from: Vec<&str> = names.filter(|name| !title.contains(name)).collect();
    match from.is_empty() {
        true => format!("{kind}: {title}"),
        false => format!("{kind}: {title} – {}", from.join(", ")),
    }
}

/// Last days and preparations that belong to the meeting.
fn before(paper: &mut Paper, meeting: &Entry, calendar: &Calendar, plan: &Plan) {
    let lang = paper.lang;
    let own = calendar.entries().iter();
    let own = own.filter(|entry| entry.related(Relation::For) == Some(&meeting.id));
    let row = |entry: &Entry| {
        let who = said(entry.responsible.as_ref(), lang);
        let who = match (who.as_str(), entry.kind) {
            ("", EntryKind::Preparation) => words::bodies(&entry.bodies, plan, lang),
            _ => who,
        };
        let when = [day(entry.start, lang), hours(entry)].join(" ");
        vec![
            when.trim().to_owned(),
            text::capital(&words::title(entry, lang)),
            who,
        ]
    };
    let head = [("Dag", "Day"), ("Vad", "What"), ("Ansvarig", "Responsible")];
    paper.section(
        ("Före och efter mötet", "Before and after the meeting"),
        &head,
        own.map(row).collect(),
    );
}

/// Who sits in the bodies, and when they may decide.
fn seats(paper: &mut Paper, meeting: &Entry, plan: &Plan) {
    let lang = paper.lang;
    let mut rows = Vec::new();
    let mut quorums = Vec::new();
    for id in &meeting.bodies {
        let body = plan.body(*id);
        let written = body.spec().seats.iter().enumerate();
        rows.extend(written.filter_map(|(at, seat)| {
            let own: Vec<&Seat> = body
                .seats()
                .iter()
                .filter(|one| one.written() == at)
                .collect();
            row(&own, seat.role.get(lang), plan, lang)
        }));
        for share in plan.quorum(*id) {
            let of = share
                .principal
                .map(|id| plan.principal(id).name().get(lang));
            let of = of.unwrap_or(body.short().get(lang));
            let (needed, seats) = (share.needed, share.seats);
            quorums.push(match lang {
                Lang::Sv => format!("{of}: minst {needed} av {seats}"),
                Lang::En => format!("{of}: at least {needed} of {seats}"),
            });
        }
    }
    let head = [("Antal", "Number"), ("Roll", "Role"), ("Från", "From")];
    paper.section(("Platser", "Seats"), &head, rows);
    paper.points(("Beslutförhet", "Quorum"), quorums);
}

/// Seats that are written once: how many, in which role, and whose.
fn row(seats: &[&Seat], role: &str, plan: &Plan, lang: Lang) -> Option<Vec<String>> {
    let first = seats.first()?;
    let of = seats.iter().flat_map(|seat| seat.principals());
    let mut of: Vec<&str> = of.map(|id| plan.principal(*id).name().get(lang)).collect();
    of.extend(first.from_body().map(|id| plan.body(id).short().get(lang)));
    let mut count = first.count().to_string();
    if first.up_to() > first.count() {
        count.push_str(&format!("–{}", first.up_to()));
    }
    if seats.len() > 1 {
        count.push_str(lang.pick(" vardera", " each"));
    }
    Some(vec![count, role.to_owned(), of.join(", ")])
}
