//! Meeting series: counts, day finding, deadlines and edits.

use super::names::{Checker, is_slug};
use crate::document::{Count, DayFinding, MeetingDeadline, MeetingSeries, Text};
use crate::error::{ProblemKind, Reference, suggest};
use crate::map::Map;
use crate::plan::{Body, BodyId, Series, SeriesId, Window};

/// Most meetings in one period: one a week, for a whole mandate period of five years.
const MOST_MEETINGS: u32 = 255;

/// A written series and the series that it became.
type Names = Map<String, Vec<SeriesId>>;

impl Checker<'_> {
    /// Series, with those of several bodies written out.
    pub(super) fn series(&mut self, bodies: &[Body]) -> Vec<Series> {
        let document = self.document;
        let mut series: Vec<Series> = Vec::new();
        let mut names = Names::new();
        for (index, spec) in document.meetings.iter().enumerate() {
            let path = format!("/meetings/{index}");
            let members = self.body_list(&format!("{path}/bodies"), &spec.bodies, true);
            self.series_parts(&path, spec);
            self.edits(&path, spec, &members);
            let preparation = spec.preparation.as_ref().and_then(|preparation| {
                self.one_body(&format!("{path}/preparation/body"), &preparation.body)
            });
            let groups: Vec<Vec<BodyId>> = if spec.joint {
                vec![members]
            } else {
                members.into_iter().map(|body| vec![body]).collect()
            };
            let several = groups.len() > 1 || (!spec.joint && self.any_like(&spec.bodies));
            for group in groups {
                let Some(id) = SeriesId::at(series.len()) else {
                    continue;
                };
                names.change(spec.id.clone(), |list| list.push(id));
                series.push(Series {
                    id: series_id(spec, &group, several, bodies),
                    title: series_title(spec, &group, bodies),
                    bodies: group,
                    windows: Vec::new(),
                    preparation,
                    continues: None,
                    beside: None,
                    clashes: Vec::new(),
                    joint: Vec::new(),
                    spec: spec.clone(),
                    path: path.clone(),
                });
            }
        }
        if self.too_many("/meetings", series.len(), super::limits::PARTS) {
            return Vec::new();
        }
        for one in &series {
            names.change(one.id.clone(), |_| ());
        }
        for (index, one) in series.iter().enumerate() {
            if let (Some(list), Some(id)) = (names.get_mut(&one.id), SeriesId::at(index))
                && list.is_empty()
            {
                list.push(id);
            }
        }
        self.resolve_series(&mut series, &names, bodies);
        series
    }

    /// Everything inside a series that needs no other series.
    fn series_parts(&mut self, path: &str, spec: &MeetingSeries) {
        self.cites(path, &spec.cite);
        self.link(path, spec.link.as_deref());
        self.count(&format!("{path}/count"), &spec.count);
        self.years(path, spec.from_year, spec.until_year);
        for (index, item) in spec.standing_items.iter().enumerate() {
            let path = format!("{path}/standing_items/{index}");
            self.cites(&path, &item.cite);
            if let Some(body) = &item.from_body {
                self.body_group(&format!("{path}/from_body"), body);
            }
        }
        self.deadlines(path, &spec.deadlines);
        if let Some(preparation) = &spec.preparation {
            self.reserved_name(path, &spec.deadlines);
            self.cites(&format!("{path}/preparation"), &preparation.cite);
            for (field, id) in [
                ("after", &preparation.after),
                ("before", &preparation.before),
            ] {
                if let Some(id) = id {
                    self.deadline(&format!("{path}/preparation/{field}"), id, &spec.deadlines);
                }
            }
        }
    }

    fn count(&mut self, path: &str, count: &Count) {
        let min = u32::from(count.min.unwrap_or(0));
        let max = u32::from(count.max.unwrap_or(u8::MAX));
        let target = count.target.map(u32::from);
        if min > max || target.is_some_and(|target| target < min || target > max) {
            self.problem(path, ProblemKind::ImpossibleCount { min, max, target });
        }
        if count.min.is_none() && count.max.is_none() && count.target.is_none() && !count.on_demand
        {
            self.problem(path, ProblemKind::MissingField("min".into()));
        }
        let most = min.max(target.unwrap_or(0));
        let limit = match count.per {
            crate::document::CountPer::Year => 104,
            crate::document::CountPer::Term => 52,
            crate::document::CountPer::MandatePeriod => MOST_MEETINGS,
        };
        if most > limit {
            self.problem(path, ProblemKind::TooManyMeetings { count: most, limit });
        }
    }

    /// A deadline called `preparation` would have the preparation's entry id.
    fn reserved_name(&mut self, path: &str, deadlines: &[MeetingDeadline]) {
        if let Some(at) = deadlines
            .iter()
            .position(|deadline| deadline.id == "preparation")
        {
            let kind = ProblemKind::DuplicateId {
                id: "preparation".into(),
                first: format!("{path}/preparation"),
            };
            self.problem(&format!("{path}/deadlines/{at}/id"), kind);
        }
    }

    fn deadlines(&mut self, path: &str, deadlines: &[MeetingDeadline]) {
        for (index, deadline) in deadlines.iter().enumerate() {
            let at = format!("{path}/deadlines/{index}");
            self.cites(&at, &deadline.cite);
            if !is_slug(&deadline.id) {
                self.problem(&format!("{at}/id"), ProblemKind::BadId(deadline.id.clone()));
            }
            if let Some(first) = deadlines
                .iter()
                .take(index)
                .position(|other| other.id == deadline.id)
            {
                let first = format!("{path}/deadlines/{first}/id");
                self.problem(
                    &format!("{at}/id"),
                    ProblemKind::DuplicateId {
                        id: deadline.id.clone(),
                        first,
                    },
                );
            }
            if let Some(of) = &deadline.of {
                self.deadline(&format!("{at}/of"), of, deadlines);
            }
            let chain = deadline_chain(deadline, deadlines);
            if chain.len() > deadlines.len() {
                self.problem(&format!("{at}/of"), ProblemKind::Circle(chain));
            }
        }
    }

    fn deadline(&mut self, path: &str, id: &str, deadlines: &[MeetingDeadline]) {
        if !deadlines.iter().any(|deadline| deadline.id == id) {
            let suggestion = suggest(id, deadlines.iter().map(|deadline| deadline.id.as_str()));
            self.unknown(path, Reference::Deadline, id, suggestion);
        }
    }

    /// References between series, and which may not meet at the same time.
    fn resolve_series(&mut self, series: &mut [Series], names: &Names, bodies: &[Body]) {
        for index in 0..series.len() {
            let Some((spec, path, own)) = series
                .get(index)
                .map(|one| (one.spec.clone(), one.path.clone(), one.bodies.clone()))
            else {
                continue;
            };
            let windows = self.windows(&path, &spec, names);
            let continues = spec
                .continues
                .as_ref()
                .and_then(|id| self.series_ref(&format!("{path}/continues"), id, names));
            let beside = match &spec.days {
                DayFinding::Beside(beside) => {
                    self.series_ref(&format!("{path}/days/beside/series"), &beside.series, names)
                }
                _ => None,
            };
            let joint = series
                .iter()
                .enumerate()
                .filter(|(_, other)| other.spec.joint && !spec.joint && !spec.count.without_joint)
                .filter(|(_, other)| own.iter().any(|body| other.bodies.contains(body)))
                .filter_map(|(at, _)| SeriesId::at(at))
                .collect();
            if let Some(one) = series.get_mut(index) {
                one.windows = windows;
                one.continues = continues;
                one.beside = beside;
                one.joint = joint;
            }
        }
        let clashes: Vec<Vec<SeriesId>> = (0..series.len())
            .map(|index| {
                (0..series.len())
                    .filter(|other| {
                        *other != index && meet_same_people(series, index, *other, bodies)
                    })
                    .filter_map(SeriesId::at)
                    .collect()
            })
            .collect();
        for (one, clashes) in series.iter_mut().zip(clashes) {
            one.clashes = clashes;
        }
    }

    fn windows(&mut self, path: &str, spec: &MeetingSeries, names: &Names) -> Vec<Window> {
        let DayFinding::Spread(spread) = &spec.days else {
            return Vec::new();
        };
        let mut windows = Vec::with_capacity(spread.windows.len());
        for (index, window) in spread.windows.iter().enumerate() {
            let path = format!("{path}/days/spread/windows/{index}");
            self.cites(&path, &window.cite);
            if window.months.is_empty() && window.from.is_none() && window.before_each.is_none() {
                self.problem(&path, ProblemKind::Empty);
            }
            if window.from.is_some() != window.to.is_some() {
                self.problem(
                    &path,
                    ProblemKind::Contradiction {
                        one: "from",
                        other: "to",
                    },
                );
            }
            if let (Some(from), Some(to)) = (window.from, window.to)
                && (to.month(), to.day()) < (from.month(), from.day())
            {
                self.problem(&format!("{path}/to"), ProblemKind::EndsBeforeStart);
            }
            let before_each = window.before_each.as_ref().and_then(|lead| {
                if lead.min_days > lead.max_days {
                    let kind = ProblemKind::ImpossibleCount {
                        min: lead.min_days.into(),
                        max: lead.max_days.into(),
                        target: None,
                    };
                    self.problem(&format!("{path}/before_each"), kind);
                }
                self.series_ref(&format!("{path}/before_each/series"), &lead.series, names)
            });
            let after = window.after.as_ref().and_then(|order| {
                self.series_ref(&format!("{path}/after/series"), &order.series, names)
            });
            windows.push(Window {
                spec: window.clone(),
                before_each,
                after,
            });
        }
        windows
    }

    fn series_ref(&mut self, path: &str, id: &str, names: &Names) -> Option<SeriesId> {
        match names.get(id).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            found => {
                let suggestion = if found.is_some() {
                    names
                        .keys()
                        .find(|name| name.starts_with(&format!("{id}-")))
                        .cloned()
                } else {
                    suggest(id, names.keys().map(String::as_str))
                };
                self.unknown(path, Reference::Series, id, suggestion);
                None
            }
        }
    }
}

