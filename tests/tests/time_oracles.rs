//! Every row of the fact tables: elections and terms, holidays, soft days, statutory last days.

use chrono::NaiveDate;
use planning_wheel::time::{
    DateRange, DateRule, DayRule, Holiday, HolidayKind, HolidayName, IsoWeek, MandateCalendar,
    RuleContext, TermKind, WorkCalendar, add_days, format, holidays, parse, soft_days,
};
use std::collections::BTreeMap;

const YEARS: std::ops::RangeInclusive<i32> = 1990..=2060;

/// The rows of a table after its heading, cut at commas.
fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .skip(1)
        .filter(|line| !line.is_empty())
        .map(|line| line.split(',').collect())
}

fn day(text: &str) -> NaiveDate {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn law_kind(kind: HolidayKind) -> &'static str {
    match kind {
        HolidayKind::PublicHoliday => "allman_helgdag",
        HolidayKind::EquatedEve => "jamstalld_afton",
        HolidayKind::Eve => "afton_ej_lagreglerad",
        HolidayKind::SqueezeDay => "klamdag",
    }
}

#[test]
fn elections_and_terms() {
    let mandates = MandateCalendar::swedish();
    let mut elections = Vec::new();
    for row in rows(include_str!("../data/elections.csv")) {
        let [year, election, nth, idea, check, start, end, board] = row[..] else {
            panic!("{row:?}");
        };
        let year: i32 = year.parse().unwrap();
        let election = day(election);
        elections.push(election);
        assert_eq!(mandates.election_day(year), Some(election), "{year}");
        assert_eq!(
            ((chrono::Datelike::day(&election) - 1) / 7 + 1).to_string(),
            nth,
            "{year}"
        );
        match check {
            "OK" => assert_eq!(day(idea), election, "{year}"),
            // International IDEA prints a Tuesday for 2018.
            "IDEA differs" => assert_ne!(day(idea), election, "{year}"),
            _ => assert_eq!((check, idea), ("computed", ""), "{year}"),
        }
        let period = mandates.period_after_election(year).unwrap();
        let written =
            |date: NaiveDate| format(date) + if period.uncertain { " (uncertain)" } else { "" };
        assert_eq!(period.election, election);
        assert_eq!(written(period.council.start), start, "{year}");
        assert_eq!(written(period.council.last().unwrap()), end, "{year}");
        assert_eq!(format(period.calendar.start), board, "{year}");
        let first = day(start.trim_end_matches(" (uncertain)"));
        assert_eq!(
            mandates.period_of(first, TermKind::Council),
            Some(period),
            "{year}"
        );
        let before = mandates.period_of(add_days(first, -1), TermKind::Council);
        assert_eq!(
            before.map(|one| one.council.end),
            before.map(|_| first),
            "{year}"
        );
        assert_eq!(
            mandates.period_starting_in(year + 1),
            Some(period),
            "{year}"
        );
    }
    assert_eq!(elections.len(), 20);
    let all = DateRange::years(1970, 2038).unwrap();
    assert_eq!(
        mandates.elections(all),
        elections,
        "none missing, none extra"
    );
}

#[test]
fn holidays_and_equated_eves() {
    let mut expected = Vec::new();
    for row in rows(include_str!("../data/se_holidays_oracle.csv")) {
        expected.push((day(row[0]), row[1].to_owned(), row[2]));
    }
    // Two holidays on one date are one row there, with both names.
    let mut found: Vec<(NaiveDate, String, &str)> = Vec::new();
    for Holiday { date, name, kind } in YEARS.flat_map(holidays) {
        match found.last_mut().filter(|last| last.0 == date) {
            Some(last) => last.1 = format!("{} / {}", last.1, name.sv()),
            None => found.push((date, name.sv().to_owned(), law_kind(kind))),
        }
    }
    assert_eq!(found.len(), 1132);
    assert_eq!(found, expected);
}

#[test]
fn eves_and_squeeze_days() {
    let expected: Vec<_> = rows(include_str!("../data/se_soft_days.csv"))
        .map(|row| (day(row[0]), row[1], row[2]))
        .collect();
    let found: Vec<_> = YEARS
        .flat_map(soft_days)
        .map(|Holiday { date, name, kind }| (date, name.sv(), law_kind(kind)))
        .collect();
    assert_eq!(found.len(), 597);
    assert_eq!(found, expected);
}

#[test]
fn rules_by_holiday_give_every_day_of_that_name() {
    let table = rows(include_str!("../data/se_holidays_oracle.csv"))
        .chain(rows(include_str!("../data/se_soft_days.csv")));
    let mut expected: BTreeMap<&str, Vec<NaiveDate>> = BTreeMap::new();
    for row in table {
        for name in row[1].split(" / ") {
            expected.entry(name).or_default().push(day(row[0]));
        }
    }
    let range = DateRange::years(*YEARS.start(), *YEARS.end()).unwrap();
    let (work, mandates) = (WorkCalendar::new(range), MandateCalendar::swedish());
    let context = RuleContext {
        work: &work,
        mandates: &mandates,
    };
    for &name in HolidayName::ALL {
        for days in [0, -6, 39] {
            let rule = DateRule::from(DayRule::Holiday { name, days });
            // A day beside a holiday of the year before or after lies outside the table.
            let found = rule.occurrences(range, &context);
            let found = found.iter().map(|one| add_days(one.date, -i64::from(days)));
            let found: Vec<_> = found.filter(|day| range.contains(*day)).collect();
            let listed = expected[name.sv()].iter().copied();
            let listed: Vec<_> = listed
                .filter(|day| range.contains(add_days(*day, days.into())))
                .collect();
            assert_eq!(found, listed, "{name:?} {days}");
        }
    }
}

