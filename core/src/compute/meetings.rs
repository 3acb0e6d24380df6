//! Meetings and their deadlines as entries.

use super::engine::{Engine, link, occurrence_id, one_day};
use super::schedule::{MeetingRef, Occurrence, Origin};
use crate::calendar::{Entry, EntryKind, EntryStatus, Relation, Source};
use crate::document::{DayFinding, Edit, MeetingDeadline, Spread, Text};
use crate::plan::{Series, SeriesId};
use crate::reason::Reason;
use crate::time::{DateRange, Roll, Weekday, add_days};
use chrono::NaiveDate;
use std::ops::Range;

/// A series with what all its meetings share.
pub(super) struct Shared<'a> {
    pub(super) series: &'a Series,
    pub(super) sources: Vec<Source>,
    pub(super) items: Vec<Text>,
}

/// A deadline with its days.
#[derive(Clone, Copy)]
pub(super) struct Due {
    /// The day, after rolling.
    pub(super) date: NaiveDate,
    /// The day that the offset gives.
    nominal: NaiveDate,
}

impl Engine<'_> {
    /// Every meeting near the range, with its deadlines and preparation.
    pub(super) fn meetings(&mut self) {
        for index in 0..self.plan.series().len() {
            let Some(id) = SeriesId::at(index) else {
                continue;
            };
            let series = self.plan.one_series(id);
            let shared = Shared {
                series,
                sources: self.plan.sources(&series.spec().cite),
                items: series
                    .spec()
                    .standing_items
                    .iter()
                    .map(|item| item.title.clone())
                    .collect(),
            };
            for at in self.near(id) {
                let meeting = MeetingRef {
                    series: id,
                    at,
                    date: self.range.start,
                };
                if let Some(occurrence) = self.schedule.occurrence(meeting).cloned() {
                    self.meeting(&shared, id, &occurrence);
                }
            }
        }
    }

    /// Places of the meetings near the range.
    fn near(&self, id: SeriesId) -> Range<usize> {
        let all = &self.schedule.of_series(id).occurrences;
        let near = self.horizon.near;
        let from = all.partition_point(|one| one.date < near.start);
        from..all.partition_point(|one| one.date < near.end)
    }

    /// One meeting, with its deadlines and preparation.
    fn meeting(&mut self, shared: &Shared<'_>, id: SeriesId, occurrence: &Occurrence) {
        let series = shared.series;
        let days = self.schedule.of_series(id);
        let Some(period) = days.periods.get(occurrence.period) else {
            return;
        };
        let meeting = occurrence_id(series.id(), &period.key, &occurrence.name);
        let span = DateRange {
            start: occurrence.date,
            end: add_days(occurrence.date, series.length()),
        };
        if span.overlaps(&self.range) {
            let nth = nth_held(&days.occurrences, occurrence);
            let place = (nth, period.held, period.key.as_str(), period.range);
            let entry = self.meeting_entry(shared, meeting.clone(), occurrence, span, place);
            self.push(entry);
        }
        let goes_on = matches!(occurrence.origin, Origin::Continued(_));
        if occurrence.cancelled.is_none() && !goes_on {
            let dues = self.dues(series, occurrence.date);
            self.deadline_entries(shared, &meeting, occurrence, &dues);
            self.preparation(shared, &meeting, occurrence, &dues);
        }
    }

    fn meeting_entry(
        &self,
        shared: &Shared<'_>,
        id: String,
        occurrence: &Occurrence,
        span: DateRange,
        place: (u16, u16, &str, DateRange),
    ) -> Entry {
        let series = shared.series;
        let spec = series.spec();
        let mut entry = Entry::during(
            id,
            EntryKind::Meeting,
            series.title().clone(),
            span.start,
            span.end,
        );
        self.place_on(&mut entry, series.bodies());
        entry.time = occurrence.time.or(spec.time);
        entry.minutes = spec.minutes;
        entry.place.clone_from(&spec.place);
        entry.link.clone_from(&spec.link);
        entry.responsible.clone_from(&spec.responsible);
        entry.items.clone_from(&shared.items);
        entry.sources.clone_from(&shared.sources);
        entry.moved_from = occurrence.moved.map(|(from, _)| from);
        entry.status = match (&occurrence.origin, occurrence.cancelled) {
            (_, Some(_)) => EntryStatus::Cancelled,
            (
                Origin::Published(_)
                | Origin::Locked(_)
                | Origin::Written
                | Origin::Added(_)
                | Origin::Continued(_),
                None,
            ) => EntryStatus::Fixed,
            _ => EntryStatus::Proposed,
        };
        entry.reasons = self.meeting_reasons(series, occurrence, place);
        entry
    }

    fn meeting_reasons(
        &self,
        series: &Series,
        occurrence: &Occurrence,
        (nth, of, period, range): (u16, u16, &str, DateRange),
    ) -> Vec<Reason> {
        let spec = series.spec();
        let mut reasons = Vec::with_capacity(4);
        if let Some(Edit::Cancel { reason, .. }) =
            occurrence.cancelled.and_then(|at| spec.edits.get(at))
        {
            reasons.push(Reason::Cancelled(reason.clone()));
        }
        if let Some((from, at)) = occurrence.moved
            && let Some(Edit::Move { reason, .. }) = spec.edits.get(at)
        {
            reasons.push(Reason::MovedByHand {
                from,
                reason: reason.clone(),
            });
        }
        match &occurrence.origin {
            Origin::Spread { gap } => {
                self.spread_reasons(series, occurrence, *gap, &mut reasons);
                let even = (range.days() + i64::from(of) / 2) / i64::from(of.max(1));
                reasons.push(Reason::Spread {
                    nth,
                    of,
                    period: period.to_owned(),
                    gap: *gap,
                    even,
                });
            }
            Origin::Pattern | Origin::PatternMoved(_) => {
                if let DayFinding::Pattern(pattern) = &spec.days {
                    reasons.push(Reason::Pattern(pattern.rule.clone()));
                }
                if let Origin::PatternMoved(from) = occurrence.origin
                    && let Some(why) = self.why_off(from)
                {
                    reasons.push(Reason::Collision { from, why });
                }
            }
            Origin::Written => reasons.push(Reason::Written),
            Origin::Published(year) => reasons.push(Reason::Published(*year)),
            Origin::Locked(_) => reasons.push(Reason::Locked),
            Origin::Beside(date) => {
                if let (DayFinding::Beside(beside), Some(other)) = (&spec.days, series.beside()) {
                    reasons.push(Reason::Beside {
                        title: self.meeting_title(other).clone(),
                        date: *date,
                        offset: beside.offset.clone(),
                        minutes_before: beside.minutes_before,
                    });
                }
            }
            Origin::Continued(at) => {
                if let Some(Edit::Continue { reason, .. }) = spec.edits.get(*at) {
                    reasons.push(Reason::Continues(reason.clone()));
                }
            }
            Origin::Added(at) => {
                if let Some(Edit::Add { reason, .. }) = spec.edits.get(*at) {
                    reasons.push(Reason::AddedByHand(reason.clone()));
                }
            }
        }
        if series.bodies().len() > 1 {
            reasons.push(Reason::Joint(
                u16::try_from(series.bodies().len()).unwrap_or(u16::MAX),
            ));
        }
        reasons.extend(spec.choice.clone().map(Reason::Choice));
        reasons
    }

    /// Windows that the day satisfies, then its weekday.
    fn spread_reasons(
        &self,
        series: &Series,
        occurrence: &Occurrence,
        gap: Option<i64>,
        reasons: &mut Vec<Reason>,
    ) {
        let DayFinding::Spread(spread) = &series.spec().days else {
            return;
        };
        let day = occurrence.moved.map_or(occurrence.date, |(from, _)| from);
        let previous = gap.map(|gap| add_days(day, -gap));
        for window in series.windows() {
            match (&window.spec().before_each, window.before_each()) {
                (Some(lead), Some(other)) => {
                    let (least, most) = (i64::from(lead.min_days), i64::from(lead.max_days));
                    let span = one_day(day).widened(-least, most);
                    let others = self.schedule.of_series(other);
                    let next = others.held_within(span).next().map(|one| one.date);
                    if let Some(date) = next {
                        let title = self.meeting_title(other).clone();
                        reasons.push(Reason::BeforeMeeting {
                            title,
                            date,
                            days: (date - day).num_days(),
                        });
                    }
                }
                _ => {
                    if let Some(span) = self.window_of(window.spec(), day)
                        && !previous.is_some_and(|before| span.contains(before))
                    {
                        reasons.push(Reason::Window(span));
                    }
                }
            }
        }
        let weekday = Weekday::of(day);
        match usual_weekday(spread) {
            Some(usual) if usual == weekday => reasons.push(Reason::UsualWeekday(usual)),
            Some(usual) => reasons.push(Reason::UnusualWeekday { weekday, usual }),
            None => {}
        }
    }
}

