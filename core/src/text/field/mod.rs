//! The document's fields and their values in words, in the order in which a form asks for them.

mod called;
mod choices;
mod help;
mod names;
mod parts;

use crate::time::{HolidayName, Lang, Weekday};
pub use called::called;
pub(crate) use called::{BodyNames, body_name, called_alone};
pub use help::Help;

/// A word of the document with what it is called in Swedish and English.
type Row = (&'static str, &'static str, &'static str);

fn found(rows: &[Row], owner: &str, sign: char, name: &str, lang: Lang) -> Option<&'static str> {
    let own = |row: &&Row| {
        let parts = row.0.rsplit_once(sign);
        parts.is_some_and(|(by, of)| by == owner && of == name)
    };
    let bare = |row: &&Row| row.0 == name;
    let row = rows.iter().find(own).or_else(|| rows.iter().find(bare));
    row.map(|(_, sv, en)| lang.pick(*sv, *en))
}

/// What a field is called, as inside a sentence. `owner` is the type that has it, in the schema.
///
/// # Example
/// ```
/// use planning_wheel::{text::field_name, time::Lang};
/// assert_eq!(field_name("Body", "level", Lang::Sv), "nivå");
/// assert_eq!(field_name("Report", "from", Lang::Sv), "vem som rapporterar");
/// assert_eq!(field_name("SchoolTerm", "from", Lang::Sv), "första dag");
/// ```
#[must_use]
pub fn field_name(owner: &str, name: &str, lang: Lang) -> String {
    known_field(owner, name, lang).map_or_else(|| name.replace('_', " "), str::to_owned)
}

/// The same, and nothing for a field without words.
#[must_use]
pub fn known_field(owner: &str, name: &str, lang: Lang) -> Option<&'static str> {
    found(names::NAMES, owner, '.', name, lang)
}

/// Where a form asks for a field: its place among all names.
#[must_use]
pub fn field_place(name: &str) -> usize {
    let place = names::NAMES.iter().position(|row| row.0 == name);
    place.unwrap_or(usize::MAX)
}

/// What one of several values is called, as a choice in a list: its first letter is large.
///
/// # Example
/// ```
/// use planning_wheel::{text::choice, time::Lang};
/// assert_eq!(choice("DayFinding", "spread", Lang::Sv), Some("Jämnt fördelade"));
/// assert_eq!(choice("Weekday", "monday", Lang::En), Some("Monday"));
/// assert_eq!(choice("Roll", "sideways", Lang::En), None);
/// ```
#[must_use]
pub fn choice(owner: &str, word: &str, lang: Lang) -> Option<&'static str> {
    if owner == "HolidayName" {
        let day: HolidayName = serde_json::from_value(word.into()).ok()?;
        return Some(day.name(lang));
    }
    if owner == "Weekday" {
        let day = Weekday::from_word(word)?;
        let place = Weekday::ALL.iter().position(|one| *one == day)?;
        return choices::WEEKDAYS
            .get(place)
            .map(|(sv, en)| lang.pick(*sv, *en));
    }
    found(choices::CHOICES, owner, '=', word, lang)
}

/// What a person should know to fill in a field, where its name does not say it.
#[must_use]
pub fn help(owner: &str, name: &str) -> Option<&'static Help> {
    let own = |help: &&Help| {
        let parts = help.field.rsplit_once('.');
        parts.is_some_and(|(by, of)| by == owner && of == name)
    };
    let bare = |help: &&Help| help.field == name;
    let mut all = help::HELPS.iter();
    all.find(own).or_else(|| help::HELPS.iter().find(bare))
}

/// One element of a list, as in "Lägg till grupp".
///
/// # Example
/// ```
/// use planning_wheel::{text::element, time::Lang};
/// assert_eq!(element("bodies", Lang::Sv), Some("grupp"));
/// ```
#[must_use]
pub fn element(list: &str, lang: Lang) -> Option<&'static str> {
    parts::find(list).map(|part| lang.pick(part.sv, part.en))
}

/// What a new element of a list is called until it has got its name: "Nytt uppdrag".
#[must_use]
pub fn new_element(list: &str, lang: Lang) -> Option<&'static str> {
    parts::find(list).map(|part| lang.pick(part.new_sv, part.new_en))
}

/// Name of a list as a heading: "Grupper".
#[must_use]
pub fn list_title(list: &str, lang: Lang) -> String {
    super::capital(&field_name("PlanDocument", list, lang))
}
