//! What plans/README.md says is true: its examples, its tables and its limits.

use planning_wheel::compute::compute;
use planning_wheel::document::{MAX_DEPTH, MAX_PROBLEMS, MAX_SIZE, MAX_TEXT, parse, schema};
use planning_wheel::placement::weights;
use planning_wheel::time::{DateRange, DateRule, Lang, format as iso};
use planning_wheel_tests::{checked, project_bytes};
use serde_json::Value;

fn readme() -> String {
    String::from_utf8(project_bytes("plans/README.md")).unwrap()
}

/// The fenced blocks, each with its kind.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    for part in text.split("\n```").skip(1).step_by(2) {
        blocks.push(part.split_once('\n').unwrap());
    }
    blocks
}

/// The first plan with the fields of an example in place of its own.
fn with(base: &Value, fragment: &str) -> Value {
    let fragment: Value =
        serde_json::from_str(fragment).unwrap_or_else(|e| panic!("{e}: {fragment}"));
    let mut plan = base.clone();
    let fields = plan.as_object_mut().unwrap();
    for (name, part) in fragment.as_object().unwrap() {
        fields.insert(name.clone(), part.clone());
    }
    plan
}

/// What differs between the entries of a plan and the lines after its example.
fn differences(plan: &Value, lines: &str) -> Vec<String> {
    let document = match parse(plan.to_string().as_bytes()) {
        Ok(parsed) => parsed.document,
        Err(problems) => panic!("{problems}"),
    };
    let outcome = compute(&checked(document), DateRange::years(2027, 2030).unwrap());
    let calendar = outcome.calendar();
    assert!(outcome.trouble().is_empty(), "{:#?}", outcome.trouble());
    let mut different = Vec::new();
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let (id, day) = line.split_once(' ').unwrap();
        let found = calendar.get(id).map(|entry| iso(entry.start));
        if found.as_deref() != Some(day) {
            different.push(format!("{id} {}", found.unwrap_or_default()));
        }
    }
    different
}

#[test]
fn every_example_gives_what_stands_after_it() {
    let text = readme();
    let blocks = blocks(&text);
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let base: Value = serde_json::from_str(blocks[0].1).unwrap();
    let mut different = Vec::new();
    let mut examples = 0;
    for (at, (kind, text)) in blocks.iter().enumerate() {
        if *kind != "json" {
            assert_eq!(*kind, "text");
            continue;
        }
        examples += 1;
        let plan = with(&base, text);
        assert!(validator.is_valid(&plan), "{text}");
        let lines = blocks.get(at + 1).filter(|next| next.0 == "text");
        different.extend(differences(&plan, lines.map_or("", |next| next.1)));
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
    assert!(examples > 10);
}

/// The rows of the tables whose first cell is code that begins so.
fn rows<'a>(text: &'a str, first: &'a str) -> impl Iterator<Item = Vec<&'a str>> {
    text.lines()
        .filter(move |line| {
            line.strip_prefix("| ")
                .is_some_and(|line| line.starts_with(first))
        })
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
}

#[test]
fn date_rules_read_as_the_table_says() {
    let text = readme();
    let mut different = Vec::new();
    let mut count = 0;
    for row in rows(&text, "`{ \"on\"") {
        count += 1;
        let json = row[0].trim_matches('`');
        let rule: DateRule = serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}: {json}"));
        let (sv, en) = (rule.describe(Lang::Sv), rule.describe(Lang::En));
        if row[1..] != [&sv, &en] {
            different.push(format!("| `{json}` | {sv} | {en} |"));
        }
    }
    assert!(different.is_empty(), "\n{}", different.join("\n"));
    assert!(count > 10);
}

#[test]
fn coverages_and_weights_are_those_of_the_program() {
    let text = readme();
    for coverage in
        rows(&text, "`").filter(|row| row.len() == 2 && row[1].starts_with(char::is_uppercase))
    {
        let json = coverage[0].trim_matches('`');
        if json.starts_with('{') || json.starts_with('"') {
            let found = serde_json::from_str::<planning_wheel::document::Coverage>(json);
            assert!(found.is_ok(), "{json}");
        }
    }
    let costs = [
        ("Not the `prefer`", weights::UNUSUAL_WEEKDAY),
        ("Squeeze day", weights::SQUEEZE_DAY),
        ("Eve of", weights::EVE),
        ("In a break", weights::BREAK),
    ];
    for (day, weight) in costs {
        let row = rows(&text, day).next().unwrap();
        assert_eq!(row[1], weight.to_string(), "{day}");
        let days: i64 = row[2].split(' ').next().unwrap().parse().unwrap();
        assert_eq!(days * days, weight, "{day}");
    }
}

#[test]
fn the_limits_are_those_of_the_reader() {
    let text = readme();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for limit in [
        format!("{} MiB a file", MAX_SIZE / (1024 * 1024)),
        format!("{},000 characters a text", MAX_TEXT / 1000),
        format!("{MAX_DEPTH} levels"),
        format!("At most {MAX_PROBLEMS} problems"),
    ] {
        assert!(text.contains(&limit), "{limit}");
    }
}
