//! Pictures of a year and of a mandate period, whole and in part.

use super::{planning_wheel, with_words};
use planning_wheel_cli::Exit;
use planning_wheel_tests::document_of;

/// What a wheel shows when it is asked for less, and what it then does not show.
const DRAWN: [(&str, &[&str], &[&str]); 8] = [
    (
        "--year 2027",
        &[">NSO<", ">RSS stab<", ">Övrigt<", "NSO, möte", "sista dag"],
        &[],
    ),
    (
        "--year 2027 --kind meeting",
        &[">NSO<", "NSO, möte"],
        &["sista dag", "styrdokument", ">Övrigt<"],
    ),
    (
        "--year 2027 --kind meeting --kind deadline --body nso",
        &[">NSO<", "NSO, möte", "NSO: Dagordning ut, sista dag"],
        &[
            ">IFO-chefer<",
            "IFO-chefer, möte",
            ">Övrigt<",
            "allmänt val",
        ],
    ),
    (
        "--year 2027 --principal kalmar",
        &[">NSO<", ">Övrigt<", "NSO, möte"],
        &[">RSS stab<", ">Utvärdering tjänster<"],
    ),
    (
        "--mandate 2027",
        &["Strategisk: 1 möte", "Operativ: 1 möte", "allmänt val"],
        &[],
    ),
    (
        "--mandate 2027 --kind election",
        &["allmänt val", "Fullmäktige till"],
        &["1 möte", "styrdokument, "],
    ),
    (
        "--mandate 2027 --body nso",
        &["Strategisk: 1 möte"],
        &["allmänt val", "Taktisk: 1 möte"],
    ),
    (
        "--mandate 2027 --principal kalmar --kind meeting",
        &["Strategisk: 1 möte", "Taktisk: 4 möten"],
        &["allmänt val", "Operativ: 1 möte", "uppdragstid"],
    ),
];

#[test]
fn what_is_not_asked_for_is_not_drawn() {
    for (options, shown, hidden) in DRAWN {
        let line = format!("wheel plans/sskl-kalmar.json {options} -o -");
        let picture = planning_wheel(&line).fine(&line);
        for words in shown {
            assert!(picture.contains(words), "{line}: no {words}");
        }
        for words in hidden {
            assert!(!picture.contains(words), "{line}: {words}");
        }
    }
    let nothing = planning_wheel("wheel plans/sskl-kalmar.json --year 2027 --kind background -o -");
    assert_eq!(
        (nothing.exit, nothing.err.as_str()),
        (Exit::Fine, "Inga poster.\n")
    );
}

#[test]
fn the_calendars_of_others_are_drawn_when_they_are_asked_for() {
    let mut plan = document_of("sskl-kalmar");
    let others = r#"[{ "id": "kf", "title": "Kommunfullmäktige", "days": [
        { "id": "feb", "date": "2027-02-15" }] }]"#;
    plan.backgrounds = serde_json::from_str(others).unwrap();
    let plan = serde_json::to_vec(&plan).unwrap();
    for (options, is_drawn) in [
        (&[] as &[&str], true),
        (&["--kind", "background"], true),
        (&["--kind", "meeting"], false),
        (&["--body", "nso"], false),
    ] {
        let words = ["wheel", "-", "--year", "2027", "-o", "-"];
        let ran = with_words(&[&words, options].concat(), &plan);
        assert_eq!((ran.exit, ran.err.as_str()), (Exit::Fine, ""));
        assert_eq!(
            ran.out.contains("Kommunfullmäktige"),
            is_drawn,
            "{options:?}"
        );
    }
}

#[test]
fn the_wheel_is_written_to_its_file() {
    let file = std::env::temp_dir().join(format!("planning-wheel-{}.svg", std::process::id()));
    let path = file.display().to_string();
    let plan = "plans/sso-ostergotland.json";
    let words = [
        "wheel",
        plan,
        "--year",
        "2027",
        "--today",
        "2027-03-15",
        "-o",
        &path,
    ];
    let ran = with_words(&words, b"");
    assert_eq!((ran.exit, ran.out.as_str()), (Exit::Fine, ""));
    let written = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let line = "wheel plans/sso-ostergotland.json --year 2027 -o -";
    let without_hand = planning_wheel(line).fine(line);
    assert!(written.starts_with("<svg") && without_hand.starts_with("<svg"));
    assert_ne!(written, without_hand);
}

#[test]
fn every_year_of_a_mandate_period_gives_its_picture() {
    let wheel = |options: &str| {
        let line = format!("wheel plans/sskl-kalmar.json --mandate {options} -o -");
        planning_wheel(&line).fine(&line)
    };
    let boards = wheel("2027");
    assert!(boards.contains("Kalmar län · mandatperiod 2027–2030</title>"));
    for year in ["2028", "2029", "2030", "2030 --term boards"] {
        assert_eq!(wheel(year), boards, "{year}");
    }
    assert!(wheel("2031").contains("mandatperiod 2031–2034</title>"));
    let councils = wheel("2027 --term councils");
    assert!(councils.contains("fullmäktiges mandatperiod 2026–2030</title>"));
    assert!(wheel("2027 --today 2027-09-02").contains("<title>tor 2 sep 2027</title>"));
    assert!(
        !boards.contains("<title>tor 2 sep 2027</title>"),
        "no hand without a day"
    );
}
