//! Social ReKo, Västernorrland: what each of its rules gives, across two mandate borders.

use chrono::{Datelike, NaiveDate};
use planning_wheel::calendar::{Calendar, Entry, EntryKind, EntryStatus, Relation};
use planning_wheel::compute::{Outcome, TroubleKind};
use planning_wheel::document::{
    self, CountPer, Coverage, DocumentKind, Edit, Held, OwnPeriod, PlanDocument, Revision, Text,
};
use planning_wheel::findings::{FindingKind, FixKind, Severity};
use planning_wheel::plan::Plan;
use planning_wheel::reason::Reason;
use planning_wheel::time::{DateRange, Day, Lang};
use planning_wheel_tests::agreements::{
    assert_cites, assert_no_errors, assert_period, entries_of, meeting_days, sections,
};
use planning_wheel_tests::{
    assert_pinned, body_ids, checked, day, days_of, document_of, entry, findings_of, lines,
    meeting_at, new_year, plan, series_mut, spread_mut, year, years,
};
use std::collections::BTreeSet;

const VN: &str = "social-reko-vasternorrland";

const GROUPS: [&str; 4] = ["lsg-1", "lsg-2", "lsg-3", "lsg-4"];

const MUNICIPALITIES: &str = "Kommunerna";

const REGION: &str = "Regionen";

const YEARS: std::ops::RangeInclusive<i32> = 2026..=2034;

/// The shipped plan with its calendar of 2026–2034.
fn shipped() -> (Plan, Calendar) {
    let plan = plan(VN);
    let outcome = years(&plan, 2026, 2034);
    assert_eq!(
        outcome.trouble(),
        [],
        "everything in the shipped plan should find its place"
    );
    let calendar = outcome.into_calendar();
    (plan, calendar)
}

/// The shipped document, changed.
fn changed(change: impl FnOnce(&mut PlanDocument)) -> (Plan, Outcome) {
    let mut document = document_of(VN);
    change(&mut document);
    let plan = checked(document);
    let outcome = years(&plan, 2026, 2031);
    (plan, outcome)
}

/// Who holds an office period.
fn holder<'a>(calendar: &'a Calendar, id: &str) -> &'a str {
    entry(calendar, id)
        .holder
        .as_ref()
        .unwrap_or_else(|| panic!("{id} should have a holder"))
        .get(Lang::Sv)
}

/// The elections of a year, sorted.
fn elections(calendar: &Calendar, year: i32) -> BTreeSet<&str> {
    calendar
        .of_kind(EntryKind::OfficeElection)
        .filter(|entry| entry.start.year() == year)
        .map(|entry| entry.id.as_str())
        .collect()
}

// rule: VN-1
#[test]
fn each_body_meets_at_least_as_often_as_it_must() {
    let (plan, calendar) = shipped();
    let least = [
        ("social-reko", 4),
        ("beredningsgrupp", 6),
        ("lsg-1", 6),
        ("lsg-2", 6),
        ("lsg-3", 6),
        ("lsg-4", 6),
    ];
    for (body, least) in least {
        for year in YEARS {
            let days = meeting_days(&plan, &calendar, body, year);
            assert!(
                days.len() >= least,
                "{body} should meet at least {least} times in {year}: {days:?}"
            );
        }
    }
    let mut document = document_of(VN);
    for (series, least) in [
        ("moten-social-reko", 4),
        ("moten-beredningsgrupp", 6),
        ("moten-lsg", 6),
    ] {
        let count = &series_mut(&mut document, series).count;
        assert_eq!(
            (count.per, count.min, count.max),
            (CountPer::Year, Some(least), None),
            "{series} has a minimum a year and no maximum"
        );
    }
    for (id, section) in [
        ("moten-social-reko/2027/1", "2.2.1"),
        ("moten-beredningsgrupp/2027/1", "2.2.2"),
        ("moten-lsg-lsg-1/2027/1", "2.2.3"),
    ] {
        assert_cites(entry(&calendar, id), section);
    }
}

// rule: VN-1
#[test]
fn there_is_no_maximum() {
    for wanted in [6, 10] {
        let (plan, outcome) = changed(|document| {
            series_mut(document, "moten-social-reko").count.target = Some(wanted);
            series_mut(document, "moten-beredningsgrupp").count.target = Some(wanted);
        });
        for year in 2026..=2031 {
            for body in ["social-reko", "beredningsgrupp"] {
                let days = meeting_days(&plan, outcome.calendar(), body, year);
                assert_eq!(
                    days.len(),
                    usize::from(wanted),
                    "{body} should be able to meet {wanted} times in {year}"
                );
            }
        }
        assert_eq!(outcome.trouble(), [], "{wanted} meetings are no trouble");
        assert_no_errors(&plan, &outcome);
        assert_eq!(findings_of(&plan, &outcome, "cadence_above"), []);
    }
}

