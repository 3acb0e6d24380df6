//! Why a command could not do what it was asked.

use crate::clean;
use planning_wheel::document;
use planning_wheel::error::{Problem, Problems};
use planning_wheel::text;
use planning_wheel::time::Lang;
use std::io;

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A sentence or two for the person who called.
    Said(String),
    /// A file with problems.
    Problems(Unreadable),
    /// The output could not be written.
    Output(io::Error),
}

/// A file that has problems, with its text.
#[derive(Debug)]
pub(crate) struct Unreadable {
    /// Name as the person wrote it.
    pub(crate) file: String,
    /// What stands in it.
    pub(crate) text: String,
    /// What is wrong, with places.
    pub(crate) problems: Problems,
}

impl Failure {
    /// The failure in words, ending with a line break.
    pub(crate) fn words(&self, lang: Lang) -> String {
        let error = lang.pick("fel", "error");
        match self {
            Self::Said(words) => format!("{error}: {words}\n"),
            Self::Problems(unreadable) => unreadable.words(lang),
            Self::Output(cause) => {
                let cannot = lang.pick("kan inte skriva", "cannot write");
                format!("{error}: {cannot}: {cause}\n")
            }
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Unreadable {
    fn words(&self, lang: Lang) -> String {
        let mut words = String::new();
        for problem in &self.problems.0 {
            words.push_str(&self.one(problem, lang));
        }
        let count = self.problems.0.len();
        let file = clean::line(&self.file);
        words.push_str(&match (lang, count) {
            (Lang::Sv, _) => format!("{file}: {count} fel; filen går inte att använda\n"),
            (Lang::En, 1) => format!("{file}: 1 problem; the file cannot be used\n"),
            (Lang::En, _) => format!("{file}: {count} problems; the file cannot be used\n"),
        });
        words
    }

    /// `file:line:column: error: words`, the line with a caret, and the document path.
    fn one(&self, problem: &Problem, lang: Lang) -> String {
        let error = lang.pick("fel", "error");
        let file = clean::line(&self.file);
        let words = clean::line(&text::problem(problem, lang));
        let mut shown = match problem.position {
            None => format!("{file}: {error}: {words}\n"),
            Some(at) => {
                let excerpt = document::excerpt(&self.text, at);
                let (line, column) = (at.line, at.column);
                format!("{file}:{line}:{column}: {error}: {words}\n{excerpt}\n")
            }
        };
        if !problem.path.is_empty() {
            let place = lang.pick("plats", "place");
            shown.push_str(&format!("  {place}: {}\n", clean::line(&problem.path)));
        }
        shown.push('\n');
        shown
    }
}
