//! What new parts begin as, and names that nothing else has.

use super::known::means;
use super::{Field, Forms, Given, Number, Shape, Spot, known};
use crate::document::value_at;
use crate::text;
use serde_json::{Map, Value, json};

/// Longest id that is made of a title.
const ID_LENGTH: usize = 40;

/// Makes values that a plan can hold, for parts and fields that are added.
#[derive(Clone, Copy, Debug)]
pub struct Fresh<'a> {
    /// What a plan can say.
    pub forms: &'a Forms,
    /// The plan that they are for.
    pub given: Given<'a>,
    /// The year that new years and days get.
    pub year: i32,
}

impl Fresh<'_> {
    /// A new element of the list at a path: with everything that it needs, and an id of its own.
    #[must_use]
    pub fn element(&self, list: &str) -> Option<Value> {
        let spot = self.forms.at(list)?;
        let name = list.rsplit('/').next()?;
        let inner = self.forms.inside(spot, "0")?;
        let mut value = self.value(inner, &format!("{list}/-"), name)?;
        if let Some(fields) = value.as_object_mut() {
            let words = text::new_element(name, self.given.lang);
            self.name(list, words.unwrap_or_default(), fields);
            start(name, fields);
        }
        Some(value)
    }

    /// What adding to the list at a path adds: a new element, and before the first level the usual
    /// ones, which are there until levels are written.
    #[must_use]
    pub fn elements(&self, list: &str) -> Vec<Value> {
        let is_first = value_at(self.given.document, list).is_none();
        let usual = self.given.plan.levels().iter();
        let usual = usual.filter(|_| list == "/levels" && is_first);
        let usual = usual.filter_map(|level| serde_json::to_value(level.spec()).ok());
        usual.chain(self.element(list)).collect()
    }

    /// What the value at a path is when it is added.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Value> {
        let spot = self.forms.at(path)?;
        let name = path.rsplit('/').next()?;
        self.value(spot, path, name)
    }

    /// What an alternative of the choice at a path begins as.
    #[must_use]
    pub fn alternative(&self, path: &str, word: &str) -> Option<Value> {
        let spot = self.forms.at(path)?;
        let Shape::Choice(choice) = spot.shape else {
            return None;
        };
        let one = choice.list.iter().find(|one| one.word == word)?;
        let Some(shape) = &one.shape else {
            return Some(word.into());
        };
        let spot = Spot { shape, refers: &[] };
        let inner = self.value(spot, &format!("{path}/{word}"), word)?;
        Some(json!({ word: inner }))
    }

    fn value(&self, spot: Spot<'_>, path: &str, name: &str) -> Option<Value> {
        Some(match self.forms.open(spot.shape) {
            Shape::Fields(fields) => {
                let needed = fields.list.iter().filter(|field| field.needed);
                let mut made = Map::new();
                for field in needed {
                    let value = self.field(field, path, &fields.owner)?;
                    made.insert(field.name.clone(), value);
                }
                usual(&fields.owner, &mut made);
                Value::Object(made)
            }
            Shape::Choice(choice) => {
                let usual = usual_way(&choice.owner);
                let (first, rest): (Vec<_>, Vec<_>) =
                    choice.list.iter().partition(|one| one.word == usual);
                let mut all = first.into_iter().chain(rest);
                all.find_map(|one| {
                    let Some(shape) = &one.shape else {
                        return Some(Value::from(one.word.clone()));
                    };
                    let inner = Spot { shape, refers: &[] };
                    let path = format!("{path}/{}", one.word);
                    Some(json!({ one.word.clone(): self.value(inner, &path, &one.word)? }))
                })?
            }
            Shape::List(of) => {
                let inner = Spot {
                    shape: of.as_ref(),
                    ..spot
                };
                Value::Array(vec![self.value(inner, &format!("{path}/-"), name)?])
            }
            Shape::Keyed(_) => Value::Object(Map::new()),
            Shape::Line if !spot.refers.is_empty() => {
                let all = known(self.given, spot.refers, path);
                all.into_iter().next()?.id.into()
            }
            Shape::Line => self.word(name),
            Shape::Truth => true.into(),
            Shape::Number(number) => self.number(*number),
            Shape::Named(kind) => self.own_way(kind, name)?,
        })
    }

    fn field(&self, field: &Field, path: &str, owner: &str) -> Option<Value> {
        let spot = Spot {
            shape: &field.shape,
            refers: &field.refers,
        };
        let path = format!("{path}/{}", field.name);
        let words = text::field_name(owner, &field.name, self.given.lang);
        match self.forms.open(&field.shape) {
            Shape::Named(kind) if kind == "Text" => Some(text::capital(&words).into()),
            _ => self.value(spot, &path, &field.name),
        }
    }

    fn own_way(&self, kind: &str, name: &str) -> Option<Value> {
        Some(match kind {
            "Text" => self.word(name),
            "Day" => format!("{}-01-01", self.year).into(),
            "MonthDay" => "01-01".into(),
            "Time" => "09:00".into(),
            "Month" => 1.into(),
            _ => return None,
        })
    }

    /// Words that stand in for a text until somebody writes one.
    fn word(&self, name: &str) -> Value {
        let lang = self.given.lang;
        match text::new_element(name, lang) {
            Some(words) => words.into(),
            None => text::capital(&text::field_name("", name, lang)).into(),
        }
    }

    /// A number without limits of its own is a year.
    fn number(&self, number: Number) -> Value {
        let (least, most) = (number.least, number.most);
        let is_year = number.whole && most.is_none_or(|most| most > 70_000.0);
        if is_year && least.is_none_or(|least| least < 0.0) {
            return self.year.into();
        }
        let one = 1.0_f64.min(most.unwrap_or(1.0)).max(least.unwrap_or(1.0));
        match number.whole {
            // A limit of the schema that is no whole number is none of a whole number.
            true => Value::from(one as i64),
            false => json!(one),
        }
    }

    /// Title and id of a new element.
    pub(super) fn name(&self, list: &str, words: &str, fields: &mut Map<String, Value>) {
        for field in ["title", "name"] {
            if let Some(title) = fields.get_mut(field) {
                *title = words.into();
            }
        }
        if fields.contains_key("id") {
            let id = self.own_id(words, list);
            fields.insert("id".into(), id.into());
        }
    }

    /// An id made of a title, that nothing else has; inside a part, nothing in the same list.
    #[must_use]
    pub fn own_id(&self, title: &str, list: &str) -> String {
        let base = slug(title);
        let taken = |id: &str| match list.matches('/').count() {
            1 => self.is_taken(id),
            _ => has_id(value_at(self.given.document, list), id),
        };
        let numbered = (2..).map(|number: u32| format!("{base}-{number}"));
        let mut all = std::iter::once(base.clone()).chain(numbered);
        all.find(|id| !taken(id)).unwrap_or(base)
    }

    fn is_taken(&self, id: &str) -> bool {
        let fields = self.given.document.as_object().into_iter().flatten();
        let lists = fields.map(|(_, list)| Some(list));
        let calendar = ["/calendar/breaks", "/calendar/terms"];
        let calendar = calendar.map(|path| value_at(self.given.document, path));
        let own = self.given.document.get("id").and_then(Value::as_str);
        own == Some(id)
            || id == "election"
            || lists.chain(calendar).any(|list| has_id(list, id))
            || self.given.plan.bodies().iter().any(|body| body.id() == id)
    }

    /// Whether a part still has the id that it got before it had a name.
    #[must_use]
    pub fn has_first_id(&self, part: &str) -> bool {
        let list = part.rsplit('/').nth(1).unwrap_or_default();
        let id = value_at(self.given.document, &format!("{part}/id")).and_then(Value::as_str);
        let begins = |lang| {
            let first = text::new_element(list, lang).map(slug);
            first.is_some_and(|first| id.is_some_and(|id| means(id, &first)))
        };
        begins(crate::time::Lang::Sv) || begins(crate::time::Lang::En)
    }
}