// rule: VN-1
#[test]
fn one_meeting_less_is_a_finding() {
    for (series, own, period, min, section) in [
        ("moten-social-reko", "Social ReKo", "2027", 4, "2.2.1"),
        ("moten-beredningsgrupp", "BG", "2028", 6, "2.2.2"),
    ] {
        let (plan, outcome) = changed(|document| {
            series_mut(document, series).edits.push(Edit::Cancel {
                occurrence: format!("{period}/2"),
                reason: Text::from("Prov"),
            });
        });
        let below = findings_of(&plan, &outcome, "cadence_below");
        let [finding] = &below[..] else {
            panic!("one finding about {series}: {below:?}");
        };
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(
            finding.kind,
            FindingKind::CadenceBelow {
                series: Text::from(own),
                period: period.into(),
                held: min - 1,
                min,
            }
        );
        assert!(
            sections(finding).contains(section),
            "the finding should cite {section}"
        );
    }
}

// rule: VN-2
#[test]
fn social_reko_elects_by_31_january_of_the_first_mandate_year() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        let elected: BTreeSet<&str> = elections(&calendar, year)
            .into_iter()
            .filter(|id| id.starts_with("social-reko-"))
            .collect();
        if ![2027, 2031].contains(&year) {
            assert_eq!(
                elected,
                BTreeSet::new(),
                "nobody should be elected in {year}"
            );
            continue;
        }
        let period = format!("{year}-{}", year + 3);
        let expected = [
            format!("social-reko-ordforande/{period}/election"),
            format!("social-reko-vice-ordforande/{period}/election"),
        ];
        assert_eq!(
            elected,
            expected.iter().map(String::as_str).collect(),
            "chair and vice chair should be elected in {year}"
        );
        for id in expected {
            let election = entry(&calendar, &id);
            assert_eq!(
                election.start,
                day(&format!("{year}-01-31")),
                "{id} should stand on the last day"
            );
            let meeting = entry(&calendar, election.related(Relation::For).unwrap());
            assert_eq!(body_ids(&plan, meeting), ["social-reko"]);
            assert!(
                meeting.start >= new_year(year) && meeting.start <= election.start,
                "{id} should be for a meeting in January {year}, not on {}",
                meeting.start
            );
            assert!(
                election.reasons.contains(&Reason::Mandate {
                    mandate: (year, year + 3),
                    year: 1
                }),
                "{id} should come from the mandate period: {:?}",
                election.reasons
            );
            assert_cites(election, "2.2.1");
        }
    }
}

// rule: VN-2
#[test]
fn social_reko_has_its_chairs_for_the_whole_mandate_period() {
    let (plan, calendar) = shipped();
    for office in ["social-reko-ordforande", "social-reko-vice-ordforande"] {
        let periods: Vec<&Entry> = calendar
            .of_kind(EntryKind::Office)
            .filter(|entry| entry.id.starts_with(&format!("{office}/")))
            .collect();
        assert_eq!(periods.len(), 3, "{office} in 2026–2034");
        for (period, first) in periods.into_iter().zip([2023, 2027, 2031]) {
            assert_eq!(period.id, format!("{office}/{first}-{}", first + 3));
            assert_period(period, first, first + 3);
            assert_eq!(body_ids(&plan, period), ["social-reko"]);
        }
    }
}

// rule: VN-2
#[test]
fn without_a_meeting_in_january_nobody_can_be_elected_in_time() {
    let (plan, outcome) = changed(|document| {
        let spread = spread_mut(document, "moten-social-reko");
        spread
            .windows
            .retain(|window| window.mandate_years.is_empty());
        spread.avoid_weeks.extend([4, 5]);
    });
    for office in ["social-reko-ordforande", "social-reko-vice-ordforande"] {
        let id = format!("{office}/2027-2030/election");
        assert!(
            outcome
                .trouble()
                .iter()
                .any(|trouble| trouble.entry.as_deref() == Some(&id)
                    && matches!(&trouble.kind, TroubleKind::NoMeetingForElection { due, .. }
                        if *due == day("2027-01-31"))),
            "a meeting of the year before, of those who step down, should not do for {id}: {:?}",
            outcome.trouble()
        );
    }
    let late = findings_of(&plan, &outcome, "no_meeting_for_election");
    assert_eq!(
        entries_of(&late),
        BTreeSet::from([
            "social-reko-ordforande/2027-2030/election",
            "social-reko-ordforande/2031-2034/election",
            "social-reko-vice-ordforande/2027-2030/election",
            "social-reko-vice-ordforande/2031-2034/election",
        ]),
        "both offices in both mandate periods"
    );
    for finding in &late {
        assert_eq!(finding.severity, Severity::Error);
        assert!(sections(finding).contains("2.2.1"));
    }
}

// rule: VN-3
#[test]
fn chair_and_vice_chair_come_from_different_sides_and_swap() {
    let (_, calendar) = shipped();
    let mut pairs = vec![(
        "social-reko-ordforande".to_owned(),
        "social-reko-vice-ordforande".to_owned(),
        vec![
            "2023-2026".to_owned(),
            "2027-2030".into(),
            "2031-2034".into(),
        ],
    )];
    let each_year: Vec<String> = YEARS.map(|year| year.to_string()).collect();
    pairs.push((
        "bg-ordforande".into(),
        "bg-vice-ordforande".into(),
        each_year.clone(),
    ));
    for group in GROUPS {
        pairs.push((
            format!("lsg-ordforande-{group}"),
            format!("lsg-sekreterare-{group}"),
            each_year.clone(),
        ));
    }
    for (chair, other, periods) in pairs {
        for (number, period) in periods.iter().enumerate() {
            let expected = if number % 2 == 0 {
                (MUNICIPALITIES, REGION)
            } else {
                (REGION, MUNICIPALITIES)
            };
            let ids = (format!("{chair}/{period}"), format!("{other}/{period}"));
            assert_eq!(
                (holder(&calendar, &ids.0), holder(&calendar, &ids.1)),
                expected,
                "{} and {} should come from different sides, and from others than the period before",
                ids.0,
                ids.1
            );
            assert!(
                entry(&calendar, &ids.0).reasons.iter().any(
                    |reason| matches!(reason, Reason::Turn { between, .. } if between.len() == 2)
                ),
                "{} should say whose turn it is",
                ids.0
            );
        }
    }
}

