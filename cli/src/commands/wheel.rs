//! `wheel`: the picture of a year.

use crate::args::WheelArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;

pub(super) fn run(_args: &WheelArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let words = console.lang().pick("kommer", "to come");
    Err(Failure::Said(words.to_owned()))
}
