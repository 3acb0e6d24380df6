//! One answer for each question.

use crate::asked::{Asked, unknown_word};
use crate::kept::{Kept, unknown_id};
use crate::{days, files, simulate, wheels};
use planning_wheel::compute::{Sought, compute, seek};
use planning_wheel::document::{self, Catalogue, Positions};
use planning_wheel::error::{Problems, Reference};
use planning_wheel::export::json::{
    Checked, DutyData, EntryData, FindingData, HolidayData, MandateData,
};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, MandateCalendar, named_days};
use serde::Serialize;

/// A plan that was read, and where its parts stand.
pub(crate) struct Given {
    pub(crate) plan: Plan,
    positions: Positions,
}

/// The questions.
const QUESTIONS: [&str; 12] = [
    "check",
    "calendar",
    "explain",
    "mandates",
    "holidays",
    "duties",
    "wheel",
    "mandateWheel",
    "ics",
    "csv",
    "svg",
    "simulate",
];

/// Answers a question.
pub(crate) fn answer(
    question: &str,
    plan: &[u8],
    catalogue: &[u8],
    asked: &Asked<'_>,
) -> Result<String, Problems> {
    match question {
        "mandates" => return mandates(asked),
        "holidays" => return holidays(asked),
        "duties" => return duties(catalogue, asked),
        _ => {}
    }
    let given = read(plan, catalogue, asked);
    if question == "check" {
        return check(given, asked);
    }
    let given = given?;
    if question == "simulate" {
        return simulate::simulate(given, &duties_of(catalogue)?, asked);
    }
    match question {
        "calendar" => calendar(&given.plan, asked),
        "explain" => explain(&given.plan, asked),
        "wheel" => wheels::year(&given.plan, asked),
        "mandateWheel" => wheels::mandate(&given.plan, asked),
        "ics" => files::ics(&given.plan, asked),
        "csv" => files::csv(&given.plan, asked),
        "svg" => wheels::svg(&given.plan, asked),
        _ => Err(unknown_word("", question, QUESTIONS.into_iter())),
    }
}

fn read(plan: &[u8], catalogue: &[u8], asked: &Asked<'_>) -> Result<Given, Problems> {
    let read = || -> Result<Given, Problems> {
        let catalogue = duties_of(catalogue)?;
        let parsed = document::parse(plan)?;
        let positions = parsed.positions;
        let plan = Plan::check(parsed.document, &catalogue)
            .map_err(|problems| problems.locate(&positions))?;
        Ok(Given { plan, positions })
    };
    let mut given = read();
    if asked.has("unplaced") {
        // The plan was no text of a person's: lines and columns mean nothing to them.
        match &mut given {
            Ok(given) => given.positions = Positions::default(),
            Err(problems) => problems
                .0
                .iter_mut()
                .for_each(|problem| problem.position = None),
        }
    }
    given
}

fn duties_of(catalogue: &[u8]) -> Result<Catalogue, Problems> {
    if catalogue.is_empty() {
        return Ok(Catalogue::empty());
    }
    Ok(document::parse_catalogue(catalogue)?.document)
}

fn check(given: Result<Given, Problems>, asked: &Asked<'_>) -> Result<String, Problems> {
    let lang = asked.lang();
    let Given { plan, positions } = match given {
        Ok(given) => given,
        Err(problems) => return Ok(json(&Checked::refused(&problems, lang))),
    };
    let range = days::days(asked, &plan)?;
    let found = findings(&plan, &compute(&plan, range));
    let found = FindingData::all(&found, &plan, &positions, lang);
    Ok(json(&Checked::of(&plan, range, found)))
}

fn calendar(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let (range, kept) = (days::days(asked, plan)?, Kept::new(asked, plan)?);
    let calendar = kept.spread(compute(plan, range).into_calendar(), plan);
    let entries = kept.of(&calendar, plan).into_iter();
    let entries = entries.map(|entry| EntryData::new(entry, plan, asked.lang()));
    Ok(json(&entries.collect::<Vec<_>>()))
}

fn explain(plan: &Plan, asked: &Asked<'_>) -> Result<String, Problems> {
    let id = asked.one("entry").unwrap_or_default();
    match seek(plan, id) {
        Sought::Found(_, entry) => Ok(json(&EntryData::new(&entry, plan, asked.lang()))),
        Sought::Missing(ids) => {
            let known = ids.iter().map(String::as_str);
            Err(unknown_id("entry", Reference::Part, id, known))
        }
    }
}

fn mandates(asked: &Asked<'_>) -> Result<String, Problems> {
    let (first, last) = days::years(asked)?;
    let periods = MandateCalendar::swedish().periods(first, last);
    let data: Vec<MandateData> = periods.iter().map(MandateData::new).collect();
    Ok(json(&data))
}

fn holidays(asked: &Asked<'_>) -> Result<String, Problems> {
    let days = named_days(days::year(asked, "year")?);
    let data = days.iter().map(|day| HolidayData::new(day, asked.lang()));
    Ok(json(&data.collect::<Vec<_>>()))
}

fn duties(catalogue: &[u8], asked: &Asked<'_>) -> Result<String, Problems> {
    let (catalogue, year) = (duties_of(catalogue)?, days::year(asked, "year")?);
    let plan = Plan::of_duties(&catalogue, year)?;
    let Some(range) = DateRange::year(year) else {
        return Ok(json(&[(); 0]));
    };
    let calendar = compute(&plan, range).into_calendar();
    let dated = DutyData::dated(&calendar, &catalogue).into_iter();
    let data = dated.map(|(entry, duty)| DutyData::new(entry, duty, &plan, asked.lang()));
    Ok(json(&data.collect::<Vec<_>>()))
}

/// A value as JSON. What is written here has no key that is not a text, so that nothing can fail.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