/// The plan with Social ReKo's vice chair of 2027 from the same side as the chair.
fn with_both_from_the_region() -> (Plan, Outcome) {
    changed(|document| {
        let vice = document
            .offices
            .iter_mut()
            .find(|office| office.id == "social-reko-vice-ordforande")
            .unwrap();
        vice.held.push(Held {
            from_year: 2027,
            body: None,
            by: "region".into(),
        });
    })
}

// rule: VN-3
#[test]
fn a_holder_entered_by_hand_goes_before_the_rotation() {
    let (_, outcome) = with_both_from_the_region();
    let calendar = outcome.calendar();
    assert_eq!(
        (
            holder(calendar, "social-reko-ordforande/2027-2030"),
            holder(calendar, "social-reko-vice-ordforande/2027-2030"),
        ),
        (REGION, REGION),
        "the breach is shown as it was entered"
    );
    assert_eq!(
        holder(calendar, "social-reko-vice-ordforande/2031-2034"),
        REGION,
        "the rotation goes on as planned"
    );
}

// rule: VN-3
#[test]
fn both_from_one_side_or_one_side_twice_is_a_finding() {
    let (plan, outcome) = with_both_from_the_region();
    let broken = findings_of(&plan, &outcome, "alternation_broken");
    assert_eq!(
        entries_of(&broken),
        BTreeSet::from([
            // From the same side as the vice chair.
            "social-reko-ordforande/2027-2030",
            // The region again, after 2023–2026, and then once more.
            "social-reko-vice-ordforande/2027-2030",
            "social-reko-vice-ordforande/2031-2034",
        ])
    );
    for finding in &broken {
        assert_eq!(finding.severity, Severity::Error);
        assert!(sections(finding).contains("2.2.1"));
        assert!(
            matches!(&finding.kind, FindingKind::AlternationBroken { holder, .. }
                if holder.get(Lang::Sv) == REGION),
            "{finding:?}"
        );
    }
    let fix = broken
        .iter()
        .find_map(|finding| finding.fix.as_ref())
        .expect("a fix");
    assert_eq!(fix.kind, FixKind::RemoveHolder);
    let mended = checked(fix.apply(plan.document()).unwrap());
    let outcome = years(&mended, 2026, 2031);
    assert_eq!(findings_of(&mended, &outcome, "alternation_broken"), []);
    let whole = plan_and_years();
    assert_eq!(
        findings_of(&whole.0, &whole.1, "alternation_broken"),
        [],
        "the shipped plan alternates"
    );
}

fn plan_and_years() -> (Plan, Outcome) {
    let plan = plan(VN);
    let outcome = years(&plan, 2026, 2034);
    (plan, outcome)
}

// rule: VN-3
#[test]
fn mending_one_groups_breach_leaves_the_other_groups_holders_alone() {
    let held = |group: &str, by: &str| Held {
        from_year: 2027,
        body: Some(group.into()),
        by: by.into(),
    };
    let (plan, outcome) = changed(|document| {
        let secretary = document
            .offices
            .iter_mut()
            .find(|office| office.id == "lsg-sekreterare")
            .unwrap();
        // The second group's entry says what the rotation gives; the first group's breaks it.
        secretary.held = vec![held("lsg-2", "kommuner"), held("lsg-1", "region")];
    });
    let broken = findings_of(&plan, &outcome, "alternation_broken");
    assert_eq!(
        entries_of(&broken),
        BTreeSet::from([
            "lsg-ordforande-lsg-1/2027",
            "lsg-sekreterare-lsg-1/2027",
            "lsg-sekreterare-lsg-1/2028",
        ]),
        "only the first group"
    );
    let fix = broken
        .iter()
        .find_map(|finding| finding.fix.as_ref())
        .expect("a fix");
    let mended = checked(fix.apply(plan.document()).unwrap());
    let secretary = mended
        .document()
        .offices
        .iter()
        .find(|office| office.id == "lsg-sekreterare")
        .unwrap();
    assert_eq!(
        secretary.held,
        [held("lsg-2", "kommuner")],
        "the fix should take away the entry that breaks the rotation"
    );
    let outcome = years(&mended, 2026, 2031);
    assert_eq!(findings_of(&mended, &outcome, "alternation_broken"), []);
}

