//! Words in Swedish and English.

mod problem;
mod problem_syntax;
mod problem_value;

pub use problem::problem;

use crate::time::Lang;

/// The words of the language.
pub(crate) fn pick<'a>(lang: Lang, swedish: &'a str, english: &'a str) -> &'a str {
    match lang {
        Lang::Sv => swedish,
        Lang::En => english,
    }
}

/// One of two composed texts.
fn either(lang: Lang, swedish: String, english: String) -> String {
    match lang {
        Lang::Sv => swedish,
        Lang::En => english,
    }
}
