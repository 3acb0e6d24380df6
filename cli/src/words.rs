//! Small words that the commands share.

use planning_wheel::calendar::{EntryStatus, Relation, Source};
use planning_wheel::error::suggest;
use planning_wheel::time::Lang;

/// Name of a status in data.
pub(crate) fn status_id(status: EntryStatus) -> &'static str {
    match status {
        EntryStatus::Proposed => "proposed",
        EntryStatus::Fixed => "fixed",
        EntryStatus::Cancelled => "cancelled",
        EntryStatus::Undecided => "undecided",
        EntryStatus::Check => "check",
    }
}

/// Name of a relation in data.
pub(crate) fn relation_id(relation: Relation) -> &'static str {
    match relation {
        Relation::At => "at",
        Relation::For => "for",
        Relation::After => "after",
        Relation::Serves => "serves",
        Relation::Follows => "follows",
    }
}

/// "Överenskommelsen, Arbetsordning".
pub(crate) fn source(source: &Source, lang: Lang) -> String {
    let agreement = source.agreement.get(lang);
    match source.section.as_str() {
        "" => agreement.to_owned(),
        section => format!("{agreement}, {section}"),
    }
}

/// "Menade du …?", or what there is to choose from.
pub(crate) fn instead<'a>(
    word: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    lang: Lang,
) -> String {
    if let Some(meant) = suggest(word, known.clone()) {
        return format!("{} \"{meant}\"?", lang.pick("Menade du", "Did you mean"));
    }
    let all: Vec<&str> = known.collect();
    if all.is_empty() {
        return lang.pick("Det finns inga.", "There are none.").to_owned();
    }
    format!(
        "{} {}.",
        lang.pick("Det finns", "There are"),
        all.join(", ")
    )
}

/// "1 fel", "3 varningar".
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A text with its first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}
