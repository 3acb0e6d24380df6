//! The schema as shapes.

use crate::document::{escape_step, key_of};
use crate::order::Order;
use crate::text;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Types of the schema that a form asks for in a way of their own.
const OWN_WAY: [&str; 5] = ["Text", "Day", "MonthDay", "Time", "Month"];

/// What a value looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A type of the schema: `Body`, or one that a form has a way of its own for, such as `Day`.
    Named(String),
    /// An object with known fields.
    Fields(Fields),
    /// One of several words or tagged values.
    Choice(Choice),
    /// A list of likes.
    List(Box<Shape>),
    /// An object with free keys and values alike.
    Keyed(Box<Shape>),
    /// One line of text.
    Line,
    /// Yes or no.
    Truth,
    /// A number.
    Number(Number),
}

/// An object with known fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Fields {
    /// The type that has them; with the alternative, inside one: `DayRule.week`.
    pub owner: String,
    /// The fields, in the order in which a form asks for them.
    pub list: Vec<Field>,
}

/// One field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Name in the document.
    pub name: String,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether it must be there.
    pub needed: bool,
    /// What it is when it is not there.
    pub default: Option<Value>,
    /// What it refers to, when its texts are names of other parts; see [`super::known`].
    pub refers: Vec<String>,
}

/// One of several words or tagged values.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The type that has them.
    pub owner: String,
    /// What can be chosen.
    pub list: Vec<Alternative>,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// The word, or the tag.
    pub word: String,
    /// What the tag holds; a word has nothing.
    pub shape: Option<Shape>,
}

impl Choice {
    /// Which alternative a value is.
    #[must_use]
    pub fn of(&self, value: &Value) -> Option<&Alternative> {
        let word = match value {
            Value::Object(fields) => fields.keys().next()?.as_str(),
            other => other.as_str()?,
        };
        self.list.iter().find(|one| one.word == word)
    }

    /// Whether it is nothing but words.
    #[must_use]
    pub fn is_words(&self) -> bool {
        self.list.iter().all(|one| one.shape.is_none())
    }
}

/// A number and its limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Whether it has no decimals.
    pub whole: bool,
    /// The least.
    pub least: Option<f64>,
    /// The most.
    pub most: Option<f64>,
    /// Whether 0 is left out.
    pub no_zero: bool,
}

/// A place of the document and what belongs there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot<'a> {
    /// What its value looks like.
    pub shape: &'a Shape,
    /// What its texts refer to.
    pub refers: &'a [String],
}

/// All that a plan can say, as shapes.
///
/// # Example
/// ```
/// use planning_wheel::form::{Forms, Shape};
/// let schema = serde_json::json!({
///     "type": "object", "required": ["title"],
///     "properties": { "title": { "type": "string" }, "levels": { "type": "array", "items": { "$ref": "#/$defs/Level" } } },
///     "$defs": { "Level": { "type": "object", "properties": { "colour": { "type": ["string", "null"] } } } }
/// });
/// let forms = Forms::read(&schema).unwrap();
/// assert_eq!(forms.at("/levels/strategic/colour").unwrap().shape, &Shape::Line);
/// assert!(forms.at("/levels/strategic/color").is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Forms {
    root: Shape,
    parts: BTreeMap<String, Shape>,
}

impl Forms {
    /// Reads a schema; nothing when it is no schema of a plan.
    #[must_use]
    pub fn read(schema: &Value) -> Option<Self> {
        let parts = schema.get("$defs")?.as_object()?.iter();
        let parts = parts.filter(|(name, _)| !OWN_WAY.contains(&name.as_str()));
        let read = |(name, node): (&String, &Value)| Some((name.clone(), shape(node, name)?));
        Some(Self {
            root: shape(schema, "PlanDocument")?,
            parts: parts.filter_map(read).collect(),
        })
    }

    /// The document.
    #[must_use]
    pub fn root(&self) -> &Shape {
        &self.root
    }

    /// What a name stands for; a type with a way of its own stands for itself.
    #[must_use]
    pub fn open<'a>(&'a self, shape: &'a Shape) -> &'a Shape {
        match shape {
            Shape::Named(name) => self.parts.get(name).unwrap_or(shape),
            other => other,
        }
    }

