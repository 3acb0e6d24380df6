//! Findings, ready to print.

use crate::entry::SourceData;
use crate::load::Loaded;
use crate::{clean, words};
use planning_wheel::compute::Outcome;
use planning_wheel::time::Lang;
use serde::Serialize;

/// How much a finding matters, worst first.
pub(crate) const SEVERITIES: [&str; 3] = ["error", "warning", "info"];

/// A finding, ready to print; the crate's documentation lists the fields.
#[derive(Debug, Serialize)]
pub(crate) struct Remark {
    pub(crate) kind: &'static str,
    pub(crate) severity: &'static str,
    pub(crate) path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) entry: Option<String>,
    pub(crate) start: String,
    pub(crate) end: String,
    pub(crate) message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<SourceData>,
    pub(crate) sources: Vec<SourceData>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fix: Option<String>,
}

/// Every finding of a calendar, worst first.
pub(crate) fn remarks(_loaded: &Loaded, _outcome: &Outcome, _lang: Lang) -> Vec<Remark> {
    Vec::new()
}

/// True when a finding has severity error.
pub(crate) fn any_error(remarks: &[Remark]) -> bool {
    remarks.iter().any(|remark| remark.severity == "error")
}

/// "1 fel, 3 varningar, 2 upplysningar"; nothing without findings.
pub(crate) fn summary(remarks: &[Remark], lang: Lang) -> Option<String> {
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

/// A finding for people: severity and words, then where, by whom and what to do.
pub(crate) fn words(remark: &Remark, file: &str, lang: Lang) -> String {
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
    for source in &remark.sources {
        let text = match source.section.as_str() {
            "" => source.agreement.clone(),
            section => format!("{}, {section}", source.agreement),
        };
        detail(lang.pick("källa", "source"), &text);
    }
    if let Some(entry) = &remark.entry {
        detail(lang.pick("post", "entry"), entry);
    }
    if let Some(fix) = &remark.fix {
        detail(lang.pick("förslag", "suggestion"), fix);
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
