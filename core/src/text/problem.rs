//! What is wrong with a plan, and the way out.

use super::problem_shape::{found, list, shape};
use super::problem_syntax::syntax;
use super::problem_value::{bad_value, impossible_count, out_of_range, unknown_reference};
use super::titles::capital;
use crate::document::STOCKHOLM;
use crate::error::{Problem, ProblemKind};
use crate::time::Lang;

/// What is wrong and the way out, in one or two sentences without the place.
///
/// # Example
/// ```
/// use planning_wheel::error::{Problem, ProblemKind};
/// use planning_wheel::{text, time::Lang};
/// let problem = Problem::new("/title", ProblemKind::MissingField("title".into()));
/// assert_eq!(text::problem(&problem, Lang::Sv), "Fältet \"title\" saknas.");
/// assert_eq!(text::problem(&problem, Lang::En), "The field \"title\" is missing.");
/// ```
#[must_use]
pub fn problem(problem: &Problem, lang: Lang) -> String {
    words_of(&problem.kind)(&problem.kind, lang).unwrap_or_default()
}

/// Where the words of a kind are; every kind is named, so that none is without words.
fn words_of(kind: &ProblemKind) -> fn(&ProblemKind, Lang) -> Option<String> {
    use ProblemKind as Kind;
    match kind {
        Kind::TooLarge { .. } | Kind::NotText | Kind::Syntax(_) | Kind::TooMany { .. } => in_file,
        Kind::TooDeep { .. } | Kind::TooLong { .. } | Kind::ControlCharacter(_) => in_file,
        Kind::NewerFormat(_) | Kind::UnknownFormat(_) => in_file,
        Kind::UnknownField { .. } | Kind::UnknownWord { .. } | Kind::OneOf(_) => in_fields,
        Kind::MissingField(_) | Kind::DuplicateField(_) => in_fields,
        Kind::WrongType { .. } | Kind::BadValue { .. } => in_value,
        Kind::OutOfRange { .. } | Kind::Refused(_) => in_value,
        Kind::BadId(_) | Kind::DuplicateId { .. } | Kind::UnknownReference { .. } => in_ids,
        Kind::Circle(_) | Kind::BadOccurrence(_) | Kind::BadLink(_) => in_ids,
        Kind::AddedNumber(_) | Kind::BadColour(_) | Kind::BadTimeZone { .. } => in_ids,
        Kind::YearOutside(_) | Kind::EndsBeforeStart | Kind::ImpossibleCount { .. } => in_plan,
        Kind::TooManyParts { .. } => in_plan,
        Kind::TooManyMeetings { .. } | Kind::Empty | Kind::Contradiction { .. } => in_plan,
    }
}

/// Problems of the file as a whole.
fn in_file(kind: &ProblemKind, lang: Lang) -> Option<String> {
    let words = |swedish: String, english: String| Some(lang.pick(swedish, english));
    match kind {
        ProblemKind::TooLarge { size, limit } => words(
            format!("Filen är {size} byte stor; högst {limit} byte läses."),
            format!("The file has {size} bytes; at most {limit} are read."),
        ),
        ProblemKind::NotText => words(
            "Filen är inte text i UTF-8. Spara den som UTF-8.".into(),
            "The file is not UTF-8 text. Save it as UTF-8.".into(),
        ),
        ProblemKind::Syntax(kind) => Some(syntax(*kind, lang).to_owned()),
        ProblemKind::TooDeep { limit } => words(
            format!("Listor och objekt ligger i fler än {limit} nivåer. Så djup är ingen plan."),
            format!("Lists and objects nest deeper than {limit} levels. No plan is that deep."),
        ),
        ProblemKind::TooLong { limit } => words(
            format!("Texten är längre än {limit} tecken. Korta den, eller länka till den."),
            format!("The text is longer than {limit} characters. Shorten it, or link to it."),
        ),
        ProblemKind::ControlCharacter(letter) => {
            let code = format!("U+{:04X}", u32::from(*letter));
            words(
                format!("Texten innehåller det osynliga tecknet {code}. Ta bort det."),
                format!("The text holds the invisible character {code}. Remove it."),
            )
        }
        ProblemKind::TooMany { limit } => words(
            format!("Det finns fler fel än de {limit} som visas. Rätta dem och läs in filen igen."),
            format!("There are more problems than the {limit} shown. Mend these and read again."),
        ),
        ProblemKind::NewerFormat(written) => words(
            format!("Planen är skriven i ett nyare format, \"{written}\". Uppdatera programmet."),
            format!("The plan is written in a newer format, \"{written}\". Update the program."),
        ),
        ProblemKind::UnknownFormat(written) => words(
            format!("\"{written}\" är inget format som kan läsas här."),
            format!("\"{written}\" is not a format that can be read here."),
        ),
        _ => None,
    }
}

