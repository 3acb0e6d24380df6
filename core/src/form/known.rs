//! What there is to refer to.

use super::{Forms, Shape, Spot};
use crate::document::{Catalogue, value_at};
use crate::plan::Plan;
use crate::text;
use crate::time::Lang;
use serde_json::Value;

/// Lists whose elements have an id, with what a plan's notes can be about.
const PARTS: [&str; 17] = [
    "bodies",
    "meetings",
    "offices",
    "documents",
    "processes",
    "reports",
    "assignments",
    "assignment_forms",
    "goals",
    "posts",
    "activities",
    "levels",
    "principals",
    "sides",
    "sources",
    "notes",
    "backgrounds",
];

/// A plan that a form is about.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its document as a value.
    pub document: &'a Value,
    /// The duties that it may name.
    pub catalogue: &'a Catalogue,
    /// The language of titles.
    pub lang: Lang,
}

/// Something to refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// As it is written in a reference.
    pub id: String,
    /// What it is called.
    pub title: String,
}

impl Given<'_> {
    /// What an element of one of the document's lists is called.
    #[must_use]
    pub fn called(&self, list: &str, element: &Value) -> Option<String> {
        let own = || text::called(list, element, self.document, self.lang);
        let key = || crate::document::key_of(element);
        match list {
            "duties" => {
                let duty = element.get("duty")?.as_str()?;
                let title = own().or_else(|| Some(self.duty(duty)?.title));
                title.or_else(|| Some(duty.to_owned()))
            }
            _ => own().or_else(key),
        }
    }

    fn duty(&self, id: &str) -> Option<Known> {
        let duty = self.catalogue.get(id)?;
        Some(known_as(id, duty.title.get(self.lang)))
    }

    fn list(&self, name: &str) -> Vec<Known> {
        let list = self.document.get(name).and_then(Value::as_array);
        let known = |element: &Value| {
            let title = self.called(name, element)?;
            Some(known_as(element.get("id")?.as_str()?, &title))
        };
        list.into_iter().flatten().filter_map(known).collect()
    }

    /// Every body, like ones one by one.
    fn each_body(&self) -> Vec<Known> {
        let bodies = self.plan.bodies().iter();
        let known = bodies.map(|body| known_as(body.id(), body.name().get(self.lang)));
        known.collect()
    }

    /// Bodies as they are written, and like ones one by one after them.
    fn bodies(&self) -> Vec<Known> {
        let mut all = self.list("bodies");
        for body in self.each_body() {
            if !all.contains(&body) && !all.iter().any(|one| one.id == body.id) {
                all.push(body);
            }
        }
        all
    }

    /// Steps of documents and posts, by their whole names.
    fn steps(&self) -> Vec<Known> {
        let mut all = Vec::new();
        for course in self.plan.courses() {
            let title = course.title().get(self.lang);
            for step in course.steps() {
                let spec = step.spec();
                let id = format!("{}.{}", course.id(), spec.id);
                all.push(known_as(
                    &id,
                    &format!("{title}: {}", spec.title.get(self.lang)),
                ));
            }
        }
        all
    }

    /// Steps of the document or process that a path lies in, with those of its process.
    fn own_steps(&self, path: &str) -> Vec<Known> {
        let Some((course, _)) = path.split_once("/steps/") else {
            return Vec::new();
        };
        let mut all = self.inside(&format!("{course}/steps"), "steps");
        let process = value_at(self.document, &format!("{course}/process"));
        if let Some(process) = process.and_then(Value::as_str) {
            all.extend(self.inside(&format!("/processes/{process}/steps"), "steps"));
        }
        all
    }

    /// Elements of a list inside a part.
    fn inside(&self, path: &str, name: &str) -> Vec<Known> {
        let list = value_at(self.document, path).and_then(Value::as_array);
        let known = |element: &Value| {
            let title = self.called(name, element)?;
            Some(known_as(element.get("id")?.as_str()?, &title))
        };
        list.into_iter().flatten().filter_map(known).collect()
    }

    fn assignment_texts(&self) -> Vec<Known> {
        let forms = self.plan.document().assignment_forms.iter();
        let mut all: Vec<Known> = Vec::new();
        for field in forms.flat_map(|form| &form.fields) {
            let is_own_field = ["end", "resources"].contains(&field.id.as_str());
            if !is_own_field && !all.iter().any(|one| one.id == field.id) {
                all.push(known_as(&field.id, field.title.get(self.lang)));
            }
        }
        all
    }

    fn of_kind(&self, kind: &str, path: &str) -> Vec<Known> {
        let (plan, lang) = (self.plan, self.lang);
        match kind {
            "body" => self.each_body(),
            "bodies" => self.bodies(),
            "levels" => {
                let levels = plan.levels().iter();
                let known = levels.map(|level| known_as(level.id(), level.title().get(lang)));
                known.collect()
            }
            "meetings" => {
                let series = plan.series().iter();
                let known = series.map(|one| known_as(one.id(), one.title().get(lang)));
                known.collect()
            }
            "duties" => {
                let duties = self.catalogue.duties.iter();
                let known = duties.map(|duty| known_as(&duty.id, duty.title.get(lang)));
                known.collect()
            }
            "deadlines" => match path.split_once("/deadlines") {
                Some((series, _)) => self.inside(&format!("{series}/deadlines"), "deadlines"),
                None => match path.rsplit_once("/preparation") {
                    Some((series, _)) => self.inside(&format!("{series}/deadlines"), "deadlines"),
                    None => Vec::new(),
                },
            },
            "own_steps" => self.own_steps(path),
            "steps" => self.steps(),
            "assignment_texts" => self.assignment_texts(),
            "parts" => {
                let mut all: Vec<Known> = PARTS.iter().flat_map(|name| self.list(name)).collect();
                all.extend(self.each_body());
                all
            }
            list => self.list(list),
        }
    }
}