    /// What belongs at a path; elements of lists go by their ids or numbers.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Spot<'_>> {
        let mut spot = Spot {
            shape: &self.root,
            refers: &[],
        };
        for step in path.split('/').skip(1) {
            spot = self.inside(spot, step)?;
        }
        Some(Spot {
            shape: self.open(spot.shape),
            ..spot
        })
    }

    pub(super) fn inside<'a>(&'a self, spot: Spot<'a>, step: &str) -> Option<Spot<'a>> {
        let bare = |shape: &'a Shape| Spot { shape, refers: &[] };
        Some(match self.open(spot.shape) {
            Shape::Fields(fields) => {
                let field = fields.list.iter().find(|field| field.name == step)?;
                Spot {
                    shape: &field.shape,
                    refers: &field.refers,
                }
            }
            Shape::Choice(choice) => {
                let one = choice.list.iter().find(|one| one.word == step)?;
                bare(one.shape.as_ref()?)
            }
            Shape::List(of) => Spot {
                shape: of.as_ref(),
                refers: spot.refers,
            },
            Shape::Keyed(of) => bare(of.as_ref()),
            Shape::Named(_) | Shape::Line | Shape::Truth | Shape::Number(_) => return None,
        })
    }
}

/// A path with numbers where it names elements of lists; as far as the document has them.
///
/// # Example
/// ```
/// use planning_wheel::form::numbered;
/// let document = serde_json::json!({ "bodies": [{ "id": "nso" }, { "id": "lsg" }] });
/// assert_eq!(numbered("/bodies/lsg/name", &document), "/bodies/1/name");
/// ```
#[must_use]
pub fn numbered(path: &str, document: &Value) -> String {
    let mut value = Some(document);
    let mut out = String::new();
    for step in path.split('/').skip(1) {
        let plain = step.replace("~1", "/").replace("~0", "~");
        let found = match value {
            Some(Value::Array(list)) => place(list, &plain),
            _ => None,
        };
        out.push('/');
        match found {
            Some(at) => out.push_str(&at.to_string()),
            None => out.push_str(step),
        }
        value = match (value, found) {
            (Some(Value::Array(list)), Some(at)) => list.get(at),
            (Some(Value::Object(fields)), _) => fields.get(&plain),
            _ => None,
        };
    }
    out
}

/// The part of a plan that a path leads into, named as [`steps_of`] names it; the plan itself is
/// the empty path.
///
/// # Example
/// ```
/// use planning_wheel::form::part_of;
/// let document = serde_json::json!({ "bodies": [{ "id": "nso", "seats": [] }] });
/// assert_eq!(part_of("/bodies/0/seats/2", &document), "/bodies/nso");
/// assert_eq!(part_of("/first_year", &document), "");
/// ```
#[must_use]
pub fn part_of(path: &str, document: &Value) -> String {
    let mut value = Some(document);
    let mut walked = String::new();
    for step in path.split('/').skip(1) {
        match value {
            Some(Value::Array(list)) => {
                let at = place(list, &step.replace("~1", "/").replace("~0", "~"));
                let own = at.and_then(|at| steps_of(list).into_iter().nth(at));
                return format!("{walked}/{}", own.as_deref().unwrap_or(step));
            }
            Some(Value::Object(fields)) => value = fields.get(step),
            _ => break,
        }
        walked = format!("{walked}/{step}");
    }
    match path.starts_with("/mandate") {
        true => "/mandate".to_owned(),
        false => String::new(),
    }
}

/// How the elements of a list are named in paths: by what names them whatever their number, or
/// else by that.
///
/// # Example
/// ```
/// use planning_wheel::form::steps_of;
/// let list = [serde_json::json!({ "id": "a" }), serde_json::json!({ "months": [9] })];
/// assert_eq!(steps_of(&list), ["a", "1"]);
/// ```
#[must_use]
pub fn steps_of(list: &[Value]) -> Vec<String> {
    let step = |(at, one): (usize, &Value)| {
        let key = one.as_object().and_then(|_| key_of(one));
        let own = key.filter(|key| place(list, key) == Some(at));
        own.map_or_else(|| at.to_string(), |key| escape_step(&key))
    };
    list.iter().enumerate().map(step).collect()
}

