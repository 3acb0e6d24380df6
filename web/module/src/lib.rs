//! The headless core for JavaScript: one door of texts and bytes.
//!
//! [`ask`] takes a question with its words and gives a text: JSON, or a file. `planning-wheel-core.js`
//! is what people call; it makes the words of an options object and values of the answer. The JSON
//! is that of [`planning_wheel::export::json`], so that it is the command line's too.

mod answer;
mod asked;
mod days;
mod files;
mod kept;
mod simulate;
mod wheels;

use planning_wheel::error::Problems;
use planning_wheel::export::json::ProblemData;
use wasm_bindgen::prelude::wasm_bindgen;

pub use asked::Asked;

/// Answers a question about a plan.
///
/// `plan` and `catalogue` are the bytes of files, empty where the question needs none. `words` are
/// names and values in turn, with U+0000 between them; a name may come more than once.
///
/// # Errors
/// The problems as a JSON array.
#[wasm_bindgen]
pub fn ask(question: &str, plan: &[u8], catalogue: &[u8], words: &str) -> Result<String, String> {
    let asked = Asked::new(words);
    answer::answer(question, plan, catalogue, &asked).map_err(|problems| said(&problems, &asked))
}

fn said(problems: &Problems, asked: &Asked<'_>) -> String {
    answer::json(&ProblemData::all(problems, asked.lang()))
}
