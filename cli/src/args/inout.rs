//! Arguments of the commands that bring things in and write papers.

use super::PlanArgs;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// `import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    /// Table (CSV, or cells as copied), calendar file (.ics) or YearWheel file (.yrw), or - for
    /// standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// What the things become
    #[arg(long = "as", value_name = "WHAT", value_enum, default_value_t)]
    pub(crate) becomes: Becomes,
    /// Year that repetitions are written out for, and that days without a year are of; the plan's
    /// first year when not given
    #[arg(long, value_name = "Y")]
    pub(crate) year: Option<i32>,
    /// Which column tells what, by name, letter or number: name=B,start=Datum
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',')]
    pub(crate) columns: Vec<String>,
    /// The body that a written group means; may be repeated
    #[arg(long, value_name = "WRITTEN=ID")]
    pub(crate) group: Vec<String>,
    /// Meeting series that gets the days
    #[arg(long, value_name = "ID", required_if_eq("becomes", "days"))]
    pub(crate) series: Option<String>,
    /// Body that the background binds; may be repeated, and means all when not given
    #[arg(long, value_name = "ID")]
    pub(crate) body: Vec<String>,
    /// Id of the background; made of the file's name when not given
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    /// Title of the background; what the file calls itself when not given
    #[arg(long, value_name = "TITLE")]
    pub(crate) title: Option<String>,
    /// Print what was read as JSON instead of the plan
    #[arg(long)]
    pub(crate) json: bool,
    /// Write nothing and exit with 1 when anything was not understood
    #[arg(long)]
    pub(crate) strict: bool,
    /// File to write, which may be the plan itself; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What things become in a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Becomes {
    /// activities of their groups
    #[default]
    Activities,
    /// days of a meeting series
    Days,
    /// a calendar of others, to plan against
    Background,
}

/// `paper`.
#[derive(Debug, Args)]
pub(crate) struct PaperArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    /// Which paper
    #[command(subcommand)]
    pub(crate) kind: PaperKind,
    /// Write a page to print (HTML)
    #[arg(long, global = true, conflicts_with_all = ["fragment", "text"])]
    pub(crate) html: bool,
    /// Write a piece of HTML to paste into a text document
    #[arg(long, global = true, conflicts_with = "text")]
    pub(crate) fragment: bool,
    /// Write plain text, as without any of the three
    #[arg(long, global = true)]
    pub(crate) text: bool,
    /// File to write; standard output without it
    #[arg(short, long, global = true, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// How a paper is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PaperForm {
    /// A page.
    Html,
    /// A piece of HTML.
    Fragment,
    /// Plain text.
    Text,
}

impl PaperArgs {
    /// How the paper is written.
    pub(crate) fn form(&self) -> PaperForm {
        match (self.html, self.fragment) {
            (true, _) => PaperForm::Html,
            (_, true) => PaperForm::Fragment,
            _ => PaperForm::Text,
        }
    }
}

/// The papers.
#[derive(Debug, Subcommand)]
pub(crate) enum PaperKind {
    /// The notice of a meeting, with its agenda
    Notice {
        /// Id of the meeting, as calendar --json prints it
        #[arg(value_name = "ENTRY-ID")]
        entry: String,
    },
    /// The annual wheel with its table
    Wheel {
        /// The year
        #[arg(long, value_name = "Y")]
        year: i32,
    },
    /// An assignment or directive, with what is missing
    Assignment {
        /// Id of the assignment
        #[arg(value_name = "ID")]
        id: String,
    },
    /// The year's calendar, of each body in turn
    Calendar {
        /// The year
        #[arg(long, value_name = "Y")]
        year: i32,
        #[command(flatten)]
        whose: CalendarOf,
    },
    /// The summary of a mandate period
    Mandate {
        /// The mandate period that a year is part of
        #[arg(long, value_name = "Y")]
        mandate: i32,
    },
    /// Variants of the plan side by side, on one page
    Comparison {
        /// The mandate period that a year is part of
        #[arg(long, value_name = "Y")]
        mandate: i32,
        /// Another plan as a variant; may be repeated
        #[arg(long, value_name = "PLAN2", required = true)]
        against: Vec<PathBuf>,
    },
}

/// Whose calendar it is.
#[derive(Debug, Args)]
pub(crate) struct CalendarOf {
    /// Only that of the body with this id
    #[arg(long, value_name = "ID", conflicts_with = "principal")]
    pub(crate) body: Option<String>,
    /// Only that of the principal with this id
    #[arg(long, value_name = "ID")]
    pub(crate) principal: Option<String>,
}
