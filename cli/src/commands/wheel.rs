//! `wheel`: the picture of a year or of a mandate period.

use crate::args::WheelArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{load, output, period};
use chrono::NaiveDate;
use planning_wheel::compute::compute;
use planning_wheel::export::{SvgStyle, mandate_svg, svg};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::Lang;
use planning_wheel::wheel::{MandateWheel, MandateWheelInput, Wheel, WheelInput};

pub(super) fn run(args: &WheelArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let today = match &args.today {
        Some(written) => Some(period::day("--today", written, lang)?),
        None => None,
    };
    let plan = load::plan(&args.plan, console)?.plan;
    let picture = match args.mandate {
        Some(year) => period_picture(&plan, year, args, today, lang)?,
        None => year_picture(&plan, args.year.unwrap_or_default(), today, lang)?,
    };
    output::write(&args.output, &args.plan, &picture, console)?;
    Ok(Exit::Fine)
}

fn year_picture(
    plan: &Plan,
    year: i32,
    today: Option<NaiveDate>,
    lang: Lang,
) -> Result<String, Failure> {
    let calendar = compute(plan, period::year_of(plan, year, lang)?).into_calendar();
    let mut input = WheelInput::from_plan(plan, &calendar, lang);
    input.today = today;
    Ok(svg(&Wheel::new(&input), &SvgStyle::light()))
}

fn period_picture(
    plan: &Plan,
    year: i32,
    args: &WheelArgs,
    today: Option<NaiveDate>,
    lang: Lang,
) -> Result<String, Failure> {
    let (mandate, term) = (period::mandate_period(plan, year, lang)?, args.term.into());
    let outcome = compute(plan, period::term(plan, year, term, lang)?);
    let found = findings(plan, &outcome);
    let mut input =
        MandateWheelInput::from_plan(plan, outcome.calendar(), &found, &mandate, term, lang);
    input.today = today;
    Ok(mandate_svg(&MandateWheel::new(&input), &SvgStyle::light()))
}