fn place(list: &[Value], step: &str) -> Option<usize> {
    let number = step.parse::<usize>().ok().filter(|at| *at < list.len());
    let key = || {
        list.iter()
            .position(|one| key_of(one).as_deref() == Some(step))
    };
    number.or_else(key)
}

/// Shape of a node of the schema. `owner` is the type that it belongs to.
fn shape(node: &Value, owner: &str) -> Option<Shape> {
    if let Some(name) = node.get("$ref").and_then(Value::as_str) {
        return Some(Shape::Named(name.rsplit('/').next()?.to_owned()));
    }
    if let Some(list) = node.get("anyOf").and_then(Value::as_array) {
        let is_null = |one: &&Value| one.get("type").and_then(Value::as_str) == Some("null");
        return shape(list.iter().find(|one| !is_null(one))?, owner);
    }
    if let Some(list) = node.get("oneOf").and_then(Value::as_array) {
        let list = list.iter().filter_map(|one| alternative(one, owner));
        return Some(Shape::Choice(Choice {
            owner: owner.to_owned(),
            list: list.collect(),
        }));
    }
    Some(match kind(node)? {
        "object" => object(node, owner)?,
        "array" => Shape::List(Box::new(shape(node.get("items")?, owner)?)),
        "string" => Shape::Line,
        "boolean" => Shape::Truth,
        "integer" => number(node, true),
        "number" => number(node, false),
        _ => return None,
    })
}

/// The type of a node; `["integer", "null"]` is an integer that may be left out.
fn kind(node: &Value) -> Option<&str> {
    match node.get("type")? {
        Value::Array(kinds) => {
            let mut kinds = kinds.iter().filter_map(Value::as_str);
            kinds.find(|kind| *kind != "null")
        }
        one => one.as_str(),
    }
}

fn alternative(node: &Value, owner: &str) -> Option<Alternative> {
    if let Some(word) = node.get("const").and_then(Value::as_str) {
        return Some(Alternative {
            word: word.to_owned(),
            shape: None,
        });
    }
    let (word, inner) = node.get("properties")?.as_object()?.iter().next()?;
    Some(Alternative {
        word: word.clone(),
        shape: shape(inner, &format!("{owner}.{word}")),
    })
}

fn object(node: &Value, owner: &str) -> Option<Shape> {
    let Some(properties) = node.get("properties").and_then(Value::as_object) else {
        let of = shape(node.get("additionalProperties")?, owner)?;
        return Some(Shape::Keyed(Box::new(of)));
    };
    let needed = node.get("required").and_then(Value::as_array);
    let mut list = fields(properties, owner, needed.map_or(&[], Vec::as_slice));
    list.order_by_key(|field| text::field_place(&field.name));
    Some(Shape::Fields(Fields {
        owner: owner.to_owned(),
        list,
    }))
}

fn fields(properties: &Map<String, Value>, owner: &str, needed: &[Value]) -> Vec<Field> {
    let field = |(name, node): (&String, &Value)| {
        let refers = node.get("x-refers").and_then(Value::as_array);
        let refers = refers.into_iter().flatten().filter_map(Value::as_str);
        Some(Field {
            name: name.clone(),
            shape: shape(node, &format!("{owner}.{name}"))?,
            needed: needed.iter().any(|one| one == name),
            default: node.get("default").cloned(),
            refers: refers.map(str::to_owned).collect(),
        })
    };
    properties.iter().filter_map(field).collect()
}

fn number(node: &Value, whole: bool) -> Shape {
    let limit = |name| node.get(name).and_then(Value::as_f64);
    let not = node.get("not").and_then(|not| not.get("const"));
    Shape::Number(Number {
        whole,
        least: limit("minimum"),
        most: limit("maximum"),
        no_zero: not.and_then(Value::as_i64) == Some(0),
    })
}
