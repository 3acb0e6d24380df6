//! Findings about meetings and last days.

use super::fix::{Change, Fix, FixKind};
use super::{FindingKind, Search, Severity};
use crate::calendar::{Entry, EntryKind, EntryStatus};
use crate::compute::MeetingRef;
use crate::document::DayFinding;
use crate::order::Order;
use crate::plan::{Series, SeriesId};
use crate::reason::NonWorking;
use crate::time::hours::{Hours, USUAL_MINUTES};
use crate::time::{DateRange, Weekday, WorkCalendar, add_days, day_number};
use chrono::NaiveDate;
use serde_json::Value;

/// Minutes of a day.
const DAY: i64 = 24 * 60;

impl Search<'_> {
    /// Fewer or more meetings than agreed, period by period.
    pub(super) fn cadence(&mut self) {
        let (plan, outcome) = (self.plan, self.outcome);
        for (index, series) in plan.series().iter().enumerate() {
            let Some(id) = SeriesId::at(index) else {
                continue;
            };
            let count = &series.spec().count;
            for period in &outcome.schedule().of_series(id).periods {
                if !period.range.overlaps(&self.range) || self.is_partial(series, period.range) {
                    continue;
                }
                let min = count.min.map_or(0, u16::from);
                let max = count.max.map_or(u16::MAX, u16::from);
                let (kind, fix) = if period.held < min {
                    let fix = set_count(
                        series,
                        "min",
                        period.held,
                        FixKind::LowerFewest(period.held),
                    );
                    let (series, period, held) =
                        (series.title().clone(), period.key.clone(), period.held);
                    (
                        FindingKind::CadenceBelow {
                            series,
                            period,
                            held,
                            min,
                        },
                        fix,
                    )
                } else if period.held > max {
                    let fix =
                        set_count(series, "max", period.held, FixKind::RaiseMost(period.held));
                    let (series, period, held) =
                        (series.title().clone(), period.key.clone(), period.held);
                    (
                        FindingKind::CadenceAbove {
                            series,
                            period,
                            held,
                            max,
                        },
                        fix,
                    )
                } else {
                    continue;
                };
                let path = format!("{}/count", series.path());
                self.add(kind, &path, period.range, &series.spec().cite).fix = fix;
            }
        }
    }

    /// True when a body of the series begins or ends inside the period.
    fn is_partial(&self, series: &Series, period: DateRange) -> bool {
        series
            .bodies()
            .iter()
            .any(|body| self.plan.body(*body).exists_in(period) != period)
    }

    /// The same people at two meetings at the same hours.
    pub(super) fn clashes(&mut self) {
        let (plan, outcome) = (self.plan, self.outcome);
        let mut found = Vec::new();
        let longest = plan.series().iter().map(Series::length).max().unwrap_or(1);
        for (index, body) in plan.bodies().iter().enumerate() {
            let Some(id) = crate::plan::BodyId::at(index) else {
                continue;
            };
            let own = outcome.schedule().of_body(id, self.range);
            // Each pair once: with the later bodies that share seats, and with the later meetings of the same body.
            for &other in body.shares().iter().filter(|other| **other > id) {
                for meeting in own {
                    // One that began some days before may still go on.
                    let near = DateRange {
                        start: add_days(meeting.date, 1 - longest),
                        end: add_days(meeting.date, self.length(*meeting)),
                    };
                    for theirs in outcome.schedule().of_body(other, near) {
                        if meeting != theirs && self.overlap(*meeting, *theirs) {
                            found.push((*meeting, *theirs));
                        }
                    }
                }
            }
            for pair in own.windows(2) {
                if let [one, other] = pair
                    && self.overlap(*one, *other)
                {
                    found.push((*one, *other));
                }
            }
        }
        found.order_by_key(|(one, other)| (one.date, one.series, other.series));
        found.dedup();
        for (one, other) in found {
            let (first, second) = (plan.one_series(one.series), plan.one_series(other.series));
            let kind = FindingKind::SharedSeats {
                one: first.title().clone(),
                other: second.title().clone(),
                day: one.date,
            };
            let range = DateRange {
                start: one.date,
                end: add_days(one.date, 1),
            };
            let entry = self.id_of(one);
            self.add(kind, first.path(), range, &[]).entry = entry;
        }
    }

    fn length(&self, meeting: MeetingRef) -> i64 {
        self.plan.one_series(meeting.series).length()
    }

    /// True when two meetings have hours in common; without a time, whole days.
    fn overlap(&self, one: MeetingRef, other: MeetingRef) -> bool {
        let until = |meeting: MeetingRef| add_days(meeting.date, self.length(meeting));
        if one.date >= until(other) || other.date >= until(one) {
            return false;
        }
        self.hours(one).overlap(self.hours(other))
    }

    /// The hours of a meeting, counted from any fixed day.
    fn hours(&self, meeting: MeetingRef) -> Hours {
        Hours::between(self.minutes(meeting))
    }

    fn minutes(&self, meeting: MeetingRef) -> Option<(i64, i64)> {
        let spec = self.plan.one_series(meeting.series).spec();
        let occurrence = self.outcome.schedule().occurrence(meeting)?;
        let day = i64::from(day_number(meeting.date)) * DAY;
        let start = day + i64::from(occurrence.time.or(spec.time)?.minutes());
        let end = match (spec.minutes, self.length(meeting)) {
            (Some(minutes), _) => start + i64::from(minutes),
            (None, 1) => start + i64::from(USUAL_MINUTES),
            // Over night without a length: to the end of the last day.
            (None, days) => day + days * DAY,
        };
        Some((start, end))
    }

    fn id_of(&self, meeting: MeetingRef) -> Option<String> {
        let days = self.outcome.schedule().of_series(meeting.series);
        let occurrence = days.occurrences.get(meeting.at)?;
        let period = days.periods.get(occurrence.period)?;
        Some(format!(
            "{}/{}/{}",
            self.plan.one_series(meeting.series).id(),
            period.key,
            occurrence.name
        ))
    }

    /// Meetings on days off, and last days that fall on one.
    pub(super) fn days_off(&mut self) {
        let (plan, outcome) = (self.plan, self.outcome);
        let wide = DateRange {
            start: add_days(self.range.start, -31),
            end: add_days(self.range.end, 31),
        };
        let work = WorkCalendar::new(wide);
        for entry in outcome.calendar().entries() {
            match entry.kind {
                EntryKind::Meeting if entry.status != EntryStatus::Cancelled => {
                    let series = plan.series().iter().find(|series| is_of(entry, series));
                    if let Some(series) = series {
                        self.meeting_day(entry, series, &work);
                    }
                }
                EntryKind::Deadline | EntryKind::Duty | EntryKind::Activity => {
                    self.last_day(entry, &work)
                }
                _ => {}
            }
        }
    }

    /// A weekend or holiday that no pattern is to blame for: moved, added or written by hand.
    fn meeting_day(&mut self, entry: &Entry, series: &Series, work: &WorkCalendar) {
        let day = entry.start;
        let by_hand = entry.moved_from.is_some()
            || entry.status == EntryStatus::Fixed
            || matches!(series.spec().days, DayFinding::Fixed(_));
        let range = entry.range();
        if work.holiday(day).is_some() {
            if by_hand && !matches!(series.spec().days, DayFinding::Fixed(_)) {
                let Some(why) = why_off(work, day) else {
                    return;
                };
                let kind = FindingKind::DayOff {
                    meeting: entry.title.clone(),
                    day,
                    why,
                    earlier: work.shift(day, -1),
                    later: work.shift(day, 1),
                };
                self.add(kind, series.path(), range, &[]).entry = Some(entry.id.clone());
            }
        } else if matches!(Weekday::of(day), Weekday::Saturday | Weekday::Sunday)
            && !weekend_meant(series, entry)
        {
            let kind = FindingKind::Weekend {
                meeting: entry.title.clone(),
                day,
            };
            self.add(kind, series.path(), range, &[]).entry = Some(entry.id.clone());
        }
    }

    /// A last day whose named day is no working day.
    fn last_day(&mut self, entry: &Entry, work: &WorkCalendar) {
        let by_law = entry.legally_latest.is_some();
        let (nominal, goes_to) = match (entry.nominal, entry.legally_latest) {
            (_, Some(latest)) => (entry.start, latest),
            (Some(nominal), None) => (nominal, entry.start),
            (None, None) => (entry.start, entry.start),
        };
        if entry.kind == EntryKind::Activity && nominal == goes_to {
            return;
        }
        let Some(why) = why_off(work, nominal) else {
            return;
        };
        let kind = FindingKind::DeadlineDayOff {
            title: entry.title.clone(),
            nominal,
            why,
            goes_to,
            by_law,
        };
        let (path, fix) = self.deadline_place(entry, nominal == goes_to);
        let finding = self.add(kind, &path, entry.range(), &[]);
        finding.entry = Some(entry.id.clone());
        finding.sources.clone_from(&entry.sources);
        if entry.kind == EntryKind::Duty {
            // What the law leaves on a day off is told, not blamed on the plan.
            finding.severity = Severity::Info;
        }
        finding.fix = fix;
    }

    /// Document path of a last day, and the fix for one that stays on a day off.
    fn deadline_place(&self, entry: &Entry, stays: bool) -> (String, Option<Fix>) {
        let plan = self.plan;
        if entry.kind == EntryKind::Duty {
            let duty = plan
                .duties()
                .iter()
                .find(|duty| entry.id.split('/').nth(1) == Some(duty.id().as_str()));
            return (
                duty.map(|duty| duty.path().clone()).unwrap_or_default(),
                None,
            );
        }
        let series = plan.series().iter().find(|series| is_of(entry, series));
        let name = entry.id.rsplit('/').next().unwrap_or_default();
        let place = series.and_then(|series| {
            let at = series
                .spec()
                .deadlines
                .iter()
                .position(|deadline| deadline.id == name)?;
            Some(format!("{}/deadlines/{at}", series.path()))
        });
        let Some(path) = place else {
            let activity = plan
                .activities()
                .iter()
                .find(|one| entry.id.starts_with(&format!("{}/", one.spec().id)));
            return (
                activity.map(|one| one.path().clone()).unwrap_or_default(),
                None,
            );
        };
        let fix = stays.then(|| Fix {
            kind: FixKind::RollEarlier,
            changes: vec![Change::Set {
                path: format!("{path}/roll"),
                value: Value::from("earlier"),
            }],
        });
        (path, fix)
    }
}

