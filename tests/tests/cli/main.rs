//! The program on the command line: run inside the test, with its streams as values.

mod bad_input;
mod bring;
mod commands;
mod csv;
mod export;
mod help;
mod json;
mod page;
mod papers;
mod planning;
mod safety;
mod wheel;

use planning_wheel_cli::{Exit, run};
use planning_wheel_tests::project_file;

/// How a run of the program ended, and what it wrote.
struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

/// Runs the program with arguments as a person writes them; plans are found from the project's
/// folder.
fn planning_wheel(line: &str) -> Ran {
    with_input(line, b"")
}

/// The same with something on standard input.
fn with_input(line: &str, stdin: &[u8]) -> Ran {
    let words: Vec<&str> = line.split_whitespace().collect();
    with_words(&words, stdin)
}

/// The same with the words already apart.
fn with_words(words: &[&str], mut stdin: &[u8]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = words.iter().map(|word| in_project(word));
    let args = std::iter::once("planning-wheel".to_owned()).chain(words);
    let exit = run(args, &mut stdin, &mut out, &mut err);
    Ran {
        exit,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

fn in_project(word: &str) -> String {
    if word.starts_with("plans/") {
        project_file(word).display().to_string()
    } else {
        word.to_owned()
    }
}

impl Ran {
    /// Standard output of a run that went well.
    fn fine(self, line: &str) -> String {
        assert_eq!(self.exit, Exit::Fine, "{line}: {}", self.err);
        assert!(!self.out.is_empty(), "{line}: nothing was printed");
        self.out
    }

    /// Standard error of a run that could not read something, and printed no data.
    fn unreadable(self, line: &str) -> String {
        assert_eq!(self.exit, Exit::Unreadable, "{line}: {}", self.out);
        assert_eq!(self.out, "", "{line}");
        assert!(!self.err.is_empty(), "{line}: nothing was said");
        self.err
    }
}
