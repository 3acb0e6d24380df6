//! Variants of a plan side by side, on one page.

use super::{Block, Paper};
use crate::findings::{Finding, Severity};
use crate::scenario::{Assumptions, Comparison, Load, Measures, Scenario, What, compare, measure};
use crate::text;
use crate::time::{Lang, add_days};
use chrono::Datelike;

/// Findings told of all variants together, half of them new and half solved: the paper is one page.
const TOLD: usize = 16;

/// What variants of a plan give beside it: meetings, hours, dates and findings.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument};
/// use planning_wheel::{paper::comparison, plan::Plan, time::{DateRange, Lang}};
/// use planning_wheel::scenario::{Assumptions, Scenario};
/// let plan = Plan::check(PlanDocument::blank("nso", "Nätverket"), &Catalogue::empty()).unwrap();
/// let base = Scenario::new(plan, DateRange::years(2027, 2030).unwrap());
/// let paper = comparison(&base, &[("samma".into(), &base)], &Assumptions::default(), Lang::En);
/// assert_eq!(paper.title, "Comparison 2027–2030");
/// ```
#[must_use]
pub fn comparison(
    base: &Scenario,
    variants: &[(String, &Scenario)],
    assumptions: &Assumptions,
    lang: Lang,
) -> Paper {
    let range = base.range();
    let (first, last) = (range.start.year(), add_days(range.end, -1).year());
    let years = if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    };
    let title = format!("{} {years}", lang.pick("Jämförelse", "Comparison"));
    let mut paper = Paper::new(
        lang,
        title,
        base.plan().document().title.get(lang).to_owned(),
    );
    let own = lang.pick("Planen", "The plan").to_owned();
    let all: Vec<(&str, &Scenario, Measures)> = std::iter::once((own.as_str(), base))
        .chain(
            variants
                .iter()
                .map(|(name, scenario)| (name.as_str(), *scenario)),
        )
        .map(|(name, scenario)| (name, scenario, measure(scenario, assumptions)))
        .collect();
    figures(&mut paper, &all);
    bodies(&mut paper, &all);
    let most = (TOLD / 2 / variants.len().max(1)).min(TOLD / 4);
    for (name, scenario) in variants {
        paper.blocks.push(Block::Heading(name.clone()));
        let found = compare(base, scenario, assumptions);
        differences(&mut paper, &found, [base, scenario], most);
    }
    paper
}

type Column<'a> = (&'a str, &'a Scenario, Measures);

fn head(all: &[Column<'_>]) -> Vec<String> {
    let names = all.iter().map(|(name, _, _)| (*name).to_owned());
    std::iter::once(String::new()).chain(names).collect()
}

/// One row for each figure, one column for each variant.
fn figures(paper: &mut Paper, all: &[Column<'_>]) {
    let lang = paper.lang;
    let row = |sv: &str, en: &str, figure: &dyn Fn(&Column<'_>) -> String| {
        let own = std::iter::once(lang.pick(sv, en).to_owned());
        own.chain(all.iter().map(figure)).collect::<Vec<String>>()
    };
    let severe = |one: &Column<'_>, severity| {
        let found = one.1.findings().iter();
        found
            .filter(|finding| finding.severity == severity)
            .count()
            .to_string()
    };
    let longest = |one: &Column<'_>| {
        let gap = one.2.gaps.iter().max_by_key(|gap| gap.days());
        gap.map_or_else(String::new, |gap| {
            let plan = one.1.plan();
            let body = plan.body_by_id(&gap.body).map(|id| plan.body(id).short());
            format!("{} ({})", gap.days(), body.unwrap_or(&gap.title).get(lang))
        })
    };
    let busiest = |one: &Column<'_>| {
        let most = one.2.weeks.iter().map(|week| week.meetings).max();
        most.unwrap_or(0).to_string()
    };
    let rows = vec![
        row("Möten", "Meetings", &|one| one.2.meetings.to_string()),
        row("Persontimmar", "Person-hours", &|one| total(&one.2.bodies)),
        row(
            "Flest möten på en vecka",
            "Most meetings in a week",
            &busiest,
        ),
        row("Längsta uppehåll, dagar", "Longest gap, days", &longest),
        row(
            "Beslut för tillträdande",
            "Decisions for the incoming",
            &|one| one.2.handed_over.len().to_string(),
        ),
        row("Fel", "Errors", &|one| severe(one, Severity::Error)),
        row("Varningar", "Warnings", &|one| {
            severe(one, Severity::Warning)
        }),
    ];
    paper.blocks.push(Block::Table {
        head: head(all),
        rows,
    });
}

