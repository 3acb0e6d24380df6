//! SEQUENCE: which of two versions of an entry is the later one.

use super::{Event, STAMP, events};
use planning_wheel::document::{Edit, PlanDocument, Text};
use planning_wheel::export::{Earlier, IcsStyle, Stamp, ics};
use planning_wheel::time::{Day, add_days};
use planning_wheel_tests::{checked, document_of, series_mut, year};
use std::collections::BTreeMap;

const MEETING: &str = "moten-nso/2027/3";

/// The file of 2027, published a number of minutes after the first.
fn published(document: &PlanDocument, minutes: i64, earlier: Option<&str>) -> String {
    let plan = checked(document.clone());
    let earlier = earlier.map(Earlier::read);
    let style = IcsStyle {
        stamp: Stamp::from_unix(STAMP + 60 * minutes),
        earlier: earlier.as_ref(),
        ..IcsStyle::default()
    };
    ics(&plan, year(&plan, 2027).calendar().entries(), &style)
}

fn sequences(file: &str) -> BTreeMap<String, u32> {
    let one = |event: &Event| (event.text("UID"), event.sequence());
    events(file).iter().map(one).collect()
}

/// The entries whose number rose; a number that fell fails.
fn risen(before: &str, after: &str) -> Vec<String> {
    let before = sequences(before);
    let mut risen = Vec::new();
    for (uid, number) in sequences(after) {
        let was = before[&uid];
        assert!(number >= was, "{uid} fell from {was} to {number}");
        if number > was {
            risen.push(uid.trim_end_matches("@sskl-kalmar").to_owned());
        }
    }
    risen
}

/// The plan with its meeting a number of days later.
fn moved(days: i64) -> PlanDocument {
    let mut document = document_of("sskl-kalmar");
    let plan = checked(document.clone());
    let from = year(&plan, 2027)
        .calendar()
        .get(MEETING)
        .expect(MEETING)
        .start;
    let occurrence = "2027/3".to_owned();
    let reason = Text::from("Lokalen är upptagen");
    let (from, to) = (Day(from), Day(add_days(from, days)));
    let edit = Edit::Move {
        occurrence,
        from,
        to,
        reason,
    };
    series_mut(&mut document, "moten-nso").edits.push(edit);
    document
}

#[test]
fn a_move_raises_the_meeting_and_what_hangs_on_it() {
    let plain = document_of("sskl-kalmar");
    let first = published(&plain, 0, None);
    let (later, latest) = (moved(1), moved(2));
    let second = published(&later, 10, Some(&first));
    let raised = risen(&first, &second);
    assert!(raised.contains(&MEETING.to_owned()), "{raised:?}");
    assert!(
        raised.contains(&format!("{MEETING}/dagordning")),
        "{raised:?}"
    );
    let belongs = |id: &String| id.starts_with(MEETING);
    assert!(
        raised.iter().all(belongs),
        "nothing else has moved: {raised:?}"
    );
    // Moved once more, and back again: each time the number rises.
    let third = published(&latest, 20, Some(&second));
    assert!(risen(&second, &third).contains(&MEETING.to_owned()));
    let fourth = published(&plain, 30, Some(&third));
    assert_eq!(risen(&third, &fourth), raised);
}

#[test]
fn what_stays_keeps_its_number_and_the_file_its_bytes() {
    let plain = document_of("sskl-kalmar");
    let first = published(&plain, 0, None);
    assert_eq!(first, published(&plain, 0, Some(&first)));
    let later = published(&plain, 10, Some(&first));
    assert!(risen(&first, &later).is_empty());
    assert_ne!(first, later, "the stamp is another");
}

#[test]
fn without_an_earlier_file_a_later_save_is_a_later_version() {
    let plain = document_of("sskl-kalmar");
    let (first, later) = (published(&plain, 0, None), published(&moved(1), 1, None));
    assert_eq!(risen(&first, &later).len(), sequences(&first).len());
    let minute = u32::try_from(STAMP / 60).expect("a minute");
    assert!(sequences(&first).values().all(|number| *number == minute));
}

#[test]
fn a_move_rises_even_when_the_plan_has_the_same_time() {
    let first = published(&document_of("sskl-kalmar"), 0, None);
    for minutes in [0, -60] {
        let second = published(&moved(1), minutes, Some(&first));
        let is_one_more = sequences(&second)[&format!("{MEETING}@sskl-kalmar")]
            == sequences(&first)[&format!("{MEETING}@sskl-kalmar")] + 1;
        assert!(is_one_more, "{minutes}");
    }
}

#[test]
fn cancelling_raises_and_other_words_do_not() {
    let first = published(&document_of("sskl-kalmar"), 0, None);
    let mut document = document_of("sskl-kalmar");
    series_mut(&mut document, "moten-nso").title = Some(Text::from("Ett annat namn"));
    assert!(risen(&first, &published(&document, 10, Some(&first))).is_empty());
    let occurrence = "2027/3".to_owned();
    let reason = Text::from("Inget att ta upp");
    series_mut(&mut document, "moten-nso")
        .edits
        .push(Edit::Cancel { occurrence, reason });
    let cancelled = published(&document, 10, Some(&first));
    let numbers = (sequences(&first), sequences(&cancelled));
    let uid = format!("{MEETING}@sskl-kalmar");
    assert!(numbers.1[&uid] > numbers.0[&uid]);
}

#[test]
fn an_earlier_file_may_hold_anything() {
    let plain = document_of("sskl-kalmar");
    let whole = published(&plain, 0, None);
    let spoilt = [
        String::new(),
        "\u{0}\r\n \r\n\t".to_owned(),
        whole.replace("\r\n", "\n"),
        whole.replace("END:VEVENT", ""),
        whole.replace("SEQUENCE:", "SEQUENCE:99999999999"),
        whole.replace("SEQUENCE:", "SEQUENCE:-"),
        whole.replace("UID:", "UID;X=y:"),
        whole.chars().take(10_000).collect(),
    ];
    for earlier in spoilt {
        let file = published(&moved(1), 10, Some(&earlier));
        let numbers = sequences(&file);
        assert!(numbers.values().all(|number| *number <= 0x7fff_ffff));
    }
    let unix = whole.replace("\r\n", "\n");
    assert_eq!(
        published(&plain, 10, Some(&unix)),
        published(&plain, 10, Some(&whole))
    );
    let last = whole.replace(&format!("SEQUENCE:{}", STAMP / 60), "SEQUENCE:2147483647");
    assert!(published(&moved(1), 10, Some(&last)).contains("SEQUENCE:2147483647"));
}