/// Problems of an object's fields.
fn in_fields(kind: &ProblemKind, lang: Lang) -> Option<String> {
    let words = |swedish: String, english: String| Some(lang.pick(swedish, english));
    match kind {
        ProblemKind::UnknownField {
            field,
            suggestion,
            known,
        } => {
            let start = lang.pick("Okänt fält", "Unknown field");
            Some(unknown(start, field, suggestion.as_deref(), known, lang))
        }
        ProblemKind::UnknownWord {
            word,
            suggestion,
            known,
        } => {
            let start = lang.pick("Okänt ord", "Unknown word");
            Some(unknown(start, word, suggestion.as_deref(), known, lang))
        }
        ProblemKind::MissingField(field) => words(
            format!("Fältet \"{field}\" saknas."),
            format!("The field \"{field}\" is missing."),
        ),
        ProblemKind::DuplicateField(field) => words(
            format!("Fältet \"{field}\" står två gånger. Ta bort det ena."),
            format!("The field \"{field}\" is there twice. Remove one of them."),
        ),
        ProblemKind::OneOf(known) => {
            let known = list(known, lang);
            words(
                format!("Här ska stå precis ett av fälten {known}."),
                format!("Exactly one of these fields belongs here: {known}."),
            )
        }
        _ => None,
    }
}

/// Problems of one value as its type sees it.
fn in_value(kind: &ProblemKind, lang: Lang) -> Option<String> {
    let words = |swedish: String, english: String| Some(lang.pick(swedish, english));
    match kind {
        ProblemKind::WrongType {
            expected,
            found: given,
        } => {
            let (expected, given) = (shape(expected, lang), found(given, lang));
            words(
                format!("Här ska stå {expected}, inte {given}."),
                format!("{} belongs here, not {given}.", capital(&expected)),
            )
        }
        ProblemKind::BadValue { written, error } => Some(bad_value(written, *error, lang)),
        ProblemKind::OutOfRange { min, max } => Some(out_of_range(*min, *max, lang)),
        ProblemKind::Refused(reason) => words(
            format!("Värdet går inte att använda: {reason}."),
            format!("The value cannot be used: {reason}."),
        ),
        _ => None,
    }
}

/// Problems of ids, names and addresses.
fn in_ids(kind: &ProblemKind, lang: Lang) -> Option<String> {
    let (swedish, english) = match kind {
        ProblemKind::BadId(id) => (
            format!(
                "\"{id}\" duger inte som id. Använd små bokstäver a–z, siffror och bindestreck."
            ),
            format!(
                "\"{id}\" will not do as an id. Use lower-case letters a–z, digits and hyphens."
            ),
        ),
        ProblemKind::DuplicateId { id, first } => (
            format!("Id \"{id}\" finns redan på {first}. Välj ett annat."),
            format!("The id \"{id}\" is already used at {first}. Choose another."),
        ),
        ProblemKind::UnknownReference {
            what,
            id,
            suggestion,
        } => {
            return Some(unknown_reference(*what, id, suggestion.as_deref(), lang));
        }
        ProblemKind::Circle(ids) => {
            let ring = ids.join(" → ");
            (
                format!("Dessa bygger på varandra i en ring: {ring}. Ta bort ett av leden."),
                format!(
                    "These are based on each other in a ring: {ring}. Remove one of the links."
                ),
            )
        }
        ProblemKind::BadOccurrence(name) => (
            format!("\"{name}\" namnger inget möte. Skriv period/nummer, till exempel 2027/3."),
            format!("\"{name}\" names no meeting. Write period/number, such as 2027/3."),
        ),
        ProblemKind::AddedNumber(name) => (
            format!(
                "\"{name}\" kan vara ett av seriens egna möten. Skriv ett ord, till exempel 2027/extra."
            ),
            format!(
                "\"{name}\" may be one of the series' own meetings. Write a word, such as 2027/extra."
            ),
        ),
        ProblemKind::BadColour(colour) => (
            format!("\"{colour}\" är ingen färg. Skriv den som #rrggbb, till exempel #1f5f8b."),
            format!("\"{colour}\" is no colour. Write it as #rrggbb, such as #1f5f8b."),
        ),
        ProblemKind::BadTimeZone { name, suggestion } => {
            let meant = suggestion.as_deref().unwrap_or(STOCKHOLM);
            (
                format!("\"{name}\" är ingen tidszon. Skriv den som {meant}."),
                format!("\"{name}\" is no time zone. Write it as {meant}."),
            )
        }
        ProblemKind::BadLink(link) => (
            format!(
                "\"{link}\" är ingen adress. Den ska börja med https://, http:// eller mailto:."
            ),
            format!(
                "\"{link}\" is not an address. It must begin with https://, http:// or mailto:."
            ),
        ),
        _ => return None,
    };
    Some(lang.pick(swedish, english))
}