/// The deadlines that one is counted from, until the meeting or a ring.
fn deadline_chain(first: &MeetingDeadline, deadlines: &[MeetingDeadline]) -> Vec<String> {
    let mut chain = vec![first.id.clone()];
    let mut at = first;
    while let Some(of) = at
        .of
        .as_ref()
        .and_then(|of| deadlines.iter().find(|deadline| &deadline.id == of))
    {
        chain.push(of.id.clone());
        if chain.len() > deadlines.len() {
            break;
        }
        at = of;
    }
    chain
}

fn series_id(spec: &MeetingSeries, group: &[BodyId], several: bool, bodies: &[Body]) -> String {
    match group.first().and_then(|body| bodies.get(body.index())) {
        Some(body) if several => format!("{}-{}", spec.id, body.id),
        _ => spec.id.clone(),
    }
}

fn series_title(spec: &MeetingSeries, group: &[BodyId], bodies: &[Body]) -> Text {
    spec.title.clone().unwrap_or_else(|| {
        Text::compose(|lang| {
            let names: Vec<&str> = group
                .iter()
                .filter_map(|body| bodies.get(body.index()))
                .map(|body| body.short.get(lang))
                .collect();
            names.join(" + ")
        })
    })
}

/// True when two series have a body in common, or bodies that share seats.
fn meet_same_people(series: &[Series], one: usize, other: usize, bodies: &[Body]) -> bool {
    let (Some(one), Some(other)) = (series.get(one), series.get(other)) else {
        return false;
    };
    one.bodies.iter().any(|body| {
        other.bodies.contains(body)
            || bodies
                .get(body.index())
                .is_some_and(|body| body.shares.iter().any(|id| other.bodies.contains(id)))
    })
}