fn known_as(id: &str, title: &str) -> Known {
    Known {
        id: id.to_owned(),
        title: title.to_owned(),
    }
}

/// What a text at a path can refer to, by the kinds that its field names. The part that the text
/// stands in is left out, unless that part can be several bodies.
#[must_use]
pub fn known(given: Given<'_>, refers: &[String], path: &str) -> Vec<Known> {
    let own: Vec<&str> = path
        .match_indices('/')
        .map(|(at, _)| at)
        .chain([path.len()])
        .filter_map(|at| {
            let owner = value_at(given.document, path.get(..at)?)?;
            owner.get("id")?.as_str()
        })
        .collect();
    let may_be_several = refers.iter().any(|kind| kind == "bodies");
    let all = refers.iter().flat_map(|kind| given.of_kind(kind, path));
    let mut list: Vec<Known> = Vec::new();
    for one in all {
        let is_own = own.contains(&one.id.as_str()) && !may_be_several;
        if !is_own && !list.iter().any(|other| other.id == one.id) {
            list.push(one);
        }
    }
    list
}

/// Paths of all that refers to a part by its id, or to one of its numbered likes or its steps.
///
/// # Example
/// ```
/// use planning_wheel::form::{Forms, referring};
/// let schema = serde_json::json!({ "type": "object", "$defs": {}, "properties": {
///     "to": { "type": "string", "x-refers": ["body"] }, "title": { "type": "string" } } });
/// let forms = Forms::read(&schema).unwrap();
/// let document = serde_json::json!({ "to": "lsg-2", "title": "lsg" });
/// assert_eq!(referring(&forms, &document, "lsg"), ["/to"]);
/// ```
#[must_use]
pub fn referring(forms: &Forms, document: &Value, id: &str) -> Vec<String> {
    let spot = Spot {
        shape: forms.root(),
        refers: &[],
    };
    let mut found = Vec::new();
    walk(forms, spot, document, "", &mut |path, refers, name| {
        if !refers.is_empty() && means(name, id) {
            found.push(path.to_owned());
        }
    });
    found
}

/// Whether a written name means a part: by its id, as one of several likes, or as one of its steps.
pub(super) fn means(name: &str, id: &str) -> bool {
    name.strip_prefix(id).is_some_and(|rest| {
        let like = rest.strip_prefix('-').unwrap_or_default();
        let is_like = !like.is_empty() && like.bytes().all(|byte| byte.is_ascii_digit());
        rest.is_empty() || rest.starts_with('.') || is_like
    })
}

/// Tells every text of a value with its path and what it refers to.
fn walk(
    forms: &Forms,
    spot: Spot<'_>,
    value: &Value,
    path: &str,
    tell: &mut dyn FnMut(&str, &[String], &str),
) {
    match value {
        Value::String(text) => tell(path, spot.refers, text),
        Value::Array(list) => {
            for (at, one) in list.iter().enumerate() {
                if let Some(inner) = forms.inside(spot, &at.to_string()) {
                    walk(forms, inner, one, &format!("{path}/{at}"), tell);
                }
            }
        }
        Value::Object(fields) if !is_text(spot.shape) => {
            for (name, one) in fields {
                if let Some(inner) = forms.inside(spot, name) {
                    let step = crate::document::escape_step(name);
                    walk(forms, inner, one, &format!("{path}/{step}"), tell);
                }
            }
        }
        _ => {}
    }
}

fn is_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Named(name) if name == "Text")
}
