//! What people ask of a plan, one thing at a time: every shipped plan answers it, and takes it back.

use planning_wheel::document::{DeadlineOffset, OfficeTerm, changed};
use planning_wheel::scenario::{
    Assumptions, Options, Scenario, Tweak, Variant, dates_beside, measure, read_change,
    side_by_side, starts, weeks_beside,
};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, MonthDay, TermKind, Weekday, date};
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of, plan};

fn period() -> DateRange {
    DateRange::years(2027, 2030).unwrap()
}

/// One tweak of each kind that a plan has room for.
fn tweaks(name: &str) -> Vec<Tweak> {
    let options = Options::of(&plan(name));
    let mut all = vec![
        Tweak::BoardsStart {
            day: MonthDay::new(2, 1).unwrap(),
        },
        Tweak::Election {
            day: date(2028, 3, 12).unwrap(),
        },
        Tweak::Rule(read_change("last_year=2040").unwrap()),
    ];
    for series in &options.series {
        all.push(Tweak::Meetings {
            series: series.id.clone(),
            count: series.count + 1,
        });
        all.extend(series.weekday.map(|day| Tweak::Weekday {
            series: series.id.clone(),
            weekday: match day {
                Weekday::Monday => Weekday::Tuesday,
                _ => Weekday::Monday,
            },
        }));
        all.extend(series.deadlines.iter().map(|deadline| Tweak::LeadTime {
            series: series.id.clone(),
            deadline: deadline.id.clone(),
            offset: DeadlineOffset::WorkingDays(-3),
        }));
    }
    all.extend(options.offices.iter().map(|office| Tweak::Interval {
        office: office.id.clone(),
        term: match office.term {
            OfficeTerm::Years(2) => OfficeTerm::Mandate(TermKind::Calendar),
            _ => OfficeTerm::Years(2),
        },
    }));
    all.extend(options.groups.iter().map(|group| match group.like {
        Some(like) => Tweak::LikeGroups {
            body: group.id.clone(),
            count: like + 1,
        },
        None => Tweak::NewGroup {
            like: group.id.clone(),
            name: "Ytterligare en grupp".into(),
        },
    }));
    all
}

fn alone(tweak: &Tweak) -> Variant {
    Variant {
        title: String::new(),
        tweaks: vec![tweak.clone()],
    }
}

#[test]
fn every_plan_answers_every_question_and_says_it() {
    for name in AGREEMENTS {
        let (document, plain) = (document_of(name), plan(name));
        for tweak in tweaks(name) {
            let variant = alone(&tweak);
            let changed_plan = variant.plan(&document, &catalogue());
            let changed_plan = changed_plan.unwrap_or_else(|why| panic!("{name} {tweak:?}: {why}"));
            assert!(changed_plan.document() != &document, "{name} {tweak:?}");
            let (sv, en) = (
                text::tweak(&tweak, &plain, Lang::Sv),
                text::tweak(&tweak, &plain, Lang::En),
            );
            assert!(!sv.is_empty() && sv != en, "{name}: {sv} / {en}");
        }
    }
}

#[test]
fn a_variant_is_its_changes() {
    for name in AGREEMENTS {
        let document = document_of(name);
        for tweak in tweaks(name) {
            let variant = alone(&tweak);
            let changes = variant.changes(&document).unwrap();
            let (one, other) = (changed(&document, &changes), variant.document(&document));
            assert!(one.unwrap() == other.unwrap(), "{name} {tweak:?}");
        }
    }
}

#[test]
fn what_is_kept_as_the_plan_stays_as_it_is() {
    for name in AGREEMENTS {
        let document = document_of(name);
        for tweak in tweaks(name) {
            let once = alone(&tweak).document(&document).unwrap();
            let twice = alone(&tweak).document(&once).unwrap();
            assert!(twice == once, "{name} {tweak:?}");
        }
    }
}

