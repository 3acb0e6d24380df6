//! The agreements as mandate periods: pinned, and through every period that can be asked about.

use crate::file;
use crate::mandate::{assert_in_order, ids, walked};
use planning_wheel::calendar::EntryKind;
use planning_wheel::compute::compute;
use planning_wheel::document::{PlanDocument, parse};
use planning_wheel::export::{SvgStyle, mandate_svg};
use planning_wheel::findings::findings;
use planning_wheel::plan::Plan;
use planning_wheel::time::{DateRange, Lang, MAX_YEAR, MIN_YEAR, MandateRules, TermKind};
use planning_wheel::wheel::{MandateWheel, MandateWheelInput, Number};
use planning_wheel_tests::{AGREEMENTS, assert_pinned, checked, document_of, plan, project_bytes};
use std::fmt::Write as _;

fn wheel(plan: &Plan, year: i32, term: TermKind, lang: Lang) -> MandateWheel {
    let period = plan
        .mandates()
        .period_containing_year(year)
        .unwrap_or_else(|| panic!("{year}"));
    let known = DateRange::years(MIN_YEAR, MAX_YEAR).expect("years");
    let range = period
        .term(term)
        .intersection(&known)
        .expect("days of a known year");
    let outcome = compute(plan, range);
    let found = findings(plan, &outcome);
    let input = MandateWheelInput::from_plan(plan, outcome.calendar(), &found, &period, term, lang);
    MandateWheel::new(&input)
}

fn fifth() -> Plan {
    let file = parse(&project_bytes("tests/data/fifth/plan.json")).expect("a plan");
    checked(file.document)
}

/// A wheel as lines of text that can be compared by eye.
fn told(wheel: &MandateWheel) -> String {
    let mut text = format!("{}\n{}\n", wheel.title, wheel.description);
    let mut line = |name: &str, rest: String| writeln!(text, "{name:<8} {rest}").expect("written");
    for year in &wheel.years {
        line(
            "year",
            format!("{} {:?} {}", year.label, year.sector, year.path),
        );
    }
    for ring in wheel.rows.iter().chain(&wheel.lanes).chain([&wheel.events]) {
        let (inner, outer) = (Number(ring.inner), Number(ring.outer));
        line(
            "ring",
            format!("{} {} {inner}–{outer}", ring.index, ring.label),
        );
    }
    for band in &wheel.bands {
        let written = band.text.as_ref().map_or("–", |text| text.text.as_str());
        let ids: Vec<&str> = band.items.iter().map(|item| item.id.as_str()).collect();
        let rail = band
            .rail
            .map_or_else(String::new, |rail| format!(" rail {rail}"));
        let (start, end) = (Number(band.sector.start), Number(band.sector.end));
        line(
            "band",
            format!(
                "{}{rail} {start}–{end} shade {} “{written}” {}",
                band.lane,
                band.shade,
                ids.join(" ")
            ),
        );
    }
    for mark in &wheel.marks {
        let (x, y, radius) = (
            Number(mark.centre.x),
            Number(mark.centre.y),
            Number(mark.radius),
        );
        line(
            "mark",
            format!(
                "{} {:?} track {} at {x} {y} radius {radius}: {}",
                mark.id,
                mark.shape,
                mark.track,
                mark.name()
            ),
        );
    }
    for lead in &wheel.leads {
        line("lead", format!("{} {}", lead.id, lead.path));
    }
    for handover in &wheel.handovers {
        let path = handover
            .path
            .as_ref()
            .map_or_else(|| "too near".to_owned(), ToString::to_string);
        line("handover", format!("{} {path}", handover.id));
    }
    for shift in &wheel.shifts {
        line("shift", format!("{} {}", shift.label, shift.path));
    }
    for notice in &wheel.notices {
        let (year, outgoing) = (
            &wheel.years[notice.year].label,
            if notice.outgoing { " !" } else { "" },
        );
        line(
            "notice",
            format!(
                "{year} | {} | {} | {}{outgoing}",
                notice.day, notice.title, notice.note
            ),
        );
    }
    for row in &wheel.rows {
        let own = wheel.cells.iter().filter(|cell| cell.lane == row.index);
        let counts: Vec<String> = own
            .map(|cell| format!("{}:{}", &cell.month.to_string()[2..7], cell.items.len()))
            .collect();
        line("meetings", format!("{} {}", row.label, counts.join(" ")));
    }
    text
}