/// The body's usual weekday: the preferred one, or the only one allowed.
fn usual_weekday(spread: &Spread) -> Option<Weekday> {
    spread.prefer.or(match spread.weekdays.as_slice() {
        [only] => Some(*only),
        _ => None,
    })
}

/// Which of the held meetings of its period this one is, from 1.
fn nth_held(all: &[Occurrence], one: &Occurrence) -> u16 {
    let earlier = all
        .iter()
        .filter(|other| other.period == one.period && other.cancelled.is_none())
        .filter(|other| !matches!(other.origin, Origin::Continued(_)))
        .filter(|other| (other.date, &other.name) < (one.date, &one.name))
        .count();
    u16::try_from(earlier + 1).unwrap_or(u16::MAX)
}

impl Engine<'_> {
    /// Days of every deadline of a meeting, in the order in which they are written.
    pub(super) fn dues(&self, series: &Series, meeting: NaiveDate) -> Vec<Due> {
        let deadlines = &series.spec().deadlines;
        deadlines
            .iter()
            .map(|deadline| self.due(deadline, deadlines, meeting, deadlines.len()))
            .collect()
    }

    fn due(
        &self,
        deadline: &MeetingDeadline,
        all: &[MeetingDeadline],
        meeting: NaiveDate,
        depth: usize,
    ) -> Due {
        let from = deadline
            .of
            .as_ref()
            .filter(|_| depth > 0)
            .and_then(|of| all.iter().find(|other| &other.id == of))
            .map_or(meeting, |other| {
                self.due(other, all, meeting, depth - 1).date
            });
        let nominal = self.offset(from, &deadline.offset);
        Due {
            date: self.work.roll(nominal, deadline.roll),
            nominal,
        }
    }

    fn deadline_entries(
        &mut self,
        shared: &Shared<'_>,
        meeting: &str,
        occurrence: &Occurrence,
        dues: &[Due],
    ) {
        for (deadline, due) in shared.series.spec().deadlines.iter().zip(dues) {
            if !self.range.contains(due.date) {
                continue;
            }
            let title = shared.series.title();
            let full =
                Text::compose(|lang| format!("{}: {}", title.get(lang), deadline.title.get(lang)));
            let mut entry = Entry::on(
                format!("{meeting}/{}", deadline.id),
                EntryKind::Deadline,
                full,
                due.date,
            );
            self.place_on(&mut entry, shared.series.bodies());
            entry.responsible = deadline
                .responsible
                .clone()
                .or_else(|| shared.series.spec().responsible.clone());
            entry.sources = self.plan.sources(&deadline.cite);
            entry.links.push(link(Relation::For, meeting));
            let from = deadline
                .of
                .as_ref()
                .and_then(|of| {
                    shared
                        .series
                        .spec()
                        .deadlines
                        .iter()
                        .position(|other| &other.id == of)
                })
                .and_then(|at| {
                    Some((
                        shared.series.spec().deadlines.get(at)?.title.clone(),
                        dues.get(at)?.date,
                    ))
                })
                .unwrap_or_else(|| (title.clone(), occurrence.date));
            entry.reasons.push(Reason::Offset {
                title: from.0,
                date: from.1,
                offset: deadline.offset.clone(),
            });
            if due.nominal != due.date {
                entry.nominal = Some(due.nominal);
                if let Some(why) = self.why_off(due.nominal) {
                    let by_law = deadline.roll == Roll::Statutory;
                    entry.reasons.push(Reason::Rolled {
                        from: due.nominal,
                        why,
                        by_law,
                    });
                }
            }
            entry
                .reasons
                .extend(deadline.choice.clone().map(Reason::Choice));
            self.push(entry);
        }
    }
}
