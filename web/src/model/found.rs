//! Findings in words.

use super::detail::SourceLine;
use super::year::Year;
use planning_wheel::findings::{Finding, Severity};
use planning_wheel::text;
use planning_wheel::time::Lang;

/// A finding as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) severity: Severity,
    pub(crate) words: String,
    /// What helps, when something is known to.
    pub(crate) fix: Option<String>,
    pub(crate) sources: Vec<SourceLine>,
    /// Title and id of the entry that it concerns.
    pub(crate) entry: Option<(String, String)>,
}

/// The year's findings, the gravest first.
pub(crate) fn found(year: &Year, lang: Lang) -> Vec<Found> {
    year.findings
        .iter()
        .map(|finding| one(year, finding, lang))
        .collect()
}

/// The findings about one entry.
pub(crate) fn found_of(year: &Year, id: &str, lang: Lang) -> Vec<Found> {
    let own = year.findings.of_entry(id);
    own.map(|finding| Found {
        entry: None,
        ..one(year, finding, lang)
    })
    .collect()
}

fn one(year: &Year, finding: &Finding, lang: Lang) -> Found {
    let entry = finding
        .entry
        .as_deref()
        .and_then(|id| year.calendar.get(id));
    Found {
        severity: finding.severity,
        words: text::finding(finding, &year.plan, lang),
        fix: finding.fix.as_ref().map(|fix| text::fix(fix, lang)),
        sources: finding
            .sources
            .iter()
            .map(|source| SourceLine::of(source, lang))
            .collect(),
        entry: entry.map(|entry| {
            let day = lang.short_date(entry.start);
            (
                format!("{}, {day}", entry.title.get(lang)),
                entry.id.clone(),
            )
        }),
    }
}
