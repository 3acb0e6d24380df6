//! Periods that belong together: the editions of a document, the holders of an office.

use super::super::from_plan::level_colour;
use super::super::words;
use super::input::{BandInput, BandLaneInput};
use super::phrase;
use crate::calendar::{Entry, EntryKind};
use crate::document::{Coverage, DocumentKind, OfficeRole, Text};
use crate::map::Map;
use crate::order::Order;
use crate::plan::{CourseKind, Plan};
use crate::text::kind_plural;
use crate::time::{DateRange, Lang};

/// What two families must share to stand on one lane as one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    Document(DocumentKind),
    Post,
    /// Role and title.
    Office(OfficeRole, String),
    /// Its own thing: assignments and goals.
    Alone(String),
}

/// The periods of one document, office, post, assignment or goal.
#[derive(Clone, Debug)]
pub(crate) struct Family<'a> {
    pub(crate) kind: EntryKind,
    pub(crate) likeness: Likeness,
    /// What it is called without its period, and with its body.
    pub(crate) title: String,
    pub(crate) full_title: String,
    pub(crate) level: usize,
    /// True for a period of its own rather than a row of editions.
    pub(crate) single: bool,
    pub(crate) entries: Vec<&'a Entry>,
    /// Its place among the plan's documents and posts, or offices.
    pub(crate) order: usize,
    /// Families that are the same but for their bodies, this one among them.
    pub(crate) count: usize,
}

/// What every lane is made for.
pub(crate) struct Shelf<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) turn: DateRange,
    pub(crate) holders: Vec<&'a Text>,
    pub(crate) lang: Lang,
}

/// The families of a calendar's periods, in the plan's order.
pub(crate) fn families<'a>(plan: &Plan, entries: &'a [Entry], lang: Lang) -> Vec<Family<'a>> {
    let mut places: Map<(EntryKind, &str), usize> = Map::new();
    let mut families: Vec<Family<'a>> = Vec::new();
    for entry in entries.iter().filter(|entry| entry.kind.is_period()) {
        let id = entry.id.split('/').next().unwrap_or(&entry.id);
        match places
            .get(&(entry.kind, id))
            .and_then(|place| families.get_mut(*place))
        {
            Some(family) => family.entries.push(entry),
            None => {
                places.insert((entry.kind, id), families.len());
                families.push(family(plan, entry, id, lang));
            }
        }
    }
    families.order_by_key(|family| (family.kind, family.order));
    families
}

fn family<'a>(plan: &Plan, entry: &'a Entry, id: &str, lang: Lang) -> Family<'a> {
    let title = entry.title.get(lang).to_owned();
    let mut family = Family {
        kind: entry.kind,
        likeness: Likeness::Alone(id.to_owned()),
        full_title: title.clone(),
        title,
        level: entry
            .level
            .map_or(plan.levels().len(), |level| level.index()),
        single: true,
        entries: vec![entry],
        order: 0,
        count: 1,
    };
    let mut courses = plan.courses().iter().enumerate();
    let mut offices = plan.offices().iter().enumerate();
    if let Some((order, course)) = courses.find(|(_, course)| course.id() == id) {
        family.order = order;
        family.likeness = match course.kind() {
            CourseKind::Document(kind) => Likeness::Document(kind),
            CourseKind::Post => Likeness::Post,
        };
        family.title = course.title().get(lang).to_owned();
        family.full_title.clone_from(&family.title);
        family.single = matches!(course.coverage(), Coverage::Period(_));
    } else if let Some((order, office)) = offices.find(|(_, office)| office.id() == id) {
        family.order = order;
        let (title, body) = (office.title().get(lang), plan.body(office.body()).short());
        family.likeness = Likeness::Office(office.spec().role, title.to_owned());
        family.title = title.to_owned();
        family.full_title = format!("{title} {}", body.get(lang));
        family.single = false;
    }
    family
}

