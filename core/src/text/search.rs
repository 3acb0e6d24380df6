//! Finding entries by what is written about them.

use super::{kind, kind_plural};
use crate::calendar::{Calendar, Entry, Relation};
use crate::letters::lower;
use crate::plan::Plan;
use crate::time::Lang;

/// A letter without its mark, and the mark; `'\0'` is no mark.
type Letter = (char, char);

/// Words to look for: a text is found when it holds every one of them, in any order.
///
/// Capitals do not matter. A letter without a mark finds those with one, for who has no Swedish
/// keyboard; a letter with a mark finds only itself.
///
/// # Example
/// ```
/// use planning_wheel::text::Search;
/// let search = Search::new("halsa plan").unwrap();
/// assert!(search.finds("Handlingsplan för hälsa"));
/// assert!(!Search::new("hälsa").unwrap().finds("Halsa by"));
/// assert!(Search::new("  ").is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    words: Vec<Vec<Letter>>,
}

impl Search {
    /// What a person wrote, as words; none when nothing is written.
    #[must_use]
    pub fn new(written: &str) -> Option<Self> {
        let words: Vec<_> = written.split_whitespace().map(letters).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// True when a text holds every word.
    #[must_use]
    pub fn finds(&self, text: &str) -> bool {
        let text = letters(text);
        self.words.iter().all(|word| holds(&text, word))
    }

    /// True when the words stand in an entry's title, kind, bodies, principals, holder, place or
    /// standing items, or in the title of the document that it serves.
    #[must_use]
    pub fn finds_entry(&self, entry: &Entry, plan: &Plan, calendar: &Calendar, lang: Lang) -> bool {
        self.finds(&written(entry, plan, calendar, lang))
    }
}

fn holds(text: &[Letter], word: &[Letter]) -> bool {
    let same = |(asked, there): (&Letter, &Letter)| {
        asked.0 == there.0 && (asked.1 == '\0' || asked.1 == there.1)
    };
    text.windows(word.len().max(1))
        .any(|part| word.iter().zip(part).all(same))
}

/// Letters in lower case, however their marks are written: of one piece or of two.
fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for letter in text.chars().map(lower) {
        match letter {
            '\u{300}'..='\u{36f}' => {
                if let Some(last) = letters.last_mut() {
                    last.1 = letter;
                }
            }
            _ => letters.push(parted(letter)),
        }
    }
    letters
}

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const ROOF: char = '\u{302}';
const DOTS: char = '\u{308}';
const RING: char = '\u{30a}';
const STROKE: char = '\u{338}';

/// The letters of the Nordic languages and of the names that are common there.
fn parted(letter: char) -> Letter {
    match letter {
        'å' => ('a', RING),
        'ä' => ('a', DOTS),
        'ö' => ('o', DOTS),
        'ø' => ('o', STROKE),
        'ü' => ('u', DOTS),
        'é' => ('e', ACUTE),
        'è' => ('e', GRAVE),
        'ê' => ('e', ROOF),
        'ë' => ('e', DOTS),
        'á' => ('a', ACUTE),
        'à' => ('a', GRAVE),
        // What is set for the eye is typed as it is on a keyboard.
        '\u{2010}'..='\u{2014}' => ('-', '\0'),
        '’' => ('\'', '\0'),
        '\u{a0}' => (' ', '\0'),
        other => (other, '\0'),
    }
}

/// Everything that an entry is found by, a line for each.
fn written(entry: &Entry, plan: &Plan, calendar: &Calendar, lang: Lang) -> String {
    let bodies = entry.bodies.iter().map(|body| plan.body(*body));
    let names = bodies.flat_map(|body| [body.name(), body.short()]);
    let principals = entry.principals.iter();
    let principals = principals.map(|principal| plan.principal(*principal).name());
    let served = entry
        .links
        .iter()
        .filter(|link| link.relation == Relation::Serves);
    let served = served.filter_map(|link| calendar.get(&link.to).map(|other| &other.title));
    let own = [&entry.responsible, &entry.holder, &entry.place];
    let texts = std::iter::once(&entry.title)
        .chain(names)
        .chain(principals)
        .chain(served)
        .chain(own.into_iter().flatten())
        .chain(&entry.items);
    let mut written = String::new();
    let kinds = [kind(entry.kind, lang), kind_plural(entry.kind, lang)];
    for text in kinds.into_iter().chain(texts.map(|text| text.get(lang))) {
        written.push_str(text);
        written.push('\n');
    }
    written
}

#[cfg(test)]
mod tests {
    use super::Search;

    #[test]
    fn finds_what_is_meant() {
        let rows = [
            ("HÄLSA", "Nära vård och hälsa", true),
            ("halsa", "Nära vård och hälsa", true),
            ("hålsa", "Nära vård och hälsa", false),
            ("aldre", "Äldreomsorg", true),
            ("Oster", "Samverkan Östergötland", true),
            ("öster", "Oster", false),
            // Marks of a piece of their own, as some systems write them.
            ("åre", "A\u{30a}re kommun", true),
            ("A\u{30a}re", "Åre kommun", true),
            ("sjöbo", "SJO\u{308}BO", true),
            ("vård hälsa", "Hälsa- och vård", true),
            ("vård skola", "Hälsa- och vård", false),
            ("2027-2028", "Handlingsplan 2027–2028", true),
            ("idé", "Idéburen", true),
            ("ide", "Idéburen", true),
            ("plan", "", false),
            ("längre än texten", "kort", false),
        ];
        for (words, text, found) in rows {
            let search = Search::new(words).map(|search| search.finds(text));
            assert_eq!(search, Some(found), "{words} in {text}");
        }
    }

    #[test]
    fn a_word_does_not_run_over_two_lines() {
        let search = Search::new("en");
        assert_eq!(search.map(|search| search.finds("e\nn")), Some(false));
    }
}
