//! Published years: each day names a meeting of the plan, and none is named twice.

use super::names::Checker;
use crate::document::PublishedYear;
use crate::error::{ProblemKind, Reference, suggest};
use crate::map::{Map, Set};
use crate::plan::Series;

impl Checker<'_> {
    /// Published years and their days.
    pub(super) fn publications(&mut self, series: &[Series]) {
        let mut known = Set::new();
        known.extend(series.iter().map(|one| one.id.as_str()));
        let mut years: Map<i32, String> = Map::new();
        let mut ids: Map<&str, String> = Map::new();
        let published = &self.document.published;
        for (index, year) in published.iter().enumerate() {
            let path = format!("/published/{index}");
            self.published_year(&path, year, &mut years);
            for (at, day) in year.days.iter().enumerate() {
                let place = format!("{path}/days/{at}/id");
                let mut parts = day.id.split('/');
                match (parts.next(), parts.count()) {
                    (Some(id), 2) => self.published_series(&place, id, &known),
                    _ => self.problem(&place, ProblemKind::BadOccurrence(day.id.clone())),
                }
                match ids.get(day.id.as_str()) {
                    Some(first) => self.duplicate(&place, &day.id, first.clone()),
                    None => {
                        ids.insert(&day.id, place);
                    }
                }
            }
        }
    }

    fn published_year(&mut self, path: &str, year: &PublishedYear, years: &mut Map<i32, String>) {
        let path = format!("{path}/year");
        self.year(&path, year.year);
        match years.get(&year.year) {
            Some(first) => self.duplicate(&path, &year.year.to_string(), first.clone()),
            None => {
                years.insert(year.year, path);
            }
        }
    }

    /// The series of a published day.
    fn published_series(&mut self, path: &str, id: &str, known: &Set<&str>) {
        if known.contains(id) || self.is_unmade(id, known) {
            return;
        }
        // Written for several bodies, a series has one id for each: the first is named.
        let of_body = known.iter().find(|one| is_made_from(one, id));
        let suggestion = match of_body {
            Some(one) => Some((*one).to_owned()),
            None => suggest(id, known.iter().copied()),
        };
        self.unknown(path, Reference::Series, id, suggestion);
    }

    /// True for a series that is written but was not made: what is wrong with it has been said.
    fn is_unmade(&self, id: &str, known: &Set<&str>) -> bool {
        let unmade = |written: &str| {
            let mut made = known.iter();
            !made.any(|one| *one == written || is_made_from(one, written))
        };
        let written = self.document.meetings.iter().map(|spec| spec.id.as_str());
        let mut of = written.filter(|written| id == *written || is_made_from(id, written));
        of.any(unmade)
    }
}

/// True for the id of one body's series, such as `meetings-board`, made from `meetings`.
fn is_made_from(id: &str, written: &str) -> bool {
    id.strip_prefix(written)
        .is_some_and(|rest| rest.starts_with('-'))
}
