//! A plan that cannot be: each mistake is a problem at its own place, and the only one.

use planning_wheel::document::{Catalogue, PlanDocument};
use planning_wheel::error::Problem;
use planning_wheel::plan::Plan;
use serde_json::{Value, json};

/// A small plan with one or two of everything, in which nothing is wrong.
fn good() -> Value {
    let at = |slot: Value| json!({ "meeting": slot });
    json!({
        "format": "planning-wheel/1", "id": "samverkan", "title": "Samverkan", "first_year": 2026,
        "sources": [{ "id": "avtal", "title": "Avtal" }],
        "notes": [{ "id": "not", "text": "En not", "about": ["namnd"] }],
        "levels": [{ "id": "ledning", "title": "Ledning" }],
        "principals": [
            { "id": "kommun", "name": "Kommunen", "kind": "municipality" },
            { "id": "region", "name": "Regionen", "kind": "region" },
        ],
        "sides": [{ "id": "alla", "title": "Alla", "principals": ["kommun", "region"] }],
        "bodies": [
            { "id": "namnd", "name": "Nämnden", "level": "ledning", "seats": [{ "of": ["kommun"], "role": "ledamot", "count": 2 }] },
            { "id": "grupp", "name": "Gruppen", "level": "ledning", "parent": "namnd" },
            { "id": "lokal", "name": "Lokal grupp", "level": "ledning", "like": { "count": 2 } },
        ],
        "offices": [
            {
                "id": "ordforande", "bodies": ["namnd"], "role": "chair", "term": { "years": 2 },
                "alternates": { "between": ["kommun", "region"], "first": "kommun" },
            },
            { "id": "vice", "bodies": ["namnd"], "role": "vice_chair", "term": { "years": 2 }, "opposite": "ordforande" },
        ],
        "meetings": [
            {
                "id": "moten", "bodies": ["namnd"], "count": { "per": "year", "min": 4, "max": 6 },
                "days": { "spread": { "windows": [{ "months": [3] }] } },
                "deadlines": [
                    { "id": "kallelse", "title": "Kallelse", "offset": { "days": -7 } },
                    { "id": "underlag", "title": "Underlag", "offset": { "days": -7 }, "of": "kallelse" },
                ],
            },
            { "id": "beredning", "bodies": ["grupp"], "count": { "per": "year", "target": 4 }, "days": { "spread": { "windows": [{ "months": [2] }] } } },
        ],
        "processes": [{ "id": "process", "title": "Process", "steps": [] }],
        "documents": [
            {
                "id": "malbild", "title": "Målbild", "kind": "strategy", "coverage": { "rolling": { "years": 2 } },
                "steps": [
                    { "id": "forslag", "title": "Förslag", "bodies": ["grupp"], "at": at(json!({ "months": [5] })) },
                    { "id": "beslut", "title": "Beslut", "bodies": ["namnd"], "at": at(json!({ "months": [9] })), "after": ["forslag"] },
                ],
            },
            { "id": "budget", "title": "Budget", "kind": "annual_plan", "coverage": "calendar_year", "under": "malbild", "steps": [
                { "id": "underlag", "title": "Underlag", "bodies": ["grupp"], "at": at(json!({ "months": [10] })) },
            ] },
        ],
        "reports": [
            { "id": "delrapport", "title": "Delrapport", "from": ["grupp"], "to": "namnd", "due": at(json!({ "months": [5] })), "before": ["slutrapport"] },
            { "id": "slutrapport", "title": "Slutrapport", "from": ["grupp"], "to": "namnd", "due": at(json!({ "months": [12] })) },
        ],
        "assignment_forms": [{ "id": "blankett", "title": "Blankett", "fields": [{ "id": "syfte", "title": "Syfte" }] }],
        "assignments": [{ "id": "uppdrag", "title": "Uppdrag", "from": "namnd", "to": "grupp", "start": "2026-02-01" }],
        "goals": [{ "id": "mal", "title": "Mål", "unit": "procent", "direction": "up", "period": { "from": "2026-01-01" } }],
        "posts": [{ "id": "tjanst", "title": "Tjänst", "share": 1.0, "coverage": "calendar_year" }],
        "activities": [{ "id": "dag", "title": "En dag", "rule": { "on": { "day": "05-02" } }, "bodies": ["grupp"] }],
    })
}