/// True when an entry's id begins with the series' own.
fn is_of(entry: &Entry, series: &Series) -> bool {
    entry
        .id
        .strip_prefix(series.id().as_str())
        .is_some_and(|rest| rest.starts_with('/'))
}

/// A weekend is meant when the plan names its weekday, or a pattern gives the day itself.
fn weekend_meant(series: &Series, entry: &Entry) -> bool {
    if series.spec().weekends_meant {
        return true;
    }
    let weekday = Weekday::of(entry.start);
    match &series.spec().days {
        DayFinding::Spread(spread) => {
            spread.weekdays.contains(&weekday) || spread.prefer == Some(weekday)
        }
        DayFinding::Pattern(_) => {
            entry.moved_from.is_none() && entry.status == EntryStatus::Proposed
        }
        DayFinding::Fixed(_) | DayFinding::Beside(_) => false,
    }
}

fn why_off(work: &WorkCalendar, day: NaiveDate) -> Option<NonWorking> {
    if work.is_working(day) {
        return None;
    }
    work.holiday(day)
        .map(NonWorking::Holiday)
        .or_else(|| Some(NonWorking::Weekend(Weekday::of(day))))
}

fn set_count(series: &Series, field: &str, value: u16, kind: FixKind) -> Option<Fix> {
    let path = format!("{}/count/{field}", series.path());
    let changes = vec![Change::Set {
        path,
        value: Value::from(value),
    }];
    (value <= u16::from(u8::MAX)).then_some(Fix { kind, changes })
}
