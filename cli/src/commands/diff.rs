//! `diff`: two plans, and what becomes different with the second.

use super::simulate::range;
use crate::args::{DiffArgs, PlanArgs};
use crate::console::Console;
use crate::difference;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::load;
use planning_wheel::document::{differences, to_value};
use planning_wheel::export::json::DiffData;
use planning_wheel::scenario::Scenario;
use std::path::Path;

pub(super) fn run(args: &DiffArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let given = |plan: &Path| PlanArgs {
        plan: plan.to_path_buf(),
        catalogue: args.catalogue.clone(),
    };
    let before = load::plan(&given(&args.before), console)?.plan;
    let after = load::plan(&given(&args.after), console)?.plan;
    let range = range(&args.time, &after, lang)?;
    let (one, other) = (to_value(before.document()), to_value(after.document()));
    let found = differences(&one, &other);
    let (before, after) = (Scenario::new(before, range), Scenario::new(after, range));
    let data = DiffData::new(&before, &after, &found, lang);
    if args.json {
        console.json(&data)?;
    } else {
        console.say(&difference::diff(&data, &found, (&one, &other), lang))?;
    }
    Ok(Exit::Fine)
}
