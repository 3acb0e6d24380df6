//! The words of a question.

use chrono::NaiveDate;
use planning_wheel::error::{Found, ProblemKind, Problems, Shape, suggest};
use planning_wheel::time::{Lang, MAX_YEAR, MIN_YEAR, parse};

/// The words that came with a question: names and values.
#[derive(Clone, Debug)]
pub struct Asked<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Asked<'a> {
    /// Reads names and values in turn, with U+0000 between them.
    #[must_use]
    pub fn new(words: &'a str) -> Self {
        let words: Vec<&str> = words.split('\0').collect();
        let pair = |pair: &[&'a str]| match pair {
            [name, value] => Some((*name, *value)),
            _ => None,
        };
        Self(words.chunks(2).filter_map(pair).collect())
    }

    /// Names and values in the order in which they came.
    pub fn pairs(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().copied()
    }

    /// Every value of a name.
    pub fn all<'b>(&'b self, name: &'b str) -> impl Iterator<Item = &'a str> + 'b {
        let named = self.0.iter().filter(move |(own, _)| *own == name);
        named.map(|(_, value)| *value)
    }

    /// The value of a name.
    #[must_use]
    pub fn one(&self, name: &str) -> Option<&'a str> {
        self.all(name).next()
    }

    /// Whether a name was said at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.one(name).is_some()
    }

    /// The language: Swedish, unless its tag is an English one.
    #[must_use]
    pub fn lang(&self) -> Lang {
        let tag = self.one("lang").and_then(|tag| tag.get(..2));
        let is_english = tag.is_some_and(|tag| tag.eq_ignore_ascii_case("en"));
        if is_english { Lang::En } else { Lang::Sv }
    }

    /// A year that a plan may speak about.
    ///
    /// # Errors
    /// A word that is no such year.
    pub fn year(&self, name: &str) -> Result<Option<i32>, Problems> {
        let Some(word) = self.one(name) else {
            return Ok(None);
        };
        let year = word.parse::<i32>().map_err(|_| {
            let found = Found::Text(word.to_owned());
            let expected = Shape::WholeNumber;
            problem(name, ProblemKind::WrongType { expected, found })
        })?;
        if (MIN_YEAR..=MAX_YEAR).contains(&year) {
            Ok(Some(year))
        } else {
            Err(problem(name, ProblemKind::YearOutside(year)))
        }
    }

    /// A day as `YYYY-MM-DD`.
    ///
    /// # Errors
    /// A word that is no such day.
    pub fn day(&self, name: &str) -> Result<Option<NaiveDate>, Problems> {
        let Some(word) = self.one(name) else {
            return Ok(None);
        };
        let day = parse(word).map_err(|error| {
            let (written, error) = (word.to_owned(), error.into());
            problem(name, ProblemKind::BadValue { written, error })
        })?;
        Ok(Some(day))
    }

    /// One of some words, each with its meaning; the first where none is said.
    ///
    /// # Errors
    /// Another word.
    pub fn choice<T: Copy>(&self, name: &str, known: &[(&str, T)]) -> Result<Option<T>, Problems> {
        let Some(word) = self.one(name) else {
            return Ok(known.first().map(|(_, value)| *value));
        };
        let found = known.iter().find(|(own, _)| *own == word);
        let unknown = || unknown_word(name, word, known.iter().map(|(own, _)| *own));
        found.map(|(_, value)| Some(*value)).ok_or_else(unknown)
    }
}

/// A problem of an option: its place is the option's name.
pub(crate) fn problem(name: &str, kind: ProblemKind) -> Problems {
    let mut problems = Problems::default();
    problems.push(name, kind);
    problems
}

/// A word that is none of those known.
pub(crate) fn unknown_word<'a>(
    name: &str,
    word: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Problems {
    let kind = ProblemKind::UnknownWord {
        word: word.to_owned(),
        suggestion: suggest(word, known.clone()),
        known: known.map(str::to_owned).collect(),
    };
    problem(name, kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_in_pairs() {
        let asked = Asked::new("year\x002027\0bodies\0a\0bodies\0b\0lang\0en-GB\0left over");
        assert_eq!(asked.year("year"), Ok(Some(2027)));
        assert_eq!(asked.all("bodies").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(asked.lang(), Lang::En);
        assert!(!asked.has("left over") && !Asked::new("").has(""));
    }

    #[test]
    fn wrong_words_are_problems_of_their_option() {
        for (words, name) in [("year\0soon", "year"), ("year\x001969", "year")] {
            let problems = Asked::new(words).year(name).unwrap_err();
            assert_eq!(problems.0[0].path, "year");
        }
        assert!(Asked::new("today\x002027-02-29").day("today").is_err());
        let asked = Asked::new("term\0bords");
        let problems = asked.choice("term", &[("boards", 1), ("councils", 2)]);
        let problems = problems.unwrap_err();
        assert_eq!(problems.0[0].kind.suggestion(), Some("boards"));
        assert_eq!(Asked::new("").choice("term", &[("boards", 1)]), Ok(Some(1)));
    }
}
