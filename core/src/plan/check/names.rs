//! Ids and references: who is called what, and whether a name leads somewhere.

use crate::document::{Catalogue, Cite, PlanDocument};
use crate::error::{ProblemKind, Problems, Reference, suggest};
use crate::map::Map;
use crate::plan::{BodyId, LevelId, PrincipalId};
use crate::time::Day;

/// The document, what is wrong with it so far, and its names.
pub(super) struct Checker<'a> {
    pub(super) document: &'a PlanDocument,
    pub(super) catalogue: &'a Catalogue,
    pub(super) problems: Problems,
    /// Every id with the path of its first use.
    ids: Map<&'a str, String>,
    pub(super) levels: Map<String, LevelId>,
    pub(super) principals: Map<&'a str, PrincipalId>,
    pub(super) sides: Map<&'a str, Vec<PrincipalId>>,
    /// Written body ids, and the numbered ids of like bodies.
    pub(super) bodies: Map<String, Vec<BodyId>>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(document: &'a PlanDocument, catalogue: &'a Catalogue) -> Self {
        Self {
            document,
            catalogue,
            problems: Problems::default(),
            ids: Map::new(),
            levels: Map::new(),
            principals: Map::new(),
            sides: Map::new(),
            bodies: Map::new(),
        }
    }

    pub(super) fn problem(&mut self, path: &str, kind: ProblemKind) {
        self.problems.push(path, kind);
    }

    /// Notes every id of the plan; entries are named by them, so each must be its own.
    pub(super) fn collect_ids(&mut self) {
        let document = self.document;
        // Entries of elections are called so: no part may take their name.
        self.ids.insert("election", "/mandate".to_owned());
        self.id("", &document.id);
        macro_rules! list {
            ($($name:literal: $items:expr),+ $(,)?) => {$(
                for (index, item) in $items.iter().enumerate() {
                    self.id(&format!("/{}/{index}", $name), &item.id);
                }
            )+};
        }
        list! {
            "sources": document.sources, "notes": document.notes, "levels": document.levels,
            "principals": document.principals, "sides": document.sides,
            "calendar/terms": document.calendar.terms, "calendar/breaks": document.calendar.breaks,
            "bodies": document.bodies, "offices": document.offices, "meetings": document.meetings,
            "processes": document.processes, "documents": document.documents, "reports": document.reports,
            "assignment_forms": document.assignment_forms, "assignments": document.assignments,
            "goals": document.goals, "posts": document.posts, "activities": document.activities,
            "backgrounds": document.backgrounds,
        }
    }

    fn id(&mut self, at: &str, id: &'a str) {
        let path = format!("{at}/id");
        if !is_slug(id) {
            self.problem(&path, ProblemKind::BadId(id.to_owned()));
        } else if let Some(first) = self.ids.get(id) {
            let first = first.clone();
            self.duplicate(&path, id, first);
        } else {
            self.ids.insert(id, path);
        }
    }

    /// Where a written id was first used.
    pub(super) fn first_use(&self, id: &str) -> Option<String> {
        self.ids.get(id).cloned()
    }

    /// A reference to any part of the plan.
    pub(super) fn part(&mut self, path: &str, id: &str) {
        if !self.ids.contains_key(id) && !self.bodies.contains_key(id) {
            let suggestion = suggest(id, self.ids.keys().copied());
            self.unknown(path, Reference::Part, id, suggestion);
        }
    }

    pub(super) fn unknown(
        &mut self,
        path: &str,
        what: Reference,
        id: &str,
        suggestion: Option<String>,
    ) {
        self.problem(
            path,
            ProblemKind::UnknownReference {
                what,
                id: id.to_owned(),
                suggestion,
            },
        );
    }

    /// The bodies that an id means: one, or all like bodies.
    pub(super) fn body_group(&mut self, path: &str, id: &str) -> Vec<BodyId> {
        match self.bodies.get(id) {
            Some(bodies) => bodies.clone(),
            None => {
                let suggestion = suggest(id, self.bodies.keys().map(String::as_str));
                self.unknown(path, Reference::Body, id, suggestion);
                Vec::new()
            }
        }
    }

    /// Exactly one body: a group of several like bodies is a problem here.
    pub(super) fn one_body(&mut self, path: &str, id: &str) -> Option<BodyId> {
        let group = self.body_group(path, id);
        if group.len() > 1 {
            let first = format!("{id}-1");
            self.unknown(path, Reference::Body, id, Some(first));
            return None;
        }
        group.first().copied()
    }

    pub(super) fn optional_body(&mut self, path: &str, id: Option<&str>) -> Option<BodyId> {
        id.and_then(|id| self.one_body(path, id))
    }

    /// All bodies of a list, each once; an empty list is a problem when `needed`.
    pub(super) fn body_list(&mut self, path: &str, ids: &[String], needed: bool) -> Vec<BodyId> {
        if ids.is_empty() && needed {
            self.problem(path, ProblemKind::Empty);
        }
        let mut all = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            for body in self.body_group(&format!("{path}/{index}"), id) {
                if !all.contains(&body) {
                    all.push(body);
                }
            }
        }
        all
    }

    /// True when a list names like bodies: what is written for them has one id each, however many there are.
    pub(super) fn any_like(&self, ids: &[String]) -> bool {
        let like = |id: &String| {
            self.document
                .bodies
                .iter()
                .any(|body| &body.id == id && body.like.is_some())
        };
        ids.iter().any(like)
    }

    /// The principals that an id means: one, or those of a side.
    pub(super) fn principal_group(&mut self, path: &str, id: &str) -> Vec<PrincipalId> {
        if let Some(principal) = self.principals.get(id) {
            return vec![*principal];
        }
        if let Some(side) = self.sides.get(id) {
            return side.clone();
        }
        let known = self.principals.keys().chain(self.sides.keys()).copied();
        let suggestion = suggest(id, known);
        self.unknown(path, Reference::SideOrPrincipal, id, suggestion);
        Vec::new()
    }

    /// Citations must name a source of the plan.
    pub(super) fn cites(&mut self, path: &str, cites: &[Cite]) {
        let document = self.document;
        for (index, cite) in cites.iter().enumerate() {
            if !document
                .sources
                .iter()
                .any(|source| source.id == cite.source)
            {
                let suggestion = suggest(
                    &cite.source,
                    document.sources.iter().map(|source| source.id.as_str()),
                );
                self.unknown(
                    &format!("{path}/cite/{index}/source"),
                    Reference::Source,
                    &cite.source,
                    suggestion,
                );
            }
        }
    }

    /// A last day must not come before the first.
    pub(super) fn span(&mut self, path: &str, from: Option<Day>, until: Option<Day>) {
        if let (Some(from), Some(until)) = (from, until)
            && until.0 < from.0
        {
            self.problem(path, ProblemKind::EndsBeforeStart);
        }
    }

    /// Addresses are shown as links: only those that open a page or a letter.
    pub(super) fn link(&mut self, path: &str, link: Option<&str>) {
        if let Some(link) = link {
            let lower = link.trim().to_ascii_lowercase();
            if !["https://", "http://", "mailto:"]
                .iter()
                .any(|scheme| lower.starts_with(scheme))
            {
                self.problem(
                    &format!("{path}/link"),
                    ProblemKind::BadLink(link.to_owned()),
                );
            }
        }
    }
}

/// Lower-case letters, digits and hyphens, starting with a letter or digit.
pub(super) fn is_slug(id: &str) -> bool {
    id.len() <= 64
        && id.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
