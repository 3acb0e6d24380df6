//! Papers: what they say of the shipped plans, and that no text of a plan breaks out of them.

mod hostile;

use planning_wheel::export::{paper_fragment, paper_html, paper_text};
use planning_wheel::paper::{
    Block, Paper, Who, assignment, calendar, comparison, mandate, notice, wheel,
};
use planning_wheel::plan::Plan;
use planning_wheel::scenario::{Assumptions, Scenario, read_change, variant};
use planning_wheel::time::{DateRange, Lang};
use planning_wheel_tests::{
    AGREEMENTS, assert_pinned, catalogue, document_of, meetings_of, plan, year,
};

/// Every paper of a plan for 2027.
fn papers(plan: &Plan, lang: Lang) -> Vec<Paper> {
    let outcome = year(plan, 2027);
    let mut papers = Vec::new();
    for body in plan.bodies() {
        let id = plan.body_by_id(body.id()).unwrap();
        papers.extend(calendar(plan, 2027, Who::Body(id), lang));
        if let Some(meeting) = meetings_of(plan, outcome.calendar(), body.id()).first() {
            papers.push(notice(plan, &meeting.id, lang).unwrap());
        }
    }
    for principal in plan.principals() {
        let id = plan.principal_by_id(principal.id()).unwrap();
        papers.extend(calendar(plan, 2027, Who::Principal(id), lang));
    }
    let assignments = plan.assignments().iter();
    papers.extend(assignments.map(|one| assignment(plan, &one.spec().id, lang).unwrap()));
    papers.extend(calendar(plan, 2027, Who::All, lang));
    papers.extend(wheel(plan, 2027, lang));
    papers.extend(mandate(plan, 2028, lang));
    let base = Scenario::new(plan.clone(), DateRange::year(2027).unwrap());
    papers.push(comparison(
        &base,
        &[("B".into(), &base)],
        &Assumptions::default(),
        lang,
    ));
    papers
}

#[test]
fn papers_say_what_the_plans_give() {
    let blekinge = plan("samverkan-blekinge");
    let kalmar = plan("sskl-kalmar");
    let group = |plan: &Plan, id: &str| Who::Body(plan.body_by_id(id).unwrap());
    let principal = Who::Principal(kalmar.principal_by_id(kalmar.principals()[0].id()).unwrap());
    let example = blekinge.assignments()[0].spec().id.clone();
    for (name, paper) in [
        (
            "notice-sv",
            notice(&blekinge, "lsvo-moten/2027/2", Lang::Sv),
        ),
        (
            "notice-en",
            notice(&blekinge, "lsvo-moten/2027/2", Lang::En),
        ),
        ("assignment-sv", assignment(&blekinge, &example, Lang::Sv)),
        (
            "calendar-body-sv",
            calendar(&kalmar, 2027, group(&kalmar, "nso"), Lang::Sv),
        ),
        (
            "calendar-principal-en",
            calendar(&kalmar, 2027, principal, Lang::En),
        ),
        ("mandate-sv", mandate(&kalmar, 2028, Lang::Sv)),
        ("wheel-en", wheel(&plan("sso-ostergotland"), 2027, Lang::En)),
        (
            "calendar-all-sv",
            calendar(
                &plan("social-reko-vasternorrland"),
                2027,
                Who::All,
                Lang::Sv,
            ),
        ),
    ] {
        assert_pinned(&format!("paper/{name}.txt"), &paper_text(&paper.unwrap()));
    }
    let notice = notice(&blekinge, "lsvo-moten/2027/2", Lang::Sv).unwrap();
    assert_pinned("paper/notice.html", &paper_html(&notice, &blekinge));
    assert_pinned("paper/notice-fragment.html", &paper_fragment(&notice));
}

#[test]
fn a_comparison_is_one_page_of_what_differs() {
    let document = document_of("sskl-kalmar");
    let change = read_change("meetings/moten-nso/count/target=7").unwrap();
    let changed = variant(&document, &[change], &catalogue()).unwrap();
    let range = DateRange::years(2027, 2030).unwrap();
    let base = Scenario::new(plan("sskl-kalmar"), range);
    let seven = Scenario::new(changed, range);
    let paper = comparison(
        &base,
        &[("Sju möten".into(), &seven)],
        &Assumptions::default(),
        Lang::Sv,
    );
    assert_pinned("paper/comparison-sv.txt", &paper_text(&paper));
}