#[test]
fn the_periods_of_the_agreements_are_pinned() {
    for name in AGREEMENTS {
        let text = told(&wheel(&plan(name), 2027, TermKind::Calendar, Lang::Sv));
        assert_pinned(&format!("mandate/{name}-2027.txt"), &text);
    }
    let council = told(&wheel(
        &plan("sskl-kalmar"),
        2027,
        TermKind::Council,
        Lang::En,
    ));
    assert_pinned("mandate/sskl-kalmar-2027-councils-en.txt", &council);
    let fifth = told(&wheel(&fifth(), 2030, TermKind::Calendar, Lang::En));
    assert_pinned("mandate/fifth-2029-en.txt", &fifth);
}

#[test]
fn agreements_are_drawn_in_order_and_the_keys_reach_all_of_them() {
    for plan in AGREEMENTS.map(plan).into_iter().chain([fifth()]) {
        for term in [TermKind::Calendar, TermKind::Council] {
            for year in [2026, 2027, 2031] {
                let wheel = wheel(&plan, year, term, Lang::Sv);
                let name = &wheel.title;
                assert_in_order(&wheel).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
                let reached = walked(&wheel);
                let missed: Vec<&str> = ids(&wheel)
                    .into_iter()
                    .filter(|id| !reached.contains(*id))
                    .collect();
                assert!(missed.is_empty(), "{name}: {missed:?}");
                assert!(
                    wheel.lanes.len() <= 12,
                    "{name}: {} lanes",
                    wheel.lanes.len()
                );
            }
        }
    }
}

#[test]
fn every_period_and_every_meeting_of_a_calendar_is_on_its_wheel() {
    for plan in AGREEMENTS.map(plan).into_iter().chain([fifth()]) {
        let wheel = wheel(&plan, 2027, TermKind::Calendar, Lang::Sv);
        let outcome = compute(&plan, wheel.scale.range());
        let shown = ids(&wheel);
        let entries = outcome.calendar().entries().iter();
        let expected =
            entries.filter(|entry| entry.kind.is_period() || entry.kind == EntryKind::Meeting);
        for entry in expected {
            assert!(
                shown.contains(entry.id.as_str()),
                "{}: {}",
                wheel.title,
                entry.id
            );
        }
    }
}

#[test]
fn what_is_written_on_lanes_names_each_of_them() {
    for plan in AGREEMENTS.map(plan) {
        let wheel = wheel(&plan, 2027, TermKind::Calendar, Lang::Sv);
        for lane in &wheel.lanes {
            let mut own = wheel.bands.iter().filter(|band| band.lane == lane.index);
            assert!(
                own.any(|band| band.text.is_some()),
                "{}: nothing says {}",
                wheel.title,
                lane.label
            );
        }
    }
}

#[test]
fn elections_and_outgoing_decisions_of_2030_stand_out() {
    let wheel = wheel(&plan("sskl-kalmar"), 2027, TermKind::Calendar, Lang::Sv);
    let outgoing: Vec<&str> = wheel
        .notices
        .iter()
        .filter(|one| one.outgoing)
        .map(|one| one.id.as_str())
        .collect();
    assert_eq!(
        outgoing,
        [
            "handlingsplan/2031/beslut",
            "strategiskt-styrdokument/2031-2032/beslut"
        ]
    );
    let once: Vec<&str> = wheel.notices.iter().map(|one| one.id.as_str()).collect();
    for id in [
        "election/2030",
        "term-start/council/2030",
        "duty/leh-2-1-extraordinary-plan/2030-10-14",
    ] {
        assert!(once.contains(&id), "{id} in {once:?}");
    }
    // What is decided every year is not an event of the period.
    assert!(
        !once.iter().any(|id| id.starts_with("handlingsplan/2029")),
        "{once:?}"
    );
    assert_eq!(wheel.shifts.len(), 1);
    assert_eq!(
        wheel
            .scale
            .day_at(wheel.shifts[0].sector.start + 0.1)
            .to_string(),
        "2030-09-08"
    );
}