#[test]
fn the_work_calendar_has_the_same_days() {
    let hard: BTreeMap<NaiveDate, &str> = rows(include_str!("../data/se_holidays_oracle.csv"))
        .map(|row| (day(row[0]), row[1]))
        .collect();
    let soft: Vec<(NaiveDate, &str)> = rows(include_str!("../data/se_soft_days.csv"))
        .map(|row| (day(row[0]), row[2]))
        .collect();
    let squeeze: Vec<_> = soft
        .iter()
        .filter(|(_, kind)| *kind == "klamdag")
        .map(|(date, _)| *date)
        .collect();
    let range = DateRange::years(1990, 2060).unwrap();
    // One calendar with a table, one that has to compute every answer.
    for work in [
        WorkCalendar::new(range),
        WorkCalendar::new(DateRange::new(range.start, range.start).unwrap()),
    ] {
        for date in &range {
            let weekend = chrono::Datelike::weekday(&date).num_days_from_monday() >= 5;
            let off = weekend || hard.contains_key(&date);
            assert_eq!(work.is_working(date), !off, "{date}");
            assert_eq!(work.is_statutory_rest(date), off, "{date}");
            let name = work.holiday(date).map(HolidayName::sv);
            let listed = hard
                .get(&date)
                .map(|names| names.split(" / ").next().unwrap());
            assert_eq!(name, listed, "{date}");
        }
        let found: Vec<_> = range.iter().filter(|date| work.is_squeeze(*date)).collect();
        assert_eq!(found, squeeze);
        assert!(
            soft.iter()
                .filter(|(_, kind)| *kind != "klamdag")
                .all(|(d, _)| work.is_eve(*d))
        );
    }
}

/// The rules of law behind the table, as a plan would write them.
fn statutory_rules(name: &str) -> &'static [&'static str] {
    match name {
        "KL5:7-8 (valår)" => &[
            r#"{"on": {"month_end": {"months": [2]}}, "roll": "statutory", "every_years": 4, "from_year": 2014}"#,
        ],
        "PSL 3:10" => &[r#"{"on": {"day": "03-01"}, "roll": "statutory"}"#],
        "KL 11:20" => &[r#"{"on": {"day": "04-15"}, "roll": "statutory"}"#],
        "KL 5:24" => &[r#"{"on": {"month_end": {"months": [6]}}, "roll": "statutory"}"#],
        "delår 30/6 +2 mån" => &[
            r#"{"on": {"offset": {"from": {"on": {"day": "06-30"}}, "months": 2}}, "roll": "statutory"}"#,
        ],
        "KL 11:8 / delår 31/8 +2 mån / MSBFS 2015:5" => &[
            r#"{"on": {"month_end": {"months": [10]}}, "roll": "statutory"}"#,
            r#"{"on": {"offset": {"from": {"on": {"day": "08-31"}}, "months": 2}}, "roll": "statutory"}"#,
        ],
        "KL 11:10" => &[r#"{"on": {"month_end": {"months": [11]}}, "roll": "statutory"}"#],
        "KL 11:11" => &[r#"{"on": {"day": "12-31"}, "roll": "statutory"}"#],
        _ => panic!("no rule for {name}"),
    }
}

#[test]
fn statutory_last_days() {
    let mut expected: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    for row in rows(include_str!("../data/deadline_vectors.csv")) {
        let [name, nominal, rolled] = row[..] else {
            panic!("{row:?}")
        };
        expected
            .entry(name)
            .or_default()
            .push((nominal.to_owned(), rolled.to_owned()));
    }
    assert_eq!(expected.values().map(Vec::len).sum::<usize>(), 51);
    // The days of 2026–2032 roll at most into January 2033; last days of 2025 roll into 2026.
    let range = DateRange::years(2026, 2033).unwrap();
    let work = WorkCalendar::new(range);
    let mandates = MandateCalendar::swedish();
    let context = RuleContext {
        work: &work,
        mandates: &mandates,
    };
    for (name, days) in expected {
        for json in statutory_rules(name) {
            let rule: DateRule = serde_json::from_str(json).unwrap();
            let found: Vec<_> = rule
                .occurrences(range, &context)
                .iter()
                .map(|one| (format(one.nominal), format(one.date)))
                .filter(|(nominal, _)| ("2026".."2033").contains(&nominal.as_str()))
                .collect();
            assert_eq!(found, days, "{name}: {json}");
        }
    }
}

#[test]
fn election_year_decisions_follow_the_elections() {
    // KL 5 kap. 7–8 §§: the rule that counts in fours and the elections agree.
    let mandates = MandateCalendar::swedish();
    let years: Vec<i32> = (2014..=2038).step_by(4).collect();
    assert!(
        years
            .iter()
            .all(|year| mandates.election_day(*year).is_some())
    );
}

#[test]
fn week_53_of_2026() {
    let week = IsoWeek::new(2026, 53).unwrap();
    assert_eq!(format(week.monday()), "2026-12-28");
    assert_eq!(week.next(), IsoWeek::new(2027, 1).unwrap());
}
