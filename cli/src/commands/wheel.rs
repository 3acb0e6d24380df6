//! `wheel`: the picture of a year.

use crate::args::WheelArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{load, period};
use planning_wheel::compute::compute;
use planning_wheel::export::{SvgStyle, svg};
use planning_wheel::time::Lang;
use planning_wheel::wheel::{Wheel, WheelInput};
use std::fs;
use std::path::Path;

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
    if args.output.as_os_str() == "-" {
        console.data(&picture)?;
    } else {
        write(&args.output, &args.plan.plan, &picture, lang)?;
    }
    Ok(Exit::Fine)
}

fn write(path: &Path, plan: &Path, picture: &str, lang: Lang) -> Result<(), Failure> {
    let name = path.display();
    let same = |one: &Path, other: &Path| {
        let (one, other) = (fs::canonicalize(one), fs::canonicalize(other));
        one.ok()
            .zip(other.ok())
            .is_some_and(|(one, other)| one == other)
    };
    if same(path, plan) {
        let words = lang.pick(
            "är planen själv; välj ett annat namn för bilden",
            "is the plan itself; choose another name for the picture",
        );
        return Err(Failure::Said(format!("{name} {words}")));
    }
    fs::write(path, picture).map_err(|error| {
        let cannot = lang.pick("kan inte skrivas", "cannot be written");
        Failure::Said(format!("{name} {cannot}: {error}"))
    })
}