#[test]
fn periods_lead_to_the_one_before_and_after() {
    let plan = plan("sso-ostergotland");
    let of = |year: i32| {
        let centre = wheel(&plan, year, TermKind::Calendar, Lang::Sv).centre;
        let years = |step: Option<planning_wheel::wheel::PeriodStep>| {
            step.map(|step| (step.first_year, step.last_year))
        };
        (
            centre.years.text,
            years(centre.previous),
            years(centre.next),
        )
    };
    assert_eq!(
        of(2028),
        (
            "2027–2030".to_owned(),
            Some((2023, 2026)),
            Some((2031, 2034))
        )
    );
    assert_eq!(
        of(1994),
        (
            "1992–1994".to_owned(),
            Some((1989, 1991)),
            Some((1995, 1998))
        )
    );
    assert_eq!(of(1971).1, None);
}

#[test]
fn no_period_breaks() {
    let plan = plan("social-reko-vasternorrland");
    let mut years = 0;
    for period in plan.mandates().periods(1971, 2100) {
        for term in [TermKind::Calendar, TermKind::Council] {
            let wheel = wheel(&plan, period.first_year, term, Lang::En);
            let file = mandate_svg(&wheel, &SvgStyle::light());
            assert_eq!(file::check(&file), Ok(()), "{}", wheel.title);
            assert!(
                wheel.years.len() == usize::from(period.number_of_years)
                    || term == TermKind::Council
            );
            years += wheel.years.len();
        }
    }
    assert!(years > 250, "{years}");
}

/// The Kalmar plan with elections of its own.
fn with_elections(every_years: u8, starts: &str) -> PlanDocument {
    let mut document = document_of("sskl-kalmar");
    let rules: MandateRules = serde_json::from_str(&format!(
        r#"{{ "elections": [{{ "from_year": 2020, "every_years": {every_years}, "month": 4, "nth": 1, "weekday": "monday" }}],
             "council_starts": "06-01", "board_starts": "{starts}" }}"#
    ))
    .expect("rules");
    document.mandate = Some(rules);
    document
}

#[test]
fn terms_of_any_length_are_drawn() {
    for every in [1, 2, 3, 5, 7, 12, 20] {
        for starts in ["01-01", "08-15", "02-29"] {
            let plan = checked(with_elections(every, starts));
            for term in [TermKind::Calendar, TermKind::Council] {
                let wheel = wheel(&plan, 2031, term, Lang::Sv);
                assert_eq!(wheel.years.len(), usize::from(every), "{}", wheel.title);
                assert_in_order(&wheel).unwrap_or_else(|wrong| panic!("{every} {starts}: {wrong}"));
                assert_eq!(file::check(&mandate_svg(&wheel, &SvgStyle::dark())), Ok(()));
            }
        }
    }
}

