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
mod newer;
mod number;
mod positions;
mod reader;
mod report;
mod tree;

pub use excerpt::excerpt;
pub(super) use newer::written;
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
    read(text, &format::PLAN, |_| None)
}

/// Reads a plan document, also one of a newer version: what is known of it is read, and the rest is
/// kept in [`PlanDocument::newer`].
///
/// For those who let a person work on with it. Who only shows plans should [`parse`]: half of what
/// was meant looks like all of it.
///
/// # Errors
/// As [`parse`], and when nothing of a newer version is known.
///
/// # Example
/// ```
/// use planning_wheel::document::{open, parse, write};
/// let text = "{\n  \"format\": \"planning-wheel/2\",\n  \"id\": \"nso\",\n  \"title\": \"NSO\",\n  \
///     \"language\": \"sv\",\n  \"first_year\": 2026,\n  \"moons\": [3, 17]\n}\n";
/// assert!(parse(text.as_bytes()).is_err());
/// let document = open(text.as_bytes()).unwrap().document;
/// let newer: Vec<&str> = document.newer.iter().flat_map(|newer| newer.paths()).collect();
/// assert_eq!(newer, ["/moons"]);
/// assert_eq!(write(&document), text);
/// ```
pub fn open(text: &[u8]) -> Result<Parsed, Problems> {
    read(text, &format::PLAN, newer::read)
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
    read(text, &format::CATALOGUE, |_| None)
}

/// Reads a document; one of a newer version in a way of its own.
fn read<T: Read>(
    bytes: &[u8],
    format: &Format,
    newer: fn(&Tree<'_>) -> Option<T>,
) -> Result<Parsed<T>, Problems> {
    let text = decode(bytes)?;
    let lines = Lines::new(text);
    let json = json::read(text);
    let report = Report::of(json.slips);
    let Some(value) = json.value else {
        return Err(report.into_problems(text, &lines));
    };
    let mut tree = Tree::new(value);
    let up = format.bring_up(&mut tree);
    let sound = report.is_empty();
    let mut reader = Reader::new(&tree, report);
    let document = match up {
        Ok(()) => {
            reader.check();
            reader.document()
        }
        Err((id, kind)) => {
            let is_newer = matches!(kind, ProblemKind::NewerFormat(_));
            let known = is_newer && sound && reader.is_sound();
            let document = known.then(|| newer(&tree)).flatten();
            if document.is_none() {
                reader.note(id, false, kind);
            }
            document
        }
    };
    match document {
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
