//! The plans that the page offers, and reading one.

use crate::platform::fetch;
use planning_wheel::document::{self, Text};
use planning_wheel::error::Problems;
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::Lang;

/// A plan beside the page.
pub(crate) struct Offer {
    /// Its id, which is also its file's name.
    pub(crate) id: &'static str,
    sv: &'static str,
    en: &'static str,
}

impl Offer {
    pub(crate) fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.sv, self.en)
    }
}

/// Names stand here too, so that one can choose before anything is read.
pub(crate) const OFFERS: [Offer; 4] = [
    Offer {
        id: "sskl-kalmar",
        sv: "Socialtjänst i samverkan Kalmar län",
        en: "Social services in collaboration, Kalmar county",
    },
    Offer {
        id: "sso-ostergotland",
        sv: "Strategisk samverkan öster, Östergötland",
        en: "Strategic Collaboration East, Östergötland",
    },
    Offer {
        id: "samverkan-blekinge",
        sv: "Samverkan Blekinge",
        en: "Collaboration Blekinge",
    },
    Offer {
        id: "social-reko-vasternorrland",
        sv: "Samverkan Social ReKo, Västernorrland",
        en: "Social ReKo collaboration, Västernorrland",
    },
];

/// Place in [`OFFERS`] of a plan.
pub(crate) fn place_of(id: &str) -> Option<usize> {
    OFFERS.iter().position(|offer| offer.id == id)
}

/// Why a plan cannot be shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure {
    /// A file did not come.
    Missing {
        /// Its name.
        file: String,
        /// What the browser says.
        why: String,
    },
    /// What is wrong with it, each with its place.
    Wrong(Vec<Text>),
}

/// Reads and checks the plan at a place of [`OFFERS`].
pub(crate) async fn load(place: usize) -> Result<Plan, Failure> {
    let offer = OFFERS.get(place).unwrap_or(&OFFERS[0]);
    let file = format!("plans/{}.json", offer.id);
    let catalogue = get("plans/statutory.json").await?;
    let plan = get(&file).await?;
    let catalogue = document::parse_catalogue(&catalogue).map_err(|wrong| listed(&wrong))?;
    let parsed = document::parse(&plan).map_err(|wrong| listed(&wrong))?;
    Plan::check(parsed.document, &catalogue.document)
        .map_err(|wrong| listed(&wrong.locate(&parsed.positions)))
}

async fn get(file: &str) -> Result<Vec<u8>, Failure> {
    fetch::bytes(file).await.map_err(|why| Failure::Missing {
        file: file.to_owned(),
        why,
    })
}

fn listed(problems: &Problems) -> Failure {
    let line = |problem: &planning_wheel::error::Problem| {
        Text::compose(|lang| {
            let words = text::problem(problem, lang);
            match problem.position {
                Some(at) => format!("{} {}: {words}", lang.pick("Rad", "Line"), at.line),
                None => words,
            }
        })
    };
    Failure::Wrong(problems.0.iter().map(line).collect())
}
