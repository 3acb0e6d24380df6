//! Findings, ready to print.

use crate::console::Console;
use crate::entry::{self, SourceData};
use crate::load::Loaded;
use crate::{clean, words};
use planning_wheel::compute::Outcome;
use planning_wheel::findings::{Change, Finding, Fix, findings};
use planning_wheel::text;
use planning_wheel::time::{Lang, format};
use serde::Serialize;
use serde_json::Value;

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
    pub(crate) fix: Option<FixData>,
}

/// A change to the plan that helps.
#[derive(Debug, Serialize)]
pub(crate) struct FixData {
    pub(crate) message: String,
    pub(crate) changes: Vec<ChangeData>,
}

/// One change of a document.
#[derive(Debug, Serialize)]
pub(crate) struct ChangeData {
    pub(crate) op: &'static str,
    pub(crate) path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) value: Option<Value>,
}

/// Every finding of a calendar, worst first.
pub(crate) fn remarks(loaded: &Loaded, outcome: &Outcome, lang: Lang) -> Vec<Remark> {
    let found = findings(&loaded.plan, outcome);
    let remark = |finding| Remark::new(finding, loaded, lang);
    found.iter().map(remark).collect()
}

impl Remark {
    fn new(finding: &Finding, loaded: &Loaded, lang: Lang) -> Self {
        let position = loaded.positions.find(&finding.path);
        let sources = entry::sources(&finding.sources, lang);
        Self {
            kind: finding.kind.id(),
            severity: finding.severity.id(),
            path: finding.path.clone(),
            line: position.map(|at| at.line),
            column: position.map(|at| at.column),
            entry: finding.entry.clone(),
            start: format(finding.range.start),
            end: format(finding.range.end),
            message: text::finding(finding, &loaded.plan, lang),
            source: sources.first().cloned(),
            sources,
            fix: finding.fix.as_ref().map(|fix| FixData::new(fix, lang)),
        }
    }
}

impl FixData {
    fn new(fix: &Fix, lang: Lang) -> Self {
        Self {
            message: text::fix(fix, lang),
            changes: fix.changes.iter().map(ChangeData::new).collect(),
        }
    }
}

impl ChangeData {
    fn new(change: &Change) -> Self {
        let (op, value) = match change {
            Change::Set { value, .. } => ("set", Some(value.clone())),
            Change::Append { value, .. } => ("append", Some(value.clone())),
            Change::Remove { .. } => ("remove", None),
        };
        Self {
            op,
            path: change.path().to_owned(),
            value,
        }
    }
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

/// How many findings there are, for whoever looks at the screen.
pub(crate) fn tell(findings: &[Remark], loaded: &Loaded, console: &mut Console<'_>) {
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
