//! `simulate`: a plan against variants of it.

use crate::args::{PlanArgs, SimulateArgs, TimeArgs};
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::{Failure, Unreadable};
use crate::load::{self, Loaded};
use crate::{difference, period};
use planning_wheel::document::{Catalogue, Change, differences, to_value};
use planning_wheel::export::json::SimulationData;
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Assumptions, Scenario, WrittenError, read_change, variant};
use planning_wheel::time::{DateRange, Lang};
use std::collections::BTreeMap;

/// More side by side than anyone can look at.
const MOST: usize = 4;

/// A variant with its name and changes.
type Variant = (String, Vec<Change>, Scenario);

pub(super) fn run(args: &SimulateArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let loaded = load::plan(&args.plan, console)?;
    let range = range(&args.time, &loaded.plan, lang)?;
    let assumptions = assumptions(args, &loaded.plan, lang)?;
    let variants = variants(args, &loaded, range, console)?;
    let base = Scenario::new(loaded.plan, range);
    let data = SimulationData::new(&base, &variants, &assumptions, lang);
    if args.json {
        console.json(&data)?;
    } else {
        console.say(&difference::simulation(&data, base.plan(), lang))?;
    }
    Ok(Exit::Fine)
}

/// The days that are asked about; without any, all that the plan covers soon.
pub(super) fn range(time: &TimeArgs, plan: &Plan, lang: Lang) -> Result<DateRange, Failure> {
    match (time.year, time.mandate) {
        (Some(year), _) => period::year_of(plan, year, lang),
        (None, Some(year)) => period::mandate(plan, year, lang),
        (None, None) => period::whole(plan, lang),
    }
}

fn assumptions(args: &SimulateArgs, plan: &Plan, lang: Lang) -> Result<Assumptions, Failure> {
    let mut travel = BTreeMap::new();
    for written in &args.travel {
        let parts = written.split_once('=');
        let parts = parts.and_then(|(id, minutes)| Some((id, minutes.parse().ok()?)));
        let Some((id, minutes)) = parts else {
            let words = lang.pick(
                "skriv en huvudmans id, = och minuter",
                "write a principal's id, = and minutes",
            );
            return Err(Failure::Said(format!("--travel {written}: {words}")));
        };
        let known = plan.principals().iter().map(|one| one.id());
        if !known.clone().any(|one| one == id) {
            let unknown = lang.pick("ingen huvudman heter", "there is no principal");
            let instead = crate::words::instead(id, known, lang);
            return Err(Failure::Said(format!(
                "--travel: {unknown} \"{id}\". {instead}"
            )));
        }
        travel.insert(id.to_owned(), minutes);
    }
    let minutes = args.minutes;
    Ok(Assumptions { minutes, travel })
}

fn variants(
    args: &SimulateArgs,
    loaded: &Loaded,
    range: DateRange,
    console: &mut Console<'_>,
) -> Result<Vec<Variant>, Failure> {
    let lang = console.lang();
    let mut asked = named(&args.variant, lang)?;
    if !args.set.is_empty() {
        let name = lang.pick("ändrad", "changed").to_owned();
        asked.insert(0, (name, changes(&args.set, lang)?));
    }
    if asked.len() + args.against.len() > MOST {
        let words = match lang {
            Lang::Sv => format!("högst {MOST} varianter åt gången"),
            Lang::En => format!("at most {MOST} variants at a time"),
        };
        return Err(Failure::Said(words));
    }
    let catalogue = load::catalogue(args.plan.catalogue.catalogue.as_deref(), console)?;
    let mut variants = Vec::new();
    for (name, changes) in asked {
        let plan = changed(&name, loaded, &changes, &catalogue)?;
        variants.push((name, changes, Scenario::new(plan, range)));
    }
    for path in &args.against {
        let other = PlanArgs {
            plan: path.clone(),
            catalogue: args.plan.catalogue.clone(),
        };
        let other = load::plan(&other, console)?;
        let found = differences(
            &to_value(loaded.plan.document()),
            &to_value(other.plan.document()),
        );
        let changes = found.into_iter().map(|one| one.change).collect();
        variants.push((other.name, changes, Scenario::new(other.plan, range)));
    }
    Ok(variants)
}

/// Names, each with the changes that follow it.
fn named(words: &[String], lang: Lang) -> Result<Vec<(String, Vec<Change>)>, Failure> {
    let mut named: Vec<(String, Vec<Change>)> = Vec::new();
    for word in words {
        match named.last_mut() {
            Some((_, changes)) if word.contains('=') => changes.push(change(word, lang)?),
            None if word.contains('=') => {
                let words = lang.pick("börjar med ett namn", "begins with a name");
                return Err(Failure::Said(format!("--variant {word}: {words}")));
            }
            _ => named.push((word.clone(), Vec::new())),
        }
    }
    Ok(named)
}

fn changes(written: &[String], lang: Lang) -> Result<Vec<Change>, Failure> {
    written.iter().map(|one| change(one, lang)).collect()
}

fn change(written: &str, lang: Lang) -> Result<Change, Failure> {
    read_change(written).map_err(|error| {
        let words = match error {
            WrittenError::NoValue => lang.pick("skriv sökväg=värde", "write path=value"),
            WrittenError::NoPath => {
                lang.pick("sökvägen före = saknas", "there is no path before =")
            }
        };
        Failure::Said(format!("{written}: {words}"))
    })
}

/// The plan of a variant; its problems are told under its name.
fn changed(
    name: &str,
    loaded: &Loaded,
    changes: &[Change],
    catalogue: &Catalogue,
) -> Result<Plan, Failure> {
    variant(loaded.plan.document(), changes, catalogue).map_err(|problems| {
        Failure::Problems(Unreadable {
            file: format!("{} ({name})", loaded.name),
            text: String::new(),
            problems,
        })
    })
}