/// A mistake: where a value is put, where the problem stands, and what it is.
struct Mistake {
    changes: &'static [(&'static str, &'static str)],
    path: &'static str,
    kind: &'static str,
}

const fn one(
    changes: &'static [(&'static str, &'static str)],
    path: &'static str,
    kind: &'static str,
) -> Mistake {
    Mistake {
        changes,
        path,
        kind,
    }
}

/// Parts that wait for, or stand on, each other.
const RINGS: &[Mistake] = &[
    one(
        &[("/documents/0/under", "'budget'")],
        "/documents/0/under",
        "Circle(['malbild', 'budget'])",
    ),
    one(
        &[("/documents/0/under", "'malbild'")],
        "/documents/0/under",
        "Circle(['malbild'])",
    ),
    one(
        &[
            (
                "/meetings/0/days/spread/windows/0",
                "{ 'before_each': { 'series': 'beredning', 'min_days': 1, 'max_days': 9 } }",
            ),
            (
                "/meetings/1/days/spread/windows/0",
                "{ 'months': [2], 'after': { 'series': 'moten' } }",
            ),
        ],
        "/meetings/0",
        "Circle(['moten', 'beredning'])",
    ),
    one(
        &[("/meetings/0/continues", "'moten'")],
        "/meetings/0",
        "Circle(['moten'])",
    ),
    one(
        &[("/documents/0/steps/0/after", "['beslut']")],
        "/documents/0/steps/0/after",
        "Circle(['malbild.forslag', 'malbild.beslut'])",
    ),
    one(
        &[
            ("/documents/0/steps/0/after", "['budget.underlag']"),
            ("/documents/1/steps/0/after", "['malbild.beslut']"),
        ],
        "/documents/0/steps/0/after",
        "Circle(['malbild.forslag', 'malbild.beslut', 'budget.underlag'])",
    ),
    one(
        &[(
            "/documents/0/steps/0/at",
            "{ 'span': { 'from': 'forslag', 'to': 'beslut' } }",
        )],
        "/documents/0/steps/0/after",
        "Circle(['malbild.forslag', 'malbild.beslut'])",
    ),
    one(
        &[("/meetings/0/deadlines/1/of", "'underlag'")],
        "/meetings/0/deadlines/1/of",
        "Circle(['underlag', 'underlag'",
    ),
    one(
        &[
            ("/offices/0/succeeds", "'vice'"),
            ("/offices/1/succeeds", "'ordforande'"),
        ],
        "/offices/0/succeeds",
        "Circle(['ordforande', 'vice', 'ordforande'])",
    ),
    one(
        &[("/reports/1/before", "['delrapport']")],
        "/reports/0/before",
        "Circle(['delrapport', 'slutrapport'])",
    ),
    one(
        &[("/reports/0/before", "['delrapport']")],
        "/reports/0/before",
        "Circle(['delrapport'])",
    ),
];

