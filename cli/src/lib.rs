//! The planning wheel in a terminal.
//!
//! [`run`] is the whole program: arguments and three streams in, an [`Exit`] out. Data goes to
//! standard output, everything about problems to standard error. The program reads no clock and
//! no environment, so the same arguments and files give the same bytes everywhere; only
//! `export --ics` without `--stamp` looks at when the plan's file was saved.
//!
//! # An entry as JSON
//!
//! `calendar --json` prints an array of
//! [`EntryData`](planning_wheel::export::json::EntryData), and `explain --json` one of them; the
//! fields are told there, in the order in which they come.
//!
//! # Findings as JSON
//!
//! `check --json` prints one [`Checked`](planning_wheel::export::json::Checked). A plan with
//! problems has no findings, and its problems also stand on standard error.

mod args;
mod clean;
mod commands;
mod console;
mod difference;
mod exit;
mod failure;
mod filter;
mod load;
mod output;
mod period;
mod remarks;
mod stamp;
mod table;
mod words;

pub use exit::Exit;

use args::Cli;
use clap::Parser;
use console::Console;
use std::ffi::OsString;
use std::io::{Read, Write};

/// Runs the program: the first argument is its own name.
///
/// # Example
/// ```
/// use planning_wheel_cli::{Exit, run};
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// let args = ["planning-wheel", "holidays", "--year", "2027", "--lang", "en"];
/// assert_eq!(run(args, &mut std::io::empty(), &mut out, &mut err), Exit::Fine);
/// assert!(String::from_utf8(out).unwrap().starts_with("2027-01-01  Fri  New Year's Day"));
/// ```
pub fn run<A>(args: A, stdin: &mut dyn Read, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit
where
    A: IntoIterator,
    A::Item: Into<OsString> + Clone,
{
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, stdout, stderr),
    };
    let mut console = Console::new(stdin, stdout, stderr, cli.lang.into());
    let result = commands::run(&cli.command, &mut console);
    console.finish(result)
}

/// Help and version are data; anything else about the arguments is a problem.
fn usage(error: &clap::Error, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
    let text = error.render().to_string();
    // A closed stream must not change the exit code.
    if error.use_stderr() {
        let _ = stderr.write_all(clean::text(&text).as_bytes());
        Exit::Unreadable
    } else {
        let _ = stdout.write_all(text.as_bytes());
        Exit::Fine
    }
}
