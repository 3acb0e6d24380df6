//! Two people's changes of one plan, brought together by ids.
//!
//! What only one side changed is taken over. Where both changed the same thing differently, the
//! merged document keeps what stood there before, and a [`Conflict`] holds what each side wants:
//! no change is in neither. The sides may change places; the document stays the same.

mod lists;

use crate::document::{Catalogue, Change, PlanDocument, escape_step, from_value, to_value};
use crate::error::Problems;
use crate::plan::Plan;
use serde_json::{Map, Value};

/// A side of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    Mine,
    /// The second.
    Theirs,
}

/// Something that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Place, as a path of [`Change`].
    pub path: String,
    /// What the conflict is about.
    pub about: About,
    /// What stood there before, and stands in the merged document; nothing where nothing stood.
    pub base: Option<Value>,
    /// What the first side wants; nothing when it took it away.
    pub mine: Option<Value>,
    /// What the second side wants.
    pub theirs: Option<Value>,
}

/// What a conflict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A field.
    Field,
    /// An element of a list.
    Element,
    /// The order of a list; its values are lists of keys.
    Order,
}

impl About {
    /// Name in data: `field`, `element` or `order`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Element => "element",
            Self::Order => "order",
        }
    }
}

impl Conflict {
    /// What makes the merged document as one side wants it.
    #[must_use]
    pub fn settled(&self, side: Side) -> Vec<Change> {
        let wanted = match side {
            Side::Mine => &self.mine,
            Side::Theirs => &self.theirs,
        };
        let path = self.path.clone();
        match (wanted, self.about) {
            (Some(Value::Array(keys)), About::Order) => keys
                .iter()
                .filter_map(Value::as_str)
                .enumerate()
                .map(|(to, key)| Change::Reorder {
                    path: format!("{path}/{}", escape_step(key)),
                    to,
                })
                .collect(),
            (Some(value), About::Element) if self.base.is_none() => vec![Change::Append {
                path: path
                    .rsplit_once('/')
                    .map_or("", |(list, _)| list)
                    .to_owned(),
                value: value.clone(),
            }],
            (Some(value), _) => vec![Change::Set {
                path,
                value: value.clone(),
            }],
            (None, _) if self.base.is_none() => Vec::new(),
            (None, _) => vec![Change::Remove { path }],
        }
    }
}

/// What came of merging two documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The merged document as a value, with what stood there before in place of each conflict.
    pub value: Value,
    /// Where the sides disagree.
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    /// The merged document with every conflict settled for a side, or as it stood before without one.
    ///
    /// # Errors
    /// Why what comes out is no plan: two changes that each were right do not go together, such as a
    /// group taken away by one and given a meeting by the other.
    pub fn document(
        &self,
        prefer: Option<Side>,
        catalogue: &Catalogue,
    ) -> Result<PlanDocument, Problems> {
        let mut value = self.value.clone();
        let settled =
            prefer.map(|side| self.conflicts.iter().flat_map(move |one| one.settled(side)));
        for change in settled.into_iter().flatten() {
            change.apply(&mut value)?;
        }
        let document = from_value(&value)?;
        Plan::check(document, catalogue).map(|plan| plan.document().clone())
    }
}

/// Merges two documents that were made from one.
///
/// # Example
/// ```
/// use planning_wheel::document::{Catalogue, PlanDocument, Text};
/// use planning_wheel::merge::merge;
/// let base = PlanDocument::blank("nso", "Nätverket");
/// let (mut mine, mut theirs) = (base.clone(), base.clone());
/// mine.title = Text::from("NSO");
/// theirs.last_year = Some(2030);
/// let merged = merge(&base, &mine, &theirs);
/// let document = merged.document(None, &Catalogue::empty()).unwrap();
/// assert_eq!((document.title, document.last_year), (Text::from("NSO"), Some(2030)));
///
/// theirs.title = Text::from("Nätverk syd");
/// let merged = merge(&base, &mine, &theirs);
/// assert_eq!(merged.conflicts[0].path, "/title");
/// ```
#[must_use]
pub fn merge(base: &PlanDocument, mine: &PlanDocument, theirs: &PlanDocument) -> Merged {
    let (base, mine, theirs) = (to_value(base), to_value(mine), to_value(theirs));
    let mut merger = Merger {
        conflicts: Vec::new(),
    };
    let three = Three {
        base: Some(&base),
        mine: Some(&mine),
        theirs: Some(&theirs),
    };
    let value = merger.value("", About::Field, three).unwrap_or_default();
    Merged {
        value,
        conflicts: merger.conflicts,
    }
}

/// A value as it was, and as each side has it.
#[derive(Clone, Copy)]
struct Three<'a> {
    base: Option<&'a Value>,
    mine: Option<&'a Value>,
    theirs: Option<&'a Value>,
}

struct Merger {
    conflicts: Vec<Conflict>,
}

impl Merger {
    fn value(&mut self, path: &str, about: About, three: Three<'_>) -> Option<Value> {
        let Three { base, mine, theirs } = three;
        if mine == theirs || theirs == base {
            return mine.cloned();
        }
        if mine == base {
            return theirs.cloned();
        }
        match (base, mine, theirs) {
            (Some(Value::Object(base)), Some(Value::Object(mine)), Some(Value::Object(theirs)))
                if share(base, mine) && share(base, theirs) && share(mine, theirs) =>
            {
                Some(self.fields(path, base, mine, theirs))
            }
            (base, Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
                let none = Vec::new();
                let old = match base {
                    Some(Value::Array(base)) => base,
                    Some(_) => return self.conflict(path, about, three),
                    None => &none,
                };
                match self.list(path, old, mine, theirs) {
                    Some(list) => Some(Value::Array(list)),
                    None => self.conflict(path, about, three),
                }
            }
            _ => self.conflict(path, about, three),
        }
    }

    /// Notes a conflict; what stood there before stays.
    fn conflict(&mut self, path: &str, about: About, three: Three<'_>) -> Option<Value> {
        self.conflicts.push(Conflict {
            path: path.to_owned(),
            about,
            base: three.base.cloned(),
            mine: three.mine.cloned(),
            theirs: three.theirs.cloned(),
        });
        three.base.cloned()
    }

    fn fields(
        &mut self,
        path: &str,
        base: &Map<String, Value>,
        mine: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Value {
        let mut names: Vec<&String> = base.keys().collect();
        for name in mine.keys().chain(theirs.keys()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut merged = Map::new();
        for name in names {
            let three = Three {
                base: base.get(name),
                mine: mine.get(name),
                theirs: theirs.get(name),
            };
            let place = format!("{path}/{}", escape_step(name));
            if let Some(value) = self.value(&place, About::Field, three) {
                merged.insert(name.clone(), value);
            }
        }
        Value::Object(merged)
    }
}

/// Objects without a field in common are two kinds of thing, such as a spread and a pattern.
fn share(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    one.keys().any(|name| other.contains_key(name))
}
