//! Whatever bytes come: an answer, soon, and no panic.

use super::{data, year};
use planning_wheel::import::{MAX_ITEMS, read, read_ics, read_table, read_yrw};
use planning_wheel::text;
use planning_wheel::time::Lang;
use proptest::prelude::*;
use proptest::sample::Index;

const SAMPLES: [&str; 4] = ["council.ics", "wheel.yrw", "old.yrw", "rules.txt"];

/// Reads, and says in both languages what was not understood.
fn take(bytes: &[u8]) {
    let found = read(bytes, year(2027), "Europe/Stockholm");
    for one in &found.unread {
        for lang in [Lang::Sv, Lang::En] {
            assert!(!text::unread(one, lang).is_empty());
        }
    }
    for item in &found.items {
        assert!(!item.title.is_empty() && item.start < item.end, "{item:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        take(&bytes);
    }

    #[test]
    fn any_words_are_answered(words in prop::collection::vec(prop::sample::select(vec![
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "\n", "\r\n ", "SUMMARY:x",
        "DTSTART:20270101T000000Z", "DTSTART;VALUE=DATE:99991231", "DTEND:00010101", "RRULE:FREQ=DAILY",
        "RRULE:FREQ=YEARLY;INTERVAL=1000;BYMONTHDAY=-31;BYSETPOS=-366", "EXDATE:", "RECURRENCE-ID:20270101",
        "UID:a@b%", "UID:%å", ";", "\"", "namn;datum", "2027-02-30", "tor", "kl", "9-", "99999999999", "\t", "'=", "§",
        "DURATION:P99999W", "BEGIN:VTIMEZONE", "TZID:x", "TZOFFSETTO:+9999", "DTSTART;TZID=x:20270101T000000",
    ]), 0..40)) {
        take(words.concat().as_bytes());
        take(words.join("\n").as_bytes());
    }

    #[test]
    fn torn_files_are_answered(
        sample in prop::sample::select(&SAMPLES[..]), from in any::<Index>(), to in any::<Index>(), with in any::<u8>(),
    ) {
        let mut bytes = data(sample).into_bytes();
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        bytes[to] = with;
        take(&bytes);
        take(&bytes[from.min(to)..from.max(to)]);
    }
}

#[test]
fn large_files_stop_at_a_limit_that_is_told() {
    let many = MAX_ITEMS + 10;
    let table: String = (0..many).map(|at| format!("m{at};2027-01-02\n")).collect();
    let found = read_table(&format!("namn;datum\n{table}"), None, year(2027));
    assert_eq!((found.items.len(), found.unread.len()), (MAX_ITEMS, 10));
    let event =
        "BEGIN:VEVENT\nSUMMARY:x\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let file = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(20));
    let found = read_ics(&file, year(2027), "Europe/Stockholm");
    assert_eq!((found.items.len(), found.unread.len()), (MAX_ITEMS, 1));
    let item = |at| format!(r#"{{"id":"{at}","name":"x","startDate":"2027-01-01"}}"#);
    let items: Vec<String> = (0..many).map(item).collect();
    let found = read_yrw(&format!(
        r#"{{"structure":{{"items":[{}]}}}}"#,
        items.join(",")
    ));
    assert_eq!((found.items.len(), found.unread.len()), (MAX_ITEMS, 10));
}

#[test]
fn a_rule_that_never_comes_is_given_up() {
    let event = "BEGIN:VEVENT\nSUMMARY:x\nDTSTART;VALUE=DATE:19700101\nRRULE:FREQ=DAILY;COUNT=4000000000;BYMONTHDAY=31;BYMONTH=2\nEND:VEVENT\n";
    let file = format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", event.repeat(200));
    let found = read_ics(&file, year(2099), "Europe/Stockholm");
    assert!(
        !found.unread.is_empty() && found.unread.len() < 200,
        "{}",
        found.unread.len()
    );
    assert!(
        found
            .unread
            .iter()
            .all(|one| one.why == planning_wheel::import::Why::LongRule)
    );
}

#[test]
fn deep_json_is_refused() {
    let deep = format!(
        "{{\"structure\":{}{}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(read_yrw(&deep).unread.len(), 1);
}
