//! What the reader sees on opening an event.

use crate::calendar::{Entry, Source};
use crate::document::Text;
use crate::plan::Plan;
use crate::text;
use crate::time::Lang;

/// Who, why and where it is written, line by line.
pub(super) fn description(entry: &Entry, plan: &Plan, lang: Lang) -> String {
    let mut parts = vec![facts(entry, plan, lang)];
    parts.extend(entry.note.as_ref().map(|note| note.get(lang).to_owned()));
    let reasons = entry.reasons.iter().map(|why| text::reason(why, lang));
    let why = lang.pick("Varför den dagen", "Why that day");
    parts.push(list(why, reasons));
    let sources = entry.sources.iter().map(|source| citation(source, lang));
    parts.push(list(lang.pick("Källor", "Sources"), sources));
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n\n")
}

fn facts(entry: &Entry, plan: &Plan, lang: Lang) -> String {
    let name = |text: &Text| text.get(lang).to_owned();
    let bodies = entry.bodies.iter().map(|id| name(plan.body(*id).name()));
    let principals = entry.principals.iter();
    let principals = principals.map(|id| name(plan.principal(*id).name()));
    let mut facts = Vec::new();
    let mut add = |sv: &str, en: &str, what: Option<String>| {
        let label = lang.pick(sv, en);
        facts.extend(what.map(|what| format!("{label}: {what}")));
    };
    add(
        "Läge",
        "State",
        text::status(entry.status, lang).map(str::to_owned),
    );
    add("Grupper", "Bodies", joined(bodies, ", "));
    add("Huvudmän", "Principals", joined(principals, ", "));
    add(
        "Ansvarig",
        "Responsible",
        entry.responsible.as_ref().map(name),
    );
    add("Innehas av", "Held by", entry.holder.as_ref().map(name));
    let items = entry.items.iter().map(name);
    add("Stående punkter", "Standing items", joined(items, "; "));
    let latest = entry.legally_latest.map(|day| lang.full_date(day));
    add("Senast enligt lag", "Last day by law", latest);
    add("Länk", "Link", entry.link.clone());
    facts.join("\n")
}

/// "Överenskommelsen, Arbetsordning".
fn citation(source: &Source, lang: Lang) -> String {
    let agreement = source.agreement.get(lang);
    match source.section.as_str() {
        "" => agreement.to_owned(),
        section => format!("{agreement}, {section}"),
    }
}

fn joined(words: impl Iterator<Item = String>, between: &str) -> Option<String> {
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(between))
}

/// A heading with its points below; nothing without points.
fn list(heading: &str, points: impl Iterator<Item = String>) -> String {
    let points: String = points.map(|point| format!("\n– {point}")).collect();
    if points.is_empty() {
        return points;
    }
    format!("{heading}:{points}")
}
