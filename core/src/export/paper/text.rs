//! Papers as plain text, for a letter or a message.

use crate::export::plain::plain;
use crate::paper::{Block, Paper};

/// Widest that a column of a table gets before its cells are only followed by two spaces.
const WIDEST: usize = 72;

/// A paper as plain text: headings underlined, tables in columns.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{export::paper_text, paper::mandate, plan::Plan, time::Lang};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let text = paper_text(&mandate(&plan, 2027, Lang::Sv).unwrap());
/// assert!(text.starts_with("Mandatperioden 2027–2030\n========================\nNätverket\n"));
/// ```
#[must_use]
pub fn paper_text(paper: &Paper) -> String {
    let mut text = underlined(&clean(&paper.title), '=');
    text.push_str(&clean(&paper.subtitle));
    text.push('\n');
    for block in &paper.blocks {
        text.push('\n');
        text.push_str(&one(block));
    }
    text
}

fn one(block: &Block) -> String {
    match block {
        Block::Heading(words) => underlined(&clean(words), '-'),
        Block::Paragraph(words) => lines(words, ""),
        Block::Wheel { description, .. } => lines(description, ""),
        Block::Missing(words) => lines(words, "! "),
        Block::Facts(facts) => {
            let rows: Vec<Vec<String>> = facts
                .iter()
                .map(|(name, said)| vec![clean(name) + ":", clean(said)])
                .collect();
            columns(&rows)
        }
        Block::List { numbered, items } => {
            let point = |(at, item): (usize, &String)| match numbered {
                true => format!("{}. {}\n", at + 1, clean(item)),
                false => format!("– {}\n", clean(item)),
            };
            items.iter().enumerate().map(point).collect()
        }
        Block::Table { head, rows } => {
            let all = std::iter::once(head).chain(rows);
            let cells = |row: &Vec<String>| row.iter().map(|cell| clean(cell)).collect();
            columns(&all.map(cells).collect::<Vec<Vec<String>>>())
        }
    }
}

fn underlined(words: &str, sign: char) -> String {
    let line: String = words.chars().map(|_| sign).collect();
    format!("{words}\n{line}\n")
}

fn lines(words: &str, mark: &str) -> String {
    words
        .lines()
        .map(|line| format!("{mark}{}\n", clean(line)))
        .collect()
}

/// Cells of one width below each other, two spaces between.
fn columns(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let lengths = cells.map(|cell| cell.chars().count());
        lengths
            .filter(|length| *length <= WIDEST)
            .max()
            .unwrap_or(0)
    };
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(width).collect();
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            let left = width.saturating_sub(cell.chars().count());
            line.extend(std::iter::repeat_n(' ', left + 2));
        }
        line.trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

/// A text on one line; what steers or hides is shown as a sign.
fn clean(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter_map(plain).collect()
}