// rule: VN-4
#[test]
fn the_groups_elect_by_30_november_for_the_next_year() {
    let (plan, calendar) = shipped();
    let mut offices = vec![
        ("bg-ordforande".to_owned(), "beredningsgrupp", "2.2.2"),
        ("bg-vice-ordforande".to_owned(), "beredningsgrupp", "2.2.2"),
    ];
    for group in GROUPS {
        offices.push((format!("lsg-ordforande-{group}"), group, "2.2.3"));
        offices.push((format!("lsg-sekreterare-{group}"), group, "2.2.3"));
    }
    for year in YEARS {
        let held: BTreeSet<&str> = elections(&calendar, year)
            .into_iter()
            .filter(|id| !id.starts_with("social-reko-"))
            .collect();
        let expected: Vec<String> = offices
            .iter()
            .map(|(office, ..)| format!("{office}/{}/election", year + 1))
            .collect();
        assert_eq!(
            held,
            expected.iter().map(String::as_str).collect(),
            "two offices in BG and two in each county group should be filled in {year}"
        );
        for ((office, body, section), id) in offices.iter().zip(&expected) {
            let election = entry(&calendar, id);
            assert_eq!(
                election.start,
                day(&format!("{year}-11-30")),
                "{id} should stand on the last day"
            );
            assert_cites(election, section);
            let meeting = election
                .related(Relation::For)
                .or(election.related(Relation::At))
                .unwrap_or_else(|| panic!("{id} should name a meeting"));
            let meeting = entry(&calendar, meeting);
            assert_eq!(body_ids(&plan, meeting), [*body], "{id}");
            let last = meeting_days(&plan, &calendar, body, year)
                .into_iter()
                .rfind(|date| *date <= election.start);
            assert_eq!(
                Some(meeting.start),
                last,
                "{id} should be at the last meeting through November {year}"
            );
            let period = entry(&calendar, &format!("{office}/{year}"));
            assert_period(period, year, year);
        }
    }
}

// rule: VN-4
#[test]
fn a_group_without_meetings_cannot_elect() {
    let (plan, outcome) = changed(|document| {
        document.meetings.retain(|series| series.id != "moten-lsg");
    });
    let late = findings_of(&plan, &outcome, "no_meeting_for_election");
    let in_2027: BTreeSet<&str> = late
        .iter()
        .filter(|finding| finding.range.contains(day("2027-11-30")))
        .filter_map(|finding| finding.entry.as_deref())
        .collect();
    let expected: Vec<String> = GROUPS
        .iter()
        .flat_map(|group| {
            ["lsg-ordforande", "lsg-sekreterare"]
                .map(|office| format!("{office}-{group}/2028/election"))
        })
        .collect();
    assert_eq!(
        in_2027,
        expected.iter().map(String::as_str).collect(),
        "both offices of every county group, and not BG's"
    );
    assert!(
        late.iter()
            .all(|finding| sections(finding).contains("2.2.3"))
    );
}

// rule: VN-5
#[test]
fn the_administration_changes_side_every_other_year() {
    let (plan, calendar) = shipped();
    for body in ["social-reko", "beredningsgrupp"] {
        for year in YEARS {
            let id = format!("administration-{body}/{year}");
            let office = entry(&calendar, &id);
            assert_eq!(body_ids(&plan, office), [body]);
            assert_period(office, year, year);
            let expected = if year % 2 == 0 {
                REGION
            } else {
                MUNICIPALITIES
            };
            assert_eq!(holder(&calendar, &id), expected, "{id}");
            assert!(
                office
                    .reasons
                    .iter()
                    .any(|reason| matches!(reason, Reason::Turn { holder, .. }
                        if holder.get(Lang::Sv) == expected)),
                "{id} should say whose turn it is: {:?}",
                office.reasons
            );
            assert!(
                calendar.get(&format!("{id}/election")).is_none(),
                "nobody is elected to the administration"
            );
        }
    }
    assert_cites(entry(&calendar, "administration-social-reko/2027"), "2.2.1");
}

// rule: VN-5
#[test]
fn a_longer_turn_is_one_value_of_the_plan() {
    let (_, outcome) = changed(|document| {
        for office in &mut document.offices {
            if office.id == "administration"
                && let Some(rotation) = &mut office.alternates
            {
                rotation.every_years = Some(2);
            }
        }
    });
    let holders: Vec<&str> = (2026..=2031)
        .map(|year| {
            holder(
                outcome.calendar(),
                &format!("administration-social-reko/{year}"),
            )
        })
        .collect();
    assert_eq!(
        holders,
        [
            REGION,
            REGION,
            MUNICIPALITIES,
            MUNICIPALITIES,
            REGION,
            REGION
        ]
    );
}

// rule: VN-6
#[test]
fn social_reko_adopts_the_years_plan_at_its_last_meeting_before() {
    let (plan, calendar) = shipped();
    for year in 2027..=2034 {
        let period = entry(&calendar, &format!("verksamhetsplan/{year}"));
        assert_eq!(period.kind, EntryKind::Document);
        assert_period(period, year, year);
        let prepared = entry(&calendar, &format!("{}/bereds", period.id));
        let adopted = entry(&calendar, &format!("{}/faststalls", period.id));
        meeting_at(&plan, &calendar, prepared, "beredningsgrupp");
        meeting_at(&plan, &calendar, adopted, "social-reko");
        assert_eq!(adopted.kind, EntryKind::Decision);
        assert_eq!(
            Some(&adopted.start),
            meeting_days(&plan, &calendar, "social-reko", year - 1).last(),
            "{} should be at the last meeting of {}",
            adopted.id,
            year - 1
        );
        assert!(
            prepared.start < adopted.start,
            "BG should prepare {} before it is adopted",
            period.id
        );
        assert_eq!(adopted.related(Relation::After), Some(prepared.id.as_str()));
        assert_cites(adopted, "2.2.1");
    }
}

