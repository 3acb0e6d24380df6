//! `page`: one HTML file with a plan inside, to mail to others.

use crate::args::PageArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::{load, output};
use planning_wheel::time::Lang;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// More than any single page holds.
const LARGEST: u64 = 64 << 20;
/// Around the plan in a page, as `web/single.html` has it.
const OPENING: &str = "<script type=\"application/json\">";
const CLOSING: &str = "</script>";

pub(super) fn run(args: &PageArgs, console: &mut Console<'_>) -> Result<Exit, Failure> {
    let lang = console.lang();
    let given = args.given();
    let loaded = load::plan(&given, console)?;
    let template = template(&args.template, lang)?;
    let page = filled(&template, &loaded.text).ok_or_else(|| no_page(&args.template, lang))?;
    output::write(&args.output, &given, &page, console)?;
    Ok(Exit::Fine)
}

fn template(path: &Path, lang: Lang) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST).read_to_end(&mut bytes))
        .map_err(|error: io::Error| {
            let words = load::cannot_read(&error, lang);
            Failure::Said(format!("--template {}: {words}", path.display()))
        })?;
    String::from_utf8(bytes).map_err(|_| no_page(path, lang))
}

fn no_page(path: &Path, lang: Lang) -> Failure {
    let words = lang.pick(
        "är ingen sida med plats för en plan",
        "is no page with room for a plan",
    );
    Failure::Said(format!("--template {}: {words}", path.display()))
}

/// The page with another plan in the place of its own; nothing when it has no such place.
fn filled(template: &str, plan: &str) -> Option<String> {
    let (before, rest) = template.split_once(OPENING)?;
    let (_, after) = rest.split_once(CLOSING)?;
    let plan = harmless(plan);
    Some(format!("{before}{OPENING}\n{plan}\n{CLOSING}{after}"))
}

/// JSON in which no text can end the element around it: `<` stands only in texts of a plan that
/// has been read, and a text may hold it in this form too.
fn harmless(plan: &str) -> String {
    let plan = plan.trim_start_matches('\u{feff}').trim();
    plan.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::{filled, harmless};

    #[test]
    fn another_plan_takes_the_place_of_the_first() {
        let page = |plan: &str| {
            format!("<p>a</p><script type=\"application/json\">{plan}</script><script>b</script>")
        };
        let first = filled(&page(""), "{ \"a\": 1 }");
        assert_eq!(first, Some(page("\n{ \"a\": 1 }\n")));
        assert_eq!(
            filled(&first.unwrap_or_default(), "{}"),
            Some(page("\n{}\n"))
        );
        assert_eq!(filled("<script>b</script>", "{}"), None);
        assert_eq!(filled("<script type=\"application/json\">", "{}"), None);
    }

    #[test]
    fn no_text_of_a_plan_ends_the_script() {
        let plan = "\u{feff}{ \"title\": \"</script><!--<script>\" }\n";
        assert_eq!(
            harmless(plan),
            "{ \"title\": \"\\u003c/script>\\u003c!--\\u003cscript>\" }"
        );
    }
}
