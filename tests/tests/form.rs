//! What forms are made of: the schema as shapes, what can be referred to, new parts and their names.

use chrono::Datelike;
use planning_wheel::compute::compute;
use planning_wheel::document::{Catalogue, PlanDocument, schema, to_value, value_at};
use planning_wheel::form::{
    Field, Forms, Fresh, Given, Shape, copied, known, referring, with_same,
};
use planning_wheel::plan::Plan;
use planning_wheel::session::{Action, Session};
use planning_wheel::text;
use planning_wheel::time::{DateRange, Lang, date};
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LANGUAGES: [Lang; 2] = [Lang::Sv, Lang::En];

fn forms() -> Forms {
    Forms::read(&schema()).unwrap()
}

/// A shipped plan with what a form asks about it.
struct Sample {
    session: Session,
    document: Value,
    catalogue: Catalogue,
}

impl Sample {
    fn of(name: &str) -> Self {
        let document = document_of(name);
        Self {
            document: to_value(&document),
            session: Session::open(document, catalogue()).unwrap(),
            catalogue: catalogue(),
        }
    }

    fn given(&self) -> Given<'_> {
        Given {
            plan: self.session.plan(),
            document: &self.document,
            catalogue: &self.catalogue,
            lang: Lang::Sv,
        }
    }

    fn fresh<'a>(&'a self, forms: &'a Forms) -> Fresh<'a> {
        Fresh {
            forms,
            given: self.given(),
            year: 2027,
        }
    }

    /// Whether an action gives a plan, or else the words of the refusal.
    fn done(&self, action: &Action) -> Result<Plan, String> {
        let mut session = self.session.clone();
        let today = date(2026, 11, 23).unwrap();
        match session.apply(action, today) {
            Ok(_) => Ok(session.plan().clone()),
            Err(refusal) => Err(text::refusal(&refusal, self.session.plan(), Lang::En)),
        }
    }
}

/// Every shape of the schema, with those inside it.
fn each_shape(
    of: &Shape,
    forms: &Forms,
    seen: &mut BTreeSet<String>,
    tell: &mut dyn FnMut(&Shape),
) {
    if let Shape::Named(name) = of
        && !seen.insert(name.clone())
    {
        return;
    }
    let shape = forms.open(of);
    tell(shape);
    match shape {
        Shape::Fields(fields) => {
            for field in &fields.list {
                each_shape(&field.shape, forms, seen, tell);
            }
        }
        Shape::Choice(choice) => {
            for shape in choice.list.iter().filter_map(|one| one.shape.as_ref()) {
                each_shape(shape, forms, seen, tell);
            }
        }
        Shape::List(of) | Shape::Keyed(of) => each_shape(of, forms, seen, tell),
        _ => {}
    }
}

fn all_shapes(tell: &mut dyn FnMut(&Shape)) {
    let forms = forms();
    each_shape(forms.root(), &forms, &mut BTreeSet::new(), tell);
}

#[test]
fn every_field_and_value_of_the_schema_has_words() {
    let (mut missing, mut fields_seen, mut words_seen) = (Vec::new(), 0, 0);
    all_shapes(&mut |shape| match shape {
        Shape::Fields(fields) => {
            for field in &fields.list {
                fields_seen += 1;
                for lang in LANGUAGES {
                    if text::known_field(&fields.owner, &field.name, lang).is_none() {
                        missing.push(format!("{}.{}", fields.owner, field.name));
                    }
                }
                if text::field_place(&field.name) == usize::MAX {
                    missing.push(format!("{} has no place", field.name));
                }
            }
        }
        Shape::Choice(choice) => {
            for one in &choice.list {
                words_seen += 1;
                for lang in LANGUAGES {
                    if text::choice(&choice.owner, &one.word, lang).is_none() {
                        missing.push(format!("{}={}", choice.owner, one.word));
                    }
                }
            }
        }
        _ => {}
    });
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(
        fields_seen > 250 && words_seen > 120,
        "{fields_seen} {words_seen}"
    );
}

