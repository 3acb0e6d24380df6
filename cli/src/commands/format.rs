//! `format`: a plan as the program always writes it.

use crate::args::{CatalogueArgs, FormatArgs, PlanArgs};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{load, output};
use planning_wheel::document::write;

pub(super) fn run(args: &FormatArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let given = PlanArgs {
        plan: args.plan.clone(),
        catalogue: CatalogueArgs { catalogue: None },
    };
    let loaded = load::plan(&given, console)?;
    let text = write(loaded.plan.document());
    if args.check {
        return Ok(match loaded.text == text {
            true => Exit::Fine,
            false => Exit::Findings,
        });
    }
    match &args.output {
        Some(path) => output::write_over(path, &text, console)?,
        None => console.data(&text)?,
    }
    Ok(Exit::Fine)
}
