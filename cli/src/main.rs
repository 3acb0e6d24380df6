//! The planning wheel in a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    planning_wheel_cli::run(
        std::env::args_os(),
        &mut std::io::stdin().lock(),
        &mut std::io::stdout().lock(),
        &mut std::io::stderr().lock(),
    )
    .into()
}
