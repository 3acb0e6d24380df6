//! Bringing in what people have, in a terminal.

use super::{with_input, with_words};
use planning_wheel::document::parse;
use planning_wheel_cli::Exit;
use planning_wheel_tests::project_bytes;
use serde_json::Value;

const PLAN: &str = "plans/sskl-kalmar.json";

fn sample(name: &str) -> Vec<u8> {
    project_bytes(&format!("tests/data/import/{name}"))
}

#[test]
fn a_wheel_becomes_activities_of_the_plan() {
    let line = format!("import {PLAN} - --year 2027 --group Nämnden=nso");
    let ran = with_input(&line, &sample("wheel.yrw"));
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    let document = parse(ran.out.as_bytes()).unwrap().document;
    assert_eq!(document.activities.len(), 40);
    assert_eq!(
        document
            .activities
            .iter()
            .filter(|one| one.bodies == ["nso"])
            .count(),
        10
    );
    assert!(
        ran.err
            .contains("ingen grupp i planen heter ”Förvaltningen”; 10 poster"),
        "{}",
        ran.err
    );
    assert!(!ran.err.contains("”Nämnden”"), "{}", ran.err);
    assert!(
        ran.err
            .ends_with("Hämtade 40 poster ur – som aktiviteter\n"),
        "{}",
        ran.err
    );
}

#[test]
fn what_was_read_is_data_too() {
    let line = format!("import {PLAN} - --year 2027 --json --lang en");
    let ran = with_input(&line, &sample("council.ics"));
    assert_eq!(ran.err, "");
    let data: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(data["items"].as_array().unwrap().len(), 18);
    assert_eq!(data["outside"], 1);
    assert_eq!(data["unread"][1]["column"], "DTSTART");
    assert_eq!(data["unread"][1]["kept"], true);
}

#[test]
fn a_background_is_kept_in_the_plan_and_checked() {
    let line = format!("import {PLAN} - --as background --year 2027 --id ks --body nso --body lsg");
    let refused = with_input(&line, &sample("council.ics")).unreadable(&line);
    assert!(refused.contains("lsg"), "{refused}");
    let line = format!("import {PLAN} - --as background --year 2027 --id ks --body nso");
    let ran = with_input(&line, &sample("council.ics"));
    assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
    assert!(
        ran.err.contains("1 är inställda och tas inte med"),
        "{}",
        ran.err
    );
    let kind = "calendar - --year 2027 --kind background";
    let listed = with_input(kind, ran.out.as_bytes()).fine(kind);
    assert_eq!(listed.matches("Kommunstyrelsen").count(), 10, "{listed}");
    let feed = "export - --year 2027 --ics -o - --stamp 2027-01-05";
    let feed = with_input(feed, ran.out.as_bytes()).fine(feed);
    assert!(
        !feed.contains("Kommunstyrelsen"),
        "the calendar of others is theirs to publish"
    );
}

#[test]
fn columns_are_chosen_by_name_letter_or_number() {
    let table = b"kurs;v;dag\nA;10;2027-03-11\n";
    for columns in [
        "name=kurs,note=v,start=dag",
        "name=A,note=B,start=C",
        "title=1,note=2,start=3",
    ] {
        let line = format!("import {PLAN} - --columns {columns}");
        let ran = with_input(&line, table);
        assert_eq!(ran.exit, Exit::Fine, "{}", ran.err);
        let document = parse(ran.out.as_bytes()).unwrap().document;
        assert_eq!(document.activities[0].note, Some("10".into()));
    }
    let left = with_input(&format!("import {PLAN} -"), table);
    assert!(
        left.err.contains("kolumner som inget tas ur: v"),
        "{}",
        left.err
    );
}

#[test]
fn what_is_wrong_is_said_and_strict_writes_nothing() {
    let table = "namn;datum\nA;31/4 2027\nB;2027-05-01\n".as_bytes();
    let line = format!("import {PLAN} - --strict");
    let ran = with_input(&line, table);
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Findings, ""));
    assert!(
        ran.err.starts_with("Rad 2, datum, ”31/4 2027”: "),
        "{}",
        ran.err
    );
    for (words, said) in [
        (vec!["--columns", "nam=A"], "Menade du \"name\"?"),
        (vec!["--columns", "name=Z"], "Det finns namn, datum."),
        (vec!["--group", "X=nso"], "Det finns inga."),
        (vec!["--as", "days"], "--series"),
        (vec!["--as", "days", "--series", "x"], "\"x\""),
    ] {
        let line = [vec!["import", PLAN, "-"], words].concat();
        let told = with_words(&line, table).unreadable(&line.join(" "));
        assert!(told.contains(said), "{told}");
    }
    let both = "import - -";
    assert!(
        with_input(both, b"{}")
            .unreadable(both)
            .contains("bara till en fil")
    );
}
