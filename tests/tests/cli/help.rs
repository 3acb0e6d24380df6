//! The help is true: its examples run, and it names every kind and field.

use super::{planning_wheel, with_input};
use planning_wheel::calendar::EntryKind;
use planning_wheel_cli::Exit;
use planning_wheel_tests::{project_bytes, project_file};

const COMMANDS: [&str; 16] = [
    "check", "calendar", "explain", "export", "wheel", "page", "simulate", "diff", "merge",
    "import", "paper", "format", "mandates", "holidays", "duties", "schema",
];

/// Files that examples write.
const WRITTEN: [&str; 4] = ["wheel.svg", "feed.ics", "entries.csv", "plan.html"];

/// Files that examples read and only a build leaves; here, what they are made of.
const BUILT: (&str, &str) = ("dist/single/sskl-kalmar.html", "web/single.html");

fn help(command: &str) -> String {
    let line = format!("{command} --help");
    planning_wheel(&line).fine(&line)
}

#[test]
fn every_example_works() {
    let mut pages: Vec<String> = COMMANDS.iter().map(|command| help(command)).collect();
    pages.push(help(""));
    for page in pages {
        let examples: Vec<&str> = page
            .lines()
            .skip_while(|line| !line.starts_with("Examples:"))
            .filter_map(|line| line.strip_prefix("  planning-wheel "))
            .collect();
        assert!(examples.len() >= 2, "{page}");
        for example in examples {
            run_example(example);
        }
    }
}

fn run_example(example: &str) {
    let (line, stdin) = match example.split_once(" < ") {
        Some((line, file)) => (line, project_bytes(file)),
        None => (example, Vec::new()),
    };
    let folder = std::env::temp_dir().join(format!("planning-wheel-help-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (built, source) = BUILT;
    let line = line.replace(built, &project_file(source).display().to_string());
    if line.contains("--template plan.html") {
        std::fs::copy(project_file(source), folder.join("plan.html")).unwrap();
    }
    let words = line.split(' ').map(|word| match WRITTEN.contains(&word) {
        true => folder.join(word).display().to_string(),
        false => word.to_owned(),
    });
    let ran = with_input(&words.collect::<Vec<_>>().join(" "), &stdin);
    assert_eq!(ran.exit, Exit::Fine, "{example}: {}", ran.err);
    let written = std::fs::read_dir(&folder).unwrap().next().is_some();
    assert!(written || !ran.out.is_empty(), "{example}");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_command_is_in_the_program_s_help() {
    let page = help("");
    for command in COMMANDS {
        assert!(page.contains(&format!("  {command} ")), "{command}: {page}");
        assert_eq!(
            help(command),
            planning_wheel(&format!("help {command}")).out
        );
    }
    assert!(page.contains("Exit codes: 0"));
}

#[test]
fn the_calendar_s_help_names_every_kind_and_field() {
    for kind in EntryKind::ALL {
        for command in ["calendar", "export"] {
            assert!(
                help(command).contains(kind.id()),
                "{command}: {}",
                kind.id()
            );
        }
    }
    let page = help("calendar");
    for field in super::json::FIELDS {
        assert!(page.contains(field), "{field}");
    }
}
