//! Calendar files of other programs.

use super::{data, line, lines, unread, year};
use planning_wheel::import::{Brought, read_ics};
use planning_wheel::time::{DateRange, Lang};
use planning_wheel_tests::day;

fn read(file: &str) -> Brought {
    read_ics(file, year(2027), "Europe/Stockholm")
}

/// A file with one event of these lines.
fn event(own: &str) -> String {
    let own = own.replace('\n', "\r\n");
    format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\nSUMMARY:S\r\n{own}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

#[test]
fn a_councils_calendar_is_read_for_a_year() {
    let found = read(&data("council.ics"));
    assert_eq!(found.title.as_deref(), Some("Kommunens sammanträden"));
    assert_eq!(lines(&found), data("council.txt"));
    assert_eq!(found.outside, 1);
    let first = &found.items[0];
    assert_eq!(first.id.as_deref(), Some("ks/2027-01-12"));
    assert_eq!(first.location.as_deref(), Some("Rådhuset, sal A"));
    assert_eq!(first.groups, ["Politik"]);
    assert_eq!(first.place.line, Some(35));
}

#[test]
fn what_is_not_understood_is_told_with_its_line() {
    let found = read(&data("council.ics"));
    assert_eq!(
        unread(&found, Lang::En),
        [
            "Line 118, “detta är ingen rad”: the line is no property. It is passed over.",
            "Line 93, DTSTART, “Okänd zon”: the time zone is unknown. The time is taken as it stands; check it.",
            "Line 106, VEVENT, “20270605”: there is no name. Write what it is, or choose another column for the name.",
            "Line 110, VEVENT, “Utan dag”: there is no day. Write one, or choose another column for it.",
            "Line 99, RRULE, “FREQ=YEARLY;BYWEEKNO=20”: the repetition is not understood. Only its first day is taken; add the others by hand.",
            "Line 114, VTODO, “Att göra”: this is no event. Only events are taken.",
        ]
    );
}

#[test]
fn repetitions_fall_on_the_days_of_another_program() {
    let mut rules = 0;
    for row in data("rules.txt")
        .lines()
        .filter(|row| !row.starts_with('#'))
    {
        let parts: Vec<&str> = row.split(' ').collect();
        let [start, rule, days] = parts.as_slice() else {
            panic!("{row}")
        };
        let found = read(&event(&format!("DTSTART;VALUE=DATE:{start}\nRRULE:{rule}")));
        assert!(found.unread.is_empty(), "{rule}: {:?}", found.unread);
        let days: Vec<&str> = days.split(',').filter(|day| *day != "-").collect();
        let own = found
            .items
            .iter()
            .map(|item| planning_wheel::time::format(item.start)[5..].replace('-', ""));
        assert_eq!(own.collect::<Vec<_>>(), days, "{rule} from {start}");
        rules += 1;
    }
    assert!(rules > 300, "{rules}");
}

#[test]
fn the_end_of_a_rule_is_a_moment_or_a_whole_day() {
    let count = |until: &str| {
        let rule = format!("DTSTART:20270104T090000\nRRULE:FREQ=DAILY;UNTIL={until}");
        read(&event(&rule)).items.len()
    };
    assert_eq!(count("20270106"), 3);
    assert_eq!(count("20270106T090000"), 3);
    assert_eq!(count("20270106T085900"), 2);
    // Nine o'clock in Stockholm is eight in winter's UTC.
    assert_eq!(count("20270106T080000Z"), 3);
    assert_eq!(count("20270106T075900Z"), 2);
}

#[test]
fn times_become_those_of_the_plan() {
    let first = |lines: &str| line(&read(&event(lines)).items[0]);
    assert_eq!(
        first("DTSTART:20270704T220000Z\nDURATION:PT1H"),
        "2027-07-05 00:00 60 S"
    );
    assert_eq!(first("DTSTART:20270328T005900Z"), "2027-03-28 01:59 – S");
    assert_eq!(first("DTSTART:20270328T010000Z"), "2027-03-28 03:00 – S");
    assert_eq!(first("DTSTART:20271031T010000Z"), "2027-10-31 02:00 – S");
    assert_eq!(
        first("DTSTART;TZID=Europe/Berlin:20270704T100000"),
        "2027-07-04 10:00 – S"
    );
    assert_eq!(
        first("DTSTART;TZID=/x/Europe/Stockholm:20270704T100000"),
        "2027-07-04 10:00 – S"
    );
    // A plan elsewhere, whose zone the file does not tell.
    let far = read_ics(
        &event("DTSTART:20270704T100000Z"),
        year(2027),
        "America/Lima",
    );
    assert_eq!(
        (line(&far.items[0]).as_str(), far.unread.len()),
        ("2027-07-04 10:00 – S", 1)
    );
}

#[test]
fn days_in_several_shapes_are_the_same_days() {
    let days = |lines: &str| {
        let item = read(&event(lines)).items.remove(0);
        (item.start, item.end, item.time, item.minutes)
    };
    let (one, two) = (day("2027-05-06"), day("2027-05-08"));
    let whole = (one, two, None, None);
    assert_eq!(
        days("DTSTART;VALUE=DATE:20270506\nDTEND;VALUE=DATE:20270508"),
        whole
    );
    assert_eq!(days("DTSTART;VALUE=DATE:20270506\nDURATION:P2D"), whole);
    let outlook =
        "DTSTART:20270506T000000\nDTEND:20270508T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
    assert_eq!(days(outlook), whole);
    // Over midnight is one long day.
    let (_, end, time, minutes) = days("DTSTART:20270506T220000\nDTEND:20270507T013000");
    assert_eq!(
        (end, time.unwrap().hour(), minutes),
        (day("2027-05-07"), 22, Some(210))
    );
}

#[test]
fn what_touches_the_range_is_inside_it() {
    let touching =
        event("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102\nRRULE:FREQ=YEARLY");
    let found = read(&touching);
    let starts: Vec<String> = found
        .items
        .iter()
        .map(|item| item.start.to_string())
        .collect();
    assert_eq!(starts, ["2026-12-30", "2027-12-30"]);
    let before = DateRange::new(day("2026-01-01"), day("2026-12-30")).unwrap();
    assert_eq!(read_ics(&touching, before, "Europe/Stockholm").outside, 1);
}

#[test]
fn a_changed_day_without_its_series_stands_alone() {
    let lone = event("RECURRENCE-ID;VALUE=DATE:20270303\nDTSTART;VALUE=DATE:20270304");
    assert_eq!(lines(&read(&lone)), "2027-03-04 – – S\n");
    let and_later =
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20270303T090000\nDTSTART:20270304T090000");
    assert!(unread(&read(&and_later), Lang::Sv)[0].contains("även dagarna efter"));
}
