//! Arguments of the commands that try, compare and merge plans.

use super::{CatalogueArgs, PlanArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// `simulate`.
#[derive(Debug, Args)]
pub(crate) struct SimulateArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    /// Change a value: a path with ids, = and JSON or a text; may be repeated
    #[arg(long, value_name = "PATH=VALUE")]
    pub(crate) set: Vec<String>,
    /// A variant with a name and its changes; up to four
    #[arg(long, value_names = ["NAME", "PATH=VALUE"], num_args = 2..)]
    pub(crate) variant: Vec<String>,
    /// Another plan as a variant
    #[arg(long, value_name = "PLAN2")]
    pub(crate) against: Vec<PathBuf>,
    /// Length in minutes of meetings that have none
    #[arg(long, value_name = "MINUTES")]
    pub(crate) minutes: Option<u16>,
    /// Minutes that a member travels to and from a meeting, for a principal's id; may be repeated
    #[arg(long, value_name = "ID=MINUTES")]
    pub(crate) travel: Vec<String>,
    /// Print as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// The days that are tried.
#[derive(Debug, Args)]
pub(crate) struct TimeArgs {
    /// A calendar year
    #[arg(long, value_name = "Y", conflicts_with = "mandate")]
    pub(crate) year: Option<i32>,
    /// The mandate period that a year is part of: 2027 to 2030 all mean 2027–2030
    #[arg(long, value_name = "Y")]
    pub(crate) mandate: Option<i32>,
}

/// `diff`.
#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// Plan file before, or - for standard input
    #[arg(value_name = "PLAN1")]
    pub(crate) before: PathBuf,
    /// Plan file after
    #[arg(value_name = "PLAN2")]
    pub(crate) after: PathBuf,
    #[command(flatten)]
    pub(crate) catalogue: CatalogueArgs,
    #[command(flatten)]
    pub(crate) time: TimeArgs,
    /// Print as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// `merge`.
#[derive(Debug, Args)]
pub(crate) struct MergeArgs {
    /// The plan that both sides began with
    #[arg(value_name = "BASE")]
    pub(crate) base: PathBuf,
    /// One side
    #[arg(value_name = "MINE")]
    pub(crate) mine: PathBuf,
    /// The other side
    #[arg(value_name = "THEIRS")]
    pub(crate) theirs: PathBuf,
    #[command(flatten)]
    pub(crate) catalogue: CatalogueArgs,
    /// File to write, which may be one of the three; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Settle conflicts for one side
    #[arg(long, value_enum)]
    pub(crate) prefer: Option<Prefer>,
    /// Print conflicts and the merged plan as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// A side of a merge.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Prefer {
    /// MINE
    Mine,
    /// THEIRS
    Theirs,
}

/// `format`.
#[derive(Debug, Args)]
pub(crate) struct FormatArgs {
    /// Plan file, or - for standard input
    pub(crate) plan: PathBuf,
    /// File to write, which may be the plan itself; standard output without it
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write nothing and exit with 1 when the plan is written otherwise
    #[arg(long, conflicts_with = "output")]
    pub(crate) check: bool,
}
