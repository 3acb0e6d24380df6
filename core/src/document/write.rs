//! From document to text.

use super::{Catalogue, PlanDocument};
use serde::Serialize;

/// Longest line that a list or object without others inside it is drawn together to.
const WIDTH: usize = 100;

/// The document as text: always the same for the same document, one field a line, small lists and
/// objects on one line, ending with a line break.
///
/// # Example
/// ```
/// use planning_wheel::document::{PlanDocument, parse, write};
/// let document = PlanDocument::blank("nso", "Nätverket");
/// let text = write(&document);
/// assert!(text.starts_with("{\n  \"format\": \"planning-wheel/1\",\n"));
/// assert_eq!(parse(text.as_bytes()).unwrap().document, document);
/// ```
#[must_use]
pub fn write(document: &PlanDocument) -> String {
    match &document.newer {
        Some(newer) => pretty(&super::newer::whole(document, newer)),
        None => pretty(document),
    }
}

/// The catalogue as text, in the same form as [`write()`].
#[must_use]
pub fn write_catalogue(catalogue: &Catalogue) -> String {
    pretty(catalogue)
}

fn pretty(value: &impl Serialize) -> String {
    // The types hold nothing that JSON cannot: their keys are texts.
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    draw_together(&text)
}

/// Puts each list or object that holds only texts, numbers and words on one line where it fits.
fn draw_together(pretty: &str) -> String {
    let mut out = String::with_capacity(pretty.len());
    let mut open: Option<Vec<&str>> = None;
    for line in pretty.lines() {
        if line.ends_with(['{', '[']) {
            flush(&mut out, open.take());
            open = Some(vec![line]);
        } else if let Some(mut lines) = open.take() {
            lines.push(line);
            if line.trim_start().starts_with(['}', ']']) {
                match joined(&lines) {
                    Some(short) if !out.is_empty() => push_line(&mut out, &short),
                    _ => flush(&mut out, Some(lines)),
                }
            } else {
                open = Some(lines);
            }
        } else {
            push_line(&mut out, line);
        }
    }
    flush(&mut out, open);
    out
}

fn joined(lines: &[&str]) -> Option<String> {
    let (first, rest) = lines.split_first()?;
    let (last, inside) = rest.split_last()?;
    let space = if first.ends_with('{') { " " } else { "" };
    let inside: Vec<&str> = inside.iter().map(|line| line.trim_start()).collect();
    let line = [first, space, &inside.join(" "), space, last.trim_start()].concat();
    (line.chars().count() <= WIDTH).then_some(line)
}

fn flush(out: &mut String, lines: Option<Vec<&str>>) {
    lines
        .into_iter()
        .flatten()
        .for_each(|line| push_line(out, line));
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_parts_stand_on_one_line() {
        let text = r#"{"a": [1, 2], "b": {"sv": "[", "en": "}"}, "c": [{"d": []}], "e": "{"}"#;
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let shown = "{\n  \"a\": [1, 2],\n  \"b\": { \"en\": \"}\", \"sv\": \"[\" },\n  \"c\": [\n    { \"d\": [] }\n  ],\n  \"e\": \"{\"\n}\n";
        assert_eq!(pretty(&value), shown);
        let long = serde_json::json!({ "texts": ["x".repeat(60), "y".repeat(60)] });
        assert_eq!(pretty(&long).lines().count(), 6);
        assert_eq!(pretty(&serde_json::json!({ "a": 1 })), "{\n  \"a\": 1\n}\n");
    }
}
