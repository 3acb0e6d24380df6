//! Small changes of a small plan, and what comes of each.

use planning_wheel::compute::{Outcome, compute};
use planning_wheel::document::parse;
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, add_days, format as iso};
use planning_wheel_tests::{catalogue, project_bytes};
use serde_json::Value;

fn json(file: &str) -> Value {
    let bytes = project_bytes(&format!("tests/data/awkward/{file}"));
    serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn texts(case: &Value, field: &str) -> Vec<String> {
    let list = case[field].as_array().cloned().unwrap_or_default();
    list.iter()
        .map(|one| one.as_str().expect("a text").to_owned())
        .collect()
}

/// The base plan with the changes of a case: `set` replaces or adds, `append` adds to a list.
fn changed(case: &Value) -> Value {
    let mut plan = json("base.json");
    for change in case["change"].as_array().expect("changes") {
        let to = change["to"].clone();
        if let Some(path) = change["append"].as_str() {
            let list = plan.pointer_mut(path).and_then(Value::as_array_mut);
            list.unwrap_or_else(|| panic!("{path}")).push(to);
            continue;
        }
        let path = change["set"].as_str().expect("a path");
        let (parent, field) = path.rsplit_once('/').expect("a path with a field");
        let parent = plan.pointer_mut(parent).unwrap_or_else(|| panic!("{path}"));
        match parent {
            Value::Object(fields) => {
                fields.insert(field.to_owned(), to);
            }
            Value::Array(list) => list[field.parse::<usize>().expect("a place")] = to,
            other => panic!("{path}: {other}"),
        }
    }
    plan
}

/// Years of a case; 2027 unless said.
fn range(case: &Value) -> DateRange {
    let year = |at: usize| case["years"][at].as_i64().map_or(2027, |year| year as i32);
    DateRange::years(year(0), year(1)).expect("years")
}

/// `id day`, then `–day` when it lasts several days, the time, and `cancelled` or `undecided`.
pub(crate) fn line(outcome: &Outcome, id: &str) -> String {
    let Some(entry) = outcome.calendar().get(id) else {
        return format!("{id} –");
    };
    let mut line = format!("{id} {}", iso(entry.start));
    let last = add_days(entry.end, -1);
    if last != entry.start {
        line.push_str(&format!("–{}", iso(last)));
    }
    if let Some(time) = entry.time {
        line.push_str(&format!(" {time}"));
    }
    let status = format!("{:?}", entry.status).to_lowercase();
    if status == "cancelled" || status == "undecided" {
        line.push_str(&format!(" {status}"));
    }
    line
}

/// What is said of a case: its problems, or else its findings.
fn said(case: &Value, plan: &Plan, outcome: &Outcome) -> Vec<String> {
    let all = findings(plan, outcome);
    let mut lines: Vec<String> = all
        .iter()
        .filter(|finding| finding.severity.id() != "info" || case["info"] == true)
        .map(|finding| {
            let entry = finding.entry.as_deref().unwrap_or(&finding.path);
            format!("{} {entry}", finding.kind.id())
        })
        .collect();
    lines.dedup();
    lines
}

/// What differs from what a case expects.
fn differences(case: &Value) -> Vec<String> {
    let source = changed(case).to_string();
    let words = |text: String| format!("{text}\n");
    let plan = match parse(source.as_bytes()) {
        Err(problems) => Err(problems),
        Ok(parsed) => Plan::check(parsed.document, &catalogue()),
    };
    let plan = match plan {
        Ok(plan) => plan,
        Err(problems) => {
            let found: Vec<String> = problems
                .0
                .iter()
                .map(|one| format!("{} {}", one.path, text::problem(one, Lang::En)))
                .collect();
            return match found == texts(case, "problems") {
                true => Vec::new(),
                false => vec![format!("problems {found:#?}")],
            };
        }
    };
    let mut different = Vec::new();
    if case["problems"].is_array() {
        different.push(words("no problem".into()));
    }
    let outcome = compute(&plan, range(case));
    for expected in texts(case, "entries") {
        let id = expected.split(' ').next().unwrap_or_default();
        let found = line(&outcome, id);
        let date_only = found.split(' ').take(2).collect::<Vec<_>>().join(" ");
        if found != expected && date_only != expected {
            different.push(format!("{found} instead of {expected}"));
        }
    }
    for id in texts(case, "none") {
        if outcome.calendar().get(&id).is_some() {
            different.push(format!("{} should not be", line(&outcome, &id)));
        }
    }
    let found = said(case, &plan, &outcome);
    if found != texts(case, "findings") {
        different.push(format!("findings {found:#?}"));
    }
    different.extend(reasons(case, &outcome));
    different.extend(holders(case, &outcome));
    different.extend(restricted(&plan, range(case)));
    different
}

/// Reasons that a case expects: `id: words`.
fn reasons(case: &Value, outcome: &Outcome) -> Vec<String> {
    texts(case, "reasons")
        .iter()
        .filter_map(|expected| {
            let (id, words) = expected.split_once(": ")?;
            let found: Vec<String> = outcome
                .calendar()
                .get(id)
                .map(|entry| {
                    let all = entry.reasons.iter();
                    all.map(|why| text::reason(why, Lang::En)).collect()
                })
                .unwrap_or_default();
            (!found.iter().any(|one| one == words)).then(|| format!("{id}: {found:#?}"))
        })
        .collect()
}

/// Holders of offices that a case expects: `id name`.
fn holders(case: &Value, outcome: &Outcome) -> Vec<String> {
    texts(case, "holders")
        .into_iter()
        .filter_map(|expected| {
            let (id, name) = expected.split_once(' ')?;
            let entry = outcome.calendar().get(id);
            let holder = entry.and_then(|entry| entry.holder.as_ref());
            let found = holder.map(|holder| holder.get(Lang::En).to_owned());
            (found.as_deref() != Some(name)).then(|| format!("{id} {found:?} instead of {name}"))
        })
        .collect()
}

/// A longer range gives the same entries inside each of its years.
pub(crate) fn restricted(plan: &Plan, range: DateRange) -> Vec<String> {
    let years = chrono::Datelike::year(&range.start)..chrono::Datelike::year(&range.end);
    let all = compute(plan, range);
    let mut different = Vec::new();
    for year in years {
        let one = DateRange::year(year).expect("a year");
        let alone: Vec<_> = compute(plan, one).into_calendar().entries().to_vec();
        let inside: Vec<_> = all
            .calendar()
            .entries()
            .iter()
            .filter(|entry| entry.range().overlaps(&one))
            .cloned()
            .collect();
        if alone != inside {
            different.push(format!(
                "{year} alone differs from {year} in a longer range"
            ));
        }
    }
    different
}

#[test]
fn every_awkward_thing_comes_out_as_the_case_says() {
    let cases = json("cases.json");
    let wrong: Vec<String> = cases
        .as_array()
        .expect("a list of cases")
        .iter()
        .filter_map(|case| {
            let different = differences(case);
            (!different.is_empty())
                .then(|| format!("{}:\n  {}", case["name"], different.join("\n  ")))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