/// The alternative that most begin with, where it is not the first.
fn usual_way(owner: &str) -> &'static str {
    match owner {
        "DayRule" => "nth_weekday",
        "Coverage" => "calendar_year",
        _ => "",
    }
}

/// What a part is without that nobody wants: a series of no meetings, a level of no ring.
fn usual(owner: &str, fields: &mut Map<String, Value>) {
    if owner == "Count" {
        fields.insert("min".into(), 4.into());
    }
    if owner == "Window" {
        fields.insert("months".into(), json!([9]));
    }
}

/// What a new part begins with besides what it needs.
fn start(list: &str, fields: &mut Map<String, Value>) {
    match list {
        "deadlines" => {
            fields.insert("offset".into(), json!({ "days": -7 }));
            fields.insert("roll".into(), "earlier".into());
        }
        "documents" => {
            fields.insert("coverage".into(), "calendar_year".into());
        }
        _ => {}
    }
}

fn has_id(list: Option<&Value>, id: &str) -> bool {
    let list = list.and_then(Value::as_array).into_iter().flatten();
    let mut ids = list.filter_map(|one| one.get("id").and_then(Value::as_str));
    ids.any(|other| other == id)
}

/// Lower-case letters, digits and hyphens of a title.
fn slug(title: &str) -> String {
    let mut id = String::new();
    for letter in title.to_lowercase().chars() {
        let plain = match letter {
            'å' | 'ä' | 'á' | 'à' => 'a',
            'ö' | 'ø' => 'o',
            'é' | 'è' => 'e',
            'ü' => 'u',
            other => other,
        };
        match plain.is_ascii_alphanumeric() {
            true => id.push(plain),
            false if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            false => {}
        }
        if id.len() >= ID_LENGTH {
            break;
        }
    }
    let id = id.trim_end_matches('-');
    match id.is_empty() {
        true => "del".to_owned(),
        false => id.to_owned(),
    }
}

/// A copy of a part for the same list: with a name and an id of its own, and without what belongs
/// to single meetings of the first.
#[must_use]
pub fn copied(fresh: Fresh<'_>, part: &str) -> Option<Value> {
    let (list, _) = part.rsplit_once('/')?;
    let mut copy = value_at(fresh.given.document, part)?.clone();
    let fields = copy.as_object_mut()?;
    fields.remove("edits");
    let suffix = fresh.given.lang.pick("kopia", "copy");
    for name in ["title", "name", "short"] {
        match fields.get_mut(name) {
            Some(Value::String(text)) => *text = format!("{text} ({suffix})"),
            Some(Value::Object(both)) => {
                for (lang, suffix) in [("sv", "kopia"), ("en", "copy")] {
                    if let Some(Value::String(text)) = both.get_mut(lang) {
                        *text = format!("{text} ({suffix})");
                    }
                }
            }
            _ => {}
        }
    }
    if let Some(id) = fields.get("id").and_then(Value::as_str) {
        let own = fresh.own_id(id, list);
        fields.insert("id".into(), own.into());
    }
    Some(copy)
}
