//! `explain`: why an entry falls on its day.

use crate::args::ExplainArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{clean, load, words};
use chrono::NaiveDate;
use planning_wheel::calendar::{Calendar, Entry};
use planning_wheel::compute::{Sought, seek};
use planning_wheel::document::Text;
use planning_wheel::error::suggest;
use planning_wheel::export::json::{EntryData, SourceData};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::Lang;

/// Most entries that are listed when the id asked for is not there.
const SHOWN: usize = 8;

pub(super) fn run(args: &ExplainArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let plan = load::plan(&args.plan, console)?.plan;
    let (calendar, entry) = match seek(&plan, &args.entry) {
        Sought::Found(calendar, entry) => (calendar, entry),
        Sought::Missing(ids) => return Err(missing(&args.entry, &ids, lang)),
    };
    if args.json {
        console.json(&EntryData::new(&entry, &plan, lang))?;
    } else {
        console.say(&explanation(&entry, &calendar, &plan, lang))?;
    }
    Ok(Exit::Fine)
}

fn missing(id: &str, ids: &[String], lang: Lang) -> Failure {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let nearby = nearby(id, &ids, lang);
    let unknown = lang.pick("planen har ingen post", "the plan has no entry");
    Failure::Said(format!("{unknown} \"{id}\". {nearby}"))
}

/// Ids that begin alike: all when they are few, else the nearest or the first of them.
fn nearby(id: &str, ids: &[&str], lang: Lang) -> String {
    let stem = stem(id);
    let alike: Vec<&str> = ids
        .iter()
        .copied()
        .filter(|other| self::stem(other) == stem)
        .collect();
    if alike.is_empty() {
        return nearby_stem(stem, ids, lang);
    }
    let there = lang.pick("Det finns", "There are");
    let Some(more) = alike.len().checked_sub(SHOWN + 1) else {
        return format!("{there} {}.", alike.join(", "));
    };
    if let Some(meant) = suggest(id, alike.iter().copied()) {
        return format!("{} \"{meant}\"?", lang.pick("Menade du", "Did you mean"));
    }
    let first: Vec<&str> = alike.into_iter().take(SHOWN).collect();
    let rest = lang.pick("till", "more");
    format!("{there} {} … ({} {rest}).", first.join(", "), more + 1)
}

fn nearby_stem(written: &str, ids: &[&str], lang: Lang) -> String {
    match suggest(written, ids.iter().map(|id| stem(id))) {
        Some(meant) => {
            let ask = lang.pick("Menade du något under", "Did you mean something under");
            format!("{ask} \"{meant}/\"?")
        }
        None => lang
            .pick(
                "planning-wheel calendar PLAN --json skriver alla id.",
                "planning-wheel calendar PLAN --json prints every id.",
            )
            .to_owned(),
    }
}

/// What stands before the first stroke: the part of the plan that an entry comes from.
fn stem(id: &str) -> &str {
    id.split('/').next().unwrap_or(id)
}

/// The entry for people: what it is, and then why.
fn explanation(entry: &Entry, calendar: &Calendar, plan: &Plan, lang: Lang) -> String {
    let mut sheet = Sheet::default();
    sheet.line(entry.title.get(lang));
    sheet.line(&when(entry, lang));
    for (label, text) in facts(entry, plan, lang) {
        sheet.line(&format!("{label}: {text}"));
    }
    let reasons = entry.reasons.iter().map(|why| text::reason(why, lang));
    sheet.list(lang.pick("Varför den dagen", "Why that day"), reasons);
    let sources = SourceData::all(&entry.sources, lang).into_iter();
    let sources = sources.map(|source| match &source.quote {
        Some(quote) => format!("{}: ”{quote}”", source.place()),
        None => source.place(),
    });
    sheet.list(lang.pick("Källor", "Sources"), sources);
    let links = entry.links.iter().map(|link| {
        let relation = text::relation(link.relation, lang);
        match calendar.get(&link.to) {
            Some(other) => {
                let (title, day) = (other.title.get(lang), lang.long_date(other.start));
                format!("{relation}: {title}, {day} ({})", link.to)
            }
            None => format!("{relation}: {}", link.to),
        }
    });
    sheet.list(lang.pick("Hör ihop med", "Belongs with"), links);
    let items = entry.items.iter().map(|item| item.get(lang).to_owned());
    sheet.list(lang.pick("Stående punkter", "Standing items"), items);
    let note = entry.note.iter().map(|note| note.get(lang).to_owned());
    sheet.list(lang.pick("Anmärkning", "Note"), note);
    sheet.text
}

/// "Möte, torsdag 18 november 2027 kl. 13:00, 90 minuter".
fn when(entry: &Entry, lang: Lang) -> String {
    let kind = text::capital(text::kind(entry.kind, lang));
    let mut when = format!("{kind}, {}", lang.full_date(entry.start));
    if let Some(until) = words::until(entry, lang) {
        when.push_str(&format!(" {until}"));
    }
    if let Some(time) = entry.time {
        when.push_str(&format!("{}{time}", lang.pick(" kl. ", " at ")));
    }
    if let Some(minutes) = entry.minutes {
        when.push_str(&format!(", {minutes} {}", lang.pick("minuter", "minutes")));
    }
    when
}

/// What is known about the entry beside its day, line by line.
fn facts(entry: &Entry, plan: &Plan, lang: Lang) -> Vec<(&'static str, String)> {
    let day = |day: NaiveDate| lang.full_date(day);
    let words = |text: &Text| text.get(lang).to_owned();
    let bodies = entry.bodies.iter();
    let bodies = bodies.map(|id| words(plan.body(*id).name()));
    let principals = entry.principals.iter();
    let principals = principals.map(|id| words(plan.principal(*id).name()));
    let level = entry.level.map(|id| words(plan.level(id).title()));
    let status = text::status(entry.status, lang).map(str::to_owned);
    let mut facts = Vec::new();
    let mut add =
        |sv, en, text: Option<String>| facts.extend(text.map(|text| (lang.pick(sv, en), text)));
    add("Id", "Id", Some(entry.id.clone()));
    add("Grupper", "Bodies", list(bodies));
    add("Nivå", "Level", level);
    add("Huvudmän", "Principals", list(principals));
    add("Läge", "State", status);
    add("Flyttad från", "Moved from", entry.moved_from.map(day));
    add(
        "Dag enligt regeln",
        "Day by the rule",
        entry.nominal.map(day),
    );
    add(
        "Senast enligt lag",
        "Last day by law",
        entry.legally_latest.map(day),
    );
    add("Plats", "Place", entry.place.as_ref().map(words));
    add(
        "Ansvarig",
        "Responsible",
        entry.responsible.as_ref().map(words),
    );
    add("Innehas av", "Held by", entry.holder.as_ref().map(words));
    add("Länk", "Link", entry.link.clone());
    facts
}

fn list(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Lines and lists for the screen.
#[derive(Default)]
struct Sheet {
    text: String,
}

impl Sheet {
    fn line(&mut self, text: &str) {
        self.text.push_str(&clean::line(text));
        self.text.push('\n');
    }

    /// A heading and its points; nothing without points.
    fn list(&mut self, heading: &str, points: impl Iterator<Item = String>) {
        let mut points = points.peekable();
        if points.peek().is_some() {
            self.line("");
            self.line(heading);
        }
        for point in points {
            self.line(&format!("  - {point}"));
        }
    }
}
