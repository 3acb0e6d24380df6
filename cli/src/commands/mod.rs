//! One file per command.

mod calendar;
mod check;
mod diff;
mod duties;
mod explain;
mod export;
mod format;
mod holidays;
mod import;
mod mandates;
mod merge;
mod page;
mod paper;
mod schema;
mod simulate;
mod wheel;

use crate::args::Command;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

/// Does what was asked.
pub(crate) fn run(command: &Command, console: &mut Console<'_>) -> Result<Exit, Failure> {
    match command {
        Command::Check(args) => check::run(args, console),
        Command::Calendar(args) => calendar::run(args, console),
        Command::Explain(args) => explain::run(args, console),
        Command::Export(args) => export::run(args, console),
        Command::Wheel(args) => wheel::run(args, console),
        Command::Page(args) => page::run(args, console),
        Command::Simulate(args) => simulate::run(args, console),
        Command::Diff(args) => diff::run(args, console),
        Command::Merge(args) => merge::run(args, console),
        Command::Import(args) => import::run(args, console),
        Command::Paper(args) => paper::run(args, console),
        Command::Format(args) => format::run(args, console),
        Command::Mandates(args) => mandates::run(args, console),
        Command::Holidays(args) => holidays::run(args, console),
        Command::Duties(args) => duties::run(args, console),
        Command::Schema(args) => schema::run(args, console),
    }
}

/// The exit code of a command that found these.
fn verdict(strict: bool, errors: bool) -> Exit {
    if strict && errors {
        Exit::Findings
    } else {
        Exit::Fine
    }
}
