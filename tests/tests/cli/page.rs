//! `page`: a plan in an HTML file, whatever its texts hold.

use super::{planning_wheel, with_words};
use planning_wheel_cli::Exit;
use planning_wheel_tests::{AGREEMENTS, project_bytes, project_file};
use serde_json::Value;

const OPENING: &str = "<script type=\"application/json\">";

fn template() -> String {
    project_file("web/single.html").display().to_string()
}

/// What a browser takes for the plan: everything up to the first end tag.
fn plan_in(page: &str) -> Value {
    let (_, rest) = page.split_once(OPENING).expect("a page has a plan");
    let (plan, _) = rest.split_once("</script").expect("the plan ends");
    assert!(!plan.contains('<'), "nothing in the plan can be a tag");
    serde_json::from_str(plan).expect("the plan is JSON")
}

#[test]
fn a_page_holds_the_plan_and_nothing_else_is_changed() {
    let (before, after) = {
        let page = project_bytes("web/single.html");
        let page = String::from_utf8(page).unwrap();
        let (before, rest) = page.split_once(OPENING).unwrap();
        let (_, after) = rest.split_once("</script>").unwrap();
        (before.to_owned(), after.to_owned())
    };
    for name in AGREEMENTS {
        let line = format!("page plans/{name}.json --template {} -o -", template());
        let page = planning_wheel(&line).fine(&line);
        let plan = project_bytes(&format!("plans/{name}.json"));
        assert_eq!(
            plan_in(&page),
            serde_json::from_slice::<Value>(&plan).unwrap()
        );
        assert!(
            page.starts_with(&before) && page.ends_with(&after),
            "{name}"
        );
    }
}

#[test]
fn texts_that_look_like_markup_stay_texts() {
    let hostile = "</script><script>alert(1)</script><!--<script>]]>\u{2028}</SCRIPT >";
    let plan = String::from_utf8(project_bytes("tests/data/cli/small.json")).unwrap();
    let mut plan: Value = serde_json::from_str(&plan).unwrap();
    plan["title"] = hostile.into();
    let words = ["page", "-", "--template", &template(), "-o", "-"];
    let ran = with_words(&words, plan.to_string().as_bytes());
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    assert_eq!(plan_in(&ran.out)["title"], hostile);
    assert!(!ran.out.contains("<script>alert"));
}

#[test]
fn a_page_without_room_and_a_plan_with_problems_are_refused() {
    for (line, words) in [
        (
            "page plans/sskl-kalmar.json --template no-such.html -o - --lang en",
            "no such file",
        ),
        (
            "page plans/sskl-kalmar.json --template plans/README.md -o - --lang en",
            "no page with room for a plan",
        ),
        (
            "page plans/README.md --template TEMPLATE -o - --lang en",
            "README.md",
        ),
    ] {
        let line = line.replace("TEMPLATE", &template());
        let said = planning_wheel(&line).unreadable(&line);
        assert!(said.contains(words), "{said}");
    }
}
