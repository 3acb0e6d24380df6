//! What can be written after the program's name.

mod help;
mod inout;
mod planning;

pub(crate) use inout::{Becomes, CalendarOf, ImportArgs, PaperArgs, PaperForm, PaperKind};
pub(crate) use planning::{DiffArgs, FormatArgs, MergeArgs, Prefer, SimulateArgs, TimeArgs};

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use planning_wheel::export;
use planning_wheel::time::{Lang, TermKind};
use std::path::PathBuf;

/// Annual planning wheels in a terminal: dates, reasons and what is wrong with a plan.
#[derive(Debug, Parser)]
#[command(name = "planning-wheel", version, about, after_help = help::PROGRAM)]
pub(crate) struct Cli {
    /// Language of titles, reasons and messages; Swedish whatever the environment says
    #[arg(long, global = true, value_name = "LANG", value_enum, default_value_t)]
    pub(crate) lang: Language,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Language {
    /// Swedish
    #[default]
    Sv,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Sv => Self::Sv,
            Language::En => Self::En,
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Problems of a plan, and findings in its calendar
    #[command(after_help = help::CHECK)]
    Check(CheckArgs),
    /// The entries of a plan in a range of days
    #[command(after_help = help::CALENDAR)]
    Calendar(CalendarArgs),
    /// Why an entry falls on its day
    #[command(after_help = help::EXPLAIN)]
    Explain(ExplainArgs),
    /// A calendar file to subscribe to, or a table for a spreadsheet
    #[command(after_help = help::EXPORT)]
    Export(ExportArgs),
    /// The wheel of a year or of a mandate period as an SVG file
    #[command(after_help = help::WHEEL)]
    Wheel(WheelArgs),
    /// One HTML file with the plan inside, to mail to others
    #[command(after_help = help::PAGE)]
    Page(PageArgs),
    /// What a plan would give with changes: dates, findings, time and what is decided
    #[command(after_help = help::SIMULATE)]
    Simulate(SimulateArgs),
    /// What differs between two plans, and what it does to the dates
    #[command(after_help = help::DIFF)]
    Diff(DiffArgs),
    /// Bring two people's changes of one plan together
    #[command(after_help = help::MERGE)]
    Merge(MergeArgs),
    /// Bring a table, a calendar file or a YearWheel file into a plan
    #[command(after_help = help::IMPORT)]
    Import(ImportArgs),
    /// A notice, a wheel, an assignment, a calendar or a summary, to print or to paste
    #[command(after_help = help::PAPER)]
    Paper(PaperArgs),
    /// A plan as the program always writes it
    #[command(after_help = help::FORMAT)]
    Format(FormatArgs),
    /// Elections and mandate periods
    #[command(after_help = help::MANDATES)]
    Mandates(MandatesArgs),
    /// Public holidays, eves and squeeze days of a year
    #[command(after_help = help::HOLIDAYS)]
    Holidays(YearArgs),
    /// Statutory dates of a year
    #[command(after_help = help::DUTIES)]
    Duties(DutiesArgs),
    /// The JSON Schema of a plan
    #[command(after_help = help::SCHEMA)]
    Schema(SchemaArgs),
}

/// A plan and the catalogue that its duties come from.
#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    /// Plan file, or - for standard input
    pub(crate) plan: PathBuf,
    #[command(flatten)]
    pub(crate) catalogue: CatalogueArgs,
}

/// A statutory catalogue.
#[derive(Clone, Debug, Args)]
pub(crate) struct CatalogueArgs {
    /// Statutory catalogue to use instead of the one that comes with the program
    #[arg(long, value_name = "FILE")]
    pub(crate) catalogue: Option<PathBuf>,
}

/// `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    /// Check a calendar year
    #[arg(long, value_name = "Y", conflicts_with = "mandate")]
    pub(crate) year: Option<i32>,
    /// Check the mandate period that a year is part of
    #[arg(long, value_name = "Y")]
    pub(crate) mandate: Option<i32>,
    /// Print problems and findings as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Exit with 1 when a finding has severity error
    #[arg(long)]
    pub(crate) strict: bool,
}

/// The days that are asked about.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("days").required(true).args(["year", "mandate", "from"])))]
pub(crate) struct DaysArgs {
    /// A calendar year
    #[arg(long, value_name = "Y", conflicts_with = "to")]
    pub(crate) year: Option<i32>,
    /// The mandate period that a year is part of: 2027 to 2030 all mean 2027–2030
    #[arg(long, value_name = "Y", conflicts_with = "to")]
    pub(crate) mandate: Option<i32>,
    /// First day, as YYYY-MM-DD
    #[arg(long, value_name = "D", requires = "to")]
    pub(crate) from: Option<String>,
    /// Last day, as YYYY-MM-DD; it is included
    #[arg(long, value_name = "D")]
    pub(crate) to: Option<String>,
}

/// Which entries are asked for.
#[derive(Debug, Args)]
pub(crate) struct ChoiceArgs {
    /// Only entries of this kind; may be repeated
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Vec<String>,
    /// Only entries of the body with this id; may be repeated
    #[arg(long, value_name = "ID")]
    pub(crate) body: Vec<String>,
    /// Only what concerns the principal with this id, or a body where it has seats; may be repeated
    #[arg(long, value_name = "ID")]
    pub(crate) principal: Vec<String>,
}

/// Which entries are asked for, and whose.
#[derive(Debug, Args)]
pub(crate) struct FilterArgs {
    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,
    /// One entry for each principal, where each does it on its own
    #[arg(long)]
    pub(crate) per_principal: bool,
}

