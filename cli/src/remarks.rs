//! Findings, ready to print.

use crate::console::Console;
use crate::load::Loaded;
use crate::{clean, words};
use planning_wheel::compute::Outcome;
use planning_wheel::export::json::FindingData;
use planning_wheel::findings::findings;
use planning_wheel::time::Lang;

/// How much a finding matters, worst first.
pub(crate) const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// Every finding of a calendar, worst first.
pub(crate) fn remarks(loaded: &Loaded, outcome: &Outcome, lang: Lang) -> Vec<FindingData> {
    let found = findings(&loaded.plan, outcome);
    FindingData::all(&found, &loaded.plan, &loaded.positions, lang)
}

/// True when a finding has severity error.
pub(crate) fn any_error(remarks: &[FindingData]) -> bool {
    remarks.iter().any(|remark| remark.severity == "error")
}

/// "1 fel, 3 varningar, 2 upplysningar"; nothing without findings.
pub(crate) fn summary(remarks: &[FindingData], lang: Lang) -> Option<String> {
    let count = |severity: &str| {
        let number = remarks
            .iter()
            .filter(|remark| remark.severity == severity)
            .count();
        let (one, many) = names(severity, lang);
        (number > 0).then(|| words::count(number, one, many))
    };
    let counts: Vec<String> = SEVERITIES.into_iter().filter_map(count).collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// How many findings there are, for whoever looks at the screen.
pub(crate) fn tell(findings: &[FindingData], loaded: &Loaded, console: &mut Console<'_>) {
    let lang = console.lang();
    if let Some(summary) = summary(findings, lang) {
        let name = &loaded.name;
        let see = lang.pick(
            "visas av planning-wheel check",
            "shown by planning-wheel check",
        );
        console.aside(&format!("{name}: {summary} ({see})\n"));
    }
}

/// A finding for people: severity and words, then where, by whom and what to do.
pub(crate) fn words(remark: &FindingData, file: &str, lang: Lang) -> String {
    let (severity, _) = names(remark.severity, lang);
    let mut shown = format!("{severity}: {}\n", clean::line(&remark.message));
    let place = match (remark.line, remark.column) {
        (Some(line), Some(column)) => format!("{file}:{line}:{column} {}", remark.path),
        _ => format!("{file} {}", remark.path),
    };
    let mut detail = |label: &str, text: &str| {
        shown.push_str(&format!("  {label}: {}\n", clean::line(text)));
    };
    detail(lang.pick("plats", "place"), place.trim_end());
    let mut told = Vec::new();
    for source in &remark.sources {
        let place = source.place();
        if !told.contains(&place) {
            detail(lang.pick("källa", "source"), &place);
            told.push(place);
        }
    }
    if let Some(entry) = &remark.entry {
        detail(lang.pick("post", "entry"), entry);
    }
    if let Some(fix) = &remark.fix {
        detail(lang.pick("förslag", "suggestion"), &fix.message);
    }
    shown
}

fn names(severity: &str, lang: Lang) -> (&'static str, &'static str) {
    match severity {
        "error" => (lang.pick("fel", "error"), lang.pick("fel", "errors")),
        "warning" => (
            lang.pick("varning", "warning"),
            lang.pick("varningar", "warnings"),
        ),
        _ => (
            lang.pick("upplysning", "note"),
            lang.pick("upplysningar", "notes"),
        ),
    }
}
