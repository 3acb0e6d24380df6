//! Random variations of the shipped plans: what people change, and what they had better not.

use planning_wheel::document::PlanDocument;
use planning_wheel::error::Problems;
use planning_wheel::plan::Plan;
use planning_wheel_tests::{AGREEMENTS, catalogue, document_of};
use proptest::prelude::*;
use serde_json::{Map, Value};
use std::fmt;
use std::sync::LazyLock;

static ORIGINALS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    AGREEMENTS
        .into_iter()
        .map(|name| serde_json::to_value(document_of(name)).unwrap())
        .collect()
});

static CATALOGUE: LazyLock<planning_wheel::document::Catalogue> = LazyLock::new(catalogue);

/// One change of a document as JSON.
///
/// A path such as `meetings/*/days/spread` picks one element for each star; a
/// place that is not there is left alone. Texts `@meetings`, `@bodies` and
/// `@documents` followed by a number stand for the id of an element.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Set {
        path: &'static str,
        pick: usize,
        field: &'static str,
        value: Value,
    },
    Copy {
        list: &'static str,
        pick: usize,
        fields: Map<String, Value>,
    },
    Remove {
        list: &'static str,
        pick: usize,
    },
}

/// One of the four plans with some changes; printed as what was changed.
#[derive(Clone)]
pub(crate) struct Varied<T> {
    name: &'static str,
    changes: Vec<Change>,
    pub(crate) value: T,
}

impl<T> fmt::Debug for Varied<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {:#?}", self.name, self.changes)
    }
}

/// One of the four plans with up to `most` changes, when it passes the check.
pub(crate) fn plans(most: usize) -> impl Strategy<Value = Varied<Plan>> {
    documents(most).prop_filter_map("a plan with problems", |varied| {
        Some(Varied {
            name: varied.name,
            changes: varied.changes,
            value: Plan::check(varied.value, &CATALOGUE).ok()?,
        })
    })
}

/// One of the four plans with up to `most` changes; not every one passes the check.
pub(crate) fn documents(most: usize) -> impl Strategy<Value = Varied<PlanDocument>> {
    let changes = prop::collection::vec(super::changes::change(), 0..=most);
    (0..AGREEMENTS.len(), changes).prop_filter_map(
        "a value that its type refuses",
        |(which, changes)| {
            let mut json = ORIGINALS[which].clone();
            for (number, change) in changes.iter().enumerate() {
                change.apply(&mut json, number);
            }
            Some(Varied {
                name: AGREEMENTS[which],
                changes,
                value: serde_json::from_value(json).ok()?,
            })
        },
    )
}

/// A document, checked against the shipped catalogue.
pub(crate) fn check(document: PlanDocument) -> Result<Plan, Problems> {
    Plan::check(document, &CATALOGUE)
}

impl Change {
    fn apply(&self, json: &mut Value, number: usize) {
        match self {
            Self::Set {
                path,
                pick,
                field,
                value,
            } => {
                let value = named(value, json);
                if let Some(Value::Object(place)) = find(json, path, *pick) {
                    place.insert((*field).to_owned(), value);
                }
            }
            Self::Copy { list, pick, fields } => {
                let fields = named(&Value::Object(fields.clone()), json);
                let Some(list) = json
                    .get_mut(*list)
                    .and_then(Value::as_array_mut)
                    .filter(|list| !list.is_empty())
                else {
                    return;
                };
                let mut copy = list[pick % list.len()].clone();
                copy["id"] = format!("extra-{number}").into();
                for (field, value) in fields.as_object().into_iter().flatten() {
                    copy[field] = value.clone();
                }
                list.push(copy);
            }
            Self::Remove { list, pick } => {
                if let Some(list) = json
                    .get_mut(*list)
                    .and_then(Value::as_array_mut)
                    .filter(|list| !list.is_empty())
                {
                    list.remove(pick % list.len());
                }
            }
        }
    }
}

fn find<'a>(json: &'a mut Value, path: &str, mut pick: usize) -> Option<&'a mut Value> {
    let mut at = json;
    for step in path.split('/').filter(|step| !step.is_empty()) {
        at = match step {
            "*" => {
                let list = at.as_array_mut()?;
                let place = pick % list.len().max(1);
                pick /= list.len().max(1);
                list.get_mut(place)?
            }
            field => at.get_mut(field)?,
        };
    }
    Some(at)
}

/// The value with every `@list number` replaced by the id that it stands for.
fn named(value: &Value, json: &Value) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix('@').and_then(|name| name.split_once(' ')) {
            Some((list, number)) => id_of(json, list, number.parse().unwrap()),
            None => value.clone(),
        },
        Value::Array(list) => list.iter().map(|item| named(item, json)).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, field)| (name.clone(), named(field, json)))
            .collect(),
        other => other.clone(),
    }
}

fn id_of(json: &Value, list: &str, number: usize) -> Value {
    let list = json
        .get(list)
        .and_then(Value::as_array)
        .filter(|list| !list.is_empty());
    list.map_or(Value::Null, |list| list[number % list.len()]["id"].clone())
}
