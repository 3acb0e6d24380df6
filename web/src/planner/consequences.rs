//! What becomes different with what is being tried.

use super::bench::Bench;
use super::words;
use crate::shared::Shared;
use crate::state::Desk;
use crate::view::board::Shown;
use leptos::prelude::*;
use planning_wheel::findings::Finding;
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Consequences as Different, DateChange, Scenario, consequences};
use planning_wheel::text;
use planning_wheel::time::Lang;

/// Dates and findings that differ, while something is being tried.
#[component]
pub(crate) fn Consequences() -> impl IntoView {
    let (bench, shown) = (Bench::here(), Shown::here());
    let lang = Desk::here().lang;
    let range = Memo::new(move |_| shown.year.with(|year| year.calendar.range()));
    let scenario = move |plan: &Plan| Scenario::new(plan.clone(), range.get());
    // The same for as long as a meeting is in the hand.
    let before = Memo::new(move |_| {
        bench
            .tries()
            .then(|| Shared::new(bench.base.with(|plan| scenario(plan))))
    });
    let lines = Memo::new(move |_| {
        let before = before.get()?;
        let after = bench.plan.with(|plan| scenario(plan));
        let found = consequences(&before, &after);
        Some(Lines::of(&found, after.plan(), lang))
    });
    let list = |class: &'static str, title: &'static str, lines: Vec<String>| {
        let lines_shown = lines
            .iter()
            .map(|line| view! { <li>{line.clone()}</li> })
            .collect_view();
        (!lines.is_empty())
            .then(|| view! { <div class=class><h3>{title}</h3><ul>{lines_shown}</ul></div> })
    };
    view! {
        <div class="consequences" aria-live="polite">
            {move || lines.get().map(|lines| view! {
                <h2>{words::consequences(lang)}</h2>
                {lines.dates.is_empty().then(|| view! { <p>{words::no_consequences(lang)}</p> })}
                <ul>{lines.dates.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                {list("found warning", words::found(lang), lines.found)}
                {list("found", words::solved(lang), lines.solved)}
            })}
        </div>
    }
}

/// The differences in words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lines {
    dates: Vec<String>,
    found: Vec<String>,
    solved: Vec<String>,
}

impl Lines {
    fn of(found: &Different, plan: &Plan, lang: Lang) -> Self {
        let findings = |list: &[Finding]| {
            list.iter()
                .map(|one| text::finding(one, plan, lang))
                .collect()
        };
        Self {
            dates: found
                .dates
                .iter()
                .map(|change| date_line(change, lang))
                .collect(),
            found: findings(&found.found),
            solved: findings(&found.solved),
        }
    }
}

/// "Dagordning ut: ons 10 nov → tor 11 nov".
pub(crate) fn date_line(change: &DateChange, lang: Lang) -> String {
    let title = change.title.get(lang);
    let day = |range: &Option<planning_wheel::time::DateRange>| {
        range.map(|range| lang.short_date(range.start))
    };
    match (day(&change.before), day(&change.after)) {
        (Some(before), Some(after)) => format!("{title}: {before} → {after}"),
        (Some(before), None) => format!("{title}: {before} → {}", words::gone(lang)),
        (None, Some(after)) => format!("{title}: {} {after}", words::new(lang)),
        (None, None) => title.to_owned(),
    }
}
