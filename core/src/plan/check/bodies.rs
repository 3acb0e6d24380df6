//! Levels, principals, sides and bodies.

use super::names::Checker;
use crate::document::{self, Text};
use crate::error::{ProblemKind, Reference, suggest};
use crate::order::Order;
use crate::plan::{Body, BodyId, Level, LevelId, Principal, PrincipalId, Seat, Side};

impl Checker<'_> {
    /// The plan's levels, or the usual four.
    pub(super) fn levels(&mut self) -> Vec<Level> {
        let written = &self.document.levels;
        for (index, level) in written.iter().enumerate() {
            let path = format!("/levels/{index}");
            self.cites(&path, &level.cite);
            self.colour(&path, level.colour.as_deref());
            if let (Some(min), Some(max)) = (level.horizon_min_years, level.horizon_max_years)
                && min > max
            {
                self.problem(
                    &path,
                    ProblemKind::ImpossibleCount {
                        min: min.into(),
                        max: max.into(),
                        target: None,
                    },
                );
            }
        }
        let specs = if written.is_empty() {
            usual_levels()
        } else {
            written.clone()
        };
        self.levels.extend(
            specs
                .iter()
                .enumerate()
                .filter_map(|(index, level)| Some((level.id.clone(), LevelId::at(index)?))),
        );
        specs.into_iter().map(|spec| Level { spec }).collect()
    }

    pub(super) fn colour(&mut self, path: &str, colour: Option<&str>) {
        if let Some(colour) = colour {
            let hex = colour.strip_prefix('#').unwrap_or_default();
            if hex.len() != 6 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                self.problem(
                    &format!("{path}/colour"),
                    ProblemKind::BadColour(colour.to_owned()),
                );
            }
        }
    }

    pub(super) fn principals(&mut self) -> (Vec<Principal>, Vec<Side>) {
        let document = self.document;
        self.principals
            .extend(
                document
                    .principals
                    .iter()
                    .enumerate()
                    .filter_map(|(index, principal)| {
                        Some((principal.id.as_str(), PrincipalId::at(index)?))
                    }),
            );
        let mut sides = Vec::with_capacity(document.sides.len());
        for (index, side) in document.sides.iter().enumerate() {
            let path = format!("/sides/{index}/principals");
            if side.principals.is_empty() {
                self.problem(&path, ProblemKind::Empty);
            }
            let mut members = Vec::new();
            for (at, id) in side.principals.iter().enumerate() {
                match self.principals.get(id.as_str()) {
                    Some(principal) => members.push(*principal),
                    None => {
                        let suggestion = suggest(id, self.principals.keys().copied());
                        self.unknown(
                            &format!("{path}/{at}"),
                            Reference::Principal,
                            id,
                            suggestion,
                        );
                    }
                }
            }
            self.sides.insert(&side.id, members.clone());
            sides.push(Side {
                id: side.id.clone(),
                title: side.title.clone(),
                principals: members,
            });
        }
        let principals = document
            .principals
            .iter()
            .map(|spec| Principal { spec: spec.clone() })
            .collect();
        (principals, sides)
    }

    /// Bodies, with like bodies written out.
    pub(super) fn bodies(&mut self) -> Vec<Body> {
        self.name_bodies();
        let mut bodies = Vec::new();
        for (index, spec) in self.document.bodies.iter().enumerate() {
            let path = format!("/bodies/{index}");
            let frame = self.body(&path, spec);
            let Some(frame) = frame else { continue };
            match &spec.like {
                None => bodies.push(frame),
                Some(like) => bodies.extend(
                    (0..usize::from(like.count)).map(|number| numbered(&frame, like, number)),
                ),
            }
        }
        self.share_both_ways(&mut bodies);
        bodies
    }

    /// Gives every body its place before any reference is resolved.
    fn name_bodies(&mut self) {
        let mut next = 0;
        for (index, spec) in self.document.bodies.iter().enumerate() {
            let count = match &spec.like {
                None => 1,
                Some(like) if (1..=99).contains(&like.count) => usize::from(like.count),
                Some(_) => {
                    self.problem(
                        &format!("/bodies/{index}/like/count"),
                        ProblemKind::OutOfRange { min: 1, max: 99 },
                    );
                    continue;
                }
            };
            let ids: Vec<BodyId> = (next..next + count).filter_map(BodyId::at).collect();
            next += count;
            if spec.like.is_some() {
                for (number, id) in ids.iter().enumerate() {
                    self.bodies
                        .insert(format!("{}-{}", spec.id, number + 1), vec![*id]);
                }
            }
            self.bodies.insert(spec.id.clone(), ids);
        }
    }

    fn body(&mut self, path: &str, spec: &document::Body) -> Option<Body> {
        self.cites(path, &spec.cite);
        self.colour(path, spec.colour.as_deref());
        self.span(&format!("{path}/until"), spec.from, spec.until);
        if let Some(size) = &spec.size {
            self.cites(&format!("{path}/size"), &size.cite);
            if size.min > size.max || size.max == 0 {
                let kind = ProblemKind::ImpossibleCount {
                    min: size.min.into(),
                    max: size.max.into(),
                    target: None,
                };
                self.problem(&format!("{path}/size"), kind);
            }
        }
        if let Some(quorum) = &spec.quorum {
            self.cites(&format!("{path}/quorum"), &quorum.cite);
        }
        let parent = self.optional_body(&format!("{path}/parent"), spec.parent.as_deref());
        let shares = self.body_list(
            &format!("{path}/shares_seats_with"),
            &spec.shares_seats_with,
            false,
        );
        let seats = self.seats(path, &spec.seats);
        let level = match self.levels.get(&spec.level) {
            Some(level) => *level,
            None => {
                let suggestion = suggest(&spec.level, self.levels.keys().map(String::as_str));
                self.unknown(
                    &format!("{path}/level"),
                    Reference::Level,
                    &spec.level,
                    suggestion,
                );
                return None;
            }
        };
        Some(Body {
            id: spec.id.clone(),
            name: spec.name.clone(),
            short: spec.short.clone().unwrap_or_else(|| spec.name.clone()),
            level,
            parent,
            shares: shares
                .into_iter()
                .chain(seats.iter().filter_map(Seat::from_body))
                .collect(),
            seats,
            spec: spec.clone(),
            path: path.to_owned(),
        })
    }

    /// Sharing people is mutual, and a body does not share with itself.
    fn share_both_ways(&self, bodies: &mut [Body]) {
        let pairs: Vec<(usize, usize)> = bodies
            .iter()
            .enumerate()
            .flat_map(|(index, body)| body.shares.iter().map(move |other| (index, other.index())))
            .collect();
        for body in bodies.iter_mut() {
            body.shares.clear();
        }
        for (one, other) in pairs.into_iter().filter(|(one, other)| one != other) {
            for (from, to) in [(one, other), (other, one)] {
                if let (Some(body), Some(id)) = (bodies.get_mut(from), BodyId::at(to))
                    && !body.shares.contains(&id)
                {
                    body.shares.push(id);
                }
            }
        }
        for body in bodies.iter_mut() {
            body.shares.order();
        }
    }
}