/// Names that lead nowhere: every kind of reference, with the name that was meant.
const REFERENCES: &[Mistake] = &[
    one(
        &[("/meetings/0/bodies", "['namd']")],
        "/meetings/0/bodies/0",
        "{ what: Body, id: 'namd', suggestion: Some('namnd') }",
    ),
    one(
        &[("/bodies/1/parent", "'nämnd'")],
        "/bodies/1/parent",
        "{ what: Body, id: 'nämnd', suggestion: Some('namnd') }",
    ),
    one(
        &[("/bodies/1/parent", "'lokal'")],
        "/bodies/1/parent",
        "{ what: Body, id: 'lokal', suggestion: Some('lokal-1') }",
    ),
    one(
        &[("/bodies/0/shares_seats_with", "['grup']")],
        "/bodies/0/shares_seats_with/0",
        "{ what: Body, id: 'grup', suggestion: Some('grupp') }",
    ),
    one(
        &[("/sides/0/principals/0", "'kommunen'")],
        "/sides/0/principals/0",
        "{ what: Principal, id: 'kommunen', suggestion: Some('kommun') }",
    ),
    one(
        &[("/bodies/0/seats/0/of", "['allt']")],
        "/bodies/0/seats/0/of/0",
        "{ what: SideOrPrincipal, id: 'allt', suggestion: Some('alla') }",
    ),
    one(
        &[("/offices/0/alternates/first", "'regionen'")],
        "/offices/0/alternates/first",
        "{ what: SideOrPrincipal, id: 'regionen', suggestion: Some('region') }",
    ),
    one(
        &[("/bodies/0/level", "'leding'")],
        "/bodies/0/level",
        "{ what: Level, id: 'leding', suggestion: Some('ledning') }",
    ),
    one(
        &[("/assignment_forms/0/levels", "['politik']")],
        "/assignment_forms/0/levels/0",
        "{ what: Level, id: 'politik', suggestion: None }",
    ),
    one(
        &[(
            "/meetings/0/cite",
            "[{ 'source': 'avtall', 'section': '1' }]",
        )],
        "/meetings/0/cite/0/source",
        "{ what: Source, id: 'avtall', suggestion: Some('avtal') }",
    ),
    one(
        &[("/offices/1/opposite", "'ordforand'")],
        "/offices/1/opposite",
        "{ what: Office, id: 'ordforand', suggestion: Some('ordforande') }",
    ),
    one(
        &[("/meetings/0/continues", "'beredningen'")],
        "/meetings/0/continues",
        "{ what: Series, id: 'beredningen', suggestion: Some('beredning') }",
    ),
    one(
        &[(
            "/meetings/0/days/spread/windows/0/after",
            "{ 'series': 'mote' }",
        )],
        "/meetings/0/days/spread/windows/0/after/series",
        "{ what: Series, id: 'mote', suggestion: Some('moten') }",
    ),
    one(
        &[(
            "/meetings/0/edits",
            "[{ 'cancel': { 'occurrence': 'namd/2027/1', 'reason': '' } }]",
        )],
        "/meetings/0/edits/0/cancel/occurrence",
        "{ what: Body, id: 'namd', suggestion: Some('namnd') }",
    ),
    one(
        &[("/meetings/0/deadlines/1/of", "'kalelse'")],
        "/meetings/0/deadlines/1/of",
        "{ what: Deadline, id: 'kalelse', suggestion: Some('kallelse') }",
    ),
    one(
        &[(
            "/meetings/0/preparation",
            "{ 'body': 'grupp', 'after': 'kalelse' }",
        )],
        "/meetings/0/preparation/after",
        "{ what: Deadline, id: 'kalelse', suggestion: Some('kallelse') }",
    ),
    one(
        &[("/documents/0/process", "'proces'")],
        "/documents/0/process",
        "{ what: Process, id: 'proces', suggestion: Some('process') }",
    ),
    one(
        &[("/documents/1/under", "'malbilden'")],
        "/documents/1/under",
        "{ what: Document, id: 'malbilden', suggestion: Some('malbild') }",
    ),
    one(
        &[("/assignments/0/document", "'budgett'")],
        "/assignments/0/document",
        "{ what: Document, id: 'budgett', suggestion: Some('budget') }",
    ),
    one(
        &[("/documents/0/steps/1/after", "['forslaget']")],
        "/documents/0/steps/1/after/0",
        "{ what: Step, id: 'forslaget', suggestion: Some('forslag') }",
    ),
    one(
        &[("/documents/1/steps/0/after", "['malbild.besluta']")],
        "/documents/1/steps/0/after/0",
        "{ what: Step, id: 'malbild.besluta', suggestion: Some('malbild.beslut') }",
    ),
    one(
        &[("/reports/0/before/0", "'slutraport'")],
        "/reports/0/before/0",
        "{ what: Report, id: 'slutraport', suggestion: Some('slutrapport') }",
    ),
    one(
        &[("/duties", "[{ 'duty': 'bokslut' }]")],
        "/duties/0/duty",
        "{ what: Duty, id: 'bokslut', suggestion: None }",
    ),
    one(
        &[("/notes/0/about/0", "'nämnd'")],
        "/notes/0/about/0",
        "{ what: Part, id: 'nämnd', suggestion: Some('namnd') }",
    ),
];

