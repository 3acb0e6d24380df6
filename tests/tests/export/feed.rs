//! Calendar files of the four plans.

use super::{Event, event_of, events, style, titled};
use chrono::TimeDelta;
use planning_wheel::calendar::{Calendar, EntryKind, EntryStatus, Link, Relation};
use planning_wheel::export::{IcsStyle, ics};
use planning_wheel::plan::Plan;
use planning_wheel::time::{Lang, Time};
use planning_wheel_tests::{AGREEMENTS, checked, document_of, plan, year, years};
use std::collections::BTreeSet;

fn feed(plan: &Plan, calendar: &Calendar) -> String {
    ics(plan, calendar.entries(), &style())
}

#[test]
fn lines_are_as_the_standard_has_them() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let calendar = years(&plan, 2027, 2030).into_calendar();
        for lang in [Lang::Sv, Lang::En] {
            let file = ics(&plan, calendar.entries(), &IcsStyle { lang, ..style() });
            assert!(
                file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"),
                "{name}"
            );
            assert!(
                file.ends_with("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
                "{name}"
            );
            assert!(
                !file.replace("\r\n", "").contains(char::is_control),
                "{name}"
            );
            let widest = file.split("\r\n").map(str::len).max();
            assert_eq!(widest, Some(75), "{name}: as wide as may be, and no wider");
        }
    }
}

#[test]
fn every_entry_is_there_once_under_its_own_uid() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let calendar = years(&plan, 2026, 2034).into_calendar();
        for calendar in [calendar.per_principal(&plan, &[]), calendar] {
            let events = events(&feed(&plan, &calendar));
            let uids: BTreeSet<&str> = events.iter().filter_map(|one| one.raw("UID")).collect();
            assert_eq!(uids.len(), calendar.entries().len(), "{name}");
            for (event, entry) in events.iter().zip(calendar.entries()) {
                let uid = format!("{}@{name}", entry.id);
                assert_eq!(event.raw("UID"), Some(uid.as_str()), "ids need no escapes");
            }
        }
    }
}

#[test]
fn the_same_entry_is_the_same_event_in_every_range() {
    let blocks = |file: &str| -> BTreeSet<String> {
        let blocks = file.split("BEGIN:VEVENT").skip(1);
        blocks
            .map(|block| block.trim_end_matches("END:VCALENDAR\r\n").to_owned())
            .collect()
    };
    for name in AGREEMENTS {
        let plan = plan(name);
        let one = feed(&plan, year(&plan, 2028).calendar());
        let all = feed(&plan, years(&plan, 2026, 2031).calendar());
        assert_eq!(
            one,
            feed(&plan, year(&plan, 2028).calendar()),
            "{name}: the same bytes"
        );
        assert!(blocks(&one).is_subset(&blocks(&all)), "{name}");
    }
}

#[test]
fn deadlines_lead_to_their_meetings_and_steps_to_their_documents() {
    for name in AGREEMENTS {
        let plan = plan(name);
        let calendar = years(&plan, 2026, 2031).into_calendar();
        let events = events(&feed(&plan, &calendar));
        let mut found = 0;
        for (event, entry) in events.iter().zip(calendar.entries()) {
            let Event(lines) = event;
            let parents = lines.iter().filter(|(name, _)| name == "RELATED-TO");
            let parents: BTreeSet<&str> = parents.map(|(_, uid)| uid.as_str()).collect();
            for relation in [Relation::For, Relation::At, Relation::Serves] {
                if let Some(to) = entry.related(relation) {
                    assert!(
                        parents.contains(format!("{to}@{name}").as_str()),
                        "{}",
                        entry.id
                    );
                    found += 1;
                }
            }
            if entry.kind == EntryKind::Deadline {
                assert_eq!(parents.len(), 1, "{}", entry.id);
            }
        }
        assert!(found > 100, "{name}: {found}");
    }
}

#[test]
fn zone_rules_are_there_when_a_time_is() {
    let plan = plan("sskl-kalmar");
    let mut entry = titled("Möte");
    let rules = |entry: &_| {
        ics(&plan, [entry], &style())
            .matches("BEGIN:VTIMEZONE")
            .count()
    };
    assert_eq!(rules(&entry), 0);
    entry.time = Time::new(9, 0);
    assert_eq!(rules(&entry), 1);
}

#[test]
fn times_of_another_zone_are_local() {
    let mut document = document_of("sskl-kalmar");
    for zone in ["Europe/Helsinki", "America/Argentina/Salta"] {
        zone.clone_into(&mut document.time_zone);
        let plan = checked(document.clone());
        let mut entry = titled("Möte");
        entry.time = Time::new(9, 0);
        let file = ics(&plan, [&entry], &style());
        assert!(file.contains("\r\nDTSTART:20270303T090000\r\n"), "{file}");
        assert!(
            file.contains(&format!("\r\nX-WR-TIMEZONE:{zone}\r\n")),
            "{file}"
        );
        assert!(!file.contains("TZID"), "{file}");
    }
}