/// One of several like bodies.
fn numbered(frame: &Body, like: &document::Like, number: usize) -> Body {
    let name = like
        .names
        .get(number)
        .cloned()
        .unwrap_or_else(|| count_up(&frame.name, number));
    let short = like.short.get(number).cloned().unwrap_or_else(|| {
        like.names
            .get(number)
            .cloned()
            .unwrap_or_else(|| count_up(&frame.short, number))
    });
    Body {
        id: format!("{}-{}", frame.id, number + 1),
        name,
        short,
        ..frame.clone()
    }
}

fn count_up(text: &Text, number: usize) -> Text {
    Text::compose(|lang| format!("{} {}", text.get(lang), number + 1))
}

/// Political, strategic, tactical and operational.
fn usual_levels() -> Vec<document::Level> {
    [
        ("political", "Politisk", "Political"),
        ("strategic", "Strategisk", "Strategic"),
        ("tactical", "Taktisk", "Tactical"),
        ("operational", "Operativ", "Operational"),
    ]
    .into_iter()
    .map(|(id, swedish, english)| document::Level {
        id: id.into(),
        title: Text::both(swedish, english),
        horizon_min_years: None,
        horizon_max_years: None,
        colour: None,
        cite: Vec::new(),
        choice: None,
    })
    .collect()
}