// rule: VN-6
#[test]
fn every_county_group_has_its_theme_and_there_is_one_yearly_report() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        let mut themes = Vec::new();
        for group in GROUPS {
            let report = entry(
                &calendar,
                &format!("tematisk-aterrapportering/{year}/{group}"),
            );
            assert_eq!(report.kind, EntryKind::Report);
            assert_eq!(report.start.year(), year, "{}", report.id);
            assert_eq!(body_ids(&plan, report), [group, "social-reko"]);
            assert_cites(report, "2.2.1");
            themes.push(meeting_at(&plan, &calendar, report, "social-reko").start);
        }
        assert_eq!(
            themes,
            meeting_days(&plan, &calendar, "social-reko", year),
            "four groups share the four meetings of {year}, one each"
        );
        let yearly: Vec<&Entry> = calendar
            .of_kind(EntryKind::Report)
            .filter(|entry| entry.id.starts_with("arlig-rapport/") && entry.start.year() == year)
            .collect();
        let [report] = yearly[..] else {
            panic!("one written report should fall in {year}: {yearly:?}");
        };
        meeting_at(&plan, &calendar, report, "social-reko");
        assert_eq!(
            Some(&report.start),
            meeting_days(&plan, &calendar, "social-reko", year).first(),
            "{} should be at the first meeting",
            report.id
        );
        assert!(
            report.title.get(Lang::Sv).contains(&(year - 1).to_string()),
            "{} should be about the year before: {:?}",
            report.id,
            report.title
        );
    }
}

/// Asserts that each Social ReKo meeting has a BG meeting 10–21 days before.
fn assert_prepared(plan: &Plan, calendar: &Calendar) {
    let preparing = days_of(plan, calendar, "beredningsgrupp", EntryKind::Meeting);
    for date in days_of(plan, calendar, "social-reko", EntryKind::Meeting) {
        let leads: Vec<i64> = preparing
            .iter()
            .map(|before| (date - *before).num_days())
            .collect();
        assert!(
            leads.iter().any(|lead| (10..=21).contains(lead)),
            "BG should meet 10–21 days before Social ReKo on {date}: {preparing:?}"
        );
    }
}

// rule: VN-7
#[test]
fn bg_meets_before_each_social_reko_meeting() {
    let (plan, calendar) = shipped();
    assert_prepared(&plan, &calendar);
    let social_reko = days_of(&plan, &calendar, "social-reko", EntryKind::Meeting);
    let mut explained = BTreeSet::new();
    for meeting in calendar
        .of_kind(EntryKind::Meeting)
        .filter(|entry| body_ids(&plan, entry) == ["beredningsgrupp"])
    {
        for reason in &meeting.reasons {
            if let Reason::BeforeMeeting { title, date, days } = reason {
                assert_eq!(title.get(Lang::Sv), "Social ReKo");
                assert_eq!((*date - meeting.start).num_days(), *days);
                explained.insert(*date);
            }
        }
    }
    assert_eq!(
        explained,
        social_reko.into_iter().collect(),
        "the BG meetings should say which Social ReKo meetings they prepare"
    );
}

// rule: VN-7
#[test]
fn bg_prepares_across_the_turn_of_the_year() {
    let first = |document: &mut PlanDocument| {
        series_mut(document, "moten-social-reko")
            .edits
            .push(Edit::Lock {
                occurrence: "2027/1".into(),
                date: Day(day("2027-01-07")),
            });
    };
    let (plan, outcome) = changed(first);
    assert_eq!(
        entry(outcome.calendar(), "moten-social-reko/2027/1").start,
        day("2027-01-07"),
        "the locked day"
    );
    // 17–28 December: of these only the 17th is neither a weekend, in the holidays nor in week 52.
    let december: Vec<NaiveDate> = meeting_days(&plan, outcome.calendar(), "beredningsgrupp", 2026)
        .into_iter()
        .filter(|date| date.month() == 12)
        .collect();
    assert_eq!(
        december,
        [day("2026-12-17")],
        "BG should prepare the first meeting of 2027 in December 2026"
    );
    assert_prepared(&plan, outcome.calendar());
    assert_eq!(
        outcome.trouble(),
        [],
        "six meetings should hold five preparations"
    );
    // The calendar of 2026 alone knows of the meeting in January as well.
    let alone = year(&plan, 2026);
    assert_eq!(
        meeting_days(&plan, alone.calendar(), "beredningsgrupp", 2026),
        meeting_days(&plan, outcome.calendar(), "beredningsgrupp", 2026),
        "a shorter range should give the same days"
    );
}

