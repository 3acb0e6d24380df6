//! Laws that hold for all dates: Easter, weekdays, weeks, shifts, rolls and date rules.

use chrono::{Datelike, NaiveDate};
use planning_wheel::time::{
    CodedError, DateRange, DateRule, Day, DayRule, HolidayName, IsoWeek, MandateCalendar,
    MissingDay, Month, MonthDay, Nth, NthWorkingDay, Roll, RuleContext, Week53, Weekday,
    WorkCalendar, add_days, date, easter_sunday, format, parse,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;

static WORK: LazyLock<WorkCalendar> =
    LazyLock::new(|| WorkCalendar::new(DateRange::years(2020, 2040).unwrap()));

/// Easter after Gauss, with the two exceptions that the Gregorian calendar makes.
fn gauss(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year % 4, year % 7);
    let k = year / 100;
    let p = (13 + 8 * k) / 25;
    let m = (15 - p + k - k / 4) % 30;
    let n = (4 + k - k / 4) % 7;
    let d = (19 * a + m) % 30;
    let e = (2 * b + 4 * c + 6 * d + n) % 7;
    let late = (d == 29 && e == 6) || (d == 28 && e == 6 && (11 * m + 11) % 30 < 19);
    let offset = d + e - if late { 7 } else { 0 };
    add_days(date(year, 3, 22).unwrap(), offset.into())
}

/// Zeller's congruence: Saturday is 0.
fn zeller(year: i32, month: i32, day: i32) -> i32 {
    let (month, year) = if month < 3 {
        (month + 12, year - 1)
    } else {
        (month, year)
    };
    let (k, j) = (year % 100, year / 100);
    (day + 13 * (month + 1) / 5 + k + k / 4 + j / 4 + 5 * j) % 7
}

#[test]
fn easter_after_gauss() {
    for year in 1970..=2100 {
        let easter = easter_sunday(year).unwrap();
        assert_eq!(easter, gauss(year), "{year}");
        assert_eq!(Weekday::of(easter), Weekday::Sunday, "{year}");
        assert!(
            (date(year, 3, 22)..=date(year, 4, 25)).contains(&Some(easter)),
            "{year}"
        );
    }
    for year in 1583..=2600 {
        assert_eq!(easter_sunday(year), Some(gauss(year)), "{year}");
    }
}