/// Years outside 1970–2100, ends before starts, and numbers that cannot be.
const NUMBERS: &[Mistake] = &[
    one(
        &[("/first_year", "1969")],
        "/first_year",
        "YearOutside(1969)",
    ),
    one(
        &[("/first_year", "2101")],
        "/first_year",
        "YearOutside(2101)",
    ),
    one(&[("/last_year", "2101")], "/last_year", "YearOutside(2101)"),
    one(&[("/last_year", "2025")], "/last_year", "EndsBeforeStart"),
    one(
        &[("/meetings/0/from_year", "1800")],
        "/meetings/0/from_year",
        "YearOutside(1800)",
    ),
    one(
        &[
            ("/meetings/0/from_year", "2028"),
            ("/meetings/0/until_year", "2027"),
        ],
        "/meetings/0/until_year",
        "EndsBeforeStart",
    ),
    one(
        &[("/reports/0/from_year", "3000")],
        "/reports/0/from_year",
        "YearOutside(3000)",
    ),
    one(
        &[("/offices/0/from_year", "-5")],
        "/offices/0/from_year",
        "YearOutside(-5)",
    ),
    one(
        &[("/offices/0/held", "[{ 'from_year': 1900, 'by': 'kommun' }]")],
        "/offices/0/held/0/from_year",
        "YearOutside(1900)",
    ),
    one(
        &[(
            "/documents/0/coverage",
            "{ 'every_years': { 'years': 4, 'from': 1492 } }",
        )],
        "/documents/0/coverage/every_years/from",
        "YearOutside(1492)",
    ),
    one(
        &[("/published", "[{ 'year': 2101, 'days': [] }]")],
        "/published/0/year",
        "YearOutside(2101)",
    ),
    one(
        &[("/meetings/0/count/min", "7")],
        "/meetings/0/count",
        "ImpossibleCount { min: 7, max: 6, target: None }",
    ),
    one(
        &[("/meetings/0/count/target", "9")],
        "/meetings/0/count",
        "ImpossibleCount { min: 4, max: 6, target: Some(9) }",
    ),
    one(
        &[("/meetings/0/count", "{ 'per': 'year' }")],
        "/meetings/0/count",
        "MissingField('min')",
    ),
    one(
        &[("/meetings/0/count", "{ 'per': 'year', 'min': 105 }")],
        "/meetings/0/count",
        "TooManyMeetings { count: 105, limit: 104 }",
    ),
    one(
        &[("/meetings/0/count", "{ 'per': 'term', 'target': 53 }")],
        "/meetings/0/count",
        "TooManyMeetings { count: 53, limit: 52 }",
    ),
    one(
        &[(
            "/meetings/0/days/spread/windows/0",
            "{ 'before_each': { 'series': 'beredning', 'min_days': 9, 'max_days': 1 } }",
        )],
        "/meetings/0/days/spread/windows/0/before_each",
        "ImpossibleCount { min: 9, max: 1, target: None }",
    ),
    one(
        &[("/meetings/0/days/spread/windows/0", "{}")],
        "/meetings/0/days/spread/windows/0",
        "Empty",
    ),
    one(
        &[("/meetings/0/days/spread/windows/0", "{ 'from': '03-01' }")],
        "/meetings/0/days/spread/windows/0",
        "Contradiction { one: 'from', other: 'to' }",
    ),
    one(
        &[(
            "/meetings/0/days/spread/windows/0",
            "{ 'from': '11-15', 'to': '01-15' }",
        )],
        "/meetings/0/days/spread/windows/0/to",
        "EndsBeforeStart",
    ),
    one(
        &[("/bodies/0/size", "{ 'min': 5, 'max': 3 }")],
        "/bodies/0/size",
        "ImpossibleCount { min: 5, max: 3, target: None }",
    ),
    one(
        &[("/bodies/2/like/count", "0")],
        "/bodies/2/like/count",
        "OutOfRange { min: 1, max: 99 }",
    ),
    one(
        &[("/offices/0/term", "{ 'years': 0 }")],
        "/offices/0/term",
        "OutOfRange { min: 1, max: 50 }",
    ),
    one(
        &[("/reports/0/every_years", "0")],
        "/reports/0/every_years",
        "OutOfRange { min: 1, max: 50 }",
    ),
    one(
        &[("/documents/0/coverage", "{ 'rolling': { 'years': 0 } }")],
        "/documents/0/coverage",
        "OutOfRange { min: 1, max: 50 }",
    ),
    one(
        &[("/assignments/0/end", "'2026-01-31'")],
        "/assignments/0/end",
        "EndsBeforeStart",
    ),
    one(
        &[("/goals/0/period/until", "'2025-12-31'")],
        "/goals/0/period/until",
        "EndsBeforeStart",
    ),
];