// rule: VN-7
#[test]
fn too_few_bg_meetings_cannot_prepare_every_social_reko_meeting() {
    let (plan, outcome) = changed(|document| {
        let count = &mut series_mut(document, "moten-beredningsgrupp").count;
        count.min = Some(3);
        count.max = Some(3);
    });
    let path = document_of(VN)
        .meetings
        .iter()
        .position(|series| series.id == "moten-beredningsgrupp")
        .map(|at| format!("/meetings/{at}"))
        .unwrap();
    for year in 2026..=2031 {
        assert!(
            outcome
                .trouble()
                .iter()
                .any(|trouble| trouble.path.starts_with(&path)
                    && matches!(&trouble.kind, TroubleKind::NoPlacement { period, .. }
                        if *period == year.to_string())),
            "three BG meetings cannot prepare four in {year}: {:?}",
            outcome.trouble()
        );
    }
    for finding in findings_of(&plan, &outcome, "no_placement") {
        let FindingKind::NoPlacement {
            wanted: 3, rules, ..
        } = &finding.kind
        else {
            panic!("three meetings were asked for: {finding:?}");
        };
        assert!(
            rules.iter().any(|(rule, _)| rule.contains("/windows/0")),
            "the lead before each Social ReKo meeting should be among the rules: {rules:?}"
        );
        assert!(sections(&finding).contains("2.2.2"));
    }
}

// rule: VN-7
#[test]
fn the_county_groups_report_to_bg_at_its_meetings() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        let mut order = Vec::new();
        for group in GROUPS {
            let report = entry(&calendar, &format!("lsg-till-bg/{year}/{group}"));
            assert_eq!(report.kind, EntryKind::Report);
            assert_eq!(body_ids(&plan, report), [group, "beredningsgrupp"]);
            let meeting = meeting_at(&plan, &calendar, report, "beredningsgrupp");
            assert_eq!(meeting.start.year(), year, "{}", report.id);
            assert_cites(report, "2.2.3");
            let theme = entry(
                &calendar,
                &format!("tematisk-aterrapportering/{year}/{group}"),
            );
            assert!(
                report.start < theme.start,
                "{} should come before the group's theme in Social ReKo",
                report.id
            );
            order.push(report.start);
        }
        assert!(
            order.is_sorted_by(|one, next| one < next),
            "one group at a time in {year}: {order:?}"
        );
    }
}

// rule: VN-8
#[test]
fn the_number_of_county_groups_is_one_value() {
    let with = |count: u8| {
        let mut document = document_of(VN);
        for body in &mut document.bodies {
            if let Some(like) = &mut body.like {
                like.count = count;
            }
        }
        document
    };
    let written = |count| document::write(&with(count));
    for count in [1, 2, 6] {
        let (before, after) = (written(4), written(count));
        let differing = before
            .lines()
            .zip(after.lines())
            .filter(|(was, is)| was != is)
            .count();
        assert_eq!(
            (differing, before.lines().count()),
            (1, after.lines().count()),
            "one line of the file should tell {count} groups from four"
        );
        let plan = checked(with(count));
        let outcome = years(&plan, 2026, 2028);
        assert_eq!(outcome.trouble(), [], "{count} groups are no trouble");
        let calendar = outcome.calendar();
        let groups: Vec<String> = (1..=count).map(|number| format!("lsg-{number}")).collect();
        let bodies: Vec<&str> = plan
            .bodies()
            .iter()
            .map(|body| body.id().as_str())
            .filter(|id| id.starts_with("lsg-"))
            .collect();
        assert_eq!(bodies, groups, "bodies");
        let series: Vec<&str> = plan
            .series()
            .iter()
            .map(|series| series.id().as_str())
            .filter(|id| id.starts_with("moten-lsg"))
            .collect();
        let expected: Vec<String> = groups
            .iter()
            .map(|group| format!("moten-lsg-{group}"))
            .collect();
        assert_eq!(series, expected, "series");
        for year in 2026..=2028 {
            let mut all = BTreeSet::new();
            for group in &groups {
                let days = meeting_days(&plan, calendar, group, year);
                assert_eq!(days.len(), 6, "{group} should meet six times in {year}");
                all.extend(days);
                for report in ["tematisk-aterrapportering", "lsg-till-bg"] {
                    // An only group keeps its name in ids: one more group changes no other's.
                    let id = format!("{report}/{year}/{group}");
                    assert_eq!(entry(calendar, &id).start.year(), year, "{id}");
                }
                for office in ["lsg-ordforande", "lsg-sekreterare"] {
                    let id = format!("{office}-{group}/{year}");
                    assert_period(entry(calendar, &id), year, year);
                }
            }
            assert_eq!(
                all.len(),
                6 * usize::from(count),
                "managers sit in several groups: no two of them meet at the same time in {year}"
            );
        }
    }
}

