//! Parts of one pattern, to be changed at once.

use crate::document::{Body, DayFinding, MeetingSeries, PlanDocument};
use std::mem::discriminant;

/// Paths of the parts like the one at a path, that one among them: bodies of the same level under
/// the same body, and series of such bodies that count and find their days in the same way. With
/// [`super::Action::SetAll`] all county groups get a new number of meetings in one step.
///
/// The path may lead on into the part; so do the paths that are given. What has no like is given
/// alone.
///
/// # Example
/// ```
/// use planning_wheel::document::parse;
/// use planning_wheel::session::alike;
/// let text = br#"{ "format": "planning-wheel/1", "id": "nso", "title": "NSO", "first_year": 2026,
///   "bodies": [
///     { "id": "board", "name": "Styrelsen", "level": "political" },
///     { "id": "north", "name": "Nord", "level": "tactical", "parent": "board" },
///     { "id": "south", "name": "Syd", "level": "tactical", "parent": "board" }] }"#;
/// let document = parse(text).unwrap().document;
/// assert_eq!(alike(&document, "/bodies/north/size"), ["/bodies/north/size", "/bodies/south/size"]);
/// assert_eq!(alike(&document, "/bodies/board"), ["/bodies/board"]);
/// ```
#[must_use]
pub fn alike(document: &PlanDocument, path: &str) -> Vec<String> {
    let mut steps = path.splitn(4, '/').skip(1);
    let (list, part, rest) = (steps.next(), steps.next(), steps.next());
    let ids: Vec<&String> = match (list, part) {
        (Some("bodies"), Some(part)) => {
            let like = body(document, part);
            let all = document.bodies.iter();
            all.filter(|one| like.is_some_and(|like| same_kind(like, one)))
                .map(|one| &one.id)
                .collect()
        }
        (Some("meetings"), Some(part)) => {
            let like = at(&document.meetings, part, |series| &series.id);
            let all = document.meetings.iter();
            all.filter(|one| like.is_some_and(|like| same_pattern(document, like, one)))
                .map(|one| &one.id)
                .collect()
        }
        _ => Vec::new(),
    };
    if ids.is_empty() {
        return vec![path.to_owned()];
    }
    let list = list.unwrap_or_default();
    let rest = rest.map_or_else(String::new, |rest| format!("/{rest}"));
    let path = |id: &String| format!("/{list}/{id}{rest}");
    ids.into_iter().map(path).collect()
}

/// The element that a step of a path means: by its number, or else by its id.
fn at<'a, T>(list: &'a [T], step: &str, id: fn(&T) -> &String) -> Option<&'a T> {
    let number = step.parse::<usize>().ok().and_then(|at| list.get(at));
    number.or_else(|| list.iter().find(|one| id(one) == step))
}

fn body<'a>(document: &'a PlanDocument, step: &str) -> Option<&'a Body> {
    at(&document.bodies, step, |body| &body.id)
}

fn same_kind(one: &Body, other: &Body) -> bool {
    one.level == other.level && one.parent == other.parent && one.meets == other.meets
}

fn same_pattern(document: &PlanDocument, one: &MeetingSeries, other: &MeetingSeries) -> bool {
    let mut pairs = one.bodies.iter().zip(&other.bodies);
    let same_bodies = pairs.all(|(one, other)| {
        let both = body(document, one).zip(body(document, other));
        one == other || both.is_some_and(|(one, other)| same_kind(one, other))
    });
    let way = |series: &MeetingSeries| {
        let on_demand = series.count.on_demand;
        (
            discriminant::<DayFinding>(&series.days),
            series.count.per,
            on_demand,
            series.joint,
        )
    };
    same_bodies && one.bodies.len() == other.bodies.len() && way(one) == way(other)
}
