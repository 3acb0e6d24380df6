//! serve, test, bench, dist: what the README names.
//!
//! Everything a command needs and this machine lacks is installed first, at the
//! versions named here, into a folder of its own under the person's cache.
mod bench;
mod browser;
mod conformance;
mod debian;
mod dist;
mod failure;
mod interchange;
mod module;
mod node;
mod page;
mod program;
mod python;
mod rust_tools;
mod schema;
mod serve;
mod setup;
mod sys;
mod test;
mod unpack;
mod web;

use std::env;
use std::process::ExitCode;

use failure::{Outcome, fail};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome {
    let Some((command, rest)) = arguments.split_first() else {
        return help();
    };
    match command.as_str() {
        "serve" => serve::serve(rest),
        serve::ANNOUNCE => serve::announce(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "dist" if rest.is_empty() => dist::dist(),
        "schema" if rest.is_empty() => schema::schema(),
        "conformance" => conformance::conformance(rest),
        "help" | "--help" | "-h" => help(),
        "dist" | "schema" => fail(format!("{command} takes nothing after it.")),
        other => fail(format!(
            "There is no command `{other}`; `cargo xtask help` lists them."
        )),
    }
}

fn help() -> Outcome {
    println!(
        "\
cargo xtask COMMAND

  serve [--port N] [--open]   build the page, serve it here, rebuild on change
  test [--only PART[,PART]]   everything that must hold: {parts}
       [--keep-page]          … on the page that dist/ already holds
       [-- WORD…]             … only browser tests with WORD in their file name
  bench [ARGUMENT…]           criterion, then the ratios to rrule.js and FullCalendar
  dist                        all that is published, in dist/, with its sizes
  schema                      write plans/schema.json from the types
  conformance [--check]       write (or check) README's table of rules and tests
  help                        this

What a command needs is installed the first time, into
  {tools}
CHROMIUM, CHROMEDRIVER and FIREFOX name other browsers for the tests.",
        parts = test::names(),
        tools = setup::tools().display(),
    );
    Ok(())
}
