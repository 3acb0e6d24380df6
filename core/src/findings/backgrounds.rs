//! Meetings while the calendars of others hold the same people.

use super::{FindingKind, Search};
use crate::calendar::{Entry, EntryKind, EntryStatus};
use crate::order::Order;
use crate::plan::Background;
use crate::time::day_number;
use crate::time::hours::{Hours, USUAL_MINUTES};

const DAY: i64 = 24 * 60;

impl Search<'_> {
    /// Meetings of bodies that a calendar of others concerns, at hours that it takes.
    pub(super) fn backgrounds(&mut self) {
        let (plan, calendar) = (self.plan, self.outcome.calendar());
        if plan.backgrounds().is_empty() {
            return;
        }
        let mut days: Vec<&Entry> = calendar.of_kind(EntryKind::Background).collect();
        days.order_by_key(|day| day.start);
        let longest = days.iter().map(|day| day.range().days()).max().unwrap_or(0);
        let meets = |entry: &&Entry| {
            let kind = matches!(entry.kind, EntryKind::Meeting | EntryKind::Preparation);
            kind && entry.status != EntryStatus::Cancelled
        };
        for meeting in calendar.entries().iter().filter(meets) {
            let near = meeting.range().widened(longest, 0);
            let from = days.partition_point(|day| day.start < near.start);
            let until = days.partition_point(|day| day.start < near.end);
            for day in days.get(from..until).unwrap_or_default() {
                let of_day = |one: &&Background| {
                    let rest = day.id.strip_prefix(one.spec().id.as_str());
                    rest.is_some_and(|rest| rest.starts_with('/'))
                };
                let background = plan.backgrounds().iter().find(of_day);
                if let Some(background) = background.filter(|one| clash(meeting, day, one)) {
                    self.clash_with(background, meeting, day);
                }
            }
        }
    }

    fn clash_with(&mut self, background: &Background, meeting: &Entry, day: &Entry) {
        let kind = FindingKind::BackgroundClash {
            meeting: meeting.title.clone(),
            day: meeting.start.max(day.start),
            other: day.title.clone(),
            background: background.spec().title.clone(),
        };
        let own = |id: &str| {
            let rest = meeting.id.strip_prefix(id);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let series = self.plan.series().iter().find(|series| own(series.id()));
        let path = series.map_or(background.path(), |series| series.path());
        self.add(kind, path, meeting.range(), &[]).entry = Some(meeting.id.clone());
    }
}

/// True when a meeting's people are bound by the calendar, and at the same hours.
fn clash(meeting: &Entry, day: &Entry, background: &Background) -> bool {
    let bound = background.bodies();
    let concerns = bound.is_empty() || bound.iter().any(|body| meeting.bodies.contains(body));
    concerns && meeting.range().overlaps(&day.range()) && hours(meeting).overlap(hours(day))
}

/// From its time on the first day to its end on the last.
fn hours(entry: &Entry) -> Hours {
    let at = |day: chrono::NaiveDate| i64::from(day_number(day)) * DAY;
    Hours::between(entry.time.map(|time| {
        let time = i64::from(time.minutes());
        let end = match entry.minutes {
            Some(minutes) => at(entry.last_day()) + time + i64::from(minutes),
            None if entry.range().days() > 1 => at(entry.end),
            None => at(entry.start) + time + i64::from(USUAL_MINUTES),
        };
        (at(entry.start) + time, end)
    }))
}
