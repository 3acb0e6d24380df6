//! Hostile texts in every format that leaves the program.

use super::{STAMP, event_of, style, titled};
use planning_wheel::compute::compute;
use planning_wheel::document::Text;
use planning_wheel::export::{CsvStyle, IcsStyle, Separator, Stamp, SvgStyle, csv, ics, svg};
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Lang};
use planning_wheel::wheel::{Wheel, WheelInput};
use planning_wheel_tests::{checked, document_of, plan, project_bytes, series_mut};
use serde_json::{Value, json};

/// Texts that a plan may hold, and that must be shown as what they are.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "<script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "=HYPERLINK(\"javascript:alert(1)\";\"x\")",
        "+1\n=2",
        "a\u{202e}b\u{2066}c\u{200f}d",
        "a\u{2028}b\u{feff}",
        "a;b,c\\d\\n\"e\"",
        "END:VEVENT\nBEGIN:VEVENT\nUID:x",
        "]]>&amp;&#0;%00",
    ]
    .map(str::to_owned)
    .into();
    texts.push("å".repeat(10_000));
    texts.push("<b>&\"".repeat(2_000));
    texts
}

/// A plan with a text wherever one can stand.
fn with(text: &str) -> Plan {
    let mut document = document_of("sskl-kalmar");
    document.title = Text::from(text);
    for body in &mut document.bodies {
        body.name = Text::from(text);
        body.short = Some(Text::from(text));
    }
    for level in &mut document.levels {
        level.title = Text::from(text);
    }
    for source in &mut document.sources {
        source.title = Text::from(text);
    }
    let series = series_mut(&mut document, "moten-nso");
    for place in [
        &mut series.title,
        &mut series.place,
        &mut series.responsible,
        &mut series.choice,
    ] {
        *place = Some(Text::from(text));
    }
    for deadline in &mut series.deadlines {
        deadline.title = Text::from(text);
    }
    checked(document)
}

fn is_calm(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn a_hostile_plan_leaves_as_text() {
    for text in texts() {
        let plan = with(&text);
        let range = DateRange::year(2027).expect("a year");
        let calendar = compute(&plan, range).into_calendar();
        let entries = calendar.entries();
        let start: String = text.chars().take(40).collect();

        let feed = ics(&plan, entries, &style());
        let calm = |file: &str| file.replace("\r\n", "").chars().all(is_calm);
        assert!(calm(&feed), "{start}");
        assert_eq!(
            feed.matches("\r\nBEGIN:VEVENT\r\n").count(),
            entries.len(),
            "{start}"
        );
        assert!(feed.split("\r\n").all(|line| line.len() <= 75), "{start}");

        for separator in [Separator::Semicolon, Separator::Comma, Separator::Tab] {
            let style = CsvStyle {
                lang: Lang::Sv,
                separator,
            };
            let table = csv(&plan, entries, &style);
            let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
            let rows = table.split('"').step_by(2).collect::<String>();
            assert_eq!(rows.matches("\r\n").count(), entries.len() + 1, "{start}");
            let calm = |letter: char| is_calm(letter) || matches!(letter, '\r' | '\n' | '\t');
            assert!(table.chars().all(calm), "{start}");
            for cell in rows
                .split(separator.letter())
                .flat_map(|cell| cell.split("\r\n"))
            {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
        }

        let wheel = Wheel::new(&WheelInput::from_plan(&plan, &calendar, Lang::Sv));
        let picture = svg(&wheel, &SvgStyle::light());
        for tag in ["<script", "<img", "<b>", "href=\"j", "onerror=\""] {
            assert!(!picture.contains(tag), "{tag}: {start}");
        }
        assert_eq!(picture.matches("</svg>").count(), 1);
        assert!(
            !picture.contains(|letter: char| letter.is_control() && letter != '\n'),
            "{start}"
        );
        assert!(!picture.contains(['\u{202e}', '\u{2066}']), "{start}");
    }
}

#[test]
fn a_plan_with_null_bytes_or_code_for_links_is_refused() {
    let whole: Value =
        serde_json::from_slice(&project_bytes("plans/sskl-kalmar.json")).expect("JSON");
    for (path, value) in [
        ("/title", json!("a\u{0}b")),
        ("/meetings/0/title", json!("a\u{1b}[31m")),
        ("/meetings/0/link", json!("javascript:alert(1)")),
        ("/meetings/0/link", json!("data:text/html,<script>")),
        ("/id", json!("a\r\nb")),
        ("/meetings/0/id", json!("a@b;c")),
    ] {
        let mut plan = whole.clone();
        let (parent, field) = path.rsplit_once('/').expect("a path");
        plan.pointer_mut(parent).expect(parent)[field] = value;
        let read = planning_wheel::document::parse(plan.to_string().as_bytes());
        let plan =
            read.map(|parsed| Plan::check(parsed.document, &planning_wheel_tests::catalogue()));
        assert!(!matches!(plan, Ok(Ok(_))), "{path}");
    }
}

#[test]
fn a_text_that_never_passed_a_plan_is_calm_too() {
    // Whoever builds entries without a plan's check gets no other file.
    let plan = plan("sskl-kalmar");
    let entry = titled("a\u{0}b\u{1b}[31m\u{7f}\u{9b}c");
    assert_eq!(
        event_of(&plan, &entry).text("SUMMARY"),
        "a␀b␛[31m␡\u{fffd}c"
    );
    let style = IcsStyle {
        stamp: Stamp::from_unix(STAMP),
        name: Some("a\u{0}\r\nX-EVIL:1".to_owned()),
        ..IcsStyle::default()
    };
    let file = ics(&plan, [&entry], &style);
    assert!(file.contains("\r\nX-WR-CALNAME:a␀ X-EVIL:1\r\n"), "{file}");
    let table = csv(&plan, [&entry], &CsvStyle::default());
    assert!(table.contains(";a␀b␛[31m␡\u{fffd}c;"), "{table}");
}
