//! `cargo xtask conformance`: the table in README that links every rule to its tests.
//!
//! A test names its rules in a comment above it, `// rule: SSKL-1, SSKL-2`; the
//! rules themselves stand in `tests/data/rule_ids.txt`, id and text with a tab between.
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome, fail};
use crate::sys;

const RULES: &str = "tests/data/rule_ids.txt";
const TESTS: &str = "tests/tests";
const START: &str = "<!-- conformance:start -->";
const END: &str = "<!-- conformance:end -->";

/// Rule id → the links to its tests.
type Links = BTreeMap<String, Vec<String>>;

/// Writes the table, or only checks it with `--check`.
pub(crate) fn conformance(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {
            let (readme, fresh) = table_in_readme()?;
            if readme != fresh {
                sys::write(&readme_path(), fresh)?;
            }
            println!("The table in README.md is up to date.");
            Ok(())
        }
        [check] if check == "--check" => self::check(),
        _ => fail("conformance takes --check or nothing."),
    }
}

/// Fails when a rule has no test or README's table is not what the tests say.
pub(crate) fn check() -> Outcome {
    let rules = rules()?;
    let links = links()?;
    let bare: Vec<&str> = rules
        .iter()
        .map(|(id, _)| id.as_str())
        .filter(|id| !links.contains_key(*id))
        .collect();
    if !bare.is_empty() {
        return fail(format!("These rules have no test: {}.", bare.join(", ")));
    }
    let (readme, fresh) = table_in_readme()?;
    if readme == fresh {
        return Ok(());
    }
    fail("The table in README.md is stale; run `cargo xtask conformance`.")
}

/// Whether there is a README to keep up to date.
pub(crate) fn has_readme() -> bool {
    readme_path().is_file()
}

fn readme_path() -> PathBuf {
    sys::root().join("README.md")
}

/// README as it is and as it should be.
fn table_in_readme() -> Outcome<(String, String)> {
    let readme = sys::read(&readme_path())?;
    let (Some(start), Some(end)) = (readme.find(START), readme.find(END)) else {
        return fail(format!("README.md lacks the lines {START} and {END}."));
    };
    if end < start {
        return fail(format!("README.md has {END} before {START}."));
    }
    let table = table(&rules()?, &links()?);
    let before = &readme[..start + START.len()];
    let fresh = format!("{before}\n{table}{}", &readme[end..]);
    Ok((readme, fresh))
}

/// The rules, in the order of their file.
fn rules() -> Outcome<Vec<(String, String)>> {
    let text = sys::read(&sys::root().join(RULES))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let pair = line.split_once('\t');
            let own = |(id, rule): (&str, &str)| (id.to_owned(), rule.to_owned());
            pair.map(own)
                .ok_or_else(|| Failure::new(format!("{RULES}: `{line}` has no tab after the id.")))
        })
        .collect()
}

/// The links of every test file; a rule that no list has is an error.
fn links() -> Outcome<Links> {
    let rules = rules()?;
    let mut links = Links::new();
    for path in sources(&sys::root().join(TESTS))? {
        let place = path.strip_prefix(sys::root()).unwrap_or(&path);
        let file = place.to_string_lossy().replace('\\', "/");
        for (id, test) in named_rules(&sys::read(&path)?) {
            if !rules.iter().any(|(known, _)| *known == id) {
                return fail(format!("{file}: {test} names the unknown rule {id}."));
            }
            let link = format!("[{}]({file})", test.replace('_', " "));
            links.entry(id).or_default().push(link);
        }
    }
    Ok(links)
}

/// The Rust files of a folder and the folders in it, in order.
fn sources(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| Failure::new(format!("{} cannot be read: {error}.", folder.display()));
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources.extend(self::sources(&path)?);
        } else if path.extension().is_some_and(|end| end == "rs") {
            sources.push(path);
        }
    }
    sources.sort();
    Ok(sources)
}

/// The pairs of rule and test function in one source file.
fn named_rules(source: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut pending: Vec<String> = Vec::new();
    let mut is_test = false;
    for line in source.lines().map(str::trim) {
        if let Some(list) = line.strip_prefix("// rule:") {
            pending.extend(list.split(',').map(|id| id.trim().to_owned()));
        } else if line.starts_with("#[test]") {
            is_test = true;
        } else if let Some(rest) = line.strip_prefix("fn ") {
            let name = rest.split(['(', '<']).next().unwrap_or(rest);
            let ids = std::mem::take(&mut pending);
            if std::mem::take(&mut is_test) {
                pairs.extend(ids.into_iter().map(|id| (id, name.to_owned())));
            }
        } else if !line.starts_with("//") && !line.starts_with("#[") {
            pending.clear();
            is_test = false;
        }
    }
    pairs
}

/// The Markdown table.
fn table(rules: &[(String, String)], links: &Links) -> String {
    let mut table = String::from("\n| rule | what must come out | tests |\n|---|---|---|\n");
    for (id, rule) in rules {
        let tests = links
            .get(id)
            .map_or_else(String::new, |tests| tests.join("; "));
        // Writing to a String cannot fail.
        let _ = writeln!(table, "| {id} | {} | {tests} |", rule.replace('|', "\\|"));
    }
    table.push('\n');
    table
}

#[cfg(test)]
mod tests {
    use super::{Links, named_rules, table};

    #[test]
    fn a_comment_belongs_to_the_test_below_it() {
        let source = "\
            // rule: SSKL-1, SSKL-2\n/// Said.\n#[test]\nfn two_years() {}\n\
            // rule: BLE-1\nfn no_test() {}\n\
            #[test]\n// rule: VN-2\n#[should_panic]\nfn january() {}\n\
            // rule: VN-3\nlet x = 1;\n#[test]\nfn unrelated() {}\n";
        let pairs = named_rules(source);
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(id, test)| (id.as_str(), test.as_str()))
            .collect();
        assert_eq!(
            pairs,
            [
                ("SSKL-1", "two_years"),
                ("SSKL-2", "two_years"),
                ("VN-2", "january"),
            ]
        );
    }

    #[test]
    fn every_rule_has_a_row() {
        let rules = [("A-1".to_owned(), "one | two".to_owned())];
        let links = Links::from([("A-1".to_owned(), vec!["[x](y)".to_owned()])]);
        assert!(table(&rules, &links).contains("| A-1 | one \\| two | [x](y) |\n"));
        assert!(table(&rules, &Links::new()).contains("| A-1 | one \\| two |  |\n"));
    }
}