/// Two things with one name.
const NAMES: &[Mistake] = &[
    one(
        &[
            ("/reports/1/id", "'delrapport'"),
            ("/reports/0/before", "[]"),
        ],
        "/reports/1/id",
        "DuplicateId { id: 'delrapport', first: '/reports/0/id' }",
    ),
    one(
        &[("/goals/0/id", "'election'")],
        "/goals/0/id",
        "DuplicateId { id: 'election', first: '/mandate' }",
    ),
    one(
        &[
            ("/bodies/1/id", "'lokal-1'"),
            ("/meetings/1/bodies", "['namnd']"),
        ],
        "/bodies/2/id",
        "DuplicateId { id: 'lokal-1', first: '/bodies/1/id' }",
    ),
    one(
        &[
            ("/meetings/0/bodies", "['namnd', 'grupp']"),
            ("/meetings/1/id", "'moten-grupp'"),
        ],
        "/meetings/0/id",
        "DuplicateId { id: 'moten-grupp', first: '/meetings/1/id' }",
    ),
    one(
        &[
            ("/meetings/0/deadlines/1/id", "'kallelse'"),
            ("/meetings/0/deadlines/1/of", "null"),
        ],
        "/meetings/0/deadlines/1/id",
        "DuplicateId { id: 'kallelse', first: '/meetings/0/deadlines/0/id' }",
    ),
    one(
        &[
            ("/meetings/0/deadlines/1/id", "'preparation'"),
            ("/meetings/0/preparation", "{ 'body': 'grupp' }"),
        ],
        "/meetings/0/deadlines/1/id",
        "DuplicateId { id: 'preparation', first: '/meetings/0/preparation' }",
    ),
    one(
        &[
            ("/documents/0/steps/1/id", "'forslag'"),
            ("/documents/0/steps/1/after", "[]"),
        ],
        "/documents/0/steps/1/id",
        "DuplicateId { id: 'forslag', first: '/documents/0/steps/0/id' }",
    ),
    one(
        &[(
            "/meetings/0/edits",
            "[{ 'lock': { 'occurrence': '2027/1', 'date': '2027-02-01' } }, { 'lock': { 'occurrence': '2027/1', 'date': '2027-02-08' } }]",
        )],
        "/meetings/0/edits/1/lock/occurrence",
        "DuplicateId { id: '2027/1', first: '/meetings/0/edits/0/lock/occurrence' }",
    ),
    one(
        &[(
            "/meetings/0/edits",
            "[{ 'add': { 'occurrence': '2027/2', 'date': '2027-02-01', 'reason': '' } }]",
        )],
        "/meetings/0/edits/0/add/occurrence",
        "AddedNumber('2027/2')",
    ),
    one(
        &[(
            "/meetings/0/edits",
            "[{ 'cancel': { 'occurrence': '2027', 'reason': '' } }]",
        )],
        "/meetings/0/edits/0/cancel/occurrence",
        "BadOccurrence('2027')",
    ),
    one(
        &[(
            "/published",
            "[{ 'year': 2027, 'days': [{ 'id': 'moten/2027/1', 'date': '2027-02-01' }, { 'id': 'moten/2027/1', 'date': '2027-03-01' }] }]",
        )],
        "/published/0/days/1/id",
        "DuplicateId { id: 'moten/2027/1', first: '/published/0/days/0/id' }",
    ),
    one(
        &[("/bodies/0/id", "'Nämnd 1'")],
        "/bodies/0/id",
        "BadId('Nämnd 1')",
    ),
];