// rule: VN-9
#[test]
fn the_register_says_what_each_document_is_and_who_adopts_it() {
    let (plan, calendar) = shipped();
    let register = [
        ("avtal-hemsjukvard", DocumentKind::Agreement, &[][..], "3.1"),
        (
            "huvudoverenskommelse",
            DocumentKind::MainAgreement,
            &[],
            "3.2",
        ),
        ("mitt-bus", DocumentKind::TargetGroupAgreement, &[], "3.3"),
        (
            "rutin-mtp",
            DocumentKind::Routine,
            &["beredningsgrupp"],
            "3.4",
        ),
        (
            "behandlingslinjer",
            DocumentKind::TreatmentLine,
            &["beredningsgrupp"],
            "3.5",
        ),
        (
            "projekt",
            DocumentKind::Project,
            &["beredningsgrupp"],
            "3.6",
        ),
        ("projekt-i-lsg", DocumentKind::Project, &GROUPS, "3.6"),
    ];
    for (id, kind, adopters, section) in register {
        let course = plan
            .courses()
            .iter()
            .find(|course| course.id() == id)
            .unwrap_or_else(|| panic!("no document {id}"));
        let document = course.document().as_ref().unwrap();
        assert_eq!(document.kind, kind, "{id}");
        let by: Vec<&str> = course
            .adopters()
            .iter()
            .map(|body| plan.body(*body).id().as_str())
            .collect();
        assert_eq!(by, adopters, "adopters of {id}");
        assert_eq!(
            document.signed_by.is_some(),
            adopters.is_empty(),
            "{id} should be signed by principals or adopted by bodies"
        );
        assert_eq!(
            course.coverage(),
            &Coverage::Undated,
            "the text gives {id} no dates"
        );
        assert!(
            course.cite().iter().any(|cite| cite.section == section),
            "{id} should cite {section}"
        );
        let under = course.under().map(|at| plan.courses()[at].id().as_str());
        assert_eq!(
            under,
            (id == "mitt-bus").then_some("huvudoverenskommelse"),
            "target-group agreements build on the main agreement"
        );
        assert!(
            !calendar
                .entries()
                .iter()
                .any(|entry| entry.id.starts_with(&format!("{id}/"))),
            "{id} has no days to show"
        );
    }
}

// rule: VN-9
#[test]
fn the_list_of_documents_is_gone_through_each_year() {
    let (plan, calendar) = shipped();
    for year in YEARS {
        let reviews: Vec<&Entry> = calendar
            .of_kind(EntryKind::Activity)
            .filter(|entry| entry.id.starts_with("forteckning-ses-over/"))
            .filter(|entry| entry.start.year() == year)
            .collect();
        let [review] = reviews[..] else {
            panic!("one review in {year}: {reviews:?}");
        };
        let latest = day(&format!("{year}-09-30"));
        assert!(
            (0..3).contains(&(latest - review.start).num_days()),
            "by 30 September, or the working day before: {}",
            review.start
        );
        assert_eq!(body_ids(&plan, review), ["beredningsgrupp"]);
        assert_cites(review, "3");
    }
    assert_eq!(
        entry(&calendar, "forteckning-ses-over/2028-09-30").start,
        day("2028-09-29"),
        "30 September 2028 is a Saturday"
    );
}

/// The plan with a routine that ends and comes up for revision.
fn with_routine(until: Option<&str>, revision: Option<Revision>) -> (Plan, Outcome) {
    changed(|document| {
        let routine = document
            .documents
            .iter_mut()
            .find(|document| document.id == "rutin-mtp")
            .unwrap();
        routine.adopted = Some(Day(day("2026-05-20")));
        routine.coverage = Coverage::Period(OwnPeriod {
            from: Day(day("2026-06-01")),
            until: until.map(|until| Day(day(until))),
        });
        routine.revision = revision;
    })
}

// rule: VN-9
#[test]
fn a_document_comes_up_for_revision_on_its_day() {
    for (revision, expected) in [
        (Revision::On(Day(day("2027-10-01"))), "2027-10-01"),
        (Revision::AfterMonths(24), "2028-05-20"),
    ] {
        let (_, outcome) = with_routine(Some("2029-05-31"), Some(revision.clone()));
        let revisions: Vec<(&str, NaiveDate)> = outcome
            .calendar()
            .of_kind(EntryKind::Revision)
            .filter(|entry| entry.id.starts_with("rutin-mtp/"))
            .map(|entry| (entry.id.as_str(), entry.start))
            .collect();
        assert_eq!(
            revisions.iter().map(|(_, date)| *date).collect::<Vec<_>>(),
            [day(expected)],
            "{revision:?}: {revisions:?}"
        );
        let period = entry(outcome.calendar(), "rutin-mtp/2026-2029");
        assert_eq!(
            (period.start, period.last_day()),
            (day("2026-06-01"), day("2029-05-31"))
        );
    }
}