#[test]
fn each_thing_is_taken_back_alone() {
    for name in AGREEMENTS {
        let document = document_of(name);
        let mut variant = Variant::new("Allt");
        let all = tweaks(name);
        all.iter().for_each(|tweak| variant.set(tweak.clone()));
        let different = variant.tweaks.clone();
        for tweak in &different {
            let mut without = variant.clone();
            without.take_back(&tweak.target());
            assert_eq!(
                without.tweaks.len(),
                different.len() - 1,
                "{name} {tweak:?}"
            );
            without.set(tweak.clone());
            assert_eq!(without.tweaks.len(), different.len());
        }
        different
            .iter()
            .for_each(|tweak| variant.take_back(&tweak.target()));
        assert!(variant.document(&document).unwrap() == document, "{name}");
    }
}

#[test]
fn a_group_becomes_part_of_any_other() {
    for name in AGREEMENTS {
        let document = document_of(name);
        let groups = &document.bodies;
        let mut merged = 0;
        for body in groups {
            for into in groups
                .iter()
                .filter(|into| into.level == body.level && into.id != body.id)
            {
                let merge = Tweak::Merge {
                    body: body.id.clone(),
                    into: into.id.clone(),
                };
                let plan = alone(&merge).plan(&document, &catalogue());
                let plan = plan.unwrap_or_else(|why| panic!("{name} {merge:?}: {why}"));
                assert!(plan.body_by_id(&body.id).is_none(), "{name} {merge:?}");
                let seats = |id: &str| {
                    let body = plan.document().bodies.iter().find(|one| one.id == id);
                    body.map_or(0, |body| body.seats.len())
                };
                assert!(seats(&into.id) >= into.seats.len().max(body.seats.len()));
                let twice = alone(&merge).document(plan.document()).unwrap();
                assert!(&twice == plan.document(), "{name} {merge:?}");
                merged += 1;
            }
        }
        assert!(merged > 0, "{name} has groups of one level");
    }
}

#[test]
fn what_is_not_there_is_told() {
    let document = document_of("sskl-kalmar");
    for (tweak, says) in [
        (
            Tweak::Meetings {
                series: "moten-x".into(),
                count: 3,
            },
            "moten-x",
        ),
        (
            Tweak::Merge {
                body: "nso".into(),
                into: "x".into(),
            },
            "\"x\"",
        ),
        (
            Tweak::Interval {
                office: "x".into(),
                term: OfficeTerm::Years(2),
            },
            "\"x\"",
        ),
        (
            Tweak::Rule(read_change("meetings/x/time=09:00").unwrap()),
            "\"x\"",
        ),
    ] {
        let problems = alone(&tweak).document(&document).unwrap_err().to_string();
        assert!(problems.contains(says), "{tweak:?}: {problems}");
    }
}

#[test]
fn an_election_in_between_ends_a_term_and_leaves_the_next_alone() {
    let document = document_of("social-reko-vasternorrland");
    let variant = alone(&Tweak::Election {
        day: date(2027, 5, 9).unwrap(),
    });
    let plan = variant.plan(&document, &catalogue()).unwrap();
    let elections = plan
        .mandates()
        .elections(DateRange::years(2026, 2035).unwrap());
    let days = [(2026, 9, 13), (2027, 5, 9), (2030, 9, 8), (2034, 9, 10)];
    assert_eq!(
        elections,
        days.map(|(year, month, day)| date(year, month, day).unwrap())
    );
    let scenario = |plan| Scenario::new(plan, period());
    let (before, after) = (
        scenario(planning_wheel_tests::plan("social-reko-vasternorrland")),
        scenario(plan),
    );
    let chairs = |scenario: &Scenario| {
        let turns = measure(scenario, &Assumptions::default()).turns;
        turns
            .iter()
            .filter(|turn| turn.id.starts_with("social-reko-ordforande/"))
            .count()
    };
    assert_eq!(
        chairs(&before) + 1,
        chairs(&after),
        "the chair changes once more"
    );
}

