//! What belongs in a place, and what stands there.

use crate::error::{Found, Shape};
use crate::time::Lang;

/// Words of a list that are shown before the rest is only counted.
const SHOWN: usize = 8;

/// The first words, and how many more there are.
pub(super) fn list(words: &[String], lang: Lang) -> String {
    let quoted = |word: &String| format!("\"{word}\"");
    let (and, more) = (lang.pick("och", "and"), lang.pick("till", "more"));
    let shown: Vec<String> = words.iter().take(SHOWN).map(quoted).collect();
    match (words.len().saturating_sub(SHOWN), shown.split_last()) {
        (0, Some((last, [_, ..]))) => {
            let before = shown.get(..shown.len() - 1).unwrap_or_default().join(", ");
            format!("{before} {} {last}", lang.pick("eller", "or"))
        }
        (0, _) => shown.join(", "),
        (left, _) => format!("{} {and} {left} {more}", shown.join(", ")),
    }
}

/// What belongs in a place.
pub(super) fn shape(shape: &Shape, lang: Lang) -> String {
    let (swedish, english) = match shape {
        Shape::Text => ("en text", "a text"),
        Shape::Translated => (
            "en text eller ett objekt med sv och en",
            "a text or an object with sv and en",
        ),
        Shape::WholeNumber => ("ett heltal", "a whole number"),
        Shape::Number => ("ett tal", "a number"),
        Shape::TrueOrFalse => ("true eller false", "true or false"),
        Shape::List => ("en lista", "a list"),
        Shape::Object => ("ett objekt", "an object"),
        Shape::Date => (
            "ett datum som \"2027-03-15\"",
            "a date such as \"2027-03-15\"",
        ),
        Shape::DayOfYear => (
            "en dag på året som \"03-15\"",
            "a day of the year such as \"03-15\"",
        ),
        Shape::TimeOfDay => (
            "ett klockslag som \"13:30\"",
            "a time of day such as \"13:30\"",
        ),
        Shape::Choice(words) => {
            let list = list(words, lang);
            return lang.pick(format!("något av {list}"), format!("one of {list}"));
        }
        Shape::WordAlone(word) => {
            return lang.pick(
                format!("bara texten \"{word}\""),
                format!("only the text \"{word}\""),
            );
        }
        Shape::WordWithContent(word) => {
            let object = format!("{{ \"{word}\": … }}");
            return lang.pick(
                format!("ett objekt {object}"),
                format!("an object {object}"),
            );
        }
        Shape::Other(words) => return words.clone(),
    };
    lang.pick(swedish, english).to_owned()
}

/// What stands there.
pub(super) fn found(found: &Found, lang: Lang) -> String {
    match found {
        Found::Null => "null".into(),
        Found::TrueOrFalse(value) => value.to_string(),
        Found::Number(number) => lang.pick("talet ", "the number ").to_owned() + number,
        Found::Text(text) => format!("{} \"{text}\"", lang.pick("texten", "the text")),
        Found::List => lang.pick("en lista", "a list").into(),
        Found::Object => lang.pick("ett objekt", "an object").into(),
    }
}