// rule: VN-9
#[test]
fn documents_without_dates_are_told() {
    let (plan, outcome) = plan_and_years();
    let undated: Vec<String> = findings_of(&plan, &outcome, "undated")
        .into_iter()
        .map(|finding| match finding.kind {
            FindingKind::Undated { document } => document.get(Lang::Sv).to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(undated.len(), 7, "the whole register: {undated:?}");
    assert_no_errors(&plan, &outcome);
}

// rule: VN-9
#[test]
fn an_overdue_revision_and_a_coming_end_are_flagged() {
    let (plan, _) = with_routine(
        Some("2029-05-31"),
        Some(Revision::On(Day(day("2027-10-01")))),
    );
    let expected = [
        (2026, [0, 0, 0]),
        (2027, [0, 0, 0]),
        (2028, [1, 0, 0]),
        (2029, [1, 1, 0]),
        (2030, [1, 0, 1]),
    ];
    for (in_year, counts) in expected {
        let outcome = year(&plan, in_year);
        let flagged = ["revision_overdue", "expiring", "expired"]
            .map(|kind| findings_of(&plan, &outcome, kind));
        assert_eq!(
            flagged.each_ref().map(Vec::len),
            counts,
            "overdue, expiring and expired in {in_year}: {flagged:?}"
        );
        for finding in flagged.iter().flatten() {
            assert_eq!(finding.severity, Severity::Warning);
            assert!(sections(finding).contains("3.4"));
            match &finding.kind {
                FindingKind::RevisionOverdue { due, .. } => assert_eq!(*due, day("2027-10-01")),
                FindingKind::Expiring { last, .. } | FindingKind::Expired { last, .. } => {
                    assert_eq!(*last, day("2029-05-31"));
                }
                other => panic!("{other:?}"),
            }
        }
    }
    // Valid until further notice and never revised: somebody should set a day.
    let (plan, outcome) = with_routine(None, None);
    let at = plan
        .document()
        .documents
        .iter()
        .position(|document| document.id == "rutin-mtp")
        .unwrap();
    assert!(
        findings_of(&plan, &outcome, "no_revision")
            .iter()
            .any(|finding| finding.path == format!("/documents/{at}")),
        "the routine should lack a revision"
    );
}

// rule: VN-10
#[test]
fn local_groups_report_to_nobody() {
    let (plan, calendar) = shipped();
    let id = plan.body_by_id("lokala-samverkansgrupper").unwrap();
    let local = plan.body(id);
    assert!(!local.spec().reports, "the plan says so");
    assert!(
        local
            .spec()
            .cite
            .iter()
            .any(|cite| cite.section == "2.1" && cite.quote.is_some()),
        "and cites the text"
    );
    assert!(
        plan.reports()
            .iter()
            .all(|report| !report.from().contains(&id)),
        "no report comes from the local groups"
    );
    assert_eq!(
        calendar
            .of_body(id)
            .map(|entry| entry.id.as_str())
            .collect::<Vec<_>>(),
        [""; 0],
        "nothing on their lane"
    );
}

// rule: VN-10
#[test]
fn only_a_body_that_should_report_is_blamed_for_not_doing_so() {
    for should in [true, false] {
        let (plan, outcome) = changed(|document| {
            for body in &mut document.bodies {
                if body.id == "lokala-samverkansgrupper" {
                    body.meets = true;
                    body.reports = should;
                }
            }
            let mut series = series_mut(document, "moten-lsg").clone();
            series.id = "moten-lokala".into();
            series.bodies = vec!["lokala-samverkansgrupper".into()];
            document.meetings.push(series);
        });
        let silent = findings_of(&plan, &outcome, "no_reports");
        let local = plan.body_by_id("lokala-samverkansgrupper").unwrap();
        let expected: Vec<FindingKind> = should
            .then_some(FindingKind::NoReports { body: local })
            .into_iter()
            .collect();
        assert_eq!(
            silent
                .iter()
                .map(|finding| finding.kind.clone())
                .collect::<Vec<_>>(),
            expected,
            "with `reports` {should}"
        );
    }
    let (plan, outcome) = plan_and_years();
    assert_eq!(findings_of(&plan, &outcome, "no_reports"), []);
}

// rule: VN-11
#[test]
fn a_joint_meeting_with_the_school_presidium_is_held_when_wanted() {
    let (plan, calendar) = shipped();
    assert_eq!(
        days_of(&plan, &calendar, "skolpresidiet", EntryKind::Meeting),
        [],
        "none is placed in advance"
    );
    let (plan, outcome) = changed(|document| {
        series_mut(document, "gemensamt-med-skolpresidiet")
            .edits
            .push(Edit::Add {
                occurrence: "2027/extra-1".into(),
                date: Day(day("2027-10-06")),
                reason: Text::from("Skolnärvaro"),
            });
    });
    let meeting = entry(
        outcome.calendar(),
        "gemensamt-med-skolpresidiet/2027/extra-1",
    );
    assert_eq!(meeting.start, day("2027-10-06"));
    assert_eq!(
        body_ids(&plan, meeting),
        ["social-reko", "skolpresidiet"],
        "on both lanes"
    );
    assert_eq!(meeting.status, EntryStatus::Fixed);
    assert!(
        meeting
            .reasons
            .contains(&Reason::AddedByHand(Text::from("Skolnärvaro")))
            && meeting.reasons.contains(&Reason::Joint(2)),
        "{:?}",
        meeting.reasons
    );
    assert_cites(meeting, "2.2.1");
    assert_eq!(outcome.trouble(), [], "the meeting is no trouble");
    assert_no_errors(&plan, &outcome);
    assert_eq!(findings_of(&plan, &outcome, "cadence_above"), []);
    // It comes on top of Social ReKo's own four.
    let own: Vec<NaiveDate> = outcome
        .calendar()
        .of_kind(EntryKind::Meeting)
        .filter(|entry| entry.id.starts_with("moten-social-reko/2027/"))
        .map(|entry| entry.start)
        .collect();
    assert_eq!(
        own,
        meeting_days(&plan, &calendar, "social-reko", 2027),
        "Social ReKo's own meetings should not move"
    );
    assert_eq!(
        meeting_days(&plan, outcome.calendar(), "social-reko", 2027).len(),
        own.len() + 1
    );
}

#[test]
fn the_meetings_of_2027_are_pinned() {
    let plan = plan(VN);
    let outcome = year(&plan, 2027);
    let calendar = outcome.calendar();
    let meetings = Calendar::new(
        DateRange::year(2027).unwrap(),
        calendar.of_kind(EntryKind::Meeting).cloned().collect(),
    );
    assert_pinned(
        "calendars/social-reko-vasternorrland-2027.txt",
        &lines(&plan, &meetings, Lang::Sv),
    );
}
