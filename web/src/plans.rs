//! Reading a plan.

use planning_wheel::document::{self, Catalogue, Text};
use planning_wheel::error::{Problem, Problems};
use planning_wheel::plan::Plan;
use planning_wheel::text;

/// Why a plan cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// A file did not come.
    Missing {
        /// Its address.
        file: String,
        /// What the browser says.
        why: String,
    },
    /// What is wrong with it, each with its place.
    Wrong(Vec<Fault>),
}

/// One thing that is wrong with a plan.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) line: Option<u32>,
    pub(crate) words: Text,
}

/// Reads and checks a plan, with the catalogue of duties where there is one.
pub(crate) fn read(plan: &[u8], catalogue: Option<&[u8]>) -> Result<Plan, Failure> {
    let catalogue = read_catalogue(catalogue)?;
    let parsed = document::parse(plan).map_err(|wrong| listed(&wrong))?;
    Plan::check(parsed.document, &catalogue)
        .map_err(|wrong| listed(&wrong.locate(&parsed.positions)))
}

/// The duties that a plan may name; none without a file.
pub(crate) fn read_catalogue(file: Option<&[u8]>) -> Result<Catalogue, Failure> {
    match file {
        Some(file) => {
            let parsed = document::parse_catalogue(file);
            Ok(parsed.map_err(|wrong| listed(&wrong))?.document)
        }
        None => Ok(Catalogue::empty()),
    }
}

pub(crate) fn listed(problems: &Problems) -> Failure {
    Failure::Wrong(problems.0.iter().map(fault).collect())
}

fn fault(problem: &Problem) -> Fault {
    let line = problem.position.map(|at| at.line);
    let words = Text::compose(|lang| {
        let words = text::problem(problem, lang);
        match line {
            Some(line) => format!("{} {line}: {words}", lang.pick("Rad", "Line")),
            None => words,
        }
    });
    Fault { line, words }
}
