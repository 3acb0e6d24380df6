//! `wheel`: the picture of a year.

use crate::args::WheelArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{load, output, period};
use planning_wheel::compute::compute;
use planning_wheel::export::{SvgStyle, svg};
use planning_wheel::wheel::{Wheel, WheelInput};

pub(super) fn run(args: &WheelArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let today = match &args.today {
        Some(written) => Some(period::day("--today", written, lang)?),
        None => None,
    };
    let plan = load::plan(&args.plan, console)?.plan;
    let calendar = compute(&plan, period::year_of(&plan, args.year, lang)?).into_calendar();
    let mut input = WheelInput::from_plan(&plan, &calendar, lang);
    input.today = today;
    let picture = svg(&Wheel::new(&input), &SvgStyle::light());
    output::write(&args.output, &args.plan, &picture, console)?;
    Ok(Exit::Fine)
}