/// Names of elements that are opened and closed in order; what HTML leaves empty stands alone.
fn balanced(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap();
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap();
        if tag.starts_with('!') || tag.ends_with('/') || ["meta", "br"].contains(&name) {
            continue;
        }
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn every_paper_of_every_plan_is_whole_in_every_form() {
    for name in AGREEMENTS {
        let plan = plan(name);
        for lang in [Lang::Sv, Lang::En] {
            for paper in papers(&plan, lang) {
                assert!(
                    !paper.title.is_empty() && !paper.blocks.is_empty(),
                    "{paper:?}"
                );
                for block in &paper.blocks {
                    whole(block);
                }
                assert!(
                    !matches!(paper.blocks.last(), Some(Block::Heading(_))),
                    "{paper:?}"
                );
                balanced(&paper_html(&paper, &plan));
                balanced(&paper_fragment(&paper));
                assert!(paper_text(&paper).lines().count() > 3);
            }
        }
    }
}

fn whole(block: &Block) {
    match block {
        Block::Heading(text) | Block::Missing(text) => assert!(!text.trim().is_empty()),
        Block::Table { head, rows } => {
            assert!(!rows.is_empty());
            assert!(rows.iter().all(|row| row.len() == head.len()), "{head:?}");
        }
        Block::List { items, .. } => {
            assert!(!items.is_empty() && items.iter().all(|item| !item.trim().is_empty()));
        }
        Block::Facts(facts) => assert!(facts.iter().all(|(_, said)| !said.is_empty())),
        Block::Paragraph(_) | Block::Wheel { .. } => {}
    }
}

#[test]
fn what_a_form_asks_for_and_nobody_wrote_is_marked() {
    let mut document = document_of("samverkan-blekinge");
    let id = document.assignments[0].id.clone();
    let missing = |document: &planning_wheel::document::PlanDocument| {
        let plan = planning_wheel_tests::checked(document.clone());
        let paper = assignment(&plan, &id, Lang::Sv).unwrap();
        let marked = paper.blocks.iter().filter_map(|block| match block {
            Block::Missing(text) => Some(text.clone()),
            _ => None,
        });
        marked.collect::<Vec<_>>()
    };
    assert_eq!(missing(&document), Vec::<String>::new());
    document.assignments[0].texts.remove("purpose");
    assert_eq!(missing(&document), ["”Syfte” krävs och saknas."]);
}

#[test]
fn a_notice_tells_what_is_missing_and_that_it_is_cancelled() {
    let mut document = document_of("samverkan-blekinge");
    let series = document
        .meetings
        .iter_mut()
        .find(|one| one.id == "lsvo-moten")
        .unwrap();
    (series.time, series.place) = (None, Some("Sal A".into()));
    let edit = serde_json::json!([{ "cancel": { "occurrence": "2027/2", "reason": "x" } }]);
    series.edits = serde_json::from_value(edit).unwrap();
    let plan = planning_wheel_tests::checked(document);
    let paper = notice(&plan, "lsvo-moten/2027/2", Lang::En).unwrap();
    let marked: Vec<&Block> = paper
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Missing(_)))
        .collect();
    let wanted = ["The meeting is cancelled.", "The plan gives no time."];
    assert_eq!(
        marked,
        wanted
            .map(|text| Block::Missing(text.into()))
            .iter()
            .collect::<Vec<_>>()
    );
}

#[test]
fn what_is_no_paper_is_none() {
    let plan = plan("sskl-kalmar");
    for id in ["", "finns-inte", "election/2026", "moten-nso/2027/99"] {
        assert_eq!(notice(&plan, id, Lang::Sv), None, "{id}");
    }
    assert_eq!(assignment(&plan, "nso", Lang::Sv), None);
    for year in [i32::MIN, 0, 1969, 2101, i32::MAX] {
        assert_eq!(wheel(&plan, year, Lang::Sv), None, "{year}");
        assert_eq!(calendar(&plan, year, Who::All, Lang::Sv), None, "{year}");
        assert_eq!(mandate(&plan, year, Lang::Sv), None, "{year}");
    }
}
