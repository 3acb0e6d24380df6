//! From text to document, with every problem on the way.
//!
//! Text → [`json`] → [`tree`] → [`reader`], which hands the tree's values to the documents' own
//! types and notes what is wrong with each.

mod check;
mod excerpt;
mod faults;
mod format;
mod guard;
mod json;
mod lines;
mod number;
mod positions;
mod reader;
mod report;
mod tree;

pub use excerpt::excerpt;
pub use positions::Positions;

use super::{Catalogue, PlanDocument};
use crate::error::{Problem, ProblemKind, Problems};
use crate::read::Read;
use format::Format;
use lines::Lines;
use reader::Reader;
use report::Report;
use tree::Tree;

/// Largest file that is read, in bytes.
pub const MAX_SIZE: usize = 2 * 1024 * 1024;
/// Longest text or field name, in characters.
pub const MAX_TEXT: usize = 10_000;
/// Most levels of lists and objects inside each other.
pub const MAX_DEPTH: usize = 64;
/// Most problems that are listed.
pub const MAX_PROBLEMS: usize = 100;

/// A document, and where its parts stand in the text that it was read from.
#[derive(Clone, Debug)]
pub struct Parsed<T = PlanDocument> {
    /// The document.
    pub document: T,
    /// Where its parts stand.
    pub positions: Positions,
}

/// Reads a plan document.
///
/// # Errors
/// Every problem that the text has, in its order and at most [`MAX_PROBLEMS`], with document
/// path, line and column. What a document says is not checked, only that it can be read.
///
/// # Example
/// ```
/// use planning_wheel::document::parse;
/// let text = br#"{
///   "format": "planning-wheel/1", "id": "nso", "titel": "NSO",
///   "first_year": "2026"
/// }"#;
/// let problems = parse(text).unwrap_err();
/// let shown: Vec<String> = problems.0.iter().map(ToString::to_string).collect();
/// assert_eq!(shown, [
///     "line 2, column 46, /titel: Unknown field \"titel\". Did you mean \"title\"?",
///     "line 3, column 17, /first_year: A whole number belongs here, not the text \"2026\".",
/// ]);
/// ```
pub fn parse(text: &[u8]) -> Result<Parsed, Problems> {
    read(text, &format::PLAN)
}

/// Reads a statutory catalogue.
///
/// # Errors
/// As [`parse`].
///
/// # Example
/// ```
/// use planning_wheel::document::parse_catalogue;
/// let text = br#"{ "format": "planning-wheel-catalogue/1", "title": "Lagen", "duties": [] }"#;
/// assert!(parse_catalogue(text).unwrap().document.duties.is_empty());
/// ```
pub fn parse_catalogue(text: &[u8]) -> Result<Parsed<Catalogue>, Problems> {
    read(text, &format::CATALOGUE)
}

fn read<T: Read>(bytes: &[u8], format: &Format) -> Result<Parsed<T>, Problems> {
    let text = decode(bytes)?;
    let lines = Lines::new(text);
    let json = json::read(text);
    let mut report = Report::of(json.slips);
    let Some(value) = json.value else {
        return Err(report.into_problems(text, &lines));
    };
    let mut tree = Tree::new(value);
    if let Err((id, kind)) = format.bring_up(&mut tree) {
        let offset = tree.node(id).map_or(0, |node| node.start);
        report.add(offset, || tree.path(id), kind);
        return Err(report.into_problems(text, &lines));
    }
    let mut reader = Reader::new(&tree, report);
    reader.check();
    match reader.document() {
        Some(document) => Ok(Parsed {
            document,
            positions: Positions::new(text, lines, &tree),
        }),
        None => Err(reader.report.into_problems(text, &lines)),
    }
}

/// The text of a file, without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Problems> {
    if bytes.len() > MAX_SIZE {
        let kind = ProblemKind::TooLarge {
            size: bytes.len(),
            limit: MAX_SIZE,
        };
        return Err(Problems(vec![Problem::new("", kind)]));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = without_mark(std::str::from_utf8(good).unwrap_or_default());
        let position = Some(Lines::new(good).position(good, good.len()));
        Problems(vec![Problem {
            position,
            ..Problem::new("", ProblemKind::NotText)
        }])
    })?;
    Ok(without_mark(text))
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