#[test]
fn weekdays_after_zeller_and_weeks_there_and_back() {
    for day in &DateRange::years(1970, 2100).unwrap() {
        let zeller = zeller(day.year(), day.month() as i32, day.day() as i32);
        assert_eq!(
            (i32::from(Weekday::of(day).number()) + 1) % 7,
            zeller,
            "{day}"
        );
        let week = IsoWeek::of(day);
        assert_eq!(IsoWeek::new(week.year(), week.week()), Some(week));
        assert_eq!(week.day(Weekday::of(day)), day);
        assert_eq!(parse(&format(day)), Ok(day));
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    // Beyond the table on both sides, so that computed answers are asked for too.
    (0..365 * 30_i64).prop_map(|days| add_days(date(2015, 1, 1).unwrap(), days))
}

fn any_roll() -> impl Strategy<Value = Roll> {
    prop_oneof![
        Just(Roll::AsIs),
        Just(Roll::Earlier),
        Just(Roll::Later),
        Just(Roll::Statutory)
    ]
}

fn any_weekday() -> impl Strategy<Value = Weekday> {
    (0..7_usize).prop_map(|at| Weekday::ALL[at])
}

fn any_months() -> impl Strategy<Value = Vec<Month>> {
    prop::collection::vec(
        (1..=12_u8).prop_map(|month| Month::new(month).unwrap()),
        0..4,
    )
}

fn any_month_day() -> impl Strategy<Value = MonthDay> {
    let any = (1..=12_u8, 1..=31_u8).prop_filter_map("day", |(m, d)| MonthDay::new(m, d));
    prop_oneof![4 => any, 1 => Just(MonthDay::new(2, 29).unwrap())]
}

fn simple_day() -> impl Strategy<Value = DayRule> {
    let nth = (-5..=5_i8).prop_filter_map("nth", Nth::new);
    let nth_work = (-20..=20_i8).prop_filter_map("nth", NthWorkingDay::new);
    let week53 = prop_oneof![
        Just(Week53::Skip),
        Just(Week53::Week52),
        Just(Week53::Week1Next)
    ];
    prop_oneof![
        any_day().prop_map(|day| DayRule::Date(Day(day))),
        any_month_day().prop_map(DayRule::Day),
        (nth, any_weekday(), any_months()).prop_map(|(nth, weekday, months)| DayRule::NthWeekday {
            nth,
            weekday,
            months
        }),
        (nth_work, any_months()).prop_map(|(nth, months)| DayRule::WorkingDay { nth, months }),
        any_months().prop_map(|months| DayRule::MonthEnd { months }),
        (1..=53_u8, any_weekday(), week53).prop_map(|(week, weekday, without_53)| DayRule::Week {
            week,
            weekday,
            without_53
        }),
        (1..=9_u8, any_weekday(), any_day()).prop_map(|(weeks, weekday, start)| {
            DayRule::EveryNthWeek {
                weeks,
                weekday,
                start: Day(start),
            }
        }),
        (any::<bool>(), any_weekday(), any_months()).prop_map(|(odd, weekday, months)| {
            DayRule::WeekParity {
                odd,
                weekday,
                months,
            }
        }),
        (1..=5_u8, any_month_day())
            .prop_map(|(mandate_year, day)| DayRule::MandateDay { mandate_year, day }),
        (-40..=40_i32, -40..=40_i32)
            .prop_map(|(months, days)| DayRule::AfterElection { months, days }),
        (select(HolidayName::ALL), -366..=366_i32)
            .prop_map(|(name, days)| DayRule::Holiday { name, days }),
    ]
}

fn with_policies(on: impl Strategy<Value = DayRule>) -> impl Strategy<Value = DateRule> {
    let missing = prop_oneof![
        Just(MissingDay::LastOfMonth),
        Just(MissingDay::Skip),
        Just(MissingDay::NextDay)
    ];
    let years = (
        prop::option::weighted(0.3, 1..=5_u8),
        prop::option::weighted(0.3, 2016..=2030_i32),
        prop::option::weighted(0.2, 2025..=2044_i32),
    );
    (on, any_roll(), missing, years).prop_map(|(on, roll, missing, years)| {
        let (every_years, from_year, until_year) = years;
        DateRule {
            on,
            roll,
            missing,
            every_years,
            from_year,
            until_year,
        }
    })
}

fn any_rule() -> impl Strategy<Value = DateRule> {
    let leaf = with_policies(simple_day()).boxed();
    leaf.prop_recursive(2, 3, 1, |inner| {
        let offset = (inner, -80..=80_i32, -9..=9_i32, -14..=14_i32, -30..=30_i32).prop_map(
            |(from, days, weeks, months, working_days)| DayRule::Offset {
                from: Box::new(from),
                days,
                weeks,
                months,
                working_days,
            },
        );
        with_policies(offset).boxed()
    })
}

fn closed_calendar(start: NaiveDate, days: i64) -> WorkCalendar {
    let closed = DateRange::new(start, add_days(start, days)).unwrap();
    WORK.clone().with_closed(closed)
}

proptest! {
    #[test]
    fn shifting_there_and_back(day in any_day(), by in -400..400_i32) {
        let day = WORK.roll(day, Roll::Later);
        let moved = WORK.shift(day, by);
        prop_assert!(WORK.is_working(moved));
        prop_assert_eq!(WORK.shift(moved, -by), day);
        prop_assert_eq!(WORK.working_days_between(day, moved), i64::from(by));
    }

    #[test]
    fn rolling_twice_is_rolling_once(day in any_day(), roll in any_roll(), closed in 0..90_i64) {
        let work = closed_calendar(date(2027, 6, 1).unwrap(), closed);
        let once = work.roll(day, roll);
        prop_assert_eq!(work.roll(once, roll), once);
        match roll {
            Roll::AsIs => prop_assert_eq!(once, day),
            Roll::Earlier => prop_assert!(once <= day && work.is_working(once)),
            Roll::Later => prop_assert!(once >= day && work.is_working(once)),
            Roll::Statutory => prop_assert!(once >= day && !work.is_statutory_rest(once)),
        }
    }

    #[test]
    fn a_longer_range_gives_the_same_days(
        rule in any_rule(),
        start in any_day(),
        days in 0..900_i64,
        before in 0..900_i64,
        after in 0..900_i64,
        closed in 0..120_i64,
    ) {
        let work = closed_calendar(date(2028, 6, 1).unwrap(), closed);
        let mandates = MandateCalendar::swedish();
        let context = RuleContext { work: &work, mandates: &mandates };
        let short = DateRange::new(start, add_days(start, days)).unwrap();
        let long = DateRange::new(add_days(start, -before), add_days(short.end, after)).unwrap();
        let mut wide = rule.occurrences(long, &context);
        prop_assert!(wide.is_sorted_by_key(|one| one.date));
        wide.retain(|one| short.contains(one.date));
        prop_assert_eq!(rule.occurrences(short, &context), wide);
    }

    #[test]
    fn rules_are_read_as_they_are_written(rule in any_rule()) {
        let json = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<DateRule>(&json).unwrap(), rule);
    }

    #[test]
    fn any_text_is_a_date_or_a_fault(text in ".{0,16}") {
        if let Err(fault) = parse(&text) {
            let coded = CodedError::from(fault);
            prop_assert_eq!(CodedError::parse(&coded.to_string()), Some(coded));
        }
    }

    #[test]
    fn weeks_step_by_seven_days(day in any_day(), weeks in -600..600_i32) {
        let week = IsoWeek::of(day);
        let moved = week.offset(weeks);
        prop_assert_eq!(moved.monday(), add_days(week.monday(), i64::from(weeks) * 7));
        prop_assert_eq!(moved.cmp(&week), weeks.cmp(&0));
    }
}