/// `calendar`.
#[derive(Debug, Args)]
pub(crate) struct CalendarArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    #[command(flatten)]
    pub(crate) days: DaysArgs,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// Print entries as JSON
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print entries as CSV that a spreadsheet opens
    #[arg(long)]
    pub(crate) csv: bool,
    /// What stands between the cells of a row
    #[arg(long, value_enum, default_value_t, requires = "csv")]
    pub(crate) separator: Separator,
    /// Exit with 1 when a finding has severity error
    #[arg(long)]
    pub(crate) strict: bool,
}

/// `export`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("format").required(true).args(["ics", "csv"])))]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    #[command(flatten)]
    pub(crate) days: DaysArgs,
    #[command(flatten)]
    pub(crate) filter: FilterArgs,
    /// Leave out what is a period rather than a day: offices, documents, assignments, goals, posts
    #[arg(long)]
    pub(crate) no_periods: bool,
    /// Write a calendar file (iCalendar)
    #[arg(long)]
    pub(crate) ics: bool,
    /// Write a table that a spreadsheet opens
    #[arg(long)]
    pub(crate) csv: bool,
    /// What stands between the cells of a row
    #[arg(long, value_enum, default_value_t, conflicts_with = "ics")]
    pub(crate) separator: Separator,
    /// Name of the calendar; the plan's title when not given
    #[arg(long, value_name = "NAME", conflicts_with = "csv")]
    pub(crate) name: Option<String>,
    /// When the plan was saved, as 2027-01-05T08:00:00Z, a day, or seconds since 1970; the file's own
    /// time when not given
    #[arg(long, value_name = "TIME", conflicts_with = "csv")]
    pub(crate) stamp: Option<String>,
    /// The calendar file as published before; may be the one that is written
    #[arg(long, value_name = "FILE.ics", conflicts_with = "csv")]
    pub(crate) earlier: Option<PathBuf>,
    /// File to write, or - for standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Write nothing and exit with 1 when a finding has severity error
    #[arg(long)]
    pub(crate) strict: bool,
}

/// What stands between the cells of a CSV row.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Separator {
    /// ; as Excel in Sweden expects, where the comma is in numbers
    #[default]
    Semicolon,
    /// , as most other programs expect
    Comma,
    /// a tab
    Tab,
}

impl From<Separator> for export::Separator {
    fn from(separator: Separator) -> Self {
        match separator {
            Separator::Semicolon => Self::Semicolon,
            Separator::Comma => Self::Comma,
            Separator::Tab => Self::Tab,
        }
    }
}

/// `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    /// Id of an entry, as calendar --json prints it
    #[arg(value_name = "ENTRY-ID")]
    pub(crate) entry: String,
    /// Print the entry as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// `wheel`.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("turn").required(true).args(["year", "mandate"])))]
pub(crate) struct WheelArgs {
    #[command(flatten)]
    pub(crate) plan: PlanArgs,
    /// The wheel's year; it begins in January, or in the month that the plan's year begins with
    #[arg(long, value_name = "Y")]
    pub(crate) year: Option<i32>,
    /// The mandate period that a year is part of, as one turn: 2027 to 2030 all mean 2027–2030
    #[arg(long, value_name = "Y")]
    pub(crate) mandate: Option<i32>,
    /// Whose term makes the turn
    #[arg(long, value_enum, default_value_t, conflicts_with = "year")]
    pub(crate) term: Term,
    #[command(flatten)]
    pub(crate) choice: ChoiceArgs,
    /// File to write, or - for standard output
    #[arg(short, long, value_name = "FILE.svg")]
    pub(crate) output: PathBuf,
    /// Day that the hand points at, as YYYY-MM-DD; without it there is no hand
    #[arg(long, value_name = "D")]
    pub(crate) today: Option<String>,
}

/// A term that follows an election.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Term {
    /// executive committees and boards, from 1 January
    #[default]
    Boards,
    /// councils, from 15 October
    Councils,
}

impl From<Term> for TermKind {
    fn from(term: Term) -> Self {
        match term {
            Term::Boards => Self::Calendar,
            Term::Councils => Self::Council,
        }
    }
}

/// `page`.
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    /// Plan file, or - for standard input
    pub(crate) plan: PathBuf,
    /// A page of this kind, whose plan is replaced
    #[arg(long, value_name = "FILE.html")]
    pub(crate) template: PathBuf,
    /// File to write, or - for standard output; may be the template
    #[arg(short, long, value_name = "FILE.html")]
    pub(crate) output: PathBuf,
}

impl PageArgs {
    /// The plan with the catalogue that the page holds: the shipped one.
    pub(crate) fn given(&self) -> PlanArgs {
        PlanArgs {
            plan: self.plan.clone(),
            catalogue: CatalogueArgs { catalogue: None },
        }
    }
}

/// `mandates`.
#[derive(Debug, Args)]
pub(crate) struct MandatesArgs {
    /// First year; 1970 when not given
    #[arg(long, value_name = "Y")]
    pub(crate) from: Option<i32>,
    /// Last year; 2100 when not given
    #[arg(long, value_name = "Y")]
    pub(crate) to: Option<i32>,
    /// Print as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// `holidays`.
#[derive(Debug, Args)]
pub(crate) struct YearArgs {
    /// The year, 1970–2100
    #[arg(long, value_name = "Y")]
    pub(crate) year: i32,
    /// Print as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// `duties`.
#[derive(Debug, Args)]
pub(crate) struct DutiesArgs {
    #[command(flatten)]
    pub(crate) year: YearArgs,
    #[command(flatten)]
    pub(crate) catalogue: CatalogueArgs,
}

/// `schema`.
#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// The schema of a statutory catalogue instead
    #[arg(long)]
    pub(crate) catalogue: bool,
}
