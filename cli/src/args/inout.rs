//! Arguments of the commands that bring things in and write papers.

use super::PlanArgs;
use clap::{Args, ValueEnum};
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