/// Problems that show when parts of a plan are held against each other.
fn in_plan(kind: &ProblemKind, lang: Lang) -> Option<String> {
    let (swedish, english) = match kind {
        ProblemKind::YearOutside(year) => (
            format!("År {year} ligger utanför 1970–2100."),
            format!("The year {year} is outside 1970–2100."),
        ),
        ProblemKind::EndsBeforeStart => (
            "Slutet ligger före början. Ändra det ena.".into(),
            "The end comes before the start. Change one of them.".into(),
        ),
        ProblemKind::ImpossibleCount { min, max, target } => {
            return Some(impossible_count(*min, *max, *target, lang));
        }
        ProblemKind::TooManyMeetings { count, limit } => (
            format!("{count} möten får inte plats; det finns dagar till högst {limit}."),
            format!("There is no room for {count} meetings; there are days for at most {limit}."),
        ),
        ProblemKind::TooManyParts { count, limit } => (
            format!("Det är {count} stycken; högst {limit} räknas."),
            format!("There are {count}; at most {limit} are computed."),
        ),
        ProblemKind::Empty => (
            "Listan får inte vara tom.".into(),
            "The list must not be empty.".into(),
        ),
        ProblemKind::Contradiction { one, other } => (
            format!("\"{one}\" och \"{other}\" går inte ihop så som de står. Ändra det ena."),
            format!("\"{one}\" and \"{other}\" do not agree as they stand. Change one of them."),
        ),
        _ => return None,
    };
    Some(lang.pick(swedish, english))
}

fn unknown(
    start: &str,
    word: &str,
    suggestion: Option<&str>,
    known: &[String],
    lang: Lang,
) -> String {
    match suggestion {
        Some(meant) => {
            let did_you_mean = lang.pick("Menade du", "Did you mean");
            format!("{start} \"{word}\". {did_you_mean} \"{meant}\"?")
        }
        None if known.is_empty() => {
            let only = lang.pick(
                "Bara ett fält får stå här.",
                "Only one field may stand here.",
            );
            format!("{start} \"{word}\". {only}")
        }
        None => {
            let known_are = lang.pick("Här kan stå", "Known here:");
            format!("{start} \"{word}\". {known_are} {}.", list(known, lang))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Reference;

    /// What only a plan that can be read may have; all other kinds are in the tests' bad files.
    fn kinds_of_plans() -> Vec<(ProblemKind, &'static str)> {
        let word = String::from;
        let unknown = |suggestion| ProblemKind::UnknownReference {
            what: Reference::Body,
            id: word("bord"),
            suggestion,
        };
        vec![
            (ProblemKind::BadId(word("Å")), "\"Å\" duger inte som id."),
            (
                ProblemKind::DuplicateId {
                    id: word("a"),
                    first: word("/bodies/0"),
                },
                "Id \"a\" finns redan",
            ),
            (
                unknown(Some(word("board"))),
                "Det finns inget organ med id \"bord\". Menade du \"board\"?",
            ),
            (unknown(None), "Det finns inget organ med id \"bord\"."),
            (
                ProblemKind::Circle(vec![word("a"), word("b"), word("a")]),
                "Dessa bygger på varandra i en ring: a → b → a.",
            ),
            (
                ProblemKind::YearOutside(1900),
                "År 1900 ligger utanför 1970–2100.",
            ),
            (ProblemKind::EndsBeforeStart, "Slutet ligger före början."),
            (
                ProblemKind::ImpossibleCount {
                    min: 8,
                    max: 6,
                    target: None,
                },
                "Minst 8 och högst 6 går inte ihop.",
            ),
            (
                ProblemKind::ImpossibleCount {
                    min: 8,
                    max: 10,
                    target: Some(12),
                },
                "Målet 12 ligger inte mellan",
            ),
            (
                ProblemKind::TooManyMeetings {
                    count: 300,
                    limit: 250,
                },
                "300 möten får inte plats",
            ),
            (ProblemKind::Empty, "Listan får inte vara tom."),
            (
                ProblemKind::Contradiction {
                    one: "min",
                    other: "max",
                },
                "\"min\" och \"max\" går inte ihop",
            ),
            (
                ProblemKind::BadOccurrence(word("x")),
                "\"x\" namnger inget möte.",
            ),
            (
                ProblemKind::TooManyParts { count: 7, limit: 5 },
                "Det är 7 stycken; högst 5",
            ),
            (ProblemKind::AddedNumber(word("x")), "\"x\" kan vara ett av"),
            (ProblemKind::BadColour(word("x")), "\"x\" är ingen färg."),
            (ProblemKind::BadLink(word("x")), "\"x\" är ingen adress."),
            (
                ProblemKind::BadTimeZone {
                    name: word("x"),
                    suggestion: None,
                },
                "\"x\" är ingen tidszon. Skriv den som Europe/Stockholm.",
            ),
            (
                ProblemKind::Refused(word("x")),
                "Värdet går inte att använda: x.",
            ),
        ]
    }

    #[test]
    fn every_kind_has_words() {
        for (kind, start) in kinds_of_plans() {
            let one = Problem::new("", kind);
            let swedish = problem(&one, Lang::Sv);
            assert!(swedish.starts_with(start), "{swedish}");
            let english = problem(&one, Lang::En);
            assert!(!english.is_empty() && english != swedish);
        }
    }
}