#[test]
fn every_list_that_grows_says_what_is_added() {
    let mut missing = Vec::new();
    all_shapes(&mut |shape| {
        if let Shape::Fields(fields) = shape {
            for Field {
                name,
                shape,
                refers,
                ..
            } in &fields.list
            {
                let grows = matches!(shape, Shape::List(of) if !matches!(**of, Shape::Named(ref kind) if kind == "Month" || kind == "Weekday"));
                if grows && refers.is_empty() && text::element(name, Lang::Sv).is_none() {
                    missing.push(format!("{}.{name}", fields.owner));
                }
            }
        }
    });
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Every value of a document with its path.
fn each_value(value: &Value, path: &str, tell: &mut dyn FnMut(&str, &Value)) {
    tell(path, value);
    match value {
        Value::Array(list) => {
            for (at, one) in list.iter().enumerate() {
                each_value(one, &format!("{path}/{at}"), tell);
            }
        }
        Value::Object(fields) => {
            let is_text = fields.contains_key("sv");
            for (name, one) in fields.iter().filter(|_| !is_text) {
                each_value(one, &format!("{path}/{name}"), tell);
            }
        }
        _ => {}
    }
}

#[test]
fn every_value_of_every_plan_has_a_form_and_every_reference_is_offered() {
    let forms = forms();
    let mut references = 0;
    for name in AGREEMENTS {
        let sample = Sample::of(name);
        each_value(&sample.document, "", &mut |path, value| {
            let spot = forms
                .at(path)
                .unwrap_or_else(|| panic!("{name}{path} has no form"));
            let Some(id) = value.as_str().filter(|_| !spot.refers.is_empty()) else {
                return;
            };
            references += 1;
            let all = known(sample.given(), spot.refers, path);
            let is_offered = all.iter().any(|one| one.id == id);
            assert!(is_offered, "{name}{path}: {id} is not among {all:?}");
        });
    }
    assert!(references > 800, "{references}");
}

#[test]
fn a_new_part_is_a_plan_at_once_or_says_what_it_needs() {
    let forms = forms();
    let lists: Vec<String> = match forms.root() {
        Shape::Fields(fields) => {
            // Years are published, not written.
            let lists = fields
                .list
                .iter()
                .filter(|field| matches!(field.shape, Shape::List(_)) && field.name != "published");
            lists.map(|field| field.name.clone()).collect()
        }
        _ => Vec::new(),
    };
    assert!(lists.len() > 15);
    for name in AGREEMENTS {
        let sample = Sample::of(name);
        let mut refused = Vec::new();
        for list in &lists {
            let path = format!("/{list}");
            let new = sample.fresh(&forms).elements(&path);
            assert!(!new.is_empty(), "{list}: nothing to refer to");
            let add = |value| Action::Add {
                list: path.clone(),
                value,
                at: None,
            };
            let action = Action::All {
                title: "x".into(),
                actions: new.into_iter().map(add).collect(),
            };
            if let Err(why) = sample.done(&action) {
                refused.push(format!("{list}: {why}"));
            }
        }
        assert!(refused.is_empty(), "{name}: {refused:#?}");
    }
}

#[test]
fn what_can_be_added_to_a_part_gives_a_plan_or_words() {
    let forms = forms();
    let sample = Sample::of("samverkan-blekinge");
    let (mut done, mut refused) = (0, Vec::new());
    for part in [
        "/bodies/lsvo",
        "/meetings/lsvo-moten",
        "/offices/0",
        "/documents/0",
        "/reports/0",
        "/goals/0",
    ] {
        let spot = forms.at(part).unwrap();
        let Shape::Fields(fields) = spot.shape else {
            panic!("{part} is no part");
        };
        for field in &fields.list {
            let path = format!("{part}/{}", field.name);
            if value_at(&sample.document, &path).is_some() {
                continue;
            }
            let value = sample.fresh(&forms).at(&path);
            match value.map(|value| {
                sample.done(&Action::Set {
                    path: path.clone(),
                    value,
                })
            }) {
                Some(Ok(_)) => done += 1,
                Some(Err(why)) => refused.push(format!("{path}: {why}")),
                None => refused.push(format!("{path}: nothing to refer to")),
            }
        }
    }
    let quiet: Vec<_> = refused.iter().filter(|line| line.ends_with(": ")).collect();
    assert!(quiet.is_empty(), "{quiet:?}");
    assert!(
        done > 3 * refused.len(),
        "{done} done, refused: {refused:#?}"
    );
}

#[test]
fn whatever_refers_to_a_part_is_found() {
    let forms = forms();
    let sample = Sample::of("sskl-kalmar");
    let found = referring(&forms, &sample.document, "nso");
    assert!(
        found.contains(&"/meetings/1/bodies/0".to_owned()),
        "{found:?}"
    );
    let rename = Action::Rename {
        path: "/bodies/nso".into(),
        id: "another".into(),
    };
    let after = to_value(sample.done(&rename).unwrap().document());
    assert_eq!(referring(&forms, &after, "nso"), [""; 0]);
    assert_eq!(referring(&forms, &after, "another"), found);
}

#[test]
fn a_copy_has_a_name_and_an_id_of_its_own() {
    let forms = forms();
    let sample = Sample::of("sskl-kalmar");
    let copy = copied(sample.fresh(&forms), "/meetings/moten-nso").unwrap();
    assert_eq!(copy["id"], "moten-nso-2");
    assert_eq!(
        copy["days"],
        value_at(&sample.document, "/meetings/moten-nso/days")
            .unwrap()
            .clone()
    );
    let action = Action::Add {
        list: "/meetings".into(),
        value: copy,
        at: None,
    };
    assert!(sample.done(&action).is_ok());
    let body = copied(sample.fresh(&forms), "/bodies/nso").unwrap();
    assert!(
        body["short"].as_str().unwrap().ends_with("(kopia)"),
        "{body}"
    );
}

#[test]
fn a_new_part_is_called_by_its_title() {
    let forms = forms();
    let sample = Sample::of("sskl-kalmar");
    let fresh = sample.fresh(&forms);
    assert_eq!(
        fresh.own_id("Nätverket för Ä & Ö, 2027!", "/bodies"),
        "natverket-for-a-o-2027"
    );
    assert_eq!(fresh.own_id("NSO", "/bodies"), "nso-2");
    assert_eq!(fresh.own_id("…", "/bodies"), "del");
    let value = fresh.element("/bodies").unwrap();
    assert_eq!(value["id"], "ny-grupp");
    assert_eq!(value["name"], "Ny grupp");
    assert!(!fresh.has_first_id("/bodies/nso"));
}

#[test]
fn groups_and_series_of_a_level_are_alike() {
    let sample = Sample::of("sskl-kalmar");
    let all = with_same(&sample.document, "/meetings/moten-lss-chefer");
    let (by, level) = &all[0];
    assert_eq!(*by, "level");
    assert!(
        level.contains(&"/meetings/moten-aldreomsorg".to_owned()),
        "{level:?}"
    );
    assert!(
        !level.contains(&"/meetings/moten-ordforandetraff".to_owned()),
        "{level:?}"
    );
    let paths: Vec<String> = planning_wheel::form::spread_to(
        "/meetings/moten-lss-chefer/count/min",
        "/meetings/moten-lss-chefer",
        level,
    );
    assert_eq!(paths.len(), level.len());
    let action = Action::SetAll {
        paths,
        value: json!(5),
    };
    let plan = sample.done(&action).unwrap();
    let fewest = plan
        .document()
        .meetings
        .iter()
        .filter(|one| one.count.min == Some(5))
        .count();
    assert_eq!(fewest, level.len());
}

/// From a blank page: names and numbers are enough for a plan with meetings.
#[test]
fn a_plan_begins_with_names_and_numbers() {
    let forms = forms();
    let today = date(2026, 11, 23).unwrap();
    for lang in LANGUAGES {
        let blank = PlanDocument::blank("nytt", "Nytt");
        let mut session = Session::open(blank, catalogue()).unwrap();
        let mut add = |list: &str, make: &dyn Fn(Fresh<'_>) -> Option<Value>| {
            let catalogue = catalogue();
            let value = make(Fresh {
                forms: &forms,
                given: Given {
                    plan: session.plan(),
                    document: &to_value(session.plan().document()),
                    catalogue: &catalogue,
                    lang,
                },
                year: 2027,
            });
            let list = list.to_owned();
            let (value, at) = (value.unwrap(), None);
            session
                .apply(&Action::Add { list, value, at }, today)
                .unwrap();
            session.plan().clone()
        };
        for name in ["Ån kommun", "Region Ö", "Ån kommun"] {
            add("/principals", &|fresh| fresh.called("/principals", name));
        }
        add("/bodies", &|fresh| fresh.called("/bodies", "Styrgruppen"));
        add("/bodies", &|fresh| fresh.called("/bodies", "Nätverket"));
        add("/meetings", &|fresh| fresh.meetings("styrgruppen", 4));
        let plan = add("/meetings", &|fresh| fresh.meetings("natverket", 9));

        let principals = plan.principals().iter();
        let named: Vec<&str> = principals.map(|one| one.id()).collect();
        assert_eq!(named, ["an-kommun", "region-o", "an-kommun-2"]);
        let outcome = compute(&plan, DateRange::year(2027).unwrap());
        for (body, count) in [("styrgruppen", 4), ("natverket", 9)] {
            let own = outcome.calendar().of_body(plan.body_by_id(body).unwrap());
            let days: Vec<_> = own.map(|entry| entry.start).collect();
            assert_eq!(days.len(), count, "{body}: {days:?}");
            assert!(days.iter().all(|day| day.month() != 7), "{days:?}");
        }
    }
}
