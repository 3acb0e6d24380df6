//! `wheel`: the picture of a year or of a mandate period.

use crate::args::WheelArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::filter::{choice, draw_only};
use crate::{load, output, period};
use chrono::NaiveDate;
use planning_wheel::calendar::Choice;
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
    let asked = Asked {
        choice: choice(&args.choice, &plan, lang)?,
        today,
        lang,
    };
    let picture = match args.mandate {
        Some(year) => period_picture(&plan, year, args, &asked)?,
        None => year_picture(&plan, args.year.unwrap_or_default(), &asked)?,
    };
    if picture.is_empty {
        console.aside(lang.pick("Inga poster.\n", "No entries.\n"));
    }
    output::write(&args.output, &args.plan, &picture.svg, console)?;
    Ok(Exit::Fine)
}

/// What is drawn of any turn.
struct Asked {
    choice: Choice,
    today: Option<NaiveDate>,
    lang: Lang,
}

struct Picture {
    svg: String,
    /// Nothing that was asked for is there.
    is_empty: bool,
}

fn year_picture(plan: &Plan, year: i32, asked: &Asked) -> Result<Picture, Failure> {
    let calendar = compute(plan, period::year_of(plan, year, asked.lang)?).into_calendar();
    let mut input = WheelInput::from_plan(plan, &calendar, asked.lang);
    input.today = asked.today;
    draw_only(&asked.choice, &mut input, plan);
    Ok(Picture {
        svg: svg(&Wheel::new(&input), &SvgStyle::light()),
        is_empty: input.entries.is_empty() && input.backgrounds.is_empty(),
    })
}

fn period_picture(
    plan: &Plan,
    year: i32,
    args: &WheelArgs,
    asked: &Asked,
) -> Result<Picture, Failure> {
    let lang = asked.lang;
    let (mandate, term) = (period::mandate_period(plan, year, lang)?, args.term.into());
    let outcome = compute(plan, period::term(plan, year, term, lang)?);
    let (calendar, found) = (outcome.calendar(), findings(plan, &outcome));
    let mut input = MandateWheelInput::from_plan(plan, calendar, &found, &mandate, term, lang);
    input.today = asked.today;
    input.keep(calendar, |entry| asked.choice.takes(plan, entry), |_| true);
    Ok(Picture {
        svg: mandate_svg(&MandateWheel::new(&input), &SvgStyle::light()),
        is_empty: input.entries.is_empty(),
    })
}