#[test]
fn ready_variants_are_made_of_the_plan() {
    for name in AGREEMENTS {
        let (document, plain) = (document_of(name), plan(name));
        let found = starts(&plain, period());
        assert!(found.len() >= 2, "{name}");
        let base = Scenario::new(plan(name), period());
        for start in found {
            let variant = start.variant(Lang::Sv);
            let plan = variant.plan(&document, &catalogue());
            let plan = plan.unwrap_or_else(|why| panic!("{name} {start:?}: {why}"));
            let scenario = Scenario::new(plan, period());
            assert!(
                !dates_beside(&[&base, &scenario]).is_empty(),
                "{name} {start:?}"
            );
        }
    }
}

#[test]
fn scenarios_stand_beside_each_other_whole() {
    for name in AGREEMENTS {
        let document = document_of(name);
        let scenarios: Vec<Scenario> = tweaks(name)
            .iter()
            .take(6)
            .map(|tweak| {
                Scenario::new(
                    alone(tweak).plan(&document, &catalogue()).unwrap(),
                    period(),
                )
            })
            .collect();
        let measured: Vec<_> = scenarios
            .iter()
            .map(|one| measure(one, &Assumptions::default()))
            .collect();
        let beside = side_by_side(&measured.iter().collect::<Vec<_>>());
        for (column, own) in measured.iter().enumerate() {
            let shown = beside
                .bodies
                .iter()
                .filter_map(|row| row.cells[column].as_ref());
            assert_eq!(shown.cloned().collect::<Vec<_>>(), own.bodies, "{name}");
            let shown = beside.once.iter().filter(|row| row.cells[column].is_some());
            assert_eq!(shown.count(), own.once.len(), "{name}");
            let weeks = weeks_beside(&measured.iter().collect::<Vec<_>>());
            let minutes: u64 = weeks
                .weeks
                .iter()
                .map(|(_, cells)| cells[column].minutes)
                .sum();
            assert_eq!(
                minutes,
                own.weeks.iter().map(|week| week.minutes).sum::<u64>()
            );
        }
        let same = dates_beside(&[&scenarios[0], &scenarios[0]]);
        assert!(same.is_empty(), "{name}: {same:?}");
    }
}

#[test]
fn what_is_kept_as_a_line_comes_back_the_same() {
    let mut lines = Vec::new();
    for name in AGREEMENTS {
        let groups = Options::of(&plan(name)).groups;
        let merged = groups.windows(2).map(|two| Tweak::Merge {
            body: two[0].id.clone(),
            into: two[1].id.clone(),
        });
        for tweak in tweaks(name).into_iter().chain(merged) {
            let line = tweak.written();
            assert_eq!(Tweak::read(&line), Some(tweak), "{line}");
            lines.push(line);
        }
    }
    let rest = [
        Tweak::NewGroup {
            like: "nso".into(),
            name: "A=B/C; rule/x=1".into(),
        },
        Tweak::Interval {
            office: "chair".into(),
            term: OfficeTerm::UntilFurtherNotice,
        },
        Tweak::LeadTime {
            series: "moten-nso".into(),
            deadline: "dagordning".into(),
            offset: DeadlineOffset::EndOfWeekBefore(2),
        },
        Tweak::Rule(read_change("title=\"6\"").unwrap()),
        Tweak::Rule(read_change("last_year=null").unwrap()),
    ];
    for tweak in rest {
        assert_eq!(Tweak::read(&tweak.written()), Some(tweak));
    }
    // Cut short, a line is another answer or none: never a panic, never the same twice.
    for line in lines {
        for end in line.char_indices().map(|(at, _)| at) {
            let cut = &line[..end];
            assert!(
                Tweak::read(cut).is_none_or(|one| one.written() != line),
                "{cut}"
            );
        }
    }
}
