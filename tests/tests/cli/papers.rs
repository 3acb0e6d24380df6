//! Papers in a terminal.

use super::planning_wheel;
use planning_wheel_cli::Exit;

const PLAN: &str = "plans/samverkan-blekinge.json";

#[test]
fn a_paper_is_text_a_page_or_a_piece() {
    let line = format!("paper {PLAN} notice lsvo-moten/2027/2");
    let ran = planning_wheel(&line);
    assert_eq!(ran.exit, Exit::Fine);
    assert!(ran.out.starts_with("Kallelse: LSVO\n"), "{}", ran.out);
    assert_eq!(ran.err, "1 uppgifter saknas och är utmärkta\n");
    let page = planning_wheel(&format!("{line} --html --lang en")).out;
    assert!(
        page.starts_with("<!doctype html>\n<html lang=\"en\">"),
        "{page}"
    );
    let piece = planning_wheel(&format!("{line} --fragment")).out;
    assert!(piece.starts_with("<h1>Kallelse: LSVO</h1>\n"), "{piece}");
    let both = planning_wheel(&format!("{line} --html --text")).unreadable(&line);
    assert!(both.contains("--html"), "{both}");
}

#[test]
fn what_is_not_there_is_said() {
    for (words, said) in [
        ("notice finns-inte", "\"finns-inte\""),
        ("assignment nej", "planen har inget uppdrag \"nej\""),
        ("wheel --year 1800", "1800"),
        ("calendar --year 2027 --body lsv", "Menade du \"lsvo\"?"),
        (
            "calendar --year 2027 --principal x",
            "ingen huvudman heter \"x\"",
        ),
        ("mandate --mandate 1800", "1800"),
        ("comparison --mandate 2027", "--against"),
    ] {
        let line = format!("paper {PLAN} {words}");
        let told = planning_wheel(&line).unreadable(&line);
        assert!(told.contains(said), "{told}");
    }
}