/// Meetings and hours of each body.
fn bodies(paper: &mut Paper, all: &[Column<'_>]) {
    let lang = paper.lang;
    let mut names: Vec<(&str, &str)> = Vec::new();
    for load in all.iter().flat_map(|(_, _, measures)| &measures.bodies) {
        if load.meetings > 0 && !names.iter().any(|(id, _)| *id == load.id) {
            names.push((&load.id, load.title.get(lang)));
        }
    }
    let cell = |id: &str, measures: &Measures| {
        let load = measures.bodies.iter().find(|load| load.id == id);
        load.map_or_else(
            || "–".to_owned(),
            |load| format!("{} · {} h", load.meetings, hours(load)),
        )
    };
    let row = |(id, name): &(&str, &str)| {
        let cells = all.iter().map(|(_, _, measures)| cell(id, measures));
        std::iter::once((*name).to_owned()).chain(cells).collect()
    };
    let rows: Vec<Vec<String>> = names.iter().map(row).collect();
    if !rows.is_empty() {
        paper.heading("Möten och persontimmar", "Meetings and person-hours");
        paper.blocks.push(Block::Table {
            head: head(all),
            rows,
        });
    }
}

/// "120", or "120–140" where the plan gives a range of seats.
fn hours(load: &Load) -> String {
    let (least, most) = (load.minutes / 60, load.most_minutes / 60);
    match least == most {
        true => least.to_string(),
        false => format!("{least}–{most}"),
    }
}

fn total(loads: &[Load]) -> String {
    let sum = |minutes: fn(&Load) -> u64| loads.iter().map(minutes).sum::<u64>() / 60;
    let (least, most) = (sum(|load| load.minutes), sum(|load| load.most_minutes));
    match least == most {
        true => least.to_string(),
        false => format!("{least}–{most}"),
    }
}

/// How many dates differ, and what is solved and found: at most so many of each.
fn differences(paper: &mut Paper, found: &Comparison, plans: [&Scenario; 2], most: usize) {
    let lang = paper.lang;
    let count = |what: What| found.dates.iter().filter(|one| one.what == what).count();
    let (moved, added, gone) = (count(What::Moved), count(What::Added), count(What::Removed));
    let words = match lang {
        Lang::Sv => format!("{moved} flyttade, {added} nya och {gone} borttagna poster."),
        Lang::En => format!("{moved} entries moved, {added} new and {gone} gone."),
    };
    paper.blocks.push(Block::Paragraph(words));
    let [base, scenario] = plans;
    let said = |all: &[Finding], of: &Scenario| -> Vec<String> {
        let words = all.iter().map(|one| text::finding(one, of.plan(), lang));
        words.collect()
    };
    let (solved, new) = (said(&found.solved, base), said(&found.found, scenario));
    // What is said alike of both plans is about another meeting of the same day: nothing differs.
    let left = |own: &[String], other: &[String]| -> Vec<String> {
        let own = own.iter().filter(|words| !other.contains(words));
        own.cloned().collect()
    };
    let mut items = told(
        lang.pick("Löst", "Solved"),
        &left(&solved, &new),
        most,
        lang,
    );
    items.extend(told(
        lang.pick("Nytt", "New"),
        &left(&new, &solved),
        most,
        lang,
    ));
    if !items.is_empty() {
        paper.blocks.push(Block::List {
            numbered: false,
            items,
        });
    }
}

/// The first of them, and how many more there are.
fn told(word: &str, all: &[String], most: usize, lang: Lang) -> Vec<String> {
    let first = all.iter().take(most);
    let mut items: Vec<String> = first.map(|one| format!("{word}: {one}")).collect();
    let left = all.len().saturating_sub(most);
    if left > 0 {
        items.push(match lang {
            Lang::Sv => format!("{word}: {left} till"),
            Lang::En => format!("{word}: {left} more"),
        });
    }
    items
}