#[test]
fn files_are_well_formed_in_every_style_and_language() {
    for name in AGREEMENTS {
        for lang in [Lang::Sv, Lang::En] {
            let wheel = wheel(&plan(name), 2027, TermKind::Calendar, lang);
            for style in [SvgStyle::light(), SvgStyle::dark(), SvgStyle::print()] {
                for legend in [true, false] {
                    let file = mandate_svg(
                        &wheel,
                        &SvgStyle {
                            legend,
                            ..style.clone()
                        },
                    );
                    assert_eq!(file::check(&file), Ok(()), "{}", wheel.title);
                    for mark in &wheel.marks {
                        assert!(
                            file.contains(&format!("<title>{}</title>", mark.name())),
                            "{}",
                            mark.name()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn english_is_complete() {
    let wheel = wheel(&fifth(), 2030, TermKind::Council, Lang::En);
    let file = mandate_svg(&wheel, &SvgStyle::light());
    for word in [
        "the councils&",
        "mandate year 1",
        "Councils",
        "Boards",
        "meetings per month",
        "Once per mandate period",
    ] {
        let word = word.trim_end_matches('&');
        assert!(file.contains(word), "{word}");
    }
    for word in ["mandatår", "Fullmäktige", "möten", "tillträde", "En gång"] {
        assert!(!file.contains(word), "{word}");
    }
}

/// Forty documents with periods of their own, and nine more offices: more than a wheel can show.
fn crowded() -> PlanDocument {
    let mut document = document_of("sskl-kalmar");
    for number in 0..40 {
        let (first, last) = (2027 + number % 3, 2030 + number % 4);
        let json = format!(
            r#"{{ "id": "avtal-{number}", "title": "Avtal {number}", "kind": "agreement", "owner": "nso",
                 "coverage": {{ "period": {{ "from": "{first}-0{}-01", "until": "{last}-12-0{}" }} }} }}"#,
            number % 8 + 1,
            number % 9 + 1
        );
        document
            .documents
            .push(serde_json::from_str(&json).expect("a document"));
    }
    for number in 1..=9_u8 {
        let json = format!(
            r#"{{ "id": "extra-{number}", "bodies": ["nso"], "role": "other", "title": "Roll {number}",
                 "term": {{ "years": {number} }}, "from_year": 2025 }}"#
        );
        document
            .offices
            .push(serde_json::from_str(&json).expect("an office"));
    }
    document
}

#[test]
fn a_crowded_plan_counts_instead_of_cluttering() {
    let wheel = wheel(&checked(crowded()), 2027, TermKind::Calendar, Lang::Sv);
    assert!(wheel.lanes.len() <= 12, "{}", wheel.lanes.len());
    assert_in_order(&wheel).unwrap_or_else(|wrong| panic!("{wrong}"));
    let shown = ids(&wheel);
    for number in 0..40 {
        let prefix = format!("avtal-{number}");
        assert!(
            shown.iter().any(|id| id.split('/').next() == Some(&prefix)),
            "{prefix}"
        );
    }
    assert!(
        wheel.bands.iter().any(|band| band.strength < 1.0),
        "something is counted"
    );
}

/// Files to look at: `WHEEL_PICTURES=folder cargo test -p planning-wheel-tests --test wheel mandate_pictures`.
#[test]
fn mandate_pictures() {
    let Some(folder) = std::env::var_os("WHEEL_PICTURES") else {
        return;
    };
    let folder = std::path::Path::new(&folder);
    let save = |name: &str, wheel: &MandateWheel, style: &SvgStyle| {
        let file = folder.join(format!("mandate-{name}.svg"));
        std::fs::write(file, mandate_svg(wheel, style)).expect("written");
    };
    let (boards, councils) = (TermKind::Calendar, TermKind::Council);
    for name in AGREEMENTS {
        let wheel = wheel(&plan(name), 2027, boards, Lang::Sv);
        save(name, &wheel, &SvgStyle::light());
    }
    let kalmar = plan("sskl-kalmar");
    let blekinge = plan("samverkan-blekinge");
    save(
        "dark",
        &wheel(&plan("social-reko-vasternorrland"), 2027, boards, Lang::En),
        &SvgStyle::dark(),
    );
    save(
        "dark-rolling",
        &wheel(&blekinge, 2027, boards, Lang::Sv),
        &SvgStyle::dark(),
    );
    save(
        "print",
        &wheel(&plan("social-reko-vasternorrland"), 2027, boards, Lang::Sv),
        &SvgStyle::print(),
    );
    save(
        "councils",
        &wheel(&kalmar, 2027, councils, Lang::Sv),
        &SvgStyle::light(),
    );
    save(
        "fifth",
        &wheel(&fifth(), 2030, boards, Lang::En),
        &SvgStyle::light(),
    );
    save(
        "three-years",
        &wheel(&kalmar, 1993, boards, Lang::Sv),
        &SvgStyle::light(),
    );
    let long = checked(with_elections(12, "01-01"));
    save(
        "twelve-years",
        &wheel(&long, 2033, boards, Lang::Sv),
        &SvgStyle::light(),
    );
    save(
        "crowded",
        &wheel(&checked(crowded()), 2027, boards, Lang::Sv),
        &SvgStyle::light(),
    );
}