fn put(json: &mut Value, path: &str, value: Value) {
    let (parent, field) = path.rsplit_once('/').unwrap();
    let place = json
        .pointer_mut(parent)
        .unwrap_or_else(|| panic!("no {parent}"));
    match (place, field.parse::<usize>(), value) {
        (Value::Array(list), Ok(at), value) => list[at] = value,
        (Value::Object(fields), _, Value::Null) => _ = fields.remove(field),
        (Value::Object(fields), _, value) => _ = fields.insert(field.to_owned(), value),
        (other, ..) => panic!("{path} leads into {other}"),
    }
}

fn problems(json: Value) -> Vec<Problem> {
    let document: PlanDocument =
        serde_json::from_value(json).unwrap_or_else(|error| panic!("{error}"));
    Plan::check(document, &Catalogue::empty())
        .err()
        .map(|problems| problems.0)
        .unwrap_or_default()
}

fn each_is_found(mistakes: &[Mistake], alone: bool) {
    for mistake in mistakes {
        let mut json = good();
        for (path, value) in mistake.changes {
            put(
                &mut json,
                path,
                serde_json::from_str(&value.replace('\'', "\"")).unwrap(),
            );
        }
        let found = problems(json);
        let said = |problem: &Problem| {
            (
                problem.path.clone(),
                format!("{:?}", problem.kind).replace('"', "'"),
            )
        };
        let all: Vec<(String, String)> = found.iter().map(said).collect();
        let there = all
            .iter()
            .any(|(path, kind)| path == mistake.path && kind.contains(mistake.kind));
        assert!(
            there,
            "{:?} gives {all:#?}, not {} at {}",
            mistake.changes, mistake.kind, mistake.path
        );
        assert!(
            !alone || all.len() == 1,
            "{:?} gives more than one: {all:#?}",
            mistake.changes
        );
    }
}

#[test]
fn nothing_is_wrong_with_the_good_plan() {
    assert_eq!(problems(good()), []);
}

#[test]
fn rings_name_all_who_are_in_them() {
    each_is_found(RINGS, false);
}

#[test]
fn names_that_lead_nowhere_come_with_the_one_that_was_meant() {
    each_is_found(REFERENCES, true);
}

#[test]
fn years_and_numbers_that_cannot_be() {
    each_is_found(NUMBERS, true);
}

#[test]
fn two_things_with_one_name() {
    each_is_found(NAMES, false);
}

#[test]
fn every_kind_of_reference_is_in_the_table() {
    let kinds = [
        "Body",
        "Principal",
        "SideOrPrincipal",
        "Level",
        "Source",
        "Office",
        "Series",
        "Deadline",
        "Process",
        "Document",
        "Step",
        "Report",
        "Duty",
        "Part",
    ];
    for kind in kinds {
        let word = format!("what: {kind},");
        assert!(
            REFERENCES
                .iter()
                .any(|mistake| mistake.kind.contains(&word)),
            "{kind}"
        );
    }
}

#[test]
fn all_mistakes_of_a_document_are_told_at_once() {
    let mut json = good();
    let sample = [
        &REFERENCES[0],
        &REFERENCES[4],
        &NUMBERS[0],
        &NUMBERS[11],
        &RINGS[0],
    ];
    for (path, value) in sample.iter().flat_map(|mistake| mistake.changes) {
        put(
            &mut json,
            path,
            serde_json::from_str(&value.replace('\'', "\"")).unwrap(),
        );
    }
    let found = problems(json);
    for mistake in sample {
        assert!(
            found.iter().any(|problem| problem.path == mistake.path),
            "{}",
            mistake.path
        );
    }
}
