//! What differs between plans, as people read it.

use crate::{clean, words};
use planning_wheel::document::{Change, Difference};
use planning_wheel::export::json::{
    ComparisonData, DateChangeData, DaysData, DiffData, FindingData, LoadChangeData, LoadData,
    MeasuresData, OnceData, SimulationData, VariantData,
};
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{Lang, parse};
use serde_json::Value;

/// A plan against its variants.
pub(crate) fn simulation(data: &SimulationData, plan: &Plan, lang: Lang) -> String {
    let title = clean::line(plan.document().title.get(lang));
    let mut shown = format!("{title}, {}\n", days_of(&data.start, &data.end));
    let measures = &data.measures;
    let meetings = lang.pick("möten", "meetings");
    shown.push_str(&format!("  {} {meetings}", measures.meetings));
    if measures.without_length > 0 {
        let unknown = lang.pick(
            "utan längd: de räknas som ingen tid (--minutes)",
            "without a length: they count as no time (--minutes)",
        );
        shown.push_str(&format!(", {} {unknown}", measures.without_length));
    }
    shown.push('\n');
    if data.variants.is_empty() {
        loads(
            &mut shown,
            lang.pick("Grupper", "Bodies"),
            &measures.bodies,
            lang,
        );
        loads(
            &mut shown,
            lang.pick("Huvudmän", "Principals"),
            &measures.principals,
            lang,
        );
        loads(
            &mut shown,
            lang.pick("Roller", "Roles"),
            &measures.roles,
            lang,
        );
        times(&mut shown, measures, lang);
    }
    let handed = lang.pick(
        "Beslut av avgående för tillträdande",
        "Decided by the outgoing for the incoming",
    );
    once(&mut shown, handed, &measures.handed_over, lang);
    let single = lang.pick("En gång under tiden", "Once in the time");
    once(&mut shown, single, &measures.once, lang);
    for variant in &data.variants {
        shown.push('\n');
        shown.push_str(&one(variant, lang));
    }
    shown
}

fn one(variant: &VariantData, lang: Lang) -> String {
    let name = clean::line(&variant.name);
    let mut shown = format!("{}: {name}\n", lang.pick("Variant", "Variant"));
    for change in &variant.changes {
        let value = change.value.as_ref().map(|value| format!(" = {value}"));
        let line = format!("{} {}{}", change.op, change.path, value.unwrap_or_default());
        shown.push_str(&format!("  {}\n", clean::line(&short(&line))));
    }
    shown.push_str(&comparison(&variant.difference, lang));
    shown
}

/// Two plans.
pub(crate) fn diff(
    data: &DiffData,
    found: &[Difference],
    (before, after): (&Value, &Value),
    lang: Lang,
) -> String {
    let mut shown = String::new();
    if found.is_empty() {
        shown.push_str(lang.pick("Planerna är lika.\n", "The plans are equal.\n"));
        return shown;
    }
    for one in found {
        // What is removed has its name in the document before, everything else in the one after.
        let named = match one.change {
            Change::Remove { .. } => before,
            _ => after,
        };
        let words = text::change(&one.change, named, lang);
        let values = values(one);
        shown.push_str(&format!(
            "{}{}\n",
            clean::line(&words),
            clean::line(&values)
        ));
        shown.push_str(&format!("  {}\n", clean::line(one.change.path())));
    }
    shown.push_str(&format!("\n{}\n", days_of(&data.start, &data.end)));
    shown.push_str(&comparison(&data.difference, lang));
    shown
}

/// ": 4 → 6", for what is small enough to be read on a line.
fn values(of: &Difference) -> String {
    let small = |value: &Value| !value.is_object() && !value.is_array();
    let after = of.change.value().filter(|value| small(value));
    let before = of.before.as_ref().filter(|value| small(value));
    match (before, after) {
        (Some(before), Some(after)) => short(&format!(": {before} → {after}")),
        (Some(only), None) | (None, Some(only)) => short(&format!(": {only}")),
        (None, None) => String::new(),
    }
}

