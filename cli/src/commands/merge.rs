//! `merge`: two people's changes of one plan.

use crate::args::{MergeArgs, PlanArgs, Prefer};
use crate::clean;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::{Failure, Unreadable};
use crate::{load, output, words};
use planning_wheel::document::{PlanDocument, to_value, write};
use planning_wheel::error::Problems;
use planning_wheel::export::json::MergeData;
use planning_wheel::merge::{Conflict, Merged, Side, merge};
use planning_wheel::text;
use planning_wheel::time::Lang;
use serde_json::Value;
use std::path::Path;

pub(super) fn run(args: &MergeArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let mut read = |path: &Path| {
        let given = PlanArgs {
            plan: path.to_path_buf(),
            catalogue: args.catalogue.clone(),
        };
        load::plan(&given, console).map(|loaded| loaded.plan.document().clone())
    };
    let (base, mine, theirs) = (read(&args.base)?, read(&args.mine)?, read(&args.theirs)?);
    let merged = merge(&base, &mine, &theirs);
    let catalogue = load::catalogue(args.catalogue.catalogue.as_deref(), console)?;
    let prefer = args.prefer.map(|side| match side {
        Prefer::Mine => Side::Mine,
        Prefer::Theirs => Side::Theirs,
    });
    let document = merged.document(prefer, &catalogue);
    let settled = merged.conflicts.is_empty() || prefer.is_some();
    if args.json {
        let value = document.as_ref().map(to_value);
        console.json(&MergeData::new(&merged, value, lang))?;
    } else if !settled {
        console.aside(&conflicts(&merged, &to_value(&base), lang));
    }
    match document {
        Ok(document) if settled => keep(args, &document, console).map(|()| Exit::Fine),
        Ok(_) => Ok(Exit::Findings),
        Err(problems) => {
            if !args.json {
                console.aside(&no_plan(problems).words(lang));
            }
            Ok(Exit::Findings)
        }
    }
}

fn keep(
    args: &MergeArgs,
    document: &PlanDocument,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    match &args.output {
        Some(path) => output::write_over(path, &write(document), console),
        None if args.json => Ok(()),
        None => console.data(&write(document)),
    }
}

/// Two changes that each were right and do not go together.
fn no_plan(problems: Problems) -> Failure {
    Failure::Problems(Unreadable {
        file: "merge".to_owned(),
        text: String::new(),
        problems,
    })
}

fn conflicts(merged: &Merged, base: &Value, lang: Lang) -> String {
    let mut shown = String::new();
    for conflict in &merged.conflicts {
        shown.push_str(&one(conflict, base, lang));
    }
    let count = merged.conflicts.len();
    let count = words::count(
        count,
        lang.pick("konflikt", "conflict"),
        lang.pick("konflikter", "conflicts"),
    );
    let nothing = lang.pick(
        "inget är skrivet (--prefer mine eller theirs)",
        "nothing is written (--prefer mine or theirs)",
    );
    shown.push_str(&format!("{count}; {nothing}\n"));
    shown
}

fn one(conflict: &Conflict, base: &Value, lang: Lang) -> String {
    let word = lang.pick("konflikt", "conflict");
    let place = text::place_in(&conflict.path, base, lang);
    let mut shown = format!(
        "{word}: {}\n  {}\n",
        clean::line(&place),
        clean::line(&conflict.path)
    );
    let gone = || lang.pick("borta", "gone").to_owned();
    for (name, value) in [
        ("base", &conflict.base),
        ("mine", &conflict.mine),
        ("theirs", &conflict.theirs),
    ] {
        let value = value.as_ref().map_or_else(gone, Value::to_string);
        shown.push_str(&format!("  {name}: {}\n", clean::line(&value)));
    }
    shown
}
