//! The chosen entry and what hangs together with it.

use crate::calendar::{Entry, Relation};
use crate::map::{Map, Set};
use serde::Serialize;

/// How something on the wheel stands to the chosen entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// Something else is chosen or looked for, and this has nothing to do with it.
    Dim,
    /// Nothing is chosen.
    #[default]
    Normal,
    /// It leads to the chosen entry or follows from it.
    Chain,
    /// It is the chosen entry.
    Selected,
}

/// The chosen entry's chain: what it rests on, and what rests on it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chain<'a> {
    selected: Option<&'a str>,
    ids: Set<&'a str>,
    /// What is looked for while nothing is chosen.
    found: Option<Set<&'a str>>,
}

impl<'a> Chain<'a> {
    /// Follows links from the chosen entry forwards and backwards, but never turns round on the
    /// way: two steps that serve the same meeting are not each other's chain.
    ///
    /// A meeting and what lands on it are one thing to the reader, so the way begins at all of it.
    pub(crate) fn new(
        entries: &[&'a Entry],
        selected: Option<&str>,
        found: Option<&[&'a str]>,
    ) -> Self {
        let known = |id: &str| entries.iter().find(|entry| entry.id == id);
        let Some(chosen) = selected.and_then(known) else {
            let set = |ids: &[&'a str]| {
                let mut set = Set::new();
                set.extend(ids.iter().copied());
                set
            };
            return Self {
                found: found.map(set),
                ..Self::default()
            };
        };
        let meeting = chosen.related(Relation::At).unwrap_or(&chosen.id);
        let lands = |entry: &&&Entry| entry.related(Relation::At) == Some(meeting);
        let landed = entries.iter().filter(lands).map(|entry| entry.id.as_str());
        let mut starts: Vec<&str> = vec![&chosen.id, meeting];
        starts.extend(landed);
        let mut onward: Map<&str, Vec<&str>> = Map::new();
        let mut back: Map<&str, Vec<&str>> = Map::new();
        for entry in entries {
            for link in &entry.links {
                onward.change(&*entry.id, |to| to.push(&*link.to));
                back.change(&*link.to, |to| to.push(&*entry.id));
            }
        }
        let mut ids = reach(&onward, &starts);
        ids.extend(reach(&back, &starts).iter().copied());
        Self {
            selected: Some(&chosen.id),
            ids,
            found: None,
        }
    }

    /// The strongest emphasis that any of these ids has.
    pub(crate) fn of<'b>(&self, ids: impl Iterator<Item = &'b str>) -> Emphasis {
        let mut ids = ids;
        let Some(selected) = self.selected else {
            let is_found = |found: &Set<&str>| ids.any(|id| found.contains(id));
            return match self.found.as_ref().is_none_or(is_found) {
                true => Emphasis::Normal,
                false => Emphasis::Dim,
            };
        };
        let one = |id: &str| match id {
            id if id == selected => Emphasis::Selected,
            id if self.ids.contains(id) => Emphasis::Chain,
            _ => Emphasis::Dim,
        };
        ids.map(one).max().unwrap_or(Emphasis::Dim)
    }

    /// Emphasis of a line between two things: it belongs to the chain if both ends do.
    pub(crate) fn between(&self, one: Emphasis, other: Emphasis) -> Emphasis {
        match (self.selected, one.min(other)) {
            (_, Emphasis::Dim) => Emphasis::Dim,
            (None, _) => Emphasis::Normal,
            _ => Emphasis::Chain,
        }
    }
}

fn reach<'a>(links: &Map<&'a str, Vec<&'a str>>, from: &[&'a str]) -> Set<&'a str> {
    let mut open = from.to_vec();
    let mut reached = Set::new();
    reached.extend(from.iter().copied());
    while let Some(id) = open.pop() {
        for next in links.get(id).into_iter().flatten() {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    reached
}