/// Puts together what is the same but for its body: same kind, level, days and holders.
pub(crate) fn merged(families: Vec<Family<'_>>, lang: Lang) -> Vec<Family<'_>> {
    let mut merged: Vec<Family<'_>> = Vec::new();
    for family in families {
        match merged.iter_mut().find(|other| is_same(other, &family)) {
            Some(other) => {
                other.title = match common(&other.title, &family.title) {
                    same if same.is_empty() => kind_plural(family.kind, lang).to_owned(),
                    same => same,
                };
                other.full_title.clone_from(&other.title);
                other.entries.extend(family.entries);
                other.count += 1;
            }
            None => merged.push(family),
        }
    }
    merged
}

fn is_same(one: &Family<'_>, other: &Family<'_>) -> bool {
    let periods = |family: &Family<'_>| {
        let mut periods: Vec<(DateRange, Option<Text>)> = Vec::new();
        for entry in &family.entries {
            let period = (entry.range(), entry.holder.clone());
            if !periods.contains(&period) {
                periods.push(period);
            }
        }
        periods.order_by_key(|(range, _)| *range);
        periods
    };
    (one.kind, &one.likeness, one.level, one.single)
        == (other.kind, &other.likeness, other.level, other.single)
        && periods(one) == periods(other)
}

/// The words with which two titles begin.
fn common(one: &str, other: &str) -> String {
    let same = one
        .split(' ')
        .zip(other.split(' '))
        .take_while(|(a, b)| a == b);
    let words: Vec<&str> = same.map(|(word, _)| word).collect();
    words
        .join(" ")
        .trim_end_matches([',', ':', '·', '–', '-', ' '])
        .to_owned()
}

impl Family<'_> {
    /// "Ordförande NSO", "Årshjul (5)".
    pub(crate) fn label(&self) -> String {
        match self.count {
            1 => self.full_title.clone(),
            count => format!("{} ({count})", self.title),
        }
    }

    /// Days covered by its longest period: what reaches furthest stands furthest out.
    pub(crate) fn reach(&self) -> i64 {
        let days = self.entries.iter().map(|entry| entry.range().days());
        days.max().unwrap_or_default()
    }

    fn bands(&self, holders: &[&Text], turn: DateRange, lang: Lang) -> Vec<BandInput> {
        let mut ranges: Vec<DateRange> = self.entries.iter().map(|entry| entry.range()).collect();
        ranges.order();
        ranges.dedup();
        let mut bands = Vec::new();
        for range in ranges {
            let own: Vec<&&Entry> = self
                .entries
                .iter()
                .filter(|entry| entry.range() == range)
                .collect();
            let holder = own.first().and_then(|entry| entry.holder.as_ref());
            let shade = match holder {
                Some(holder) => shade_of(holder, holders),
                None => self.shade(),
            };
            bands.push(BandInput {
                range,
                items: own
                    .iter()
                    .map(|entry| words::item_with_holder(entry, lang))
                    .collect(),
                texts: self.texts(range, holder, turn, lang),
                shade,
            });
        }
        bands
    }

    /// What covers several years stands out; what is made anew each year, or has no known holder,
    /// is light.
    fn shade(&self) -> u8 {
        let long = self.reach() > 366 && self.kind != EntryKind::Office && !self.single;
        u8::from(!long)
    }

    fn texts(
        &self,
        range: DateRange,
        holder: Option<&Text>,
        turn: DateRange,
        lang: Lang,
    ) -> Vec<String> {
        let label = self.label();
        let when = phrase::span(range, turn, lang);
        match holder {
            Some(holder) => {
                let holder = holder.get(lang).to_owned();
                vec![
                    format!("{label}: {holder}"),
                    format!("{}: {holder}", self.title),
                    holder,
                ]
            }
            None if self.kind == EntryKind::Assignment || self.kind == EntryKind::Goal => {
                vec![label]
            }
            None => vec![
                format!("{label} {when}"),
                format!("{} {when}", self.title),
                when,
            ],
        }
    }

    pub(crate) fn lane(&self, group: usize, shelf: &Shelf<'_>) -> BandLaneInput {
        BandLaneInput {
            label: self.label(),
            group,
            level: self.level,
            colour: level_colour(shelf.plan, self.level),
            bands: self.bands(&shelf.holders, shelf.turn, shelf.lang),
            counted: false,
        }
    }
}

/// Everyone who holds an office, in the order in which the plan comes to them: each has one shade on every lane.
pub(crate) fn holders<'a>(families: &[Family<'a>]) -> Vec<&'a Text> {
    let mut holders: Vec<&'a Text> = Vec::new();
    let entries = families.iter().flat_map(|family| &family.entries);
    for holder in entries.filter_map(|entry| entry.holder.as_ref()) {
        if !holders.contains(&holder) {
            holders.push(holder);
        }
    }
    holders
}

fn shade_of(holder: &Text, holders: &[&Text]) -> u8 {
    let place = holders.iter().position(|other| *other == holder);
    place
        .and_then(|place| u8::try_from(place).ok())
        .unwrap_or(u8::MAX)
}