fn short(line: &str) -> String {
    const MOST: usize = 100;
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

/// Dates, findings and load.
fn comparison(of: &ComparisonData, lang: Lang) -> String {
    let mut shown = String::new();
    if of.dates.is_empty() {
        shown.push_str(lang.pick("  Alla dagar är desamma.\n", "  All days are the same.\n"));
    }
    for change in &of.dates {
        shown.push_str(&date_change(change, lang));
    }
    let told = |heading: &str, all: &[FindingData], shown: &mut String| {
        for finding in all {
            let message = clean::line(&finding.message);
            shown.push_str(&format!("  {heading}: {message}\n"));
        }
    };
    told(lang.pick("Löst", "Solved"), &of.solved, &mut shown);
    told(
        lang.pick("Nytt att se på", "New to look at"),
        &of.found,
        &mut shown,
    );
    for (heading, all) in [
        (lang.pick("Grupper", "Bodies"), &of.bodies),
        (lang.pick("Huvudmän", "Principals"), &of.principals),
        (lang.pick("Roller", "Roles"), &of.roles),
    ] {
        load_changes(&mut shown, heading, all, lang);
    }
    shown
}

fn date_change(change: &DateChangeData, lang: Lang) -> String {
    let word = match change.change {
        "added" => lang.pick("ny", "new"),
        "removed" => lang.pick("borta", "gone"),
        "retimed" => lang.pick("annan tid", "other time"),
        _ => lang.pick("flyttad", "moved"),
    };
    let day = |days: &DaysData| in_words(&days.start, lang);
    let days = match (&change.before, &change.after) {
        (Some(before), Some(after)) if before != after => {
            format!("{} → {}", day(before), day(after))
        }
        (_, Some(only)) | (Some(only), None) => day(only),
        (None, None) => String::new(),
    };
    let title = clean::line(&change.title);
    format!("  {word}: {days}  {title} ({})\n", clean::line(&change.id))
}

fn loads(shown: &mut String, heading: &str, all: &[LoadData], lang: Lang) {
    let mut held = all.iter().filter(|load| load.meetings > 0).peekable();
    if held.peek().is_some() {
        shown.push_str(&format!("  {heading}\n"));
    }
    for load in held {
        let time = time(load, lang);
        shown.push_str(&format!("    {}: {time}\n", name(load, lang)));
    }
}

/// Only the loads that change.
fn load_changes(shown: &mut String, heading: &str, all: &[LoadChangeData], lang: Lang) {
    let changed = all.iter().filter(|pair| pair.before != pair.after);
    for (number, pair) in changed.enumerate() {
        if number == 0 {
            shown.push_str(&format!("  {heading}\n"));
        }
        let either = pair.after.as_ref().or(pair.before.as_ref());
        let name = either.map(|load| name(load, lang)).unwrap_or_default();
        let told = |load: &Option<LoadData>| load.as_ref().map(|load| time(load, lang));
        let nothing = || "–".to_owned();
        let (before, after) = (told(&pair.before), told(&pair.after));
        let (before, after) = (
            before.unwrap_or_else(nothing),
            after.unwrap_or_else(nothing),
        );
        shown.push_str(&format!("    {name}: {before} → {after}\n"));
    }
}

fn name(load: &LoadData, lang: Lang) -> String {
    match load.title.as_str() {
        "" => lang.pick("utan huvudman", "without a principal").to_owned(),
        title => clean::line(title),
    }
}

/// "8 möten, 96–112 persontimmar"; without seats or lengths, only the meetings.
fn time(load: &LoadData, lang: Lang) -> String {
    let meetings = words::count(
        usize::try_from(load.meetings).unwrap_or(usize::MAX),
        lang.pick("möte", "meeting"),
        lang.pick("möten", "meetings"),
    );
    if load.most_person_minutes == 0 {
        return meetings;
    }
    let hours = |minutes: u64| match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (hours, rest) => {
            let point = lang.pick(",", ".");
            format!("{hours}{point}{}", rest * 10 / 60)
        }
    };
    let (fewest, most) = (hours(load.person_minutes), hours(load.most_person_minutes));
    let between = if fewest == most {
        fewest
    } else {
        format!("{fewest}–{most}")
    };
    format!(
        "{meetings}, {between} {}",
        lang.pick("persontimmar", "person-hours")
    )
}

/// The fullest weeks, the longest gaps and whose turn each office is.
fn times(shown: &mut String, of: &MeasuresData, lang: Lang) {
    let most = of.weeks.iter().map(|week| week.meetings).max().unwrap_or(0);
    let fullest: Vec<String> = of
        .weeks
        .iter()
        .filter(|week| week.meetings == most)
        .map(|week| format!("{} {}", lang.pick("v.", "wk"), week.week))
        .collect();
    if !fullest.is_empty() {
        let heading = lang.pick("Mest på en vecka", "Most in a week");
        shown.push_str(&format!("  {heading}: {most} ({})\n", fullest.join(", ")));
    }
    let mut list = |heading: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            shown.push_str(&format!("  {heading}\n"));
        }
        for line in lines {
            shown.push_str(&format!("    {}\n", clean::line(&line)));
        }
    };
    let days = lang.pick("dagar", "days");
    let gaps = of.gaps.iter().map(|gap| {
        let (from, to) = (in_words(&gap.from, lang), in_words(&gap.to, lang));
        format!("{}: {} {days}, {from} – {to}", gap.body, gap.days)
    });
    list(lang.pick("Längsta uppehåll", "Longest gap"), gaps.collect());
    let turns = of.turns.iter().map(|turn| {
        let holder = turn.holder.as_deref().unwrap_or("–");
        format!(
            "{}: {holder}, {}",
            turn.title,
            days_of(&turn.start, &turn.end)
        )
    });
    list(lang.pick("Uppdrag", "Offices"), turns.collect());
}

fn once(shown: &mut String, heading: &str, all: &[OnceData], lang: Lang) {
    if !all.is_empty() {
        shown.push_str(&format!("  {heading}\n"));
    }
    for one in all {
        let title = clean::line(&one.title);
        shown.push_str(&format!("    {}  {title}\n", in_words(&one.start, lang)));
    }
}

/// "tor 18 nov 2027" of "2027-11-18".
fn in_words(day: &str, lang: Lang) -> String {
    let year = day.get(..4).unwrap_or_default();
    parse(day).map_or_else(
        |_| day.to_owned(),
        |day| format!("{} {year}", lang.short_date(day)),
    )
}

/// "2027-01-01 – 2030-12-31", of a first day and the day after the last.
fn days_of(start: &str, end: &str) -> String {
    let last = parse(end).map(|end| end.pred_opt().unwrap_or(end).to_string());
    format!("{start} – {}", last.unwrap_or_else(|_| end.to_owned()))
}