/// Time of day, length in minutes and in days, and what must stand in `DTSTART` and `DTEND`.
const SPANS: [(&str, Option<u16>, i64, &str, &str); 8] = [
    ("", None, 1, "20270303", "20270304"),
    ("", Some(90), 3, "20270303", "20270306"),
    ("", None, 0, "20270303", "20270304"),
    ("09:00", Some(90), 1, "20270303T090000", "20270303T103000"),
    ("23:30", Some(60), 1, "20270303T233000", "20270304T003000"),
    ("09:00", None, 1, "20270303T090000", ""),
    ("09:00", Some(480), 2, "20270303T090000", "20270304T170000"),
    ("09:00", Some(0), 2, "20270303T090000", "20270305T000000"),
];

#[test]
fn days_and_times_end_after_they_start() {
    let plan = plan("sskl-kalmar");
    for (time, minutes, days, start, end) in SPANS {
        let mut entry = titled("Möte");
        let number = |text: &str| text.parse().expect("a number");
        let time = time.split_once(':');
        entry.time = time.and_then(|(hour, minute)| Time::new(number(hour), number(minute)));
        entry.minutes = minutes;
        entry.end = entry.start + TimeDelta::days(days);
        let event = event_of(&plan, &entry);
        let found = (event.raw("DTSTART"), event.raw("DTEND").unwrap_or_default());
        assert_eq!(found, (Some(start), end), "{time:?} {minutes:?} {days}");
    }
}

#[test]
fn states_are_said() {
    let plan = plan("sskl-kalmar");
    for (state, status, busy, title) in [
        (EntryStatus::Proposed, None, "OPAQUE", "Möte"),
        (EntryStatus::Fixed, Some("CONFIRMED"), "OPAQUE", "Möte"),
        (EntryStatus::Undecided, Some("TENTATIVE"), "OPAQUE", "Möte"),
        (EntryStatus::Check, Some("TENTATIVE"), "OPAQUE", "Möte"),
        (
            EntryStatus::Cancelled,
            Some("CANCELLED"),
            "TRANSPARENT",
            "Möte (inställd)",
        ),
    ] {
        let mut entry = titled("Möte");
        entry.time = Time::new(9, 0);
        entry.status = state;
        let event = event_of(&plan, &entry);
        assert_eq!(event.raw("STATUS"), status);
        assert_eq!(event.raw("TRANSP"), Some(busy));
        assert_eq!(event.text("SUMMARY"), title);
    }
    assert_eq!(
        event_of(&plan, &titled("Dag")).raw("TRANSP"),
        Some("TRANSPARENT")
    );
}

#[test]
fn uids_stay_apart_whatever_ids_hold() {
    let plan = plan("sskl-kalmar");
    let ids = [
        "a/b",
        "a%2Fb",
        "a@b",
        "a%40b",
        "a b",
        "a\u{0}b",
        "a\u{200b}b",
        "ab",
        "å",
        "a;b",
        "a\nb",
    ];
    let uids: BTreeSet<String> = ids
        .iter()
        .map(|id| {
            let mut entry = titled("x");
            (*id).clone_into(&mut entry.id);
            entry.links = vec![Link {
                relation: Relation::For,
                to: (*id).to_owned(),
            }];
            let event = event_of(&plan, &entry);
            assert_eq!(
                event.raw("UID"),
                event.raw("RELATED-TO"),
                "the same sign for the same entry"
            );
            event.text("UID")
        })
        .collect();
    assert_eq!(uids.len(), ids.len());
    assert!(
        uids.iter()
            .all(|uid| uid.is_ascii() && uid.matches('@').count() == 1)
    );
}

#[test]
fn only_pages_become_links() {
    let plan = plan("sskl-kalmar");
    for (link, url) in [
        (
            "https://example.org/a?b=1&c=2#d",
            Some("https://example.org/a?b=1&c=2#d"),
        ),
        ("HTTP://example.org", Some("HTTP://example.org")),
        (
            " https://example.org/å \"<x>\\",
            Some("https://example.org/%C3%A5%20%22%3Cx%3E%5C"),
        ),
        (
            "https://example.org/\r\nATTENDEE:x",
            Some("https://example.org/%0D%0AATTENDEE:x"),
        ),
        (
            "https://example.org/\u{202e}\u{0}",
            Some("https://example.org/%E2%80%AE%00"),
        ),
        ("mailto:x@example.org", None),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
    ] {
        let mut entry = titled("x");
        entry.link = Some(link.to_owned());
        assert_eq!(event_of(&plan, &entry).raw("URL"), url, "{link:?}");
    }
}

#[test]
fn the_description_says_who_why_and_where_it_is_written() {
    let plan = plan("sskl-kalmar");
    let calendar = year(&plan, 2027).into_calendar();
    let entry = calendar.get("moten-nso/2027/1").expect("a meeting");
    let said = event_of(&plan, entry).text("DESCRIPTION");
    for words in ["Grupper: ", "\n\nVarför den dagen:\n– ", "\n\nKällor:\n– "] {
        assert!(said.contains(words), "{words}: {said}");
    }
}
