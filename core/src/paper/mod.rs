//! Papers: the wheel with its table, a notice with agenda, an assignment, a year's calendar, the
//! summary of a mandate period, a comparison of variants.
//!
//! A [`Paper`] is a finished value of plain texts with computed dates. Writers make pages and texts
//! of it ([`crate::export::paper_html`]); a screen may show it by components of its own.

mod assignment;
mod calendar;
mod comparison;
mod mandate;
mod notice;
mod wheel;
mod words;

pub use assignment::assignment;
pub use calendar::{Who, calendar};
pub use comparison::comparison;
pub use mandate::mandate;
pub use notice::notice;
pub use wheel::wheel;

use crate::time::Lang;

/// A document, ready to be written or shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Language of its texts.
    pub lang: Lang,
    /// What stands at its top.
    pub title: String,
    /// What stands below the title: whose it is, and when.
    pub subtitle: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// One part of a paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// Something that the paper should say and the plan does not: shown as such.
    Missing(String),
    /// Names, each with what is said of it.
    Facts(Vec<(String, String)>),
    /// Points, with numbers or without.
    List {
        /// True for points with numbers.
        numbered: bool,
        /// The points.
        items: Vec<String>,
    },
    /// A table with the names of its columns; every row has as many cells.
    Table {
        /// Names of the columns.
        head: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// The wheel of a year, which each writer draws in its own way.
    Wheel {
        /// The year.
        year: i32,
        /// What it shows, in words.
        description: String,
    },
}

impl Paper {
    fn new(lang: Lang, title: String, subtitle: String) -> Self {
        Self {
            lang,
            title,
            subtitle,
            blocks: Vec::new(),
        }
    }

    fn heading(&mut self, sv: &str, en: &str) {
        let words = self.lang.pick(sv, en);
        self.blocks.push(Block::Heading(words.to_owned()));
    }

    /// A table below a heading; nothing without rows.
    fn section(&mut self, (sv, en): (&str, &str), head: &[(&str, &str)], rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.heading(sv, en);
            self.table(head, rows);
        }
    }

    /// A table; nothing without rows.
    fn table(&mut self, head: &[(&str, &str)], rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            let head = head
                .iter()
                .map(|(sv, en)| self.lang.pick(*sv, *en).to_owned());
            let head = head.collect();
            self.blocks.push(Block::Table { head, rows });
        }
    }

    /// Points without numbers below a heading; nothing without points.
    fn points(&mut self, (sv, en): (&str, &str), items: Vec<String>) {
        if !items.is_empty() {
            self.heading(sv, en);
            self.blocks.push(Block::List {
                numbered: false,
                items,
            });
        }
    }

    fn missing(&mut self, sv: String, en: String) {
        self.blocks.push(Block::Missing(self.lang.pick(sv, en)));
    }
}
