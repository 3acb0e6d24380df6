//! What single date rules give in awkward years.

use chrono::NaiveDate;
use planning_wheel::time::{
    CodedError, DateRange, DateRule, DayRule, IsoWeek, MandateCalendar, Roll, RuleContext, Weekday,
    WorkCalendar, add_days, date, format,
};

fn days(json: &str, first: i32, last: i32) -> Vec<String> {
    let rule: DateRule = serde_json::from_str(json).unwrap();
    assert_eq!(
        serde_json::from_str::<DateRule>(&serde_json::to_string(&rule).unwrap()).unwrap(),
        rule
    );
    let range = DateRange::years(first, last).unwrap();
    let (work, mandates) = (WorkCalendar::new(range), MandateCalendar::swedish());
    let context = RuleContext {
        work: &work,
        mandates: &mandates,
    };
    rule.occurrences(range, &context)
        .iter()
        .map(|one| format(one.date))
        .collect()
}

#[test]
fn leap_days_follow_their_policy() {
    let rule = |missing| format!(r#"{{"on": {{"day": "02-29"}}, "missing": "{missing}"}}"#);
    assert_eq!(
        days(&rule("last_of_month"), 2027, 2028),
        ["2027-02-28", "2028-02-29"]
    );
    assert_eq!(days(&rule("skip"), 2027, 2028), ["2028-02-29"]);
    assert_eq!(
        days(&rule("next_day"), 2027, 2028),
        ["2027-03-01", "2028-02-29"]
    );
}

#[test]
fn months_come_in_calendar_order_and_once() {
    let rule =
        r#"{"on": {"nth_weekday": {"nth": -1, "weekday": "thursday", "months": [9, 3, 9]}}}"#;
    assert_eq!(days(rule, 2026, 2026), ["2026-03-26", "2026-09-24"]);
    let fifth = r#"{"on": {"nth_weekday": {"nth": 5, "weekday": "monday"}}}"#;
    assert_eq!(
        days(fifth, 2026, 2026),
        ["2026-03-30", "2026-06-29", "2026-08-31", "2026-11-30"]
    );
    let end = r#"{"on": {"month_end": {"months": [2, 12]}}, "roll": "earlier"}"#;
    assert_eq!(days(end, 2026, 2026), ["2026-02-27", "2026-12-30"]);
    let work = r#"{"on": {"working_day": {"nth": 1, "months": [1, 5]}}}"#;
    assert_eq!(days(work, 2026, 2026), ["2026-01-02", "2026-05-04"]);
}

#[test]
fn week_53_has_stand_ins() {
    let rule = |policy| {
        format!(
            r#"{{"on": {{"week": {{"week": 53, "weekday": "monday", "without_53": "{policy}"}}}}}}"#
        )
    };
    assert_eq!(days(&rule("skip"), 2026, 2028), ["2026-12-28"]);
    assert_eq!(
        days(&rule("week52"), 2026, 2027),
        ["2026-12-28", "2027-12-27"]
    );
    assert_eq!(days(&rule("week1_next"), 2027, 2028), ["2028-01-03"]);
}

#[test]
fn the_week_rhythm_counts_from_its_anchor() {
    let rule =
        r#"{"on": {"every_nth_week": {"weeks": 3, "weekday": "tuesday", "start": "2026-12-01"}}}"#;
    let two = days(rule, 2026, 2027);
    assert_eq!(two.first().map(String::as_str), Some("2026-12-01"));
    assert_eq!(two[2..], days(rule, 2027, 2027));
}

#[test]
fn odd_weeks_meet_at_the_turn_of_a_long_year() {
    let rule =
        r#"{"on": {"week_parity": {"odd": true, "weekday": "wednesday", "months": [12, 1]}}}"#;
    let found = days(rule, 2026, 2027);
    assert!(
        found
            .windows(2)
            .any(|pair| pair == ["2026-12-30", "2027-01-06"])
    );
    assert!(
        found
            .iter()
            .all(|day| day.contains("-12-") || day.contains("-01-"))
    );
}

#[test]
fn mandate_days_and_elections() {
    let rule =
        r#"{"on": {"mandate_day": {"mandate_year": 1, "day": "10-31"}}, "roll": "statutory"}"#;
    assert_eq!(
        days(rule, 2020, 2031),
        ["2023-10-31", "2027-11-01", "2031-10-31"]
    );
    // Plan- och bygglagen 3 kap. 23 §: within 24 months of an ordinary election.
    let rule = r#"{"on": {"after_election": {"months": 24}}}"#;
    assert_eq!(days(rule, 2026, 2032), ["2028-09-13", "2032-09-08"]);
    let rule = r#"{"on": {"after_election": {"months": 0, "days": -10}}}"#;
    assert_eq!(days(rule, 2026, 2026), ["2026-09-03"]);
}

#[test]
fn days_beside_holidays() {
    let rule =
        |name, days| format!(r#"{{"on": {{"holiday": {{"name": "{name}", "days": {days}}}}}}}"#);
    assert_eq!(
        days(&rule("easter_sunday", -6), 2026, 2028),
        ["2026-03-30", "2027-03-22", "2028-04-10"]
    );
    assert_eq!(
        days(
            r#"{"on": {"holiday": {"name": "midsummer_eve"}}}"#,
            2026,
            2026
        ),
        ["2026-06-19"]
    );
    // Counted from the holiday, the day may lie in another year than it.
    assert_eq!(days(&rule("new_years_eve", 5), 2026, 2026), ["2026-01-05"]);
    assert_eq!(days(&rule("new_years_day", -7), 2026, 2026), ["2026-12-25"]);
    assert_eq!(
        days(&rule("easter_sunday", 366), 2026, 2026),
        ["2026-04-21"]
    );
    // Whit Monday is no holiday since 2005.
    assert_eq!(
        days(&rule("whit_monday", 0), 2003, 2026),
        ["2003-06-09", "2004-05-31"]
    );
    assert_eq!(
        days(&rule("squeeze_day", 0), 2026, 2026),
        ["2026-01-02", "2026-01-05", "2026-05-15"]
    );
}

#[test]
fn offsets_count_from_moved_days_and_across_years() {
    let rule = r#"{"on": {"offset": {"from": {"on": {"day": "01-05"}}, "weeks": -2}}}"#;
    assert_eq!(days(rule, 2026, 2026), ["2026-12-22"]);
    let rule = r#"{"on": {"offset": {"from": {"on": {"day": "04-15"}, "roll": "later"}, "working_days": -1}}}"#;
    assert_eq!(days(rule, 2028, 2028), ["2028-04-13"]);
    let rule = r#"{"on": {"offset": {"from": {"on": {"day": "06-30"}}, "months": 2}}}"#;
    assert_eq!(days(rule, 2026, 2026), ["2026-08-30"]);
}

#[test]
fn years_are_left_out() {
    let rule =
        r#"{"on": {"day": "04-15"}, "every_years": 2, "from_year": 2027, "until_year": 2031}"#;
    assert_eq!(
        days(rule, 2020, 2040),
        ["2027-04-15", "2029-04-15", "2031-04-15"]
    );
    assert_eq!(days(rule, 2028, 2030), ["2029-04-15"]);
    let rule = r#"{"on": {"date": "2027-03-01"}, "until_year": 2026}"#;
    assert!(days(rule, 2020, 2040).is_empty());
}

#[test]
fn a_day_moved_over_the_border_counts_where_it_lands() {
    let rule = r#"{"on": {"day": "12-31"}, "roll": "statutory"}"#;
    assert!(days(rule, 2027, 2027).contains(&"2027-01-04".to_owned()));
    assert_eq!(days(rule, 2026, 2026), ["2026-01-02"]);
    assert_eq!(date(2026, 1, 2).map(Weekday::of), Some(Weekday::Friday));
}

#[test]
fn faults_in_rules_are_coded() {
    let fault = |json: &str| {
        let error = serde_json::from_str::<DateRule>(json).unwrap_err();
        CodedError::parse(&error.to_string())
    };
    use CodedError as E;
    let week = r#"{"on": {"week": {"week": 54, "weekday": "monday"}}}"#;
    assert_eq!(fault(week), Some(E::OutOfRange { min: 1, max: 53 }));
    let nth = r#"{"on": {"nth_weekday": {"nth": 0, "weekday": "monday"}}}"#;
    assert_eq!(fault(nth), Some(E::NotAPlace { max: 5 }));
    let years = r#"{"on": {"day": "04-15"}, "every_years": 0}"#;
    assert_eq!(fault(years), Some(E::OutOfRange { min: 1, max: 100 }));
    assert!(
        serde_json::from_str::<DateRule>(r#"{"on": {"day": "04-15"}, "rol": "as_is"}"#).is_err()
    );
    assert!(serde_json::from_str::<DateRule>(r#"{"on": {"month_end": {"month": [1]}}}"#).is_err());
}

#[test]
fn extreme_numbers_in_code_break_nothing() {
    let ends = [i32::MIN, -1, 0, 1, i32::MAX];
    let ranges = [
        DateRange::years(2026, 2027).unwrap(),
        DateRange::new(add_days(NaiveDate::MAX, -400), NaiveDate::MAX).unwrap(),
        DateRange::new(NaiveDate::MIN, add_days(NaiveDate::MIN, 400)).unwrap(),
    ];
    let (work, mandates) = (WorkCalendar::new(ranges[0]), MandateCalendar::swedish());
    let context = RuleContext {
        work: &work,
        mandates: &mandates,
    };
    let kinds = [
        r#"{"day": "02-29"}"#,
        r#"{"nth_weekday": {"nth": -1, "weekday": "sunday"}}"#,
        r#"{"working_day": {"nth": 2}}"#,
        r#"{"month_end": {}}"#,
        r#"{"week": {"week": 53, "weekday": "sunday", "without_53": "week1_next"}}"#,
        r#"{"every_nth_week": {"weeks": 1, "weekday": "sunday", "start": "2026-01-01"}}"#,
        r#"{"week_parity": {"odd": true, "weekday": "sunday"}}"#,
        r#"{"mandate_day": {"mandate_year": 1, "day": "02-29"}}"#,
        r#"{"holiday": {"name": "easter_sunday", "days": -366}}"#,
    ];
    for range in ranges {
        for year in ends {
            for kind in kinds {
                let rule: DateRule = serde_json::from_str(&format!(r#"{{"on": {kind}}}"#)).unwrap();
                let (from_year, every_years) = (Some(year), Some(u8::MAX));
                let rule = DateRule {
                    from_year,
                    every_years,
                    roll: Roll::Statutory,
                    ..rule
                };
                assert!(rule.occurrences(range, &context).is_sorted());
            }
            assert!(IsoWeek::new(2026, 1).is_some_and(|week| week.offset(year).week() > 0));
        }
    }
    let rule = DateRule::from(DayRule::AfterElection {
        months: i32::MIN,
        days: i32::MAX,
    });
    assert!(rule.occurrences(ranges[0], &context).is_sorted());
}
