//! The small words that descriptions of rules are put together from.

use super::holiday::HolidayName;
use super::lang::Lang;
use crate::letters::in_lower;

const ORDINALS_SV: [&str; 12] = [
    "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
    "tionde", "elfte", "tolfte",
];
const ORDINALS_EN: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// "andra", "second"; from thirteen on "13:e", "13th".
pub(crate) fn ordinal(number: u8, lang: Lang) -> String {
    let words = match lang {
        Lang::Sv => &ORDINALS_SV,
        Lang::En => &ORDINALS_EN,
    };
    let word = number
        .checked_sub(1)
        .and_then(|at| words.get(usize::from(at)));
    if let Some(word) = word {
        return (*word).to_owned();
    }
    let ending = match (lang, number % 100, number % 10) {
        (Lang::Sv, 11 | 12, _) => ":e",
        (Lang::Sv, _, 1 | 2) => ":a",
        (Lang::Sv, ..) => ":e",
        (Lang::En, 11..=13, _) => "th",
        (Lang::En, _, 1) => "st",
        (Lang::En, _, 2) => "nd",
        (Lang::En, _, 3) => "rd",
        (Lang::En, ..) => "th",
    };
    number.to_string() + ending
}

/// "andra", "sista", "näst sista", "tredje … från slutet" cut to what stands before the noun.
pub(crate) fn place(place: i8, lang: Lang) -> String {
    let number = place.unsigned_abs();
    match (place, lang) {
        (-1, _) => lang.pick("sista", "last").to_owned(),
        (-2, _) => lang.pick("näst sista", "second to last").to_owned(),
        (..=-1, Lang::Sv) => ordinal(number, lang) + " sista",
        (..=-1, Lang::En) => ordinal(number, lang) + " to last",
        _ => ordinal(number, lang),
    }
}

/// "a, b och c", "a, b and c".
pub(crate) fn list(words: &[&str], lang: Lang) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => join([&before.join(", "), lang.pick(" och ", " and "), last]),
    }
}

/// "vartannat år", "var tredje vecka", "every second year".
pub(crate) fn every(number: u8, lang: Lang, each: &str, unit: &str) -> String {
    match (number, lang) {
        // "vartannat år", "varannan vecka" are one word.
        (2, Lang::Sv) if each == "vart" => join(["vartannat ", unit]),
        (2, Lang::Sv) => join(["varannan ", unit]),
        _ => join([each, " ", &ordinal(number, lang), " ", unit]),
    }
}

/// What a distance in time is counted in.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    WorkingDay,
}

impl Unit {
    fn count(self, number: u32, lang: Lang) -> String {
        let (one, many) = match (self, lang) {
            (Self::Day, Lang::Sv) => ("dag", "dagar"),
            (Self::Week, Lang::Sv) => ("vecka", "veckor"),
            (Self::Month, Lang::Sv) => ("månad", "månader"),
            (Self::WorkingDay, Lang::Sv) => ("arbetsdag", "arbetsdagar"),
            (Self::Day, Lang::En) => ("day", "days"),
            (Self::Week, Lang::En) => ("week", "weeks"),
            (Self::Month, Lang::En) => ("month", "months"),
            (Self::WorkingDay, Lang::En) => ("working day", "working days"),
        };
        match number {
            1 => join([lang.pick("en ", "one "), one]),
            _ => join([&number.to_string(), " ", many]),
        }
    }
}

/// "2 veckor före ", "3 månader och 10 dagar efter "; nothing for no distance.
pub(crate) fn distance(parts: &[(i32, Unit)], lang: Lang) -> String {
    let side = |sign: i32| {
        let counts: Vec<String> = parts
            .iter()
            .filter(|(number, _)| number.signum() == sign)
            .map(|(number, unit)| unit.count(number.unsigned_abs(), lang))
            .collect();
        let words: Vec<&str> = counts.iter().map(String::as_str).collect();
        list(&words, lang)
    };
    let (before, after) = (side(-1), side(1));
    let (word_before, word_after) = (lang.pick("före", "before"), lang.pick("efter", "after"));
    match (before.is_empty(), after.is_empty()) {
        (true, true) => String::new(),
        (false, true) => join([&before, " ", word_before, " "]),
        (true, false) => join([&after, " ", word_after, " "]),
        (false, false) => join([
            &after,
            " ",
            word_after,
            lang.pick(" och ", " and "),
            &before,
            " ",
            word_before,
            " ",
        ]),
    }
}

/// The name of a holiday as it stands inside a sentence: Swedish names have no capital there, but
/// for the one that begins with a name.
pub(crate) fn in_sentence(holiday: HolidayName, lang: Lang) -> String {
    let name = holiday.name(lang);
    match (holiday, lang) {
        (HolidayName::AscensionDay, _) => name.to_owned(),
        (HolidayName::SqueezeDay, _) | (_, Lang::Sv) => in_lower(name),
        (_, Lang::En) => name.to_owned(),
    }
}

/// The parts in one text.
pub(crate) fn join<const N: usize>(parts: [&str; N]) -> String {
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_order() {
        assert_eq!(ordinal(13, Lang::Sv), "13:e");
        assert_eq!(ordinal(22, Lang::Sv), "22:a");
        assert_eq!(ordinal(21, Lang::En), "21st");
        assert_eq!(place(-3, Lang::Sv), "tredje sista");
    }

    #[test]
    fn holidays_have_capitals_as_their_language_wants() {
        let sv: Vec<String> = [HolidayName::MayDay, HolidayName::AscensionDay]
            .map(|day| in_sentence(day, Lang::Sv))
            .into();
        assert_eq!(sv, ["första maj", "Kristi himmelsfärdsdag"]);
        assert_eq!(in_sentence(HolidayName::MayDay, Lang::En), "May Day");
    }

    #[test]
    fn distances_may_point_both_ways() {
        let parts = [(-1, Unit::Month), (3, Unit::Day)];
        assert_eq!(
            distance(&parts, Lang::Sv),
            "3 dagar efter och en månad före "
        );
    }
}
